/// The keys of one kind of file, in the order of the reference.
struct KeyTable: Sendable {
  /// All definitions, parents before their parts.
  let definitions: [KeyDefinition]
  private let byPattern: [String: KeyDefinition]
  private let partsByParent: [String: [KeyDefinition]]

  init(_ definitions: [KeyDefinition]) {
    self.definitions = definitions
    byPattern = Dictionary(definitions.map { ($0.pattern, $0) }) { first, _ in first }
    partsByParent = Dictionary(grouping: definitions, by: \.parent)
  }

  /// The definition with this pattern.
  subscript(pattern: String) -> KeyDefinition? { byPattern[pattern] }

  /// What may stand directly under a pattern, in order.
  func parts(of pattern: String) -> [KeyDefinition] { partsByParent[pattern] ?? [] }

  /// The pattern that a concrete path has, as far as the table knows it.
  func pattern(of path: [String]) -> String? {
    var pattern = ""
    for component in path {
      let prefix = pattern.isEmpty ? "" : pattern + "."
      if byPattern[prefix + component] != nil, component != "*" {
        pattern = prefix + component
      } else if byPattern[prefix + "*"] != nil {
        pattern = prefix + "*"
      } else {
        return nil
      }
    }
    return pattern
  }

  /// Where a key that is none of `pattern`'s parts belongs, as `policy` or `queues.<queue>`; `nil`
  /// where it belongs nowhere, or in several places.
  func place(of key: String, outside pattern: String) -> String? {
    let places = definitions.filter { definition in
      definition.key == key && definition.parent != pattern && definition.isBuilt
    }
    guard places.count == 1, let place = places.first else { return nil }
    return place.parent.isEmpty
      ? "the top of the file, without indentation" : ScenarioReference.path(place.parent, in: self)
  }

  /// The keys of `scenario.yaml`.
  static let scenario = KeyTable(
    scenarioKeys + queueKeys + requirementKeys + volumeKeys + eventKeys + siteKeys + poolKeys
      + staffGroupKeys + hiringKeys + staffRuleKeys + legalEntityKeys + supportRoleKeys + vendorKeys
      + policyKeys + shiftKeys + quoteKeys)

  /// The keys of bids beside those of vendors, and of `bids.yaml`.
  static let bids = KeyTable(bidKeys)

  /// The keys of a sale calendar's file.
  static let saleCalendar = KeyTable(saleCalendarKeys)
}
