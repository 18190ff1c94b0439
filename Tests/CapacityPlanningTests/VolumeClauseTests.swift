import BusinessCalendar
import CapacityPlanning
import Contracts
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// An hour handles ten contacts; a lost one costs 10.00, so that the first 5 % short cost 100 an hour. A
/// week is 7 of June's 30 days.
@Suite("Locked forecasts, baselines, billing while seats ramp up")
struct VolumeClauseTests {
  private func locked(
    _ volume: Int64, floor: Int64? = nil, cap: Int64? = nil, over: Int64 = 100,
    shortfall: Int64 = 100, month: Int = 6
  ) throws -> VendorClauses {
    let june = try #require(YearMonth(year: 2026, month: month))
    func share(_ percent: Int64) -> Rational { Rational(percent, over: 100) ?? .one }
    return VendorClauses(
      forecastLock: LockedForecast(
        ForecastLock(
          floor: floor.map(share), cap: cap.map(share), overFactor: share(over),
          shortfallShare: share(shortfall)),
        months: [.init(june, volume: Rational(volume))]))
  }

  private func plan(
    _ needs: [Double], _ unit: PricingUnit, _ price: Int64, _ clauses: VendorClauses? = nil,
    _ change: (inout VendorFixture) -> Void = { _ in }
  ) throws -> CapacityPlan {
    try bestPlan(
      PricingUnitTests.desk(needs, unit, price) {
        $0.clauses = clauses
        change(&$0)
      })
  }

  @Test("The fixture's month is June 2026")
  func month() throws {
    #expect(
      try plan([45], .productiveHour, 5000).vendors[0].months[0].month.description == "2026-06")
  }

  /// 90 % of 300 hours are 63 in a week of June; 45 are used: 18 at 50.00, or at half of it.
  @Test("What is missing to the floor is due", arguments: [100, 50])
  func floor(shortfall: Int64) throws {
    let plan = try plan(
      [45], .productiveHour, 5000, try locked(300, floor: 90, shortfall: shortfall))
    #expect(agree(plan.part("vendor-hours"), 2250))
    #expect(agree(plan.part("vendor-commitment"), 900 * Double(shortfall) / 100))
    #expect(agree(plan.vendors[0].months[0].committed.hours, 63))
    #expect(agree(plan.solve.objective / 100, 2250 + 900 * Double(shortfall) / 100))
  }

  /// The vendor may not be worth its price, and its floor is due all the same: at 150.00 an hour the
  /// first 20 % are cheaper short, yet 36 hours are paid anyhow.
  @Test("The floor is due whether the vendor is used or not")
  func dueAnyway() throws {
    let dear = try plan(
      [45], .productiveHour, 30_000, try locked(300, floor: 50, shortfall: 100))
    // 35 hours of the floor are used, 10 are short: 2.25 at 100, 6.75 at 150, one at 250.
    #expect(agree(dear.part("vendor-hours"), 35 * 300))
    #expect(agree(dear.part("vendor-commitment"), 0))
    #expect(agree(dear.part("shortage"), 225 + 1012.5 + 250))
    let late = try plan([45], .productiveHour, 5000, try locked(300, floor: 50)) {
      $0.notice = 1
    }
    #expect(agree(late.part("vendor-commitment"), 35 * 50))
  }

  /// 110 % of 3,000 contacts are 770 in a week; 900 come: 130 at 5.20 rather than 4.00.
  @Test("What is above the cap costs more, in contacts and in hours")
  func cap() throws {
    let contacts = try plan([90], .contact, 400, try locked(3000, cap: 110, over: 130))
    #expect(agree(contacts.part("vendor-hours"), 3600))
    #expect(agree(contacts.part("vendor-tier"), 130 * 1.2))
    #expect(contacts.vendors[0].months[0].clauses?.contactsInTiers?.map { $0.rounded() } == [130])
    // An hour above 77 costs 110.00: the first 4.5 of the need are cheaper short at 100.
    let hours = try plan([90], .productiveHour, 5500, try locked(300, cap: 110, over: 200))
    #expect(agree(hours.part("shortage"), 450))
    #expect(agree(hours.part("vendor-tier"), 8.5 * 55))
  }

  @Test("A month that is not locked has no band")
  func otherMonth() throws {
    let plan = try plan(
      [45], .productiveHour, 5000, try locked(300, floor: 90, cap: 100, over: 200, month: 7))
    #expect(agree(plan.solve.objective / 100, 2250))
    #expect(plan.vendors[0].months[0].committed == .zero)
  }

  /// A baseline of 3,000 contacts is 700 in a week, with a band of 10 % from 630 to 770: 2,800.00, less 180
  /// contacts at 2.00, or with 130 at 5.00.
  @Test(
    "A baseline is paid whatever comes; more is charged, fewer are credited",
    arguments: [(45, 2440.0), (70, 2800), (90, 3450)] as [(Int, Double)])
  func baseline(hours: Int, cost: Double) throws {
    let volume = VolumeBaseline(
      contacts: Rational(3000), deadband: Rational(1, over: 10) ?? .zero,
      additionalCharge: UnitPrice(Money(minorUnits: 500)),
      reducedCredit: UnitPrice(Money(minorUnits: 200)))
    let plan = try plan([Double(hours)], .contact, 400) { $0.baseline = volume }
    #expect(agree(plan.solve.objective / 100, cost))
  }

  /// Two seats are added for 64 hours and learn at 60 %, billed at 75 %: 80 hours at 50.00 less a quarter.
  /// In the second week they are billed in full.
  @Test("Hours of new seats are billed in part")
  func ramp() throws {
    let clauses = VendorClauses(learning: [.percent(60)], rampBilling: [.percent(75)])
    let plan = try plan([48, 80], .productiveHour, 5000, clauses)
    #expect(agree(plan.vendors[0].weeks[0].added.value, 2))
    #expect(agree(plan.part("vendor-hours"), 80 * 50 * 0.75 + 80 * 50))
    let same = try self.plan(
      [48, 80], .productiveHour, 5000,
      VendorClauses(learning: [.percent(60)], rampBilling: [.percent(60)]))
    #expect(agree(same.part("vendor-hours"), 80 * 50 * 0.6 + 80 * 50))
    #expect(agree(same.vendors[0].weeks.map(\.added.value).reduce(0, +), 2))
  }

  /// The fixture's days are open from 9 to 17 with the same need all day: an hour of eight is an eighth.
  @Test("Hours within the premium's hours cost more, also where they are cheaper elsewhere")
  func night() throws {
    let late = NightPremium(
      Rational(2, over: 5) ?? .zero,
      within: [
        .init(try time("00:00"), try time("06:00")), .init(try time("16:00"), try time("24:00")),
      ])
    let plan = try plan([48], .productiveHour, 5000, VendorClauses(nightPremium: late))
    let share = try #require(plan.nightHours?.first?.share)
    #expect(agree(plan.part("vendor-surcharge"), 48 * share * 20))
    #expect(share > 0 && share < 1)
    #expect(agree(plan.solve.objective / 100, 48 * 50 + 48 * share * 20))
  }

  private func time(_ text: String) throws -> LocalTime { try #require(LocalTime(text)) }
}
