internal import Synchronization

/// The token of a requirement: what to ask for a shadow price, or to change its limits.
public struct Constraint: Hashable, Sendable {
  package let index: Int32
  package let program: UInt32
}

/// Which way the objective is to go.
public enum ObjectiveSense: String, Sendable, Hashable, Codable {
  /// The smaller the better.
  case minimize
  /// The greater the better.
  case maximize
}

/// A linear or mixed-integer program as a value: variables, requirements and an objective.
///
/// Building never fails; what a solver could not take (a coefficient that is not a number, a
/// variable of another program, …) is refused by `validate()` and by every solver, with an error
/// that names the row. Copies are independent; tokens of the original stay valid in the copy.
///
/// ```swift
/// var program = LinearProgram("peak day")
/// let seats = program.variables("seats", over: Pool.allCases)
/// let cover = program.require(
///   "cover the peak", seats[.inHouse] + 0.8 * seats[.outsourced] >= required)
/// program.minimize(Pool.allCases.total { wage[$0] * seats[$0] })
/// ```
public struct LinearProgram: Sendable {
  /// What the program decides.
  public var name: String
  /// Which way the objective goes.
  public internal(set) var sense = ObjectiveSense.minimize
  /// What the objective is called in files.
  public var objectiveName = "cost"

  @usableFromInline package let identity: UInt32
  // Columns. Flat arrays, because everything that touches all of them must be fast.
  package internal(set) var columnLower: [Double] = []
  package internal(set) var columnUpper: [Double] = []
  package internal(set) var columnKind: [VariableKind] = []
  package internal(set) var columnCost: [Double] = []
  package internal(set) var objectiveConstant = 0.0
  var columnNames: [ColumnNames] = []
  // Rows.
  package internal(set) var rowLower: [Double] = []
  package internal(set) var rowUpper: [Double] = []
  var rowNames: [String] = []
  // Coefficients of row r: entries rowStart[r]..<rowStart[r + 1], and those in `lateRow`, which
  // came later with a new column. No row has the same column twice.
  package internal(set) var rowStart: [Int] = [0]
  package internal(set) var entryColumn: [Int32] = []
  package internal(set) var entryValue: [Double] = []
  package internal(set) var lateRow: [Int32] = []
  package internal(set) var lateColumn: [Int32] = []
  package internal(set) var lateValue: [Double] = []
  /// Rows whose coefficients were changed after they entered, in order; a session reads on.
  package internal(set) var changedRows: [Int32] = []
  // When each row, run of columns and change entered: a number that no other has. Two programs
  // whose stamps begin alike begin alike.
  package internal(set) var rowStamps: [UInt64] = []
  package internal(set) var columnStamps: [UInt64] = []
  package internal(set) var changeStamps: [UInt64] = []
  /// Position of the column's latest entry, to add up coefficients without a search.
  var latestEntry: [Int] = []
  /// What cannot be solved and was noticed while building.
  var defects: [SolverError] = []

  /// An empty program that minimizes nothing.
  public init(_ name: String) {
    self.name = name
    identity = LinearProgram.nextIdentity.wrappingAdd(1, ordering: .relaxed).newValue
  }

  private static let nextIdentity = Atomic<UInt32>(0)
  private static let nextStamp = Atomic<UInt64>(0)

  static func stamp() -> UInt64 { nextStamp.wrappingAdd(1, ordering: .relaxed).newValue }

  /// How many variables there are.
  public var variableCount: Int { columnLower.count }
  /// How many requirements there are.
  public var constraintCount: Int { rowLower.count }
  /// How many coefficients there are in the requirements.
  public var coefficientCount: Int { entryColumn.count + lateColumn.count }
  /// Whether any variable is integer, binary or semicontinuous.
  public var isMixedInteger: Bool { columnKind.contains { $0 != .continuous } }
}

/// Names of a run of columns, made only when someone reads them.
struct ColumnNames: Sendable {
  var first: Int
  var base: String
  var label: (@Sendable (Int) -> String)?

  func name(of column: Int) -> String {
    guard let label else { return base }
    return "\(base)(\(label(column - first)))"
  }
}
