internal import LinearProgramming
internal import Units

/// What a solve found: the plan's values, shadow prices, and how good it is proved to be.
struct CapacityOutcome: Sendable {
  /// The values, classes, hires and contracts whole.
  let solution: Solution
  /// The program of the shadow prices: classes and contracts held, people in a class free.
  let prices: Solution?
  /// The best proven bound of the objective.
  let bound: Double?
  /// Whether a limit ended the search before the gap was reached.
  let isLimitReached: Bool
  /// What the end of the solve means, in words.
  let status: String
}

/// Solves a capacity program: relaxation, dive, search; the better plan wins.
struct CapacitySearch: Sendable {
  let model: CapacityProgram
  private let solver: any Solver
  private let options: CapacityOptions
  private let onProgress: CapacityPlanner.Listener?

  init(
    _ model: CapacityProgram, solver: any Solver, options: CapacityOptions,
    onProgress: CapacityPlanner.Listener? = nil
  ) {
    self.model = model
    self.solver = solver
    self.options = options
    self.onProgress = onProgress
  }

  func run() throws(CapacityError) -> CapacityOutcome {
    let relaxed = model.relaxation
    let relaxation = try solve(relaxed, from: nil)
    switch relaxation.meaning {
    case .infeasible, .infeasibleOrUnbounded:
      throw .contradiction(try Contradiction(model, solver: solver).rules())
    default: break
    }
    guard relaxation.hasSolution else { throw .nothingFound("\(relaxation.meaning)") }
    guard model.program.isMixedInteger else {
      return outcome(relaxation, prices: relaxation, bound: relaxation.objective)
    }

    let dive = CapacityDive(model, relaxed: relaxed, solve: attempt).best(from: relaxation)
    var best = dive
    var bound = relaxation.bestBound ?? relaxation.objective
    if best.map({ gap(of: $0.objective, to: bound) > goal }) ?? true {
      let searched = search(isFallback: dive == nil)
      if let proved = searched?.bestBound, proved.isFinite { bound = max(bound, proved) }
      if let searched, searched.hasSolution {
        let fixed = attempt(model.program.fixingIntegers(at: searched), from: nil)
        if let fixed, fixed.objective < best?.objective ?? .infinity { best = fixed }
      }
    }
    guard let best else { throw .nothingFound("no whole classes and contracts within the limits") }
    let prices = attempt(model.holdingDecisions(of: best), from: best.basis)
    return outcome(best, prices: prices, bound: min(bound, best.objective))
  }

  private var goal: Double { max(0, options.gap.value) + 1e-9 }

  private func gap(of objective: Double, to bound: Double) -> Double {
    max(0, objective - bound) / max(1e-9, objective.magnitude)
  }

  private func outcome(_ best: Solution, prices: Solution?, bound: Double) -> CapacityOutcome {
    let distance = gap(of: best.objective, to: bound)
    let isWithin = distance <= goal
    let status = distance <= 1e-7 ? "optimal" : isWithin ? "within gap" : "limit reached"
    return CapacityOutcome(
      solution: best, prices: prices, bound: bound, isLimitReached: !isWithin, status: status)
  }

  private func solve(
    _ program: LinearProgram, from basis: Basis?
  ) throws(CapacityError) -> Solution {
    var continuous = SolverOptions()
    continuous.acceptsEmptyRows = true
    do {
      return try solver.solve(program, options: continuous, from: basis)
    } catch {
      throw .solver(error)
    }
  }

  /// A continuous solve on the way: `nil` when it has no solution.
  private func attempt(_ program: LinearProgram, from basis: Basis?) -> Solution? {
    guard let solution = try? solve(program, from: basis), solution.hasSolution else { return nil }
    return solution
  }

  /// The search for whole numbers, ended by the gap or by its number of nodes.
  private func search(isFallback: Bool) -> Solution? {
    let most = (options.nodeLimit ?? nodeLimit) * (isFallback ? 10 : 1)
    var whole = SolverOptions(gap: max(0, options.gap.value), timeLimit: options.timeLimit)
    whole.acceptsEmptyRows = true
    whole.onProgress = { [onProgress] progress in
      guard progress.phase == .search else { return .proceed }
      let wish = onProgress?(progress) ?? .proceed
      return progress.nodes >= most ? .stop : wish
    }
    return try? solver.solve(model.program, options: whole, from: nil)
  }

  /// Nodes that a search of some seconds can look at: fewer, the larger the program is. Exact plans
  /// (gap 0) may take longer.
  private var nodeLimit: Int {
    let size = max(1, model.program.coefficientCount)
    let nodes = min(20_000, max(50, 1_500_000 / size))
    return options.gap > .zero ? nodes : nodes * 50
  }
}

extension CapacityProgram {
  /// The program without whole numbers.
  var relaxation: LinearProgram {
    var relaxed = program
    for variable in hires.variables + classes.variables + active.variables {
      relaxed.setKind(of: variable, to: .continuous)
    }
    return relaxed
  }

  /// The program in which classes and contracts are as in `solution`, and the people in the classes
  /// are free: its shadow prices say what a limit is worth.
  func holdingDecisions(of solution: Solution) -> LinearProgram {
    var held = relaxation
    // What limits the people are the rows of class sizes, so that those carry the price.
    for variable in hires.variables { held.setBounds(of: variable, to: .nonNegative) }
    for variable in classes.variables + active.variables {
      held.fix(variable, at: solution[variable].rounded())
    }
    return held
  }
}
