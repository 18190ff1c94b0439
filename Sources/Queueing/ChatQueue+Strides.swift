internal import Foundation

/// The states of desks with more than a million places, many at a time: within a stride the weights
/// are a geometric series with the ratio of its middle. A stride ends where its weights differ by 2 %,
/// where an agent's number of chats changes, or after a 20,000th of the agents, so that means are
/// within 10⁻⁴ of those of the single states.
extension ChatStates {
  /// The most places whose states are gone through one by one.
  static let mostSteps = 1_000_000
  private static let steepest = 0.02

  mutating func strideUp(
    from start: Int, to places: Int, _ arrivals: Double, _ rates: UnsafeBufferPointer<Double>
  ) {
    /// The logarithm of the weight of `state` over that of the state before it.
    func slope(_ state: Int) -> Double {
      log(arrivals / ChatStates.completions(state, agents, rates))
    }
    guard start < places else {
      full = 1
      return
    }
    add(start, 1)
    var weight = 1.0
    var state = start
    while state < places {
      let most = min(places - state, agents - state % agents)
      let length = ChatStates.stride(most, atMost: agents / 20_000) { slope(state + $0) }
      let middle = slope(state + (length + 1) / 2)
      // The full state counts by itself.
      let counted = state + length == places ? length - 1 : length
      let sum = weight * ChatStates.series(counted, middle)
      if sum > 0 { add(state + (counted + 1) / 2, sum) }
      weight *= exp(Double(length) * middle)
      state += length
      if weight < 1e-18 * before * (1 - exp(min(0, middle))) || weight == 0 { return }
    }
    full = weight
  }

  mutating func strideDown(
    from start: Int, _ arrivals: Double, _ rates: UnsafeBufferPointer<Double>
  ) {
    /// The logarithm of the weight of the state below `state` over that of `state`.
    func slope(_ state: Int) -> Double {
      log(ChatStates.completions(state, agents, rates) / arrivals)
    }
    var weight = 1.0
    var state = start
    while state > 0 {
      let most = (state - 1) % agents + 1
      let length = ChatStates.stride(most, atMost: agents / 20_000) { slope(state - $0 + 1) }
      let middle = slope(state - (length + 1) / 2 + 1)
      let sum = weight * ChatStates.series(length, middle)
      if sum > 0 { add(state - (length + 1) / 2, sum) }
      weight *= exp(Double(length) * middle)
      state -= length
      if weight < 1e-18 * before * (1 - exp(min(0, middle))) || weight == 0 { return }
    }
  }

  /// The length of a stride of at most `most` and `usual` steps, whose steps have the
  /// given slopes.
  static func stride(_ most: Int, atMost usual: Int, _ slope: (Int) -> Double) -> Int {
    func allowed(_ slope: Double) -> Int {
      let steps = steepest / abs(slope)
      return steps > 1 ? Int(min(Double(most), steps)) : 1
    }
    let longest = min(most, max(1, usual))
    var length = max(1, min(longest, allowed(slope(1))))
    while length > 1, allowed(slope(length)) < length { length /= 2 }
    return length
  }

  /// q + q² + … with q = e^`slope`, `count` terms.
  static func series(_ count: Int, _ slope: Double) -> Double {
    guard count > 0 else { return 0 }
    let terms = Double(count)
    guard abs(slope) > 1e-12 else { return terms }
    return exp(slope) * (expm1(terms * slope) / expm1(slope))
  }
}
