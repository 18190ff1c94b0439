internal import BusinessCalendar
public import Scenarios
internal import Units

/// Writes what a vendor is asked for, or what it answers, in one of the layouts.
public struct ExchangeWriter: Sendable {
  /// The layout.
  public let layout: ExchangeLayout
  /// The most letters of a skill's name in Calabrio's layout.
  public static let longestSkill = 50

  private let vendors: [Vendor]
  private let queues: [Queue]

  /// A writer for people of `vendors`; Calabrio's layouts call them and the queues by their names.
  public init(_ layout: ExchangeLayout, vendors: [Vendor], queues: [Queue]) {
    self.layout = layout
    self.vendors = vendors
    self.queues = queues
  }

  /// The file's text; intervals without people are left out.
  ///
  /// - Throws: `ExchangeNameError` where whoever reads the layout could not tell queues or vendors
  ///   apart.
  public func text(_ intervals: [ExchangeInterval]) throws(ExchangeNameError) -> String {
    let written = intervals.filter { Self.digits($0.people.value) != "0.00" }
    try check(written)
    let header =
      switch layout {
      case .own: "vendor,queue,start,end,people\n"
      case .calabrioRequirement: ""
      case .calabrioStaffing: "source,skillcombination,startdatetime,enddatetime,agents\n"
      }
    return header + written.map(line).joined()
  }

  private func check(_ intervals: [ExchangeInterval]) throws(ExchangeNameError) {
    guard layout != .own else { return }
    let inUse = Set(intervals.flatMap(\.queues))
    var known: [String: Queue.ID] = [:]
    for queue in queues where inUse.contains(queue.id) {
      let name = skill(queue.id)
      if name.contains("|") { throw .bar(queue.id, name: name) }
      if let other = known[name.lowercased()] { throw .sameName(other, queue.id, name: name) }
      known[name.lowercased()] = queue.id
    }
    let named = vendors.map(\.id).filter { id in intervals.contains { $0.vendor == id } }
    if layout == .calabrioRequirement, named.count > 1 { throw .severalVendors(named) }
  }

  private func line(_ interval: ExchangeInterval) -> String {
    let people = Self.digits(interval.people.value)
    let fields: [String]
    switch layout {
    case .own:
      let ids = interval.queues.map(\.rawValue).joined(separator: "|")
      fields = [interval.vendor.rawValue, ids, "\(interval.start)", "\(interval.end)", people]
    case .calabrioRequirement:
      let name = skills(interval)
      let (start, end) = (Self.compact(interval.start), Self.compact(interval.end))
      fields = [name, start, end, "0", "0", "0", people]
    case .calabrioStaffing:
      fields = [
        Self.quoted(name(of: interval.vendor)), skills(interval), Self.dashed(interval.start),
        Self.dashed(interval.end), people,
      ]
    }
    return fields.joined(separator: ",") + "\n"
  }

  private func skills(_ interval: ExchangeInterval) -> String {
    Self.quoted(interval.queues.map(skill).joined(separator: "|"))
  }

  private func skill(_ id: Queue.ID) -> String {
    let name = queues.first { $0.id == id }?.name ?? id.rawValue
    return String(name.prefix(Self.longestSkill))
  }

  private func name(of id: Vendor.ID) -> String {
    vendors.first { $0.id == id }?.name ?? id.rawValue
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
