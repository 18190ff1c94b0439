/// A time of the clock on the wall in whole minutes, `00:00` to `24:00`; the last is only an end.
public struct LocalTime: CalendarText {
  /// Minutes since midnight as the clock shows them, 0 to 1440.
  public let minutes: Int

  /// The time `minutes` after midnight, or `nil` when that is not 0 to 1440.
  public init?(minutes: Int) {
    guard minutes >= 0, minutes <= 1440 else { return nil }
    self.minutes = minutes
  }

  /// The time with this hour and minute, or `nil` when the clock never shows it; 24:00 is allowed.
  public init?(hour: Int, minute: Int = 0) {
    guard hour >= 0, hour <= 24, minute >= 0, minute <= 59 else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  init(clamping minutes: Int) { self.minutes = min(max(minutes, 0), 1440) }

  /// The time a text such as `20:00` names, or `nil` when it is not one.
  public init?(_ description: String) {
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = number(parts[0], digits: 2),
      let minute = number(parts[1], digits: 2)
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// The time as `20:00`.
  public var description: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

  /// The hour, 0 to 24.
  public var hour: Int { minutes / 60 }

  /// The minute of the hour, 0 to 59.
  public var minute: Int { minutes % 60 }

  /// 00:00.
  public static let midnight = LocalTime(clamping: 0)

  /// 24:00, the end of a day.
  public static let endOfDay = LocalTime(clamping: 1440)

  /// The order of the clock.
  public static func < (left: LocalTime, right: LocalTime) -> Bool { left.minutes < right.minutes }
}
