import BusinessCalendar
import CapacityPlanning
import Costing
import Planning
import Scenarios
import ShiftScheduling
import Staffing
import Units

extension SamplePlan {
  // MARK: Supply

  static let required = [8000.0, 8200, 8600, 8400, 9000, 18000, 11200, 9000]
  static let inHouse = [8000.0, 8200, 8600, 8400, 9000, 9400, 9400, 9000]
  static let overtime = [0.0, 0, 0, 0, 0, 2600, 1000, 0]
  static let outsourced = [0.0, 0, 0, 0, 0, 4000, 800, 0]

  static func capacity(name: String, isShort: Bool) -> CapacityPlan {
    let shortHours = isShort ? 2000.0 : 0
    return CapacityPlan(
      weeks: weeks,
      requirement: [
        QueueWeeks(
          queue: chat, ordinary: required.map { WorkTime(hours: $0 * 0.9) },
          statutoryHoliday: required.map { _ in .zero }),
        QueueWeeks(
          queue: voice, ordinary: required.map { WorkTime(hours: $0 * 0.1) },
          statutoryHoliday: required.map { _ in .zero }),
      ],
      groups: [GroupPlan(group: wuhan, weeks: weeks.indices.map(groupWeek))],
      classes: [hiringClass(1, in: 2), hiringClass(2, in: 3)],
      vendors: [
        vendorPlan(lingxi, extra: isShort ? 0 : 0), vendorPlan(bluewater, extra: 2000 - shortHours),
      ],
      shortages: isShort
        ? [
          Shortage(
            queue: chat, week: saleWeek, bucket: .ordinary, netTime: WorkTime(hours: 2000),
            tiers: [ShortageTier(multiplier: .single, contacts: ContactVolume(20000))],
            cost: Money(minorUnits: 30_000_000),
            causes: [name, "seats of wuhan in the week of 2026-11-09"])
        ] : [],
      missingAtEnd: .zero,
      bindingConstraints: isShort
        ? [
          limit(
            "vendor ramp of lingxi", "One more seat added by 灵犀外包 in that week would save 912.00",
            "seat", 912),
          limit("overtime of wuhan", name + " would save 41.00", "overtime hour", 41),
        ] : [],
      objectiveParts: [ObjectivePart(key: "wages", value: 4e8, isCash: true)],
      solve: solve("capacity plan", gap: 0.004))
  }

  private static func limit(
    _ id: String, _ meaning: String, _ unit: String, _ price: Int64
  ) -> BindingConstraint {
    BindingConstraint(
      name: id, family: "limit", week: saleWeek,
      shadowPrice: UnitPrice(Money(minorUnits: price * 100)), unit: unit, meaning: meaning,
      path: id)
  }

  static func solve(_ program: String, gap: Double) -> SolveReport {
    SolveReport(
      program: program, solver: "GLPK 5.0", status: "within gap", objective: 431_250_000,
      bound: 429_525_000, gap: Share(gap), rows: 320, columns: 410, integers: 24,
      isLimitReached: false)
  }

  private static func groupWeek(_ week: Int) -> GroupPlan.WeekPlan {
    let joined = week == 2 || week == 3 ? 20.0 : 0
    let heads = 398 - 2 * Double(week) + (week >= 2 ? 20 : 0) + (week >= 3 ? 20 : 0)
    return GroupPlan.WeekPlan(
      heads: Headcount(heads), inTraining: Headcount(joined), inNesting: .zero, ramping: .zero,
      joined: Headcount(joined), left: Headcount(2), effectiveHeads: Headcount(heads - joined),
      regularNetTime: WorkTime(hours: 9400),
      overtime: [
        PaidOvertime(
          payClass: "CN_OT150", paidTime: WorkTime(hours: overtime[week] * 1.25),
          netTime: WorkTime(hours: overtime[week]))
      ],
      allocations: [
        Allocation(
          queue: chat, bucket: .ordinary,
          netTime: WorkTime(hours: inHouse[week] + overtime[week] - required[week] * 0.1)),
        Allocation(
          queue: voice, bucket: .ordinary, netTime: WorkTime(hours: required[week] * 0.1)),
      ])
  }

  private static func hiringClass(_ number: Int, in week: Int) -> HiringClass {
    let first = weeks[week].start
    return HiringClass(
      group: wuhan, number: number, parallelClasses: 1, decideBy: first.adding(days: -14),
      start: first, firstContacts: first.adding(days: 7), nestingEnds: first.adding(days: 14),
      fullSpeed: first.adding(days: 28), heads: Headcount(20), graduates: Headcount(18))
  }

