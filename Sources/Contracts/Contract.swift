public import Units

/// Everything about money that a client and a vendor agreed, as data: what invoices are computed from.
///
/// Amounts are without VAT unless ``pricesIncludeVAT``. A clause that is `nil` or empty was not
/// agreed. ``ContractTerms`` are the part of a contract by the hour that a capacity plan chooses
/// with; ``init(_:)-(ContractTerms)`` makes a contract of them.
public struct Contract: Sendable, Hashable, Codable {
  /// The currency of all amounts; `nil` for one with two digits after the point.
  public var currency: Currency?
  /// How prices follow an index.
  public var index: Indexation?
  /// A fee for each month, whatever is used.
  public var baseFee: UnitPrice?
  /// The price of a full-time person for a month.
  public var fullTime: FullTimePrice?
  /// The price of a seat for a month.
  public var seatMonth: UnitPrice?
  /// Prices of hours, at most one for each unit.
  public var hourPrices: [PriceItem] = []
  /// Prices of the first unit of ``hourPrices`` by the hours of a month.
  public var hourTiers: VolumeTiers?
  /// Factors on the price of hours under a condition.
  public var surcharges: [Surcharge] = []
  /// What hours of a kind cost on top, such as nights or a language.
  public var premiums: [Premium] = []
  /// Whether premiums are added to the plain price, or to the one with its surcharge.
  public var stacking = PremiumStacking.add
  /// The price of a minute of talk.
  public var talk: TalkPrice?
  /// The price of a contact.
  public var contact: UnitPrice?
  /// Prices of contacts by the contacts of a month.
  public var contactTiers: ContactTiers?
  /// What a locked forecast changes about the price of contacts.
  public var forecastLock: ForecastLock?
  /// What a baseline of contacts changes about their price.
  public var baseline: VolumeBaseline?
  /// The share of sales that consultations brought about.
  public var salesShare: SalesShare?
  /// The price of a consultation in a shop.
  public var consultation: UnitPrice?
  /// The price of a seat for a day of a promotion.
  public var promotionSeatDay: UnitPrice?
  /// Hours that are paid in any case.
  public var hourCommitment: HourCommitment?
  /// Contacts that are paid in any case.
  public var contactCommitment: ContactCommitment?
  /// What a month's usage costs at least.
  public var minimumSpend: Money?
  /// The price of an hour of people who still learn, before their week's share of it.
  public var rampHour: UnitPrice?
  /// What training hours cost.
  public var training: TrainingPrice?
  /// The set-up fee.
  public var setup: SetupFee?
  /// Bonus and malus by measures of service.
  public var serviceLevels: ServiceLevels?
  /// Fines of a platform that the vendor bears.
  public var finesPassedOn: FinesPassedOn?
  /// What a change of the exchange rate changes.
  public var exchangeRate: ExchangeRateClause?
  /// The VAT rate; 0.06 is 6 %.
  public var vatRate: Rational = .zero
  /// Whether all prices and amounts contain the VAT.
  public var pricesIncludeVAT = false
  /// When an invoice is paid, and what earlier or later payment changes.
  public var payment: PaymentTerms?

  /// A contract without any clause.
  public init() {}

  /// The contract that says what `terms` say.
  public init(_ terms: ContractTerms) {
    for item in terms.priceItems {
      switch item.unit {
      case .productiveHour, .loggedHour: hourPrices.append(item)
      case .fteMonth: fullTime = FullTimePrice(rate: item.rate)
      case .seatMonth: seatMonth = item.rate
      case .talkMinute: talk = TalkPrice(rate: item.rate)
      case .contact, .resolution, .consultation: contact = item.rate
      }
    }
    baseFee = terms.baseFee.map(UnitPrice.init)
    training = terms.training.map { TrainingPrice(rate: $0.rate) }
    if terms.price.unit.basis == .contacts {
      contactTiers = terms.contactBands
      if contactTiers != nil { contact = nil }
    } else {
      hourTiers = terms.volumeTiers
    }
    surcharges = terms.surcharges
    if let commitment = terms.commitment {
      if let spend = commitment.spendPerMonth {
        minimumSpend = spend
      } else if let count = commitment.countPerMonth {
        contactCommitment = ContactCommitment(
          contacts: count, rate: terms.shortfallRate.perHour)
      } else {
        hourCommitment = HourCommitment(
          unit: commitment.unit, hours: commitment.timePerMonth.exactHours,
          shortfallShare: commitment.shortfallShare)
      }
    }
    setup = terms.setup
    vatRate = terms.vatRate
  }
}

extension ContractTerms {
  /// The tiers of a price by contacts as bands, the first from the first contact on.
  fileprivate var contactBands: ContactTiers? {
    guard let volumeTiers, !tiers.isEmpty else { return nil }
    let limits = tiers.map { Int64($0.limit.rounded()) }
    let rates = [price.rate] + tiers.map(\.rate)
    // A tier of all units holds from its limit on, a marginal one above it.
    let shift: Int64 = volumeTiers.mode == .allUnits ? 1 : 0
    let bands = rates.enumerated().map { place, rate in
      ContactBand(
        from: place == 0 ? 1 : limits[place - 1] + 1 - shift,
        to: place < limits.count ? limits[place] - shift : nil, rate: rate)
    }
    return ContactTiers(bands, mode: volumeTiers.mode)
  }
}

extension Contract {
  /// Whether there is a price of anything.
  var billsAnything: Bool {
    let prices: [UnitPrice?] = [
      baseFee, fullTime?.rate, seatMonth, hourPrices.first?.rate, talk?.rate, contact,
      contactTiers?.bands.first?.rate, consultation, promotionSeatDay, contactCommitment?.rate,
      rampHour, training?.rate,
    ]
    return prices.contains { $0 != nil } || salesShare != nil || minimumSpend != nil
      || setup != nil
  }

  /// Digits after the point of the currency.
  var minorDigits: Int { currency?.minorDigits ?? 2 }

  /// Minor units of one unit of the currency.
  var minorUnitsPerMajor: Rational {
    Rational((0..<minorDigits).reduce(Int64(1)) { scale, _ in scale * 10 })
  }

  /// The price of an hour of `unit`, before an index.
  func price(of unit: PricingUnit) -> UnitPrice? {
    hourPrices.first { $0.unit == unit }?.rate
  }

  /// The factor on hours of this class; `nil` where none was agreed.
  func factor(for dayClass: DayClass) -> Multiplier? {
    dayClass == .normal
      ? .single : surcharges.first { $0.condition.dayClass == dayClass }?.factor
  }
}
