internal import Units

/// One of the conditions on a queue, as a number that is above 0 where it is missed.
struct ConditionMargin {
  let condition: ServiceCondition
  /// The time of the service levels on which it looks, in seconds.
  let time: Double
  let limit: Double
  let definition: ServiceLevelDefinition

  /// How far `figures`, of the time ``time``, miss the condition; not above 0 where they meet it.
  func miss(_ figures: Figures) -> Double {
    let miss =
      switch condition {
      case .serviceLevel: limit - figures[definition]
      case .averageSpeedOfAnswer: figures.answeredWait - limit
      case .abandonment: figures.abandonment - limit
      case .occupancy: figures.occupancy - limit
      case .waitPercentile: limit - figures.withinAny
      case .blocking: figures.blocking - limit
      }
    // What is not defined, such as the wait of the answered where nobody is, is missed.
    return miss.isNaN ? .infinity : miss
  }
}

extension ServiceConditions {
  /// The conditions that are asked for, in the order of ``ServiceCondition``; a share that asks for
  /// nothing is none.
  var margins: [ConditionMargin] {
    var margins: [ConditionMargin] = []
    func ask(_ condition: ServiceCondition, _ limit: Double?, within time: Duration) {
      guard let limit, !limit.isNaN else { return }
      margins.append(
        ConditionMargin(
          condition: condition, time: max(0, time.inSeconds), limit: limit, definition: definition))
    }
    func least(_ share: Share?) -> Double? { share.flatMap { $0.value > 0 ? $0.value : nil } }
    ask(.serviceLevel, least(serviceLevel), within: answerTime)
    ask(.averageSpeedOfAnswer, averageSpeedOfAnswer?.inSeconds, within: answerTime)
    ask(.abandonment, abandonment?.value, within: answerTime)
    ask(.occupancy, maximumOccupancy?.value, within: answerTime)
    ask(.waitPercentile, least(waitPercentile?.share), within: waitPercentile?.wait ?? .zero)
    ask(.blocking, blocking?.value, within: answerTime)
    return margins
  }
}

extension RequiredPositions {
  /// The most that any condition needs, each by its own least number of positions.
  init(of margins: [ConditionMargin], least: (ConditionMargin) -> Double) {
    var most = 0.0
    var binding: ServiceCondition?
    for margin in margins {
      let positions = least(margin)
      guard binding == nil || positions > most * (1 + 1e-9) else { continue }
      (most, binding) = (positions, margin.condition)
    }
    self.init(positions: Positions(most), binding: binding)
  }
}

/// The least whole number, from 0 to `most`, for which something holds that holds for all larger
/// ones; `most` where it holds for none. The search starts near `guess`.
func leastWhole(near guess: Int, most: Int, where holds: (Int) -> Bool) -> Int {
  var step = 1
  var unmet = -1
  var met = min(max(0, guess), most)
  if holds(met) {
    while met > 0 {
      let trial = max(0, met - step)
      guard holds(trial) else {
        unmet = trial
        break
      }
      met = trial
      step *= 2
    }
  } else {
    unmet = met
    while met < most {
      met = min(most, unmet + step)
      if holds(met) { break }
      unmet = met
      step *= 2
    }
  }
  while met - unmet > 1 {
    let middle = unmet + (met - unmet) / 2
    if holds(middle) { met = middle } else { unmet = middle }
  }
  return met
}
