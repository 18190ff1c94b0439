import BusinessCalendar
import CapacityPlanning
import GLPK
import LinearProgramming
import PlanningFixtures
import Scenarios
import Staffing
import Testing
import Units

@Suite("Scenarios with little in them, and rules that contradict each other")
struct EdgeCaseTests {
  @Test("An empty scenario has an empty plan")
  func empty() throws {
    let plan = try bestPlan(ScenarioFixture(weeks: 1))
    #expect(plan.solve.objective == 0)
    #expect(plan.solve.status == "optimal")
    #expect(plan.weeks.count == 1)
    #expect(plan.groups.isEmpty && plan.vendors.isEmpty && plan.shortages.isEmpty)
  }

  @Test("Queues that need nothing, groups without people, one week")
  func zeroHours() throws {
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [
      QueueFixture("calls", weeklyHours: [0]), QueueFixture("none", weeklyHours: []),
    ]
    fixture.groups = [
      GroupFixture("nobody", skills: ["calls"], heads: 0),
      GroupFixture("idle", skills: [], heads: 2),
    ]
    fixture.groups[0].hiring = .fixture(lead: 5, trainers: 0)
    fixture.groups[0].overtime = .everybody
    fixture.vendors = [VendorFixture("desk", skills: [])]
    fixture.endStrength = .whole
    let plan = try bestPlan(fixture)
    #expect(agree(plan.solve.objective, 320_000))
    #expect(plan.shortages.isEmpty && plan.classes.isEmpty)
  }

  @Test("Only vendors")
  func onlyVendors() throws {
    var fixture = ScenarioFixture(weeks: 2)
    fixture.queues = [QueueFixture("calls", weeklyHours: [100])]
    fixture.vendors = [VendorFixture("desk", skills: ["calls"])]
    let plan = try bestPlan(fixture)
    #expect(agree(plan.solve.objective, 200 * 5000))
    #expect(plan.missingAtEnd == .zero)
  }

  @Test("No pay rules: no overtime, and holidays are days like others")
  func noPayRules() throws {
    var fixture = ScenarioFixture(weeks: 1)
    fixture.payRules = []
    fixture.holidays = [try #require(LocalDate(iso: "2026-06-03"))]
    fixture.queues = [QueueFixture("calls", weeklyHours: [70])]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: 2)]
    fixture.groups[0].overtime = .everybody
    let plan = try bestPlan(fixture)
    #expect(plan.shortages.isEmpty)
    #expect(plan.overtimeHours == 0)
  }

  @Test("Numbers that make no sense end in a plan or an error, never in a crash", arguments: 0..<8)
  func nonsense(kind: Int) throws {
    var fixture = try ConstraintFamilyTests.tiny()
    fixture.budget = nil
    switch kind {
    case 0: fixture.groups[0].contractHours = .zero
    case 1: fixture.groups[0].scheduleEfficiency = .zero
    case 2: fixture.groups[0].hiring = .fixture(sizes: 0...0, trainers: 3)
    case 3: fixture.vendors[0].proficiency = .zero
    case 4: fixture.vendors[0].hoursPerSeat = .zero
    case 5: fixture.sites = [Site(id: Site.ID("hall"), name: "", seats: 0)]
    case 6: fixture.queues[0].handleTime = .zero
    default: fixture.queues[0].weeklyHours = [.nan, .infinity]
    }
    let plan = try bestPlan(fixture)
    #expect(plan.solve.objective.isFinite)
  }

  @Test("A requirement that speaks of no queue needs nothing")
  func missingRequirement() throws {
    var fixture = ScenarioFixture(weeks: 2)
    fixture.queues = [QueueFixture("calls", weeklyHours: [100])]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: 1)]
    let scenario = fixture.scenario
    let plan = try CapacityPlanner(solver: GLPKSolver()).plan(
      scenario, requirement: StaffingRequirement(grid: scenario.grid, queues: []))
    #expect(plan.shortages.isEmpty)
  }

  @Test("A budget below the pay of those already there is a contradiction, with the sum it lacks")
  func budget() throws {
    var fixture = ScenarioFixture(weeks: 2)
    fixture.queues = [QueueFixture("calls", weeklyHours: [100])]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: 2)]
    fixture.budget = Money(minorUnits: 500_000)
    // Two heads for two weeks of 40 h at 40.00 are 6,400.00.
    let error = #expect(throws: CapacityError.self) { try bestPlan(fixture) }
    let words = try #require(error).description
    #expect(words.contains("the budget: 5,000.00 is less than what must be paid in any case"))
    #expect(words.contains("raise it by 1,400.00 at least (policy.budget)"))
  }

  @Test("A solver that fails is named, and ends in no crash")
  func failingSolver() throws {
    struct Failing: Solver {
      func solve(
        _ program: LinearProgram, options: SolverOptions, from basis: Basis?
      ) throws(SolverError) -> Solution {
        throw .aborted(message: "for the test")
      }
    }
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [QueueFixture("calls", weeklyHours: [100])]
    #expect(throws: CapacityError.solver(.aborted(message: "for the test"))) {
      try CapacityPlanner(solver: Failing())
        .plan(fixture.scenario, requirement: fixture.requirement)
    }
  }

  @Test("Ids of any length make rows that can be solved")
  func longNames() throws {
    var fixture = ScenarioFixture(weeks: 1)
    let long = String(repeating: "very-", count: 80) + "long"
    fixture.id = long
    fixture.queues = [QueueFixture(long, weeklyHours: [50])]
    fixture.groups = [GroupFixture(long, skills: [long], heads: 1)]
    let plan = try bestPlan(fixture)
    #expect(plan.shortages.count == 1)
  }

  @Test("A limit of nodes ends the search, and the plan says so")
  func nodeLimit() throws {
    let fixture = ScenarioFixture.halfYear(seed: 3, weeks: 20, queues: 6)
    let plan = try CapacityPlanner(
      solver: GLPKSolver(), options: CapacityOptions(gap: .zero, nodeLimit: 1)
    ).plan(fixture.scenario, requirement: fixture.requirement)
    #expect(plan.solve.isLimitReached)
    #expect(plan.solve.status == "limit reached")
    #expect(try #require(plan.solve.gap) > .zero)
  }

  @Test("The program of a scenario can be written to a file and read back")
  func program() throws {
    let fixture = try ConstraintFamilyTests.tiny()
    let program = CapacityPlanner(solver: GLPKSolver())
      .program(fixture.scenario, requirement: fixture.requirement)
    #expect(program.isMixedInteger)
    #expect(program.lpText.contains("cover~calls"))
  }
}
