internal import Units

/// A number of a contract or a month, and what it can be.
struct FieldRange {
  let field: String
  let value: Rational
  let lowest: Rational
  let highest: Rational
  let allowed: String

  /// Numbers beyond this would make amounts that are not exact.
  static let largest = Rational(1_000_000_000)

  static func notNegative(_ field: String, _ value: Rational?) -> FieldRange? {
    value.map {
      FieldRange(
        field: field, value: $0, lowest: .zero, highest: largest,
        allowed: "from 0 to 1000000000")
    }
  }

  static func positive(_ field: String, _ value: Rational?) -> FieldRange? {
    value.map {
      FieldRange(
        field: field, value: $0, lowest: Rational(nearest: 0.000001), highest: largest,
        allowed: "from 0.000001 to 1000000000")
    }
  }

  static func between(
    _ field: String, _ value: Rational?, _ lowest: Int64, _ highest: Int64
  ) -> FieldRange? {
    value.map {
      FieldRange(
        field: field, value: $0, lowest: Rational(lowest), highest: Rational(highest),
        allowed: "from \(lowest) to \(highest)")
    }
  }

  var problem: ContractError? {
    value < lowest || value > highest ? .outOfRange(field, value, allowed: allowed) : nil
  }
}

extension Contract {
  /// What is wrong with the contract by itself, in the order of the clauses; empty when invoices
  /// can be computed.
  public var problems: [ContractError] {
    ranges.compactMap(\.problem) + hourProblems + contactProblems + serviceProblems
      + closingProblems
  }

  private var ranges: [FieldRange] {
    let prices: [(String, UnitPrice?)] = [
      ("base-fee.month", baseFee), ("fte-month.rate", fullTime?.rate),
      ("seat-month.rate", seatMonth), ("talk-minute.rate", talk?.rate), ("contact.rate", contact),
      ("consultation.rate", consultation), ("promotion-seat-day.rate", promotionSeatDay),
      ("baseline.arc", baseline?.additionalCharge), ("baseline.rrc", baseline?.reducedCredit),
      ("commit.rate", contactCommitment?.rate), ("ramp.rate", rampHour),
      ("training.rate", training?.rate),
    ]
    let priced = prices.map { field, price in
      FieldRange.notNegative(
        field, price.map { $0.minorUnitsPerUnit.divided(by: minorUnitsPerMajor) ?? .zero })
    }
    let others: [FieldRange?] = [
      .positive("index.base", index?.base), .between("index.share", index?.share, 0, 100),
      .between("index.cap", index?.cap, 0, 100),
      .positive("fte-month.days-payable", fullTime?.payableDays),
      .positive("talk-minute.round-sec", talk?.roundedTo),
      .notNegative("talk-minute.min-sec", talk?.minimum),
      .notNegative("lock.floor", forecastLock?.floor), .notNegative("lock.cap", forecastLock?.cap),
      .notNegative("lock.over-factor", forecastLock?.overFactor),
      .notNegative("lock.shortfall", forecastLock?.shortfallShare),
      .notNegative("baseline.qty", baseline?.contacts),
      .between("baseline.deadband", baseline?.deadband, 0, 1),
      .between("sales.share", salesShare?.share, 0, 1),
      .between("sales.clawback", salesShare?.clawback, 0, 1),
      .notNegative("commit.shortfall", hourCommitment?.shortfallShare),
      .notNegative("commit.hours", hourCommitment?.hours),
      .notNegative("commit.qty", contactCommitment?.contacts),
      .notNegative("commit.spend", minimumSpend.map { Rational($0.minorUnits) }),
      .between("sla.malus-cap", serviceLevels?.malusCap, 0, 100),
      .between("sla.bonus-cap", serviceLevels?.bonusCap, 0, 100),
      .between("fines.share", finesPassedOn?.share, 0, 1),
      .notNegative("fines.cap", finesPassedOn?.cap.map { Rational($0.minorUnits) }),
      .positive("fx.base", exchangeRate?.base), .notNegative("fx.band", exchangeRate?.band),
      .between("fx.client-share", exchangeRate?.clientShare, 0, 100),
      .between("payment.days", payment.map { Rational(Int64(clamping: $0.days)) }, 0, 3650),
      .between("payment.discount", payment?.discount, 0, 1),
      .between(
        "payment.discount-days", payment.map { Rational(Int64(clamping: $0.discountDays)) }, 0,
        3650),
      .between("payment.late-interest", payment?.lateInterest, 0, 100),
    ]
    return (priced + others).compactMap(\.self)
  }

