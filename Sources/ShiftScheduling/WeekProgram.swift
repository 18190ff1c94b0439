internal import LinearProgramming

/// The outline of a week: how many people of each pool work on each day, and about when.
///
/// A linear program in blocks of two hours, with fractions and with breaks spread evenly over a
/// shift. Its days are then scheduled one after the other within what it leaves them. *x[d,f]* are
/// the people of day *d* on the shifts of family *f*.
struct WeekProgram {
  /// A family of a day; day −1 is the evening before the week.
  struct FamilyKey: Hashable, Sendable {
    let day: Int
    let family: Int
  }

  /// The week.
  let task: WeekTask
  /// Cover and the program itself.
  var cover: CoverProgram
  /// The first day with families: −1 with the evening before the week, else 0.
  let firstDay: Int
  /// People on each family.
  private(set) var people: VariableFamily<FamilyKey>

  /// A program without rows; with `hasEve` the evening before the week is part of it.
  init(_ task: WeekTask, demand: Demand, name: String, hasEve: Bool = false) {
    var cover = CoverProgram(name, demand: demand, routes: Routes(task.pools, demand: demand))
    firstDay = hasEve ? -1 : 0
    let keys = (firstDay..<task.families.count).flatMap { day in
      task.families(ofDay: day).indices.map { FamilyKey(day: day, family: $0) }
    }
    people = cover.program.variables(
      "people", over: keys,
      label: { key in
        let family = task.families(ofDay: key.day)[key.family]
        let overtime = family.overtime > 0 ? " overtime \(family.overtime) min" : ""
        let supplier = task.pools[family.pool].supplier.id
        return "\(supplier) \(family.type) \(family.startTime)\(overtime)"
      })
    for key in keys {
      cover.program.setCost(of: people[key], to: task.families(ofDay: key.day)[key.family].cost)
    }
    self.task = task
    self.cover = cover
  }

  /// The whole program. `present` are positions of each pool and period that are there in any case:
  /// those of the evening before, where that is scheduled already.
  static func complete(
    _ task: WeekTask, demand: Demand, name: String, rest: Int, present: [[Double]]? = nil
  ) -> WeekProgram {
    var week = WeekProgram(task, demand: demand, name: name, hasEve: present == nil)
    week.coverQueues(present: present)
    week.cover.limitOutsourcing(task.outsourcedHours)
    week.limitPeople()
    week.limitWorkDays()
    week.limitHours()
    week.limitOvertime()
    week.keepRest(rest)
    week.limitSeats()
    return week
  }

  /// Cover and teams, as of every program, with the positions of the shifts: presence of the pool ×
  /// share of the period on shift × share of the shift without breaks.
  mutating func coverQueues(present: [[Double]]? = nil) {
    let present = present ?? task.pools.map { _ in cover.demand.periods.map { _ in 0.0 } }
    cover.coverQueues(present: present)
    cover.shareTeams(present: present)
    for key in people.keys {
      let family = task.families(ofDay: key.day)[key.family]
      let presence = task.pools[family.pool].presence * family.workShare
      var positions: [(period: Int, positions: Double)] = []
      cover.demand.forEachPeriod(in: family.start..<family.end) { period, share in
        positions.append((period, share * presence))
      }
      for (row, value) in cover.coefficients(ofPool: family.pool, positions: positions) {
        cover.program.setCoefficient(of: people[key], in: row, to: value)
      }
    }
  }

  /// People: `Σ x[d,f] ≤ people[p,d]` of each pool on each day.
  mutating func limitPeople() {
    let task = task
    for day in firstDay..<task.families.count {
      for pool in task.pools.indices {
        let when = day < 0 ? "the evening before" : "day \(day + 1)"
        require(
          "people of \(task.pools[pool].supplier.id) on \(when)",
          Double(task.people(ofPool: pool, on: day))
        ) { $0.day == day && $1.pool == pool ? 1 : nil }
      }
    }
  }

  /// Days of work: `Σ x[d,f] ≤ workDays[p]` of each pool over the days that count.
  ///
  /// Enough for a roster: giving the days off to those longest without one reaches everybody.
  mutating func limitWorkDays() {
    let task = task
    for pool in task.pools.indices {
      require("work days of \(task.pools[pool].supplier.id)", task.pools[pool].workDays) {
        $1.pool == pool && task.counts(pool: pool, on: $0.day) ? 1 : nil
      }
    }
  }

  /// Hours: `Σ paidHours[f] × x[d,f] ≤ hours[p]` of each pool over the days that count.
  mutating func limitHours() {
    let task = task
    for pool in task.pools.indices {
      require("hours of \(task.pools[pool].supplier.id)", task.pools[pool].hours) {
        $1.pool == pool && task.counts(pool: pool, on: $0.day) ? $1.paidHours : nil
      }
    }
  }

  /// Overtime: `Σ overtimeHours[f] × x[d,f] ≤ overtime[p]` of each pool over the week.
  mutating func limitOvertime() {
    let task = task
    for pool in task.pools.indices where task.pools[pool].hasOvertime {
      require("overtime of \(task.pools[pool].supplier.id)", task.pools[pool].overtimeHours) {
        $1.pool == pool && $1.overtime > 0 ? $1.overtimeHours : nil
      }
    }
  }

