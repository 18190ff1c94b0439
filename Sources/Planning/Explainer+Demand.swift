internal import BusinessCalendar
internal import CapacityPlanning
internal import Forecasting
internal import Scenarios
internal import Staffing
internal import Units

extension Explainer {
  // MARK: Requirement

  /// The requirement of a queue: at a local time, or over the week of a date.
  func explainQueue(_ id: String, at time: String) throws(ExplanationError) -> Explanation {
    let queue = try queue(id)
    if LocalDate(iso: time) != nil { return try explainWeek(of: queue, at: time) }
    guard let moment = LocalDateTime(time), let slot = plan.requirement.grid.index(of: moment),
      let requirement = plan.requirement[queue.id], let forecast = plan.forecast[queue.id]
    else { throw .outsideHorizon(time, horizon: plan.scenario.horizon.description) }
    return positions(of: queue, at: moment, slot: slot, requirement, forecast)
  }

  private func positions(
    of queue: Queue, at moment: LocalDateTime, slot: Int, _ requirement: QueueRequirement,
    _ forecast: QueueForecast
  ) -> Explanation {
    let id = queue.id.rawValue
    let handleTime = forecast.handleTime[slot].inSeconds
    let minutes = plan.requirement.grid.slotLength.duration.inSeconds / 60
    let load = Explanation(
      "load", value: requirement.load[slot].value.counted("erlang"),
      formula: loadFormula(
        contacts: requirement.volume[slot].value, handleTime: handleTime, minutes: minutes,
        concurrency: queue.channel.concurrency),
      parts: [
        reachingPeople(requirement, forecast, slot: slot),
        handleTimeExplanation(of: queue, slot: slot, seconds: handleTime),
      ])
    let sizing = plan.requirement.sizingLoad(of: queue, for: plan.forecast, inSlot: slot)
    let decided: String
    let path: String
    switch requirement.driver[slot] {
    case .none where !queue.openingHours.isOpen(on: moment.date, at: moment.time):
      decided = "nobody is needed: the queue is closed"
      path = "queues.\(id).opening-hours"
    case .none:
      decided = "nobody is needed: nothing comes"
      path = "queues.\(id).volume"
    case let driver:
      decided = "\(requirement.method); decided by the \(lower(words.name(of: driver)))"
      path = decidingPath(driver, queue: id)
    }
    return Explanation(
      "positions of \(queue.name) at \(moment), net of shrinkage",
      value: requirement.positions[slot].value.short, formula: decided, path: path,
      parts: [
        load
      ] + largestLoad(sizing, handleTime: handleTime, queue: id)
        + serviceExplanations(of: queue, requirement, slot: slot) + [
          Explanation(
            "occupancy", value: requirement.occupancy[slot].value.percent,
            formula: occupancyFormula(of: queue),
            path: "queues.\(id).max-occupancy")
        ] + replyExplanation(requirement, slot: slot) + poolExplanations(of: queue, slot: slot)
        + grossExplanations(of: queue, positions: requirement.positions[slot]))
  }

  private func replyExplanation(_ requirement: QueueRequirement, slot: Int) -> [Explanation] {
    guard requirement.replyRate.indices.contains(slot), let rate = requirement.replyRate[slot]
    else { return [] }
    return [
      Explanation(
        "replies in time", value: rate.value.percent,
        path: "queues.\(requirement.queue).service.reply-rate")
    ]
  }

  /// The contacts of a slot that people get, where others come than those the forecast has.
  private func reachingPeople(
    _ requirement: QueueRequirement, _ forecast: QueueForecast, slot: Int
  ) -> Explanation {
    let come = volumeExplanation(forecast, slots: slot..<(slot + 1))
    let (people, all) = (requirement.volume[slot].value, forecast.volume[slot].value)
    guard (people - all).magnitude > 1e-9 * max(1, all) else { return come }
    return Explanation(
      "contacts that people get", value: people.short,
      formula: "\(all.short) forecast, of which \((people / max(1e-9, all)).percent) reach people: "
        + requirement.method,
      path: "queues.\(requirement.queue)", parts: [come])
  }

