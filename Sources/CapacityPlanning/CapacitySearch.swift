internal import LinearProgramming
internal import Synchronization
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

/// Solves a capacity program: relaxation, dive, improvement by parts, search; the best plan wins.
struct CapacitySearch: Sendable {
  let model: CapacityProgram
  private let solver: any Solver
  private let options: CapacityOptions
  private let onProgress: CapacityPlanner.Listener?
  private let began = ContinuousClock.now
  private let told = Told()

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

    var standing = Standing(
      relaxation: relaxation, best: nil, bound: relaxation.bestBound ?? relaxation.objective,
      isDiveLost: true)
    tell(standing)
    standing.best = CapacityDive(model, relaxed: relaxed, solve: attempt).best(from: relaxation)
    standing.isDiveLost = standing.best == nil
    tell(standing)
    // A small program is searched as a whole; a large one is bettered by parts first, and the search
    // of the whole is for its bound, and for a plan where the dive found none.
    if !model.isSmall { improveByParts(&standing) }
    let before = standing.best?.objective
    searchWhole(&standing)
    if model.isSmall || standing.best?.objective != before { improveByParts(&standing) }
    let best = standing.best
    let bound = standing.bound
    guard let best else { throw .nothingFound("no whole classes and contracts within the limits") }
    let prices = attempt(model.holdingDecisions(of: best), from: best.basis)
    return outcome(best, prices: prices, bound: min(bound, best.objective))
  }

  /// How far the solve has come.
  struct Standing: Sendable {
    let relaxation: Solution
    var best: Solution?
    var bound: Double
    /// Whether the dive found nothing, so that the search has to find a plan at all.
    var isDiveLost: Bool
    /// Whether somebody, or the limit of time, has ended the solve.
    var isStopped = false
  }

  /// Whether the first relaxation of a search, with its cuts, is worth its time; above, the bound is
  /// that of the relaxation.
  private var isSearchable: Bool { !model.isLarge }

  private func gap(of standing: Standing) -> Double {
    standing.best.map { gap(of: $0.objective, to: standing.bound) } ?? .infinity
  }

  private func isOpen(_ standing: Standing) -> Bool {
    !standing.isStopped && gap(of: standing) > goal
  }

  /// Searches the whole program, for a better plan and a better bound.
  private func searchWhole(_ standing: inout Standing) {
    guard isOpen(standing), standing.best == nil || isSearchable else { return }
    let most = (options.nodeLimit ?? nodeLimit) * (standing.isDiveLost ? 10 : 1)
    // A large program goes on from its relaxation, a small one is presolved.
    let isLarge = model.program.constraintCount > CapacityImprovement.warmRows
    let searched = search(
      model.program, gap: max(0, options.gap.value), nodes: most,
      from: isLarge ? standing.relaxation.basis : nil, standing)
    standing.isStopped = searched.isStopped
    if let proved = searched.solution?.bestBound, proved.isFinite {
      standing.bound = max(standing.bound, proved)
    }
    if let found = searched.solution, found.hasSolution {
      let fixed = attempt(model.program.fixingIntegers(at: found), from: nil)
      if let fixed, fixed.objective < standing.best?.objective ?? .infinity {
        standing.best = fixed
      }
    }
    tell(standing)
  }

  /// Betters the plan by parts, where there is one.
  private func improveByParts(_ standing: inout Standing) {
    guard isOpen(standing), let start = standing.best else { return }
    var now = standing
    let improvement = CapacityImprovement(
      model, relaxation: standing.relaxation, bound: standing.bound, goal: goal,
      solve: { $2 ? attemptPrimal($0, from: $1) : attempt($0, from: $1) }
    ) {
      let result = search($0, gap: $1, nodes: $2, from: $3, now, isPart: true)
      now.isStopped = result.isStopped
      return result
    }
    let found = improvement.improved(start) { better in
      now.best = better
      tell(now)
    }
    standing.isStopped = now.isStopped
    standing.best = found
  }

  /// Tells the listener plan and bound.
  private func tell(_ standing: Standing) {
    told.state = (standing.best?.objective, standing.bound)
    _ = onProgress?(standing.progress(after: began.duration(to: .now), with: nil))
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
    let continuous = continuousOptions
    do {
      return try solver.solve(program, options: continuous, from: basis)
    } catch {
      throw .solver(error)
    }
  }

  /// The options of a continuous solve: it runs to its end, and the listener hears meanwhile what is
  /// known of the whole.
  private var continuousOptions: SolverOptions {
    var options = SolverOptions()
    options.acceptsEmptyRows = true
    options.isReportedByCaller = true
    guard onProgress != nil else { return options }
    options.onProgress = { [onProgress, began, told] progress in
      let (best, bound) = told.state
      _ = onProgress?(
        SolverProgress(
          phase: .simplex, elapsed: began.duration(to: .now), iterations: progress.iterations,
          nodes: 0, incumbent: best, bestBound: bound))
      return .proceed
    }
    return options
  }

  /// A continuous solve from a basis that is feasible where decisions are only freed.
  private func attemptPrimal(_ program: LinearProgram, from basis: Basis?) -> Solution? {
    var continuous = continuousOptions
    continuous.simplex = .primal
    guard let solution = try? solver.solve(program, options: continuous, from: basis),
      solution.hasSolution
    else { return nil }
    return solution
  }

  /// A continuous solve on the way: `nil` when it has no solution.
  private func attempt(_ program: LinearProgram, from basis: Basis?) -> Solution? {
    guard let solution = try? solve(program, from: basis), solution.hasSolution else { return nil }
    return solution
  }

  /// A search for whole numbers, ended by a gap or by a number of nodes. Of a part of the program the
  /// listener hears what is known of the whole.
  private func search(
    _ program: LinearProgram, gap: Double, nodes most: Int, from basis: Basis?,
    _ standing: Standing, isPart: Bool = false
  ) -> CapacityImprovement.SearchResult {
    var whole = SolverOptions(gap: gap, timeLimit: timeLeft)
    if let left = whole.timeLimit, left <= .zero {
      return .init(solution: nil, isStopped: true)
    }
    whole.acceptsEmptyRows = true
    if isPart, basis == nil { whole.presolve = .on }
    if isPart { whole.simplex = .primal }
    whole.isReportedByCaller = true
    let end = SearchEnd()
    whole.onProgress = { [onProgress, began] progress in
      guard progress.phase == .search else { return .proceed }
      let told = standing.progress(
        after: began.duration(to: .now), with: isPart ? nil : progress)
      if onProgress?(told) == .stop { return .stop }
      guard progress.nodes >= most else { return .proceed }
      end.reachedNodes()
      return .stop
    }
    let solution = try? solver.solve(program, options: whole, from: basis)
    let isCancelled =
      solution?.meaning == .feasible(.cancelled)
      || solution?.meaning == .nothingFound(.cancelled)
    let isLate = solution?.meaning == .feasible(.time) || solution?.meaning == .nothingFound(.time)
    return .init(
      solution: solution, isStopped: isLate || (isCancelled && !end.isByNodes))
  }

  /// What is left of the limit of time.
  private var timeLeft: Duration? {
    options.timeLimit.map { max(.zero, $0 - began.duration(to: .now)) }
  }

  /// Nodes that a search of some seconds can look at: fewer, the larger the program is. Exact plans
  /// (gap 0) may take longer.
  private var nodeLimit: Int {
    let size = max(1, model.program.coefficientCount)
    let nodes = min(20_000, max(50, 1_500_000 / size))
    return options.gap > .zero ? nodes : nodes * 50
  }
}

