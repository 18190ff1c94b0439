internal import LinearProgramming

/// The worth of one person's presence, minute by minute, as a running sum.
struct WorthProfile {
  /// The minute of the first entry.
  let origin: Int
  /// The worth of all minutes from `origin` up to each.
  let sums: [Double]

  /// The worth of the minutes from `start` to `end`; nothing outside the profile.
  func worth(from start: Int, to end: Int) -> Double {
    let first = min(max(start - origin, 0), sums.count - 1)
    let last = min(max(end - origin, 0), sums.count - 1)
    return sums[last] - sums[first]
  }
}

/// The solved relaxation of a day.
struct DayRelaxation {
  /// The last solution.
  let solution: Solution
  /// What no schedule of the day can better.
  let bound: Double
  /// Whether the rounds ran out before the gap was reached.
  let isLimitReached: Bool
}

extension DayProgram {
  /// Solves the day without whole numbers, adding shifts as long as one would lower the cost.
  ///
  /// The bound is Lagrange's: `z + Σ people[p] × min(0, least reduced cost of a shift of p)`, valid
  /// after every round, because a pool has at most `people[p]` shifts.
  mutating func relax(
    with solver: any Solver, options: ScheduleOptions
  ) throws(SolverError) -> DayRelaxation {
    var solverOptions = SolverOptions()
    solverOptions.acceptsEmptyRows = true
    var solution = try solver.solve(cover.program, options: solverOptions, from: nil)
    var bound = -Double.infinity
    var rounds = 0
    while solution.meaning == .optimal {
      let priced = price(solution)
      bound = max(bound, solution.objective + priced.slack)
      let isClose =
        solution.objective - bound <= options.relaxationGap * max(1, abs(solution.objective))
      if isClose || priced.columns.isEmpty {
        return DayRelaxation(solution: solution, bound: bound, isLimitReached: false)
      }
      if rounds >= options.roundLimit { break }
      rounds += 1
      for column in priced.columns { add(column) }
      solverOptions.simplex = .primal
      solution = try solver.solve(cover.program, options: solverOptions, from: solution.basis)
    }
    return DayRelaxation(solution: solution, bound: bound, isLimitReached: true)
  }

  /// The shifts that would lower the cost, and how much all of them could at most (not positive).
  func price(_ solution: Solution) -> (columns: [Column], slack: Double) {
    let profiles = task.pools.indices.map { profile(ofPool: $0, solution) }
    let limitPrices = limits.map { solution.shadowPrice(of: $0.constraint) ?? 0 }
    let tolerance = 1e-6 * (1 + (task.families.map(\.cost).max() ?? 0))
    var least = Array(repeating: 0.0, count: task.pools.count)
    var found: [Column] = []
    for (index, family) in task.families.enumerated() {
      let profile = profiles[family.pool]
      let best = family.bestBreaks { number, offset in
        let start = family.start + offset
        return profile.worth(from: start, to: start + family.breaks[number].minutes)
      }
      guard let best else { continue }
      var reduced = family.cost - profile.worth(from: family.start, to: family.end) + best.lost
      for member in limitsOfFamily[index] { reduced -= limitPrices[member.limit] * member.value }
      least[family.pool] = min(least[family.pool], reduced)
      if reduced < -tolerance { found.append(Column(family: index, offsets: best.offsets)) }
    }
    var slack = 0.0
    for pool in task.pools.indices { slack += least[pool] * task.people[pool].rounded(.down) }
    return (found.filter { !contains($0) }, slack)
  }

  private func profile(ofPool pool: Int, _ solution: Solution) -> WorthProfile {
    guard let first = task.demand.periods.first, let last = task.demand.periods.last else {
      return WorthProfile(origin: 0, sums: [0])
    }
    var sums: [Double] = [0]
    sums.reserveCapacity(last.end - first.start + 1)
    var sum = 0.0
    var minute = first.start
    for (period, stretch) in task.demand.periods.enumerated() {
      while minute < stretch.start {
        sums.append(sum)
        minute += 1
      }
      let worth = cover.worth(ofPool: pool, in: period, solution) * task.pools[pool].presence
      let perMinute = worth / Double(max(1, stretch.end - stretch.start))
      while minute < stretch.end {
        sum += perMinute
        sums.append(sum)
        minute += 1
      }
    }
    return WorthProfile(origin: first.start, sums: sums)
  }
}
