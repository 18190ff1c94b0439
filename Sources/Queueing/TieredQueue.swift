internal import Foundation
public import Units

/// One pool of positions that answers several tiers of contacts, the higher tier always first and
/// each tier in the order of arrival; a contact that is being answered is never put aside.
///
/// While all n positions are busy, contacts of the tiers 1…k come at the rate Λ_k and, as long as
/// any of them waits, leave at n µ + j θ, whatever lower tiers do. So, given that all are busy, the
/// number j of them that waits has the weights of Erlang's queue with the rate Λ_k alone (the cut
/// between j and j + 1). Without patience that is geometric and gives Cobham's waits
/// ("Priority assignment in waiting line problems", Operations Research 2, 1954):
/// W_k = C h/n / ((1 − σ_{k−1})(1 − σ_k)), σ_k the load of the tiers 1…k over n, C Erlang's
/// probability to wait for all tiers together. An arrival of tier k that has to wait is answered
/// when j + 1 positions have become free for it, where each arrival of a higher tier meanwhile
/// takes one more: a passage of a birth-death chain, without patience a sum of busy periods (Davis,
/// "Waiting-time distribution of a multi-server, priority queuing system", Operations Research 14,
/// 1966; Kella and Yechiali, "Waiting times in the non-preemptive priority M/M/c queue", Stochastic
/// Models 1, 1985).
///
/// With patience this is exact too, for all tiers. Only a queue of more than 20,000 contacts is
/// scaled down (see `QueueWeights`), and where a service level would take more than 2 × 10⁷ steps the
/// queue before a contact is taken to shrink at its mean rate. Positions may be real numbers.
///
/// Tiers whose patience differs are exact for the first of them, but for P(all busy); see
/// ``TieredQueue/init(loads:handleTime:patiences:)``.
///
/// Limits: Poisson arrivals; exponential handle times, and one mean for all tiers (with different means
/// the mix of those being answered moves with the tiers, which no such queue has in closed form);
/// exponential patience. A tier without a load has the figures of a queue to which
/// nobody comes.
public struct TieredQueue: Sendable, Hashable, Codable {
  /// The load of each tier, the one that is answered first in front.
  public let loads: [Erlangs]
  /// The mean time that one contact takes, of whatever tier.
  public let handleTime: Duration
  /// The mean time that a contact waits before it leaves; `nil` where nobody leaves. Where tiers differ,
  /// that of the mean rate of leaving of all contacts.
  public let patience: Duration?
  /// That of each tier.
  public let patiences: [Duration?]

  /// Tiers that are offered `loads`, in contacts of mean length `handleTime`. A load that is
  /// negative, not a number or below 10⁻²⁹⁰ counts as none, one above 10¹⁰⁰ as that, unless it is
  /// endless; a handle time or a patience below 1 ms as 1 ms.
  public init(loads: [Erlangs], handleTime: Duration, patience: Duration? = nil) {
    self.loads = loads.map { load in
      guard load.value >= ErlangB.leastLoad else { return .zero }
      return load.value < .infinity ? Erlangs(min(1e100, load.value)) : load
    }
    self.handleTime = max(handleTime, .milliseconds(1))
    let patience = patience.map { max($0, .milliseconds(1)) }
    self.patience = patience
    patiences = loads.map { _ in patience }
  }

  /// The same where each tier has a patience of its own; tiers beyond the last of `patiences` never
  /// leave.
  ///
  /// Given that all are busy, the law of the first tier is exact. Of the tiers up to k together the
  /// number that waits is taken to leave at the mean rate of those who wait, whatever their number:
  /// θ̄_k = Σ θ_i E[Q_i] / Σ E[Q_i], which is solved tier by tier with E[Q_k] as the difference of two
  /// such queues, so that the flow of those who leave is kept. In simulations of two and three tiers
  /// whose patience differs by a factor of up to ten, from light load to overload, shares that leave
  /// and service levels were within 2 points of it.
  public init(loads: [Erlangs], handleTime: Duration, patiences: [Duration?]) {
    let own = loads.indices.map { tier in
      (tier < patiences.count ? patiences[tier] : nil).map { max($0, .milliseconds(1)) }
    }
    let kept = loads.map { $0.value >= ErlangB.leastLoad ? $0 : .zero }
    let total = kept.reduce(0) { $0 + $1.value }
    let leaving = zip(kept, own).reduce(0) { sum, pair in
      sum + (total > 0 ? pair.0.value / total : 0) / (pair.1?.inSeconds ?? .infinity)
    }
    self.loads = kept
    self.handleTime = max(handleTime, .milliseconds(1))
    patience =
      own.allSatisfy { $0 == own.first } ? own.first ?? nil : Duration(finiteSeconds: 1 / leaving)
    self.patiences = own
  }

  /// What `positions` achieve for each tier, in the order of the tiers. The occupancy is that of
  /// all tiers together; a tier whose load, with that of the tiers before it, reaches the
  /// positions is not stable where nobody leaves, while those above it are.
  public func performance(
    with positions: Positions, within answerTime: Duration
  ) -> [ServicePerformance] {
    let figures = figures(positions.value, within: max(0, answerTime.inSeconds))
    return figures.map { ServicePerformance($0, positions: positions, answerTime: answerTime) }
  }

