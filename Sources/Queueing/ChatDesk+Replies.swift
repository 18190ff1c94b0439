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
    _ positions: Double, window: Double, unit: ReplyUnit, answerTime: Double,
    by table: ReplyTable? = nil
  ) -> DeskShares {
    let table = self.table(table, window: window, unit)
    let whole = positions.rounded(.down)
    let fraction = positions - whole
    func team(_ agents: Double) -> DeskShares {
      shares(
        ofTeam: Int(agents), window: window, unit: unit, answerTime: answerTime, by: table)
    }
    let least = team(whole)
    return fraction > 0 ? least.mixed(with: team(whole + 1), fraction: fraction) : least
  }

  /// The table that answers for this desk: `given` where it is one of it.
  func table(_ given: ReplyTable?, window: Double, _ unit: ReplyUnit) -> ReplyTable? {
    guard let concurrency else { return nil }
    let window = max(0, window)
    if let given, given.isFor(dialogue, concurrency, window: window, unit) { return given }
    return ReplyTable(dialogue, concurrency: concurrency, window: window, unit)
  }

  /// The shares of a team; `table` is that of this desk, `nil` where every session is assigned at
  /// once.
  func shares(
    ofTeam agents: Int, window: Double, unit: ReplyUnit, answerTime: Double, by table: ReplyTable?
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
    let table =
      table ?? ReplyTable(dialogue, concurrency: most, window: window, unit, isAssignedAtOnce: true)
    let replies = MeanReplies(
      table, states, full: states.full * line.total, shrink: shrink)
    var shares = DeskShares(chat: chat)
    shares.answered = 1 - chat.line.leaves
    shares.later = shares.answered * (dialogue.rounds - 1)
    var firstInTime = 0.0
    var firstSeconds = 0.0
    for level in 0..<most where states.finding[level] > 0 {
      let weight = states.finding[level] * shrink / whole
      firstInTime += weight * (1 - table.late[level + 1])
      firstSeconds += weight * table.seconds[level + 1]
    }
    let waited = states.full / whole
    if concurrency != nil, waited > 0 {
      firstInTime += waited * servedInTime(Double(agents) * rates[most], queue.leaving, table)
      firstSeconds +=
        chat.line.answeredWait + (chat.line.waits - chat.line.leaves) * table.seconds[most]
    }
    shares.firstInTime = min(1, firstInTime)
    shares.firstSeconds = firstSeconds
    shares.laterInTime = shares.later * (1 - replies.late)
    shares.laterSeconds = shares.later * replies.seconds
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
    _ capacity: Double, _ leaving: Double, _ table: ReplyTable
  ) -> Double {
    let cells = ReplyTable.cells
    let assigned = WaitingLine.servedInTime(
      rate: rate, capacity: capacity, leaving: leaving,
      within: (0...cells).map { table.window * Double($0) / Double(cells) })
    var sum = 0.0
    for cell in 1...cells {
      let replied = table.lastReplies[cell - 1] + table.lastReplies[cell]
      sum += (assigned[cell] - assigned[cell - 1]) * replied / 2
    }
    return sum
  }
}

/// How late replies are on average, and how long they take.
private struct MeanReplies {
  private(set) var late = 0.0
  private(set) var seconds = 0.0

  init(_ table: ReplyTable, _ states: ChatStates, full: Double, shrink: Double) {
    let most = states.holding.count - 1
    var replies = 0.0
    for sessions in 1...most {
      // The agents with so many sessions, and with them the replies they give.
      var agents = states.holding[sessions] * shrink
      if sessions == most { agents += full * Double(states.agents) }
      guard agents > 0 else { continue }
      let weight = agents * table.roundRates[sessions]
      replies += weight
      late += weight * table.late[sessions]
      seconds += weight * table.seconds[sessions]
    }
    if replies > 0 {
      late = min(1, late / replies)
      seconds /= replies
    }
  }
}
