/// How many terminal columns text takes: two for a wide East Asian character or an emoji, none for
/// a combining mark, one for the rest.
///
/// Widths follow Unicode Standard Annex #11, "East Asian Width" (classes W and F of
/// EastAsianWidth.txt, Unicode 16.0), emoji presentation follows UTS #51. Ambiguous characters count
/// as narrow, as terminals outside legacy CJK encodings show them. A cluster (a flag, a family
/// emoji, a letter with its accents) is as wide as its widest scalar.
public enum DisplayWidth {
  /// The columns that `text` takes on one line; control characters take none.
  public static func columns(of text: String) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns that one character takes.
  public static func columns(of character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F, widest == 1 { return 2 }
      widest = max(widest, columns(of: scalar))
    }
    return widest
  }

  /// `text` cut to at most `limit` columns, an ellipsis in the place of what was cut.
  public static func truncated(_ text: String, to limit: Int) -> String {
    guard columns(of: text) > limit else { return text }
    guard limit > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
      let width = columns(of: character)
      if used + width > limit - 1 { break }
      kept.append(character)
      used += width
    }
    return kept + "…"
  }

  /// `text` filled with spaces to `width` columns; longer text is returned as it is.
  public static func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
    let missing = max(0, width - columns(of: text))
    let fill = String(repeating: " ", count: missing)
    return alignment == .leading ? text + fill : fill + text
  }

  /// `text` broken into lines of at most `width` columns: at spaces, between wide characters, and
  /// inside a word only where the word alone is too long.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(of: text) {
      let size = columns(of: word)
      if used + size > width, !line.isEmpty {
        lines.append(trimmedEnd(line))
        line = ""
        used = 0
      }
      var rest = word
      while columns(of: rest) > width, rest.count > 1 {
        var head = ""
        var headWidth = 0
        while let first = rest.first, head.isEmpty || headWidth + columns(of: first) <= width {
          head.append(first)
          headWidth += columns(of: first)
          rest.removeFirst()
        }
        lines.append(trimmedEnd(head))
      }
      if line.isEmpty, rest == " " { continue }
      line += rest
      used += columns(of: rest)
    }
    if !trimmedEnd(line).isEmpty || lines.isEmpty { lines.append(trimmedEnd(line)) }
    return lines
  }

  /// `text` made safe for one line of a terminal: control characters (escape sequences among them),
  /// and the marks that turn the direction of writing become spaces.
  public static func singleLine(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      let isSeparator = (0x2028...0x2029).contains(scalar.value)
      let turnsDirection =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      safe.append(isControl || isSeparator || turnsDirection ? " " : scalar)
    }
    return String(safe)
  }

  /// Words with the space that follows each; every wide character is a word of its own.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      let isWide = columns(of: character) == 2
      if isWide || character == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
        words.append(String(character))
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func trimmedEnd(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return isInvisible(scalar) ? 0 : 1 }
    if isInvisible(scalar) || (0x1160...0x11FF).contains(scalar.value) { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control: true
    case .format: scalar.value != 0xAD
    default: false
    }
  }

  /// Wide and full-width characters but for emoji, unassigned gaps closed; planes 2 and 3 are wide
  /// as a whole (UAX #11, section 5).
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4C6,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAD9, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F320,
    0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}

/// On which side the text of a column stands.
public enum Alignment: Sendable, Equatable {
  /// Text: at the start of the column.
  case leading
  /// Numbers: at the end of the column.
  case trailing
}
