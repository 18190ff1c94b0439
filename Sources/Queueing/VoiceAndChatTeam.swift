internal import Foundation
public import Units

/// What becomes of an agent's chats while a call keeps him.
public enum HeldChats: String, Sendable, Hashable, Codable, CaseIterable {
  /// Colleagues without a call take them over, as far as they have places; what finds none waits
  /// at the head of the line.
  case handedOver = "handed-over"
  /// They stay with him, in their places, and nothing happens to them until the call ends.
  case paused
}

/// One team for calls and chats: a call goes to anybody who is not on a call, at once, and chats fill
/// the time that calls leave.
///
/// Calls are attended to before chats, and interrupt them, so that they see Erlang A with all
/// agents, or Erlang C where nobody leaves. Chats see the agents that calls leave: a Markov chain
/// over the calls v and the chats x in the system. With f = max(0, n − v) agents free of calls, and
/// G(y) the chats a second of an agent with y of them, as ``ChatQueue`` has it for even spreading,
/// they are completed at rate f G(x/f) where they are handed over, with f K places, and f G(x/n) where
/// they are paused, with n K places; who has no place waits and may leave. It is a level-dependent
/// quasi-birth-and-death process, solved level by level (Gaver, Jacobs and Latouche, "Finite
/// birth-and-death models in randomly changing environments", 1984).
///
/// Limits: exponential times; chats are spread evenly. Where agents keep their chats, take the rule
/// of paused chats: in simulations of teams of 6 and 20 that are short of people it gives the share
/// of chats that leave within 3 points and a service level up to 10 points too high. Calls that
/// waited for chats to end would wait for many minutes; that is not what desks with calls do, and not
/// modelled. Beyond some hundred agents, teams are refused unless the numbers of calls are taken
/// together (``mostCallStates``): with 12 of them teams of 8 to 40 agents whose chats are paused came
/// within 0.3 points of the whole chain's service level, and one of 60 agents within the noise of a
/// simulation (4 points); where chats are handed over the level is up to 3 points too low. Fractions
/// of a position are time, as in ``ChatQueue``.
public struct VoiceAndChatTeam: Sendable, Hashable {
  /// The mean time of a call.
  public let callTime: Duration
  /// The mean time after which a caller leaves; `nil` when nobody does.
  public let callPatience: Duration?
  /// How long a chat takes by the chats held, and the most of them.
  public let chatTimes: ChatHandleTimes
  /// The mean time after which a customer without an agent leaves the chat; `nil` when nobody does.
  public let chatPatience: Duration?
  /// What becomes of an agent's chats while a call keeps him.
  public let heldChats: HeldChats
  /// The most numbers of calls that are told apart where chats are reckoned; `nil` for all.
  public var mostCallStates: Int?
  let calls: Double
  let callSeconds: Double
  let callLeaving: Double
  let chats: Double
  let chatLeaving: Double

  /// A team to which `calls` and `chats` come during `interval`.
  ///
  /// Volumes that are negative or not a number count as none; times below 10⁻³ s as that.
  public init(
    calls: ContactVolume, callTime: Duration, callPatience: Duration?, chats: ContactVolume,
    chatTimes: ChatHandleTimes, chatPatience: Duration?, heldChats: HeldChats,
    during interval: Duration
  ) {
    self.callTime = callTime
    self.callPatience = callPatience
    self.chatTimes = chatTimes
    self.chatPatience = chatPatience
    self.heldChats = heldChats
    let seconds = interval.inSeconds
    func rate(_ volume: ContactVolume) -> Double {
      let rate = seconds > 0 ? volume.value / seconds : 0
      return rate >= 1e-12 ? min(rate, 1e9) : 0
    }
    func leaving(_ patience: Duration?) -> Double {
      patience.map { 1 / min(1e9, max(1e-3, $0.inSeconds)) } ?? 0
    }
    self.calls = rate(calls)
    callSeconds = max(1e-3, callTime.inSeconds)
    callLeaving = leaving(callPatience)
    self.chats = rate(chats)
    chatLeaving = leaving(chatPatience)
  }

  /// What `positions` achieve for both; the service levels are of `callAnswer` and `chatAnswer`.
  ///
  /// A chat is answered when it first has an agent; its wait is all the time it has none. Throws
  /// when the chain has too many states.
  public func performance(
    with positions: Positions, callsWithin callAnswer: Duration, chatsWithin chatAnswer: Duration
  ) throws(TeamTooLarge) -> VoiceAndChatPerformance {
    let count = ChatQueue.counted(positions.value)
    let shares = try shares(
      count, callTime: callAnswer.inSeconds, chatTime: chatAnswer.inSeconds)
    let occupancy = count > 0 ? min(1, shares.busy / count) : calls + chats > 0 ? .nan : 0
    let onCalls = count > 0 ? min(1, shares.onCalls / count) : calls > 0 ? .nan : 0
    return VoiceAndChatPerformance(
      calls: ServicePerformance(
        shares.calls.figures(occupancy: onCalls), positions: Positions(count),
        answerTime: max(.zero, callAnswer)),
      chats: ServicePerformance(
        shares.chats.figures(occupancy: occupancy), positions: Positions(count),
        answerTime: max(.zero, chatAnswer)),
      occupancy: Share(defined: occupancy), meanChats: count > 0 ? shares.held / count : 0)
  }
}

