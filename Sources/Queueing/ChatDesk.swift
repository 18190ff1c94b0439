internal import Foundation
public import Units

/// A chat desk as it is worked: sessions come, each goes to the agent with the fewest, and agents
/// answer round by round; with a limit on the sessions of an agent the others wait in a line.
///
/// A ``ChatQueue`` whose times by sessions held follow from the dialogue: an agent with k sessions
/// ends X_k/R a second, with X_k the rounds of Palm's closed queue. Replacing the closed network by
/// one server of that speed is exact where one agent takes every session at once (Chandy, Herzog
/// and Woo, "Parametric analysis of queuing networks", 1975), and close behind a line (Avi-Itzhak and
/// Heyman, "Approximate queuing models for multiprogramming computer systems", 1973). A session
/// that begins with an agent who has k − 1 others, and each later message of one of k sessions, find
/// in front what k − 1 sessions leave there.
///
/// Limits: those of ``ChatDialogue`` and of ``ChatQueue``. The spread over several agents is taken as
/// even, while sessions that end leave it a little uneven: simulations of 4 to 20 agents who keep
/// their sessions were within 3 points of the share of replies in time. Later messages of an agent
/// are weighed as all of them.
public struct ChatDesk: Sendable, Hashable {
  /// How a session is worked.
  public let dialogue: ChatDialogue
  /// The most sessions of an agent; `nil` where every session is assigned at once, however many
  /// there are.
  public let concurrency: Int?
  /// The mean time after which a customer in the line leaves; `nil` when nobody does.
  public let patience: Duration?
  /// Sessions a second.
  let rate: Double

  /// The sessions that come in a second.
  public var sessionsPerSecond: Double { rate }

  /// Agents with more sessions than this are not told apart; their replies count as late.
  static let mostSessions = 4000

  /// A desk to which `volume` sessions come during `interval`; a volume that is negative or not a
  /// number counts as none, a concurrency below 1 as 1 and one above 4 000 as that.
  public init(
    volume: ContactVolume, during interval: Duration, dialogue: ChatDialogue,
    concurrency: Int? = nil, patience: Duration? = nil
  ) {
    let seconds = interval.inSeconds
    let rate = seconds > 0 ? volume.value / seconds : 0
    self.init(rate: rate, dialogue, concurrency, patience)
  }

  init(rate: Double, _ dialogue: ChatDialogue, _ concurrency: Int?, _ patience: Duration?) {
    self.rate = rate >= 1e-290 ? min(rate, 1e12) : 0
    self.dialogue = dialogue
    self.concurrency = concurrency.map { min(ChatDesk.mostSessions, max(1, $0)) }
    self.patience = patience
  }

  /// The desk as a queue of chats; without a limit for as many sessions as matter.
  public var queue: ChatQueue {
    ChatQueue(
      rate: rate, handleTimes: dialogue.handleTimes(upTo: concurrency ?? ChatDesk.mostSessions),
      patience: patience)
  }

  /// What `positions` achieve: the line, with service levels of `answerTime`, and the replies, with
  /// shares of `window`; a `table` of the same dialogue, concurrency and window saves work.
  public func performance(
    with positions: Positions, within window: Duration, per unit: ReplyUnit,
    answerTime: Duration = .zero, by table: ReplyTable? = nil
  ) -> ChatDeskPerformance {
    let count = ChatQueue.counted(positions.value)
    let shares = shares(
      count, window: window.inSeconds, unit: unit, answerTime: answerTime.inSeconds, by: table)
    let chat = shares.chat
    return ChatDeskPerformance(
      line: ServicePerformance(
        chat.line.figures(occupancy: chat.occupancy(of: count, idle: rate == 0)),
        positions: Positions(count), answerTime: max(.zero, answerTime)),
      meanSessions: count > 0 ? chat.held / count : 0,
      replyOccupancy: Share(
        count > 0 ? min(1, chat.completed * dialogue.rounds * dialogue.roundSeconds / count) : 0),
      firstResponse: shares.answered > 0
        ? Duration(finiteSeconds: shares.firstSeconds / shares.answered) : nil,
      meanResponse: shares.answered > 0
        ? Duration(
          finiteSeconds: (shares.firstSeconds + shares.laterSeconds)
            / (shares.answered + shares.later)) : nil,
      firstInTime: Share(shares.firstInTime), repliesInTime: Share(shares.inTime),
      replies: ReplyCount(
        asked: ContactVolume(
          rate * 3600 * (1 + shares.later) * (unit == .round ? 1 : dialogue.messagesPerRound)),
        inTime: ContactVolume(
          rate * 3600 * (shares.firstInTime + shares.laterInTime)
            * (unit == .round ? 1 : dialogue.messagesPerRound))))
  }
}

/// What a number of positions does at a chat desk as it is worked.
public struct ChatDeskPerformance: Sendable, Hashable, Codable {
  /// The line: whether a session waits before an agent has it. Its occupancy is the share of
  /// positions with a session.
  public var line: ServicePerformance
  /// The mean number of sessions of an agent.
  public var meanSessions: Double
  /// The share of the positions' time that goes into replies.
  public var replyOccupancy: Share
  /// The mean time from a session's first message to the reply, the line included, of the sessions
  /// that are answered; `nil` where there is none or it grows without end.
  public var firstResponse: Duration?
  /// The mean time to a reply, of all rounds or messages that get one.
  public var meanResponse: Duration?
  /// The share of sessions whose first reply comes in time; those that leave get none.
  public var firstInTime: Share
  /// The share of all rounds or messages that are replied to in time: the reply rate.
  public var repliesInTime: Share
  /// The rounds or messages of an hour.
  public var replies: ReplyCount

  /// Figures as they are given.
  public init(
    line: ServicePerformance, meanSessions: Double, replyOccupancy: Share,
    firstResponse: Duration?, meanResponse: Duration?, firstInTime: Share, repliesInTime: Share,
    replies: ReplyCount
  ) {
    self.line = line
    self.meanSessions = meanSessions
    self.replyOccupancy = replyOccupancy
    self.firstResponse = firstResponse
    self.meanResponse = meanResponse
    self.firstInTime = firstInTime
    self.repliesInTime = repliesInTime
    self.replies = replies
  }
}
