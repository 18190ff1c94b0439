internal import Foundation
internal import Units

extension TieredQueue {
  /// The rate at which somebody leaves who never does: once in three years.
  private static let never = 1e-8

  /// The figures of tiers whose patience differs.
  func figuresWithOwnPatience(_ positions: Double, within time: Double) -> [Figures] {
    let rates = rates(positions)
    let queues = waitingQueues(rates)
    let growing = firstGrowing(rates, queues.map { $0?.passage })
    let busy =
      growing == nil
      ? queues.compactMap(\.self).last?.passage.start.busyProbability(
        positions: positions, load: totalLoad)
        ?? 0 : 1
    var figures: [Figures] = []
    var answered = 0.0
    for tier in loads.indices {
      guard let (passage, waiting) = queues[tier] else {
        figures.append(.idle)
        continue
      }
      if let growing, tier >= growing {
        // Nobody is left for those behind a tier that grows without end.
        figures.append(
          tier == growing || patiences[tier] == nil ? .growing : .leftAlone(passage.own))
        continue
      }
      let arrivals = rates.arrivals[tier]
      var figure = tierFigures(busy: busy, passage: passage, arrivals: arrivals, within: time)
      figure.leave(min(1, busy * passage.own * waiting / arrivals), at: passage.own, of: arrivals)
      answered += arrivals * (1 - figure.abandonment)
      figures.append(figure)
    }
    let occupancy =
      growing != nil ? 1 : rates.service > 0 ? min(1, max(0, answered / rates.service)) : .nan
    for tier in figures.indices where queues[tier] != nil { figures[tier].occupancy = occupancy }
    return figures
  }

  /// The wait of each tier with contacts and the mean number of them that wait, given that all are
  /// busy; `nil` of the others.
  private func waitingQueues(_ rates: Rates) -> [(passage: WaitPassage, waiting: Double)?] {
    // Of those waiting in the tiers so far: their mean number, and how many of them leave a second.
    var waiting = 0.0
    var leaving = 0.0
    return loads.indices.map { tier in
      guard rates.arrivals[tier] > 0 else { return nil }
      let own = patiences[tier].map { 1 / $0.inSeconds } ?? Self.never
      let mean = meanRate(
        arrivals: rates.upTo[tier], service: rates.service, own: own, waiting: waiting,
        leaving: leaving)
      let weights = QueueWeights(
        arrivals: rates.upTo[tier], service: rates.service, leaving: mean)
      let more = max(0, weights.mean - waiting)
      leaving += own * more
      waiting += more
      let passage = WaitPassage(
        higher: rates.upTo[tier] - rates.arrivals[tier], service: rates.service, leaving: mean,
        own: own, start: weights)
      return (passage, more)
    }
  }

  /// The mean rate of leaving θ̄ of a queue in which `waiting` contacts of higher tiers leave at
  /// `leaving` in all, and the others at `own` each: (θ̄ − θ) m(θ̄) = Σ θ_i m_i − θ Σ m_i, whose
  /// left side rises with θ̄, since more leave the faster they do, and fewer wait.
  private func meanRate(
    arrivals: Double, service: Double, own: Double, waiting: Double, leaving: Double
  ) -> Double {
    guard waiting > 0 else { return own }
    let before = leaving / waiting
    let wanted = leaving - own * waiting
    guard abs(before - own) > 1e-12 * own else { return own }
    func missing(_ rate: Double) -> Double {
      let mean = QueueWeights(arrivals: arrivals, service: service, leaving: rate).mean
      return wanted - (rate - own) * mean
    }
    let (low, high) = (min(own, before), max(own, before))
    let (lowValue, highValue) = (missing(low), missing(high))
    guard lowValue > 0, highValue < 0 else { return lowValue <= 0 ? low : high }
    var bracket = Bracket(unmet: low, unmetValue: lowValue, met: high, metValue: highValue)
    return bracket.narrow(to: 1e-9 * high, missing)
  }

  /// The first tier that nobody leaves and that gets more than the higher ones leave of the
  /// positions.
  private func firstGrowing(_ rates: Rates, _ queues: [WaitPassage?]) -> Int? {
    var served = 0.0
    for tier in loads.indices {
      guard let passage = queues[tier] else { continue }
      if patiences[tier] == nil, served + rates.arrivals[tier] >= rates.service * (1 - 1e-12) {
        return tier
      }
      served += rates.arrivals[tier] * passage.served
    }
    return nil
  }
}

extension Figures {
  /// Has the share `leaves` of `arrivals` leave, each waiting one at the rate `leaving` (Little's
  /// law), so that what all tiers leave and get adds up; the levels stay where they can.
  fileprivate mutating func leave(_ leaves: Double, at leaving: Double, of arrivals: Double) {
    let before = 1 - abandonment
    abandonment = leaves
    meanWait = leaves / leaving
    meanQueue = arrivals * meanWait
    let served = 1 - leaves
    offered = min(offered, served)
    answered = served > 0 ? min(1, offered / served) : .nan
    answeredWait = served > 0 ? answeredWait * before / served : .nan
    let left = withinAny - offered
    excludingShortAbandons = left < 1 ? min(1, offered / (1 - left)) : .nan
  }

  /// Nobody is ever answered, and all leave at the rate `leaving`.
  fileprivate static func leftAlone(_ leaving: Double) -> Figures {
    var figures = Figures.growing
    figures.isStable = true
    figures.abandonment = 1
    figures.meanWait = 1 / leaving
    return figures
  }
}
