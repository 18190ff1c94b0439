internal import BusinessCalendar
internal import Scenarios
internal import Units

extension ScenarioDecoder {
  /// How a chat queue is worked; `nil` for other channels, and where something is wrong.
  func chatWork(_ reader: MapReader, _ queue: QueueParts) -> ChatWork? {
    guard case .chat(let concurrency) = queue.channel else { return nil }
    let messages = messages(reader)
    let target = replyTarget(reader)
    let promises = reader.node["service"]?["reply-rate"] != nil
    if promises, !reader.has("messages") {
      reader.error(
        "service", "a reply rate needs to know the messages of a chat",
        hint: "write messages: { rounds: 6, think-time: 45 s, reply-time: 20 s }")
    }
    if let messages { check(messages, reader, concurrency, queue.handleTime) }
    let times = handleTimes(reader, concurrency, queue.handleTime)
    let isImmediate = reader.flag("immediate-assignment")
    return ChatWork(
      handleTimes: times ?? [], messages: messages, replyTarget: target,
      immediateAssignment: isImmediate ?? false)
  }

  private func handleTimes(
    _ reader: MapReader, _ concurrency: Int, _ handleTime: Duration
  ) -> [Duration]? {
    let key = "handle-time-by-chats"
    guard let list = reader.list(key) else { return nil }
    let seconds = list.compactMap { item -> Int64? in
      if case .seconds(let seconds) = item.value { seconds } else { nil }
    }
    guard seconds.count == reader.node[key]?.items?.count else { return nil }
    guard seconds.count == concurrency else {
      reader.error(
        key, "there are \(seconds.count.counted("time")) for a concurrency of \(concurrency)",
        hint: "write one for each number of chats from 1 to \(concurrency)")
      return nil
    }
    if let last = seconds.last, .seconds(last) != handleTime {
      reader.error(
        key, "the last of them is \(QuantityText.text(seconds: last)), the handle time another",
        hint: "handle-time is the length of a chat while the agent holds \(concurrency)")
    }
    // Chats completed an hour with k at once are k / h(k).
    for held in seconds.indices.dropFirst()
    where Int64(held + 1) * seconds[held - 1] < Int64(held) * seconds[held] {
      reader.error(
        key, "with \(held + 1) chats an agent completes fewer than with \(held)",
        hint: "chats of \(QuantityText.text(seconds: seconds[held])) are so long that a smaller "
          + "concurrency serves more")
      break
    }
    return seconds.map { .seconds($0) }
  }

  private func messages(_ reader: MapReader) -> ChatMessages? {
    guard let map = reader.map("messages") else { return nil }
    let counts = (rounds: map.count("rounds"), perRound: map.count("messages-per-round"))
    let times = (think: map.duration("think-time"), reply: map.duration("reply-time"))
    guard let rounds = counts.rounds, let perRound = counts.perRound, let think = times.think,
      let reply = times.reply
    else { return nil }
    return ChatMessages(
      rounds: rounds, messagesPerRound: perRound, thinkTime: think, replyTime: reply)
  }

  /// Reports messages that cannot be written, or are not, within the handle time.
  private func check(
    _ messages: ChatMessages, _ reader: MapReader, _ concurrency: Int, _ handleTime: Duration
  ) {
    let held = Double(concurrency)
    let written = held * messages.writingTime.inSeconds
    let stated = handleTime.inSeconds
    let chats = concurrency.counted("chat")
    func text(_ seconds: Double) -> String {
      QuantityText.text(seconds: Int64(min(1e9, seconds.rounded(.up))))
    }
    guard written <= stated else {
      let alone = text(messages.writingTime.inSeconds)
      reader.error(
        "messages",
        "an agent writes \(alone) in a chat, with \(chats) at once they take at least "
          + "\(text(written)) each; the handle time is \(text(stated))",
        hint: "write a longer handle-time, a shorter reply-time, fewer rounds or a smaller "
          + "concurrency")
      return
    }
    let expected = messages.length(beside: concurrency).inSeconds
    guard stated < 0.8 * expected || stated > 1.5 * expected else { return }
    log.warning(
      at: reader.span("messages"), reader.pathText("messages"),
      "by its messages a chat takes \(text(expected)) where an agent holds \(concurrency), the "
        + "handle time is \(text(stated))",
      hint: "let the two agree: replies are reckoned by the messages, the work by the handle time")
  }

  private func replyTarget(_ reader: MapReader) -> ReplyPromise? {
    guard let map = reader.map("service")?.map("reply-rate") else { return nil }
    let share = map.share("share")
    let within = map.duration("within")
    let unit = map.text("per").flatMap(ReplyPromise.Unit.init(rawValue:))
    let hours = map.has("hours") ? openingHours(map, "hours") : nil
    guard let share, let within, let unit else { return nil }
    return ReplyPromise(share: share, within: within, unit: unit, hours: hours)
  }

  // MARK: - Robots

  /// The robot in front of a queue.
  func robot(_ reader: MapReader, _ queue: QueueParts) -> QueueRobot? {
    guard let map = reader.map("robot") else { return nil }
    let replies = map.count("replies-per-contact")
    let count = map.flag("replies-count")
    if map.has("intents"), case .drivers = queue.demand {
      map.error(
        "intents", "the drivers say already what the robot does with each intent",
        hint: "write robot-containment and hand-over at the intents of volume.drivers")
    }
    let entries = map.entries("intents")
    var shares: [Rational] = []
    let intents = entries.compactMap { id, entry -> QueueRobot.Intent? in
      let share = entry.exactShare("share")
      let parts = (entry.exactShare("containment"), entry.exactShare("hand-over"))
      guard let share, let contained = parts.0, let handed = parts.1 else { return nil }
      shares.append(share)
      if contained + handed > .one {
        let sum = QuantityText.text(share: contained + handed)
        entry.error(
          "hand-over", "the robot settles and hands over \(sum) of the contacts",
          hint: "the two together are at most 100 %; what is left gives up")
      }
      return QueueRobot.Intent(
        id: .init(id), share: Share(share.doubleValue), containment: Share(contained.doubleValue),
        handOver: Share(handed.doubleValue))
    }
    if map.has("intents") {
      guard intents.count == entries.count, isWhole(shares, "intents", map) else { return nil }
    }
    guard let replies, let count else { return nil }
    return QueueRobot(intents: intents, repliesPerContact: replies, repliesCount: count)
  }
}
