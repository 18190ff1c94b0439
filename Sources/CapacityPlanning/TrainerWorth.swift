internal import LinearProgramming

/// What one more class, with the trainer that it takes, saves where all trainers are taken.
///
/// While classes are held the rows of trainers have no price, and the reduced cost of a class is that
/// of its first fraction: it says too much where a whole class is more than is missing. So one class
/// more is held, everything else stays, and the program is solved again.
struct TrainerWorth: Sendable {
  /// The most classes that are tried, those with the best reduced cost.
  static let most = 12

  /// What is saved, in the program's units of money.
  let saved: [GroupWeek: Double]

  /// Nothing is known.
  static let none = TrainerWorth(saved: [:])

  private init(saved: [GroupWeek: Double]) { self.saved = saved }

  init(_ model: CapacityProgram, _ outcome: CapacityOutcome, solver: any Solver) {
    guard let prices = outcome.prices else {
      self = .none
      return
    }
    let held = model.holdingDecisions(of: outcome.solution)
    let candidates = TrainerWorth.candidates(model, prices)
      .sorted { $0.reducedCost < $1.reducedCost }.prefix(TrainerWorth.most)
    var options = SolverOptions()
    options.acceptsEmptyRows = true
    options.isReportedByCaller = true
    var saved: [GroupWeek: Double] = [:]
    for candidate in candidates {
      guard let classes = model.classes.variable(for: candidate.key) else { continue }
      var program = held
      program.fix(classes, at: outcome.solution[classes].rounded() + 1)
      for row in model.rows where row.draft.family == .trainers {
        guard case .group(candidate.key.group) = row.draft.owner else { continue }
        let limits = model.program.limits(of: row.constraint)
        program.setLimits(
          of: row.constraint, to: Bounds(lower: limits.lower, upper: limits.upper + 1))
      }
      guard let more = try? solver.solve(program, options: options, from: prices.basis),
        more.hasSolution
      else { continue }
      saved[candidate.key] = prices.objective - more.objective
    }
    self.init(saved: saved)
  }

  /// Classes that one more would be better of, if there were a trainer.
  static func candidates(
    _ model: CapacityProgram, _ prices: Solution
  ) -> [(row: RowNote, key: GroupWeek, reducedCost: Double)] {
    model.rows.filter { $0.draft.family == .trainers }.compactMap { row in
      guard
        prices.activity(of: row.constraint) > model.program.limits(of: row.constraint).upper - 1e-6,
        case .group(let group) = row.draft.owner, let week = row.draft.weeks.first
      else { return nil }
      let key = GroupWeek(group: group, week: week)
      guard let cost = prices.reducedCost(of: model.classes[key]), cost < 0 else { return nil }
      return (row, key, cost)
    }
  }
}
