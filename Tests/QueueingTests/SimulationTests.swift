import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("The simulations that check the formulas")
struct SimulationTests {
  @Test("The generator gives the published sequence of xoshiro256** filled by SplitMix64")
  func sequence() {
    // Computed by another program, which gives 11520, 0, 1509978240 from the state 1, 2, 3, 4.
    let expected: [UInt64] = [
      0x99EC_5F36_CB75_F2B4, 0xBF6E_1F78_4956_452A, 0x1A5F_849D_4933_E6E0,
    ]
    var generator = SeededGenerator(seed: 0)
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test("Draws have the means and variances of their distributions")
  func draws() {
    var generator = SeededGenerator(seed: 11)
    var exponential = BatchMeans()
    var gamma = BatchMeans()
    var small = BatchMeans()
    var poisson = BatchMeans()
    var squares = BatchMeans()
    for index in 0..<60_000 {
      exponential.add(generator.exponential(mean: 3), to: index % 30)
      let value = generator.gamma(shape: 4, mean: 2)
      gamma.add(value, to: index % 30)
      squares.add((value - 2) * (value - 2), to: index % 30)
      small.add(generator.gamma(shape: 0.5, mean: 2), to: index % 30)
      poisson.add(Double(generator.poisson(mean: 7.5)), to: index % 30)
    }
    #expect(exponential.estimate().agrees(with: 3))
    #expect(gamma.estimate().agrees(with: 2))
    // The variance of a gamma: mean² / shape.
    #expect(squares.estimate().agrees(with: 1))
    #expect(small.estimate().agrees(with: 2))
    #expect(poisson.estimate().agrees(with: 7.5))
  }

  @Test("Events come in the order of time, those of one time as they were added")
  func events() {
    var queue = EventQueue()
    for (index, time) in [5.0, 1, 3, 1, 5, 1].enumerated() {
      queue.add(at: time, kind: 0, subject: index)
    }
    var order: [Int] = []
    while let event = queue.next() { order.append(event.subject) }
    #expect(order == [1, 3, 5, 2, 0, 4])
  }

  @Test("A million events of Erlang's queue agree with his formula")
  func erlangC() {
    // 48 erlangs, 52 servers, 60 s.
    let record = QueueRun.steady(
      rate: 0.8, servers: 52, handleTime: .exponential(mean: 60), batches: 30, contacts: 10_000
    ).run(seed: 7)
    let formula = ErlangC(load: Erlangs(48), handleTime: .seconds(60))
    let positions = Positions(52)
    let inTime = formula.serviceLevel(with: positions, within: .seconds(20)).value
    #expect(record.estimate(\.answeredInTime).agrees(with: inTime))
    #expect(record.estimate(\.waited).agrees(with: formula.waitProbability(with: positions).value))
    let wait = formula.averageSpeedOfAnswer(with: positions)?.inSeconds ?? 0
    #expect(record.estimate(\.wait).agrees(with: wait))
    // The check can fail: another server more is told apart.
    let other = formula.serviceLevel(with: Positions(53), within: .seconds(20)).value
    #expect(!record.estimate(\.answeredInTime).agrees(with: other))
  }

  @Test("Without a place to wait the share blocked is Erlang's B, whatever the handle times")
  func loss() {
    let blocking = ErlangB(load: Erlangs(8)).blocking(with: Positions(10)).value
    for handleTime in [RandomTime.exponential(mean: 100), .fixed(100)] {
      let record = QueueRun.steady(
        rate: 0.08, servers: 10, handleTime: handleTime, waitingPlaces: 0, contacts: 4000
      ).run(seed: 3)
      #expect(record.estimate(\.blocked).agrees(with: blocking))
    }
  }

  @Test("Staff that hands its contacts back and staff that finishes them agree while it only grows")
  func twoWays() {
    let rates = [0.05, 0.10, 0.12, 0.08]
    let servers = [8, 12, 16, 16]
    let finishing = QueueRun(
      step: 900, arrivalRates: rates, servers: servers, handleTime: .exponential(mean: 120),
      patience: .exponential(mean: 60)
    ).run(seed: 5, replications: 600)
    let handing = HandBackRun(
      step: 900, arrivalRates: rates, servers: servers, handleTime: 120, patience: 60
    ).run(seed: 9000, replications: 600)
    for step in 0..<4 {
      let first = finishing.estimate(\.answeredInTime, steps: step..<(step + 1))
      let second = handing.estimate(\.answeredInTime, steps: step..<(step + 1))
      #expect(abs(first.mean - second.mean) < first.halfWidth + second.halfWidth)
    }
    #expect(finishing.total().offered == finishing.total().answered + finishing.total().abandoned)
  }
}
