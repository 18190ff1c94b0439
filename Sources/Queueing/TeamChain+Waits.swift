internal import Foundation

extension TeamChain {
  /// The figures of chats, with service levels of `time` seconds, the agents with a call or a chat
  /// and the chats in places.
  func means(
    within time: Double
  ) throws(TeamTooLarge) -> (line: LineShares, busy: Double, held: Double) {
    var waits = 0.0
    var queue = 0.0
    var busy = 0.0
    var held = 0.0
    let virtual = try chanceOfPlace(within: time, leaving: 0)
    let staying = try chanceOfPlace(within: time, leaving: team.chatLeaving)
    let (stayed, waited) = answeredWaits()
    var late = 0.0
    var inTime = 0.0
    var answered = 0.0
    var answeredWait = 0.0
    for chats in 0...levels {
      for phase in 0..<phases {
        let index = chats * phases + phase
        let chance = chances[index]
        guard chance > 0 else { continue }
        let places = places(phase)
        if chats >= places { waits += chance }
        queue += chance * Double(max(0, chats - places))
        held += chance * Double(min(chats, places))
        let free = free(phase)
        let spread = team.heldChats == .handedOver ? free : Double(agents)
        let chatting = spread > 0 ? min(1, Double(chats) / spread) : 0
        busy += chance * (Double(agents) - free + free * chatting)
        late += chance * (1 - virtual[index])
        inTime += chance * staying[index]
        answered += chance * stayed[index]
        answeredWait += chance * waited[index]
      }
    }
    let leaving = team.chatLeaving
    let leaves = min(1, leaving * queue / team.chats)
    // Some who had an agent lose him to a call and leave: the wait is of all who ever had one.
    if answered > 0 { answeredWait *= (1 - leaves) / answered }
    return (
      LineShares(
        waits: min(1, waits), leaves: leaves,
        inTime: min(1, inTime), virtuallyInTime: max(0, 1 - late),
        withinAny: max(0, 1 - late * exp(-leaving * time)), answeredWait: answeredWait,
        meanWait: queue / team.chats, queue: queue), busy, held
    )
  }

  /// Completions a second with every place taken.
  private func throughput(_ phase: Int) -> Double {
    free(phase) * team.chatTimes.rates[team.chatTimes.concurrency]
  }

  /// How fast those in front of somebody who waits become fewer.
  private func advance(_ phase: Int, _ ahead: Int) -> Double {
    throughput(phase) + Double(max(0, ahead - places(phase))) * team.chatLeaving
  }

  /// The chance that one with so many chats in front has a place within `time` while he leaves at rate
  /// `leaving`, for each state: backwards, by uniformisation (Jensen, 1953). A time after which
  /// nothing changes any more is not followed to its end; throws where following it would take
  /// hours.
  private func chanceOfPlace(
    within time: Double, leaving: Double
  ) throws(TeamTooLarge) -> [Double] {
    var current = [Double](repeating: 0, count: chances.count)
    var fastest = 0.0
    for chats in 0...levels {
      for phase in 0..<phases {
        let index = chats * phases + phase
        let rate = callsUp(phase) + callsDown(phase) + advance(phase, chats) + leaving
        fastest = max(fastest, rate)
        if chats < places(phase) { current[index] = 1 }
      }
    }
    let mean = fastest * time
    guard mean > 0 else { return current }
    let steps = mean + 9 * mean.squareRoot() + 20
    // With fewer chats than this there is always a place.
    let least = (0..<phases).map(places).min() ?? 0
    let start = min(levels + 1, least) * phases
    var sum = [Double](repeating: 0, count: chances.count)
    for index in 0..<start { sum[index] = 1 }
    let kept = fastest - leaving
    let moves = (start / phases...levels + 1).flatMap { chats in
      (0..<phases).map { phase -> (up: Double, down: Double, forward: Double) in
        (callsUp(phase), callsDown(phase), chats >= places(phase) ? advance(phase, chats) : -1)
      }
    }
    var next = current
    var step = 0.0
    var covered = 0.0
    var before = current
    var doubled = 64.0
    while step <= steps {
      guard step * Double(chances.count) < TeamChain.mostFollowed else {
        throw TeamTooLarge(states: chances.count)
      }
      let weight = ReplyDelays.poisson(Int(step), mean: mean)
      covered += weight
      for index in start..<sum.count { sum[index] += weight * current[index] }
      current.withUnsafeBufferPointer { current in
        next.withUnsafeMutableBufferPointer { next in
          for index in start..<current.count {
            let (up, down, forward) = moves[index - start]
            guard forward >= 0 else { continue }
            var value = (kept - up - down - forward) * current[index]
            if up > 0 { value += up * current[index + 1] }
            if down > 0 { value += down * current[index - 1] }
            if index >= phases { value += forward * current[index - phases] }
            next[index] = value / fastest
          }
        }
      }
      swap(&current, &next)
      step += 1
      guard step == doubled else { continue }
      // Where twice the steps changed nothing, what is still to come changes nothing.
      let moved = zip(current, before).map { abs($0 - $1) }.max() ?? 0
      guard moved >= 1e-13 else {
        let rest = max(0, 1 - covered)
        for index in start..<sum.count { sum[index] += rest * current[index] }
        break
      }
      before = current
      doubled *= 2
    }
    return sum
  }

  /// P(gets a place) and E[wait; gets a place] for each state. With w = E[e^(−θV)] and m = E[V e^(−θV)] of the wait V for
  /// a place, (θ + c − Q) w = c w′ and (θ + c − Q) m = c m′ + w, where w′ and m′ are those with one chat
  /// less in front, and w = 1, m = 0 with a place free: a tridiagonal system for each number.
  private func answeredWaits() -> (stays: [Double], waits: [Double]) {
    var stays = [Double](repeating: 1, count: chances.count)
    var waits = [Double](repeating: 0, count: chances.count)
    let leaving = team.chatLeaving
    for chats in 0...levels {
      let base = chats * phases
      // Places are fewer with more calls: those who wait are the phases from here on.
      guard let start = (0..<phases).first(where: { chats >= places($0) }) else { continue }
      var diagonal = [Double](repeating: 1, count: phases)
      for phase in start..<phases {
        diagonal[phase] = leaving + advance(phase, chats) + callsUp(phase) + callsDown(phase)
      }
      func solve(_ right: (Int) -> Double, _ values: inout [Double]) {
        var factor = [Double](repeating: 0, count: phases)
        for phase in start..<phases {
          let down = callsDown(phase)
          var rest = right(phase)
          var pivot = diagonal[phase]
          if phase > start {
            pivot -= down * factor[phase - 1]
            rest += down * values[base + phase - 1]
          } else if phase > 0 {
            rest += down * values[base + phase - 1]
          }
          guard pivot > 0 else { continue }
          factor[phase] = callsUp(phase) / pivot
          values[base + phase] = rest / pivot
        }
        for phase in stride(from: phases - 2, through: start, by: -1) {
          values[base + phase] += factor[phase] * values[base + phase + 1]
        }
      }
      let forward = (0..<phases).map { chats > 0 ? advance($0, chats) : 0 }
      let fewer = chats > 0 ? base - phases : base
      let stayed = (0..<phases).map { forward[$0] * stays[fewer + $0] }
      solve({ stayed[$0] }, &stays)
      let waited = (0..<phases).map { forward[$0] * waits[fewer + $0] + stays[base + $0] }
      solve({ waited[$0] }, &waits)
    }
    return (stays, waits)
  }
}
