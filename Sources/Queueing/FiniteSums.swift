internal import Foundation

/// The states in which somebody waits, at most `places`: weights r₀ = 1,
/// r_k = r_{k−1} y / (c + k ϑ), with ϑ = 1 where people leave (time in mean patiences) and ϑ = 0 where
/// nobody does (time in handle times). All sums but ``last`` are over k < places, and divided by
/// e^`logScale`.
struct FiniteSums {
  /// Arrivals and positions that come free in one unit of time, and whether people leave (0 or 1).
  let arriving: Double
  let freed: Double
  let leaving: Double
  /// Σ r_k: those who are let in and wait.
  private(set) var letIn = 0.0
  /// The weight of the full queue.
  private(set) var last = 0.0
  /// Σ k r_k, the full queue included.
  private(set) var queue = 0.0
  /// Σ r_k P(answered | k).
  private(set) var answered = 0.0
  /// Σ r_k P(answered | k) · mean wait of them.
  private(set) var wait = 0.0
  /// Σ r_k P(answered in time | k).
  private(set) var answeredInTime = 0.0
  /// Σ r_k P(the wait would be in time if one stayed | k).
  private(set) var virtualInTime = 0.0
  /// Σ r_k P(answered or left in time | k).
  private(set) var inTime = 0.0
  /// The logarithm of the scale.
  private(set) var logScale = 0.0

  init(arriving: Double, freed: Double, leaving: Bool, places: Int, elapsed: Double) {
    self.arriving = arriving
    self.freed = freed
    self.leaving = leaving ? 1 : 0
    var late = LateTail(freed: freed, leaving: leaving, elapsed: elapsed)
    var weight = 1.0
    var harmonic = 0.0
    var rate = freed
    for place in 0..<places {
      rate += self.leaving
      harmonic += 1 / rate
      let share = leaving ? freed / rate : 1
      let answered = weight * share
      letIn += weight
      queue += Double(place) * weight
      self.answered += answered
      wait += answered * harmonic
      answeredInTime += answered * (1 - late.answered)
      virtualInTime += weight * (1 - late.all)
      inTime += weight * (1 - late.all * late.staying)
      late.advance()
      // Beyond that the last place has all the weight.
      weight *= min(1e50, arriving / rate)
      if letIn > 1e200 {
        scaleDown()
        weight *= 1e-200
      }
      // What is left is below any number.
      if weight < 1e-290 * letIn, arriving < rate { return }
    }
    last = weight
    queue += Double(places) * weight
  }

  private mutating func scaleDown() {
    letIn *= 1e-200
    queue *= 1e-200
    answered *= 1e-200
    wait *= 1e-200
    answeredInTime *= 1e-200
    virtualInTime *= 1e-200
    inTime *= 1e-200
    logScale += log(1e200)
  }
}

/// The chance that who finds k waiting would wait longer than a time, k after k.
///
/// With patience I_x(c, k+1), x = e^(−T/p), by I_x(c, k+1) = I_x(c, k) + t_k (Abramowitz and Stegun,
/// 26.5.16); t₀ = x^c = e^(−n T/h) may be too small for a number, so that the terms are scaled.
/// Without patience the terms are Poisson's, with mean n T/h.
private struct LateTail {
  /// The chance for those who stay.
  private(set) var all: Double
  /// The chance for those who are answered.
  private(set) var answered: Double
  /// The share whose patience lasts that long.
  let staying: Double

  private let freed: Double
  private let leaving: Bool
  private let ratio: Double
  private var index = 0.0
  private var term = 1.0
  private var sum = 1.0
  private var answeredSum: Double
  private var scale: Double
  private var factor: Double

  init(freed: Double, leaving: Bool, elapsed: Double) {
    self.freed = freed
    self.leaving = leaving
    staying = leaving ? exp(-elapsed) : 1
    ratio = leaving ? -expm1(-elapsed) : freed * elapsed
    scale = -freed * elapsed
    factor = exp(scale)
    answeredSum = staying
    all = factor
    answered = factor * staying
  }

  mutating func advance() {
    index += 1
    let grown = leaving ? ratio * (freed + index - 1) / index : ratio / index
    guard all < 1, term > 0 else { return }
    term *= grown
    sum += term
    answeredSum += leaving ? term * staying * (1 + index / max(freed, 1e-300)) : term
    if sum > 1e200 || answeredSum > 1e200 {
      term *= 1e-200
      sum *= 1e-200
      answeredSum *= 1e-200
      scale += log(1e200)
      factor = exp(scale)
    }
    all = min(1, sum * factor)
    answered = min(1, answeredSum * factor)
  }
}
