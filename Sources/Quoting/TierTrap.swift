public import Contracts
public import Units

/// Contacts that cost more than a larger number of them, because at a band's edge the price of all of
/// them falls.
public struct TierTrap: Sendable, Hashable, Codable {
  /// The fewest contacts that cost more than ``cheaper``.
  public let from: Int64
  /// The most: the last of the band.
  public let through: Int64
  /// The first contact of the next band.
  public let cheaper: Int64
  /// What ``through`` contacts cost, in minor units.
  public let cost: UnitPrice
  /// What ``cheaper`` contacts cost.
  public let costOfMore: UnitPrice
}

extension ContactTiers {
  /// Where more contacts cost less; none under marginal prices.
  public var traps: [TierTrap] {
    guard mode == .allUnits else { return [] }
    return zip(bands, bands.dropFirst()).compactMap { band, next in
      guard let last = band.to else { return nil }
      let rate = band.rate.minorUnitsPerUnit
      let more = Rational(next.from) * next.rate.minorUnitsPerUnit
      guard Rational(last) * rate > more, let equal = more.divided(by: rate) else { return nil }
      let first = equal.numerator / equal.denominator + 1
      return TierTrap(
        from: max(first, band.from), through: last, cheaper: next.from,
        cost: UnitPrice(minorUnitsPerUnit: Rational(last) * rate),
        costOfMore: UnitPrice(minorUnitsPerUnit: more))
    }
  }
}
