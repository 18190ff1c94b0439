/// A decision of a linear program: the token with which expressions are written and results asked.
///
/// A variable belongs to the program that made it (and to copies of that program). Used in another
/// program it is refused there with an error that names the row.
@frozen
public struct Variable: Hashable, Sendable {
  /// Position in the program; below zero for a key that its family does not have.
  @usableFromInline let index: Int32
  /// Which program it belongs to.
  @usableFromInline let program: UInt32

  @usableFromInline init(index: Int32, program: UInt32) {
    self.index = index
    self.program = program
  }
}

/// What values a variable may take.
public enum VariableKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Any number between the bounds.
  case continuous
  /// A whole number between the bounds; the bounds must be whole themselves.
  case integer
  /// 0 or 1.
  case binary
  /// 0, or any number between the bounds. The upper bound must be finite, the lower not negative.
  case semicontinuous
}

/// The least and the greatest value something may take; infinite where there is no limit.
///
/// Bounds are not checked here: a program that is solved refuses bounds which cross or are not
/// numbers, with an error that names the variable.
public struct Bounds: Sendable, Hashable, Codable {
  /// The least value; `-.infinity` where there is none.
  public var lower: Double
  /// The greatest value; `.infinity` where there is none.
  public var upper: Double

  /// Both limits.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Not below zero.
  public static let nonNegative = Bounds(lower: 0, upper: .infinity)
  /// No limit on either side.
  public static let free = Bounds(lower: -.infinity, upper: .infinity)
  /// Zero and one.
  public static let unit = Bounds(lower: 0, upper: 1)
  /// At least `value`, no upper limit.
  public static func atLeast(_ value: Double) -> Bounds { Bounds(lower: value, upper: .infinity) }
  /// At most `value`, no lower limit.
  public static func atMost(_ value: Double) -> Bounds { Bounds(lower: -.infinity, upper: value) }
  /// Exactly `value`.
  public static func fixed(_ value: Double) -> Bounds { Bounds(lower: value, upper: value) }
  /// From `lower` to `upper`.
  public static func between(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(lower: lower, upper: upper)
  }
}
