/// Time worked, paid or billed, in whole seconds.
public struct WorkTime: Sendable, Hashable, Comparable, Codable {
  /// The time in seconds.
  public let seconds: Int64

  /// A time of `seconds` seconds.
  public init(seconds: Int64) { self.seconds = seconds }

  /// A time of whole minutes.
  public init(minutes: Int64) { seconds = minutes * 60 }

  /// The time nearest to `hours`; 0 for a value that is not finite; saturates.
  public init(hours: Double) {
    let exact = hours.isFinite ? (hours * 3600).rounded(.toNearestOrAwayFromZero) : 0
    seconds = Int64(max(-9.2e18, min(9.2e18, exact)))
  }

  /// No time.
  public static let zero = WorkTime(seconds: 0)

  /// The time in hours.
  public var hours: Double { Double(seconds) / 3600 }

  /// The order of the times.
  public static func < (left: WorkTime, right: WorkTime) -> Bool { left.seconds < right.seconds }

  /// The sum; saturates.
  public static func + (left: WorkTime, right: WorkTime) -> WorkTime {
    let (sum, overflow) = left.seconds.addingReportingOverflow(right.seconds)
    return WorkTime(seconds: overflow ? (left.seconds < 0 ? .min : .max) : sum)
  }

  /// The difference; saturates.
  public static func - (left: WorkTime, right: WorkTime) -> WorkTime {
    left + WorkTime(seconds: right.seconds == .min ? .max : -right.seconds)
  }

  /// Adds `right` to `left`; saturates.
  public static func += (left: inout WorkTime, right: WorkTime) { left = left + right }
}

extension Sequence where Element == WorkTime {
  /// The sum of the times; saturates.
  public func total() -> WorkTime { reduce(.zero, +) }
}

extension Duration {
  private static let longestCounted = Duration.seconds(4_000_000_000_000_000_000)

  /// The duration in seconds, with its fraction.
  public var inSeconds: Double {
    if self < Self.longestCounted, self > .zero - Self.longestCounted {
      let (seconds, attoseconds) = components
      return Double(seconds) + Double(attoseconds) * 1e-18
    }
    // Ten times as slow, for times whose seconds `components` cannot hold.
    let (whole, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
    return Double(whole) + Double(rest) * 1e-18
  }

  /// The duration in hours, with its fraction.
  public var inHours: Double { inSeconds / 3600 }
}
