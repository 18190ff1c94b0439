/// A calendar value whose form in JSON, and as a key of a JSON object, is its text.
public protocol CalendarText: LosslessStringConvertible, Hashable, Comparable, Sendable, Codable,
  CodingKeyRepresentable
{}

extension CalendarText {
  /// Reads the value from its text; refuses a text that is not one.
  public init(from decoder: any Decoder) throws {
    self = try TextForm<Self>(from: decoder).value
  }

  /// Writes the value as its text.
  public func encode(to encoder: any Encoder) throws {
    try TextForm(value: self).encode(to: encoder)
  }

  /// The value as a key of a JSON object: its text.
  public var codingKey: any CodingKey { TextKey(description) }

  /// The value that a key of a JSON object stands for, or `nil` when the key is not one.
  public init?<Key: CodingKey>(codingKey: Key) { self.init(codingKey.stringValue) }
}

// An enumeration of numbers would have its number as its JSON form; these keep their text.
extension CalendarText where Self: RawRepresentable, RawValue == Int {
  /// Reads the value from its text; refuses a text that is not one.
  public init(from decoder: any Decoder) throws {
    self = try TextForm<Self>(from: decoder).value
  }

  /// Writes the value as its text.
  public func encode(to encoder: any Encoder) throws {
    try TextForm(value: self).encode(to: encoder)
  }

  /// The value as a key of a JSON object: its text.
  public var codingKey: any CodingKey { TextKey(description) }

  /// The value that a key of a JSON object stands for, or `nil` when the key is not one.
  public init?<Key: CodingKey>(codingKey: Key) { self.init(codingKey.stringValue) }
}

private struct TextForm<Value: LosslessStringConvertible> {
  let value: Value

  init(value: Value) { self.value = value }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Value(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\u{201c}\(text)\u{201d} is no \(Value.self)")
    }
    self.value = value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value.description)
  }
}

struct TextKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

/// The number that the ASCII digits of `text` stand for, or `nil` when there is anything else in
/// it, or more or fewer digits than `count`.
func number(_ text: Substring, digits count: Int) -> Int? {
  guard text.utf8.count == count else { return nil }
  var value = 0
  for byte in text.utf8 {
    guard byte >= 48, byte <= 57 else { return nil }
    value = value * 10 + Int(byte) - 48
  }
  return value
}

/// `value` in decimal, padded with zeros to `width` digits.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// The greatest whole number at most `value / divisor`, for a positive divisor.
func floorDivision(_ value: Int, by divisor: Int) -> Int {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}
