import Foundation
import Testing
import Units

@testable import Queueing

/// What calculators in use today answer wrongly, each seen in one of them; here the right answers.
@Suite("What other calculators answer wrongly")
struct KnownDefectTests {
  private func queue(_ load: Double, _ seconds: Double = 180) -> ErlangC {
    ErlangC(load: Erlangs(load), handleTime: .seconds(seconds))
  }

  private func leaving(_ load: Double, _ seconds: Double, patience: Double) -> ErlangA {
    ErlangA(load: Erlangs(load), handleTime: .seconds(seconds), patience: .seconds(patience))
  }

  @Test("Eleven positions suffice for 10.5 erlangs at 10 % at once in 20 s: not twelve")
  func elevenSuffice() throws {
    let queue = queue(10.5)
    let required = try queue.positions(
      meeting: ServiceConditions(serviceLevel: .percent(10), within: .seconds(20)))
    #expect(required.wholePositions == Positions(11))
    #expect(abs(queue.serviceLevel(11, within: 20) - 0.212) < 5e-4)
  }

  @Test("One position suffices for 0.6 erlangs at 30 %: not two")
  func oneSuffices() throws {
    let queue = queue(0.6)
    let required = try queue.positions(
      meeting: ServiceConditions(serviceLevel: .percent(30), within: .seconds(20)))
    #expect(required.wholePositions == Positions(1))
    #expect(queue.serviceLevel(1, within: 20) > 0.3)
  }

  @Test("Nine positions for 10 erlangs: everybody waits, the probability is 1 and not 1.42")
  func noProbabilityAboveOne() {
    let performance = queue(10).performance(with: Positions(9), within: .seconds(20))
    #expect(performance.waitProbability == .whole)
    #expect(!performance.isStable)
  }

  @Test("Twelve servers of ten erlangs, the two mixed up: still 1, and not 1.86")
  func noProbabilityAboveOneEither() {
    #expect(queue(12).performance(with: Positions(10), within: .zero).waitProbability == .whole)
  }

  @Test("Eight positions for 10 erlangs are fully occupied: not at 125 %")
  func noOccupancyAboveOne() {
    let performance = queue(10).performance(with: Positions(8), within: .seconds(20))
    #expect(performance.occupancy == .whole)
  }

  @Test("Nine positions for 10 erlangs: no mean wait, and not −180 s")
  func noNegativeWait() {
    let performance = queue(10).performance(with: Positions(9), within: .seconds(20))
    #expect(performance.averageSpeedOfAnswer == nil)
    #expect(performance.meanQueue == nil)
  }

  @Test("As many positions as erlangs: unstable, and no division by zero")
  func asManyAsErlangs() {
    let performance = queue(10).performance(with: Positions(10), within: .seconds(20))
    #expect(!performance.isStable)
    #expect(performance.serviceLevels == ServiceLevels(all: .zero))
  }

  @Test("No positions are no positions: nothing is answered, no optimum is put in their place")
  func noPositions() {
    let performance = queue(10).performance(with: .zero, within: .seconds(20))
    #expect(performance.serviceLevels.offered == .zero)
    #expect(performance.positions == .zero)
  }

  @Test("An interval without contacts needs nobody, and does not end the day")
  func emptyInterval() throws {
    let conditions = ServiceConditions(
      serviceLevel: .percent(80), within: .seconds(20), maximumOccupancy: .percent(85))
    let day: [Double] = [40, 0, 55]
    let needed = try day.map { calls in
      try ErlangC(
        volume: ContactVolume(calls), handleTime: .seconds(180), during: .seconds(1800)
      ).positions(meeting: conditions).wholePositions.value
    }
    #expect(needed[1] == 0)
    #expect(needed[0] > 4 && needed[2] > 5)
    let idle = queue(0).performance(with: .zero, within: .seconds(20))
    #expect(idle.serviceLevels == ServiceLevels(all: .whole))
  }

