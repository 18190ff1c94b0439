internal import ArgumentParser
internal import LinearProgramming
internal import Planning

struct CapacityCommand: StageCommand {
  static let stage = PlanningStage.capacity
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract: "Plan hiring classes, overtime and vendors week by week.")

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions

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

  func run() throws {
    guard lpFile != nil || mpsFile != nil else { return try printStage() }
    let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
    let results = try session.results(until: .requirement)
    guard let requirement = results.requirement else { return }
    let program = session.planner.capacityProgram(results.scenario, requirement: requirement)
    if let lpFile { try Console.write(program.lpText, toFile: lpFile) }
    if let mpsFile { try Console.write(program.mpsText, toFile: mpsFile) }
  }
}