  private func decidingPath(_ driver: QueueRequirement.Driver, queue id: String) -> String {
    switch driver {
    case .occupancy: "queues.\(id).max-occupancy"
    case .minimumPositions: "queues.\(id).minimum-positions"
    case .replyRate: "queues.\(id).service.reply-rate"
    default: "queues.\(id).service"
    }
  }

  private func handleTimeExplanation(of queue: Queue, slot: Int, seconds: Double) -> Explanation {
    let moment = plan.requirement.grid.slot(at: slot)?.startInstant ?? 0
    let changes = plan.scenario.events.compactMap { event -> Explanation? in
      let start = plan.scenario.timeZone.instant(ofOrAfter: event.start)
      let end = start + Int64(event.window.inSeconds)
      guard let lift = event.lifts.first(where: { $0.queue == queue.id }),
        lift.handleTimeChange != .zero, moment < end,
        moment + Int64(plan.requirement.grid.slotLength.duration.inSeconds) > start
      else { return nil }
      return Explanation(
        "changed by \(event.name)", value: lift.handleTimeChange.value.percent,
        path: "events.\(event.id).handle-time-change")
    }
    return Explanation(
      "handle time", value: "\(seconds.short) s", path: handleTimePath(of: queue), parts: changes)
  }

  /// Where the handle time of a queue is stated: with the contacts that were counted or forecast, or
  /// in its own key.
  func handleTimePath(of queue: Queue) -> String {
    let key = "queues.\(queue.id)"
    switch queue.demand {
    case .history(let counted) where counted.statesHandleTimes: return "\(key).volume.history.file"
    case .forecast(let stated) where stated.statesHandleTimes: return "\(key).volume.forecast.file"
    default: return "\(key).handle-time"
    }
  }

  private func loadFormula(
    contacts: Double, handleTime: Double, minutes: Double, concurrency: Int
  ) -> String {
    let divisor = concurrency > 1 ? " / \(concurrency) at once" : ""
    return
      "\(contacts.counted("contact")) × \(handleTime.short) s / \(minutes.short) min\(divisor)"
  }

  private func grossExplanations(of queue: Queue, positions: Positions) -> [Explanation] {
    guard positions > .zero else { return [] }
    return plan.scenario.staffGroups.filter { $0.skills.contains(queue.id) }.map { group in
      let gross = group.netShare.value > 0 ? positions.value / group.netShare.value : 0
      return Explanation(
        "heads on duty if \(group.name) alone served it, gross", value: gross.short,
        formula: "\(positions.value.short) / \(group.netShare.value.percent) net share",
        path: "staff-groups.\(group.id).shrinkage")
    }
  }

  /// The busiest interval of a queue, or of all together.
  func explainPeak(_ id: String?) throws(ExplanationError) -> Explanation {
    let only = try id.map { id throws(ExplanationError) in try queue(id).id }
    let chosen = plan.requirement.queues.filter { only == nil || $0.queue == only }
    let grid = plan.requirement.grid
    var best: (slot: Int, positions: Double)?
    for slot in grid.slotIndices {
      let positions = chosen.map { $0.positions[slot].value }.reduce(0, +)
      if positions > best?.positions ?? 0 { best = (slot, positions) }
    }
    let what = only.map(name(of:)) ?? "all queues together"
    guard let best, let slot = grid.slot(at: best.slot) else {
      return Explanation("most positions of \(what) in one interval", value: "0")
    }
    let parts = chosen.compactMap { requirement -> Explanation? in
      guard let queue = plan.scenario.queue(requirement.queue),
        let forecast = plan.forecast[requirement.queue]
      else { return nil }
      return positions(
        of: queue, at: slot.dateTime, slot: best.slot, requirement, forecast)
    }
    return Explanation(
      "most positions of \(what) in one interval", value: best.positions.short,
      formula: "at \(slot.dateTime)", parts: parts)
  }

