internal import Queueing
internal import Scenarios
internal import Units

/// A scenario's queue as queueing mathematics sees it: its model, its promises, and how many
/// contacts a position holds at once.
struct StaffedQueue {
  let conditions: ServiceConditions
  /// Contacts that one position holds at once.
  let concurrency: Double
  private let queue: Queue
  private let chatTimes: ChatHandleTimes?
  private let isWhole: Bool
  /// Its chats message by message, where their messages are known.
  private(set) var replies: ReplyDesk?
  /// Whether every chat is given to an agent at once, so that there is no line.
  let isAssignedAtOnce: Bool

  init(_ queue: Queue, maximumOccupancy: Double) {
    self.queue = queue
    concurrency = Double(max(1, queue.channel.concurrency))
    chatTimes = try? queue.staffing.chat.map { try ChatHandleTimes($0.handleTimes) } ?? nil
    let promised = queue.staffing.conditions
    var conditions = ServiceConditions(
      definition: ServiceLevelDefinition(promised.definition),
      averageSpeedOfAnswer: promised.averageSpeedOfAnswer, abandonment: promised.abandonment,
      maximumOccupancy: Share(maximumOccupancy),
      waitPercentile: promised.waitPercentile.map {
        WaitPercentile($0.share, waitingAtMost: $0.within)
      })
    isWhole = (promised.level?.share.value ?? 0) >= 1
    if let level = promised.level, level.share > .zero {
      conditions.serviceLevel = isWhole ? Share(0.9999) : level.share
      conditions.answerTime = level.within
    }
    self.conditions = conditions
    isAssignedAtOnce = queue.staffing.chat?.immediateAssignment ?? false
    replies = ReplyDesk(queue, patience: patience, conditions: conditions)
  }

  /// The queue at a load of contacts, each of a position's own mean time.
  func queue(offered load: Erlangs, handleTime: Duration) -> any ServiceModel {
    let certain = certainQueue(offered: load, handleTime: handleTime)
    guard let variation = queue.staffing.arrivalUncertainty, variation > .zero else {
      return certain
    }
    func uncertain(_ model: some ServiceModel) -> any ServiceModel {
      UncertainLoad(model, variation: variation.value)
    }
    return uncertain(certain)
  }

  private func certainQueue(offered load: Erlangs, handleTime: Duration) -> any ServiceModel {
    if let chatTimes {
      // The slot's handle time is that of a full agent, as the queue's own is.
      let own = queue.handleTime.inSeconds
      let factor = own > 0 ? handleTime.inSeconds / own : 1
      let seconds = handleTime.inSeconds
      let volume = seconds > 0 ? load.value / seconds : 0
      return ChatQueue(
        volume: ContactVolume(volume), during: .seconds(1),
        handleTimes: chatTimes, patience: patience
      ).scalingHandleTime(by: factor)
    }
    let waiting = ErlangA(load: load, handleTime: handleTime, patience: patience)
    let model: any ServiceModel
    switch queue.staffing.model {
    case .finiteBuffer(let places): model = FiniteQueue(waiting, places: places)
    case .erlangA where queue.staffing.redial > .zero:
      model = RedialQueue(waiting, redialing: queue.staffing.redial)
    case .erlangA: model = waiting
    case .erlangC: model = ErlangC(load: load, handleTime: handleTime)
    }
    guard concurrency > 1 else { return model }
    func held(_ model: some ServiceModel) -> any ServiceModel {
      SharedPlaces(model, perPosition: concurrency)
    }
    return held(model)
  }

  /// The patience that the model knows.
  var patience: Duration? {
    if case .erlangC = queue.staffing.model { nil } else { queue.meanPatience }
  }

  /// The share of those who left that dial again, where the model knows of it.
  var redial: Double {
    guard case .erlangA = queue.staffing.model, chatTimes == nil else { return 0 }
    return min(1, max(0, queue.staffing.redial.value))
  }

  /// The model and the promise in words.
  var method: String {
    var text: String
    switch queue.staffing.model {
    case .erlangC: text = "Erlang C"
    case .erlangA: text = "Erlang A"
    case .finiteBuffer(let places): text = "finite buffer of \(places) places"
    }
    if chatTimes == nil, concurrency > 1 {
      text += " over positions × \(Int(concurrency)) chats at once"
    }
    if let patience { text += ", patience \(Text.time(patience))" }
    if redial > 0 { text += ", \(Text.percent(redial)) of those who left call again" }
    if chatTimes != nil {
      text = "chat of up to \(Int(concurrency)) at once, slower the more are held"
      if let patience { text += ", patience \(Text.time(patience))" }
    }
    if let variation = queue.staffing.arrivalUncertainty, variation > .zero {
      text += ", rate uncertain by \(Text.percent(variation.value))"
    }
    text +=
      queue.staffing.intervalMethod == .stationary
      ? ", each interval by its mean rate" : ", the interval's largest offered load"
    if isAssignedAtOnce {
      text = "every chat is given to an agent at once"
      if let variation = queue.staffing.arrivalUncertainty, variation > .zero, replies != nil {
        text += ", rate uncertain by \(Text.percent(variation.value))"
      }
      if replies?.firstReply != nil { text += ", its answer is the first reply" }
    }
    return text + promise + (replies?.words.map { "; \($0)" } ?? "")
  }

