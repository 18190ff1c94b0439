/// A part of a scenario that is set to something else, by its path.
public struct ScenarioOverride: Sendable, Hashable, Codable {
  /// The path, such as `queues.apparel-chat.patience`.
  public let path: String
  /// The value as it would be written in the file, such as `60 s`.
  public let value: String

  /// Sets `path` to `value`.
  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  /// The override that an argument such as `queues.apparel-chat.patience=60 s` stands for, or `nil`
  /// when there is no path in front of an equals sign.
  public init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].trimmed.isEmpty else { return nil }
    self.init(path: parts[0].trimmed, value: parts[1].trimmed)
  }
}

extension ScenarioOverride {
  private var source: SourceText {
    SourceText(
      name: SourceSpan.commandLine, folder: .scenarioFolder, text: value, lead: path + "=")
  }

  /// The path on the command line.
  var pathSpan: SourceSpan {
    let span = source.span(line: 1, column: 1)
    return SourceSpan(
      file: span.file, folder: span.folder, line: 1, column: 1,
      length: max(1, path.unicodeScalars.count), excerpt: span.excerpt)
  }

  /// The value on the command line.
  var valueSpan: SourceSpan {
    let firstLine = source.lines.first ?? ""
    return source.span(line: 1, column: 1, length: firstLine.unicodeScalars.count)
  }
}

/// One line of what a scenario changes of the one it extends.
public struct ScenarioDiff: Sendable, Hashable, Codable {
  /// The path.
  public let path: String
  /// What is written there in the scenario below, or its default; `nil` for nothing.
  public let base: String?
  /// What is written instead; `nil` when it was taken out.
  public let override: String?
  /// Where the override comes from: a file, or `--set`.
  public let source: String
}

extension ScenarioDiff: CustomStringConvertible {
  /// The line as `path: base → override`.
  public var description: String { "\(path): \(base ?? "–") → \(override ?? "–")" }
}
