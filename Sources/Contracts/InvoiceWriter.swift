internal import Units

/// Writes the lines of one invoice, in the order of the clauses; later ones see the earlier.
struct InvoiceWriter {
  let contract: Contract
  let actuals: MonthActuals
  /// The factor of the index on prices; `nil` without one, when prices are not rounded.
  let indexFactor: Rational?
  private(set) var lines: [InvoiceLine] = []

  /// The largest amount of a line or an invoice, in minor units: beyond it sums are not exact.
  static let largest: Int64 = 1_000_000_000_000_000

  init(_ contract: Contract, _ actuals: MonthActuals) throws(ContractError) {
    (self.contract, self.actuals) = (contract, actuals)
    indexFactor = try contract.indexFactor(at: actuals.index)
  }

  /// The sum of the lines so far.
  var sum: Money { lines.map(\.amount).total() }

  /// The price after the index, rounded to four digits of the currency where there is one.
  func indexed(_ price: UnitPrice) -> UnitPrice {
    guard let indexFactor else { return price }
    let scale = Rational(10_000).divided(by: contract.minorUnitsPerMajor) ?? .one
    let rounded = Money(rounding: price.minorUnitsPerUnit * scale, times: indexFactor)
    let exact = Rational(rounded.minorUnits).divided(by: scale) ?? .zero
    return UnitPrice(minorUnitsPerUnit: exact)
  }

  /// Adds a line of `quantity × price × multiplier`, or of `amount` where that is not the product.
  mutating func add(
    _ item: InvoiceItem, _ quantity: Rational, _ unit: String, at price: UnitPrice,
    times multiplier: Multiplier = .single, amount: Money? = nil, countsForServiceLevel: Bool,
    rule: String
  ) throws(ContractError) {
    let amount =
      amount ?? Money(rounding: quantity, times: price.minorUnitsPerUnit * multiplier.factor)
    guard amount.minorUnits.magnitude <= Self.largest.magnitude else {
      throw .amountTooLarge(item.code)
    }
    let printed = Money(rounding: quantity, times: Rational(1_000_000)).minorUnits
    lines.append(
      InvoiceLine(
        number: lines.count + 1, item: item, quantity: Quantity(millionths: printed), unit: unit,
        price: price, multiplier: multiplier, amount: amount,
        countsForServiceLevel: countsForServiceLevel, rule: rule))
    guard sum.minorUnits.magnitude <= Self.largest.magnitude else {
      throw .amountTooLarge(item.code)
    }
  }

  /// The whole invoice.
  mutating func invoice() throws(ContractError) -> Invoice {
    try addPeople()
    try addHours()
    try addTalk()
    try addContacts()
    try addShopService()
    try addTopUps()
    try addRampAndTraining()
    try addSetup()
    try addServiceLevel()
    try addPassThrough()
    try addExchangeRate()
    let total = Rational(sum.minorUnits)
    let rate = contract.vatRate
    guard contract.pricesIncludeVAT else {
      let vat = Money(rounding: total, times: rate)
      return Invoice(month: actuals.month, lines: lines, vat: vat, linesIncludeVAT: false)
    }
    let part = Rational.one.divided(by: .one + rate) ?? .one
    let net = Money(rounding: total, times: part)
    return Invoice(month: actuals.month, lines: lines, vat: sum - net, linesIncludeVAT: true)
  }
}

extension Contract {
  /// The invoice for one month.
  ///
  /// The order of the lines: the base fee and people by the month; hours with their surcharges,
  /// then what tiers change, then premiums; minutes; contacts with the lock's or the baseline's
  /// lines; sales, consultations and promotions; top-ups of hours and contacts, then to the minimum
  /// spend; ramp weeks, training and the month's part of the set-up fee; bonus or malus on the lines
  /// that count for it; what is passed through and fines; the exchange rate on all of these.
  ///
  /// Each line is rounded once, half away from zero, and VAT once on their sum: on top of it, or
  /// taken out of it where prices contain it.
  ///
  /// - Throws: the first of ``problems``, or what is wrong with the month.
  public func invoice(for actuals: MonthActuals) throws(ContractError) -> Invoice {
    if let problem = problems.first { throw problem }
    try check(actuals)
    var writer = try InvoiceWriter(self, actuals)
    return try writer.invoice()
  }

  /// The factor of the index on prices, `1 + clamp(share × (current ÷ base − 1), ±cap)`; `nil`
  /// without an index.
  func indexFactor(at current: Rational?) throws(ContractError) -> Rational? {
    guard let index else { return nil }
    guard let current else { throw .missingActual("index.current", clause: "index.base") }
    guard let ratio = current.divided(by: index.base) else {
      throw .outOfRange("index.base", index.base, allowed: "above 0")
    }
    let change = index.share * (ratio - .one)
    return .one + min(max(change, .zero - index.cap), index.cap)
  }
}

extension ContractTerms {
  /// The invoice for one month's usage: usage with its surcharges, then what tiers of volume change,
  /// then the commitment's top-up, then the month's part of the set-up fee.
  ///
  /// - Parameters:
  ///   - usage: the hours of the month. Hours of a class without an agreed surcharge are refused;
  ///     ``billedClass(of:)`` says where they belong.
  ///   - month: which month of the contract it is, from 1; decides whether set-up is due.
  /// - Throws: the first of ``problems``, or what is wrong with the usage.
  public func invoice(
    for usage: Usage, inContractMonth month: Int = 1
  ) throws(ContractError) -> Invoice {
    if let problem = problems.first { throw problem }
    return try Contract(self).invoice(for: MonthActuals(usage, contractMonth: month))
  }
}
