import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Four weeks that need 100 hours each; one of our own, 40 hours; a vendor at 50.00.
@Suite("What a vendor may take of a queue, and what it was awarded")
struct AwardTests {
  @Test("Of a queue with a limit it takes its share and no more")
  func queueShare() throws {
    let plan = try plan(
      VendorClauses(queueShares: [.init(queue: Queue.ID("calls"), share: .percent(30))]))
    #expect(abs(plan.billed - 120) < 0.01)
    #expect(abs(plan.short - 120) < 0.01)
  }

  @Test("Hours that were awarded are billed, used or not")
  func awarded() throws {
    let plan = try plan(VendorClauses(awardedTime: WorkTime(hours: 300)))
    #expect(abs(plan.billed - 300) < 0.01)
    #expect(abs(plan.short) < 0.01)
  }

  @Test("An award below what is used changes nothing")
  func lessThanUsed() throws {
    let plan = try plan(VendorClauses(awardedTime: WorkTime(hours: 100)))
    #expect(abs(plan.billed - 240) < 0.01)
  }

  /// 30 % of 100 hours a week leave 30 hours short, 120 in all: ten contacts an hour at 10.00 or more,
  /// less 50.00 for the hour that would serve them.
  @Test("The limit's price is what the missing hours cost less the vendor's own price")
  func price() throws {
    var fixture = fixture()
    fixture.vendors[0].clauses = VendorClauses(
      queueShares: [.init(queue: Queue.ID("calls"), share: .percent(30))])
    let requirement = fixture.requirement
    let plan = try CapacityPlanner(solver: GLPKSolver())
      .plan(fixture.scenario, requirement: requirement)
    let study = try CapacityStudy(
      fixture.scenario, requirement: requirement, plan: plan, solver: GLPKSolver())
    let rule = CapacityRule(.vendorShare, of: "outside")
    let price = try #require(try study.rulePrices(of: [rule]).first)
    let missing = plan.shortages.map(\.cost).total()
    #expect(price.saved == missing - Money(minorUnits: 600_000))
  }

  private func fixture() -> ScenarioFixture {
    var fixture = ScenarioFixture()
    fixture.queues = [QueueFixture("calls", weeklyHours: [100])]
    fixture.groups = [GroupFixture("own", skills: ["calls"], heads: 1)]
    fixture.vendors = [VendorFixture("outside", skills: ["calls"])]
    return fixture
  }

  private func plan(_ clauses: VendorClauses) throws -> (billed: Double, short: Double) {
    var fixture = fixture()
    fixture.vendors[0].clauses = clauses
    let plan = try CapacityPlanner(solver: GLPKSolver())
      .plan(fixture.scenario, requirement: fixture.requirement)
    let billed = plan.vendors[0].weeks.map(\.billedOrdinary).total().hours
    return (billed, plan.shortages.map(\.netTime).total().hours)
  }
}
