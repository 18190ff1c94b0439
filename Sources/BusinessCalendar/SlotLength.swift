/// The length of a planning slot: 5, 10, 15, 30 or 60 minutes; in text, also in JSON, `30 min`.
public enum SlotLength: Int, CaseIterable, CalendarText {
  /// 5 minutes.
  case fiveMinutes = 5
  /// 10 minutes.
  case tenMinutes = 10
  /// A quarter of an hour.
  case quarterHour = 15
  /// Half an hour.
  case halfHour = 30
  /// An hour.
  case hour = 60

  /// The slot of `minutes` minutes, or `nil` when that is not 5, 10, 15, 30 or 60.
  public init?(minutes: Int) { self.init(rawValue: minutes) }

  /// The slot length a text such as `30 min` names, or `nil`.
  public init?(_ description: String) {
    guard let match = SlotLength.allCases.first(where: { $0.description == description })
    else { return nil }
    self = match
  }

  /// The length as `30 min`.
  public var description: String { "\(minutes) min" }

  /// The length in minutes.
  public var minutes: Int { rawValue }

  /// The length.
  public var duration: Duration { .seconds(rawValue * 60) }

  /// How many slots a day of 24 hours has: 48 half-hours.
  public var slotsPerDay: Int { 1440 / rawValue }

  /// Shorter first.
  public static func < (left: SlotLength, right: SlotLength) -> Bool {
    left.rawValue < right.rawValue
  }
}
