public import Units

extension ContractTerms {
  /// The terms with all prices and fees times `factor`.
  public func scaled(by factor: Rational) -> ContractTerms {
    func scaled(_ price: PriceItem) -> PriceItem {
      PriceItem(unit: price.unit, rate: price.rate * Multiplier(factor))
    }
    let tiers = volumeTiers.map { tiers in
      VolumeTiers(
        tiers.steps.map { $0.at($0.rate * Multiplier(factor)) },
        mode: tiers.mode)
    }
    let setup = setup.map { setup in
      SetupFee(
        Money(rounding: Rational(setup.fee.minorUnits), times: factor),
        instalments: setup.instalments)
    }
    return ContractTerms(
      price: scaled(price), furtherPrices: furtherPrices.map(scaled), surcharges: surcharges,
      commitment: commitment?.scaled(by: factor), setup: setup, vatRate: vatRate,
      volumeTiers: tiers,
      billedShare: billedShare,
      baseFee: baseFee.map { Money(rounding: Rational($0.minorUnits), times: factor) })
  }
}

extension Commitment {
  /// The commitment with money times `factor`; hours and contacts stay.
  fileprivate func scaled(by factor: Rational) -> Commitment {
    guard let spendPerMonth else { return self }
    return Commitment(
      unit: unit, spendPerMonth: Money(rounding: Rational(spendPerMonth.minorUnits), times: factor))
  }
}
