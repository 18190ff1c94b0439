/// Variables indexed by typed keys: one for each key.
///
/// `seats[.inHouse]` is the variable of a key. Asking for a key that the family does not have does
/// not stop the program: it gives a variable that every program refuses, with an error that names
/// the row and the family. `variable(for:)` gives `nil` instead.
public struct VariableFamily<Key: Hashable & Sendable>: Sendable {
  /// What the variables stand for.
  public let name: String
  /// The keys, in the order given.
  public var keys: [Key] { index.keys }
  @usableFromInline let index: KeyIndex<Key>
  @usableFromInline let first: Int32
  @usableFromInline let number: Int32
  @usableFromInline let program: UInt32

  @inlinable
  init(name: String, keys: [Key], first: Int32, number: Int32, program: UInt32) {
    self.name = name
    index = KeyIndex(keys)
    self.first = first
    self.number = number
    self.program = program
  }

  /// The variable of `key`; for a key the family does not have, a variable that programs refuse.
  @inlinable
  public subscript(key: Key) -> Variable {
    guard let position = index.position(of: key) else {
      return Variable(index: -1 - number, program: program)
    }
    return Variable(index: first + position, program: program)
  }

  /// The variable of `key`, or `nil` when the family does not have it.
  @inlinable
  public func variable(for key: Key) -> Variable? {
    index.position(of: key).map { Variable(index: first + $0, program: program) }
  }

  /// All variables, in the order of the keys.
  public var variables: [Variable] {
    (0..<Int32(keys.count)).map { Variable(index: first + $0, program: program) }
  }

  /// The sum of all variables.
  public var total: LinearExpression { variables.total() }
}

/// Variables indexed by two typed keys: one for each pair.
///
/// A pair the table does not have gives a variable that every program refuses, as in
/// `VariableFamily`.
public struct VariableTable<Row: Hashable & Sendable, Column: Hashable & Sendable>: Sendable {
  /// What the variables stand for.
  public let name: String
  /// The first keys, in the order given.
  public var rows: [Row] { rowIndex.keys }
  /// The second keys, in the order given.
  public var columns: [Column] { columnIndex.keys }
  @usableFromInline let rowIndex: KeyIndex<Row>
  @usableFromInline let columnIndex: KeyIndex<Column>
  @usableFromInline let first: Int32
  @usableFromInline let number: Int32
  @usableFromInline let program: UInt32

  @inlinable
  init(
    name: String, rows: [Row], columns: [Column], first: Int32, number: Int32, program: UInt32
  ) {
    self.name = name
    rowIndex = KeyIndex(rows)
    columnIndex = KeyIndex(columns)
    self.first = first
    self.number = number
    self.program = program
  }

  /// The variable of a pair; for a pair the table does not have, a variable that programs refuse.
  @inlinable
  public subscript(row: Row, column: Column) -> Variable {
    variable(for: row, column) ?? Variable(index: -1 - number, program: program)
  }

  /// The variable of a pair, or `nil` when the table does not have it.
  @inlinable
  public func variable(for row: Row, _ column: Column) -> Variable? {
    guard let i = rowIndex.position(of: row), let j = columnIndex.position(of: column) else {
      return nil
    }
    let width = Int32(truncatingIfNeeded: columnIndex.keys.count)
    return Variable(index: first + i * width + j, program: program)
  }

  /// The variables of one first key, in the order of the second keys; empty for an unknown key.
  public func variables(in row: Row) -> [Variable] {
    columns.compactMap { variable(for: row, $0) }
  }

  /// The variables of one second key, in the order of the first keys; empty for an unknown key.
  public func variables(at column: Column) -> [Variable] {
    rows.compactMap { variable(for: $0, column) }
  }

  /// All variables, row by row.
  public var variables: [Variable] {
    (0..<Int32(rows.count * columns.count)).map { Variable(index: first + $0, program: program) }
  }

  /// The sum of all variables.
  public var total: LinearExpression { variables.total() }
}