  /// What a queue needs in a week, who gives it, and what is short.
  private func explainWeek(of queue: Queue, at date: String) throws(ExplanationError)
    -> Explanation
  {
    let (index, week) = try week(of: date)
    let required =
      plan.capacity.requirement.first { $0.queue == queue.id }?
      .total(inWeek: index) ?? .zero
    let groups = plan.capacity.groups.map {
      ("staff-groups.\($0.group)", $0.group.rawValue, $0.weeks[index].allocations)
    }
    let vendors = plan.capacity.vendors.map {
      ("vendors.\($0.vendor)", $0.vendor.rawValue, $0.weeks[index].allocations)
    }
    func given(_ suppliers: [(path: String, id: String, allocations: [Allocation])])
      -> (total: Double, parts: [Explanation])
    {
      var total = 0.0
      var parts: [Explanation] = []
      for supplier in suppliers {
        let time = supplier.allocations.filter { $0.queue == queue.id }.map(\.netTime).total()
        guard time > .zero else { continue }
        total += time.hours
        parts.append(
          Explanation(
            "given by \(name(ofSupplier: supplier.id))", value: "\(time.hours.short) h",
            path: supplier.path))
      }
      return (total, parts)
    }
    let own = given(groups)
    let outsourced = given(vendors)
    let shortages = plan.capacity.shortages.filter { $0.week == index && $0.queue == queue.id }
    let short = shortages.map(\.netTime).total().hours
    let contacts = try explainContacts(queue.id.rawValue, in: .week(date))
    return Explanation(
      "net hours that \(queue.name) needs in the week of \(week.start)",
      value: required.hours.short,
      formula: "sum of the positions of its intervals × their length: "
        + "\(own.total.short) h of our own people + \(outsourced.total.short) h of vendors "
        + "+ \(short.short) h short",
      parts: [
        Explanation("of our own people", value: "\(own.total.short) h", parts: own.parts),
        Explanation("of vendors", value: "\(outsourced.total.short) h", parts: outsourced.parts),
        Explanation("short", value: "\(short.short) h", parts: shortages.map(shortageExplanation)),
        contacts,
      ])
  }

  // MARK: Contacts

  func explainContacts(
    _ id: String, in period: ExplanationPeriod
  ) throws(ExplanationError) -> Explanation {
    let queue = try queue(id)
    let grid = plan.forecast.grid
    let horizon = plan.scenario.horizon.description
    let slots: Range<Int>
    let words: String
    switch period {
    case .horizon:
      slots = grid.slotIndices
      words = "over the horizon"
    case .week(let date):
      let (index, week) = try week(of: date)
      slots = grid.slotIndices(ofWeek: index)
      words = "in the week of \(week.start)"
    case .day(let text):
      guard let date = LocalDate(iso: text), grid.range.contains(date) else {
        throw .outsideHorizon(text, horizon: horizon)
      }
      slots = grid.slotIndices(of: date)
      words = "on \(date)"
    case .interval(let text):
      guard let moment = LocalDateTime(text), let slot = grid.index(of: moment) else {
        throw .outsideHorizon(text, horizon: horizon)
      }
      slots = slot..<(slot + 1)
      words = "at \(moment)"
    }
    guard let forecast = plan.forecast[queue.id] else {
      throw .unknown(kind: "forecast", name: id, known: [])
    }
    var volume = volumeExplanation(forecast, slots: slots)
    if case .horizon = period {
      let weeks = grid.weeks.enumerated().map { index, week in
        Explanation(
          "week of \(week.start)",
          value: forecast.volume[grid.slotIndices(ofWeek: index)].total().value.short)
      }
      volume = Explanation(
        volume.statement, value: volume.value, formula: volume.formula,
        parts: volume.parts + [Explanation("by week", value: "\(weeks.count)", parts: weeks)])
    }
    return Explanation(
      "contacts of \(queue.name) \(words)", value: volume.value, formula: volume.formula,
      path: "queues.\(id).volume", parts: volume.parts)
  }

