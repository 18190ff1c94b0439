internal import BusinessCalendar
internal import PayRules
internal import Scenarios
internal import Units

/// A kind of extra work, as caps see it.
enum OvertimeKind: String, Sendable, Hashable {
  /// Beyond the daily hours of a working day.
  case workday
  /// A whole day's work on a day off.
  case restDay
  /// The same, for time off in the place of pay.
  case restDayInLieu = "rest-day-in-lieu"
  /// Work on a statutory holiday.
  case holiday

  /// The part of the objective that pays for it.
  var part: CostPart {
    switch self {
    case .workday: .overtime
    case .restDay, .restDayInLieu: .restDayWork
    case .holiday: .holidayWork
    }
  }
}

/// One way in which a group can work more in one week, from the pay rules in force on its first day.
struct OvertimeTierOfWeek: Sendable {
  let kind: OvertimeKind
  /// The pay class's code, such as `CN_OT150`.
  let code: String
  /// The factor on the plain hourly rate.
  let multiplier: Multiplier
  /// The plain hourly rate.
  let rate: HourlyRate
  /// The most paid hours of one person who agrees, in this week.
  let hoursPerPerson: Double
  /// Net hours on contacts that one paid hour gives.
  let netPerPaidHour: Double
  /// Whether the hours count to the month's limit.
  let countsToMonth: Bool
  /// Which of the week's stretches under one law they are worked in; 0 for the first.
  var part = 0
  /// The first day of that stretch; `nil` for the first.
  var from: LocalDate?
  /// The days of that stretch within the horizon.
  var days: [LocalDate] = []

  /// The pay of one hour in minor units.
  var price: Double { (rate.perHour * multiplier).approximateMinorUnits }

  /// The end of a sentence about hours under a law that begins within the week.
  var since: String { from.map { " from \($0) on" } ?? "" }

  /// Its place in the program.
  func key(_ group: Int, _ week: Int) -> OvertimeKey {
    OvertimeKey(group: group, week: week, kind: kind, part: part)
  }
}

/// The rules of extra work, each a named function.
enum OvertimeModel {
  /// What `group` may work on top of its contract in `week`; empty without overtime rules, or when
  /// nobody agrees.
  ///
  /// Extra hours lose the same shrinkage as others; overtime and rest-day work also lose what the
  /// scenario says of their productivity. A holiday is a normal day's work.
  ///
  /// - Parameters:
  ///   - openDays: on how many of some days a queue of the group needs anybody.
  ///   - laws: the laws of the week; each has its share of the week's ordinary days, and its own
  ///     holidays.
  static func tiers(
    of group: StaffGroup, in week: Week, days: [PlanCalendar.Day],
    openDays: ([PlanCalendar.Day]) -> Int, under laws: [LawOfDays]
  ) -> [OvertimeTierOfWeek] {
    func holidays(_ days: [PlanCalendar.Day]) -> Int {
      days.count { $0.bucket == .statutoryHoliday }
    }
    let ordinary = days.count - holidays(days)
    return laws.enumerated().flatMap { part, law in
      let own = days.filter { law.days.contains($0.date) }
      let share =
        ordinary > 0 ? Double(own.count - holidays(own)) / Double(ordinary) : 0
      var found = tiers(
        of: group, in: week, statutoryDays: holidays(days), openDays: openDays(days),
        under: law.pack, ordinaryShare: laws.count > 1 ? share : 1,
        statutoryDaysOfPart: holidays(own),
        byCalendar: group.worksByCalendar
          ? calendarDays(own, of: days, openDays: openDays) : nil)
      for place in found.indices {
        found[place].part = part
        found[place].from = part > 0 ? law.days.first : nil
        found[place].days = own.map(\.date)
      }
      return found
    }
  }

  /// The same under one law, which holds on a share of the week's ordinary days.
  static func tiers(
    of group: StaffGroup, in week: Week, statutoryDays: Int, openDays: Int, under pack: RulePack?,
    ordinaryShare: Double = 1, statutoryDaysOfPart: Int? = nil, byCalendar: CalendarDays? = nil
  ) -> [OvertimeTierOfWeek] {
    let ownHolidays = statutoryDaysOfPart ?? statutoryDays
    guard let pack, let rules = group.overtime, rules.takeUp > .zero,
      group.employmentKind != .intern
    else { return [] }
    let rate = LabourPrice.hour(wage: group.wage, under: pack)
    let net = max(0, group.netShare(in: week).value)
    let tired = net * max(0, rules.productivity.value)
    var tiers: [OvertimeTierOfWeek] = []
    let workDays =
      byCalendar.map { $0.work / 5 * contractDays(of: group, under: pack) }
      ?? workDays(of: group, statutoryDays: statutoryDays, under: pack) * ordinaryShare
    let restDays =
      byCalendar?.rest
      ?? restDays(of: group, openDays: openDays, under: pack) * ordinaryShare
    let limits = [
      (OvertimeKind.workday, dailyLimit(under: pack).hours * workDays, tired),
      (
        .restDay, pack.dailyHours.hours * restDays, tired
      ),
      (.holiday, pack.dailyHours.hours * Double(ownHolidays), net),
    ]
    for (kind, hours, netShare) in limits where hours > 0 {
      let dayType: DayType =
        switch kind {
        case .workday: .workday
        case .restDay, .restDayInLieu: .restDay
        case .holiday: .statutoryHoliday
        }
      guard let tier = pack.overtimeTiers(on: dayType).first else { continue }
      let lawful =
        kind == .workday
        ? hours : min(hours, dayLimit(tier, kind, ownHolidays, restDays: byCalendar?.rest ?? 1))
      tiers.append(
        OvertimeTierOfWeek(
          kind: kind, code: tier.payClass.code, multiplier: tier.multiplier, rate: rate,
          hoursPerPerson: lawful, netPerPaidHour: netShare,
          countsToMonth: tier.countsToMonthlyLimit))
    }
    if let paid = tiers.first(where: { $0.kind == .restDay }), rules.timeOffWithinWeeks != nil {
      let unpaid = pack.payClass(on: .restDay, beyondDailyHours: false, timeOffInLieu: true)
      if unpaid.owesTimeOff {
        tiers.append(
          OvertimeTierOfWeek(
            kind: .restDayInLieu, code: unpaid.code, multiplier: unpaid.multiplier, rate: rate,
            hoursPerPerson: paid.hoursPerPerson, netPerPaidHour: tired,
            countsToMonth: unpaid.countsToMonthlyOvertime))
      }
    }
    return tiers
  }

