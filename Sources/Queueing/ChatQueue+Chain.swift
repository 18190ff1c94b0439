internal import Foundation
internal import Units

/// Means over the states of a chat desk, which can be mixed.
struct ChatShares {
  var line: LineShares
  /// The mean number of agents with a chat.
  var busy = 0.0
  /// The mean number of chats with an agent.
  var held = 0.0
  /// Chats that reach an agent, a second.
  var completed = 0.0

  func mixed(with other: ChatShares, fraction: Double) -> ChatShares {
    guard fraction > 0 else { return self }
    func mix(_ first: Double, _ second: Double) -> Double { first + fraction * (second - first) }
    return ChatShares(
      line: line.mixed(with: other.line, fraction: fraction), busy: mix(busy, other.busy),
      held: mix(held, other.held), completed: mix(completed, other.completed))
  }

  func occupancy(of positions: Double, idle: Bool) -> Double {
    if idle { return 0 }
    return positions > 0 ? min(1, busy / positions) : .nan
  }
}

extension ChatQueue {
  static let mostPositions = 1e9

  static func counted(_ positions: Double) -> Double {
    positions > 0 ? min(positions, mostPositions) : 0
  }

  /// The means of `positions`, whole or not.
  func shares(_ positions: Double, within time: Double) -> ChatShares {
    let positions = ChatQueue.counted(positions)
    let whole = positions.rounded(.down)
    let fraction = positions - whole
    let shares = shares(ofTeam: Int(whole), within: time)
    guard fraction > 0 else { return shares }
    return shares.mixed(with: self.shares(ofTeam: Int(whole) + 1, within: time), fraction: fraction)
  }

  /// The means of a team of `agents`.
  func shares(ofTeam agents: Int, within time: Double) -> ChatShares {
    guard rate > 0 else { return ChatShares(line: .idle) }
    let time = max(0, time)
    guard agents > 0 else {
      return ChatShares(line: .unanswered(rate: rate, leaving: leaving, within: time))
    }
    let states = ChatStates(agents: agents, rates: handleTimes.rates, arrivals: rate)
    let capacity = Double(agents) * handleTimes.rates[handleTimes.concurrency]
    let line = WaitingLine(rate: rate, capacity: capacity, leaving: leaving, within: time)
    let shares = LineShares(
      line, before: states.before, full: states.full, rate: rate, leaving: leaving, time: time)
    guard line.isStable else {
      let places = agents * handleTimes.concurrency
      return ChatShares(
        line: shares, busy: Double(agents), held: Double(places), completed: capacity)
    }
    let whole = states.before * exp(-line.logScale) + states.full * line.total
    let full = states.full * line.total / whole
    let before = exp(-line.logScale) / whole
    let places = Double(agents) * Double(handleTimes.concurrency)
    return ChatShares(
      line: shares, busy: states.busy * before + full * Double(agents),
      held: states.held * before + full * places, completed: rate * (1 - shares.leaves))
  }
}

/// The weights of the states before every place is taken, relative to the heaviest.
struct ChatStates {
  /// The weight of all states with a free place.
  private(set) var before = 0.0
  /// The weight of those in which the agents with the fewest chats have 0, 1, 2, … of them.
  private(set) var finding: [Double]
  /// The mean number of agents with 0, 1, 2, … chats, times the weight of those states.
  private(set) var holding: [Double]
  /// The weight of the state in which every place is taken and nobody waits.
  var full = 0.0
  let agents: Int

  /// The mean number of busy agents before every place is taken, times the weight.
  var busy: Double { holding.dropFirst().reduce(0, +) }
  /// The mean number of chats before every place is taken, times the weight.
  var held: Double {
    var sum = 0.0
    for (chats, weight) in holding.enumerated() { sum += Double(chats) * weight }
    return sum
  }

  /// States of `agents` ≥ 1 who complete `rates[k]` chats a second with k chats each, and to whom
  /// `arrivals` > 0 come.
  init(agents: Int, rates: [Double], arrivals: Double) {
    let concurrency = rates.count - 1
    self.agents = agents
    finding = Array(repeating: 0, count: concurrency)
    holding = Array(repeating: 0, count: concurrency + 1)
    let places = agents * concurrency
    let start = ChatStates.heaviest(agents: agents, rates: rates, arrivals: arrivals)
    rates.withUnsafeBufferPointer { rates in
      if places > ChatStates.mostSteps {
        strideUp(from: start, to: places, arrivals, rates)
        strideDown(from: start, arrivals, rates)
      } else {
        walkUp(from: start, to: places, arrivals, rates)
        walkDown(from: start, arrivals, rates)
      }
    }
  }

  private mutating func walkUp(
    from start: Int, to places: Int, _ arrivals: Double, _ rates: UnsafeBufferPointer<Double>
  ) {
    var weight = 1.0
    var state = start
    while state < places {
      add(state, weight)
      state += 1
      weight *= arrivals / ChatStates.completions(state, agents, rates)
      if weight == 0 { return }
    }
    full = weight
  }

  private mutating func walkDown(
    from start: Int, _ arrivals: Double, _ rates: UnsafeBufferPointer<Double>
  ) {
    var weight = 1.0
    var state = start
    while state > 0 {
      let completions = ChatStates.completions(state, agents, rates)
      weight *= completions / arrivals
      state -= 1
      add(state, weight)
      if weight < 1e-18 * before * (1 - min(1, completions / arrivals)) { return }
    }
  }

  mutating func add(_ state: Int, _ weight: Double) {
    let level = state / agents
    let above = state - level * agents
    before += weight
    finding[level] += weight
    holding[level] += weight * Double(agents - above)
    holding[level + 1] += weight * Double(above)
  }

  @inline(__always)
  static func completions(
    _ state: Int, _ agents: Int, _ rates: UnsafeBufferPointer<Double>
  ) -> Double {
    let level = (state - 1) / agents
    let above = state - level * agents
    return Double(above) * rates[level + 1] + Double(agents - above) * rates[level]
  }

  /// The last state, up to the full one, whose completions do not exceed the arrivals.
  private static func heaviest(agents: Int, rates: [Double], arrivals: Double) -> Int {
    let each = arrivals / Double(agents)
    for level in 1..<rates.count where rates[level] > each {
      let step = rates[level] - rates[level - 1]
      let above = Double(agents) * ((each - rates[level - 1]) / step)
      return (level - 1) * agents + min(agents, max(0, Int(above)))
    }
    return agents * (rates.count - 1)
  }
}
