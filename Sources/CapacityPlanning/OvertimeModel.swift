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

  /// The pay of one hour in minor units.
  var price: Double { (rate.perHour * multiplier).approximateMinorUnits }
}

/// The rules of extra work, each a named function.
enum OvertimeModel {
  /// What `group` may work on top of its contract in `week`; empty without overtime rules, or when
  /// nobody agrees.
  ///
  /// Extra hours lose the same shrinkage as others; overtime and rest-day work also lose what the
  /// scenario says of their productivity. A holiday is a normal day's work.
  ///
  /// - Parameter openDays: the days of the week on which a queue of the group needs anybody.
  static func tiers(
    of group: StaffGroup, in week: Week, statutoryDays: Int, openDays: Int, under pack: RulePack?
  ) -> [OvertimeTierOfWeek] {
    guard let pack, let rules = group.overtime, rules.takeUp > .zero,
      group.employmentKind != .intern
    else { return [] }
    let rate = LabourPrice.hour(wage: group.wage, under: pack)
    let net = max(0, group.netShare(in: week).value)
    let tired = net * max(0, rules.productivity.value)
    var tiers: [OvertimeTierOfWeek] = []
    let workDays = workDays(of: group, statutoryDays: statutoryDays, under: pack)
    let limits = [
      (OvertimeKind.workday, dailyLimit(under: pack).hours * workDays, tired),
      (
        .restDay, pack.dailyHours.hours * restDays(of: group, openDays: openDays, under: pack),
        tired
      ),
      (.holiday, pack.dailyHours.hours * Double(statutoryDays), net),
    ]
    for (kind, hours, netShare) in limits where hours > 0 {
      let dayType: DayType =
        switch kind {
        case .workday: .workday
        case .restDay, .restDayInLieu: .restDay
        case .holiday: .statutoryHoliday
        }
      guard let tier = pack.overtimeTiers(on: dayType).first else { continue }
      let lawful = kind == .workday ? hours : min(hours, dayLimit(tier, kind, statutoryDays))
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
    _ tier: OvertimeTier, _ kind: OvertimeKind, _ statutoryDays: Int
  ) -> Double {
    guard let limit = tier.limitPerDay else { return .infinity }
    return limit.hours * (kind == .holiday ? Double(statutoryDays) : 1)
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

  /// Whether holidays are days like others for regular hours: the pay rules know no extra pay on
  /// them, so nobody is off with pay.
  static func worksHolidaysAtPlainPay(under pack: RulePack?) -> Bool {
    pack?.overtimeTiers(on: .statutoryHoliday).isEmpty ?? true
  }
}