  private static func dayLimit(
    _ tier: OvertimeTier, _ kind: OvertimeKind, _ statutoryDays: Int, restDays: Double
  ) -> Double {
    guard let limit = tier.limitPerDay else { return .infinity }
    return limit.hours * (kind == .holiday ? Double(statutoryDays) : restDays)
  }

  /// The days of people who follow the calendar, under one law.
  struct CalendarDays {
    /// Workdays, make-up workdays among them.
    let work: Double
    /// Rest days, bridge days among them, on which somebody is needed; one day of seven is kept free.
    let rest: Double
  }

  /// The days `own` of a week's `days` for people who follow the calendar: rest days on which a queue
  /// of theirs needs anybody, of the week at most what six days leave beside its workdays.
  private static func calendarDays(
    _ own: [PlanCalendar.Day], of days: [PlanCalendar.Day],
    openDays: ([PlanCalendar.Day]) -> Int
  ) -> CalendarDays {
    let work = days.count { $0.isWorkday }
    let open = openDays(days.filter { $0.kind == .restDay })
    let here = openDays(own.filter { $0.kind == .restDay })
    let most = Double(max(0, min(open, 6 - work)))
    return CalendarDays(
      work: Double(own.count { $0.isWorkday }),
      rest: open > 0 ? most * Double(here) / Double(open) : 0)
  }

  /// The most overtime of one working day: the law's limit, or, where there is none, what a day has
  /// left after the daily hours and the rest between shifts (11 hours where no rule says more).
  static func dailyLimit(under pack: RulePack) -> WorkTime {
    if let limit = pack.overtimeLimitPerDay { return limit }
    let rest = pack.restBetweenShifts?.time ?? WorkTime(hours: 11)
    return max(.zero, WorkTime(hours: 24) - pack.dailyHours - rest)
  }

  /// The rest days of a week, at most one, on which a head has something to do: the days on which
  /// its queues are open beyond the days of the contract. When queues are open on five days, a
  /// rota of five days fills them, and nobody is needed on a day off.
  static func restDays(of group: StaffGroup, openDays: Int, under pack: RulePack) -> Double {
    (Double(openDays) - contractDays(of: group, under: pack)).bounded(to: 0...1)
  }

  /// The days of the contract: contract hours over daily hours (5 of 40 h), at most 6.
  private static func contractDays(of group: StaffGroup, under pack: RulePack) -> Double {
    guard pack.dailyHours > .zero else { return 0 }
    return min(6, max(0, group.contractHours.hours) / pack.dailyHours.hours)
  }

  /// The days a head works in a week: those of the contract, less the share that falls on statutory
  /// holidays.
  static func workDays(
    of group: StaffGroup, statutoryDays: Int, under pack: RulePack
  ) -> Double {
    contractDays(of: group, under: pack) * Double(7 - min(7, max(0, statutoryDays))) / 7
  }

  /// The month's overtime of one person who agrees, for a week with `days` days in a month of
  /// `daysInMonth`: the month's limit, split evenly over its days. Summed over a whole month it is
  /// the limit; of a month that the plan only touches it is the plan's share.
  static func monthlyAllowance(
    _ limit: WorkTime, days: Int, ofMonthWith daysInMonth: Int
  ) -> Double {
    guard daysInMonth > 0 else { return 0 }
    return limit.hours * Double(days) / Double(daysInMonth)
  }

  /// The month's overtime of one person who agrees on `days` of it, each day's part of the limit in
  /// force on it; `nil` where no rule limits any of them.
  static func monthlyAllowance(
    in month: YearMonth, on days: [LocalDate], of scenario: Scenario
  ) -> Double? {
    var parts: [(limit: WorkTime, days: Int)] = []
    for day in days {
      guard let limit = scenario.payRules(on: day)?.overtimeLimitPerMonth else { continue }
      if let last = parts.indices.last, parts[last].limit == limit {
        parts[last].days += 1
      } else {
        parts.append((limit, 1))
      }
    }
    guard !parts.isEmpty else { return nil }
    return parts.reduce(0) {
      $0 + monthlyAllowance($1.limit, days: $1.days, ofMonthWith: month.dayCount)
    }
  }

  /// Whether holidays are days like others for regular hours: the pay rules know no extra pay on
  /// them, so nobody is off with pay.
  static func worksHolidaysAtPlainPay(under pack: RulePack?) -> Bool {
    !(pack?.paysHolidaysOff ?? false)
  }
}
