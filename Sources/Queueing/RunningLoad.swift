internal import Foundation
public import Units

/// The offered load followed through stretches within which the rate moves in a straight line, as
/// where only the volumes of intervals are known and demand is drawn between them.
///
/// m′ = λ(t) − m/h with λ(t) = λ₀ + s t has the solution m(t) = h (λ₀ + s t) − s h² + C e^(−t/h);
/// its largest value in the stretch is at a border or where m′ = 0, that is at t = −h ln(s h²/C)
/// (Jennings, Mandelbaum, Massey & Whitt, "Server staffing to meet time-varying demand", 1996, for
/// the load; the extremum is elementary). Limits: as ``OfferedLoad``.
public struct RunningLoad: Sendable, Hashable {
  /// The load now.
  public private(set) var load: Erlangs

  /// A load to go on from; one that is negative or no number counts as none.
  public init(_ load: Erlangs = .zero) {
    self.load = load.value > 0 && load.value.isFinite ? load : .zero
  }

  /// Follows the load while `volume` contacts arrive during `length`, at a rate that is higher at
  /// the end than at the beginning by `rise` contacts per `length` (negative: lower).
  ///
  /// The rise is cut where the rate would fall below 0. Contacts of no length, and a stretch of no
  /// length, leave the load at 0 or as it is.
  ///
  /// - Returns: the largest load of the stretch, both ends included, and the mean.
  public mutating func follow(
    _ volume: ContactVolume, rise: ContactVolume = .zero, handleTime: Duration,
    during length: Duration
  ) -> (maximum: Erlangs, mean: Erlangs) {
    let seconds = length.inSeconds
    let handle = handleTime.inSeconds
    guard seconds > 0 else { return (load, load) }
    guard handle > 0, volume.value >= 0, volume.value.isFinite else {
      let before = load
      load = .zero
      return (before, .zero)
    }
    let most = 2 * volume.value
    let change = rise.value.isFinite ? min(most, max(-most, rise.value)) : 0
    let slope = change / (seconds * seconds)
    let first = volume.value / seconds - slope * seconds / 2
    // m(t) = settled + slope h t + transient e^(−t/h)
    let settled = handle * first - slope * handle * handle
    let transient = load.value - settled
    let decay = exp(-seconds / handle)
    let end = max(0, settled + slope * handle * seconds + transient * decay)
    var maximum = max(load.value, end)
    if transient < 0, slope < 0 {
      let time = -handle * log(slope * handle * handle / transient)
      if time > 0, time < seconds {
        let top = settled + slope * handle * time + transient * exp(-time / handle)
        maximum = max(maximum, top)
      }
    }
    let mean =
      settled + slope * handle * seconds / 2 + transient * handle * -expm1(-seconds / handle)
      / seconds
    load = Erlangs(end)
    return (Erlangs(maximum), Erlangs(max(0, mean)))
  }
}
