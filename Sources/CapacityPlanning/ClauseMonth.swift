public import Units

/// What a price by contacts bills in a calendar month, in the unit of the price.
public struct ContactMonth: Sendable, Equatable, Codable {
  /// What is handled and billed of the month.
  public let billed: Double
  /// What is committed for the days of the month that lie in the horizon; 0 when not active.
  public let committed: Double

  /// A month in which so much is billed.
  public init(billed: Double, committed: Double) {
    self.billed = billed
    self.committed = committed
  }
}

/// What a calendar month's usage costs where so much has to be spent at least.
public struct SpendMonth: Sendable, Equatable, Codable {
  /// What the usage of the month costs, surcharges, tiers and base fee included.
  public let spent: Money
  /// The least for the days of the month that lie in the horizon; 0 when not active.
  public let committed: Money

  /// A month in which so much is spent.
  public init(spent: Money, committed: Money) {
    self.spent = spent
    self.committed = committed
  }

  /// What is missing, and due.
  public var missing: Money { max(.zero, committed - spent) }
}

/// What a contract's further clauses make of a calendar month.
public struct ClauseMonth: Sendable, Equatable, Codable {
  /// Whether the contract has ended with the month before, so that the cost of ending falls due.
  public let isEnded: Bool
  /// Hours of the month in each tier of the price, lowest first; those below the first tier are in
  /// none.
  public let inTiers: [WorkTime]
  /// Contacts of the month in each tier, where the price is for them; `nil` where it is by the hour.
  public let contactsInTiers: [Double]?

  /// A month of a contract.
  public init(isEnded: Bool, inTiers: [WorkTime], contactsInTiers: [Double]? = nil) {
    self.isEnded = isEnded
    self.inTiers = inTiers
    self.contactsInTiers = contactsInTiers
  }
}
