import Foundation
import Testing
import Units

@testable import Queueing

@Suite("Finite queues, redials and uncertain rates")
struct RelatedQueueTests {
  private let patient = ErlangA(load: Erlangs(10), handleTime: .seconds(180), patience: nil)
  private let leaving = ErlangA(
    load: Erlangs(10), handleTime: .seconds(180), patience: .seconds(60))

  @Test("Without places a finite queue is the loss system")
  func noPlaces() {
    let lost = ErlangB(load: Erlangs(10)).blocking(with: Positions(12)).value
    for queue in [patient, leaving] {
      let figures = FiniteQueue(queue, places: 0).figures(12, within: 20)
      #expect(abs(figures.blocking - lost) < 1e-15)
      #expect(figures.waitProbability == 0)
      #expect(figures.abandonment == 0)
      #expect(abs(figures.offered - (1 - lost)) < 1e-15)
    }
  }

  @Test("One position, one place, one erlang: a third is turned away")
  func onePlace() {
    // Three states, equally likely: free, busy, busy and one waiting.
    let queue = FiniteQueue(load: Erlangs(1), handleTime: .seconds(60), places: 1)
    let performance = queue.performance(with: Positions(1), within: .seconds(60))
    #expect(abs(performance.blocking.value - 1.0 / 3) < 1e-15)
    #expect(abs(performance.waitProbability.value - 1.0 / 3) < 1e-15)
    #expect(abs((performance.meanWait?.inSeconds ?? 0) - 30) < 1e-12)
    // Half of those let in wait, (1 − 1/e) of them at most a handle time.
    let level = (1 + (1 - exp(-1.0))) / 3
    #expect(abs((performance.serviceLevels.offered?.value ?? 0) - level) < 1e-14)
    let share = queue.shareWaiting(atMost: .seconds(60), with: Positions(1)).value
    #expect(abs(share - level * 1.5) < 1e-14)
  }

  @Test("With many places a finite queue is the endless one")
  func manyPlaces() {
    for (queue, positions) in [(patient, 11.0), (leaving, 11), (leaving, 6.5)] {
      let endless = queue.figures(positions, within: 20)
      var last = Double.infinity
      for places in [2, 8, 32, 128, 512, 100_000] {
        let figures = FiniteQueue(queue, places: places).figures(positions, within: 20)
        let distance = abs(figures.answeredWait - endless.answeredWait)
        #expect(distance <= last + 1e-10)
        last = distance
      }
      #expect(last < 1e-9)
      let figures = FiniteQueue(queue, places: 100_000).figures(positions, within: 20)
      for definition in ServiceLevelDefinition.allCases {
        #expect(abs(figures[definition] - endless[definition]) < 1e-11)
      }
      #expect(figures.blocking == 0)
    }
  }

  @Test("A finite queue has an answer for no, tiny, endless and senseless positions")
  func finiteExtremes() {
    for queue in [patient, leaving, leaving.offered(Erlangs(1e6))] {
      for places in [-1, 0, 1, 500] {
        let finite = FiniteQueue(queue, places: places)
        for positions in [-1, .nan, 0, 1e-9, 0.5, 9.5, 1e3, 1e12, .infinity] {
          let figures = finite.figures(positions, within: 20)
          for share in [
            figures.waitProbability, figures.abandonment, figures.blocking, figures.offered,
            figures.virtual, figures.excludingShortAbandons, figures.withinAny,
          ] {
            #expect(share >= 0 && share <= 1 + 1e-12, "\(positions), \(places)")
          }
          let rest = 1 - figures.abandonment - figures.blocking
          #expect(rest > -1e-12)
        }
      }
    }
  }

