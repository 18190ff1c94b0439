import CapacityPlanning
import PlanningFixtures
import Scenarios
import Testing
import Units

/// A lost contact costs 10.00 and an hour handles ten: the first 5 % short cost 100 an hour, more 150
/// and 250. The vendor takes 50.00 an hour, 40 hours a seat.
@Suite("Clauses of contracts, by hand")
struct ContractClauseTests {
  /// 4 weeks of June and, from 29 June on, 5 of July and 4 of August, with `needs` hours a week.
  static func summer(_ needs: [Double], weeks: Int = 13) -> ScenarioFixture {
    var fixture = ScenarioFixture(start: "2026-06-01", weeks: weeks)
    fixture.queues = [QueueFixture("calls", weeklyHours: needs)]
    return fixture
  }

  static func desk(_ clauses: VendorClauses? = nil) -> VendorFixture {
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.clauses = clauses
    return vendor
  }

  @Test(
    "A contract runs its least length, used or not, or to the horizon's end",
    arguments: [(1, [true, false, false]), (2, [true, true, false]), (9, [true, true, true])])
  func length(months: Int, runs: [Bool]) throws {
    var fixture = ContractClauseTests.summer([40, 40, 40, 40, 0])
    var vendor = ContractClauseTests.desk(VendorClauses(minimumMonths: months))
    vendor.minimumSeats = 1
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    #expect(plan.vendors[0].months.map(\.isActive) == runs)
    // 40 h a week at 50.00 in 4 + 5 + 4 weeks: at most 26,000, where the shortage would cost 36,400.
    let weeks = zip(runs, [4.0, 5, 4]).map { $0 ? $1 : 0 }.reduce(0, +)
    #expect(agree(plan.part("vendor-hours"), weeks * 2000))
    #expect(agree(plan.part("shortage"), 0))
  }

  @Test("A least length that costs more than the shortage keeps the contract from starting")
  func lengthTooDear() throws {
    // One week of 40 h: its shortage costs 2 × 100 + 6 × 150 + 32 × 250 = 9,100; two months of one
    // seat 9 × 2,000.
    var fixture = ContractClauseTests.summer([40, 0])
    var vendor = ContractClauseTests.desk(VendorClauses(minimumMonths: 2))
    vendor.minimumSeats = 1
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    #expect(plan.vendors[0].months.map(\.isActive) == [false, false, false])
    #expect(agree(plan.part("shortage"), 9100))
  }

  @Test("Ending costs what was agreed, and is put off where that is dearer than going on")
  func exit() throws {
    var fixture = ContractClauseTests.summer([40, 40, 40, 40, 0])
    var vendor = ContractClauseTests.desk()
    vendor.minimumSeats = 1
    // Going on would cost 9 × 2,000.
    vendor.clauses = VendorClauses(exitCost: Money(minorUnits: 300_000))
    fixture.vendors = [vendor]
    let ended = try bestPlan(fixture)
    #expect(agree(ended.part("vendor-exit"), 3000))
    #expect(agree(ended.part("vendor-hours"), 8000))
    #expect(ended.vendors[0].months.map { $0.clauses?.isEnded } == [false, true, false])
    vendor.clauses = VendorClauses(exitCost: Money(minorUnits: 2_000_000))
    fixture.vendors = [vendor]
    let kept = try bestPlan(fixture)
    #expect(agree(kept.part("vendor-exit"), 0))
    #expect(agree(kept.part("vendor-hours"), 26_000))
  }

  @Test("A contract that already runs has run its length, and ending it costs too")
  func running() throws {
    var fixture = ContractClauseTests.summer([0])
    var vendor = ContractClauseTests.desk(
      VendorClauses(minimumMonths: 6, exitCost: Money(minorUnits: 100_000)))
    vendor.minimumSeats = 1
    vendor.initialSeats = 1
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    #expect(plan.vendors[0].months.map(\.isActive) == [false, false, false])
    #expect(plan.vendors[0].months.map { $0.clauses?.isEnded } == [true, false, false])
    #expect(agree(plan.objectiveParts.map(\.value).reduce(0, +), 100_000))
  }

  @Test("Hours above a tier are cheaper, and only those above it")
  func discount() throws {
    // June's 28 of 30 days: 150 h a month are 140.
    var fixture = ContractClauseTests.summer([80], weeks: 4)
    var vendor = ContractClauseTests.desk()
    vendor.tiers = [(above: 150, price: 4000)]
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    #expect(agree(plan.part("vendor-hours"), 320 * 50))
    #expect(agree(plan.part("vendor-tier"), -180 * 10))
    #expect(plan.vendors[0].months[0].clauses?.inTiers.map(\.hours) == [180])
    // With 25 h a week of our own people the vendor has 55: 220 h, 80 of them in the tier; with 55 h
    // the vendor has 100 and no tier is reached.
    for (heads, tier) in [(0.625, 80.0), (1.375, 0)] {
      fixture.groups = [GroupFixture("team", skills: ["calls"], heads: heads)]
      let mixed = try bestPlan(fixture)
      #expect(agree(mixed.part("vendor-tier"), -10 * tier))
    }
  }

