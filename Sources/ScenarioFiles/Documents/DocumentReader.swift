internal import Foundation
internal import Yams

/// Bytes → a document with the place of every value, or issues.
struct DocumentReader {
  /// The most bytes of a YAML file.
  static let mostBytes = 1_000_000
  /// The most values of a YAML file.
  static let mostNodes = 200_000

  let log: IssueLog

  /// The document in `bytes`, or `nil` with the reasons in the log.
  func document(_ bytes: [UInt8], name: String, folder: RelativePath) -> DocumentNode? {
    guard let source = text(bytes, name: name, folder: folder) else { return nil }
    return document(source)
  }

  /// The document in a text that is known to be free of what no text here may hold.
  func document(_ source: SourceText) -> DocumentNode? {
    let findings = YAMLGuard.findings(in: Array(source.text.utf8))
    guard findings.isEmpty else {
      for finding in findings {
        log.error(
          at: source.span(line: finding.line, column: finding.column), "", finding.message,
          hint: finding.hint)
      }
      return nil
    }
    do {
      let parser = try Parser(yaml: source.text, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        let isOverride = source.name == SourceSpan.commandLine
        log.error(
          at: source.span(line: 1, column: 1), "",
          isOverride ? "there is no value" : "the file is empty",
          hint: isOverride
            ? "write it after the equals sign"
            : "`peakplan new` writes one to start from")
        return nil
      }
      // The anchors of the nodes live as long as the parser.
      var count = 0
      return withExtendedLifetime(parser) { convert(root, source, &count, 0) }
    } catch let error as YamlError {
      report(error, source)
    } catch {
      log.error(at: source.span(line: 1, column: 1), "", "the file is no YAML: \(error)")
    }
    return nil
  }

  // MARK: - Text

  /// The text in `bytes`: UTF-8 without control characters and not too long.
  func text(
    _ bytes: [UInt8], name: String, folder: RelativePath, lead: String = ""
  ) -> SourceText? {
    let start = SourceSpan(
      file: name, folder: folder, line: 1, column: 1, length: 1, excerpt: nil)
    guard bytes.count <= DocumentReader.mostBytes else {
      log.error(
        at: start, "", "the file has \(bytes.count) bytes; at most 1,000,000 are read",
        hint: "keep long series in CSV files beside it")
      return nil
    }
    let body = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      let place = Encodings.firstInvalid(in: body)
      log.error(
        at: SourceSpan(
          file: name, folder: folder, line: place.line, column: place.column, length: 1,
          excerpt: nil), "", "the file is not UTF-8", hint: Encodings.hint(for: body))
      return nil
    }
    let source = SourceText(name: name, folder: folder, text: text, lead: lead)
    return isFreeOfControls(source) ? source : nil
  }

  private func isFreeOfControls(_ source: SourceText) -> Bool {
    var isFree = true
    var line = 1
    var column = 1
    var previous: Unicode.Scalar = " "
    for scalar in source.text.unicodeScalars {
      let value = scalar.value
      let isControl = value < 0x20 && value != 9 && value != 10 && value != 13
      let isLoneReturn = previous == "\r" && scalar != "\n"
      let isBreak = value == 0x85 || value == 0x2028 || value == 0x2029 || value == 0xfeff
      if isControl || isLoneReturn || isBreak || value >= 0x7f && value < 0xa0 {
        let code = String(isLoneReturn ? 13 : value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        log.error(
          at: source.span(line: line, column: column), "",
          "the character U+\(padded) has no place in a text", hint: "take it out")
        isFree = false
        break
      }
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
      previous = scalar
    }
    return isFree
  }

  // MARK: - Nodes

  private func convert(
    _ node: Node, _ source: SourceText, _ count: inout Int, _ depth: Int
  ) -> DocumentNode? {
    count += 1
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    var span = source.span(line: line, column: column)
    guard node.anchor == nil, count <= DocumentReader.mostNodes, depth <= 3 * YAMLGuard.deepest
    else {
      log.error(at: span, "", "the file holds more values than a scenario can have")
      return nil
    }
    switch node {
    case .scalar(let scalar):
      let length = length(of: scalar, at: span)
      span = source.span(line: line, column: column, length: length)
      return DocumentNode(content: .scalar(scalar.string), span: span)
    case .sequence(let sequence):
      var items: [DocumentNode] = []
      for item in sequence {
        guard let item = convert(item, source, &count, depth + 1) else { return nil }
        items.append(item)
      }
      return DocumentNode(content: .list(items), span: span)
    case .mapping(let mapping):
      var pairs: [DocumentNode.Pair] = []
      for (key, value) in mapping {
        guard let key = convert(key, source, &count, depth + 1),
          var value = convert(value, source, &count, depth + 1)
        else { return nil }
        // What begins on a line of its own is better shown at its key.
        if value.span.line > key.span.line, value.scalar == nil { value.span = key.span }
        guard let name = key.scalar else {
          log.error(
            at: key.span, "", "a key is \(key.kindInWords)", hint: "a key is a single word")
          return nil
        }
        pairs.append(DocumentNode.Pair(key: name, keySpan: key.span, value: value))
      }
      return DocumentNode(content: .mapping(pairs), span: span)
    case .alias:
      log.error(at: span, "", "aliases (*) are not used here", hint: "write the value out")
      return nil
    }
  }

  /// How much of the line a scalar takes; 1 where that is not plain to see.
  private func length(of scalar: Node.Scalar, at span: SourceSpan) -> Int {
    guard let excerpt = span.excerpt, !scalar.string.isEmpty else { return 1 }
    let rest = String(
      String.UnicodeScalarView(excerpt.unicodeScalars.dropFirst(span.column - 1)))
    for quote in ["", "\"", "'"] {
      let written = quote + scalar.string + quote
      if rest.hasPrefix(written) { return written.unicodeScalars.count }
    }
    return 1
  }

  // MARK: - Errors of the parser

  private func report(_ error: YamlError, _ source: SourceText) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      let line = min(max(mark.line, 1), source.lines.count)
      let hints = YAMLHints(source: source, line: line, start: context?.mark.line)
      log.error(
        at: source.span(line: line, column: mark.column), "",
        "this is no YAML: \(problem)", hint: hints.hint(problem))
    case .composer(_, _, let mark, _):
      log.error(
        at: source.span(line: mark.line, column: mark.column), "", "a second document begins here",
        hint: "one file holds one scenario; take the `---` out")
    case .duplicatedKeysInMapping(let duplicates, let context):
      report(duplicates: duplicates, first: context.mark, source)
    default:
      log.error(at: source.span(line: 1, column: 1), "", "the file is no YAML: \(error)")
    }
  }

  /// The composer tells where a repeated key stands first; the second is looked for from there on.
  private func report(duplicates: [String], first: Mark, _ source: SourceText) {
    let key = duplicates.first ?? ""
    var second = source.span(line: first.line, column: first.column, length: key.count)
    for number in (first.line + 1)..<max(first.line + 2, source.lines.count + 1) {
      guard source.lines.indices.contains(number - 1) else { break }
      let line = source.lines[number - 1]
      let trimmed = line.drop { $0 == " " }
      let indent = line.count - trimmed.count
      if indent == first.column - 1,
        [key, "\"\(key)\"", "'\(key)'"].contains(where: { trimmed.hasPrefix($0 + ":") })
      {
        second = source.span(line: number, column: indent + 1, length: key.count)
        break
      }
    }
    log.error(
      at: second, "", "the key “\(key)” appears twice",
      hint: "it stands first on line \(first.line); keep one of them")
  }
}
