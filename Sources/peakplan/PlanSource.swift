internal import ArgumentParser
internal import Planning
internal import Reporting
internal import ScenarioFiles
internal import Storage

/// A plan that questions are asked of: a scenario's folder, which is planned anew, or the number of a
/// run that was kept.
struct PlanSource: ParsableArguments {
  @Argument(help: "A scenario's folder, or the number of a run.", completion: .directory)
  var plan: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Override one part of the scenario; can be given again.", valueName: "path=value"))
  var settings: [String] = []

  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  /// The plan of the kept run; nil where a scenario was named.
  func keptPlan() throws -> (plan: Plan, provenance: Provenance)? {
    guard let run = Int64(plan) else { return nil }
    let store = try store.open(forRun: run)
    do {
      return try store.plan(of: run)
    } catch {
      throw Failure(error)
    }
  }

  /// The scenario, about to be planned.
  func session() throws -> PlanningSession { try session(of: plan, settings: settings) }

  /// The scenario of a folder, about to be planned.
  func session(of folder: String, settings: [String]) throws -> PlanningSession {
    var options = ScenarioOptions()
    options.scenario = folder
    options.settings = settings
    options.seed = nil
    return PlanningSession(try options.read(output), solve: solve, output: output)
  }

  /// The kept plan, or that of the whole chain.
  func wholePlan() throws -> (plan: Plan, provenance: Provenance) {
    if let kept = try keptPlan() { return kept }
    let session = try session()
    let results = try session.results()
    if Interruption.isRequested {
      throw Failure(
        "interrupted: the plan that was found so far is not the whole plan's, so nothing is said of it",
        code: .interrupted)
    }
    guard let plan = results.plan else {
      throw Failure("the chain ended before its last stage", code: .failure)
    }
    return (plan, session.provenance)
  }
}
