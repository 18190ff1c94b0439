internal import Units

// What people, hours and minutes cost.
extension InvoiceWriter {
  mutating func addPeople() throws(ContractError) {
    if let fee = contract.baseFee {
      try add(
        .baseFee, .one, "month", at: indexed(fee), countsForServiceLevel: true,
        rule: "the base fee is billed each month, whatever is used")
    }
    if let price = contract.fullTime {
      var months = actuals.fullTimeMonths
      var rule = "full-time people are billed by the month"
      if let days = price.payableDays {
        months = actuals.daysPresent.divided(by: days) ?? .zero
        rule = "full-time people are billed by days present over \(days.decimal) days a month"
      }
      if months > .zero {
        try add(
          .fullTimeMonths, months, "FTE month", at: indexed(price.rate),
          countsForServiceLevel: true, rule: rule)
      }
    }
    if let price = contract.seatMonth, actuals.seatMonths > .zero {
      try add(
        .seatMonths, actuals.seatMonths, "seat month", at: indexed(price),
        countsForServiceLevel: true, rule: "seats are billed by the month")
    }
  }

  mutating func addHours() throws(ContractError) {
    for item in contract.hourPrices { try addClasses(of: item) }
    try addTiers()
    for item in contract.hourPrices { try addPremiums(of: item) }
  }

  private mutating func addClasses(of item: PriceItem) throws(ContractError) {
    for dayClass in DayClass.allCases {
      let hours = actuals.hours(item.unit, dayClass)
      guard hours > .zero, let factor = contract.factor(for: dayClass) else { continue }
      let factorText = factor.factor.decimal
      let rule =
        dayClass == .normal
        ? "\(item.unit.name)s in normal time are billed at their price"
        : "\(item.unit.name)s \(dayClass.phrase) are billed at \(factorText) × their price"
      try add(
        .hours(item.unit, dayClass), hours, "h", at: indexed(item.rate), times: factor,
        countsForServiceLevel: true, rule: rule)
    }
  }

  private mutating func addPremiums(of item: PriceItem) throws(ContractError) {
    for premium in contract.premiums {
      for dayClass in DayClass.allCases {
        let hours = actuals.hours(item.unit, premium: premium.name, dayClass)
        guard hours > .zero, let factor = contract.factor(for: dayClass) else { continue }
        let isCompounding = contract.stacking == .multiply
        let share = premium.share * (isCompounding ? factor.factor : .one)
        let basis = isCompounding ? "the price with its surcharge" : "the plain price"
        let percent = (premium.share * Rational(100)).decimal
        try add(
          .premium(item.unit, premium.name, dayClass), hours, "h", at: indexed(item.rate),
          times: Multiplier(share), countsForServiceLevel: true,
          rule: "\(premium.name) hours cost \(percent) % of \(basis) on top")
      }
    }
  }

  private mutating func addTiers() throws(ContractError) {
    guard let tiers = contract.hourTiers, let main = contract.hourPrices.first else { return }
    let shares = tiers.hoursByTier(of: actuals.hours(main.unit))
    for (place, entry) in zip(tiers.steps, shares).enumerated() {
      let (tier, hours) = entry
      guard hours > .zero else { continue }
      let limit = tier.above.exactHours.decimal
      let rule =
        tiers.mode == .allUnits
        ? "from \(limit) h a month on all \(main.unit.name)s are billed at the tier's price: this "
          + "is the difference"
        : "of the \(main.unit.name)s of a month, those above \(limit) h are billed at the price of "
          + "their tier: this is the difference"
      let difference =
        indexed(tier.rate).minorUnitsPerUnit - indexed(main.rate).minorUnitsPerUnit
      try add(
        .tier(main.unit, place + 1), hours, "h", at: UnitPrice(minorUnitsPerUnit: difference),
        countsForServiceLevel: true, rule: rule)
    }
  }

  mutating func addTalk() throws(ContractError) {
    guard let talk = contract.talk else { return }
    var seconds = Rational.zero
    for calls in actuals.calls {
      seconds = seconds + talk.billedSeconds(of: calls.seconds) * Rational(calls.count)
    }
    guard seconds > .zero else { return }
    var rule = "each call is rounded up to \(talk.roundedTo.decimal) s"
    if talk.minimum > .zero { rule += ", and counts \(talk.minimum.decimal) s at least" }
    try add(
      .talkMinutes, seconds.divided(by: Rational(60)) ?? .zero, "min", at: indexed(talk.rate),
      countsForServiceLevel: true, rule: rule)
  }
}

extension TalkPrice {
  /// The seconds that a call of `seconds` is billed as.
  func billedSeconds(of seconds: Rational) -> Rational {
    let counted = max(seconds, minimum)
    guard let steps = counted.divided(by: roundedTo) else { return counted }
    let (whole, rest) = steps.numerator.quotientAndRemainder(dividingBy: steps.denominator)
    return Rational(rest > 0 ? whole + 1 : whole) * roundedTo
  }
}

extension VolumeTiers {
  /// The hours that have each tier's price when `used` hours fall in a month.
  func hoursByTier(of used: Rational) -> [Rational] {
    let limits = steps.map(\.above.exactHours)
    if mode == .allUnits {
      let reached = limits.lastIndex { $0 <= used }
      return limits.indices.map { $0 == reached ? used : .zero }
    }
    return limits.enumerated().map { place, limit in
      let top = place + 1 < limits.count ? min(used, limits[place + 1]) : used
      return max(.zero, top - limit)
    }
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
