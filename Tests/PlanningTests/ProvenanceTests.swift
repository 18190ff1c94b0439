import Foundation
import PlanFixtures
import Planning
import Testing

@Suite("Values of the whole chain")
struct ProvenanceTests {
  @Test("Provenance keeps every bit of a seed in JSON")
  func provenance() throws {
    let data = try JSONEncoder().encode(PlanFixture.provenance)
    #expect(try JSONDecoder().decode(Provenance.self, from: data) == PlanFixture.provenance)
    #expect(PlanFixture.provenance.seed == .max)
  }

  @Test("A plan is the same after JSON and back")
  func plan() throws {
    let data = try JSONEncoder().encode(PlanFixture.plan)
    #expect(try JSONDecoder().decode(Plan.self, from: data) == PlanFixture.plan)
  }

  @Test("Stages are in the order of the chain")
  func stages() {
    #expect(
      PlanningStage.allCases.map(\.rawValue)
        == ["forecast", "requirement", "capacity", "schedule", "cost"])
  }

  @Test("Results make a plan only when every stage but the schedule is there")
  func results() {
    let plan = PlanFixture.plan
    #expect(StageResults(plan).plan == plan)
    var results = StageResults(scenario: plan.scenario)
    #expect(results.plan == nil)
    results.forecast = plan.forecast
    results.requirement = plan.requirement
    results.capacity = plan.capacity
    #expect(results.plan == nil)
    results.cost = plan.cost
    #expect(results.plan != nil && results.plan?.schedule == nil)
    results.schedule = plan.schedule
    #expect(results.plan == plan)
  }

  @Test("The version is three numbers")
  func version() {
    let parts = PeakPlanVersion.current.split(separator: ".")
    #expect(parts.count == 3 && parts.allSatisfy { Int($0) != nil })
  }
}