  /// The contacts of some slots: without events, added by each event, and what is cut off.
  func volumeExplanation(_ forecast: QueueForecast, slots: Range<Int>) -> Explanation {
    var effects: [Explanation] = []
    var added = 0.0
    for effect in forecast.eventEffects {
      let range = effect.firstSlot..<(effect.firstSlot + effect.addedVolume.count)
      let touched = range.clamped(to: slots)
      guard !touched.isEmpty else { continue }
      let volume = touched.map { effect.addedVolume[$0 - effect.firstSlot].value }.reduce(0, +)
      guard volume != 0 else { continue }
      added += volume
      effects.append(eventEffect(effect.event, on: forecast.queue, volume: volume))
    }
    let base = forecast.baseVolume[slots].total().value
    let all = forecast.volume[slots].total().value
    let formula =
      "\(base.short) without events"
      + (effects.isEmpty ? "" : " \(added < 0 ? "−" : "+") \(added.magnitude.short) by events")
    if (all - base - added).magnitude > 0.005 {
      effects.append(
        Explanation(
          "not offered to people: closed, or less than nothing",
          value: (all - base - added).short, path: "queues.\(forecast.queue).opening-hours"))
    }
    return Explanation(
      "contacts", value: all.short, formula: formula,
      parts: [
        Explanation(
          "without events", value: base.short, formula: forecast.method,
          path: "queues.\(forecast.queue).volume", parts: sources(of: forecast, slots: slots))
      ] + effects)
  }

  private func eventEffect(
    _ id: PeakEvent.ID, on queue: Queue.ID, volume: Double
  ) -> Explanation {
    let event = plan.scenario.events.first { $0.id == id }
    let lift = event?.lifts.first { $0.queue == queue }?.extraVolume.value
    return Explanation(
      "added by \(event?.name ?? id.rawValue)", value: volume.short,
      formula: lift.map {
        "\($0.percent) of what would have come anyway, within the event’s window and by its shape"
      } ?? "", path: "events.\(id).lift.\(queue)")
  }

  func explainEvent(_ id: String) throws(ExplanationError) -> Explanation {
    guard let event = plan.scenario.events.first(where: { $0.id.rawValue == id }) else {
      throw .unknown(
        kind: "event", name: id, known: plan.scenario.events.map(\.id.rawValue))
    }
    let path = "events.\(id)"
    var parts = [
      Explanation("starts", value: "\(event.start)", path: "\(path).start"),
      Explanation(
        "window", value: event.window.inHours.counted("hour"), path: "\(path).window"),
      Explanation("source", value: event.source, path: "\(path).source"),
    ]
    if let notified = event.notified {
      parts.append(Explanation("we were told", value: "\(notified)", path: "\(path).notified"))
    }
    var all = 0.0
    for forecast in plan.forecast.queues {
      let own = forecast.eventEffects.filter { $0.event == event.id }
      let volume = own.flatMap(\.addedVolume).total().value
      guard volume != 0 else { continue }
      all += volume
      let effect = eventEffect(event.id, on: forecast.queue, volume: volume)
      parts.append(
        Explanation(
          "contacts of \(name(of: forecast.queue))", value: effect.value, formula: effect.formula,
          path: effect.path))
    }
    return Explanation(
      "contacts that \(event.name) adds", value: all.short, formula: "sum over the queues",
      path: path, parts: parts)
  }

  // MARK: Sources

  /// What the volume without events is made of, from the scenario's files.
  private func sources(of forecast: QueueForecast, slots: Range<Int>) -> [Explanation] {
    guard let queue = plan.scenario.queue(forecast.queue) else { return [] }
    let path = "queues.\(queue.id).volume"
    switch queue.demand {
    case .drivers(let drivers):
      return driverSources(drivers, forecast, slots: slots, path: "\(path).drivers")
    case .campaign(let campaign):
      return [
        Explanation(
          "customers on the list", value: "\(campaign.listSize)",
          formula: "they are called, and do not call", path: "\(path).campaign.list-size")
      ]
    case .forecast(let stated):
      let grid = plan.forecast.grid
      let inside = stated.intervals.filter { interval in
        grid.index(of: interval.start).map(slots.contains) ?? false
      }
      return [
        Explanation(
          "intervals of \(stated.file) in it", value: "\(inside.count)",
          formula: "\(inside.map(\.offered).total().value.counted("contact")) in the file",
          path: "\(path).forecast.file")
      ]
    case .history(let history):
      return [historySource(history, slots: slots, path: "\(path).history.file")]
    }
  }

