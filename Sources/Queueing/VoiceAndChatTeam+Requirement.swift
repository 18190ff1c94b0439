public import Units

/// The fewest positions of a team for calls and chats and what asks for them.
public struct VoiceAndChatRequirement: Sendable, Hashable, Codable {
  /// What asks for positions.
  public enum Binding: Sendable, Hashable, Codable {
    /// A condition on calls.
    case calls(ServiceCondition)
    /// A condition on chats.
    case chats(ServiceCondition)
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

extension VoiceAndChatTeam {
  /// The fewest positions, fractions included, that meet all conditions on calls and on chats, and
  /// which of them asks for so many; the occupancy of chats is that of the team.
  ///
  /// Throws an ``UnreachableTarget`` when something comes and a condition cannot be met by any
  /// number, and ``TeamTooLarge`` when the chain has too many states.
  public func positions(
    meeting callConditions: ServiceConditions, chats chatConditions: ServiceConditions
  ) throws -> VoiceAndChatRequirement {
    var required = VoiceAndChatRequirement(positions: .zero, binding: nil)
    if calls > 0 {
      try callConditions.checkReachable(leaving: callLeaving > 0, turningAway: false)
      let load = calls * callSeconds
      for margin in callConditions.margins {
        let positions = least(near: Int(min(1e9, load)) + 1) { agents in
          callShares(agents, within: margin.time)
        } miss: { shares, agents in
          let onCalls = shares.isStable ? load * (1 - shares.leaves) : agents
          return margin.miss(shares.figures(occupancy: agents > 0 ? onCalls / agents : .nan))
        } mix: {
          $0.mixed(with: $1, fraction: $2)
        }
        guard positions > required.positions.value * (1 + 1e-9) else { continue }
        required = VoiceAndChatRequirement(
          positions: Positions(positions), binding: .calls(margin.condition))
      }
    }
    guard chats > 0 else { return required }
    try chatConditions.checkReachable(leaving: chatLeaving > 0, turningAway: false)
    var failure: TeamTooLarge?
    let fastest = chatTimes.rates[chatTimes.concurrency]
    let guess = min(1e9, max(required.positions.value, calls * callSeconds + chats / fastest)) + 1
    for margin in chatConditions.margins {
      let positions = least(near: Int(guess)) { agents -> TeamShares? in
        do throws(TeamTooLarge) {
          return try shares(ofTeam: agents, callTime: 0, chatTime: margin.time)
        } catch {
          failure = error
          return nil
        }
      } miss: { shares, agents in
        guard let shares else { return -1 }
        return margin.miss(
          shares.chats.figures(occupancy: agents > 0 ? min(1, shares.busy / agents) : .nan))
      } mix: { first, second, fraction in
        guard let first, let second else { return nil }
        return first.mixed(with: second, fraction: fraction)
      }
      if let failure { throw failure }
      guard positions > required.positions.value * (1 + 1e-9) else { continue }
      required = VoiceAndChatRequirement(
        positions: Positions(positions), binding: .chats(margin.condition))
    }
    return required
  }

  /// The least positions that miss nothing: whole teams first, then the mixture of the last two.
  private func least<Shares>(
    near guess: Int, of shares: (Double) -> Shares, miss: (Shares, Double) -> Double,
    mix: (Shares, Shares, Double) -> Shares
  ) -> Double {
    let team = leastWhole(near: guess, most: Int(ChatQueue.mostPositions)) {
      miss(shares(Double($0)), Double($0)) <= 0
    }
    guard team > 0 else { return 0 }
    let (fewer, more) = (shares(Double(team - 1)), shares(Double(team)))
    func missed(_ fraction: Double) -> Double {
      miss(mix(fewer, more, fraction), Double(team - 1) + fraction)
    }
    var bracket = Bracket(unmet: 0, unmetValue: missed(0), met: 1, metValue: missed(1))
    return Double(team - 1) + bracket.narrow(to: 1e-12 * Double(team), missed)
  }
}
