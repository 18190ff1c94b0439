internal import Costing
public import Planning
public import Scenarios
public import Units

/// Why a plan is no bid.
public enum QuoteError: Error, Sendable, CustomStringConvertible {
  /// The scenario does not say what a bid needs.
  case noTerms
  /// From the go-live on there is nothing to bill.
  case nothingToBill
  /// The set-up fee is not below the price of the term: nothing is left that a unit costs.
  case setupFee(String, price: String)
  /// A share or an amount outside what it can be.
  case outOfRange(String, Rational, allowed: String)
  /// The changed plan could not be made.
  case planning(QuoteChange, PlanningError)

  /// What is wrong, and how to mend it.
  public var description: String {
    switch self {
    case .noTerms:
      "the scenario has no `quote`: docs/reference/quote.md says what a bid needs"
    case .nothingToBill:
      "from quote.go-live on nobody works on contacts: there is nothing to bill; look at the "
        + "volume, and at who can be hired by when"
    case .setupFee(let fee, let price):
      "quote.setup-fee is \(fee), and all of the work is sold for \(price): nothing is left that a "
        + "unit would cost; charge a smaller fee"
    case .outOfRange(let name, let value, let allowed): "\(name) is \(value): it is \(allowed)"
    case .planning(let change, let error): "with another \(change.key): \(error)"
    }
  }
}

/// A bid: what is offered to the client, and what only the outsourcer knows.
public struct Quote: Sendable {
  /// What the client is offered: nothing in it tells a wage, a cost or the margin.
  public let offer: BidOffer
  /// The outsourcer's own figures.
  public let book: QuoteBook
}

/// What an outsourcer knows of its own bid, and shows to a client in an open book only.
public struct QuoteBook: Sendable {
  /// The terms.
  public let terms: BidTerms
  /// The costs.
  public let costs: QuoteCosts
  /// From the costs to the price.
  public let prices: QuotePrices
  /// The part of the price that is agents' regular pay, with the contributions on it.
  public let wageShare: Rational
  /// The plan as it is, then each changed assumption.
  public let cases: [QuoteCase]
  /// The surcharges with their factors on the wage share.
  public let surcharges: [QuoteSurcharge]
  /// Bonus and malus to expect; `nil` where none is agreed.
  public let service: QuoteService?

  /// The volume of a month below which the bid loses money when the team stays as planned; `nil` where
  /// no volume earns any.
  public var breakEvenContacts: Quantity? {
    guard let share = prices.breakEvenShare, let base = cases.first?.quantities,
      let monthly = base.contacts.rational.divided(by: base.months)
    else { return nil }
    return Quantity((monthly * share).doubleValue)
  }
}

/// Makes a bid of a plan: what it costs, what it is sold for, and what is left when things turn out
/// otherwise.
public struct Quoter: Sendable {
  /// Makes the plans of changed assumptions.
  public let planner: Planner

  /// A quoter that plans with `planner`.
  public init(planner: Planner) { self.planner = planner }

  /// The bid of a plan, by its scenario's terms.
  ///
  /// - Parameters:
  ///   - withCases: whether the changed assumptions are planned too.
  ///   - onCase: is told of each changed assumption before it is planned.
  public func quote(
    _ plan: Plan, withCases: Bool = true, onCase: (QuoteChange) -> Void = { _ in }
  ) throws(QuoteError) -> Quote {
    guard let terms = plan.scenario.bid else { throw .noTerms }
    try Quoter.check(terms)
    let costs = QuoteCosts(plan, terms: terms)
    let quantities = QuoteQuantities(plan, terms: terms)
    guard quantities.productiveHours.millionths > 0, quantities.contacts.millionths > 0 else {
      throw .nothingToBill
    }
    let prices = QuotePrices(
      cost: costs.total, quantities: quantities, terms: terms,
      derived: try tiers(of: terms, plan, onCase: onCase))
    guard terms.setupFee < prices.total else {
      let currency = plan.scenario.currency
      throw .setupFee(
        currency.decimal(terms.setupFee), price: currency.decimal(prices.total))
    }
    var cases = [QuoteCase(nil, plan, prices: prices, terms: terms)]
    for change in withCases ? QuoteChange.all(terms.stress) : [] {
      onCase(change)
      let changed: Plan
      do {
        changed = try planner.plan(plan, changed: change)
      } catch {
        throw .planning(change, error)
      }
      cases.append(QuoteCase(change, changed, prices: prices, terms: terms))
    }
    let wageShare = Quoter.wageShare(of: plan, price: prices.total)
    let book = QuoteBook(
      terms: terms, costs: costs, prices: prices, wageShare: wageShare, cases: cases,
      surcharges: QuoteSurcharge.all(plan.scenario, terms: terms, wageShare: wageShare),
      service: QuoteService(plan, terms: terms, price: prices.total))
    return Quote(offer: BidOffer(plan, book), book: book)
  }

  private static func check(_ terms: BidTerms) throws(QuoteError) {
    let shares: [(String, Rational)] = [
      ("overhead", terms.overhead), ("margin", terms.margin), ("risk", terms.risk),
      ("finance rate", terms.financeRate), ("VAT", terms.vat), ("minimum", terms.minimum),
      ("payment days", Rational(Int64(terms.paymentDays))),
    ]
    for (name, value) in shares where value < .zero {
      throw .outOfRange(name, value, allowed: "at least 0")
    }
    guard terms.margin + terms.risk < .one else {
      throw .outOfRange("margin with risk", terms.margin + terms.risk, allowed: "below 1")
    }
  }

  /// Agents' regular pay with the contributions that follow it, of the price.
  private static func wageShare(of plan: Plan, price: Money) -> Rational {
    var pay = Money.zero
    for line in plan.cost.lines
    where [.regularPay, .paidHoliday].contains(line.category) {
      let onCost = plan.scenario.staffGroup(StaffGroup.ID(line.supplier))?.contributionFactor
      let factor = Rational.one + (onCost?.factor ?? .zero)
      pay += Money(rounding: Rational(line.amount.minorUnits), times: factor)
    }
    let share = Rational(pay.minorUnits).divided(by: Rational(price.minorUnits)) ?? .zero
    return Rational(nearest: share.doubleValue)
  }
}
