import BusinessCalendar
import Foundation
import LinearProgramming
import Scenarios
import ShiftScheduling
import Synchronization
import Testing

@Suite("A schedule that nobody waits for any longer")
struct CancellationTests {
  /// Counts the programs that are begun, and knows when it is enough.
  private final class Counter: Sendable {
    private let state: Mutex<Int>
    private let limit: Int

    init(limit: Int) {
      state = Mutex(0)
      self.limit = limit
    }

    var count: Int { state.withLock { $0 } }
    var isOver: Bool { count >= limit }
    func note() { state.withLock { $0 += 1 } }
  }

  private struct CountingSolver: Solver {
    let counter: Counter

    func solve(
      _ program: LinearProgram, options: SolverOptions, from basis: Basis?
    ) throws(SolverError) -> Solution {
      counter.note()
      return try GLPKSolverForTests.solver.solve(program, options: options, from: basis)
    }
  }

  private static func schedule(_ sample: Sample, stoppedAfter solves: Int) throws -> (
    schedule: ShiftSchedule, solves: Int
  ) {
    let counter = Counter(limit: solves)
    let schedule = try ShiftScheduler(
      solver: CountingSolver(counter: counter), isCancelled: { counter.isOver }
    ).schedule(
      sample.scenario, requirement: sample.requirement, capacity: sample.capacity)
    return (try #require(schedule), counter.count)
  }

  @Test("No program is begun after the cancellation, and the week is named as not scheduled")
  func week() throws {
    let sample = WeekAndClockTests.office()
    let whole = try Self.schedule(sample, stoppedAfter: .max)
    #expect(whole.schedule.days.map(\.seats) == (try sample.schedule().days.map(\.seats)))
    #expect(whole.schedule.unscheduled.isEmpty)
    for solves in 0..<whole.solves {
      let stopped = try Self.schedule(sample, stoppedAfter: solves)
      #expect(stopped.solves == solves)
      #expect(stopped.schedule.weeks.isEmpty && stopped.schedule.days.isEmpty)
      #expect(stopped.schedule.unscheduled.map(\.description) == ["2026-11-09"])
    }
  }

  @Test("A week that is done stays")
  func secondWeek() throws {
    var sample = WeekAndClockTests.office()
    sample.weeks = 2
    sample.scheduled = ["2026-11-09", "2026-11-16"]
    let whole = try Self.schedule(sample, stoppedAfter: .max)
    let stopped = try Self.schedule(sample, stoppedAfter: whole.solves - 1)
    #expect(stopped.schedule.weeks.map(\.description) == ["2026-11-09"])
    #expect(stopped.schedule.days == Array(whole.schedule.days.prefix(7)))
    #expect(stopped.schedule.unscheduled.map(\.description) == ["2026-11-16"])
  }

  @Test("A schedule that was kept without a word on unscheduled weeks can be read")
  func kept() throws {
    let schedule = ShiftSchedule(
      weeks: [], days: [], unscheduled: WeekAndClockTests.office().scenario.grid.weeks)
    let data = try JSONEncoder().encode(schedule)
    #expect(try JSONDecoder().decode(ShiftSchedule.self, from: data) == schedule)
    let old = Data(#"{"weeks": [], "days": []}"#.utf8)
    #expect(try JSONDecoder().decode(ShiftSchedule.self, from: old).unscheduled.isEmpty)
  }
}
