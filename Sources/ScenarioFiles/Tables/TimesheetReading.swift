internal import BusinessCalendar
internal import PayRules
internal import Units

/// Reads the rows of a timesheet, person by person.
struct TimesheetReading {
  /// What is known of a person so far.
  private struct Entry {
    var name: String
    var basis: PayBasis?
    var rate: HourlyRate?
    var shifts: [WorkedShift] = []
    var places: [SourceSpan] = []
    var terms: [String: String] = [:]
  }

  static let columns = [
    "employee", "date", "start", "end", "break", "break-start", "role", "time-off", "basis",
    "rate", "shift-rate", "post",
  ]

  let table: CSVTable
  let terms: [String]
  let currency: Currency
  let log: IssueLog
  private(set) var people: [TimesheetFile.Person] = []
  private var places: [String: Int] = [:]

  init(table: CSVTable, terms: [String], currency: Currency, log: IssueLog) {
    self.table = table
    self.terms = terms
    self.currency = currency
    self.log = log
    let columns = CSVColumns(table: table, log: log)
    for name in Self.columns + terms {
      if let place = columns.find([name]) { places[name] = place }
    }
  }

  mutating func read() {
    for name in ["employee", "date", "start", "end", "rate"] where places[name] == nil {
      log.error(
        at: table.span(table.headerRow, column: 0), "", "there is no column “\(name)”",
        hint: "a timesheet has employee, date, start, end and rate")
    }
    let known = Self.columns + terms
    for (place, name) in table.header.enumerated()
    where !known.contains(where: { $0.lowercased() == name.lowercased() }) {
      let meant = DidYouMean.nearest(to: name, among: known)
      log.error(
        at: table.span(table.headerRow, column: place), "", "no column is called “\(name)”",
        hint: meant.map { "did you mean “\($0)”?" }
          ?? "take it out; columns are \(known.joined(separator: ", "))")
    }
    guard !log.hasErrors else { return }
    var entries: [Entry] = []
    var byName: [String: Int] = [:]
    for row in table.rows {
      let name = text(row, "employee")
      guard !name.isEmpty else {
        error(row, "employee", Complaint("nobody is named", hint: "write who worked the shift"))
        continue
      }
      let place = byName[name] ?? entries.count
      if place == entries.count {
        entries.append(Entry(name: name))
        byName[name] = place
      }
      add(row, to: &entries[place])
    }
    for entry in entries {
      guard let rate = entry.rate else {
        if !log.hasErrors, let span = entry.places.first {
          log.error(
            at: span, entry.name, "there is no rate", hint: "write the pay of an hour, or 5220/174")
        }
        continue
      }
      people.append(
        TimesheetFile.Person(
          name: entry.name, basis: entry.basis ?? .hourly, rate: rate, shifts: entry.shifts,
          terms: entry.terms, places: entry.places))
    }
  }

  private func text(_ row: CSVTable.Row, _ column: String) -> String {
    places[column].map { table.text(row, $0) } ?? ""
  }

  private func error(_ row: CSVTable.Row, _ column: String, _ complaint: Complaint) {
    log.error(at: table.span(row, column: places[column] ?? 0), "", complaint)
  }

  /// Reads one field; what is wrong with it goes to the log.
  private func value<Value>(
    _ row: CSVTable.Row, _ column: String, _ reading: (String) throws(Complaint) -> Value
  ) -> Value? {
    let text = text(row, column)
    guard !text.isEmpty else { return nil }
    do throws(Complaint) {
      return try reading(text)
    } catch {
      self.error(row, column, error)
      return nil
    }
  }

