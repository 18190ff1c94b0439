internal import Foundation

/// The square-root rule: n = a + β √a. Only to begin a search near its end, never for a result.
///
/// Halfin and Whitt, "Heavy-traffic limits for queues with many exponential servers", 1981; with
/// abandonment Garnett, Mandelbaum and Reiman, "Designing a call center with impatient customers",
/// 2002. Both are limits for large loads; at 10 erlangs they are some tenths of a position off.
struct SquareRootRule {
  /// The rate at which people leave over the rate at which contacts are handled: h / p; 0 where
  /// nobody leaves.
  let impatience: Double

  /// The share that waits with n = a + β √a; without impatience for β > 0 only, else 1.
  func waitProbability(_ excess: Double) -> Double {
    guard impatience > 0 else {
      guard excess > 0 else { return 1 }
      return 1 / (1 + excess / SquareRootRule.hazard(-excess))
    }
    let root = impatience.squareRoot()
    let waiting = SquareRootRule.hazard(excess / root)
    return 1 / (1 + root * waiting / SquareRootRule.hazard(-excess))
  }

  /// The share that waits longer than `time`, in handle times, if nobody waiting gave up, with
  /// n = a + β √a at the load a.
  func lateProbability(_ excess: Double, load: Double, time: Double) -> Double {
    let wait = waitProbability(excess)
    guard impatience > 0 else { return wait * exp(-max(0, excess) * load.squareRoot() * time) }
    let root = impatience.squareRoot()
    let start = excess / root
    let end = start + time * (load * impatience).squareRoot()
    let ratio = SquareRootRule.hazard(start) / SquareRootRule.hazard(end)
    return min(1, wait * ratio * exp(-(end - start) * (end + start) / 2))
  }

  /// The excess β at which the share that waits longer than `time`, in handle times, is `share`.
  func excess(load: Double, late share: Double, time: Double) -> Double {
    var (low, high) = (impatience > 0 ? -load.squareRoot() : 0, 8.0)
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if lateProbability(middle, load: load, time: time) > share {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  /// The hazard rate of the normal distribution, φ(x) / (1 − Φ(x)).
  static func hazard(_ point: Double) -> Double {
    guard point < 25 else {
      // Mills' ratio by its asymptotic series (Abramowitz and Stegun, 26.2.12).
      let square = 1 / (point * point)
      return point / (1 - square * (1 - 3 * square))
    }
    let density = exp(-point * point / 2) / (2 * Double.pi).squareRoot()
    return density / (0.5 * erfc(point / 2.0.squareRoot()))
  }
}
