internal import BusinessCalendar
public import Scenarios
internal import Units

/// Writes what a vendor is asked for, or what it answers, in one of the layouts.
public struct ExchangeWriter: Sendable {
  /// The layout.
  public let layout: ExchangeLayout
  /// The most letters of a skill's name in Calabrio's layout.
  public static let longestSkill = 50

  private let vendor: Vendor
  private let queues: [Queue]

  /// A writer for `vendor`; Calabrio's layouts call queues by their names.
  public init(_ layout: ExchangeLayout, vendor: Vendor, queues: [Queue]) {
    self.layout = layout
    self.vendor = vendor
    self.queues = queues
  }

  /// The file's text; intervals without people are left out.
  public func text(_ intervals: [ExchangeInterval]) -> String {
    let header =
      switch layout {
      case .own: "vendor,queue,start,end,people\n"
      case .calabrioRequirement: ""
      case .calabrioStaffing: "source,skillcombination,startdatetime,enddatetime,agents\n"
      }
    return header
      + intervals.filter { Self.digits($0.people.value) != "0.00" }.map(line).joined()
  }

  private func line(_ interval: ExchangeInterval) -> String {
    let people = Self.digits(interval.people.value)
    let fields: [String]
    switch layout {
    case .own:
      let ids = interval.queues.map(\.rawValue).joined(separator: "|")
      fields = [vendor.id.rawValue, ids, "\(interval.start)", "\(interval.end)", people]
    case .calabrioRequirement:
      let name = skills(interval)
      let (start, end) = (Self.compact(interval.start), Self.compact(interval.end))
      fields = [name, start, end, "0", "0", "0", people]
    case .calabrioStaffing:
      fields = [
        Self.quoted(vendor.name), skills(interval), Self.dashed(interval.start),
        Self.dashed(interval.end), people,
      ]
    }
    return fields.joined(separator: ",") + "\n"
  }

  private func skills(_ interval: ExchangeInterval) -> String {
    let names = interval.queues.map { id in
      let name = queues.first { $0.id == id }?.name ?? id.rawValue
      return String(name.prefix(Self.longestSkill))
    }
    return Self.quoted(names.joined(separator: "|"))
  }

  /// Two digits after the point.
  private static func digits(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "0.00" }
    let hundredths = Int64((min(value, 1e12) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }

  /// A field that a spreadsheet takes for text and no formula.
  private static func quoted(_ text: String) -> String {
    let starters: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]
    let safe = text.first.map { starters.contains($0) } == true ? "'" + text : text
    let needsQuotes = safe.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  private static func dashed(_ moment: LocalDateTime) -> String {
    "\(moment.date) \(moment.time)"
  }

  private static func compact(_ moment: LocalDateTime) -> String {
    "\(moment.date)".replacing("-", with: "") + " \(moment.time)"
  }
}
