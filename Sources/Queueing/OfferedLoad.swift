internal import Foundation
public import Units

/// Where the offered load stands when a curve begins.
public enum LoadStart: Sendable, Hashable, Codable {
  /// After a day of warm-up: the curve's own first day stands for the day before.
  case dayBefore
  /// As after a long time at the rate of the last step of the day before.
  case settled
  /// At a known load, such as what the day before left.
  case load(Erlangs)
}

/// The offered load of a curve: the mean number of contacts in service if nobody ever waited.
///
/// m′ = λ(t) − m/h, solved exactly while the rate is constant:
/// m(t + d) = λh + (m(t) − λh) e^(−d/h). The load lags behind the rate by about a handle time and is
/// smoother than it (Eick, Massey & Whitt, "The physics of the M_t/G/∞ queue", 1993); staffing by
/// it instead of by the rate holds the service level steady (Jennings, Mandelbaum, Massey & Whitt,
/// "Server staffing to meet time-varying demand", 1996).
///
/// Within a step the load moves one way only, so that its largest value is at a step's border: no
/// step is too long for it to be exact. Limits: exponential handle times for the shape of the lag;
/// the mean of a contact that waited is not in it.
public struct OfferedLoad: Sendable, Hashable, Codable {
  /// The load at the borders of the steps, one more than steps.
  public let borders: [Erlangs]
  /// The mean load within each step.
  public let means: [Erlangs]

  /// The load of `arrivals` of mean length `handleTime`, from `start` on; a handle time that is not
  /// above 0 makes no load, and a known start that is negative or no number counts as none.
  public init(
    of arrivals: ArrivalCurve, handleTime: Duration, from start: LoadStart = .dayBefore
  ) {
    let rates = arrivals.rates
    let handle = max(0, handleTime.inSeconds)
    let step = arrivals.step.inSeconds
    let decay = handle > 0 ? exp(-step / handle) : 0
    // ∫₀^d e^(−t/h) dt / d
    let spread = handle > 0 ? -expm1(-step / handle) * handle / step : 0
    let before = arrivals.dayBefore
    var load = rates.isEmpty ? 0 : rates[before.upperBound - 1] * handle
    switch start {
    case .settled: break
    case .dayBefore:
      for rate in rates[before] { load = rate * handle + (load - rate * handle) * decay }
    case .load(let known):
      load = known.value > 0 && known.value.isFinite ? known.value : 0
    }
    var borders: [Erlangs] = []
    var means: [Erlangs] = []
    borders.reserveCapacity(rates.count + 1)
    means.reserveCapacity(rates.count)
    borders.append(Erlangs(load))
    for rate in rates {
      let settled = rate * handle
      means.append(Erlangs(settled + (load - settled) * spread))
      load = settled + (load - settled) * decay
      borders.append(Erlangs(load))
    }
    self.borders = borders
    self.means = means
  }

  /// The largest load during the steps `steps`, both borders included; 0 without a step.
  public func maximum(during steps: Range<Int>) -> Erlangs {
    let steps = steps.clamped(to: 0..<means.count)
    guard !steps.isEmpty else { return .zero }
    var most = borders[steps.lowerBound].value
    for index in steps { most = max(most, borders[index + 1].value) }
    return Erlangs(most)
  }

  /// The mean load during the steps `steps`; 0 without a step.
  public func mean(during steps: Range<Int>) -> Erlangs {
    let steps = steps.clamped(to: 0..<means.count)
    guard !steps.isEmpty else { return .zero }
    var sum = 0.0
    for index in steps { sum += means[index].value }
    return Erlangs(sum / Double(steps.count))
  }
}
