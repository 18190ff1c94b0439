internal import LinearProgramming
internal import Scenarios
internal import Units

/// A plan by rounding: contracts by a threshold, then classes along the weeks, the rest solved again
/// after each step.
struct CapacityDive {
  /// Solves a continuous program; `nil` when it has no solution.
  typealias Solve = (LinearProgram, Basis?) -> Solution?

  private let model: CapacityProgram
  private let relaxed: LinearProgram
  private let solve: Solve

  init(_ model: CapacityProgram, relaxed: LinearProgram, solve: @escaping Solve) {
    self.model = model
    self.relaxed = relaxed
    self.solve = solve
  }

  /// Shares of a contract month in the relaxation from which on the contract runs; each is tried.
  static let thresholds = [0.5, 0.25, 0.1, 0.02]

  /// The best plan of the dive, every decision whole; `nil` when rounding leads nowhere.
  func best(from relaxation: Solution) -> Solution? {
    guard let (program, start) = contracts(from: relaxation) else { return nil }
    return classes(in: program, from: start)
  }

  /// The program with the contract months of the best threshold, and its solution.
  private func contracts(from relaxation: Solution) -> (LinearProgram, Solution)? {
    var tried: [[Bool]] = []
    var best: (LinearProgram, Solution)?
    for threshold in CapacityDive.thresholds {
      let runs = model.withWholeRuns(
        model.active.variables.map { relaxation[$0] >= threshold })
      guard !tried.contains(runs) else { continue }
      tried.append(runs)
      var program = relaxed
      for (variable, isRunning) in zip(model.active.variables, runs) {
        program.fix(variable, at: isRunning ? 1 : 0)
      }
      guard let solution = solve(program, relaxation.basis) else { continue }
      if solution.objective < best?.1.objective ?? .infinity { best = (program, solution) }
    }
    return best.flatMap(batches).flatMap(tiers)
  }

  /// The program with whole batches of seats, of the best share from which on they are rounded up, and
  /// its solution.
  private func batches(
    in program: LinearProgram, from solution: Solution
  ) -> (LinearProgram, Solution)? {
    guard !model.clauses.batches.keys.isEmpty else { return (program, solution) }
    var best: (LinearProgram, Solution)?
    for share in [0.5, 0.2, 0.8, 1] {
      var whole = program
      let counts = model.roundedBatches(solution, from: share)
      for (variable, count) in zip(model.clauses.batches.variables, counts) {
        whole.fix(variable, at: count)
      }
      guard let found = solve(whole, solution.basis) else { continue }
      if found.objective < best?.1.objective ?? .infinity { best = (whole, found) }
    }
    return best
  }

  /// The program in which the tiers are reached that the hours billed in `solution` reach, and its
  /// solution.
  private func tiers(
    in program: LinearProgram, from solution: Solution
  ) -> (LinearProgram, Solution)? {
    guard !model.clauses.reached.keys.isEmpty else { return (program, solution) }
    var program = program
    for key in model.clauses.reached.keys {
      let billed = solution.value(of: model.billedUnits(key.vendor, inMonth: key.month))
      let reached = model.tiersReached(key.vendor, key.month, with: billed)
      program.fix(model.clauses.reached[key], at: reached.contains(key.tier) ? 1 : 0)
    }
    return solve(program, solution.basis).map { (program, $0) }
  }

  /// Fixes the classes of one week after the other at whole numbers.
  private func classes(in start: LinearProgram, from solution: Solution) -> Solution? {
    var program = start
    var solution = solution
    var decided: [GroupWeek: Int] = [:]
    for week in Set(model.classes.keys.map(\.week)).sorted() {
      let keys = model.classes.keys.filter { $0.week == week }
      var isChanged = false
      let before = program
      for key in keys {
        let (classes, heads) = rounded(key, wanted: solution[model.hires[key]], decided: decided)
        decided[key] = classes
        program.fix(model.classes[key], at: Double(classes))
        program.fix(model.hires[key], at: Double(heads))
        isChanged =
          isChanged || (solution[model.hires[key]] - Double(heads)).magnitude > 1e-9
          || (solution[model.classes[key]] - Double(classes)).magnitude > 1e-9
      }
      guard isChanged else { continue }
      if let next = solve(program, solution.basis) {
        solution = next
        continue
      }
      // Rounding up broke a rule such as the budget or a site's seats: one group after the other.
      guard let next = oneByOne(keys, in: before, from: solution, &decided) else { return nil }
      (program, solution) = next
    }
    return solution
  }

  /// Fixes the classes of a week for one group after the other: rounded, else with nobody more than
  /// the relaxation wants, else none.
  private func oneByOne(
    _ keys: [GroupWeek], in start: LinearProgram, from solution: Solution,
    _ decided: inout [GroupWeek: Int]
  ) -> (LinearProgram, Solution)? {
    var program = start
    var solution = solution
    for key in keys { decided[key] = 0 }
    for key in keys {
      let wanted = solution[model.hires[key]]
      let whole = rounded(key, wanted: wanted, decided: decided)
      let fewer = rounded(key, wanted: wanted.rounded(.down), decided: decided)
      var found: (LinearProgram, Solution)?
      for (classes, heads) in [whole, fewer, (0, 0)] where found == nil {
        var next = program
        next.fix(model.classes[key], at: Double(classes))
        next.fix(model.hires[key], at: Double(heads))
        guard let solved = solve(next, solution.basis) else { continue }
        decided[key] = classes
        found = (next, solved)
      }
      guard let found else { return nil }
      (program, solution) = found
    }
    return (program, solution)
  }

  /// The classes and people nearest to `wanted` people that class sizes and free trainers allow:
  /// none for less than half of a smallest class.
  private func rounded(
    _ key: GroupWeek, wanted: Double, decided: [GroupWeek: Int]
  ) -> (classes: Int, heads: Int) {
    guard let hiring = model.input.scenario.staffGroups[key.group].hiring,
      hiring.maximumClassSize > 0, wanted.isFinite
    else { return (0, 0) }
    let staff = model.input.staff[key.group]
    let busy = max(1, staff.trainingWeeks + staff.nestingWeeks)
    let running = staff.classStarts.filter { $0 < key.week && key.week < $0 + busy }
      .reduce(0) { $0 + (decided[GroupWeek(group: key.group, week: $1)] ?? 0) }
    let free = max(0, hiring.trainers - running)
    guard free > 0, wanted >= max(0.5, Double(hiring.minimumClassSize) / 2) else { return (0, 0) }
    let full = (wanted / Double(hiring.maximumClassSize) - 1e-6).rounded(.up)
    let classes = min(free, max(1, Int(full.bounded(to: 0...1e6))))
    let least = classes * max(0, hiring.minimumClassSize)
    let most = classes * hiring.maximumClassSize
    let heads = min(most, max(least, Int(wanted.rounded().bounded(to: 0...1e9))))
    return (classes, heads)
  }
}
