extension LinearProgram {
  /// Adds a requirement and gives the token by which its shadow price can be asked.
  ///
  /// - Parameters:
  ///   - name: a sentence a planner understands; it appears in messages, reports and files.
  ///   - relation: written with `<=`, `>=`, `==` or `.within`.
  @discardableResult
  public mutating func require(_ name: String, _ relation: Relation) -> Constraint {
    let row = rowLower.count
    rowNames.append(name)
    rowStamps.append(LinearProgram.stamp())
    rowLower.append(relation.bounds.lower)
    rowUpper.append(relation.bounds.upper)
    if relation.isVoid {
      defects.append(.limitNotFinite(row: name, bounds: relation.bounds))
    }
    let start = entryColumn.count
    let terms = relation.expression.terms
    for term in terms {
      guard let column = position(of: term.variable) else {
        note(term.variable, in: "the requirement “\(name)”")
        continue
      }
      let latest = latestEntry[column]
      if latest >= start {
        entryValue[latest] += term.coefficient
      } else {
        latestEntry[column] = entryColumn.count
        entryColumn.append(Int32(truncatingIfNeeded: column))
        entryValue.append(term.coefficient)
      }
    }
    rowStart.append(entryColumn.count)
    return Constraint(index: Int32(truncatingIfNeeded: row), program: identity)
  }

  /// Makes the value of the expression as small as possible; replaces an earlier objective.
  public mutating func minimize(_ objective: some Linear) {
    setObjective(LinearExpression(objective), sense: .minimize)
  }

  /// Makes the value of the expression as great as possible; replaces an earlier objective.
  public mutating func maximize(_ objective: some Linear) {
    setObjective(LinearExpression(objective), sense: .maximize)
  }

  mutating func setObjective(_ objective: LinearExpression, sense: ObjectiveSense) {
    self.sense = sense
    objectiveConstant = objective.constant
    columnCost = Array(repeating: 0, count: columnLower.count)
    for term in objective.terms {
      guard let column = position(of: term.variable) else {
        note(term.variable, in: "the objective")
        continue
      }
      columnCost[column] += term.coefficient
    }
  }

  /// Position of a variable of this program.
  package func position(of variable: Variable) -> Int? {
    guard variable.program == identity, variable.index >= 0 else { return nil }
    let index = Int(variable.index)
    return index < columnLower.count ? index : nil
  }

  /// Position of a requirement of this program.
  package func position(of constraint: Constraint) -> Int? {
    guard constraint.program == identity, constraint.index >= 0 else { return nil }
    let index = Int(constraint.index)
    return index < rowLower.count ? index : nil
  }

  mutating func note(_ variable: Variable, in place: String) {
    if variable.program == identity, variable.index < 0,
      columnNames.indices.contains(-1 - Int(variable.index))
    {
      let family = columnNames[-1 - Int(variable.index)].base
      defects.append(.unknownKey(family: family, place: place))
    } else {
      defects.append(.foreignVariable(place: place))
    }
  }
}
