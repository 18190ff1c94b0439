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
      let form = StructureHint(context: context, pattern: pattern, key: path.last ?? "")
      let hint =
        form.text(for: node) ?? "write keys and values, each key on a line of its own and indented"
      context.log.error(
        at: node.span, path.joined(separator: "."),
        "a map is wanted here, not \(node.kindInWords)", hint: hint)
      return nil
    }
    let parts = context.keys.parts(of: pattern)
    let isOpen = parts.contains { $0.key == "*" }
    let meant = isOpen ? [] : pairs.compactMap { check($0, among: parts) }
    for part in parts
    where part.isRequired && node[part.key] == nil && !meant.contains(part.key) {
      let example = part.example.map { ", such as \(part.key): \($0)" } ?? ""
      context.log.error(
        at: node.span, pathText, "“\(part.key)” is missing",
        hint: "\(part.meaning.firstSentence)\(example)")
    }
  }

  var pathText: String { path.joined(separator: ".") }

  /// Reports a key that is none; returns the key that was meant by it.
  private func check(_ pair: DocumentNode.Pair, among parts: [KeyDefinition]) -> String? {
    guard let part = parts.first(where: { $0.key == pair.key }) else {
      let known = parts.filter { $0.isBuilt }.map(\.key)
      let hint: String?
      var meant: String?
      if context.log.isFull {
        hint = nil
      } else if let near = DidYouMean.nearest(to: pair.key, among: known) {
        hint = "did you mean “\(near)”?"
        meant = near
      } else if let other = KeyWords.meant(by: pair.key, among: known) {
        hint = "it is called “\(other)” here"
        meant = other
      } else if let place = context.keys.place(of: pair.key, outside: pattern) {
        hint = "it belongs under \(place)"
      } else if known.count <= 12 {
        hint = "the keys here are \(known.enumeratedInWords)"
      } else {
        hint = "docs/reference/scenario.md lists the keys; a comment begins with #"
      }
      context.log.error(
        at: pair.keySpan, pathText(pair.key), "“\(pair.key)” is no key here", hint: hint)
      return meant
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
    return nil
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

  /// Whether what is written has the wanted form, or the key has also single values whose own hint
  /// is better.
  private func isStructure(_ node: DocumentNode, _ kind: ValueKind) -> Bool {
    switch kind {
    case .mapping, .map: node.pairs != nil
    case .list: node.items != nil
    case .either(let kinds): node.scalar != nil || kinds.contains { isStructure(node, $0) }
    default: true
    }
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
      let form = StructureHint(context: context, pattern: definition.pattern, key: key)
      let hint = isStructure(written, definition.kind) ? nil : form.text(for: written)
      context.log.error(
        at: written.span, pathText(key), Complaint(error.message, hint: hint ?? error.hint))
      return nil
    }
  }
}

/// The defaults of the table as values of a document.
enum StandardValues {
  /// A default: a single value, or a list or map of one line without nesting.
  static func node(_ text: String, at span: SourceSpan) -> DocumentNode {
    if text.hasPrefix("["), text.hasSuffix("]") {
      let items = text.dropFirst().dropLast().split(separator: ",").map { item in
        DocumentNode(content: .scalar(item.trimmed), span: span)
      }
      return DocumentNode(content: .list(items), span: span)
    }
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
