public import BusinessCalendar
public import Contracts
public import Units

/// What an outsourcer adds to its plan for a client to make a bid of it: `quote` in scenario files.
///
/// Shares are fractions. Amounts are in the scenario's currency, without VAT.
public struct BidTerms: Sendable, Hashable, Codable {
  /// Who asked.
  public var client: String
  /// Who offers.
  public var vendor: String
  /// The first day on which the client wants all of its contacts handled.
  public var goLive: LocalDate
  /// The last day on which the bid can be accepted.
  public var validUntil: LocalDate
  /// Overhead, of all costs before it.
  public var overhead: Rational
  /// Profit, of the price.
  public var margin: Rational
  /// What is added for risk, of the price; with the margin below 1.
  public var risk: Rational
  /// Days until the client pays.
  public var paymentDays: Int
  /// Interest a year on what the client owes.
  public var financeRate: Rational
  /// The VAT on the prices.
  public var vat: Rational
  /// A seat a month: rent, machines, lines.
  public var seatMonth: Money
  /// Agents that share seats over their shifts: so many agents for so many seats.
  public var seatSharing: SeatSharing
  /// Tools of an agent a month.
  public var toolsMonth: Money
  /// What is paid once for setting up.
  public var setupFee: Money
  /// The share of the planned quantity that is billed in any case; 0 for none.
  public var minimum: Rational
  /// Prices of what comes above some share of the planned quantity, lowest first.
  public var tiers: [BidTier]
  /// Whether a tier's price is for what is above its limit, or for all.
  public var tierMode: VolumeTiers.Mode
  /// What surcharges are a factor on.
  public var surchargeBasis: SurchargeBasis
  /// What an hour at night costs on top, of the surcharges' basis; `nil` for nothing.
  public var nightPremium: Rational?
  /// Bonus and malus by the share answered in time, of the month's price; `nil` for none.
  public var serviceLevel: ServiceLevels?
  /// How far above the plan a month's volume may be for its service to count.
  public var volumeBand: Rational
  /// How far a month's volume is from its forecast: a coefficient of variation.
  public var forecastError: Rational
  /// What a change of a script costs that the client asks for; `nil` where it is free.
  public var scriptChange: Money?
  /// The licence under which the vendor works; `nil` where nothing is said.
  public var licence: String?
  /// How personal data is kept; `nil` where nothing is said.
  public var personalData: String?
  /// What the bid covers, sentence by sentence.
  public var scope: [String]
  /// What it does not cover beside the usual.
  public var exclusions: [String]
  /// Whether the client may see the costs.
  public var isOpenBook: Bool
  /// By how much assumptions are changed to see what is left of the margin.
  public var stress: BidStress

  /// The terms of `vendor` for `client` from `goLive` on; everything else costs nothing.
  public init(client: String, vendor: String, goLive: LocalDate, validUntil: LocalDate) {
    (self.client, self.vendor, self.goLive) = (client, vendor, goLive)
    self.validUntil = validUntil
    (overhead, margin, risk, financeRate, vat) = (.zero, .zero, .zero, .zero, .zero)
    (paymentDays, seatMonth, toolsMonth, setupFee) = (0, .zero, .zero, .zero)
    (seatSharing, minimum, tiers, tierMode) = (SeatSharing(1, per: 1), .zero, [], .marginal)
    (surchargeBasis, nightPremium, serviceLevel) = (.fullPrice, nil, nil)
    volumeBand = Rational(1, over: 10) ?? .zero
    (forecastError, scriptChange, licence, personalData) = (.zero, nil, nil, nil)
    (scope, exclusions, isOpenBook, stress) = ([], [], false, BidStress())
  }
}

/// So many agents for so many seats.
public struct SeatSharing: Sendable, Hashable, Codable {
  /// Agents.
  public let agents: Int
  /// Seats that they share.
  public let seats: Int

  /// `agents` for each `seats`; both are at least 1.
  public init(_ agents: Int, per seats: Int) {
    (self.agents, self.seats) = (max(1, agents), max(1, seats))
  }

  /// The seats of one agent.
  public var seatsPerAgent: Rational { Rational(Int64(seats), over: Int64(agents)) ?? .one }
}

/// A lower price of a bid from some volume on.
public struct BidTier: Sendable, Hashable, Codable {
  /// The share of the planned quantity above which it holds; above 0.
  public var above: Rational
  /// What is taken off the price; `nil` for what larger volumes save at the same margin.
  public var discount: Rational?

  /// `discount` above `above` of the planned quantity.
  public init(above: Rational, discount: Rational? = nil) {
    (self.above, self.discount) = (above, discount)
  }
}

/// What a surcharge for overtime or a holiday multiplies.
public enum SurchargeBasis: String, Sendable, Hashable, Codable, CaseIterable {
  /// The whole price of the hour.
  case fullPrice = "full-price"
  /// The part of it that is wages.
  case wageShare = "wage-share"
}

/// By how much the assumptions of a bid are changed to see what is left of its margin.
public struct BidStress: Sendable, Hashable, Codable {
  /// Points of shrinkage more.
  public var shrinkage = Rational(3, over: 100) ?? .zero
  /// Points of occupancy less.
  public var occupancy = Rational(5, over: 100) ?? .zero
  /// More attrition, of what is planned.
  public var attrition = Rational(1, over: 2) ?? .zero
  /// More and less volume.
  public var volume = Rational(1, over: 5) ?? .zero
  /// Longer contacts.
  public var handleTime = Rational(1, over: 10) ?? .zero
  /// Weeks by which every class comes later.
  public var rampDelayWeeks = 4

  /// The usual changes.
  public init() {}
}
