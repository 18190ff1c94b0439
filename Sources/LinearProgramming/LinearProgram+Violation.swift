/// The limit of a program that values miss by most.
public struct LimitViolation: Sendable, Equatable {
  /// The requirement's or the variable's name.
  public let name: String
  /// By how much the limit is missed, relative to the limit where that is above one.
  public let amount: Double

  /// A limit that is missed.
  public init(name: String, amount: Double) {
    self.name = name
    self.amount = amount
  }
}

// Checking values without any solver: sums over all coefficients.
extension LinearProgram {
  /// The limit that `solution` misses by most: requirements, bounds of variables and whole numbers,
  /// each recomputed from the values; `nil` when it misses none, not even by rounding.
  ///
  /// The solution may be of another form of the program, such as one with decisions held. Values that
  /// are not numbers miss by infinity. A semicontinuous variable may also be zero.
  public func greatestViolation(of solution: Solution) -> LimitViolation? {
    var worst: LimitViolation?
    func note(_ amount: Double, _ name: () -> String) {
      let missed = amount.isNaN ? .infinity : amount
      if missed > worst?.amount ?? 0 { worst = LimitViolation(name: name(), amount: missed) }
    }
    var sums = Array(repeating: 0.0, count: constraintCount)
    for entry in sortedEntries() {
      sums[entry.row] += entry.value * solution.value(at: entry.column)
    }
    for row in sums.indices {
      note(missed(sums[row], rowLower[row], rowUpper[row])) { rowName(row) }
    }
    for column in columnLower.indices {
      let value = solution.value(at: column)
      let kind = columnKind[column]
      if kind == .semicontinuous, value == 0 { continue }
      note(missed(value, columnLower[column], columnUpper[column])) { columnName(column) }
      if kind == .integer || kind == .binary {
        note((value - value.rounded()).magnitude) { columnName(column) }
      }
    }
    return worst
  }

  private func missed(_ value: Double, _ lower: Double, _ upper: Double) -> Double {
    guard !value.isNaN else { return .infinity }
    let below = lower.isFinite ? (lower - value) / max(1, lower.magnitude) : 0
    let above = upper.isFinite ? (value - upper) / max(1, upper.magnitude) : 0
    return max(0, below, above)
  }
}
