import BusinessCalendar
import CapacityPlanning
import Costing
import GLPK
import PlanningFixtures
import Scenarios
import Staffing
import Units
import Verification

/// A scenario, what it requires, its plan and what that costs.
struct PlannedCase: Sendable {
  let scenario: Scenario
  let requirement: StaffingRequirement
  let plan: CapacityPlan
  let cost: CostStatement

  init(_ fixture: ScenarioFixture, pins: [String] = []) throws {
    let plain = fixture.scenario
    scenario = plain.with(pins: try pins.map { try PlanPin($0, in: plain) })
    requirement = fixture.requirement
    plan = try CapacityPlanner(solver: GLPKSolver())
      .plan(scenario, requirement: requirement)
    cost = CostAccountant().statement(scenario: scenario, capacity: plan, schedule: nil)
  }

  var report: VerificationReport {
    PlanVerifier(scenario, requirement: requirement).report(
      on: plan, cost: cost, outline: outline)
  }

  /// The program that the scenario gives, built again.
  var outline: ProgramOutline {
    CapacityPlanner(solver: GLPKSolver()).outline(scenario, requirement: requirement)
  }
}

extension ScenarioFixture {
  /// A half-year in which every rule that a plan can break is there: waves, contracts with minimum,
  /// commitment and set-up, a tight site, a mission-critical queue, support roles, a budget.
  static func everything(seed: UInt64, weeks: Int = 20) -> ScenarioFixture {
    var fixture = ScenarioFixture.halfYear(seed: seed, weeks: weeks, queues: 4)
    for index in fixture.queues.indices {
      fixture.queues[index].lostContactPrice = Money(minorUnits: 4000)
    }
    for index in fixture.groups.indices {
      fixture.groups[index].overtime = OvertimeRules(
        takeUp: .percent(60), maximumPerWeek: nil, productivity: .percent(90))
      let attrition = fixture.groups[index].attrition
      fixture.groups[index].attrition = Attrition(
        bands: attrition.bands,
        waves: [
          Attrition.Wave(
            date: fixture.start.adding(days: 38), share: .percent(5), reason: "end of summer")
        ])
    }
    // Every other case: overtime as the scenario limits it, not the law.
    if seed.isMultiple(of: 2) {
      fixture.groups[0].overtime = OvertimeRules(
        takeUp: .percent(60), maximumPerWeek: WorkTime(hours: 4), productivity: .percent(90))
    }
    for index in fixture.vendors.indices {
      fixture.vendors[index].committedHours = index == 0 ? 600 : nil
      fixture.vendors[index].minimumSeats = 12
      fixture.vendors[index].ramp = 6
      fixture.vendors[index].setUpFee = Money(minorUnits: 400_000)
    }
    fixture.supportRoles = [
      SupportRole(
        id: Identifier("team-leader"), name: "Team leader", span: .init(1, per: 12),
        groups: fixture.groups.map(\.id), wage: .monthly(Money(minorUnits: 900_000)),
        employerOnCost: .percent(32))
    ]
    fixture.budget = Money(minorUnits: 9_000_000_000)
    return fixture
  }

  /// A group of a hundred people for one queue, twelve weeks from `start`.
  static func hundred(
    start: String = "2026-06-01", weeks: Int = 12, perWeek: Double = 0
  ) -> ScenarioFixture {
    var fixture = ScenarioFixture(start: start, weeks: weeks)
    fixture.queues = [QueueFixture("calls", weeklyHours: [3000])]
    var group = GroupFixture("desk", skills: ["calls"], heads: 100)
    group.attrition = Attrition(
      bands: [
        Attrition.Band(fromTenureWeeks: 0, perWeek: Share(perWeek), stated: "as it is")
      ], waves: [])
    fixture.groups = [group]
    return fixture
  }
}

extension Finding {
  /// One line of a test's message.
  var line: String {
    "\(family.rawValue): \(owner) \(week.map { "\($0)" } ?? "") \(month.map { "\($0)" } ?? "") "
      + "\(what): \(stated) \(comparison.rawValue) \(recomputed)"
  }
}
