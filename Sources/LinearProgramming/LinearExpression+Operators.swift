// Sums, differences and multiples of variables, written as on paper.

/// Sum of two parts.
@inlinable
public func + (left: some Linear, right: some Linear) -> LinearExpression {
  var sum = LinearExpression()
  left.add(to: &sum, times: 1)
  right.add(to: &sum, times: 1)
  return sum
}

/// Sum of an expression and a part; takes the expression over without copying it.
@inlinable
public func + (left: consuming LinearExpression, right: some Linear) -> LinearExpression {
  right.add(to: &left, times: 1)
  return left
}

/// Sum of a part and a constant.
@inlinable
public func + (left: some Linear, right: Double) -> LinearExpression {
  var sum = LinearExpression(right)
  left.add(to: &sum, times: 1)
  return sum
}

/// Sum of a constant and a part.
@inlinable
public func + (left: Double, right: some Linear) -> LinearExpression {
  var sum = LinearExpression(left)
  right.add(to: &sum, times: 1)
  return sum
}

/// Adds a part.
@inlinable
public func += (left: inout LinearExpression, right: some Linear) {
  right.add(to: &left, times: 1)
}

/// Adds a constant.
@inlinable
public func += (left: inout LinearExpression, right: Double) {
  left.constant += right
}

/// Difference of two parts.
@inlinable
public func - (left: some Linear, right: some Linear) -> LinearExpression {
  var sum = LinearExpression()
  left.add(to: &sum, times: 1)
  right.add(to: &sum, times: -1)
  return sum
}

/// Difference of an expression and a part; takes the expression over without copying it.
@inlinable
public func - (left: consuming LinearExpression, right: some Linear) -> LinearExpression {
  right.add(to: &left, times: -1)
  return left
}

/// Difference of a part and a constant.
@inlinable
public func - (left: some Linear, right: Double) -> LinearExpression {
  var sum = LinearExpression(-right)
  left.add(to: &sum, times: 1)
  return sum
}

/// Difference of a constant and a part.
@inlinable
public func - (left: Double, right: some Linear) -> LinearExpression {
  var sum = LinearExpression(left)
  right.add(to: &sum, times: -1)
  return sum
}

/// Takes away a part.
@inlinable
public func -= (left: inout LinearExpression, right: some Linear) {
  right.add(to: &left, times: -1)
}

/// Takes away a constant.
@inlinable
public func -= (left: inout LinearExpression, right: Double) {
  left.constant -= right
}

/// A multiple of a variable.
@inlinable
public func * (left: Double, right: Variable) -> LinearTerm {
  LinearTerm(left, right)
}

/// A multiple of a variable.
@inlinable
public func * (left: Variable, right: Double) -> LinearTerm {
  LinearTerm(right, left)
}

/// A multiple of a term.
@inlinable
public func * (left: Double, right: LinearTerm) -> LinearTerm {
  LinearTerm(left * right.coefficient, right.variable)
}

/// A multiple of a term.
@inlinable
public func * (left: LinearTerm, right: Double) -> LinearTerm {
  LinearTerm(left.coefficient * right, left.variable)
}

/// A multiple of each part.
@inlinable
public func * (left: Double, right: some Linear) -> LinearExpression {
  var product = LinearExpression()
  right.add(to: &product, times: left)
  return product
}

/// A multiple of each part.
@inlinable
public func * (left: some Linear, right: Double) -> LinearExpression {
  right * left
}

/// Each part divided; division by zero gives coefficients that are refused when solved.
@inlinable
public func / (left: some Linear, right: Double) -> LinearExpression {
  (1 / right) * left
}

/// The opposite.
@inlinable
public prefix func - (right: Variable) -> LinearTerm {
  LinearTerm(-1, right)
}

/// The opposite.
@inlinable
public prefix func - (right: some Linear) -> LinearExpression {
  -1.0 * right
}
