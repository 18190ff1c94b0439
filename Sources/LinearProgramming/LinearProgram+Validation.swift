extension LinearProgram {
  /// The longest name, in UTF-8 bytes.
  public static let longestName = 255
  /// The most rows, columns or coefficients a solver counts.
  static let mostOfAnything = 100_000_000

  /// Checks everything a solver relies on; every solver calls it first.
  ///
  /// - Parameter acceptingEmptyRows: lets requirements without variables pass.
  /// - Throws: the first defect found, in the order: what was noticed while building, sizes,
  ///   variables, requirements, objective.
  public func validate(acceptingEmptyRows: Bool = false) throws(SolverError) {
    if let defect = defects.first { throw defect }
    try validateSizes()
    try validateNames()
    try validateColumns()
    try validateRows(acceptingEmptyRows: acceptingEmptyRows)
    try validateObjective()
  }

  private func validateSizes() throws(SolverError) {
    let sizes = [
      ("variables", variableCount), ("requirements", constraintCount),
      ("coefficients", coefficientCount),
    ]
    for (what, count) in sizes where count > LinearProgram.mostOfAnything {
      throw .tooLarge(what: what, count: count, limit: LinearProgram.mostOfAnything)
    }
  }

  private func validateNames() throws(SolverError) {
    for (position, run) in columnNames.enumerated() {
      if let reason = LinearProgram.fault(inName: run.base) {
        throw .badName(
          of: .variable, name: LinearProgram.excerpt(run.base), position: position, reason: reason)
      }
    }
    for (position, name) in rowNames.enumerated() {
      if let reason = LinearProgram.fault(inName: name) {
        throw .badName(
          of: .requirement, name: LinearProgram.excerpt(name), position: position, reason: reason)
      }
    }
  }

  /// What is wrong with a name, or nil.
  static func fault(inName name: String) -> String? {
    if name.isEmpty { return "is empty; give it a name" }
    if name.utf8.count > longestName {
      return "is \(name.utf8.count) bytes long; at most \(longestName) are allowed: shorten it"
    }
    // Control characters are bytes below 32 and 127, and C2 80 … C2 9F in UTF-8.
    var previous: UInt8 = 0
    for byte in name.utf8 {
      if byte < 32 || byte == 127 || (previous == 0xC2 && byte < 0xA0) {
        return "has a control character; take it out"
      }
      previous = byte
    }
    return nil
  }

  /// The beginning of a name that is too long, without control characters, for a message.
  private static func excerpt(_ name: String) -> String {
    let visible = name.unicodeScalars.prefix(40).map { scalar in
      scalar.properties.generalCategory == .control ? "�" : Character(scalar)
    }
    return String(visible) + (name.unicodeScalars.count > 40 ? "…" : "")
  }

  private func validateColumns() throws(SolverError) {
    for column in columnLower.indices {
      let lower = columnLower[column]
      let upper = columnUpper[column]
      // Written so that a bound that is not a number fails.
      let usable = lower < .infinity && upper > -.infinity
      if usable, lower <= upper, columnKind[column] == .continuous { continue }
      let bounds = Bounds(lower: lower, upper: upper)
      guard usable else {
        throw .boundNotUsable(variable: columnName(column), bounds: bounds)
      }
      guard lower <= upper else {
        throw .boundsCross(variable: columnName(column), bounds: bounds)
      }
      try validate(bounds, of: columnKind[column], column)
    }
  }

  private func validate(
    _ bounds: Bounds, of kind: VariableKind, _ column: Int
  ) throws(SolverError) {
    switch kind {
    case .continuous: break
    case .integer:
      let isWhole =
        bounds.lower.rounded() == bounds.lower && bounds.upper.rounded() == bounds.upper
      guard isWhole else {
        throw .boundNotWhole(variable: columnName(column), bounds: bounds)
      }
    case .binary:
      let allowed: Set<Double> = [0, 1]
      guard allowed.contains(bounds.lower), allowed.contains(bounds.upper) else {
        throw .boundNotWhole(variable: columnName(column), bounds: bounds)
      }
    case .semicontinuous:
      guard bounds.lower >= 0, bounds.upper < .infinity else {
        throw .semicontinuousBounds(variable: columnName(column), bounds: bounds)
      }
    }
  }

  private func validateRows(acceptingEmptyRows: Bool) throws(SolverError) {
    for entry in lateValue.indices where !lateValue[entry].isFinite {
      throw .coefficientNotFinite(
        row: rowNames[Int(lateRow[entry])], variable: columnName(Int(lateColumn[entry])),
        value: lateValue[entry])
    }
    var lateRows: Set<Int32>?
    for row in rowLower.indices {
      let bounds = Bounds(lower: rowLower[row], upper: rowUpper[row])
      guard bounds.lower < .infinity, bounds.upper > -.infinity else {
        throw .limitNotFinite(row: rowNames[row], bounds: bounds)
      }
      guard bounds.lower <= bounds.upper else {
        throw .limitsCross(row: rowNames[row], bounds: bounds)
      }
      var isEmpty = true
      for entry in rowStart[row]..<rowStart[row + 1] {
        let value = entryValue[entry]
        guard value.isFinite else {
          throw .coefficientNotFinite(
            row: rowNames[row], variable: columnName(Int(entryColumn[entry])), value: value)
        }
        if value != 0 { isEmpty = false }
      }
      if isEmpty, !acceptingEmptyRows {
        let late = lateRows ?? rowsWithLateEntries()
        lateRows = late
        guard late.contains(Int32(truncatingIfNeeded: row)) else {
          throw .emptyRow(row: rowNames[row], bounds: bounds)
        }
      }
    }
  }

  private func rowsWithLateEntries() -> Set<Int32> {
    Set(lateRow.indices.lazy.filter { lateValue[$0] != 0 }.map { lateRow[$0] })
  }

  private func validateObjective() throws(SolverError) {
    guard objectiveConstant.isFinite else { throw .constantNotFinite(value: objectiveConstant) }
    for column in columnCost.indices where !columnCost[column].isFinite {
      throw .costNotFinite(variable: columnName(column), value: columnCost[column])
    }
  }
}
