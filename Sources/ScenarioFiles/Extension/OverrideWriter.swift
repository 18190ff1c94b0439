/// Sets parts of a document by their paths, where the table allows it.
struct OverrideWriter {
  let keys: KeyTable

  /// The word that takes a key out.
  static let removal = "none"

  /// Sets the value at `path` and says what was there.
  func set(
    _ path: String, to value: DocumentNode, keySpan: SourceSpan, in root: inout DocumentNode
  ) throws(Complaint) -> ScenarioDiff {
    let components = path.split(separator: ".", omittingEmptySubsequences: false).map(\.trimmed)
    guard !components.isEmpty, components.allSatisfy({ !$0.isEmpty }) else {
      throw Complaint("“\(path)” is no path", hint: "write it as queues.apparel-chat.patience")
    }
    if ["extend", "override", "peakplan"].contains(components[0]) {
      throw Complaint("“\(components[0])” cannot be overridden")
    }
    let isRemoval = value.scalar == OverrideWriter.removal
    let edit = Edit(value: isRemoval ? nil : value, keySpan: keySpan, components: components)
    let base = try apply(edit, at: 0, to: &root)
    return ScenarioDiff(
      path: path, base: base ?? standard(components),
      override: isRemoval ? nil : value.flowText, source: keySpan.file)
  }

  private struct Edit {
    var value: DocumentNode?
    var keySpan: SourceSpan
    var components: [String]
  }

  private func standard(_ components: [String]) -> String? {
    keys.pattern(of: components).flatMap { keys[$0]?.standard }
  }

  private func apply(
    _ edit: Edit, at depth: Int, to node: inout DocumentNode
  ) throws(Complaint) -> String? {
    let key = edit.components[depth]
    let above = edit.components[..<depth].joined(separator: ".")
    guard var pairs = node.pairs else {
      throw Complaint(
        "“\(above)” has no parts: it is \(node.kindInWords)",
        hint: "override “\(above)” as a whole")
    }
    let isLast = depth == edit.components.count - 1
    var index = pairs.firstIndex { $0.key == key }
    if index == nil, !isLast || edit.value != nil {
      let value = try newPart(edit, at: depth, beside: pairs.map(\.key))
      pairs.append(DocumentNode.Pair(key: key, keySpan: edit.keySpan, value: value))
      index = pairs.count - 1
      node.content = .mapping(pairs)
      if isLast { return nil }
    }
    guard let index else { throw missing(key, above, pairs.map(\.key), edit.components) }
    guard isLast else {
      let base = try apply(edit, at: depth + 1, to: &pairs[index].value)
      node.content = .mapping(pairs)
      return base
    }
    let base = pairs[index].value.flowText
    if let value = edit.value {
      // What is wrong with the key from now on is the override's fault.
      pairs[index] = DocumentNode.Pair(key: key, keySpan: edit.keySpan, value: value)
    } else {
      pairs.remove(at: index)
    }
    node.content = .mapping(pairs)
    return base
  }

  /// What a key that is not written yet begins with: the new value, or an empty map of fixed keys.
  private func newPart(
    _ edit: Edit, at depth: Int, beside known: [String]
  ) throws(Complaint) -> DocumentNode {
    let path = Array(edit.components[...depth])
    let above = path.dropLast().joined(separator: ".")
    guard let pattern = keys.pattern(of: path), let definition = keys[pattern] else {
      throw missing(path[depth], above, known, edit.components)
    }
    let isEntry = definition.key == "*"
    if depth == edit.components.count - 1, let value = edit.value {
      // A misspelt id would make a new entry; only a whole one can be meant so.
      if isEntry, case .mapping = definition.kind, value.pairs == nil {
        throw missing(path[depth], above, known, edit.components)
      }
      return value
    }
    guard !isEntry, definition.kind.isMap else {
      throw missing(path[depth], above, known, edit.components)
    }
    return DocumentNode(content: .mapping([]), span: edit.keySpan)
  }

  private func missing(
    _ key: String, _ above: String, _ known: [String], _ components: [String]
  ) -> Complaint {
    let parent = above.isEmpty ? "" : keys.pattern(of: above.split(separator: ".").map(String.init))
    let parts = parent.map { keys.parts(of: $0).map(\.key).filter { $0 != "*" } } ?? []
    let candidates = known + parts.filter { !known.contains($0) }
    let place = above.isEmpty ? "the scenario" : "“\(above)”"
    let meant = DidYouMean.nearest(to: key, among: candidates)
    let hint =
      meant.map { "did you mean “\($0)”?" }
      ?? (candidates.isEmpty
        ? nil : "it has \(Array(candidates.prefix(30)).enumeratedInWords)")
    return Complaint(
      "the path “\(components.joined(separator: "."))” does not exist: \(place) has no “\(key)”",
      hint: hint)
  }
}

extension ValueKind {
  /// Whether a map may be written.
  var isMap: Bool {
    switch self {
    case .mapping, .map: true
    case .either(let kinds): kinds.contains { $0.isMap }
    default: false
    }
  }
}
