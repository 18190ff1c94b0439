/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
///
/// The text form, also in JSON, is the lower-case English name.
public enum Weekday: Int, CaseIterable, CalendarText {
  /// Monday, 1.
  case monday = 1
  /// Tuesday, 2.
  case tuesday
  /// Wednesday, 3.
  case wednesday
  /// Thursday, 4.
  case thursday
  /// Friday, 5.
  case friday
  /// Saturday, 6.
  case saturday
  /// Sunday, 7.
  case sunday

  /// The lower-case English name, such as `monday`.
  public var name: String {
    switch self {
    case .monday: "monday"
    case .tuesday: "tuesday"
    case .wednesday: "wednesday"
    case .thursday: "thursday"
    case .friday: "friday"
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }

  /// The weekday with this English name, whole or its first three letters, in any case; `nil` for
  /// anything else.
  public init?(name: some StringProtocol) {
    let lower = name.lowercased()
    guard
      let match = Weekday.allCases.first(where: { $0.name == lower || $0.abbreviation == lower })
    else { return nil }
    self = match
  }

  /// The weekday with this English name, or `nil`.
  public init?(_ description: String) { self.init(name: description) }

  /// The lower-case English name.
  public var description: String { name }

  /// The first three letters of the name, such as `mon`.
  public var abbreviation: String { String(name.prefix(3)) }

  /// Whether the day is a Saturday or a Sunday.
  public var isWeekend: Bool { self == .saturday || self == .sunday }

  /// The weekday `days` later, or earlier when negative.
  public func adding(days: Int) -> Weekday {
    let shift = days - floorDivision(days, by: 7) * 7
    return Weekday(rawValue: (rawValue - 1 + shift) % 7 + 1) ?? self
  }

  /// How many days after this one the next `other` is: 0 to 6.
  public func days(until other: Weekday) -> Int { (other.rawValue - rawValue + 7) % 7 }

  /// Monday first.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
