internal import BusinessCalendar
internal import Scenarios
internal import Units

extension IntervalFile {
  /// Adds a row to what its interval adds up to; whether it stands for a whole day.
  func add(
    _ row: CSVTable.Row, _ columns: CSVColumns, _ places: Places,
    _ sums: inout [LocalDateTime: Sum], _ clock: inout ClockChanges
  ) throws(RowComplaint) -> Bool {
    var (start, isDay) = try self.start(row, columns, places)
    let channel = places.channel.map { columns.table.text(row, $0) } ?? ""
    let language = places.language.map { columns.table.text(row, $0) } ?? ""
    if !isDay, !places.isUTC {
      switch clock.occurrence(of: start) {
      case .once: break
      case .skipped:
        throw RowComplaint(
          complaint: Complaint(
            "the clocks skip \(start)", hint: "give UTC in a column “start_utc” instead"),
          column: places.start)
      case .twice:
        let isSecond = sums[start]?.rows.contains {
          $0.channel == channel && $0.language == language
        }
        if isSecond == true {
          start = LocalDateTime(date: start.date, time: start.time, fold: 1)
        }
      }
    }
    var sum = sums[start] ?? Sum()
    if let twin = sum.rows.first(where: { $0.channel != channel || $0.language == language }) {
      let isSame = twin.channel == channel
      let shown = isDay ? "\(start.date)" : "\(start)"
      throw RowComplaint(
        complaint: Complaint(
          isSame
            ? "\(shown) appears twice, first on line \(twin.line)"
            : "\(shown) appears under two channels, first on line \(twin.line)",
          hint: isSame ? "keep one of the rows" : "name one channel with `channel`"),
        column: places.start)
    }
    let offered = try number(row, places.offered, "the number of contacts", columns)
    guard let offered else {
      throw RowComplaint(
        complaint: Complaint(
          "there is no number of contacts",
          hint: "write 0 where none came; leave the row out where nothing was counted"),
        column: places.offered)
    }
    sum.offered += offered
    try addHandleTime(row, offered, columns, places, &sum)
    sum.rows.append((channel, language, row.line))
    sums[start] = sum
    return isDay
  }

  private func addHandleTime(
    _ row: CSVTable.Row, _ offered: Double, _ columns: CSVColumns, _ places: Places,
    _ sum: inout Sum
  ) throws(RowComplaint) {
    if let column = places.total,
      let seconds = try number(row, column, "handle time", columns)
    {
      var handled = offered
      if let place = places.handled,
        let number = try number(row, place, "the number of contacts", columns)
      {
        handled = number
      }
      guard handled > 0 || seconds == 0 else {
        throw RowComplaint(
          complaint: Complaint(
            "there is handle time without a contact",
            hint: "the column holds the seconds of all handled contacts together"), column: column)
      }
      sum.handled += handled
      sum.handleSeconds += seconds
    } else if let column = places.mean,
      let seconds = try number(row, column, "handle time", columns)
    {
      sum.handled += offered
      sum.handleSeconds += offered * seconds
    }
    guard sum.handled == 0 || sum.handleSeconds / sum.handled <= 86_400 else {
      throw RowComplaint(
        complaint: Complaint(
          "a contact took \(Int(sum.handleSeconds / sum.handled)) s on average",
          hint: "handle times are in seconds; a day is the most"),
        column: places.total ?? places.mean ?? places.offered)
    }
  }

  /// Whether a row has far more contacts handled than offered: more than twice as many, and ten more.
  func isUnlikely(_ row: CSVTable.Row, _ columns: CSVColumns, _ places: Places) -> Bool {
    guard let place = places.handled,
      let handled = try? columns.number(row, place, "the number of contacts"),
      let offered = try? columns.number(row, places.offered, "the number of contacts")
    else { return false }
    return handled > 2 * offered && handled >= offered + 10
  }

  /// Says of how many rows that is so, at the first of them.
  func warn(of row: CSVTable.Row, count: Int, _ columns: CSVColumns, _ places: Places) {
    let table = columns.table
    guard let place = places.handled else { return }
    let more = count > 1 ? ", and \((count - 1).counted("more row")) like it" : ""
    context.log.warning(
      at: table.span(row, column: place), reader.pathText,
      "\(table.text(row, place)) contacts handled of \(table.text(row, places.offered)) offered\(more)",
      hint: "handled contacts are of those offered; see whether the two columns are swapped")
  }

  private func number(
    _ row: CSVTable.Row, _ column: Int, _ what: String, _ columns: CSVColumns
  ) throws(RowComplaint) -> Double? {
    do throws(Complaint) {
      return try columns.number(row, column, what)
    } catch {
      throw RowComplaint(complaint: error, column: column)
    }
  }

