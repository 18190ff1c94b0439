public import BusinessCalendar
internal import Foundation
public import Units

/// A CSV file of what really happened, recognised by its columns:
///
/// - contacts: `month` or `date`, `queue`, `contacts`, `handle-time` in seconds;
/// - people: `month`, and any of `heads`, `regular-hours`, `overtime-hours`, `productive-hours`,
///   `vendor-hours`;
/// - the books: `month` or `date`, `kind`, `amount`;
/// - an invoice: `line`, `amount`, and if it is there `quantity`;
/// - a timesheet: `employee` and the columns of ``TimesheetFile``.
///
/// Rows of one month and queue, or kind, add up.
public struct ActualsFile: Sendable {
  /// Contacts of a queue.
  public struct Contacts: Sendable, Equatable {
    /// The month.
    public let month: YearMonth
    /// The queue, by its id.
    public let queue: String
    /// How many came.
    public let contacts: ContactVolume
    /// How long one took; `nil` where the file does not say.
    public let handleTime: Duration?
  }

  /// People of a month.
  public struct People: Sendable, Equatable {
    /// The month.
    public let month: YearMonth
    /// People on the payroll.
    public let heads: Headcount?
    /// Paid hours without overtime.
    public let regularTime: WorkTime?
    /// Overtime.
    public let overtimeTime: WorkTime?
    /// Hours on contacts or waiting for them.
    public let productiveTime: WorkTime?
    /// Hours that vendors billed.
    public let vendorTime: WorkTime?
  }

  /// A posting of the books.
  public struct Posting: Sendable, Equatable {
    /// The month.
    public let month: YearMonth
    /// The kind of cost, as `peakplan cost` names it.
    public let kind: String
    /// The money.
    public let amount: Money
  }

  /// Contacts by queue.
  public private(set) var contacts: [Contacts] = []
  /// People.
  public private(set) var people: [People] = []
  /// Postings.
  public private(set) var postings: [Posting] = []
  /// Whether it is a timesheet, which ``TimesheetFile`` reads.
  public private(set) var isTimesheet = false
  /// Whether it is an invoice, which ``ContractReader`` reads.
  public private(set) var isInvoice = false

  /// Reads the file at `path`; throws everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - queues: the ids of the queues there are.
  ///   - kinds: the kinds of cost there are.
  ///   - currency: the currency of the amounts.
  public init(
    contentsOf path: String, queues: [String], kinds: [String], currency: Currency
  ) throws(ScenarioIssues) {
    let log = IssueLog()
    let table = try CSVTable.read(path, log)
    let reader = ActualsReading(table: table, log: log)
    if reader.has("employee") {
      isTimesheet = true
    } else if reader.has("queue") {
      contacts = reader.contacts(of: queues)
    } else if reader.has("kind") {
      postings = reader.postings(of: kinds, currency)
    } else if reader.has("line") {
      isInvoice = true
    } else if ActualsReading.peopleColumns.contains(where: reader.has) {
      people = reader.people()
    } else {
      log.error(
        at: table.span(table.headerRow, column: 0), "", "the columns are not of any known file",
        hint: "contacts have month, queue, contacts, handle-time; people month, heads, "
          + "regular-hours, overtime-hours, productive-hours; the books month, kind, amount; an "
          + "invoice line, amount; a timesheet employee, date, start, end, rate")
    }
    if log.hasErrors { throw ScenarioIssues(issues: log.inOrder, omitted: log.omitted) }
  }
}

/// Reads the rows of a file of actual figures.
private struct ActualsReading {
  static let peopleColumns = [
    "heads", "regular-hours", "overtime-hours", "productive-hours", "vendor-hours",
  ]

  let table: CSVTable
  let log: IssueLog

  func has(_ column: String) -> Bool { place(column) != nil }

  private func place(_ column: String) -> Int? {
    table.header.firstIndex { $0.lowercased() == column }
  }

  private func text(_ row: CSVTable.Row, _ column: String) -> String {
    place(column).map { table.text(row, $0) } ?? ""
  }

  private func error(_ row: CSVTable.Row, _ column: String, _ message: String, _ hint: String?) {
    log.error(at: table.span(row, column: place(column) ?? 0), column, message, hint: hint)
  }

