internal import CGLPKGuard
internal import LinearProgramming

/// A checked program as the arrays that C reads.
///
/// GLPK has no semicontinuous variables: for x in {0} ∪ [l, u] a binary column b and the rows
/// x − u·b ≤ 0 and x − l·b ≥ 0 are put after the program's own columns and rows.
struct LoadedProgram {
  private let buffers = Buffers()
  private(set) var program = guard_program()
  let isMixed: Bool

  init(_ source: LinearProgram, memoryLimit: Int?) {
    let columns = source.variableCount
    let rows = source.constraintCount
    let kinds = source.columnKind
    isMixed = source.isMixedInteger
    let semicontinuous = isMixed ? kinds.indices.filter { kinds[$0] == .semicontinuous } : []
    let extraColumns = semicontinuous.count
    let extraRows = 2 * extraColumns
    program.rows = Int32(rows + extraRows)
    program.columns = Int32(columns + extraColumns)
    program.maximize = source.sense == .maximize ? 1 : 0
    program.constant = source.objectiveConstant
    program.memory_limit = Int32(clamping: memoryLimit ?? 0)

    var lower = source.columnLower
    var upper = source.columnUpper
    var cost = source.columnCost
    var rowLower = source.rowLower
    var rowUpper = source.rowUpper
    for column in semicontinuous { lower[column] = 0 }
    lower.append(contentsOf: repeatElement(0, count: extraColumns))
    upper.append(contentsOf: repeatElement(1, count: extraColumns))
    cost.append(contentsOf: repeatElement(0, count: extraColumns))
    for _ in semicontinuous {
      rowLower.append(contentsOf: [-Double.infinity, 0])
      rowUpper.append(contentsOf: [0, Double.infinity])
    }
    if isMixed {
      var whole = kinds.map { kind -> UInt8 in kind == .integer || kind == .binary ? 1 : 0 }
      whole.append(contentsOf: repeatElement(1, count: extraColumns))
      program.is_integer = UnsafePointer(buffers.copy(whole))
    }
    program.column_lower = UnsafePointer(buffers.copy(lower))
    program.column_upper = UnsafePointer(buffers.copy(upper))
    program.cost = UnsafePointer(buffers.copy(cost))
    program.row_lower = UnsafePointer(buffers.copy(rowLower))
    program.row_upper = UnsafePointer(buffers.copy(rowUpper))
    loadEntries(of: source, semicontinuous: semicontinuous)
  }

  private mutating func loadEntries(of source: LinearProgram, semicontinuous: [Int]) {
    let starts = source.rowStart
    let rows = source.constraintCount
    var row: [Int32] = []
    row.reserveCapacity(source.coefficientCount + 4 * semicontinuous.count)
    for index in 0..<rows {
      let count = starts[index + 1] - starts[index]
      row.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: index), count: count))
    }
    var column = source.entryColumn
    var value = source.entryValue
    row.append(contentsOf: source.lateRow)
    column.append(contentsOf: source.lateColumn)
    value.append(contentsOf: source.lateValue)
    let switches = source.variableCount
    for (position, target) in semicontinuous.enumerated() {
      let first = Int32(rows + 2 * position)
      let target32 = Int32(target)
      let binary = Int32(switches + position)
      row.append(contentsOf: [first, first, first + 1, first + 1])
      column.append(contentsOf: [target32, binary, target32, binary])
      value.append(contentsOf: [1, -source.columnUpper[target]])
      value.append(contentsOf: [1, -source.columnLower[target]])
    }
    program.entries = Int32(row.count)
    program.entry_row = UnsafePointer(buffers.copy(row))
    program.entry_column = UnsafePointer(buffers.copy(column))
    program.entry_value = UnsafePointer(buffers.copy(value))
  }
}
