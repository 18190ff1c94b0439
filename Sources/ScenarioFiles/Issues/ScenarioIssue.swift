/// One thing that is wrong with a scenario, or worth knowing: where, what, and what to do about it.
public struct ScenarioIssue: Error, Sendable, Hashable, Codable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, Codable {
    /// The scenario cannot be planned.
    case error
    /// It can, but somebody should look at this.
    case warning
  }

  /// How bad it is.
  public let severity: Severity
  /// The file, relative to the scenario's folder; `--set` for an override of the command line.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int
  /// How many Unicode scalars are meant.
  public let length: Int
  /// The scenario path, such as `queues.apparel-chat.patience`; empty where there is none.
  public let path: String
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let hint: String?
  /// The line it is on, if it can be shown.
  public let excerpt: String?

  init(
    _ severity: Severity, at span: SourceSpan, path: String, message: String, hint: String?
  ) {
    self.severity = severity
    file = span.file
    line = span.line
    column = span.column
    length = span.length
    self.path = path
    self.message = message
    self.hint = hint
    excerpt = span.excerpt
  }
}

extension ScenarioIssue {
  /// The issue at the override of the command line that brings it forth; where it shows is said in
  /// the hint.
  func blaming(_ override: ScenarioOverride) -> ScenarioIssue {
    let place = "it does not go together with \(file):\(line)"
    return ScenarioIssue(
      severity, at: override.valueSpan, path: path, message: message,
      hint: hint.map { "\($0); \(place)" } ?? place)
  }
}

extension ScenarioIssue: CustomStringConvertible {
  /// The issue as several lines of plain text; see ``rendered(color:)``.
  public var description: String { rendered(color: false) }

  /// The issue as a person reads it: `file:line:column`, path and message; the line with a caret
  /// below; the hint.
  ///
  /// - Parameters:
  ///   - color: whether to use the colours of an ANSI terminal.
  ///   - folder: the scenario's folder as the reader of the message would write it; put before the
  ///     file, so that an editor finds it.
  public func rendered(color: Bool, folder: String? = nil) -> String {
    let file = shown(folder.map(location) ?? self.file)
    let bold = color ? "\u{1b}[1m" : ""
    let tint = color ? (severity == .error ? "\u{1b}[1;31m" : "\u{1b}[1;33m") : ""
    let dim = color ? "\u{1b}[2m" : ""
    let plain = color ? "\u{1b}[0m" : ""
    let isCommandLine = self.file == SourceSpan.commandLine
    let place = isCommandLine ? "\(file):" : "\(file):\(line):\(column):"
    var lines = ["\(bold)\(place)\(plain) \(tint)\(severity.rawValue):\(plain) "]
    lines[0] += (path.isEmpty ? "" : "\(bold)\(shown(path))\(plain): ") + shown(message)
    if let excerpt, !excerpt.allSatisfy(\.isWhitespace) {
      let (shown, indent, marks) = window(on: excerpt)
      let number = isCommandLine ? "" : String(line)
      let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
      let empty = String(repeating: " ", count: margin.count)
      lines.append("\(dim)\(margin) |\(plain) \(shown)")
      lines.append("\(dim)\(empty) |\(plain) \(indent)\(tint)\(marks)\(plain)")
    }
    if let hint { lines.append("      hint: \(shown(hint))") }
    return lines.joined(separator: "\n")
  }

  /// A text from a file without control characters, which could steer a terminal.
  private func shown(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
      safe.append(isControl ? "\u{fffd}" : scalar)
    }
    return String(safe)
  }

  /// What is shown of the line, what stands before the caret below it, and the carets.
  private func window(on excerpt: String) -> (shown: String, indent: String, marks: String) {
    let widest = 90
    let scalars = excerpt.unicodeScalars.map { scalar in
      scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7f ? "\u{fffd}" : scalar
    }
    let caret = min(max(column - 1, 0), scalars.count)
    let first = caret > widest - 20 ? caret - (widest - 40) : 0
    let last = min(scalars.count, first + widest)
    let lead = first > 0 ? "…" : ""
    let trail = last < scalars.count ? "…" : ""
    let shown = lead + text(scalars[first..<last]) + trail
    var indent = first > 0 ? " " : ""
    for scalar in scalars[first..<max(first, min(caret, last))] {
      indent += scalar == "\t" ? "\t" : String(repeating: " ", count: columns(of: scalar))
    }
    let marked = scalars[min(caret, last)..<min(last, caret + length)]
    let width = marked.reduce(0) { $0 + columns(of: $1) }
    return (shown, indent, String(repeating: "^", count: max(1, width)))
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The columns of a terminal that a scalar takes: 2 for East Asian wide ones, 0 for marks.
  private func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe4f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }
}

extension ScenarioIssue {
  /// The file as seen from where the scenario's folder is called `folder`.
  private func location(in folder: String) -> String {
    guard file != SourceSpan.commandLine else { return file }
    let isAbsolute = folder.hasPrefix("/")
    var parts = folder.split(separator: "/").filter { $0 != "." }
    for part in file.split(separator: "/") {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}

/// Everything that is wrong with a scenario.
public struct ScenarioIssues: Error, Sendable, Hashable, CustomStringConvertible {
  /// The issues, errors and warnings, in the order of the files; at least one is an error.
  public let issues: [ScenarioIssue]
  /// How many more there are that are not listed.
  public let omitted: Int

  /// Only the errors.
  public var errors: [ScenarioIssue] { issues.filter { $0.severity == .error } }
  /// Only the warnings.
  public var warnings: [ScenarioIssue] { issues.filter { $0.severity == .warning } }

  /// All issues and their number as plain text.
  public var description: String { rendered(color: false) }

  /// All issues and their number.
  ///
  /// - Parameters:
  ///   - color: whether to use the colours of an ANSI terminal.
  ///   - folder: the scenario's folder as the reader of the message would write it.
  public func rendered(color: Bool, folder: String? = nil) -> String {
    let errorCount = errors.count + omitted
    var summary = errorCount == 1 ? "1 error" : "\(errorCount) errors"
    let warningCount = warnings.count
    if warningCount > 0 {
      summary += warningCount == 1 ? ", 1 warning" : ", \(warningCount) warnings"
    }
    if omitted > 0 { summary += " (\(omitted) of them not shown)" }
    return (issues.map { $0.rendered(color: color, folder: folder) } + [summary]).joined(
      separator: "\n\n")
  }
}
