import Foundation
import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("A given staffing, with the state carried over")
struct VaryingEvaluationTests {
  static let methods: [EvaluationMethod] = [.exactChain, .gaussianClosure]

  @Test("One position and half an erlang stay what M/M/1 is, all day")
  func singleServer() throws {
    let queue = try varyingQueue(perMinute: Array(repeating: 0.5, count: 120), handleTime: 60)
    let staff = Array(repeating: Positions(1), count: 8)
    let service = try queue.service(with: staff, within: .seconds(60))
    #expect(service.method == .exactChain)
    #expect(service.truncated < 1e-9)
    for interval in service.intervals {
      #expect(abs(interval.arrivals.value - 7.5) < 1e-12)
      #expect(abs(interval.waitProbability.value - 0.5) < 1e-9)
      #expect(abs((interval.meanWait?.inSeconds ?? 0) - 60) < 1e-6)
      #expect(abs(interval.meanQueue.value - 0.5) < 1e-8)
      #expect(abs((interval.occupancy?.value ?? 0) - 0.5) < 1e-9)
      #expect(abs(interval.serviceLevel.value - (1 - 0.5 * exp(-0.5))) < 1e-9)
      #expect(interval.abandonment == .zero)
    }
  }

  @Test("When nothing comes any more, those in service leave by e^(−t/h)", arguments: methods)
  func runningOut(method: EvaluationMethod) throws {
    // The last minute of the day before had 10 a minute of 300 s: 50 erlangs, 200 positions.
    var volumes = Array(repeating: 0.0, count: 15)
    volumes[14] = 10
    let queue = try varyingQueue(perMinute: volumes, handleTime: 300, patience: 100, minutes: 1)
    let service = try queue.service(
      with: Array(repeating: Positions(200), count: 15), within: .seconds(20), by: method)
    for (index, interval) in service.intervals.dropLast().enumerated() {
      let mean = 50 * exp(-Double(index) / 5) * (1 - exp(-0.2)) / 0.2
      #expect(abs(interval.carriedLoad.value - mean) < 0.001)
      #expect(interval.serviceLevel == .whole)
      #expect(interval.waitProbability == .zero)
      #expect(interval.meanWait == .zero)
    }
  }

  @Test("Positions that leave give their contacts back to the queue", arguments: methods)
  func handBack(method: EvaluationMethod) throws {
    var volumes = Array(repeating: 0.0, count: 3)
    volumes[2] = 10
    let queue = try varyingQueue(perMinute: volumes, handleTime: 300, minutes: 1)
    let staff = [200.0, 0, 200].map { Positions($0) }
    let service = try queue.service(with: staff, within: .seconds(20), by: method)
    let left = 50 * exp(-0.2)
    #expect(service.intervals[0].backlog.value < 1e-6)
    #expect(abs(service.intervals[1].backlog.value - left) < 0.001)
    #expect(abs(service.intervals[1].meanQueue.value - left) < 0.001)
    #expect(service.intervals[1].carriedLoad.value < 1e-6)
    #expect(service.intervals[1].occupancy == nil)
    // All of them are at work again at once.
    #expect(service.intervals[2].backlog.value < 1e-6)
    #expect(service.intervals[2].carriedLoad.value > left)
  }

  @Test("With nobody there, nobody is answered, and all leave or stay", arguments: methods)
  func nobody(method: EvaluationMethod) throws {
    let volumes = Array(repeating: 6.0, count: 30)
    let staff = [Positions.zero, .zero]
    let patient = try varyingQueue(perMinute: volumes, handleTime: 300)
      .service(with: staff, within: .seconds(20), by: method)
    for (index, interval) in patient.intervals.enumerated() {
      #expect(interval.serviceLevel.value < 0.005)
      #expect(interval.waitProbability.value > 1 - 0.02)
      #expect(interval.meanWait == nil)
      #expect(interval.abandonment == .zero)
      #expect(abs(interval.backlog.value - 90 * Double(index + 1)) < 0.1)
    }
    let leaving = try varyingQueue(perMinute: volumes, handleTime: 300, patience: 60)
      .service(with: staff, within: .seconds(20), by: method)
    for interval in leaving.intervals {
      #expect(abs(interval.abandonment.value - 1) < 0.01)
      #expect(abs((interval.meanWait?.inSeconds ?? 0) - 60) < 0.5)
    }
  }

