public import Units

extension ChatQueue {
  /// The fewest positions, fractions included, that meet all of `conditions`, and which of them
  /// asks for so many. The occupancy is the share of positions that have a chat at all.
  ///
  /// Throws, before any search, when a chat comes and a condition cannot be met by any number. More
  /// positions never make a condition worse as long as a chat does not take less time beside
  /// another than alone; for handle times that fall the search may miss a smaller number.
  public func positions(
    meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> RequiredPositions {
    guard rate > 0 else { return RequiredPositions(positions: .zero, binding: nil) }
    try conditions.checkReachable(leaving: leaving > 0, turningAway: false)
    return RequiredPositions(of: conditions.margins) { leastPositions(for: $0) }
  }

  private func leastPositions(for margin: ConditionMargin) -> Double {
    let most = Int(ChatQueue.mostPositions)
    let fastest = handleTimes.rates[handleTimes.concurrency]
    let guess = Int(min(ChatQueue.mostPositions, rate / fastest)) + 1
    let team = leastWhole(near: guess, most: most) { miss(margin, of: Double($0)) <= 0 }
    guard team > 0 else { return 0 }
    let fewer = shares(ofTeam: team - 1, within: margin.time)
    let more = shares(ofTeam: team, within: margin.time)
    func missed(_ fraction: Double) -> Double {
      let positions = Double(team - 1) + fraction
      let mixed = fewer.mixed(with: more, fraction: fraction)
      return margin.miss(mixed.line.figures(occupancy: mixed.occupancy(of: positions, idle: false)))
    }
    var bracket = Bracket(
      unmet: 0, unmetValue: missed(0), met: 1, metValue: miss(margin, of: Double(team)))
    return Double(team - 1) + bracket.narrow(to: 1e-13 * Double(team), missed)
  }

  private func miss(_ margin: ConditionMargin, of positions: Double) -> Double {
    let shares = shares(positions, within: margin.time)
    let count = ChatQueue.counted(positions)
    return margin.miss(shares.line.figures(occupancy: shares.occupancy(of: count, idle: rate == 0)))
  }

  /// Whether `positions` meet all of `conditions`, but for rounding.
  public func meets(_ conditions: ServiceConditions, with positions: Positions) -> Bool {
    rate == 0 || conditions.margins.allSatisfy { miss($0, of: positions.value) <= 1e-12 }
  }

  /// The most chats at once, up to those of ``handleTimes``, with which `positions` meet all of
  /// `conditions` while a chat takes `longest` at most on average (with as many beside it as there
  /// are); `nil` where no number does.
  ///
  /// More chats at once shorten the line and lengthen each chat: the line alone never speaks
  /// against one more.
  public func largestConcurrency(
    meeting conditions: ServiceConditions, with positions: Positions,
    chatsTakingAtMost longest: Duration
  ) -> Int? {
    for concurrency in stride(from: handleTimes.concurrency, through: 1, by: -1) {
      let queue = ChatQueue(
        rate: rate, handleTimes: handleTimes.limited(to: concurrency), patience: patience)
      let performance = queue.chatPerformance(with: positions, within: conditions.answerTime)
      let time = performance.meanHandleTime ?? .zero
      if time <= longest, queue.meets(conditions, with: positions) { return concurrency }
    }
    return nil
  }
}
