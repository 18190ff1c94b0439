internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Staffing
internal import Units

extension WeekRun {
  /// Requirement and staff of each queue on a calendar day, given every shift that reaches it.
  ///
  /// People who can take several queues are given to them so that the priced shortage is least
  /// (a small linear program); those left over are shown where their queues require most, in
  /// proportion. Vendors' hours count against the week's limits.
  mutating func cover(
    _ day: Int, with shifts: [PlacedShift]
  ) throws(ShiftSchedulingError) -> [QueueCoverage] {
    let blocks = task.blocks.blocks(ofDay: task.days.lowerBound + day)
    let demand = Demand(
      task.blocks, blocks: blocks, queues: scenario.queues, policy: scenario.policy)
    let routes = Routes(task.pools, demand: demand, separatesVendors: true)
    let date = requirement.grid.days[task.days.lowerBound + day].date
    var program = CoverProgram("people of \(date)", demand: demand, routes: routes)
    let present = self.present(shifts, demand: demand)
    program.coverQueues(present: present)
    program.shareTeams(present: present)
    program.limitOutsourcing(outsourcedLeft(for: day))
    var given = TeamShares(program, present: present)
    if !routes.teams.isEmpty {
      var options = SolverOptions()
      options.acceptsEmptyRows = true
      given.take(try solve(program.program, options: options), from: program)
    }
    given.trimAndSpread(demand: demand, routes: routes, present: present)
    for (queue, hours) in given.vendorHours(demand: demand, routes: routes).enumerated() {
      outsourced.use(hours, of: queue)
      outsourcedOverall.use(hours, of: 0)
    }
    return coverage(
      blocks: blocks, demand: demand, routes: routes, given: given, shifts: shifts,
      present: present)
  }

  private func coverage(
    blocks: Range<Int>, demand: Demand, routes: Routes, given: TeamShares,
    shifts: [PlacedShift], present: [[Double]]
  ) -> [QueueCoverage] {
    let slotCount = blocks.map { task.blocks.blocks[$0].slots.count }.reduce(0, +)
    let none = demand.queues.map { _ in Array(repeating: 0.0, count: slotCount) }
    var inHouse = none
    var outsourced = none
    let firstSlot = blocks.first.map { task.blocks.blocks[$0].slots.lowerBound } ?? 0
    for (period, block) in blocks.enumerated() {
      for slot in task.blocks.blocks[block].slots {
        let index = slot - firstSlot
        let scale = slotScale(slot, in: block, period: period, shifts: shifts, present: present)
        for (pool, row) in routes.routes.enumerated() {
          switch row[period] {
          case .none: continue
          case .queue(let queue): inHouse[queue][index] += present[pool][period] * scale[pool]
          case .team(let team):
            let total = given.present[team]
            guard total > 0 else { continue }
            let share = present[pool][period] * scale[pool] / total
            for (queue, positions) in zip(routes.teams[team].queues, given.positions[team]) {
              if routes.teams[team].isVendor {
                outsourced[queue][index] += positions * share
              } else {
                inHouse[queue][index] += positions * share
              }
            }
          }
        }
      }
    }
    return demand.queues.indices.map { queue in
      let slots = firstSlot..<(firstSlot + slotCount)
      let id = scenario.queues[queue].id
      let positions = requirement[id]?.positions ?? []
      let required = slots.map { positions.indices.contains($0) ? positions[$0] : .zero }
      let short = required.indices.map { index in
        let missing = required[index].value - inHouse[queue][index] - outsourced[queue][index]
        return Positions(missing > 1e-6 ? missing : 0)
      }
      return QueueCoverage(
        queue: id, required: required,
        inHouse: inHouse[queue].map { Positions($0) },
        outsourced: outsourced[queue].map { Positions($0) }, short: short)
    }
  }

