internal import BusinessCalendar
public import Scenarios
internal import Units

/// Why a file is no hand-made plan of a scenario.
public struct HandMadePlanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line of the file, from 1.
  public let line: Int
  /// What is wrong.
  public let reason: String
  /// How to mend it.
  public let hint: String

  /// Line, reason and mend.
  public var description: String { "line \(line): \(reason); \(hint)" }
}

extension HandMadePlan {
  /// Reads a plan from CSV: a first column with a date of each week, then columns such as
  /// `hires:wuhan`, `seats:changsha`, `overtime:wuhan` or `moving:wuhan>xian`.
  ///
  /// Separated by commas, semicolons or tabs; a byte order mark, quotes and empty lines do not
  /// matter; a group or vendor may be called by its id or its name; the kind may stand before or
  /// after it, in English or Chinese. Several rows of one week are added up, weeks without a row have
  /// nothing, columns without numbers such as a remark are refused by name.
  ///
  /// - Throws: ``HandMadePlanError`` with the line.
  public init(csv: String, for scenario: Scenario) throws(HandMadePlanError) {
    let weeks = scenario.grid.weeks
    var text = csv.replacingCarriageReturns
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.firstIndex(where: { !$0.isBlank }) else {
      throw HandMadePlanError(
        line: 1, reason: "the file is empty",
        hint: "start with a line such as week,hires:GROUP,seats:VENDOR,overtime:GROUP")
    }
    let separator = HandMadePlan.separator(of: lines[first])
    let heading = try HandMadePlan.cells(of: lines[first], separator, number: first + 1)
    var kinds: [(Kind, String)] = []
    for cell in heading.dropFirst() {
      guard let column = HandMadePlan.column(cell, of: scenario) else {
        throw HandMadePlanError(
          line: first + 1, reason: "the column “\(cell)” is none of this scenario’s",
          hint: "columns are \(HandMadePlan.known(in: scenario))")
      }
      guard !kinds.contains(where: { $0 == column }) else {
        throw HandMadePlanError(
          line: first + 1, reason: "the column “\(cell)” is there twice", hint: "keep one of them")
      }
      kinds.append(column)
    }
    guard !kinds.isEmpty || scenario.staffGroups.isEmpty && scenario.vendors.isEmpty else {
      throw HandMadePlanError(
        line: first + 1, reason: "there is no column of decisions",
        hint: "columns are \(HandMadePlan.known(in: scenario))")
    }
    var amounts = kinds.map { _ in [Double](repeating: 0, count: weeks.count) }
    for (place, line) in lines.enumerated().dropFirst(first + 1) where !line.isBlank {
      let cells = try HandMadePlan.cells(of: line, separator, number: place + 1)
      guard let date = LocalDate(iso: cells[0]) else {
        throw HandMadePlanError(
          line: place + 1, reason: "“\(cells[0])” is no date",
          hint: "write the week’s first day as 2026-11-09")
      }
      guard let week = weeks.firstIndex(where: { $0.contains(date) }) else {
        throw HandMadePlanError(
          line: place + 1, reason: "\(date) is not in the horizon",
          hint: "its weeks run from \(scenario.horizon.start) to "
            + "\(scenario.horizon.end.adding(days: -1))")
      }
      guard cells.count <= kinds.count + 1 else {
        throw HandMadePlanError(
          line: place + 1,
          reason: "there are \(cells.count) cells under "
            + "\(kinds.count + 1) headings in “\(line)”",
          hint: "write a point before decimals, and no separators of thousands")
      }
      for (column, cell) in cells.dropFirst().enumerated() where !cell.isBlank {
        amounts[column][week] += try HandMadePlan.amount(
          cell, under: heading[column + 1], of: kinds[column].0, line: place + 1)
      }
    }
    self.init(
      weeks: weeks.map(\.start),
      columns: zip(kinds, amounts).map { Column($0.0, of: $0.1, $1) })
  }

  private static func separator(of heading: String) -> Character {
    let candidates: [Character] = [",", ";", "\t"]
    return candidates.max { first, second in
      heading.count { $0 == first } < heading.count { $0 == second }
    } ?? ","
  }

