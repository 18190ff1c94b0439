internal import Units

extension ContractTerms {
  /// The invoice for one month's usage: usage with its surcharges, then what tiers of volume change, then
  /// the commitment's top-up, then the month's part of the set-up fee.
  ///
  /// Each line is rounded once, half away from zero; VAT is taken once, on the net sum. The parts
  /// of the set-up fee always add up to the fee, so a later part may differ by a minor unit.
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
    guard month >= 1 else { throw .monthBeforeContract(month) }
    try check(usage)

    var drafts = priceItems.flatMap { usageLines(of: $0, in: usage) }
    drafts += tierLines(of: usage)
    drafts += topUp(after: usage)
    drafts += setupPart(inContractMonth: month)
    let lines = drafts.enumerated().map { index, draft in draft.line(number: index + 1) }
    let net = lines.map(\.amount).total()
    return Invoice(
      month: usage.month, lines: lines,
      vat: Money(rounding: Rational(net.minorUnits), times: vatRate))
  }

  private func check(_ usage: Usage) throws(ContractError) {
    for entry in usage.entries {
      if entry.time < .zero { throw .negativeUsage(entry.unit, entry.dayClass) }
      guard entry.time > .zero else { continue }
      if rate(per: entry.unit) == nil { throw .usageWithoutPrice(entry.unit) }
      if factor(for: entry.dayClass) == nil { throw .usageWithoutSurcharge(entry.dayClass) }
    }
  }

  private func usageLines(of item: PriceItem, in usage: Usage) -> [Draft] {
    DayClass.allCases.compactMap { dayClass in
      let time = usage.time(item.unit, dayClass)
      guard time > .zero, let factor = factor(for: dayClass) else { return nil }
      let rule =
        dayClass == .normal
        ? "\(item.unit.name)s in normal time are billed at their price"
        : "\(item.unit.name)s \(dayClass.phrase) are billed at \(factor.factor.decimal) × their price"
      return Draft(
        item: .hours(item.unit, dayClass), quantity: time.exactHours, unit: "h",
        price: item.rate, multiplier: factor, countsForServiceLevel: true, rule: rule)
    }
  }

  private func tierLines(of usage: Usage) -> [Draft] {
    let hours = hoursByTier(of: usage.time(price.unit))
    return zip(tiers, hours).enumerated().compactMap { index, entry in
      let (tier, time) = entry
      guard time > .zero else { return nil }
      let limit = tier.above.exactHours.decimal
      let rule =
        volumeTiers?.mode == .allUnits
        ? "from \(limit) h a month on all \(price.unit.name)s are billed at the tier's price: this is "
          + "the difference"
        : "of the \(price.unit.name)s of a month, those above \(limit) h are billed at the price of "
          + "their tier: this is the difference"
      return Draft(
        item: .tier(price.unit, index + 1), quantity: time.exactHours, unit: "h",
        price: difference(of: tier), multiplier: .single, countsForServiceLevel: true, rule: rule)
    }
  }

  private func topUp(after usage: Usage) -> [Draft] {
    guard let commitment, let rate = rate(per: commitment.unit) else { return [] }
    let missing = commitment.timePerMonth - usage.time(commitment.unit)
    guard missing > .zero else { return [] }
    let committed = commitment.timePerMonth.exactHours.decimal
    let share = (commitment.shortfallShare * Rational(100)).decimal
    let rule =
      "of the \(committed) h committed each month, hours not used are billed at \(share) % of the "
      + "\(commitment.unit.name)'s price"
    return [
      Draft(
        item: .commitmentTopUp(commitment.unit), quantity: missing.exactHours, unit: "h",
        price: rate, multiplier: Multiplier(commitment.shortfallShare),
        countsForServiceLevel: false, rule: rule)
    ]
  }

  private func setupPart(inContractMonth month: Int) -> [Draft] {
    guard let setup, month <= setup.instalments else { return [] }
    let fee = Rational(setup.fee.minorUnits)
    let part = fee.divided(by: Rational(Int64(setup.instalments))) ?? fee
    let paid = { (months: Int) in Money(rounding: part, times: Rational(Int64(months))) }
    let rule = "the set-up fee is billed in \(setup.instalments) parts: this is part \(month)"
    return [
      Draft(
        item: .setup, quantity: .one, unit: "instalment",
        price: UnitPrice(minorUnitsPerUnit: part), multiplier: .single,
        amount: paid(month) - paid(month - 1), countsForServiceLevel: false, rule: rule)
    ]
  }
}

/// A line before it has a number, with its exact quantity.
private struct Draft {
  var item: InvoiceItem
  var quantity: Rational
  var unit: String
  var price: UnitPrice
  var multiplier: Multiplier
  /// The amount where it is not the rounded product: parts that must add up to a whole.
  var amount: Money?
  var countsForServiceLevel: Bool
  var rule: String

  func line(number: Int) -> InvoiceLine {
    let product = Money(rounding: quantity, times: price.minorUnitsPerUnit * multiplier.factor)
    return InvoiceLine(
      number: number, item: item, quantity: Quantity(quantity.doubleValue), unit: unit,
      price: price, multiplier: multiplier,
      amount: amount ?? product, countsForServiceLevel: countsForServiceLevel, rule: rule)
  }
}

extension WorkTime {
  /// The hours as an exact fraction.
  var exactHours: Rational { Rational(seconds).divided(by: Rational(3600)) ?? .zero }
}

extension Rational {
  /// The number for people: a decimal with up to four digits where that is exact, else a fraction.
  var decimal: String {
    let scaled = self * Rational(10_000)
    guard scaled.denominator == 1 else { return description }
    let (whole, part) = scaled.numerator.magnitude.quotientAndRemainder(dividingBy: 10_000)
    var digits = String(10_000 + part).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    let sign = numerator < 0 ? "-" : ""
    return sign + (digits.isEmpty ? "\(whole)" : "\(whole).\(digits)")
  }
}
