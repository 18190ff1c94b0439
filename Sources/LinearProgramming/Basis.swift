/// Where the simplex method ended: which variables and requirements are basic, and at which limit
/// the others rest. A value; give it to a later solve of the same or a grown program to start there.
public struct Basis: Sendable, Hashable, Codable {
  /// The place of one variable or requirement.
  public enum Place: UInt8, Sendable, Hashable, Codable {
    /// Between its limits; its value follows from the others.
    case basic = 1
    /// At its lower limit.
    case atLower = 2
    /// At its upper limit.
    case atUpper = 3
    /// Without limits and not basic.
    case free = 4
    /// Its limits are equal.
    case fixed = 5
  }

  /// The places of the requirements, in their order.
  public let rows: [Place]
  /// The places of the variables, in their order.
  public let columns: [Place]

  /// A basis from its places.
  public init(rows: [Place], columns: [Place]) {
    self.rows = rows
    self.columns = columns
  }
}
