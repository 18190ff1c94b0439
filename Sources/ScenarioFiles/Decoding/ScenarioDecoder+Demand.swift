internal import BusinessCalendar
internal import Scenarios
internal import Units

extension ScenarioDecoder {
  func demand(
    _ queue: MapReader, _ id: String, _ hours: OpeningHours?, _ slot: SlotLength?
  ) -> DemandSource? {
    guard let volume = queue.map("volume") else { return nil }
    let kinds = ["history", "forecast", "drivers", "campaign"]
    let written = kinds.filter(volume.has)
    guard written.count == 1, let kind = written.first else {
      log.error(
        at: volume.node.span, volume.pathText,
        written.isEmpty
          ? "nothing says where the volume comes from"
          : "the volume comes from \(written.joined(separator: " and ")) at once",
        hint: "write exactly one of \(kinds.listed)")
      return nil
    }
    if kind == "campaign", queue.node["channel"]?.scalar != "outbound" {
      volume.error(
        "campaign", "only an outbound queue calls a list of customers",
        hint: "use channel: outbound, or give history, forecast or drivers")
      return nil
    }
    guard let reader = volume.map(kind) else { return nil }
    if kind == "drivers" { return drivers(reader).map { .drivers($0) } }
    if kind == "campaign" { return campaign(reader).map { .campaign($0) } }
    guard let history = IntervalFile(reader: reader, queue: id, context: context).read(),
      fits(history, slot, reader)
    else { return nil }
    if kind == "forecast" {
      checkCoverage(of: history, hours, reader)
      return .forecast(history)
    }
    checkReach(of: history, reader)
    checkOpenHours(of: history, hours, id, reader)
    return .history(history)
  }

  private func fits(
    _ history: IntervalHistory, _ slot: SlotLength?, _ reader: MapReader
  ) -> Bool {
    guard let slot, history.intervalMinutes < 1440 else { return true }
    let (length, minutes) = (history.intervalMinutes, slot.minutes)
    if length % minutes == 0 || minutes % length == 0 { return true }
    reader.error(
      "file", "intervals of \(length) minutes do not fit into slots of \(minutes)",
      hint: "choose a slot that divides them, such as slot: 5 min")
    return false
  }

  /// A history must hold two weeks before the horizon and not be older than two years.
  private func checkReach(of history: IntervalHistory, _ reader: MapReader) {
    guard let horizon = context.horizon else { return }
    var days = 0
    var last: LocalDate?
    for interval in history.intervals where interval.start.date < horizon.start {
      if interval.start.date != last { days += 1 }
      last = interval.start.date
    }
    guard days >= 14, let last else {
      reader.error(
        "file",
        "there \(days == 1 ? "is" : "are") \(days.counted("day")) of history before the horizon begins on \(horizon.start)",
        hint: "two weeks are the least; add older rows, or give a forecast")
      return
    }
    if last.days(until: horizon.start) > 104 * 7 {
      reader.error(
        "file", "the history ends on \(last), more than 104 weeks before the horizon begins",
        hint: "add newer rows, or give a forecast")
    } else if last.days(until: horizon.start) > 26 * 7 {
      log.warning(
        at: reader.span("file"), reader.pathText("file"),
        "the history ends on \(last), half a year or more before the horizon begins",
        hint: "newer rows make a better forecast")
    }
  }

  /// A forecast must say something of every open interval of the horizon.
  private func checkCoverage(
    of forecast: IntervalHistory, _ hours: OpeningHours?, _ reader: MapReader
  ) {
    guard let horizon = context.horizon, let hours else { return }
    let known = Set(forecast.intervals.map(\.start))
    let length = forecast.intervalMinutes
    var missing = 0
    var first: LocalDateTime?
    var clock = ClockChanges(zone: context.zone)
    for date in horizon.days {
      for minute in stride(from: 0, to: 1440, by: length) {
        guard isOpen(hours, on: date, from: minute, length: length),
          let time = LocalTime(minutes: minute)
        else { continue }
        let start = date.at(time)
        guard !known.contains(start) else { continue }
        if length < 1440, clock.occurrence(of: start) == .skipped { continue }
        missing += 1
        if first == nil { first = start }
      }
    }
    if let first {
      reader.error(
        "file",
        "the forecast leaves out \(missing.counted("open interval")) of the horizon, the first at \(first)",
        hint: "add them, with 0 where nothing comes; a missing row is no zero")
    }
  }

