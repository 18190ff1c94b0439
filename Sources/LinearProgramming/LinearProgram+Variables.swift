extension LinearProgram {
  /// Adds a variable with limits `lower` and `upper` (infinite where there is none).
  ///
  /// A binary variable has the limits 0 and 1 whatever is given.
  @discardableResult
  public mutating func variable(
    _ name: String, lower: Double = 0, upper: Double = .infinity, kind: VariableKind = .continuous
  ) -> Variable {
    let first = addColumns([Bounds(lower: lower, upper: upper)], kind: kind, base: name, label: nil)
    return Variable(index: first, program: identity)
  }

  /// Adds a variable that lies in `range`.
  @discardableResult
  public mutating func variable(
    _ name: String, in range: ClosedRange<Double>, kind: VariableKind = .continuous
  ) -> Variable {
    variable(name, lower: range.lowerBound, upper: range.upperBound, kind: kind)
  }

  /// Adds a variable with the given bounds.
  @discardableResult
  public mutating func variable(
    _ name: String, in bounds: Bounds, kind: VariableKind = .continuous
  ) -> Variable {
    variable(name, lower: bounds.lower, upper: bounds.upper, kind: kind)
  }

  /// Adds a variable and its coefficients in requirements that exist already: a new column.
  ///
  /// - Parameters:
  ///   - cost: its coefficient in the objective.
  ///   - coefficients: each requirement at most once; twice is refused when the program is solved.
  @discardableResult
  public mutating func variable(
    _ name: String, in bounds: Bounds = .nonNegative, kind: VariableKind = .continuous,
    cost: Double, coefficients: [(constraint: Constraint, value: Double)]
  ) -> Variable {
    let added = variable(name, in: bounds, kind: kind)
    columnCost[Int(added.index)] = cost
    let firstLate = lateRow.count
    for (constraint, value) in coefficients {
      guard let row = position(of: constraint) else {
        defects.append(.unknownConstraint(place: "a coefficient of “\(name)”"))
        continue
      }
      lateRow.append(Int32(row))
      lateColumn.append(added.index)
      lateValue.append(value)
    }
    let rows = lateRow[firstLate...].sorted()
    for (row, next) in zip(rows, rows.dropFirst()) where row == next {
      defects.append(.duplicateCoefficient(row: rowNames[Int(row)], variable: name))
    }
    return added
  }

  /// Adds one variable for each key, all with the same limits.
  ///
  /// - Parameters:
  ///   - keys: each key once; a key that comes twice is refused when the program is solved.
  ///   - label: how a key is shown in names; its description by default. Read only for messages
  ///     and files.
  @inlinable
  public mutating func variables<Key: Hashable & Sendable>(
    _ name: String, over keys: some Sequence<Key>, lower: Double = 0, upper: Double = .infinity,
    kind: VariableKind = .continuous, label: @escaping @Sendable (Key) -> String = { "\($0)" }
  ) -> VariableFamily<Key> {
    let bounds = Bounds(lower: lower, upper: upper)
    return variables(name, over: keys, kind: kind, label: label) { _ in bounds }
  }

  /// Adds one variable for each key, with limits of its own.
  @inlinable
  public mutating func variables<Key: Hashable & Sendable>(
    _ name: String, over keys: some Sequence<Key>, kind: VariableKind = .continuous,
    label: @escaping @Sendable (Key) -> String = { "\($0)" }, bounds: (Key) throws -> Bounds
  ) rethrows -> VariableFamily<Key> {
    let keys = Array(keys)
    let first = addColumns(try keys.map(bounds), kind: kind, base: name) { label(keys[$0]) }
    let family = VariableFamily(
      name: name, keys: keys, first: first, number: lastFamily, program: identity)
    if family.index.hasRepeats { noteRepeatedKeys(of: name) }
    return family
  }

  /// Adds one variable for each pair of keys, all with the same limits.
  @inlinable
  public mutating func variables<Row: Hashable & Sendable, Column: Hashable & Sendable>(
    _ name: String, over rows: some Sequence<Row>, and columns: some Sequence<Column>,
    lower: Double = 0, upper: Double = .infinity, kind: VariableKind = .continuous,
    label: @escaping @Sendable (Row, Column) -> String = { "\($0),\($1)" }
  ) -> VariableTable<Row, Column> {
    let bounds = Bounds(lower: lower, upper: upper)
    return variables(name, over: rows, and: columns, kind: kind, label: label) { _, _ in bounds }
  }

  /// Adds one variable for each pair of keys, with limits of its own.
  @inlinable
  public mutating func variables<Row: Hashable & Sendable, Column: Hashable & Sendable>(
    _ name: String, over rows: some Sequence<Row>, and columns: some Sequence<Column>,
    kind: VariableKind = .continuous,
    label: @escaping @Sendable (Row, Column) -> String = { "\($0),\($1)" },
    bounds: (Row, Column) throws -> Bounds
  ) rethrows -> VariableTable<Row, Column> {
    let rows = Array(rows)
    let columns = Array(columns)
    var limits: [Bounds] = []
    limits.reserveCapacity(rows.count * columns.count)
    for row in rows {
      for column in columns { limits.append(try bounds(row, column)) }
    }
    let first = addColumns(limits, kind: kind, base: name) {
      label(rows[$0 / columns.count], columns[$0 % columns.count])
    }
    let table = VariableTable(
      name: name, rows: rows, columns: columns, first: first, number: lastFamily,
      program: identity)
    if table.rowIndex.hasRepeats || table.columnIndex.hasRepeats {
      noteRepeatedKeys(of: name)
    }
    return table
  }

  @usableFromInline
  mutating func addColumns(
    _ bounds: [Bounds], kind: VariableKind, base: String, label: (@Sendable (Int) -> String)?
  ) -> Int32 {
    let first = columnLower.count
    columnNames.append(ColumnNames(first: first, base: base, label: label))
    columnStamps.append(LinearProgram.stamp())
    if kind == .binary {
      columnLower.append(contentsOf: repeatElement(0, count: bounds.count))
      columnUpper.append(contentsOf: repeatElement(1, count: bounds.count))
    } else {
      columnLower.append(contentsOf: bounds.lazy.map(\.lower))
      columnUpper.append(contentsOf: bounds.lazy.map(\.upper))
    }
    columnKind.append(contentsOf: repeatElement(kind, count: bounds.count))
    columnCost.append(contentsOf: repeatElement(0, count: bounds.count))
    latestEntry.append(contentsOf: repeatElement(-1, count: bounds.count))
    return Int32(truncatingIfNeeded: first)
  }

  /// Number of the run of columns added last.
  @usableFromInline var lastFamily: Int32 { Int32(truncatingIfNeeded: columnNames.count - 1) }

  @usableFromInline
  mutating func noteRepeatedKeys(of family: String) {
    defects.append(.repeatedKey(family: family))
  }
}