  /// The share of the contacts of each tier whose time in the queue, until they are answered or
  /// leave, is at most `time`.
  public func sharesWaiting(atMost time: Duration, with positions: Positions) -> [Share] {
    figures(positions.value, within: max(0, time.inSeconds)).map { Share($0.withinAny) }
  }
}

extension TieredQueue {
  /// The rates of the queue, per second.
  struct Rates {
    var arrivals: [Double]
    /// Σ of the arrivals of the tiers up to each.
    var upTo: [Double]
    /// n/h.
    var service: Double
    /// 1/patience; 0 without.
    var leaving: Double
  }

  var totalLoad: Double { loads.reduce(0) { $0 + $1.value } }

  func rates(_ positions: Double) -> Rates {
    let handle = max(1e-3, handleTime.inSeconds)
    let arrivals = loads.map { $0.value / handle }
    var sum = 0.0
    let upTo = arrivals.map { rate in
      sum += rate
      return sum
    }
    return Rates(
      arrivals: arrivals, upTo: upTo, service: positions / handle,
      leaving: patience.map { 1 / $0.inSeconds } ?? 0)
  }

  func figures(_ positions: Double, within time: Double) -> [Figures] {
    let positions = positions > 0 ? positions : 0
    let load = totalLoad
    guard load > 0 else { return loads.map { _ in .idle } }
    guard positions < .infinity, load < .infinity else {
      return loads.map { $0 > .zero && positions < .infinity ? .growing : .idle }
    }
    if patiences.contains(where: { $0 != patience }) {
      return figuresWithOwnPatience(positions, within: time)
    }
    return patience == nil
      ? figuresWithoutPatience(positions, within: time)
      : figuresWithPatience(positions, within: time)
  }

  private func figuresWithoutPatience(_ positions: Double, within time: Double) -> [Figures] {
    let rates = rates(positions)
    let stable = positions > totalLoad
    let queue = ErlangC(load: Erlangs(totalLoad), handleTime: handleTime)
    let waiting = stable ? queue.waitProbability(positions) : 1
    let occupancy = stable ? totalLoad / positions : 1
    return loads.indices.map { tier in
      let arrivals = rates.arrivals[tier]
      guard arrivals > 0 else { return .idle }
      guard rates.upTo[tier] < rates.service else { return .growing }
      let higher = rates.upTo[tier] - arrivals
      let wait = BusyPeriodWait(
        higher: higher / rates.service, upTo: rates.upTo[tier] / rates.service)
      var figures = Figures()
      figures.waitProbability = waiting
      figures.meanWait =
        waiting * rates.service / ((rates.service - higher) * (rates.service - rates.upTo[tier]))
      figures.answeredWait = figures.meanWait
      figures.meanQueue = arrivals * figures.meanWait
      figures.occupancy = occupancy
      let level = 1 - waiting * wait.shareWaiting(longerThan: time * rates.service)
      figures.offered = level
      figures.answered = level
      figures.virtual = level
      figures.excludingShortAbandons = level
      figures.withinAny = level
      return figures
    }
  }

  private func figuresWithPatience(_ positions: Double, within time: Double) -> [Figures] {
    let rates = rates(positions)
    let all = QueueWeights(
      arrivals: rates.upTo.last ?? 0, service: rates.service, leaving: rates.leaving)
    let busy = all.busyProbability(positions: positions, load: totalLoad)
    var figures: [Figures] = []
    var abandoning = 0.0
    for tier in loads.indices {
      let arrivals = rates.arrivals[tier]
      guard arrivals > 0 else {
        figures.append(.idle)
        continue
      }
      let weights = QueueWeights(
        arrivals: rates.upTo[tier], service: rates.service, leaving: rates.leaving)
      let passage = WaitPassage(
        higher: rates.upTo[tier] - arrivals, service: rates.service, leaving: rates.leaving,
        start: weights)
      let figure = tierFigures(busy: busy, passage: passage, arrivals: arrivals, within: time)
      abandoning += figure.abandonment * arrivals
      figures.append(figure)
    }
    let answered = (rates.upTo.last ?? 0) - abandoning
    let occupancy = rates.service > 0 ? min(1, max(0, answered / rates.service)) : .nan
    for tier in figures.indices where rates.arrivals[tier] > 0 {
      figures[tier].occupancy = occupancy
    }
    return figures
  }

  func tierFigures(
    busy: Double, passage: WaitPassage, arrivals: Double, within time: Double
  ) -> Figures {
    var figures = Figures()
    figures.waitProbability = busy
    figures.abandonment = busy * (1 - passage.served)
    figures.meanWait = figures.abandonment / passage.own
    figures.meanQueue = arrivals * figures.meanWait
    let answered = 1 - figures.abandonment
    figures.answeredWait = answered > 0 ? busy * passage.servedWait / answered : .nan
    let (virtual, served) = passage.shares(within: time)
    figures.virtual = 1 - busy * (1 - virtual)
    figures.offered = 1 - busy * (1 - served)
    figures.answered = answered > 0 ? min(1, figures.offered / answered) : .nan
    figures.withinAny = 1 - busy * (1 - virtual) * exp(-passage.own * time)
    let left = figures.withinAny - figures.offered
    figures.excludingShortAbandons = left < 1 ? min(1, figures.offered / (1 - left)) : .nan
    return figures
  }
}
