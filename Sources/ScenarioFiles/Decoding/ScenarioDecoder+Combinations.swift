internal import Scenarios
internal import Units

extension MapReader {
  /// Whether a segment of this queue has a patience of its own.
  var hasPatientSegments: Bool {
    (node["segments"]?.pairs ?? []).contains { $0.value["patience"] != nil }
  }
}

extension ScenarioDecoder {
  /// Reports what a queue's requirement would leave unread: keys that do nothing beside each other.
  ///
  /// What is refused here is not reckoned by `Staffing`; a key that it reckons is not refused.
  func checkCombinations(of staffing: QueueStaffing, _ reader: MapReader, _ queue: QueueParts) {
    guard queue.channel.isImmediate else {
      checkNobodyFails(staffing, reader, "work that can wait is always handled")
      return
    }
    checkRobot(staffing, reader)
    if staffing.chat?.immediateAssignment ?? false {
      checkAssignedAtOnce(staffing, reader, queue)
      return
    }
    checkLeaving(staffing, reader, queue)
    checkChats(staffing, reader, queue)
    checkTiers(staffing, reader)
  }

  // MARK: - Who leaves

  private func checkLeaving(_ staffing: QueueStaffing, _ reader: MapReader, _ queue: QueueParts) {
    switch staffing.model {
    case .erlangA: break
    case .erlangC:
      checkNobodyFails(staffing, reader, "nobody leaves")
      for entry in reader.node["segments"]?.pairs ?? [] {
        guard let patience = entry.value["patience"] else { continue }
        log.error(
          at: patience.span, reader.pathText("segments") + ".\(entry.key).patience",
          "erlang-c takes no account of a patience",
          hint: "write method: erlang-a under requirement, or take the patience out")
      }
      if staffing.redial > .zero {
        log.warning(
          at: reader.span("redial"), reader.pathText("redial"), "nobody leaves, so nobody redials",
          hint: queue.patience == nil
            ? "give the queue a patience" : "write method: erlang-a under requirement")
      }
    case .finiteBuffer:
      guard staffing.redial > .zero else { return }
      reader.error(
        "redial", "redials are not reckoned in a queue with a number of waiting places",
        hint: "write method: erlang-a under requirement, or take redial out")
    }
  }

  /// Warns of failed contacts that come back where none fails.
  private func checkNobodyFails(_ staffing: QueueStaffing, _ reader: MapReader, _ why: String) {
    for escalation in staffing.escalations where escalation.ofFailed > .zero {
      let entry = reader.node["escalates-to"]?[escalation.queue.rawValue]
      guard let span = entry?["of-failed"]?.span else { continue }
      log.warning(
        at: span, reader.pathText("escalates-to") + ".\(escalation.queue).of-failed",
        "\(why), so nothing comes back of failed contacts",
        hint: "write of-handled for contacts that are not settled")
    }
  }

  // MARK: - Chats

  private func checkChats(_ staffing: QueueStaffing, _ reader: MapReader, _ queue: QueueParts) {
    guard let chat = staffing.chat else { return }
    if chat.messages != nil, chat.replyTarget == nil {
      reader.error(
        "messages", "nothing is promised of replies, so the messages of a chat say nothing",
        hint: "write reply-rate: { share: 90 %, within: 3 min } under service, or "
          + "immediate-assignment: yes, or take messages out")
    }
    let keys = [
      ("handle-time-by-chats", !chat.handleTimes.isEmpty), ("messages", chat.messages != nil),
    ]
    for (key, isThere) in keys where isThere && staffing.redial > .zero {
      reader.error(
        "redial", "redials are not reckoned beside “\(key)”",
        hint: "take one of the two out; contacts that come back elsewhere are `escalates-to`")
      break
    }
    guard !chat.handleTimes.isEmpty || chat.messages != nil else { return }
    if case .finiteBuffer = staffing.model {
      let key = chat.handleTimes.isEmpty ? "messages" : "handle-time-by-chats"
      reader.map("requirement")?.error(
        "method", "waiting places are not reckoned beside “\(key)”",
        hint: "take one of the two out")
    }
  }

