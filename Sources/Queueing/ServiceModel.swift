public import Units

/// A queue that is offered one unchanging load, asked in both directions: what given positions
/// achieve, and what it takes, or bears, to achieve something.
///
/// Positions that are negative or not a number count as none, times below 0 as 0. Every model
/// states which figures it has and where its limits are.
public protocol ServiceModel: Sendable {
  /// The load that is offered: contacts a second times ``handleTime``.
  var offeredLoad: Erlangs { get }
  /// The mean time that one contact takes, on which the load is reckoned.
  var handleTime: Duration { get }

  /// What `positions` achieve; the service levels are of `answerTime`.
  func performance(with positions: Positions, within answerTime: Duration) -> ServicePerformance

  /// The share of the contacts let in whose time in the queue, until they are answered or leave, is
  /// at most `time`.
  func shareWaiting(atMost time: Duration, with positions: Positions) -> Share

  /// The same queue with as many contacts of the same length as make `load`.
  func offered(_ load: Erlangs) -> Self

  /// The same queue with as many contacts, each `factor` times as long.
  func scalingHandleTime(by factor: Double) -> Self

  /// The fewest positions that meet all of `conditions`, and which of them asks for so many. Each
  /// condition has its own least number; the largest counts.
  ///
  /// Throws, before any search, when anything comes and a condition cannot be met by any number.
  func positions(meeting conditions: ServiceConditions) throws(UnreachableTarget)
    -> RequiredPositions
}

extension ServiceModel {
  /// The same queue with `factor` times as many contacts.
  public func scalingVolume(by factor: Double) -> Self {
    offered(Erlangs(offeredLoad.value * factor))
  }

  /// The share within the time by ``ServiceLevelDefinition/withinAny``; 0 where that has no value.
  public func shareWaiting(atMost time: Duration, with positions: Positions) -> Share {
    performance(with: positions, within: time).serviceLevels.withinAny ?? .zero
  }
}
