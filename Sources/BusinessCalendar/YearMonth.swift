/// A month of a year; in text, also in JSON, `2026-11`.
public struct YearMonth: CalendarText {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int

  /// The month, or `nil` when the year is not 1 to 9999 or the month not 1 to 12.
  public init?(year: Int, month: Int) {
    guard year >= 1, year <= 9999, month >= 1, month <= 12 else { return nil }
    self.year = year
    self.month = month
  }

  /// The month that `date` is in.
  public init(of date: LocalDate) {
    let civil = date.civil
    year = civil.year
    month = civil.month
  }

  /// The month a text such as `2026-11` names, or `nil` when it is not one.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = number(parts[0], digits: 4),
      let month = number(parts[1], digits: 2)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The month as `2026-11`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }

  /// How many days the month has, 28 to 31.
  public var dayCount: Int { YearMonth.dayCount(year: year, month: month) }

  /// The first day.
  public var first: LocalDate {
    LocalDate(dayNumber: LocalDate.dayNumber(year: year, month: month, day: 1))
  }

  /// The last day.
  public var last: LocalDate { first.adding(days: dayCount - 1) }

  /// The days of the month.
  public var range: DateRange { DateRange(start: first, days: dayCount) }

  /// The month after; December 9999 stays.
  public var next: YearMonth { adding(months: 1) }

  /// The month before; January of year 1 stays.
  public var previous: YearMonth { adding(months: -1) }

  /// The month `months` later, or earlier when negative; saturates at the years 1 and 9999.
  public func adding(months: Int) -> YearMonth {
    let limit = 120_000
    let index = year * 12 + month - 1 + min(max(months, -limit), limit)
    let clamped = min(max(index, 12), 9999 * 12 + 11)
    return YearMonth(year: clamped / 12, month: clamped % 12 + 1) ?? self
  }

  /// The order of time.
  public static func < (left: YearMonth, right: YearMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }

  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
