internal import ArgumentParser
internal import CapacityPlanning
internal import Costing
internal import Foundation
internal import Planning
internal import Reporting
internal import ScenarioFiles
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Verification

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute a plan from its decisions, and say what does not agree.",
    discussion: """
      The plan is a scenario's folder, which is planned anew; the number of a run that was kept; or \
      a plan.json that `plan --out`, `plan --json` or `capacity --json` wrote, with --scenario for \
      the folder of its scenario. Every head, hour, cap, seat and contract is recomputed week by \
      week without a solver, and the money line by line; of a document all that it states beside. \
      Ends with exit code 7 when anything does not agree.
      """)

  @OptionGroup var source: PlanSource

  @Option(
    help: ArgumentHelp("The folder of the scenario of a plan.json.", valueName: "folder"),
    completion: .directory)
  var scenario: String?

  func run() throws {
    let candidate = try candidate()
    let verifier = PlanVerifier(candidate.scenario, requirement: candidate.requirement)
    var report = verifier.report(
      on: candidate.capacity, cost: candidate.cost, schedule: candidate.schedule,
      outline: candidate.outline)
    if let written = candidate.written { report = report.adding(written) }
    let text = FindingText(report, of: candidate.scenario, weeks: candidate.capacity.weeks.count)
    Console.result(
      source.output.json ? text.document.text : text.lines.map { $0 + "\n" }.joined())
    if !report.isClean { throw ExitCode.findings }
  }

  /// A plan, and what it is to be checked against.
  private struct Candidate {
    let scenario: Scenario
    let requirement: StaffingRequirement
    let capacity: CapacityPlan
    let cost: CostStatement
    var schedule: ShiftSchedule?
    var outline: ProgramOutline?
    var written: WrittenFindings?

    init(_ plan: Plan) {
      scenario = plan.scenario
      requirement = plan.requirement
      capacity = plan.capacity
      cost = plan.cost
      schedule = plan.schedule
    }

    /// The plan of a document; `results` are the scenario's forecast and requirement.
    init(
      _ document: PlanDocumentReader, of results: StageResults,
      requirement: StaffingRequirement, planner: Planner
    ) throws {
      let pinned = try results.scenario.adding(pins: document.pins)
      scenario = pinned
      self.requirement = requirement
      capacity = try document.capacity(of: pinned)
      cost =
        document.hasCost
        ? try document.cost(of: pinned)
        : CostAccountant().statement(scenario: pinned, capacity: capacity, schedule: nil)
      schedule = try document.schedule(of: pinned)
      if document.pins.isEmpty {
        outline = CapacityPlanner(solver: planner.solver, options: planner.capacityOptions)
          .outline(pinned, requirement: requirement)
      }
      var stages = results
      stages.capacity = capacity
      stages.schedule = schedule
      stages.cost = document.hasCost ? cost : nil
      written = WrittenFindings(
        comparison: document.comparison(with: stages), unknown: document.unknownMembers)
    }
  }

  private func candidate() throws -> Candidate {
    source.plan.hasSuffix(".json") ? try written() : Candidate(try source.wholePlan().plan)
  }

  /// The plan of a document, against its scenario with what was set for it.
  private func written() throws -> Candidate {
    let plan = source.plan
    guard let data = FileManager.default.contents(atPath: plan) else {
      throw Failure("there is no file \(plan)", code: .badInput)
    }
    guard let folder = scenario else {
      throw Failure(
        "\(plan) does not hold its scenario: name its folder with --scenario", code: .usage)
    }
    do {
      let document = try PlanDocumentReader(String(decoding: data, as: UTF8.self))
      let plain = try source.session(of: folder, settings: []).reading
      let known = Set(plain.diff.map { "\($0.path)=\($0.override ?? "")" })
      let overrides = document.provenance.overrides.map { "\($0.path)=\($0.value)" }
        .filter { !known.contains($0) }
      let session = try source.session(of: folder, settings: overrides + source.settings)
      let reading = session.reading
      guard reading.scenario.id == document.scenario else {
        throw Failure(
          "\(plan) is a plan of \(document.scenario), not of \(reading.scenario.id)",
          code: .badInput)
      }
      if !source.output.quiet { noteChanges(document.provenance, reading) }
      let results = try session.results(until: .requirement)
      guard let requirement = results.requirement else {
        throw Failure("the chain ended before its second stage", code: .failure)
      }
      return try Candidate(
        document, of: results, requirement: requirement, planner: session.planner)
    } catch let error as PlanDocumentReader.Unreadable {
      throw Failure("\(plan): \(error)", code: .badInput)
    }
  }

  /// Says which files of the scenario are not those that the plan was made from.
  private func noteChanges(_ provenance: Provenance, _ reading: ScenarioReading) {
    for input in reading.inputs {
      let before = provenance.inputs.first { $0.path == input.path }
      if before?.sha256 != input.sha256 {
        Console.note("\(input.path) is not the file that the plan was made from")
      }
    }
  }
}
