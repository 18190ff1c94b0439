/// How a number came about: a statement, the sum behind it, where its inputs stand, and the same of
/// each number it is made of.
public struct Explanation: Sendable, Equatable, Codable {
  /// What is explained, in words.
  public let statement: String
  /// The number with its unit.
  public let value: String
  /// The sum behind it, with its numbers; empty for an input.
  public let formula: String
  /// The scenario path or file the number comes from; empty for a number that is computed.
  public let path: String
  /// The numbers it is made of.
  public let parts: [Explanation]

  /// An explanation of `value`.
  public init(
    _ statement: String, value: String, formula: String = "", path: String = "",
    parts: [Explanation] = []
  ) {
    self.statement = statement
    self.value = value
    self.formula = formula
    self.path = path
    self.parts = parts
  }

  /// The explanation as indented lines.
  public var lines: [String] { lines(indent: 0) }

  private func lines(indent: Int) -> [String] {
    let margin = String(repeating: "  ", count: indent)
    var line = "\(margin)\(statement): \(value)"
    if !formula.isEmpty { line += "  = \(formula)" }
    if !path.isEmpty { line += "  [\(path)]" }
    return [line] + parts.flatMap { $0.lines(indent: indent + 1) }
  }
}
