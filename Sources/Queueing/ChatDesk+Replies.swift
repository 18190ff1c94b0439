internal import Foundation
internal import Units

/// Means over the states of a desk per offered session, which can be mixed.
struct DeskShares {
  var chat: ChatShares
  /// Sessions that are answered at all.
  var answered = 1.0
  /// Sessions whose first reply comes in time.
  var firstInTime = 1.0
  /// Rounds after the first.
  var later = 0.0
  /// Those of them that are replied to in time.
  var laterInTime = 0.0
  /// E[time to the first reply; answered] and the sum of the times to later replies.
  var firstSeconds = 0.0
  var laterSeconds = 0.0

  /// The reply rate.
  var inTime: Double {
    min(1, max(0, (firstInTime + laterInTime) / (1 + later)))
  }

  func mixed(with other: DeskShares, fraction: Double) -> DeskShares {
    guard fraction > 0 else { return self }
    func mix(_ path: KeyPath<DeskShares, Double>) -> Double {
      let (first, second) = (self[keyPath: path], other[keyPath: path])
      return first == second ? first : first + fraction * (second - first)
    }
    return DeskShares(
      chat: chat.mixed(with: other.chat, fraction: fraction), answered: mix(\.answered),
      firstInTime: mix(\.firstInTime), later: mix(\.later), laterInTime: mix(\.laterInTime),
      firstSeconds: mix(\.firstSeconds), laterSeconds: mix(\.laterSeconds))
  }
}

extension ChatDesk {
  func shares(
    _ positions: Double, window: Double, unit: ReplyUnit, answerTime: Double
  ) -> DeskShares {
    let whole = positions.rounded(.down)
    let fraction = positions - whole
    func team(_ agents: Double) -> DeskShares {
      shares(ofTeam: Int(agents), window: window, unit: unit, answerTime: answerTime)
    }
    let least = team(whole)
    return fraction > 0 ? least.mixed(with: team(whole + 1), fraction: fraction) : least
  }

  func shares(
    ofTeam agents: Int, window: Double, unit: ReplyUnit, answerTime: Double
  ) -> DeskShares {
    guard rate > 0 else { return DeskShares(chat: ChatShares(line: .idle)) }
    let window = max(0, window)
    let answerTime = max(0, answerTime)
    let rates = dialogue.sessionRates(upTo: limit(of: agents))
    let queue = ChatQueue(
      rate: rate, handleTimes: ChatHandleTimes(rates: rates),
      patience: concurrency == nil ? nil : patience)
    let chat = queue.shares(ofTeam: agents, within: answerTime)
    guard agents > 0, chat.line.isStable else {
      return DeskShares(
        chat: chat, answered: 0, firstInTime: 0, firstSeconds: 0)
    }
    let most = rates.count - 1
    let states = ChatStates(agents: agents, rates: rates, arrivals: rate)
    let line = WaitingLine(
      rate: rate, capacity: Double(agents) * rates[most], leaving: queue.leaving,
      within: window)
    let shrink = exp(-line.logScale)
    let whole = states.before * shrink + states.full * line.total
    let replies = LevelReplies(
      dialogue, states, full: states.full * line.total, shrink: shrink, window: window, unit)
    var shares = DeskShares(chat: chat)
    shares.answered = 1 - chat.line.leaves
    shares.later = shares.answered * (dialogue.rounds - 1)
    var firstInTime = 0.0
    var firstSeconds = 0.0
    for level in 0..<most where states.finding[level] > 0 {
      let weight = states.finding[level] * shrink / whole
      firstInTime += weight * (1 - replies.late[level + 1])
      firstSeconds += weight * replies.seconds[level + 1]
    }
    let waited = states.full / whole
    if concurrency != nil, waited > 0 {
      firstInTime += waited * servedInTime(rates, agents, queue.leaving, window, unit)
      firstSeconds +=
        chat.line.answeredWait + (chat.line.waits - chat.line.leaves) * replies.seconds[most]
    }
    shares.firstInTime = min(1, firstInTime)
    shares.firstSeconds = firstSeconds
    shares.laterInTime = shares.later * (1 - replies.meanLate)
    shares.laterSeconds = shares.later * replies.meanSeconds
    return shares
  }

  /// The sessions of an agent that matter: the limit, or where the chance of more is nothing.
  private func limit(of agents: Int) -> Int {
    if let concurrency { return concurrency }
    guard agents > 0 else { return 1 }
    let rates = dialogue.sessionRates(upTo: ChatDesk.mostSessions)
    var log = 0.0
    for sessions in 1..<rates.count {
      let ratio = rate / (Double(agents) * rates[sessions])
      if ratio < 1 { log += Double(agents) * Foundation.log(ratio) }
      if log < -42 { return sessions + 1 }
    }
    return ChatDesk.mostSessions
  }

  /// Σ r_k P(assigned and replied to within the window | k waiting): the wait in the line, then the
  /// reply of an agent with all other places taken; by cells of the wait.
  private func servedInTime(
    _ rates: [Double], _ agents: Int, _ leaving: Double, _ window: Double, _ unit: ReplyUnit
  ) -> Double {
    let most = rates.count - 1
    let ahead = RoundsAhead(dialogue, others: most - 1)
    func reply(within time: Double) -> Double {
      1 - ahead.mean(of: ReplyDelays(dialogue, beyond: time, upTo: most - 1).late(unit))
    }
    func assigned(within time: Double) -> Double {
      WaitingLine(
        rate: rate, capacity: Double(agents) * rates[most], leaving: leaving, within: time
      ).servedInTime
    }
    let cells = 64
    var sum = 0.0
    var before = assigned(within: 0)
    var replied = reply(within: window)
    for cell in 1...cells {
      let time = window * Double(cell) / Double(cells)
      let after = assigned(within: time)
      let next = reply(within: window - time)
      sum += (after - before) * (replied + next) / 2
      (before, replied) = (after, next)
    }
    return sum
  }
}

/// How late replies are by the number of sessions of an agent, and on average.
private struct LevelReplies {
  /// P(late) and the mean seconds to a reply with 0, 1, 2, … sessions.
  private(set) var late: [Double]
  private(set) var seconds: [Double]
  /// The means over all replies.
  private(set) var meanLate = 0.0
  private(set) var meanSeconds = 0.0

  init(
    _ dialogue: ChatDialogue, _ states: ChatStates, full: Double, shrink: Double, window: Double,
    _ unit: ReplyUnit
  ) {
    let most = states.holding.count - 1
    late = Array(repeating: 0, count: most + 1)
    seconds = late
    let delays = ReplyDelays(dialogue, beyond: window, upTo: most - 1).late(unit)
    let own = unit == .round ? dialogue.messageSeconds : dialogue.roundSeconds
    var replies = 0.0
    for sessions in 1...most {
      // The agents with so many sessions, and with them the replies they give.
      var agents = states.holding[sessions] * shrink
      if sessions == most { agents += full * Double(states.agents) }
      let found = states.finding[sessions - 1]
      guard agents > 0 || found > 0 || sessions == most else { continue }
      let ahead = RoundsAhead(dialogue, others: sessions - 1)
      late[sessions] = min(1, ahead.mean(of: delays))
      seconds[sessions] = ahead.mean * dialogue.roundSeconds + own
      let weight = agents * dialogue.roundRate(holding: sessions)
      replies += weight
      meanLate += weight * late[sessions]
      meanSeconds += weight * seconds[sessions]
    }
    if replies > 0 {
      meanLate = min(1, meanLate / replies)
      meanSeconds /= replies
    }
  }
}
