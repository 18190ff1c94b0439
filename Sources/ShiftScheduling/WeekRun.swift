internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Staffing
internal import Units

/// The scheduling of one week, day after day.
struct WeekRun {
  let task: WeekTask
  let scenario: Scenario
  let requirement: StaffingRequirement
  let solver: any Solver
  let options: ScheduleOptions
  /// The shifts of the day before.
  private(set) var carried: [PlacedShift] = []
  var workDays = WeekBudget(total: [], outlined: [])
  var hours = WeekBudget(total: [], outlined: [])
  var overtime = WeekBudget(total: [], outlined: [])
  var outsourced = WeekBudget(total: [], outlined: [])
  /// Of one number: vendors' hours of all queues.
  var outsourcedOverall = WeekBudget(total: [], outlined: [])

  init(
    _ task: WeekTask, scenario: Scenario, requirement: StaffingRequirement, solver: any Solver,
    options: ScheduleOptions
  ) {
    self.task = task
    self.scenario = scenario
    self.requirement = requirement
    self.solver = solver
    self.options = options
  }

  var rest: Int {
    Int(min(max(0, scenario.shifts?.restBetweenShifts.seconds ?? 0), 172_800) / 60)
  }

  /// The days of the week; `evening` are the shifts of the day before where that is scheduled.
  mutating func schedule(
    after evening: [PlacedShift]?
  ) throws(ShiftSchedulingError) -> [DaySchedule] {
    let outline = try outlineWeek(after: evening)
    workDays = WeekBudget(total: task.pools.map(\.workDays), outlined: counted(outline.people))
    hours = WeekBudget(total: task.pools.map(\.hours), outlined: counted(outline.hours))
    overtime = WeekBudget(
      total: task.pools.map(\.overtimeHours), outlined: outline.overtimeHours)
    outsourced = WeekBudget(
      total: task.outsourcedHours.byQueue, outlined: outline.outsourcedHours)
    outsourcedOverall = WeekBudget(
      total: task.outsourcedHours.overall.map { [$0] } ?? [.greatestFiniteMagnitude],
      outlined: outline.outsourcedHours.map { [$0.reduce(0, +)] })
    if let evening { carried = evening } else { carried = try scheduleEve(outline) }
    let unscheduled = evening == nil ? carried : []
    var days: [DaySchedule] = []
    for day in task.families.indices {
      let dayTask = self.dayTask(day, outline: outline)
      let solved = try solve(dayTask)
      note(solved.shifts, on: day)
      let coverage = try cover(day, with: carried + solved.shifts)
      let reaching = day == 0 ? unscheduled : []
      let gridDay = task.days.lowerBound + day
      days.append(
        DaySchedule(
          date: requirement.grid.days[gridDay].date,
          slots: requirement.grid.slotIndices(ofDay: gridDay),
          seats: seats(of: solved.shifts),
          available: task.pools.indices.map { pool in
            SupplierHeads(
              supplier: task.pools[pool].supplier,
              heads: Headcount(Double(task.people(ofPool: pool, on: day))))
          },
          coverage: coverage, solve: solved.report, carriedIn: seats(of: reaching)))
      carried = solved.shifts
    }
    return days
  }

  /// The outlined amounts of pools on days that count against the week's.
  private func counted(_ amounts: [[Double]]) -> [[Double]] {
    amounts.enumerated().map { day, row in
      row.enumerated().map { pool, amount in
        task.counts(pool: pool, on: day) ? amount : 0
      }
    }
  }

  /// The vendors' hours that a day may use: what is left of the week's but for what later days are
  /// given.
  func outsourcedLeft(for day: Int) -> OutsourcedHours {
    OutsourcedHours(
      byQueue: outsourced.left(for: day),
      overall: task.outsourcedHours.overall.map { _ in outsourcedOverall.left(for: day)[0] })
  }

  /// The outline of the week; without `evening`, that of the evening before it as well.
  private func outlineWeek(
    after evening: [PlacedShift]?
  ) throws(ShiftSchedulingError) -> WeekOutline {
    let first = evening == nil && task.eveFamilies.isEmpty ? task.firstBlocks[0] : 0
    let range = first..<max(first, task.firstBlocks.last ?? first)
    let shortest = task.blocks.blocks.lazy.map { $0.end - $0.start }.max() ?? 30
    let demand = Demand(
      task.blocks, blocks: range, joined: max(1, options.outlineMinutes / max(1, shortest)),
      queues: scenario.queues, policy: scenario.policy)
    let program = WeekProgram.complete(
      task, demand: demand, name: "outline of the week of \(task.week.start)", rest: rest,
      present: evening.map { present($0, demand: demand) })
    var solverOptions = SolverOptions()
    solverOptions.acceptsEmptyRows = true
    let solution = try solve(program.cover.program, options: solverOptions)
    return WeekOutline(program, solution)
  }

  func solve(
    _ program: LinearProgram, options: SolverOptions
  ) throws(ShiftSchedulingError) -> Solution {
    let meaning: SolutionMeaning
    do throws(SolverError) {
      let solution = try solver.solve(program, options: options, from: nil)
      if solution.hasSolution { return solution }
      meaning = solution.meaning
    } catch {
      throw .solver(program: program.name, error)
    }
    throw .unsolved(program: program.name, meaning: meaning)
  }
}