  private var hourProblems: [ContractError] {
    var found: [ContractError] = []
    for (place, item) in hourPrices.enumerated() {
      if hourPrices[..<place].contains(where: { $0.unit == item.unit }) {
        found.append(.unitPricedTwice(item.unit))
      }
      if item.rate < .zero { found.append(.negativePrice(item.unit)) }
    }
    for (place, surcharge) in surcharges.enumerated() {
      if surcharges[..<place].contains(where: { $0.condition == surcharge.condition }) {
        found.append(.surchargedTwice(surcharge.condition))
      }
      if surcharge.factor.factor < .zero { found.append(.negativeSurcharge(surcharge.condition)) }
    }
    for (place, premium) in premiums.enumerated() {
      let field = "premium.\(premium.name)"
      if premiums[..<place].contains(where: { $0.name == premium.name }) {
        found.append(.namedTwice(field))
      }
      if let problem = FieldRange.between(field, premium.share, -1, 100)?.problem {
        found.append(problem)
      }
    }
    if !premiums.isEmpty, hourPrices.isEmpty {
      found.append(.missingTerm("productive-hour.rate", for: "premiums on hours"))
    }
    for (place, tier) in (hourTiers?.steps ?? []).enumerated() {
      if place > 0, hourTiers?.steps[place - 1].above == tier.above {
        found.append(.tierTwice(tier.above))
      }
      if tier.above <= .zero { found.append(.tierFromNothing) }
      if tier.rate < .zero, let unit = hourPrices.first?.unit {
        found.append(.negativePrice(unit))
      }
    }
    if let commitment = hourCommitment, price(of: commitment.unit) == nil {
      found.append(.commitmentWithoutPrice(commitment.unit))
    }
    return found
  }

  private var contactProblems: [ContractError] {
    var found: [ContractError] = []
    if contact != nil, contactTiers != nil {
      found.append(
        .contradiction("contact.rate", "contact.tiers", why: "both are the price of a contact"))
    }
    if forecastLock != nil, baseline != nil {
      found.append(
        .contradiction("lock.floor", "baseline.qty", why: "both bill all contacts of the month"))
    }
    if let forecastLock {
      if contact == nil {
        found.append(.missingTerm("contact.rate", for: "contacts against a locked forecast"))
      }
      if forecastLock.floor == nil, forecastLock.cap == nil {
        found.append(.missingTerm("lock.floor", for: "the band of the locked forecast"))
      }
      if let floor = forecastLock.floor, let cap = forecastLock.cap, floor > cap {
        found.append(
          .contradiction("lock.floor", "lock.cap", why: "the floor is above the cap"))
      }
    }
    if baseline != nil, contact == nil {
      found.append(.missingTerm("contact.rate", for: "the contacts of a baseline"))
    }
    if let contactTiers { found += contactTiers.problems }
    return found
  }

  private var serviceProblems: [ContractError] {
    var found: [ContractError] = []
    let targets = serviceLevels?.targets ?? []
    for (place, target) in targets.enumerated() {
      if targets[..<place].contains(where: { $0.metric == target.metric }) {
        found.append(.namedTwice("sla.\(target.metric).target"))
      }
      let ranges = [
        FieldRange.notNegative("sla.\(target.metric).malus", target.malus),
        .notNegative("sla.\(target.metric).bonus", target.bonus),
        .notNegative("sla.\(target.metric).stretch", target.stretch),
      ]
      found += ranges.compactMap { $0?.problem }
    }
    return found
  }

  private var closingProblems: [ContractError] {
    var found: [ContractError] = []
    if let setup, setup.fee < .zero || setup.instalments < 1 || setup.instalments > 1200 {
      found.append(.unpayableSetup)
    }
    if vatRate < .zero || vatRate > Rational(10) { found.append(.negativeVAT) }
    return found
  }
}

extension ContactTiers {
  /// Gaps and overlaps of the bands.
  var problems: [ContractError] {
    guard let first = bands.first else { return [.brokenBands("there is no band")] }
    var found: [ContractError] = []
    if first.from > 1 || first.from < 0 {
      found.append(
        .brokenBands("the first band is from \(first.from): it is from 1, so that all have a price")
      )
    }
    for (place, band) in bands.enumerated() {
      if band.rate < .zero { found.append(.brokenBands("band \(band.label) has a negative price")) }
      if let to = band.to, to < band.from {
        found.append(.brokenBands("band \(band.label) ends before it begins"))
      }
      guard place + 1 < bands.count else { continue }
      let next = bands[place + 1]
      guard let to = band.to else {
        found.append(.brokenBands("band \(band.label) has no end, but \(next.label) follows it"))
        continue
      }
      if next.from - 1 != to {
        let what = next.from - 1 > to ? "leaves a gap to" : "overlaps"
        found.append(.brokenBands("band \(band.label) \(what) \(next.label)"))
      }
    }
    return found
  }
}
