/// A ``Table`` as comma-separated values (RFC 4180: CRLF, quotes doubled), safe to open in a
/// spreadsheet.
public struct CSVTable: Sendable {
  /// The table that is written.
  public let table: Table

  /// A CSV form of a table.
  public init(_ table: Table) { self.table = table }

  /// The file's text: one line of column keys, then the rows; totals are left to the reader.
  ///
  /// - Parameter byteOrderMark: whether the text starts with U+FEFF, by which Excel knows UTF-8.
  public func text(byteOrderMark: Bool = false) -> String {
    var text = byteOrderMark ? "\u{FEFF}" : ""
    text += Self.line(table.columns.map(\.key))
    for row in table.rows { text += Self.line(row.map(\.plain)) }
    return text
  }

  private static func line(_ fields: [String]) -> String {
    fields.map { quoted(protected($0)) }.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n"
    }
    guard needsQuotes || field.first == " " || field.last == " " else { return field }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }

  /// `field`, with an apostrophe before it where a spreadsheet would take it for a formula.
  ///
  /// That is text whose first character, spaces aside, is `=`, `+`, `-`, `@`, a tab, CR, LF, or the
  /// full-width form of a sign (OWASP, "CSV Injection"), unless it is a number. Text that already
  /// starts with apostrophes before such a character gets one more, so that taking one away gives
  /// back what was written.
  static func protected(_ field: String) -> String {
    let rest = field.unicodeScalars.drop { $0 == "'" }
    return startsFormula(rest) ? "'" + field : field
  }

  private static func startsFormula(_ text: Substring.UnicodeScalarView) -> Bool {
    guard let first = text.first(where: { $0 != " " }) else { return false }
    let starters: [Unicode.Scalar] = [
      "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
    return starters.contains(first) && !isNumber(text)
  }

  /// Whether the whole text is a sign, digits, a fraction and an exponent.
  private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    var rest = text
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    func takeDigits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    var digits = takeDigits()
    if rest.first == "." {
      rest = rest.dropFirst()
      digits += takeDigits()
    }
    guard digits > 0 else { return false }
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
      if takeDigits() == 0 { return false }
    }
    return rest.isEmpty
  }
}
