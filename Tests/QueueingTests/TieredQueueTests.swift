import Foundation
import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("Tiers: the higher is answered first")
struct TieredQueueTests {
  private let minute = Duration.seconds(60)

  @Test("One tier is Erlang's queue")
  func oneTier() {
    let queue = TieredQueue(loads: [Erlangs(48)], handleTime: minute)
    let erlang = ErlangC(load: Erlangs(48), handleTime: minute)
    for positions in [48.5, 50, 53.25, 60] {
      let figures = queue.figures(positions, within: 20)[0]
      #expect(abs(figures.offered - erlang.serviceLevel(positions, within: 20)) < 1e-13)
      #expect(abs(figures.meanWait - erlang.averageWait(positions)) < 1e-11)
      #expect(figures.occupancy == 48 / positions)
    }
  }

  @Test("One tier that loses patience is Erlang A, and so is the highest of several without load")
  func oneTierWithPatience() {
    for (load, positions, patience) in [(48.0, 50.0, 120.0), (60, 50, 30), (3, 2.5, 600)] {
      let erlang = ErlangA(
        load: Erlangs(load), handleTime: minute, patience: .seconds(patience)
      ).figures(positions, within: 20)
      for loads in [[load], [load, 0], [0, load]] {
        let queue = TieredQueue(
          loads: loads.map { Erlangs($0) }, handleTime: minute, patience: .seconds(patience))
        let figures = queue.figures(positions, within: 20)[loads[0] > 0 ? 0 : 1]
        for definition in ServiceLevelDefinition.allCases {
          #expect(abs(figures[definition] - erlang[definition]) < 1e-11)
        }
        #expect(abs(figures.abandonment - erlang.abandonment) < 1e-12)
        #expect(abs(figures.answeredWait - erlang.answeredWait) < 1e-9)
        #expect(abs(figures.occupancy - erlang.occupancy) < 1e-12)
        #expect(abs(figures.meanQueue - erlang.meanQueue) < 1e-9)
      }
    }
  }

  @Test("One position, half the load a tier: Cobham's waits by hand")
  func cobham() {
    // h = 60 s, σ₁ = 1/4, σ₂ = 1/2; C = 1/2: W₁ = 30/(3/4) = 40 s, W₂ = 30/(3/4 · 1/2) = 80 s.
    let queue = TieredQueue(loads: [Erlangs(0.25), Erlangs(0.25)], handleTime: minute)
    let figures = queue.figures(1, within: 20)
    #expect(abs(figures[0].meanWait - 40) < 1e-12)
    #expect(abs(figures[1].meanWait - 80) < 1e-12)
    // The high tier: 1 − 1/2 e^(−(1 − 1/4) 20/60).
    #expect(abs(figures[0].offered - (1 - 0.5 * exp(-0.25))) < 1e-14)
    // The mean over both is that of one queue without tiers: C h/(1 − 1/2) = 60 s.
    #expect(abs((figures[0].meanWait + figures[1].meanWait) / 2 - 60) < 1e-12)
  }