  private var promise: String {
    var text = ""
    if let level = conditions.serviceLevel, !isAssignedAtOnce || replies?.firstReply != nil {
      text += ", \(Text.percent(isWhole ? 1 : level.value)) \(conditions.definition.words) within "
      text += Text.time(conditions.answerTime)
      if isWhole { text += " (nobody can promise 100 %: sized for 99.99 %)" }
    }
    // Where there is no line, nothing else is reckoned.
    guard !isAssignedAtOnce else { return text + occupancyPromise }
    if let wait = conditions.averageSpeedOfAnswer { text += ", mean wait \(Text.time(wait))" }
    if let left = conditions.abandonment { text += ", at most \(Text.percent(left.value)) leave" }
    if let most = conditions.waitPercentile {
      text += ", \(Text.percent(most.share.value)) wait at most \(Text.time(most.wait))"
    }
    return text + occupancyPromise
  }

  private var occupancyPromise: String {
    conditions.maximumOccupancy.map { ", occupancy at most \(Text.percent($0.value))" } ?? ""
  }
}

extension Queue {
  /// The patience of all customers: where segments have their own, by the mean rate of leaving.
  var meanPatience: Duration? {
    guard staffing.segments.contains(where: { $0.patience != nil }) else { return patience }
    let leaving = zip(staffing.segments, staffing.segmentVolumes).reduce(0) { sum, pair in
      guard let time = pair.0.patience ?? patience, time > .zero else { return sum }
      return sum + pair.1.value / time.inSeconds
    }
    return leaving > 0 ? .seconds(1 / leaving) : nil
  }
}

extension ServiceLevelDefinition {
  /// The definition of a scenario.
  init(_ definition: WaitConditions.Definition) {
    switch definition {
    case .offered: self = .offered
    case .answered: self = .answered
    case .virtual: self = .virtual
    case .excludingShortAbandons: self = .excludingShortAbandons
    case .withinAny: self = .withinAny
    }
  }

  /// What the share is a share of.
  var words: String {
    switch self {
    case .offered: "of offered contacts answered"
    case .answered: "of answered contacts answered"
    case .virtual: "of contacts, if nobody left, answered"
    case .excludingShortAbandons: "of contacts without short abandons answered"
    case .withinAny: "of offered contacts answered or gone"
    }
  }
}

/// A queue whose positions each hold several contacts at once, at a handle time that does not depend
/// on how many: the places are what the model counts, positions are places over the concurrency.
struct SharedPlaces<Model: ServiceModel>: ServiceModel {
  private let model: Model
  private let perPosition: Double

  init(_ model: Model, perPosition: Double) {
    self.model = model
    self.perPosition = perPosition
  }

  var offeredLoad: Erlangs { Erlangs(model.offeredLoad.value / perPosition) }
  var handleTime: Duration { model.handleTime }
  var contactsCanLeave: Bool { model.contactsCanLeave }
  var contactsCanBeTurnedAway: Bool { model.contactsCanBeTurnedAway }

  func performance(
    with positions: Positions, within answerTime: Duration
  ) -> ServicePerformance {
    var performance = model.performance(with: places(of: positions), within: answerTime)
    performance.positions = positions
    return performance
  }

  func shareWaiting(atMost time: Duration, with positions: Positions) -> Share {
    model.shareWaiting(atMost: time, with: places(of: positions))
  }

  func offered(_ load: Erlangs) -> SharedPlaces {
    SharedPlaces(
      model.offered(Erlangs(load.value * perPosition)), perPosition: perPosition)
  }

  func scalingHandleTime(by factor: Double) -> SharedPlaces {
    SharedPlaces(model.scalingHandleTime(by: factor), perPosition: perPosition)
  }

  func positions(
    meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> RequiredPositions {
    let places = try model.positions(meeting: conditions)
    return RequiredPositions(
      positions: Positions(places.positions.value / perPosition), binding: places.binding)
  }

  private func places(of positions: Positions) -> Positions {
    Positions(positions.value * perPosition)
  }
}
