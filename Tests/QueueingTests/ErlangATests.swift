import Foundation
import TestSupport
import Testing
import Units

@testable import Queueing

@Suite("Erlang A")
struct ErlangATests {
  @Test("One position, one erlang, patience of one handle time: the weights are those of Poisson")
  func onePosition() {
    // States 0, 1, 2, …: births λ, deaths k μ, so P(0) = e⁻¹, P(wait) = 1 − e⁻¹; the mean queue is
    // 1 − P(wait) = e⁻¹, all of it leaves at the rate μ = λ: a share e⁻¹ of the contacts.
    let queue = ErlangA(load: Erlangs(1), handleTime: .seconds(60), patience: .seconds(60))
    let performance = queue.performance(with: Positions(1), within: .seconds(20))
    let inverse = exp(-1.0)
    #expect(abs(performance.waitProbability.value - (1 - inverse)) < 1e-14)
    #expect(abs(performance.abandonment.value - inverse) < 1e-14)
    #expect(abs((performance.meanQueue?.value ?? 0) - inverse) < 1e-14)
    #expect(abs((performance.meanWait?.inSeconds ?? 0) - 60 * inverse) < 1e-12)
    #expect(abs((performance.occupancy?.value ?? 0) - (1 - inverse)) < 1e-14)
    #expect(performance.isStable)
  }

  @Test("Service levels by the five definitions differ as in the reference of 50 positions")
  func fiveDefinitions() throws {
    let queue = ErlangA(load: Erlangs(48), handleTime: .seconds(60), patience: .seconds(120))
    let levels = queue.performance(with: Positions(50), within: .seconds(20)).serviceLevels
    let expected: [ServiceLevelDefinition: Double] = [
      .offered: 0.9430, .answered: 0.9731, .virtual: 0.9679, .excludingShortAbandons: 0.9720,
      .withinAny: 0.9729,
    ]
    for definition in ServiceLevelDefinition.allCases {
      let level = try #require(levels[definition]).value
      #expect(abs(level - (expected[definition] ?? 0)) < 5e-5, "\(definition.rawValue)")
    }
  }

  @Test("Sums and integrals agree where both can be had", arguments: [0.7, 0.97, 1.0, 1.05, 1.4])
  func sumsAndIntegrals(ratio: Double) {
    for freed in [0.5, 8, 130, 1500] {
      let series = WaitingSeries(freed: freed, arriving: freed * ratio)
      let integral = WaitingIntegral(freed: freed, arriving: freed * ratio)
      let scale = exp(integral.logScale - series.logScale)
      #expect(abs(integral.sum * scale / series.sum - 1) < 1e-11)
      #expect(abs(integral.answered * scale / series.answered - 1) < 1e-11)
      #expect(abs(integral.queue * scale / series.queue - 1) < 1e-11)
      #expect(abs(integral.wait * scale / series.wait - 1) < 1e-11)
    }
  }

  @Test("As patience grows Erlang A becomes Erlang C")
  func endlessPatience() throws {
    let patient = ErlangC(load: Erlangs(20), handleTime: .seconds(180))
    let reference = patient.figures(23, within: 30)
    var last = Double.infinity
    for patience in [60, 1e3, 1e5, 1e7, 1e9, 1e11] {
      let queue = ErlangA(
        load: Erlangs(20), handleTime: .seconds(180), patience: .seconds(patience))
      let figures = queue.figures(23, within: 30)
      let distance = abs(figures.offered - reference.offered)
      #expect(distance < last)
      #expect(figures.answeredWait < reference.answeredWait)
      last = distance
    }
    #expect(last < 1e-8)
    let endless = ErlangA(load: Erlangs(20), handleTime: .seconds(180), patience: nil)
    #expect(endless.figures(23, within: 30) == reference)
    #expect(endless.figures(20, within: 30) == .growing)
  }

