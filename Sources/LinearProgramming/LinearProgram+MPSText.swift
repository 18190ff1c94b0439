extension LinearProgram {
  /// The program as a file in free MPS format. Names are written as in `lpText`.
  public var mpsText: String {
    let columns = FileNames(columnLower.indices.lazy.map { columnName($0) })
    let objective = FileNames.encode(objectiveName)
    let rows = FileNames(rowNames, reserved: [objective], after: columns.cut.count)
    var text = "* \(FileNames.mark)\n"
    for (number, whole) in columns.cut + rows.cut { text += "* {@\(number)} \(whole)\n" }
    text += "NAME \(FileNames.encode(name))\n"
    if sense == .maximize { text += "OBJSENSE\n MAX\n" }
    text += "ROWS\n N \(objective)\n"
    for row in rowLower.indices { text += " \(rowType(row)) \(rows.encoded[row])\n" }
    text += columnsText(columns: columns.encoded, rows: rows.encoded, objective: objective)
    text += "RHS\n"
    if objectiveConstant != 0 {
      text += " RHS \(objective) \(numberText(-objectiveConstant))\n"
    }
    for row in rowLower.indices {
      let side = rightHandSide(row)
      if side != 0 { text += " RHS \(rows.encoded[row]) \(numberText(side))\n" }
    }
    text += rangesText(rows: rows.encoded)
    text += "BOUNDS\n"
    for column in columnLower.indices {
      for line in boundLines(of: column) {
        let value = line.value.map { " \(numberText($0))" } ?? ""
        text += " \(line.type) BND \(columns.encoded[column])\(value)\n"
      }
    }
    return text + "ENDATA\n"
  }

  private func rowType(_ row: Int) -> String {
    let lower = rowLower[row]
    let upper = rowUpper[row]
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return "N"
    case (true, false): return "G"
    case (false, true): return "L"
    // Where the sum is not exact from below, it may be from above.
    case (true, true) where lower == upper: return "E"
    case (true, true): return lower + (upper - lower) == upper ? "G" : "L"
    }
  }

  private func rightHandSide(_ row: Int) -> Double {
    switch rowType(row) {
    case "N": 0
    case "L": rowUpper[row]
    default: rowLower[row]
    }
  }

  private func columnsText(columns: [String], rows: [String], objective: String) -> String {
    var entries = sortedEntries()
    entries.sort { ($0.column, $0.row) < ($1.column, $1.row) }
    var text = "COLUMNS\n"
    var next = 0
    var isInteger = false
    var markers = 0
    for column in columnLower.indices {
      if (columnKind[column] == .integer) != isInteger {
        isInteger.toggle()
        markers += 1
        text += " M\(markers) 'MARKER' \(isInteger ? "'INTORG'" : "'INTEND'")\n"
      }
      let name = columns[column]
      let first = next
      if columnCost[column] != 0 {
        text += " \(name) \(objective) \(numberText(columnCost[column]))\n"
      }
      while next < entries.count, entries[next].column == column {
        text += " \(name) \(rows[entries[next].row]) \(numberText(entries[next].value))\n"
        next += 1
      }
      if next == first, columnCost[column] == 0 { text += " \(name) \(objective) 0\n" }
    }
    if isInteger { text += " M\(markers + 1) 'MARKER' 'INTEND'\n" }
    return text
  }

  private func rangesText(rows: [String]) -> String {
    var text = ""
    for row in rowLower.indices where rowLower[row].isFinite && rowUpper[row].isFinite {
      guard rowLower[row] != rowUpper[row] else { continue }
      text += " RNG \(rows[row]) \(numberText(rowUpper[row] - rowLower[row]))\n"
    }
    return text.isEmpty ? "" : "RANGES\n" + text
  }

  private func boundLines(of column: Int) -> [(type: String, value: Double?)] {
    let lower = columnLower[column]
    let upper = columnUpper[column]
    var lines: [(type: String, value: Double?)] = []
    switch columnKind[column] {
    case .binary:
      lines.append(("BV", nil))
      if lower != 0 { lines.append(("LO", lower)) }
      if upper != 1 { lines.append(("UP", upper)) }
      return lines
    case .semicontinuous:
      if lower != 0 { lines.append(("LO", lower)) }
      lines.append(("SC", upper))
      return lines
    case .integer, .continuous: break
    }
    if lower == -.infinity, upper == .infinity { return [("FR", nil)] }
    if lower == upper { return [("FX", lower)] }
    if lower == -.infinity {
      lines.append(("MI", nil))
    } else if lower != 0 || upper < 0 {
      lines.append(("LO", lower))
    }
    if upper != .infinity {
      lines.append(("UP", upper))
    } else if columnKind[column] == .integer {
      // Other readers take an integer without an upper bound for a binary one.
      lines.append(("PL", nil))
    }
    return lines
  }
}
