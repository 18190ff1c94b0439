public import BusinessCalendar
public import Contracts
public import Scenarios
public import Units

/// Hours, or contacts, of a month that cost more than a larger number of them, because at a tier's limit
/// the price of all of them falls.
public struct VolumeTrap: Sendable, Hashable, Codable {
  /// What is counted.
  public let unit: PricingUnit
  /// Above so many of a month fewer cost more.
  public let above: Rational
  /// The tier's limit: from here on the price is the lower one.
  public let limit: Rational
  /// What as many as fit below the limit cost, in minor units.
  public let costBelow: UnitPrice
  /// What the limit's cost.
  public let costAtLimit: UnitPrice
}

extension ContractTerms {
  /// Where more of a month cost less; none under marginal prices.
  ///
  /// A tier with price q from a on, after price p: more than `a · q ÷ p` and fewer than a cost more
  /// than a of them. The lower end is rounded down to whole seconds of hours, or whole contacts.
  public var volumeTraps: [VolumeTrap] {
    guard volumeTiers?.mode == .allUnits else { return [] }
    var traps: [VolumeTrap] = []
    var before = (from: Rational.zero, rate: price.rate)
    for tier in tiers {
      let limit = tier.aboveCount ?? Rational(tier.above.seconds, over: 3600) ?? .zero
      let more = limit * tier.rate.minorUnitsPerUnit
      if tier.rate < before.rate, let equal = more.divided(by: before.rate.minorUnitsPerUnit) {
        let grain = Rational(tier.aboveCount == nil ? 3600 : 1)
        let whole = equal * grain
        let least = Rational(whole.numerator / whole.denominator).divided(by: grain) ?? equal
        traps.append(
          VolumeTrap(
            unit: price.unit, above: max(before.from, least), limit: limit,
            costBelow: UnitPrice(minorUnitsPerUnit: limit * before.rate.minorUnitsPerUnit),
            costAtLimit: UnitPrice(minorUnitsPerUnit: more)))
      }
      before = (limit, tier.rate)
    }
    return traps
  }
}

/// A trap of a bid, and the months of its plan that lie in it.
public struct BidTierTrap: Sendable, Equatable, Codable {
  /// The vendor.
  public let vendor: Vendor.ID
  /// The trap.
  public let trap: VolumeTrap
  /// Months of its plan at the base volume that pay more than the limit itself would cost.
  public let months: [YearMonth]
}
