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

  /// The share that is not answered within `time`, in handle times, with n = a + β √a at the load a:
  /// too late or gone. The answered are weighted by e^(−s) after s mean patiences.
  func missProbability(_ excess: Double, load: Double, time: Double) -> Double {
    let wait = waitProbability(excess)
    guard impatience > 0 else { return lateProbability(excess, load: load, time: time) }
    let width = (load / impatience).squareRoot()
    let start = excess / impatience.squareRoot()
    let first = start + 1 / width
    let last = first + width * time * impatience
    let inTime =
      1 / SquareRootRule.hazard(first)
      - exp((first - last) * (first + last) / 2) / SquareRootRule.hazard(last)
    return min(1, wait * (1 - SquareRootRule.hazard(start) * inTime))
  }

  /// About the excess β at which the share that is not answered within `time`, in handle times, is
  /// `share`: a few steps of the secant on the log-odds, which are almost straight.
  func excess(load: Double, missing share: Double, time: Double) -> Double {
    let least = -load.squareRoot()
    func gap(_ excess: Double) -> Double {
      let late = missProbability(excess, load: load, time: time)
      return log(late / share * ((1 - share) / (1 - late)))
    }
    var (last, lastGap) = (0.0, gap(0))
    guard lastGap.isFinite else { return 0 }
    var excess = max(least, min(8, 0.6 * lastGap))
    for _ in 0..<4 {
      let gap = gap(excess)
      guard gap.isFinite, abs(gap) > 0.01, gap != lastGap else { break }
      let next = excess - gap * (excess - last) / (gap - lastGap)
      (last, lastGap) = (excess, gap)
      excess = max(least, min(8, next))
    }
    return excess
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
