import BusinessCalendar
import Costing
import PlanFixtures
import Scenarios
import TestSupport
import Testing
import Units

@Suite("The variance of a budget")
struct VarianceTests {
  private static let month = YearMonth(of: PlanFixture.firstDay)
  private static let queue = Queue.ID("orders-chat")

  /// 6,000 contacts of 6 minutes are 600 hours; ten heads of 80 h give 0.6 of it: 480. The other
  /// 120 + 24 are had in equal parts by overtime (120 h × 0.6 = 72) and a vendor (90 h × 0.8 = 72).
  private static func budget() -> MonthFigures {
    figures(
      contacts: 6_000, minutes: 6, heads: 10, regular: 800, overtime: 120, productive: 552,
      vendor: 90, regularPay: "24000.00", overtimePay: "5400.00", vendorPay: "4500.00")
  }

  private static func figures(
    contacts: Double, minutes: Double, heads: Double, regular: Double, overtime: Double,
    productive: Double, vendor: Double, regularPay: String, overtimePay: String, vendorPay: String,
    recruiting: String = "0.00"
  ) -> MonthFigures {
    let amounts: [(CostCategory, String)] = [
      (.regularPay, regularPay), (.overtime, overtimePay), (.recruiting, recruiting),
      (.vendorHours, vendorPay),
    ]
    return MonthFigures(
      month: month,
      queues: [
        .init(
          queue: queue, contacts: ContactVolume(contacts),
          handleTime: .milliseconds(Int64(minutes * 60_000)))
      ],
      heads: Headcount(heads), regularTime: WorkTime(hours: regular),
      overtimeTime: WorkTime(hours: overtime), productiveTime: WorkTime(hours: productive),
      vendorTime: WorkTime(hours: vendor),
      amounts: amounts.map { .init(.category($0), PlanFixture.yuan($1)) })
  }

  private func causes(_ actual: MonthFigures) -> [String] {
    let variance = MonthVariance(
      budget: Self.budget(), actual: actual, vendorProficiency: .percent(80))
    #expect(variance.causes.map(\.amount).total() == variance.actual - variance.budget)
    return variance.causes.filter { $0.amount != .zero }.map {
      "\($0.cause.key) \(PlanFixture.decimal($0.amount))"
    }
  }

  @Test("What is as budgeted has no cause")
  func same() {
    #expect(causes(Self.budget()).isEmpty)
  }

  /// Ten per cent more contacts: 624 × 0.1 = 62.4 net hours more, a half by overtime at
  /// 45.00 / 0.6 = 75.00, a half from the vendor at 50.00 / 0.8 = 62.50: 31.2 × 137.50.
  @Test("More contacts cost the overtime and the vendor's hours that carry them")
  func volume() {
    let actual = Self.figures(
      contacts: 6_600, minutes: 6, heads: 10, regular: 800, overtime: 172, productive: 583.2,
      vendor: 129, regularPay: "24000.00", overtimePay: "7740.00", vendorPay: "6450.00")
    #expect(causes(actual) == ["volume 4290.00"])
  }

  @Test("Longer contacts are another cause than more of them")
  func handleTime() {
    let actual = Self.figures(
      contacts: 6_000, minutes: 6.6, heads: 10, regular: 800, overtime: 172, productive: 583.2,
      vendor: 129, regularPay: "24000.00", overtimePay: "7740.00", vendorPay: "6450.00")
    #expect(causes(actual) == ["handle-time 4290.00"])
  }

  /// A head fewer: 80 h × 30.00 are not paid, and 48 net hours are missing: 24 × 137.50 = 3,300.00.
  @Test("A head that left saves its pay, and costs what carries its work")
  func attrition() {
    let actual = Self.figures(
      contacts: 6_000, minutes: 6, heads: 9, regular: 720, overtime: 160, productive: 528,
      vendor: 120, regularPay: "21600.00", overtimePay: "7200.00", vendorPay: "6000.00")
    #expect(causes(actual) == ["attrition 900.00"])
  }

