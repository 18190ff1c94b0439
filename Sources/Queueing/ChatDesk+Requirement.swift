public import Units

/// The fewest positions of a chat desk and what asks for them.
public struct ChatDeskRequirement: Sendable, Hashable, Codable {
  /// What asks for positions.
  public enum Binding: Sendable, Hashable, Codable {
    /// A condition on the line.
    case line(ServiceCondition)
    /// The replies.
    case replies
  }

  /// The fewest positions, fractions included.
  public let positions: Positions
  /// What asks for them; `nil` when nothing comes or nothing is asked.
  public let binding: Binding?

  /// A number of positions and what asks for them.
  public init(positions: Positions, binding: Binding?) {
    self.positions = positions
    self.binding = binding
  }
}

extension ChatDesk {
  /// The fewest positions, fractions included, with which the reply rate meets `target`; a `table` of
  /// the same dialogue, concurrency and window saves work.
  ///
  /// Throws when not even an agent with a single session meets it.
  public func positions(
    meeting target: ReplyTarget, by table: ReplyTable? = nil
  ) throws(UnreachableReplies) -> Positions {
    guard rate > 0, target.share.value > 0 else { return .zero }
    let best = dialogue.replies(holding: 1, within: target.window).inTime(per: target.unit)
    guard target.share.value < best.value * (1 - 1e-12) else {
      throw UnreachableReplies(target: target, best: best)
    }
    let window = target.window.inSeconds
    let table = self.table(table, window: window, target.unit)
    func team(_ agents: Int) -> DeskShares {
      shares(ofTeam: agents, window: window, unit: target.unit, answerTime: 0, by: table)
    }
    let load = rate * dialogue.rounds * dialogue.roundSeconds
    let guess = Int(min(ChatQueue.mostPositions / 2, load * 1.1)) + 1
    let enough = leastWhole(near: guess, most: Int(ChatQueue.mostPositions)) {
      team($0).inTime >= target.share.value
    }
    guard enough > 0 else { return .zero }
    let (fewer, more) = (team(enough - 1), team(enough))
    func missing(_ fraction: Double) -> Double {
      target.share.value - fewer.mixed(with: more, fraction: fraction).inTime
    }
    var bracket = Bracket(
      unmet: 0, unmetValue: missing(0), met: 1, metValue: missing(1))
    return Positions(Double(enough - 1) + bracket.narrow(to: 1e-12 * Double(enough), missing))
  }

  /// The fewest positions that meet `conditions` on the line and all of `targets`, and which of them
  /// asks for so many.
  ///
  /// Throws an ``UnreachableTarget`` or ``UnreachableReplies`` where no number of positions would do.
  public func positions(
    meeting conditions: ServiceConditions, and targets: [ReplyTarget]
  ) throws -> ChatDeskRequirement {
    var most = Positions.zero
    var binding: ChatDeskRequirement.Binding?
    if concurrency != nil {
      let line = try queue.positions(meeting: conditions)
      most = line.positions
      binding = line.binding.map { .line($0) }
    }
    for target in targets {
      let positions = try positions(meeting: target)
      guard positions.value > most.value * (1 + 1e-9) else { continue }
      most = positions
      binding = .replies
    }
    return ChatDeskRequirement(positions: most, binding: binding)
  }

  /// The most sessions at once, up to `limit`, with which `positions` meet `conditions` on the line
  /// and all of `targets`; `nil` where no number does. Few sessions at once make the line long, many
  /// make every reply late.
  public func largestConcurrency(
    meeting conditions: ServiceConditions, and targets: [ReplyTarget], with positions: Positions,
    upTo limit: Int = 30
  ) -> Int? {
    let count = ChatQueue.counted(positions.value)
    for sessions in stride(from: min(1000, max(1, limit)), through: 1, by: -1) {
      let desk = ChatDesk(rate: rate, dialogue, sessions, patience)
      let isReplied = targets.allSatisfy { target in
        let shares = desk.shares(
          count, window: target.window.inSeconds, unit: target.unit, answerTime: 0)
        return shares.inTime >= target.share.value
      }
      if isReplied, desk.queue.meets(conditions, with: positions) { return sessions }
    }
    return nil
  }
}