  private static func vendorPlan(_ vendor: Vendor.ID, extra: Double) -> VendorPlan {
    VendorPlan(
      vendor: vendor,
      weeks: weeks.indices.map { week in
        let net = outsourced[week] / 2 + (week == saleWeek ? extra : 0)
        return VendorPlan.WeekPlan(
          seats: Headcount(net / 36), added: Headcount(week == saleWeek ? 20 : 0),
          billedOrdinary: WorkTime(hours: net / 0.9), billedStatutoryHoliday: .zero,
          allocations: [
            Allocation(queue: chat, bucket: .ordinary, netTime: WorkTime(hours: net))
          ])
      },
      months: [
        VendorPlan.MonthPlan(
          month: YearMonth(of: weeks[saleWeek].start), isActive: true,
          ordinary: WorkTime(hours: 2666), statutoryHoliday: .zero,
          committed: WorkTime(hours: 1000), isSetUp: true)
      ])
  }

  // MARK: The peak week

  static func schedule(_ scenario: Scenario) -> ShiftSchedule {
    let grid = scenario.grid
    let days = Array(weeks[saleWeek].days).map { date -> DaySchedule in
      let slots = grid.slotIndices(of: date)
      let day = start.days(until: date)
      let needed = (0..<48).map { positions(day, $0) }
      let own = needed.map { min($0, 130) }
      let hired = needed.map { min(max(0, $0 - 130), 90) }
      let short = needed.indices.map { needed[$0] - own[$0] - hired[$0] }
      return DaySchedule(
        date: date, slots: slots,
        seats: [
          seats(.group(wuhan), date, 130), seats(.vendor(lingxi), date, 50),
          seats(.vendor(bluewater), date, 40),
        ],
        available: [],
        coverage: [
          QueueCoverage(
            queue: chat, required: needed.map { Positions($0) },
            inHouse: own.map { Positions($0 == 0 ? 0 : $0 + 4) },
            outsourced: hired.map { Positions($0) }, short: short.map { Positions($0) })
        ], solve: solve("shifts of \(date)", gap: 0.001))
    }
    return ShiftSchedule(weeks: [weeks[saleWeek]], days: days)
  }

  private static func seats(_ supplier: Supplier, _ date: LocalDate, _ count: Int) -> ShiftSeats {
    ShiftSeats(
      supplier: supplier, type: .init("late"), start: date.at(clock(13)),
      length: WorkTime(hours: 9),
      breaks: [
        .init(offset: WorkTime(hours: 4), length: WorkTime(minutes: 60), isPaid: false)
      ], seats: count)
  }

  // MARK: Money

  /// Eight weeks of pay, two classes, overtime, vendors; 15 yuan for each of 20,000 lost contacts.
  static func cost(isShort: Bool) -> CostStatement {
    var lines: [LedgerLine] = []
    func add(
      _ category: CostCategory, _ supplier: String, week: Int, _ quantity: Double, _ unit: String,
      _ rate: Int64, percent: Int64 = 100, _ rule: String
    ) {
      lines.append(
        LedgerLine(
          number: lines.count + 1, category: category, supplier: supplier, queue: nil,
          date: weeks[week].start, quantity: Quantity(quantity), unit: unit,
          unitRate: UnitPrice(Money(minorUnits: rate)), multiplier: Multiplier(percent: percent),
          rule: rule, source: "scenario", path: "staff-groups.wuhan.wage"))
    }
    for week in weeks.indices {
      add(.regularPay, "wuhan", week: week, 400, "head-week", 138_000, "a month's salary by day")
      add(.contributions, "wuhan", week: week, 1, "pay", 8_280_000, "contributions are 15 %")
    }
    add(
      .overtime, "wuhan", week: 5, 3250, "hour", 3448, percent: 150,
      "overtime on a working day is paid 150 %")
    add(.recruiting, "wuhan", week: 2, 40, "hire", 200_000, "recruiting is paid for each head")
    add(.classes, "wuhan", week: 2, 2, "class", 300_000, "a class costs its trainer and room")
    add(.vendorHours, "lingxi", week: 5, 2667, "hour", 3800, "a productive hour")
    add(.vendorHours, "bluewater", week: 5, 2667, "hour", 3800, "a productive hour")
    if isShort {
      add(.shortage, "", week: 5, 20000, "contact", 1500, "a contact nobody handles (not cash)")
    }
    return CostStatement(
      currency: currency(), lines: lines, scheduleLines: Array(lines.prefix(1)))
  }
}
