/// How the fields of an MPS file are told apart.
public enum MPSFormat: String, Sendable, Hashable, Codable {
  /// Free first, then fixed.
  case automatic
  /// By spaces: names have none.
  case free
  /// By columns 2–3, 5–12, 15–22, 25–36, 40–47 and 50–61: names may have spaces.
  case fixed
}

extension LinearProgram {
  /// Reads a program from text in MPS format, fixed or free: `OBJSENSE`, integer markers, negative
  /// and two-sided `RANGES`, all kinds of `BOUNDS`, an objective constant in `RHS`.
  ///
  /// Conventions where the format leaves a choice: the first `N` row is the objective and others
  /// become requirements without limits; the right-hand side of the objective is its constant with
  /// the opposite sign; an integer between markers without bounds is at least 0 and has no upper
  /// bound (as GLPK takes it); a negative `UP` bound without a lower one takes the lower one away;
  /// 10³⁰ and more is infinite.
  ///
  /// - Throws: `ProgramTextError` with line, column and what to mend.
  public init(mps text: String, format: MPSFormat = .automatic) throws(ProgramTextError) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    do {
      self = try LinearProgram.read(lines, isFixed: format == .fixed)
    } catch {
      // The fields of a file with spaces in its names can only be told apart by their columns.
      if format == .automatic, let program = try? LinearProgram.read(lines, isFixed: true) {
        self = program
      } else {
        throw error.showing(lines)
      }
    }
  }

  private static func read(
    _ lines: [Substring], isFixed: Bool
  ) throws(ProgramTextError) -> LinearProgram {
    var reader = MPSReader(isFixed: isFixed)
    for (number, line) in lines.enumerated() {
      try reader.read(line, number: number + 1)
      if reader.hasEnded { break }
    }
    return try reader.program()
  }
}

/// Reads an MPS file line by line.
struct MPSReader {
  enum Section: String {
    case name = "NAME"
    case sense = "OBJSENSE"
    case objective = "OBJNAME"
    case rows = "ROWS"
    case columns = "COLUMNS"
    case rhs = "RHS"
    case ranges = "RANGES"
    case bounds = "BOUNDS"
    case end = "ENDATA"
  }

  let isFixed: Bool
  var draft = ProgramDraft()
  var section = Section.name
  var line = 0
  /// Type of each row: N, L, G, E.
  var types: [Character] = []
  var objective: String?
  var hasObjective = false
  var isInteger = false
  var latestColumn: Int?
  /// Rows that the latest column has already.
  var latestRows: Set<Int> = []
  /// Rows that have a range.
  var ranged: Set<Int> = []

  init(isFixed: Bool) { self.isFixed = isFixed }

  var hasEnded: Bool { section == .end }

  func failure(_ message: String, hint: String, column: Int = 1) -> ProgramTextError {
    ProgramTextError(line: line, column: column, message, hint: hint)
  }

  mutating func read(_ text: Substring, number: Int) throws(ProgramTextError) {
    line = number
    if text.first == "*" {
      draft.read(comment: text.dropFirst())
      return
    }
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
    guard let first = words.first else { return }
    if let start = text.first, start != " ", start != "\t" {
      try begin(first, words)
      return
    }
    let fields = isFixed ? fixedFields(text) : words
    guard !fields.isEmpty else { return }
    switch section {
    case .name: throw failure("data before ROWS", hint: "begin with NAME and ROWS")
    case .sense: try readSense(fields[0])
    case .objective: objective = fields[0]
    case .rows: try readRow(fields)
    case .columns: try readColumn(fields)
    case .rhs: try readValues(fields, set: "RHS")
    case .ranges: try readValues(fields, set: "RANGES")
    case .bounds: try readBound(fields)
    case .end: break
    }
  }

  /// The fields by columns; those that are empty are left out.
  private func fixedFields(_ text: Substring) -> [String] {
    let bytes = Array(text.utf8)
    let places = [1..<3, 4..<12, 14..<22, 24..<36, 39..<47, 49..<61]
    return places.compactMap { place in
      let slice = bytes[min(place.lowerBound, bytes.count)..<min(place.upperBound, bytes.count)]
      let field = String(decoding: slice, as: UTF8.self)
      let trimmed = field.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\r" }
      return trimmed.isEmpty ? nil : String(trimmed.reversed())
    }
  }

  private mutating func begin(_ title: String, _ words: [String]) throws(ProgramTextError) {
    let upper = title.uppercased()
    guard let next = Section(rawValue: upper == "OBJSEN" ? "OBJSENSE" : upper) else {
      throw failure(
        "an unknown section “\(title)”",
        hint: "NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS and ENDATA can be read; "
          + "data lines begin with a space")
    }
    section = next
    switch next {
    case .name: draft.name = words.dropFirst().first ?? ""
    case .sense: if words.count > 1 { try readSense(words[1]) }
    case .columns:
      if !hasObjective {
        throw failure("no objective among the rows", hint: "add an N row to ROWS")
      }
    default: break
    }
  }

  private mutating func readSense(_ word: String) throws(ProgramTextError) {
    switch word.uppercased() {
    case "MAX", "MAXIMIZE", "MAXIMISE": draft.sense = .maximize
    case "MIN", "MINIMIZE", "MINIMISE": draft.sense = .minimize
    default:
      throw failure("“\(word)” is no sense of an objective", hint: "write MAX or MIN")
    }
  }

  private mutating func readRow(_ fields: [String]) throws(ProgramTextError) {
    guard fields.count >= 2, fields[0].count == 1, let type = fields[0].uppercased().first,
      "NLGE".contains(type)
    else {
      throw failure("a row without a type and a name", hint: "write N, L, G or E and the name")
    }
    let name = fields[1]
    guard draft.rowIndex[name] == nil, !hasObjective || objective != name else {
      throw failure("the row “\(name)” comes twice", hint: "give each row a name of its own")
    }
    if type == "N", !hasObjective, objective == nil || objective == name {
      objective = name
      hasObjective = true
      draft.objectiveName = name
      return
    }
    let bounds: Bounds =
      switch type {
      case "L": .atMost(0)
      case "G": .atLeast(0)
      case "E": .fixed(0)
      default: .free
      }
    draft.rowIndex[name] = draft.rows.count
    draft.rows.append(ProgramDraft.Row(name: name, bounds: bounds))
    types.append(type)
  }

  mutating func program() throws(ProgramTextError) -> LinearProgram {
    guard hasEnded else {
      throw failure("the text has no ENDATA", hint: "write ENDATA as the last line")
    }
    for index in draft.columns.indices where draft.columns[index].kind == .binary {
      let bounds = draft.columns[index].bounds
      let isInside = bounds.lower >= 0 && bounds.upper <= 1
      if !isInside { draft.columns[index].kind = .integer }
    }
    return draft.program()
  }
}