  /// What the history counted in the same hours of the week, for comparison.
  private func historySource(
    _ history: IntervalHistory, slots: Range<Int>, path: String
  ) -> Explanation {
    let grid = plan.forecast.grid
    guard let first = history.intervals.first?.start.date, let last = history.intervals.last else {
      return Explanation("intervals counted in \(history.file)", value: "0", path: path)
    }
    var hours: Set<Int> = []
    for slot in slots {
      guard let times = grid.slot(at: slot) else { continue }
      let step = max(5, min(history.intervalMinutes, grid.slotLength.minutes))
      for minute in stride(from: 0, to: times.minutes, by: step) {
        let at = times.start.minutes + minute
        hours.insert(times.date.weekday.rawValue * 1440 + at - at % step)
      }
    }
    let isDaily = history.intervalMinutes >= 1440
    let same = history.intervals.filter { interval in
      let day = interval.start.date.weekday.rawValue * 1440
      let start = day + interval.start.time.minutes
      guard !isDaily else { return hours.contains { $0 / 1440 * 1440 == day } }
      return (start..<(start + history.intervalMinutes)).contains { hours.contains($0) }
    }
    let weeks = Set(
      same.map { first.days(until: $0.start.date) / 7 }
    ).count
    let mean = weeks > 0 ? same.map(\.offered).total().value / Double(weeks) : 0
    return Explanation(
      "counted in the same hours of a week, mean of \(weeks.counted("week"))",
      value: mean.short,
      formula: "\(same.count.counted("interval")) from \(first) to \(last.start.date) in "
        + "\(history.file); level, season and weekday move the forecast away from the mean",
      path: path)
  }

  private func driverSources(
    _ drivers: DemandDrivers, _ forecast: QueueForecast, slots: Range<Int>, path: String
  ) -> [Explanation] {
    let grid = plan.forecast.grid
    let days = grid.days.indices.filter { grid.slotIndices(ofDay: $0).overlaps(slots) }
    var orders: [LocalDate: Double] = [:]
    for day in drivers.orders { orders[day.date] = day.orders.value }
    var all = 0.0
    var parts: [Explanation] = []
    for intent in drivers.intents {
      var reaching = 0.0
      for day in days {
        for lag in intent.lag {
          let date = grid.days[day].date.adding(days: -lag.days)
          reaching += (orders[date] ?? 0) * lag.share.value
        }
      }
      let contacts =
        reaching * intent.contactRate.value * intent.robotContainment.complement.value
        * intent.handOver.value
      let handedOver =
        intent.handOver < .whole ? " × \(intent.handOver.value.percent) handed over" : ""
      all += contacts
      parts.append(
        Explanation(
          "\(intent.id) contacts of \(days.count.counted("day"))", value: contacts.short,
          formula: "\(reaching.short) orders after their lags × "
            + "\(intent.contactRate.value.percent) contact rate × "
            + "\(intent.robotContainment.complement.value.percent) not settled by the robot"
            + handedOver,
          path: "\(path).intents.\(intent.id)"))
    }
    let base = forecast.baseVolume[slots].total().value
    if let day = days.first, days.count == 1, grid.slotIndices(ofDay: day) != slots, all > 0 {
      parts.append(
        Explanation(
          "of that day in this interval", value: (base / all).percent,
          path: "\(path).hourly-profile"))
    } else if (base - all).magnitude > 0.005 {
      parts.append(
        Explanation(
          "closed hours, and days that stand in for orders not given", value: (base - all).short,
          path: "\(path).orders"))
    }
    parts.append(Explanation("orders", value: drivers.file, path: "\(path).orders.file"))
    return parts
  }
}

extension IntervalHistory {
  /// Whether its file says how long contacts took.
  fileprivate var statesHandleTimes: Bool { intervals.contains { $0.handleTime != nil } }
}
