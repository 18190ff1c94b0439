public import Units

/// What a queue must achieve; every condition that is given must hold.
public struct ServiceConditions: Sendable, Hashable, Codable {
  /// The least share of contacts answered within ``answerTime``; `nil` or 0 for none.
  public var serviceLevel: Share?
  /// What the share is a share of.
  public var definition: ServiceLevelDefinition
  /// The time of the service level.
  public var answerTime: Duration
  /// The longest mean wait of the answered contacts; `nil` for none.
  public var averageSpeedOfAnswer: Duration?
  /// The largest share of offered contacts that leave before an answer; `nil` for none.
  public var abandonment: Share?
  /// The highest occupancy; `nil` for none.
  public var maximumOccupancy: Share?
  /// A bound on the wait of most contacts; `nil` for none.
  public var waitPercentile: WaitPercentile?
  /// The largest share of offered contacts that are turned away; `nil` for none.
  public var blocking: Share?

  /// Conditions; those left out do not count.
  public init(
    serviceLevel: Share? = nil, definition: ServiceLevelDefinition = .offered,
    within answerTime: Duration = .zero, averageSpeedOfAnswer: Duration? = nil,
    abandonment: Share? = nil, maximumOccupancy: Share? = nil,
    waitPercentile: WaitPercentile? = nil, blocking: Share? = nil
  ) {
    self.serviceLevel = serviceLevel
    self.definition = definition
    self.answerTime = answerTime
    self.averageSpeedOfAnswer = averageSpeedOfAnswer
    self.abandonment = abandonment
    self.maximumOccupancy = maximumOccupancy
    self.waitPercentile = waitPercentile
    self.blocking = blocking
  }
}

extension ServiceConditions {
  /// Whether any condition is given; shares of 0 to be reached are none.
  public var asksForSomething: Bool { !margins.isEmpty }
}

/// A share of the contacts and the wait that they do not exceed: the wait until they are answered
/// or leave, of all that are let in.
public struct WaitPercentile: Sendable, Hashable, Codable {
  /// The share of the contacts.
  public var share: Share
  /// The longest of their waits.
  public var wait: Duration

  /// `share` of the contacts wait at most `wait`.
  public init(_ share: Share, waitingAtMost wait: Duration) {
    self.share = share
    self.wait = wait
  }
}

/// One of the things that ask for positions, in the order in which equal ones are named.
public enum ServiceCondition: String, Sendable, Hashable, Codable, CaseIterable {
  /// The share answered in time.
  case serviceLevel = "service-level"
  /// The mean wait.
  case averageSpeedOfAnswer = "average-speed-of-answer"
  /// The share that leaves.
  case abandonment
  /// The cap on occupancy.
  case occupancy
  /// The wait that most contacts do not exceed.
  case waitPercentile = "wait-percentile"
  /// The share that is turned away.
  case blocking
}

/// The fewest positions that meet all conditions, and the condition that asks for them.
public struct RequiredPositions: Sendable, Hashable, Codable {
  /// The fewest positions, fractions included.
  public let positions: Positions
  /// The condition that needs the most; of equal ones (to 10⁻⁹) the first in the order of
  /// ``ServiceCondition``. `nil` when nothing comes or nothing is asked.
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
    case .abandonment:
      "no number of positions keeps every contact from leaving; allow a share above 0 %"
    case .occupancy:
      "no number of positions brings the occupancy to 0; allow an occupancy above 0 %"
    case .waitPercentile:
      "no number of positions bounds the wait of every contact; ask for a share below 100 %"
    case .blocking:
      "no number of positions lets every contact in; allow a share above 0 %"
    }
  }
}

extension ServiceConditions {
  /// Throws when a contact comes and no number of positions could meet a condition. In a queue that
  /// nobody leaves, or where nobody is turned away, the condition on it always holds.
  func checkReachable(leaving: Bool, turningAway: Bool) throws(UnreachableTarget) {
    if let serviceLevel, !(serviceLevel.value < 1) {
      throw UnreachableTarget(condition: .serviceLevel)
    }
    if let averageSpeedOfAnswer, !(averageSpeedOfAnswer > .zero) {
      throw UnreachableTarget(condition: .averageSpeedOfAnswer)
    }
    if let abandonment, !(abandonment.value > 0), leaving {
      throw UnreachableTarget(condition: .abandonment)
    }
    if let maximumOccupancy, !(maximumOccupancy.value > 0) {
      throw UnreachableTarget(condition: .occupancy)
    }
    if let waitPercentile, !(waitPercentile.share.value < 1) {
      throw UnreachableTarget(condition: .waitPercentile)
    }
    if let blocking, !(blocking.value > 0), turningAway {
      throw UnreachableTarget(condition: .blocking)
    }
  }
}
