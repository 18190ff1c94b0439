internal import BusinessCalendar
public import Scenarios
internal import Units

/// Reads what vendors promise, schedule or have delivered, in any of the layouts; which one it is
/// follows from the first line.
public struct ExchangeReader: Sendable {
  /// The most issues that are kept.
  public static let mostIssues = 50
  /// The most bytes of a file.
  public static let mostBytes = 50_000_000

  private let scenario: Scenario
  private let vendors: [Vendor]

  /// A reader of the files of `vendors` for the queues and the horizon of `scenario`. A layout without
  /// a field for the vendor can be read where there is one.
  public init(_ scenario: Scenario, vendors: [Vendor]) {
    self.scenario = scenario
    self.vendors = vendors
  }

  /// The intervals in a file's bytes.
  ///
  /// - Throws: everything that is wrong with it, line by line. A file in which any line is wrong gives
  ///   nothing.
  public func read(
    _ bytes: [UInt8], file: String
  ) throws(ExchangeIssues) -> (layout: ExchangeLayout, intervals: [ExchangeInterval]) {
    var log = Log(file: file)
    let body = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    guard bytes.count <= Self.mostBytes, let text = String(validating: body, as: UTF8.self) else {
      log.add(1, "", "the file is not UTF-8, or too large", "save it as CSV in UTF-8")
      throw log.issues
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let rows = lines.enumerated().map { (number: $0 + 1, fields: Self.fields($1)) }
      .filter { $0.fields != [""] }
    guard let first = rows.first else {
      log.add(1, "", "the file is empty", "the vendor's answer has a line for each interval")
      throw log.issues
    }
    guard let layout = Self.layout(of: first.fields) else {
      log.add(
        first.number, first.fields.joined(separator: ","), "this is no known layout",
        "the header is vendor,queue,start,end,people or "
          + "source,skillcombination,startdatetime,enddatetime,agents")
      throw log.issues
    }
    if layout == .calabrioRequirement, vendors.count > 1 {
      log.add(
        first.number, first.fields.joined(separator: ","),
        "the layout has no field for the vendor, and there are \(vendors.count)",
        "name the vendor whose file it is with --vendor")
      throw log.issues
    }
    var intervals: [ExchangeInterval] = []
    var seen: [(line: Int, interval: ExchangeInterval)] = []
    for row in rows.dropFirst(layout == .calabrioRequirement ? 0 : 1) {
      guard let interval = interval(row.fields, row.number, layout, &log) else { continue }
      seen.append((row.number, interval))
      intervals.append(interval)
    }
    refuseOverlaps(of: seen, &log)
    guard log.isEmpty else { throw log.issues }
    return (layout, intervals)
  }

  /// Refuses lines of the same queues in which an earlier one has people already. An hour that the
  /// clock shows twice has a line for each pass.
  private func refuseOverlaps(
    of lines: [(line: Int, interval: ExchangeInterval)], _ log: inout Log
  ) {
    func before(
      _ left: (line: Int, interval: ExchangeInterval),
      _ right: (line: Int, interval: ExchangeInterval)
    ) -> Bool {
      let first = left.interval
      let second = right.interval
      if first.vendor != second.vendor { return first.vendor.rawValue < second.vendor.rawValue }
      if first.queues != second.queues {
        return first.queues.lexicographicallyPrecedes(second.queues)
      }
      if first.start.fold != second.start.fold { return first.start.fold < second.start.fold }
      return (first.start, left.line) < (second.start, right.line)
    }
    let sorted = lines.sorted(by: before)
    // Of the lines so far, the one that lasts longest.
    var longest: (line: Int, interval: ExchangeInterval)?
    for next in sorted {
      guard let held = longest, held.interval.queues == next.interval.queues,
        held.interval.vendor == next.interval.vendor,
        held.interval.start.fold == next.interval.start.fold
      else {
        longest = next
        continue
      }
      let later = held.interval.start.minutes(until: next.interval.start)
      if later < held.interval.minutes {
        log.add(
          next.line, "\(next.interval.start)",
          "the queue has people for this time in line \(held.line) already", "keep one of them")
      }
      if later + next.interval.minutes > held.interval.minutes { longest = next }
    }
  }

  private static func layout(of fields: [String]) -> ExchangeLayout? {
    let names = fields.map { $0.lowercased() }
    if names == ["vendor", "queue", "start", "end", "people"] { return .own }
    let staffing = [
      ["source", "skillcombination", "startdatetime", "enddatetime", "agents"],
      ["source", "skillgroup", "startdatetime", "enddatetime", "resources"],
    ]
    if staffing.contains(names) { return .calabrioStaffing }
    return fields.count == 7 && moment(fields[1]) != nil ? .calabrioRequirement : nil
  }

  // MARK: - Lines

  private func interval(
    _ fields: [String], _ line: Int, _ layout: ExchangeLayout, _ log: inout Log
  ) -> ExchangeInterval? {
    let count = layout == .calabrioRequirement ? 7 : 5
    guard fields.count == count else {
      log.add(
        line, fields.joined(separator: ","),
        "the line has \(fields.count) \(fields.count == 1 ? "field" : "fields"), not \(count)",
        "put a field that holds a comma in quotes")
      return nil
    }
    let shift = layout == .calabrioRequirement ? 0 : 1
    let named = shift == 0 ? vendors.first : vendor(fields[0], line, &log)
    guard let vendor = named else { return nil }
    let queues = queues(fields[shift], of: vendor, line, &log)
    let start = moment(fields[shift + 1], line, &log)
    let end = moment(fields[shift + 2], line, &log)
    let text = fields[count - 1]
    let people = Double(text).flatMap { $0.isFinite && $0 >= 0 && $0 <= 1e6 ? $0 : nil }
    if people == nil {
      log.add(
        line, text, "this is no number of people",
        "write digits with a decimal point, such as 12 or 12.5; at least 0 and at most 1000000")
    }
    guard let queues, let start, let end, let people else { return nil }
    guard start < end, start.minutes(until: end) <= 1440 else {
      log.add(
        line, fields[shift + 2], "the interval ends before it starts, or after more than a day",
        "a line is one interval, such as 15, 30 or 60 minutes")
      return nil
    }
    guard scenario.horizon.contains(start.date) else {
      let last = scenario.horizon.last.map { "\($0)" } ?? ""
      log.add(
        line, fields[shift + 1], "the day is not in the plan",
        "the plan runs from \(scenario.horizon.start) to \(last)")
      return nil
    }
    for id in queues where people > 0 {
      guard let queue = scenario.queue(id), queue.channel != .deferred else { continue }
      guard queue.openingHours.isOpen(on: start.date, at: start.time) else {
        log.add(
          line, fields[shift + 1], "the queue \(id) is closed then",
          "leave the line out: hours count while the queue is open")
        return nil
      }
    }
    return ExchangeInterval(
      vendor: vendor.id, queues: queues, start: start, end: end, people: Positions(people))
  }

  private func vendor(_ text: String, _ line: Int, _ log: inout Log) -> Vendor? {
    let found =
      vendors.first { $0.id.rawValue == text }
      ?? only(vendors.filter { $0.name.lowercased() == text.lowercased() })
      ?? only(vendors.filter { $0.id.rawValue.lowercased() == text.lowercased() })
    guard let found else {
      let known = vendors.map { $0.id.rawValue == $0.name ? $0.name : "\($0.id) (\($0.name))" }
      log.add(
        line, text, "the line is of no vendor that is tracked",
        "these are \(known.joined(separator: ", "))")
      return nil
    }
    return found
  }

  private func only<Item>(_ items: [Item]) -> Item? { items.count == 1 ? items[0] : nil }

  private func queues(
    _ text: String, of vendor: Vendor, _ line: Int, _ log: inout Log
  ) -> [Queue.ID]? {
    var ids: [Queue.ID] = []
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      let name = part.trimmed
      guard let found = queue(name, line, &log) else { return nil }
      guard vendor.skills.contains(found.id) else {
        log.add(
          line, name, "\(vendor.id) may not take this queue",
          "it takes \(vendor.skills.map(\.rawValue).joined(separator: ", "))")
        return nil
      }
      if !ids.contains(found.id) { ids.append(found.id) }
    }
    return ids
  }

