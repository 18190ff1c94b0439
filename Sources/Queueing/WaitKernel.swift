internal import Foundation

/// What becomes of an arrival that finds `k` contacts waiting, with the positions as they are at
/// that moment.
///
/// With c = nμ/θ, x = e^(−θT): the chance to be answered within T is
/// c/(c + k + 1) · (1 − I_x(c + 1, k + 1)), the incomplete beta function built up from
/// t₀ = e^(−(nμ + θ)T), t_j = t_(j−1) · (1 − x)/θ · (nμ + jθ)/j; with θ → 0 this is the chance that
/// more than k of a Poisson number of mean nμT come free. The time until answered or gone has the
/// mean (k + 1)/(nμ + (k + 1)θ). (Riordan, Stochastic Service Systems, 1962; Zeltyn & Mandelbaum,
/// 2005.) The terms are scaled, so that nμT in the thousands does not underflow.
///
/// Positions with a fraction count as that mixture of the two whole numbers around them, as if one
/// agent were on the queue for part of every moment; the rates of the chain are mixed likewise.
struct WaitKernel {
  /// The whole positions.
  let positions: Int
  private let service: Double
  private let leaving: Double
  private let growth: Double
  private var term = 1.0
  private var logScale: Double
  private var scale: Double
  private var late = 0.0
  /// From here on, nobody is answered in time.
  private(set) var isComplete: Bool
  /// The chance to be answered in time by the number found waiting, as far as it was asked for.
  private(set) var inTime: [Double] = []

  /// Whole `positions`; rates a second; `time` in seconds.
  init(positions: Int, serviceRate: Double, leavingRate: Double, within time: Double) {
    self.positions = positions
    service = Double(positions) * serviceRate
    leaving = leavingRate
    let time = max(0, time)
    growth = leavingRate > 0 ? -expm1(-leavingRate * time) / leavingRate : time
    logScale = -(service + leavingRate) * time
    scale = exp(logScale)
    isComplete = positions <= 0 || time <= 0
  }

  /// Makes ``inTime`` hold the chances up to `most` waiting, unless they are 0 before.
  mutating func extend(to most: Int) {
    while !isComplete, inTime.count <= most {
      let waiting = Double(inTime.count)
      if waiting > 0 { term *= growth * (service + waiting * leaving) / waiting }
      if term > 1e200 {
        term *= 1e-200
        logScale += 200 * 2.302585092994046
        scale = exp(min(0, logScale))
      }
      late += term * scale
      let chance = service / (service + (waiting + 1) * leaving) * max(0, 1 - late)
      if chance < 1e-14 { isComplete = true }
      inTime.append(chance)
    }
  }

  /// The chance for an arrival that finds `waiting` others; 0 beyond what ``extend(to:)`` reached.
  func chance(_ waiting: Int) -> Double { waiting < inTime.count ? inTime[waiting] : 0 }

  /// The mean time until answered or gone, in seconds, for real `positions`; infinite where nobody
  /// answers and nobody leaves.
  static func meanWait(
    finding waiting: Double, positions: Double, serviceRate: Double, leavingRate: Double
  ) -> Double {
    let rate = positions * serviceRate + (waiting + 1) * leavingRate
    return rate > 0 ? (waiting + 1) / rate : .infinity
  }
}
