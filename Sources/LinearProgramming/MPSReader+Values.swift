extension MPSReader {
  private func value(_ word: String) throws(ProgramTextError) -> Double {
    guard let value = number(fromWord: word), !value.isNaN else {
      throw failure("“\(word)” is not a number", hint: "write a number such as -1.5e3")
    }
    return value
  }

  private func finite(_ word: String) throws(ProgramTextError) -> Double {
    let value = try value(word)
    guard value.isFinite else {
      throw failure("“\(word)” is not finite", hint: "write a number between -1e308 and 1e308")
    }
    return value
  }

  /// Position of a row; -1 for the objective.
  private func row(_ name: String) throws(ProgramTextError) -> Int {
    if let row = draft.rowIndex[name] { return row }
    guard name == objective else {
      throw failure("the row “\(name)” is not in ROWS", hint: "add it there, or correct the name")
    }
    return -1
  }

  mutating func readColumn(_ fields: [String]) throws(ProgramTextError) {
    if fields.count >= 3, fields[1].uppercased() == "'MARKER'" {
      switch fields.last?.uppercased() {
      case "'INTORG'": isInteger = true
      case "'INTEND'": isInteger = false
      default:
        throw failure("an unknown marker", hint: "write 'INTORG' or 'INTEND'")
      }
      return
    }
    guard fields.count == 3 || fields.count == 5 else {
      throw failure(
        "a column needs its name and one or two pairs of row and value",
        hint: "write NAME ROW VALUE [ROW VALUE]")
    }
    let known = draft.columnIndex[fields[0]]
    if let known, known != latestColumn {
      throw failure(
        "the column “\(fields[0])” comes again after another one",
        hint: "keep the lines of a column together")
    }
    let column = draft.column(fields[0])
    if known == nil {
      latestColumn = column
      latestRows = []
      if isInteger { draft.columns[column].kind = .integer }
    }
    for pair in stride(from: 1, to: fields.count, by: 2) {
      let row = try row(fields[pair])
      let value = try finite(fields[pair + 1])
      guard latestRows.insert(row).inserted else {
        throw failure(
          "the column “\(fields[0])” has two values in the row “\(fields[pair])”",
          hint: "add them up and give one")
      }
      if row < 0 {
        draft.columns[column].cost = value
      } else {
        draft.rows[row].terms.append((column, value))
      }
    }
  }

  /// Lines of RHS and RANGES: an optional name of the set, then one or two pairs.
  mutating func readValues(_ fields: [String], set: String) throws(ProgramTextError) {
    guard (2...5).contains(fields.count) else {
      throw failure(
        "a line of \(set) needs one or two pairs of row and value",
        hint: "write [SET] ROW VALUE [ROW VALUE]")
    }
    for pair in stride(from: fields.count % 2, to: fields.count, by: 2) {
      let row = try row(fields[pair])
      let value = try value(fields[pair + 1])
      if set == "RHS" {
        try setRightHandSide(row, value)
      } else {
        try setRange(row, value, fields[pair])
      }
    }
  }

  private mutating func setRightHandSide(_ row: Int, _ value: Double) throws(ProgramTextError) {
    guard row >= 0 else {
      guard value.isFinite else {
        throw failure("the objective's constant is not finite", hint: "give a finite number")
      }
      draft.constant = -value
      return
    }
    guard !ranged.contains(row) else {
      throw failure("a right-hand side after the range of its row", hint: "put RHS before RANGES")
    }
    let value = limit(value)
    switch types[row] {
    case "L": draft.rows[row].bounds.upper = value
    case "G": draft.rows[row].bounds.lower = value
    case "E": draft.rows[row].bounds = .fixed(value)
    default: break
    }
  }

  private mutating func setRange(
    _ row: Int, _ value: Double, _ name: String
  ) throws(ProgramTextError) {
    guard row >= 0, types[row] != "N" else {
      throw failure("a range on “\(name)”, which has no limit", hint: "take it out")
    }
    guard ranged.insert(row).inserted else {
      throw failure("a second range on “\(name)”", hint: "keep one")
    }
    let size = limit(abs(value))
    switch types[row] {
    case "L": draft.rows[row].bounds.lower = draft.rows[row].bounds.upper - size
    case "G": draft.rows[row].bounds.upper = draft.rows[row].bounds.lower + size
    default:
      if value < 0 {
        draft.rows[row].bounds.lower -= size
      } else {
        draft.rows[row].bounds.upper += size
      }
    }
  }

  mutating func readBound(_ fields: [String]) throws(ProgramTextError) {
    let type = fields[0].uppercased()
    let needsValue = ["UP", "LO", "FX", "LI", "UI", "SC"].contains(type)
    let mayHaveValue = ["FR", "MI", "PL", "BV"].contains(type)
    guard needsValue || mayHaveValue else {
      throw failure(
        "an unknown bound “\(fields[0])”",
        hint: "UP, LO, FX, FR, MI, PL, BV, LI, UI and SC can be read")
    }
    let names = fields.dropFirst()
    // The name of the set may be missing.
    let name: String?
    let word: String?
    switch (names.count, needsValue) {
    case (3, _): (name, word) = (fields[2], fields[3])
    case (2, true): (name, word) = (fields[1], fields[2])
    case (2, false) where draft.columnIndex[fields[2]] == nil: (name, word) = (fields[1], nil)
    case (2, false): (name, word) = (fields[2], nil)
    case (1, false): (name, word) = (fields[1], nil)
    default: (name, word) = (nil, nil)
    }
    guard let name, let column = draft.columnIndex[name] else {
      throw failure(
        "a bound on a column that is not in COLUMNS, or with fields missing",
        hint: "write TYPE SET COLUMN VALUE with a column of COLUMNS")
    }
    let given: Double
    if needsValue, let word {
      given = limit(try value(word))
    } else {
      given = 0
    }
    apply(type, given, to: column)
  }

  private mutating func apply(_ type: String, _ value: Double, to index: Int) {
    var column = draft.columns[index]
    switch type {
    case "UP", "UI":
      column.bounds.upper = value
      if value < 0, !column.hasLower, column.bounds.lower == 0 {
        column.bounds.lower = -.infinity
      }
    case "LO", "LI": column.bounds.lower = value
    case "FX": column.bounds = .fixed(value)
    case "FR": column.bounds = .free
    case "MI": column.bounds.lower = -.infinity
    case "PL": column.bounds.upper = .infinity
    case "BV": column.bounds = .unit
    default: column.bounds.upper = value
    }
    if type == "LO" || type == "LI" || type == "FX" || type == "MI" { column.hasLower = true }
    switch type {
    case "UI", "LI": column.kind = .integer
    case "BV": column.kind = .binary
    case "SC": column.kind = .semicontinuous
    default: break
    }
    draft.columns[index] = column
  }
}
