public import Units

/// What a whole rule costs over its weeks: what setting it aside would save.
public struct RulePrice: Sendable, Equatable, Codable {
  /// The rule.
  public let rule: CapacityRule
  /// What is saved with the plan's other whole decisions held; those of the rule's own group or
  /// vendor may change.
  public let saved: Money
  /// What is saved when everything is decided anew; `nil` where that was not asked. Below the other
  /// by no more than the gap of the two plans.
  public let savedInFull: Money?
  /// The weeks in which it binds, by their place in the plan: those in which its rows have a price,
  /// and where it has no rows those in which hours are given otherwise without it.
  public let weeks: [Int]

  /// A price.
  public init(rule: CapacityRule, saved: Money, savedInFull: Money?, weeks: [Int]) {
    self.rule = rule
    self.saved = saved
    self.savedInFull = savedInFull
    self.weeks = weeks
  }
}

/// What one more unit of a limit is worth, by its price and by trying.
public struct LimitValue: Sendable, Equatable, Codable {
  /// The limit with its shadow price and its sentence.
  public let limit: BindingConstraint
  /// What is saved when the limit is one unit wider and the program is solved again, the plan's whole
  /// decisions held; one more trainer has one more class. Where several limits bind together the
  /// shadow price promises more than one of them alone can give.
  public let saved: Money

  /// A value.
  public init(limit: BindingConstraint, saved: Money) {
    self.limit = limit
    self.saved = saved
  }
}
