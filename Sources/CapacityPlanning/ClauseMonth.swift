public import Units

/// What a contract's further clauses make of a calendar month.
public struct ClauseMonth: Sendable, Equatable, Codable {
  /// Whether the contract has ended with the month before, so that the cost of ending falls due.
  public let isEnded: Bool
  /// Hours of the month in each tier of the price, lowest first; those below the first tier are in
  /// none.
  public let inTiers: [WorkTime]

  /// A month of a contract.
  public init(isEnded: Bool, inTiers: [WorkTime]) {
    self.isEnded = isEnded
    self.inTiers = inTiers
  }
}
