public import BusinessCalendar
public import Planning
public import Scenarios
internal import Units

/// Vendors' hours from what is required to what was delivered, as people and programs read them.
public struct ExchangeReport: Sendable {
  private let tracking: VendorTracking
  private let weeksOfShifts: [LocalDate]
  private let words: StudyWords

  /// A report of `tracking`; `weeksOfShifts` are the first days of the weeks in which required are
  /// people on shifts.
  public init(
    _ tracking: VendorTracking, weeksOfShifts: [LocalDate] = [], of scenario: Scenario,
    language: Language = .english
  ) {
    self.tracking = tracking
    self.weeksOfShifts = weeksOfShifts
    words = StudyWords(scenario, language: language)
  }

  private var strings: Strings { words.strings }
  private var isChinese: Bool { strings.language == .chinese }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    let name = tracking.vendors.map { words.name(of: $0.rawValue) }
      .joined(separator: isChinese ? "；" : "; ")
    var text = style.bold(strings.exchange(.title, name)) + "\n"
    let required = tracking.total.steps.first?.hours ?? .zero
    guard required > .zero else { return text + strings.exchange(.nothing, name) + "\n" }
    for sentence in sentences {
      let lines = DisplayWidth.wrapped(sentence, to: max(40, width) - 4)
      for (place, line) in lines.enumerated() {
        text += (place == 0 ? "  • " : "    ") + line + "\n"
      }
    }
    return text + "\n" + TextTable(table, width: max(40, width), style: style).text
  }

  private func hours(_ time: WorkTime) -> String { DecimalText.fixed(time.hours) }

  private var sentences: [String] {
    let steps = tracking.total.steps
    let found = zip(steps, steps.dropFirst()).map { before, step in
      let name = strings.name(of: step.step)
      let said = strings.exchange(
        .sentence, name, hours(step.hours), hours(before.hours),
        isChinese ? name : name.lowercased(), hours(step.shortfall), hours(step.surplus))
      let kept = strings.exchange(
        .kept, step.lineAdherence.map { DecimalText.percent($0.value) } ?? DecimalText.none,
        "\(step.intervalsKept)", "\(step.intervals)",
        DecimalText.percent(tracking.tolerance.value, decimals: 0))
      return said + (isChinese ? "" : " ") + kept
    }
    guard !weeksOfShifts.isEmpty else { return found }
    let weeks = weeksOfShifts.map(strings.date).joined(separator: isChinese ? "、" : ", ")
    return found + [strings.exchange(.shifts, weeks)]
  }

  /// The lines, and all of them.
  public var table: Table {
    var columns = heads
    for (place, step) in tracking.total.steps.enumerated() {
      let name = strings.name(of: step.step)
      let key = step.step.rawValue
      columns.append(.number(name, key: key))
      guard place > 0 else { continue }
      columns.append(.number(strings.exchange(.shortfall), key: "\(key)_short"))
      columns.append(.number(strings.exchange(.adherence), key: "\(key)_adherence"))
    }
    let blank = heads.dropFirst().map { _ in Cell.text("") }
    return Table(
      name: "vendor-hours", title: strings.exchange(.table),
      note: strings.exchange(.note)
        + (tracking.grouping == .queue
          ? (isChinese ? "" : " ") + strings.exchange(.queueNote) : ""),
      columns: columns,
      rows: tracking.lines.map { names(of: $0) + figures(of: $0) },
      totals: [.text(strings.exchange(.all))] + blank + figures(of: tracking.total))
  }

  private var heads: [Table.Column] {
    switch tracking.grouping {
    case .vendor: [.init(strings.exchange(.vendor), key: "vendor")]
    case .queue:
      [
        .init(strings.exchange(.vendor), key: "vendor"),
        .init(strings.exchange(.queue), key: "queue"),
      ]
    case .week: [.date(strings.exchange(.week), key: "week")]
    case .day: [.date(strings.exchange(.day), key: "day")]
    }
  }

  private func names(of line: VendorTracking.Line) -> [Cell] {
    let ids = [line.vendor?.rawValue, line.queue?.rawValue].compactMap(\.self)
    return ids.map { .named(words.name(of: $0), key: $0) }
      + [line.from].compactMap(\.self).map { .named(strings.date($0), key: "\($0)") }
  }

  private func figures(of line: VendorTracking.Line) -> [Cell] {
    line.steps.enumerated().flatMap { place, step -> [Cell] in
      let all = Cell.number(step.hours.hours)
      guard place > 0 else { return [all] }
      let short = step.shortfall.hours
      return [
        all, .number(short, tone: short >= 0.5 ? .alert : .plain),
        .percent(step.lineAdherence?.value),
      ]
    }
  }

  /// The report as one JSON document.
  public var document: JSONValue {
    [
      "schema": "peakplan/vendor-hours/1", "scenario": .string(words.scenario.id),
      "vendors": .array(tracking.vendors.map { .string($0.rawValue) }),
      "tolerance": .number(tracking.tolerance.value),
      "weeksOfShifts": .array(weeksOfShifts.map { .string("\($0)") }),
      "by": .string(tracking.grouping.rawValue),
      "lines": .array(tracking.lines.map(object)), "all": object(of: tracking.total),
    ]
  }

  private func object(of line: VendorTracking.Line) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let vendor = line.vendor { members.append(.init("vendor", .string(vendor.rawValue))) }
    if let queue = line.queue { members.append(.init("queue", .string(queue.rawValue))) }
    if let from = line.from { members.append(.init("from", .string("\(from)"))) }
    let steps = line.steps.enumerated().map { place, step -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("step", .string(step.step.rawValue)), .init("hours", .number(step.hours.hours)),
      ]
      if place > 0 {
        members += [
          .init("short", .number(step.shortfall.hours)),
          .init("over", .number(step.surplus.hours)),
          .init("lineAdherence", step.lineAdherence.map { .number($0.value) } ?? .null),
          .init("intervalsKept", .number(Double(step.intervalsKept))),
          .init("intervals", .number(Double(step.intervals))),
        ]
      }
      return .object(members)
    }
    return .object(members + [.init("steps", .array(steps))])
  }
}
