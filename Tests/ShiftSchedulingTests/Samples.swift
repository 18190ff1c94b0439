import BusinessCalendar
import CapacityPlanning
import Contracts
import GLPK
import LinearProgramming
import PayRules
import Scenarios
import ShiftScheduling
import Staffing
import Testing
import Units

/// A small world to schedule: a requirement by the hour, people, vendors and shift types, and from
/// them the three values that the scheduler takes.
struct Sample: Sendable {
  /// A queue with its positions.
  struct Work: Sendable {
    var id: String
    /// Positions required at a day of the horizon and an hour of that day (12.5 is 12:30).
    var positions: @Sendable (_ day: Int, _ hour: Double) -> Double
    /// What a contact that nobody handles costs, in cents; a contact takes five minutes.
    var lostContact: Int64 = 500
    var loadShare = 0.8
    /// The most that vendors may take.
    var outsourced: Share?
  }

  /// A staff group.
  struct People: Sendable {
    var id: String
    var skills: [String]
    var heads: Double
    var inTraining = 0.0
    var effectiveHeads: Double?
    var hourly: Int64 = 3000
    var monthly: Int64?
    var contractHours = 40.0
    var inOffice = 0.0
    var outOfOffice = 0.0
    var site: String?
    var takeUp: Double?
    var overtime: [(payClass: String, hours: Double)] = []
    /// Hours of the week taken off in lieu of pay.
    var timeOff = 0.0
  }

  /// A vendor.
  struct Outsourcer: Sendable {
    var id: String
    var skills: [String]
    var seats: Double
    var price: Int64 = 4000
    var proficiency = 1.0
    var hoursPerSeat = 44.0
    var holidayFactor: Int64?
    /// Net hours that the capacity plan has the vendor give the first of its queues in a week.
    var plannedHours = 0.0
  }

  var start = "2026-11-09"
  var weeks = 1
  var zone = "Asia/Shanghai"
  var slot = SlotLength.halfHour
  var work: [Work] = []
  var people: [People] = []
  var outsourcers: [Outsourcer] = []
  var types: [ShiftType] = []
  var rest = 11.0
  var workDaysPerWeek = 5
  var scheduled: [String] = []
  var holidays: [String] = []
  var hasPayRules = true
  /// Pay rules in the place of China's.
  var ownPayRules: [RulePack]?
  var sites: [(id: String, seats: Int)] = []
  /// Parts of the day of every site in which its seats are counted by themselves.
  var dayParts: [DayPart] = []
  /// Seats that the capacity plan takes beyond those of the first site, each week.
  var extraSeats = 0.0
  /// The most that vendors may take of everything.
  var outsourced: Share?

  static let currency: Currency = {
    guard let currency = Currency(code: "CNY") else { preconditionFailure("CNY is unknown") }
    return currency
  }()

  var horizon: DateRange {
    DateRange(start: LocalDate(iso: start) ?? .epoch, days: weeks * 7)
  }

  var timeZone: TimeZoneRules { TimeZoneRules(identifier: zone) ?? .utc }
}

extension ShiftType {
  /// A type that may start from `first` to `last`, every so many minutes; breaks as (length,
  /// earliest, latest) in hours from the start.
  static func sample(
    _ id: String, from first: String, to last: String? = nil, every: Int64 = 60, hours: Double,
    breaks: [(length: Double, earliest: Double, latest: Double)] = [], paidBreaks: Bool = false,
    groups: [String] = [], vendors: [String] = []
  ) -> ShiftType {
    let earliest = LocalTime(first) ?? .midnight
    return ShiftType(
      id: .init(id), name: id, groups: groups.map { .init($0) }, vendors: vendors.map { .init($0) },
      earliestStart: earliest, latestStart: last.flatMap { LocalTime($0) } ?? earliest,
      startEvery: WorkTime(minutes: every), length: WorkTime(hours: hours),
      breaks: breaks.map {
        Break(
          length: WorkTime(hours: $0.length), earliest: WorkTime(hours: $0.earliest),
          latest: WorkTime(hours: $0.latest), isPaid: paidBreaks)
      })
  }
}

extension Sample {
  var scenario: Scenario {
    let range = horizon
    return Scenario(
      id: "sample", name: "Sample", question: "Who sits when?", currency: Self.currency,
      timeZone: timeZone,
      calendar: HolidayCalendar(
        id: "sample", name: "Sample", coverage: range, weekend: [],
        days: holidays.compactMap { LocalDate(iso: $0) }.map {
          CalendarDay(date: $0, kind: .statutoryHoliday)
        }),
      slotLength: slot, horizon: range, queues: work.map(\.queue),
      sites: sites.map {
        var site = Site(id: .init($0.id), name: $0.id, seats: $0.seats)
        site.dayParts = dayParts.isEmpty ? nil : dayParts
        return site
      },
      staffGroups: people.map(\.group), vendors: outsourcers.map(\.vendor), events: [],
      policy: Policy(
        outsourcingLimits: work.compactMap { work in
          work.outsourced.map { Policy.OutsourcingLimit(queue: .init(work.id), share: $0) }
        }, missionCritical: [], maximumOutsourcedShare: outsourced, budget: nil, endStrength: .zero,
        priceOfMissingHeadAtEnd: .zero),
      shifts: ShiftRules(
        types: types, restBetweenShifts: WorkTime(hours: rest), workDaysPerWeek: workDaysPerWeek,
        scheduledDates: scheduled.compactMap { LocalDate(iso: $0) }),
      payRules: hasPayRules
        ? ownPayRules ?? RulePack.bundled(id: "china-standard", on: range.start).map { [$0] } ?? []
        : [],
      seed: 1)
  }

