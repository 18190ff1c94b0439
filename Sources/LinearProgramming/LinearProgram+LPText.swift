extension LinearProgram {
  /// The program as a file in CPLEX LP format.
  ///
  /// Names stay readable: a space becomes `~`, what the format does not allow `{hex}`; reading the
  /// text gives the same program back. Every variable has a line under `Bounds`, in its order.
  public var lpText: String {
    let columns = FileNames(columnLower.indices.lazy.map { columnName($0) })
    let rows = FileNames(
      rowNames, reserved: [FileNames.encode(objectiveName)], after: columns.cut.count)
    var lines = LPLines()
    lines.text = "\\ \(FileNames.mark) Variables in the order of the bounds.\n"
    lines.text += "\\ Program: \(FileNames.encode(name))\n"
    for (number, whole) in columns.cut + rows.cut { lines.text += "\\ {@\(number)} \(whole)\n" }
    lines.text += sense == .minimize ? "Minimize\n" : "Maximize\n"
    writeObjective(to: &lines, columns: columns.encoded)
    lines.text += "Subject To\n"
    writeRows(to: &lines, columns: columns.encoded, rows: rows.encoded)
    lines.text += "Bounds\n"
    for column in columnLower.indices {
      lines.text += " \(boundsText(of: column, name: columns.encoded[column]))\n"
    }
    let sections: [(String, VariableKind)] = [
      ("General", .integer), ("Binary", .binary), ("Semi-continuous", .semicontinuous),
    ]
    for (title, kind) in sections where columnKind.contains(kind) {
      lines.text += "\(title)\n"
      for column in columnKind.indices where columnKind[column] == kind {
        lines.text += " \(columns.encoded[column])\n"
      }
    }
    lines.text += "End\n"
    return lines.text
  }

  private func writeObjective(to lines: inout LPLines, columns: [String]) {
    lines.begin(" \(FileNames.encode(objectiveName)):")
    for column in columnCost.indices where columnCost[column] != 0 {
      lines.term(columnCost[column], columns[column])
    }
    if objectiveConstant != 0 || lines.isFirst { lines.constant(objectiveConstant) }
    lines.end("")
  }

  private func writeRows(to lines: inout LPLines, columns: [String], rows: [String]) {
    let entries = sortedEntries()
    var next = 0
    for row in rowLower.indices {
      let lower = rowLower[row]
      let upper = rowUpper[row]
      let isRange = lower.isFinite && upper.isFinite && lower != upper
      lines.begin(" \(rows[row]):" + (isRange ? " \(numberText(lower)) <=" : ""))
      while next < entries.count, entries[next].row == row {
        lines.term(entries[next].value, columns[entries[next].column])
        next += 1
      }
      if lines.isFirst {
        if let first = columns.first { lines.term(0, first) } else { lines.constant(0) }
      }
      if lower == upper {
        lines.end(" = \(numberText(lower))")
      } else if upper.isFinite {
        lines.end(" <= \(numberText(upper))")
      } else {
        lines.end(" >= \(numberText(lower))")
      }
    }
  }

  private func boundsText(of column: Int, name: String) -> String {
    let lower = columnLower[column]
    let upper = columnUpper[column]
    switch (lower == -.infinity, upper == .infinity) {
    case (true, true): return "\(name) free"
    case (false, true): return "\(name) >= \(numberText(lower))"
    case (true, false): return "-inf <= \(name) <= \(numberText(upper))"
    case (false, false) where lower == upper: return "\(name) = \(numberText(lower))"
    case (false, false): return "\(numberText(lower)) <= \(name) <= \(numberText(upper))"
    }
  }
}

/// Lines of an LP file, broken before they are too long for other readers.
private struct LPLines {
  var text = ""
  private var width = 0
  private(set) var isFirst = true

  mutating func begin(_ label: String) {
    text += label
    width = label.utf8.count
    isFirst = true
  }

  mutating func term(_ coefficient: Double, _ name: String) {
    let size = abs(coefficient)
    append(
      sign: coefficient.sign == .minus ? "-" : "+",
      size == 1 ? name : "\(numberText(size)) \(name)")
  }

  mutating func constant(_ value: Double) {
    append(sign: value < 0 ? "-" : "+", numberText(abs(value)))
  }

  private mutating func append(sign: String, _ rest: String) {
    let piece = isFirst && sign == "+" ? " \(rest)" : " \(sign) \(rest)"
    if !isFirst, width + piece.utf8.count > 96 {
      text += "\n  "
      width = 2
    }
    text += piece
    width += piece.utf8.count
    isFirst = false
  }

  mutating func end(_ tail: String) { text += tail + "\n" }
}
