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

/// A number of a plan that can be asked about.
public enum ExplanationSubject: Sendable, Equatable {
  /// The requirement of a queue at a local time, or over a week when only a date is given.
  case queue(String, at: String)
  /// The heads of a group in the week of a date.
  case group(String, at: String)
  /// The hours of a vendor in the week of a date.
  case vendor(String, at: String)
  /// A line of the ledger by its number.
  case line(Int)
  /// The cost by category.
  case cost
  /// The shortages, with what caused them.
  case shortage
  /// The limits that bind.
  case binding
  /// When hiring alone brings a group to so many experienced heads.
  case reach(String, heads: Int)
}

/// Why a number cannot be explained.
public enum ExplanationError: Error, Equatable, CustomStringConvertible {
  /// There is no such queue, group, vendor or line.
  case unknown(kind: String, name: String, known: [String])
  /// The time is no date or date and time, or outside the horizon.
  case outsideHorizon(String, horizon: String)

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .unknown(let kind, let name, let known):
      "there is no \(kind) “\(name)”; "
        + (known.isEmpty ? "the plan has none" : "known are: \(known.joined(separator: ", "))")
    case .outsideHorizon(let time, let horizon):
      "“\(time)” is no date or local time within the horizon \(horizon); "
        + "write 2026-11-09 or 2026-11-09T20:00"
    }
  }
}
