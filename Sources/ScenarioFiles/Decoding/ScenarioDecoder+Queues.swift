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
    let promise = promise(reader, channel)
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
    guard let channel, let handleTime, let price else { return nil }
    let parts = QueueParts(
      id: entry.id, channel: channel, openingHours: hours,
      conditions: promise?.conditions ?? WaitConditions(), patience: patience,
      handleTime: handleTime, lostContactPrice: price, demand: demand)
    let staffing = staffing(reader, parts)
    guard let hours, let promise, let occupancy, let minimum, let demand, let staffing else {
      return nil
    }
    if promise.conditions.abandonment != nil, patience == nil, !reader.hasPatientSegments {
      reader.map("service")?.error(
        "abandonment", "an abandonment is promised, but nobody leaves this queue",
        hint: "give it a patience, or take abandonment out")
    } else if promise.conditions.abandonment == .zero {
      reader.map("service")?.error(
        "abandonment", "no number of positions keeps every contact from leaving",
        hint: "promise a share above 0 %, such as 1 %")
    }
    return Queue(
      id: Queue.ID(entry.id), name: name, channel: channel, openingHours: hours,
      target: promise.target, maximumOccupancy: occupancy, patience: patience,
      handleTime: handleTime, minimumPositions: Positions(Double(minimum)), demand: demand,
      lostContactPrice: price, staffing: staffing)
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

  private static let immediateKeys = [
    "answered", "within", "definition", "average-speed-of-answer", "abandonment",
    "wait-percentile",
  ]
  private static let enoughKeys = [
    "average-speed-of-answer", "abandonment", "wait-percentile", "reply-rate",
  ]

  /// What is promised, as the target and as all conditions.
  private func promise(
    _ reader: MapReader, _ channel: Channel?
  ) -> (target: ServiceTarget, conditions: WaitConditions)? {
    guard let service = reader.map("service"), let channel else { return nil }
    guard isOfChannel(service, channel) else { return nil }
    let hint =
      channel.isImmediate ? "write answered: 80 % and within: 30 s" : "write done-within: 24 h"
    let hasOther = ScenarioDecoder.enoughKeys.contains(where: service.has)
    let hasLevel = service.has("answered") || service.has("within")
    let wanted = channel.isImmediate ? ["answered", "within"] : ["done-within"]
    if !channel.isImmediate || hasLevel || !hasOther {
      for key in wanted where !service.has(key) {
        log.error(
          at: service.node.span, service.pathText, "“\(key)” is missing", hint: hint)
      }
    }
    guard channel.isImmediate else {
      return service.duration("done-within").map { (.done(within: $0), WaitConditions()) }
    }
    let conditions = conditions(service)
    if hasOther, !hasLevel {
      return conditions.map { (.answered(share: .zero, within: .zero), $0) }
    }
    guard let conditions, let level = conditions.level else { return nil }
    return (.answered(share: level.share, within: level.within), conditions)
  }

  private func conditions(_ service: MapReader) -> WaitConditions? {
    let definition = service.text("definition").flatMap(WaitConditions.Definition.init)
    var conditions = WaitConditions(
      averageSpeedOfAnswer: service.duration("average-speed-of-answer"),
      abandonment: service.share("abandonment"))
    conditions.level = level(service, "answered")
    if let share = conditions.level?.share, share >= .whole {
      log.warning(
        at: service.span("answered"), service.pathText("answered"),
        "no number of positions answers every contact in time, so 99.99 % is planned",
        hint: "promise less than 100 %")
    }
    let wait = service.map("wait-percentile")
    conditions.waitPercentile = wait.flatMap { level($0, "share") }
    guard let definition, wait == nil || conditions.waitPercentile != nil else { return nil }
    conditions.definition = definition
    return conditions
  }

  private func level(_ reader: MapReader, _ key: String) -> WaitConditions.Level? {
    let share = reader.share(key)
    let within = reader.duration("within")
    guard let share, let within else { return nil }
    return WaitConditions.Level(share, within: within)
  }

  /// Whether only promises are written that a queue of this channel can make.
  private func isOfChannel(_ service: MapReader, _ channel: Channel) -> Bool {
    let isChat = channel.key == "chat"
    let known =
      channel.isImmediate
      ? ScenarioDecoder.immediateKeys + (isChat ? ["reply-rate"] : []) : ["done-within"]
    let all = ScenarioDecoder.immediateKeys + ["reply-rate", "done-within"]
    for pair in service.node.pairs ?? [] where all.contains(pair.key) && !known.contains(pair.key) {
      log.error(
        at: pair.keySpan, service.pathText(pair.key),
        "“\(pair.key)” is not the promise of a \(channel.key) queue",
        hint: channel.isImmediate
          ? "write answered: 80 % and within: 30 s" : "write done-within: 24 h")
      return false
    }
    return true
  }

  // MARK: - Opening hours

  func openingHours(
    _ reader: MapReader, _ key: String = "opening-hours"
  ) -> OpeningHours? {
    let closed = reader.dates("closed-dates") ?? []
    switch reader.value(key) {
    case .text: return OpeningHours(stretches: OpeningHours.always.stretches, closedDates: closed)
    case .dayHours(let spans):
      let stretches = Weekday.allCases.flatMap { weekday in
        spans.map { OpeningHours.Stretch(weekday: weekday, from: $0.0, until: $0.1) }
      }
      return OpeningHours(stretches: stretches, closedDates: closed)
    case .structure:
      guard let stretches = stretches(reader, key) else { return nil }
      return OpeningHours(stretches: stretches, closedDates: closed)
    default: return nil
    }
  }

  private func stretches(_ reader: MapReader, _ key: String) -> [OpeningHours.Stretch]? {
    var byWeekday: [Weekday: [(LocalTime, LocalTime)]] = [:]
    for entry in reader.values(key) {
      guard case .dayHours(let spans) = entry.value else { continue }
      guard let weekdays = weekdays(entry.key) else {
        log.error(
          at: entry.keySpan, reader.pathText(key),
          "“\(entry.key)” is no day of the week",
          hint: WeekdayWords.meant(by: entry.key).map { "write \($0)" }
            ?? "write monday, or monday-friday for several")
        return nil
      }
      for weekday in weekdays {
        guard byWeekday[weekday] == nil else {
          log.error(
            at: entry.keySpan, reader.pathText(key),
            "\(weekday.name) has hours twice", hint: "keep one")
          return nil
        }
        byWeekday[weekday] = spans
      }
    }
    guard !byWeekday.isEmpty else {
      reader.error(
        key, "the queue is never open", hint: "write monday-friday: \"09:00-18:00\"")
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
