internal import BusinessCalendar
internal import Contracts
internal import Scenarios
internal import Units

// What makes a bid of the plan.
extension ScenarioDecoder {
  /// The terms of the bid; `nil` where none is written, or it is wrong.
  func bidTerms(_ top: MapReader) -> BidTerms? {
    guard let reader = top.map("quote"), let client = reader.text("client"),
      let vendor = reader.text("vendor"), let goLive = reader.date("go-live"),
      let validUntil = reader.date("valid-until"), let overhead = reader.exactShare("overhead"),
      let margin = reader.exactShare("margin")
    else { return nil }
    var terms = BidTerms(client: client, vendor: vendor, goLive: goLive, validUntil: validUntil)
    terms.overhead = overhead
    terms.margin = margin
    readPrices(reader, &terms)
    terms.serviceLevel = reader.serviceLevels
    terms.forecastError = reader.exactShare("forecast-error") ?? .zero
    terms.volumeBand = reader.exactShare("volume-band") ?? terms.volumeBand
    terms.licence = reader.text("licence")
    terms.personalData = reader.text("personal-data")
    terms.scriptChange = reader.money("script-change")
    terms.scope = texts(reader, "scope")
    terms.exclusions = texts(reader, "exclusions")
    terms.isOpenBook = reader.text("book") == "open"
    if let map = reader.map("sensitivity") { terms.stress = stress(map) }
    check(terms, reader)
    return terms
  }

  private func readPrices(_ reader: MapReader, _ terms: inout BidTerms) {
    terms.risk = reader.exactShare("risk") ?? .zero
    terms.paymentDays = reader.count("payment-days") ?? 0
    terms.financeRate = reader.exactShare("finance-rate") ?? .zero
    terms.vat = reader.exactShare("vat") ?? .zero
    terms.seatMonth = reader.money("seat") ?? .zero
    terms.toolsMonth = reader.money("tools") ?? .zero
    terms.setupFee = reader.money("setup-fee") ?? .zero
    if case .span(let agents, let seats)? = reader.value("seat-sharing") {
      terms.seatSharing = SeatSharing(agents, per: seats)
    }
    terms.minimum = reader.exactShare("minimum") ?? .zero
    terms.tiers = reader.entries("tiers").compactMap { entry in
      guard let above = entry.reader.exactShare("above") else { return nil }
      let discount = entry.reader.has("discount") ? entry.reader.exactShare("discount") : nil
      if discount == nil, above < .one {
        entry.reader.error(
          "above", "a tier below the planned volume changes the price itself",
          hint: "state its discount, or begin it at 100 % or above")
      }
      return BidTier(above: above, discount: discount)
    }
    terms.tierMode = reader.text("tier-mode").flatMap(VolumeTiers.Mode.init) ?? .marginal
    terms.surchargeBasis = reader.text("surcharges").flatMap(SurchargeBasis.init) ?? .fullPrice
    terms.nightPremium = reader.exactShare("night-premium")
  }

  private func stress(_ map: MapReader) -> BidStress {
    let usual = BidStress()
    var stress = usual
    stress.shrinkage = map.exactShare("shrinkage") ?? usual.shrinkage
    stress.occupancy = map.exactShare("occupancy") ?? usual.occupancy
    stress.attrition = map.exactShare("attrition") ?? usual.attrition
    stress.volume = map.exactShare("volume") ?? usual.volume
    stress.handleTime = map.exactShare("handle-time") ?? usual.handleTime
    stress.rampDelayWeeks = map.weeks("ramp-delay") ?? usual.rampDelayWeeks
    return stress
  }

  private func texts(_ reader: MapReader, _ key: String) -> [String] {
    (reader.list(key) ?? []).compactMap { item in
      if case .text(let text) = item.value { text } else { nil }
    }
  }

  private func check(_ terms: BidTerms, _ reader: MapReader) {
    if terms.margin + terms.risk >= .one {
      reader.error(
        "margin", "margin and risk together are the whole price: no price covers the costs",
        hint: "they are shares of the price, together below 100 %")
    }
    if let horizon = context.horizon, !horizon.contains(terms.goLive) {
      reader.error(
        "go-live", "\(terms.goLive) is not within the horizon",
        hint: "the plan begins on \(horizon.start), when people can first be hired for it")
    }
    var last = Rational.zero
    for tier in terms.tiers {
      if tier.above <= last {
        reader.error(
          "tiers", "the tiers are not in order", hint: "write the lowest `above` first, each once")
      }
      last = tier.above
    }
  }
}

extension MapReader {
  /// Bonus and malus at the key `service-level`; `nil` where there is none.
  var serviceLevels: ServiceLevels? {
    guard let map = map("service-level"), let target = map.exactShare("target"),
      let malus = map.exactShare("malus"), let bonus = map.exactShare("bonus"),
      let stretch = map.exactShare("stretch"), let malusCap = map.exactShare("malus-cap"),
      let bonusCap = map.exactShare("bonus-cap")
    else { return nil }
    if target + stretch > .one {
      let reach = ((Rational.one - target) * Rational(100)).decimalText ?? "0"
      map.error(
        "stretch", "no service level is that far above the target: the bonus can never be earned",
        hint: "write at most \(reach) %")
    }
    let isPerPoint = map.text("mode") == "per-point"
    // Per point, the contract counts percent of the base for each point: 1 % is the factor 1.
    let scale = isPerPoint ? Rational(100) : .one
    let measure = Contracts.ServiceTarget(
      metric: "service-level", target: target, mode: isPerPoint ? .perPoint : .step,
      malus: malus * scale, bonus: bonus * scale, stretch: stretch)
    return ServiceLevels([measure], malusCap: malusCap, bonusCap: bonusCap)
  }
}
