internal import Foundation
public import Units

/// Contacts wait until somebody is free or their patience ends: the queue M/M/n+M.
///
/// Palm, "Research on telephone traffic carried by full availability groups", Tele 1957; Baccelli and
/// Hebuterne, "On queues with impatient customers", 1981; Garnett, Mandelbaum and Reiman, "Designing
/// a call center with impatient customers", 2002. With the loss B of ``ErlangB``, c = n p / h and
/// y = λ p: weights 1/B − 1 for the states with a free position and r_k = y^k / ((c+1)…(c+k)) for
/// those with k waiting. Who finds k waiting is answered with probability c / (c + k + 1). Positions
/// may be real numbers and may lie below the load: a queue that people leave is always stable.
///
/// Patience of any length, from none (who is not answered at once leaves: a loss system) to endless
/// (``ErlangC``). Without positions nobody is answered, and shares of the answered have no value.
///
/// Limits: exponential handle times and patience, a rate that does not change for much longer than
/// a handle time. Relative errors stay below 10⁻¹⁰ up to 10⁵ erlangs.
public struct ErlangA: Hashable {
  /// The load that is offered.
  public let load: Erlangs
  /// The mean time that one contact takes.
  public let handleTime: Duration
  /// The mean time after which who still waits leaves; `nil` where nobody ever does.
  public let patience: Duration?
  let seconds: Double
  let patienceSeconds: Double

  /// A queue that is offered `load`, in contacts of mean length `handleTime`, by customers who wait
  /// `patience` in the mean; `nil` or a patience of 10¹⁵ s and more is endless, one below 0 counts
  /// as none. A load that is negative, not a number or below 10⁻²⁹⁰ counts as none.
  public init(load: Erlangs, handleTime: Duration, patience: Duration?) {
    self.load = load.value >= ErlangB.leastLoad ? load : .zero
    self.handleTime = handleTime
    seconds = max(0, handleTime.inSeconds)
    let most = patience.map { max(0, $0.inSeconds) } ?? .infinity
    patienceSeconds = most < 1e15 ? most : .infinity
    self.patience = patienceSeconds.isFinite ? patience : nil
  }

  /// A queue to which `volume` contacts of mean length `handleTime` come during `interval`.
  public init(
    volume: ContactVolume, handleTime: Duration, patience: Duration?, during interval: Duration
  ) {
    self.init(
      load: Erlangs(volume: volume, handleTime: handleTime, during: interval),
      handleTime: handleTime, patience: patience)
  }

  init(load: Double, seconds: Double, patienceSeconds: Double, like other: ErlangA) {
    self.load = load >= ErlangB.leastLoad ? Erlangs(load) : .zero
    self.seconds = seconds
    self.patienceSeconds = patienceSeconds
    patience = other.patience
    handleTime =
      seconds == other.seconds
      ? other.handleTime : Duration(finiteSeconds: seconds) ?? .zero
  }
}

extension ErlangA: ServiceModel {
  /// The load that is offered: ``load``.
  public var offeredLoad: Erlangs { load }

  /// Whether people leave: unless their patience is endless.
  public var contactsCanLeave: Bool { patienceSeconds.isFinite }

  /// The same queue with as many contacts of the same length as make `load`.
  public func offered(_ load: Erlangs) -> ErlangA {
    ErlangA(load: load.value, seconds: seconds, patienceSeconds: patienceSeconds, like: self)
  }

  /// The same queue with as many contacts, each `factor` times as long.
  public func scalingHandleTime(by factor: Double) -> ErlangA {
    ErlangA(
      load: load.value * factor, seconds: max(0, seconds * factor),
      patienceSeconds: patienceSeconds, like: self)
  }

  /// What `positions` achieve; all figures and all definitions of the service level.
  public func performance(
    with positions: Positions, within answerTime: Duration
  ) -> ServicePerformance {
    ServicePerformance(
      figures(positions.value, within: answerTime.inSeconds), positions: positions,
      answerTime: answerTime)
  }

  /// The fewest positions, fractions included, that meet all of `conditions`, and which of them
  /// asks for so many; they may be fewer than the erlangs.
  ///
  /// Throws, before any search, when anything comes and a condition cannot be met by any number.
  public func positions(
    meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> RequiredPositions {
    try ConditionSearch(self, conditions).fewestPositions(
      load: load.value, guess: guess(conditions)
    ) { positions, time in
      figures(positions, within: time)
    }
  }

  /// Where to begin the search for the positions of a service level.
  private func guess(_ conditions: ServiceConditions) -> Double? {
    guard let share = conditions.serviceLevel?.value, share > 0, share < 1, load.value > 1,
      seconds > 0, patienceSeconds > 0, patienceSeconds.isFinite
    else { return nil }
    let rule = SquareRootRule(impatience: seconds / patienceSeconds)
    let time = max(0, conditions.answerTime.inSeconds) / seconds
    let root = load.value.squareRoot()
    let excess = rule.excess(load: load.value, missing: 1 - share, time: time)
    let positions = load.value + excess * root
    return positions.isFinite ? max(0, positions) : nil
  }
}
