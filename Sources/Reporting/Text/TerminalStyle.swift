/// How text is emphasised in a terminal: with ANSI sequences, or not at all.
///
/// The caller decides (`--no-color`, `NO_COLOR`, no terminal); nothing here reads the environment.
public struct TerminalStyle: Sendable, Equatable {
  /// Whether ANSI sequences are written.
  public let isColored: Bool

  /// A style with or without ANSI sequences.
  public init(color: Bool) { isColored = color }

  /// Text as it is.
  public static let plain = TerminalStyle(color: false)
  /// Text with ANSI sequences.
  public static let colored = TerminalStyle(color: true)

  func bold(_ text: String) -> String { wrap(text, in: "1") }
  func faint(_ text: String) -> String { wrap(text, in: "2") }

  func applied(_ tone: Tone, to text: String) -> String {
    switch tone {
    case .plain: text
    case .muted: wrap(text, in: "2")
    case .good: wrap(text, in: "32")
    case .alert: wrap(text, in: "31")
    case .strong: wrap(text, in: "1")
    }
  }

  private func wrap(_ text: String, in code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// What a number or sentence means to the reader; a colour never carries it alone.
public enum Tone: Sendable, Equatable {
  /// Nothing special.
  case plain
  /// Of less weight.
  case muted
  /// As it should be.
  case good
  /// Short, late, or over budget.
  case alert
  /// Of more weight.
  case strong
}
