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

  /// A limit in words for people, without its week: that stands beside it.
  func inWords(limit: String) -> String {
    let (head, _) = Self.split(limit)
    let words = withName(head)
    guard limit.hasPrefix(head), head.count < limit.count else { return words }
    let place = limit.dropFirst(head.count)
    if place.hasPrefix(Self.holidayMark) { return strings.words("\(words) on statutory holidays") }
    return place.hasPrefix(Self.weekMark) ? words : words + strings.words(String(place))
  }

  private static let weekMark = " in the week of "
  private static let holidayMark = " on the holidays of the week of "

  /// A cause without its week or month, and the first day of its week.
  private static func split(_ cause: String) -> (head: String, date: LocalDate?) {
    for mark in [weekMark, holidayMark] {
      guard let end = firstIndex(of: mark, in: cause) else { continue }
      let date = String(cause[end...].dropFirst(mark.count))
      if let date = LocalDate(date) { return (String(cause[..<end]), date) }
    }
    guard let month = firstIndex(of: " in ", in: cause) else { return (cause, nil) }
    // "in 2026-11", or up to one of the weeks of that month.
    let rest = cause[month...].dropFirst(4)
    let isMonth = rest.prefix(7).allSatisfy { $0 == "-" || $0.isNumber }
    let isWhole = rest.count == 7 || rest.dropFirst(7).hasPrefix(" up to ")
    return isMonth && isWhole ? (String(cause[..<month]), nil) : (cause, nil)
  }

  private static func firstIndex(of mark: String, in text: String) -> String.Index? {
    text.indices.first { text[$0...].hasPrefix(mark) }
  }

  /// A cause with the name of whose it is in the place of its id.
  private func withName(_ cause: String) -> String {
    for frame in [
      ("nobody can work ", ""), ("every help left costs more than ", " is worth"),
      ("strength of ", " at the end"),
    ]
    where cause.hasPrefix(frame.0) && cause.hasSuffix(frame.1) {
      let ids = cause.dropFirst(frame.0.count).dropLast(frame.1.count).split(separator: ", ")
      let names = strings.list(ids.map { name(ofAny: String($0), isSite: false) })
      return strings.words("\(frame.0)\(names)\(frame.1)")
    }
    let words = cause.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 2, let id = words.last, words[words.count - 2] == "of" else {
      return strings.words(cause)
    }
    let kind = words.dropLast(2).joined(separator: " ")
    return strings.words("\(kind) of \(name(ofAny: String(id), isSite: kind == "seats"))")
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
