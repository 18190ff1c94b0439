public import CapacityPlanning
public import Costing
public import Staffing

/// The words for keys that an explanation needs; a report's table of strings has them.
public protocol ExplanationWords: Sendable {
  /// What a ledger line pays for.
  func name(of category: CostCategory) -> String
  /// What decided a requirement.
  func name(of driver: QueueRequirement.Driver) -> String
  /// A kind of day.
  func name(of bucket: DayBucket) -> String
}

/// Keys with spaces in the place of dashes: what is left where no table of words is at hand.
public struct PlainWords: ExplanationWords {
  /// The words.
  public init() {}

  /// `regular pay`.
  public func name(of category: CostCategory) -> String { spaced(category.rawValue) }
  /// `service level`.
  public func name(of driver: QueueRequirement.Driver) -> String { spaced(driver.rawValue) }
  /// `statutory holiday`.
  public func name(of bucket: DayBucket) -> String { spaced(bucket.rawValue) }

  private func spaced(_ key: String) -> String {
    String(key.map { $0 == "-" ? " " : $0 })
  }
}
