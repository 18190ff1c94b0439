/// Whole days from `start` up to, but not including, `end`.
public struct DateRange: Sendable, Hashable, Codable {
  /// The first day.
  public let start: LocalDate
  /// The day after the last.
  public let end: LocalDate

  /// The days from `start` to before `end`; empty when `end` is not later than `start`.
  public init(start: LocalDate, end: LocalDate) {
    self.start = start
    self.end = max(start, end)
  }

  /// `days` days from `start` on; empty when `days` is not positive.
  public init(start: LocalDate, days: Int) {
    self.init(start: start, end: start.adding(days: max(0, days)))
  }

  /// The days from `first` to `last`, both included; empty when `last` is earlier than `first`.
  public init(first: LocalDate, last: LocalDate) {
    self.init(start: first, end: last.adding(days: 1))
  }

  /// Reads `start` and `end`; refuses an end before the start.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    start = try container.decode(LocalDate.self, forKey: .start)
    end = try container.decode(LocalDate.self, forKey: .end)
    guard start <= end else {
      throw DecodingError.dataCorruptedError(
        forKey: .end, in: container, debugDescription: "\(end) is before the start, \(start)")
    }
  }

  /// The days in order.
  public var days: Range<LocalDate> { start..<end }

  /// How many days there are.
  public var count: Int { start.days(until: end) }

  /// Whether there is no day.
  public var isEmpty: Bool { start == end }

  /// The last day, or `nil` when there is none.
  public var last: LocalDate? { isEmpty ? nil : end.adding(days: -1) }

  /// Whether `date` is one of the days.
  public func contains(_ date: LocalDate) -> Bool { date >= start && date < end }

  /// Whether the ranges share a day.
  public func overlaps(_ other: DateRange) -> Bool {
    max(start, other.start) < min(end, other.end)
  }

  /// The days in both, or `nil` when they share none.
  public func intersection(_ other: DateRange) -> DateRange? {
    guard overlaps(other) else { return nil }
    return DateRange(start: max(start, other.start), end: min(end, other.end))
  }
}

extension DateRange: CustomStringConvertible {
  /// The first day and the day after the last, as `2026-11-01..<2026-11-12`.
  public var description: String { "\(start)..<\(end)" }

  private enum CodingKeys: String, CodingKey { case start, end }
}
