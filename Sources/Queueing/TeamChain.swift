internal import Foundation

/// The states of a ``VoiceAndChatTeam``: v calls and x chats, with their long-run chances.
///
/// Numbers of calls may be taken together in cells (``CallCells``), so that large teams are solved
/// too.
struct TeamChain {
  let team: VoiceAndChatTeam
  let agents: Int
  /// The cells of calls, and how many they are.
  private let cells: CallCells
  let phases: Int
  /// The most chats.
  private(set) var levels: Int
  /// The chances, chats by chats, within each by calls.
  private(set) var chances: [Double]

  private static let mostEntries = 40_000_000
  private static let mostWork = 6e9
  /// Steps times states of a wait that are followed.
  static let mostFollowed = 4e8

  /// The states of a team of `agents` ≥ 1, with chats, whose line comes to rest.
  init(_ team: VoiceAndChatTeam, agents: Int) throws(TeamTooLarge) {
    self.team = team
    self.agents = agents
    cells = CallCells(team, agents: agents)
    phases = cells.free.count
    let places = Double(agents * team.chatTimes.concurrency)
    let unanswered = team.chatLeaving > 0 ? team.chats / team.chatLeaving : .infinity
    let most = places + unanswered + 9 * unanswered.squareRoot() + 20
    let slowest = min(places, team.chats / team.chatTimes.rates[1])
    var levels = slowest + 8 * slowest.squareRoot() + 40
    while true {
      let count = Int(min(levels, most, 1e7))
      let work = pow(Double(phases), 3) * Double(count)
      guard work < TeamChain.mostWork, phases * phases * count < TeamChain.mostEntries else {
        throw TeamTooLarge(states: phases * count)
      }
      self.levels = count
      chances = []
      chances = solve()
      let top = chances.suffix(phases).reduce(0, +)
      if top < 1e-11 || levels >= most { return }
      levels *= 1.5
    }
  }

  /// Agents without a call.
  func free(_ phase: Int) -> Double { cells.free[phase] }

  /// Places for chats.
  func places(_ phase: Int) -> Int {
    let concurrency = team.chatTimes.concurrency
    guard team.heldChats == .handedOver else { return agents * concurrency }
    return Int((free(phase) * Double(concurrency)).rounded(.up))
  }

  /// Chats that are completed a second with `chats` of them in places.
  func completions(_ phase: Int, _ chats: Int) -> Double {
    let free = free(phase)
    guard free > 0 else { return 0 }
    let spread = team.heldChats == .handedOver ? free : Double(agents)
    let rates = team.chatTimes.rates
    let level = Int(Double(chats) / spread)
    guard level < rates.count - 1 else { return free * rates[rates.count - 1] }
    let above = (Double(chats) - Double(level) * spread) / spread
    return free * (rates[level] + above * (rates[level + 1] - rates[level]))
  }

  /// Chats that end or leave a second.
  func ends(_ phase: Int, _ chats: Int) -> Double {
    completions(phase, chats) + Double(max(0, chats - places(phase))) * team.chatLeaving
  }

  /// Calls that come and end a second in a phase, as steps to the next one; none leads out of the
  /// states that matter.
  func callsUp(_ phase: Int) -> Double { cells.up[phase] }
  func callsDown(_ phase: Int) -> Double { cells.down[phase] }

  /// From the most chats down: π_x = π_{x−1} R_x with R_x = λ (−(B_x + R_{x+1} D_{x+1}))⁻¹, then
  /// up.
  private func solve() -> [Double] {
    let size = phases * phases
    var ratios = [Double](repeating: 0, count: size * levels)
    var matrix = [Double](repeating: 0, count: size)
    var first = matrix
    for level in stride(from: levels, through: 0, by: -1) {
      for index in matrix.indices { matrix[index] = 0 }
      for phase in 0..<phases {
        let up = callsUp(phase)
        let down = callsDown(phase)
        let row = phase * phases
        matrix[row + phase] = up + down + ends(phase, level) + (level < levels ? team.chats : 0)
        if phase + 1 < phases { matrix[row + phase + 1] = -up }
        if phase > 0 { matrix[row + phase - 1] = -down }
      }
      if level < levels {
        for column in 0..<phases {
          let down = ends(column, level + 1)
          for row in 0..<phases {
            matrix[row * phases + column] -= ratios[level * size + row * phases + column] * down
          }
        }
      }
      guard level > 0 else {
        first = matrix
        break
      }
      MatrixInverse.invert(&matrix, size: phases)
      let base = (level - 1) * size
      for index in 0..<size { ratios[base + index] = team.chats * matrix[index] }
    }
    return chancesUp(from: MatrixInverse.leftNullVector(first, size: phases), ratios)
  }

  private func chancesUp(from bottom: [Double], _ ratios: [Double]) -> [Double] {
    let size = phases * phases
    var chances = bottom
    chances.reserveCapacity(phases * (levels + 1))
    var current = bottom
    var total = bottom.reduce(0, +)
    for level in 0..<levels {
      var next = [Double](repeating: 0, count: phases)
      ratios.withUnsafeBufferPointer { ratios in
        for row in 0..<phases where current[row] > 0 {
          let base = level * size + row * phases
          for column in 0..<phases { next[column] += current[row] * ratios[base + column] }
        }
      }
      total += next.reduce(0, +)
      chances += next
      current = next
    }
    return chances.map { $0 / total }
  }
}

/// Inverse and null vector of the matrices of ``TeamChain``: minus a generator with losses, whose
/// elimination needs no pivots.
enum MatrixInverse {
  /// Replaces a matrix, row by row, by its inverse (Gauss and Jordan).
  static func invert(_ matrix: inout [Double], size: Int) {
    matrix.withUnsafeMutableBufferPointer { matrix in
      for pivot in 0..<size {
        let row = pivot * size
        let inverse = 1 / matrix[row + pivot]
        matrix[row + pivot] = 1
        for column in 0..<size { matrix[row + column] *= inverse }
        for other in 0..<size where other != pivot {
          let base = other * size
          let factor = matrix[base + pivot]
          guard factor != 0 else { continue }
          matrix[base + pivot] = 0
          for column in 0..<size { matrix[base + column] -= factor * matrix[row + column] }
        }
      }
    }
  }

  /// The vector y ≥ 0 with y M = 0 and sum 1, by elimination that never subtracts (Grassmann,
  /// Taksar and Heyman, 1985); M is minus a generator.
  static func leftNullVector(_ matrix: [Double], size: Int) -> [Double] {
    var rates = matrix.map { -$0 }
    guard size > 1 else { return [1] }
    for state in stride(from: size - 1, to: 0, by: -1) {
      var out = 0.0
      for column in 0..<state { out += rates[state * size + column] }
      guard out > 0 else { continue }
      for row in 0..<state {
        rates[row * size + state] /= out
        let factor = rates[row * size + state]
        guard factor > 0 else { continue }
        for column in 0..<state where column != row {
          rates[row * size + column] += factor * rates[state * size + column]
        }
      }
    }
    var vector = [Double](repeating: 0, count: size)
    vector[0] = 1
    for state in 1..<size {
      for row in 0..<state { vector[state] += vector[row] * rates[row * size + state] }
    }
    let total = vector.reduce(0, +)
    return vector.map { $0 / total }
  }
}