  @Test("As patience vanishes Erlang A becomes the loss system")
  func noPatience() {
    let lost = ErlangB(load: Erlangs(20)).blocking(with: Positions(23)).value
    let none = ErlangA(load: Erlangs(20), handleTime: .seconds(180), patience: .zero)
    let figures = none.figures(23, within: 30)
    #expect(figures.abandonment == lost)
    #expect(abs(figures.offered - (1 - lost)) < 1e-15)
    #expect(figures.answeredWait == 0)
    #expect(figures.answered == 1)
    let little = ErlangA(load: Erlangs(20), handleTime: .seconds(180), patience: .seconds(1e-9))
    #expect(abs(little.figures(23, within: 30).abandonment - lost) < 1e-9)
    #expect(abs(little.figures(23, within: 30).virtual - figures.virtual) < 1e-9)
  }

  @Test("Without positions everybody leaves, and shares of the answered have no value")
  func withoutPositions() {
    let queue = ErlangA(load: Erlangs(5), handleTime: .seconds(180), patience: .seconds(60))
    for positions in [0, -3, .nan] {
      let performance = queue.performance(with: Positions(positions), within: .seconds(20))
      #expect(performance.abandonment == .whole)
      #expect(performance.averageSpeedOfAnswer == nil)
      #expect(performance.serviceLevels.answered == nil)
      #expect(performance.serviceLevels.offered == .zero)
      #expect(performance.occupancy == nil)
      #expect(performance.meanWait == .seconds(60))
      let left = performance.serviceLevels.withinAny?.value ?? 0
      #expect(abs(left - (1 - exp(-20.0 / 60))) < 1e-15)
    }
  }

  @Test(
    "Sizes far from any contact centre give figures within their bounds",
    arguments: [1e-12, 1e-3, 0.5, 40, 1e6, 1e9])
  func extremes(load: Double) {
    for patience in [1e-6, 1, 300, 1e6, 1e12] {
      let queue = ErlangA(
        load: Erlangs(load), handleTime: .seconds(200), patience: .seconds(patience))
      for positions in [1e-9, 0.3, 1, load * 0.5, load * 0.999, load, load * 1.001, load * 3, 1e13]
      {
        for time in [0, 1e-6, 20, 1e5, 1e12] {
          let figures = queue.figures(positions, within: time)
          let shares = [
            figures.waitProbability, figures.abandonment, figures.offered, figures.answered,
            figures.virtual, figures.excludingShortAbandons, figures.withinAny, figures.occupancy,
          ]
          for share in shares {
            #expect(
              share >= 0 && share <= 1, "\(positions) for \(load), \(patience) s, \(time) s")
          }
          #expect(figures.answeredWait >= 0 && figures.answeredWait.isFinite)
          #expect(figures.meanQueue >= 0 && figures.meanQueue.isFinite)
          #expect(figures.offered <= figures.answered + 1e-12)
          #expect(figures.offered <= figures.withinAny + 1e-12)
        }
      }
    }
  }

  @Test("Input that is not a number never comes back as one that looks right")
  func notANumber() {
    let queue = ErlangA(load: Erlangs(.nan), handleTime: .seconds(180), patience: .seconds(60))
    #expect(queue.figures(3, within: 20) == .idle)
    #expect(queue.figures(.nan, within: .nan) == .idle)
    let huge = ErlangA(load: Erlangs(.infinity), handleTime: .seconds(180), patience: .seconds(60))
    #expect(huge.figures(3, within: 20).isStable == false)
    let instant = ErlangA(load: Erlangs(2), handleTime: .zero, patience: .seconds(60))
    #expect(instant.figures(3, within: 20).offered == 1)
  }
}

@Suite("Properties of Erlang A")
struct ErlangAPropertyTests {
  private struct Case {
    let queue: ErlangA
    let positions: Double
    let time: Double
  }

  private func cases(_ count: Int, seed: UInt64) -> [Case] {
    var random = SplitMix(state: seed)
    return (0..<count).map { _ in
      let load = exp(Double.random(in: log(0.05)...log(1500), using: &random))
      let queue = ErlangA(
        load: Erlangs(load), handleTime: .seconds(Double.random(in: 20...1200, using: &random)),
        patience: .seconds(exp(Double.random(in: log(2)...log(5000), using: &random))))
      return Case(
        queue: queue, positions: load * Double.random(in: 0.3...1.5, using: &random),
        time: Double.random(in: 0...120, using: &random))
    }
  }

