internal import Units

// What a month's figures must be for a contract.
extension Contract {
  /// Refuses figures that cannot be, or that have no price.
  func check(_ actuals: MonthActuals) throws(ContractError) {
    guard actuals.contractMonth >= 1 else {
      throw .monthBeforeContract(actuals.contractMonth)
    }
    try checkHours(actuals)
    for range in ranges(of: actuals) {
      if let problem = range.problem { throw problem }
    }
    for unpriced in quantities(of: actuals) where unpriced.quantity > .zero && !unpriced.isPriced {
      throw .quantityWithoutPrice(unpriced.field, term: unpriced.term)
    }
    try checkContacts(actuals)
  }

  private func checkHours(_ actuals: MonthActuals) throws(ContractError) {
    for entry in actuals.hours {
      if entry.hours < .zero { throw .negativeUsage(entry.unit, entry.dayClass) }
      let field = "\(entry.unit.rawValue).\(entry.dayClass.rawValue)"
      if let problem = FieldRange.notNegative(field, entry.hours)?.problem { throw problem }
      guard entry.hours > .zero else { continue }
      if price(of: entry.unit) == nil { throw .usageWithoutPrice(entry.unit) }
      if factor(for: entry.dayClass) == nil { throw .usageWithoutSurcharge(entry.dayClass) }
      guard let name = entry.premium else { continue }
      guard premiums.contains(where: { $0.name == name }) else {
        throw .quantityWithoutPrice(
          "\(entry.unit.rawValue).\(name).\(entry.dayClass.rawValue)", term: "premium.\(name)")
      }
      let all = actuals.hours(entry.unit, entry.dayClass)
      if actuals.hours(entry.unit, premium: name, entry.dayClass) > all {
        throw .premiumBeyondHours("\(entry.unit.rawValue).\(name).\(entry.dayClass.rawValue)")
      }
    }
  }

  private func checkContacts(_ actuals: MonthActuals) throws(ContractError) {
    for (field, count) in [("contact.qty", actuals.contacts), ("contact.repeats", actuals.repeats)]
    where count.denominator != 1 {
      throw .outOfRange(field, count, allowed: "a whole number")
    }
    if actuals.repeats > actuals.contacts {
      throw .outOfRange(
        "contact.repeats", actuals.repeats,
        allowed: "at most the \(actuals.contacts.decimal) contacts")
    }
  }

  private func ranges(of actuals: MonthActuals) -> [FieldRange] {
    let single: [FieldRange?] = [
      .notNegative("fte-month.days-present", actuals.daysPresent),
      .notNegative("fte-month.qty", actuals.fullTimeMonths),
      .notNegative("seat-month.qty", actuals.seatMonths),
      .notNegative("contact.qty", actuals.contacts),
      .notNegative("contact.repeats", actuals.repeats),
      .notNegative("lock.qty", actuals.lockedForecast),
      .notNegative("consultation.qty", actuals.consultations),
      .notNegative("promotion-seat-day.qty", actuals.promotionSeatDays),
      .notNegative("training.growth-hours", actuals.growthTraining),
      .notNegative("training.attrition-hours", actuals.replacementTraining),
      .notNegative("training.curriculum-hours", actuals.contentTraining),
      .notNegative("sales.attributed", major(actuals.attributedSales)),
      .notNegative("sales.refunded", major(actuals.refundedSales)),
      .notNegative("fines", major(actuals.fines)),
      .between("pass-through", major(actuals.passThrough), -1_000_000_000, 1_000_000_000),
      .positive("index.current", actuals.index), .positive("fx.current", actuals.exchangeRate),
    ]
    let calls = actuals.calls.flatMap { calls in
      [
        FieldRange.between("talk-minute.calls", calls.seconds, 0, 1_000_000),
        .between("talk-minute.calls", Rational(calls.count), 0, 1_000_000_000),
      ]
    }
    let weeks = actuals.rampWeeks.flatMap { week in
      [
        FieldRange.notNegative("ramp.weeks", week.hours),
        .between("ramp.weeks", week.billedShare, 0, 1),
      ]
    }
    let results = actuals.serviceResults.map { result in
      FieldRange.between(
        "sla.\(result.metric).actual", result.actual, -1_000_000, 1_000_000)
    }
    return (single + calls + weeks + results).compactMap(\.self)
  }

  private func major(_ amount: Money) -> Rational {
    Rational(amount.minorUnits).divided(by: minorUnitsPerMajor) ?? .zero
  }

  /// Quantities that are billed by one price.
  private func quantities(of actuals: MonthActuals) -> [PricedQuantity] {
    let days = actuals.daysPresent
    let contactsPriced = contact != nil || contactTiers != nil || contactCommitment != nil
    let calls = actuals.calls.reduce(Int64(0)) { max($0, $1.count) }
    let rampHours = actuals.rampWeeks.reduce(Rational.zero) { max($0, $1.hours) }
    let training = max(
      actuals.growthTraining, max(actuals.replacementTraining, actuals.contentTraining))
    return [
      PricedQuantity(
        "fte-month.days-present", days, fullTime?.payableDays != nil, "fte-month.days-payable"),
      PricedQuantity(
        "fte-month.qty", actuals.fullTimeMonths,
        fullTime.map { $0.payableDays == nil } ?? false, "fte-month.rate, without days-payable"),
      PricedQuantity("seat-month.qty", actuals.seatMonths, seatMonth != nil, "seat-month.rate"),
      PricedQuantity("talk-minute.calls", Rational(calls), talk != nil, "talk-minute.rate"),
      PricedQuantity("contact.qty", actuals.contacts, contactsPriced, "contact.rate"),
      PricedQuantity(
        "sales.attributed", major(actuals.attributedSales), salesShare != nil, "sales.share"),
      PricedQuantity(
        "sales.refunded", major(actuals.refundedSales), salesShare != nil, "sales.share"),
      PricedQuantity(
        "consultation.qty", actuals.consultations, consultation != nil, "consultation.rate"),
      PricedQuantity(
        "promotion-seat-day.qty", actuals.promotionSeatDays, promotionSeatDay != nil,
        "promotion-seat-day.rate"),
      PricedQuantity("ramp.weeks", rampHours, rampHour != nil, "ramp.rate"),
      PricedQuantity("training.growth-hours", training, self.training != nil, "training.rate"),
      PricedQuantity("fines", major(actuals.fines), finesPassedOn != nil, "fines.share"),
    ]
  }
}

/// A quantity of a month, and whether the contract has a price for it.
private struct PricedQuantity {
  let field: String
  let quantity: Rational
  let isPriced: Bool
  let term: String

  init(_ field: String, _ quantity: Rational, _ isPriced: Bool, _ term: String) {
    (self.field, self.quantity, self.isPriced, self.term) = (field, quantity, isPriced, term)
  }
}
