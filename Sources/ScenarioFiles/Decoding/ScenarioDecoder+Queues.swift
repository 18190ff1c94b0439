internal import BusinessCalendar
internal import Scenarios
internal import Units

extension ScenarioDecoder {
  func queue(
    _ entry: (id: String, reader: MapReader), _ usualPrice: Money?, _ slot: SlotLength?
  ) -> Queue? {
    let reader = entry.reader
    let name = reader.text("name") ?? entry.id
    let channel = channel(reader)
    let hours = openingHours(reader)
    let target = target(reader, channel)
    let occupancy = reader.share("max-occupancy")
    let patience = reader.duration("patience")
    let handleTime = reader.duration("handle-time")
    let minimum = reader.count("minimum-positions")
    let price = reader.money("lost-contact-price") ?? usualPrice
    if price == nil, !reader.has("lost-contact-price") {
      log.error(
        at: reader.node.span, reader.pathText, "nothing says what a lost contact costs",
        hint: "write lost-contact-price here or under policy: it prices a shortage")
    }
    let demand = demand(reader, entry.id, hours, slot)
    guard let channel, let hours, let target, let occupancy, let handleTime, let minimum,
      let price, let demand
    else { return nil }
    return Queue(
      id: Queue.ID(entry.id), name: name, channel: channel, openingHours: hours, target: target,
      maximumOccupancy: occupancy, patience: patience, handleTime: handleTime,
      minimumPositions: Positions(Double(minimum)), demand: demand, lostContactPrice: price)
  }

  private func channel(_ reader: MapReader) -> Channel? {
    guard let key = reader.text("channel") else { return nil }
    if key != "chat", reader.has("concurrency") {
      reader.error(
        "concurrency", "only chat has a concurrency", hint: "leave it out, or use channel: chat")
    }
    switch key {
    case "voice": return .voice
    case "deferred": return .deferred
    case "outbound": return .outbound
    default:
      guard reader.has("concurrency") else {
        reader.error(
          "channel", "“concurrency” is missing",
          hint: "say how many chats one agent holds at once, such as concurrency: 3")
        return nil
      }
      return reader.count("concurrency").map { .chat(concurrency: $0) }
    }
  }

  private func target(_ reader: MapReader, _ channel: Channel?) -> ServiceTarget? {
    guard let service = reader.map("service"), let channel else { return nil }
    let wanted = channel.isImmediate ? ["answered", "within"] : ["done-within"]
    for pair in service.node.pairs ?? []
    where ["answered", "within", "done-within"].contains(pair.key) && !wanted.contains(pair.key) {
      log.error(
        at: pair.keySpan, service.pathText(pair.key),
        "“\(pair.key)” is not the promise of a \(channel.key) queue",
        hint: channel.isImmediate
          ? "write answered: 80 % and within: 30 s" : "write done-within: 24 h")
      return nil
    }
    for key in wanted where !service.has(key) {
      log.error(
        at: service.node.span, service.pathText, "“\(key)” is missing",
        hint: channel.isImmediate
          ? "write answered: 80 % and within: 30 s" : "write done-within: 24 h")
    }
    if channel.isImmediate {
      guard let share = service.share("answered"), let within = service.duration("within") else {
        return nil
      }
      return .answered(share: share, within: within)
    }
    return service.duration("done-within").map { .done(within: $0) }
  }

  // MARK: - Opening hours

  private func openingHours(_ reader: MapReader) -> OpeningHours? {
    let closed = reader.dates("closed-dates") ?? []
    switch reader.value("opening-hours") {
    case .text: return OpeningHours(stretches: OpeningHours.always.stretches, closedDates: closed)
    case .dayHours(let spans):
      let stretches = Weekday.allCases.flatMap { weekday in
        spans.map { OpeningHours.Stretch(weekday: weekday, from: $0.0, until: $0.1) }
      }
      return OpeningHours(stretches: stretches, closedDates: closed)
    case .structure:
      guard let stretches = stretches(reader) else { return nil }
      return OpeningHours(stretches: stretches, closedDates: closed)
    default: return nil
    }
  }

  private func stretches(_ reader: MapReader) -> [OpeningHours.Stretch]? {
    var byWeekday: [Weekday: [(LocalTime, LocalTime)]] = [:]
    for entry in reader.values("opening-hours") {
      guard case .dayHours(let spans) = entry.value else { continue }
      guard let weekdays = weekdays(entry.key) else {
        log.error(
          at: entry.keySpan, reader.pathText("opening-hours"),
          "“\(entry.key)” is no day of the week",
          hint: WeekdayWords.meant(by: entry.key).map { "write \($0)" }
            ?? "write monday, or monday-friday for several")
        return nil
      }
      for weekday in weekdays {
        guard byWeekday[weekday] == nil else {
          log.error(
            at: entry.keySpan, reader.pathText("opening-hours"),
            "\(weekday.name) has hours twice", hint: "keep one")
          return nil
        }
        byWeekday[weekday] = spans
      }
    }
    guard !byWeekday.isEmpty else {
      reader.error(
        "opening-hours", "the queue is never open", hint: "write monday-friday: \"09:00-18:00\"")
      return nil
    }
    return Weekday.allCases.flatMap { weekday in
      (byWeekday[weekday] ?? []).map {
        OpeningHours.Stretch(weekday: weekday, from: $0.0, until: $0.1)
      }
    }
  }

  private func weekdays(_ key: String) -> [Weekday]? {
    let days = key.split(separator: "-").map { Weekday(name: $0) }
    guard days.count <= 2, let first = days.first ?? nil, let last = days.last ?? nil else {
      return nil
    }
    return (0...first.days(until: last)).map { first.adding(days: $0) }
  }
}
