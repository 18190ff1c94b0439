// Changing an existing program: between solves of a session, or on a copy for a what-if.
extension LinearProgram {
  /// Changes the limits of a variable. An unknown variable is refused when the program is solved.
  public mutating func setBounds(of variable: Variable, to bounds: Bounds) {
    guard let column = position(of: variable) else {
      return note(variable, in: "a change of bounds")
    }
    columnLower[column] = bounds.lower
    columnUpper[column] = bounds.upper
  }

  /// Changes the limits of a variable to a closed range.
  public mutating func setBounds(of variable: Variable, to range: ClosedRange<Double>) {
    setBounds(of: variable, to: Bounds(lower: range.lowerBound, upper: range.upperBound))
  }

  /// Lets a variable take only one value.
  public mutating func fix(_ variable: Variable, at value: Double) {
    setBounds(of: variable, to: .fixed(value))
  }

  /// Changes what values a variable may take; a binary variable also gets the limits 0 and 1.
  public mutating func setKind(of variable: Variable, to kind: VariableKind) {
    guard let column = position(of: variable) else {
      return note(variable, in: "a change of kind")
    }
    columnKind[column] = kind
    if kind == .binary {
      columnLower[column] = 0
      columnUpper[column] = 1
    }
  }

  /// Changes the coefficient of a variable in the objective.
  public mutating func setCost(of variable: Variable, to value: Double) {
    guard let column = position(of: variable) else {
      return note(variable, in: "a change of cost")
    }
    columnCost[column] = value
  }

  /// Changes the right-hand side of a requirement with one limit or with two equal ones.
  ///
  /// A requirement with two different limits is moved as a whole: its lower limit becomes `value`.
  public mutating func setRightHandSide(of constraint: Constraint, to value: Double) {
    guard let row = position(of: constraint) else {
      defects.append(.unknownConstraint(place: "a change of a right-hand side"))
      return
    }
    guard value.isFinite else {
      defects.append(.limitNotFinite(row: rowNames[row], bounds: .fixed(value)))
      return
    }
    switch (rowLower[row].isFinite, rowUpper[row].isFinite) {
    case (true, true):
      rowUpper[row] = value + (rowUpper[row] - rowLower[row])
      rowLower[row] = value
    case (true, false): rowLower[row] = value
    case (false, true): rowUpper[row] = value
    case (false, false): break
    }
  }

  /// Changes both limits of a requirement; infinite on both sides switches it off.
  public mutating func setLimits(of constraint: Constraint, to bounds: Bounds) {
    guard let row = position(of: constraint) else {
      defects.append(.unknownConstraint(place: "a change of limits"))
      return
    }
    rowLower[row] = bounds.lower
    rowUpper[row] = bounds.upper
  }

  /// Changes, or adds, the coefficient of a variable in a requirement.
  public mutating func setCoefficient(
    of variable: Variable, in constraint: Constraint, to value: Double
  ) {
    guard let row = position(of: constraint) else {
      defects.append(.unknownConstraint(place: "a change of a coefficient"))
      return
    }
    guard let column = position(of: variable) else {
      return note(variable, in: "the requirement “\(rowNames[row])”")
    }
    changedRows.append(Int32(truncatingIfNeeded: row))
    changeStamps.append(LinearProgram.stamp())
    for entry in rowStart[row]..<rowStart[row + 1] where Int(entryColumn[entry]) == column {
      entryValue[entry] = value
      return
    }
    for entry in lateRow.indices where Int(lateRow[entry]) == row {
      if Int(lateColumn[entry]) == column {
        lateValue[entry] = value
        return
      }
    }
    lateRow.append(Int32(truncatingIfNeeded: row))
    lateColumn.append(Int32(truncatingIfNeeded: column))
    lateValue.append(value)
  }

  /// The continuous program that is left when every integer, binary and semicontinuous variable
  /// keeps what `solution` decided: integers and binaries are fixed at the rounded value, a
  /// semicontinuous variable is fixed at zero or kept within its limits.
  ///
  /// Its solution has shadow prices, valid as long as those decisions stand.
  public func fixingIntegers(at solution: Solution) -> LinearProgram {
    var fixed = self
    for column in columnKind.indices {
      let value = solution.value(at: column)
      switch columnKind[column] {
      case .continuous: continue
      case .integer, .binary:
        fixed.columnLower[column] = value.rounded()
        fixed.columnUpper[column] = value.rounded()
      case .semicontinuous:
        if abs(value) < max(1e-9, columnLower[column] / 2) {
          fixed.columnLower[column] = 0
          fixed.columnUpper[column] = 0
        }
      }
      fixed.columnKind[column] = .continuous
    }
    return fixed
  }
}
