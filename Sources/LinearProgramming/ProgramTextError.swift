/// What is wrong with a program's text, and where.
public struct ProgramTextError: Error, Sendable, Hashable {
  /// Line, counted from 1.
  public let line: Int
  /// Column in bytes, counted from 1.
  public let column: Int
  /// What is wrong.
  public let message: String
  /// How to mend it.
  public let hint: String
  /// The line itself, shortened.
  public let excerpt: String

  init(line: Int, column: Int, _ message: String, hint: String, excerpt: String = "") {
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
    self.excerpt = excerpt
  }

  /// The same error with the line shown.
  func showing(_ lines: [Substring]) -> ProgramTextError {
    let text = lines.indices.contains(line - 1) ? lines[line - 1] : ""
    let shown = text.unicodeScalars.prefix(160).map { scalar in
      scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    return ProgramTextError(
      line: line, column: column, message, hint: hint, excerpt: String(shown))
  }
}

extension ProgramTextError: CustomStringConvertible {
  /// Place, what is wrong, how to mend it, and the line.
  public var description: String {
    let head = "line \(line), column \(column): \(message); \(hint)"
    return excerpt.isEmpty ? head : head + "\n  \(excerpt)"
  }
}
