internal import Foundation
public import Units

/// A queue in which a share of those who leave dial again, as often as they leave.
///
/// All attempts L, new and repeated, are taken as one stream of fresh contacts:
/// L (1 − r P_leave(L)) = λ with the abandonment of ``ErlangA``. The left side grows with L, so that
/// there is one root, between λ and λ/(1 − r) (the fixed point behind "Erlang X"; Cohen, "Basic
/// problems of telephone traffic theory and the influence of repeated calls", 1957). Service levels,
/// waits and abandonment are per attempt.
///
/// If everybody dials again, all must be answered in the end: then the queue is stable only with
/// more positions than erlangs. Limits: repeated attempts come after a while, not at once, and those
/// of ``ErlangA``.
public struct RedialQueue: Hashable {
  /// The queue that the first attempts are offered to.
  public let queue: ErlangA
  /// The share of those who leave that dial again, 0…1.
  public let redialing: Share

  /// `queue`, in which the share `redialing` of those who leave dial again; below 0, or not a number,
  /// counts as none, above 1 as all.
  public init(_ queue: ErlangA, redialing: Share) {
    self.queue = queue
    self.redialing = Share(redialing.value > 0 ? min(1, redialing.value) : 0)
  }
}

/// What comes of a queue with redials.
public struct RedialPerformance: Sendable, Hashable, Codable {
  /// What each attempt meets, first or repeated.
  public let perAttempt: ServicePerformance
  /// Whether the attempts stay finite; without, everybody dials again and more come than can be
  /// answered.
  public let isFeasible: Bool
  /// The load of all attempts; `nil` where they grow without end.
  public let attempts: Erlangs?
  /// Attempts for each contact; `nil` where they grow without end.
  public let attemptsPerContact: Double?
  /// The share of contacts that give up in the end; `nil` where that has no value.
  public let lostCustomers: Share?

  /// Repeated attempts for each contact; `nil` where they grow without end.
  public var redialsPerContact: Double? { attemptsPerContact.map { $0 - 1 } }
}

extension RedialQueue: ServiceModel {
  /// The load of the first attempts.
  public var offeredLoad: Erlangs { queue.load }
  /// The mean time that one contact takes.
  public var handleTime: Duration { queue.handleTime }
  /// Whether people leave: unless their patience is endless.
  public var contactsCanLeave: Bool { queue.contactsCanLeave }

  /// The same queue with as many contacts of the same length as make `load`.
  public func offered(_ load: Erlangs) -> RedialQueue {
    RedialQueue(queue.offered(load), redialing: redialing)
  }

  /// The same queue with as many contacts, each `factor` times as long.
  public func scalingHandleTime(by factor: Double) -> RedialQueue {
    RedialQueue(queue.scalingHandleTime(by: factor), redialing: redialing)
  }

  /// What each attempt meets with `positions`.
  public func performance(
    with positions: Positions, within answerTime: Duration
  ) -> ServicePerformance {
    ServicePerformance(
      figures(positions.value, within: answerTime.inSeconds), positions: positions,
      answerTime: answerTime)
  }

  /// What comes of the redials with `positions`.
  public func redials(with positions: Positions, within answerTime: Duration) -> RedialPerformance {
    let perAttempt = performance(with: positions, within: answerTime)
    let load = queue.load.value
    guard let attempts = attempts(positions.value) else {
      return RedialPerformance(
        perAttempt: perAttempt, isFeasible: false, attempts: nil, attemptsPerContact: nil,
        lostCustomers: nil)
    }
    let ratio = load > 0 ? attempts / load : 1
    let lost = redialing.complement.value * ratio * perAttempt.abandonment.value
    return RedialPerformance(
      perAttempt: perAttempt, isFeasible: true, attempts: Erlangs(attempts),
      attemptsPerContact: ratio, lostCustomers: Share(min(1, lost)))
  }

  /// The fewest positions, fractions included, with which each attempt meets all of `conditions`,
  /// and which of them asks for so many.
  ///
  /// Throws, before any search, when anything comes and a condition cannot be met by any number.
  public func positions(
    meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> RequiredPositions {
    try ConditionSearch(self, conditions).fewestPositions(load: queue.load.value) {
      positions, time in
      figures(positions, within: time)
    }
  }
}

extension RedialQueue {
  func figures(_ positions: Double, within time: Double) -> Figures {
    guard let attempts = attempts(positions) else {
      var figures = Figures.growing
      if contactsCanLeave { figures.abandonment = 1 }
      if !(positions > 0) { figures.occupancy = .nan }
      return figures
    }
    return queue.offered(Erlangs(attempts)).figures(positions, within: time)
  }

  /// The load of all attempts; `nil` where it grows without end.
  func attempts(_ positions: Double) -> Double? {
    let load = queue.load.value
    let share = redialing.value
    guard load > 0, share > 0, queue.contactsCanLeave, load.isFinite else { return load }
    // Products of decimals may miss an exact tie by a trace.
    if share == 1, !(positions > load * (1 + 1e-13)) { return nil }
    func missing(_ attempts: Double) -> Double {
      let leaving = queue.offered(Erlangs(attempts)).figures(positions, within: 0).abandonment
      return load - attempts * (1 - share * leaving)
    }
    let lowValue = missing(load)
    guard lowValue > 0 else { return load }
    var high = share < 1 ? load / (1 - share) : 2 * load
    var highValue = missing(high)
    while highValue > 0 {
      guard high < 1e15 * load else { return share < 1 ? high : nil }
      high *= share < 1 ? 1 + 1e-12 : 2
      highValue = missing(high)
    }
    var bracket = Bracket(unmet: load, unmetValue: lowValue, met: high, metValue: highValue)
    return bracket.narrow(to: 1e-13 * load, missing)
  }
}
