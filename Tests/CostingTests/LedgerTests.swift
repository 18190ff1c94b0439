import BusinessCalendar
import CapacityPlanning
import Contracts
import Costing
import PlanFixtures
import Scenarios
import ShiftScheduling
import Testing
import Units

@Suite("A plan's ledger")
struct LedgerTests {
  let cost = PlanFixture.cost

  /// Every line of the fixture's first week, solved by hand.
  ///
  /// The week of 2026-09-21 lies in September: a head-week is 7/30 of 6,000.00, one of them for the
  /// holiday on Friday, which is a line of its own. The hour is 6,000.00 / 174 h. Contributions are 32 % of each line of pay as it was rounded.
  @Test("The first week is what the hand-solved table says")
  func firstWeek() {
    let table: [(CostCategory, String, String, String)] = [
      (.regularPay, "evenings", "4", "3085.71"),  // 4 × 30 h × 30.00 × 6/7
      (.regularPay, "wuhan", "8", "9600.00"),  // (10 − 2) × 6/30 of 6,000.00
      (.trainingPay, "wuhan", "2", "2800.00"),
      (.overtime, "wuhan", "12", "620.69"),  // 12 × 34.4827… × 1.5 = 620.6896…
      (.holidayWork, "wuhan", "4", "413.79"),  // 4 × 34.4827… × 3 = 413.7931…
      (.contributions, "evenings", "1", "308.57"),  // 10 %
      (.contributions, "wuhan", "1", "3072.00"),
      (.contributions, "wuhan", "1", "896.00"),
      (.contributions, "wuhan", "1", "198.62"),  // 198.6208
      (.contributions, "wuhan", "1", "132.41"),  // 132.4128
      (.recruiting, "wuhan", "2", "3000.00"),
      (.classes, "wuhan", "1", "6000.00"),
      (.vendorHours, "changsha", "120", "6240.00"),  // × 52.00
      (.vendorSurcharge, "changsha", "20", "1040.00"),  // 20 × 52.00 × (2 − 1)
      (.vendorCommitment, "changsha", "41.666667", "2166.67"),  // 206 2/3 − 165 h, × 52.00
      (.vendorSetUp, "changsha", "1", "20000.00"),
    ]
    expect(cost.lines.filter { $0.date == PlanFixture.firstDay }, are: table)
  }

  @Test("People are off with pay on Friday, a statutory holiday")
  func holiday() {
    let table: [(CostCategory, String, String, String)] = [
      (.paidHoliday, "evenings", "4", "514.29"),  // 4 × 30 h × 30.00 / 7
      (.paidHoliday, "wuhan", "8", "1600.00"),  // (10 − 2) × 6,000.00 / 30
      (.contributions, "evenings", "1", "51.43"),
      (.contributions, "wuhan", "1", "512.00"),
    ]
    expect(cost.lines.filter { $0.date == PlanFixture.date("2026-09-25") }, are: table)
  }

  /// The week of 2026-09-28 has 3 days of September and 4 of October, three of these holidays off: a
  /// head-week is 6,000.00 × (3/30 + 1/31) = 793.548387… without them.
  @Test("The second week is what the hand-solved table says")
  func secondWeek() {
    let table: [(CostCategory, String, String, String)] = [
      (.regularPay, "evenings", "4", "2057.14"),  // 3,600.00 × 4/7
      (.regularPay, "wuhan", "9.5", "7538.71"),  // 7,538.7097…
      (.restDayWork, "wuhan", "8", "551.72"),  // 8 × 34.4827… × 2 = 551.7241…
      (.holidayWork, "wuhan", "24", "2482.76"),  // 24 × 34.4827… × 3 = 2,482.7586…
      (.contributions, "evenings", "1", "205.71"),
      (.contributions, "wuhan", "1", "2412.39"),  // 2,412.3872
      (.contributions, "wuhan", "1", "176.55"),  // 176.5504
      (.contributions, "wuhan", "1", "794.48"),  // 794.4832
      (.vendorHours, "changsha", "100", "5200.00"),
      (.vendorSurcharge, "changsha", "40", "2080.00"),
      (.shortage, "", "75.5", "906.00"),  // × 12.00
      (.endStrength, "", "1.5", "9000.00"),  // × 6,000.00
    ]
    expect(cost.lines.filter { $0.date == PlanFixture.weeks[1].start }, are: table)
  }

  /// October's commitment is dated in October: 80 h less 55 h used, at 52.00.
  @Test("The first of October is a holiday off, and the month of a commitment begins")
  func october() {
    let table: [(CostCategory, String, String, String)] = [
      (.paidHoliday, "evenings", "4", "514.29"),
      (.paidHoliday, "wuhan", "9.5", "1838.71"),  // 9.5 × 6,000.00 / 31 = 1,838.7096…
      (.contributions, "evenings", "1", "51.43"),
      (.contributions, "wuhan", "1", "588.39"),  // 588.3872
      (.vendorCommitment, "changsha", "25", "1300.00"),
    ]
    expect(cost.lines.filter { $0.date == PlanFixture.date("2026-10-01") }, are: table)
  }