  @Test("A pay rise, a dearer vendor and a class that was not planned are each a cause")
  func prices() {
    let actual = Self.figures(
      contacts: 6_000, minutes: 6, heads: 10, regular: 800, overtime: 120, productive: 552,
      vendor: 90, regularPay: "24800.00", overtimePay: "5580.00", vendorPay: "4590.00",
      recruiting: "1500.00")
    // One yuan more an hour: 800 and 180 (120 × 1.5); a yuan more on 90 h.
    #expect(causes(actual) == ["rate 980.00", "vendor-price 90.00", "kind.recruiting 1500.00"])
  }

  /// Overtime at triple pay on holidays: 120 h × 30.00 × 1.5 more; and no vendor: its 72 net hours
  /// come from overtime.
  @Test("Another mix of overtime, and overtime in the place of a vendor, are one cause")
  func mix() {
    let holidays = Self.figures(
      contacts: 6_000, minutes: 6, heads: 10, regular: 800, overtime: 120, productive: 552,
      vendor: 90, regularPay: "24000.00", overtimePay: "10800.00", vendorPay: "4500.00")
    #expect(causes(holidays) == ["overtime-mix 5400.00"])
    let alone = Self.figures(
      contacts: 6_000, minutes: 6, heads: 10, regular: 800, overtime: 240, productive: 624,
      vendor: 0, regularPay: "24000.00", overtimePay: "10800.00", vendorPay: "0.00")
    #expect(causes(alone) == ["overtime-mix 900.00"])
  }

  @Test("A shrunken hour is made up for; idle people are nobody's overtime")
  func shrinkage() {
    // 0.5 of an hour: 800 × 0.1 = 80 net hours more to carry; overtime now gives 0.5 an hour.
    let actual = Self.figures(
      contacts: 6_000, minutes: 6, heads: 10, regular: 800, overtime: 224, productive: 512,
      vendor: 140, regularPay: "24000.00", overtimePay: "10080.00", vendorPay: "7000.00")
    #expect(causes(actual) == ["shrinkage 7180.00"])
    // Half the contacts: nobody works overtime, and 480 net hours are there for 300 of work.
    let quiet = Self.figures(
      contacts: 3_000, minutes: 6, heads: 10, regular: 800, overtime: 0, productive: 480,
      vendor: 0, regularPay: "24000.00", overtimePay: "0.00", vendorPay: "0.00")
    #expect(causes(quiet) == ["volume -9900.00"])
  }

  @Test("Whatever happened, the causes sum to the difference", arguments: 1...300)
  func sums(seed: UInt64) {
    var random = SplitMix(state: seed)
    func value(_ limit: Int) -> Double {
      random.below(5) == 0 ? 0 : Double(random.below(limit)) / 7
    }
    func any() -> MonthFigures {
      let money = (0..<4).map { _ in
        PlanFixture.decimal(Money(minorUnits: Int64(value(200_000_000))))
      }
      return Self.figures(
        contacts: value(100_000), minutes: value(200), heads: value(500), regular: value(70_000),
        overtime: value(9_000), productive: value(60_000), vendor: value(40_000),
        regularPay: money[0], overtimePay: money[1], vendorPay: money[2], recruiting: money[3])
    }
    let (budget, actual) = (any(), any())
    let variance = MonthVariance(
      budget: budget, actual: actual, vendorProficiency: Share(value(7)))
    #expect(variance.causes.map(\.amount).total() == actual.total - budget.total)
    #expect(variance.difference == actual.total - budget.total)
  }

  // MARK: A whole budget

  private static var locked: Budget {
    Budget(
      locking: CostLedgerTests.ledger(), scenario: PlanFixture.scenario(),
      forecast: PlanFixture.forecast, capacity: PlanFixture.capacity)
  }

