internal import Foundation

/// The wait of a contact that has to wait, in a tier below others and where each waiting contact
/// leaves at a rate: j contacts are before it; j grows by higher tiers at their rate, falls at
/// n µ + j θ, and at j = 0 the contact itself is answered at n µ. The contact leaves at its own rate.
struct WaitPassage {
  /// The arrivals of the higher tiers.
  let higher: Double
  /// n µ.
  let service: Double
  /// θ > 0.
  let leaving: Double
  /// The contact's own rate of leaving; θ where all are alike.
  let own: Double
  /// How many are before the contact when it comes.
  let start: QueueWeights
  /// The probability that it is answered before it leaves.
  private(set) var served = 0.0
  /// The mean of its wait if it is answered, counted as 0 if it leaves.
  private(set) var servedWait = 0.0

  private var states: Int { start.first + start.shares.count }

  /// Reckons `served` and `servedWait` from their equations, by elimination from the top:
  /// (H + nµ + j θ + θ₀) v_j = H v_{j+1} + (nµ + j θ) v_{j−1} with v_{−1} = 1 and θ₀ the contact's own
  /// rate, and the same with v_j added on the right for the wait. What more comes at the highest state is turned away,
  /// where the start has no weight and the chain, which is below that of the start, hardly ever is.
  init(
    higher: Double, service: Double, leaving: Double, own: Double? = nil, start: QueueWeights
  ) {
    let own = own ?? leaving
    self.own = own
    let higher = higher / start.scale
    let service = service / start.scale
    self.higher = higher
    self.service = service
    self.leaving = leaving
    self.start = start
    guard service > 0 else { return }
    let states = states
    // v_j = factor_j v_{j−1} and u_j = factor_j u_{j−1} + added_j, where added needs v: with
    // v_j = factor_j v_{j−1} in it, added_j = slope_j v_{j−1}.
    var factors = [Double](repeating: 0, count: states)
    var slopes = factors
    var (factor, slope) = (0.0, 0.0)
    for state in stride(from: states - 1, through: 0, by: -1) {
      let up = state == states - 1 ? 0 : higher
      let down = service + Double(state) * leaving
      let rest = up * (1 - factor) + down + own
      factor = down / rest
      // u_j (up + down + θ) = up (factor' u_j + slope' v_j) + down u_{j−1} + v_j.
      slope = factor * (up * slope + 1) / rest
      factors[state] = factor
      slopes[state] = slope
    }
    var (value, wait) = (1.0, 0.0)
    for state in 0..<states {
      wait = factors[state] * wait + slopes[state] * value
      value *= factors[state]
      if state >= start.first {
        served += start.shares[state - start.first] * value
        servedWait += start.shares[state - start.first] * wait
      }
    }
  }

  /// Steps times states that are gone through; more is taken at the mean rate.
  private static let budget = 10_000_000

  /// The shares that would be answered within `time` if they never left, and that are.
  func shares(within time: Double) -> (virtual: Double, served: Double) {
    guard time > 0, service > 0 else { return (0, 0) }
    return jumps(within: time) ?? sharesAtMeanRate(within: time)
  }

  /// By uniformisation (Jensen, 1953): jumps at one rate Λ, those that lead nowhere included, and the
  /// Poisson number of them. Who is answered at the k-th jump of those who stay has not left before
  /// it with probability (Λ/(Λ + θ₀))^k, and then the jumps come at rate Λ + θ₀.
  private func jumps(within time: Double) -> (virtual: Double, served: Double)? {
    let states = states
    let rate = higher + service + Double(states) * leaving
    // Plainly too much is not begun.
    guard rate * time * Double(start.shares.count) < 10 * Double(WaitPassage.budget) else {
      return nil
    }
    var shares = [Double](repeating: 0, count: start.first) + start.shares
    // The states that still count.
    var (low, high) = (start.first, states - 1)
    var (virtual, served) = (0.0, 0.0)
    var step = 0
    var work = 0
    let up = higher / rate
    let service = service / rate
    let leaving = leaving / rate
    let stay = rate / (rate + own)
    // The probabilities of at least as many jumps as have been taken.
    var tail = PoissonTail(mean: rate * time).start
    var leavingTail = PoissonTail(mean: (rate + own) * time).start
    var stayed = 1.0
    while low <= high {
      step += 1
      let enough = tail.next(step)
      let enoughLeaving = leavingTail.next(step)
      stayed *= stay
      if enough < 1e-17 { break }
      work += high - low + 2
      if work > WaitPassage.budget { return nil }
      if low == 0 {
        let answered = shares[0] * service
        virtual += answered * enough
        served += answered * stayed * enoughLeaving
      }
      shares.withUnsafeMutableBufferPointer { shares in
        low = max(0, low - 1)
        high = min(states - 1, high + 1)
        var below = 0.0
        for state in low...high {
          let here = shares[state]
          let up = state == states - 1 ? 0 : up
          let above =
            state + 1 < states ? shares[state + 1] * (service + Double(state + 1) * leaving) : 0
          let rest = 1 - up - service - Double(state) * leaving
          shares[state] = here * rest + below + above
          below = here * up
        }
        while low <= high, shares[low] < 1e-20 {
          shares[low] = 0
          low += 1
        }
        while high >= low, shares[high] < 1e-20 {
          shares[high] = 0
          high -= 1
        }
      }
    }
    return (min(1, virtual), min(1, served))
  }

  /// Each start shrinks at H − n µ − j θ; those that reach 0 in time count.
  private func sharesAtMeanRate(within time: Double) -> (virtual: Double, served: Double) {
    let drift = service - higher
    var sum = 0.0
    for (index, share) in start.shares.enumerated() {
      let queue = Double(start.first + index)
      let needed =
        drift > 0 ? log1p(leaving * queue / drift) / leaving : (queue > 0 ? Double.infinity : 0)
      if needed <= time { sum += share }
    }
    return (sum, min(sum, served))
  }
}

/// The probabilities that a Poisson number reaches 1, 2, 3, …
struct PoissonTail {
  /// Walks from 1 up.
  struct Walk {
    fileprivate let mean: Double
    fileprivate let low: Double
    fileprivate var term = 0.0
    fileprivate var below = 0.0

    /// P(N ≥ `number`); to be asked for 1, 2, 3, … in turn.
    mutating func next(_ number: Int) -> Double {
      // Adds P(N = number − 1).
      let last = Double(number - 1)
      if last < low { return 1 }
      if last == low {
        term = exp(last * log(mean) - mean - lgamma(last + 1).0)
      } else {
        term *= mean / last
      }
      below += term
      return max(0, 1 - below)
    }
  }

  /// The walk before its first step.
  let start: Walk

  init(mean: Double) {
    let low = max(0, (mean - 9 * mean.squareRoot() - 20).rounded(.down))
    start = Walk(mean: max(mean, 1e-300), low: low)
  }
}