  private func add(_ row: CSVTable.Row, to entry: inout Entry) {
    let rate = value(row, "rate", rate)
    if let rate, let known = entry.rate, rate != known {
      error(
        row, "rate",
        Complaint(
          "\(entry.name) has another rate further up",
          hint: "a rate for one shift goes into the column shift-rate"))
    }
    entry.rate = entry.rate ?? rate
    let basis = value(row, "basis") { text throws(Complaint) in
      try Self.choice(text, PayBasis.self)
    }
    if let basis, let known = entry.basis, basis != known {
      error(row, "basis", Complaint("\(entry.name) is paid otherwise further up"))
    }
    entry.basis = entry.basis ?? basis
    for term in terms {
      let text = text(row, term)
      guard !text.isEmpty else { continue }
      if let known = entry.terms[term], known != text {
        error(row, term, Complaint("\(entry.name) has “\(known)” further up"))
      }
      entry.terms[term] = text
    }
    guard let shift = shift(row) else { return }
    entry.shifts.append(shift)
    entry.places.append(table.span(row, column: places["start"] ?? 0))
  }

  private func shift(_ row: CSVTable.Row) -> WorkedShift? {
    for column in ["date", "start", "end"] where text(row, column).isEmpty {
      error(row, column, Complaint("there is no \(column)"))
    }
    let clock = { (text: String) throws(Complaint) -> LocalTime in
      guard let time = LocalTime(text), time != .endOfDay else {
        throw Complaint("“\(text)” is no time", hint: "write it as 09:00; midnight is 00:00")
      }
      return time
    }
    let date = value(row, "date") { text throws(Complaint) -> LocalDate in
      guard let date = LocalDate(iso: text) else {
        throw Complaint("“\(text)” is no date", hint: "write it as 2026-11-11")
      }
      return date
    }
    let start = value(row, "start", clock)
    let end = value(row, "end", clock)
    let pauseStart = value(row, "break-start", clock)
    let minutes = value(row, "break") { text throws(Complaint) -> Int64 in
      guard let minutes = Int64(text), (0...1440).contains(minutes) else {
        throw Complaint("“\(text)” is no number of minutes", hint: "write 0 to 1440")
      }
      return minutes
    }
    let role = value(row, "role") { text throws(Complaint) in
      try Self.choice(text, WorkedShift.Role.self)
    }
    let timeOff = value(row, "time-off") { text throws(Complaint) -> Bool in
      switch text.lowercased() {
      case "yes", "y": return true
      case "no", "n": return false
      default: throw Complaint("“\(text)” is neither yes nor no")
      }
    }
    let own = value(row, "shift-rate", rate)
    guard let date, let start, let end else { return nil }
    var pause: UnpaidBreak?
    if let minutes, minutes > 0 {
      guard let pauseStart else {
        error(
          row, "break",
          Complaint(
            "the break has no start", hint: "say when it starts in the column break-start"))
        return nil
      }
      pause = UnpaidBreak(
        start: date.adding(days: pauseStart < start ? 1 : 0).at(pauseStart),
        length: WorkTime(minutes: minutes))
    }
    let post = text(row, "post")
    return WorkedShift(
      start: date.at(start), end: date.adding(days: end <= start ? 1 : 0).at(end),
      unpaidBreak: pause, role: role ?? .work, timeOffInLieu: timeOff ?? false, rate: own,
      post: post.isEmpty ? nil : post)
  }

  private func rate(_ text: String) throws(Complaint) -> HourlyRate {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    var value = Rational(currency.minorUnitsPerMajor)
    for (place, part) in parts.enumerated() {
      guard let number = Rational(decimal: part), number > .zero, number < Rational(1_000_000_000)
      else {
        throw Complaint(
          "“\(text)” is no rate", hint: "write the pay of an hour, such as 28.50 or 5220/174")
      }
      value = place == 0 ? value * number : value.divided(by: number) ?? .zero
    }
    return HourlyRate(perHour: UnitPrice(minorUnitsPerUnit: value))
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ type: Choice.Type
  ) throws(Complaint) -> Choice {
    if let choice = Choice(rawValue: text.lowercased()) { return choice }
    let known = Choice.allCases.map { "\($0.rawValue)" }.joined(separator: ", ")
    throw Complaint("“\(text)” is not known", hint: "it is one of \(known)")
  }
}
