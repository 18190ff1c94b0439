import Foundation
import Measuring
import Queueing
import Units

/// Single evaluations, at a size that planners meet and at one that few do.
func benchmarkEvaluations() {
  print("one evaluation")
  let huge = ErlangC(load: Erlangs(100_000), handleTime: .seconds(180))
  let (erlangC, _) = Measurement.measure("Erlang C, 100,000 erlangs, 1,000 times", runs: 9) {
    (0..<1000).reduce(0.0) { sum, step in
      sum + huge.waitProbability(with: Positions(100_400 + Double(step) * 0.01)).value
    }
  }
  print(erlangC.line)
  print("  \(erlangC.median) ms each")
  let usual = ErlangA(load: Erlangs(420), handleTime: .seconds(180), patience: .seconds(120))
  let (erlangA, _) = Measurement.measure("Erlang A, 420 positions, 100,000 times", runs: 9) {
    (0..<100_000).reduce(0.0) { sum, step in
      let positions = Positions(420 + Double(step) * 1e-7)
      return sum + usual.performance(with: positions, within: .seconds(20)).abandonment.value
    }
  }
  print(erlangA.line)
  print("  \(Int(100_000 / erlangA.median)) evaluations a second, five service levels each\n")
}

/// A year of 15-minute intervals for 20 queues, by Erlang A and the interval's largest offered load,
/// on two threads; and the Gaussian closure of one day.
func benchmarkVarying() async throws {
  print("demand that moves")
  let day = (0..<96).map { slot -> Double in
    let hour = Double(slot) / 4
    let morning = exp(-pow((hour - 10.5) / 2.2, 2))
    let evening = exp(-pow((hour - 20.5) / 1.8, 2))
    return 30 + 900 * morning + 1100 * evening
  }
  let conditions = ServiceConditions(
    serviceLevel: Share(0.8), within: .seconds(20), maximumOccupancy: Share(0.9))
  func year(of queue: Int) throws -> Double {
    let size = 0.05 * Double(queue + 1)
    let volumes = (0..<365).flatMap { date -> [ContactVolume] in
      let season = 1 + 0.3 * sin(Double(date) * 2 * .pi / 365) + 0.001 * Double(date % 7)
      return day.map { ContactVolume($0 * size * season / 4) }
    }
    let queue = try VaryingQueue(
      arrivals: ArrivalCurve(volumes: volumes, every: .seconds(900)), handleTime: .seconds(240),
      patience: .seconds(90), interval: .seconds(900))
    return try queue.positions(by: .offeredLoadMaximum, meeting: conditions)
      .reduce(0) { $0 + $1.positions.value }
  }
  let start = ContinuousClock.now
  let hours = try await withThrowingTaskGroup(of: Double.self) { group in
    for half in 0..<2 {
      group.addTask {
        var sum = 0.0
        for queue in stride(from: half, to: 20, by: 2) { sum += try year(of: queue) }
        return sum / 4
      }
    }
    return try await group.reduce(0, +)
  }
  let elapsed = ContinuousClock.now - start
  print("  700,800 intervals, 20 queues, two threads: \(elapsed), \(Int(hours)) position hours")

  let minutes = (0..<1440).map { minute -> ContactVolume in
    let hour = Double(minute) / 60
    return ContactVolume(4 + 20 * exp(-pow((hour - 11) / 3, 2)) + (hour >= 20 ? 25 : 0))
  }
  let queue = try VaryingQueue(
    arrivals: ArrivalCurve(volumes: minutes, every: .seconds(60)), handleTime: .seconds(240),
    patience: .seconds(90), interval: .seconds(900))
  let staff = try queue.positions(meeting: conditions).map(\.wholePositions)
  let (closure, _) = try Measurement.measure("Gaussian closure of a day", runs: 15) {
    try queue.service(with: staff, within: .seconds(20), by: .gaussianClosure).serviceLevel.value
  }
  print(closure.line)
}
