/// Seven days from any day of the week on; in text, also in JSON, its first day.
public struct Week: CalendarText {
  /// The first day.
  public let start: LocalDate

  /// The seven days from `start` on.
  public init(start: LocalDate) { self.start = start }

  /// The week that contains `date`, where weeks begin on `firstWeekday`.
  public init(containing date: LocalDate, firstWeekday: Weekday = .monday) {
    start = date.adding(days: -firstWeekday.days(until: date.weekday))
  }

  /// The week a first day such as `2026-11-09` names, or `nil` when the text is no date.
  public init?(_ description: String) {
    guard let start = LocalDate(description) else { return nil }
    self.start = start
  }

  /// The first day in ISO 8601.
  public var description: String { start.description }

  /// The day after the last.
  public var end: LocalDate { start.adding(days: 7) }

  /// The seven days in order.
  public var days: Range<LocalDate> { start..<end }

  /// The seven days as a range.
  public var range: DateRange { DateRange(start: start, end: end) }

  /// Whether `date` is one of the seven days.
  public func contains(_ date: LocalDate) -> Bool { date >= start && date < end }

  /// The week after.
  public var next: Week { Week(start: end) }

  /// The week before.
  public var previous: Week { Week(start: start.adding(days: -7)) }

  /// The week `weeks` later, or earlier when negative.
  public func adding(weeks: Int) -> Week {
    Week(start: start.adding(days: min(max(weeks, -1_000_000), 1_000_000) * 7))
  }

  /// How many whole weeks `other` begins later; rounds towards the earlier week.
  public func weeks(until other: Week) -> Int {
    floorDivision(start.days(until: other.start), by: 7)
  }

  /// The order of time.
  public static func < (left: Week, right: Week) -> Bool { left.start < right.start }
}
