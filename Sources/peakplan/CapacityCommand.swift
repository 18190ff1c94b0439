internal import ArgumentParser
internal import CapacityPlanning
internal import GLPK
internal import LinearProgramming
internal import Planning
internal import Reporting
internal import ScenarioFiles
internal import Scenarios

struct CapacityCommand: StageCommand {
  static let stage = PlanningStage.capacity
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract: "Plan hiring classes, overtime and vendors week by week.",
    discussion: """
      A pin is a decision that you take and the plan keeps: \
      \(PlanPin.forms.map { "'\($0)'" }.joined(separator: ", ")). The plan without pins is made \
      first; with them its other classes and contracts are held, and --in-full decides them anew.
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  @Option(
    name: .customLong("pin"), parsing: .singleValue,
    help: ArgumentHelp("A decision that the plan keeps; can be given again.", valueName: "pin"))
  var pins: [String] = []

  @Flag(name: .customLong("in-full"), help: "Decide everything anew with the pins.")
  var inFull = false

  @Option(
    name: .customLong("write-plan"),
    help: ArgumentHelp(
      "Also write the plan's decisions as CSV, for `evaluate`.", valueName: "file"),
    completion: .file())
  var planFile: String?

  @Option(
    name: .customLong("evaluate"),
    help: ArgumentHelp(
      "Keep the plan in this CSV file and only check it, as `evaluate` does.", valueName: "file"),
    completion: .file())
  var evaluated: String?

  @Option(
    name: .customLong("write-lp"),
    help: ArgumentHelp("Write the program in LP format instead of solving.", valueName: "file"),
    completion: .file())
  var lpFile: String?

  @Option(
    name: .customLong("write-mps"),
    help: ArgumentHelp("Write the program in MPS format instead of solving.", valueName: "file"),
    completion: .file())
  var mpsFile: String?

  func validate() throws {
    guard evaluated != nil else { return }
    if lpFile != nil || mpsFile != nil || planFile != nil || !pins.isEmpty || inFull {
      throw ValidationError(
        "--evaluate keeps the plan of its file: leave out --pin, --in-full and --write-…")
    }
  }

  func run() throws {
    if let evaluated {
      let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
      return try session.evaluate(
        planIn: evaluated, alone: false, output: output, language: language.language)
    }
    if lpFile == nil, mpsFile == nil { return try printPlan() }
    let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
    let results = try session.results(until: .requirement)
    guard let requirement = results.requirement else { return }
    let pinned = try results.scenario.pinned(pins)
    let program = session.planner.capacityProgram(pinned, requirement: requirement)
    if let lpFile { try Console.write(program.lpText, toFile: lpFile) }
    if let mpsFile { try Console.write(program.mpsText, toFile: mpsFile) }
  }

  private func printPlan() throws {
    let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
    let own = session.reading.scenario
    let added = try own.pinned(pins).pins.dropFirst(own.pins.count)
    var results = try session.results(until: .capacity)
    var pinned: PinnedPlan?
    if !added.isEmpty, let requirement = results.requirement, let free = results.capacity {
      let found = try answering { () throws(CapacityError) in
        try CapacityStudy(
          own, requirement: requirement, plan: free, solver: session.planner.solver,
          options: solve.capacity
        ).pinned(Array(added), inFull: inFull)
      }
      results.capacity = found.plan
      pinned = found
    }
    if let planFile, let plan = results.capacity {
      try Console.write(HandMadePlan(plan, of: own).csv, toFile: planFile)
    }
    show(results, pinned, session)
    try session.finish(results)
  }

  private func show(_ results: StageResults, _ pinned: PinnedPlan?, _ session: PlanningSession) {
    let pins = pinned.map { PinReport($0, of: results.scenario, language: language.language) }
    guard !output.json else {
      let document = PlanDocument(results, provenance: session.provenance)
        .document(of: Self.stage)
      return Console.result(document.adding(pins?.member).text)
    }
    let width = Console.width
    if let pins { Console.result(pins.text(width: width, color: output.colorsResult) + "\n") }
    Console.result(
      StageReport(results, language: language.language)
        .text(of: Self.stage, width: width, color: output.colorsResult))
  }
}

extension Scenario {
  /// The scenario with further pins, as they are written on the command line.
  fileprivate func pinned(_ texts: [String]) throws(Failure) -> Scenario {
    var pins = pins
    for text in texts {
      do {
        pins.append(try PlanPin(text, in: self))
      } catch {
        throw Failure("--pin: \(error)", code: .usage)
      }
    }
    return with(pins: pins)
  }
}

extension JSONValue {
  /// An object with one more member.
  fileprivate func adding(_ member: JSONValue.Member?) -> JSONValue {
    guard let member, case .object(let members) = self else { return self }
    return .object(members + [member])
  }
}
