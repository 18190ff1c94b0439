/// By what a ledger is grouped.
public enum CostDimension: String, Sendable, Hashable, Codable, CaseIterable {
  /// What is paid for; see ``CostKind``.
  case kind
  /// The plan's weeks.
  case week
  /// Calendar months, each day in its own.
  case month
  /// The queues whose work it is.
  case queue
  /// The sites of our own people.
  case site
  /// Staff groups and vendors.
  case group
  /// The events whose contacts it is for.
  case event
}

/// What a part of a ledger pays for: the category of its line, or the ramp of people who are not yet
/// at full speed, which is a part of regular pay.
public enum CostKind: Sendable, Hashable {
  /// A category of the plan's ledger.
  case category(CostCategory)
  /// Regular pay of people past training for the output that they do not have yet.
  case idleRamp

  /// The kinds in their order.
  public static let all: [CostKind] = CostCategory.allCases.flatMap { category in
    category == .regularPay
      ? [CostKind.category(category), .idleRamp] : [CostKind.category(category)]
  }

  /// The key: the category's, or `idle-ramp`.
  public var key: String {
    switch self {
    case .category(let category): category.rawValue
    case .idleRamp: "idle-ramp"
    }
  }

  /// The kind with this key.
  public init?(key: String) {
    guard let kind = CostKind.all.first(where: { $0.key == key }) else { return nil }
    self = kind
  }
}

/// One key of a grouping, and its weight in a part of the ledger.
struct CostShare: Sendable, Equatable {
  let key: String
  let weight: Double
}
