internal import Foundation
internal import Units

/// Finds the fewest positions, or the most work, with which all conditions hold.
///
/// How far a condition is missed is measured so that it is almost straight in the positions: the
/// difference of log-odds for shares that must be reached, of logarithms for amounts that must not
/// be passed.
struct ConditionSearch {
  let conditions: ServiceConditions
  private let leaving: Bool
  private let turningAway: Bool
  private let answerTime: Double
  private let percentileWait: Double
  private let longestWait: Double

  init(_ model: some ServiceModel, _ conditions: ServiceConditions) {
    self.conditions = conditions
    leaving = model.contactsCanLeave
    turningAway = model.contactsCanBeTurnedAway
    answerTime = max(0, conditions.answerTime.inSeconds)
    percentileWait = max(0, conditions.waitPercentile?.wait.inSeconds ?? 0)
    longestWait = conditions.averageSpeedOfAnswer?.inSeconds ?? .infinity
  }

  /// How far `share` falls short of `wanted`, above 0 where it does.
  static func gap(_ share: Double, to wanted: Double) -> Double {
    guard share > 0, wanted < 1 else { return wanted > 0 ? .infinity : -.infinity }
    guard share < 1, wanted > 0 else { return -.infinity }
    guard share != wanted else { return 0 }
    return log(wanted / share * ((1 - share) / (1 - wanted)))
  }

  /// Whether `condition` is asked for.
  func isGiven(_ condition: ServiceCondition) -> Bool {
    switch condition {
    case .serviceLevel: (conditions.serviceLevel?.value ?? 0) > 0
    case .averageSpeedOfAnswer: conditions.averageSpeedOfAnswer != nil
    case .abandonment: conditions.abandonment != nil && leaving
    case .occupancy: conditions.maximumOccupancy != nil
    case .waitPercentile: (conditions.waitPercentile?.share.value ?? 0) > 0
    case .blocking: conditions.blocking != nil && turningAway
    }
  }

  func checkReachable() throws(UnreachableTarget) {
    try conditions.checkReachable(leaving: leaving, turningAway: turningAway)
  }

  /// How far `condition` is missed, above 0 where it is; `figures` are those of a time.
  func margin(of condition: ServiceCondition, _ figures: (Double) -> Figures) -> Double {
    switch condition {
    case .serviceLevel:
      return ConditionSearch.gap(
        figures(answerTime)[conditions.definition], to: conditions.serviceLevel?.value ?? 0)
    case .waitPercentile:
      let figures = figures(percentileWait)
      let letIn = 1 - figures.blocking
      return ConditionSearch.gap(
        letIn > 0 ? figures.withinAny / letIn : 0, to: conditions.waitPercentile?.share.value ?? 0)
    case .averageSpeedOfAnswer:
      return ConditionSearch.excess(figures(0).answeredWait, over: longestWait)
    case .abandonment:
      return ConditionSearch.excess(
        figures(0).abandonment, over: conditions.abandonment?.value ?? .infinity)
    case .blocking:
      return ConditionSearch.excess(
        figures(0).blocking, over: conditions.blocking?.value ?? .infinity)
    case .occupancy:
      return ConditionSearch.excess(
        figures(0).occupancy, over: conditions.maximumOccupancy?.value ?? .infinity)
    }
  }

  /// How far `amount` is above `limit`, in powers of e.
  private static func excess(_ amount: Double, over limit: Double) -> Double {
    guard amount > 0 else { return amount == 0 ? -.infinity : .infinity }
    return amount == limit ? 0 : log(amount / limit)
  }
}

extension ConditionSearch {
  /// The fewest positions for a load, with `figures` of positions and a time; the search for the
  /// service level begins at `guess`.
  func fewestPositions(
    load: Double, guess: Double? = nil, _ figures: (Double, Double) -> Figures
  ) throws(UnreachableTarget) -> RequiredPositions {
    guard load > 0 else { return RequiredPositions(positions: .zero, binding: nil) }
    try checkReachable()
    var most = 0.0
    var binding: ServiceCondition?
    for condition in ServiceCondition.allCases where isGiven(condition) {
      func margin(_ positions: Double) -> Double {
        self.margin(of: condition) { time in figures(positions, time) }
      }
      if most > 0, margin(most * (1 + 1e-9)) <= 0 { continue }
      let start = condition == .serviceLevel ? guess : nil
      guard let least = leastPositions(from: start ?? max(most, load), start != nil, load, margin)
      else {
        throw UnreachableTarget(condition: condition)
      }
      if binding == nil || least > most * (1 + 1e-9) {
        (most, binding) = (max(most, least), condition)
      }
    }
    return RequiredPositions(positions: Positions(most), binding: binding)
  }

  /// The least positions at which `margin`, which falls, is no longer above 0; 0 where it never is,
  /// `nil` where it always is.
  private func leastPositions(
    from start: Double, _ isNear: Bool, _ load: Double, _ margin: (Double) -> Double
  ) -> Double? {
    let trace = 1e-6 * min(1, load)
    var step = max(0.25 * min(1, load), (isNear ? 0.1 : 0.35) * load.squareRoot())
    var (low, lowValue) = (0.0, Double.nan)
    var high = max(trace, start)
    var highValue = margin(high)
    if highValue > 0 {
      while highValue > 0 {
        guard high < 1e12 * (1 + load) else { return nil }
        (low, lowValue) = (high, highValue)
        high += step
        step *= 3
        highValue = margin(high)
      }
    } else {
      while true {
        guard high > trace else { return 0 }
        low = max(trace, high - step)
        step *= 3
        lowValue = margin(low)
        if lowValue > 0 { break }
        (high, highValue) = (low, lowValue)
      }
    }
    var bracket = Bracket(unmet: low, unmetValue: lowValue, met: high, metValue: highValue)
    return bracket.narrow(to: 1e-12 * high, margin)
  }

  /// The largest amount, of contacts or of their length, at which all conditions hold; infinite
  /// where none ever fails, 0 where one fails for the smallest amount. `figures` are of an amount and
  /// a time, `guess` is an amount to begin with.
  func mostWork(
    from guess: Double, _ figures: (Double, Double) -> Figures
  ) throws(UnreachableTarget) -> (amount: Double, binding: ServiceCondition?) {
    try checkReachable()
    var least = Double.infinity
    var binding: ServiceCondition?
    for condition in ServiceCondition.allCases where isGiven(condition) {
      func margin(_ amount: Double) -> Double {
        self.margin(of: condition) { time in figures(amount, time) }
      }
      if least < .infinity, margin(least * (1 - 1e-9)) <= 0 { continue }
      let amount = mostWork(from: min(guess, least), margin)
      if amount < least * (1 - 1e-9) { (least, binding) = (amount, condition) }
      if least == 0 { break }
    }
    return (least, binding)
  }

  private func mostWork(from guess: Double, _ margin: (Double) -> Double) -> Double {
    var (met, metValue) = (guess, margin(guess))
    var (unmet, unmetValue) = (met, metValue)
    while metValue > 0 {
      guard met > 1e-12 * guess else { return 0 }
      (unmet, unmetValue) = (met, metValue)
      met /= 2
      metValue = margin(met)
    }
    while unmetValue <= 0 {
      guard unmet < 1e9 * guess else { return .infinity }
      (met, metValue) = (unmet, unmetValue)
      unmet *= 2
      unmetValue = margin(unmet)
    }
    var bracket = Bracket(unmet: unmet, unmetValue: unmetValue, met: met, metValue: metValue)
    return bracket.narrow(to: 1e-13 * met, margin)
  }
}
