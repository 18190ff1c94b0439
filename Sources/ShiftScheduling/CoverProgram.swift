internal import LinearProgramming

/// The part that all programs of a schedule share: people in each period against what is required,
/// with a priced shortage. *r* is a queue's requirement, *u* its shortage by tier, *y* a team's
/// positions given to a queue, *s* the positions of a pool or team that are on shift.
struct CoverProgram {
  /// A tier of a queue's shortage in a period.
  struct ShortageKey: Hashable, Sendable {
    let queue: Int
    let period: Int
    let tier: Int
  }

  /// A team's positions for one of its queues.
  struct AssignmentKey: Hashable, Sendable {
    let team: Int
    let queue: Int
  }

  /// The program; shifts are added to it as columns.
  var program: LinearProgram
  /// What is required.
  let demand: Demand
  /// Where people go.
  let routes: Routes
  /// Missing positions by queue, period and tier.
  let shortage: VariableFamily<ShortageKey>
  /// Positions of each team for each queue.
  let assigned: VariableFamily<AssignmentKey>
  /// The cover row of each queue and period; `nil` where nothing is required.
  private(set) var coverRows: [[Constraint?]]
  /// The row of each team.
  private(set) var teamRows: [Constraint?]

  /// A program without rows: shortage at its price, and assignments.
  init(_ name: String, demand: Demand, routes: Routes) {
    var program = LinearProgram(name)
    var shortageKeys: [ShortageKey] = []
    var widths: [Double] = []
    var factors: [Double] = []
    for queue in demand.queues.indices {
      for period in demand.periods.indices where demand.required[queue][period] > 0 {
        let tiers = ShortagePricing.tiers(
          required: demand.required[queue][period], load: demand.load[queue][period],
          kinds: demand.kinds[queue])
        for (number, tier) in tiers.enumerated() {
          shortageKeys.append(ShortageKey(queue: queue, period: period, tier: number))
          widths.append(tier.width)
          factors.append(tier.factor)
        }
      }
    }
    let queueNames = demand.queues
    let labels = demand.periods.map(\.label)
    var position = 0
    shortage = program.variables(
      "short", over: shortageKeys,
      label: { "\(queueNames[$0.queue]) \(labels[$0.period]) tier \($0.tier + 1)" },
      bounds: { _ in
        defer { position += 1 }
        return Bounds(lower: 0, upper: widths[position])
      })
    let assignmentKeys = routes.teams.enumerated().flatMap { team, members in
      members.queues.map { AssignmentKey(team: team, queue: $0) }
    }
    let teams = routes.teams
    assigned = program.variables(
      "assign", over: assignmentKeys,
      label: { key in
        let team = teams[key.team]
        let names = Self.name(of: team, queues: queueNames)
        return "\(names)\(team.isVendor ? " vendors" : "") to \(queueNames[key.queue]) "
          + labels[team.period]
      })
    program.objectiveName = "cost"
    for (key, factor) in zip(shortageKeys, factors) {
      let price = demand.prices[key.queue] * factor
      program.setCost(of: shortage[key], to: price * demand.periods[key.period].hours)
    }
    self.program = program
    self.demand = demand
    self.routes = routes
    coverRows = Array(
      repeating: Array(repeating: nil, count: demand.periods.count), count: demand.queues.count)
    teamRows = Array(repeating: nil, count: routes.teams.count)
  }

  /// Cover: `Σ s[p] + Σ y[g,q] + Σ u[q,k] ≥ r[q]` in every period, where *p* are the pools that have
  /// no other queue in it and *g* the teams. Shortage of a tier is at most its width.
  ///
  /// `present` are positions of each pool and period that are there in any case.
  mutating func coverQueues(present: [[Double]]) {
    var supply = demand.required.map { $0.map { _ in LinearExpression() } }
    for key in shortage.keys { supply[key.queue][key.period] += shortage[key] }
    for key in assigned.keys {
      supply[key.queue][routes.teams[key.team].period] += assigned[key]
    }
    for (pool, row) in routes.routes.enumerated() {
      for (period, route) in row.enumerated() {
        if case .queue(let queue) = route { supply[queue][period] += present[pool][period] }
      }
    }
    for queue in demand.queues.indices {
      for period in demand.periods.indices where demand.required[queue][period] > 0 {
        let name = "cover \(demand.queues[queue]) at \(demand.periods[period].label)"
        coverRows[queue][period] = program.require(
          LinearProgram.fitted(name), supply[queue][period] >= demand.required[queue][period])
      }
    }
  }