  @Test("A plan that is locked has its months, and they sum to its cost")
  func lock() throws {
    let budget = Self.locked
    #expect(budget.months.map(\.month.description) == ["2026-09", "2026-10"])
    #expect(budget.total == PlanFixture.cost.total)
    let september = try #require(budget.months.first)
    // 120 h of the first week, and 60 h on four days of which three are in September.
    #expect(september.vendorTime == WorkTime(hours: 165))
    // 12 + 4 h of the first week; 8 h on four ordinary days, three in September.
    #expect(september.overtimeTime == WorkTime(hours: 22))
    // Ten heads and four, then 9.5 and four on three days.
    #expect(abs(september.heads.value - (14 * 7 + 13.5 * 3) / 10) < 1e-9)
    // 123.2 net hours of 220 billed.
    #expect(abs(budget.vendorProficiency.value - 0.56) < 1e-9)
    #expect(september.queues.map(\.concurrency) == [3, 1])
  }

  @Test("What no file says is as budgeted, and named")
  func unknown() throws {
    let budget = Self.locked
    let nothing = BudgetVariance(budget, actuals: [ActualFigures(month: Self.month)])
    #expect(nothing.actual == nothing.budget && nothing.causes.allSatisfy { $0.amount == .zero })
    #expect(
      nothing.asBudgeted.first?.figures.prefix(4) == [
        "contacts.orders-chat", "contacts.refund-cases", "regular-hours", "overtime-hours",
      ])
    #expect(nothing.outlook.map(\.outlook).total() == budget.total)
    var rise = ActualFigures(month: Self.month)
    rise.add(PlanFixture.yuan("3500.00"), for: .category(.recruiting))
    let dearer = BudgetVariance(budget, actuals: [rise])
    #expect(
      dearer.causes.filter { $0.amount != .zero }.map(\.cause) == [
        .kind(.category(.recruiting))
      ])
    #expect(dearer.actual - dearer.budget == PlanFixture.yuan("500.00"))
    #expect(BudgetVariance(budget, actuals: []).months.isEmpty)
    let late = ActualFigures(month: Self.month.adding(months: 9))
    #expect(BudgetVariance(budget, actuals: [late]).outside == [late.month])
  }

  @Test("Later months go on as the known ones did, or cost what a new plan says")
  func outlook() throws {
    let budget = Self.locked
    let planned = try #require(budget.months.first)
    var actual = ActualFigures(month: Self.month)
    actual.regularTime = planned.regularTime
    actual.overtimeTime = planned.overtimeTime
    // A tenth more for each regular hour, and so for each of overtime.
    let kinds: [CostCategory] = [.regularPay, .overtime]
    let paid = [
      ["regular-pay", "paid-holiday", "idle-ramp", "training-pay"],
      ["overtime", "rest-day-work", "holiday-work"],
    ].map { keys in
      planned.amounts.filter { keys.contains($0.kind.key) }.map(\.amount.minorUnits).reduce(0, +)
    }
    for (kind, money) in zip(kinds, paid) {
      actual.add(Money(minorUnits: money * 11 / 10), for: .category(kind))
    }
    let variance = BudgetVariance(budget, actuals: [actual])
    let rate = variance.causes.first { $0.cause == .rate }?.amount.minorUnits ?? 0
    #expect(abs(rate - (paid[0] + paid[1]) / 10) <= 2)
    let october = try #require(variance.outlook.last)
    #expect(october.actual == nil)
    let later = try #require(budget.months.last)
    let staff = [
      "regular-pay", "paid-holiday", "idle-ramp", "overtime", "rest-day-work", "holiday-work",
    ]
    let pay = later.amounts.filter { staff.contains($0.kind.key) }.map(\.amount.minorUnits)
      .reduce(0, +)
    #expect(abs((october.outlook - october.budget).minorUnits - pay / 10) <= 3)
    let replanned = BudgetVariance(budget, actuals: [actual], replanned: budget)
    #expect(replanned.outlook.last?.outlook == later.total)
    #expect(replanned.outlook.first?.outlook == variance.actual)
  }
}
