internal import BusinessCalendar
internal import LinearProgramming

/// The program of one day: how many people of each pool work which shift, breaks placed, so that
/// wages and priced shortage are least. Columns are whole shifts and are generated as needed
/// (Dantzig 1954, set covering; Gilmore and Gomory 1961, column generation).
///
/// *x[f,b]* are the people on the shifts of family *f* (pool, type, start, overtime) with breaks at
/// *b*; every constraint family is a method.
struct DayProgram {
  /// A shift with its breaks placed.
  struct Column: Hashable, Sendable {
    /// The number of the family.
    let family: Int
    /// Where its breaks start.
    let offsets: [Int]
  }

  /// An upper limit on people, with its coefficient for the shifts of each family.
  struct Limit: Sendable {
    /// The row.
    let constraint: Constraint
    /// What it is at most.
    let limit: Double
  }

  /// What is to be decided.
  let task: DayTask
  /// Cover and the program itself.
  var cover: CoverProgram
  /// The shifts that are in the program, in the order in which they came.
  private(set) var columns: [Column] = []
  /// Their variables.
  private(set) var variables: [Variable] = []
  /// The limits on people.
  private(set) var limits: [Limit] = []
  /// The limits that the shifts of each family count for.
  private(set) var limitsOfFamily: [[(limit: Int, value: Double)]]
  private var known: Set<Column> = []

  /// A program without rows and shifts.
  init(_ task: DayTask) {
    self.task = task
    cover = CoverProgram(
      task.name, demand: task.demand, routes: Routes(task.pools, demand: task.demand))
    limitsOfFamily = Array(repeating: [], count: task.families.count)
  }

  /// The whole program, with one shift of every family.
  static func complete(_ task: DayTask) -> DayProgram {
    var day = DayProgram(task)
    day.cover.coverQueues(present: task.present)
    day.cover.shareTeams(present: task.present)
    day.cover.limitOutsourcing(task.outsourcedHours, before: task.ownPeriods)
    day.limitPeople()
    day.limitHours()
    day.limitOvertime()
    day.keepRest()
    day.leaveRest()
    day.limitSeats()
    day.addMiddleShifts()
    return day
  }

  /// Adds the limit `Σ value × x ≤ most` over the families for which `value` gives one.
  private mutating func limit(
    _ name: String, to most: Double, value: (ShiftFamily) -> Double?
  ) {
    var members: [(family: Int, value: Double)] = []
    for (index, family) in task.families.enumerated() {
      if let value = value(family), value != 0 { members.append((index, value)) }
    }
    guard !members.isEmpty else { return }
    let most = max(0, most)
    for member in members { limitsOfFamily[member.family].append((limits.count, member.value)) }
    let constraint = cover.program.require(
      LinearProgram.fitted(name), LinearExpression() <= most)
    limits.append(Limit(constraint: constraint, limit: most))
  }

  /// People: `Σ x[f,b] ≤ people[p]`, those of the pool who may work on the day: heads less absences,
  /// and what the week's days of work leave.
  mutating func limitPeople() {
    let task = task
    for (index, pool) in task.pools.enumerated() {
      limit("people of \(pool.supplier.id)", to: task.people[index].rounded(.down)) {
        $0.pool == index ? 1 : nil
      }
    }
  }

  /// Hours: `Σ paidHours[f] × x[f,b] ≤ hours[p]`, what the week's contract hours leave. Left out
  /// where the people alone keep it.
  mutating func limitHours() {
    let task = task
    for (index, pool) in task.pools.enumerated() {
      let longest = task.families.filter { $0.pool == index }.map(\.paidHours).max() ?? 0
      guard longest * task.people[index].rounded(.down) > task.hours[index] else { continue }
      limit("hours of \(pool.supplier.id)", to: task.hours[index]) {
        $0.pool == index ? $0.paidHours : nil
      }
    }
  }

  /// Overtime: `Σ overtimeHours[f] × x[f,b] ≤ overtime[p]`, of the hours in the capacity plan.
  mutating func limitOvertime() {
    let task = task
    for (index, pool) in task.pools.enumerated() where pool.hasOvertime {
      limit("overtime of \(pool.supplier.id)", to: task.overtimeHours[index]) {
        $0.pool == index && $0.overtime > 0 ? $0.overtimeHours : nil
      }
    }
  }

