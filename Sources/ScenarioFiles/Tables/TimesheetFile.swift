internal import Foundation
public import PayRules
public import Units

/// A CSV file of shifts that were worked: a row a shift, with the person, the times and the pay.
///
/// Columns: `employee`, `date`, `start`, `end`, `rate` (an hour, also as `5220/174`); and, where
/// they are there, `break` (minutes), `break-start`, `role` (work, rest, holiday, off), `time-off`
/// (yes, no), `basis` (hourly, monthly), `shift-rate`, `post`, and a column for each term of the pay system.
public struct TimesheetFile: Sendable {
  /// What one person worked.
  public struct Person: Sendable {
    /// The person, as the file names them.
    public let name: String
    /// How they are paid.
    public let basis: PayBasis
    /// The pay of an hour.
    public let rate: HourlyRate
    /// The shifts in the file's order.
    public let shifts: [WorkedShift]
    /// The terms that the file states, by key.
    public let terms: [String: String]
    let places: [SourceSpan]
  }

  /// The people in the order of their first rows.
  public let people: [Person]

  /// Reads the file at `path`; throws everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - terms: the keys of the pay system's terms.
  ///   - currency: the currency of the rates.
  public init(
    contentsOf path: String, terms: [String], currency: Currency
  ) throws(ScenarioIssues) {
    let log = IssueLog()
    let table = try CSVTable.read(path, log)
    var reading = TimesheetReading(table: table, terms: terms, currency: currency, log: log)
    reading.read()
    if log.hasErrors { throw ScenarioIssues(issues: log.inOrder, omitted: log.omitted) }
    people = reading.people
  }

  /// Why a person's timesheet cannot be paid, at the row that is meant.
  public func issues(_ error: PayError, of person: Person) -> ScenarioIssues {
    let log = IssueLog()
    let place = error.shift.map { $0 - 1 } ?? 0
    if person.places.indices.contains(place) {
      let words = error.description
      let shift = "shift \(place + 1)"
      let said = words.hasPrefix(shift) ? "the shift" + words.dropFirst(shift.count) : words
      log.error(at: person.places[place], person.name, String(said))
    }
    return ScenarioIssues(issues: log.inOrder, omitted: 0)
  }
}

extension CSVTable {
  /// Reads the table at a path of the command line; throws why there is none.
  static func read(_ path: String, _ log: IssueLog) throws(ScenarioIssues) -> CSVTable {
    let url = URL(fileURLWithPath: path)
    let files = FolderFiles(folder: url.deletingLastPathComponent().path)
    var complaint = "the file has no rows"
    do throws(FileSourceError) {
      let bytes = try files.bytes(at: url.lastPathComponent, atMost: CSVTable.mostBytes)
      if let table = CSVTable(bytes, name: path, for: "", log: log) { return table }
    } catch {
      complaint = error.words
    }
    if !log.hasErrors {
      let span = SourceSpan(
        file: path, folder: .scenarioFolder, line: 1, column: 1, length: 1, excerpt: nil)
      log.error(at: span, "", complaint, hint: "a CSV file of at most 50 MB is wanted")
    }
    throw ScenarioIssues(issues: log.inOrder, omitted: log.omitted)
  }
}

extension FileSourceError {
  /// Why there are no bytes, in words.
  var words: String {
    switch self {
    case .notFound: "there is no such file"
    case .notAFile: "this is no file"
    case .tooLarge(let bytes): "\(bytes) bytes are too large"
    case .unreadable(let words): words
    }
  }
}
