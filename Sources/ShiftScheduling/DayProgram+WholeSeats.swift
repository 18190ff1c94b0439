internal import LinearProgramming

/// Whole people on the shifts of a day.
struct DayDecision {
  /// People on each column.
  let seats: [Int]
  /// Wages and priced shortage of the day's program.
  let objective: Double
}

extension DayProgram {
  /// Rounds the relaxation to whole people by a dive: what is whole stays, the largest fractions go
  /// up as far as the limits allow, the rest is solved again with the shifts that have become worth
  /// it, until everything is whole.
  ///
  /// A small day is finished by a search for whole numbers among the columns that can still better
  /// the dive, and the better of the two is taken.
  mutating func decide(
    from relaxation: DayRelaxation, with solver: any Solver, options: ScheduleOptions
  ) throws(SolverError) -> DayDecision {
    let dived = try dive(from: relaxation.solution, with: solver, options: options)
    guard dived.objective > relaxation.bound + options.searchGap * abs(dived.objective) else {
      return dived
    }
    return try search(below: dived, from: relaxation, with: solver, options: options) ?? dived
  }

  /// The dive alone; leaves the bounds of the variables at its decision.
  mutating func dive(
    from start: Solution, with solver: any Solver, options: ScheduleOptions
  ) throws(SolverError) -> DayDecision {
    var solution = start
    var lower = Array(repeating: 0, count: variables.count)
    var used = Array(repeating: 0.0, count: limits.count)
    var solverOptions = SolverOptions()
    solverOptions.acceptsEmptyRows = true
    var round = 0
    func raise(_ column: Int, by people: Int) {
      lower[column] += people
      for member in limitsOfFamily[columns[column].family] {
        used[member.limit] += member.value * Double(people)
      }
    }
    while solution.meaning.hasSolution {
      var fractions: [(column: Int, fraction: Double)] = []
      for (column, variable) in variables.enumerated() {
        let value = max(0, solution[variable])
        let whole = (value + 1e-6).rounded(.down)
        if Int(whole) > lower[column] {
          raise(column, by: Int(whole) - lower[column])
          cover.program.setBounds(of: variable, to: .atLeast(whole))
        }
        if value - whole > 1e-6 { fractions.append((column, value - whole)) }
      }
      if fractions.isEmpty {
        return DayDecision(seats: lower, objective: solution.objective)
      }
      fractions.sort { ($0.fraction, $1.column) > ($1.fraction, $0.column) }
      round += 1
      let isLast = round > options.diveRoundLimit
      let most = isLast ? fractions.count : max(1, Int(Double(fractions.count) * options.diveShare))
      var raised = 0
      for (column, fraction) in fractions {
        guard raised < most, fraction > 0.5 || raised == 0 else { break }
        let hasRoom = limitsOfFamily[columns[column].family].allSatisfy { member in
          used[member.limit] + member.value <= limits[member.limit].limit + 1e-6
        }
        if hasRoom { raise(column, by: 1) }
        let people = Double(lower[column])
        cover.program.setBounds(
          of: variables[column], to: hasRoom ? .atLeast(people) : .fixed(people))
        raised += hasRoom ? 1 : 0
      }
      if isLast || raised == 0 {
        for (column, _) in fractions {
          cover.program.fix(variables[column], at: Double(lower[column]))
        }
      }
      solverOptions.simplex = .dualThenPrimal
      solution = try solver.solve(cover.program, options: solverOptions, from: solution.basis)
      guard solution.meaning == .optimal, !isLast else { continue }
      let better = price(solution).columns
      guard !better.isEmpty else { continue }
      for column in better { add(column) }
      lower += Array(repeating: 0, count: variables.count - lower.count)
      solverOptions.simplex = .primal
      solution = try solver.solve(cover.program, options: solverOptions, from: solution.basis)
    }
    return DayDecision(seats: lower, objective: .infinity)
  }

  /// A search among the columns whose reduced cost lets them better `dived`; `nil` where they are
  /// too many, or nothing better is found.
  private func search(
    below dived: DayDecision, from relaxation: DayRelaxation, with solver: any Solver,
    options: ScheduleOptions
  ) throws(SolverError) -> DayDecision? {
    let solution = relaxation.solution
    let room = dived.objective - solution.objective
    let open = variables.indices.filter { column in
      let reduced = solution.reducedCost(of: variables[column]) ?? 0
      return dived.seats[column] > 0 || reduced <= room
    }
    guard open.count * cover.program.constraintCount <= options.searchSizeLimit else { return nil }
    var program = cover.program
    for variable in variables { program.fix(variable, at: 0) }
    for column in open {
      program.setBounds(of: variables[column], to: .nonNegative)
      program.setKind(of: variables[column], to: .integer)
    }
    var solverOptions = SolverOptions()
    solverOptions.acceptsEmptyRows = true
    solverOptions.gap = options.searchGap
    let nodeLimit = options.searchNodeLimit
    solverOptions.onProgress = { $0.nodes >= nodeLimit ? .stop : .proceed }
    let found = try solver.solve(program, options: solverOptions, from: nil)
    guard found.hasSolution, found.objective < dived.objective else { return nil }
    let seats = variables.map { Int(found[$0].rounded()) }
    return DayDecision(seats: seats, objective: found.objective)
  }
}
