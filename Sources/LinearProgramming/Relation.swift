/// A condition on a linear expression: what `require` takes.
///
/// Written with `<=`, `>=` and `==` between expressions, or with `within` for two-sided limits.
public struct Relation: Sendable {
  /// All variables moved to the left-hand side; the constant is zero.
  public let expression: LinearExpression
  /// Limits of the expression's value.
  public let bounds: Bounds
  /// Whether a limit that was written down was infinite or not a number.
  let isVoid: Bool

  /// `lower <= expression <= upper`.
  public init(_ expression: consuming LinearExpression, in bounds: Bounds) {
    let constant = expression.constant
    expression.constant = 0
    let lower = bounds.lower - constant
    let upper = bounds.upper - constant
    isVoid = !constant.isFinite || (lower == -.infinity && upper == .infinity)
    self.expression = expression
    self.bounds = Bounds(lower: lower, upper: upper)
  }

  /// The value of `part` lies in `range`.
  public static func within(_ part: some Linear, _ range: ClosedRange<Double>) -> Relation {
    within(part, Bounds(lower: range.lowerBound, upper: range.upperBound))
  }

  /// The value of `part` lies in `bounds`.
  public static func within(_ part: some Linear, _ bounds: Bounds) -> Relation {
    Relation(LinearExpression(part), in: bounds)
  }
}

/// The left part is at least the right one.
public func >= (left: some Linear, right: some Linear) -> Relation {
  Relation(left - right, in: .atLeast(0))
}

/// The left part is at least the number.
public func >= (left: some Linear, right: Double) -> Relation {
  Relation(LinearExpression(left), in: .atLeast(right))
}

/// The number is at least the right part.
public func >= (left: Double, right: some Linear) -> Relation {
  Relation(LinearExpression(right), in: .atMost(left))
}

/// The left part is at most the right one.
public func <= (left: some Linear, right: some Linear) -> Relation {
  Relation(left - right, in: .atMost(0))
}

/// The left part is at most the number.
public func <= (left: some Linear, right: Double) -> Relation {
  Relation(LinearExpression(left), in: .atMost(right))
}

/// The number is at most the right part.
public func <= (left: Double, right: some Linear) -> Relation {
  Relation(LinearExpression(right), in: .atLeast(left))
}

/// The left part is equal to the right one.
@_disfavoredOverload
public func == (left: some Linear, right: some Linear) -> Relation {
  Relation(left - right, in: .fixed(0))
}

/// The left part is equal to the number.
public func == (left: some Linear, right: Double) -> Relation {
  Relation(LinearExpression(left), in: .fixed(right))
}

/// The number is equal to the right part.
public func == (left: Double, right: some Linear) -> Relation {
  Relation(LinearExpression(right), in: .fixed(left))
}
