public import BusinessCalendar

/// What a day is for somebody's pay.
public enum DayType: String, Sendable, Hashable, Codable, CaseIterable {
  /// A day of ordinary work, a make-up workday among them.
  case workday
  /// A day off in the week; a bridge day between holidays is one too.
  case restDay = "rest-day"
  /// A day the law itself names as a holiday.
  case statutoryHoliday = "statutory-holiday"
}

extension DayType {
  /// What a day of this kind is for somebody who works by the calendar; people on a rotating roster
  /// have rest days of their own.
  public init(_ kind: DayKind) {
    switch kind {
    case .statutoryHoliday: self = .statutoryHoliday
    case .restDay: self = .restDay
    case .makeUpWorkday, .workday: self = .workday
    }
  }
}
