internal import Units

extension ContractTerms {
  /// What is wrong with the terms by themselves, in the order of the clauses; empty when invoices
  /// can be computed.
  public var problems: [ContractError] {
    var found: [ContractError] = []
    for (index, item) in priceItems.enumerated() {
      if priceItems[..<index].contains(where: { $0.unit == item.unit }) {
        found.append(.unitPricedTwice(item.unit))
      }
      if item.rate < .zero { found.append(.negativePrice(item.unit)) }
    }
    for (index, surcharge) in surcharges.enumerated() {
      if surcharges[..<index].contains(where: { $0.condition == surcharge.condition }) {
        found.append(.surchargedTwice(surcharge.condition))
      }
      if surcharge.factor.factor < .zero { found.append(.negativeSurcharge(surcharge.condition)) }
    }
    if let commitment {
      if rate(per: commitment.unit) == nil {
        found.append(.commitmentWithoutPrice(commitment.unit))
      }
      if commitment.timePerMonth < .zero || commitment.shortfallShare < .zero {
        found.append(.negativeCommitment)
      }
    }
    for (index, tier) in tiers.enumerated() {
      if index > 0, tiers[index - 1].above == tier.above { found.append(.tierTwice(tier.above)) }
      if tier.above <= .zero { found.append(.tierFromNothing) }
      if tier.rate < .zero { found.append(.negativePrice(price.unit)) }
    }
    if let setup, setup.fee < .zero || setup.instalments < 1 { found.append(.unpayableSetup) }
    if vatRate < .zero { found.append(.negativeVAT) }
    return found
  }
}
