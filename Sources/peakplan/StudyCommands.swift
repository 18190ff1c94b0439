internal import ArgumentParser
internal import CapacityPlanning
internal import GLPK
internal import Planning
internal import Reporting
internal import Scenarios
internal import Staffing

/// A plan that questions are asked of: a scenario, planned anew, or a run that was kept.
struct StudiedPlan {
  let scenario: Scenario
  let requirement: StaffingRequirement
  let capacity: CapacityPlan

  init(_ source: PlanSource) throws {
    if let kept = try source.keptPlan()?.plan {
      self.init(kept)
      return
    }
    let results = try source.session().results(until: .capacity)
    guard let requirement = results.requirement, let capacity = results.capacity else {
      throw Failure("the chain ended before its capacity plan", code: .failure)
    }
    self.init(scenario: results.scenario, requirement: requirement, capacity: capacity)
  }

  /// The plan that is at hand.
  init(_ plan: Plan) {
    self.init(scenario: plan.scenario, requirement: plan.requirement, capacity: plan.capacity)
  }

  private init(scenario: Scenario, requirement: StaffingRequirement, capacity: CapacityPlan) {
    self.scenario = scenario
    self.requirement = requirement
    self.capacity = capacity
  }

  /// What the plan's overtime is worth, for a report that has it beside other things; `nil`, with a
  /// note, where that cannot be said.
  func overtimeForReport(_ options: CapacityOptions = CapacityOptions()) -> OvertimeDecisions? {
    guard !Interruption.isRequested else { return nil }
    do throws(Failure) {
      let study = try study(options)
      return try answering { () throws(CapacityError) in try study.overtimeDecisions() }
    } catch {
      Console.note("what overtime is worth is left out of the report: \(error.message)")
      return nil
    }
  }

  /// The study of the plan.
  func study(_ solve: SolveOptions) throws(Failure) -> CapacityStudy { try study(solve.capacity) }

  private func study(_ options: CapacityOptions) throws(Failure) -> CapacityStudy {
    do throws(CapacityError) {
      return try CapacityStudy(
        scenario, requirement: requirement, plan: capacity, solver: GLPKSolver(),
        options: options)
    } catch {
      throw Failure(PlanningError.capacity(error))
    }
  }
}

extension SolveOptions {
  /// How the weekly program is solved.
  var capacity: CapacityOptions {
    var options = CapacityOptions()
    options.timeLimit = timeLimit.map { .seconds($0) }
    if let gap { options.gap = gap.share }
    return options
  }
}

/// Runs a question and turns its error into a failure with its exit code.
func answering<Answer>(
  _ question: () throws(CapacityError) -> Answer
) throws(Failure) -> Answer {
  do {
    return try question()
  } catch {
    throw Failure(PlanningError.capacity(error))
  }
}

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Say what each rule of a plan costs, and what one more unit of a limit saves.",
    discussion: """
      Each rule is set aside whole, and the plan's program is solved again with its other classes \
      and contracts held. --in-full also plans anew without it. The plan is a scenario's folder, \
      or the number of a run that was kept.
      """)

  @OptionGroup var source: PlanSource
  @OptionGroup var language: LanguageOptions

  @Flag(name: .customLong("in-full"), help: "Also plan anew without each of the rules.")
  var inFull = false

  @Option(
    name: .customLong("rule"), parsing: .singleValue,
    help: ArgumentHelp(
      "Only rules whose path begins like this; can be given again.", valueName: "path"))
  var paths: [String] = []

  @Option(help: "How many of the dearest limits are tried one unit wider.")
  var limits = 12

  func run() throws {
    let studied = try StudiedPlan(source)
    let wanted = try wanted(in: studied.scenario)
    let study = try studied.study(source.solve)
    let prices = try answering { () throws(CapacityError) in
      try study.rulePrices(inFull: inFull, of: wanted)
    }
    let values = try answering { () throws(CapacityError) in
      try study.limitValues(most: wanted == nil ? limits : 0)
    }
    let report = RuleReport(
      prices, limits: values, of: studied.scenario, language: language.language)
    Console.result(
      source.output.json
        ? report.document.text
        : report.text(width: Console.width, color: source.output.colorsResult))
  }

  private func wanted(in scenario: Scenario) throws -> [CapacityRule]? {
    guard !paths.isEmpty else { return nil }
    let all = CapacityRule.all(of: scenario)
    return try paths.flatMap { path in
      let found = all.filter { $0.path == path || $0.path.hasPrefix(path + ".") }
      guard !found.isEmpty else {
        let known = Array(Set(all.map(\.path))).sorted().joined(separator: ", ")
        throw Failure("no rule has the path \(path); rules are \(known)", code: .usage)
      }
      return found
    }
  }
}

struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "List what must be decided by when, what waiting costs, and what to undo after.",
    discussion: """
      Every class, order to a vendor and stretch of overtime is taken away and put off by a week, \
      and the program is solved again with the other classes and contracts held. The plan is a \
      scenario's folder, or the number of a run that was kept.
      """)

  @OptionGroup var source: PlanSource
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let studied = try StudiedPlan(source)
    let study = try studied.study(source.solve)
    let decisions = try answering { () throws(CapacityError) in try study.decisions() }
    let report = DecisionReport(
      decisions, of: studied.scenario, language: language.language)
    Console.result(
      source.output.json
        ? report.document.text
        : report.text(width: Console.width, color: source.output.colorsResult))
  }
}
