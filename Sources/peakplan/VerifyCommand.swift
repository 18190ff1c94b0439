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

  @OptionGroup var written: WrittenPlanOptions

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

    /// The plan of a document.
    init(_ written: WrittenPlan) throws(Failure) {
      self.init(try written.plan())
      let document = written.document
      if document.pins.isEmpty {
        outline = CapacityPlanner(
          solver: written.planner.solver, options: written.planner.capacityOptions
        ).outline(scenario, requirement: requirement)
      }
      var stages = written.results
      stages.capacity = capacity
      stages.schedule = schedule
      stages.cost = document.hasCost ? cost : nil
      self.written = WrittenFindings(
        comparison: document.comparison(with: stages), unknown: document.unknownMembers)
    }
  }

  private func candidate() throws -> Candidate {
    source.isDocument
      ? try Candidate(WrittenPlan(source, scenario: written.scenario))
      : Candidate(try source.wholePlan().plan)
  }
}
