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
      if commitment.quantityPerMonth < 0 || commitment.shortfallShare < .zero {
        found.append(.negativeCommitment)
      }
    }
    for (index, tier) in tiers.enumerated() {
      if index > 0, tiers[index - 1].limit == tier.limit {
        found.append(
          tier.aboveCount == nil ? .tierTwice(tier.above) : .namedTwice("tiers.above-contacts"))
      }
      if tier.limit <= 0 { found.append(.tierFromNothing) }
      if tier.rate < .zero { found.append(.negativePrice(price.unit)) }
    }
    if let setup, setup.fee < .zero || setup.instalments < 1 { found.append(.unpayableSetup) }
    if vatRate < .zero { found.append(.negativeVAT) }
    return found + problemsOfUnit
  }

  /// Clauses that the unit of the main price does not go with.
  private var problemsOfUnit: [ContractError] {
    let unit = price.unit.name
    var found: [ContractError] = []
    if let commitment, commitment.spendPerMonth == nil, rate(per: commitment.unit) != nil {
      let isOfHours = commitment.countPerMonth == nil
      if isOfHours != (commitment.unit.basis == .hours) || commitment.unit.basis == .seats
        || commitment.unit == .talkMinute
      {
        found.append(
          .contradiction(
            "commitment", "price",
            why: commitment.unit.basis == .seats
              ? "seats by the month are kept by minimum-seats"
              : "the price is per \(unit), the commitment in \(isOfHours ? "hours" : "units")"))
      }
    }
    if price.unit.basis == .seats, !surcharges.isEmpty {
      found.append(
        .contradiction(
          "surcharges", "price", why: "a price per \(unit) is the same whatever the day"))
    }
    let isOfContacts = price.unit.basis == .contacts
    if price.unit.basis == .seats && !tiers.isEmpty
      || tiers.contains(where: { ($0.aboveCount != nil) != isOfContacts })
    {
      let counted = tiers.contains { $0.aboveCount != nil } ? "contacts" : "hours"
      found.append(
        .contradiction("tiers", "price", why: "tiers count \(counted), the price is per \(unit)"))
    }
    if price.unit.basis != .contacts, billedShare != nil {
      found.append(
        .contradiction(
          "billed-share", "price", why: "the price is per \(unit), not for contacts"))
    }
    if let billedShare, billedShare <= .zero || billedShare > .one {
      found.append(.outOfRange("billed-share", billedShare, allowed: "above 0 and at most 1"))
    }
    if let training, training.rate < .zero || training.time < .zero {
      found.append(.outOfRange("training", training.rate.minorUnitsPerUnit, allowed: "0 or more"))
    }
    if let baseFee, baseFee < .zero {
      found.append(
        .outOfRange("base-fee", Rational(baseFee.minorUnits), allowed: "0 or more"))
    }
    return found
  }
}
