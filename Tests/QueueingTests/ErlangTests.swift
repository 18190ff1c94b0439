import Foundation
import TestSupport
import Testing
import Units

@testable import Queueing

@Suite("Erlang's formulas")
struct ErlangTests {
  @Test("Two servers offered one erlang lose a fifth: (1/2) / (1 + 1 + 1/2)")
  func lossOfTwoServers() {
    let blocking = ErlangB(load: Erlangs(1)).blocking(with: Positions(2)).value
    #expect(abs(blocking - 0.2) < 1e-15)
  }

  @Test("Two positions offered one erlang make a third of the contacts wait")
  func waitForTwoPositions() {
    // C = (a²/2)(n/(n−a)) / (1 + a + (a²/2)(n/(n−a))) = 1 / 3; ASA = C h / (n − a) = 60 s.
    let queue = ErlangC(load: Erlangs(1), handleTime: .seconds(180))
    #expect(abs(queue.waitProbability(with: Positions(2)).value - 1.0 / 3) < 1e-15)
    let wait = queue.averageSpeedOfAnswer(with: Positions(2))
    #expect(abs((wait?.inSeconds ?? 0) - 60) < 1e-9)
    #expect(queue.occupancy(with: Positions(2)) == Share(0.5))
    #expect(abs((queue.meanQueue(with: Positions(2))?.value ?? 0) - 1.0 / 3) < 1e-12)
    // Those who wait wait 180 s on average: within 180 s all but C/e are answered.
    let level = queue.serviceLevel(with: Positions(2), within: .seconds(180)).value
    #expect(abs(level - (1 - 0.36787944117144233 / 3)) < 1e-12)
  }

  @Test("Half an erlang makes half the contacts wait for one position")
  func onePosition() {
    // M/M/1: P(wait) = a.
    let queue = ErlangC(load: Erlangs(0.5), handleTime: .seconds(60))
    #expect(abs(queue.waitProbability(with: Positions(1)).value - 0.5) < 1e-15)
  }

  @Test("Too few positions: everybody waits, without end, and no number is invented")
  func overload() {
    let queue = ErlangC(load: Erlangs(10), handleTime: .seconds(180))
    for positions in [0, 3, 9.999, 10] {
      let positions = Positions(positions)
      #expect(!queue.isStable(with: positions))
      #expect(queue.waitProbability(with: positions) == .whole)
      #expect(queue.serviceLevel(with: positions, within: .seconds(20)) == .zero)
      #expect(queue.occupancy(with: positions) == .whole)
      #expect(queue.averageSpeedOfAnswer(with: positions) == nil)
      #expect(queue.meanQueue(with: positions) == nil)
      #expect(queue.wait(notExceededBy: Share(0.5), with: positions) == nil)
    }
  }

  @Test("Nothing comes: nobody waits, and nobody is needed")
  func noLoad() throws {
    for load in [0, -3, .nan, 1e-300] {
      let queue = ErlangC(load: Erlangs(load), handleTime: .seconds(180))
      #expect(queue.serviceLevel(with: .zero, within: .zero) == .whole)
      #expect(queue.waitProbability(with: .zero) == .zero)
      #expect(queue.occupancy(with: .zero) == .zero)
      let required = try queue.positions(meeting: ServiceConditions(serviceLevel: .whole))
      #expect(required.positions == .zero)
      #expect(required.binding == nil)
      #expect(required.wholePositions == .zero)
    }
  }

  @Test("6.3 erlangs at an occupancy of 70 % need 9 positions, not 10")
  func guardedRounding() throws {
    let queue = ErlangC(load: Erlangs(6.3), handleTime: .seconds(180))
    let required = try queue.positions(
      meeting: ServiceConditions(maximumOccupancy: Share(0.7)))
    #expect(required.wholePositions == Positions(9))
    #expect(required.binding == .occupancy)
  }

