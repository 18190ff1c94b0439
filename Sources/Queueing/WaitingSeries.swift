internal import Foundation

/// The states in which somebody waits, in a queue that people leave: weights r₀ = 1,
/// r_k = r_{k−1} y / (c + k), with c = n p / h the rate at which positions come free and y = λ p the
/// rate of arrival, both for one mean patience p.
///
/// All sums are of positive terms, and divided by e^`logScale`. They end where the rest, bounded by
/// a geometric series, no longer counts: about 9 √y terms beyond the largest weight, k ≈ y − c.
struct WaitingSeries {
  /// Σ r_k: those who find all positions busy.
  let sum: Double
  /// Σ r_k / (c + k + 1): times c, those of them who are answered.
  let answered: Double
  /// Σ k r_k: the mean queue.
  let queue: Double
  /// Σ r_k / (c + k + 1) · Σ_{i ≤ k+1} 1 / (c + i): times c, the waits of those who are answered, in
  /// mean patiences.
  let wait: Double
  /// The logarithm of the scale.
  let logScale: Double

  private static let large = 1e200
  private static let logLarge = log(1e200)
  private static let cut = 1e-17

  /// Whether the sums are short enough, and their scales exact enough, for `freed` = c > 0 and
  /// `arriving` = y ≥ 0; else ``WaitingIntegral`` is for them.
  static func suits(freed: Double, arriving: Double) -> Bool {
    let mode = arriving - freed
    return arriving < 1e9 && (mode < 2000 || mode * mode < 120 * arriving)
  }

  /// The sums for `freed` = c > 0 and `arriving` = y ≥ 0.
  init(freed: Double, arriving: Double) {
    var (sum, answered, queue, wait) = (0.0, 0.0, 0.0, 0.0)
    var logScale = 0.0
    var harmonic = 0.0
    var weight = 1.0
    var count = 0.0
    var rate = freed + 1
    while true {
      let inverse = 1 / rate
      let share = weight * inverse
      harmonic += inverse
      sum += weight
      answered += share
      queue += count * weight
      wait += share * harmonic
      weight *= arriving * inverse
      count += 1
      rate += 1
      if weight * rate < WaitingSeries.cut * (rate - arriving) * sum { break }
      if sum > WaitingSeries.large {
        let scale = 1 / WaitingSeries.large
        sum *= scale
        answered *= scale
        queue *= scale
        wait *= scale
        weight *= scale
        logScale += WaitingSeries.logLarge
      }
    }
    (self.sum, self.answered, self.queue, self.wait) = (sum, answered, queue, wait)
    self.logScale = logScale
  }
}

/// The first two sums of ``WaitingSeries`` alone, for those who wait longer than a time: with
/// z = y e^(−T/p) in place of y.
struct LateSeries {
  let sum: Double
  let answered: Double
  let logScale: Double

  init(freed: Double, arriving: Double) {
    var sum = 0.0
    var answered = 0.0
    var logScale = 0.0
    var weight = 1.0
    var rate = freed + 1
    while true {
      let inverse = 1 / rate
      sum += weight
      answered += weight * inverse
      weight *= arriving * inverse
      rate += 1
      if weight * rate < 1e-17 * (rate - arriving) * sum { break }
      if sum > 1e200 {
        sum *= 1e-200
        answered *= 1e-200
        weight *= 1e-200
        logScale += log(1e200)
      }
    }
    (self.sum, self.answered, self.logScale) = (sum, answered, logScale)
  }
}