  /// The people of each pool in a slot, as a multiple of those in its block; all 1 where the block
  /// is one slot.
  private func slotScale(
    _ slot: Int, in block: Int, period: Int, shifts: [PlacedShift], present: [[Double]]
  ) -> [Double] {
    guard task.blocks.blocks[block].slots.count > 1,
      let times = requirement.grid.slot(at: slot)
    else { return task.pools.map { _ in 1 } }
    let start = Int(times.startInstant / 60)
    let minutes = start..<(start + times.minutes)
    var there = task.pools.map { _ in 0.0 }
    for shift in shifts {
      let positions = task.pools[shift.family.pool].presence * Double(shift.seats)
      for part in shift.work where part.overlaps(minutes) {
        let overlap = part.clamped(to: minutes).count
        there[shift.family.pool] += positions * Double(overlap) / Double(minutes.count)
      }
    }
    return there.indices.map { pool in
      present[pool][period] > 0 ? there[pool] / present[pool][period] : 0
    }
  }
}

/// The positions that each team gives each of its queues.
struct TeamShares {
  /// Positions by team, in the order of the team's queues.
  var positions: [[Double]]
  /// Positions of each team on shift.
  let present: [Double]

  /// Teams that give nothing yet.
  init(_ program: CoverProgram, present: [[Double]]) {
    var there = Array(repeating: 0.0, count: program.routes.teams.count)
    for (pool, row) in program.routes.routes.enumerated() {
      for (period, route) in row.enumerated() {
        if case .team(let team) = route { there[team] += present[pool][period] }
      }
    }
    self.present = there
    positions = program.routes.teams.map { $0.queues.map { _ in 0 } }
  }

  /// Takes the assignments of the solved program.
  mutating func take(_ solution: Solution, from program: CoverProgram) {
    for (team, members) in program.routes.teams.enumerated() {
      for (index, queue) in members.queues.enumerated() {
        let key = CoverProgram.AssignmentKey(team: team, queue: queue)
        positions[team][index] = max(0, solution[program.assigned[key]])
      }
    }
  }

  /// Takes back what a queue has beyond its requirement, and spreads everybody left over in
  /// proportion to the requirements; never vendors where outsourcing is limited.
  mutating func trimAndSpread(demand: Demand, routes: Routes, present: [[Double]]) {
    var supply = demand.required.map { $0.map { _ in 0.0 } }
    var fromTeams = supply
    for (pool, row) in routes.routes.enumerated() {
      for (period, route) in row.enumerated() {
        if case .queue(let queue) = route { supply[queue][period] += present[pool][period] }
      }
    }
    for (team, members) in routes.teams.enumerated() {
      for (index, queue) in members.queues.enumerated() {
        fromTeams[queue][members.period] += positions[team][index]
      }
    }
    for (team, members) in routes.teams.enumerated() {
      for (index, queue) in members.queues.enumerated() {
        let given = fromTeams[queue][members.period]
        let needed = max(0, demand.required[queue][members.period] - supply[queue][members.period])
        if given > needed { positions[team][index] *= needed / given }
      }
      let open = members.queues.indices.filter { index in
        let isLimited = demand.isLimitedOverall || demand.isLimited[members.queues[index]]
        return !(members.isVendor && isLimited)
      }
      let weight = open.map { demand.required[members.queues[$0]][members.period] }.reduce(0, +)
      let idle = self.present[team] - positions[team].reduce(0, +)
      guard idle > 0, weight > 0 else { continue }
      for index in open {
        let share = demand.required[members.queues[index]][members.period] / weight
        positions[team][index] += idle * share
      }
    }
  }

  /// Net hours of vendors in each queue.
  func vendorHours(demand: Demand, routes: Routes) -> [Double] {
    var hours = demand.queues.map { _ in 0.0 }
    for (team, members) in routes.teams.enumerated() where members.isVendor {
      for (index, queue) in members.queues.enumerated() {
        hours[queue] += positions[team][index] * demand.periods[members.period].hours
      }
    }
    return hours
  }
}
