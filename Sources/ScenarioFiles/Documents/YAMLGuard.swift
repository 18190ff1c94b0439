/// Looks through a YAML text for what must never reach the composer: anchors and aliases (a few
/// hundred bytes of them can stand for gigabytes), tags, directives, and deep nesting.
///
/// It knows just enough of YAML 1.1's tokens (section 5 and 7 of the specification, and the rules of
/// libyaml's scanner where they are narrower) to tell an `&` in a quoted text, a comment or a block
/// of text from an anchor.
struct YAMLGuard {
  /// The most collections within collections.
  static let deepest = 40

  /// Something to refuse.
  struct Finding {
    let line: Int
    let column: Int
    let message: String
    let hint: String
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var column = 0
  private var indents: [Int] = []
  private var flowDepth = 0
  private var keyColumn: Int?
  private var findings: [Finding] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What is to be refused in `bytes`, which are valid UTF-8 without a byte-order mark; at most 20
  /// findings.
  static func findings(in bytes: [UInt8]) -> [Finding] {
    var guardian = YAMLGuard(bytes)
    while guardian.findings.count < 20, guardian.token() {}
    return guardian.findings
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    let index = position + offset
    return index < bytes.count ? bytes[index] : 0
  }

  private var isAtEnd: Bool { position >= bytes.count }

  private func isBlankOrEnd(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte == 0 || byte == .space || byte == .tab || byte == .lineFeed || byte == .return
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == .lineFeed || byte == .return && self.byte() != .lineFeed {
        line += 1
        column = 0
        if flowDepth == 0 { keyColumn = nil }
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
  }

  private mutating func refuse(_ message: String, _ hint: String) {
    findings.append(Finding(line: line, column: column + 1, message: message, hint: hint))
  }

  private mutating func skipToToken() {
    while !isAtEnd {
      switch byte() {
      case .space, .tab, .lineFeed, .return: advance()
      case UInt8(ascii: "#"): skipLine()
      default: return
      }
    }
  }

  private mutating func skipLine() {
    while !isAtEnd, byte() != .lineFeed, byte() != .return { advance() }
  }

  private var isDocumentMark: Bool {
    guard column == 0, isBlankOrEnd(3) else { return false }
    let mark = byte()
    return (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."))
      && byte(1) == mark && byte(2) == mark
  }

  /// Passes over one token; whether there may be more.
  private mutating func token() -> Bool {
    skipToToken()
    guard !isAtEnd else { return false }
    if flowDepth == 0 { indents.removeLast(indents.reversed().prefix { $0 > column }.count) }
    if isDocumentMark {
      indents = []
      advance(3)
      return true
    }
    if column == 0, byte() == UInt8(ascii: "%") {
      refuse("directives are not used here", "leave the line out")
      skipLine()
      return true
    }
    return indicator() || scalar()
  }

  /// Passes over an indicator, if there is one; false at anything else and where to stop.
  private mutating func indicator() -> Bool {
    let next = byte()
    switch next {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      noteKey()
      flowDepth += 1
      return advanceIfShallow()
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      flowDepth = max(0, flowDepth - 1)
    case UInt8(ascii: ","):
      break
    case UInt8(ascii: "-") where isBlankOrEnd(1):
      roll(to: column)
      return advanceIfShallow()
    case UInt8(ascii: "?") where flowDepth > 0 || isBlankOrEnd(1):
      roll(to: column)
      return advanceIfShallow()
    case UInt8(ascii: ":") where flowDepth > 0 || isBlankOrEnd(1):
      roll(to: keyColumn ?? column)
      keyColumn = nil
      return advanceIfShallow()
    case UInt8(ascii: "&"):
      refuse("anchors (&) are not used here", "write the value out, or quote a text that begins so")
    case UInt8(ascii: "*"):
      refuse("aliases (*) are not used here", "write the value out, or quote a text that begins so")
    case UInt8(ascii: "!"):
      refuse("tags (!) are not used here", "leave the tag out, or quote a text that begins so")
      while !isAtEnd, !isBlankOrEnd(0), !byte().isFlowIndicator { advance() }
      return true
    default:
      return false
    }
    advance()
    return true
  }

  private mutating func advanceIfShallow() -> Bool {
    guard indents.count + flowDepth <= YAMLGuard.deepest else {
      refuse(
        "more than \(YAMLGuard.deepest) levels of nesting",
        "no scenario needs so many; look for brackets that are not closed")
      position = bytes.count
      return true
    }
    advance()
    return true
  }

  private mutating func roll(to column: Int) {
    if flowDepth == 0, column > indents.last ?? -1 { indents.append(column) }
  }

  private mutating func noteKey() {
    if flowDepth == 0 { keyColumn = column }
  }

  private mutating func scalar() -> Bool {
    switch byte() {
    case UInt8(ascii: "|") where flowDepth == 0, UInt8(ascii: ">") where flowDepth == 0:
      skipBlockText()
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      noteKey()
      skipQuoted()
    default:
      noteKey()
      skipPlain()
    }
    return true
  }

  private mutating func skipQuoted() {
    let quote = byte()
    advance()
    while !isAtEnd {
      if byte() == quote {
        advance()
        guard quote == UInt8(ascii: "'"), byte() == quote else { return }
      } else if quote == UInt8(ascii: "\""), byte() == UInt8(ascii: "\\") {
        advance()
      }
      advance()
    }
  }

  private mutating func skipPlain() {
    let indent = (indents.last ?? -1) + 1
    let start = position
    while !isAtEnd {
      if isDocumentMark || byte() == UInt8(ascii: "#") && position > start { return }
      while !isBlankOrEnd(0) {
        if byte() == UInt8(ascii: ":"), isBlankOrEnd(1) { return }
        if flowDepth > 0, byte().isFlowIndicator { return }
        advance()
      }
      let line = line
      while !isAtEnd, isBlankOrEnd(0) { advance() }
      if self.line > line, flowDepth == 0, column < indent { return }
    }
  }

  /// Passes over a literal or folded block: all lines that are indented further than what it is in.
  private mutating func skipBlockText() {
    advance()
    var indent = 0
    while !isAtEnd, !isBlankOrEnd(0) {
      let digit = byte()
      if digit >= UInt8(ascii: "1"), digit <= UInt8(ascii: "9") {
        indent = max(0, indents.last ?? -1) + Int(digit - UInt8(ascii: "0"))
        if (indents.last ?? -1) < 0 { indent = Int(digit - UInt8(ascii: "0")) }
      }
      advance()
    }
    skipLine()
    advance()
    var deepestBlank = 0
    while !isAtEnd {
      while byte() == .space, indent == 0 || column < indent { advance() }
      deepestBlank = max(deepestBlank, column)
      if byte() == .lineFeed || byte() == .return {
        advance()
        continue
      }
      if indent == 0 { indent = max(deepestBlank, (indents.last ?? -1) + 1, 1) }
      guard column >= indent else { return }
      skipLine()
    }
  }
}

extension UInt8 {
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let `return` = UInt8(ascii: "\r")

  var isFlowIndicator: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
