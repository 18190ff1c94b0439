internal import Foundation

/// The stationary law of the contacts in the system, from which an evaluation starts.
struct InitialLaw {
  /// The first state that counts.
  private(set) var first = 0
  /// The chances of the states from `first` on; they sum to 1.
  private(set) var chances: [Double] = [1]

  private static let mostStates = 400_000

  /// The law of M/M/n + M with real `positions`; rates a second.
  ///
  /// Where nobody leaves and the rate is too high (or so near that more than 400,000 states
  /// matter) there is no such law; then it is the law of so many servers that nobody waits, at a
  /// rate that keeps `positions` busy: the day starts without a backlog.
  init(rate: Double, positions: Double, serviceRate: Double, leavingRate: Double) {
    guard rate > 0 else { return }
    var rate = rate
    var positions = positions
    let capacity = positions * serviceRate
    if leavingRate <= 0, rate >= capacity * (1 - 40 / Double(InitialLaw.mostStates)) {
      rate = min(rate, capacity)
      positions = .infinity
      guard rate > 0 else { return }
    }
    let mode: Double
    if rate <= positions * serviceRate {
      mode = (rate / serviceRate).rounded(.down)
    } else {
      mode = (positions + (rate - capacity) / leavingRate).rounded(.down)
    }
    guard mode < 1e8 else {
      // Beyond any use: the mean alone.
      first = Int(min(mode, 1e15))
      return
    }
    func death(_ state: Double) -> Double {
      min(state, positions) * serviceRate + max(0, state - positions) * leavingRate
    }
    var below: [Double] = []
    var weight = 1.0
    var state = mode
    while state > 0, weight > 1e-18, below.count < InitialLaw.mostStates {
      weight *= death(state) / rate
      state -= 1
      below.append(weight)
    }
    first = Int(state)
    var weights = Array(below.reversed())
    weights.append(1)
    weight = 1
    state = mode
    var count = 0
    while weight > 1e-18, count < InitialLaw.mostStates {
      state += 1
      weight *= rate / death(state)
      weights.append(weight)
      count += 1
    }
    var sum = 0.0
    for weight in weights { sum += weight }
    chances = weights.map { $0 / sum }
  }

  /// The mean number of contacts in the system.
  var mean: Double {
    var sum = 0.0
    for (index, chance) in chances.enumerated() { sum += Double(first + index) * chance }
    return sum
  }

  /// Their variance.
  var variance: Double {
    let mean = mean
    var sum = 0.0
    for (index, chance) in chances.enumerated() {
      let away = Double(first + index) - mean
      sum += away * away * chance
    }
    return sum
  }
}
