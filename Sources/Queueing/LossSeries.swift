internal import Foundation

/// 1/B(n, a) as a sum of positive terms, scaled where it grows too large for a number.
///
/// With m = ⌊n⌋ and f = n − m: Σ_{k<m} Π_{j<k} (n−j)/a + Π_{j<m} (n−j)/a · 1/B(f, a), which unrolls
/// the recursion 1/B(n) = 1 + (n/a)/B(n−1). The sum is cut where the rest, bounded by a geometric
/// series, no longer counts: about 9 √a terms near n = a.
struct LossSeries {
  /// The sum without its first term, 1, divided by e^`logScale`.
  let rest: Double
  /// The logarithm of the scale; above 0 the first term is too small to count.
  let logScale: Double

  /// 1/B; infinite where that is no number.
  var value: Double { logScale > 0 ? rest * exp(logScale) : 1 + rest }
  /// The logarithm of 1/B.
  var log: Double { logScale > 0 ? Foundation.log(rest) + logScale : log1p(rest) }

  private static let large = 1e250

  /// The sum for `servers` > 0 and `load` > 0.
  init(servers: Double, load: Double) {
    guard load.isFinite else {
      rest = 0
      logScale = 0
      return
    }
    if load >= LossLimit.leastLoad {
      (rest, logScale) = LossLimit.series(servers: servers, load: load)
      return
    }
    guard servers - load < 1e6 else {
      // So far above the load the lower part of the gamma function is nothing.
      rest = 1
      logScale = LossLimit.logAbove(servers: servers, load: load)
      return
    }
    let fraction = servers - servers.rounded(.down)
    guard servers >= 1 else {
      // Rounding may leave a trace below nothing.
      rest = max(0, LossSeries.inverseBlocking(belowOne: servers, load: load) - 1)
      logScale = 0
      return
    }
    let inverse = 1 / load
    let cut = 1e-17 * inverse
    var remaining = servers
    var term = 1.0
    var rest = 0.0
    var logScale = 0.0
    var isCut = false
    while remaining >= 2 {
      term *= remaining * inverse
      remaining -= 1
      rest += term
      if term < cut * (load - remaining) * (1 + rest) {
        isCut = true
        break
      }
      if rest > LossSeries.large {
        term /= LossSeries.large
        rest /= LossSeries.large
        logScale += Foundation.log(LossSeries.large)
      }
    }
    if !isCut, remaining < 2 {
      term *= remaining * inverse
      let below = fraction > 0 ? LossSeries.inverseBlocking(belowOne: fraction, load: load) : 1
      rest += term * below
    }
    self.rest = rest
    self.logScale = logScale
  }

  /// 1/B(f, a) = e^a a^(−f) Γ(f + 1, a) for 0 < f < 1: by the series of the lower gamma function
  /// for small loads, by Legendre's continued fraction for the others.
  static func inverseBlocking(belowOne fraction: Double, load: Double) -> Double {
    load < 3
      ? series(fraction: fraction, load: load) : continuedFraction(fraction: fraction, load: load)
  }

  private static func series(fraction: Double, load: Double) -> Double {
    let order = fraction + 1
    var term = load / order
    var lower = term
    var step = 1.0
    while term > 1e-18 * lower, step < 200 {
      term *= load / (order + step)
      lower += term
      step += 1
    }
    return exp(load) * pow(load, -fraction) * tgamma(order) - lower
  }

  private static func continuedFraction(fraction: Double, load: Double) -> Double {
    // Lentz's method, with the even part of the fraction: b_i = a + 2i + 1 − s, a_i = −i (i − s).
    let order = fraction + 1
    var denominator = load + 1 - order
    var numerator = 1e300
    var inverse = 1 / denominator
    var value = inverse
    for index in 1...500 {
      let step = Double(index)
      let coefficient = -step * (step - order)
      denominator += 2
      inverse = 1 / (coefficient * inverse + denominator)
      numerator = denominator + coefficient / numerator
      let change = inverse * numerator
      value *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return load * value
  }
}
