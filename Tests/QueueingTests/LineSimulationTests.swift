import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("Lines of waiting customers against a simulation")
struct LineSimulationTests {
  @Test(
    "Erlang A, short of people and not: all five service levels, waits and abandonment",
    arguments: [(13, 120.0), (20, 60), (17, 400)])
  func erlangA(servers: Int, patience: Double) {
    // 16 erlangs.
    let record = QueueRun.steady(
      rate: 0.08, servers: servers, handleTime: .exponential(mean: 200),
      patience: .exponential(mean: patience), contacts: 8000
    ).run(seed: 61)
    func formula(_ positions: Int) -> ServicePerformance {
      ErlangA(load: Erlangs(16), handleTime: .seconds(200), patience: .seconds(patience))
        .performance(with: Positions(Double(positions)), within: .seconds(20))
    }
    let expected = formula(servers)
    let levels = expected.serviceLevels
    #expect(record.estimate(\.answeredInTime).agrees(with: levels.offered?.value ?? -1))
    #expect(
      record.estimate(\.answeredInTime, per: \.answered).agrees(with: levels.answered?.value ?? -1))
    #expect(record.estimate(\.virtualInTime).agrees(with: levels.virtual?.value ?? -1))
    #expect(record.estimate(\.abandoned).agrees(with: expected.abandonment.value))
    #expect(record.estimate(\.waited).agrees(with: expected.waitProbability.value))
    #expect(record.estimate(\.wait).agrees(with: expected.meanWait?.inSeconds ?? -1))
    #expect(
      record.estimate(\.waitOfAnswered, per: \.answered)
        .agrees(with: expected.averageSpeedOfAnswer?.inSeconds ?? -1))
    let total = record.total()
    let long = total.offered - total.abandonedInTime
    let excluding = levels.excludingShortAbandons?.value ?? -1
    #expect(abs(total.answeredInTime / long - excluding) < 0.01)
    let any = (total.answeredInTime + total.abandonedInTime) / total.offered
    #expect(abs(any - (levels.withinAny?.value ?? -1)) < 0.01)
    let other = formula(servers + 1).serviceLevels.offered?.value ?? -1
    #expect(!record.estimate(\.answeredInTime).agrees(with: other))
  }

  @Test("Few places to wait, with patience and without", arguments: [nil, 90.0 as Double?])
  func finite(patience: Double?) {
    // 12 erlangs, 11 servers, 5 places.
    let record = QueueRun.steady(
      rate: 0.06, servers: 11, handleTime: .exponential(mean: 200),
      patience: patience.map { .exponential(mean: $0) }, waitingPlaces: 5, contacts: 8000
    ).run(seed: 62)
    func formula(_ places: Int) -> ServicePerformance {
      FiniteQueue(
        load: Erlangs(12), handleTime: .seconds(200), patience: patience.map { .seconds($0) },
        places: places
      ).performance(with: Positions(11), within: .seconds(20))
    }
    let expected = formula(5)
    #expect(record.estimate(\.blocked).agrees(with: expected.blocking.value))
    #expect(record.estimate(\.abandoned).agrees(with: expected.abandonment.value))
    #expect(record.estimate(\.waited).agrees(with: expected.waitProbability.value))
    #expect(
      record.estimate(\.answeredInTime).agrees(with: expected.serviceLevels.offered?.value ?? -1))
    #expect(
      record.estimate(\.waitOfAnswered, per: \.answered)
        .agrees(with: expected.averageSpeedOfAnswer?.inSeconds ?? -1))
    #expect(!record.estimate(\.blocked).agrees(with: formula(6).blocking.value))
  }

  @Test("Callers who leave and dial again an hour later", arguments: [0.5, 0.9])
  func redial(share: Double) {
    let run = RedialRun(
      servers: 14, rate: 0.08, handleTime: .exponential(mean: 200),
      patience: .exponential(mean: 90), redialing: share, pause: .exponential(mean: 3600))
    let record = run.run(seed: 63, batch: 200_000)
    func formula(_ positions: Double) -> RedialPerformance {
      RedialQueue(
        ErlangA(load: Erlangs(16), handleTime: .seconds(200), patience: .seconds(90)),
        redialing: Share(share)
      ).redials(with: Positions(positions), within: .seconds(20))
    }
    let expected = formula(14)
    #expect(record.attempts.estimate().agrees(with: expected.attemptsPerContact ?? -1))
    #expect(record.left.estimate().agrees(with: expected.perAttempt.abandonment.value))
    #expect(record.lost.estimate().agrees(with: expected.lostCustomers?.value ?? -1))
    let level = expected.perAttempt.serviceLevels.offered?.value ?? -1
    // A pause of eighteen handle times is not endless: within half a point.
    #expect(record.inTime.estimate().agrees(with: level, slack: 0.005))
    #expect(!record.attempts.estimate().agrees(with: formula(15).attemptsPerContact ?? -1))
  }

  @Test("Intervals whose rate is drawn from a gamma distribution, by the contacts they bring")
  func uncertain() {
    // 16 erlangs in the mean, by 25 % up or down.
    var generator = SeededGenerator(seed: 64)
    var inTime = BatchMeans()
    var left = BatchMeans()
    for draw in 0..<600 {
      let rate = generator.gamma(shape: 16, mean: 0.08)
      // The same time for every rate: contacts weigh as they come.
      let record = QueueRun(
        step: 9000, arrivalRates: [rate, rate], servers: [18],
        handleTime: .exponential(mean: 200), patience: .exponential(mean: 120)
      ).run(seed: 6400 + UInt64(draw))
      let counts = record.total(steps: 1..<2)
      inTime.add(counts.answeredInTime, weight: counts.offered, to: draw % 30)
      left.add(counts.abandoned, weight: counts.offered, to: draw % 30)
    }
    let forecast = ErlangA(
      load: Erlangs(16), handleTime: .seconds(200), patience: .seconds(120))
    func formula(_ variation: Double) -> ServicePerformance {
      UncertainLoad(forecast, variation: variation)
        .performance(with: Positions(18), within: .seconds(20))
    }
    let expected = formula(0.25)
    #expect(inTime.estimate().agrees(with: expected.serviceLevels.offered?.value ?? -1))
    #expect(left.estimate().agrees(with: expected.abandonment.value))
    // The check can fail: the forecast's own answer, without uncertainty, is far too good.
    #expect(!inTime.estimate().agrees(with: formula(0).serviceLevels.offered?.value ?? -1))
  }

  @Test("A notice, customer by customer: contacts saved and provoked in every quarter of an hour")
  func notice() {
    let notice = ProactiveNotice(
      notices: ContactVolume(40_000), sent: .seconds(600), affected: Share(0.6),
      reach: Share(0.7), deflection: Share(0.8), lag: .seconds(1500), provoked: Share(0.05))
    let volumes = [3000.0, 5000, 4000, 2000]
    let effect = notice.effect(on: volumes.map { ContactVolume($0) }, every: .seconds(900))
    var generator = SeededGenerator(seed: 65)
    for (index, volume) in volumes.enumerated() {
      var saved = BatchMeans()
      for contact in 0..<(10 * Int(volume)) {
        let wanted = (Double(index) + generator.uniform()) * 900
        let isReader = generator.happens(0.6) && generator.happens(0.7)
        let read = 600 + generator.exponential(mean: 1500)
        let isSaved = isReader && read <= wanted && generator.happens(0.8)
        saved.add(isSaved ? 1 : 0, to: contact % 30)
      }
      #expect(saved.estimate().agrees(with: effect.saved[index].value / volume))
    }
    var provoked = Array(repeating: BatchMeans(), count: volumes.count)
    for customer in 0..<200_000 {
      let comes = generator.happens(0.7) && generator.happens(0.05)
      let read = 600 + generator.exponential(mean: 1500)
      for index in volumes.indices {
        let isHere = comes && read >= Double(index) * 900 && read < Double(index + 1) * 900
        provoked[index].add(isHere ? 1 : 0, to: customer % 30)
      }
    }
    for index in volumes.indices {
      #expect(provoked[index].estimate().agrees(with: effect.provoked[index].value / 40_000))
    }
  }

  @Test("Who fails in the order of arrival: segments in an overload of a large team")
  func segments() throws {
    // 300 erlangs for 200 servers: a third of the work fails.
    let patience = [60.0, 300]
    let demand = try SegmentedDemand([
      CustomerSegment(
        name: "hasty", share: Share(0.4), handleTime: .seconds(200), patience: .seconds(60),
        valueLost: Money(minorUnits: 100)),
      CustomerSegment(
        name: "patient", share: Share(0.6), handleTime: .seconds(200), patience: .seconds(300),
        valueLost: Money(minorUnits: 900)),
    ])
    let losses = demand.lossInOrderOfArrival(
      of: ContactVolume(5400), shortBy: WorkTime(hours: 100))
    var generator = SeededGenerator(seed: 66)
    var left = [BatchMeans(), BatchMeans()]
    let length = 6000.0
    var events = EventQueue()
    var line: [(came: Double, leaves: Double, segment: Int)] = []
    var head = 0
    var free = 200
    events.add(at: 0, kind: 0)
    while let event = events.next(), event.time < 31 * length {
      if event.kind == 0 {
        events.add(at: event.time + generator.exponential(mean: 1 / 1.5), kind: 0)
        let segment = generator.happens(0.4) ? 0 : 1
        let stays = generator.exponential(mean: patience[segment])
        line.append((event.time, event.time + stays, segment))
      } else {
        free += 1
      }
      while head < line.count, free > 0 || line[head].leaves <= event.time {
        let next = line[head]
        head += 1
        let batch = Int(next.came / length) - 1
        let isGone = next.leaves <= event.time
        if batch >= 0 { left[next.segment].add(isGone ? 1 : 0, to: batch) }
        guard !isGone else { continue }
        free -= 1
        events.add(at: event.time + generator.exponential(mean: 200), kind: 1)
      }
    }
    let volumes = [0.4 * 5400, 0.6 * 5400]
    for index in 0..<2 {
      // The common wait of everybody is a limit of large teams: within a point at 200.
      let share = losses[index].failing.value / volumes[index]
      #expect(left[index].estimate().agrees(with: share, slack: 0.01))
      #expect(!left[index].estimate().agrees(with: 1.0 / 3, slack: 0.01))
    }
  }
}
