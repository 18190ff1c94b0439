/// The text of one file, in lines, so that an issue can show where it is.
struct SourceText: Sendable {
  /// The path as messages show it, relative to the scenario's folder.
  let name: String
  /// The folder that paths in the file are relative to.
  let folder: RelativePath
  /// The text without its byte-order mark.
  let text: String
  /// What stands in front of the text on its first line and is shown, but is no part of it.
  let lead: String
  /// The lines without their ends; there is always one.
  let lines: [Substring]

  init(name: String, folder: RelativePath, text: String, lead: String = "") {
    self.name = name
    self.folder = folder
    self.text = text
    self.lead = lead
    // A carriage return and a line feed are one character.
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  /// The place at `line` and `column`, both from 1, in Unicode scalars.
  func span(line: Int, column: Int, length: Int = 1) -> SourceSpan {
    let lead = line == 1 ? self.lead : ""
    let excerpt =
      lines.indices.contains(line - 1) ? String((lead + lines[line - 1]).prefix(400)) : nil
    return SourceSpan(
      file: name, folder: folder, line: line, column: column + lead.unicodeScalars.count,
      length: max(1, length), excerpt: excerpt)
  }
}

/// A place in a file.
struct SourceSpan: Sendable {
  let file: String
  let folder: RelativePath
  /// From 1.
  let line: Int
  /// From 1, in Unicode scalars.
  let column: Int
  /// In Unicode scalars, at least 1.
  let length: Int
  /// The whole line, if there is one.
  let excerpt: String?

  /// How the command line is called where a file is named.
  static let commandLine = "--set"

  /// Whether it is an override of the command line.
  var isCommandLine: Bool { file == SourceSpan.commandLine }
}
