internal import Queueing
internal import Scenarios
internal import Units

/// The chats of a queue, message by message: how many people its reply target needs, and how many
/// the first reply and the work itself need where every chat is given to an agent at once.
///
/// A longer handle time of an interval stretches thinking and writing alike, so that a chat with
/// as many others beside it takes that much longer.
struct ReplyDesk {
  /// The replies that people must give in time; `nil` where none are promised, or the robot's alone
  /// are enough.
  let target: ReplyTarget?
  /// The first reply where chats are assigned at once: what "answered within" means then.
  let firstReply: ReplyTarget?
  /// Whether every chat is given to an agent at once.
  let isImmediate: Bool
  private let dialogue: ChatDialogue
  private let concurrency: Int
  private let patience: Duration?
  private let ownSeconds: Double
  private let variation: Double
  private let promise: ReplyPromise?
  private let robot: RobotReplies?
  /// Replies that customers ask of people in a chat.
  private let asked: Double
  /// How late replies are at the queue's own handle time; `nil` where none are promised.
  private let table: ReplyTable?

  /// `nil` for a queue whose messages are not known.
  init?(_ queue: Queue, patience: Duration?, conditions: ServiceConditions) {
    guard let work = queue.staffing.chat, let messages = work.messages,
      let dialogue = try? ChatDialogue(
        thinkTime: messages.thinkTime, replyTime: messages.replyTime,
        rounds: Double(messages.rounds), messagesPerRound: Double(messages.messagesPerRound))
    else { return nil }
    self.dialogue = dialogue
    self.patience = patience
    concurrency = max(1, queue.channel.concurrency)
    isImmediate = work.immediateAssignment
    ownSeconds = queue.handleTime.inSeconds
    variation = queue.staffing.arrivalUncertainty?.value ?? 0
    let promise = work.replyTarget
    let asked = dialogue.rounds * (promise?.unit == .message ? dialogue.messagesPerRound : 1)
    let robot = promise == nil ? nil : RobotReplies(queue)
    let share = promise.map { robot?.humanShare(for: $0.share, asked: asked) ?? $0.share }
    (self.promise, self.asked, self.robot) = (promise, asked, robot)
    if let promise, let share, share > .zero {
      let unit = promise.unit == .message ? ReplyUnit.message : .round
      target = ReplyDesk.reachable(
        ReplyTarget(share, within: promise.within, per: unit), dialogue)
    } else {
      target = nil
    }
    table = promise.flatMap { promise in
      ChatDesk(
        volume: .zero, during: .seconds(1), dialogue: dialogue,
        concurrency: work.immediateAssignment ? nil : max(1, queue.channel.concurrency)
      ).replyTable(within: promise.within, per: promise.unit == .message ? .message : .round)
    }
    firstReply =
      isImmediate
      ? conditions.serviceLevel.map {
        ReplyDesk.reachable(
          ReplyTarget($0, within: conditions.answerTime, per: .round), dialogue)
      } : nil
  }

  /// The target; where not even an agent with a single chat meets it, 99 % of what he does.
  private static func reachable(_ target: ReplyTarget, _ dialogue: ChatDialogue) -> ReplyTarget {
    let best = dialogue.replies(holding: 1, within: target.window).inTime(per: target.unit)
    guard target.share.value >= best.value * (1 - 1e-9) else { return target }
    return ReplyTarget(Share(best.value * 0.99), within: target.window, per: target.unit)
  }

  // MARK: Positions

  /// The people whom the replies ask for, and what of them it is; a target that `enough` positions
  /// meet asks for no more than these.
  ///
  /// Throws when no number of people replies in time often enough.
  func positions(
    offered load: Double, handleSeconds: Double, isTargetInForce: Bool, maximumOccupancy: Double,
    beyond enough: Double = 0
  ) throws(UnreachableTarget) -> (positions: Double, driver: QueueRequirement.Driver) {
    let rate = handleSeconds > 0 ? load / handleSeconds : 0
    guard rate > 0 else { return (0, .none) }
    let desk = desk(rate, handleSeconds)
    var most = 0.0
    var driver = QueueRequirement.Driver.none
    if isImmediate {
      let work = rate * desk.dialogue.rounds * desk.dialogue.roundSeconds
      most = max(work, load / Double(concurrency)) / maximumOccupancy
      driver = .occupancy
    }
    if let firstReply {
      let first = try fewest(desk, ReplyDesk.reachable(firstReply, desk.dialogue), isFirst: true)
      if first > most * (1 + 1e-9) { (most, driver) = (first, .serviceLevel) }
    }
    guard isTargetInForce, let target else { return (most, driver) }
    // In an interval of longer chats a single chat may already be replied to too late.
    let within = ReplyDesk.reachable(target, desk.dialogue)
    guard !isMet(within, by: max(most, enough), desk) else { return (most, driver) }
    let replies = try fewest(desk, within, isFirst: false)
    return replies > most * (1 + 1e-9) ? (replies, .replyRate) : (most, driver)
  }

