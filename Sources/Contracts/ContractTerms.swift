public import Units

/// The price of one billing unit.
public struct PriceItem: Sendable, Hashable, Codable {
  /// What is billed.
  public let unit: PricingUnit
  /// The price of one unit, without VAT.
  public let rate: UnitPrice

  /// `rate` for each `unit`.
  public init(unit: PricingUnit, rate: UnitPrice) {
    self.unit = unit
    self.rate = rate
  }
}

/// Hours, contacts or money a month that are paid whether used or not (take-or-pay).
///
/// Every hour used counts, whatever its class; what is missing is billed at the plain price times
/// ``shortfallShare``.
public struct Commitment: Sendable, Hashable, Codable {
  /// The unit that is committed to; it must have a price.
  public let unit: PricingUnit
  /// The committed hours of a calendar month; zero where contacts are committed.
  public let timePerMonth: WorkTime
  /// The committed contacts, minutes or resolutions of a calendar month; `nil` where hours are.
  public let countPerMonth: Rational?
  /// What the usage of a calendar month costs at least; `nil` where hours or contacts are committed.
  public let spendPerMonth: Money?
  /// The part of the price that is due for an hour not used: 1 is all of it.
  public let shortfallShare: Rational

  /// A commitment to `timePerMonth` of `unit` in each calendar month.
  public init(
    unit: PricingUnit, timePerMonth: WorkTime, shortfallShare: Rational = .one
  ) {
    self.unit = unit
    self.timePerMonth = timePerMonth
    self.countPerMonth = nil
    self.spendPerMonth = nil
    self.shortfallShare = shortfallShare
  }

  /// A commitment to `countPerMonth` of a `unit` that is no hour in each calendar month.
  public init(
    unit: PricingUnit, countPerMonth: Rational, shortfallShare: Rational = .one
  ) {
    self.unit = unit
    self.timePerMonth = .zero
    self.countPerMonth = countPerMonth
    self.spendPerMonth = nil
    self.shortfallShare = shortfallShare
  }

  /// A commitment to spend so much in each calendar month, whatever of `unit` is used.
  public init(unit: PricingUnit, spendPerMonth: Money) {
    self.unit = unit
    self.timePerMonth = .zero
    self.countPerMonth = nil
    self.spendPerMonth = spendPerMonth
    self.shortfallShare = .one
  }

  /// What is committed for a calendar month, in hours, in what the unit counts, or in minor units.
  public var quantityPerMonth: Double {
    spendPerMonth?.approximateMinorUnits ?? countPerMonth?.doubleValue ?? timePerMonth.hours
  }
}

/// A one-off fee, paid in equal parts with the first invoices.
public struct SetupFee: Sendable, Hashable, Codable {
  /// The whole fee, without VAT.
  public let fee: Money
  /// The number of monthly invoices that carry a part; at least 1.
  public let instalments: Int

  /// `fee` in `instalments` parts.
  public init(_ fee: Money, instalments: Int = 1) {
    self.fee = fee
    self.instalments = instalments
  }
}

/// Training that is billed for each seat that is added.
public struct SeatTraining: Sendable, Hashable, Codable {
  /// The price of an hour of training, without VAT.
  public let rate: UnitPrice
  /// The hours of a seat.
  public let time: WorkTime

  /// `time` at `rate` for each seat that is added.
  public init(rate: UnitPrice, time: WorkTime) {
    self.rate = rate
    self.time = time
  }

  /// What a seat costs.
  public var perSeat: UnitPrice {
    rate * Multiplier(Rational(time.seconds, over: 3600) ?? .zero)
  }
}

