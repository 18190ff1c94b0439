internal import Foundation

/// The numbers of calls of a ``VoiceAndChatTeam`` that matter, one by one or several together.
///
/// Calls do not see chats: their number v is a birth-death chain of its own, with rates λ and d_v
/// and weights π_v. Where numbers are taken together, cell i has their weight Π_i and the mean of
/// their free agents; between the middles of two cells there is the resistance Σ 1/(λ π_v) of the
/// steps between them, and with its inverse G the rates G/Π_i up and G/Π_{i+1} down. So the
/// long-run chances of the cells are exactly those of the chain, and a number of calls takes as
/// long from one middle to the next as it does step by step (the network of resistances of a
/// reversible chain; Doyle and Snell, "Random walks and electric networks", 1984). With one number
/// a cell all is as it was.
struct CallCells {
  /// Agents without a call.
  private(set) var free: [Double] = []
  /// Steps a second to the next cell and to the one before.
  private(set) var up: [Double] = []
  private(set) var down: [Double] = []

  init(_ team: VoiceAndChatTeam, agents: Int) {
    guard team.calls > 0 else {
      (free, up, down) = ([Double(agents)], [0], [0])
      return
    }
    let (first, weights) = CallCells.states(team, agents)
    func ends(_ calls: Int) -> Double { CallCells.ends(team, agents, calls) }
    let cells = CallCells.ranges(
      of: weights, first: first, agents: agents, most: team.mostCallStates ?? weights.count)
    guard cells.count < weights.count else {
      for index in weights.indices {
        let calls = first + index
        free.append(Double(max(0, agents - calls)))
        up.append(index + 1 < weights.count ? team.calls : 0)
        down.append(index > 0 ? ends(calls) : 0)
      }
      return
    }
    let masses = cells.map { weights[$0].reduce(0, +) }
    func middle(_ cell: Range<Int>, _ mass: Double) -> Double {
      cell.reduce(0) { $0 + Double($1) * weights[$1] } / mass
    }
    let middles = zip(cells, masses).map(middle)
    // 1/(λ π_v) of the step from v to v + 1; parts of steps count in part.
    func resistance(from low: Double, to high: Double) -> Double {
      var sum = 0.0
      var place = low
      while place < high {
        let step = Int(place.rounded(.down))
        let end = min(high, Double(step + 1))
        guard step + 1 < weights.count else { break }
        sum += (end - place) / (team.calls * weights[step])
        place = end
      }
      return sum
    }
    up = Array(repeating: 0, count: cells.count)
    down = up
    for index in cells.indices {
      free.append(
        cells[index].reduce(0) {
          $0 + weights[$1] * Double(max(0, agents - first - $1))
        } / masses[index])
      guard index + 1 < cells.count else { continue }
      let conductance = 1 / resistance(from: middles[index], to: middles[index + 1])
      up[index] = conductance / masses[index]
      down[index + 1] = conductance / masses[index + 1]
    }
  }

  /// Calls that end or leave a second.
  private static func ends(_ team: VoiceAndChatTeam, _ agents: Int, _ calls: Int) -> Double {
    Double(min(calls, agents)) / team.callSeconds + Double(max(0, calls - agents))
      * team.callLeaving
  }

  /// The numbers of calls that matter, and their weights.
  private static func states(
    _ team: VoiceAndChatTeam, _ agents: Int
  ) -> (first: Int, weights: [Double]) {
    func ends(_ calls: Int) -> Double { self.ends(team, agents, calls) }
    var heaviest = 0
    while ends(heaviest + 1) < team.calls, heaviest < 10_000_000 { heaviest += 1 }
    var above: [Double] = []
    var weight = 1.0
    while weight > 1e-13, above.count < 100_000 {
      above.append(weight)
      weight *= team.calls / ends(heaviest + above.count)
    }
    var below: [Double] = []
    weight = 1
    while heaviest - below.count > 0 {
      weight *= ends(heaviest - below.count) / team.calls
      guard weight > 1e-13 else { break }
      below.append(weight)
    }
    return (heaviest - below.count, below.reversed() + above)
  }

  /// The numbers of each cell: about as many steps of the square root of the weight in each, so
  /// that the tails have large cells; with all agents on calls a cell begins.
  private static func ranges(
    of weights: [Double], first: Int, agents: Int, most: Int
  ) -> [Range<Int>] {
    guard weights.count > most, most > 1 else { return weights.indices.map { $0..<($0 + 1) } }
    let detail = weights.map { pow($0, 0.25) }
    let size = detail.reduce(0, +) / Double(most)
    var cells: [Range<Int>] = []
    var start = 0
    var sum = 0.0
    for index in weights.indices {
      sum += detail[index]
      let isEdge = first + index + 1 == agents
      if sum >= size || isEdge || index == weights.count - 1 {
        cells.append(start..<(index + 1))
        start = index + 1
        sum = isEdge ? 0 : max(0, sum - size)
      }
    }
    return cells
  }
}
