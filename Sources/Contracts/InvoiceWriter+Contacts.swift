internal import Units

// What contacts, sales and consultations cost.
extension InvoiceWriter {
  mutating func addContacts() throws(ContractError) {
    try addBands()
    guard let price = contract.contact else { return }
    let rate = indexed(price)
    if let lock = contract.forecastLock {
      try addLocked(lock, at: rate)
    } else if let baseline = contract.baseline {
      try addBaseline(baseline, at: rate)
    } else {
      let billed = actuals.contacts - actuals.repeats
      guard billed > .zero else { return }
      let rule =
        actuals.repeats > .zero
        ? "contacts are billed at their price, those that repeat an earlier one are not"
        : "contacts are billed at their price"
      try add(
        .contacts, billed, "contact", at: rate, countsForServiceLevel: true, rule: rule)
    }
  }

  /// Contacts by bands; an indexed price of a band is not rounded.
  private mutating func addBands() throws(ContractError) {
    guard let tiers = contract.contactTiers else { return }
    let count = actuals.contacts
    guard count > .zero else { return }
    if let last = tiers.bands.last?.to, count > Rational(last) {
      throw .beyondBands(count)
    }
    var previous = Rational.zero
    for band in tiers.bands {
      let last = band.to.map { Rational($0) } ?? count
      let rate = UnitPrice(
        minorUnitsPerUnit: band.rate.minorUnitsPerUnit * (indexFactor ?? .one))
      let isReached = count > previous && count <= max(last, previous)
      let share = min(count, last) - previous
      if tiers.mode == .allUnits, isReached {
        try add(
          .contactBand(band.label), count, "contact", at: rate, countsForServiceLevel: true,
          rule: "all contacts of a month have the price of the band that it reaches")
      } else if tiers.mode == .marginal, share > .zero {
        try add(
          .contactBand(band.label), share, "contact", at: rate, countsForServiceLevel: true,
          rule: "each contact has the price of its own band")
      }
      previous = last
    }
  }

  private mutating func addLocked(
    _ lock: ForecastLock, at rate: UnitPrice
  ) throws(ContractError) {
    guard let forecast = actuals.lockedForecast else {
      throw .missingActual("lock.qty", clause: lock.floor == nil ? "lock.cap" : "lock.floor")
    }
    let count = actuals.contacts
    let cap = lock.cap.map { $0 * forecast } ?? count
    let within = min(count, cap)
    let locked = forecast.decimal
    if within > .zero {
      try add(
        .contactsWithinBand, within, "contact", at: rate, countsForServiceLevel: true,
        rule: "contacts within the band of the locked forecast of \(locked) have their price")
    }
    if count > cap, let share = lock.cap {
      let percent = (share * Rational(100)).decimal
      try add(
        .contactsAboveCap, count - cap, "contact", at: rate, times: Multiplier(lock.overFactor),
        countsForServiceLevel: true,
        rule: "contacts above \(percent) % of the locked forecast of \(locked) are billed at "
          + "\(lock.overFactor.decimal) × their price")
    }
    guard let share = lock.floor, share * forecast > count else { return }
    let floor = (share * Rational(100)).decimal
    let part = (lock.shortfallShare * Rational(100)).decimal
    try add(
      .forecastLockTopUp, share * forecast - count, "contact", at: rate,
      times: Multiplier(lock.shortfallShare), countsForServiceLevel: false,
      rule: "contacts missing to \(floor) % of the locked forecast of \(locked) are billed at "
        + "\(part) % of their price")
  }

  private mutating func addBaseline(
    _ baseline: VolumeBaseline, at rate: UnitPrice
  ) throws(ContractError) {
    let count = actuals.contacts
    try add(
      .baselineCharge, baseline.contacts, "contact", at: rate, countsForServiceLevel: true,
      rule: "the contacts of the baseline are billed, whatever comes")
    let percent = (baseline.deadband * Rational(100)).decimal
    let above = count - baseline.contacts * (.one + baseline.deadband)
    let below = count - baseline.contacts * (.one - baseline.deadband)
    if above > .zero {
      guard let charge = baseline.additionalCharge else {
        throw .missingTerm("baseline.arc", for: "contacts above the baseline's deadband")
      }
      try add(
        .additionalCharge, above, "contact", at: charge, countsForServiceLevel: true,
        rule: "contacts more than \(percent) % above the baseline have the additional charge")
    } else if below < .zero {
      guard let credit = baseline.reducedCredit else {
        throw .missingTerm("baseline.rrc", for: "contacts below the baseline's deadband")
      }
      try add(
        .reducedCredit, below, "contact", at: credit, countsForServiceLevel: true,
        rule: "contacts more than \(percent) % below the baseline are credited")
    }
  }

  mutating func addShopService() throws(ContractError) {
    if let clause = contract.salesShare {
      let scale = contract.minorUnitsPerMajor
      let percent = (clause.share * Rational(100)).decimal
      let rate = UnitPrice(minorUnitsPerUnit: clause.share * scale)
      if actuals.attributedSales != .zero {
        try add(
          .salesShare, major(actuals.attributedSales), "sales", at: rate,
          countsForServiceLevel: true, rule: "\(percent) % of attributed sales are paid")
      }
      if actuals.refundedSales != .zero, clause.clawback > .zero {
        let part = (clause.clawback * Rational(100)).decimal
        try add(
          .refundClawback, .zero - major(actuals.refundedSales), "sales", at: rate,
          times: Multiplier(clause.clawback), countsForServiceLevel: true,
          rule: "of the \(percent) % that was paid on sales since refunded, \(part) % is paid back")
      }
    }
    if let price = contract.consultation, actuals.consultations > .zero {
      try add(
        .consultations, actuals.consultations, "consultation", at: indexed(price),
        countsForServiceLevel: true, rule: "consultations are billed at their price")
    }
    if let price = contract.promotionSeatDay, actuals.promotionSeatDays > .zero {
      try add(
        .promotionSeatDays, actuals.promotionSeatDays, "seat day", at: indexed(price),
        countsForServiceLevel: true, rule: "seats in a promotion are billed by the day")
    }
  }

  /// The amount in units of the currency.
  func major(_ amount: Money) -> Rational {
    Rational(amount.minorUnits).divided(by: contract.minorUnitsPerMajor) ?? .zero
  }
}
