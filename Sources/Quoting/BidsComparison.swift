public import CapacityPlanning
public import Scenarios
public import Units

/// How much is needed, beside the scenario's own volume.
public enum BidVolume: String, Sendable, Hashable, Codable, CaseIterable {
  /// The low volume of the round.
  case low
  /// The scenario's own.
  case base
  /// The high volume.
  case high
}

/// What a buyer can choose.
public enum BidOption: Sendable, Hashable, Codable {
  /// Our own people alone.
  case inHouse
  /// One vendor beside them.
  case bid(Vendor.ID)
  /// The best award to vendors together, within the limits.
  case award([Vendor.ID])

  /// The vendors of it.
  public var vendors: [Vendor.ID] {
    switch self {
    case .inHouse: []
    case .bid(let vendor): [vendor]
    case .award(let vendors): vendors
    }
  }
}

/// What one vendor gets and gives in a plan.
public struct BidVendorFigures: Sendable, Equatable, Codable {
  /// The vendor.
  public let vendor: Vendor.ID
  /// Hours that it bills, those of minimums and learning included.
  public let billedTime: WorkTime
  /// Net hours of an experienced agent of ours that its work stands for, without what comes back.
  public let effectiveTime: WorkTime
  /// The most seats of a week.
  public let mostSeats: Headcount
  /// Its invoice by what it is for, in the ledger's order: hours, surcharge, commitment not used,
  /// tiers, set-up, exit; then the bonus and malus to expect.
  public let invoiceParts: [Part]
  /// VAT on the invoice that is not got back.
  public let vat: Money
  /// What the buyer pays beside the invoice.
  public let clientSide: Money
  /// What waiting for the money is worth to the buyer, taken off: negative.
  public let financing: Money
  /// What the service level is to bring; `nil` without bonus and malus.
  public let service: Service?
  /// Hours of each calendar month.
  public let months: [WorkTime]

  /// Bonus and malus to expect of a vendor's share of the contacts.
  public struct Service: Sendable, Hashable, Codable {
    /// The share answered in time to expect.
    public let expected: Share
    /// The share of months and volumes that fall below the target.
    public let malusProbability: Share
    /// The share of them that earn a bonus.
    public let bonusProbability: Share
    /// What is added to the invoices on average, or taken where negative.
    public let amount: Money
  }

  /// A part of an invoice.
  public struct Part: Sendable, Hashable, Codable {
    /// The category of bonus and malus.
    public static let serviceLevel = "service-level"
    /// What it is for: the ledger's category, such as `vendor-commitment`, or `service-level`.
    public let category: String
    /// The money.
    public let amount: Money
  }

  /// The invoice without VAT.
  public var invoice: Money { invoiceParts.map(\.amount).total() }
  /// Everything that the vendor costs.
  public var cost: Money { invoice + vat + clientSide + financing }
  /// Cost per effective handled hour, exact; `nil` where there is none.
  public var costPerEffectiveHour: UnitPrice? { BidFigures.price(cost, per: effectiveTime) }
}

/// What one choice costs and gives under one volume.
public struct BidFigures: Sendable, Equatable, Codable {
  /// Our own people's money: everything that is paid but vendors.
  public let inHouse: Money
  /// The vendors that have work or bill something, in the order of the round.
  public let vendors: [BidVendorFigures]
  /// What is missing, at the scenario's prices: contacts not handled, strength at the end.
  public let missing: Money
  /// Net hours that are needed.
  public let requiredTime: WorkTime
  /// Of them, those that nobody covers.
  public let shortTime: WorkTime
  /// Contacts that nobody handles.
  public let contactsLost: ContactVolume
  /// Net hours of our own people on contacts.
  public let ownTime: WorkTime
  /// Whether a limit of time ended the search for the plan.
  public let isLimitReached: Bool

