/// Texts that the stages write into their values, in English: methods, rules, limits, units. The
/// values stay as they are, whatever the language of the report that shows them.
extension Strings {
  /// A stage's text in the language of the report; what ``StageText`` does not know stays English.
  func words(_ text: String) -> String {
    guard language == .chinese else { return text }
    return chinese(text) ?? text
  }

  /// A text, else its parts, in Chinese; `nil` where nothing of it is known.
  private func chinese(_ text: String) -> String? {
    if let whole = StageText.rows.lazy.compactMap({ $0.chinese(for: text) { words($0) } }).first {
      return whole
    }
    let clauses = text.split(separator: "; ").map(String.init)
    if clauses.count > 1 {
      let isKnown = clauses.contains { chinese($0) != nil }
      return isKnown ? clauses.map(words).joined(separator: "；") : nil
    }
    // Within a clause a comma may also be part of a name: all parts are known, or none is touched.
    let parts = text.split(separator: ", ").map(String.init)
    guard parts.count > 1 else { return nil }
    let known = parts.compactMap(chinese)
    return known.count == parts.count ? known.joined(separator: "，") : nil
  }
}

/// A text of a stage, and how a Chinese report gives it: `{0}` and so on stand for values, which are
/// given as they are, or translated where they are marked `{0*}`.
struct StageText: Sendable {
  private let pieces: [String]
  private let translation: [Part]
  private let isOfNumbers: Bool

  private enum Part: Sendable {
    case words(String)
    case value(Int, isText: Bool)
  }

  /// - Parameter isOfNumbers: whether it fits only where its values begin like numbers and hold no list.
  init(_ english: String, _ chinese: String, ofNumbers isOfNumbers: Bool = false) {
    self.isOfNumbers = isOfNumbers
    let parts = Self.parts(of: english)
    pieces = parts.compactMap { part in
      if case .words(let words) = part { words } else { nil }
    }
    translation = Self.parts(of: chinese)
  }

  /// The texts of a table: the English line, then the Chinese one behind `= `. Behind `# ` stands a text
  /// whose values begin like numbers. (As literals of their own they take the compiler ten seconds.)
  static func table(_ lines: String) -> [StageText] {
    var texts: [StageText] = []
    var english: Substring = ""
    for line in lines.split(separator: "\n") {
      if line.hasPrefix("= ") {
        let isOfNumbers = english.hasPrefix("# ")
        texts.append(
          StageText(
            String(english.dropFirst(isOfNumbers ? 2 : 0)), String(line.dropFirst(2)),
            ofNumbers: isOfNumbers))
      } else {
        english = line
      }
    }
    return texts
  }

  /// A text that it fits: its English words with the value 1 everywhere.
  var example: String { pieces.joined(separator: "1") }

  /// The Chinese of `text`, its marked values put through `inner`; `nil` where it is another text.
  func chinese(for text: String, inner: (String) -> String) -> String? {
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first) else {
      return nil
    }
    guard pieces.count > 1 else {
      return text == first ? rendered([], inner) : nil
    }
    var values: [String] = []
    var rest = text.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.indices.first(where: { rest[$0...].hasPrefix(piece) }) else {
        return nil
      }
      values.append(String(rest[..<place]))
      rest = rest[place...].dropFirst(piece.count)
    }
    guard rest.hasSuffix(last), rest.count > last.count else { return nil }
    values.append(String(rest.dropLast(last.count)))
    // A value is part of one clause.
    guard !values.contains(where: { $0.contains("; ") }) else { return nil }
    guard !isOfNumbers || values.allSatisfy(Self.isNumber) else { return nil }
    return rendered(values, inner)
  }

  private static func isNumber(_ value: String) -> Bool {
    let first = value.drop { $0 == "-" }.first
    return first.map { $0.isASCII && $0.isNumber } ?? false && !value.contains(", ")
  }

  private func rendered(_ values: [String], _ inner: (String) -> String) -> String {
    translation.map { part in
      switch part {
      case .words(let words): words
      case .value(let index, let isText):
        values.indices.contains(index) ? (isText ? inner(values[index]) : values[index]) : ""
      }
    }.joined()
  }

  /// Words and values in turn; words stand first and last, be they none.
  private static func parts(of template: String) -> [Part] {
    var parts: [Part] = []
    var words = ""
    var rest = template[...]
    while let character = rest.popFirst() {
      guard character == "{", let end = rest.firstIndex(of: "}"),
        let index = rest.first.flatMap({ Int(String($0)) })
      else {
        words.append(character)
        continue
      }
      parts += [.words(words), .value(index, isText: rest[..<end].hasSuffix("*"))]
      words = ""
      rest = rest[rest.index(after: end)...]
    }
    return parts + [.words(words)]
  }
}
