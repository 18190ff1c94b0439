import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// What must hold between two plans of scenarios that differ in one thing, over seeded variations
/// small enough to be solved to the best plan.
@Suite("Plans compared")
struct PlanPropertyTests {
  /// Six weeks, three queues, two groups that can hire and work overtime, one vendor.
  private func variation(_ seed: UInt64) -> ScenarioFixture {
    var dice = Dice(seed: seed)
    var fixture = ScenarioFixture(weeks: 6)
    fixture.queues = (1...3).map { number in
      QueueFixture(
        "queue-\(number)", weeklyHours: (0..<6).map { _ in 60 + 200 * dice.share() })
    }
    fixture.groups = (1...2).map { number in
      var group = GroupFixture(
        "group-\(number)", skills: ["queue-\(number)", "queue-\(number + 1)"],
        heads: 2 + 4 * dice.share())
      group.hiring = .fixture(sizes: 2...6, ramp: [0.6])
      group.overtime = OvertimeRules(
        takeUp: .percent(60), maximumPerWeek: nil, productivity: .percent(90))
      return group
    }
    fixture.vendors = [vendor("desk", dice.whole(4500...9000))]
    return fixture
  }

  private func vendor(_ id: String, _ price: Int) -> VendorFixture {
    var vendor = VendorFixture(id, skills: ["queue-1", "queue-3"])
    vendor.price = Int64(price)
    vendor.ramp = 2
    vendor.minimumSeats = 1
    vendor.setUpFee = Money(minorUnits: 50_000)
    return vendor
  }

  private static let tolerance = 1e-6

  @Test("With cheaper overtime no less of it is used", arguments: 1...6)
  func cheaperOvertime(seed: UInt64) throws {
    // All pay is by the hour, and only overtime hours are left to choose: what makes them cheaper is
    // a lower hourly rate for a group whose contract hours are given anyway.
    var dear = variation(seed)
    for index in dear.groups.indices { dear.groups[index].hiring = nil }
    var cheap = dear
    for index in cheap.groups.indices {
      cheap.groups[index].wage = .hourly(
        HourlyRate(perHour: UnitPrice(Money(minorUnits: 2500))))
    }
    let before = try bestPlan(dear)
    let after = try bestPlan(cheap)
    #expect(after.overtimeHours >= before.overtimeHours - 1e-3)
  }

  @Test("One more vendor never raises the objective", arguments: 1...6)
  func anotherVendor(seed: UInt64) throws {
    let alone = variation(seed)
    var both = alone
    both.vendors.append(vendor("other", 5000))
    let before = try bestPlan(alone).solve.objective
    let after = try bestPlan(both).solve.objective
    #expect(after <= before * (1 + PlanPropertyTests.tolerance))
  }

  @Test("A larger peak never lowers it", arguments: 1...6)
  func largerPeak(seed: UInt64) throws {
    let small = variation(seed)
    var large = small
    for index in large.queues.indices { large.queues[index].weeklyHours[3] *= 1.5 }
    let before = try bestPlan(small).solve.objective
    let after = try bestPlan(large).solve.objective
    #expect(after >= before * (1 - PlanPropertyTests.tolerance))
  }

  @Test(
    "The order of queues, groups and vendors does not matter to the objective", arguments: 1...4)
  func order(seed: UInt64) throws {
    let one = variation(seed)
    var other = one
    other.queues.reverse()
    other.groups.reverse()
    let before = try bestPlan(one).solve.objective
    let after = try bestPlan(other).solve.objective
    #expect(agree(before, after, within: PlanPropertyTests.tolerance))
  }

  @Test("A larger hall, a shorter lead, a larger budget never raise it", arguments: 1...4)
  func relief(seed: UInt64) throws {
    var tight = variation(seed)
    tight.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 6)]
    for index in tight.groups.indices {
      tight.groups[index].site = Site.ID("hall")
      tight.groups[index].hiring = .fixture(lead: 2, sizes: 2...6, ramp: [0.6])
    }
    let base = try bestPlan(tight).solve.objective
    var hall = tight
    hall.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 12)]
    #expect(try bestPlan(hall).solve.objective <= base * (1 + PlanPropertyTests.tolerance))
    var lead = tight
    for index in lead.groups.indices {
      lead.groups[index].hiring = .fixture(lead: 1, sizes: 2...6, ramp: [0.6])
    }
    #expect(try bestPlan(lead).solve.objective <= base * (1 + PlanPropertyTests.tolerance))
  }

  @Test("A shadow price is what one more unit saves, classes and contracts held", arguments: 1...4)
  func shadowPrice(seed: UInt64) throws {
    // Without whole decisions one more hour of everybody's can be tried out.
    var fixture = variation(seed)
    for index in fixture.groups.indices { fixture.groups[index].hiring = nil }
    fixture.vendors = []
    fixture.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 3)]
    for index in fixture.groups.indices { fixture.groups[index].site = Site.ID("hall") }
    let plan = try bestPlan(fixture)
    let seats = plan.bindingConstraints.filter { $0.family == "seats" }
    #expect(!seats.isEmpty)
    fixture.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 4)]
    let saved = plan.solve.objective - (try bestPlan(fixture).solve.objective)
    let promised = seats.map(\.shadowPrice.approximateMinorUnits).reduce(0, +)
    // The first unit saves most: prices of shortage are convex.
    #expect(saved <= promised * (1 + 1e-6))
    #expect(saved > 0)
  }
}