  /// Teams: `Σ y[g,q] ≤ Σ s[p]` over the pools *p* of the team, in every period.
  mutating func shareTeams(present: [[Double]]) {
    var there = Array(repeating: 0.0, count: routes.teams.count)
    for (pool, row) in routes.routes.enumerated() {
      for (period, route) in row.enumerated() {
        if case .team(let team) = route { there[team] += present[pool][period] }
      }
    }
    for (index, team) in routes.teams.enumerated() {
      let given = team.queues.total { assigned[AssignmentKey(team: index, queue: $0)] }
      let names = Self.name(of: team, queues: demand.queues)
      let label = demand.periods[team.period].label
      let name = "share \(names)\(team.isVendor ? " of vendors" : "") at \(label)"
      teamRows[index] = program.require(LinearProgram.fitted(name), given <= there[index])
    }
  }

  /// The queues of a team: all of them, or of many the first two, the last and a mark of the whole.
  private static func name(of team: Routes.Team, queues: [String]) -> String {
    let names = team.queues.map { queues[$0] }
    let whole = names.joined(separator: "+")
    guard whole.utf8.count > 100, names.count > 3, let last = names.last else { return whole }
    let mark = LinearProgram.mark(of: whole)
    return "\(names[0])+\(names[1])+…+\(last) (\(names.count) queues #\(mark))"
  }

  /// Outsourcing: `Σ y[g,q] × hours ≤ limit[q]` over the vendors' teams *g* and all periods, for
  /// queues whose outsourced share is limited; and over all queues where that is. `limits` are net
  /// hours, of the periods before `end`.
  mutating func limitOutsourcing(_ limits: OutsourcedHours, before end: Int = .max) {
    if let overall = limits.overall {
      var hours = LinearExpression()
      for key in assigned.keys {
        let team = routes.teams[key.team]
        guard team.isVendor, team.period < end else { continue }
        hours += demand.periods[team.period].hours * assigned[key]
      }
      if !hours.isConstant {
        program.require("outsourced hours of all queues", hours <= max(0, overall))
      }
    }
    for queue in demand.queues.indices where demand.isLimited[queue] {
      var hours = LinearExpression()
      for key in assigned.keys where key.queue == queue {
        let team = routes.teams[key.team]
        guard team.isVendor, team.period < end else { continue }
        hours += demand.periods[team.period].hours * assigned[key]
      }
      guard !hours.isConstant else { continue }
      program.require(
        LinearProgram.fitted("outsourced hours of \(demand.queues[queue])"),
        hours <= max(0, limits.byQueue[queue]))
    }
  }

  /// The coefficients of people of `pool` who give `positions` in `periods`.
  func coefficients(
    ofPool pool: Int, positions: [(period: Int, positions: Double)]
  ) -> [(constraint: Constraint, value: Double)] {
    positions.compactMap { period, positions in
      switch routes.routes[pool][period] {
      case .none: nil
      case .queue(let queue): coverRows[queue][period].map { ($0, positions) }
      case .team(let team): teamRows[team].map { ($0, -positions) }
      }
    }
  }

  /// What one more position of `pool` in `period` saves, in minor units.
  func worth(ofPool pool: Int, in period: Int, _ solution: Solution) -> Double {
    switch routes.routes[pool][period] {
    case .none: 0
    case .queue(let queue):
      coverRows[queue][period].flatMap { solution.shadowPrice(of: $0) } ?? 0
    case .team(let team): -(teamRows[team].flatMap { solution.shadowPrice(of: $0) } ?? 0)
    }
  }
}
