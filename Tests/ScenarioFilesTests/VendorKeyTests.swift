import Contracts
import ScenarioFiles
import Scenarios
import Testing
import Units

@Suite("Clauses of vendors' contracts")
struct VendorKeyTests {
  private func vendor(_ keys: String) throws -> Vendor {
    let files = starter([("    proficiency: 88 %\n", "    proficiency: 88 %\n" + keys)])
    return try #require(try read(files).scenario.vendors.first)
  }

  @Test("A vendor of which nothing more is said has no clauses")
  func none() throws {
    let vendor = try vendor("")
    #expect(vendor.clauses == nil)
    #expect(vendor.terms.volumeTiers == nil)
  }

  @Test("Tiers in any order, length, cost of ending, learning, shares")
  func all() throws {
    let vendor = try vendor(
      """
          tiers:
            many: { above: 4000 h, price: 45.00 }
            some: { above: 2000 h, price: 50.00 }
          contract-months: 6
          minimum-seats: 5
          exit-cost: 15000.00
          learning: [60 %, 80 %]
          maximum-share: 30 %
          share-of-outsourced: 60 %
          seat-batch: 5

      """)
    #expect(vendor.tierLimits == [WorkTime(hours: 2000), WorkTime(hours: 4000)])
    #expect(vendor.terms.tiers.map(\.rate.approximateMinorUnits) == [5000, 4500])
    #expect(
      vendor.clauses
        == VendorClauses(
          minimumMonths: 6, exitCost: Money(minorUnits: 1_500_000),
          learning: [.percent(60), .percent(80)], maximumShare: .percent(30),
          shareOfOutsourced: .percent(60), seatBatch: 5))
  }

  @Test("Cloud agents, further seats, busiest hours, work that waits, a budget that is a price")
  func rarer() throws {
    let files = starter([
      (
        "    proficiency: 88 %\n",
        "    proficiency: 88 %\n    slots: { show-rate: 85 %, minimum-hours: 8 h }\n"
      ),
      (
        "  end-strength: 90 %\n",
        """
          end-strength: 90 %
          budget: 900000.00
          over-budget: 50 %
          peak-hours: { window: 2 h, attendance: 85 % }

        """
      ),
    ])
    let scenario = try read(files).scenario
    #expect(
      scenario.vendors.first?.clauses?.slots
        == BookedSlots(showRate: .percent(85), minimumHours: WorkTime(hours: 8)))
    #expect(scenario.policy.overBudget == .percent(50))
    #expect(
      scenario.policy.peakHours == PeakHours(window: .seconds(7200), attendance: .percent(85)))
  }

  @Test("Only deferred work can wait over a week's end, and only a budget can be passed")
  func policy() {
    let files = starter([
      (
        "  end-strength: 90 %\n",
        "  end-strength: 90 %\n  over-budget: 50 %\n  carry-over: [hotline]\n"
      )
    ])
    let found = issues(files).map(\.message)
    #expect(found.contains("“hotline” is no deferred queue: its customers wait"), "\(found)")
    #expect(found.contains("there is no budget to be above"), "\(found)")
  }

  @Test(
    "What contradicts itself is said with its value",
    arguments: [
      (
        "    tiers: { one: { above: 10 h, price: 1.00 }, two: { above: 10 h, price: 2.00 } }\n",
        "two tiers begin above 10 h: keep one"
      ), ("    learning: [160 %]\n", "160 % is out of range"),
      ("    contract-months: 0\n", "0 is out of range"),
      ("    tiers: { one: { above: 10 h } }\n", "“price” is missing"),
    ])
  func wrong(keys: String, message: String) {
    let files = starter([("    proficiency: 88 %\n", "    proficiency: 88 %\n" + keys)])
    let found = issues(files).map(\.message)
    #expect(found.contains(message), "\(found)")
  }
}
