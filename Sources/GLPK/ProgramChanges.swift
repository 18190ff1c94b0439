internal import CGLPKGuard
internal import LinearProgramming

/// What a session has handed over: enough to find out what is different later.
struct Loaded {
  let identity: UInt32
  let rowStamps: [UInt64]
  let columnStamps: [UInt64]
  let changeStamps: [UInt64]
  let columnLower: [Double]
  let columnUpper: [Double]
  let columnKind: [VariableKind]
  let columnCost: [Double]
  let rowLower: [Double]
  let rowUpper: [Double]
  let lateCount: Int
  let hasSemicontinuous: Bool

  init(_ program: LinearProgram) {
    identity = program.identity
    rowStamps = program.rowStamps
    columnStamps = program.columnStamps
    changeStamps = program.changeStamps
    columnLower = program.columnLower
    columnUpper = program.columnUpper
    columnKind = program.columnKind
    columnCost = program.columnCost
    rowLower = program.rowLower
    rowUpper = program.rowUpper
    lateCount = program.lateRow.count
    hasSemicontinuous = program.columnKind.contains(.semicontinuous)
  }

  /// Whether `program` has grown out of what is loaded, so that the difference can be handed over.
  /// Semicontinuous variables come with rows of their own and are always loaded anew.
  func isBeginning(of program: LinearProgram) -> Bool {
    identity == program.identity && !hasSemicontinuous
      && !program.columnKind.contains(.semicontinuous)
      && program.rowStamps.starts(with: rowStamps)
      && program.columnStamps.starts(with: columnStamps)
      && program.changeStamps.starts(with: changeStamps)
      && program.lateRow.count >= lateCount
  }
}

/// The difference between what is loaded and a program, as the arrays that C reads.
struct ProgramChanges {
  private let buffers = Buffers()
  private(set) var changes = guard_changes()

  init(from old: Loaded, to new: LinearProgram) {
    changes.new_rows = Int32(new.constraintCount - old.rowLower.count)
    changes.new_columns = Int32(new.variableCount - old.columnLower.count)
    changes.constant = new.objectiveConstant
    changes.maximize = new.sense == .maximize ? 1 : 0
    findLimits(from: old, to: new)
    findColumns(from: old, to: new)
    let rows = findRows(from: old, to: new)
    findEntriesOfNewColumns(from: old, to: new, given: rows)
  }

  private mutating func findLimits(from old: Loaded, to new: LinearProgram) {
    let count = old.rowLower.count
    let lower = new.rowLower
    let upper = new.rowUpper
    let rows = lower.indices.filter {
      $0 >= count || lower[$0] != old.rowLower[$0] || upper[$0] != old.rowUpper[$0]
    }
    changes.row_limits = Int32(rows.count)
    changes.row_limits_row = UnsafePointer(buffers.copy(rows.map { Int32($0) }))
    changes.row_lower = UnsafePointer(buffers.copy(rows.map { lower[$0] }))
    changes.row_upper = UnsafePointer(buffers.copy(rows.map { upper[$0] }))
  }

  private mutating func findColumns(from old: Loaded, to new: LinearProgram) {
    let count = old.columnLower.count
    let lower = new.columnLower
    let upper = new.columnUpper
    let cost = new.columnCost
    let kind = new.columnKind
    let columns = lower.indices.filter { column in
      if column >= count { return true }
      if lower[column] != old.columnLower[column] || upper[column] != old.columnUpper[column] {
        return true
      }
      return cost[column] != old.columnCost[column] || kind[column] != old.columnKind[column]
    }
    changes.column_changes = Int32(columns.count)
    changes.column_changes_column = UnsafePointer(buffers.copy(columns.map { Int32($0) }))
    changes.column_lower = UnsafePointer(buffers.copy(columns.map { lower[$0] }))
    changes.column_upper = UnsafePointer(buffers.copy(columns.map { upper[$0] }))
    changes.cost = UnsafePointer(buffers.copy(columns.map { cost[$0] }))
    changes.is_integer = UnsafePointer(
      buffers.copy(columns.map { kind[$0] == .continuous ? UInt8(0) : 1 }))
  }

