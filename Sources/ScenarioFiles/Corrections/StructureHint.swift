internal import BusinessCalendar
internal import Units

/// Shows the map or list that is wanted where something else is written, with the value in it.
struct StructureHint {
  let context: DecodingContext
  /// The pattern of the key in the table.
  let pattern: String
  /// The key as it is written.
  let key: String

  /// What to write instead of `node`, or `nil` where nothing better than the usual can be said.
  func text(for node: DocumentNode) -> String? {
    guard let definition = context.keys[pattern] else { return nil }
    for kind in kinds(definition.kind) {
      if let text = text(for: node, kind) { return text }
    }
    return nil
  }

  private func kinds(_ kind: ValueKind) -> [ValueKind] {
    if case .either(let kinds) = kind { return kinds }
    return [kind]
  }

  private func text(for node: DocumentNode, _ kind: ValueKind) -> String? {
    switch kind {
    case .mapping: mapping(node)
    case .map(let mapKey): map(node, mapKey)
    case .list(let item): list(node, item)
    default: nil
    }
  }

  // MARK: - Maps of fixed keys

  private func mapping(_ node: DocumentNode) -> String? {
    let parts = context.keys.parts(of: pattern).filter { $0.isBuilt && $0.key != "*" }
    if let items = node.items, !items.isEmpty, items.allSatisfy({ $0.pairs != nil }) {
      return "take the hyphens out: the keys stand under \(key), one on each line"
    }
    let needed = parts.filter(\.isRequired)
    guard !needed.isEmpty || !parts.isEmpty else { return nil }
    if pattern.hasSuffix(".service") { return service(node) }
    guard needed.count <= 4 else {
      let names = needed.map(\.key).enumeratedInWords
      return "write its keys below it, each on a line of its own and indented: \(names)"
    }
    let shown = needed.isEmpty ? Array(parts.prefix(2)) : needed
    return "write \(key): \(flow(shown, holding: node.scalar))"
  }

  /// A service such as `80/20` in its two keys.
  private func service(_ node: DocumentNode) -> String {
    let numbers = (node.scalar ?? "").split { !$0.isNumber }.compactMap { Int($0) }
    let known = numbers.count == 2 && (1...100).contains(numbers[0])
    let (share, time) = known ? (numbers[0], numbers[1]) : (80, 20)
    return "write \(key): { answered: \(share) %, within: \(time) s }, or for work that can wait "
      + "\(key): { done-within: 24 h }"
  }

  /// Keys with examples, the written value in the first that takes it.
  private func flow(_ parts: [KeyDefinition], holding text: String?) -> String {
    var rest = text
    let shown = parts.map { part -> String in
      let value: String
      // What is one number as a whole goes into one of its parts; the other is nothing.
      if case .share = part.kind, text != nil, rest == nil { return "\(part.key): 0 %" }
      if let written = rest, let taken = context.values.readable(written, as: part.kind) {
        value = taken
        rest = nil
      } else {
        value = part.example ?? part.standard ?? KindText.example(of: part.kind)
      }
      return "\(part.key): \(value)"
    }
    return "{ \(shown.joined(separator: ", ")) }"
  }

  // MARK: - Maps of keys that are chosen

  private func map(_ node: DocumentNode, _ mapKey: MapKey) -> String? {
    let entry = pattern + ".*"
    guard let part = context.keys[entry] else { return nil }
    if let items = node.items, let first = items.first, first.pairs != nil {
      return instead(of: first, mapKey)
    }
    let scalar = node.scalar ?? node.items?.first?.scalar
    let sample = sample(mapKey)
    if case .mapping = part.kind {
      let keys = context.keys.parts(of: entry).filter(\.isRequired)
      guard !keys.isEmpty, keys.count <= 4 else {
        let names = keys.map(\.key).enumeratedInWords
        return
          "write an id of yours below it, such as \(sample):, and under that its keys: \(names)"
      }
      return "write \(key): { \(sample): \(flow(keys, holding: scalar)) }"
    }
    let value = scalar.flatMap { context.values.readable($0, as: part.kind) } ?? part.example
    let shown = value ?? KindText.example(of: part.kind)
    return "write \(key): { \(sample): \(shown) }, \(words(mapKey))"
  }

