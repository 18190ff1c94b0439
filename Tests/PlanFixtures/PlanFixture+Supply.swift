public import BusinessCalendar
public import CapacityPlanning
internal import Scenarios
public import ShiftScheduling
internal import Staffing
internal import Units

extension PlanFixture {
  /// Two weeks: a class of two, overtime, a vendor, five hours short in the second week.
  public static var capacity: CapacityPlan {
    CapacityPlan(
      weeks: weeks,
      requirement: [
        QueueWeeks(queue: chat, ordinary: hours(310, 205.5), statutoryHoliday: hours(52, 154.25)),
        QueueWeeks(queue: cases, ordinary: hours(24, 16), statutoryHoliday: hours(4, 12)),
      ],
      groups: [wuhanPlan, eveningPlan],
      classes: [
        HiringClass(
          group: wuhan, number: 1, parallelClasses: 1, decideBy: firstDay, start: firstDay,
          firstContacts: firstDay.adding(days: 7), nestingEnds: firstDay.adding(days: 14),
          fullSpeed: firstDay.adding(days: 21), heads: Headcount(2), graduates: Headcount(1.84))
      ],
      vendors: [vendorPlan],
      shortages: [
        Shortage(
          queue: chat, week: 1, bucket: .statutoryHoliday, netTime: WorkTime(hours: 5),
          tiers: [ShortageTier(multiplier: .single, contacts: ContactVolume(75.5))],
          cost: yuan("906.00"),
          causes: ["seats of wuhan in the week of 2026-09-28", "notice of changsha"])
      ],
      missingAtEnd: Headcount(1.5),
      bindingConstraints: [
        BindingConstraint(
          name: "seats of wuhan in the week of 2026-09-28", family: "seats", week: 1,
          shadowPrice: UnitPrice(yuan("812.50")), saving: yuan("640.25"), unit: "seat",
          meaning: "One more seat in Wuhan would save 640.25.", path: "sites.wuhan.seats"),
        BindingConstraint(
          name: "the budget", family: "budget", week: nil,
          shadowPrice: UnitPrice(Money(minorUnits: 1)), unit: "minor unit",
          meaning: "More money would save money.", path: "policy.budget"),
      ],
      objectiveParts: [ObjectivePart(key: "regular-pay", value: 3_145_483.87, isCash: true)],
      solve: solve(program: "capacity", objective: 10_500_000.25, bound: 10_450_000))
  }

  /// Wuhan: 10 heads with 2 in training, then 9.5; 12 h overtime, 8 h on rest days, 4 h and 24 h on
  /// holidays.
  private static var wuhanPlan: GroupPlan {
    GroupPlan(
      group: wuhan,
      weeks: [
        .init(
          heads: Headcount(10), inTraining: Headcount(2), inNesting: .zero,
          ramping: Headcount(2), joined: Headcount(2), left: Headcount(1),
          effectiveHeads: Headcount(7.5), regularNetTime: WorkTime(hours: 203.65),
          overtime: [
            overtime("CN_OT150", paid: 12, net: 8), overtime("CN_HOL300", paid: 4, net: 3),
          ],
          allocations: [
            .init(queue: chat, bucket: .ordinary, netTime: WorkTime(hours: 190)),
            .init(queue: chat, bucket: .statutoryHoliday, netTime: WorkTime(hours: 3)),
            .init(queue: cases, bucket: .ordinary, netTime: WorkTime(hours: 20)),
          ]),
        .init(
          heads: Headcount(9.5), inTraining: .zero, inNesting: Headcount(1.84),
          ramping: Headcount(1), joined: .zero, left: Headcount(0.5),
          effectiveHeads: Headcount(8.25), regularNetTime: WorkTime(hours: 149.3),
          overtime: [
            overtime("CN_REST200", paid: 8, net: 5.5), overtime("CN_HOL300", paid: 24, net: 18),
          ],
          allocations: [.init(queue: chat, bucket: .ordinary, netTime: WorkTime(hours: 150))]),
      ])
  }

  /// Four people on evenings, all the time.
  private static var eveningPlan: GroupPlan {
    let week = GroupPlan.WeekPlan(
      heads: Headcount(4), inTraining: .zero, inNesting: .zero, ramping: .zero, joined: .zero,
      left: .zero, effectiveHeads: Headcount(4), regularNetTime: WorkTime(hours: 80), overtime: [],
      allocations: [.init(queue: cases, bucket: .ordinary, netTime: WorkTime(hours: 8))])
    return GroupPlan(group: evenings, weeks: [week, week])
  }