  /// Whether so many people reply in time often enough.
  private func isMet(_ target: ReplyTarget, by positions: Double, _ desk: ChatDesk) -> Bool {
    guard positions > 0, variation == 0 else { return false }
    let replies = desk.performance(
      with: Positions(positions), within: target.window, per: target.unit, by: table)
    return replies.repliesInTime >= target.share
  }

  private func fewest(
    _ desk: ChatDesk, _ target: ReplyTarget, isFirst: Bool
  ) throws(UnreachableTarget) -> Double {
    if !isFirst, variation == 0 {
      do throws(UnreachableReplies) {
        return try desk.positions(meeting: target, by: table).value
      } catch {
        throw UnreachableTarget(condition: .serviceLevel)
      }
    }
    let service = RepliedChats(
      desk: desk, unit: target.unit, countsFirstOnly: isFirst, table: table)
    let conditions = ServiceConditions(serviceLevel: target.share, within: target.window)
    let required =
      variation > 0
      ? try UncertainLoad(service, variation: variation).positions(meeting: conditions)
      : try service.positions(meeting: conditions)
    return required.positions.value
  }

  /// What so many people do: the promised share of replies in time, with the robot's where they
  /// count, and, where chats are assigned at once, of first replies; the share of their time that
  /// goes into replies.
  func performance(
    of positions: Double, offered load: Double, handleSeconds: Double
  ) -> (replies: Share?, first: Share?, occupancy: Share) {
    let rate = handleSeconds > 0 ? load / handleSeconds : 0
    guard rate > 0 else { return (promise == nil ? nil : .whole, .whole, .zero) }
    let desk = desk(rate, handleSeconds)
    func service(_ target: ReplyTarget, isFirst: Bool) -> Share {
      let service = RepliedChats(
        desk: desk, unit: target.unit, countsFirstOnly: isFirst, table: table)
      let performance =
        variation > 0
        ? UncertainLoad(service, variation: variation)
          .performance(with: Positions(positions), within: target.window)
        : service.performance(with: Positions(positions), within: target.window)
      return performance.serviceLevels.offered ?? .zero
    }
    let replies = promise.map { promise -> Share in
      let unit = promise.unit == .message ? ReplyUnit.message : .round
      let human = service(
        ReplyTarget(promise.share, within: promise.within, per: unit), isFirst: false)
      return robot?.share(with: human, asked: asked) ?? human
    }
    let work = rate * desk.dialogue.rounds * desk.dialogue.roundSeconds
    return (
      replies, firstReply.map { service($0, isFirst: true) },
      Share(positions > 0 ? min(1, work / positions) : 0)
    )
  }

  private func desk(_ rate: Double, _ handleSeconds: Double) -> ChatDesk {
    ChatDesk(
      volume: ContactVolume(rate), during: .seconds(1),
      dialogue: dialogue.stretched(by: ownSeconds > 0 ? handleSeconds / ownSeconds : 1),
      concurrency: isImmediate ? nil : concurrency, patience: patience)
  }

  // MARK: Words

  /// The target in words, with a warning where agents hold more chats than it bears.
  var words: String? {
    guard let promise else { return nil }
    let unit = promise.unit == .message ? "messages" : "rounds"
    var text = "\(Text.percent(promise.share.value)) of \(unit) replied to within "
    text += Text.time(promise.within)
    if promise.hours != nil { text += ", in the hours that count" }
    guard let target else {
      return text + ", the robot’s replies count and are enough"
    }
    if robot != nil {
      text += ", the robot’s replies count: people reply to \(Text.percent(target.share.value))"
    }
    return text + warning(target, promise)
  }

