internal import BusinessCalendar
public import CapacityPlanning
public import LinearProgramming
public import Scenarios
public import Staffing
internal import Units

/// Puts the people of a capacity plan on shifts in the peak weeks, day by day.
///
/// The week is outlined first (who works on which day, about when), then each day is solved by
/// column generation over whole shifts and rounded to whole people. See
/// `docs/background/shift-scheduling.md`.
public struct ShiftScheduler: Sendable {
  let solver: any Solver
  let options: ScheduleOptions
  let isCancelled: @Sendable () -> Bool

  /// A scheduler.
  ///
  /// - Parameter isCancelled: is asked before every solve and again and again during it, on the
  ///   solver's thread. Once it says yes no further solve is begun, the one that runs is stopped,
  ///   and the weeks that are not done are left out (``ShiftSchedule/unscheduled``).
  public init(
    solver: any Solver, options: ScheduleOptions = ScheduleOptions(),
    isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.solver = isCancelled.map { CancellableSolver(base: solver, isCancelled: $0) } ?? solver
    self.options = options
    self.isCancelled = isCancelled ?? { false }
  }

  /// The schedule of the scenario's peak weeks; `nil` when the scenario asks for none.
  ///
  /// Whole weeks or nothing: of a week whose scheduling is cancelled no day is given.
  ///
  /// - Throws: ``ShiftSchedulingError`` when a program could not be solved; shortage is no error.
  public func schedule(
    _ scenario: Scenario, requirement: StaffingRequirement, capacity: CapacityPlan
  ) throws(ShiftSchedulingError) -> ShiftSchedule? {
    guard let shifts = scenario.shifts else { return nil }
    let numbers = Self.weeks(of: requirement, naming: shifts.scheduledDates)
    var days: [DaySchedule] = []
    var carried: [PlacedShift] = []
    var before: Int?
    var done = 0
    for number in numbers {
      guard number < capacity.weeks.count else {
        throw .weekMissing(week: number, weeksInPlan: capacity.weeks.count)
      }
      let task = WeekTask(
        number, scenario: scenario, requirement: requirement, capacity: capacity)
      var run = WeekRun(
        task, scenario: scenario, requirement: requirement, solver: solver, options: options)
      do throws(ShiftSchedulingError) {
        days += try run.schedule(after: before == number - 1 ? carried : nil)
      } catch {
        if isCancelled() { break }
        throw error
      }
      carried = run.carried
      before = number
      done += 1
    }
    let weeks = numbers.map { requirement.grid.weeks[$0] }
    return ShiftSchedule(
      weeks: Array(weeks.prefix(done)), days: days, unscheduled: Array(weeks.dropFirst(done)))
  }

  /// The weeks that are scheduled, in order: those of `dates`, or else the week with the largest
  /// requirement over all queues (the first of equal ones).
  static func weeks(of requirement: StaffingRequirement, naming dates: [LocalDate]) -> [Int] {
    let grid = requirement.grid
    let named = dates.compactMap { grid.weekIndex(of: $0) }
    if !named.isEmpty { return Array(Set(named)).sorted() }
    var best: (week: Int, positions: Double)?
    for week in grid.weeks.indices {
      let slots = grid.slotIndices(ofWeek: week)
      var positions = 0.0
      for queue in requirement.queues {
        for slot in slots { positions += queue.positions[slot].value }
      }
      // Of weeks that need the same, to the last digits, the first: noise must not choose.
      if positions > (best?.positions ?? -1) * (1 + 1e-9) { best = (week, positions) }
    }
    return best.map { [$0.week] } ?? []
  }
}
