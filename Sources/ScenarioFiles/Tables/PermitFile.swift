internal import BusinessCalendar
internal import Foundation
public import PayRules

/// A CSV file of working-time permits: a row a permit, with number, pack, posts and days.
///
/// Columns: `number`, `pack` (the pay system it allows), `posts` (several with `;` between them),
/// `from` and `last-day`, both days on which it holds; and, where it is there, `months`, the period
/// over which hours are settled.
public enum PermitFile {
  static let columns = ["number", "pack", "posts", "from", "last-day", "months"]

  /// The permits in the file at `path`; throws everything that is wrong with it.
  ///
  /// - Parameter systems: the pay systems that need a permit, which the file may name.
  public static func read(
    contentsOf path: String, systems: [PaySystem]
  ) throws(ScenarioIssues) -> [WorkingTimePermit] {
    let log = IssueLog()
    let table = try CSVTable.read(path, log)
    let reading = PermitReading(
      table: table, systems: Set(systems.map(\.id)).sorted(), log: log)
    let permits = reading.permits()
    if log.hasErrors { throw ScenarioIssues(issues: log.inOrder, omitted: log.omitted) }
    return permits
  }
}

/// Reads the rows of a file of permits.
private struct PermitReading {
  private let table: CSVTable
  private let systems: [String]
  private let log: IssueLog
  private var places: [String: Int] = [:]

  init(table: CSVTable, systems: [String], log: IssueLog) {
    self.table = table
    self.systems = systems
    self.log = log
    let columns = CSVColumns(table: table, log: log)
    for name in PermitFile.columns { places[name] = columns.find([name]) }
  }

  func permits() -> [WorkingTimePermit] {
    checkHeader()
    guard !log.hasErrors else { return [] }
    return table.rows.compactMap(permit)
  }

  private func checkHeader() {
    let known = PermitFile.columns
    for name in known.dropLast() where places[name] == nil {
      log.error(
        at: table.span(table.headerRow, column: 0), "", "there is no column “\(name)”",
        hint: "a file of permits has number, pack, posts, from and last-day")
    }
    for (place, name) in table.header.enumerated() where !known.contains(name.lowercased()) {
      let meant = DidYouMean.nearest(to: name, among: known)
      log.error(
        at: table.span(table.headerRow, column: place), "", "no column is called “\(name)”",
        hint: meant.map { "did you mean “\($0)”?" }
          ?? "take it out; columns are \(known.joined(separator: ", "))")
    }
  }

  private func permit(_ row: CSVTable.Row) -> WorkingTimePermit? {
    let number = text(row, "number")
    if number.isEmpty { error(row, "number", "the permit has no number", hint: "write it") }
    let posts = text(row, "posts").split(separator: ";")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    if posts.isEmpty {
      error(
        row, "posts", "the permit is for no post",
        hint: "write the posts that it names, with “;” between them")
    }
    let system = text(row, "pack")
    if !systems.contains(system) {
      error(
        row, "pack", "“\(system)” is no pack that needs a permit",
        hint: "packs that need one are \(systems.joined(separator: ", "))")
    }
    let from = date(row, "from")
    let last = date(row, "last-day")
    if let from, let last, last < from {
      error(row, "last-day", "\(last) is before \(from)", hint: "write the last day it holds")
    }
    let months = months(row)
    guard let from, let last else { return nil }
    return WorkingTimePermit(
      number: number, system: system, posts: posts, from: from, to: last.adding(days: 1),
      months: months)
  }

  private func date(_ row: CSVTable.Row, _ column: String) -> LocalDate? {
    let written = text(row, column)
    if let date = LocalDate(iso: written) { return date }
    error(row, column, "“\(written)” is no date", hint: "write it as 2026-01-01")
    return nil
  }

  private func months(_ row: CSVTable.Row) -> Int? {
    let written = text(row, "months")
    guard !written.isEmpty else { return nil }
    if let months = Int(written), (1...12).contains(months) { return months }
    error(
      row, "months", "“\(written)” is no number of months",
      hint: "write 1 for a month, 3 for a quarter, 12 for a year")
    return nil
  }

  private func text(_ row: CSVTable.Row, _ column: String) -> String {
    places[column].map { table.text(row, $0) } ?? ""
  }

  private func error(_ row: CSVTable.Row, _ column: String, _ words: String, hint: String) {
    log.error(
      at: table.span(row, column: places[column] ?? 0), "", Complaint(words, hint: hint))
  }
}