  /// The number of a cell.
  private static func amount(
    _ cell: String, under heading: String, of kind: Kind, line: Int
  ) throws(HandMadePlanError) -> Double {
    func refuse(_ hint: String) -> HandMadePlanError {
      HandMadePlanError(
        line: line, reason: "“\(cell)” under \(heading) is no amount", hint: hint)
    }
    guard let number = Double(cell), number.isFinite else {
      let isLocal = cell.contains { ",'’ ".contains($0) } && cell.contains(where: \.isNumber)
      throw refuse(
        isLocal
          ? "write a point before decimals, and no separators of thousands, such as 1234.5"
          : "write a number of 0 or more")
    }
    guard number >= 0, number <= 1e7 else { throw refuse("write a number of 0 or more") }
    let isWhole = number == number.rounded()
    guard isWhole || kind != .hires && kind != .classes && kind != .contract else {
      throw refuse("people, classes and contracts are whole: write a whole number")
    }
    return number
  }

  /// The cells of a line; quotes may stand around a cell, a quote within them is doubled.
  private static func cells(
    of line: String, _ separator: Character, number: Int
  ) throws(HandMadePlanError) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    guard !isQuoted else {
      throw HandMadePlanError(
        line: number, reason: "a quotation mark in “\(line)” is not closed",
        hint: "write one at each end of the cell, or none")
    }
    return cells.map(\.trimmed)
  }

  private static let words: [(word: String, kind: Kind)] = [
    ("new hires", .hires), ("hires", .hires), ("hire", .hires), ("入职", .hires), ("招聘", .hires),
    ("seats", .seats), ("seat", .seats), ("席位", .seats), ("座席", .seats),
    ("overtime", .overtime), ("加班", .overtime), ("classes", .classes), ("开班", .classes),
    ("redundancies", .redundancies), ("裁员", .redundancies),
    ("undertime", .undertime), ("自愿休假", .undertime), ("leave", .leave), ("休假", .leave),
    ("time-off", .timeOff), ("time off", .timeOff), ("补休", .timeOff),
    ("learning", .learning), ("学习", .learning), ("moving", .moving), ("转组", .moving),
    ("contract", .contract), ("合同", .contract),
  ]

  private static func column(_ cell: String, of scenario: Scenario) -> (Kind, String)? {
    let text = cell.lowercased()
    for (word, kind) in words where text.hasPrefix(word) || text.hasSuffix(word) {
      let rest = text.hasPrefix(word) ? text.dropFirst(word.count) : text.dropLast(word.count)
      let name = String(rest).trimmed(of: " :._-/")
      let known = owners(of: kind, in: scenario)
      if let owner = known.first(where: { $0.id.lowercased() == name || $0.name == name }) {
        return (kind, owner.id)
      }
    }
    return nil
  }

  /// Whom a column can be of: ids as they stand in it, and names in small letters.
  private static func owners(
    of kind: Kind, in scenario: Scenario
  ) -> [(id: String, name: String)] {
    let groups = scenario.staffGroups.map { ($0.id.rawValue, $0.name.lowercased()) }
    switch kind {
    case .seats, .contract:
      return scenario.vendors.map { ($0.id.rawValue, $0.name.lowercased()) }
    case .learning, .moving:
      return scenario.staffGroups.flatMap { group -> [(id: String, name: String)] in
        let queues = group.rules?.crossTraining?.map(\.queue.rawValue) ?? []
        let others = group.rules?.transfers?.map(\.group.rawValue) ?? []
        return (kind == .learning ? queues : others).map { other in
          ("\(group.id)>\(other)", "\(group.name.lowercased())>\(other)")
        }
      }
    default: return groups.map { (id: $0.0, name: $0.1) }
    }
  }

  private static func known(in scenario: Scenario) -> String {
    let groups = scenario.staffGroups.map(\.id.rawValue)
    var all = groups.map { "hires:\($0)" } + groups.map { "overtime:\($0)" }
    all += scenario.vendors.map { "seats:\($0.id)" }
    for group in scenario.staffGroups {
      let rules = group.rules
      if rules?.redundancy != nil { all.append("redundancies:\(group.id)") }
      if rules?.leave != nil { all.append("leave:\(group.id)") }
      if rules?.undertime != nil { all.append("undertime:\(group.id)") }
      if group.overtime?.timeOffWithinWeeks != nil { all.append("time-off:\(group.id)") }
    }
    for kind in [Kind.learning, .moving] {
      all += owners(of: kind, in: scenario).map { "\(kind.rawValue):\($0.id)" }
    }
    return all.isEmpty ? "none: it has no groups and no vendors" : all.joined(separator: ", ")
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy { $0.isWhitespace || ",;\"".contains($0) } }

  fileprivate var trimmed: String { trimmed(of: " \t") }

  fileprivate func trimmed(of letters: String) -> String {
    let start = drop { letters.contains($0) }
    return String(start.reversed().drop { letters.contains($0) }.reversed())
  }

  fileprivate var replacingCarriageReturns: String {
    String(map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}
