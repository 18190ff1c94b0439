public import Scenarios
public import Units

/// A plan that keeps the planner's pins, and what they cost.
public struct PinnedPlan: Sendable, Equatable, Codable {
  /// What one pin costs.
  public struct Price: Sendable, Equatable, Codable {
    /// The pin.
    public let pin: PlanPin
    /// What the plan would cost less without it, the other pins and the other whole decisions held.
    public let cost: Money

    /// A price.
    public init(pin: PlanPin, cost: Money) {
      self.pin = pin
      self.cost = cost
    }
  }

  /// The plan.
  public let plan: CapacityPlan
  /// The pins in their order, each with its price.
  public let prices: [Price]
  /// What the plan costs, shortage and end strength at their prices included.
  public let cost: Money
  /// What the plan without pins costs.
  public let freeCost: Money
  /// Whether everything else was decided anew; else the other classes and contracts are those of the
  /// plan without pins, as far as the pins leave them possible.
  public let isAnew: Bool

  /// A pinned plan.
  public init(plan: CapacityPlan, prices: [Price], cost: Money, freeCost: Money, isAnew: Bool) {
    self.plan = plan
    self.prices = prices
    self.cost = cost
    self.freeCost = freeCost
    self.isAnew = isAnew
  }

  /// What the pins cost together.
  public var price: Money { cost - freeCost }
}