  /// 120 h with 20 on the holiday, then 100 h with 40 on holidays. 165 h of them fall into the ten
  /// days of September (620 × 10/30 committed), 55 h into the four of October (620 × 4/31 = 80).
  private static var vendorPlan: VendorPlan {
    VendorPlan(
      vendor: changsha,
      weeks: [
        .init(
          seats: Headcount(3), added: Headcount(3), billedOrdinary: WorkTime(hours: 100),
          billedStatutoryHoliday: WorkTime(hours: 20),
          allocations: [.init(queue: chat, bucket: .ordinary, netTime: WorkTime(hours: 88))]),
        .init(
          seats: Headcount(2.5), added: .zero, billedOrdinary: WorkTime(hours: 60),
          billedStatutoryHoliday: WorkTime(hours: 40),
          allocations: [
            .init(queue: chat, bucket: .statutoryHoliday, netTime: WorkTime(hours: 35.2))
          ]),
      ], months: months)
  }

  /// The vendor's calendar months.
  public static var months: [VendorPlan.MonthPlan] {
    let september = YearMonth(of: firstDay)
    return [
      .init(
        month: september, isActive: true, ordinary: WorkTime(hours: 145),
        statutoryHoliday: WorkTime(hours: 20), committed: WorkTime(seconds: 744_000),
        isSetUp: true),
      .init(
        month: september.next, isActive: true, ordinary: WorkTime(hours: 15),
        statutoryHoliday: WorkTime(hours: 40), committed: WorkTime(hours: 80), isSetUp: false),
    ]
  }

  /// The eve of the holiday: two on nights into it, three on a day with an hour of overtime, one of
  /// the vendor's.
  public static var schedule: ShiftSchedule {
    schedule(of: [
      shift(.group(wuhan), start: "2026-09-30T08:00", minutes: 600, seats: 3, overtime: 60),
      shift(.group(wuhan), start: "2026-09-30T22:00", minutes: 540, seats: 2),
      shift(.vendor(changsha), start: "2026-09-30T22:00", minutes: 540, seats: 1),
    ])
  }

  /// The eve of the holiday, or another day, with these seats.
  public static func schedule(
    of seats: [ShiftSeats], on eve: LocalDate = date("2026-09-30")
  ) -> ShiftSchedule {
    let grid = scenario().grid
    let slots = grid.slotIndices(of: eve)
    let positions = requirement.queues[0].positions[slots]
    return ShiftSchedule(
      weeks: [weeks[1]],
      days: [
        DaySchedule(
          date: eve, slots: slots,
          seats: seats,
          available: [
            .init(supplier: .group(wuhan), heads: Headcount(6.5)),
            .init(supplier: .vendor(changsha), heads: Headcount(2)),
          ],
          coverage: [
            QueueCoverage(
              queue: chat, required: Array(positions),
              inHouse: positions.map { Positions(min($0.value, 3)) },
              outsourced: positions.map { Positions($0.value > 3 ? 0.5 : 0) },
              short: positions.map { Positions(max(0, $0.value - 3.5)) })
          ],
          solve: solve(program: "shifts of 2026-09-30", objective: 12_345, bound: nil),
          carriedIn: [
            shift(.group(wuhan), start: "2026-09-29T22:00", minutes: 540, seats: 1)
          ])
      ])
  }

  /// A shift with an unpaid hour four hours after its start and a paid quarter two hours after it.
  public static func shift(
    _ supplier: Supplier, start: String, minutes: Int64, seats: Int, overtime: Int64 = 0
  ) -> ShiftSeats {
    ShiftSeats(
      supplier: supplier, type: Identifier("day"), start: moment(start),
      length: WorkTime(minutes: minutes),
      breaks: [
        .init(offset: WorkTime(minutes: 120), length: WorkTime(minutes: 15), isPaid: true),
        .init(offset: WorkTime(minutes: 240), length: WorkTime(minutes: 60), isPaid: false),
      ], seats: seats, overtime: WorkTime(minutes: overtime))
  }

  private static func hours(_ values: Double...) -> [WorkTime] { values.map(WorkTime.init(hours:)) }

  private static func overtime(_ code: String, paid: Double, net: Double) -> PaidOvertime {
    PaidOvertime(payClass: code, paidTime: WorkTime(hours: paid), netTime: WorkTime(hours: net))
  }

  private static func solve(program: String, objective: Double, bound: Double?) -> SolveReport {
    SolveReport(
      program: program, solver: "GLPK 5.0", status: bound == nil ? "optimal" : "within gap",
      objective: objective, bound: bound, gap: bound.map { Share((objective - $0) / objective) },
      rows: 120, columns: 80, integers: 4, isLimitReached: false)
  }
}
