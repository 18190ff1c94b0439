/// What a price is for one of: the billing quantity of a price item.
///
/// Only units that a plan can be made with are cases; every other unit the trade uses is in
/// ``notBuilt``, so that a reader can refuse it by name instead of ignoring it.
public enum PricingUnit: String, Sendable, Hashable, Codable, CaseIterable {
  /// An hour available for contacts or on them: the vendor bears shrinkage.
  case productiveHour = "productive-hour"
  /// An hour logged in or scheduled: the client bears shrinkage.
  case loggedHour = "logged-hour"
  /// A full-time person for a calendar month: the client bears volume and efficiency.
  case fteMonth = "fte-month"
  /// A seat, filled as agreed, for a calendar month: the client bears volume and efficiency.
  case seatMonth = "seat-month"
  /// A minute of handling a contact: the vendor bears occupancy.
  case talkMinute = "talk-minute"
  /// A contact that is handled: the vendor bears occupancy and handle time.
  case contact
  /// A contact that is resolved, and does not come again: the vendor bears its quality too.
  case resolution
  /// A consultation of a shop's customer that is handled: a contact, in the words of shop service.
  case consultation

  /// What a unit is counted by.
  public enum Basis: Sendable, Hashable, CaseIterable {
    /// Hours that are used.
    case hours
    /// Seats while they run, used or not.
    case seats
    /// Contacts that are handled, or minutes of them.
    case contacts
  }

  /// What the unit is counted by.
  public var basis: Basis {
    switch self {
    case .productiveHour, .loggedHour: .hours
    case .fteMonth, .seatMonth: .seats
    case .talkMinute, .contact, .resolution, .consultation: .contacts
    }
  }

  /// Whether the unit is one contact, whatever it is called.
  public var isContact: Bool { basis == .contacts && self != .talkMinute }

  /// The units of hours: those that have day classes, tiers and premiums.
  public static let ofHours = allCases.filter { $0.basis == .hours }

  /// The unit of hours with this name; `nil` for any other.
  public init?(ofHours name: String) {
    guard let unit = Self.ofHours.first(where: { $0.rawValue == name }) else { return nil }
    self = unit
  }

  /// The unit in words, as in "52.00 per productive hour".
  public var name: String {
    switch self {
    case .productiveHour: "productive hour"
    case .loggedHour: "logged hour"
    case .fteMonth: "FTE-month"
    case .seatMonth: "seat-month"
    case .talkMinute: "talk minute"
    case .contact: "contact"
    case .resolution: "resolution"
    case .consultation: "consultation"
    }
  }

  /// Units that contracts use and that plans do not have, in the order of the data model.
  public static let notBuilt = [
    UnbuiltClause(
      key: "training-hour", wording: "training hours are the key training, not the price"),
    UnbuiltClause(
      key: "promotion-seat-day",
      wording: "a plan goes by weeks: divide the price of a promotion's seat by its hours, per "
        + "logged-hour"),
    UnbuiltClause(
      key: "sales-share",
      wording: "a share of sales is the key sales-share, beside a price per consultation"),
    UnbuiltClause(
      key: "base-fee-month", wording: "a fee for each month is the key base-fee, not the price"),
  ]
}

/// A unit or clause that contracts contain and that PeakPlan cannot price yet.
public struct UnbuiltClause: Sendable, Hashable, Codable {
  /// The clause's key in a scenario file.
  public let key: String
  /// What a reader says when it meets the key.
  public let wording: String

  /// The clause `key`, refused with `wording`.
  public init(key: String, wording: String) {
    self.key = key
    self.wording = wording
  }
}

extension ContractTerms {
  /// Clauses of the contract model that plans do not have, in the order of the data model.
  public static let unbuiltClauses = [
    UnbuiltClause(key: "minimum-fte", wording: "a minimum of FTE is the key minimum-seats"),
    UnbuiltClause(
      key: "service-level",
      wording: "an SLA bonus or malus is not in plans, which keep the target or price what is "
        + "missing: it is on the invoice, and in the file of a bid"),
    UnbuiltClause(
      key: "pass-through",
      wording: "costs that are passed on are no part of a price: add them to base-fee"),
    UnbuiltClause(
      key: "payment-terms",
      wording:
        "payment days, discounts and late interest do not change what a plan costs: they are "
        + "on the invoice, and the days in the file of a bid"),
  ]

  /// The wording of every clause that plans do not have, by its key; for look-up only.
  public static let clausesNotBuilt: [String: String] = Dictionary(
    unbuiltClauses.map { ($0.key, $0.wording) }, uniquingKeysWith: { first, _ in first })
}
