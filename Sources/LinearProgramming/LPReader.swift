extension LinearProgram {
  /// Reads a program from text in CPLEX LP format: objective, requirements (also two-sided), bounds,
  /// general, binary and semi-continuous sections, comments.
  ///
  /// Values of 10³⁰ and more count as infinite where limits are given. Text written by `lpText` gives the same
  /// program back.
  ///
  /// - Throws: `ProgramTextError` with line, column and what to mend.
  public init(lp text: String) throws(ProgramTextError) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    do {
      var reader = try LPReader(lines)
      self = try reader.program()
    } catch {
      throw error.showing(lines)
    }
  }
}

/// Reads the sections of an LP file one after the other.
struct LPReader {
  enum Section {
    case minimize
    case maximize
    case requirements
    case bounds
    case general
    case binary
    case semicontinuous
    case end
  }

  var draft = ProgramDraft()
  let tokens: [LPToken]
  var position = 0
  var boundsOrder: [Int] = []

  init(_ lines: [Substring]) throws(ProgramTextError) {
    let scanner = try LPScanner(lines)
    tokens = scanner.tokens
    for comment in scanner.comments {
      draft.read(comment: comment)
      let text = comment.drop { $0 == " " }
      if text.hasPrefix("Program: ") { draft.name = String(text.dropFirst(9)) }
    }
  }

  var current: LPToken? { position < tokens.count ? tokens[position] : nil }

  func peek(_ distance: Int) -> LPToken? {
    position + distance < tokens.count ? tokens[position + distance] : nil
  }

  func failure(_ message: String, hint: String, at token: LPToken? = nil) -> ProgramTextError {
    let place = token ?? current ?? tokens.last
    return ProgramTextError(
      line: place?.line ?? 1, column: place?.column ?? 1, message, hint: hint)
  }

  mutating func program() throws(ProgramTextError) -> LinearProgram {
    guard let (first, length) = section(), first == .minimize || first == .maximize else {
      throw failure(
        "the text does not begin with an objective", hint: "begin with Minimize or Maximize")
    }
    position += length
    draft.sense = first == .minimize ? .minimize : .maximize
    try readObjective()
    var hasEnded = false
    while !hasEnded, let (next, length) = section() {
      position += length
      switch next {
      case .requirements: try readRequirements()
      case .bounds: try readBounds()
      case .general: try readKinds(.integer)
      case .binary: try readKinds(.binary)
      case .semicontinuous: try readKinds(.semicontinuous)
      case .end: hasEnded = true
      case .minimize, .maximize:
        throw failure("a second objective", hint: "keep one", at: peek(-1))
      }
    }
    guard hasEnded else {
      throw failure("the text has no End", hint: "write End as the last line, or complete the file")
    }
    if draft.isEncoded, Set(boundsOrder).count == draft.columns.count,
      boundsOrder.count == draft.columns.count
    {
      draft.order = boundsOrder
    }
    return draft.program()
  }

  /// The section that begins here, and how many words its title has.
  func section() -> (Section, Int)? {
    guard let token = current, token.isFirst, let name = token.name else { return nil }
    let next = peek(1)
    if next?.kind == .colon { return nil }
    switch name.lowercased() {
    case "min", "minimize", "minimise", "minimum": return (.minimize, 1)
    case "max", "maximize", "maximise", "maximum": return (.maximize, 1)
    case "subject" where next?.name?.lowercased() == "to",
      "such" where next?.name?.lowercased() == "that":
      return (.requirements, 2)
    case "st", "s.t.", "st.": return (.requirements, 1)
    case "bound", "bounds": return (.bounds, 1)
    case "gen", "general", "generals", "int", "integer", "integers": return (.general, 1)
    case "bin", "binary", "binaries": return (.binary, 1)
    case "semi", "semis":
      let isLong = next?.kind == .minus && peek(2)?.name?.lowercased() == "continuous"
      return (.semicontinuous, isLong ? 3 : 1)
    case "end": return (.end, 1)
    default: return nil
    }
  }

  /// A label before a colon.
  mutating func label() -> LPToken? {
    guard let token = current, token.name != nil, peek(1)?.kind == .colon else { return nil }
    position += 2
    return token
  }

  private mutating func readObjective() throws(ProgramTextError) {
    if let name = label()?.name { draft.objectiveName = name }
    let side = try side(onLine: nil)
    draft.constant = side.constant
    for (column, value) in side.terms { draft.columns[column].cost += value }
    if let token = current, section() == nil {
      throw failure(
        "the objective ends in something that does not belong to it",
        hint: "end it with Subject To on a line of its own", at: token)
    }
  }
}