  /// The queue of an id, or else of a name, whole or as far as Calabrio's layouts have room for it.
  private func queue(_ name: String, _ line: Int, _ log: inout Log) -> Queue? {
    if let found = scenario.queues.first(where: { $0.id.rawValue == name }) { return found }
    let named = scenario.queues.filter { $0.name.lowercased() == name.lowercased() }
    let cut = scenario.queues.filter {
      String($0.name.prefix(ExchangeWriter.longestSkill)).lowercased() == name.lowercased()
    }
    let found = named.isEmpty ? cut : named
    if found.count == 1 { return found[0] }
    let known = (found.isEmpty ? scenario.queues : found).map(\.id.rawValue)
    log.add(
      line, name,
      found.isEmpty ? "there is no queue of that name" : "\(found.count) queues are called so",
      (found.isEmpty ? "the plan has " : "write one of the ids ") + known.joined(separator: ", "))
    return nil
  }

  private func moment(_ text: String, _ line: Int, _ log: inout Log) -> LocalDateTime? {
    if let moment = Self.moment(text) { return moment }
    log.add(
      line, text, "this is no time", "write 2026-11-10 20:00, 20261110 20:00 or 2026-11-10T20:00")
    return nil
  }

  /// `2026-11-10T20:00`, `2026-11-10 20:00` or `20261110 20:00`.
  static func moment(_ text: String) -> LocalDateTime? {
    var bytes = Array(text.utf8)
    if bytes.count == 14, bytes[8] == UInt8(ascii: " ") {
      bytes.insert(UInt8(ascii: "-"), at: 6)
      bytes.insert(UInt8(ascii: "-"), at: 4)
    }
    if bytes.count >= 16, bytes[10] == UInt8(ascii: " ") { bytes[10] = UInt8(ascii: "T") }
    return LocalDateTime(String(decoding: bytes, as: UTF8.self))
  }

  /// The fields of a line, quotes taken off; an apostrophe before a formula's sign too.
  private static func fields(_ line: Substring) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append(field.trimmed)
        field = ""
      } else {
        field.append(character)
      }
    }
    return fields + [field.trimmed]
  }
}

/// Issues as they are found.
private struct Log {
  let file: String
  private(set) var found: [ExchangeIssue] = []
  private(set) var omitted = 0

  init(file: String) { self.file = file }

  var isEmpty: Bool { found.isEmpty }
  /// The issues in the order of the lines.
  var issues: ExchangeIssues {
    let sorted = found.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    return ExchangeIssues(issues: sorted.map(\.element), omitted: omitted)
  }

  mutating func add(_ line: Int, _ value: String, _ message: String, _ hint: String) {
    guard found.count < ExchangeReader.mostIssues else {
      omitted += 1
      return
    }
    found.append(
      ExchangeIssue(file: file, line: line, value: value, message: message, hint: hint))
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
