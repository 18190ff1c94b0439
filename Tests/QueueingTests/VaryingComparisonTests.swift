import Testing
import Units

@testable import Queueing

@Suite("Promise and truth, interval by interval")
struct VaryingComparisonTests {
  /// An hour of quiet, a pulse from within an interval on, and quiet again.
  static func pulseQueue() throws -> VaryingQueue {
    let volumes = (0..<180).map { minute in (70..<100).contains(minute) ? 24.0 : 4 }
    return try varyingQueue(perMinute: volumes, handleTime: 300, patience: 120)
  }

  static let conditions = ServiceConditions(serviceLevel: Share(0.8), within: .seconds(20))

  @Test("Plain Erlang breaks its promise where the pulse begins, the largest load keeps it")
  func pulse() throws {
    let queue = try VaryingComparisonTests.pulseQueue()
    let conditions = VaryingComparisonTests.conditions
    let plain = try queue.positions(by: .intervalMean, meeting: conditions).map(\.wholePositions)
    let rows = try queue.comparison(with: plain, meeting: conditions, by: .exactChain)
    #expect(rows.count == 12)
    // Minute 70 is in the fifth interval, of which the pulse is the last third.
    let pulse = rows[4]
    #expect((pulse.promised.serviceLevels.offered?.value ?? 0) >= 0.8)
    #expect(pulse.actual.serviceLevel.value < 0.75)
    #expect((pulse.brokenPromise?.value ?? 0) > 0.05)
    #expect(pulse.difference > .zero)
    #expect(pulse.difference == pulse.requirement.wholePositions - plain[4])
    // The quiet hour before is what it promises.
    #expect(abs(rows[2].brokenPromise?.value ?? 1) < 1e-3)
    #expect(rows[2].difference == .zero)
    let better = try queue.comparison(
      with: rows.map(\.requirement.wholePositions), meeting: conditions, by: .exactChain)
    for row in better { #expect(row.actual.serviceLevel.value > 0.78) }
  }

  @Test("The fewest positions in truth are enough, and one fewer are not")
  func fewest() throws {
    let queue = try VaryingComparisonTests.pulseQueue()
    for method in [EvaluationMethod.exactChain, .gaussianClosure] {
      let staff = try queue.fewestPositions(
        answering: Share(0.8), within: .seconds(20), by: method)
      let service = try queue.service(with: staff, within: .seconds(20), by: method)
      for (index, interval) in service.intervals.enumerated() {
        #expect(interval.serviceLevel.value >= 0.8)
        var fewer = staff
        fewer[index] = staff[index] - Positions(1)
        let worse = try queue.service(with: fewer, within: .seconds(20), by: method)
        #expect(worse.intervals[index].serviceLevel.value < 0.8)
      }
      let largest = try queue.positions(meeting: VaryingComparisonTests.conditions)
        .map(\.wholePositions)
      // Never more people in all than the largest load asks for.
      #expect(staff.total() <= largest.total())
    }
    let least = try queue.fewestPositions(
      answering: Share(0.1), within: .seconds(20), atLeast: Positions(33.5), by: .gaussianClosure)
    #expect(least.min() == Positions(34))
  }

  @Test("What cannot be reached is refused before any search")
  func unreachable() throws {
    let queue = try VaryingComparisonTests.pulseQueue()
    #expect(throws: UnreachableTarget(condition: .serviceLevel)) {
      try queue.fewestPositions(answering: .whole, within: .seconds(20))
    }
    #expect(throws: UnreachableTarget(condition: .serviceLevel)) {
      try queue.positions(meeting: ServiceConditions(serviceLevel: .whole))
    }
    #expect(throws: VaryingQueueError.self) {
      try queue.fewestPositions(answering: Share(0.8), within: .seconds(20), by: .fluidBacklog)
    }
  }

  @Test("At a constant rate the chain stays where Erlang A says")
  func stationary() throws {
    let queue = try varyingQueue(
      perMinute: Array(repeating: 6, count: 30), handleTime: 240, patience: 90)
    let service = try queue.service(
      with: [Positions(22), Positions(22)], within: .seconds(20), by: .exactChain)
    let figures = queue.model(of: Erlangs(24)).performance(
      with: Positions(22), within: .seconds(20))
    let level = figures.serviceLevels.offered?.value ?? 0
    for interval in service.intervals {
      #expect(abs(interval.serviceLevel.value - level) < 1e-9)
      #expect(abs(interval.abandonment.value - figures.abandonment.value) < 1e-9)
      #expect(abs(interval.waitProbability.value - figures.waitProbability.value) < 1e-9)
      #expect(
        abs((interval.meanWait?.inSeconds ?? 0) - (figures.meanWait?.inSeconds ?? 1)) < 1e-7)
    }
  }

  @Test("Nobody leaves: an overloaded interval is marked, and the next one carries it on")
  func unstable() throws {
    let volumes = Array(repeating: 12.0, count: 15) + Array(repeating: 8, count: 30)
    let queue = try varyingQueue(perMinute: volumes, handleTime: 60)
    let rows = try queue.comparison(
      with: Array(repeating: Positions(10), count: 3),
      meeting: ServiceConditions(serviceLevel: Share(0.8), within: .seconds(30)))
    #expect(!rows[0].promised.isStable)
    #expect(rows[0].promised.serviceLevels.offered == .zero)
    #expect(rows[0].actual.backlog.value > 25)
    #expect(rows[1].promised.isStable)
    #expect((rows[1].brokenPromise?.value ?? 0) > 0.3)
  }
}
