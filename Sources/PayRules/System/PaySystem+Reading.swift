internal import BusinessCalendar
internal import FoundationEssentials

extension PaySystem {
  /// The pay system written in a JSON text, checked: nothing in it is unknown, and everything that
  /// a rule names is there.
  ///
  /// - Throws: what is missing or out of place, with the path to it.
  public static func read(json: String) throws(RulePackError) -> PaySystem {
    let data = Data(json.utf8)
    let system: PaySystem
    do {
      system = try JSONDecoder().decode(PaySystem.self, from: data)
    } catch {
      let words: String? =
        switch error as? DecodingError {
        case .keyNotFound: "there; it is missing"
        case .dataCorrupted(let context): context.debugDescription
        case .typeMismatch, .valueNotFound: "of the right form"
        default: nil
        }
      throw RulePackError(
        pack: "", field: RulePackFile.path(of: error), value: "", expected: words ?? "a pay pack")
    }
    if let path = unknownKey(in: data, of: system) {
      throw RulePackError(
        pack: system.id, field: path, value: path.split(separator: ".").last.map(String.init) ?? "",
        expected: "a key of a pay pack")
    }
    try system.check()
    return system
  }

  /// The path of the first key of a text that the system made of it does not have.
  private static func unknownKey(in data: Data, of system: PaySystem) -> String? {
    guard let written = try? JSONDecoder().decode(KeyTree.self, from: data),
      let own = try? JSONEncoder().encode(system),
      let read = try? JSONDecoder().decode(KeyTree.self, from: own)
    else { return nil }
    return written.firstKey(notIn: read)
  }

  /// The pay systems that PeakPlan brings along, by id and then by date.
  public static let bundled: [PaySystem] = {
    let others = bundledTexts.compactMap { try? PaySystem.read(json: $0) }
    let standard = RulePack.bundled.map { PaySystem($0) }
    return (standard + others).sorted { ($0.id, $0.effectiveFrom) < ($1.id, $1.effectiveFrom) }
  }()

  /// The ids of the pay systems that PeakPlan brings along, in alphabetical order.
  public static let bundledIDs = Set(bundled.map(\.id)).sorted()

  /// The versions of the pay system with this id, by date; empty when there is none.
  public static func versions(id: String) -> [PaySystem] { bundled.filter { $0.id == id } }

  /// The texts of the bundled systems; a test reads each of them.
  static let bundledTexts =
    chinaTexts + americaTexts + asiaTexts + [polandText]
}

/// The keys of a JSON text.
private enum KeyTree: Decodable {
  case map([String: KeyTree])
  case list([KeyTree])
  case leaf

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let map = try? container.decode([String: KeyTree].self) {
      self = .map(map)
    } else if let list = try? container.decode([KeyTree].self) {
      self = .list(list)
    } else {
      self = .leaf
    }
  }

  func firstKey(notIn other: KeyTree) -> String? {
    switch (self, other) {
    case (.map(let mine), .map(let theirs)):
      for key in mine.keys.sorted() {
        guard let member = theirs[key] else { return key }
        if let inner = mine[key]?.firstKey(notIn: member) { return "\(key).\(inner)" }
      }
      return nil
    case (.list(let mine), .list(let theirs)):
      for (index, pair) in zip(mine, theirs).enumerated() {
        if let inner = pair.0.firstKey(notIn: pair.1) { return "[\(index)].\(inner)" }
      }
      return nil
    default: return nil
    }
  }
}
