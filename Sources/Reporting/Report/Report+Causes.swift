internal import BusinessCalendar
internal import CapacityPlanning
internal import Planning
internal import Scenarios

/// What stood in the way, in words for people: a plan's causes are names of rows, with ids and dates
/// of machines in them ("hours of wuhan in the week of 2026-11-09").
extension Report {
  /// The causes of shortages, one entry a kind of limit and whose it is, in their order; weeks other
  /// than the shortages' own are named.
  func causesInWords(of shortages: [Shortage], limit: Int) -> [String] {
    let own = shortages.compactMap { start(ofWeek: $0.week) }
    var entries: [(words: String, dates: [LocalDate])] = []
    for cause in shortages.flatMap(\.causes) {
      let (head, date) = Self.split(cause)
      let words = withName(head)
      let index = entries.firstIndex { $0.words == words } ?? entries.count
      if index == entries.count { entries.append((words, [])) }
      if let date, !own.contains(date), !entries[index].dates.contains(date) {
        entries[index].dates.append(date)
      }
    }
    return entries.prefix(limit).map { entry in
      guard !entry.dates.isEmpty else { return entry.words }
      let dates = strings.list(entry.dates.sorted().prefix(3).map(strings.shortDate))
      return "\(entry.words) (\(strings(entry.dates.count == 1 ? .weekOfLower : .weeksOf, dates)))"
    }
  }

  /// A cause without its week or month, and the first day of its week.
  private static func split(_ cause: String) -> (head: String, date: LocalDate?) {
    for mark in [" in the week of ", " on the holidays of the week of "] {
      guard let end = firstIndex(of: mark, in: cause) else { continue }
      let date = String(cause[end...].dropFirst(mark.count))
      if let date = LocalDate(date) { return (String(cause[..<end]), date) }
    }
    guard let month = firstIndex(of: " in ", in: cause) else { return (cause, nil) }
    let rest = cause[month...].dropFirst(4)
    let isMonth = rest.count == 7 && rest.allSatisfy { $0 == "-" || $0.isNumber }
    return isMonth ? (String(cause[..<month]), nil) : (cause, nil)
  }

  private static func firstIndex(of mark: String, in text: String) -> String.Index? {
    text.indices.first { text[$0...].hasPrefix(mark) }
  }

  /// A cause with the name of whose it is in the place of its id.
  private func withName(_ cause: String) -> String {
    for frame in [("nobody can work ", ""), ("every help left costs more than ", " is worth")]
    where cause.hasPrefix(frame.0) && cause.hasSuffix(frame.1) {
      let id = cause.dropFirst(frame.0.count).dropLast(frame.1.count)
      return frame.0 + name(of: Queue.ID(String(id))) + frame.1
    }
    let words = cause.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 2, let id = words.last, words[words.count - 2] == "of" else { return cause }
    let kind = words.dropLast(2).joined(separator: " ")
    return "\(kind) of \(name(ofAny: String(id), isSite: kind == "seats"))"
  }

  /// The name of a group, vendor, site or queue by its bare id; of a site first, where asked.
  private func name(ofAny id: String, isSite: Bool) -> String {
    let scenario = plan.scenario
    let site = scenario.sites.first { $0.id.rawValue == id }?.name
    let supplier =
      scenario.staffGroup(StaffGroup.ID(id))?.name ?? scenario.vendor(Vendor.ID(id))?.name
    let queue = scenario.queue(Queue.ID(id))?.name
    return (isSite ? site ?? supplier : supplier ?? site) ?? queue ?? id
  }
}
