public import Units

/// How fast an agent replies who always holds the same number of sessions.
public struct ReplyPerformance: Sendable, Hashable, Codable {
  /// The sessions the agent holds.
  public var sessions: Int
  /// The mean time from a session's first message to the first reply.
  public var firstResponse: Duration
  /// The mean time from a round's first message to the first reply in it.
  public var roundResponse: Duration
  /// The mean time from a message to the reply to it.
  public var messageResponse: Duration
  /// The time of the shares.
  public var window: Duration
  /// The share of rounds whose first reply comes within ``window``.
  public var roundsInTime: Share
  /// The share of messages that are replied to within ``window``.
  public var messagesInTime: Share
  /// The share of the agent's time that goes into replies.
  public var occupancy: Share
  /// The mean length of a session.
  public var sessionTime: Duration
  /// The sessions that the agent ends in an hour.
  public var sessionsPerHour: ContactVolume

  /// Figures as they are given.
  public init(
    sessions: Int, firstResponse: Duration, roundResponse: Duration, messageResponse: Duration,
    window: Duration, roundsInTime: Share, messagesInTime: Share, occupancy: Share,
    sessionTime: Duration, sessionsPerHour: ContactVolume
  ) {
    self.sessions = sessions
    self.firstResponse = firstResponse
    self.roundResponse = roundResponse
    self.messageResponse = messageResponse
    self.window = window
    self.roundsInTime = roundsInTime
    self.messagesInTime = messagesInTime
    self.occupancy = occupancy
    self.sessionTime = sessionTime
    self.sessionsPerHour = sessionsPerHour
  }

  /// The share in time by `unit`.
  public func inTime(per unit: ReplyUnit) -> Share {
    unit == .round ? roundsInTime : messagesInTime
  }
}

extension ChatDialogue {
  /// How fast an agent replies who always holds `sessions`, at least 1 and at most 10 000; the
  /// shares are of `window`. First responses are as fast as later ones: a session that begins finds
  /// what one that goes on finds.
  public func replies(holding sessions: Int, within window: Duration) -> ReplyPerformance {
    let sessions = min(10_000, max(1, sessions))
    let ahead = RoundsAhead(self, others: sessions - 1)
    let delays = ReplyDelays(self, beyond: window.inSeconds, upTo: sessions - 1)
    let wait = ahead.mean * roundSeconds
    let rate = roundRate(holding: sessions)
    return ReplyPerformance(
      sessions: sessions, firstResponse: .seconds(min(1e15, wait + messageSeconds)),
      roundResponse: .seconds(min(1e15, wait + messageSeconds)),
      messageResponse: .seconds(min(1e15, wait + roundSeconds)), window: max(.zero, window),
      roundsInTime: Share(max(0, 1 - ahead.mean(of: delays.lateRound))),
      messagesInTime: Share(max(0, 1 - ahead.mean(of: delays.lateMessage))),
      occupancy: Share(rate * roundSeconds),
      sessionTime: .seconds(min(1e15, Double(sessions) * rounds / rate)),
      sessionsPerHour: ContactVolume(rate / rounds * 3600))
  }

  /// The most sessions at once, up to `limit`, with which an agent meets the target: each more makes
  /// every reply later.
  ///
  /// Throws when not even an agent with a single session meets it.
  public func largestConcurrency(
    meeting target: ReplyTarget, upTo limit: Int = 1000
  ) throws(UnreachableReplies) -> Int {
    let most = min(10_000, max(1, limit))
    func share(_ sessions: Int) -> Double {
      replies(holding: sessions, within: target.window).inTime(per: target.unit).value
    }
    let best = share(1)
    guard best >= target.share.value || !(target.share.value > 0) else {
      throw UnreachableReplies(target: target, best: Share(best))
    }
    return leastWhole(near: 12, most: most) { share($0 + 1) < target.share.value || $0 + 1 > most }
  }
}
