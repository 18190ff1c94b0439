/// What a solver found: status, values, shadow prices, and how good they are proved to be.
public struct Solution: Sendable {
  /// The solver's own word on how it ended.
  public let status: SolverStatus
  /// What that means for the program.
  public let meaning: SolutionMeaning
  /// The value of the objective; not a number when there is no solution.
  public let objective: Double
  /// The value that no solution can better, where the solver has proved one.
  public let bestBound: Double?
  /// Where the simplex method ended (for an integer program: on its first relaxation); `nil` after
  /// presolving.
  public let basis: Basis?
  /// Simplex iterations used.
  public let iterations: Int
  /// Nodes of the search tree looked at; 0 for a continuous program.
  public let nodes: Int

  let program: UInt32
  let columnValues: [Double]
  let columnDuals: [Double]
  let rowValues: [Double]
  let rowDuals: [Double]
  let rowLower: [Double]
  let rowUpper: [Double]

  package init(
    of program: LinearProgram, status: SolverStatus, meaning: SolutionMeaning, objective: Double,
    bestBound: Double?, basis: Basis?, iterations: Int, nodes: Int, columnValues: [Double],
    columnDuals: [Double], rowValues: [Double], rowDuals: [Double]
  ) {
    self.status = status
    self.meaning = meaning
    self.objective = objective
    self.bestBound = bestBound
    self.basis = basis
    self.iterations = iterations
    self.nodes = nodes
    self.program = program.identity
    self.columnValues = columnValues
    self.columnDuals = columnDuals
    self.rowValues = rowValues
    self.rowDuals = rowDuals
    rowLower = program.rowLower
    rowUpper = program.rowUpper
  }

  /// Whether there are values to use.
  public var hasSolution: Bool { meaning.hasSolution }

  /// How far the objective may be from the best possible, relative to the objective: 0 when optimal,
  /// `nil` without a solution or without a bound.
  public var gap: Double? {
    guard hasSolution, let bestBound else { return nil }
    let distance = abs(objective - bestBound)
    return distance == 0 ? 0 : distance / (abs(objective) + Double.ulpOfOne)
  }

  /// The value of a variable; not a number without a solution or for a variable of another program.
  public subscript(variable: Variable) -> Double {
    guard variable.program == program else { return .nan }
    return value(at: Int(variable.index))
  }

  /// The values of a family, in the order of its keys.
  public subscript<Key>(family: VariableFamily<Key>) -> [Double] {
    family.variables.map { self[$0] }
  }

  /// The value of an expression, such as `solution.value(of: 2 * x + y)`.
  public func value(of part: some Linear) -> Double {
    let expression = LinearExpression(part)
    var sum = expression.constant
    for term in expression.terms { sum += term.coefficient * self[term.variable] }
    return sum
  }

  /// How much the objective grows when the limit of a requirement grows by one, as long as the
  /// basis stays the same; `nil` for an integer program and without an optimal solution.
  ///
  /// Positive means that a higher limit makes the objective greater, whether it is minimized or
  /// maximized. Under degeneracy shadow prices are not unique.
  public func shadowPrice(of constraint: Constraint) -> Double? {
    guard constraint.program == program, rowDuals.indices.contains(Int(constraint.index)) else {
      return nil
    }
    return rowDuals[Int(constraint.index)]
  }

  /// How much the objective grows when a variable is moved up by one from its bound; `nil` for an
  /// integer program and without an optimal solution.
  public func reducedCost(of variable: Variable) -> Double? {
    guard variable.program == program, columnDuals.indices.contains(Int(variable.index)) else {
      return nil
    }
    return columnDuals[Int(variable.index)]
  }

  /// The value of the left-hand side of a requirement; not a number without a solution.
  public func activity(of constraint: Constraint) -> Double {
    guard constraint.program == program, rowValues.indices.contains(Int(constraint.index)) else {
      return .nan
    }
    return rowValues[Int(constraint.index)]
  }

  /// How far a requirement is from its nearer limit: 0 when it binds, negative when it is missed,
  /// infinite without limits.
  public func slack(of constraint: Constraint) -> Double {
    let value = activity(of: constraint)
    guard !value.isNaN else { return .nan }
    let row = Int(constraint.index)
    return min(value - rowLower[row], rowUpper[row] - value)
  }

  /// Value by position; not a number when there is none.
  func value(at column: Int) -> Double {
    columnValues.indices.contains(column) ? columnValues[column] : .nan
  }
}
