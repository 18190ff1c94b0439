/// What to do about a file that the YAML parser does not understand.
struct YAMLHints {
  let source: SourceText
  /// The line at which the parser stopped, from 1.
  let line: Int
  /// The line on which what it was reading begins, from 1; `nil` where it does not say.
  let start: Int?

  /// What to do about `problem`, the parser's own words.
  func hint(_ problem: String) -> String {
    let text = text(line)
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    if text.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
      return "the line is indented with a tab: indent with spaces"
    }
    if problem.contains("tab") { return "indent with spaces, never tabs" }
    if problem.contains("cannot start any token") {
      return "quote a text that begins with a sign such as @, ` or %: name: \"@home\""
    }
    if let number = ([line, line - 1] + Array((start ?? line)..<max(start ?? line, line)))
      .first(where: isQuoteOpen)
    {
      return "look at line \(number): a quote is opened there and not closed"
    }
    if let number = [line, line - 1].first(where: { self.text($0).contains("：") }) {
      return "line \(number) has a full-width colon (：): write a colon and a blank"
    }
    if problem.contains("mapping values are not allowed"), let key = quotable(trimmed) {
      return "a text with a colon is put in quotes: \(key)"
    }
    if problem.contains("mapping values are not allowed") || problem.contains("expected key") {
      return "keys of one map begin in the same column; look at the indentation of this line and "
        + "the one above"
    }
    if problem.contains("expected ':'"), let number = [line, line - 1].first(where: lacksBlank) {
      return "line \(number) lacks a colon and a blank between key and value: key: value"
    }
    if problem.contains("expected '-'") {
      return "every item of a list begins with a hyphen in the same column"
    }
    if let start { return "look at what begins on line \(start): its end is missing" }
    return "check the indentation, and that quotes and brackets are closed"
  }

  private func text(_ number: Int) -> String {
    source.lines.indices.contains(number - 1) ? String(source.lines[number - 1].prefix(400)) : ""
  }

  /// Whether a double or single quote at the start of a value has no end on its line.
  private func isQuoteOpen(_ number: Int) -> Bool {
    let line = text(number)
    guard !line.drop(while: { $0 == " " }).hasPrefix("#") else { return false }
    let doubles = line.replacing("\\\"", with: "").count { $0 == "\"" }
    return !doubles.isMultiple(of: 2)
      || line.contains(": '") && !line.count { $0 == "'" }.isMultiple(of: 2)
  }

  /// The line with its value in quotes, where a second colon stands in the value.
  private func quotable(_ line: Substring) -> String? {
    guard let colon = line.firstRange(of: ": ") else { return nil }
    let value = line[colon.upperBound...].trimmed
    guard value.contains(": ") || value.hasSuffix(":"), !value.contains("\""),
      !value.hasPrefix("{"), !value.hasPrefix("["), value.count <= 80
    else { return nil }
    return "\(line[..<colon.lowerBound]): \"\(value)\""
  }

  private func lacksBlank(_ number: Int) -> Bool {
    let line = text(number).trimmed
    guard !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix("-") else { return false }
    return !line.contains(": ") && !line.hasSuffix(":")
  }
}
