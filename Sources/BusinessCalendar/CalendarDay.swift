/// What a calendar makes of a day.
public enum DayKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// A holiday by law; what it pays depends on its ``HolidayClass``.
  case statutoryHoliday = "statutory-holiday"
  /// A day off that is no holiday by law: a weekend, or a workday swapped away.
  case restDay = "rest-day"
  /// A weekend day swapped into work.
  case makeUpWorkday = "make-up-workday"
  /// An ordinary working day.
  case workday
}

/// The class of a holiday, where the law pays them differently.
public enum HolidayClass: String, Sendable, Hashable, Codable, CaseIterable {
  /// A public holiday; the only class of most calendars (China: the statutory days).
  case publicHoliday = "public"
  /// A Philippine regular holiday.
  case regular
  /// Two Philippine regular holidays on one day.
  case doubleRegular = "double-regular"
  /// A Philippine special non-working day.
  case special
  /// A holiday that an employer or employee may choose, as in India: the day stays a workday.
  case optional
}

/// A day in a calendar.
public struct CalendarDay: Sendable, Hashable, Codable {
  /// The day.
  public let date: LocalDate
  /// What the calendar makes of it.
  public let kind: DayKind
  /// The class of the holiday, or `nil` when the day is none.
  public let holidayClass: HolidayClass?
  /// The name of the holiday, or of the one that a rest or make-up day belongs to; several are
  /// joined by `; `.
  public let name: String?
  /// Ids of festivals and sale days that matter to demand but not to pay, such as
  /// `lantern-festival`, `double-11` or `black-friday`.
  public let observances: [String]
  /// Whether the holiday stands in for one that falls on a day off.
  public let isSubstitute: Bool
  /// Whether the date is an estimate that an authority has yet to confirm (sighting of the moon).
  public let isEstimated: Bool
  /// Whether the calendar knows this day; if not, only weekends are told apart.
  public let isCovered: Bool

  /// A day; by default an ordinary one without a name.
  public init(
    date: LocalDate, kind: DayKind, holidayClass: HolidayClass? = nil, name: String? = nil,
    observances: [String] = [], isSubstitute: Bool = false, isEstimated: Bool = false,
    isCovered: Bool = true
  ) {
    self.date = date
    self.kind = kind
    self.holidayClass = holidayClass ?? (kind == .statutoryHoliday ? .publicHoliday : nil)
    self.name = name
    self.observances = observances
    self.isSubstitute = isSubstitute
    self.isEstimated = isEstimated
    self.isCovered = isCovered
  }

  /// The day with these observances in place of its own.
  func observing(_ observances: [String]) -> CalendarDay {
    CalendarDay(
      date: date, kind: kind, holidayClass: holidayClass, name: name, observances: observances,
      isSubstitute: isSubstitute, isEstimated: isEstimated, isCovered: isCovered)
  }

  /// Whether an office works on this day.
  public var isWorking: Bool { kind == .workday || kind == .makeUpWorkday }
}

/// Where a calendar's days come from.
public struct CalendarSource: Sendable, Hashable, Codable {
  /// The law, notice or proclamation.
  public let title: String
  /// The days it governs, or `nil` where it governs all that the calendar covers.
  public let effective: DateRange?
  /// What was taken from it, and what is uncertain.
  public let note: String

  /// A source.
  public init(title: String, effective: DateRange? = nil, note: String = "") {
    self.title = title
    self.effective = effective
    self.note = note
  }
}
