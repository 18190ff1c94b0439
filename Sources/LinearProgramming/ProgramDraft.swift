/// What a reader has found so far.
struct ProgramDraft {
  struct Column {
    var name: String
    var bounds = Bounds.nonNegative
    var hasLower = false
    var hasUpper = false
    var kind = VariableKind.continuous
    var cost = 0.0
  }

  struct Row {
    var name: String
    var bounds: Bounds
    var terms: [(column: Int, value: Double)] = []
  }

  var name = ""
  var objectiveName = "cost"
  var sense = ObjectiveSense.minimize
  var constant = 0.0
  var columns: [Column] = []
  var rows: [Row] = []
  var columnIndex: [String: Int] = [:]
  var rowIndex: [String: Int] = [:]
  /// Whether names are to be decoded, and the whole names of those that were cut.
  var isEncoded = false
  var cut: [Int: String] = [:]
  /// Order of the columns, where it is not the order in which they were found.
  var order: [Int]?

  /// The column of a name, added where it is new.
  mutating func column(_ name: String) -> Int {
    if let index = columnIndex[name] { return index }
    columnIndex[name] = columns.count
    columns.append(Column(name: name))
    return columns.count - 1
  }

  /// Takes notice of a comment: it may say that names are encoded.
  mutating func read(comment: Substring) {
    let text = comment.drop { $0 == " " }
    if text.hasPrefix(FileNames.mark) { isEncoded = true }
    if isEncoded, text.hasPrefix("{@"), let end = text.firstIndex(of: "}"),
      let number = Int(text[text.index(text.startIndex, offsetBy: 2)..<end])
    {
      let whole = text[text.index(after: end)...].filter { $0 != " " && $0 != "\r" }
      cut[number] = FileNames.decode(String(whole), cut: [:])
    }
  }

  /// The program of what was found.
  func program() -> LinearProgram {
    let decode: (String) -> String = { isEncoded ? FileNames.decode($0, cut: cut) : $0 }
    var program = LinearProgram(decode(name))
    program.objectiveName = decode(objectiveName)
    let order = self.order ?? Array(columns.indices)
    var variables = [Variable?](repeating: nil, count: columns.count)
    for index in order {
      let column = columns[index]
      let variable = program.variable(decode(column.name), in: column.bounds, kind: column.kind)
      if column.kind == .binary { program.setBounds(of: variable, to: column.bounds) }
      variables[index] = variable
    }
    for row in rows {
      var expression = LinearExpression()
      for (column, value) in row.terms {
        if let variable = variables[column] { expression += value * variable }
      }
      let constraint = program.require(
        decode(row.name), Relation(expression, in: .fixed(0)))
      program.setLimits(of: constraint, to: row.bounds)
    }
    var objective = LinearExpression(constant)
    for index in order where columns[index].cost != 0 {
      if let variable = variables[index] { objective += columns[index].cost * variable }
    }
    switch sense {
    case .minimize: program.minimize(objective)
    case .maximize: program.maximize(objective)
    }
    return program
  }
}
