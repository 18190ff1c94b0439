/// A JSON value whose objects keep the order in which their members were stated, so that the same
/// plan gives the same bytes.
public enum JSONValue: Sendable, Equatable {
  /// null
  case null
  /// true or false
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// A real number; one that is not finite is written as null.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in order.
  case object([Member])

  /// A member of an object.
  public struct Member: Sendable, Equatable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONValue

    /// A member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A real number, or null for `nil`.
  public init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }

  /// A text, or null for `nil`.
  public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// The value as JSON text of one document: objects over several lines, lists of bare values on
  /// one, a newline at the end.
  public var text: String {
    var output = ""
    write(into: &output, indent: 0)
    output.append("\n")
    return output
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func write(into output: inout String, indent: Int) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .number(let value): output += JSONValue.text(of: value)
    case .string(let value): JSONValue.write(value, into: &output)
    case .array(let elements): JSONValue.write(elements, into: &output, indent: indent)
    case .object(let members): JSONValue.write(members, into: &output, indent: indent)
    }
  }

  private static func write(_ elements: [JSONValue], into output: inout String, indent: Int) {
    guard !elements.isEmpty else {
      output += "[]"
      return
    }
    let isFlat = elements.allSatisfy(\.isScalar)
    let margin = String(repeating: "  ", count: indent + 1)
    output += "["
    for (index, element) in elements.enumerated() {
      if index > 0 { output += "," }
      output += isFlat ? (index > 0 ? " " : "") : "\n\(margin)"
      element.write(into: &output, indent: indent + 1)
    }
    if !isFlat { output += "\n" + String(repeating: "  ", count: indent) }
    output += "]"
  }

  private static func write(_ members: [Member], into output: inout String, indent: Int) {
    guard !members.isEmpty else {
      output += "{}"
      return
    }
    let margin = String(repeating: "  ", count: indent + 1)
    output += "{"
    for (index, member) in members.enumerated() {
      output += index > 0 ? ",\n\(margin)" : "\n\(margin)"
      write(member.key, into: &output)
      output += ": "
      member.value.write(into: &output, indent: indent + 1)
    }
    output += "\n" + String(repeating: "  ", count: indent) + "}"
  }

  /// The shortest decimal that reads back as the same double; null where there is none.
  private static func text(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }

  private static func write(_ text: String, into output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let hex = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// true or false
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Members in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
