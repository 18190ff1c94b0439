internal import ArgumentParser
internal import BusinessCalendar
internal import CapacityPlanning
internal import Foundation
internal import GLPK
internal import Planning
internal import Reporting
internal import ScenarioFiles
internal import Scenarios
internal import Units

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Say what a plan made by hand gives and costs, and which rules it breaks.",
    discussion: """
      The plan is a CSV file with a row a week: a date, then columns such as hires:GROUP, \
      seats:VENDOR and overtime:GROUP (hours of all people together). `peakplan capacity SCENARIO \
      --write-plan FILE` writes one to start from.
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    name: .customLong("plan"),
    help: ArgumentHelp("The plan as CSV.", valueName: "file"), completion: .file())
  var file: String

  @Flag(help: "Do not look for the best plan to compare with.")
  var alone = false

  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
    try session.evaluate(
      planIn: file, alone: alone, output: output, language: language.language)
  }
}

extension PlanningSession {
  /// Says what the plan in a CSV file gives and costs, and which rules it breaks.
  ///
  /// - Parameter alone: whether the best plan, to compare with, is left out.
  func evaluate(
    planIn file: String, alone: Bool, output: OutputOptions, language: Language
  ) throws {
    let csv: String
    do {
      csv = try String(contentsOfFile: file, encoding: .utf8)
    } catch {
      throw Failure("\(file) cannot be read: \(error.localizedDescription)", code: .badInput)
    }
    let given: HandMadePlan
    do {
      given = try HandMadePlan(csv: csv, for: reading.scenario)
    } catch {
      throw Failure("\(file), \(error)", code: .badInput)
    }
    let results = try results(until: alone ? .requirement : .capacity)
    guard let requirement = results.requirement else { return }
    let evaluation = try answering { () throws(CapacityError) in
      try PlanEvaluator(solver: GLPKSolver())
        .evaluation(of: given, in: results.scenario, requirement: requirement)
    }
    let best = results.capacity.map { plan in
      Money(minorUnits: Int64(plan.solve.objective.rounded()))
    }
    let report = EvaluationReport(
      evaluation, best: best, of: results.scenario, language: language)
    Console.result(
      output.json
        ? report.document.text : report.text(width: Console.width, color: output.colorsResult))
  }
}

struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract:
      "Say whether a queue can have so many heads by a date, else when, and what is in the way.",
    discussion: """
      Hiring, overtime and vendors together. Where the answer is no: the earliest week, a smallest \
      set of rules that keep it from being yes, and what setting each aside would buy. `explain \
      SCENARIO reach GROUP HEADS` answers for hiring alone.
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: "The queue.")
  var queue: String

  @Option(help: "How many heads: experienced people's work, a mean week's hours each.")
  var heads: Double

  @Option(help: ArgumentHelp("By the week of this date.", valueName: "date"))
  var by: String

  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if !(heads > 0 && heads <= 100_000) {
      throw ValidationError("--heads: a number above 0 and at most 100000")
    }
  }

  func run() throws {
    let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
    let known = session.reading.scenario
    guard let wanted = known.queue(Queue.ID(queue)) else {
      let ids = known.queues.map(\.id.rawValue)
      let meant = Spelling.nearest(to: queue, among: ids).map { "; did you mean “\($0)”?" } ?? "."
      throw Failure(
        "there is no queue “\(queue)”\(meant) Known are \(ids.joined(separator: ", "))",
        code: .badInput)
    }
    guard let date = LocalDate(iso: by), known.horizon.contains(date) else {
      throw Failure(
        "“\(by)” is no date of the horizon: write one from \(known.horizon.start) to "
          + "\(known.horizon.end.adding(days: -1))", code: .badInput)
    }
    let results = try session.results(until: .requirement)
    guard let requirement = results.requirement else { return }
    let reach = try answering { () throws(CapacityError) in
      try ReachFinder(solver: GLPKSolver())
        .reach(heads, on: wanted.id, by: date, in: results.scenario, requirement: requirement)
    }
    guard let reach else {
      throw Failure("nobody of the scenario can serve “\(queue)”", code: .badInput)
    }
    let report = ReachReport(reach, of: results.scenario, language: language.language)
    Console.result(
      output.json
        ? report.document.text : report.text(width: Console.width, color: output.colorsResult))
  }
}