  private func isOpen(
    _ hours: OpeningHours, on date: LocalDate, from minute: Int, length: Int
  ) -> Bool {
    guard !hours.closedDates.contains(date) else { return false }
    let weekday = date.weekday
    return hours.stretches.contains { stretch in
      stretch.weekday == weekday && stretch.from.minutes < minute + length
        && minute < stretch.until.minutes
    }
  }

  // MARK: - Drivers

  private func drivers(_ reader: MapReader) -> DemandDrivers? {
    let file = reader.map("orders")
    let orders = file.flatMap { OrdersFile(reader: $0, context: context).read() }
    let intents = reader.entries("intents").compactMap(intent)
    if reader.has("intents"), reader.node["intents"]?.pairs?.isEmpty ?? false {
      reader.error("intents", "there is no intent", hint: "without one no contact comes")
    }
    let profile = hourlyProfile(reader)
    guard let file, let orders, let profile, let name = file.text("file"), !intents.isEmpty else {
      return nil
    }
    checkOrders(orders, intents, file)
    return DemandDrivers(orders: orders, file: name, intents: intents, hourlyProfile: profile)
  }

  private func hourlyProfile(_ reader: MapReader) -> [Share]? {
    guard let shares = reader.shares("hourly-profile") else { return nil }
    guard let written = reader.node["hourly-profile"]?.items, written.count == shares.count else {
      return nil
    }
    guard shares.count == 24 else {
      reader.error(
        "hourly-profile", "the profile has \(shares.count.counted("hour"))",
        hint: "it has one share for each of the 24 hours, from 00:00 on")
      return nil
    }
    guard isWhole(shares, "hourly-profile", reader) else { return nil }
    return shares.map { Share($0.doubleValue) }
  }

  /// Whether shares add up to 100 %, give or take the rounding of each to a hundredth of a percent.
  func isWhole(_ shares: [Rational], _ key: String, _ reader: MapReader) -> Bool {
    let sum = shares.reduce(Rational.zero, +)
    let tolerance = 0.0001 * Double(shares.count) / 2
    guard abs(sum.doubleValue - 1) <= tolerance else {
      reader.error(
        key, "the shares add up to \(QuantityText.text(share: sum))", hint: "together 100 %")
      return false
    }
    return true
  }

  private func intent(_ entry: (id: String, reader: MapReader)) -> DemandDrivers.Intent? {
    let reader = entry.reader
    let rate = reader.share("contact-rate")
    let containment = reader.share("robot-containment")
    let handOver = reader.share("hand-over")
    var lags: [DemandDrivers.DayLag] = []
    var shares: [Rational] = []
    for lag in reader.values("lag") {
      guard case .share(let share) = lag.value else { continue }
      guard let days = Int(lag.key), abs(days) <= 366 else {
        log.error(
          at: lag.keySpan, reader.pathText("lag"), "“\(lag.key)” is no number of days",
          hint: "write days after the order, such as 2, or -1 for the day before")
        return nil
      }
      guard !lags.contains(where: { $0.days == days }) else {
        log.error(
          at: lag.keySpan, reader.pathText("lag"), "day \(days) is listed twice", hint: "keep one")
        return nil
      }
      shares.append(share)
      lags.append(DemandDrivers.DayLag(days: days, share: Share(share.doubleValue)))
    }
    let written = reader.node["lag"]?.pairs?.count ?? 1
    guard written == lags.count, isWhole(shares, "lag", reader), let rate, let containment,
      let handOver
    else {
      return nil
    }
    return DemandDrivers.Intent(
      id: .init(entry.id), contactRate: rate, lag: lags.sorted { $0.days < $1.days },
      robotContainment: containment, handOver: handOver)
  }

  /// Every day from which a lag reaches into the horizon must have its orders.
  private func checkOrders(
    _ orders: [DemandDrivers.DailyOrders], _ intents: [DemandDrivers.Intent], _ file: MapReader
  ) {
    let lags = intents.flatMap(\.lag).map(\.days)
    guard let horizon = context.horizon, let soonest = lags.min(), let latest = lags.max(),
      let lastDay = horizon.last
    else { return }
    let first = horizon.start.adding(days: -latest)
    let last = lastDay.adding(days: -soonest)
    let known = Set(orders.map(\.date))
    let missing = (first..<last.adding(days: 1)).filter { !known.contains($0) }
    guard let firstMissing = missing.first else { return }
    file.error(
      "file",
      "there are no orders for \(missing.count.counted("day")), the "
        + "first \(firstMissing)",
      hint: "with these lags the horizon needs \(first) to \(last); write 0 where there are none")
  }
}