  private func warning(_ target: ReplyTarget, _ promise: ReplyPromise) -> String {
    func share(_ chats: Int) -> Share {
      dialogue.replies(holding: chats, within: target.window).inTime(per: target.unit)
    }
    let wanted = robot?.humanShare(for: promise.share, asked: asked) ?? promise.share
    if target.share < wanted {
      return "; an agent with a single chat replies to \(Text.percent(share(1).value)) in time: "
        + "sized for \(Text.percent(target.share.value))"
    }
    guard let most = try? dialogue.largestConcurrency(meeting: target), most < concurrency else {
      return ""
    }
    return "; \(concurrency) chats at once are too many: a full agent replies to "
      + "\(Text.percent(share(concurrency).value)) in time, the most is \(most)"
  }
}

/// What a robot's replies do to a reply target.
private struct RobotReplies {
  /// The robot's replies for each contact that people get.
  private let perContact: Double

  /// `nil` where there is no robot or its replies do not count. Of drivers the mean over their
  /// intents counts, whatever the day.
  init?(_ queue: Queue) {
    guard let robot = queue.staffing.robot, robot.repliesCount else { return nil }
    var handed = robot.handOver.value
    if case .drivers(let drivers) = queue.demand {
      let reaching = drivers.intents.map(\.contactRate.value).reduce(0, +)
      let reached = drivers.intents.map {
        $0.contactRate.value * $0.robotContainment.complement.value * $0.handOver.value
      }.reduce(0, +)
      handed = reaching > 0 ? reached / reaching : 1
    }
    guard handed > 0 else { return nil }
    perContact = Double(robot.repliesPerContact) / handed
  }

  private var front: RobotFront? {
    let intent = try? ChatIntent(
      "all", volume: ContactVolume(1), containment: .zero, robotReplies: perContact)
    return intent.map { RobotFront(intents: [$0], countsRobotReplies: true) }
  }

  /// What people must reach, `asked` times a contact.
  func humanShare(for share: Share, asked: Double) -> Share {
    front?.humanShare(for: share, asked: ContactVolume(asked)) ?? share
  }

  /// What customers see where people reach `human`.
  func share(with human: Share, asked: Double) -> Share {
    let people = ReplyCount(
      asked: ContactVolume(asked), inTime: ContactVolume(asked * human.value))
    return front?.replies(with: people).rate ?? human
  }
}

extension ChatDialogue {
  /// Seconds of an agent's work on a round.
  fileprivate var roundSeconds: Double { replyTime.inSeconds * messagesPerRound }

  /// The dialogue with all its times `factor` times as long.
  fileprivate func stretched(by factor: Double) -> ChatDialogue {
    guard factor != 1, factor > 0, factor.isFinite else { return self }
    let stretched = try? ChatDialogue(
      thinkTime: .seconds(thinkTime.inSeconds * factor),
      replyTime: .seconds(replyTime.inSeconds * factor), rounds: rounds,
      messagesPerRound: messagesPerRound)
    return stretched ?? self
  }
}

/// A chat desk as a queue whose service level is its share of replies in time.
private struct RepliedChats: ServiceModel {
  let desk: ChatDesk
  let unit: ReplyUnit
  let countsFirstOnly: Bool
  let table: ReplyTable?
  /// The desk's own rate and times count, in multiples of these.
  var volumeFactor = 1.0
  var timeFactor = 1.0

  private var seconds: Double { desk.dialogue.rounds * desk.dialogue.roundSeconds * timeFactor }

  /// Erlangs of writing.
  var offeredLoad: Erlangs {
    Erlangs(desk.sessionsPerSecond * volumeFactor * seconds)
  }
  var handleTime: Duration { .seconds(seconds) }
  var contactsCanLeave: Bool { desk.patience != nil && desk.concurrency != nil }

  func performance(
    with positions: Positions, within answerTime: Duration
  ) -> ServicePerformance {
    let performance = current.performance(
      with: positions, within: answerTime, per: unit, by: table)
    var line = performance.line
    line.answerTime = answerTime
    line.serviceLevels = ServiceLevels(
      all: countsFirstOnly ? performance.firstInTime : performance.repliesInTime)
    return line
  }

  func offered(_ load: Erlangs) -> RepliedChats {
    var other = self
    let own = desk.sessionsPerSecond * seconds
    other.volumeFactor = own > 0 ? load.value / own : 0
    return other
  }

  func scalingHandleTime(by factor: Double) -> RepliedChats {
    var other = self
    other.timeFactor *= factor
    return other
  }

  private var current: ChatDesk {
    ChatDesk(
      volume: ContactVolume(desk.sessionsPerSecond * volumeFactor), during: .seconds(1),
      dialogue: desk.dialogue.stretched(by: timeFactor), concurrency: desk.concurrency,
      patience: desk.patience)
  }
}
