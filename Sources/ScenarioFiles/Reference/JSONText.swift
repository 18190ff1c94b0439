/// A JSON value with its keys in order, to be written.
indirect enum JSONText {
  case string(String)
  case number(Int)
  case flag(Bool)
  case array([JSONText])
  case object([(String, JSONText)])

  /// The value over several lines, indented by two spaces.
  func text(indent: Int = 0) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .string(let text): return JSONText.quoted(text)
    case .number(let number): return "\(number)"
    case .flag(let flag): return flag ? "true" : "false"
    case .array(let items):
      let texts = items.map { $0.text(indent: indent + 2) }
      let isShort = texts.allSatisfy { !$0.contains("\n") }
      if isShort, texts.reduce(0, { $0 + $1.count + 2 }) < 80 {
        return "[" + texts.joined(separator: ", ") + "]"
      }
      return "[\n" + texts.map { inner + $0 }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let texts = members.map { key, value in
        inner + JSONText.quoted(key) + ": " + value.text(indent: indent + 2)
      }
      return "{\n" + texts.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
