internal import Foundation

/// The wait of a contact that has to wait, in a tier below others and where nobody leaves, in
/// units of the mean time between two positions that become free.
///
/// Higher tiers come at the rate η, those up to the contact's own at σ > η, both over n µ. With the
/// busy period B of higher tiers, B = 1/(1 + η + s − η B), its transform is (1 − σ) B/(1 − σ B).
/// On the cut s = −x, x = 1 + η − 2 √η cos θ, this gives the share that waits longer than t,
///
/// 2η/(σ − η) · [ (1/π) ∫₀^π sin²θ (D(x, x₀) − D(x, 0)) dθ + σ e^(−x₀ t)/(2η) − 1/2 ],
///
/// D(x, y) = (e^(−xt) − e^(−yt))/(x − y) and x₀ = (1 − σ)(1 − η/σ); the pole of the transform,
/// present for σ > √η only, is in it. The integrand is periodic and smooth, so that the trapezium
/// rule converges faster than any power of its step.
struct BusyPeriodWait {
  /// η.
  let higher: Double
  /// σ.
  let upTo: Double

  /// The share that waits longer than `time`, for 0 ≤ η ≤ σ < 1; the error is below 10⁻⁹.
  func shareWaiting(longerThan time: Double) -> Double {
    guard time > 0 else { return 1 }
    guard higher > 1e-14 else { return exp(-(1 - upTo) * time) }
    // Where hardly any load is the tier's own, both sides of the removable singularity.
    let trace = 1e-5 * higher
    guard upTo - higher < trace else { return share(upTo, time) }
    return (share(higher + trace, time) + share(higher - trace, time)) / 2
  }

  private func share(_ upTo: Double, _ time: Double) -> Double {
    let root = higher.squareRoot()
    let slowest = (1 - upTo) * (1 - higher / upTo)
    let rest = upTo * exp(-slowest * time) / (2 * higher) - 0.5
    var intervals = 32
    var sum = 0.0
    var integral = Double.nan
    // Both ends are 0; each doubling adds the points between those that are there.
    while intervals <= 1 << 16 {
      let stride = intervals == 32 ? 1 : 2
      var index = 1
      while index < intervals {
        let angle = Double.pi * Double(index) / Double(intervals)
        let sine = sin(angle)
        // 1 + η − 2 √η cos θ without its cancellation near 0.
        let half = sin(angle / 2)
        let rate = (1 - root) * (1 - root) + 4 * root * half * half
        sum += sine * sine * (difference(rate, slowest, time) - difference(rate, 0, time))
        index += stride
      }
      let next = sum / Double(intervals)
      if abs(next - integral) < 1e-14 * (1 + abs(next)) {
        integral = next
        break
      }
      integral = next
      intervals *= 2
    }
    let share = 2 * higher / (upTo - higher) * (integral + rest)
    return min(1, max(0, share))
  }

  /// (e^(−xt) − e^(−yt))/(x − y).
  private func difference(_ first: Double, _ second: Double, _ time: Double) -> Double {
    let gap = (first - second) * time
    if abs(gap) < 1e-8 { return -time * exp(-second * time) * (1 - gap / 2) }
    return time * exp(-second * time) * expm1(-gap) / gap
  }
}
