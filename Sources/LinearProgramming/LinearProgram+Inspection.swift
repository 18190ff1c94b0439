extension LinearProgram {
  /// All variables, in the order in which they were added.
  public var variables: [Variable] {
    (0..<Int32(truncatingIfNeeded: variableCount)).map { Variable(index: $0, program: identity) }
  }

  /// All requirements, in the order in which they were added.
  public var constraints: [Constraint] {
    (0..<Int32(truncatingIfNeeded: constraintCount)).map {
      Constraint(index: $0, program: identity)
    }
  }

  /// The name of a variable, such as `seats(inHouse)`; “unknown variable” for one of another
  /// program.
  public func name(of variable: Variable) -> String {
    position(of: variable).map { columnName($0) } ?? "unknown variable"
  }

  /// The name of a requirement; “unknown requirement” for one of another program.
  public func name(of constraint: Constraint) -> String {
    position(of: constraint).map { rowNames[$0] } ?? "unknown requirement"
  }

  /// The first variable with this name. Takes time proportional to the program.
  public func variable(named name: String) -> Variable? {
    variables.first { self.name(of: $0) == name }
  }

  /// The first requirement with this name. Takes time proportional to the program.
  public func constraint(named name: String) -> Constraint? {
    rowNames.firstIndex(of: name).map {
      Constraint(index: Int32(truncatingIfNeeded: $0), program: identity)
    }
  }

  /// The limits of a variable; no limits for one of another program.
  public func bounds(of variable: Variable) -> Bounds {
    guard let column = position(of: variable) else { return .free }
    return Bounds(lower: columnLower[column], upper: columnUpper[column])
  }

  /// What values a variable may take.
  public func kind(of variable: Variable) -> VariableKind {
    position(of: variable).map { columnKind[$0] } ?? .continuous
  }

  /// The coefficient of a variable in the objective.
  public func cost(of variable: Variable) -> Double {
    position(of: variable).map { columnCost[$0] } ?? 0
  }

  /// The limits of a requirement; no limits for one of another program.
  public func limits(of constraint: Constraint) -> Bounds {
    guard let row = position(of: constraint) else { return .free }
    return Bounds(lower: rowLower[row], upper: rowUpper[row])
  }

  /// The left-hand side of a requirement, each variable once.
  public func expression(of constraint: Constraint) -> LinearExpression {
    guard let row = position(of: constraint) else { return LinearExpression() }
    var terms: [LinearTerm] = []
    for entry in rowStart[row]..<rowStart[row + 1] {
      terms.append(
        LinearTerm(entryValue[entry], Variable(index: entryColumn[entry], program: identity)))
    }
    for entry in lateRow.indices where Int(lateRow[entry]) == row {
      terms.append(
        LinearTerm(lateValue[entry], Variable(index: lateColumn[entry], program: identity)))
    }
    return LinearExpression(terms: terms)
  }

  /// The objective, each variable with a cost once.
  public var objective: LinearExpression {
    let terms = columnCost.indices.compactMap { column -> LinearTerm? in
      guard columnCost[column] != 0 else { return nil }
      let variable = Variable(index: Int32(truncatingIfNeeded: column), program: identity)
      return LinearTerm(columnCost[column], variable)
    }
    return LinearExpression(terms: terms, constant: objectiveConstant)
  }

  /// Name of a column by position: found among the runs by bisection.
  package func columnName(_ column: Int) -> String {
    var low = 0
    var high = columnNames.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if columnNames[middle].first <= column { low = middle } else { high = middle }
    }
    // Runs without columns share their first position with the next one.
    return columnNames.indices.contains(low) ? columnNames[low].name(of: column) : ""
  }

  package func rowName(_ row: Int) -> String { rowNames[row] }
}

extension LinearProgram: Equatable {
  /// Whether both have the same names, variables, requirements and objective in the same order.
  public static func == (left: LinearProgram, right: LinearProgram) -> Bool {
    guard left.name == right.name, left.sense == right.sense,
      left.objectiveConstant == right.objectiveConstant,
      left.columnLower == right.columnLower, left.columnUpper == right.columnUpper,
      left.columnKind == right.columnKind, left.columnCost == right.columnCost,
      left.rowLower == right.rowLower, left.rowUpper == right.rowUpper,
      left.rowNames == right.rowNames
    else { return false }
    guard left.sortedEntries() == right.sortedEntries() else { return false }
    return left.columnLower.indices.allSatisfy { left.columnName($0) == right.columnName($0) }
  }

  /// All coefficients that are not zero, by row and then by column.
  package func sortedEntries() -> [MatrixEntry] {
    var entries: [MatrixEntry] = []
    entries.reserveCapacity(coefficientCount)
    for row in rowLower.indices {
      for entry in rowStart[row]..<rowStart[row + 1] where entryValue[entry] != 0 {
        entries.append(
          MatrixEntry(row: row, column: Int(entryColumn[entry]), value: entryValue[entry]))
      }
    }
    for entry in lateRow.indices where lateValue[entry] != 0 {
      entries.append(
        MatrixEntry(
          row: Int(lateRow[entry]), column: Int(lateColumn[entry]), value: lateValue[entry]))
    }
    entries.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return entries
  }
}

/// One coefficient of the requirements.
package struct MatrixEntry: Equatable, Sendable {
  package var row: Int
  package var column: Int
  package var value: Double
}
