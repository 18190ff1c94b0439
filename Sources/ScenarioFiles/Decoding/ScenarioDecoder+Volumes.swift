internal import BusinessCalendar
internal import Contracts
internal import Scenarios
internal import Units

// What is agreed of a vendor's volumes: a locked forecast, a baseline, billing while seats ramp up.
extension ScenarioDecoder {
  /// The forecast that was locked; `nil` where none is agreed.
  func forecastLock(_ reader: MapReader) -> LockedForecast? {
    guard let map = reader.map("forecast-lock"), let factor = map.exactShare("over-factor"),
      let shortfall = map.exactShare("shortfall")
    else { return nil }
    let floor = map.has("floor") ? map.exactShare("floor") : nil
    let cap = map.has("cap") ? map.exactShare("cap") : nil
    if !map.has("floor"), !map.has("cap") {
      reader.error(
        "forecast-lock", "the lock has no band", hint: "write floor: 90 %, cap: 110 %, or both")
    }
    if map.has("cap") != map.has("over-factor") {
      map.error(
        map.has("cap") ? "cap" : "over-factor",
        map.has("cap")
          ? "nothing is said of what is above the cap" : "there is no cap to be above",
        hint: "write both: cap: 110 %, over-factor: 130 %")
    }
    let months = map.byMonth("months").compactMap { entry -> LockedForecast.Month? in
      guard case .count(let volume) = entry.value else { return nil }
      if let horizon = context.horizon, entry.month.range.intersection(horizon) == nil {
        log.warning(
          at: entry.span, map.pathText("months.\(entry.month)"),
          "the month is not within the horizon", hint: "it changes nothing in this plan")
      }
      return LockedForecast.Month(entry.month, volume: Rational(Int64(volume)))
    }
    return LockedForecast(
      ForecastLock(floor: floor, cap: cap, overFactor: factor, shortfallShare: shortfall),
      months: months)
  }

  /// The baseline of contacts, its charges without VAT; `nil` where none is agreed.
  func baseline(_ reader: MapReader, _ terms: ContractTerms) -> VolumeBaseline? {
    guard let map = reader.map("baseline"), let contacts = map.count("contacts-per-month"),
      let deadband = map.exactShare("deadband"), let additional = map.money("additional"),
      let reduced = map.money("reduced")
    else { return nil }
    let part = withoutVAT(reader) ?? .one
    let credit = UnitPrice(reduced) * Multiplier(part)
    if credit * Multiplier(.one - deadband) > terms.price.rate {
      map.error(
        "reduced", "more is credited for contacts that do not come than the baseline costs",
        hint: "it is at most the price; the price is of contacts within the baseline")
      return nil
    }
    return VolumeBaseline(
      contacts: Rational(Int64(contacts)), deadband: deadband,
      additionalCharge: UnitPrice(additional) * Multiplier(part), reducedCredit: credit)
  }

  /// What hours of the night cost on top; `nil` where none is agreed. Premiums are shares of the plain
  /// price, to which those of every hour are added already.
  func nightPremium(_ reader: MapReader) -> NightPremium? {
    guard let map = reader.map("night-premium"), let share = map.exactShare("share"),
      case .dayHours(let spans)? = map.value("hours")
    else { return nil }
    if reader.price("price").flatMap({ PricingUnit(rawValue: $0.unit) })?.basis != .hours {
      reader.error(
        "night-premium", "the price is not by the hour",
        hint: "state the mean price of all hours")
    }
    let others = premiums(reader).reduce(Rational.one) { $0 + $1 }
    return NightPremium(
      share.divided(by: others) ?? share,
      within: spans.map { NightPremium.Span($0.0, $0.1) }, stacking: stacking(reader))
  }

  /// Clauses of volumes that the unit of the price, or other clauses, do not go with.
  func checkVolumes(_ reader: MapReader, _ unit: PricingUnit) {
    let isCounted = unit.basis == .hours || unit.isContact
    if reader.has("forecast-lock"), !isCounted {
      reader.error(
        "forecast-lock", "a price per \(unit.name) has no forecast to lock",
        hint: "seats are kept by minimum-seats; minutes by commitment: { spend-per-month: … }")
    }
    if reader.has("baseline"), !unit.isContact {
      reader.error(
        "baseline", "a baseline counts contacts, the price is per \(unit.name)",
        hint: "write commitment for hours, and tiers for what is above")
    }
    for key in ["commitment", "tiers"] where reader.has(key) {
      for other in ["forecast-lock", "baseline"] where reader.has(other) {
        reader.error(
          other, "\(key) says what volumes cost too", hint: "keep the one that is agreed")
      }
    }
    if reader.has("forecast-lock"), reader.has("baseline") {
      reader.error(
        "baseline", "forecast-lock says what volumes cost too",
        hint: "keep the one that is agreed")
    }
    for key in ["holiday-surcharge", "rest-day-surcharge", "overtime-surcharge"]
    where reader.has("baseline") && reader.has(key) {
      reader.error(
        key, "contacts of a baseline cost the same whatever the day", hint: "leave it out")
    }
  }

  /// What hours of added seats cost in their first weeks; `nil` where they are billed in full.
  ///
  /// A seat must be billed for what it helps at least, and nothing may be due for hours that are not
  /// used: else the program would add seats for the sake of the discount.
  func rampBilling(_ reader: MapReader, _ clauses: VendorClauses) -> [Share]? {
    guard reader.has("ramp-billing"), let shares = reader.shares("ramp-billing") else {
      return nil
    }
    if reader.price("price").flatMap({ PricingUnit(rawValue: $0.unit) })?.basis != .hours {
      reader.error(
        "ramp-billing", "the price is not by the hour",
        hint:
          "a seat by the month is paid from its first day; contacts are paid as they are handled")
    }
    for (week, share) in shares.enumerated() {
      let output = clauses.learning.indices.contains(week) ? clauses.learning[week] : .whole
      guard Share(share.doubleValue) < output else { continue }
      reader.error(
        "ramp-billing",
        "in its week \(week + 1) a seat is billed for less than it helps (learning)",
        hint: "state learning of that week, at most what is billed")
    }
    let others = [
      "commitment", "forecast-lock", "tiers", "minimum-seats", "seat-batch", "awarded-hours",
    ]
    for key in others where reader.has(key) && reader.count(key) != 0 {
      reader.error(
        "ramp-billing", "with \(key) hours of new seats may cost nothing, or another price",
        hint: "leave one of the two out, and state the mean price of an hour")
    }
    return shares.map { Share($0.doubleValue) }
  }
}
