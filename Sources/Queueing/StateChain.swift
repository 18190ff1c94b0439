internal import Foundation

/// The law of the contacts in the system as it moves through time: the Kolmogorov forward
/// equations of M(t)/M/n(t) + M, with piecewise constant rates, by uniformisation.
///
/// p(t + τ) = Σ_k e^(−Λτ)(Λτ)^k/k! · p(t) Pᵏ with P = I + Q/Λ, and its integral
/// ∫ p = (1/Λ) Σ_k (1 − Σ_{j≤k} w_j) p(t) Pᵏ (Jensen, 1953; Grassmann, "Transient solutions in
/// Markovian queueing systems", 1977). All terms are positive, so that nothing cancels and no step
/// is unstable. Only the states around the mass are kept: an edge state below 10⁻¹⁶ is dropped, and
/// what was dropped is counted in ``truncated``. Each window of time ends when less than 2 × 10⁻¹³ of
/// the weights is left.
///
/// A class, since it owns the buffers; it never leaves the evaluation that made it.
final class StateChain {
  /// The first and last state with mass.
  private(set) var low: Int
  private(set) var high: Int
  /// The mass that was dropped so far, put back by scaling.
  private(set) var truncated = 0.0
  /// The states over which ``time(in:)`` may be above 0, since ``advance(by:rate:positions:)``.
  private(set) var touched = 0...0

  private let serviceRate: Double
  private let leavingRate: Double
  private var capacity: Int
  private var law: UnsafeMutablePointer<Double>
  private var present: UnsafeMutablePointer<Double>
  private var next: UnsafeMutablePointer<Double>
  private var ahead: UnsafeMutablePointer<Double>
  private var spent: UnsafeMutablePointer<Double>
  private var total: UnsafeMutablePointer<Double>
  private var stay: UnsafeMutablePointer<Double>
  private var leave: UnsafeMutablePointer<Double>

  private static let edge = 1e-16
  private static let tail = 2e-13
  /// States are shifted by this much in the buffers, so that neighbours exist below 0.
  private static let margin = 2

  /// A chain that starts in `start`; rates a second.
  init(from start: InitialLaw, serviceRate: Double, leavingRate: Double) {
    self.serviceRate = serviceRate
    self.leavingRate = leavingRate
    low = start.first
    high = start.first + start.chances.count - 1
    let states = high + 256
    let buffer = { StateChain.zeros(states) }
    capacity = states
    law = buffer()
    present = buffer()
    next = buffer()
    ahead = buffer()
    spent = buffer()
    total = buffer()
    stay = buffer()
    leave = buffer()
    for (index, chance) in start.chances.enumerated() { law[low + index] = chance }
    trim()
  }

  /// The same state once more; the times of its last advance are not copied.
  init(copying other: StateChain) {
    serviceRate = other.serviceRate
    leavingRate = other.leavingRate
    low = other.low
    high = other.high
    truncated = other.truncated
    let states = other.high + 256
    capacity = states
    let buffer = { StateChain.zeros(states) }
    law = buffer()
    present = buffer()
    next = buffer()
    ahead = buffer()
    spent = buffer()
    total = buffer()
    stay = buffer()
    leave = buffer()
    (law + low).update(from: other.law + low, count: high - low + 1)
  }

  deinit {
    for buffer in [law, present, next, ahead, spent, total, stay, leave] {
      (buffer - StateChain.margin).deallocate()
    }
  }

  /// A zeroed buffer for the states −2 … `capacity` + 2.
  private static func zeros(_ capacity: Int) -> UnsafeMutablePointer<Double> {
    let count = capacity + 2 * margin + 1
    let start = UnsafeMutablePointer<Double>.allocate(capacity: count)
    start.initialize(repeating: 0, count: count)
    return start + margin
  }

  private static func clear(_ buffer: UnsafeMutablePointer<Double>, _ states: ClosedRange<Int>) {
    (buffer + states.lowerBound).update(repeating: 0, count: states.count)
  }

  private func reserve(_ states: Int) {
    guard states > capacity else { return }
    let larger = max(states, 2 * capacity)
    func grown(_ old: UnsafeMutablePointer<Double>) -> UnsafeMutablePointer<Double> {
      let new = StateChain.zeros(larger)
      (new - StateChain.margin).update(
        from: old - StateChain.margin, count: capacity + 2 * StateChain.margin + 1)
      (old - StateChain.margin).deallocate()
      return new
    }
    law = grown(law)
    present = grown(present)
    next = grown(next)
    ahead = grown(ahead)
    spent = grown(spent)
    total = grown(total)
    stay = grown(stay)
    leave = grown(leave)
    capacity = larger
  }