/// What a team does for calls and chats.
public struct VoiceAndChatPerformance: Sendable, Hashable, Codable {
  /// The calls; the occupancy is the share of the positions' time that goes into calls.
  public var calls: ServicePerformance
  /// The chats; the occupancy is that of the team.
  public var chats: ServicePerformance
  /// The share of positions with a call or a chat; `nil` without positions.
  public var occupancy: Share?
  /// The mean number of chats of an agent.
  public var meanChats: Double

  /// Figures as they are given.
  public init(
    calls: ServicePerformance, chats: ServicePerformance, occupancy: Share?, meanChats: Double
  ) {
    self.calls = calls
    self.chats = chats
    self.occupancy = occupancy
    self.meanChats = meanChats
  }
}

/// A team for calls and chats whose chain has too many states to be solved.
public struct TeamTooLarge: Error, Sendable, Hashable, CustomStringConvertible {
  /// The states of calls times those of chats.
  public let states: Int

  /// What is wrong and what helps.
  public var description: String {
    """
    a team for calls and chats with \(states) states is too large to be solved; split it, or give \
    chats a patience
    """
  }
}

/// Means over the states of a team, which can be mixed.
struct TeamShares {
  var calls: LineShares
  var chats: LineShares
  var onCalls = 0.0
  var busy = 0.0
  var held = 0.0

  func mixed(with other: TeamShares, fraction: Double) -> TeamShares {
    func mix(_ first: Double, _ second: Double) -> Double { first + fraction * (second - first) }
    return TeamShares(
      calls: calls.mixed(with: other.calls, fraction: fraction),
      chats: chats.mixed(with: other.chats, fraction: fraction),
      onCalls: mix(onCalls, other.onCalls), busy: mix(busy, other.busy),
      held: mix(held, other.held))
  }
}

extension VoiceAndChatTeam {
  func shares(
    _ positions: Double, callTime: Double, chatTime: Double
  ) throws(TeamTooLarge) -> TeamShares {
    let whole = positions.rounded(.down)
    let team = try shares(ofTeam: whole, callTime: callTime, chatTime: chatTime)
    guard positions > whole else { return team }
    let larger = try shares(ofTeam: whole + 1, callTime: callTime, chatTime: chatTime)
    return team.mixed(with: larger, fraction: positions - whole)
  }

  func shares(
    ofTeam agents: Double, callTime: Double, chatTime: Double
  ) throws(TeamTooLarge) -> TeamShares {
    let calls = callShares(agents, within: max(0, callTime))
    let load = self.calls * callSeconds
    var shares = TeamShares(calls: calls, chats: .idle)
    shares.onCalls = calls.isStable ? load * (1 - calls.leaves) : agents
    shares.busy = shares.onCalls
    guard chats > 0 else { return shares }
    guard agents > 0, calls.isStable else {
      shares.chats = .unanswered(rate: chats, leaving: chatLeaving, within: max(0, chatTime))
      return shares
    }
    // What calls leave must do all chats where nobody leaves.
    let free = agents - shares.onCalls
    let fastest = chatTimes.rates[chatTimes.concurrency]
    guard chatLeaving > 0 || free * fastest > chats * (1 + 1e-9) else {
      shares.chats = .growing
      shares.busy = agents
      return shares
    }
    let chain = try TeamChain(self, agents: Int(agents))
    let means = try chain.means(within: max(0, chatTime))
    shares.chats = means.line
    shares.busy = means.busy
    shares.held = means.held
    return shares
  }

  /// Erlang A or C: calls do not see chats.
  func callShares(_ agents: Double, within time: Double) -> LineShares {
    guard calls > 0 else { return .idle }
    guard agents > 0 else {
      return .unanswered(rate: calls, leaving: callLeaving, within: time)
    }
    let line = WaitingLine(
      rate: calls, capacity: agents / callSeconds, leaving: callLeaving, within: time)
    let blocking = ErlangB.blocking(agents, calls * callSeconds)
    return LineShares(
      line, before: 1 - blocking, full: blocking, rate: calls, leaving: callLeaving, time: time)
  }
}
