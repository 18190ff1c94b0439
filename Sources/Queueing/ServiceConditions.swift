public import Units

/// What a queue must achieve; every condition that is given must hold.
public struct ServiceConditions: Sendable, Hashable {
  /// The least share of offered contacts answered within `answerTime`; `nil` or 0 for none.
  public let serviceLevel: Share?
  /// The time of the service level.
  public let answerTime: Duration
  /// The longest mean wait of all contacts; `nil` for none.
  public let averageSpeedOfAnswer: Duration?
  /// The highest occupancy; `nil` for none.
  public let maximumOccupancy: Share?

  /// Conditions; those left out do not count.
  public init(
    serviceLevel: Share? = nil, within answerTime: Duration = .zero,
    averageSpeedOfAnswer: Duration? = nil, maximumOccupancy: Share? = nil
  ) {
    self.serviceLevel = serviceLevel
    self.answerTime = answerTime
    self.averageSpeedOfAnswer = averageSpeedOfAnswer
    self.maximumOccupancy = maximumOccupancy
  }
}

/// One of the things that ask for positions.
public enum ServiceCondition: String, Sendable, Hashable, Codable, CaseIterable {
  /// The share answered in time.
  case serviceLevel = "service-level"
  /// The mean wait.
  case averageSpeedOfAnswer = "average-speed-of-answer"
  /// The cap on occupancy.
  case occupancy
}

/// The fewest positions that meet all conditions, and the condition that asks for them.
public struct RequiredPositions: Sendable, Hashable {
  /// The fewest positions, fractions included.
  public let positions: Positions
  /// The condition that needs the most; of equal ones (to 10⁻⁹) the first in the order service
  /// level, average speed of answer, occupancy. `nil` when nothing comes or nothing is asked.
  public let binding: ServiceCondition?

  /// A number of positions and what asks for them.
  public init(positions: Positions, binding: ServiceCondition?) {
    self.positions = positions
    self.binding = binding
  }

  /// The fewest whole positions: rounded up, but not for an error of 10⁻⁹, so that 6.3 / 0.7 is 9;
  /// at least 1 where anything is asked.
  public var wholePositions: Positions {
    guard binding != nil else { return .zero }
    let value = positions.value
    return Positions(max(1, (value - 1e-9 * max(1, value)).rounded(.up)))
  }
}

/// No finite number of positions meets a condition: everybody at once, no wait at all, an
/// occupancy of 0.
public struct UnreachableTarget: Error, Sendable, Hashable, CustomStringConvertible {
  /// The condition that cannot be met.
  public let condition: ServiceCondition

  /// A condition that no number of positions meets.
  public init(condition: ServiceCondition) { self.condition = condition }

  /// What is wrong and what helps.
  public var description: String {
    switch condition {
    case .serviceLevel:
      "no number of positions answers every contact in time; ask for a share below 100 %"
    case .averageSpeedOfAnswer:
      "no number of positions brings the average wait to 0; allow a wait above 0 s"
    case .occupancy:
      "no number of positions brings the occupancy to 0; allow an occupancy above 0 %"
    }
  }
}
