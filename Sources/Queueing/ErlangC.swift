internal import Foundation
public import Units

/// Contacts wait until somebody is free, and nobody leaves: the queue M/M/n.
///
/// With the loss B of ``ErlangB``: P(wait) = n / ((n − a)/B + a) for n > a; the wait of those who
/// wait is exponential with mean h/(n − a) (Erlang, 1917; Kleinrock, Queueing Systems I, 3.40).
/// Positions may be real numbers. Without a load nobody waits, whatever the positions. With n ≤ a
/// the queue grows without end: everybody waits, the service level is 0, the occupancy 1 and the
/// average wait has no value.
///
/// Limits: exponential handle times, no abandonment, a rate that does not change for much longer
/// than a handle time.
public struct ErlangC: ServiceModel, Hashable {
  /// The load that is offered.
  public let load: Erlangs
  /// The mean time that one contact takes.
  public let handleTime: Duration
  let seconds: Double

  /// A queue that is offered `load`, in contacts of mean length `handleTime`; a load that is
  /// negative, not a number or below 10⁻²⁹⁰ counts as none.
  public init(load: Erlangs, handleTime: Duration) {
    self.load = load.value >= ErlangB.leastLoad ? load : .zero
    self.handleTime = handleTime
    seconds = max(0, handleTime.inSeconds)
  }

  /// A queue to which `volume` contacts of mean length `handleTime` come during `interval`.
  public init(volume: ContactVolume, handleTime: Duration, during interval: Duration) {
    self.init(
      load: Erlangs(volume: volume, handleTime: handleTime, during: interval),
      handleTime: handleTime)
  }

  /// The load that is offered: ``load``.
  public var offeredLoad: Erlangs { load }

  /// Nobody leaves.
  public var contactsCanLeave: Bool { false }

  /// The same queue with as many contacts of the same length as make `load`.
  public func offered(_ load: Erlangs) -> ErlangC {
    ErlangC(load: load, handleTime: handleTime)
  }

  /// The same queue with as many contacts, each `factor` times as long.
  public func scalingHandleTime(by factor: Double) -> ErlangC {
    ErlangC(
      load: Erlangs(load.value * factor),
      handleTime: Duration(finiteSeconds: seconds * factor) ?? .zero)
  }

  /// What `positions` achieve. Nobody leaves, so that the service level is the same by every
  /// definition.
  public func performance(
    with positions: Positions, within answerTime: Duration
  ) -> ServicePerformance {
    ServicePerformance(
      figures(positions.value, within: answerTime.inSeconds), positions: positions,
      answerTime: answerTime)
  }

  /// Whether the queue comes to rest: no load, or more positions than erlangs.
  public func isStable(with positions: Positions) -> Bool {
    load == .zero || positions.value > load.value
  }

  /// The share of contacts that is not answered at once.
  public func waitProbability(with positions: Positions) -> Share {
    Share(waitProbability(positions.value))
  }

  /// The mean wait of all contacts, those answered at once included; `nil` where it grows without
  /// end.
  public func averageSpeedOfAnswer(with positions: Positions) -> Duration? {
    let wait = averageWait(positions.value)
    return wait < 1e15 ? .seconds(wait) : nil
  }

  /// The share of offered contacts answered within `time`.
  public func serviceLevel(with positions: Positions, within time: Duration) -> Share {
    Share(serviceLevel(positions.value, within: time.inSeconds))
  }

  /// The share of the positions' time that goes into contacts.
  public func occupancy(with positions: Positions) -> Share {
    Share(occupancy(positions.value))
  }

  /// The mean number of contacts that wait; `nil` where it grows without end.
  public func meanQueue(with positions: Positions) -> ContactVolume? {
    let queue = meanQueue(positions.value)
    return queue.isFinite ? ContactVolume(queue) : nil
  }

  /// The wait that the share `share` of all contacts does not exceed; 0 where so many are answered
  /// at once, `nil` where there is no such wait.
  public func wait(notExceededBy share: Share, with positions: Positions) -> Duration? {
    guard isStable(with: positions), share.value < 1 else { return nil }
    let excess = positions.value - load.value
    let wait = (logWaitProbability(positions.value) - log1p(-share.value)) * seconds / excess
    return wait < 1e15 ? .seconds(max(0, wait)) : nil
  }
}

extension ErlangC {
  func figures(_ positions: Double, within time: Double) -> Figures {
    let load = load.value
    guard load > 0 else { return .idle }
    guard positions > load else { return .growing }
    let wait = waitProbability(positions)
    let excess = positions - load
    let late = seconds > 0 ? exp(-excess * max(0, time) / seconds) : 0
    let level = late > 0 ? 1 - wait * late : 1
    let mean = wait * seconds / excess
    return Figures(
      waitProbability: wait, answeredWait: mean, meanWait: mean, offered: level, answered: level,
      virtual: level, excludingShortAbandons: level, withinAny: level,
      occupancy: load / positions, meanQueue: wait * load / excess)
  }

  func waitProbability(_ positions: Double) -> Double {
    let load = load.value
    guard load > 0 else { return 0 }
    guard positions > load else { return 1 }
    guard positions.isFinite else { return 0 }
    let series = LossSeries(servers: positions, load: load)
    let excess = positions - load
    guard series.logScale > 0 else { return positions / (excess * (1 + series.rest) + load) }
    let shrink = exp(-series.logScale)
    return positions / (excess * series.rest + load * shrink) * shrink
  }

  /// For a load above 0 and more positions than that.
  func logWaitProbability(_ positions: Double) -> Double {
    let load = load.value
    guard load > 0, positions.isFinite else { return -.infinity }
    let series = LossSeries(servers: positions, load: load)
    let excess = positions - load
    guard series.logScale > 0 else {
      return log(positions / (excess * (1 + series.rest) + load))
    }
    return log(positions / (excess * series.rest)) - series.logScale
  }

  func averageWait(_ positions: Double) -> Double {
    guard load.value > 0 else { return 0 }
    guard positions > load.value else { return .infinity }
    return waitProbability(positions) * seconds / (positions - load.value)
  }

  func serviceLevel(_ positions: Double, within time: Double) -> Double {
    guard load.value > 0 else { return 1 }
    guard positions > load.value else { return 0 }
    let late = seconds > 0 ? exp(-(positions - load.value) * max(0, time) / seconds) : 0
    return late > 0 ? 1 - waitProbability(positions) * late : 1
  }

  func occupancy(_ positions: Double) -> Double {
    guard load.value > 0 else { return 0 }
    return positions > load.value ? load.value / positions : 1
  }

  func meanQueue(_ positions: Double) -> Double {
    guard load.value > 0 else { return 0 }
    guard positions > load.value else { return .infinity }
    return waitProbability(positions) * load.value / (positions - load.value)
  }
}
