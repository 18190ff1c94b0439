/// A value in a scenario file as it is written, with its place.
struct DocumentNode: Sendable {
  /// What is written.
  enum Content: Sendable {
    case scalar(String)
    case list([DocumentNode])
    case mapping([Pair])
  }

  /// A key and its value.
  struct Pair: Sendable {
    var key: String
    var keySpan: SourceSpan
    var value: DocumentNode
  }

  var content: Content
  var span: SourceSpan

  var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  var pairs: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  var items: [DocumentNode]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// Whether nothing is written.
  var isBlank: Bool { scalar?.isEmpty ?? false }

  /// The value of `key` in a mapping.
  subscript(key: String) -> DocumentNode? { pairs?.first { $0.key == key }?.value }

  /// The entries of a map; for a list of maps that should have been one, its items by the ids that
  /// they would have.
  var entriesOrItems: [Pair]? {
    if let pairs { return pairs }
    return items?.compactMap { item in
      let name = item["id"]?.scalar ?? item["name"]?.scalar
      guard let id = name.flatMap(IdentifierText.suggestion) else { return nil }
      return Pair(key: id, keySpan: item.span, value: item)
    }
  }

  /// What kind of value it is, in words.
  var kindInWords: String {
    switch content {
    case .scalar(let text): text.isEmpty ? "nothing" : "a single value"
    case .list: "a list"
    case .mapping: "a map"
    }
  }

  /// The value on one line, as in a flow collection.
  var flowText: String {
    switch content {
    case .scalar(let text): return text
    case .list(let items): return "[" + items.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      let parts = pairs.map { "\($0.key): \($0.value.flowText)" }
      return "{ " + parts.joined(separator: ", ") + " }"
    }
  }
}
