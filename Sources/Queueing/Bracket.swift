/// Two points between which a falling function passes 0.
struct Bracket {
  /// Here the function is above 0.
  var unmet: Double
  var unmetValue: Double
  /// Here it is not.
  var met: Double
  var metValue: Double

  /// Moves the two together until they are no further than `tolerance` apart, and returns the one
  /// where the function is not above 0.
  ///
  /// Chandrupatla, "A new hybrid quadratic/bisection algorithm", Advances in Engineering Software 28
  /// (1997): inverse quadratic interpolation where it is safe, else bisection.
  mutating func narrow(to tolerance: Double, _ function: (Double) -> Double) -> Double {
    var fraction = 0.5
    var (last, lastValue) = (met, metValue)
    // `newest` is the end that was found last; `met` and `unmet` are the two ends by sign.
    var newestIsMet = false
    for _ in 0..<200 {
      guard abs(met - unmet) > tolerance else { break }
      let (near, far) = newestIsMet ? (met, unmet) : (unmet, met)
      let point = near + fraction * (far - near)
      guard point != near, point != far else { break }
      let value = function(point)
      let isMet = value <= 0
      if isMet == newestIsMet {
        (last, lastValue) = newestIsMet ? (met, metValue) : (unmet, unmetValue)
      } else {
        (last, lastValue) = newestIsMet ? (unmet, unmetValue) : (met, metValue)
      }
      if isMet {
        (met, metValue) = (point, value)
      } else {
        (unmet, unmetValue) = (point, value)
      }
      newestIsMet = isMet
      if value == 0 { break }
      fraction = nextFraction(newestIsMet, last, lastValue, tolerance)
    }
    return met
  }

  private func nextFraction(
    _ newestIsMet: Bool, _ last: Double, _ lastValue: Double, _ tolerance: Double
  ) -> Double {
    let (a, fa) = newestIsMet ? (met, metValue) : (unmet, unmetValue)
    let (b, fb) = newestIsMet ? (unmet, unmetValue) : (met, metValue)
    let (c, fc) = (last, lastValue)
    let least = min(0.5, 0.5 * tolerance / abs(b - a))
    guard fa.isFinite, fb.isFinite, fc.isFinite, c != b, fc != fb, fc != fa else { return 0.5 }
    let xi = (a - b) / (c - b)
    let phi = (fa - fb) / (fc - fb)
    guard phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi else { return 0.5 }
    let first = fa / (fb - fa) * (fc / (fb - fc))
    let second = (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb))
    return min(1 - least, max(least, first + second))
  }
}
