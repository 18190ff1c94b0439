/// Names as files can hold them: ASCII without spaces, never a keyword or a number, at most 255
/// bytes, each one only once.
///
/// A space becomes `~`, any other character that files do not allow `{hex}`. A name that comes
/// again gets `{#2}`, `{#3}`, …; a name too long is cut and ends in `{@n}`, with the whole name in
/// a comment. All of it is undone on reading, when the file says that it was written this way.
struct FileNames {
  /// In the first comment of a file whose names are to be decoded.
  static let mark = "Names: ~ is a space, {hex} a character."

  private(set) var encoded: [String] = []
  /// What was cut: the number and the whole encoded name.
  private(set) var cut: [(number: Int, text: String)] = []
  private var seen: [String: Int] = [:]

  /// - Parameters:
  ///   - reserved: names in the file's terms that are taken.
  ///   - numbered: how many names of the same file were cut before.
  init(_ names: some Sequence<String>, reserved: [String] = [], after numbered: Int = 0) {
    for name in reserved { seen[name] = 1 }
    for name in names {
      var text = FileNames.encode(name)
      if text.utf8.count > 240 {
        let number = numbered + cut.count + 1
        cut.append((number, text))
        text = String(text.prefix(200).prefix { $0 != "{" }) + "{@\(number)}"
      }
      let count = (seen[text] ?? 0) + 1
      seen[text] = count
      encoded.append(count == 1 ? text : "\(text){#\(count)}")
    }
  }

  private static let keywords: Set<String> = [
    "max", "maximize", "maximise", "maximum", "min", "minimize", "minimise", "minimum", "subject",
    "such", "st", "s.t.", "st.", "bound", "bounds", "free", "inf", "infinity", "gen", "general",
    "generals", "int", "integer", "integers", "bin", "binary", "binaries", "semi", "semis",
    "semi-continuous", "sos", "sos1", "sos2", "end", "nan", "rhs",
  ]

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", ".", ",", "(", ")", "/", "%", "&", "#", "@", "?":
      true
    default: false
    }
  }

  static func encode(_ name: String) -> String {
    var scalars = name.unicodeScalars[...]
    var text = ""
    text.reserveCapacity(name.utf8.count)
    if let first = scalars.first, !canStart(name) {
      text += "{\(String(first.value, radix: 16, uppercase: true))}"
      scalars.removeFirst()
    }
    for scalar in scalars {
      if isPlain(scalar) {
        text.unicodeScalars.append(scalar)
      } else if scalar == " " {
        text += "~"
      } else {
        text += "{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return text.isEmpty ? "{}" : text
  }

  /// Whether the name's first character can stand first in a file.
  private static func canStart(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return true }
    if keywords.contains(name.lowercased()) { return false }
    switch first {
    case "e", "E":
      let second = name.unicodeScalars.dropFirst().first
      return second.map { !("0"..."9").contains($0) && $0 != "." } ?? false
    case "a"..."z", "A"..."Z", "_", " ": return true
    default: return !isPlain(first)
    }
  }

  /// The name behind an encoded one; `cut` maps the numbers of cut names.
  static func decode(_ text: String, cut: [Int: String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "~")) || text.utf8.contains(UInt8(ascii: "{")) else {
      return text
    }
    var name = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "~": name += " "
      case "{":
        guard let end = rest.firstIndex(of: "}") else { return text }
        let code = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        if code.hasPrefix("#") || code.isEmpty { continue }
        if code.hasPrefix("@"), let number = Int(code.dropFirst()), let whole = cut[number] {
          name = whole
        } else if let value = UInt32(code, radix: 16), let decoded = Unicode.Scalar(value) {
          name.unicodeScalars.append(decoded)
        } else {
          return text
        }
      default: name.unicodeScalars.append(scalar)
      }
    }
    return name
  }
}

/// A number as files hold it: shortest digits that give the same number back.
func numberText(_ value: Double) -> String {
  if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
  if value == .infinity { return "1e+30" }
  if value == -.infinity { return "-1e+30" }
  return "\(value)"
}

/// The number that a word of a file stands for: digits, or an infinity. Beyond 10³⁰ counts as
/// infinite, as is the custom of these formats.
func number(fromWord word: String) -> Double? {
  let isDigits = word.utf8.allSatisfy { byte in
    switch byte {
    case 48...57, 43, 45, 46, 69, 101: true
    default: false
    }
  }
  if isDigits { return Double(word) }
  switch word.lowercased() {
  case "inf", "infinity", "+inf", "+infinity": return .infinity
  case "-inf", "-infinity": return -.infinity
  default: return nil
  }
}

/// Beyond 10³⁰ is infinite.
func limit(_ value: Double) -> Double {
  abs(value) >= 1e30 ? (value < 0 ? -.infinity : .infinity) : value
}