  @Test("A target that no number of positions meets is refused, with what helps")
  func unreachable() {
    let queue = ErlangC(load: Erlangs(10), handleTime: .seconds(180))
    #expect(throws: UnreachableTarget(condition: .serviceLevel)) {
      try queue.positions(answering: .whole, within: .seconds(20))
    }
    #expect(throws: UnreachableTarget(condition: .averageSpeedOfAnswer)) {
      try queue.positions(meeting: ServiceConditions(averageSpeedOfAnswer: .zero))
    }
    #expect(throws: UnreachableTarget(condition: .occupancy)) {
      try queue.positions(meeting: ServiceConditions(maximumOccupancy: .zero))
    }
    #expect("\(UnreachableTarget(condition: .serviceLevel))".contains("below 100 %"))
  }

  @Test(
    "Sizes far from any contact centre give finite answers", arguments: [1e-12, 1e-3, 1e6, 1e9])
  func extremes(load: Double) throws {
    let queue = ErlangC(load: Erlangs(load), handleTime: .seconds(1))
    let positions = try queue.positions(answering: Share(0.999), within: .zero)
    #expect(positions.value.isFinite)
    #expect(positions.value > load)
    for servers in [-1, .nan, 1e-9, 0.5, load, load * 2, 1e12, .infinity] {
      let blocking = ErlangB(load: Erlangs(load)).blocking(with: Positions(servers)).value
      #expect(blocking >= 0 && blocking <= 1)
    }
  }
}

@Suite("Properties of Erlang C")
struct ErlangPropertyTests {

  @Test("More load never needs fewer positions, a tighter target never fewer")
  func monotone() throws {
    var random = SplitMix(state: 11)
    for _ in 0..<300 {
      let load = Double.random(in: 0.01...400, using: &random)
      let seconds = Double.random(in: 30...900, using: &random)
      let share = Double.random(in: 0.05...0.98, using: &random)
      let time = Double.random(in: 0...120, using: &random)
      func need(_ load: Double, _ share: Double, _ time: Double) throws -> Double {
        try ErlangC(load: Erlangs(load), handleTime: .seconds(seconds))
          .positions(answering: Share(share), within: .seconds(time)).value
      }
      let need0 = try need(load, share, time)
      #expect(try need(load * 1.01, share, time) > need0)
      #expect(try need(load, share + 0.01, time) > need0)
      #expect(try need(load, share, time + 5) < need0)
    }
  }

  @Test("The walk over whole positions ends where the real root, rounded up, is")
  func wholePositions() throws {
    var random = SplitMix(state: 13)
    for _ in 0..<2000 {
      let queue = ErlangC(
        load: Erlangs(exp(Double.random(in: -4...8, using: &random))),
        handleTime: .seconds(Double.random(in: 20...900, using: &random)))
      var conditions = ServiceConditions(
        serviceLevel: Share(Double.random(in: 0...0.99, using: &random)),
        within: .seconds(Double.random(in: 0...120, using: &random)))
      if Bool.random(using: &random) {
        conditions.maximumOccupancy = Share(Double.random(in: 0.5...1, using: &random))
      }
      if Bool.random(using: &random) {
        conditions.averageSpeedOfAnswer = .seconds(Double.random(in: 1...60, using: &random))
      }
      if Bool.random(using: &random) {
        conditions.waitPercentile = WaitPercentile(.percent(95), waitingAtMost: .seconds(90))
      }
      let whole = try queue.wholePositions(meeting: conditions)
      #expect(try queue.positions(meeting: conditions).wholePositions == whole)
    }
    let exact = ServiceConditions(
      serviceLevel: .percent(10), within: .seconds(20), maximumOccupancy: .percent(70))
    #expect(
      try ErlangC(load: Erlangs(6.3), handleTime: .seconds(180)).wholePositions(meeting: exact)
        == Positions(9))
    #expect(
      try ErlangC(load: .zero, handleTime: .seconds(180)).wholePositions(meeting: exact) == .zero)
  }

  @Test("With the positions required the target is just met, with a little less it is missed")
  func leastPositions() throws {
    var random = SplitMix(state: 12)
    for _ in 0..<300 {
      let load = Double.random(in: 0.01...2000, using: &random)
      let queue = ErlangC(load: Erlangs(load), handleTime: .seconds(240))
      let share = Double.random(in: 0.1...0.99, using: &random)
      let time = Double.random(in: 0...90, using: &random)
      let need = try queue.positions(answering: Share(share), within: .seconds(time)).value
      #expect(queue.serviceLevel(need, within: time) >= share - 1e-12)
      #expect(queue.serviceLevel(need * (1 - 1e-7), within: time) < share)
    }
  }

  @Test("More positions never make the wait longer, between whole numbers too")
  func waitFalls() {
    for load in [0.3, 2, 17.5, 230] {
      let queue = ErlangC(load: Erlangs(load), handleTime: .seconds(300))
      var last = 1.0
      for step in 1...200 {
        let wait = queue.waitProbability(load + Double(step) * 0.13)
        #expect(wait < last)
        last = wait
      }
    }
  }
}
