internal import Contracts
public import Scenarios
public import Units

/// From what a plan costs to what it is sold for.
///
/// Of the price before finance the margin and the risk are shares, so it is `cost / (1 − margin −
/// risk)`; what late payment costs is added to it. Each step is rounded once, and they sum to the
/// price to the minor unit.
public struct QuotePrices: Sendable, Hashable {
  /// All costs.
  public let cost: Money
  /// What is added for risk.
  public let risk: Money
  /// Profit.
  public let margin: Money
  /// What waiting for the money costs.
  public let finance: Money
  /// The sum: what the client pays over the term, without VAT.
  public var total: Money { cost + risk + margin + finance }
  /// The VAT on it.
  public let vat: Money
  /// Profit over cost; the margin is profit over the price before what late payment costs.
  public let markup: Rational
  /// The price of a unit, in the order of ``BidUnit``; those of which the term has none are left out.
  public let units: [UnitOffer]
  /// The share of the planned quantity at which the price is what the plan costs: with the same team,
  /// less loses money. `nil` where no volume earns anything.
  public let breakEvenShare: Rational?
  let terms: BidTerms
  /// The tiers of units of which a discount is derived.
  let derived: [BidUnit: [BidTier]]
  /// The price of a unit times this is its cost before risk, margin and finance.
  let financeFactor: ExactFigure

  /// What one unit is sold for.
  public struct UnitOffer: Sendable, Hashable {
    /// The unit.
    public let unit: BidUnit
    /// How much of it the term has, as planned.
    public let quantity: Quantity
    /// The price of one, exact, in minor units.
    public let exact: ExactFigure
    /// The price as it is offered: months to the minor unit, hours, minutes and contacts to a
    /// hundredth of it.
    public let offered: UnitPrice
  }

  /// The prices of `quantities` that cost `cost`.
  ///
  /// - Parameter derived: the tiers of units whose discounts are not those of the terms.
  public init(
    cost: Money, quantities: QuoteQuantities, terms: BidTerms,
    derived: [BidUnit: [BidTier]] = [:]
  ) {
    self.cost = cost
    self.terms = terms
    self.derived = derived
    let kept = Rational.one - terms.margin - terms.risk
    let before = Rational(cost.minorUnits).divided(by: kept) ?? .zero
    let price = Money(rounding: before)
    let days = Rational(Int64(terms.paymentDays), over: 365) ?? .zero
    risk = Money(rounding: Rational(price.minorUnits), times: terms.risk)
    margin = price - cost - risk
    finance = Money(rounding: Rational(price.minorUnits), times: days * terms.financeRate)
    financeFactor = .one + ExactFigure(days) * ExactFigure(terms.financeRate)
    markup = terms.margin.divided(by: kept) ?? .zero
    let total = price + finance
    vat = Money(rounding: Rational(total.minorUnits), times: terms.vat)
    let sold = ExactFigure((total - terms.setupFee).minorUnits)
    units = BidUnit.allCases.compactMap { unit in
      let quantity = quantities[unit]
      let counted = terms.counted(
        quantity.rational, of: quantity.rational, tiers: derived[unit] ?? terms.tiers)
      guard quantity.millionths > 0, let exact = sold / counted else { return nil }
      let digits = unit.isByMonth ? 0 : 2
      return UnitOffer(
        unit: unit, quantity: quantity, exact: exact,
        offered: UnitPrice(minorUnitsPerUnit: exact.rounded(to: digits)))
    }
    let least =
      ExactFigure(cost.minorUnits) * financeFactor - ExactFigure(terms.setupFee.minorUnits)
    breakEvenShare = (least / sold).map { max(.zero, $0.rounded(to: 6)) }
  }

  /// What the client pays over the term, by the unit, when there is `quantity` of it: the minimum,
  /// the tiers and the set-up fee included.
  public func bill(for quantity: Quantity, of unit: BidUnit) -> Money? {
    guard let offer = units.first(where: { $0.unit == unit }) else { return nil }
    let counted = terms.counted(
      quantity.rational, of: offer.quantity.rational, tiers: tiers(of: unit))
    let sum = counted * offer.offered.figure
    return Money(minorUnits: sum.units(ofDigits: 0)) + terms.setupFee
  }

  /// The tiers of a unit, each with its discount.
  public func tiers(of unit: BidUnit) -> [BidTier] { derived[unit] ?? terms.tiers }

  /// Under prices for all units: the shares of the planned quantity of a unit between which less costs
  /// more than the tier's first.
  public func traps(of unit: BidUnit) -> [(from: Rational, through: Rational)] {
    guard terms.tierMode == .allUnits else { return [] }
    var before = Rational.zero
    return tiers(of: unit).compactMap { tier in
      let discount = tier.discount ?? .zero
      defer { before = discount }
      guard discount > before, let ratio = (Rational.one - discount).divided(by: .one - before)
      else { return nil }
      return (tier.above * ratio, tier.above)
    }
  }

  /// The share of a bill, before what late payment costs, that is left after all costs.
  public func remaining(of bill: Money, after cost: Money) -> Rational? {
    guard let revenue = ExactFigure(bill.minorUnits) / financeFactor, revenue > .zero else {
      return nil
    }
    return ((revenue - ExactFigure(cost.minorUnits)) / revenue)?.rounded(to: 6)
  }
}

extension BidUnit {
  /// Whether it is a month of somebody or something.
  public var isByMonth: Bool { self == .fullTimeMonth || self == .seatMonth }
}

extension BidTerms {
  /// How much is billed at the full price when there is `quantity` of `planned`: at least the
  /// minimum, and what is above a tier's limit as much less as its price is.
  func counted(
    _ quantity: Rational, of planned: Rational, tiers: [BidTier]
  ) -> ExactFigure {
    let billed = max(quantity, minimum * planned)
    var (counted, from, discount) = (ExactFigure.zero, Rational.zero, Rational.zero)
    for tier in tiers {
      let limit = tier.above * planned
      guard billed > limit else { break }
      if tierMode == .marginal {
        counted = counted + ExactFigure(limit - from) * ExactFigure(.one - discount)
        from = limit
      }
      discount = tier.discount ?? .zero
    }
    return counted + ExactFigure(billed - from) * ExactFigure(.one - discount)
  }
}

extension ServiceLevels {
  /// The fraction of the base that a month with this service level adds, within the caps.
  func change(at level: Rational) -> Rational {
    let sum = targets.map { $0.change(at: level) }.reduce(.zero, +)
    return min(max(sum, .zero - malusCap), bonusCap)
  }
}
