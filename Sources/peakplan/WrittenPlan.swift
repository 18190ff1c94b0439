internal import ArgumentParser
internal import Costing
internal import Foundation
internal import Planning
internal import Reporting
internal import ScenarioFiles
internal import Scenarios
internal import Staffing

/// Where the scenario of a plan's document is.
struct WrittenPlanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of the scenario of a plan.json.", valueName: "folder"),
    completion: .directory)
  var scenario: String?
}

/// A plan that `plan --out`, `plan --json` or `capacity --json` wrote, with its scenario's forecast
/// and requirement, which the document does not hold.
struct WrittenPlan {
  let document: PlanDocumentReader
  /// The scenario with the document's pins.
  let scenario: Scenario
  /// Forecast and requirement of the scenario, computed anew.
  let results: StageResults
  let requirement: StaffingRequirement
  let planner: Planner
  private let path: String

  /// Reads the file that `source` names, and the scenario with what was set for the plan.
  init(_ source: PlanSource, scenario folder: String?) throws {
    path = source.plan
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("there is no file \(path)", code: .badInput)
    }
    guard let folder else {
      throw Failure(
        "\(path) does not hold its scenario: name its folder with --scenario", code: .usage)
    }
    do {
      document = try PlanDocumentReader(String(decoding: data, as: UTF8.self))
    } catch {
      throw Failure("\(path): \(error)", code: .badInput)
    }
    let plain = try source.session(of: folder, settings: []).reading
    let known = Set(plain.diff.map { "\($0.path)=\($0.override ?? "")" })
    let overrides = document.provenance.overrides.map { "\($0.path)=\($0.value)" }
      .filter { !known.contains($0) }
    let session = try source.session(of: folder, settings: overrides + source.settings)
    let reading = session.reading
    guard reading.scenario.id == document.scenario else {
      throw Failure(
        "\(path) is a plan of \(document.scenario), not of \(reading.scenario.id)",
        code: .badInput)
    }
    if !source.output.quiet { WrittenPlan.noteChanges(document.provenance, reading) }
    results = try session.results(until: .requirement)
    guard let requirement = results.requirement else {
      throw Failure("the chain ended before its second stage", code: .failure)
    }
    self.requirement = requirement
    planner = session.planner
    scenario = try results.scenario.adding(pins: document.pins)
  }

  /// The document's plan: capacity, schedule and ledger as they are written; where it has no ledger,
  /// the one that follows.
  func plan() throws(Failure) -> Plan {
    guard let forecast = results.forecast else {
      throw Failure("the chain ended before its second stage", code: .failure)
    }
    do throws(PlanDocumentReader.Unreadable) {
      let capacity = try document.capacity(of: scenario)
      let schedule = try document.schedule(of: scenario)
      let cost =
        document.hasCost
        ? try document.cost(of: scenario)
        : CostAccountant().statement(scenario: scenario, capacity: capacity, schedule: schedule)
      return Plan(
        scenario: scenario, forecast: forecast, requirement: requirement, capacity: capacity,
        schedule: schedule, cost: cost)
    } catch {
      throw Failure("\(path): \(error)", code: .badInput)
    }
  }

  /// Says which files of the scenario are not those that the plan was made from.
  private static func noteChanges(_ provenance: Provenance, _ reading: ScenarioReading) {
    for input in reading.inputs {
      let before = provenance.inputs.first { $0.path == input.path }
      if before?.sha256 != input.sha256 {
        Console.note("\(input.path) is not the file that the plan was made from")
      }
    }
  }
}

extension PlanSource {
  /// Whether a plan's document is named, and not a scenario's folder or a run.
  var isDocument: Bool { plan.hasSuffix(".json") }
}