  /// Refuses columns that none of `known` is, and says which of `needed` are missing.
  private func check(known: [String], needed: [String]) -> Bool {
    for name in needed where !has(name) {
      log.error(
        at: table.span(table.headerRow, column: 0), "", "there is no column “\(name)”",
        hint: "the columns are \(known.joined(separator: ", "))")
    }
    if known.contains("date"), has("date") == has("month") {
      log.error(
        at: table.span(table.headerRow, column: 0), "",
        has("date") ? "there are both a date and a month" : "there is neither a month nor a date",
        hint: "have one of the columns month and date")
    }
    for (column, name) in table.header.enumerated() where !known.contains(name.lowercased()) {
      log.error(
        at: table.span(table.headerRow, column: column), "", "no column is called “\(name)”",
        hint: DidYouMean.nearest(to: name, among: known).map { "did you mean “\($0)”?" }
          ?? "take it out; columns are \(known.joined(separator: ", "))")
    }
    CSVColumns(table: table, log: log).refuseAlike(besides: [])
    return !log.hasErrors
  }

  private func month(_ row: CSVTable.Row) -> YearMonth? {
    let column = has("month") ? "month" : "date"
    let text = text(row, column)
    let month = has("month") ? YearMonth(text) : LocalDate(iso: text)?.yearMonth
    if month == nil {
      error(
        row, column, "“\(text)” is no \(column)",
        has("month") ? "write it as 2026-11" : "write it as 2026-11-11")
    }
    return month
  }

  private func number(
    _ row: CSVTable.Row, _ column: String, canBeMissing: Bool = false
  ) -> Double? {
    let text = text(row, column)
    if text.isEmpty, canBeMissing || !has(column) { return nil }
    guard let value = Rational(decimal: text), value >= .zero, value <= Rational(1_000_000_000)
    else {
      error(row, column, "“\(text)” is no number", "write digits with a decimal point, not below 0")
      return nil
    }
    return value.doubleValue
  }

  private func known(
    _ row: CSVTable.Row, _ column: String, among ids: [String]
  ) -> String? {
    let text = text(row, column)
    if ids.contains(text) { return text }
    error(
      row, column, "there is no \(column) “\(text)”",
      DidYouMean.nearest(to: text, among: ids).map { "did you mean “\($0)”?" }
        ?? "known are \(ids.joined(separator: ", "))")
    return nil
  }

  func contacts(of queues: [String]) -> [ActualsFile.Contacts] {
    guard
      check(
        known: ["month", "date", "queue", "contacts", "handle-time"],
        needed: ["queue", "contacts"])
    else { return [] }
    return table.rows.compactMap { row in
      let seconds = number(row, "handle-time", canBeMissing: true)
      guard let month = month(row), let queue = known(row, "queue", among: queues),
        let contacts = number(row, "contacts")
      else { return nil }
      return ActualsFile.Contacts(
        month: month, queue: queue, contacts: ContactVolume(contacts),
        handleTime: seconds.map { .milliseconds(Int64(($0 * 1000).rounded())) })
    }
  }

  func people() -> [ActualsFile.People] {
    guard check(known: ["month"] + Self.peopleColumns, needed: ["month"]) else { return [] }
    return table.rows.compactMap { row in
      func time(_ column: String) -> WorkTime? {
        number(row, column, canBeMissing: true).map { WorkTime(hours: $0) }
      }
      let heads = number(row, "heads", canBeMissing: true).map { Headcount($0) }
      guard let month = month(row) else { return nil }
      return ActualsFile.People(
        month: month, heads: heads, regularTime: time("regular-hours"),
        overtimeTime: time("overtime-hours"), productiveTime: time("productive-hours"),
        vendorTime: time("vendor-hours"))
    }
  }

  func postings(of kinds: [String], _ currency: Currency) -> [ActualsFile.Posting] {
    guard check(known: ["month", "date", "kind", "amount"], needed: ["kind", "amount"]) else {
      return []
    }
    return table.rows.compactMap { row in
      let text = text(row, "amount")
      let amount = currency.amount(text)
      if amount == nil {
        error(
          row, "amount", "“\(text)” is no amount in \(currency.code)",
          "write digits with a decimal point and no thousands separator")
      }
      guard let month = month(row), let kind = known(row, "kind", among: kinds), let amount else {
        return nil
      }
      return ActualsFile.Posting(month: month, kind: kind, amount: amount)
    }
  }
}
