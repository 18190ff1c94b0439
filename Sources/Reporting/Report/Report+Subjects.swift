public import Planning

/// A cell of a report's tables, as one asks for it.
public struct Figure: Sendable, Equatable {
  /// The name of the table: that of its CSV file, without the extension.
  public let table: String
  /// The row from 1; `nil` for the row of sums.
  public let row: Int?
  /// The name of the column in the CSV file.
  public let column: String

  /// A cell of `table`.
  public init(table: String, row: Int?, column: String) {
    self.table = table
    self.row = row
    self.column = column
  }
}

/// Why a report has no such figure.
public enum FigureError: Error, Equatable, CustomStringConvertible {
  /// No table, row or column of the name.
  case unknown(kind: String, name: String, known: [String])
  /// The cell holds words, or what somebody wrote in the scenario.
  case noNumber(table: String, column: String, numbers: [String])

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .unknown(let kind, let name, let known):
      ExplanationError.unknown(kind: kind, name: name, known: known).description
    case .noNumber(let table, let column, let numbers):
      "the column \(column) of \(table) holds no computed number; "
        + (numbers.isEmpty ? "nor does any other" : "ask for \(numbers.joined(separator: ", "))")
    }
  }
}

extension Report {
  /// What to ask an ``Explainer`` for the number in a cell.
  public func subject(of figure: Figure) throws(FigureError) -> ExplanationSubject {
    let tables = tables
    guard let table = tables.first(where: { $0.name == figure.table }) else {
      throw .unknown(kind: "table", name: figure.table, known: tables.map(\.name))
    }
    return try subject(of: figure, in: table)
  }

  /// The same in a table of this report that is at hand.
  func subject(
    of figure: Figure, in table: Table
  ) throws(FigureError) -> ExplanationSubject {
    guard let column = table.columns.first(where: { $0.key == figure.column }) else {
      throw .unknown(
        kind: "column of \(table.name)", name: figure.column, known: table.columns.map(\.key))
    }
    let rows = table.rows.isEmpty ? [] : ["1 to \(table.rows.count)"]
    guard let row = figure.row else {
      guard table.totals != nil, let subject = totalsSubject(of: table) else {
        throw .unknown(kind: "row of \(table.name)", name: "total", known: rows)
      }
      return subject
    }
    guard table.rows.indices.contains(row &- 1) else {
      throw .unknown(
        kind: "row of \(table.name)", name: "\(row)",
        known: table.totals == nil ? rows : rows + ["total"])
    }
    guard column.alignment == .trailing,
      let subject = subject(of: table, row: row - 1, column: column.key)
    else {
      let numbers = table.columns.filter { $0.alignment == .trailing }.map(\.key)
      throw .noNumber(table: table.name, column: column.key, numbers: numbers)
    }
    return subject
  }

  private func totalsSubject(of table: Table) -> ExplanationSubject? {
    switch table.name {
    case "weekly", "classes", "overtime", "vendors": .horizon
    case "shortages": .shortage
    case "cost", "cost-by-supplier": .cost
    case "pools": .pool(nil, at: nil)
    default: nil
    }
  }

  private func subject(of table: Table, row: Int, column: String) -> ExplanationSubject? {
    func cell(_ key: String) -> String {
      guard let index = table.columns.firstIndex(where: { $0.key == key }) else { return "" }
      return table.rows[row][index].plain
    }
    switch table.name {
    case "summary": return .summary
    case "weekly": return .week(cell("week"))
    case "queue-weeks", "shortages": return .queue(cell("queue"), at: cell("week"))
    case "people": return .people(at: cell("week"))
    case "headcount": return .group(cell("group"), at: cell("week"))
    case "classes": return .hiringClass(cell("group"), cell("class"))
    case "overtime": return .overtime(cell("group"), at: cell("week"))
    case "vendors", "vendor-orders": return .vendor(cell("vendor"), at: cell("week"))
    case "vendor-months": return .vendor(cell("vendor"), at: cell("month"))
    case "shifts":
      return .shift(
        date: cell("date"), supplier: cell("supplier"), type: cell("shift"), start: cell("start"))
    case "coverage":
      let fold = cell("fold") == "1" ? " fold 1" : ""
      return .coverage(cell("queue"), at: "\(cell("date"))T\(cell("start"))\(fold)")
    case "cost": return .costOf(cell("category"))
    case "cost-by-supplier": return .costOf(cell("supplier"))
    case "ledger": return Int(cell("line")).map { .line($0) }
    case "schedule-ledger": return Int(cell("line")).map { .scheduleLine($0) }
    case "limits": return .limit(row + 1)
    case "queues":
      return column == "contacts"
        ? .contacts(cell("queue"), .horizon) : .peak(cell("queue"))
    case "events": return .event(cell("event"))
    case "requirement": return .queue(cell("queue"), at: cell("start"))
    case "pools": return .pool(cell("pool"), at: cell("week"))
    case "support-roles": return .support(cell("role"), at: cell("week"))
    case "solver": return .solver
    case "inputs": return .file(cell("file"))
    default: return nil
    }
  }
}
