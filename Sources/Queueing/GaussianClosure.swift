internal import Foundation

/// The mean and variance of the contacts in the system, closed as if their law were normal.
///
/// With s = √v, z = (m − n)/s, q = s φ(z) + (m − n) Φ(z) (the mean queue), b = m − q (at work):
/// m′ = λ − μ b − θ q, v′ = λ + μ b + θ q − 2μ (v − v Φ(z)) − 2θ v Φ(z)
/// (the Gaussian variance approximation of Massey & Pender, "Gaussian skewness approximation for
/// dynamic rate multi-server queues with abandonment", Queueing Systems 75, 2013). Stepped by the
/// midpoint rule.
///
/// Limits: the law of a small team is far from normal; below about 15 positions a stationary
/// formula is often closer, and below 60 the chain is cheap.
struct GaussianClosure {
  private(set) var mean: Double
  private(set) var variance: Double
  private(set) var flow = Flow()
  private let serviceRate: Double
  private let leavingRate: Double

  /// Means at one moment.
  struct Flow {
    /// How many wait.
    var queue = 0.0
    /// How many are being served.
    var busy = 0.0
    fileprivate var meanSlope = 0.0
    fileprivate var varianceSlope = 0.0
  }

  private static let leastVariance = 1e-9

  /// A closure that starts with the mean and variance of `start`; rates a second.
  init(from start: InitialLaw, serviceRate: Double, leavingRate: Double) {
    mean = start.mean
    variance = max(GaussianClosure.leastVariance, start.variance)
    self.serviceRate = serviceRate
    self.leavingRate = leavingRate
  }

  /// Φ(z): the standard normal law below `z`.
  static func below(_ z: Double) -> Double { 0.5 * erfc(-z * 0.7071067811865476) }

  /// The means now, under `rate` and real `positions`.
  func flow(rate: Double, positions: Double) -> Flow {
    GaussianClosure.flow(mean, variance, rate, positions, serviceRate, leavingRate)
  }

  private static func flow(
    _ mean: Double, _ variance: Double, _ rate: Double, _ positions: Double,
    _ serviceRate: Double, _ leavingRate: Double
  ) -> Flow {
    let deviation = variance.squareRoot()
    let z = (mean - positions) / deviation
    let share = below(z)
    let density = 0.3989422804014327 * exp(-0.5 * z * z)
    let queue = deviation * density + (mean - positions) * share
    let busy = mean - queue
    let served = serviceRate * busy
    let left = leavingRate * queue
    let spread = serviceRate * (variance - variance * share) + leavingRate * variance * share
    return Flow(
      queue: queue, busy: busy, meanSlope: rate - served - left,
      varianceSlope: rate + served + left - 2 * spread)
  }

  /// Moves on by one step of `seconds` at a constant `rate` and real `positions`; ``flow`` are then
  /// the means in its middle.
  mutating func advance(by seconds: Double, rate: Double, positions: Double) {
    let start = flow(rate: rate, positions: positions)
    let least = GaussianClosure.leastVariance
    let middleMean = mean + 0.5 * seconds * start.meanSlope
    let middleVariance = max(least, variance + 0.5 * seconds * start.varianceSlope)
    flow = GaussianClosure.flow(
      middleMean, middleVariance, rate, positions, serviceRate, leavingRate)
    mean += seconds * flow.meanSlope
    variance = max(least, variance + seconds * flow.varianceSlope)
  }

  /// The chance that an arrival now is answered in time, and that it has to wait, with the whole
  /// positions of `kernel`: P(X < n) + Σ_k P(X = n + k) s_k with continuity correction. Blocks of
  /// states narrower than a 24th of the deviation are taken together.
  func chances(_ kernel: inout WaitKernel) -> (inTime: Double, waits: Double) {
    let deviation = variance.squareRoot()
    let positions = Double(kernel.positions)
    func below(_ state: Double) -> Double {
      GaussianClosure.below((state - 0.5 - mean) / deviation)
    }
    let free = below(positions)
    var inTime = free
    let block = max(1, Int(min(1e6, deviation / 24)))
    // The states that carry mass, counted from the positions on.
    let lowest = max(0, (mean - 9 * deviation - positions).rounded(.down))
    let highest = (mean + 9 * deviation - positions).rounded(.up)
    guard lowest <= highest, lowest < 1e8 else { return (inTime, 1 - free) }
    var waiting = Int(lowest)
    let last = Int(min(1e8, highest))
    kernel.extend(to: last)
    var before = waiting == 0 ? free : below(positions + lowest)
    let known = kernel.inTime.count
    while waiting <= last, waiting < known {
      let end = below(positions + Double(waiting + block))
      inTime += (end - before) * kernel.chance(waiting + block / 2)
      before = end
      waiting += block
    }
    return (inTime, 1 - free)
  }
}
