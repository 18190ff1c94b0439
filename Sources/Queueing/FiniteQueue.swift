internal import Foundation
public import Units

/// Contacts wait until somebody is free, in a fixed number of places; who finds all of them taken is
/// turned away: the queue M/M/n/(n+q), with patience M/M/n/(n+q)+M.
///
/// The states are those of ``ErlangA``, or without patience of ``ErlangC``, cut after q waiting
/// (Kleinrock, Queueing Systems I, 3.6; Garnett, Mandelbaum and Reiman 2002, with finite trunks). The
/// queue is always stable. Service levels, waiting, leaving and blocking are shares of the offered
/// contacts, those turned away included; mean wait and percentiles are of those let in. Positions
/// may be real numbers.
///
/// Limits: exponential handle times and patience, a steady rate; more than 10⁷ places count as
/// 10⁷. Relative errors stay below 10⁻¹¹.
public struct FiniteQueue: Hashable {
  /// The load that is offered, those turned away included.
  public let load: Erlangs
  /// The mean time that one contact takes.
  public let handleTime: Duration
  /// The mean time after which who still waits leaves; `nil` where nobody ever does.
  public let patience: Duration?
  /// The contacts that can wait.
  public let places: Int
  private let queue: ErlangA

  /// A queue of at most `places` waiting contacts; fewer than 0 count as none.
  public init(load: Erlangs, handleTime: Duration, patience: Duration? = nil, places: Int) {
    self.init(
      ErlangA(load: load, handleTime: handleTime, patience: patience), places: places)
  }

  /// The queue `queue` with at most `places` waiting contacts.
  public init(_ queue: ErlangA, places: Int) {
    self.queue = queue
    self.places = min(10_000_000, max(0, places))
    (load, handleTime, patience) = (queue.load, queue.handleTime, queue.patience)
  }
}

extension FiniteQueue: ServiceModel {
  /// The load that is offered: ``load``.
  public var offeredLoad: Erlangs { load }
  /// Whether people leave: unless their patience is endless.
  public var contactsCanLeave: Bool { queue.contactsCanLeave }
  /// Always: any number of places can be full.
  public var contactsCanBeTurnedAway: Bool { true }

  /// The same queue with as many contacts of the same length as make `load`.
  public func offered(_ load: Erlangs) -> FiniteQueue {
    FiniteQueue(queue.offered(load), places: places)
  }

  /// The same queue with as many contacts, each `factor` times as long.
  public func scalingHandleTime(by factor: Double) -> FiniteQueue {
    FiniteQueue(queue.scalingHandleTime(by: factor), places: places)
  }

  /// What `positions` achieve.
  public func performance(
    with positions: Positions, within answerTime: Duration
  ) -> ServicePerformance {
    ServicePerformance(
      figures(positions.value, within: answerTime.inSeconds), positions: positions,
      answerTime: answerTime)
  }

  /// The fewest positions, fractions included, that meet all of `conditions`, and which of them
  /// asks for so many.
  ///
  /// Throws, before any search, when anything comes and a condition cannot be met by any number.
  public func positions(
    meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> RequiredPositions {
    try ConditionSearch(self, conditions).fewestPositions(load: load.value) { positions, time in
      figures(positions, within: time)
    }
  }
}

extension FiniteQueue {
  func figures(_ positions: Double, within time: Double) -> Figures {
    let positions = positions > 0 ? positions : 0
    let seconds = queue.seconds
    guard load.value > 0 else { return .idle }
    guard seconds > 0, load.value < .infinity, positions < .infinity else {
      return queue.figures(positions, within: time)
    }
    let most = queue.patienceSeconds
    if most == 0 { return queue.figures(positions, within: time).allBlockedInsteadOfLeft(places) }
    if positions == 0, most == .infinity { return .fullForEver(places) }
    let unit = most.isFinite ? most : seconds
    let sums = FiniteSums(
      arriving: load.value * unit / seconds, freed: positions * unit / seconds,
      leaving: most.isFinite, places: places, elapsed: max(0, time) / unit)
    let loss = positions > 0 ? LossSeries(servers: positions, load: load.value) : nil
    return figures(positions, sums, loss, unit)
  }

  private func figures(
    _ positions: Double, _ sums: FiniteSums, _ loss: LossSeries?, _ unit: Double
  ) -> Figures {
    let lossScale = loss?.logScale ?? 0
    let logScale = max(lossScale, sums.logScale)
    let free = (loss?.rest ?? 0) * (lossScale < logScale ? exp(lossScale - logScale) : 1)
    let scale = sums.logScale < logScale ? exp(sums.logScale - logScale) : 1
    let total = free + scale * (sums.letIn + sums.last)
    let part = scale / total
    let letIn = free / total + part * sums.letIn
    let answered = free / total + part * sums.answered
    let queue = part * sums.queue
    let offered = free / total + part * sums.answeredInTime
    let inTime = free / total + part * sums.inTime
    let isLeaving = sums.leaving > 0
    // Contacts a second times the unit of time are a unit's arrivals.
    let abandonment = isLeaving ? min(1, queue / sums.arriving) : 0
    let meanWait = queue * unit / (sums.arriving * letIn)
    let left = max(0, inTime - offered)
    return Figures(
      waitProbability: part * sums.letIn, abandonment: abandonment, blocking: part * sums.last,
      answeredWait: answered > 0 ? part * sums.wait * unit / answered : .nan,
      meanWait: letIn > 0 ? meanWait : .infinity,
      offered: min(1, offered), answered: answered > 0 ? min(1, offered / answered) : .nan,
      virtual: min(1, free / total + part * sums.virtualInTime),
      excludingShortAbandons: left < 1 ? min(1, offered / (1 - left)) : 0,
      withinAny: min(1, inTime),
      occupancy: positions > 0 ? min(1, load.value * answered / positions) : .nan,
      meanQueue: queue)
  }
}

extension Figures {
  /// Nobody is ever answered and nobody leaves: all places are taken.
  fileprivate static func fullForEver(_ places: Int) -> Figures {
    Figures(
      blocking: 1, answeredWait: .nan, meanWait: .infinity, offered: 0, answered: .nan, virtual: 0,
      excludingShortAbandons: 0, withinAny: 0, occupancy: .nan, meanQueue: Double(places))
  }

  /// Without patience a place to wait changes nothing but the word for those who are lost.
  fileprivate func allBlockedInsteadOfLeft(_ places: Int) -> Figures {
    guard places == 0 else { return self }
    var figures = self
    figures.blocking = abandonment
    figures.abandonment = 0
    figures.waitProbability = 0
    figures.virtual = offered
    figures.withinAny = offered
    figures.excludingShortAbandons = offered
    figures.meanWait = abandonment < 1 ? 0 : .infinity
    return figures
  }
}
