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

  /// The wait, until they are answered or leave, that the share `share` of the contacts let in does
  /// not exceed; 0 where so many are answered at once, `nil` where there is no such wait: for all of
  /// them, or in a queue that grows without end.
  func wait(notExceededBy share: Share, with positions: Positions) -> Duration?

  /// Whether a contact can leave before an answer, so that no number of positions keeps all.
  var contactsCanLeave: Bool { get }
  /// Whether a contact can be turned away, so that no number of positions lets all in.
  var contactsCanBeTurnedAway: Bool { get }

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

  /// True.
  public var contactsCanLeave: Bool { true }

  /// False.
  public var contactsCanBeTurnedAway: Bool { false }

  /// The share within the time by ``ServiceLevelDefinition/withinAny``, of those let in; 0 where
  /// that has no value.
  public func shareWaiting(atMost time: Duration, with positions: Positions) -> Share {
    let performance = performance(with: positions, within: time)
    let within = performance.serviceLevels.withinAny?.value ?? 0
    let letIn = 1 - performance.blocking.value
    return Share(letIn > 0 ? min(1, within / letIn) : 0)
  }

  /// The wait at which ``shareWaiting(atMost:with:)`` reaches `share`, found by a search.
  public func wait(notExceededBy share: Share, with positions: Positions) -> Duration? {
    let wanted = share.value
    guard wanted < 1 else { return nil }
    func margin(_ seconds: Double) -> Double {
      guard let time = Duration(finiteSeconds: seconds) else { return -.infinity }
      return ConditionSearch.gap(shareWaiting(atMost: time, with: positions).value, to: wanted)
    }
    var low = 0.0
    var lowValue = margin(low)
    guard lowValue > 0 else { return .zero }
    guard performance(with: positions, within: .zero).isStable else { return nil }
    let length = handleTime.inSeconds
    var high = length > 0 ? length / 16 : 1
    var highValue = margin(high)
    while highValue > 0 {
      guard high < 1e14 else { return nil }
      (low, lowValue) = (high, highValue)
      high *= 2
      highValue = margin(high)
    }
    var bracket = Bracket(unmet: low, unmetValue: lowValue, met: high, metValue: highValue)
    return Duration(finiteSeconds: bracket.narrow(to: 1e-13 * high, margin))
  }

  /// The fewest positions by a search on ``performance(with:within:)``.
  public func positions(
    meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> RequiredPositions {
    try ConditionSearch(self, conditions).fewestPositions(load: offeredLoad.value) {
      positions, time in
      Figures(performance(with: Positions(positions), within: .seconds(time)))
    }
  }
}