  @Test("A little more of a position never makes anything worse")
  func positionsHelp() {
    for item in cases(250, seed: 21) {
      let before = item.queue.figures(item.positions, within: item.time)
      let after = item.queue.figures(item.positions * 1.01 + 0.01, within: item.time)
      #expect(after.waitProbability < before.waitProbability + 1e-13)
      #expect(after.abandonment < before.abandonment + 1e-13)
      #expect(after.answeredWait <= before.answeredWait * (1 + 1e-11))
      #expect(after.occupancy < before.occupancy + 1e-13)
      for definition in ServiceLevelDefinition.allCases {
        #expect(after[definition] > before[definition] - 1e-12, "\(definition.rawValue)")
      }
    }
  }

  @Test("What comes in is answered or leaves, and Little's law holds for those who wait")
  func balance() {
    for item in cases(250, seed: 22) {
      let figures = item.queue.figures(item.positions, within: item.time)
      let load = item.queue.load.value
      let answered = figures.occupancy * item.positions / load
      #expect(abs(answered + figures.abandonment - 1) < 1e-11)
      let rate = load / item.queue.seconds
      #expect(abs(rate * figures.meanWait - figures.meanQueue) < 1e-11 * (1 + figures.meanQueue))
    }
  }

  @Test("More contacts never need fewer positions, and a tighter target never fewer")
  func loadCosts() throws {
    var random = SplitMix(state: 23)
    for item in cases(80, seed: 24) {
      let conditions = ServiceConditions(
        serviceLevel: Share(Double.random(in: 0.3...0.97, using: &random)),
        definition: ServiceLevelDefinition.allCases.randomElement(using: &random) ?? .offered,
        within: .seconds(item.time), abandonment: Share(0.08))
      let need = try item.queue.positions(meeting: conditions).positions
      let busier = try item.queue.scalingVolume(by: 1.02).positions(meeting: conditions)
      #expect(need == .zero || busier.positions > need)
      var tighter = conditions
      tighter.serviceLevel = conditions.serviceLevel.map { Share(1 - (1 - $0.value) * 0.9) }
      #expect(try item.queue.positions(meeting: tighter).positions >= need * (1 - 1e-9))
    }
  }

  @Test("With the positions required the conditions hold, with a trace fewer one fails")
  func leastPositions() throws {
    for item in cases(80, seed: 25) {
      let conditions = ServiceConditions(
        serviceLevel: Share(0.8), within: .seconds(item.time),
        averageSpeedOfAnswer: .seconds(15), abandonment: Share(0.1), maximumOccupancy: Share(0.9))
      let required = try item.queue.positions(meeting: conditions)
      let binding = try #require(required.binding)
      let search = ConditionSearch(item.queue, conditions)
      let need = required.positions.value
      for condition in ServiceCondition.allCases where search.isGiven(condition) {
        let margin = search.margin(of: condition) { item.queue.figures(need, within: $0) }
        #expect(margin <= 1e-9)
      }
      let less = search.margin(of: binding) { item.queue.figures(need * (1 - 1e-7), within: $0) }
      #expect(less > 0)
    }
  }

  @Test("Volume, handle time and positions are one question asked three ways")
  func bothWays() throws {
    for item in cases(25, seed: 26) {
      let conditions = ServiceConditions(
        serviceLevel: Share(0.8), within: .seconds(item.time), abandonment: Share(0.06))
      let need = try item.queue.positions(meeting: conditions)
      let volume = try item.queue.largestVolume(
        with: need.positions, meeting: conditions, during: .seconds(1800))
      #expect(abs(volume.load.value / item.queue.load.value - 1) < 1e-6)
      #expect(volume.binding == need.binding)
      let length = try item.queue.largestHandleTime(with: need.positions, meeting: conditions)
      #expect(abs(length.factor - 1) < 1e-6)
      #expect(length.binding == need.binding)
    }
  }

  @Test("The wait that a share does not exceed is exceeded by the rest")
  func percentiles() throws {
    for item in cases(40, seed: 27) {
      for share in [0.5, 0.9, 0.99] {
        let positions = Positions(item.positions)
        let wait = try #require(item.queue.wait(notExceededBy: Share(share), with: positions))
        let reached = item.queue.shareWaiting(atMost: wait, with: positions).value
        #expect(wait == .zero ? reached >= share : abs(reached - share) < 1e-9)
      }
    }
  }
}