  @Test("Shortage and missing heads are priced, but not money that is paid")
  func notCash() {
    #expect(cost.total == PlanFixture.yuan("96030.10"))
    #expect(cost.total(of: .shortage) == PlanFixture.yuan("906.00"))
    #expect(cost.total(of: .endStrength) == PlanFixture.yuan("9000.00"))
    #expect(
      CostCategory.allCases.filter { !$0.isCash } == [
        .shortage, .peakShortage, .endStrength, .overBudget,
      ])
  }

  @Test("Every line is quantity × rate × multiplier, rounded half away from zero")
  func products() throws {
    #expect(!cost.lines.isEmpty)
    for line in cost.lines + cost.scheduleLines {
      let rate = line.unitRate.minorUnitsPerUnit
      let top =
        Int128(line.quantity.millionths) * Int128(line.multiplier.factor.numerator)
        * Int128(rate.numerator)
      let bottom =
        1_000_000 * Int128(line.multiplier.factor.denominator) * Int128(rate.denominator)
      let rounded = (2 * top + (top < 0 ? -bottom : bottom)) / (2 * bottom)
      #expect(Int128(line.amount.minorUnits) == rounded, "\(line)")
    }
  }

  @Test("A half is rounded away from zero, once, after the multiplier")
  func halves() {
    func amount(_ quantity: Double, _ rate: Int64, percent: Int64) -> Int64 {
      line(
        quantity: Quantity(quantity), rate: UnitPrice(Money(minorUnits: rate)),
        multiplier: Multiplier(percent: percent)
      ).amount.minorUnits
    }
    #expect(amount(0.5, 1, percent: 100) == 1)
    #expect(amount(-0.5, 1, percent: 100) == -1)
    #expect(amount(0.5, 3, percent: 100) == 2)
    #expect(amount(1, 5, percent: 150) == 8)
    #expect(amount(1, 3, percent: 150) == 5)  // 4.5, not 150 % of a rounded 3
    #expect(amount(0.499_999, 1, percent: 100) == 0)
  }

  @Test("However lines are grouped, the groups sum to the same total")
  func groupings() {
    let paid = cost.lines.filter(\.category.isCash)
    func total(by key: (LedgerLine) -> String) -> Money {
      Dictionary(grouping: paid, by: key).mapValues { $0.map(\.amount).total() }.values.total()
    }
    #expect(total { $0.category.rawValue } == cost.total)
    #expect(total { $0.supplier } == cost.total)
    #expect(total { $0.date.description } == cost.total)
    #expect(total { $0.date.yearMonth.description } == cost.total)
    #expect(total { $0.path } == cost.total)
    let categories = CostCategory.allCases.filter(\.isCash)
    #expect(categories.map { cost.total(of: $0) }.total() == cost.total)
  }

  @Test(
    "Lines are numbered from 1 in the order of date, category and supplier, and always the same")
  func order() {
    #expect(cost.lines.map(\.number) == Array(1...cost.lines.count))
    let ranks = CostCategory.allCases
    let keys = cost.lines.map { line in
      "\(line.date) \(10 + (ranks.firstIndex(of: line.category) ?? 0)) \(line.supplier)"
    }
    #expect(keys == keys.sorted())
    for _ in 0..<20 { #expect(PlanFixture.cost == cost) }
  }

  @Test("Every line names its rule, its source and a path of the scenario")
  func provenance() {
    for line in cost.lines + cost.scheduleLines {
      #expect(!line.rule.isEmpty && !line.source.isEmpty, "\(line)")
      let root = line.path.split(separator: ".").first.map(String.init)
      #expect(["staff-groups", "vendors", "queues", "policy"].contains(root), "\(line.path)")
    }
    let overtime = cost.lines.first { $0.category == .overtime }
    #expect(overtime?.source == "Labour Law, Art. 44 (read)")
    #expect(overtime?.multiplier == Multiplier(percent: 150))
    #expect(overtime?.path == "staff-groups.wuhan.wage")
    #expect(cost.lines.first { $0.category == .holidayWork }?.multiplier == .triple)
    #expect(cost.lines.first { $0.category == .restDayWork }?.multiplier == .double)
  }

  @Test("A head on a salary costs exactly twelve salaries a year, whatever weeks it is paid in")
  func salaries() throws {
    let group = try #require(PlanFixture.scenario().staffGroup(Identifier("wuhan")))
    // 2023-01-01 is a Sunday and 2028-12-31 the Sunday 313 weeks later: six whole years.
    let start = PlanFixture.date("2023-01-01")
    let weeks = (0..<313).map { Week(start: start.adding(days: 7 * $0)) }
    #expect(weeks.last?.end == PlanFixture.date("2028-12-31"))
    let pay = weeks.reduce(UnitPrice.zero) { $0 + group.pay(forHeadIn: $1) }
    // Six years are 72 salaries; the last day, 31 December 2028, is not in the weeks.
    let expected = Rational(600_000) * (Rational(72) - (Rational(1, over: 31) ?? .zero))
    #expect(pay.minorUnitsPerUnit == expected)
    // February 2027 is four weeks to the day, from Monday the 1st on.
    let february = (0..<4).map { Week(start: PlanFixture.date("2027-02-01").adding(days: 7 * $0)) }
    let month = february.reduce(UnitPrice.zero) { $0 + group.pay(forHeadIn: $1) }
    #expect(month == UnitPrice(PlanFixture.yuan("6000.00")))
  }

  @Test("A commitment in another unit than the price is not used by the hours billed")
  func otherUnit() {
    let scenario = PlanFixture.scenario(vendor: PlanFixture.vendor(commitmentPer: .loggedHour))
    let lines = CostAccountant().statement(
      scenario: scenario, capacity: PlanFixture.capacity, schedule: nil
    ).lines.filter { $0.category == .vendorCommitment }
    #expect(lines.map(\.quantity) == [Quantity(WorkTime(seconds: 744_000)), Quantity(80)])
  }

  @Test("Contacts not handled have a line for each factor on their price, and are counted once")
  func shortageTiers() throws {
    let capacity = PlanFixture.capacity
    let tiers = [(100, 45.5), (150, 20), (250, 1)].map { percent, contacts in
      ShortageTier(multiplier: Multiplier(percent: percent), contacts: ContactVolume(contacts))
    }
    let queue = try #require(capacity.shortages.first?.queue)
    let short = Shortage(
      queue: queue, week: 0, bucket: .ordinary, netTime: WorkTime(hours: 5), tiers: tiers,
      cost: PlanFixture.yuan("936.00"), causes: [])
    #expect(short.contactsLost == ContactVolume(66.5))
    let lines = CostAccountant().statement(
      scenario: PlanFixture.scenario(),
      capacity: CapacityPlan(
        weeks: capacity.weeks, requirement: [], groups: [], classes: [], vendors: [],
        shortages: [short], missingAtEnd: .zero, bindingConstraints: [], objectiveParts: [],
        solve: capacity.solve),
      schedule: nil
    ).lines
    // 45.5 × 12.00, 20 × 12.00 × 1.5, 12.00 × 2.5.
    expect(
      lines,
      are: [
        (.shortage, "", "45.5", "546.00"), (.shortage, "", "20", "360.00"),
        (.shortage, "", "1", "30.00"),
      ])
    #expect(lines.map(\.multiplier) == tiers.map(\.multiplier))
    #expect(lines.map(\.amount).total() == short.cost)
  }

  @Test("What names nothing in the scenario is not priced, and no schedule has no lines")
  func unknownNames() {
    let capacity = PlanFixture.capacity
    let stranger = CapacityPlan(
      weeks: capacity.weeks, requirement: [],
      groups: [GroupPlan(group: Identifier("nobody"), weeks: capacity.groups[0].weeks)],
      classes: [], vendors: [], shortages: [], missingAtEnd: .zero, bindingConstraints: [],
      objectiveParts: [], solve: capacity.solve)
    let cost = CostAccountant().statement(
      scenario: PlanFixture.scenario(), capacity: stranger, schedule: nil)
    #expect(cost.lines.isEmpty && cost.scheduleLines.isEmpty && cost.total == .zero)
  }

  private func line(
    quantity: Quantity, rate: UnitPrice, multiplier: Multiplier
  ) -> LedgerLine {
    LedgerLine(
      number: 1, category: .overtime, supplier: "", queue: nil, date: PlanFixture.firstDay,
      quantity: quantity, unit: "hour", unitRate: rate, multiplier: multiplier, rule: "",
      source: "", path: "")
  }
}

/// Expects `lines` to be the rows of `table`: category, supplier, quantity, amount.
func expect(
  _ lines: [LedgerLine], are table: [(CostCategory, String, String, String)],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = lines.map { line in
    "\(line.category.rawValue) \(line.supplier) \(text(line.quantity)) "
      + PlanFixture.decimal(line.amount)
  }
  let expected = table.map { "\($0.rawValue) \($1) \($2) \($3)" }
  #expect(found == expected, sourceLocation: sourceLocation)
}

private func text(_ quantity: Quantity) -> String {
  let (whole, part) = quantity.millionths.quotientAndRemainder(dividingBy: 1_000_000)
  guard part != 0 else { return "\(whole)" }
  var digits = String(String(part + 1_000_000).dropFirst())
  while digits.hasSuffix("0") { digits.removeLast() }
  return "\(whole).\(digits)"
}
