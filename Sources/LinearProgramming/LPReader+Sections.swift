extension LPReader {
  /// A sum of terms and constants.
  struct Side {
    var terms: [(column: Int, value: Double)] = []
    var constant = 0.0
  }

  /// Reads a sum up to a relation, a label or a section; on one line only where `line` is given.
  mutating func side(onLine line: Int?) throws(ProgramTextError) -> Side {
    var side = Side()
    while let token = current, line == nil || token.line == line {
      if token.isRelation || token.kind == .colon || section() != nil { break }
      if peek(1)?.kind == .colon, token.name != nil { break }
      let start = token
      var sign = 1.0
      var hasSign = false
      while let token = current, token.kind == .plus || token.kind == .minus {
        if token.kind == .minus { sign = -sign }
        hasSign = true
        position += 1
      }
      var number: Double?
      if case .number(let value)? = current?.kind {
        number = value
        position += 1
      }
      if let name = current?.name, current.map({ line == nil || $0.line == line }) ?? false,
        section() == nil, peek(1)?.kind != .colon
      {
        if number == nil, ["inf", "infinity"].contains(name.lowercased()) {
          side.constant += sign * .infinity
        } else {
          side.terms.append((draft.column(name), sign * (number ?? 1)))
        }
        position += 1
      } else if let number {
        side.constant += sign * number
      } else {
        throw failure(
          hasSign ? "a sign without a number or a variable" : "a number or a variable is missing",
          hint: "write terms such as + 3 x", at: start)
      }
    }
    return side
  }

  /// Reads what stands after a relation: a number, or a sum on one line.
  private mutating func rightSide() throws(ProgramTextError) -> Side {
    guard let first = current, section() == nil else {
      throw failure("a right-hand side is missing", hint: "write a number after the relation")
    }
    var last = first
    var distance = 0
    // A sign may stand alone at the end of a line.
    while let token = peek(distance), token.kind == .plus || token.kind == .minus {
      distance += 1
      if let next = peek(distance) { last = next }
    }
    guard last.line == first.line else {
      throw failure("a sign without a number", hint: "keep the right-hand side on one line")
    }
    return try side(onLine: first.line)
  }

  mutating func readRequirements() throws(ProgramTextError) {
    while let start = current, section() == nil {
      let name: String
      if let label = label() {
        name = label.name ?? ""
        if let earlier = draft.rowIndex[name] {
          throw failure(
            "the requirement “\(name)” was given before, as number \(earlier + 1)",
            hint: "give each requirement a name of its own", at: label)
        }
      } else {
        name = freeRowName()
      }
      var sides = [try side(onLine: nil)]
      var relations: [LPToken] = []
      while let token = current, token.isRelation {
        position += 1
        relations.append(token)
        sides.append(try rightSide())
      }
      let row = try requirement(name, sides, relations, at: start)
      draft.rowIndex[name] = draft.rows.count
      draft.rows.append(row)
    }
  }

  private func freeRowName() -> String {
    var number = draft.rows.count + 1
    while draft.rowIndex["row\(number)"] != nil { number += 1 }
    return "row\(number)"
  }

  private func requirement(
    _ name: String, _ sides: [Side], _ relations: [LPToken], at start: LPToken
  ) throws(ProgramTextError) -> ProgramDraft.Row {
    if relations.count == 1 {
      if sides[0].terms.isEmpty, !sides[1].terms.isEmpty {
        var mirror = relations[0]
        mirror.kind = mirrored(mirror.kind)
        return try requirement(name, [sides[1], sides[0]], [mirror], at: start)
      }
      var row = ProgramDraft.Row(name: name, bounds: .free)
      row.terms = sides[0].terms + sides[1].terms.map { ($0.column, -$0.value) }
      let right = limit(sides[1].constant - sides[0].constant)
      guard !right.isNaN else {
        throw failure(
          "the right-hand side is not a number", hint: "give one finite number", at: start)
      }
      row.bounds = bounds(relations[0], right)
      return row
    }
    guard relations.count == 2, sides[0].terms.isEmpty, sides[2].terms.isEmpty,
      relations[0].kind == relations[1].kind, relations[0].kind != .equal
    else {
      throw failure(
        relations.isEmpty ? "the requirement has no relation" : "a relation that cannot be read",
        hint: "write x + y <= 5, or 2 <= x + y <= 5", at: relations.last ?? start)
    }
    let first = limit(sides[0].constant - sides[1].constant)
    let second = limit(sides[2].constant - sides[1].constant)
    guard !first.isNaN, !second.isNaN else {
      throw failure("a limit is not a number", hint: "give two numbers", at: start)
    }
    let isRising = relations[0].kind == .lessOrEqual
    return ProgramDraft.Row(
      name: name,
      bounds: Bounds(lower: isRising ? first : second, upper: isRising ? second : first),
      terms: sides[1].terms)
  }

  private func bounds(_ relation: LPToken, _ right: Double) -> Bounds {
    switch relation.kind {
    case .lessOrEqual: right == -.infinity ? .fixed(right) : .atMost(right)
    case .greaterOrEqual: right == .infinity ? .fixed(right) : .atLeast(right)
    default: .fixed(right)
    }
  }

  mutating func readBounds() throws(ProgramTextError) {
    while let start = current, section() == nil {
      if let name = start.name, let word = peek(1), word.line == start.line,
        word.name?.lowercased() == "free"
      {
        position += 2
        setBounds(.free, of: draft.column(name))
        continue
      }
      let left = try side(onLine: start.line)
      guard let first = current, first.isRelation, first.line == start.line else {
        throw failure(
          "a bound that cannot be read", hint: "write 0 <= x <= 5, x >= 2, x = 3 or x free",
          at: start)
      }
      position += 1
      let middle = try rightSide()
      if let second = current, second.isRelation, second.line == start.line {
        position += 1
        let right = try rightSide()
        try setRange(left, first, middle, second, right)
      } else if left.terms.isEmpty {
        try setBound(of: middle, mirrored(first.kind), left.constant, at: start)
      } else {
        try setBound(of: left, first.kind, middle.constant + 0, at: start)
        if !middle.terms.isEmpty {
          throw failure(
            "a bound with a variable on both sides", hint: "move it to the requirements")
        }
      }
    }
  }

  private func mirrored(_ kind: LPToken.Kind) -> LPToken.Kind {
    switch kind {
    case .lessOrEqual: .greaterOrEqual
    case .greaterOrEqual: .lessOrEqual
    default: kind
    }
  }

  private mutating func setBounds(_ bounds: Bounds, of column: Int) {
    draft.columns[column].bounds = bounds
    draft.columns[column].hasLower = true
    draft.columns[column].hasUpper = true
    boundsOrder.append(column)
  }

  private mutating func setRange(
    _ left: Side, _ first: LPToken, _ middle: Side, _ second: LPToken, _ right: Side
  ) throws(ProgramTextError) {
    guard left.terms.isEmpty, right.terms.isEmpty, first.kind == second.kind,
      first.kind != .equal
    else {
      throw failure(
        "a bound that cannot be read", hint: "write 0 <= x <= 5", at: first)
    }
    try setBound(of: middle, mirrored(first.kind), left.constant, at: first)
    try setBound(of: middle, second.kind, right.constant, at: second)
    boundsOrder.removeLast()
  }

  private mutating func setBound(
    of side: Side, _ kind: LPToken.Kind, _ value: Double, at token: LPToken
  ) throws(ProgramTextError) {
    guard side.terms.count == 1, side.terms[0].value == 1, side.constant == 0 else {
      throw failure(
        "a bound must be on one variable without a coefficient",
        hint: "write 0 <= x <= 5, or move it to the requirements", at: token)
    }
    guard !value.isNaN else {
      throw failure("a bound that is not a number", hint: "give a number", at: token)
    }
    let column = side.terms[0].column
    let value = limit(value)
    if kind != .lessOrEqual {
      draft.columns[column].bounds.lower = value
      draft.columns[column].hasLower = true
    }
    if kind != .greaterOrEqual {
      draft.columns[column].bounds.upper = value
      draft.columns[column].hasUpper = true
    }
    boundsOrder.append(column)
  }

  mutating func readKinds(_ kind: VariableKind) throws(ProgramTextError) {
    while let token = current, section() == nil {
      guard let name = token.name, let column = draft.columnIndex[name] else {
        throw failure(
          "a variable that appears nowhere else, or no variable at all",
          hint: "name variables of the objective, the requirements or the bounds")
      }
      position += 1
      draft.columns[column].kind = kind
      if kind == .binary {
        let bounds = draft.columns[column].bounds
        let isInside = bounds.lower >= 0 && bounds.upper <= 1
        if !isInside { draft.columns[column].bounds = .unit }
      }
    }
  }
}
