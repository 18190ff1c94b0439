public import BusinessCalendar
public import Contracts
public import Scenarios
public import Units

/// Hours of a month that cost more than a larger number of them, because at a tier's limit the price
/// of all of them falls.
public struct HourTierTrap: Sendable, Hashable, Codable {
  /// Above these hours of a month fewer hours cost more.
  public let above: WorkTime
  /// The tier's limit: from here on the price is the lower one.
  public let limit: WorkTime
  /// What as many hours as fit below the limit cost, in minor units.
  public let costBelow: UnitPrice
  /// What the limit's hours cost.
  public let costAtLimit: UnitPrice
}

extension ContractTerms {
  /// Where more hours of a month cost less; none under marginal prices.
  ///
  /// A tier with price q from a hours on, after price p: hours above `a · q ÷ p` and below a cost more
  /// than a of them.
  public var hourTierTraps: [HourTierTrap] {
    guard volumeTiers?.mode == .allUnits else { return [] }
    var traps: [HourTierTrap] = []
    var before = (from: WorkTime.zero, rate: price.rate)
    for tier in tiers {
      let hours = Rational(tier.above.seconds, over: 3600) ?? .zero
      let more = hours * tier.rate.minorUnitsPerUnit
      if tier.rate < before.rate, let equal = more.divided(by: before.rate.minorUnitsPerUnit) {
        let seconds = equal * Rational(3600)
        traps.append(
          HourTierTrap(
            above: max(before.from, WorkTime(seconds: seconds.numerator / seconds.denominator)),
            limit: tier.above,
            costBelow: UnitPrice(
              minorUnitsPerUnit: hours * before.rate.minorUnitsPerUnit),
            costAtLimit: UnitPrice(minorUnitsPerUnit: more)))
      }
      before = (tier.above, tier.rate)
    }
    return traps
  }
}

/// A trap of a bid, and the months of its plan that lie in it.
public struct BidTierTrap: Sendable, Equatable, Codable {
  /// The vendor.
  public let vendor: Vendor.ID
  /// The trap.
  public let trap: HourTierTrap
  /// Months of its plan at the base volume that pay more than the limit's hours would cost.
  public let months: [YearMonth]
}
