internal import BusinessCalendar
internal import CapacityPlanning
internal import LinearProgramming
internal import Scenarios
internal import Staffing
internal import Units

extension WeekRun {
  /// A solved day.
  struct SolvedDay {
    /// Its shifts, by pool, type, start and breaks.
    let shifts: [PlacedShift]
    /// How it was solved.
    let report: SolveReport
  }

  /// What the program of the day with this place in the week is to decide.
  func dayTask(_ day: Int, outline: WeekOutline) -> DayTask {
    let own = task.firstBlocks[day]..<task.firstBlocks[day + 1]
    let demand = Demand(
      task.blocks, blocks: own.lowerBound..<task.reach(ofDay: day), queues: scenario.queues,
      policy: scenario.policy)
    let expected = self.expected(after: day, outline: outline, demand: demand)
    let daysLeft = workDays.left(for: day)
    let hoursLeft = hours.left(for: day)
    let date = requirement.grid.days[task.days.lowerBound + day].date
    return DayTask(
      name: "shifts of \(date)", pools: task.pools, families: task.families[day], demand: demand,
      present: zip(present(carried, demand: demand), expected).map { zip($0, $1).map(+) },
      people: task.pools.indices.map { pool in
        let people = Double(task.people(ofPool: pool, on: day))
        return task.counts(pool: pool, on: day) ? min(people, daysLeft[pool] + 1e-6) : people
      },
      hours: task.pools.indices.map { pool in
        task.counts(pool: pool, on: day) ? hoursLeft[pool] + 1e-6 : .greatestFiniteMagnitude
      },
      overtimeHours: overtime.left(for: day).map { $0 + 1e-6 },
      outsourcedHours: outsourcedLeft(for: day), ended: ended(carried),
      startingNext: day + 1 < outline.starts.count
        ? outline.starts[day + 1] : task.pools.map { _ in [] },
      heads: task.pools.map(\.people), rest: rest,
      sites: task.sites,
      taken: taken(carried, demand: demand), ownPeriods: own.count)
  }

  /// Positions of the people whom the outline has start on the next day, a pool and period: what
  /// the day's late shifts meet after their own day. The day after the week is taken to start like
  /// the week's last day.
  func expected(after day: Int, outline: WeekOutline, demand: Demand) -> [[Double]] {
    var positions = task.pools.map { _ in demand.periods.map { _ in 0.0 } }
    let isLast = day + 1 >= outline.shifts.count
    let later = isLast ? 1440 : 0
    let next = isLast ? day : day + 1
    for (number, people) in outline.shifts[next] {
      let family = task.families[next][number]
      let each = people * task.pools[family.pool].presence * family.workShare
      demand.forEachPeriod(in: (family.start + later)..<(family.end + later)) { period, share in
        positions[family.pool][period] += each * share
      }
    }
    return positions
  }

  /// The shifts of the evening before the week that reach into it, where that evening is not itself
  /// scheduled: as many as the week's first hours are worth, beside those whom the outline has start
  /// on the first day.
  func scheduleEve(_ outline: WeekOutline) throws(ShiftSchedulingError) -> [PlacedShift] {
    guard !task.eveFamilies.isEmpty else { return [] }
    let demand = Demand(
      task.blocks, blocks: 0..<task.reach(ofDay: -1), queues: scenario.queues,
      policy: scenario.policy)
    let eve = DayTask(
      name: "evening before \(task.week.start)", pools: task.pools, families: task.eveFamilies,
      demand: demand, present: expected(after: -1, outline: outline, demand: demand),
      people: task.evePeople.map(Double.init),
      hours: task.pools.map { _ in .greatestFiniteMagnitude },
      overtimeHours: task.pools.map { _ in 0 }, outsourcedHours: outsourcedLeft(for: 0),
      ended: ended([]), startingNext: outline.starts.first ?? [],
      heads: task.pools.map(\.people), rest: rest,
      sites: task.sites, taken: taken([], demand: demand))
    return try solve(eve).shifts
  }

  /// Solves a day: relaxation, dive, and a search where the day is small.
  func solve(_ dayTask: DayTask) throws(ShiftSchedulingError) -> SolvedDay {
    var program = DayProgram.complete(dayTask)
    guard program.cover.program.variableCount > 0 else {
      return SolvedDay(shifts: [], report: report(of: program, nil, objective: 0, bound: 0))
    }
    let relaxation: DayRelaxation
    let decision: DayDecision?
    do throws(SolverError) {
      relaxation = try program.relax(with: solver, options: options)
      decision =
        relaxation.solution.hasSolution
        ? try program.decide(from: relaxation, with: solver, options: options) : nil
    } catch {
      throw .solver(program: dayTask.name, error)
    }
    guard let decision, decision.objective.isFinite else {
      throw .unsolved(program: dayTask.name, meaning: relaxation.solution.meaning)
    }
    let shifts = program.columns.indices.filter { decision.seats[$0] > 0 }.map { column in
      PlacedShift(
        family: dayTask.families[program.columns[column].family],
        offsets: program.columns[column].offsets, seats: decision.seats[column])
    }
    return SolvedDay(
      shifts: inOrder(shifts),
      report: report(
        of: program, relaxation, objective: decision.objective, bound: relaxation.bound))
  }

