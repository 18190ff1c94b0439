internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// Names, weeks and amounts of a scenario for reports of what-if questions.
struct StudyWords: Sendable {
  let scenario: Scenario
  let strings: Strings
  private let weeks: [Week]

  init(_ scenario: Scenario, language: Language) {
    self.scenario = scenario
    strings = Strings(language)
    weeks = scenario.grid.weeks
  }

  /// The name of a group, vendor, site or queue, else its id.
  func name(of id: String) -> String {
    let names =
      [scenario.staffGroup(.init(id))?.name, scenario.vendor(.init(id))?.name]
      + [scenario.queue(.init(id))?.name, scenario.sites.first { $0.id.rawValue == id }?.name]
    return names.compactMap(\.self).first { !$0.isEmpty } ?? id
  }

  /// A rule with its owner's name.
  func rule(_ rule: CapacityRule) -> String {
    strings.name(of: rule.kind, owner: name(of: rule.owner))
  }

  /// Weeks by their first days, those one after the other as a stretch: "2 Nov – 16 Nov, 30 Nov".
  func weeks(_ places: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for place in places.sorted() {
      if let last = runs.last, last.upperBound == place - 1 {
        runs[runs.count - 1] = last.lowerBound...place
      } else if runs.last?.upperBound != place {
        runs.append(place...place)
      }
    }
    let names = runs.map { run in
      run.count == 1
        ? week(run.lowerBound) : "\(week(run.lowerBound)) – \(week(run.upperBound))"
    }
    return names.joined(separator: strings.language == .chinese ? "、" : ", ")
  }

  /// A row's sentence, its week at the end by its first day.
  func sentence(_ name: String) -> String {
    let mark = " in the week of "
    guard let range = name.ranges(of: mark).last,
      let date = LocalDate(iso: String(name[range.upperBound...]))
    else { return strings.words(name) }
    let head = strings.words(String(name[..<range.lowerBound]))
    return strings.language == .chinese
      ? "\(head)，\(strings.shortDate(date))当周" : "\(head), week of \(strings.shortDate(date))"
  }

  /// The first day of a week.
  func week(_ place: Int) -> String {
    weeks.indices.contains(place) ? strings.shortDate(weeks[place].start) : ""
  }

  /// A date in full for people, ISO for machines.
  func cell(_ date: LocalDate?) -> Cell {
    guard let date else { return .named(DecimalText.none, key: "") }
    return .named(strings.date(date), key: "\(date)")
  }

  func money(_ amount: Money) -> String {
    "\(scenario.currency.grouped(amount)) \(scenario.currency.code)"
  }

  func cell(_ amount: Money?) -> Cell {
    amount.map { .money($0, scenario.currency) } ?? .number(nil)
  }

  /// A number with at most one decimal.
  func number(_ value: Double) -> String {
    let isWhole = (value - value.rounded()).magnitude < 0.05
    return DecimalText.fixed(value, decimals: isWhole ? 0 : 1)
  }

  /// Tables one after the other, with a sentence before them.
  func text(_ lead: [String], _ tables: [Table], width: Int, color: Bool) -> String {
    let style = TerminalStyle(color: color)
    let lines = lead.flatMap { DisplayWidth.wrapped($0, to: max(40, width)) }
    let first = lines.isEmpty ? [] : [lines.map { $0 + "\n" }.joined()]
    let blocks = tables.filter { !$0.rows.isEmpty }
      .map { TextTable($0, width: max(40, width), style: style).text }
    return (first + blocks).joined(separator: "\n")
  }
}