  /// A list of maps where each should stand under an id.
  private func instead(of first: DocumentNode, _ mapKey: MapKey) -> String {
    let name = first["id"]?.scalar ?? first["name"]?.scalar
    if case .id = mapKey {
      let id = name.flatMap(IdentifierText.suggestion) ?? sample(mapKey)
      return "write an id where the hyphen is, such as \(id):, and the keys below it, indented"
    }
    let pairs = first.pairs?.map { "\($0.key): \($0.value.flowText)" } ?? []
    return "it is no list: write \(key): { \(pairs.joined(separator: ", ")) }"
  }

  private func sample(_ mapKey: MapKey) -> String {
    switch mapKey {
    case .id(let what): "my-\(what)"
    case .reference(let what): context.ids[what]?.first ?? "my-\(what)"
    case .date: "\(context.horizon?.start.description ?? "2026-11-11")"
    case .tenure: "52 weeks"
    case .month: "\(context.horizon?.start.yearMonth.description ?? "2026-11")"
    case .lagDays: "0"
    case .weekdays: "monday-friday"
    case .path: "queues.apparel-chat.patience"
    }
  }

  private func words(_ mapKey: MapKey) -> String {
    switch mapKey {
    case .id(let what): "by an id of each \(what)"
    case .reference(let what): "by \(what.replacing("-", with: " "))"
    case .date: "by date"
    case .tenure: "by completed weeks since the first contact"
    case .month: "by month"
    case .lagDays: "by days after the order"
    case .weekdays: "by weekday"
    case .path: "by path"
    }
  }

  // MARK: - Lists

  private func list(_ node: DocumentNode, _ item: ValueKind) -> String? {
    if let pairs = node.pairs {
      if case .mapping = item { return "put a hyphen in front of its first key: - \(line(pairs))" }
      let values = pairs.map { pair in pair.value.scalar.flatMap { $0.isEmpty ? nil : $0 } }
      let isSpelled = pairs.allSatisfy { $0.value.scalar != nil }
      guard isSpelled else { return nil }
      let takesValue = values.allSatisfy { value in
        value.map { context.values.readable($0, as: item) != nil } ?? false
      }
      if case .reference = item { return "write \(key): [\(names(pairs.map(\.key)))]" }
      return takesValue
        ? "write \(key): [\(names(values.compactMap(\.self)))]"
        : "write \(key): [\(names(pairs.map(\.key)))]"
    }
    guard let text = node.scalar, !text.isEmpty else { return nil }
    let parts = text.split(whereSeparator: { ",;、，".contains($0) }).map(\.trimmed)
    return "put it in brackets: [\(parts.joined(separator: ", "))]"
  }

  private func line(_ pairs: [DocumentNode.Pair]) -> String {
    pairs.first.map { "\($0.key): \($0.value.flowText)" } ?? ""
  }

  private func names(_ names: [String]) -> String {
    let shown = names.prefix(6).joined(separator: ", ")
    return names.count > 6 ? shown + ", …" : shown
  }
}

/// Ids as they may be written.
struct IdentifierText {
  /// An id for `text`: `Wuhan Site 2` → `wuhan-site-2`; `nil` where nothing of it can stay.
  static func suggestion(for text: String) -> String? {
    var id = ""
    for sign in text.lowercased() {
      if sign.isASCII, sign.isLetter || sign.isNumber {
        id.append(sign)
      } else if !id.isEmpty, id.last != "-" {
        id.append("-")
      }
    }
    while id.last == "-" { id.removeLast() }
    return id.isEmpty ? nil : String(id.prefix(60))
  }
}
