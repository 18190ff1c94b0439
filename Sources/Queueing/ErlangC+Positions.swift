internal import Foundation
public import Units

extension ErlangC {
  /// The fewest positions, fractions included, that answer `share` of the offered contacts within
  /// `time`; 0 when nothing comes.
  ///
  /// Throws when `share` is 1 or more and anything comes: then no number is enough.
  public func positions(
    answering share: Share, within time: Duration
  ) throws(UnreachableTarget) -> Positions {
    try positions(meeting: ServiceConditions(serviceLevel: share, within: time)).positions
  }

  /// The fewest positions, fractions included, that meet all of `conditions`, and which of them
  /// asks for so many. Each condition has its own least number, since more positions never make
  /// any of them worse; the largest counts. Nobody leaves and nobody is turned away, so that
  /// conditions on these hold with any number.
  ///
  /// Throws, before any search, when anything comes and a condition cannot be met by any number.
  public func positions(
    meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> RequiredPositions {
    guard load.value > 0 else { return RequiredPositions(positions: .zero, binding: nil) }
    try conditions.checkReachable(leaving: false, turningAway: false)
    var required = RequiredPositions(positions: .zero, binding: nil)
    // A wait has an end only above the load, and whole positions forgive 10⁻⁹ of them.
    let stable = load.value + 2e-9 * max(1, load.value)
    func take(_ positions: Double, for condition: ServiceCondition) {
      let positions = condition == .occupancy ? positions : max(positions, stable)
      let most = required.positions.value
      guard required.binding == nil || positions > most * (1 + 1e-9) else { return }
      required = RequiredPositions(positions: Positions(positions), binding: condition)
    }
    let byOccupancy = conditions.maximumOccupancy.map { load.value / $0.value }
    if let byOccupancy, byOccupancy == .infinity, load.value < .infinity {
      throw UnreachableTarget(condition: .occupancy)
    }
    // A condition that holds even with a trace less than the occupancy needs is not searched.
    let searchedAbove = (byOccupancy ?? 0) * (1 - 2e-9)
    if let share = conditions.serviceLevel, share.value > 0 {
      let time = max(0, conditions.answerTime.inSeconds)
      if misses(share.value, within: time, at: searchedAbove) {
        take(positions(answering: share.value, within: time), for: .serviceLevel)
      }
    }
    if let wait = conditions.averageSpeedOfAnswer,
      averageWait(searchedAbove) > wait.inSeconds
    {
      take(positions(waitingAtMost: wait.inSeconds), for: .averageSpeedOfAnswer)
    }
    if let byOccupancy { take(byOccupancy, for: .occupancy) }
    if let most = conditions.waitPercentile, most.share.value > 0 {
      let time = max(0, most.wait.inSeconds)
      if misses(most.share.value, within: time, at: searchedAbove) {
        take(positions(answering: most.share.value, within: time), for: .waitPercentile)
      }
    }
    return required
  }

  /// The fewest whole positions that meet all of `conditions`: those of
  /// ``positions(meeting:)-(ServiceConditions)``, rounded up, but several times faster where only
  /// whole ones are asked for.
  ///
  /// One sum for 1/B at a number that is enough to be stable and for the occupancy, then
  /// 1/B(n+1) = 1 + (n+1)/a · 1/B(n) until the conditions hold.
  public func wholePositions(
    meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> Positions {
    let load = load.value
    guard load > 0 else { return .zero }
    try conditions.checkReachable(leaving: false, turningAway: false)
    let walk = WholeWalk(self, conditions)
    guard load < 1e7, walk.isAsked, let least = walk.least(load), least < .infinity else {
      return try positions(meeting: conditions).wholePositions
    }
    return Positions(least)
  }

  /// Whether fewer than `share` are answered within `time`. Mostly that shows without P(wait): even
  /// if everybody had to wait.
  private func misses(_ share: Double, within time: Double, at positions: Double) -> Bool {
    let excess = positions - load.value
    if excess > 0, seconds > 0, excess * time / seconds >= -log1p(-share) { return false }
    return serviceLevel(positions, within: time) < share
  }

  /// The root of ln P(wait) − (n − a) T/h = ln(1 − share) above a.
  private func positions(answering share: Double, within time: Double) -> Double {
    let load = load.value
    guard load.isFinite else { return .infinity }
    guard seconds > 0 else { return load }
    let allowed = log1p(-share)
    let rate = time / seconds
    // As P(wait) ≤ 1, no more than this excess is ever needed.
    let most = rate > 0 ? -allowed / rate : Double.infinity
    return load
      + leastExcess(below: most, at: 0, margin: -allowed) { excess in
        logWaitProbability(load + excess) - excess * rate - allowed
      }
  }

  /// The root of ln P(wait) + ln h − ln(n − a) = ln wait above a.
  private func positions(waitingAtMost wait: Double) -> Double {
    let load = load.value
    guard load.isFinite else { return .infinity }
    guard seconds > 0 else { return load }
    let most = seconds / wait
    let margin = { (excess: Double) in
      logWaitProbability(load + excess) - log(excess / most)
    }
    var low = min(most, max(1, load.squareRoot())) / 2
    var value = margin(low)
    while value <= 0, low > 1e-300 {
      low /= 16
      value = margin(low)
    }
    return load + leastExcess(below: most, at: low, margin: value, of: margin)
  }

  /// The least excess over the load at which `margin`, which falls, is no longer above 0; `value` is
  /// its value at `low`, where it is above 0, and it is not above 0 at `most`.
  private func leastExcess(
    below most: Double, at low: Double, margin value: Double, of margin: (Double) -> Double
  ) -> Double {
    var (low, value) = (low, value)
    var high = min(most, max(2 * low, 1 + load.value.squareRoot()))
    var highValue = margin(high)
    while highValue > 0, high < most, high < 1e300 {
      (low, value) = (high, highValue)
      high = min(most, 2 * high)
      highValue = margin(high)
    }
    // Rounding may leave a trace above 0 at the excess that is enough by its formula.
    guard highValue <= 0 else { return high }
    var bracket = Bracket(unmet: low, unmetValue: value, met: high, metValue: highValue)
    return bracket.narrow(to: 1e-13 * (load.value + high), margin)
  }
}
