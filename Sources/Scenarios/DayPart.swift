public import BusinessCalendar
public import Units

/// A part of the day in which a site's seats are counted by themselves, such as the evening of a sale
/// in which all shifts overlap.
public struct DayPart: Sendable, Hashable, Codable {
  /// The part's key in the scenario.
  public typealias ID = Identifier<DayPart>

  /// The key in the scenario.
  public let id: ID
  /// When it begins.
  public let from: LocalTime
  /// When it ends.
  public let until: LocalTime
  /// Seats that can be taken in it; `nil` for the site's.
  public package(set) var seats: Int?
  /// The share of the people past training who are called in for it, before those who are out of
  /// office; `nil` for what follows from the requirement when shifts follow it.
  public let present: Share?
  /// The days on which it counts, in order; empty for all.
  public let days: [LocalDate]

  /// A part of the day.
  public init(
    id: ID, from: LocalTime, until: LocalTime, seats: Int? = nil, present: Share? = nil,
    days: [LocalDate] = []
  ) {
    self.id = id
    self.from = from
    self.until = until
    self.seats = seats
    self.present = present
    self.days = days.sorted()
  }

  /// Whether it counts on a day.
  public func counts(on date: LocalDate) -> Bool { days.isEmpty || days.contains(date) }
}
