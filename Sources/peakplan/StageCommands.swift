internal import ArgumentParser
internal import Planning
internal import Reporting

/// A verb that runs the chain up to its stage and prints that stage.
protocol StageCommand: ParsableCommand {
  static var stage: PlanningStage { get }
  var scenario: ScenarioOptions { get }
  var solve: SolveOptions { get }
  var output: OutputOptions { get }
  var language: LanguageOptions { get }
}

extension StageCommand {
  /// Runs the chain up to the verb's stage and prints it.
  func printStage() throws {
    let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
    let results = try session.results(until: Self.stage)
    if output.json {
      let document = PlanDocument(results, provenance: session.provenance)
      Console.result(document.document(of: Self.stage).text)
    } else {
      let report = StageReport(results, language: language.language)
      Console.result(
        report.text(of: Self.stage, width: Console.width, color: output.colorsResult))
    }
    try session.finish(results)
  }
}

struct ForecastCommand: StageCommand {
  static let stage = PlanningStage.forecast
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Say how many contacts come, and how long they take.")

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws { try printStage() }
}

struct ScheduleCommand: StageCommand {
  static let stage = PlanningStage.schedule
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Place seats on shifts in the peak weeks.")

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws { try printStage() }
}