  /// New rows, and old ones with changed coefficients, are given whole.
  private mutating func findRows(from old: Loaded, to new: LinearProgram) -> Set<Int32> {
    let firstNew = Int32(old.rowLower.count)
    let changed = new.changedRows[old.changeStamps.count...].filter { $0 < firstNew }
    let rows = Set(changed).sorted() + Array(firstNew..<Int32(new.constraintCount))
    let wanted = Set(rows)
    var late: [Int32: [Int]] = [:]
    for entry in new.lateRow.indices where wanted.contains(new.lateRow[entry]) {
      late[new.lateRow[entry], default: []].append(entry)
    }
    var lines = Lines()
    for row in rows {
      for entry in new.rowStart[Int(row)]..<new.rowStart[Int(row) + 1] {
        lines.append(new.entryColumn[entry], new.entryValue[entry])
      }
      for entry in late[row] ?? [] { lines.append(new.lateColumn[entry], new.lateValue[entry]) }
      lines.end()
    }
    changes.whole_rows = Int32(rows.count)
    changes.whole_row = UnsafePointer(buffers.copy(rows))
    changes.whole_row_start = UnsafePointer(buffers.copy(lines.starts))
    changes.whole_row_column = UnsafePointer(buffers.copy(lines.indices))
    changes.whole_row_value = UnsafePointer(buffers.copy(lines.values))
    return wanted
  }

  /// New columns with coefficients in old rows that are not given whole are given whole
  /// themselves, after the rows.
  private mutating func findEntriesOfNewColumns(
    from old: Loaded, to new: LinearProgram, given rows: Set<Int32>
  ) {
    let firstColumn = Int32(old.columnLower.count)
    var entries: [Int32: [(row: Int32, value: Double)]] = [:]
    for entry in old.lateCount..<new.lateRow.count where !rows.contains(new.lateRow[entry]) {
      entries[new.lateColumn[entry], default: []].append(
        (new.lateRow[entry], new.lateValue[entry]))
    }
    let columns = entries.keys.filter { $0 >= firstColumn }.sorted()
    if !columns.isEmpty {
      for position in 0..<Int(changes.whole_rows) {
        addRow(at: position, to: &entries, columns: Set(columns))
      }
    }
    var lines = Lines()
    for column in columns {
      for entry in entries[column] ?? [] { lines.append(entry.row, entry.value) }
      lines.end()
    }
    changes.whole_columns = Int32(columns.count)
    changes.whole_column = UnsafePointer(buffers.copy(columns))
    changes.whole_column_start = UnsafePointer(buffers.copy(lines.starts))
    changes.whole_column_row = UnsafePointer(buffers.copy(lines.indices))
    changes.whole_column_value = UnsafePointer(buffers.copy(lines.values))
  }

  /// Takes the coefficients that a row given whole has in the new columns.
  private func addRow(
    at position: Int, to entries: inout [Int32: [(row: Int32, value: Double)]],
    columns: Set<Int32>
  ) {
    let row = changes.whole_row[position]
    let start = Int(changes.whole_row_start[position])
    let end = Int(changes.whole_row_start[position + 1])
    for entry in start..<end {
      let column = changes.whole_row_column[entry]
      if columns.contains(column) {
        entries[column, default: []].append((row, changes.whole_row_value[entry]))
      }
    }
  }
}

/// Rows or columns with their coefficients, one after the other.
private struct Lines {
  var starts: [Int32] = [0]
  var indices: [Int32] = []
  var values: [Double] = []

  mutating func append(_ index: Int32, _ value: Double) {
    indices.append(index)
    values.append(value)
  }

  mutating func end() { starts.append(Int32(indices.count)) }
}
