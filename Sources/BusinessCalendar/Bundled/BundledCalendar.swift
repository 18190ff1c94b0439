/// A calendar that comes with PeakPlan, as data: rules, arrangements by year, and sources.
struct BundledCalendar: Sendable {
  let id: String
  let name: String
  let coverage: DateRange
  /// Years up to this one are announced; later ones are computed ahead.
  let lastPublishedYear: Int
  let substitution: Substitution
  /// Lines for ``HolidayRule``.
  let rules: String
  /// Lines for ``Arrangement``, empty where nobody swaps days.
  let arrangements: String
  let sources: [CalendarSource]

  init(
    id: String, name: String, years: ClosedRange<Int>, lastPublishedYear: Int,
    substitution: Substitution, rules: String, arrangements: String = "", sources: [CalendarSource]
  ) {
    self.id = id
    self.name = name
    coverage = DateRange(
      start: LocalDate(year: years.lowerBound, month: 1, day: 1) ?? .epoch,
      end: LocalDate(year: years.upperBound + 1, month: 1, day: 1) ?? .epoch)
    self.lastPublishedYear = lastPublishedYear
    self.substitution = substitution
    self.rules = rules
    self.arrangements = arrangements
    self.sources = sources
  }

  /// What the law does with a holiday that falls on a day off.
  enum Substitution: Sendable {
    /// Nothing.
    case none
    /// Saturday moves to Friday, Sunday to Monday (US federal).
    case nearestWeekday
    /// It moves to the next weekday that is no holiday (UK).
    case nextFreeWeekday
    /// Sunday moves to the next day that is no holiday, and a day between two holidays becomes one
    /// (Japan).
    case japanese
  }

  /// The calendar with all its days.
  func calendar() -> HolidayCalendar {
    var entries = holidayEntries()
    substitute(in: &entries)
    var days: [LocalDate: CalendarDay] = [:]
    for arrangement in arrangements.split(separator: "\n").compactMap(Arrangement.init(line:)) {
      for day in arrangement.days() { days[day.date] = day }
    }
    for (date, found) in entries where coverage.contains(date) {
      days[date] = found.day(on: date, swapped: days[date])
    }
    let published = coverage.start.year...max(coverage.start.year, lastPublishedYear)
    return HolidayCalendar(
      id: id, name: name, sources: sources, coverage: coverage,
      publishedYears: Set<Int>(published), days: days.values.sorted { $0.date < $1.date })
  }

  private func holidayEntries() -> [LocalDate: HolidayEntry] {
    // One year beyond each end, since a substitute may fall into the year next to its holiday.
    let years = (coverage.start.year - 1)...coverage.end.year
    var entries: [LocalDate: HolidayEntry] = [:]
    for line in rules.split(separator: "\n") {
      guard let rule = HolidayRule(line: line) else { continue }
      for year in years {
        for (date, isEstimated) in rule.dates(in: year) {
          entries[date, default: HolidayEntry()].add(rule, isEstimated: isEstimated)
        }
      }
    }
    return entries
  }

  private func substitute(in entries: inout [LocalDate: HolidayEntry]) {
    let holidays = entries.keys.filter { entries[$0]?.isHoliday == true }.sorted()
    let isTaken = { (date: LocalDate, entries: [LocalDate: HolidayEntry]) in
      entries[date]?.isHoliday == true
    }
    for date in holidays {
      guard let target = substitute(for: date, isTaken: { isTaken($0, entries) }) else { continue }
      let name = substitution == .japanese ? "Substitute holiday" : nil
      let original = entries[date]?.names.first ?? ""
      entries[target, default: HolidayEntry()].add(
        name: name ?? "\(original) (observed)", holidayClass: .publicHoliday, isSubstitute: true)
    }
    guard substitution == .japanese else { return }
    for date in holidays {
      let between = date.adding(days: 1)
      let isBetween = holidays.contains(date.adding(days: 2)) && !isTaken(between, entries)
      if isBetween, between.weekday != .sunday {
        entries[between, default: HolidayEntry()].add(
          name: "Citizens' holiday", holidayClass: .publicHoliday, isSubstitute: false)
      }
    }
  }