  var requirement: StaffingRequirement {
    let grid = scenario.grid
    return StaffingRequirement(
      grid: grid,
      queues: work.map { work in
        let positions = grid.slots.map { slot in
          Positions(
            work.positions(
              range(until: slot.date), Double(slot.start.minutes) / 60))
        }
        return QueueRequirement(
          queue: .init(work.id), method: "given", volume: positions.map { _ in .zero },
          load: positions.map { Erlangs($0.value * work.loadShare) }, positions: positions,
          driver: positions.map { _ in .serviceLevel }, serviceLevel: positions.map { _ in nil },
          occupancy: positions.map { _ in Share(work.loadShare) })
      })
  }

  private func range(until date: LocalDate) -> Int { horizon.start.days(until: date) }

  var capacity: CapacityPlan {
    let weeks = scenario.grid.weeks
    return CapacityPlan(
      weeks: weeks, requirement: [],
      groups: people.map { people in
        GroupPlan(group: .init(people.id), weeks: weeks.map { _ in people.week })
      }, classes: [],
      vendors: outsourcers.map { outsourcer in
        VendorPlan(
          vendor: .init(outsourcer.id),
          weeks: weeks.map { _ in
            VendorPlan.WeekPlan(
              seats: Headcount(outsourcer.seats), added: .zero, billedOrdinary: .zero,
              billedStatutoryHoliday: .zero, allocations: outsourcer.allocations)
          }, months: [])
      }, shortages: [], missingAtEnd: .zero, bindingConstraints: [], objectiveParts: [],
      solve: SolveReport(
        program: "given", solver: "none", status: "optimal", objective: 0, bound: 0, gap: .zero,
        rows: 0, columns: 0, integers: 0, isLimitReached: false),
      relief: PlanRelief(
        carried: [],
        extraSeats: weeks.indices.flatMap { week in
          sites.prefix(1).map {
            PlanRelief.ExtraSeats(
              site: .init($0.id), week: week, seats: Headcount(extraSeats))
          }
        }, peaks: []))
  }
}

extension Sample.Work {
  var queue: Queue {
    Queue(
      id: .init(id), name: id, channel: .voice, openingHours: .always,
      target: .answered(share: .percent(80), within: .seconds(20)), maximumOccupancy: .whole,
      patience: nil, handleTime: .seconds(300), minimumPositions: .zero,
      demand: .forecast(IntervalHistory(intervalMinutes: 30, intervals: [], file: "none")),
      lostContactPrice: Money(minorUnits: lostContact))
  }
}

extension Sample.People {
  var group: StaffGroup {
    StaffGroup(
      id: .init(id), name: id, site: site.map { .init($0) }, skills: skills.map { .init($0) },
      contractHours: WorkTime(hours: contractHours),
      wage: monthly.map { .monthly(Money(minorUnits: $0)) }
        ?? .hourly(HourlyRate(perHour: UnitPrice(Money(minorUnits: hourly)))),
      employerOnCost: .zero, headcount: [TenureHeads(tenureWeeks: 99, heads: Headcount(heads))],
      shrinkage: Shrinkage(
        inOffice: Share(inOffice), outOfOffice: Share(outOfOffice), combination: .sequential),
      scheduleEfficiency: .whole, attrition: Attrition(bands: [], waves: []), hiring: nil,
      overtime: takeUp.map {
        OvertimeRules(takeUp: Share($0), maximumPerWeek: nil, productivity: .whole)
      })
  }

  var week: GroupPlan.WeekPlan {
    var week = GroupPlan.WeekPlan(
      heads: Headcount(heads), inTraining: Headcount(inTraining), inNesting: .zero, ramping: .zero,
      joined: .zero, left: .zero, effectiveHeads: Headcount(effectiveHeads ?? heads - inTraining),
      regularNetTime: .zero,
      overtime: overtime.map {
        PaidOvertime(
          payClass: $0.payClass, paidTime: WorkTime(hours: $0.hours),
          netTime: WorkTime(hours: $0.hours))
      }, allocations: [])
    if timeOff > 0 {
      week.measures = StaffMeasures()
      week.measures?.timeOff = WorkTime(hours: timeOff)
    }
    return week
  }
}

extension Sample.Outsourcer {
  var allocations: [Allocation] {
    guard plannedHours > 0, let queue = skills.first else { return [] }
    return [
      Allocation(
        queue: .init(queue), bucket: .ordinary, netTime: WorkTime(hours: plannedHours))
    ]
  }

  var vendor: Vendor {
    Vendor(
      id: .init(id), name: id, skills: skills.map { .init($0) },
      terms: ContractTerms(
        price: PriceItem(unit: .productiveHour, rate: UnitPrice(Money(minorUnits: price))),
        surcharges: holidayFactor.map { [Surcharge(.holiday, Multiplier(percent: $0))] } ?? []),
      noticeWeeks: 0, rampPerWeek: Headcount(seats), minimumSeats: .zero,
      maximumSeats: Headcount(seats), hoursPerSeat: WorkTime(hours: hoursPerSeat),
      initialSeats: Headcount(seats), proficiency: Share(proficiency), language: nil)
  }
}

extension Sample {
  /// The schedule of the sample.
  func schedule(
    _ options: ScheduleOptions = ScheduleOptions(), solver: any Solver = GLPKSolver()
  ) throws -> ShiftSchedule {
    let schedule = try ShiftScheduler(solver: solver, options: options)
      .schedule(scenario, requirement: requirement, capacity: capacity)
    return try #require(schedule)
  }
}
