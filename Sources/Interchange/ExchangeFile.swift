public import BusinessCalendar
public import Scenarios
public import Units

/// People that a vendor is asked for, promises, schedules or has delivered in one interval.
public struct ExchangeInterval: Sendable, Hashable, Codable {
  /// Whose people.
  public let vendor: Vendor.ID
  /// The queues that they work; more than one where they stand by for several at once.
  public let queues: [Queue.ID]
  /// The local start.
  public let start: LocalDateTime
  /// The local end.
  public let end: LocalDateTime
  /// People on contacts at once, in the vendor's own output.
  public let people: Positions

  /// `people` of `vendor` for `queues` from `start` until `end`.
  public init(
    vendor: Vendor.ID, queues: [Queue.ID], start: LocalDateTime, end: LocalDateTime,
    people: Positions
  ) {
    self.vendor = vendor
    self.queues = queues
    self.start = start
    self.end = end
    self.people = people
  }

  /// Minutes of the interval.
  public var minutes: Int { start.minutes(until: end) }
}

/// A layout of files that a buyer and a vendor exchange.
public enum ExchangeLayout: String, Sendable, Hashable, Codable, CaseIterable {
  /// Our own: `vendor,queue,start,end,people` with ids and times as `2026-11-10T20:00`.
  case own = "csv"
  /// What Calabrio's BPO exchange exports, the gap that the vendor is asked to fill: no header, seven
  /// fields, the fourth to sixth always 0.
  ///
  /// Source: Calabrio ONE online help, "BPO exchange file formats", export file format (read 2026):
  /// `skillname,startdatetime,enddatetime,tasks,tasktime,aftertasktime,agents`, times `yyyyMMdd
  /// HH:mm` in the time zone of whoever exports.
  case calabrioRequirement = "calabrio-requirement"
  /// What Calabrio's BPO exchange imports, the vendor's answer: a header, skills of a combination
  /// joined by `|`.
  ///
  /// Source: the template and tests of the published Teleopti WFM code, `source,skillcombination,
  /// startdatetime,enddatetime,agents` with times `yyyy-MM-dd HH:mm`; earlier versions of them call the
  /// second and the last field `skillgroup` and `resources`, and an import refuses names that it does
  /// not know. The online help states that the dates must have a forecast and that the intervals lie
  /// within the skill's open hours.
  case calabrioStaffing = "calabrio-staffing"
}

/// Why what a vendor is asked for cannot be written in a layout.
public enum ExchangeNameError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Queues that the layout would call by the same name.
  case sameName(Queue.ID, Queue.ID, name: String)
  /// A queue's name with the bar that joins the skills of a combination.
  case bar(Queue.ID, name: String)
  /// A layout without a field for the vendor, and people of several.
  case severalVendors([Vendor.ID])

  /// What is wrong, and how to mend it.
  public var description: String {
    switch self {
    case .sameName(let one, let other, let name):
      "the layout has room for \(ExchangeWriter.longestSkill) letters of a queue's name, and the queues "
        + "\(one) and \(other) are both called “\(name)” in it; give them names that differ before"
    case .bar(let queue, let name):
      "the queue \(queue) is called “\(name)”, and in the layout a bar stands between two queues; give "
        + "it a name without one"
    case .severalVendors(let ids):
      "the layout has no field for the vendor, and \(ids.map(\.rawValue).joined(separator: ", ")) have "
        + "people in it; write a file for each with --vendor"
    }
  }
}

/// What is wrong with one line of an exchange file.
public struct ExchangeIssue: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The file as it was named.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The value as it is written; empty where it is missing.
  public let value: String
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let hint: String

  /// `file:line: message (hint)`.
  public var description: String {
    let shown = String(
      value.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) }.prefix(60)
    )
    return "\(file):\(line): error: " + (shown.isEmpty ? "" : "“\(shown)”: ") + message
      + "\n      hint: " + hint
  }
}

/// All that is wrong with an exchange file.
public struct ExchangeIssues: Error, Sendable, Hashable, CustomStringConvertible {
  /// The issues, in the order of the lines.
  public let issues: [ExchangeIssue]
  /// How many more there are.
  public let omitted: Int

  /// Every issue on lines of its own.
  public var description: String {
    let more = omitted > 0 ? ["… and \(omitted) more"] : []
    return (issues.map(\.description) + more).joined(separator: "\n")
  }
}
