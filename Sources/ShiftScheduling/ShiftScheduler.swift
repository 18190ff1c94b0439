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

  /// A scheduler.
  public init(solver: any Solver, options: ScheduleOptions = ScheduleOptions()) {
    self.solver = solver
    self.options = options
  }

  /// The schedule of the scenario's peak weeks; `nil` when the scenario asks for none.
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
    for number in numbers {
      guard number < capacity.weeks.count else {
        throw .weekMissing(week: number, weeksInPlan: capacity.weeks.count)
      }
      let task = WeekTask(
        number, scenario: scenario, requirement: requirement, capacity: capacity)
      var run = WeekRun(
        task, scenario: scenario, requirement: requirement, solver: solver, options: options)
      days += try run.schedule(after: before == number - 1 ? carried : nil)
      carried = run.carried
      before = number
    }
    return ShiftSchedule(weeks: numbers.map { requirement.grid.weeks[$0] }, days: days)
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
      if positions > best?.positions ?? -1 { best = (week, positions) }
    }
    return best.map { [$0.week] } ?? []
  }
}
