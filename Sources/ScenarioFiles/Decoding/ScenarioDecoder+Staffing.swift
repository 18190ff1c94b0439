internal import BusinessCalendar
internal import Scenarios
internal import Units

/// What of a queue is known before its staffing is read.
struct QueueParts {
  let id: String
  let channel: Channel
  let openingHours: OpeningHours?
  let conditions: WaitConditions
  let patience: Duration?
  let handleTime: Duration
  let lostContactPrice: Money
  let demand: DemandSource?
}

extension ScenarioDecoder {
  /// What a queue's requirement needs, or `nil` with the reasons in the log.
  func staffing(_ reader: MapReader, _ queue: QueueParts) -> QueueStaffing? {
    checkChannel(reader, queue.channel)
    let interval = intervalMethod(reader)
    let uncertainty = reader.share("arrival-uncertainty")
    let model = model(reader, queue)
    let redial = reader.share("redial")
    let notices = notices(reader)
    let escalations = escalations(reader, queue, redial)
    let chat = chatWork(reader, queue)
    let robot = robot(reader, queue)
    let segments = segments(reader, queue, notices ?? [])
    let languages = languages(reader)
    guard let model, let redial, let notices, let escalations, let segments, let languages else {
      return nil
    }
    let staffing = QueueStaffing(
      model: model, intervalMethod: interval, conditions: queue.conditions,
      arrivalUncertainty: uncertainty, redial: redial,
      escalations: escalations, notices: notices, chat: chat, robot: robot, segments: segments,
      languages: languages)
    checkCombinations(of: staffing, reader, queue)
    return staffing
  }

  /// Reports what the queue's channel cannot have.
  private func checkChannel(_ reader: MapReader, _ channel: Channel) {
    let immediate = [
      "requirement", "arrival-uncertainty", "redial", "segments", "robot", "handle-time-by-chats",
      "messages", "immediate-assignment",
    ]
    let chatOnly = ["handle-time-by-chats", "messages", "immediate-assignment"]
    let isChat = channel.key == "chat"
    for pair in reader.node.pairs ?? [] {
      if chatOnly.contains(pair.key), !isChat {
        log.error(
          at: pair.keySpan, reader.pathText(pair.key), "only chat has “\(pair.key)”",
          hint: "leave it out, or use channel: chat")
      } else if immediate.contains(pair.key), !channel.isImmediate {
        log.error(
          at: pair.keySpan, reader.pathText(pair.key),
          "a \(channel.key) queue has no waiting customers, and no “\(pair.key)”",
          hint: "it is for voice and chat")
      }
    }
  }

  // MARK: - Model

  private func model(_ reader: MapReader, _ queue: QueueParts) -> RequirementModel? {
    let isLeft = queue.patience != nil || reader.hasPatientSegments
    let standard: RequirementModel = isLeft ? .erlangA : .erlangC
    guard reader.has("requirement") else { return standard }
    guard let map = reader.map("requirement") else { return nil }
    let method = map.has("method") ? map.text("method") : standard.key
    if map.has("waiting-places"), method != "finite-buffer" {
      map.error(
        "waiting-places", "only finite-buffer has waiting places",
        hint: "write method: finite-buffer, or leave it out")
    }
    switch method {
    case "erlang-c":
      if queue.patience != nil {
        log.warning(
          at: map.span("method"), map.pathText("method"),
          "erlang-c takes no account of the patience",
          hint: "erlang-a does: some customers leave, and fewer positions are needed")
      }
      return .erlangC
    case "erlang-a":
      guard isLeft else {
        map.error(
          "method", "erlang-a needs a patience",
          hint: "write patience: 90 s at the queue, or use erlang-c")
        return nil
      }
      return .erlangA
    case "finite-buffer":
      guard map.has("waiting-places") else {
        map.error(
          "method", "“waiting-places” is missing",
          hint: "say how many can wait, such as waiting-places: 40")
        return nil
      }
      return map.count("waiting-places").map { .finiteBuffer(waitingPlaces: $0) }
    default: return nil
    }
  }

  private func intervalMethod(_ reader: MapReader) -> IntervalMethod {
    let written = reader.has("requirement") ? reader.map("requirement")?.text("interval") : nil
    return written.flatMap(IntervalMethod.init(rawValue:)) ?? .offeredLoadMaximum
  }

  // MARK: - Coming back