  private func start(
    _ row: CSVTable.Row, _ columns: CSVColumns, _ places: Places
  ) throws(RowComplaint) -> (LocalDateTime, isDay: Bool) {
    let text = columns.table.text(row, places.start)
    let isMarkedUTC = text.hasSuffix("Z")
    if isMarkedUTC, !places.isUTC {
      throw RowComplaint(
        complaint: Complaint(
          "“\(text)” is in UTC, the column is for local times",
          hint: "name it under `columns: { start-utc: … }`"), column: places.start)
    }
    let bare = isMarkedUTC ? String(text.dropLast()) : text
    guard let (moment, isDay) = columns.moment(bare), moment.date.year >= 1990,
      moment.date.year <= 2100
    else {
      throw RowComplaint(
        complaint: Complaint(
          "“\(text)” is no start of an interval",
          hint: "write 2026-11-10T20:00, or 2026-11-10 for a day; no offset from UTC"),
        column: places.start)
    }
    guard places.isUTC, !isDay, let zone = context.zone else { return (moment, isDay) }
    guard let instant = TimeZoneRules.utc.instant(of: moment) else { return (moment, isDay) }
    return (zone.local(at: instant), false)
  }

  // MARK: - The whole

  /// The history of all sums, once its interval is known and fits.
  func assembled(
    _ sums: [LocalDateTime: Sum], _ stated: [Int], allDays: Bool, _ table: CSVTable,
    _ file: String
  ) -> IntervalHistory? {
    let starts = sums.keys.sorted()
    guard let minutes = interval(of: starts, stated, allDays: allDays, table) else { return nil }
    let allowed = [5, 10, 15, 30, 60, 1440]
    guard allowed.contains(minutes) else {
      reader.error(
        "file", "\(table.name) has intervals of \(minutes) minutes",
        hint: "intervals are 5, 10, 15, 30 or 60 minutes or a day; say which with `interval`")
      return nil
    }
    for start in starts where start.time.minutes % minutes != 0 {
      let line = sums[start]?.rows.first?.line ?? 1
      reader.error(
        "file",
        "line \(line) of \(table.name), \(start), is not on a grid of \(minutes) minutes",
        hint: "say the length of the intervals with `interval`, or correct the row")
      return nil
    }
    let intervals = starts.compactMap { start -> IntervalHistory.Interval? in
      guard let sum = sums[start] else { return nil }
      let mean = sum.handled > 0 && sum.handleSeconds > 0 ? sum.handleSeconds / sum.handled : nil
      return IntervalHistory.Interval(
        start: start, offered: ContactVolume(sum.offered),
        handleTime: mean.map { .milliseconds(Int64(($0 * 1000).rounded())) })
    }
    return IntervalHistory(intervalMinutes: minutes, intervals: intervals, file: file)
  }

  private func interval(
    of starts: [LocalDateTime], _ stated: [Int], allDays: Bool, _ table: CSVTable
  ) -> Int? {
    if let text = reader.text("interval") {
      return text == "1 day" ? 1440 : Int(text.prefix { $0.isNumber })
    }
    if stated.count > 1 {
      reader.error(
        "file",
        "\(table.name) has intervals of \(stated.map { String($0) }.enumeratedInWords) minutes",
        hint: "one file holds intervals of one length")
      return nil
    }
    if let only = stated.first { return only }
    if allDays { return 1440 }
    let gaps = zip(starts, starts.dropFirst()).map { $0.minutes(until: $1) }
    guard let smallest = gaps.filter({ $0 > 0 }).min() else {
      reader.error(
        "file", "\(table.name) has too few rows to tell their interval",
        hint: "say it with `interval: 30 min`")
      return nil
    }
    return smallest
  }
}

/// Remembers on which days the clocks of a zone jump.
struct ClockChanges {
  let zone: TimeZoneRules?
  private var jumps: [LocalDate: Bool] = [:]

  init(zone: TimeZoneRules?) { self.zone = zone }

  /// How often the clock shows a minute; once where no zone is known.
  mutating func occurrence(of moment: LocalDateTime) -> LocalTimeOccurrence {
    guard let zone else { return .once }
    let date = moment.date
    let jumps: Bool
    if let known = self.jumps[date] {
      jumps = known
    } else {
      let start = zone.instant(ofOrAfter: date.at(.midnight))
      let end = zone.instant(ofOrAfter: date.adding(days: 1).at(.midnight))
      jumps = end - start != 86_400
      self.jumps[date] = jumps
    }
    return jumps ? zone.occurrence(of: moment) : .once
  }
}
