public import Units

/// Prices follow an index: each indexed price is `round(price × I, 4)` with
/// `I = 1 + clamp(share × (current ÷ base − 1), ±cap)`; prices of bands are not rounded.
///
/// Indexed are the base fee and the prices of full-time people, seats, hours, minutes, contacts,
/// consultations and promotion seats; surcharges and premiums are factors on them. Baseline charges
/// for more or fewer contacts, ramp, training, set-up and committed contacts are not indexed.
public struct Indexation: Sendable, Hashable, Codable {
  /// The index when the prices were agreed; above 0.
  public var base: Rational
  /// The part of its change that prices follow; 1 is all of it.
  public var share: Rational
  /// The most that prices change, up or down; 0.05 is 5 %.
  public var cap: Rational

  /// Prices follow `share` of the change against `base`, by `cap` at most.
  public init(base: Rational, share: Rational = .one, cap: Rational = .one) {
    (self.base, self.share, self.cap) = (base, share, cap)
  }
}

/// The price of a full-time person for a month.
public struct FullTimePrice: Sendable, Hashable, Codable {
  /// The price of a month.
  public var rate: UnitPrice
  /// The days of a month that are paid, such as 21.75: the bill is days present over these. `nil`
  /// where the months themselves are counted.
  public var payableDays: Rational?

  /// `rate` for a month, by days present where `payableDays` is given.
  public init(rate: UnitPrice, payableDays: Rational? = nil) {
    (self.rate, self.payableDays) = (rate, payableDays)
  }
}

/// What hours of a kind cost on top of the price.
public struct Premium: Sendable, Hashable, Codable {
  /// The kind, such as `night` or `lang-ja`.
  public var name: String
  /// The part of the price that is added; 0.15 is 15 %.
  public var share: Rational

  /// `share` of the price on top for hours of kind `name`.
  public init(_ name: String, share: Rational) { (self.name, self.share) = (name, share) }
}

/// What premiums are a share of.
public enum PremiumStacking: String, Sendable, Hashable, Codable, CaseIterable {
  /// The plain price, also on holidays.
  case add
  /// The price with the surcharge of the hour's class.
  case multiply
}

/// The price of a minute of talk, rounded up call by call.
public struct TalkPrice: Sendable, Hashable, Codable {
  /// The price of a minute.
  public var rate: UnitPrice
  /// Each call is rounded up to a multiple of so many seconds; above 0.
  public var roundedTo: Rational
  /// Each call counts so many seconds at least.
  public var minimum: Rational

  /// `rate` a minute, each call rounded up to `roundedTo` seconds, `minimum` seconds at least.
  public init(rate: UnitPrice, roundedTo: Rational = .one, minimum: Rational = .zero) {
    (self.rate, self.roundedTo, self.minimum) = (rate, roundedTo, minimum)
  }
}

/// The price of contacts of a month from one number to another.
public struct ContactBand: Sendable, Hashable, Codable {
  /// The first contact.
  public var from: Int64
  /// The last contact; `nil` for no end.
  public var to: Int64?
  /// The price of a contact.
  public var rate: UnitPrice

  /// `rate` from contact `from` to contact `to`.
  public init(from: Int64, to: Int64?, rate: UnitPrice) {
    (self.from, self.to, self.rate) = (from, to, rate)
  }

  /// The band as `2101-3200`, or `3201-` without an end.
  public var label: String { "\(from)-\(to.map { "\($0)" } ?? "")" }
}

/// Prices of contacts by the contacts of a month.
public struct ContactTiers: Sendable, Hashable, Codable {
  /// Whether each contact has its own band's price, or all have that of the band the month reaches.
  public var mode: VolumeTiers.Mode
  /// The bands, lowest first, without gaps.
  public var bands: [ContactBand]

  /// `bands`, each for its own contacts or for all of them.
  public init(_ bands: [ContactBand], mode: VolumeTiers.Mode) {
    (self.mode, self.bands) = (mode, bands.sorted { $0.from < $1.from })
  }
}

/// Contacts are billed against a forecast that was locked before the month.
public struct ForecastLock: Sendable, Hashable, Codable {
  /// The share of the locked forecast that is paid in any case; `nil` for none.
  public var floor: Rational?
  /// The share of the locked forecast above which contacts cost more; `nil` for no limit.
  public var cap: Rational?
  /// The factor on the price of contacts above the cap.
  public var overFactor: Rational
  /// The part of the price that is due for a contact missing to the floor.
  public var shortfallShare: Rational

  /// A lock with a band from `floor` to `cap` of the forecast.
  public init(
    floor: Rational?, cap: Rational?, overFactor: Rational = .one,
    shortfallShare: Rational = .one
  ) {
    (self.floor, self.cap) = (floor, cap)
    (self.overFactor, self.shortfallShare) = (overFactor, shortfallShare)
  }
}

/// A baseline of contacts at their price, with charges for more and credits for fewer
/// (additional and reduced resource charges).
public struct VolumeBaseline: Sendable, Hashable, Codable {
  /// The contacts of the baseline.
  public var contacts: Rational
  /// The share of the baseline, up and down, within which nothing changes.
  public var deadband: Rational
  /// What a contact above costs (ARC); `nil` where none was agreed.
  public var additionalCharge: UnitPrice?
  /// What is credited for a contact below (RRC); `nil` where none was agreed.
  public var reducedCredit: UnitPrice?

  /// A baseline of `contacts`.
  public init(
    contacts: Rational, deadband: Rational = .zero, additionalCharge: UnitPrice?,
    reducedCredit: UnitPrice?
  ) {
    (self.contacts, self.deadband) = (contacts, deadband)
    (self.additionalCharge, self.reducedCredit) = (additionalCharge, reducedCredit)
  }
}

/// The share of sales that consultations brought about; what customers return is taken back.
public struct SalesShare: Sendable, Hashable, Codable {
  /// The share of attributed sales; 0.02 is 2 %.
  public var share: Rational
  /// The part of that share which is paid back on refunded sales; 1 is all of it.
  public var clawback: Rational

  /// `share` of attributed sales, of which `clawback` is paid back on refunds.
  public init(share: Rational, clawback: Rational = .one) {
    (self.share, self.clawback) = (share, clawback)
  }
}