/// What was agreed with a vendor about money: the clauses that invoices are computed from.
///
/// Amounts are in the scenario's one currency and without VAT. Only clauses that are built can be
/// represented; the others are listed in ``unbuiltClauses`` and ``PricingUnit/notBuilt``.
public struct ContractTerms: Sendable, Hashable, Codable {
  /// The main price: the one a program plans with.
  public package(set) var price: PriceItem
  /// Prices of further units, at most one for each.
  public package(set) var furtherPrices: [PriceItem]
  /// The agreed surcharges, at most one for each condition. A condition without one is no class of
  /// its own in this contract: its hours are normal hours.
  public package(set) var surcharges: [Surcharge]
  /// The hours to be paid in any case, if any.
  public package(set) var commitment: Commitment?
  /// The set-up fee, if any.
  public package(set) var setup: SetupFee?
  /// The VAT on the net sum; 0.06 is 6 %.
  public package(set) var vatRate: Rational
  /// Prices by the volume of a month; `nil` for one price. ``tiers`` has them in order.
  public package(set) var volumeTiers: VolumeTiers?
  /// Of the contacts handled the share that is billed: those that are resolved, or that do not come
  /// again; `nil` for all. Of a price by contacts only.
  public package(set) var billedShare: Rational?
  /// A fee for each calendar month in which the contract runs, whatever is used, without VAT.
  public package(set) var baseFee: Money?
  /// The training that is billed for each seat that is added, if any.
  public package(set) var training: SeatTraining?
  /// The baseline of contacts that ``price``, ``volumeTiers`` and ``baseFee`` stand for, if any.
  public package(set) var baseline: BaselinePrice?

  /// Terms with the given clauses; see ``problems`` for what makes them contradict each other.
  public init(
    price: PriceItem, furtherPrices: [PriceItem] = [], surcharges: [Surcharge] = [],
    commitment: Commitment? = nil, setup: SetupFee? = nil, vatRate: Rational = .zero,
    volumeTiers: VolumeTiers? = nil, billedShare: Rational? = nil, baseFee: Money? = nil,
    training: SeatTraining? = nil, baseline: BaselinePrice? = nil
  ) {
    self.price = price
    self.furtherPrices = furtherPrices
    self.surcharges = surcharges
    self.commitment = commitment
    self.setup = setup
    self.vatRate = vatRate
    self.volumeTiers = volumeTiers
    self.billedShare = billedShare
    self.baseFee = baseFee
    self.training = training
    self.baseline = baseline
  }

  /// All prices, the main one first.
  public var priceItems: [PriceItem] { [price] + furtherPrices }
}

extension ContractTerms {
  /// The price of one `unit`, or `nil` when none was agreed.
  public func rate(per unit: PricingUnit) -> UnitPrice? {
    priceItems.first { $0.unit == unit }?.rate
  }

  /// The factor on the price of hours of this class: 1 for normal hours, `nil` when no surcharge
  /// was agreed for the class.
  public func factor(for dayClass: DayClass) -> Multiplier? {
    dayClass == .normal
      ? .single : surcharges.first { $0.condition.dayClass == dayClass }?.factor
  }

  /// The class in which an hour of the given nature is billed: its own when a surcharge was agreed
  /// for it, else normal.
  public func billedClass(of dayClass: DayClass) -> DayClass {
    factor(for: dayClass) == nil ? .normal : dayClass
  }

  /// What one more main-price unit of the given nature costs once the commitment is used up and below
  /// the first of the ``tiers``: of an hour, or of what else the main price is for.
  public func marginalRate(on dayClass: DayClass) -> HourlyRate {
    HourlyRate(perHour: price.rate * (factor(for: dayClass) ?? .single))
  }

  /// What one hour or other unit of the commitment costs when it is not used: the plain price times the
  /// shortfall share. Zero without a commitment.
  ///
  /// For a linear program: the month's bill is `Σ marginalRate × hours + shortfallRate × shortfall`
  /// with `shortfall ≥ committed − Σ hours` and `shortfall ≥ 0`.
  public var shortfallRate: HourlyRate {
    guard let commitment, let rate = rate(per: commitment.unit) else {
      return HourlyRate(perHour: .zero)
    }
    return HourlyRate(perHour: rate * Multiplier(commitment.shortfallShare))
  }
}
