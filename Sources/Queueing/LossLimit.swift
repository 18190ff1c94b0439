internal import Foundation

/// 1/B(n, a) of loads so large that the sum of ``LossSeries`` would have a million terms and more,
/// and of servers far above any load.
///
/// With n = a + c √a and t = u/√a, Jagerman's integral a ∫₀^∞ e^(−at) (1 + t)ⁿ dt (1974) is
/// √a ∫₀^∞ e^(cu − u²/2) [1 + g₁/√a + (g₂ + g₁²/2)/a + O(a^(−3/2))] du, g₁ = u³/3 − c u²/2 and
/// g₂ = c u³/3 − u⁴/4, in the moments I₀ = Φ(c)/φ(c), I₁ = c I₀ + 1, I_{k+1} = c I_k + k I_{k−1}. Far
/// below the load it is a Laplace integral with an expansion in n/(a − n)² (Watson's lemma); far above,
/// Stirling's formula for n! e^a/aⁿ, as the lower part of the gamma function is nothing.
///
/// Limits: relative errors below 10⁻⁹ from 10¹⁰ erlangs on.
enum LossLimit {
  /// Loads from here on are large.
  static let leastLoad = 1e10

  /// 1/B without its first term, 1, over e^`logScale`, for loads from ``leastLoad``; or the whole of
  /// it where the scale is above 0.
  static func series(servers: Double, load: Double) -> (rest: Double, logScale: Double) {
    let root = load.squareRoot()
    let excess = (servers - load) / root
    if excess > 6 { return (1, logAbove(servers: servers, load: load)) }
    return (excess < -30 ? below(servers, load) : near(excess, root) - 1, 0)
  }

  private static func near(_ c: Double, _ root: Double) -> Double {
    var moments = [
      0.5 * erfc(-c / 2.0.squareRoot()) * (2 * Double.pi).squareRoot() * exp(c * c / 2)
    ]
    moments.append(c * moments[0] + 1)
    for order in 1...5 {
      moments.append(c * moments[order] + Double(order) * moments[order - 1])
    }
    let first = moments[3] / 3 - c * moments[2] / 2
    let square = moments[6] / 18 - c * moments[5] / 6 + c * c * moments[4] / 8
    let second = c * moments[3] / 3 - moments[4] / 4 + square
    return root * moments[0] + first + second / root
  }

  private static func below(_ servers: Double, _ load: Double) -> Double {
    let gap = load - servers
    let ratio = servers / gap / gap
    let curve = ratio * (1 - ratio * (3 - ratio * (15 - ratio * 105)))
    // a/(a − n) is 1 + n/(a − n): the 1 is taken off before it hides the rest.
    return servers / gap + load / gap * (2 * ratio / gap * (1 - 10 * ratio) - curve)
  }

  /// ln(n! e^a/aⁿ) for n > a, 10⁶ servers and more; the largest number where it is none.
  static func logAbove(servers: Double, load: Double) -> Double {
    let part = (servers - load) / load
    let curve: Double
    if part < 1e-3 {
      // a ((1 + d) ln(1 + d) − d) with d = n/a − 1: d²/2 − d³/6 + d⁴/12 − d⁵/20 + d⁶/30 …
      let tail = 1.0 / 12 - part * (1.0 / 20 - part / 30)
      curve = load * part * part * (0.5 - part * (1.0 / 6 - part * tail))
    } else if part < 1 {
      curve = load * ((1 + part) * log1p(part) - part)
    } else {
      curve = servers * (log(servers) - log(load) - 1) + load
    }
    let root = 0.5 * (log(2 * Double.pi) + log(servers)) + 1 / (12 * servers)
    let sum = curve + root
    return sum < .greatestFiniteMagnitude ? max(1, sum) : .greatestFiniteMagnitude
  }
}
