internal import BusinessCalendar
internal import Contracts
internal import Scenarios
internal import Units

// Clauses that few contracts have.
extension ScenarioDecoder {
  /// The tiers of a price, lowest first; `nil` where there are none.
  func tiers(_ reader: MapReader) -> VolumeTiers? {
    let tiers = reader.entries("tiers").compactMap { entry -> VolumeTier? in
      guard let price = entry.reader.money("price") else { return nil }
      let hours = entry.reader.workTime("above")
      let contacts = entry.reader.count("above-contacts")
      switch (hours, contacts) {
      case (let hours?, nil): return VolumeTier(above: hours, rate: UnitPrice(price))
      case (nil, let contacts?):
        return VolumeTier(aboveCount: Rational(Int64(contacts)), rate: UnitPrice(price))
      case (nil, nil):
        if !entry.reader.has("above"), !entry.reader.has("above-contacts") {
          log.error(
            at: entry.reader.node.span, entry.reader.pathText, "the tier begins nowhere",
            hint: "write above: 2000 h, or above-contacts: 3200 where the price is per contact")
        }
        return nil
      default:
        entry.reader.error(
          "above-contacts", "hours are named too", hint: "keep the one that is agreed")
        return nil
      }
    }
    let mode = reader.text("tier-mode").flatMap(VolumeTiers.Mode.init) ?? .marginal
    return tiers.isEmpty ? nil : VolumeTiers(tiers, mode: mode)
  }

  /// The further clauses of a vendor; `nil` where none is written.
  func clauses(_ reader: MapReader, _ terms: ContractTerms) -> VendorClauses? {
    var clauses = VendorClauses()
    clauses.minimumMonths = reader.count("contract-months") ?? 1
    let exitCost = reader.money("exit-cost") ?? .zero
    clauses.exitCost =
      withoutVAT(reader).map { Money(rounding: Rational(exitCost.minorUnits), times: $0) }
      ?? exitCost
    clauses.learning = (reader.shares("learning") ?? []).map { Share($0.doubleValue) }
    clauses.maximumShare = reader.share("maximum-share")
    clauses.shareOfOutsourced = reader.share("share-of-outsourced")
    clauses.slots = slots(reader)
    let queueShares = reader.shares("queue-shares", by: "queue").map {
      VendorClauses.QueueShare(queue: Queue.ID($0.id), share: Share($0.share.doubleValue))
    }
    clauses.queueShares = queueShares.isEmpty ? nil : queueShares
    clauses.awardedTime = reader.workTime("awarded-hours")
    clauses.seatBatch = seatBatch(reader)
    clauses.forecastLock = forecastLock(reader)
    clauses.rampBilling = rampBilling(reader, clauses)
    clauses.nightPremium = nightPremium(reader)
    let holds =
      terms.commitment != nil || (reader.count("minimum-seats") ?? 0) > 0
      || clauses.exitCost > .zero || terms.price.unit.basis == .seats
      || terms.baseFee ?? .zero > .zero
    if clauses.minimumMonths > 1, !holds {
      log.warning(
        at: reader.span("contract-months"), reader.pathText("contract-months"),
        "a contract without a minimum of seats or a commitment holds nobody",
        hint: "write minimum-seats or commitment, or leave contract-months out")
    }
    return clauses == VendorClauses() ? nil : clauses
  }

  /// Seats of a batch, of which the ramp and the most seats must hold one.
  private func seatBatch(_ reader: MapReader) -> Int? {
    guard let batch = reader.count("seat-batch") else { return nil }
    for key in ["ramp-per-week", "maximum-seats"] {
      if let most = reader.count(key), most < batch {
        reader.error(
          "seat-batch", "no batch of \(batch) seats fits into \(key), \(most)",
          hint: "write at most \(most), or raise \(key)")
      }
    }
    return batch
  }

  private func slots(_ reader: MapReader) -> BookedSlots? {
    guard let map = reader.map("slots"), let rate = map.share("show-rate"),
      let least = map.workTime("minimum-hours")
    else { return nil }
    if let most = reader.workTime("hours-per-seat"), least > most {
      map.error(
        "minimum-hours", "more hours are promised than one of them books at most",
        hint: "hours-per-seat is the most of a week")
    }
    return BookedSlots(showRate: rate, minimumHours: least)
  }

  /// Seats beyond a site's own.
  func overflow(_ reader: MapReader) -> SeatOverflow? {
    guard let map = reader.map("overflow"), let seats = map.count("seats"),
      let (price, _) = map.price("price")
    else { return nil }
    return SeatOverflow(seats: seats, pricePerWeek: price)
  }

  /// Parts of the day in which a site's seats are counted by themselves.
  func dayParts(_ reader: MapReader) -> [DayPart]? {
    let parts = reader.entries("day-parts").compactMap { id, map -> DayPart? in
      guard case .dayHours(let spans)? = map.value("hours"), let span = spans.first else {
        return nil
      }
      if spans.count > 1 {
        map.error(
          "hours", "a part of the day has one span", hint: "give each span a part of its own")
      }
      let days = map.dates("days") ?? []
      if let horizon = context.horizon, let day = days.first(where: { !horizon.contains($0) }) {
        log.warning(
          at: map.span("days"), map.pathText("days"), "\(day) is not within the horizon",
          hint: "the part counts on days of the plan alone")
      }
      return DayPart(
        id: DayPart.ID(id), from: span.0, until: span.1, seats: map.count("seats"),
        present: map.share("present"), days: days)
    }
    return parts.isEmpty ? nil : parts
  }

  /// The busiest hours of the policy.
  func peakHours(_ reader: MapReader) -> PeakHours? {
    guard let map = reader.map("peak-hours"), let window = map.duration("window"),
      let attendance = map.share("attendance")
    else { return nil }
    return PeakHours(window: window, attendance: attendance)
  }

  /// The deferred queues whose work may wait over a week's end; `nil` for none.
  func carriedQueues(_ reader: MapReader, _ queues: [Queue]) -> [Queue.ID]? {
    guard let ids = reader.references("carry-over", to: "queue"), !ids.isEmpty else { return nil }
    for queue in queues where ids.contains(queue.id.rawValue) && queue.channel != .deferred {
      reader.error(
        "carry-over", "“\(queue.id)” is no deferred queue: its customers wait",
        hint: "take it out of the list")
    }
    return ids.map { Queue.ID($0) }
  }
}
