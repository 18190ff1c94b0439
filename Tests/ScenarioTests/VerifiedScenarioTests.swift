import CapacityPlanning
import Foundation
import GLPK
import Planning
import ScenarioFiles
import Scenarios
import TestSupport
import Testing
import Units
import Verification

/// Every scenario that ships, variants too: its plan holds what it promises, and its attrition is
/// converted as the page says.
@Suite("The plans of the scenarios that ship, recomputed")
struct VerifiedScenarioTests {
  @Test("agree with what follows from their decisions", arguments: ShippedScenarioTests.names)
  func verified(name: String) throws {
    let plan = try Planner(solver: GLPKSolver()).plan(reading(name).scenario)
    let report = PlanVerifier(plan.scenario, requirement: plan.requirement).report(
      on: plan.capacity, cost: plan.cost, schedule: plan.schedule,
      outline: CapacityPlanner(solver: GLPKSolver())
        .outline(plan.scenario, requirement: plan.requirement))
    for finding in report.findings.prefix(10) {
      Issue.record("\(finding.family.rawValue) \(finding.owner): \(finding)")
    }
    #expect(report.isClean)
    let figures = report.checked.reduce(0) { $0 + $1.figures }
    #expect(figures > 100, "only \(figures) figures were compared")
    #expect(report.checked.contains { $0.family == .heads } || plan.scenario.staffGroups.isEmpty)
  }

  /// `a % per month` is the hazard 1 − (1 − a)^(1/n) a week, n = 365.25 ÷ 7 ÷ 12 weeks.
  @Test(
    "have attrition a week that gives the stated rate again", arguments: ShippedScenarioTests.names)
  func attrition(name: String) throws {
    let weeks: [String: Double] = [
      "week": 1, "month": 365.25 / 84, "quarter": 365.25 / 28, "year": 365.25 / 7,
    ]
    for band in try reading(name).scenario.staffGroups.flatMap(\.attrition.bands) {
      let words = band.stated.split(separator: " ").map(String.init)
      let percent = try #require(words.first.flatMap { Double($0) }, "\(band.stated)")
      let period = try #require(words.last.flatMap { weeks[$0] }, "\(band.stated)")
      let staying = pow(1 - band.perWeek.value, period)
      #expect((1 - staying - percent / 100).magnitude < 1e-9, "\(band.stated)")
    }
  }

  private func reading(_ name: String) throws -> ScenarioReading {
    let folder = PackageFolder.root.appendingPathComponent("scenarios/\(name)")
    return try ScenarioReader().read(folder: folder.path)
  }
}