  private func inOrder(_ shifts: [PlacedShift]) -> [PlacedShift] {
    shifts.sorted { left, right in
      let (first, second) = (left.family, right.family)
      if first.pool != second.pool { return first.pool < second.pool }
      if first.type != second.type { return first.type < second.type }
      if first.start != second.start { return first.start < second.start }
      if first.overtime != second.overtime { return first.overtime < second.overtime }
      return left.offsets.lexicographicallyPrecedes(right.offsets)
    }
  }

  /// What the solver calls itself, else its type.
  private var solverName: String {
    (solver as? any CustomStringConvertible)?.description ?? "\(type(of: solver))"
  }

  private func report(
    of program: DayProgram, _ relaxation: DayRelaxation?, objective: Double, bound: Double
  ) -> SolveReport {
    let bound = min(bound, objective)
    let gap = objective == bound ? 0 : (objective - bound) / max(1e-9, abs(objective))
    let isLimitReached = relaxation?.isLimitReached ?? false
    // A day that is too large for a search, or whose search ran out of nodes, keeps its dive.
    let isClose = gap <= options.searchGap
    let status =
      gap <= 1e-6
      ? "optimal"
      : isLimitReached
        ? "limit reached" : isClose ? "within gap" : "ended by its search limit"
    return SolveReport(
      program: program.task.name, solver: solverName, status: status,
      objective: objective, bound: bound, gap: Share(gap),
      rows: program.cover.program.constraintCount, columns: program.cover.program.variableCount,
      integers: program.columns.count, isLimitReached: isLimitReached)
  }

  /// Notes what the day's shifts have used of the week.
  mutating func note(_ shifts: [PlacedShift], on day: Int) {
    for shift in shifts {
      let pool = shift.family.pool
      let seats = Double(shift.seats)
      if task.counts(pool: pool, on: day) {
        workDays.use(seats, of: pool)
        hours.use(seats * shift.family.paidHours, of: pool)
      }
      overtime.use(seats * shift.family.overtimeHours, of: pool)
    }
  }

  /// Positions that `shifts` give, a pool and period.
  func present(_ shifts: [PlacedShift], demand: Demand) -> [[Double]] {
    var present = task.pools.map { _ in demand.periods.map { _ in 0.0 } }
    for shift in shifts {
      let pool = shift.family.pool
      let positions = task.pools[pool].presence * Double(shift.seats)
      for part in shift.work {
        demand.forEachPeriod(in: part) { period, share in
          present[pool][period] += positions * share
        }
      }
    }
    return present
  }

  private func taken(_ shifts: [PlacedShift], demand: Demand) -> [[Double]] {
    var taken = scenario.sites.map { _ in demand.periods.map { _ in 0.0 } }
    for shift in shifts {
      guard let site = task.pools[shift.family.pool].site else { continue }
      demand.forEachPeriod(in: shift.family.start..<shift.family.end) { period, _ in
        taken[site][period] += Double(shift.seats)
      }
    }
    return taken
  }

  private func ended(_ shifts: [PlacedShift]) -> [[(minute: Int, people: Int)]] {
    task.pools.indices.map { pool in
      let own = shifts.filter { $0.family.pool == pool }
      return Set(own.map(\.family.end)).sorted().map { end in
        (end, own.filter { $0.family.end == end }.map(\.seats).reduce(0, +))
      }
    }
  }

  /// The schedule's form of the shifts.
  func seats(of shifts: [PlacedShift]) -> [ShiftSeats] {
    shifts.map { shift in
      let family = shift.family
      return ShiftSeats(
        supplier: task.pools[family.pool].supplier, type: family.type, start: family.startTime,
        length: WorkTime(minutes: Int64(family.end - family.start)),
        breaks: zip(family.breaks, shift.offsets).map { window, offset in
          ShiftSeats.PlacedBreak(
            offset: WorkTime(minutes: Int64(offset)),
            length: WorkTime(minutes: Int64(window.minutes)),
            isPaid: window.isPaid)
        },
        seats: shift.seats, overtime: WorkTime(minutes: Int64(family.overtime)))
    }
  }
}
