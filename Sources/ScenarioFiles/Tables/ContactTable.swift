internal import Foundation
internal import Units

/// A CSV file of intervals for the calculator: a column `volume` (or `contacts`, `offered`, `calls`)
/// and, where they are there, `handle-time`, `patience` (with units, or seconds) and `positions`.
public struct ContactTable: Sendable {
  /// One interval.
  public struct Row: Sendable, Hashable {
    /// Its first line in the file, from 1.
    public let line: Int
    /// The fields as they were written.
    public let fields: [String]
    /// Contacts offered.
    public let volume: Double
    /// The mean time of one contact; `nil` where the file does not say.
    public let handleTime: Duration?
    /// The mean time customers would wait; `nil` where the file does not say.
    public let patience: Duration?
    /// Positions that are given; `nil` where they are asked for.
    public let positions: Double?
  }

  /// The names of the columns.
  public let header: [String]
  /// Whether there is a column with handle times.
  public let hasHandleTimes: Bool
  /// The rows in the file's order.
  public let rows: [Row]

  /// Reads the file at `path`; throws everything that is wrong with it.
  public init(contentsOf path: String) throws(ScenarioIssues) {
    let url = URL(fileURLWithPath: path)
    let log = IssueLog()
    let table = try Self.table(url, path: path, log)
    let columns = CSVColumns(table: table, log: log)
    let volumeNames = ["volume", "contacts", "offered", "calls"]
    let handleTimeNames = ["handle-time", "handle_time", "aht"]
    let positionNames = ["positions", "agents"]
    let volume = columns.find(volumeNames)
    let handleTime = columns.find(handleTimeNames)
    let patience = columns.find(["patience"])
    let positions = columns.find(positionNames)
    for names in [volumeNames, handleTimeNames, positionNames] { columns.refuseSeveral(of: names) }
    columns.refuseAlike(besides: volumeNames + handleTimeNames + positionNames + ["patience"])
    var rows: [Row] = []
    if let volume {
      for row in table.rows {
        func read<Value>(
          _ column: Int?, _ reading: (String) throws(Complaint) -> Value
        ) -> Value? {
          guard let column else { return nil }
          let text = table.text(row, column)
          guard !text.isEmpty else { return nil }
          do throws(Complaint) {
            return try reading(text)
          } catch {
            log.error(at: table.span(row, column: column), table.path, error)
            return nil
          }
        }
        let number = { (text: String) throws(Complaint) in try Self.number(text) }
        let time = { (text: String) throws(Complaint) in try Self.time(text) }
        if table.text(row, volume).isEmpty {
          log.error(
            at: table.span(row, column: volume), table.path, "there is no volume",
            hint: "write 0 where nothing comes")
        }
        let contacts = read(volume, number) ?? 0
        rows.append(
          Row(
            line: row.line, fields: table.header.indices.map { table.text(row, $0) },
            volume: contacts,
            handleTime: read(handleTime, time), patience: read(patience, time),
            positions: read(positions, number)))
      }
    } else {
      log.error(
        at: table.span(table.headerRow, column: 0), table.path,
        "there is no column with the contacts",
        hint: "call it \(volumeNames.map { "“\($0)”" }.listed)")
    }
    if log.hasErrors { throw ScenarioIssues(issues: log.inOrder, omitted: log.omitted) }
    header = table.header
    hasHandleTimes = handleTime != nil
    self.rows = rows
  }

  private static func table(
    _ url: URL, path: String, _ log: IssueLog
  ) throws(ScenarioIssues) -> CSVTable {
    let files = FolderFiles(folder: url.deletingLastPathComponent().path)
    var complaint: String
    do throws(FileSourceError) {
      let bytes = try files.bytes(at: url.lastPathComponent, atMost: CSVTable.mostBytes)
      if let table = CSVTable(bytes, name: path, for: "", log: log) { return table }
      complaint = "the file has no rows"
    } catch {
      switch error {
      case .notFound: complaint = "there is no such file"
      case .notAFile: complaint = "this is no file"
      case .tooLarge(let bytes): complaint = "\(bytes) bytes are too large"
      case .unreadable(let words): complaint = words
      }
    }
    if !log.hasErrors {
      let span = SourceSpan(
        file: path, folder: .scenarioFolder, line: 1, column: 1, length: 1, excerpt: nil)
      log.error(
        at: span, "", complaint,
        hint: "a CSV file of at most \(CSVTable.mostBytes / 1_000_000) MB is wanted")
    }
    throw ScenarioIssues(issues: log.inOrder, omitted: log.omitted)
  }

  private static func number(_ text: String) throws(Complaint) -> Double {
    let value = try QuantityText.number(text)
    guard value >= .zero, value <= Rational(1_000_000_000) else {
      throw Complaint("\(text) is out of range", hint: "it lies between 0 and 1000000000")
    }
    return value.doubleValue
  }

  /// A time with its unit, or a bare number of seconds, as exports have it.
  private static func time(_ text: String) throws(Complaint) -> Duration {
    let hasUnit = text.contains { $0.isLetter }
    let seconds = try QuantityText.exactSeconds(hasUnit ? text : "\(text) s")
    guard seconds >= .zero else {
      throw Complaint("\(text) is negative", hint: "a time is 0 s or more")
    }
    return .seconds(seconds.doubleValue)
  }
}
