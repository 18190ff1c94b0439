public import Units

extension ContractTerms {
  /// The terms with all prices and fees times `factor`.
  public func scaled(by factor: Rational) -> ContractTerms {
    func scaled(_ price: PriceItem) -> PriceItem {
      PriceItem(unit: price.unit, rate: price.rate * Multiplier(factor))
    }
    func scaled(_ fee: Money) -> Money { Money(rounding: Rational(fee.minorUnits), times: factor) }
    var terms = self
    terms.price = scaled(price)
    terms.furtherPrices = furtherPrices.map(scaled)
    terms.commitment = commitment?.scaled(by: factor)
    terms.setup = setup.map { SetupFee(scaled($0.fee), instalments: $0.instalments) }
    terms.volumeTiers = volumeTiers.map { tiers in
      VolumeTiers(
        tiers.steps.map { $0.at($0.rate * Multiplier(factor)) }, mode: tiers.mode)
    }
    terms.baseFee = baseFee.map(scaled)
    terms.training = training.map {
      SeatTraining(rate: $0.rate * Multiplier(factor), time: $0.time)
    }
    terms.baseline = baseline?.scaled(by: factor)
    return terms
  }

  /// The terms with the rates that follow an index times `factor`: prices, tiers and the base fee.
  public func indexed(by factor: Rational) -> ContractTerms {
    let all = scaled(by: factor)
    var terms = self
    terms.price = all.price
    terms.furtherPrices = all.furtherPrices
    terms.volumeTiers = all.volumeTiers
    terms.baseFee = all.baseFee
    return terms
  }

  /// The terms with a premium on every hour, such as for a language.
  ///
  /// A premium is a share `a` of the plain price p, whatever tier an hour is in and whether or not it is
  /// used up by a commitment: the price becomes `p (1 + a)`, a tier's `t + a p`. Added to a surcharge of
  /// factor f, an hour under it costs `p (f + a)`; compounding, `p f (1 + a)`.
  public func withPremium(_ share: Rational, _ stacking: PremiumStacking) -> ContractTerms {
    let more = Rational.one + share
    let plain = price.rate.minorUnitsPerUnit
    var terms = self
    terms.price = PriceItem(unit: price.unit, rate: price.rate * Multiplier(more))
    terms.volumeTiers = volumeTiers.map { tiers in
      VolumeTiers(
        tiers.steps.map {
          $0.at(UnitPrice(minorUnitsPerUnit: $0.rate.minorUnitsPerUnit + plain * share))
        }, mode: tiers.mode)
    }
    terms.surcharges = surcharges.map { surcharge in
      let added = (surcharge.factor.factor + share).divided(by: more)
      return stacking == .multiply
        ? surcharge
        : Surcharge(surcharge.condition, Multiplier(added ?? surcharge.factor.factor))
    }
    terms.commitment = commitment?.sharing(.one, over: more)
    return terms
  }
}

extension Commitment {
  /// The commitment with a shortfall that is due at the price without a premium.
  fileprivate func sharing(_ part: Rational, over whole: Rational) -> Commitment {
    guard spendPerMonth == nil, countPerMonth == nil,
      let share = (shortfallShare * part).divided(by: whole)
    else { return self }
    return Commitment(unit: unit, timePerMonth: timePerMonth, shortfallShare: share)
  }

  /// The commitment with money times `factor`; hours and contacts stay.
  fileprivate func scaled(by factor: Rational) -> Commitment {
    guard let spendPerMonth else { return self }
    return Commitment(
      unit: unit, spendPerMonth: Money(rounding: Rational(spendPerMonth.minorUnits), times: factor))
  }
}
