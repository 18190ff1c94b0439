/// A day of the Gregorian calendar without a time zone, from 0001-01-01 to 9999-12-31.
///
/// Stored as a day number, so that arithmetic is arithmetic; results beyond the two ends saturate.
/// The text form, also in JSON, is ISO 8601: `2026-11-11`.
public struct LocalDate: CalendarText, Strideable {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int

  /// The day `dayNumber` days after 1970-01-01; saturates at the years 1 and 9999.
  public init(dayNumber: Int) {
    self.dayNumber = min(max(dayNumber, LocalDate.firstDayNumber), LocalDate.lastDayNumber)
  }

  /// The day with this year (1 to 9999), month (1 to 12) and day of the month, or `nil` when there
  /// is none.
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= YearMonth.dayCount(year: year, month: month)
    else { return nil }
    dayNumber = LocalDate.dayNumber(year: year, month: month, day: day)
  }

  /// The day an ISO 8601 date such as `2026-11-11` names, or `nil` when `iso` is not one.
  public init?(iso: some StringProtocol) {
    let parts = Substring(iso).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = number(parts[0], digits: 4),
      let month = number(parts[1], digits: 2), let day = number(parts[2], digits: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day an ISO 8601 date names, or `nil` when `description` is not one.
  public init?(_ description: String) { self.init(iso: description) }

  /// The date in ISO 8601, such as `2026-11-11`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The year, 1 to 9999.
  public var year: Int { civil.year }
  /// The month, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  public var day: Int { civil.day }

  /// The day of the week.
  public var weekday: Weekday {
    // Day 0, 1970-01-01, was a Thursday, the fourth day.
    let sinceMonday = dayNumber + 3
    return Weekday.monday.adding(days: sinceMonday - floorDivision(sinceMonday, by: 7) * 7)
  }

  /// The month the day is in.
  public var yearMonth: YearMonth { YearMonth(of: self) }

  /// The day `days` later, or earlier when negative; saturates.
  public func adding(days: Int) -> LocalDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return LocalDate(dayNumber: overflow ? (days < 0 ? .min : .max) : sum)
  }

  /// How many days `other` is later; negative when it is earlier.
  public func days(until other: LocalDate) -> Int { other.dayNumber - dayNumber }

  /// How many days `other` is later.
  public func distance(to other: LocalDate) -> Int { days(until: other) }

  /// The day `stride` days later; saturates.
  public func advanced(by stride: Int) -> LocalDate { adding(days: stride) }

  /// The day `days` later; saturates.
  public static func + (date: LocalDate, days: Int) -> LocalDate { date.adding(days: days) }

  /// The day `days` earlier; saturates.
  public static func - (date: LocalDate, days: Int) -> LocalDate {
    date.adding(days: days == .min ? .max : -days)
  }

  /// The order of time.
  public static func < (left: LocalDate, right: LocalDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// Whether both are the same day.
  public static func == (left: LocalDate, right: LocalDate) -> Bool {
    left.dayNumber == right.dayNumber
  }

  /// 0001-01-01, the first day there is.
  public static let first = LocalDate(dayNumber: firstDayNumber)
  /// 9999-12-31, the last day there is.
  public static let last = LocalDate(dayNumber: lastDayNumber)
  /// 1970-01-01, day number 0.
  public static let epoch = LocalDate(dayNumber: 0)

  private static let firstDayNumber = dayNumber(year: 1, month: 1, day: 1)
  private static let lastDayNumber = dayNumber(year: 9999, month: 12, day: 31)
}

extension LocalDate {
  /// The day and a time on it.
  public func at(_ time: LocalTime, fold: Int = 0) -> LocalDateTime {
    LocalDateTime(date: self, time: time, fold: fold)
  }

  /// Year, month and day; one pass where several are needed.
  ///
  /// Years are counted from 1 March, so that the leap day is the last of its year: month *m* (0 is
  /// March) begins on day ⌊(153 *m* + 2) / 5⌋ of such a year, and 400 of them have 146,097 days.
  var civil: (year: Int, month: Int, day: Int) {
    let sinceMarchOfYearZero = dayNumber + 719_468
    let cycle = floorDivision(sinceMarchOfYearZero, by: 146_097)
    let dayOfCycle = sinceMarchOfYearZero - cycle * 146_097
    let leapCorrection = dayOfCycle / 1460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
    let yearOfCycle = (dayOfCycle - leapCorrection) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
  }

  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let cycle = floorDivision(marchYear, by: 400)
    let yearOfCycle = marchYear - cycle * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * 146_097 + dayOfCycle - 719_468
  }
}
