internal import Foundation

/// The sums of ``WaitingSeries`` as integrals over the virtual wait s, in mean patiences:
/// Σ r_k = c ∫ e^g ds with g(s) = y (1 − e^(−s)) − c s (Baccelli and Hebuterne, 1981; Zeltyn and
/// Mandelbaum, "Call centers with impatient customers", 2005), from `start` on, divided by
/// e^`logScale`. As g is concave, Gauss-Legendre panels around its top are as exact for 10¹⁵ as for
/// 10 waiting, where the sums would have too many terms.
struct WaitingIntegral {
  /// c ∫ e^g ds.
  private(set) var sum = 0.0
  /// ∫ e^(−s) e^g ds.
  private(set) var answered = 0.0
  /// y c ∫ (1 − e^(−s)) e^g ds.
  private(set) var queue = 0.0
  /// ∫ s e^(−s) e^g ds.
  private(set) var wait = 0.0
  /// The logarithm of the scale.
  private(set) var logScale = 0.0

  /// How far below its top, as an exponent, the integrand still counts.
  private static let depth = 45.0

  private let freed: Double
  private let arriving: Double

  init(freed: Double, arriving: Double, from start: Double = 0) {
    self.freed = freed
    self.arriving = arriving
    let mode = arriving > freed ? log(arriving / freed) : 0
    logScale = WaitingIntegral.exponent(at: mode, freed: freed, arriving: arriving)
    let top = max(start, mode)
    let scale = exp(fall(from: mode, to: top))
    guard scale > 0 else { return }
    if top > start {
      let first = max(start, end(from: top, step: -1))
      add(panels: 12, from: first, to: top, top: top, scale: scale)
    }
    let last = end(from: top, step: 1)
    // What is answered falls as e^(−s): far tails in panels that double.
    var edge = min(last, top + 1)
    add(panels: 6, from: top, to: edge, top: top, scale: scale)
    while edge < last {
      let next = min(last, edge + (edge - top))
      add(panels: 2, from: edge, to: next, top: top, scale: scale)
      edge = next
    }
  }

  private mutating func add(
    panels: Int, from first: Double, to last: Double, top: Double, scale: Double
  ) {
    let width = (last - first) / Double(panels)
    guard width > 0 else { return }
    for panel in 0..<panels {
      let left = first + Double(panel) * width
      for (node, weight) in GaussLegendre.sixteen {
        let point = left + width * node
        let density = scale * weight * width * exp(fall(from: top, to: point))
        let served = density * exp(-point)
        sum += freed * density
        answered += served
        queue -= arriving * freed * density * expm1(-point)
        wait += point * served
      }
    }
  }

  /// g(s), without the cancellation of its two terms for a small s.
  static func exponent(at point: Double, freed: Double, arriving: Double) -> Double {
    guard point < 1 else { return -arriving * expm1(-point) - freed * point }
    return (arriving - freed) * point - arriving * excess(point)
  }

  /// g(point) − g(top), without the cancellation of the two.
  private func fall(from top: Double, to point: Double) -> Double {
    let step = point - top
    let rate = arriving * exp(-top)
    return (rate - freed) * step - rate * WaitingIntegral.excess(step)
  }

  /// s − (1 − e^(−s)).
  private static func excess(_ step: Double) -> Double {
    guard abs(step) < 0.02 else { return step + expm1(-step) }
    let square = step * step
    let tail = 1.0 / 24 - step * (1.0 / 120 - step * (1.0 / 720 - step / 5040))
    return square * (0.5 - step * (1.0 / 6 - step * tail))
  }

  /// The point on one side of the top where the integrand no longer counts.
  private func end(from top: Double, step direction: Double) -> Double {
    var near = 0.0
    var far = 1e-12
    while far < 1e12, fall(from: top, to: top + direction * far) > -WaitingIntegral.depth {
      near = far
      far *= 4
    }
    for _ in 0..<12 {
      let middle = (near + far) / 2
      if fall(from: top, to: top + direction * middle) > -WaitingIntegral.depth {
        near = middle
      } else {
        far = middle
      }
    }
    return top + direction * far
  }
}

/// Gauss's quadrature on 0…1.
enum GaussLegendre {
  /// Sixteen nodes with their weights.
  static let sixteen = rule(16)

  /// Newton's method on the Legendre polynomial, from Chebyshev's nodes (Abramowitz and Stegun,
  /// 25.4.29).
  static func rule(_ count: Int) -> [(node: Double, weight: Double)] {
    (1...count).map { index in
      var root = cos(Double.pi * (Double(index) - 0.25) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<8 {
        var (last, value) = (1.0, root)
        for degree in 2...count {
          let order = Double(degree)
          let next = ((2 * order - 1) * root * value - (order - 1) * last) / order
          (last, value) = (value, next)
        }
        slope = Double(count) * (root * value - last) / (root * root - 1)
        root -= value / slope
      }
      return ((1 - root) / 2, 1 / ((1 - root * root) * slope * slope))
    }
  }
}
