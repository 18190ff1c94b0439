public import BusinessCalendar
public import Units

/// When a workweek of 168 hours starts.
public struct PayWeekStart: Sendable, Hashable, Codable {
  /// The day.
  public let weekday: Weekday
  /// The time on it.
  public let time: LocalTime

  /// A workweek that starts on `weekday` at `time`.
  public init(_ weekday: Weekday, _ time: LocalTime = .midnight) {
    self.weekday = weekday
    self.time = time
  }
}

/// What one person worked, and on which terms.
public struct PaySheet: Sendable, Hashable, Codable {
  /// How the person is paid.
  public let basis: PayBasis
  /// The pay of an hour.
  public let rate: HourlyRate
  /// The shifts, in any order.
  public let shifts: [WorkedShift]
  /// When the workweek starts.
  public let weekStart: PayWeekStart
  /// When the employer's day of 24 hours starts, where the law has one.
  public let workdayStart: LocalTime
  /// What the pay system wants stated, by the keys of its terms.
  public let terms: [String: String]

  /// The timesheet of a person who is paid `rate` an hour.
  public init(
    basis: PayBasis, rate: HourlyRate, shifts: [WorkedShift],
    weekStart: PayWeekStart = PayWeekStart(.monday), workdayStart: LocalTime = .midnight,
    terms: [String: String] = [:]
  ) {
    self.basis = basis
    self.rate = rate
    self.shifts = shifts
    self.weekStart = weekStart
    self.workdayStart = workdayStart
    self.terms = terms
  }
}

/// The public holidays of a place by kind.
public struct PayHolidays: Sendable, Hashable {
  /// The holidays and their kinds, such as `statutory`.
  public let days: [LocalDate: String]
  /// The days that are known; `nil` where all that are not listed are ordinary.
  public let coverage: DateRange?

  /// Holidays by kind.
  public init(_ days: [LocalDate: String], coverage: DateRange? = nil) {
    self.days = days
    self.coverage = coverage
  }
}

/// A cap or rest rule that a timesheet breaks; the pay is due all the same.
public struct PayBreach: Sendable, Hashable, Codable {
  /// The flag's name, such as `CN_MONTH_OT_GT_36H`.
  public let code: String
  /// The worst that was found, in hours or days.
  public let found: Quantity
  /// The limit.
  public let limit: Quantity
  /// The first day on which it is broken; `nil` for a month or a period.
  public let date: LocalDate?
  /// The first month in which it is broken; `nil` where it is not for a month.
  public let month: YearMonth?
  /// The rule as a sentence.
  public let sentence: String
  /// Where it stands.
  public let source: RuleSource
}

/// Hours of a shift over a month's end, and what they enter.
public struct PayMonthShare: Sendable, Hashable, Codable {
  /// The shift's place in the timesheet, from 1.
  public let shift: Int
  /// The month whose cap the hours count to: that of the shift's start.
  public let capMonth: YearMonth
  /// The month whose payroll they are in: that of the shift's start.
  public let payrollMonth: YearMonth
  /// The month whose invoice they are on: that of the clock.
  public let invoiceMonth: YearMonth
  /// The hours.
  public let time: WorkTime
}

/// What a timesheet is paid, line by line, and which caps it breaks.
public struct PaySlip: Sendable, Hashable, Codable {
  /// The pay by class, and by week or shift where the rules have it so.
  public let lines: [PayLine]
  /// The caps broken, in the order of the rules.
  public let breaches: [PayBreach]
  /// The time worked, without breaks.
  public let worked: WorkTime
  /// Time off that is owed.
  public let timeOffOwed: WorkTime
  /// The hours of shifts over a month's end.
  public let monthShares: [PayMonthShare]
  /// The shifts by permit, or by the reason why none covers them; empty where none is needed.
  public let permits: [PayPermitShare]

  /// The sum of the lines.
  public var total: Money { lines.map(\.amount).total() }
}

/// Why a timesheet cannot be paid.
public enum PayError: Error, Sendable, Hashable, Codable {
  /// A shift is impossible.
  case shift(TimesheetError)
  /// A term is missing or wrong.
  case term(PayTermError)
  /// No version of the rules holds on the day a shift starts.
  case noRules(system: String, date: LocalDate)
}

extension PayError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .shift(let error): error.description
    case .term(let error): error.description
    case .noRules(let system, let date): "\(system) has no rules for \(date)"
    }
  }
}

extension PayError {
  /// The place of the shift that is meant, from 1; `nil` where none is.
  public var shift: Int? {
    guard case .shift(let error) = self else { return nil }
    return switch error {
    case .endsBeforeStart(let shift), .longerThanAWeek(let shift), .breakOutsideShift(let shift),
      .overlaps(let shift), .dayNotInCalendar(let shift):
      shift
    }
  }
}

extension PayHolidays {
  /// The holidays of a calendar in the words of a pay system: the classes that the calendar tells
  /// apart by name, and its public holidays by the first kind of the system that is not one of them.
  public init(_ calendar: HolidayCalendar, for system: PaySystem) {
    let types = system.holidays?.types ?? []
    let other = types.first { !["regular", "special", "double"].contains($0) }
    var days: [LocalDate: String] = [:]
    for day in calendar.namedDays where day.kind == .statutoryHoliday {
      days[day.date] =
        switch day.holidayClass {
        case .regular: "regular"
        case .special: "special"
        case .doubleRegular: "double"
        case .publicHoliday, nil: other
        case .optional: nil
        }
    }
    self.init(days, coverage: calendar.coverage)
  }
}
