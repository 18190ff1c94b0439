public import Units

/// The fewest positions of a pool that meet the conditions of all its tiers, and what asks for
/// them.
public struct RequiredTierPositions: Sendable, Hashable, Codable {
  /// The fewest positions, fractions included.
  public let positions: Positions
  /// The tier that needs the most, counted from 0; of equal ones (to 10⁻⁹) the first. `nil` when
  /// nothing comes or nothing is asked.
  public let bindingTier: Int?
  /// The condition of that tier.
  public let binding: ServiceCondition?
  /// What the pool would need for the conditions of each tier alone, the others still being served.
  public let byTier: [RequiredPositions]

  init(byTier: [RequiredPositions]) {
    self.byTier = byTier
    var most: (tier: Int, required: RequiredPositions)?
    for (tier, required) in byTier.enumerated() where required.binding != nil {
      guard required.positions.value > (most?.required.positions.value ?? -1) * (1 + 1e-9) else {
        continue
      }
      most = (tier, required)
    }
    positions = most?.required.positions ?? .zero
    bindingTier = most?.tier
    binding = most?.required.binding
  }

  /// The fewest whole positions, rounded as ``RequiredPositions/wholePositions``.
  public var wholePositions: Positions {
    RequiredPositions(positions: positions, binding: binding).wholePositions
  }
}

extension TieredQueue {
  /// The fewest positions with which every tier meets its conditions; conditions beyond the last
  /// tier do not count, tiers beyond the last conditions ask for nothing. More positions make no
  /// tier wait longer, so that each condition has its own least number, and the largest counts.
  ///
  /// Throws, before any search, when a tier has contacts and one of its conditions cannot be met by
  /// any number.
  public func positions(
    meeting conditions: [ServiceConditions]
  ) throws(UnreachableTarget) -> RequiredTierPositions {
    for (tier, conditions) in conditions.prefix(loads.count).enumerated()
    where loads[tier] > .zero {
      try conditions.checkReachable(leaving: patiences[tier] != nil, turningAway: false)
    }
    return RequiredTierPositions(
      byTier: loads.indices.map { tier in
        guard tier < conditions.count, loads[tier] > .zero else {
          return RequiredPositions(positions: .zero, binding: nil)
        }
        return positions(of: tier, meeting: conditions[tier])
      })
  }

  /// What each tier would need with a team of its own; their sum against the positions of the pool
  /// is what a split costs, or saves: a small tier with a strict target can be cheaper on its own
  /// than a whole pool that must seldom be busy for its sake.
  ///
  /// Throws as ``positions(meeting:)``.
  public func separatePositions(
    meeting conditions: [ServiceConditions]
  ) throws(UnreachableTarget) -> [RequiredPositions] {
    var required: [RequiredPositions] = []
    for (tier, conditions) in conditions.prefix(loads.count).enumerated() {
      let team = TieredQueue(
        loads: [loads[tier]], handleTime: handleTime, patience: patiences[tier])
      required += try team.positions(meeting: [conditions]).byTier
    }
    return required
  }

  private func positions(of tier: Int, meeting conditions: ServiceConditions) -> RequiredPositions {
    var required = RequiredPositions(positions: .zero, binding: nil)
    for (condition, time, excess) in excesses(of: tier, over: conditions) {
      // What is asked already may be enough.
      let least = required.positions.value
      let probe = required.binding == nil ? 0 : least * (1 - 2e-9)
      let value = { (positions: Double) in
        excess(self.figures(positions, within: time)[tier])
      }
      let found = leastPositions(from: probe, value)
      guard required.binding == nil || found > least * (1 + 1e-9) else { continue }
      required = RequiredPositions(positions: Positions(found), binding: condition)
    }
    return required
  }

  /// Each condition with the time of its figures and how far these exceed it; above 0 it is missed.
  private func excesses(
    of tier: Int, over conditions: ServiceConditions
  ) -> [(ServiceCondition, Double, (Figures) -> Double)] {
    var excesses: [(ServiceCondition, Double, (Figures) -> Double)] = []
    func add(
      _ condition: ServiceCondition, at time: Duration = .zero,
      _ excess: @escaping (Figures) -> Double
    ) {
      excesses.append((condition, max(0, time.inSeconds), excess))
    }
    /// A figure that is no number has nobody to be good for.
    func missing(_ value: Double, of target: Double) -> Double {
      value.isNaN ? target : target - value
    }
    if let share = conditions.serviceLevel, share.value > 0 {
      let definition = conditions.definition
      add(.serviceLevel, at: conditions.answerTime) { missing($0[definition], of: share.value) }
    }
    if let wait = conditions.averageSpeedOfAnswer {
      add(.averageSpeedOfAnswer) { figures in
        figures.answeredWait.isNaN ? .infinity : figures.answeredWait - wait.inSeconds
      }
    }
    if let share = conditions.abandonment, patiences[tier] != nil {
      add(.abandonment) { $0.abandonment - share.value }
    }
    if let share = conditions.maximumOccupancy {
      add(.occupancy) { figures in
        figures.occupancy.isNaN ? 1 : figures.occupancy - share.value
      }
    }
    if let most = conditions.waitPercentile, most.share.value > 0 {
      add(.waitPercentile, at: most.wait) { missing($0.withinAny, of: most.share.value) }
    }
    return excesses
  }

  /// The least number, at `probe` or above, at which a falling excess is no longer above 0.
  private func leastPositions(from probe: Double, _ excess: (Double) -> Double) -> Double {
    var (low, value) = (probe, excess(probe))
    guard value > 0 else { return probe }
    let load = totalLoad
    var high = max(load, low) + max(1, load.squareRoot())
    var highValue = excess(high)
    while highValue > 0, high < 1e12 {
      (low, value) = (high, highValue)
      high *= 2
      highValue = excess(high)
    }
    guard highValue <= 0 else { return .infinity }
    var bracket = Bracket(unmet: low, unmetValue: value, met: high, metValue: highValue)
    return bracket.narrow(to: 1e-10 * max(1, load), excess)
  }
}
