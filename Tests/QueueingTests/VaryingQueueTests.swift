import Foundation
import QueueSimulation
import Testing
import Units

@testable import Queueing

/// A queue of `perMinute` contacts in each minute.
func varyingQueue(
  perMinute volumes: [Double], handleTime: Double, patience: Double? = nil, minutes: Int = 15
) throws -> VaryingQueue {
  try VaryingQueue(
    arrivals: ArrivalCurve(volumes: volumes.map { ContactVolume($0) }, every: .seconds(60)),
    handleTime: .seconds(handleTime), patience: patience.map { .seconds($0) },
    interval: .seconds(60 * minutes))
}

@Suite("The offered load")
struct OfferedLoadTests {
  @Test("It follows a step of the rate by 1 − e^(−t/h)")
  func stepUp() throws {
    // From nothing to 10 a minute of 60 s each: 10 erlangs in the end, 10 (1 − 1/e) after a minute.
    let arrivals = try ArrivalCurve(
      volumes: [0, 10, 10].map { ContactVolume($0) }, every: .seconds(60))
    let load = OfferedLoad(of: arrivals, handleTime: .seconds(60), from: .load(.zero))
    let e = 2.718281828459045
    #expect(load.borders.count == 4)
    #expect(load.borders[1] == .zero)
    #expect(abs(load.borders[2].value - 10 * (1 - 1 / e)) < 1e-12)
    #expect(abs(load.borders[3].value - 10 * (1 - 1 / (e * e))) < 1e-12)
    // The mean of 1 − e^(−t/h) over the first handle time is 1/e.
    #expect(abs(load.means[1].value - 10 / e) < 1e-12)
    #expect(load.maximum(during: 0..<3) == load.borders[3])
    #expect(load.maximum(during: 0..<99) == load.borders[3])
    #expect(load.maximum(during: 2..<2) == .zero)
    #expect(load.mean(during: 7..<9) == .zero)
  }

  @Test("The maximum of an interval counts what it starts with")
  func fallingLoad() throws {
    let queue = try varyingQueue(perMinute: [30, 0], handleTime: 600, minutes: 1)
    let most = queue.loads(by: .offeredLoadMaximum, from: .settled)
    let mean = queue.loads(by: .offeredLoadMean, from: .settled)
    // Settled at the last rate, 0; the load rises in the first minute and falls in the second.
    #expect(most[0] == most[1])
    #expect(mean[1] < most[1])
    #expect(mean[1] > .zero)
  }

  @Test("Warm-up: a day like the curve's first comes before it")
  func warmUp() throws {
    var volumes = Array(repeating: 0.0, count: 2880)
    for minute in 1380..<1440 { volumes[minute] = 6 }
    let queue = try varyingQueue(perMinute: volumes, handleTime: 1800)
    let load = OfferedLoad(of: queue.arrivals, handleTime: queue.handleTime)
    // An hour of 6 a minute, twice a handle time, towards 180 erlangs.
    let expected = 180 * (1 - exp(-2.0))
    #expect(abs(load.borders[0].value - expected) < 1e-9)
    #expect(abs(load.borders[1440].value - expected) < 1e-9)
    let settled = OfferedLoad(of: queue.arrivals, handleTime: queue.handleTime, from: .settled)
    #expect(abs(settled.borders[0].value - 180) < 1e-9)
    let cold = OfferedLoad(of: queue.arrivals, handleTime: queue.handleTime, from: .load(.zero))
    #expect(cold.borders[1] == .zero)
    for odd in [-1, .nan, .infinity] {
      let load = OfferedLoad(
        of: queue.arrivals, handleTime: queue.handleTime, from: .load(Erlangs(odd)))
      #expect(load.borders[0] == .zero)
    }
  }

  @Test("A constant rate is the same load by every method", arguments: StaffingMethod.allCases)
  func constant(method: StaffingMethod) throws {
    let queue = try varyingQueue(
      perMinute: Array(repeating: 4, count: 60), handleTime: 300, minutes: 30)
    let loads = queue.loads(by: method)
    #expect(loads.count == 2)
    for load in loads { #expect(abs(load.value - 20) < 1e-12) }
  }

  @Test("A lag between two minutes is interpolated, and before the curve its first rate holds")
  func lag() throws {
    // 90 s back: half of the minute before the last, half of the one before that.
    let queue = try varyingQueue(perMinute: [1, 2, 4, 8], handleTime: 90, minutes: 1)
    let rates = queue.loads(by: .laggedMean).map { $0.value * 60 / 90 }
    for (rate, expected) in zip(rates, [1, 1, 1.5, 3]) { #expect(abs(rate - expected) < 1e-12) }
  }

  @Test("An empty curve has no intervals, and needs nothing")
  func empty() throws {
    let queue = try varyingQueue(perMinute: [], handleTime: 300, minutes: 1)
    for method in StaffingMethod.allCases { #expect(queue.loads(by: method) == []) }
    for method in EvaluationMethod.allCases {
      let service = try queue.service(with: [], within: .seconds(20), by: method)
      #expect(service.intervals.isEmpty)
      #expect(service.serviceLevel == .whole)
      #expect(service.abandonment == .zero)
      #expect(service.worstServiceLevel() == nil)
    }
  }
}

@Suite("The wait that an arrival meets")
struct WaitKernelTests {
  @Test("Without patience, k waiting are passed when more than k come free in time")
  func poisson() {
    // 2 positions, 60 s each, 30 s: a Poisson number of mean 1 comes free.
    var kernel = WaitKernel(positions: 2, serviceRate: 1.0 / 60, leavingRate: 0, within: 30)
    kernel.extend(to: 3)
    let e = 2.718281828459045
    #expect(abs(kernel.chance(0) - (1 - 1 / e)) < 1e-15)
    #expect(abs(kernel.chance(1) - (1 - 2 / e)) < 1e-15)
    #expect(abs(kernel.chance(2) - (1 - 2.5 / e)) < 1e-15)
  }

  @Test("With patience, the head of the queue is answered in time or leaves")
  func head() {
    // Freed at rate 1/60, leaving at rate 1/120: answered in time with (2/3)(1 − e^(−T/40)).
    var kernel = WaitKernel(
      positions: 1, serviceRate: 1.0 / 60, leavingRate: 1.0 / 120, within: 20)
    kernel.extend(to: 0)
    #expect(abs(kernel.chance(0) - 2.0 / 3 * (1 - exp(-0.5))) < 1e-15)
    let wait = WaitKernel.meanWait(
      finding: 0, positions: 1, serviceRate: 1.0 / 60, leavingRate: 1.0 / 120)
    #expect(abs(wait - 40) < 1e-12)
  }

  @Test("Thousands of positions do not underflow")
  func large() {
    var kernel = WaitKernel(positions: 5000, serviceRate: 1.0 / 60, leavingRate: 0, within: 60)
    kernel.extend(to: 8000)
    #expect(abs(kernel.chance(0) - 1) < 1e-12)
    #expect(abs(kernel.chance(4000) - 1) < 1e-9)
    #expect(abs(kernel.chance(5000) - 0.5) < 0.01)
    #expect(kernel.chance(6000) < 1e-12)
  }

  @Test("Nobody is answered at once by nobody, or in no time")
  func nothing() {
    for (positions, time) in [(0, 20.0), (3, 0), (3, -1)] {
      var kernel = WaitKernel(
        positions: positions, serviceRate: 0.01, leavingRate: 0.01, within: time)
      kernel.extend(to: 10)
      #expect(kernel.chance(0) == 0)
    }
  }
}
