internal import LinearProgramming
internal import Units

/// Makes a plan better by parts: some whole decisions are free, all others stay as they are, and the
/// small program that is left is searched. One part is what differs between the plan and the
/// relaxation (Danna, Rothberg and Le Pape 2005); the others follow the plan's own structure: all that
/// serves a queue, everything in a stretch of weeks, the contracts of a vendor, the classes of a group.
///
/// They are tried in turn until a round brings next to nothing. Effort is counted in nodes and
/// simplex iterations, never by the clock, so the same program gives the same plan.
struct CapacityImprovement {
  /// Searches a program for whole numbers: with a gap and a most number of nodes, from a basis.
  typealias Search = (LinearProgram, _ gap: Double, _ nodes: Int, Basis?) -> SearchResult
  /// Solves a continuous program from a basis, by the primal method where decisions were only
  /// freed; `nil` when it has no solution.
  typealias Solve = (LinearProgram, Basis?, _ isFreed: Bool) -> Solution?
  /// What a search found, and whether somebody wants an end of all searches.
  struct SearchResult {
    var solution: Solution?
    var isStopped: Bool
  }

  private let model: CapacityProgram
  private let whole: [Variable]
  private let search: Search
  private let solve: Solve
  /// The relative gap at which the plan is good enough, and the bound that it is measured by.
  private let goal: Double
  private let bound: Double
  private let relaxation: Solution

  init(
    _ model: CapacityProgram, relaxation: Solution, bound: Double, goal: Double,
    solve: @escaping Solve, search: @escaping Search
  ) {
    self.model = model
    self.relaxation = relaxation
    self.bound = bound
    self.goal = goal
    self.search = search
    self.solve = solve
    whole = model.wholeVariables
  }

  /// How many whole decisions a stretch of weeks frees at most, about.
  static let stretch = 80
  /// How many whole decisions the part of a queue, or of what differs from the relaxation, may free:
  /// more are not searched well in so few nodes.
  static let mostFree = 150
  /// Nodes of the search in one part.
  static let nodes = 120
  /// The least gain of a part, as a share of the objective.
  static let leastGain = 1e-6
  /// Rounds over all parts.
  static let mostRounds = 6

  /// Rows from which on a part is searched from the plan's own basis: freeing some decisions there
  /// takes few iterations, and a presolver would throw the basis away. Smaller programs are faster
  /// presolved.
  static let warmRows = 5_000

  /// The best plan found, from `start` on, told to `report` whenever it is better than before;
  /// `start` itself where no part can be bettered. All its whole decisions are held, so that it has a
  /// basis.
  func improved(_ start: Solution, report: (Solution) -> Void) -> Solution {
    var state = State(best: start, values: decisions(of: start))
    for round in 0..<CapacityImprovement.mostRounds {
      let before = state.best.objective
      let parts = parts(of: state.values, shifted: round % 2 == 1)
      for (number, part) in parts.enumerated() where !part.free.isEmpty {
        // Stretches move from round to round; the other parts are as they were.
        if !part.isStretch, state.tried[number] == state.version { continue }
        guard state.effort <= mostEffort, distance(of: state.best.objective) > goal else {
          return state.best
        }
        let version = state.version
        let isStopped = search(part, &state)
        state.tried[number] = state.version
        if state.version > version { report(state.best) }
        if isStopped { return state.best }
      }
      let gain = (before - state.best.objective) / max(1e-9, state.best.objective.magnitude)
      if gain < leastRound { break }
    }
    return state.best
  }

  /// How far the improvement has come.
  private struct State {
    var best: Solution
    var values: [Double]
    /// How often the plan was bettered, and when each part was last tried.
    var version = 0
    var tried: [Int: Int] = [:]
    /// Simplex iterations × rows so far.
    var effort = 0.0

    func isBettered(by objective: Double) -> Bool {
      objective < best.objective - CapacityImprovement.leastGain * best.objective.magnitude
    }
  }

  /// Searches one part; says whether somebody wants an end of it all.
  private func search(_ part: Part, _ state: inout State) -> Bool {
    let program = restricted(to: part.free, at: state.values)
    let rows = Double(program.constraintCount)
    var basis: Basis?
    if program.constraintCount > CapacityImprovement.warmRows, let own = state.best.basis {
      guard let relaxed = solve(program.relaxed, own, true) else { return false }
      state.effort += Double(relaxed.iterations) * rows
      guard state.isBettered(by: relaxed.objective) else { return false }
      basis = relaxed.basis
    }
    let found = search(program, goal / 5, CapacityImprovement.nodes, basis)
    state.effort += Double(found.solution?.iterations ?? 0) * rows
    guard let solution = found.solution, solution.hasSolution,
      state.isBettered(by: solution.objective),
      let held = solve(model.program.fixingIntegers(at: solution), state.best.basis, false),
      state.isBettered(by: held.objective)
    else { return found.isStopped }
    state.best = held
    state.values = decisions(of: held)
    state.version += 1
    return found.isStopped
  }