  private func substitute(for date: LocalDate, isTaken: (LocalDate) -> Bool) -> LocalDate? {
    switch (substitution, date.weekday) {
    case (.nearestWeekday, .saturday): return date.adding(days: -1)
    case (.nearestWeekday, .sunday): return date.adding(days: 1)
    case (.nextFreeWeekday, .saturday), (.nextFreeWeekday, .sunday):
      return (1...14).lazy.map(date.adding(days:))
        .first { !$0.weekday.isWeekend && !isTaken($0) }
    case (.japanese, .sunday):
      return (1...14).lazy.map(date.adding(days:)).first { !isTaken($0) }
    default: return nil
    }
  }
}

/// What all rules together say of one day.
private struct HolidayEntry {
  var names: [String] = []
  var classes: [HolidayClass] = []
  var observances: [String] = []
  var isSubstitute = false
  var isEstimated = false

  var isHoliday: Bool { classes.contains { $0 != .optional } }

  mutating func add(_ rule: HolidayRule, isEstimated: Bool) {
    if let holidayClass = rule.holidayClass {
      add(name: rule.name, holidayClass: holidayClass, isSubstitute: false)
      self.isEstimated = self.isEstimated || isEstimated
    } else {
      observances.append(rule.name)
    }
  }

  mutating func add(name: String, holidayClass: HolidayClass, isSubstitute: Bool) {
    if !names.contains(name) { names.append(name) }
    classes.append(holidayClass)
    self.isSubstitute = self.isSubstitute || isSubstitute
  }

  /// The strongest class: it is what the day pays.
  private var holidayClass: HolidayClass? {
    if classes.filter({ $0 == .regular }).count > 1 { return .doubleRegular }
    let order: [HolidayClass] = [.regular, .publicHoliday, .special, .optional]
    return order.first(where: classes.contains)
  }

  /// The day; where no holiday falls on it, what an arrangement or the weekend makes of it stays.
  func day(on date: LocalDate, swapped: CalendarDay?) -> CalendarDay {
    let kind: DayKind
    if isHoliday {
      kind = .statutoryHoliday
    } else {
      kind = swapped?.kind ?? (date.weekday.isWeekend ? .restDay : .workday)
    }
    return CalendarDay(
      date: date, kind: kind, holidayClass: holidayClass,
      name: names.isEmpty ? swapped?.name : names.joined(separator: "; "),
      observances: observances, isSubstitute: isSubstitute, isEstimated: isEstimated)
  }
}

/// The days off and make-up workdays that a government arranges around one year's holidays; read
/// from a line such as `2025 S 0128-0204 w0126 w0208`: a period off, then the days worked instead.
struct Arrangement: Sendable {
  let name: String
  let off: [LocalDate]
  let makeUp: [LocalDate]

  init?(line: some StringProtocol) {
    let words = line.split(separator: " ")
    guard words.count >= 3, let year = Int(words[0]),
      let name = Arrangement.names[String(words[1])]
    else { return nil }
    self.name = name
    var off: [LocalDate] = []
    var makeUp: [LocalDate] = []
    for word in words.dropFirst(2) {
      let text = String(word.drop { $0 == "w" }).replacing("-", with: "~")
      guard let rule = DayRule(text: text) else { return nil }
      let dates = rule.dates(in: year)
      guard !dates.isEmpty else { return nil }
      if word.hasPrefix("w") { makeUp += dates } else { off += dates }
    }
    self.off = off
    self.makeUp = makeUp
  }

  func days() -> [CalendarDay] {
    off.map { CalendarDay(date: $0, kind: .restDay, name: name) }
      + makeUp.map { CalendarDay(date: $0, kind: .makeUpWorkday, name: name) }
  }

  private static let names = [
    "N": "New Year's Day", "S": "Spring Festival", "Q": "Qingming Festival", "L": "Labour Day",
    "D": "Dragon Boat Festival", "M": "Mid-Autumn Festival", "G": "National Day",
    "V": "Victory Day",
  ]
}