  /// Rest: `Σ x[f,b] over starts before e + rest ≤ heads[p] − people whose shift ended at e or
  /// later`, for every end *e* of the day before.
  ///
  /// By Hall's theorem that is exactly when everybody who starts has rested: who can start at a time
  /// can start at every later one, so only thresholds matter. Of ends with the same early shifts
  /// only the one with the most late people is kept.
  mutating func keepRest() {
    let task = task
    for (index, pool) in task.pools.enumerated() {
      let own = task.families.filter { $0.pool == index }
      var late = 0
      var thresholds: [(minute: Int, early: Int, late: Int)] = []
      for end in task.ended[index].sorted(by: { $0.minute > $1.minute }) {
        late += end.people
        let early = own.filter { $0.start < end.minute + task.rest }.count
        if early == thresholds.last?.early { thresholds.removeLast() }
        if early > 0 { thresholds.append((end.minute, early, late)) }
      }
      for threshold in thresholds {
        limit(
          "rest of \(pool.supplier.id) after \(clock(threshold.minute))",
          to: Double(task.heads[index] - threshold.late)
        ) { $0.pool == index && $0.start < threshold.minute + task.rest ? 1 : nil }
      }
    }
  }

  /// Rest of tomorrow's early people: `Σ x[f,b] over ends at e or later ≤ heads[p] − people whom
  /// the outline has start before e + rest tomorrow`, for every end *e* of the day.
  ///
  /// Without it a late evening would eat the rest of the people whom an event's morning needs.
  mutating func leaveRest() {
    let task = task
    for (index, pool) in task.pools.enumerated() {
      let ends = Set(task.families.lazy.filter { $0.pool == index }.map(\.end)).sorted()
      var lastEarly = 0.0
      for end in ends {
        let early = task.startingNext[index].lazy.filter { $0.minute < end + task.rest }
          .map(\.people).reduce(0, +)
        guard early > lastEarly + 1e-6 else { continue }
        lastEarly = early
        limit(
          "rest of \(pool.supplier.id) before tomorrow, from \(clock(end))",
          to: Double(task.heads[index]) - early
        ) { $0.pool == index && $0.end >= end ? 1 : nil }
      }
    }
  }

  /// Seats: `Σ x[f,b] over shifts that touch the period ≤ seats − those taken`, by site and period,
  /// with the fewest seats in it; a person on a break keeps the seat. Left out where the site has a
  /// seat for everybody.
  mutating func limitSeats() {
    let task = task
    for (index, site) in task.sites.enumerated() {
      let there = task.pools.indices.filter { task.pools[$0].site == index }
      let everybody = there.map { task.people[$0].rounded(.down) }.reduce(0, +)
      for (period, stretch) in task.demand.periods.enumerated() {
        let free = Double(site.fewest(in: stretch.start..<stretch.end)) - task.taken[index][period]
        guard everybody > free else { continue }
        limit("seats of \(site.name) at \(stretch.label)", to: free) { family in
          let touches = family.start < stretch.end && family.end > stretch.start
          return touches && task.pools[family.pool].site == index ? 1 : nil
        }
      }
    }
  }

  /// Adds the shift of every family with its breaks in the middle of their windows.
  mutating func addMiddleShifts() {
    for (index, family) in task.families.enumerated() {
      if let offsets = family.middleBreaks() { add(Column(family: index, offsets: offsets)) }
    }
  }

  /// Whether the shift is in the program.
  func contains(_ column: Column) -> Bool { known.contains(column) }

  /// Adds a shift unless it is there.
  mutating func add(_ column: Column) {
    guard known.insert(column).inserted else { return }
    let family = task.families[column.family]
    let pool = task.pools[family.pool]
    var positions: [(period: Int, positions: Double)] = []
    for part in family.work(breaksAt: column.offsets) {
      task.demand.forEachPeriod(in: part) { period, share in
        if let last = positions.last, last.period == period {
          positions[positions.count - 1].positions += share * pool.presence
        } else {
          positions.append((period, share * pool.presence))
        }
      }
    }
    var coefficients = cover.coefficients(ofPool: family.pool, positions: positions)
    for member in limitsOfFamily[column.family] {
      coefficients.append((limits[member.limit].constraint, member.value))
    }
    variables.append(
      cover.program.variable(
        name(of: column), cost: family.cost, coefficients: coefficients))
    columns.append(column)
  }

  private func name(of column: Column) -> String {
    let family = task.families[column.family]
    let breaks = column.offsets.map { clock(family.start + $0, of: family) }
    let pauses = breaks.isEmpty ? "" : " breaks " + breaks.joined(separator: " ")
    let overtime = family.overtime > 0 ? " overtime \(family.overtime) min" : ""
    let start = family.startTime.time
    let supplier = task.pools[family.pool].supplier.id
    return LinearProgram.fitted(
      "seats(\(supplier) \(family.type) \(start)\(overtime)\(pauses))")
  }

  /// A minute by the clock of the family's start, for names.
  private func clock(_ minute: Int, of family: ShiftFamily) -> String {
    family.startTime.adding(minutes: minute - family.start).time.description
  }

  /// A minute on the wall, for names: counted from any family of the day.
  private func clock(_ minute: Int) -> String {
    guard let family = task.families.first else { return "\(minute)" }
    return family.startTime.adding(minutes: minute - family.start).description
  }
}
