internal import Units

// What follows from the usage: minimums, set-up, service, exchange rate.
extension InvoiceWriter {
  mutating func addTopUps() throws(ContractError) {
    if let commitment = contract.hourCommitment, let price = contract.price(of: commitment.unit) {
      let missing = commitment.hours - actuals.hours(commitment.unit)
      if missing > .zero {
        let part = (commitment.shortfallShare * Rational(100)).decimal
        try add(
          .commitmentTopUp(commitment.unit), missing, "h", at: indexed(price),
          times: Multiplier(commitment.shortfallShare), countsForServiceLevel: false,
          rule: "of the \(commitment.hours.decimal) h committed each month, hours not used are "
            + "billed at \(part) % of the \(commitment.unit.name)'s price")
      }
    }
    if let commitment = contract.contactCommitment, commitment.contacts > actuals.contacts {
      try add(
        .contactTopUp, commitment.contacts - actuals.contacts, "contact", at: commitment.rate,
        countsForServiceLevel: false,
        rule: "of the \(commitment.contacts.decimal) contacts committed each month, those that did "
          + "not come are billed")
    }
    guard let least = contract.minimumSpend, least > sum else { return }
    try add(
      .minimumSpendTopUp, .one, "month", at: .zero, amount: least - sum,
      countsForServiceLevel: false,
      rule: "the lines before it are less than the minimum spend: this is what is missing")
  }

  mutating func addRampAndTraining() throws(ContractError) {
    if let rate = contract.rampHour {
      for week in actuals.rampWeeks {
        let percent = (week.billedShare * Rational(100)).decimal
        try add(
          .rampWeek(week.week), week.hours, "h", at: rate, times: Multiplier(week.billedShare),
          countsForServiceLevel: true,
          rule: "hours of week \(week.week) of the ramp are billed at \(percent) % of their price")
      }
    }
    guard let training = contract.training else { return }
    let kinds: [(InvoiceItem, Rational, Bool, String)] = [
      (.growthTraining, actuals.growthTraining, true, "training for growth is billed"),
      (
        .replacementTraining, actuals.replacementTraining, training.billsReplacement,
        training.billsReplacement
          ? "training for people who replace leavers is billed"
          : "training for people who replace leavers is the vendor's cost"
      ),
      (.contentTraining, actuals.contentTraining, true, "training for new content is billed"),
    ]
    for (item, hours, isBilled, rule) in kinds where hours > .zero {
      try add(
        item, hours, "h", at: isBilled ? training.rate : .zero, countsForServiceLevel: false,
        rule: rule)
    }
  }

  mutating func addSetup() throws(ContractError) {
    let month = actuals.contractMonth
    guard let setup = contract.setup, month <= setup.instalments else { return }
    let fee = Rational(setup.fee.minorUnits)
    let part = fee.divided(by: Rational(Int64(setup.instalments))) ?? fee
    // The parts add up to the fee, so a later one may differ by a minor unit.
    let paid = { (months: Int) in Money(rounding: part, times: Rational(Int64(months))) }
    try add(
      .setup, .one, "instalment", at: UnitPrice(minorUnitsPerUnit: part),
      amount: paid(month) - paid(month - 1), countsForServiceLevel: false,
      rule: "the set-up fee is billed in \(setup.instalments) parts: this is part \(month)")
  }

  mutating func addServiceLevel() throws(ContractError) {
    guard let clause = contract.serviceLevels, !clause.targets.isEmpty else { return }
    var changes: [Rational] = []
    var words: [String] = []
    for target in clause.targets {
      let result = actuals.serviceResults.first { $0.metric == target.metric }
      if let result, result.isExcluded {
        words.append("\(target.metric) does not count")
        continue
      }
      guard let actual = result?.actual else {
        throw .missingActual(
          "sla.\(target.metric).actual", clause: "sla.\(target.metric).target")
      }
      let change = target.change(at: actual)
      changes.append(change)
      words.append("\(target.metric) \((change * Rational(100)).decimal) %")
    }
    let base = lines.filter(\.countsForServiceLevel).map(\.amount).total()
    let share = clause.capped(changes)
    let price = Rational(base.minorUnits).divided(by: Rational(100)) ?? .zero
    try add(
      .serviceLevel, share * Rational(100), "%", at: UnitPrice(minorUnitsPerUnit: price),
      amount: Money(rounding: Rational(base.minorUnits), times: share),
      countsForServiceLevel: false,
      rule: "of the lines that count for the service level: \(words.joined(separator: ", "))")
  }

  mutating func addPassThrough() throws(ContractError) {
    if actuals.passThrough != .zero {
      try add(
        .passThrough, .one, "month", at: UnitPrice(actuals.passThrough),
        countsForServiceLevel: false, rule: "these costs are passed through as they are")
    }
    guard let clause = contract.finesPassedOn, actuals.fines > .zero else { return }
    let due = Money(rounding: Rational(actuals.fines.minorUnits), times: clause.share)
    let borne = clause.cap.map { min($0, due) } ?? due
    let percent = (clause.share * Rational(100)).decimal
    try add(
      .finesPassedOn, .one, "month", at: UnitPrice(Money.zero - borne),
      countsForServiceLevel: false,
      rule: "the vendor bears \(percent) % of the platform's fines, up to what was agreed")
  }

  mutating func addExchangeRate() throws(ContractError) {
    guard let clause = contract.exchangeRate else { return }
    guard let current = actuals.exchangeRate else {
      throw .missingActual("fx.current", clause: "fx.base")
    }
    guard let ratio = current.divided(by: clause.base) else {
      throw .outOfRange("fx.base", clause.base, allowed: "above 0")
    }
    let move = ratio - .one
    let beyond: Rational
    if move > clause.band {
      beyond = move - clause.band
    } else if move < .zero - clause.band {
      beyond = move + clause.band
    } else {
      return
    }
    let share = beyond * clause.clientShare
    let base = Rational(sum.minorUnits)
    let amount = Money(rounding: base, times: share)
    try add(
      .exchangeRate, share * Rational(100), "%",
      at: UnitPrice(minorUnitsPerUnit: base.divided(by: Rational(100)) ?? .zero),
      amount: clause.direction == .negative ? -amount : amount, countsForServiceLevel: false,
      rule: "the rate has moved by more than its band: the client's share of the rest")
  }
}