  @Test("A vendor whose price rises with the volume shares the work with the next one")
  func surcharge() throws {
    var fixture = ContractClauseTests.summer([80], weeks: 4)
    var first = ContractClauseTests.desk()
    first.tiers = [(above: 150, price: 6000)]
    var second = VendorFixture("other", skills: ["calls"])
    second.price = 5500
    fixture.vendors = [first, second]
    let plan = try bestPlan(fixture)
    #expect(agree(plan.part("vendor-hours"), 140 * 50 + 180 * 55))
    #expect(agree(plan.part("vendor-tier"), 0))
    // Alone it takes all: 180 h at 10.00 more.
    fixture.vendors = [first]
    #expect(agree(try bestPlan(fixture).part("vendor-tier"), 1800))
  }

  @Test("A price that first rises and then falls is paid in the order of the volume")
  func bothWays() throws {
    // Limits of 140 and 224 h: of 320 h, 84 at 60.00 and 96 at 40.00.
    var fixture = ContractClauseTests.summer([80], weeks: 4)
    var vendor = ContractClauseTests.desk()
    vendor.tiers = [(above: 150, price: 6000), (above: 240, price: 4000)]
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    #expect(agree(plan.part("vendor-tier"), 84 * 10 - 96 * 10))
    #expect(plan.vendors[0].months[0].clauses?.inTiers.map(\.hours) == [84, 96])
  }

  @Test("A tier for all units is reached where that is cheaper, though fewer hours are needed")
  func allUnits() throws {
    // 28 of June's 30 days: 300 h a month are 280. Of 320 h the vendor does all: −10 × 320.
    var fixture = ContractClauseTests.summer([80], weeks: 4)
    var vendor = ContractClauseTests.desk()
    vendor.tiers = [(above: 300, price: 4000)]
    vendor.tiersAreForAllUnits = true
    fixture.vendors = [vendor]
    #expect(agree(try bestPlan(fixture).part("vendor-tier"), -3200))
    // A head of ours has 160 h for nothing more; the vendor's other 160 h would cost 8,000. At 4,000
    // less an hour from 210 h (225 of 30 days) on it takes 210.1 h for 2,101 instead.
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: 1)]
    vendor.tiers = [(above: 225, price: 1000)]
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    #expect(agree(plan.part("vendor-hours") + plan.part("vendor-tier"), 2101))
    let inTier = try #require(plan.vendors[0].months[0].clauses?.inTiers.first)
    #expect(agree(inTier.hours, 210.1))
    // A dearer price for all is not entered: 40 h stay short at 100 and 150, where it would add 40 to
    // each of 320.
    fixture.groups = []
    vendor.tiers = [(above: 300, price: 9000)]
    fixture.vendors = [vendor]
    let stopped = try bestPlan(fixture)
    #expect(agree(stopped.part("vendor-tier"), 0))
    #expect(agree(stopped.shortHours, 320 - 279.9))
  }

  @Test("Added seats learn at our cost, so they come a week early")
  func learning() throws {
    // A net hour of a seat added in time costs (20 + 40) h × 50 / 40 = 75, in the week itself 100.
    var fixture = ContractClauseTests.summer([0, 80, 0], weeks: 3)
    var vendor = ContractClauseTests.desk(VendorClauses(learning: [.percent(50)]))
    vendor.maximumSeats = 10
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    #expect(agree(plan.part("vendor-hours"), 120 * 50))
    #expect(plan.vendors[0].weeks.map(\.billedOrdinary.hours) == [40, 80, 0])
    #expect(zip(plan.vendors[0].weeks, [2, 2, 0]).allSatisfy { agree($0.seats.value, $1) })
    // Seats that already run have learned.
    vendor.initialSeats = 2
    fixture.vendors = [vendor]
    #expect(agree(try bestPlan(fixture).part("vendor-hours"), 80 * 50))
  }

  @Test(
    "Vendors of a language take no more than its share of the customers; those of none take all")
  func languages() throws {
    var fixture = ContractClauseTests.summer([100], weeks: 1)
    fixture.queues[0].staffing = QueueStaffing(
      languages: [
        LanguageShare("zh", share: .percent(80)), LanguageShare("en", share: .percent(20)),
      ])
    var english = ContractClauseTests.desk()
    var other = VendorFixture("other", skills: ["calls"])
    english.language = "en"
    other.language = "en"
    fixture.vendors = [english, other]
    #expect(agree(try bestPlan(fixture).shortHours, 80))
    other.language = "ja"
    fixture.vendors = [english, other]
    #expect(agree(try bestPlan(fixture).shortHours, 80))
    other.language = nil
    fixture.vendors = [english, other]
    #expect(agree(try bestPlan(fixture).shortHours, 0))
  }

  @Test("A vendor takes no more than its share of a week, and of what all vendors have")
  func shares() throws {
    var fixture = ContractClauseTests.summer([100], weeks: 1)
    let limited = ContractClauseTests.desk(VendorClauses(maximumShare: .percent(30)))
    fixture.vendors = [limited]
    #expect(agree(try bestPlan(fixture).shortHours, 70))
    var other = VendorFixture("other", skills: ["calls"])
    other.price = 6000
    fixture.vendors = [
      ContractClauseTests.desk(VendorClauses(shareOfOutsourced: .percent(60))), other,
    ]
    let plan = try bestPlan(fixture)
    #expect(agree(plan.part("vendor-hours"), 60 * 50 + 40 * 60))
    #expect(
      plan.bindingConstraints.contains { $0.path == "vendors.desk.share-of-outsourced" })
  }
}
