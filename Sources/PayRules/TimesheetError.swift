/// Why a timesheet cannot be paid.
public enum TimesheetError: Error, Sendable, Hashable, Codable {
  /// The shift, counted from 1, does not end after it starts.
  case endsBeforeStart(shift: Int)
  /// The shift is longer than a week: its dates must be wrong.
  case longerThanAWeek(shift: Int)
  /// The shift's break is not within the shift.
  case breakOutsideShift(shift: Int)
  /// The shift starts before the one before it ends.
  case overlaps(shift: Int)
  /// The holiday calendar does not know the shift's dates.
  case dayNotInCalendar(shift: Int)
}

extension TimesheetError: CustomStringConvertible {
  /// What is wrong with which shift.
  public var description: String {
    switch self {
    case .endsBeforeStart(let shift):
      "shift \(shift) does not end after it starts"
    case .longerThanAWeek(let shift):
      "shift \(shift) is longer than a week: check its dates"
    case .breakOutsideShift(let shift):
      "the break of shift \(shift) is not within the shift"
    case .overlaps(let shift):
      "shift \(shift) starts before the shift before it ends"
    case .dayNotInCalendar(let shift):
      "the holiday calendar does not reach the dates of shift \(shift)"
    }
  }
}
