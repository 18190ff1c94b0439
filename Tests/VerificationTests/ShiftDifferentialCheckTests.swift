import BusinessCalendar
import CapacityPlanning
import Costing
import PayRules
import PlanningFixtures
import Scenarios
import Testing
import Units
import Verification

@Suite("Night premiums and allowances of a plan, recomputed")
struct ShiftDifferentialCheckTests {
  private func made() throws -> PlannedCase {
    var fixture = ScenarioFixture.hundred(start: "2026-09-21", weeks: 4)
    fixture.queues[0].opens = 12
    fixture.queues[0].closes = 24
    fixture.holidays = [fixture.start.adding(days: 4)]
    fixture.groups[0].overtime = .everybody
    fixture.payRules = try fixture.payRules.map {
      try $0.stating(["night_allow": "30|21:30-06:00|60"])
    }
    return try PlannedCase(fixture)
  }

  @Test("are clean as planned")
  func clean() throws {
    let made = try made()
    #expect(made.cost.total(of: .shiftDifferential) > .zero)
    #expect(made.report.findings.isEmpty, "\(made.report.findings.prefix(5).map(\.line))")
  }

  @Test("are found out where the law pays another amount, or none")
  func mutated() throws {
    let made = try made()
    for terms in [["night_allow": "31|21:30-06:00|60"], ["night_allow": "30|21:30-06:00|240"], [:]]
    {
      var scenario = made.scenario
      scenario.payRules = try RulePack.bundled.filter { $0.id == "china-standard" }.map {
        try $0.stating(terms)
      }
      let report = PlanVerifier(scenario, requirement: made.requirement)
        .report(on: made.plan, cost: made.cost)
      #expect(!report.findings.isEmpty, "\(terms)")
    }
  }
}