  @Test("An occupancy of 0 is refused with a reason, and no division by zero")
  func noOccupancyAtAll() {
    #expect(throws: UnreachableTarget(condition: .occupancy)) {
      try queue(6.3).positions(meeting: ServiceConditions(maximumOccupancy: .zero))
    }
  }

  @Test("Ten and a half positions have their own answer, between ten and eleven")
  func fractions() {
    let queue = queue(9)
    let levels = [10, 10.5, 11].map { queue.serviceLevel($0, within: 20) }
    #expect(levels[0] < levels[1] && levels[1] < levels[2])
  }

  @Test("6.3 erlangs at an occupancy of 70 % need 9 positions, with and without patience")
  func guardedCeiling() throws {
    let cap = ServiceConditions(maximumOccupancy: .percent(70))
    #expect(try queue(6.3).positions(meeting: cap).wholePositions == Positions(9))
    // Who leaves is not handled: a little less is enough.
    let less = try leaving(6.3, 180, patience: 60).positions(meeting: cap).positions.value
    #expect(less < 9 && less > 8)
  }

  @Test("100 % answered in time is refused: not 20 positions as if they reached it")
  func wholeServiceLevel() {
    for conditions in [
      ServiceConditions(serviceLevel: .whole, within: .seconds(20)),
      ServiceConditions(waitPercentile: WaitPercentile(.whole, waitingAtMost: .seconds(20))),
    ] {
      #expect(throws: UnreachableTarget.self) { try queue(1.5).positions(meeting: conditions) }
      #expect(throws: UnreachableTarget.self) {
        try leaving(1.5, 180, patience: 60).positions(meeting: conditions)
      }
    }
  }

  @Test("No abandonment at all is refused where people leave, and granted where nobody does")
  func noAbandonment() throws {
    let conditions = ServiceConditions(abandonment: .zero)
    #expect(throws: UnreachableTarget(condition: .abandonment)) {
      try leaving(6.3, 180, patience: 60).positions(meeting: conditions)
    }
    #expect(try queue(6.3).positions(meeting: conditions).binding == nil)
  }

  @Test("Loss of 132 servers at 123 erlangs is 3.124 %: not 3.46 %")
  func lossOfManyServers() {
    let blocking = ErlangB(load: Erlangs(123)).blocking(with: Positions(132)).value
    #expect(abs(blocking - 0.03124) < 5e-6)
  }

  @Test("A small loss is a small number, not 0: 212 servers at 150 erlangs lose 3.25 in 10⁷")
  func smallLoss() {
    let blocking = ErlangB(load: Erlangs(150)).blocking(with: Positions(212)).value
    #expect(abs(blocking - 3.25e-7) < 5e-10)
  }

  @Test("Without servers everything is lost: not 90.9 %")
  func noServers() {
    #expect(ErlangB(load: Erlangs(10)).blocking(with: .zero) == .whole)
  }

  @Test("A tenth of an erlang has an answer")
  func tenthOfAnErlang() throws {
    let required = try queue(0.1).positions(
      meeting: ServiceConditions(serviceLevel: .percent(80), within: .seconds(20)))
    #expect(required.wholePositions == Positions(1))
  }

  @Test("2,000 erlangs on 2,000 positions: 1.131 % leave, not 0")
  func abandonmentOfTwoThousand() {
    // The state space does not end at 500.
    let figures = leaving(2000, 180, patience: 60).figures(2000, within: 20)
    #expect(figures.abandonment > 0.005 && figures.abandonment < 0.03)
    let minute = leaving(600, 180, patience: 60).figures(560, within: 20)
    #expect(abs(minute.abandonment - 0.0701) < 5e-4)
    let patient = leaving(300, 180, patience: 36_000).figures(300, within: 20)
    #expect(abs(patient.abandonment - 0.003042) < 5e-5)
  }

  @Test("Service within 20 s of 50 positions at 48 erlangs is 94.3 %: not 85.3 %")
  func serviceOfErlangA() {
    let queue = leaving(48, 60, patience: 120)
    #expect(abs(queue.figures(50, within: 20).offered - 0.943) < 5e-4)
    #expect(abs(queue.figures(50, within: 5).offered - 0.710) < 5e-4)
  }

  @Test("The wait of the answered is not that of all over the share answered")
  func speedOfAnswer() {
    let figures = leaving(48, 60, patience: 120).figures(50, within: 20)
    #expect(abs(figures.answeredWait - 3.616) < 5e-4)
    #expect(abs(figures.meanWait / (1 - figures.abandonment) - 3.828) < 5e-4)
  }

  @Test("3 % may leave: 591 positions for 600 erlangs, not 600")
  func fewerThanTheLoad() throws {
    let queue = leaving(600, 180, patience: 60)
    let required = try queue.positions(meeting: ServiceConditions(abandonment: .percent(3)))
    #expect(required.wholePositions == Positions(591))
    #expect(abs(queue.figures(590, within: 0).abandonment - 0.03057) < 5e-6)
    #expect(abs(queue.figures(591, within: 0).abandonment - 0.02949) < 5e-6)
  }

  @Test("80/20 with a minute of patience: 173 positions for 200 erlangs, not 200")
  func muchFewerThanTheLoad() throws {
    let queue = leaving(200, 180, patience: 60)
    let required = try queue.positions(
      meeting: ServiceConditions(serviceLevel: .percent(80), within: .seconds(20)))
    #expect(required.wholePositions == Positions(173))
    #expect(abs(queue.figures(172, within: 20).offered - 0.7926) < 5e-5)
    #expect(abs(queue.figures(173, within: 20).offered - 0.8023) < 5e-5)
  }

  @Test("What is asked later does not depend on what was asked before")
  func noMemory() throws {
    let conditions = ServiceConditions(serviceLevel: .percent(80), within: .seconds(20))
    let first = try queue(48).positions(meeting: conditions)
    _ = try queue(48).positions(meeting: ServiceConditions(maximumOccupancy: .percent(50)))
    #expect(try queue(48).positions(meeting: conditions) == first)
  }
}