  /// What is paid.
  public var paid: Money { inHouse + vendors.map(\.cost).total() }
  /// What choices are compared by: what is paid, and what is missing at its price.
  public var total: Money { paid + missing }
  /// The invoices without VAT.
  public var invoice: Money { vendors.map(\.invoice).total() }
  /// What the buyer pays beside the invoices: its own costs and VAT that is not got back, less what
  /// waiting for the money is worth.
  public var clientSide: Money {
    vendors.map { $0.clientSide + $0.vat + $0.financing }.total()
  }
  /// The share of the hours needed that is covered.
  public var covered: Share {
    requiredTime > .zero ? Share(1 - shortTime.hours / requiredTime.hours) : .whole
  }
  /// Effective hours of the vendors.
  public var effectiveTime: WorkTime { vendors.map(\.effectiveTime).total() }
  /// What the vendors cost per effective handled hour; `nil` where they have none.
  public var costPerEffectiveHour: UnitPrice? {
    Self.price(vendors.map(\.cost).total(), per: effectiveTime)
  }
  /// What everything costs per handled hour, ours and the vendors'; `nil` where there is none.
  public var costPerHandledHour: UnitPrice? { Self.price(paid, per: ownTime + effectiveTime) }

  static func price(_ amount: Money, per time: WorkTime) -> UnitPrice? {
    let perHour = Rational(amount.minorUnits) * Rational(3600)
    guard time > .zero else { return nil }
    return perHour.divided(by: Rational(time.seconds)).map(UnitPrice.init(minorUnitsPerUnit:))
  }
}

/// One choice under one volume, beside the others.
public struct BidOutcome: Sendable, Equatable, Codable {
  /// The volume.
  public let volume: BidVolume
  /// What it costs and gives; `nil` where rules contradict each other.
  public let figures: BidFigures?
  /// Its place by total cost among the choices under this volume, from 1; equal totals share it.
  public package(set) var rank: Int?
  /// What it costs more than the best choice under this volume.
  public package(set) var regret: Money?
}

/// One choice under all volumes.
public struct BidRow: Sendable, Equatable, Codable {
  /// The choice.
  public let option: BidOption
  /// What it comes to: low, base, high.
  public package(set) var outcomes: [BidOutcome]

  /// What it comes to under one volume.
  public subscript(volume: BidVolume) -> BidFigures? {
    outcomes.first { $0.volume == volume }?.figures
  }

  /// The most that it costs more than the best choice, whichever volume comes; `nil` where it is
  /// impossible under one of them.
  public var largestRegret: Money? {
    let regrets = outcomes.compactMap(\.regret)
    return regrets.count == outcomes.count ? regrets.max() : nil
  }
}

/// What one clause of a bid costs in the plan with it.
public struct BidClause: Sendable, Equatable, Codable {
  /// The vendor.
  public let vendor: Vendor.ID
  /// What setting the clause aside would save; see ``CapacityPlanning/RulePrice``.
  public let price: RulePrice
}

/// Bids beside each other and beside our own people, each at the cost of the plan made with it.
public struct BidComparison: Sendable, Equatable, Codable {
  /// The round.
  public let round: BidRound
  /// The choices: in house, the bids in their order, the best award of several.
  public let rows: [BidRow]
  /// What the clauses of each bid cost in its own plan at the base volume, dearest first by bid.
  public let clauses: [BidClause]
  /// Prices by volume that make more hours cheaper.
  public let traps: [BidTierTrap]
  /// A contract by volume against one by capacity; `nil` where there are not both, or nobody of ours.
  public let contracts: BidContractChoice?
  /// How many awards to several vendors were tried.
  public let awardsTried: Int
  /// Whether there were more of them than are tried.
  public let areAwardsCut: Bool

  /// The row of a choice.
  public func row(_ option: BidOption) -> BidRow? { rows.first { $0.option == option } }

  /// The choice with the lowest total under a volume; the first of equal ones.
  public func best(at volume: BidVolume) -> BidRow? {
    rows.first { row in row.outcomes.contains { $0.volume == volume && $0.rank == 1 } }
  }

  /// The choice whose largest regret is the smallest; `nil` where none is possible under all volumes.
  public var safest: BidRow? {
    rows.filter { $0.largestRegret != nil }
      .min { ($0.largestRegret ?? .zero) < ($1.largestRegret ?? .zero) }
  }
}