  @Test("The wait of a low tier has Cobham's mean and the share of a chain reckoned step by step")
  func waitOfLowTier() {
    for (higher, upTo) in [(0.2, 0.3), (0.2, 0.45), (0.2, 0.6), (0.6, 0.62), (0.8, 0.9)] {
      let wait = BusyPeriodWait(higher: higher, upTo: upTo)
      // The mean is the area: Simpson's rule with a step of 1/10 as far as it counts.
      var area = 1.0
      let steps = 2_000
      for index in 1..<steps {
        area += (index % 2 == 1 ? 4 : 2) * wait.shareWaiting(longerThan: Double(index) / 10)
      }
      area /= 30
      if higher < 0.8 { #expect(abs(area - 1 / ((1 - upTo) * (1 - higher))) < 1e-4) }
      for time in [0.3, 2, 11] {
        let chain = Self.chain(higher: higher, upTo: upTo, time: time)
        #expect(abs(wait.shareWaiting(longerThan: time) - chain) < 1e-8)
      }
    }
  }

  /// The share still waiting at `time`: geometric start, births at η, deaths at 1, Runge-Kutta.
  static func chain(higher: Double, upTo: Double, time: Double) -> Double {
    let states = 250
    var shares = (0..<states).map { (1 - upTo) * pow(upTo, Double($0)) }
    let steps = Int(time * 40)
    let step = time / Double(steps)
    func change(_ shares: [Double]) -> [Double] {
      var change = [Double](repeating: 0, count: states)
      for state in 0..<states {
        change[state] =
          -(1 + higher) * shares[state] + (state > 0 ? higher * shares[state - 1] : 0)
          + (state + 1 < states ? shares[state + 1] : 0)
      }
      return change
    }
    for _ in 0..<steps {
      let first = change(shares)
      let second = change(zip(shares, first).map { $0 + step / 2 * $1 })
      let third = change(zip(shares, second).map { $0 + step / 2 * $1 })
      let fourth = change(zip(shares, third).map { $0 + step * $1 })
      for state in 0..<states {
        let middle = second[state] + third[state]
        shares[state] += step / 6 * (first[state] + 2 * middle + fourth[state])
      }
    }
    return shares.reduce(0, +)
  }

  @Test("A tier that hardly anybody belongs to has the figures of its neighbours in size")
  func hardlyAnybody() {
    let sizes = [1e-9, 1e-7, 2e-6, 4e-6, 1e-5, 1e-4].map { size in
      BusyPeriodWait(higher: 0.4, upTo: 0.4 * (1 + size)).shareWaiting(longerThan: 3)
    }
    for (smaller, larger) in zip(sizes, sizes.dropFirst()) {
      #expect(larger > smaller - 1e-9)
      #expect(larger - smaller < 1e-4)
    }
  }

  @Test("Three tiers agree with a simulation")
  func simulation() {
    let loads = [4.0, 8, 6]
    let queue = TieredQueue(loads: loads.map { Erlangs($0) }, handleTime: .seconds(120))
    let figures = queue.figures(20, within: 30)
    let record = TierRun(
      rates: loads.map { $0 / 120 }, servers: 20, handleTime: 120, patience: .infinity,
      answerTime: 30
    ).run(seed: 20, contacts: 120_000)
    for tier in 0..<3 {
      #expect(record.inTime[tier].estimate().agrees(with: figures[tier].offered))
      #expect(record.wait[tier].estimate().agrees(with: figures[tier].meanWait))
    }
  }

  @Test("Tiers that lose patience agree with a simulation, in overload too")
  func simulationWithPatience() {
    for (loads, servers) in [([5.0, 7, 4], 15), ([6, 9, 8], 15)] {
      let queue = TieredQueue(
        loads: loads.map { Erlangs($0) }, handleTime: .seconds(120), patience: .seconds(90))
      let figures = queue.figures(Double(servers), within: 30)
      let record = TierRun(
        rates: loads.map { $0 / 120 }, servers: servers, handleTime: 120, patience: 90,
        answerTime: 30
      ).run(seed: 21, contacts: 120_000)
      for tier in 0..<3 {
        #expect(record.inTime[tier].estimate().agrees(with: figures[tier].offered))
        #expect(record.abandoned[tier].estimate().agrees(with: figures[tier].abandonment))
        #expect(record.wait[tier].estimate().agrees(with: figures[tier].meanWait))
        let answered = record.answeredWait[tier].estimate()
        #expect(answered.agrees(with: figures[tier].answeredWait))
        #expect(record.virtualInTime[tier].estimate().agrees(with: figures[tier].virtual))
      }
    }
  }

  @Test("Endless patience is no patience, and abandonment of all tiers together is Erlang's")
  func limits() {
    let loads = [Erlangs(6), Erlangs(9)]
    let patient = TieredQueue(loads: loads, handleTime: minute, patience: .seconds(100_000_000))
    let endless = TieredQueue(loads: loads, handleTime: minute)
    for (one, other) in zip(patient.figures(18, within: 15), endless.figures(18, within: 15)) {
      #expect(abs(one.offered - other.offered) < 1e-6)
      #expect(abs(one.meanWait - other.meanWait) < 1e-4)
    }
    // M/M/n+M with n = 2, a = 3, θ = µ: Poisson with mean 3 in the system, whatever the tiers.
    let split = TieredQueue(loads: [Erlangs(1), Erlangs(2)], handleTime: minute, patience: minute)
    let figures = split.figures(2, within: 20)
    let poisson = (0..<60).map { exp(-3) * pow(3, Double($0)) / tgamma(Double($0) + 1) }
    let queue = poisson.enumerated().reduce(0) { $0 + max(0, Double($1.0 - 2)) * $1.1 }
    let ofTiers = figures[0].meanQueue + figures[1].meanQueue
    #expect(abs(ofTiers - queue) < 1e-12)
    #expect(abs(figures[0].waitProbability - (1 - poisson[0] - poisson[1])) < 1e-12)
  }

  @Test("More positions never make a tier worse, and a higher tier is never worse off")
  func monotone() {
    for patience in [nil, Duration.seconds(40)] {
      let queue = TieredQueue(
        loads: [Erlangs(3), Erlangs(5), Erlangs(2)], handleTime: minute, patience: patience)
      var last = queue.figures(0, within: 25)
      for quarter in 1...80 {
        let next = queue.figures(Double(quarter) / 4, within: 25)
        for tier in 0..<3 {
          #expect(next[tier].offered >= last[tier].offered - 1e-10)
          #expect(next[tier].abandonment <= last[tier].abandonment + 1e-10)
          #expect(!(next[tier].meanWait > last[tier].meanWait + 1e-9))
          if tier > 0 { #expect(next[tier].offered <= next[tier - 1].offered + 1e-10) }
        }
        last = next
      }
    }
  }

  @Test("A low tier may grow without end while the tier above it is served")
  func overloaded() {
    let queue = TieredQueue(loads: [Erlangs(6), Erlangs(9)], handleTime: minute)
    let figures = queue.performance(with: Positions(10), within: .seconds(20))
    #expect(figures[0].isStable)
    #expect(figures[0].waitProbability == .whole)
    // All are always busy: h/(n − a₁) = 15 s.
    #expect(abs((figures[0].meanWait?.inSeconds ?? 0) - 15) < 1e-12)
    #expect(!figures[1].isStable)
    #expect(figures[1].meanWait == nil)
    #expect(figures[1].serviceLevels.offered == .zero)
  }

  @Test("The positions for targets of both tiers are the fewest, and the tier that binds is named")
  func inverse() throws {
    for patience in [nil, Duration.seconds(60)] {
      let queue = TieredQueue(
        loads: [Erlangs(10), Erlangs(30)], handleTime: .seconds(240), patience: patience)
      let conditions = [
        ServiceConditions(serviceLevel: .percent(95), within: .seconds(10)),
        ServiceConditions(serviceLevel: .percent(70), within: .seconds(60)),
      ]
      let required = try queue.positions(meeting: conditions)
      let enough = queue.figures(required.positions.value, within: 10)[0].offered
      let low = queue.figures(required.positions.value, within: 60)[1].offered
      #expect(enough >= 0.95 - 1e-12)
      #expect(low >= 0.70 - 1e-12)
      let fewer = required.positions.value - 1e-6
      let highMissed = queue.figures(fewer, within: 10)[0].offered < 0.95
      let lowMissed = queue.figures(fewer, within: 60)[1].offered < 0.70
      #expect(highMissed || lowMissed)
      #expect(required.bindingTier == (highMissed ? 0 : 1))
      #expect(required.binding == .serviceLevel)
    }
  }

  @Test("A split needs more people than a pool, but not for the sake of a small strict tier")
  func split() throws {
    let queue = TieredQueue(
      loads: [Erlangs(10), Erlangs(30)], handleTime: .seconds(240), patience: .seconds(60))
    let alike = [ServiceConditions](
      repeating: ServiceConditions(serviceLevel: .percent(80), within: .seconds(20)), count: 2)
    let teams = try queue.separatePositions(meeting: alike).map(\.positions).total()
    #expect(teams > (try queue.positions(meeting: alike).positions))
    // For 95 % of the high tier within 10 s all 40 erlangs must seldom be busy.
    let unlike = [
      ServiceConditions(serviceLevel: .percent(95), within: .seconds(10)),
      ServiceConditions(serviceLevel: .percent(70), within: .seconds(60)),
    ]
    let apart = try queue.separatePositions(meeting: unlike).map(\.positions).total()
    #expect(apart < (try queue.positions(meeting: unlike).positions))
  }

  @Test("What no number of positions can do is refused before any search")
  func unreachable() {
    let queue = TieredQueue(loads: [Erlangs(1), Erlangs(2)], handleTime: minute)
    #expect(throws: UnreachableTarget(condition: .serviceLevel)) {
      try queue.positions(meeting: [ServiceConditions(), ServiceConditions(serviceLevel: .whole)])
    }
  }

  @Test("Odd inputs have an answer", arguments: [-1, .nan, 1e-300, 1e-9, 1e3, .infinity])
  func oddInputs(load: Double) throws {
    for patience in [nil, Duration.seconds(-5), .seconds(100_000)] {
      for handleTime in [Duration.seconds(-1), .seconds(300)] {
        let queue = TieredQueue(
          loads: [Erlangs(load), Erlangs(2)], handleTime: handleTime, patience: patience)
        for positions in [.nan, 0, 0.5, 1_100, .infinity] {
          for figures in queue.figures(positions, within: 20) {
            #expect(figures.offered.isNaN || (0...1).contains(figures.offered))
            #expect((0...1).contains(figures.waitProbability))
            #expect(!(figures.meanWait < 0))
          }
          _ = queue.performance(with: Positions(positions), within: .seconds(-20))
        }
      }
    }
    let nobody = TieredQueue(loads: [], handleTime: minute)
    #expect(nobody.performance(with: Positions(3), within: minute).isEmpty)
    #expect(try nobody.positions(meeting: []).wholePositions == .zero)
  }
}