  private func escalations(
    _ reader: MapReader, _ queue: QueueParts, _ redial: Share?
  ) -> [Escalation]? {
    guard reader.has("escalates-to") else { return [] }
    var escalations: [Escalation] = []
    for (id, entry) in reader.entries("escalates-to") {
      guard context.isKnown(id, as: "queue", at: entry.node.span, entry.pathText) else { continue }
      guard id != queue.id else {
        log.error(
          at: entry.node.span, entry.pathText, "a queue does not escalate to itself",
          hint: "contacts that come back in the same queue are its `redial`")
        continue
      }
      let shares = (failed: entry.share("of-failed"), handled: entry.share("of-handled"))
      let delay = entry.duration("after")
      guard let failed = shares.failed, let handled = shares.handled, let delay else { continue }
      if failed == .zero, handled == .zero {
        log.error(
          at: entry.node.span, entry.pathText, "nothing comes back here",
          hint: "write of-failed: 40 %, of-handled: 5 %, or both")
      }
      escalations.append(
        Escalation(to: Queue.ID(id), ofFailed: failed, ofHandled: handled, delay: delay))
    }
    let failed = escalations.map(\.ofFailed).total() + (redial ?? .zero)
    let handled = escalations.map(\.ofHandled).total()
    for (sum, what) in [
      (failed, "failed contacts, redials included,"), (handled, "handled contacts"),
    ]
    where sum.value > 1 + 1e-9 {
      reader.error(
        "escalates-to", "more than all \(what) come back",
        hint: "the shares together are at most 100 %")
    }
    return escalations
  }

  /// Reports queues that send all of their contacts round in a circle for ever.
  func checkCircles(_ top: MapReader, _ queues: [Queue]) {
    // What does not lose a contact on the way; queues without such a successor drop out.
    var endless = queues.filter { queue in
      let back = queue.staffing.escalations
      let failed = back.map(\.ofFailed).total().value + queue.staffing.redial.value
      return failed >= 1 - 1e-9 && back.map(\.ofHandled).total().value >= 1 - 1e-9
    }
    var count = endless.count + 1
    while endless.count < count {
      count = endless.count
      let ids = endless.map(\.id)
      endless = endless.filter { queue in
        !queue.staffing.escalations.isEmpty
          && queue.staffing.escalations.allSatisfy { ids.contains($0.queue) }
      }
    }
    guard let first = endless.first else { return }
    let names = endless.map(\.id.rawValue).enumeratedInWords
    let place = top.node["queues"]?[first.id.rawValue]?["escalates-to"]?.span ?? top.span("queues")
    log.error(
      at: place, "queues.\(first.id).escalates-to",
      "every contact comes back for ever between \(names)",
      hint: "some contacts must end: let the shares of one of them be below 100 %")
  }

  private func notices(_ reader: MapReader) -> [QueueNotice]? {
    guard reader.has("notices") else { return [] }
    let entries = reader.entries("notices")
    let notices = entries.compactMap { id, entry -> QueueNotice? in
      let deflection = entry.share("deflects")
      let price = entry.price("price")
      let recipients = entry.count("recipients")
      let from = entry.moment("from")
      let until = entry.moment("to")
      guard let deflection, let price, let recipients, let from, let until else { return nil }
      guard from < until else {
        entry.error("to", "the notice ends before it begins", hint: "write an end after \(from)")
        return nil
      }
      return QueueNotice(
        id: QueueNotice.ID(id), deflection: deflection, price: price.rate,
        recipients: recipients,
        from: from, until: until)
    }
    return notices.count == entries.count ? notices : nil
  }

  // MARK: - Kinds of customer

  private func segments(
    _ reader: MapReader, _ queue: QueueParts, _ notices: [QueueNotice]
  ) -> [QueueSegment]? {
    guard reader.has("segments") else { return [] }
    let entries = reader.entries("segments")
    var shares: [Rational] = []
    let segments = entries.compactMap { id, entry -> QueueSegment? in
      let share = entry.exactShare("share")
      let rate = entry.share("contact-rate")
      let priority = entry.count("priority")
      let patience = entry.duration("patience")
      let price = entry.money("lost-contact-price")
      if let notice = entry.text("notice"), !notices.contains(where: { $0.id.rawValue == notice }) {
        entry.error(
          "notice", "the queue has no notice “\(notice)”",
          hint: notices.isEmpty
            ? "write it under the queue's `notices`"
            : "its notices are \(notices.map(\.id.rawValue).enumeratedInWords)")
      }
      guard let share, let rate, let priority else { return nil }
      shares.append(share)
      return QueueSegment(
        id: QueueSegment.ID(id), name: entry.text("name") ?? id, share: Share(share.doubleValue),
        contactRate: rate, patience: patience, lostContactPrice: price ?? queue.lostContactPrice,
        priority: priority, notice: entry.text("notice").map { QueueNotice.ID($0) })
    }
    guard segments.count == entries.count, isWhole(shares, "segments", reader) else { return nil }
    return segments
  }

  private func languages(_ reader: MapReader) -> [LanguageShare]? {
    guard reader.has("languages") else { return [] }
    let written = reader.values("languages")
    let shares = written.compactMap { entry -> (String, Rational)? in
      if case .share(let share) = entry.value { (entry.key, share) } else { nil }
    }
    guard shares.count == reader.node["languages"]?.pairs?.count,
      isWhole(shares.map(\.1), "languages", reader)
    else { return nil }
    return shares.map { LanguageShare($0.0, share: Share($0.1.doubleValue)) }
  }
}