  @Test("An overload nobody leaves is carried on, never restated as if it were at rest")
  func overload() throws {
    // 12 a minute against 10: 30 more wait after each quarter of an hour, then 2 a minute fewer.
    let volumes = Array(repeating: 12.0, count: 30) + Array(repeating: 8, count: 60)
    let queue = try varyingQueue(perMinute: volumes, handleTime: 60)
    let staff = Array(repeating: Positions(10), count: 6)
    let fluid = try queue.service(with: staff, within: .seconds(30), by: .fluidBacklog)
    let backlogs = fluid.intervals.map(\.backlog.value)
    for (backlog, expected) in zip(backlogs, [30.0, 60, 30, 0, 0, 0]) {
      #expect(abs(backlog - expected) < 1e-9)
    }
    // Within 30 s 5 are worked off: 2.5 minutes of the first 15.
    #expect(abs(fluid.intervals[0].serviceLevel.value - 1.0 / 6) < 1e-9)
    #expect(fluid.intervals[1].serviceLevel == .zero)
    // 45 on average, at 10 a minute.
    #expect(abs((fluid.intervals[1].meanWait?.inSeconds ?? 0) - 270) < 1e-9)
    // The interval right after the backlog has no stationary figure; the next one has.
    #expect(fluid.intervals[4].waitProbability == .zero)
    let rest = ErlangC(load: Erlangs(8), handleTime: .seconds(60))
      .serviceLevel(with: Positions(10), within: .seconds(30))
    #expect(abs(fluid.intervals[5].serviceLevel.value - rest.value) < 1e-4)
    let exact = try queue.service(with: staff, within: .seconds(30))
    #expect(exact.method == .exactChain)
    for (fluid, exact) in zip(fluid.intervals, exact.intervals) {
      // Chance adds to the backlog.
      #expect(exact.backlog.value > fluid.backlog.value - 1e-9)
      #expect(exact.backlog.value < fluid.backlog.value + 25)
      #expect(exact.serviceLevel.value > 0 && exact.serviceLevel.value < 1)
    }
  }

  @Test("More positions in one interval never worsen it, between whole numbers too")
  func fractions() throws {
    let volumes = (0..<60).map { 3 + 2 * sin(Double($0) / 9) }
    let queue = try varyingQueue(perMinute: volumes, handleTime: 200, patience: 90)
    for method in VaryingEvaluationTests.methods {
      var last = -1.0
      for number in stride(from: 6.0, through: 14, by: 0.5) {
        let staff = [10, number, 10, 10].map { Positions($0) }
        let service = try queue.service(with: staff, within: .seconds(20), by: method)
        #expect(service.intervals[1].serviceLevel.value > last)
        last = service.intervals[1].serviceLevel.value
      }
    }
  }

  @Test("An independent simulation of a small team's day agrees", arguments: [false, true])
  func simulation(withPatience: Bool) throws {
    // A morning ramp, a lunch pulse, an evening; staff comes and goes by the half-hour.
    let volumes = (0..<480).map { minute in
      0.6 + 0.5 * sin(Double(minute) / 76) + ((200..<230).contains(minute) ? 1.2 : 0)
    }
    let staff = [4, 4, 5, 6, 7, 7, 9, 6, 5, 6, 4, 3, 2, 3, 3, 4]
    let patience = withPatience ? 150.0 : nil
    let queue = try varyingQueue(
      perMinute: volumes, handleTime: 300, patience: patience, minutes: 30)
    let service = try queue.service(
      with: staff.map { Positions(Double($0)) }, within: .seconds(30))
    #expect(service.method == .exactChain)
    // The day before fills the system: its last half-hours, again and again, with the first staff.
    let warmUp = 20
    let rates = Array(repeating: volumes[479] / 60, count: warmUp * 30) + volumes.map { $0 / 60 }
    let record = HandBackRun(
      step: 60, arrivalRates: rates,
      servers: Array(repeating: staff[0], count: warmUp * 30)
        + staff.flatMap { Array(repeating: $0, count: 30) },
      handleTime: 300, patience: patience ?? .infinity, answerTime: 30
    ).run(seed: 7, replications: 600)
    for (index, interval) in service.intervals.enumerated() {
      let steps = (warmUp + index) * 30..<(warmUp + index + 1) * 30
      // The formula keeps the positions of the arrival's moment, the simulation changes them.
      let level = record.estimate(\.answeredInTime, steps: steps)
      #expect(
        level.agrees(with: interval.serviceLevel.value, slack: 0.01),
        "\(index): \(interval.serviceLevel.value), simulated \(level)")
      let waits = record.estimate(\.waited, steps: steps)
      #expect(
        waits.agrees(with: interval.waitProbability.value, slack: 1e-3),
        "\(index): \(interval.waitProbability.value), simulated \(waits)")
    }
    let day = warmUp * 30..<(warmUp + staff.count) * 30
    let level = record.estimate(\.answeredInTime, steps: day)
    #expect(level.agrees(with: service.serviceLevel.value, slack: 0.002))
    let left = record.estimate(\.abandoned, steps: day)
    #expect(left.agrees(with: service.abandonment.value, slack: 0.001))
    print(
      "simulated service level \(level.mean) ± \(level.halfWidth), chain "
        + "\(service.serviceLevel.value); abandonment \(left.mean) ± \(left.halfWidth), chain "
        + "\(service.abandonment.value)")
  }

  @Test("The same input gives the same values, and they survive JSON")
  func codable() throws {
    let queue = try varyingQueue(
      perMinute: Array(repeating: 3, count: 30), handleTime: 240, patience: 90)
    let staff = [Positions(11), Positions(13.5)]
    let service = try queue.service(with: staff, within: .seconds(20))
    #expect(try queue.service(with: staff, within: .seconds(20)) == service)
    let data = try JSONEncoder().encode(service)
    #expect(try JSONDecoder().decode(VaryingService.self, from: data) == service)
    let text = try JSONEncoder().encode(queue)
    #expect(try JSONDecoder().decode(VaryingQueue.self, from: text) == queue)
    let broken = String(decoding: text, as: UTF8.self)
      .replacingOccurrences(of: "[3,", with: "[-3,")
      .replacingOccurrences(of: "{\"value\":3}", with: "{\"value\":-3}")
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(VaryingQueue.self, from: Data(broken.utf8))
    }
  }
}