  private func checkRobot(_ staffing: QueueStaffing, _ reader: MapReader) {
    let isPromised = staffing.chat?.replyTarget != nil
    guard staffing.robot?.repliesCount ?? false, !isPromised else { return }
    reader.map("robot")?.error(
      "replies-count", "nothing is promised of replies in which the robot's could count",
      hint: "write reply-rate: { share: 90 %, within: 3 min } under service, or take it out")
  }

  // MARK: - Without a line

  /// Where every chat is given to an agent at once, only what agents do with it can be promised.
  private func checkAssignedAtOnce(
    _ staffing: QueueStaffing, _ reader: MapReader, _ queue: QueueParts
  ) {
    let promised = staffing.conditions
    let service = reader.map("service")
    func refuse(_ key: String, _ isThere: Bool) {
      guard isThere else { return }
      service?.error(
        key,
        "nobody waits in a line where chats are assigned at once, so “\(key)” promises nothing",
        hint: "promise answered and within, which is the first reply, and a reply-rate")
    }
    refuse("average-speed-of-answer", promised.averageSpeedOfAnswer != nil)
    refuse("abandonment", promised.abandonment != nil)
    refuse("wait-percentile", promised.waitPercentile != nil)
    refuse("definition", promised.definition != .offered)
    func useless(_ key: String, _ isThere: Bool, _ message: String, hint: String) {
      if isThere { reader.error(key, message, hint: hint) }
    }
    if promised.level != nil, staffing.chat?.messages == nil {
      reader.error(
        "immediate-assignment", "the answer is then the first reply, and needs the messages",
        hint: "write messages: { rounds: 6, think-time: 75 s, reply-time: 12 s }")
    }
    useless(
      "handle-time-by-chats", !(staffing.chat?.handleTimes ?? []).isEmpty,
      "where chats are assigned at once, their length follows from the messages",
      hint: "take it out; handle-time is the length of a chat at the full concurrency")
    useless(
      "redial", staffing.redial > .zero,
      "where chats are assigned at once, nobody leaves and redials", hint: "take it out")
    if reader.node["requirement"]?["method"] != nil {
      reader.map("requirement")?.error(
        "method", "where chats are assigned at once, there is no line that a method could reckon",
        hint: "take it out; interval may stay")
    }
    useless(
      "segments", hasTiers(staffing),
      "where chats are assigned at once, nobody is answered before another",
      hint: "leave the priorities out; the segments' prices count")
    for entry in reader.node["segments"]?.pairs ?? [] {
      guard let patience = entry.value["patience"] else { continue }
      log.warning(
        at: patience.span, reader.pathText("segments") + ".\(entry.key).patience",
        "where chats are assigned at once, nobody waits and leaves", hint: "take it out")
    }
    if queue.patience != nil {
      log.warning(
        at: reader.span("patience"), reader.pathText("patience"),
        "where chats are assigned at once, nobody waits and leaves", hint: "take it out")
    }
    checkNobodyFails(staffing, reader, "where chats are assigned at once, nobody leaves")
  }

  // MARK: - Tiers

  private func hasTiers(_ staffing: QueueStaffing) -> Bool {
    Set(staffing.segments.filter { $0.share > .zero }.map(\.priority)).count > 1
  }

  /// The mathematics of priorities has no redials, waiting places, uncertain rates or chats whose
  /// length depends on their number.
  private func checkTiers(_ staffing: QueueStaffing, _ reader: MapReader) {
    guard hasTiers(staffing) else { return }
    func refuse(_ key: String, _ what: String) {
      reader.error(
        key, "\(what) not reckoned where some customers are answered before others",
        hint: "take it out, or give all segments the same priority")
    }
    if staffing.redial > .zero { refuse("redial", "redials are") }
    if let variation = staffing.arrivalUncertainty, variation > .zero {
      refuse("arrival-uncertainty", "an uncertain rate is")
    }
    if !(staffing.chat?.handleTimes ?? []).isEmpty {
      refuse("handle-time-by-chats", "handle times by the chats held are")
    }
    if case .finiteBuffer = staffing.model {
      reader.map("requirement")?.error(
        "method", "waiting places are not reckoned where some customers are answered before others",
        hint: "write erlang-a or erlang-c, or give all segments the same priority")
    }
  }
}
