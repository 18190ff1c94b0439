internal import BusinessCalendar
internal import Units

/// Reads the keys of one map after the table, and reports what the table does not allow.
struct MapReader {
  let context: DecodingContext
  let node: DocumentNode
  /// The path of the map in the scenario, and its pattern in the table.
  let path: [String]
  let pattern: String

  /// A reader of `node`; reports unknown keys and missing ones. `nil` when it is no map.
  init?(_ node: DocumentNode, path: [String], pattern: String, in context: DecodingContext) {
    self.context = context
    self.node = node
    self.path = path
    self.pattern = pattern
    guard let pairs = node.pairs else {
      let hint = "write keys and values, each key on a line of its own and indented"
      context.log.error(
        at: node.span, path.joined(separator: "."),
        "a map is wanted here, not \(node.kindInWords)", hint: hint)
      return nil
    }
    let parts = context.keys.parts(of: pattern)
    let isOpen = parts.contains { $0.key == "*" }
    for pair in pairs where !isOpen { check(pair, among: parts) }
    for part in parts where part.isRequired && node[part.key] == nil {
      let example = part.example.map { ", such as \(part.key): \($0)" } ?? ""
      context.log.error(
        at: node.span, pathText, "“\(part.key)” is missing",
        hint: "\(part.meaning.firstSentence)\(example)")
    }
  }

  var pathText: String { path.joined(separator: ".") }

  private func check(_ pair: DocumentNode.Pair, among parts: [KeyDefinition]) {
    guard let part = parts.first(where: { $0.key == pair.key }) else {
      let known = parts.filter { $0.isBuilt }.map(\.key)
      let hint: String?
      if context.log.isFull {
        hint = nil
      } else if let meant = DidYouMean.nearest(to: pair.key, among: known) {
        hint = "did you mean “\(meant)”?"
      } else if known.count <= 12 {
        hint = "the keys here are \(known.enumeratedInWords)"
      } else {
        hint = "docs/reference/scenario.md lists the keys; a comment begins with #"
      }
      context.log.error(
        at: pair.keySpan, pathText(pair.key), "“\(pair.key)” is no key here", hint: hint)
      return
    }
    if case .notBuilt(let wording) = part.kind {
      context.log.error(
        at: pair.keySpan, pathText(pair.key), wording,
        hint: "leave it out, and plan without it knowingly")
    } else if pair.value.isBlank {
      context.log.error(
        at: pair.keySpan, pathText(pair.key), "there is no value",
        hint: "write \(part.example ?? part.standard ?? KindText.example(of: part.kind)), or leave "
          + "the key out if it may be")
    }
  }

  /// The path of a key in the map.
  func pathText(_ key: String) -> String { (path + [key]).joined(separator: ".") }

  /// Whether the key is written.
  func has(_ key: String) -> Bool { node[key] != nil }

  /// Where a key's value stands, or the map itself.
  func span(_ key: String) -> SourceSpan { node[key]?.span ?? node.span }

  /// Reports something wrong with a key's value.
  func error(_ key: String, _ message: String, hint: String? = nil) {
    context.log.error(at: span(key), pathText(key), message, hint: hint)
  }

  /// The value of a key, its default, or `nil` when there is neither or it is wrong.
  func value(_ key: String) -> Value? {
    let definition = context.keys[pattern.isEmpty ? key : pattern + "." + key]
    guard let definition else { return nil }
    let written: DocumentNode
    if let node = node[key] {
      guard !node.isBlank else { return nil }
      written = node
    } else if let standard = definition.standard {
      written = StandardValues.node(standard, at: node.span)
    } else {
      return nil
    }
    do throws(Complaint) {
      return try context.values.value(written, as: definition.kind)
    } catch {
      context.log.error(at: written.span, pathText(key), error)
      return nil
    }
  }
}

/// The defaults of the table as values of a document.
enum StandardValues {
  /// A default: a single value, an empty list, or a map of one line without nesting.
  static func node(_ text: String, at span: SourceSpan) -> DocumentNode {
    if text == "[]" { return DocumentNode(content: .list([]), span: span) }
    guard text.hasPrefix("{"), text.hasSuffix("}") else {
      return DocumentNode(content: .scalar(text), span: span)
    }
    let pairs = text.dropFirst().dropLast().split(separator: ",").map { part in
      let halves = part.split(separator: ":", maxSplits: 1).map(\.trimmed)
      return DocumentNode.Pair(
        key: halves.first ?? "", keySpan: span,
        value: DocumentNode(content: .scalar(halves.last ?? ""), span: span))
    }
    return DocumentNode(content: .mapping(pairs), span: span)
  }
}

extension KeyDefinition {
  /// Whether the key can be used.
  var isBuilt: Bool {
    if case .notBuilt = kind { false } else { true }
  }
}

extension String {
  /// The text up to its first full stop.
  var firstSentence: String {
    guard let stop = firstRange(of: ". ") else {
      return hasSuffix(".") ? String(dropLast()) : self
    }
    return String(self[..<stop.lowerBound])
  }
}