  /// The chance of `state` now.
  func chance(of state: Int) -> Double { state < low || state > high ? 0 : law[state] }

  /// The mean time spent in `state` during the last advance, in seconds.
  func time(in state: Int) -> Double { touched.contains(state) ? total[state] : 0 }

  /// Moves on by `seconds` at a constant `rate` and real `positions`.
  func advance(by seconds: Double, rate: Double, positions: Double) {
    StateChain.clear(total, touched)
    touched = low...high
    var left = seconds
    while left > 0 {
      // As far up as the mass is likely to come; twice as far when it comes there.
      var reach = high + 16 + Int(4 * Double(high - low + 1).squareRoot())
      var done = 0.0
      while true {
        reserve(reach + 1)
        let outflow = rate + death(Double(reach), positions)
        guard outflow > 0 else {
          stand(for: left)
          return
        }
        done = min(left, 400 / outflow)
        if window(of: done, rate: rate, outflow: outflow, positions: positions, reach: reach) {
          break
        }
        reach = high + 2 * (reach - high)
      }
      left = done < left ? left - done : 0
    }
  }

  private func death(_ state: Double, _ positions: Double) -> Double {
    min(state, positions) * serviceRate + max(0, state - positions) * leavingRate
  }

  /// Nothing can happen.
  private func stand(for seconds: Double) {
    var state = low
    while state <= high {
      total[state] += law[state] * seconds
      state += 1
    }
  }

  /// One window of uniformisation; false when the mass came to `reach`, and nothing was changed.
  private func window(
    of seconds: Double, rate: Double, outflow: Double, positions: Double, reach: Int
  ) -> Bool {
    let events = outflow * seconds
    let most = Int(events + 12 * events.squareRoot() + 40)
    let bottom = max(0, low - most - 2)
    let up = rate / outflow
    let (law, ahead, spent, stay, leave) = (law, ahead, spent, stay, leave)
    var state = bottom
    while state <= reach + 1 {
      let down = death(Double(state), positions) / outflow
      leave[state] = down
      stay[state] = max(0, 1 - up - down)
      state += 1
    }
    StateChain.clear(ahead, bottom...reach + 1)
    StateChain.clear(spent, bottom...reach + 1)
    var from = low
    var to = high
    var lowest = low
    var highest = high
    var weight = exp(-events)
    var after = 1 - weight
    var current = present
    var following = next
    current[from - 2] = 0
    current[from - 1] = 0
    current[to + 1] = 0
    current[to + 2] = 0
    state = from
    while state <= to {
      let value = law[state]
      current[state] = value
      ahead[state] = weight * value
      spent[state] = after * value
      state += 1
    }
    var count = 0
    while count < most {
      count += 1
      weight *= events / Double(count)
      after = max(0, after - weight)
      if after < StateChain.tail, Double(count) > events, weight < StateChain.tail { break }
      if from > 0 { from -= 1 }
      to += 1
      if to > reach { return false }
      state = from
      var below = current[from - 1]
      var here = current[from]
      while state <= to {
        let above = current[state + 1]
        let value = here * stay[state] + below * up + above * leave[state + 1]
        following[state] = value
        ahead[state] += weight * value
        spent[state] += after * value
        below = here
        here = above
        state += 1
      }
      if from < lowest { lowest = from }
      if to > highest { highest = to }
      while from < to, following[from] < StateChain.edge { from += 1 }
      while to > from, following[to] < StateChain.edge { to -= 1 }
      following[from - 2] = 0
      following[from - 1] = 0
      following[to + 1] = 0
      following[to + 2] = 0
      swap(&current, &following)
    }
    take(lowest, highest, outflow: outflow)
    return true
  }

  /// Makes the end of a window the law, and adds the time spent.
  private func take(_ lowest: Int, _ highest: Int, outflow: Double) {
    let factor = 1 / outflow
    let (law, ahead, spent, total) = (law, ahead, spent, total)
    var state = lowest
    var sum = 0.0
    while state <= highest {
      total[state] += spent[state] * factor
      sum += ahead[state]
      state += 1
    }
    truncated += max(0, 1 - sum)
    let scale = sum > 0 ? 1 / sum : 1
    state = lowest
    while state <= highest {
      law[state] = ahead[state] * scale
      state += 1
    }
    low = lowest
    high = highest
    touched = min(touched.lowerBound, lowest)...max(touched.upperBound, highest)
    trim()
  }

  private func trim() {
    while low < high, law[low] < StateChain.edge {
      law[low] = 0
      low += 1
    }
    while high > low, law[high] < StateChain.edge {
      law[high] = 0
      high -= 1
    }
  }
}
