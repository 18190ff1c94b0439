import Foundation

/// The commands of one `console` block of a document, each with the output that it shows.
struct Transcript {
  /// A command and what it should print.
  struct Step {
    let command: String
    let expected: [String]
  }

  let file: String
  let steps: [Step]

  /// A code block of a document.
  struct Block {
    let language: String
    let lines: [String]
    let firstLine: Int
  }

  /// All fenced code blocks of a Markdown text.
  static func blocks(of markdown: String) -> [Block] {
    var blocks: [Block] = []
    var open: (language: String, first: Int, lines: [String])?
    for (index, line) in markdown.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(
            Block(language: block.language, lines: block.lines, firstLine: block.first))
          open = nil
        } else {
          open = (String(line.dropFirst(3)), index + 2, [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }

  init(_ block: Block, file: String) {
    self.file = "\(file):\(block.firstLine)"
    var steps: [Step] = []
    var command: String?
    var expected: [String] = []
    for line in block.lines {
      if line.hasPrefix("$ ") {
        if let command { steps.append(Step(command: command, expected: expected)) }
        command = String(line.dropFirst(2))
        expected = []
      } else {
        expected.append(line)
      }
    }
    if let command { steps.append(Step(command: command, expected: expected)) }
    self.steps = steps
  }

  /// Whether `actual` is what a document shows: a line `…` stands for any lines, `…` within a line
  /// for any text; no expected line at all stands for anything. A space that may break a line and one
  /// that may not, which nobody sees in a document, are alike.
  static func matches(_ expected: [String], _ actual: String) -> Bool {
    var expected = expected.map(plainSpaces)
    while expected.last == "" { expected.removeLast() }
    guard !expected.isEmpty else { return true }
    var lines = plainSpaces(actual).components(separatedBy: "\n")
    while lines.last == "" { lines.removeLast() }
    return matches(expected[...], lines[...])
  }

  private static func plainSpaces(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ")
  }

  private static func matches(
    _ expected: ArraySlice<String>, _ actual: ArraySlice<String>
  ) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    if first.trimmingCharacters(in: .whitespaces) == "…" {
      if expected.count == 1 { return true }
      return actual.indices.contains { matches(expected.dropFirst(), actual[$0...]) }
        || (expected.count == 1)
    }
    guard let line = actual.first, lineMatches(first, line) else { return false }
    return matches(expected.dropFirst(), actual.dropFirst())
  }

  private static func lineMatches(_ expected: String, _ actual: String) -> Bool {
    let parts = trimmedEnd(expected).components(separatedBy: "…")
    let actual = trimmedEnd(actual)
    guard parts.count > 1 else { return parts[0] == actual }
    guard actual.hasPrefix(parts[0]) else { return false }
    var rest = actual.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.range(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }

  private static func trimmedEnd(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
