internal import BusinessCalendar
internal import Scenarios
internal import Units

/// Reads a history or a forecast by interval from a CSV file.
struct IntervalFile {
  let reader: MapReader
  let queue: String
  let context: DecodingContext
  private static let mostComplaints = 20

  struct Places {
    var start: Int
    var isUTC: Bool
    var offered: Int
    var handled: Int?
    var total: Int?
    var mean: Int?
    var queue: Int?
    var channel: Int?
    var language: Int?
    var interval: Int?
  }

  /// What the rows of one start add up to.
  struct Sum {
    var offered = 0.0
    /// Contacts whose handle time is known, and the seconds it took.
    var handled = 0.0
    var handleSeconds = 0.0
    var rows: [(channel: String, language: String, line: Int)] = []
  }

  /// What is wrong with a row, and in which column.
  struct RowComplaint: Error {
    var complaint: Complaint
    var column: Int
  }

  /// The intervals of the queue, or `nil` with the reasons in the log.
  func read() -> IntervalHistory? {
    guard let written = reader.text("file") else { return nil }
    let path: RelativePath
    let bytes: [UInt8]
    do throws(Complaint) {
      path = try RelativePath(written, in: reader.span("file").folder)
      bytes = try context.files.bytes(at: path, atMost: CSVTable.mostBytes)
    } catch {
      context.log.error(at: reader.span("file"), reader.pathText("file"), error)
      return nil
    }
    guard let table = CSVTable(bytes, name: path.text, for: reader.pathText, log: context.log)
    else { return nil }
    let columns = CSVColumns(table: table, log: context.log)
    guard let places = places(in: columns) else { return nil }
    return history(table, columns, places, written)
  }

  // MARK: - Columns

  private func places(in columns: CSVColumns) -> Places? {
    let named = reader.map("columns")
    let local = ["start", "timestamp", "date"]
    let utc = columns.find("start-utc", in: named, usual: ["start_utc"])
    let isUTC = utc != nil && named?.has("start") != true
    let start = isUTC ? utc : columns.find("start", in: named, usual: local)
    let offered = columns.find("offered", in: named, usual: ["offered", "value"])
    if start == nil, named?.has("start") != true, named?.has("start-utc") != true {
      columns.missing("the start of the interval", local + ["start_utc"], key: "start")
    }
    if offered == nil, named?.has("offered") != true {
      columns.missing("the contacts offered", ["offered", "value"], key: "offered")
    }
    guard let start, let offered else { return nil }
    return Places(
      start: start, isUTC: isUTC, offered: offered,
      handled: columns.find("handled", in: named, usual: ["handled"]),
      total: columns.find("handle-time-total", in: named, usual: ["handle_s_total"]),
      mean: columns.find("handle-time", in: named, usual: []),
      queue: columns.find("queue", in: named, usual: ["queue"]),
      channel: columns.find("channel", in: named, usual: ["channel"]),
      language: columns.find("language", in: named, usual: ["language"]),
      interval: columns.find("interval", in: named, usual: ["interval_min"]))
  }

  // MARK: - Rows

  private func history(
    _ table: CSVTable, _ columns: CSVColumns, _ places: Places, _ file: String
  ) -> IntervalHistory? {
    let wantedQueue = reader.text("queue") ?? queue
    let wantedChannel = reader.text("channel")
    var sums: [LocalDateTime: Sum] = [:]
    var clock = ClockChanges(zone: context.zone)
    var stated: [Int] = []
    var complaints = 0
    var queuesSeen: [String] = []
    var days = 0
    var unlikely: (count: Int, row: CSVTable.Row)?
    for row in table.rows {
      if let column = places.queue, table.text(row, column) != wantedQueue {
        let name = table.text(row, column)
        if !queuesSeen.contains(name), queuesSeen.count < 12 { queuesSeen.append(name) }
        continue
      }
      if let wantedChannel, let column = places.channel,
        table.text(row, column) != wantedChannel
      {
        continue
      }
      do throws(RowComplaint) {
        let isDay = try add(row, columns, places, &sums, &clock)
        if isDay { days += 1 }
        if isUnlikely(row, columns, places) {
          unlikely = ((unlikely?.count ?? 0) + 1, unlikely?.row ?? row)
        }
        if let column = places.interval, let minutes = Int(table.text(row, column)),
          !stated.contains(minutes)
        {
          stated.append(minutes)
        }
      } catch {
        complaints += 1
        guard complaints <= IntervalFile.mostComplaints else { continue }
        context.log.error(
          at: table.span(row, column: error.column), reader.pathText, error.complaint)
      }
    }
    if complaints > IntervalFile.mostComplaints {
      reader.error(
        "file",
        "\(table.name) has \(complaints - IntervalFile.mostComplaints) more rows like these")
    }
    guard complaints == 0 else { return nil }
    guard !sums.isEmpty else {
      reader.error(
        "file", "\(table.name) has no row for “\(wantedQueue)”",
        hint: queuesSeen.isEmpty
          ? "it has only a header"
          : "its queues are \(queuesSeen.enumeratedInWords); name one with `queue`")
      return nil
    }
    if let unlikely { warn(of: unlikely.row, count: unlikely.count, columns, places) }
    return assembled(sums, stated, allDays: days == sums.count, table, file)
  }
}
