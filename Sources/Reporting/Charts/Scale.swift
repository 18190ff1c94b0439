/// A straight line from values to places on the picture.
struct LinearScale: Sendable, Equatable {
  let domain: ClosedRange<Double>
  let start: Double
  let end: Double

  /// A scale; an empty domain is widened by one, so that it never divides by nothing.
  init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    let isEmpty = domain.upperBound - domain.lowerBound <= 0
    self.domain = isEmpty ? domain.lowerBound...(domain.lowerBound + 1) : domain
    self.start = start
    self.end = end
  }

  func callAsFunction(_ value: Double) -> Double {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return start + (end - start) * share
  }
}

/// Round values for an axis: multiples of 1, 2, 2.5 or 5 times a power of ten, after Heckbert,
/// "Nice numbers for graph labels", Graphics Gems (1990).
struct NiceTicks: Sendable, Equatable {
  /// The values, ascending; the first is at or below the lowest value, the last at or above the
  /// highest.
  let values: [Double]
  /// Digits after the point that tell the values apart.
  let decimals: Int

  /// Ticks that cover `low...high` in about `count` steps.
  ///
  /// - Parameter whole: whether steps below one are left out (people, seats).
  init(covering low: Double, _ high: Double, count: Int = 5, whole: Bool = false) {
    let low = low.isFinite ? low : 0
    let high = high.isFinite ? max(high, low) : low
    let span = high - low > 0 ? high - low : max(1, low.magnitude)
    let rough = span / Double(max(count, 1))
    var power = 1.0
    var digits = 0
    while power > rough, digits < 9 {
      power /= 10
      digits += 1
    }
    while power * 10 <= rough, power < 1e15 { power *= 10 }
    let factors = [1, 2, 2.5, 5, 10]
    let factor = factors.first { $0 * power >= rough * 0.999_999 } ?? 10
    var step = factor * power
    if whole, step < 1 {
      step = 1
      digits = 0
    }
    if whole, step == 2.5 { step = 5 }
    decimals = whole ? 0 : (factor == 2.5 && power <= 1 ? digits + 1 : digits)
    let first = (low / step).rounded(.down)
    let last = max((high / step).rounded(.up), first + 1)
    let steps = min(Int((last - first).rounded()), 50)
    values = (0...steps).map { (first + Double($0)) * step }
  }

  var range: ClosedRange<Double> { (values.first ?? 0)...(values.last ?? 1) }
}
