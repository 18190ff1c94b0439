public import Units

/// What a number of positions does for those who contact us, in the long run of one unchanging
/// load.
public struct ServicePerformance: Sendable, Hashable, Codable {
  /// The positions that these figures are of.
  public var positions: Positions
  /// The time within which a contact counts as answered in time; the service levels are of it.
  public var answerTime: Duration
  /// Whether the queue comes to rest. Where it does not it grows without end: everybody waits, no
  /// service level is above 0, and mean waits and queue have no value.
  public var isStable: Bool
  /// The share of offered contacts that are let in and not answered at once.
  public var waitProbability: Share
  /// The share of offered contacts that leave before an answer.
  public var abandonment: Share
  /// The share of offered contacts that are turned away because no place to wait is free.
  public var blocking: Share
  /// The mean wait of the answered contacts, those answered at once included; `nil` where it grows
  /// without end or nobody is answered.
  public var averageSpeedOfAnswer: Duration?
  /// The mean time in the queue of all contacts that are let in, whether they are answered or
  /// leave; `nil` where it grows without end.
  public var meanWait: Duration?
  /// The shares answered within ``answerTime``, by each definition.
  public var serviceLevels: ServiceLevels
  /// The share of the positions' time that goes into contacts; `nil` where contacts come and there
  /// are no positions.
  public var occupancy: Share?
  /// The mean number of contacts that wait; `nil` where it grows without end.
  public var meanQueue: ContactVolume?

  /// Figures as they are given.
  public init(
    positions: Positions, answerTime: Duration, isStable: Bool, waitProbability: Share,
    abandonment: Share = .zero, blocking: Share = .zero, averageSpeedOfAnswer: Duration?,
    meanWait: Duration?, serviceLevels: ServiceLevels, occupancy: Share?,
    meanQueue: ContactVolume?
  ) {
    self.positions = positions
    self.answerTime = answerTime
    self.isStable = isStable
    self.waitProbability = waitProbability
    self.abandonment = abandonment
    self.blocking = blocking
    self.averageSpeedOfAnswer = averageSpeedOfAnswer
    self.meanWait = meanWait
    self.serviceLevels = serviceLevels
    self.occupancy = occupancy
    self.meanQueue = meanQueue
  }

  init(_ figures: Figures, positions: Positions, answerTime: Duration) {
    self.init(
      positions: positions, answerTime: answerTime, isStable: figures.isStable,
      waitProbability: Share(figures.waitProbability), abandonment: Share(figures.abandonment),
      blocking: Share(figures.blocking),
      averageSpeedOfAnswer: Duration(finiteSeconds: figures.answeredWait),
      meanWait: Duration(finiteSeconds: figures.meanWait),
      serviceLevels: ServiceLevels(
        offered: Share(defined: figures.offered), answered: Share(defined: figures.answered),
        virtual: Share(defined: figures.virtual),
        excludingShortAbandons: Share(defined: figures.excludingShortAbandons),
        withinAny: Share(defined: figures.withinAny)),
      occupancy: Share(defined: figures.occupancy),
      meanQueue: figures.meanQueue.isFinite ? ContactVolume(figures.meanQueue) : nil)
  }
}

/// The bare numbers of a ``ServicePerformance``: seconds and shares; NaN where a figure is not
/// defined, infinity where it grows without end. Durations end at 10⁻¹⁸ s, these do not.
struct Figures: Sendable, Hashable {
  var isStable: Bool
  var waitProbability: Double
  var abandonment: Double
  var blocking: Double
  var answeredWait: Double
  var meanWait: Double
  var offered: Double
  var answered: Double
  var virtual: Double
  var excludingShortAbandons: Double
  var withinAny: Double
  var occupancy: Double
  var meanQueue: Double

  /// Nothing comes: nobody waits.
  static let idle = Figures()
  /// More comes than is ever answered, and nobody leaves.
  static let growing = Figures(
    isStable: false, waitProbability: 1, answeredWait: .infinity, meanWait: .infinity, offered: 0,
    answered: 0, virtual: 0, excludingShortAbandons: 0, withinAny: 0, occupancy: 1,
    meanQueue: .infinity)

  init(
    isStable: Bool = true, waitProbability: Double = 0, abandonment: Double = 0,
    blocking: Double = 0, answeredWait: Double = 0, meanWait: Double = 0, offered: Double = 1,
    answered: Double = 1, virtual: Double = 1, excludingShortAbandons: Double = 1,
    withinAny: Double = 1, occupancy: Double = 0, meanQueue: Double = 0
  ) {
    self.isStable = isStable
    self.waitProbability = waitProbability
    self.abandonment = abandonment
    self.blocking = blocking
    self.answeredWait = answeredWait
    self.meanWait = meanWait
    self.offered = offered
    self.answered = answered
    self.virtual = virtual
    self.excludingShortAbandons = excludingShortAbandons
    self.withinAny = withinAny
    self.occupancy = occupancy
    self.meanQueue = meanQueue
  }

  /// The numbers of `performance`; a wait or queue without a value counts as endless.
  init(_ performance: ServicePerformance) {
    let levels = performance.serviceLevels
    self.init(
      isStable: performance.isStable, waitProbability: performance.waitProbability.value,
      abandonment: performance.abandonment.value, blocking: performance.blocking.value,
      answeredWait: performance.averageSpeedOfAnswer?.inSeconds ?? .infinity,
      meanWait: performance.meanWait?.inSeconds ?? .infinity,
      offered: levels.offered?.value ?? .nan, answered: levels.answered?.value ?? .nan,
      virtual: levels.virtual?.value ?? .nan,
      excludingShortAbandons: levels.excludingShortAbandons?.value ?? .nan,
      withinAny: levels.withinAny?.value ?? .nan,
      occupancy: performance.occupancy?.value ?? .nan,
      meanQueue: performance.meanQueue?.value ?? .infinity)
  }

  subscript(definition: ServiceLevelDefinition) -> Double {
    switch definition {
    case .offered: offered
    case .answered: answered
    case .virtual: virtual
    case .excludingShortAbandons: excludingShortAbandons
    case .withinAny: withinAny
    }
  }
}

extension Duration {
  /// The duration of `seconds`; `nil` where that is no number, infinite or above 10¹⁵.
  init?(finiteSeconds seconds: Double) {
    guard abs(seconds) < 1e15 else { return nil }
    self = .seconds(seconds)
  }
}

extension Share {
  /// The share of `value`; `nil` where that is no number.
  init?(defined value: Double) {
    guard !value.isNaN else { return nil }
    self.init(value)
  }
}
