public import Units

/// Hours of a month that are paid in any case (take-or-pay); every hour used counts, whatever its
/// class.
public struct HourCommitment: Sendable, Hashable, Codable {
  /// The unit that is committed to; it must have a price.
  public var unit: PricingUnit
  /// The committed hours of a month.
  public var hours: Rational
  /// The part of the price that is due for an hour not used.
  public var shortfallShare: Rational

  /// `hours` of `unit` in each month.
  public init(unit: PricingUnit, hours: Rational, shortfallShare: Rational = .one) {
    (self.unit, self.hours, self.shortfallShare) = (unit, hours, shortfallShare)
  }
}

/// Contacts of a month that are paid in any case, repeated ones counted.
public struct ContactCommitment: Sendable, Hashable, Codable {
  /// The committed contacts of a month.
  public var contacts: Rational
  /// What a missing contact costs; not indexed.
  public var rate: UnitPrice

  /// `contacts` in each month, `rate` for each that is missing.
  public init(contacts: Rational, rate: UnitPrice) { (self.contacts, self.rate) = (contacts, rate) }
}

/// What training hours cost, by their cause.
public struct TrainingPrice: Sendable, Hashable, Codable {
  /// The price of an hour.
  public var rate: UnitPrice
  /// Whether training for people who replace leavers is paid.
  public var billsReplacement: Bool

  /// `rate` for an hour of training for growth and new content, and for replacement if agreed.
  public init(rate: UnitPrice, billsReplacement: Bool = false) {
    (self.rate, self.billsReplacement) = (rate, billsReplacement)
  }
}

/// Fines of a platform, such as for late replies, that the vendor bears.
public struct FinesPassedOn: Sendable, Hashable, Codable {
  /// The part that the vendor bears; 1 is all of it.
  public var share: Rational
  /// The most of a month; `nil` for no limit.
  public var cap: Money?

  /// `share` of the fines, `cap` a month at most.
  public init(share: Rational = .one, cap: Money? = nil) { (self.share, self.cap) = (share, cap) }
}

/// A share of a change in the exchange rate beyond a band.
///
/// With `m = current ÷ base − 1` and `|m| > band`, the invoice so far is changed by
/// `(|m| − band) × client's share`, up or down with `m`, or against it.
public struct ExchangeRateClause: Sendable, Hashable, Codable {
  /// Which way the bill goes.
  public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    /// With the rate.
    case positive
    /// Against the rate: a weaker currency of the vendor's costs lowers the bill.
    case negative = "neg"
  }

  /// The vendor's currency for one unit of the invoice's when the prices were agreed; above 0.
  public var base: Rational
  /// The change that nobody pays for; 0.03 is 3 %.
  public var band: Rational
  /// The part of the change beyond the band that the client bears or has.
  public var clientShare: Rational
  /// Which way the bill goes.
  public var direction: Direction

  /// A clause against `base`.
  public init(
    base: Rational, band: Rational = .zero, clientShare: Rational = .one,
    direction: Direction = .positive
  ) {
    (self.base, self.band) = (base, band)
    (self.clientShare, self.direction) = (clientShare, direction)
  }
}