extension CapacitySearch.Standing {
  /// Plan and bound as a listener hears them, with what a running search of the whole has found.
  func progress(after elapsed: Duration, with search: SolverProgress?) -> SolverProgress {
    let incumbents = [best?.objective, search?.incumbent].compactMap(\.self)
    return SolverProgress(
      phase: .search, elapsed: elapsed, iterations: search?.iterations ?? 0,
      nodes: search?.nodes ?? 0, incumbent: incumbents.min(),
      bestBound: max(bound, search?.bestBound ?? bound))
  }
}

/// Plan and bound as the listener last heard them.
///
/// A class, because the solver's thread reads it.
private final class Told: Sendable {
  private let known = Mutex<(best: Double?, bound: Double?)>((nil, nil))

  var state: (best: Double?, bound: Double?) {
    get { known.withLock { $0 } }
    set { known.withLock { $0 = newValue } }
  }
}

/// Notes that a search was ended by its number of nodes, and by nobody else.
///
/// A class, because the solver's thread writes it.
private final class SearchEnd: Sendable {
  private let byNodes = Mutex(false)

  func reachedNodes() { byNodes.withLock { $0 = true } }
  var isByNodes: Bool { byNodes.withLock { $0 } }
}

extension CapacityProgram {
  /// Whether a search of the whole program is likely to close the gap in a second.
  var isSmall: Bool { program.coefficientCount <= 12_000 }

  /// Whether a single solve takes long.
  var isLarge: Bool { program.constraintCount > 20_000 }

  /// The program without whole numbers.
  var relaxation: LinearProgram { program.relaxed }

  /// The program in which classes and contracts are as in `solution`, and the people in the classes
  /// are free: its shadow prices say what a limit is worth.
  func holdingDecisions(of solution: Solution) -> LinearProgram {
    var held = relaxation
    // What limits the people are the rows of class sizes, so that those carry the price.
    for variable in hires.variables { held.setBounds(of: variable, to: .nonNegative) }
    for variable in classes.variables + active.variables + clauses.reached.variables
      + clauses.batches.variables
    {
      held.fix(variable, at: solution[variable].rounded())
    }
    return held
  }
}
