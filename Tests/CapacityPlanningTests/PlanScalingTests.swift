import GLPK
import PayRules
import PlanningFixtures
import Scenarios
import Testing
import Units

@testable import CapacityPlanning

/// What must hold of any plan, over seeded scenarios that have every kind of rule.
@Suite("Plans of seeded scenarios")
struct PlanScalingTests {
  /// Six weeks, three queues, two groups of one site, a vendor with every clause, limits of the
  /// policy; all money is `price` times what it would be, and ids end in `suffix`.
  private func scenario(
    _ seed: UInt64, price: Int64 = 1, suffix: String = ""
  ) -> ScenarioFixture {
    var dice = Dice(seed: seed)
    func money(_ minor: Int64) -> Money { Money(minorUnits: minor * price) }
    var fixture = ScenarioFixture(weeks: 6)
    fixture.queues = (1...3).map { number in
      var queue = QueueFixture(
        "queue-\(number)\(suffix)", weeklyHours: (0..<6).map { _ in 60 + 200 * dice.share() })
      queue.lostContactPrice = money(Int64(dice.whole(600...1400)))
      return queue
    }
    fixture.sites = [Site(id: Site.ID("hall\(suffix)"), name: "Hall", seats: dice.whole(4...9))]
    fixture.groups = (1...2).map { number in
      var group = GroupFixture(
        "group-\(number)\(suffix)",
        skills: ["queue-\(number)\(suffix)", "queue-\(number + 1)\(suffix)"],
        heads: 2 + 4 * dice.share())
      group.site = fixture.sites[0].id
      group.wage = .hourly(HourlyRate(perHour: UnitPrice(money(4000))))
      group.employerOnCost = .percent(30)
      group.hiring = .fixture(
        lead: dice.whole(0...2), sizes: 2...6, calendar: .every(weeks: dice.whole(1...2)),
        ramp: [0.6], costPerHire: 10_000 * price, costPerClass: 50_000 * price)
      group.overtime = OvertimeRules(
        takeUp: .percent(60), maximumPerWeek: WorkTime(hours: 6), productivity: .percent(90))
      return group
    }
    var vendor = VendorFixture("desk\(suffix)", skills: ["queue-1\(suffix)", "queue-3\(suffix)"])
    vendor.price = Int64(dice.whole(4500...7000)) * price
    vendor.notice = dice.whole(0...2)
    vendor.ramp = 1
    vendor.minimumSeats = 1
    vendor.maximumSeats = 3
    vendor.committedHours = 120
    vendor.setUpFee = money(50_000)
    fixture.vendors = [vendor]
    fixture.outsourcingLimits = [
      Policy.OutsourcingLimit(queue: Queue.ID("queue-1\(suffix)"), share: .percent(40))
    ]
    fixture.maximumOutsourcedShare = .percent(20)
    fixture.endStrength = .percent(60)
    fixture.priceOfMissingHeadAtEnd = money(300_000)
    return fixture
  }

  private func cost(_ scenario: Scenario, _ fixture: ScenarioFixture) throws -> Double {
    try CapacityPlanner(solver: GLPKSolver(), options: CapacityOptions(gap: .zero))
      .plan(scenario, requirement: fixture.requirement).solve.objective
  }

  /// Only that people leave is no limit: those who stay are paid.
  @Test("A rule that is set aside never raises the cost", arguments: 1...4)
  func relaxed(seed: UInt64) throws {
    let fixture = scenario(seed)
    let before = try cost(fixture.scenario, fixture)
    var tried = 0
    for rule in CapacityRule.all(of: fixture.scenario) where rule.kind != .attrition {
      let without = try #require(fixture.scenario.without(rule))
      let after = try cost(without, fixture)
      #expect(after <= before * (1 + 1e-6), "\(rule.path)")
      tried += 1
    }
    #expect(tried >= 20)
  }

  @Test("All prices times three: the cost times three, the decisions the same", arguments: 1...4)
  func scaled(seed: UInt64) throws {
    let once = scenario(seed)
    let thrice = scenario(seed, price: 3)
    let plan = try bestPlan(once)
    let dear = try bestPlan(thrice)
    #expect(agree(dear.solve.objective, 3 * plan.solve.objective, within: 1e-6))
    #expect(dear.classes == plan.classes)
  }

  @Test("Other names change nothing", arguments: 1...4)
  func renamed(seed: UInt64) throws {
    let plan = try bestPlan(scenario(seed))
    let renamed = try bestPlan(scenario(seed, suffix: "-x"))
    #expect(renamed.solve.objective == plan.solve.objective)
    #expect(renamed.classes.map(\.start) == plan.classes.map(\.start))
    #expect(renamed.classes.map(\.heads) == plan.classes.map(\.heads))
    #expect(
      renamed.vendors.map(\.weeks)
        == plan.vendors.map { vendor in
          vendor.weeks.map { week in
            VendorPlan.WeekPlan(
              seats: week.seats, added: week.added, billedOrdinary: week.billedOrdinary,
              billedStatutoryHoliday: week.billedStatutoryHoliday,
              allocations: week.allocations.map {
                Allocation(
                  queue: Queue.ID($0.queue.rawValue + "-x"), bucket: $0.bucket, netTime: $0.netTime)
              })
          }
        })
  }

  @Test("Two queues of the same work cost no more when both groups can do both", arguments: 1...6)
  func pooled(seed: UInt64) throws {
    var apart = scenario(seed)
    apart.queues.removeLast()
    apart.queues[1].lostContactPrice = apart.queues[0].lostContactPrice
    apart.groups[0].skills = [apart.queues[0].id]
    apart.groups[1].skills = [apart.queues[1].id]
    apart.vendors = []
    apart.outsourcingLimits = []
    // The strength at the end is asked of teams, and one team has another mean week than two.
    apart.endStrength = .zero
    var together = apart
    for index in together.groups.indices {
      together.groups[index].skills = together.queues.map(\.id)
    }
    let before = try cost(apart.scenario, apart)
    let after = try cost(together.scenario, together)
    #expect(after <= before * (1 + 1e-6))
  }
}
