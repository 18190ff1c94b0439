public import BusinessCalendar
public import Units

/// The working-time and pay rules of one legal system for a span of dates, as data.
///
/// Two spans of the same law are two packs with one ``id``; ``bundled(id:on:)`` picks by date.
/// Packs come from the data in this module or from ``read(json:)``, which refuses incomplete ones.
public struct RulePack: Sendable, Hashable, Codable {
  /// The name scenarios use, such as `china-standard`.
  public let id: String
  /// The name for people.
  public let name: String
  /// The ISO 3166 code of the country, with a region where its law differs.
  public let jurisdiction: String
  /// The local reading of the law, if it is not the national one.
  public let variant: String?
  /// The first day the rules hold.
  public let effectiveFrom: LocalDate
  /// The first day they no longer hold; `nil` while no end is known.
  public let effectiveTo: LocalDate?
  /// The sources of the pack, in the order of the data.
  public let sources: [RuleSource]

  /// The paid days of a month: the divisor that turns a monthly salary into a day's wage.
  public let paidDaysPerMonth: Rational
  /// The days actually worked in a month of full attendance, on average.
  public let standardDaysPerMonth: Rational
  /// The statutory holidays of a year.
  public let statutoryHolidaysPerYear: Int
  /// The ordinary hours of a day.
  public let dailyHours: WorkTime
  /// The ordinary hours of a week.
  public let weeklyHours: WorkTime

  /// The class of an hour for which no other class applies.
  public let baseClass: PayClassRule
  /// Every other class; the first whose condition holds is the hour's class.
  public let specialClasses: [PayClassRule]
  /// The limits on hours.
  public package(set) var caps: [HourCap]
  /// The rest between two shifts of a person, if there is a rule.
  public let restBetweenShifts: ShiftRest?

  /// What is paid on top for hours of the clock; `nil` for nothing.
  public package(set) var clockPay: [ClockPay]? = nil

  /// All classes in the order in which they are tried; the base class is the last.
  public var classes: [PayClassRule] { specialClasses + [baseClass] }

  /// The paid hours of a month, for the conversion of wages: 174 in China (21.75 d × 8 h).
  ///
  /// Not the hours that are worked: see ``standardHoursPerMonth``.
  public var paidHoursPerMonth: Rational { paidDaysPerMonth * dailyHours.exactHours }

  /// The hours worked in a month of full attendance, for capacity: 165.36 in China from 2025
  /// (20.67 d × 8 h).
  public var standardHoursPerMonth: Rational { standardDaysPerMonth * dailyHours.exactHours }

  /// Whether the rules hold on `date`.
  public func isEffective(on date: LocalDate) -> Bool {
    guard date >= effectiveFrom else { return false }
    guard let effectiveTo else { return true }
    return date < effectiveTo
  }
}

extension RulePack {
  /// The class of an hour: the first whose condition holds.
  ///
  /// - Parameters:
  ///   - dayType: what the day is for the person.
  ///   - beyondDailyHours: whether the daily hours are used up.
  ///   - timeOffInLieu: whether equal time off is given for the hour.
  public func payClass(
    on dayType: DayType, beyondDailyHours: Bool, timeOffInLieu: Bool = false
  ) -> PayClassRule {
    specialClasses.first {
      $0.condition.holds(
        on: dayType, beyondDailyHours: beyondDailyHours, timeOffInLieu: timeOffInLieu)
    } ?? baseClass
  }

  /// The class with this code, or `nil` when the pack has none.
  public func payClass(code: String) -> PayClassRule? { classes.first { $0.code == code } }

  /// The most overtime of one day, or `nil` when it is not limited.
  public var overtimeLimitPerDay: WorkTime? {
    caps.compactMap { cap in
      if case .overtimePerDay(let time) = cap.limit { time } else { nil }
    }.min()
  }

  /// The most overtime of one calendar month, or `nil` when it is not limited.
  public var overtimeLimitPerMonth: WorkTime? {
    caps.compactMap { cap in
      if case .overtimePerMonth(let time) = cap.limit { time } else { nil }
    }.min()
  }

  /// The limits on the overtime of any so many weeks in a row, in the order of the data.
  public var rollingOvertimeLimits: [(time: WorkTime, weeks: Int)] {
    caps.compactMap { cap in
      if case .overtimePerWeeks(let time, let weeks) = cap.limit { (time, weeks) } else { nil }
    }
  }

  /// The most days in a row with a shift, or `nil` when it is not limited.
  public var consecutiveDaysLimit: Int? {
    caps.compactMap { cap in
      if case .consecutiveDays(let days) = cap.limit { days } else { nil }
    }.min()
  }
}

extension WorkTime {
  /// The hours as an exact fraction.
  var exactHours: Rational { Rational(seconds).divided(by: Rational(3600)) ?? .zero }
}
