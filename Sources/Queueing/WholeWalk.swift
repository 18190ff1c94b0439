internal import Foundation
internal import Units

/// The walk over whole positions of ``ErlangC/wholePositions(meeting:)``.
struct WholeWalk {
  /// Whether there is any condition.
  let isAsked: Bool
  private let seconds: Double
  private let occupancy: Double
  private let missed: Double
  private let rate: Double
  private let missedPercentile: Double
  private let ratePercentile: Double
  private let wait: Double
  private let steepness: Double

  init(_ queue: ErlangC, _ conditions: ServiceConditions) {
    seconds = queue.seconds
    occupancy = conditions.maximumOccupancy?.value ?? .infinity
    let share = max(0, conditions.serviceLevel?.value ?? 0)
    missed = 1 - share
    rate = share > 0 ? max(0, conditions.answerTime.inSeconds) / seconds : .infinity
    let percentile = max(0, conditions.waitPercentile?.share.value ?? 0)
    missedPercentile = 1 - percentile
    ratePercentile =
      percentile > 0
      ? max(0, conditions.waitPercentile?.wait.inSeconds ?? 0) / seconds : .infinity
    wait = conditions.averageSpeedOfAnswer?.inSeconds ?? .infinity
    steepness =
      1 + (rate < .infinity ? rate : 0) + (ratePercentile < .infinity ? ratePercentile : 0)
    isAsked =
      seconds > 0
      && (share > 0 || percentile > 0 || wait < .infinity || occupancy < .infinity)
  }

  /// The least whole number; `nil` where a condition is met, or missed, by so little that only the
  /// real root decides.
  func least(_ load: Double) -> Double? {
    let byOccupancy = load / occupancy
    let rounded = (byOccupancy - 1e-9 * max(1, byOccupancy)).rounded(.up)
    let stable = load.rounded(.down) + 1
    let needsWait =
      rate < .infinity || ratePercentile < .infinity || wait < .infinity
    guard needsWait else { return max(1, rounded) }
    var positions = max(rounded, stable)
    // Even if everybody waited: the conditions hold without P(wait).
    if isMet(1, positions, load) == true { return positions }
    let series = LossSeries(servers: positions, load: load)
    guard series.logScale == 0 else { return nil }
    var inverseLoss = series.value
    for _ in 0..<100_000 {
      let excess = positions - load
      guard let isMet = isMet(positions / (excess * inverseLoss + load), positions, load) else {
        return nil
      }
      if isMet { return positions }
      positions += 1
      inverseLoss = 1 + positions / load * inverseLoss
    }
    return nil
  }

  /// Whether the conditions hold if `share` waits; `nil` where that is too close to say.
  private func isMet(_ share: Double, _ positions: Double, _ load: Double) -> Bool? {
    let excess = positions - load
    var ratio = 0.0
    if rate < .infinity { ratio = max(ratio, share * exp(-excess * rate) / missed) }
    if ratePercentile < .infinity {
      ratio = max(ratio, share * exp(-excess * ratePercentile) / missedPercentile)
    }
    if wait < .infinity { ratio = max(ratio, share * seconds / (excess * wait)) }
    // The rounding of positions forgives 10⁻⁹ of them: closer than that the ratio cannot tell.
    guard abs(ratio - 1) > 1e-8 * positions * (steepness + 1 / excess) else { return nil }
    return ratio < 1
  }
}
