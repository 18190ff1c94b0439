internal import BusinessCalendar
internal import Units

/// Finds the columns of a CSV file, and reads their numbers and times.
struct CSVColumns {
  let table: CSVTable
  let log: IssueLog

  /// The place of the first of `names` that the header has, whatever its case; a name that it has
  /// twice is an issue.
  func find(_ names: [String]) -> Int? {
    for name in names {
      let places = table.header.indices.filter {
        table.header[$0].lowercased() == name.lowercased()
      }
      guard let index = places.first else { continue }
      if places.count > 1 {
        log.error(
          at: table.span(table.headerRow, column: places[1]), table.path,
          "\(places.count == 2 ? "two" : "\(places.count)") columns are called “\(name)”",
          hint: "give each its own name, or take out those that do not count")
      }
      return index
    }
    return nil
  }

  /// Reports columns of several of `names`, each of which would do.
  func refuseSeveral(of names: [String]) {
    let places = table.header.indices.filter { names.contains(table.header[$0].lowercased()) }
    let written = Set(places.map { table.header[$0].lowercased() })
    guard written.count > 1, let last = places.last else { return }
    log.error(
      at: table.span(table.headerRow, column: last), table.path,
      "the columns \(places.map { "“\(table.header[$0])”" }.enumeratedInWords) say the same",
      hint: "leave one of them, and name the others differently")
  }

  /// Reports other columns than those of `names`, which ``find(_:)`` looks at, that are called alike.
  func refuseAlike(besides names: [String]) {
    var seen: Set<String> = []
    for (place, name) in table.header.enumerated() where !names.contains(name.lowercased()) {
      guard !seen.insert(name).inserted else { continue }
      log.error(
        at: table.span(table.headerRow, column: place), table.path,
        "two columns are called “\(name)”", hint: "give each its own name")
    }
  }

  /// The place of the column that the scenario names for `role`, else of one of the usual `names`;
  /// a name that the header does not have is an issue.
  func find(_ role: String, in columns: MapReader?, usual names: [String]) -> Int? {
    guard let columns, columns.has(role), let name = columns.text(role) else { return find(names) }
    if let index = find([name]) { return index }
    let meant = DidYouMean.nearest(to: name, among: table.header)
    columns.error(
      role, "\(table.name) has no column “\(name)”",
      hint: meant.map { "did you mean “\($0)”?" }
        ?? "its columns are \(Array(table.header.prefix(12)).enumeratedInWords)")
    return nil
  }

  /// Reports that a column is missing.
  func missing(_ what: String, _ names: [String], key: String) {
    log.error(
      at: table.span(table.headerRow, column: 0), table.path, "there is no column with \(what)",
      hint:
        "call it \(names.map { "“\($0)”" }.listed), or name yours under `columns: { \(key): … }`")
  }

  /// The number in a field, from 0 to 10⁹; an empty field is `nil` without an issue.
  func number(_ row: CSVTable.Row, _ column: Int, _ what: String) throws(Complaint) -> Double? {
    let text = table.text(row, column)
    if text.isEmpty { return nil }
    if text.contains(",") {
      throw Complaint(
        "“\(text)” has a comma",
        hint: "write decimals with a point and thousands without a "
          + "separator")
    }
    let isPlain = text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 || $0 == UInt8(ascii: ".") }
    if text.hasPrefix("-"), Double(text) != nil {
      throw Complaint("“\(text)” is negative", hint: "\(what) cannot be less than 0")
    }
    guard isPlain, text.utf8.count <= 30, let value = Double(text) else {
      throw Complaint(
        "“\(text)” is no number",
        hint: "write digits, such as 12 or 12.5; leave the row out where nothing was counted")
    }
    guard value <= 1e9 else {
      throw Complaint("\(text) is too large", hint: "\(what) is at most 1000000000")
    }
    return value
  }

  /// A local minute, or a day (its midnight).
  func moment(_ text: String) -> (moment: LocalDateTime, isDay: Bool)? {
    if let date = LocalDate(iso: text) { return (date.at(.midnight), true) }
    let bytes = Array(text.utf8)
    guard bytes.count >= 16 else { return nil }
    let joined = bytes[10] == .space ? text.replacing(" ", with: "T", maxReplacements: 1) : text
    return LocalDateTime(joined).map { ($0, false) }
  }
}
