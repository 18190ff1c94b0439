internal import Units

extension QueuePool {
  /// Why queues of a pool are not reckoned together: what one of them has is in no model of the pool,
  /// and would be lost in it. The pool then stays apart in every interval.
  public struct Obstacle: Sendable, Hashable {
    /// What stands in the way.
    public enum Reason: Sendable, Hashable {
      /// Agents of one language cannot stand in for those of another.
      case languages
      /// Some customers are answered before others.
      case tiers
      /// Chats are worked message by message.
      case messages
      /// Every chat is given to an agent at once.
      case immediateAssignment
      /// Those who left dial again; known to a shared pool without outbound calls only.
      case redial
      /// An uncertain rate; known to a shared pool without outbound calls only.
      case uncertainty
      /// A limited number of waiting places; known to a shared pool without outbound calls only, all
      /// of whose queues have them.
      case waitingPlaces
      /// Handle times by the chats held; known to a voice-first pool with one chat queue only.
      case chatTimes
    }

    /// The queue.
    public let queue: Queue.ID
    /// What of it.
    public let reason: Reason

    /// `reason` of `queue`.
    public init(_ queue: Queue.ID, _ reason: Reason) {
      self.queue = queue
      self.reason = reason
    }

    /// The obstacle in words, such as “hotline is of several languages”.
    public var words: String {
      switch reason {
      case .languages: "\(queue) is of several languages"
      case .tiers: "\(queue) answers some customers before others"
      case .messages: "\(queue) is worked message by message"
      case .immediateAssignment: "\(queue) gives every chat to an agent at once"
      case .redial: "those who left \(queue) dial again"
      case .uncertainty: "the rate of \(queue) is uncertain"
      case .waitingPlaces: "\(queue) has few waiting places"
      case .chatTimes: "a chat of \(queue) takes longer the more are held"
      }
    }
  }

  /// The first thing that keeps `queues`, those of the pool in its order, from being reckoned
  /// together; `nil` where nothing does.
  public func obstacle(among queues: [Queue]) -> Obstacle? {
    let hasOutbound = queues.contains { $0.channel == .outbound }
    let isPlain = order == .shared && !hasOutbound
    let waiting = queues.filter(\.channel.isImmediate)
    let haveAllPlaces = waiting.allSatisfy(\.hasWaitingPlaces)
    let chats = queues.filter { $0.channel.key == "chat" }
    for queue in waiting {
      func obstacle(_ reason: Obstacle.Reason) -> Obstacle { Obstacle(queue.id, reason) }
      let staffing = queue.staffing
      if staffing.languages.filter({ $0.share > .zero }).count > 1 { return obstacle(.languages) }
      let segments = zip(staffing.segments, staffing.segmentVolumes).filter { $0.1 > .zero }
      if Set(segments.map(\.0.priority)).count > 1 { return obstacle(.tiers) }
      if staffing.chat?.immediateAssignment ?? false { return obstacle(.immediateAssignment) }
      if staffing.chat?.messages != nil { return obstacle(.messages) }
      if !isPlain, staffing.redial > .zero { return obstacle(.redial) }
      if !isPlain, (staffing.arrivalUncertainty ?? .zero) > .zero { return obstacle(.uncertainty) }
      if queue.hasWaitingPlaces, !(isPlain && haveAllPlaces) { return obstacle(.waitingPlaces) }
      let isKnown = order == .voiceFirst && chats.count == 1
      if !(staffing.chat?.handleTimes ?? []).isEmpty, !isKnown { return obstacle(.chatTimes) }
    }
    return nil
  }
}

extension Queue {
  fileprivate var hasWaitingPlaces: Bool {
    if case .finiteBuffer = staffing.model { true } else { false }
  }
}