@Suite("Odd inputs of the time-varying queue")
struct VaryingErrorTests {
  @Test("What has no meaning is refused, with its value and what helps")
  func refusals() throws {
    for odd in [-1, Double.nan, .infinity] {
      #expect(throws: VaryingQueueError.self) {
        try ArrivalCurve(volumes: [ContactVolume(odd)], every: .seconds(60))
      }
    }
    #expect(throws: VaryingQueueError.stepNotPositive(.zero)) {
      try ArrivalCurve(volumes: [], every: .zero)
    }
    let arrivals = try ArrivalCurve(
      volumes: [1, 2, 3].map { ContactVolume($0) }, every: .seconds(60))
    #expect(throws: VaryingQueueError.handleTimeNotPositive(.zero)) {
      try VaryingQueue(arrivals: arrivals, handleTime: .zero, interval: .seconds(60))
    }
    #expect(throws: VaryingQueueError.patienceNotPositive(.seconds(-1))) {
      try VaryingQueue(
        arrivals: arrivals, handleTime: .seconds(60), patience: .seconds(-1),
        interval: .seconds(60))
    }
    for interval in [0, 45, 90, 120, 240, -60] {
      #expect(throws: VaryingQueueError.self) {
        try VaryingQueue(
          arrivals: arrivals, handleTime: .seconds(60), interval: .seconds(interval))
      }
    }
    let queue = try VaryingQueue(
      arrivals: arrivals, handleTime: .seconds(60), patience: .seconds(60),
      interval: .seconds(180))
    #expect(throws: VaryingQueueError.positionsCount(2, intervals: 1)) {
      try queue.service(with: [.zero, .zero], within: .zero)
    }
    for odd in [-1, Double.nan, .infinity] {
      #expect(throws: VaryingQueueError.self) {
        try queue.service(with: [Positions(odd)], within: .zero)
      }
    }
    #expect(throws: VaryingQueueError.fluidWithPatience) {
      try queue.service(with: [.zero], within: .zero, by: .fluidBacklog)
    }
    #expect("\(VaryingQueueError.positionsCount(2, intervals: 1))".contains("give one for each"))
  }

  @Test("What would take hours is refused before it starts")
  func tooLarge() throws {
    let volumes = Array(repeating: 1e9, count: 1440)
    let queue = try varyingQueue(perMinute: volumes, handleTime: 300, patience: 60)
    let staff = Array(repeating: Positions(1e9), count: 96)
    #expect(throws: VaryingQueueError.self) {
      try queue.service(with: staff, within: .seconds(20), by: .exactChain)
    }
    let quick = try varyingQueue(perMinute: volumes, handleTime: 1e-6, patience: 60)
    #expect(throws: VaryingQueueError.self) {
      try quick.service(with: staff, within: .seconds(20))
    }
  }

  @Test(
    "Sizes and times far from any contact centre give finite answers",
    arguments: [1e-9, 1, 1e4], [1.0, 300])
  func extremes(perMinute: Double, handleTime: Double) throws {
    for patience in [nil, 1, 1e9] as [Double?] {
      let queue = try varyingQueue(
        perMinute: Array(repeating: perMinute, count: 4), handleTime: handleTime,
        patience: patience, minutes: 2)
      let load = perMinute * handleTime / 60
      for staff in [0, 0.5, load, 1e5] {
        for time in [0, 20, 1e7] {
          let positions = Array(repeating: Positions(staff), count: 2)
          let isSmall = max(load, staff) < 100
          for method in isSmall ? VaryingEvaluationTests.methods : [.gaussianClosure] {
            guard
              let service = try? queue.service(
                with: positions, within: .seconds(time), by: method)
            else { continue }
            for interval in service.intervals {
              let numbers = [
                interval.serviceLevel.value, interval.waitProbability.value,
                interval.abandoned.value, interval.meanQueue.value, interval.carriedLoad.value,
                interval.backlog.value,
              ]
              #expect(numbers.allSatisfy { $0.isFinite && $0 >= 0 })
              #expect(interval.serviceLevel.value <= 1)
            }
          }
        }
      }
    }
  }
}
