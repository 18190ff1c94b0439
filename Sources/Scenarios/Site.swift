/// A place with seats.
public struct Site: Sendable, Equatable, Codable {
  /// The site's key in the scenario.
  public typealias ID = Identifier<Site>

  /// The key in the scenario.
  public let id: ID
  /// Seats that can be had beyond the site's own; `nil` for none.
  public package(set) var overflow: SeatOverflow?
  /// The name people know it by.
  public let name: String
  /// Seats that can be taken at the same time.
  public package(set) var seats: Int
  /// Classes that can be in training at the same time, a room each; `nil` when rooms are no limit.
  public package(set) var trainingRooms: Int?
  /// Parts of the day in which the seats are counted by themselves; `nil` for none.
  public package(set) var dayParts: [DayPart]?

  /// A site.
  public init(id: ID, name: String, seats: Int) {
    self.id = id
    self.name = name
    self.seats = seats
  }
}
