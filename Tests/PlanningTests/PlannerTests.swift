import Costing
import Forecasting
import GLPK
import PlanFixtures
import Planning
import Scenarios
import Testing
import Units

@Suite("The pipeline runs the stages in order")
struct PlannerTests {
  let planner = Planner(solver: GLPKSolver())
  let scenario = PlanFixture.scenario(
    demand: .forecast(PlanFixture.twoWeeksOfChats))

  @Test("Up to each stage, no further", arguments: PlanningStage.allCases)
  func until(stage: PlanningStage) throws {
    var started: [PlanningStage] = []
    let results = try planner.run(scenario, until: stage) { started.append($0) }
    let place = try #require(PlanningStage.allCases.firstIndex(of: stage))
    #expect(started == Array(PlanningStage.allCases.prefix(place + 1)))
    #expect(results.forecast != nil)
    #expect((results.requirement != nil) == (place >= 1))
    #expect((results.capacity != nil) == (place >= 2))
    #expect((results.schedule != nil) == (place >= 3))
    #expect((results.cost != nil) == (place >= 4))
    #expect((results.plan != nil) == (stage == .cost))
  }

  @Test("Whoever waits no longer ends the chain before a stage, and is told which")
  func cancelled() {
    let error = #expect(throws: PlanningError.self) {
      try planner.run(scenario) { stage throws(PlanningError) in
        if stage == .capacity { throw .cancelled(before: stage) }
      }
    }
    #expect(error?.description == "interrupted before there was a plan (next: capacity)")
  }

  @Test("The whole chain at once is the same plan as stage by stage, and the same again")
  func same() throws {
    let plan = try planner.plan(scenario)
    #expect(try planner.run(scenario).plan == plan)
    #expect(try planner.plan(scenario) == plan)
    #expect(plan.cost.total > .zero)
  }

  @Test("An error says in which stage it arose")
  func errors() {
    let empty = IntervalHistory(intervalMinutes: 60, intervals: [], file: "none.csv")
    let scenario = PlanFixture.scenario(demand: .history(empty))
    let error = #expect(throws: PlanningError.self) { try planner.plan(scenario) }
    #expect(error?.description.hasPrefix("forecast: ") == true)
  }
}
