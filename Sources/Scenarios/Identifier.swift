/// The stable name of one entity in a scenario file: the key of its map, `[a-z0-9-]+`.
///
/// The phantom type keeps a queue's id from being used where a vendor's is meant.
public struct Identifier<Entity>: Sendable, Hashable, Comparable, Codable {
  /// The id as written in the scenario.
  public let rawValue: String

  /// The id `rawValue`; the scenario reader checks its characters.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Alphabetical order.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Reads the bare string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the bare string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension Identifier: CustomStringConvertible {
  /// The bare id.
  public var description: String { rawValue }
}
