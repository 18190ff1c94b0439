public import BusinessCalendar
public import Scenarios

/// Why no forecast can be made of a queue's input, with the file and what to do.
public enum ForecastError: Error, Sendable, Equatable {
  /// There are fewer than two weeks of history before the horizon.
  case historyTooShort(queue: Queue.ID, file: String, days: Int, horizonStart: LocalDate)
  /// The history ends more than two years before the horizon.
  case historyTooOld(queue: Queue.ID, file: String, lastDay: LocalDate, horizonStart: LocalDate)
  /// A forecast file leaves open intervals of the horizon out.
  case forecastIncomplete(
    queue: Queue.ID, file: String, firstMissing: LocalDateTime, missingSlots: Int)
  /// A file of orders leaves days out that the horizon needs.
  case ordersIncomplete(queue: Queue.ID, file: String, firstMissing: LocalDate, missingDays: Int)
  /// A number of contacts or orders that is negative or no number.
  case unusableNumber(queue: Queue.ID, file: String, at: LocalDateTime)
  /// An interval length that is neither 1 to 60 minutes nor a day.
  case unusableInterval(queue: Queue.ID, file: String, minutes: Int)
}

extension ForecastError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .historyTooShort(let queue, let file, let days, let start):
      "\(queue): \(file) has \(days == 1 ? "1 day" : "\(days) days") before the horizon begins on \(start); two weeks are "
        + "needed. Add older intervals, begin the horizon later, or give the volume as a forecast."
    case .historyTooOld(let queue, let file, let lastDay, let start):
      "\(queue): \(file) ends on \(lastDay), more than 104 weeks before the horizon begins on "
        + "\(start). Add newer intervals, or give the volume as a forecast."
    case .forecastIncomplete(let queue, let file, let first, let missing):
      "\(queue): \(file) says nothing of \(missing) open \(missing == 1 ? "slot" : "slots") of the horizon, the first at "
        + "\(first). Add them, with 0 where nothing comes, or shorten horizon or opening hours."
    case .ordersIncomplete(let queue, let file, let first, let missing):
      "\(queue): \(file) has no orders for \(missing == 1 ? "1 day" : "\(missing) days") that the horizon needs, the first "
        + "\(first). Add them, with 0 where there are none."
    case .unusableNumber(let queue, let file, let moment):
      "\(queue): \(file) has a number at \(moment) that is negative or no number. Correct it, or "
        + "leave the row out if it was not counted."
    case .unusableInterval(let queue, let file, let minutes):
      "\(queue): \(file) has intervals of \(minutes) minutes. Use 5 to 60 minutes or a day (1440)."
    }
  }
}