  @Test("Fewest positions for a share turned away, whole and real")
  func blocking() throws {
    let queue = FiniteQueue(leaving, places: 3)
    let conditions = ServiceConditions(
      serviceLevel: .percent(70), within: .seconds(20), blocking: .percent(2))
    let required = try queue.positions(meeting: conditions)
    #expect(required.binding == .blocking)
    let need = required.positions.value
    #expect(abs(queue.figures(need, within: 0).blocking - 0.02) < 1e-10)
    #expect(queue.figures(need, within: 20).offered > 0.7)
    #expect(throws: UnreachableTarget(condition: .blocking)) {
      try queue.positions(meeting: ServiceConditions(blocking: .zero))
    }
  }

  @Test("If nobody dials again a redial queue is Erlang A")
  func noRedials() {
    let queue = RedialQueue(leaving, redialing: .zero)
    #expect(queue.figures(10, within: 20) == leaving.figures(10, within: 20))
    let outcome = queue.redials(with: Positions(10), within: .seconds(20))
    #expect(outcome.attemptsPerContact == 1)
    #expect(outcome.lostCustomers == outcome.perAttempt.abandonment)
  }

  @Test("Attempts, redials and the customers lost add up")
  func redialBalance() throws {
    var last = 1.0
    for share in [0.1, 0.5, 0.9, 1] {
      let queue = RedialQueue(leaving, redialing: Share(share))
      let outcome = queue.redials(with: Positions(11), within: .seconds(20))
      let attempts = try #require(outcome.attemptsPerContact)
      let lost = try #require(outcome.lostCustomers).value
      #expect(attempts > last)
      let abandonment = outcome.perAttempt.abandonment.value
      #expect(abs(attempts - (1 + share * attempts * abandonment)) < 1e-11)
      // Who is not lost is answered once.
      #expect(abs(attempts * (1 - abandonment) + lost - 1) < 1e-11)
      last = attempts
    }
  }

  @Test("If everybody dials again, more positions than erlangs are needed")
  func everybodyRedials() throws {
    let queue = RedialQueue(leaving, redialing: .whole)
    #expect(!queue.redials(with: Positions(10), within: .zero).isFeasible)
    let performance = queue.performance(with: Positions(10), within: .seconds(20))
    #expect(!performance.isStable)
    #expect(performance.averageSpeedOfAnswer == nil)
    let required = try queue.positions(
      meeting: ServiceConditions(serviceLevel: .percent(80), within: .seconds(20)))
    let plain = try leaving.positions(
      meeting: ServiceConditions(serviceLevel: .percent(80), within: .seconds(20)))
    #expect(required.positions.value > 10)
    #expect(required.positions > plain.positions)
  }

  @Test("Uncertainty costs service, and without any the forecast's answer stays")
  func uncertainty() throws {
    let queue = leaving.offered(Erlangs(50))
    let certain = queue.performance(with: Positions(50), within: .seconds(20))
    #expect(
      UncertainLoad(queue, variation: 0).performance(with: Positions(50), within: .seconds(20))
        == certain)
    var last = try #require(certain.serviceLevels.offered)
    for variation in [0.02, 0.1, 0.3, 1, 3, 30] {
      let mixed = UncertainLoad(queue, variation: variation)
        .performance(with: Positions(50), within: .seconds(20))
      let level = try #require(mixed.serviceLevels.offered)
      #expect(level < last && level > .zero)
      last = level
      let answered = 1 - mixed.abandonment.value
      #expect(abs((mixed.occupancy?.value ?? 0) - answered) < 1e-9)
    }
    let near = UncertainLoad(queue, variation: 1e-3)
      .performance(with: Positions(50), within: .seconds(20))
    #expect(abs(near.abandonment.value - certain.abandonment.value) < 1e-5)
  }

  @Test("The weights of an uncertain rate are those of the gamma distribution")
  func gammaMoments() {
    for variation in [0.02, 0.3, 1, 2.5] {
      let rates = GammaRates(variation: variation, detail: 100)
      var (total, mean, square) = (0.0, 0.0, 0.0)
      for index in 0..<rates.count {
        let (factor, weight) = rates[index]
        total += weight
        mean += weight * factor
        square += weight * factor * factor
      }
      // Weighted by contacts: E[Λ²] = 1 + cv², E[Λ³] = (1 + cv²) (1 + 2 cv²).
      let second = 1 + variation * variation
      let third = second * (1 + 2 * variation * variation)
      #expect(abs(mean / total / second - 1) < 1e-10)
      #expect(abs(square / total / third - 1) < 1e-10)
    }
  }

  @Test("Positions for an uncertain load meet the target in the mean")
  func uncertainRequirement() throws {
    let queue = UncertainLoad(leaving.offered(Erlangs(50)), variation: 0.15)
    let conditions = ServiceConditions(serviceLevel: .percent(80), within: .seconds(20))
    let required = try queue.positions(meeting: conditions)
    let plain = try queue.forecast.positions(meeting: conditions)
    #expect(required.positions > plain.positions)
    let level =
      queue.performance(with: required.positions, within: .seconds(20))
      .serviceLevels.offered?.value ?? 0
    #expect(abs(level - 0.8) < 1e-9)
  }

  @Test("The square-root rule ends near the exact answer")
  func squareRootRule() {
    // Halfin and Whitt: α = 1/2 at β = 0.506.
    let patient = SquareRootRule(impatience: 0)
    #expect(abs(patient.waitProbability(0.506) - 0.5) < 1e-3)
    for (load, positions) in [(100.0, 104.0), (400, 390), (2000, 2040)] {
      let queue = leaving.offered(Erlangs(load))
      let rule = SquareRootRule(impatience: 3)
      let excess = (positions - load) / load.squareRoot()
      let exact = queue.figures(positions, within: 20)
      #expect(abs(rule.waitProbability(excess) - exact.waitProbability) < 0.03)
      let late = rule.lateProbability(excess, load: load, time: 20.0 / 180)
      #expect(abs(late - (1 - exact.virtual)) < 0.03)
      let missed = rule.missProbability(excess, load: load, time: 20.0 / 180)
      #expect(abs(missed - (1 - exact.offered)) < 0.03)
      let back = rule.excess(load: load, missing: missed, time: 20.0 / 180)
      #expect(abs(back - excess) < 0.05)
    }
  }
}
