internal import Foundation
internal import Units

extension ErlangA {
  func figures(_ positions: Double, within time: Double) -> Figures {
    let load = load.value
    let time = max(0, time)
    let positions = positions > 0 ? positions : 0
    guard load > 0 else { return .idle }
    guard patienceSeconds.isFinite, seconds > 0, load.isFinite, positions < .infinity else {
      return ErlangC(load: self.load, handleTime: handleTime).figures(positions, within: time)
    }
    guard positions > 0 else { return withoutPositions(time) }
    guard patienceSeconds > 0 else { return withoutPatience(positions, time) }
    let arriving = load * patienceSeconds / seconds
    let freed = positions * patienceSeconds / seconds
    guard arriving < 1e100, freed < .infinity else {
      return ErlangC(load: self.load, handleTime: handleTime).figures(positions, within: time)
    }
    let loss = LossSeries(servers: positions, load: load)
    if !WaitingSeries.suits(freed: freed, arriving: arriving) {
      let waiting = WaitingIntegral(freed: freed, arriving: arriving)
      let states = WaitingStates(
        sum: waiting.sum, answered: waiting.answered, queue: waiting.queue, wait: waiting.wait,
        logScale: waiting.logScale)
      let late = WaitingIntegral(freed: freed, arriving: arriving, from: time / patienceSeconds)
      return figures(
        positions, freed, arriving, loss, states,
        LateShare(
          sum: late.sum, answered: freed * late.answered, logWeight: late.logScale,
          staying: exp(-time / patienceSeconds)))
    }
    let waiting = WaitingSeries(freed: freed, arriving: arriving)
    let states = WaitingStates(
      sum: waiting.sum, answered: waiting.answered, queue: waiting.queue, wait: waiting.wait,
      logScale: waiting.logScale)
    guard time > 0 else {
      let atOnce = LateShare(
        sum: waiting.sum, answered: freed * waiting.answered, logWeight: waiting.logScale,
        staying: 1)
      return figures(positions, freed, arriving, loss, states, atOnce)
    }
    return figures(
      positions, freed, arriving, loss, states, late(time, freed, arriving))
  }

  /// Those who have to wait longer than `time`: Σ r_k I_x(c, k+1) = e^(y−z) x^c Σ z^k/((c+1)…(c+k)),
  /// with x = e^(−T/p) and z = x y, and likewise for c + 1. Here x^c is e^(−n T/h), which may be a
  /// number where x is not.
  private func late(
    _ time: Double, _ freed: Double, _ arriving: Double
  ) -> LateShare {
    let elapsed = time / patienceSeconds
    let staying = exp(-elapsed)
    let logWeight = WaitingIntegral.exponent(at: elapsed, freed: freed, arriving: arriving)
    let arrivingLate = arriving * staying
    if logWeight < -100, arrivingLate < freed {
      return LateShare(sum: 0, answered: 0, logWeight: 0, staying: staying)
    }
    let series = LateSeries(freed: freed, arriving: arrivingLate)
    return LateShare(
      sum: series.sum, answered: freed * staying * series.answered,
      logWeight: logWeight + series.logScale, staying: staying)
  }

  private func figures(
    _ positions: Double, _ freed: Double, _ arriving: Double, _ loss: LossSeries,
    _ waiting: WaitingStates, _ late: LateShare
  ) -> Figures {
    let logScale = max(loss.logScale, waiting.logScale)
    let free = loss.rest * (loss.logScale < logScale ? exp(loss.logScale - logScale) : 1)
    let scale = waiting.logScale < logScale ? exp(waiting.logScale - logScale) : 1
    let total = free + scale * waiting.sum
    let answered = min(1, (free + scale * freed * waiting.answered) / total)
    let abandonment = min(1, scale * waiting.queue / (arriving * total))
    let lateScale = exp(late.logWeight - logScale) / total
    let virtualLate = min(1, lateScale * late.sum)
    let answeredLate = lateScale * late.answered
    let offered =
      late.staying == 1
      ? free / total : max(0, min(answered, answered - answeredLate))
    let staysLate = virtualLate * late.staying
    return Figures(
      waitProbability: min(1, scale * waiting.sum / total),
      abandonment: abandonment,
      answeredWait: patienceSeconds * scale * freed * waiting.wait / (total * answered),
      meanWait: patienceSeconds * abandonment,
      offered: offered,
      answered: min(1, offered / answered),
      virtual: 1 - virtualLate,
      excludingShortAbandons: offered > 0 ? offered / (offered + staysLate) : 0,
      withinAny: 1 - staysLate,
      occupancy: min(1, load.value * answered / positions),
      meanQueue: scale * waiting.queue / total)
  }

  /// Nobody is answered; who comes leaves when patience ends.
  private func withoutPositions(_ time: Double) -> Figures {
    let gone = patienceSeconds > 0 ? -expm1(-time / patienceSeconds) : 1
    return Figures(
      waitProbability: 1, abandonment: 1, answeredWait: .nan, meanWait: patienceSeconds, offered: 0,
      answered: .nan, virtual: 0, excludingShortAbandons: 0, withinAny: gone, occupancy: .nan,
      meanQueue: load.value * patienceSeconds / seconds)
  }

  /// Who is not answered at once leaves: the loss system. A caller who would stay all the same waits
  /// for the next position that comes free.
  private func withoutPatience(_ positions: Double, _ time: Double) -> Figures {
    let lost = ErlangB.blocking(positions, load.value)
    let answered = ErlangB.carried(positions, load.value) / load.value
    return Figures(
      waitProbability: lost, abandonment: lost, offered: answered,
      virtual: 1 - lost * exp(-positions * time / seconds),
      occupancy: min(1, load.value * answered / positions))
  }
}

/// The sums over the states in which somebody waits; see ``WaitingSeries``.
private struct WaitingStates {
  let sum: Double
  let answered: Double
  let queue: Double
  let wait: Double
  let logScale: Double
}

/// Those who have to wait longer than a time: their weight, that of those who are answered all the
/// same, the logarithm of the scale of both, and the share whose patience lasts that long.
private struct LateShare {
  let sum: Double
  let answered: Double
  let logWeight: Double
  let staying: Double
}
