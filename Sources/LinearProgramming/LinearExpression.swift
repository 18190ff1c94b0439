/// What can stand in a linear expression: a variable, a multiple of one, or a sum of those.
public protocol Linear: Sendable {
  /// Adds `factor` times this to `expression`.
  func add(to expression: inout LinearExpression, times factor: Double)
}

/// A coefficient times a variable.
@frozen
public struct LinearTerm: Linear, Hashable {
  /// What the coefficient multiplies.
  public var variable: Variable
  /// The multiple.
  public var coefficient: Double

  /// `coefficient` times `variable`.
  @inlinable
  public init(_ coefficient: Double, _ variable: Variable) {
    self.variable = variable
    self.coefficient = coefficient
  }

  /// Appends the scaled term.
  @inlinable
  public func add(to expression: inout LinearExpression, times factor: Double) {
    expression.terms.append(LinearTerm(coefficient * factor, variable))
  }
}

extension Variable: Linear {
  /// Appends `factor` times the variable.
  @inlinable
  public func add(to expression: inout LinearExpression, times factor: Double) {
    expression.terms.append(LinearTerm(factor, self))
  }
}

/// A sum of terms and a constant.
///
/// Terms are kept in the order in which they were added; a variable may appear more than once, and
/// its coefficients are added up when the expression enters a program. Build long sums with
/// `total` or `+=`, which take constant time per term.
@frozen
public struct LinearExpression: Linear {
  /// The multiples of variables, in order of addition.
  public var terms: [LinearTerm]
  /// What is added to the terms.
  public var constant: Double

  /// A constant, zero by default.
  @inlinable
  public init(_ constant: Double = 0) {
    terms = []
    self.constant = constant
  }

  /// The terms and a constant.
  @inlinable
  public init(terms: [LinearTerm], constant: Double = 0) {
    self.terms = terms
    self.constant = constant
  }

  /// The same as an expression.
  @inlinable
  public init(_ linear: some Linear) {
    self.init()
    linear.add(to: &self, times: 1)
  }

  /// Whether there is no variable in it.
  @inlinable public var isConstant: Bool { terms.isEmpty }

  /// Appends all terms, scaled.
  @inlinable
  public func add(to expression: inout LinearExpression, times factor: Double) {
    expression.constant += constant * factor
    if factor == 1 {
      expression.terms.append(contentsOf: terms)
    } else {
      expression.terms.reserveCapacity(expression.terms.count + terms.count)
      for term in terms {
        expression.terms.append(LinearTerm(term.coefficient * factor, term.variable))
      }
    }
  }
}

extension LinearExpression: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A constant.
  public init(floatLiteral value: Double) { self.init(value) }
  /// A constant.
  public init(integerLiteral value: Int) { self.init(Double(value)) }
}

extension Sequence {
  /// The sum of what `term` gives for each element, in order.
  @inlinable
  public func total<Term: Linear>(
    _ term: (Element) throws -> Term
  ) rethrows -> LinearExpression {
    var sum = LinearExpression()
    sum.terms.reserveCapacity(underestimatedCount)
    for element in self {
      try term(element).add(to: &sum, times: 1)
    }
    return sum
  }
}

extension Sequence where Element: Linear {
  /// The sum of the elements, in order.
  @inlinable
  public func total() -> LinearExpression {
    var sum = LinearExpression()
    sum.terms.reserveCapacity(underestimatedCount)
    for element in self { element.add(to: &sum, times: 1) }
    return sum
  }
}