  /// Rest: `Σ x[d,f] over ends at e or later + Σ x[d+1,f] over starts before e + rest ≤ people[p]`
  /// for every end *e*: Hall's condition between each two days.
  mutating func keepRest(_ rest: Int) {
    let task = task
    for day in firstDay..<max(firstDay, task.families.count - 1) {
      for pool in task.pools.indices {
        let tomorrow = task.families[day + 1].filter { $0.pool == pool }.map(\.start)
        let ends = Set(task.families(ofDay: day).lazy.filter { $0.pool == pool }.map(\.end))
          .sorted()
        var lastEarly = 0
        for end in ends {
          let early = tomorrow.filter { $0 < end + rest }.count
          guard early > lastEarly else { continue }
          lastEarly = early
          let when = day < 0 ? "the evening before" : "day \(day + 1)"
          require(
            "rest of \(task.pools[pool].supplier.id) after \(when), \(early) starts",
            Double(task.pools[pool].people)
          ) { key, family in
            guard family.pool == pool else { return nil }
            if key.day == day { return family.end >= end ? 1 : nil }
            return key.day == day + 1 && family.start < end + rest ? 1 : nil
          }
        }
      }
    }
  }

  /// Seats: `Σ share[f,t] × x[d,f] ≤ seats[t]` of each site in every period, with the share of the
  /// period in which people of the family are there, on a break or not, and the seats on average over
  /// the period. Left out where the site has a seat for everybody.
  mutating func limitSeats() {
    let task = task
    for (index, site) in task.sites.enumerated() {
      let everybody = task.pools.lazy.filter { $0.site == index }
        .map { max($0.people, $0.peopleOnHolidays) }.reduce(0, +)
      let seats = cover.demand.periods.map { site.mean(in: $0.start..<$0.end) }
      guard let fewest = seats.min(), Double(everybody) > fewest else { continue }
      var sums = cover.demand.periods.map { _ in LinearExpression() }
      for key in people.keys {
        let family = task.families(ofDay: key.day)[key.family]
        guard task.pools[family.pool].site == index else { continue }
        cover.demand.forEachPeriod(in: family.start..<family.end) { period, share in
          sums[period] += share * people[key]
        }
      }
      for (period, sum) in sums.enumerated()
      where !sum.isConstant && Double(everybody) > seats[period] {
        let name = "seats of \(site.name) at \(cover.demand.periods[period].label)"
        cover.program.require(LinearProgram.fitted(name), sum <= seats[period])
      }
    }
  }

  private mutating func require(
    _ name: String, _ most: Double, value: (FamilyKey, ShiftFamily) -> Double?
  ) {
    var sum = LinearExpression()
    for key in people.keys {
      let family = task.families(ofDay: key.day)[key.family]
      guard let value = value(key, family), value != 0 else { continue }
      sum += value * people[key]
    }
    guard !sum.isConstant else { return }
    cover.program.require(LinearProgram.fitted(name), sum <= max(0, most))
  }
}

/// What the outline gives each day of a week.
struct WeekOutline: Sendable {
  /// People by day and pool.
  var people: [[Double]]
  /// Paid hours of regular time by day and pool.
  var hours: [[Double]]
  /// Overtime hours by day and pool.
  var overtimeHours: [[Double]]
  /// Net hours of vendors by day and queue.
  var outsourcedHours: [[Double]]
  /// People who start, with their minute, by day and pool.
  var starts: [[[(minute: Int, people: Double)]]]
  /// People on each family, with its number, by day.
  var shifts: [[(family: Int, people: Double)]]

  /// Reads the outline out of the solved program.
  init(_ week: WeekProgram, _ solution: Solution) {
    let task = week.task
    let none = task.families.map { _ in task.pools.map { _ in 0.0 } }
    people = none
    hours = none
    overtimeHours = none
    starts = task.families.map { _ in task.pools.map { _ in [] } }
    shifts = task.families.map { _ in [] }
    for key in week.people.keys where key.day >= 0 {
      let value = max(0, solution[week.people[key]])
      guard value > 1e-9 else { continue }
      let family = task.families[key.day][key.family]
      people[key.day][family.pool] += value
      hours[key.day][family.pool] += value * family.paidHours
      overtimeHours[key.day][family.pool] += value * family.overtimeHours
      starts[key.day][family.pool].append((family.start, value))
      shifts[key.day].append((key.family, value))
    }
    let demand = week.cover.demand
    outsourcedHours = task.families.map { _ in demand.queues.map { _ in 0.0 } }
    let dayStarts = task.days.indices.map { day in
      let block = task.firstBlocks[day - task.days.lowerBound]
      return task.blocks.blocks.indices.contains(block) ? task.blocks.blocks[block].start : .max
    }
    for key in week.cover.assigned.keys {
      let team = week.cover.routes.teams[key.team]
      guard team.isVendor else { continue }
      let period = demand.periods[team.period]
      let day = dayStarts.lastIndex { $0 <= period.start } ?? 0
      let positions = max(0, solution[week.cover.assigned[key]])
      outsourcedHours[day][key.queue] += positions * period.hours
    }
  }
}