  /// Simplex iterations × rows that may be spent: some seconds on a program of a year, a minute on
  /// one of six times its size.
  private var mostEffort: Double {
    let rows = Double(model.program.constraintCount)
    let columns = Double(model.program.variableCount)
    return 1.2e8 + 1.5 * rows * columns
  }

  /// The least gain of a round: a tenth of the gap, which is not worth the next one.
  private var leastRound: Double { max(CapacityImprovement.leastGain, goal / 10) }

  private func distance(of objective: Double) -> Double {
    max(0, objective - bound) / max(1e-9, objective.magnitude)
  }

  private func decisions(of solution: Solution) -> [Double] {
    whole.map { solution[$0].rounded() }
  }

  /// The program in which all whole decisions but those of `free` are as they are.
  private func restricted(to free: Set<Variable>, at values: [Double]) -> LinearProgram {
    var program = model.program
    for (variable, value) in zip(whole, values) where !free.contains(variable) {
      program.fix(variable, at: value)
    }
    return program
  }

  /// Some whole decisions that are searched together.
  private struct Part {
    var free: Set<Variable>
    var isStretch = false
  }

  private func parts(of values: [Double], shifted: Bool) -> [Part] {
    let active = model.active
    let batches = model.clauses.batches
    let input = model.input
    func contracts(_ isIn: (Int) -> Bool) -> [Variable] {
      active.keys.filter { isIn($0.vendor) }.map { active[$0] }
        + batches.keys.filter { isIn($0.vendor) }.map { batches[$0] }
    }
    func classes(_ isIn: (Int) -> Bool) -> [Variable] {
      model.classes.keys.filter { isIn($0.group) }.flatMap { [model.classes[$0], model.hires[$0]] }
    }
    let differing = zip(whole, values).filter { (relaxation[$0] - $1).magnitude > 1e-6 }.map(\.0)
    let queues = input.queues.indices.map { queue in
      Part(
        free: Set(
          classes { input.groupSkills[$0].contains(queue) }
            + contracts { input.vendorSkills[$0].contains(queue) }))
    }
    let vendors = Set(active.keys.map(\.vendor) + batches.keys.map(\.vendor)).sorted().map {
      vendor in
      Part(free: Set(contracts { $0 == vendor }))
    }
    let groups = Set(model.classes.keys.map(\.group)).sorted().map { group in
      Part(free: Set(classes { $0 == group }))
    }
    let large = ([Part(free: Set(differing))] + queues).map { part in
      part.free.count <= CapacityImprovement.mostFree ? part : Part(free: [])
    }
    return large + vendors + groups + stretches(shifted: shifted)
  }

  /// All decisions of some weeks that follow one another, about ``stretch`` of them; in shifted
  /// rounds the first has half of them, so that the seams move.
  private func stretches(shifted: Bool) -> [Part] {
    var byWeek: [[Variable]] = Array(repeating: [], count: model.input.weekCount)
    for key in model.classes.keys {
      byWeek[key.week] += [model.classes[key], model.hires[key]]
    }
    for key in model.clauses.batches.keys { byWeek[key.week].append(model.clauses.batches[key]) }
    for key in model.active.keys {
      let month = model.input.calendar.contractMonth.firstIndex(of: key.month)
      if let month { byWeek[month].append(model.active[key]) }
    }
    var parts: [Part] = []
    var free: Set<Variable> = []
    var limit = shifted ? CapacityImprovement.stretch / 2 : CapacityImprovement.stretch
    for variables in byWeek where !variables.isEmpty {
      if !free.isEmpty, free.count + variables.count > limit {
        parts.append(Part(free: free, isStretch: true))
        free = []
        limit = CapacityImprovement.stretch
      }
      free.formUnion(variables)
    }
    if !free.isEmpty { parts.append(Part(free: free, isStretch: true)) }
    return parts
  }
}

extension CapacityProgram {
  /// All decisions that are whole numbers, in the order of the program.
  var wholeVariables: [Variable] {
    program.variables.filter { program.kind(of: $0) != .continuous }
  }
}

extension LinearProgram {
  /// The program with the same limits and no whole numbers.
  var relaxed: LinearProgram {
    var relaxed = self
    for variable in variables where kind(of: variable) != .continuous {
      relaxed.setKind(of: variable, to: .continuous)
    }
    return relaxed
  }
}
