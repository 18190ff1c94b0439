internal import BusinessCalendar
public import Planning
public import Scenarios
internal import Units

/// A vendor's hours from what is required to what was delivered, as people and programs read them.
public struct ExchangeReport: Sendable {
  private let tracking: VendorTracking
  private let words: StudyWords

  /// A report of `tracking`.
  public init(
    _ tracking: VendorTracking, of scenario: Scenario, language: Language = .english
  ) {
    self.tracking = tracking
    words = StudyWords(scenario, language: language)
  }

  private var strings: Strings { words.strings }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    let name = words.name(of: tracking.vendor.rawValue)
    var text = style.bold(strings.exchange(.title, name)) + "\n"
    let required = tracking.steps.first?.weeks.total() ?? .zero
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
    zip(tracking.steps, tracking.steps.dropFirst()).map { before, step in
      let isChinese = strings.language == .chinese
      let name = strings.name(of: step.step)
      let said = strings.exchange(
        .sentence, name, hours(step.weeks.total()), hours(before.weeks.total()),
        isChinese ? name : name.lowercased(), hours(step.shortfall.total()),
        hours(step.surplus.total()))
      let kept = strings.exchange(
        .kept, step.adherence.map { DecimalText.percent($0.value) } ?? DecimalText.none,
        "\(step.intervalsKept.reduce(0, +))", "\(step.intervals.reduce(0, +))",
        DecimalText.percent(tracking.tolerance.value, decimals: 0))
      return said + (isChinese ? "" : " ") + kept
    }
  }

  /// The steps by week.
  public var table: Table {
    var columns: [Table.Column] = [.date(strings.exchange(.week), key: "week")]
    for (place, step) in tracking.steps.enumerated() {
      let name = strings.name(of: step.step)
      let key = step.step.rawValue
      columns.append(.number(name, key: key))
      guard place > 0 else { continue }
      columns.append(.number(strings.exchange(.shortfall), key: "\(key)_short"))
      columns.append(.number(strings.exchange(.adherence), key: "\(key)_adherence"))
    }
    func row(_ head: Cell, _ places: Range<Int>) -> [Cell] {
      [head]
        + tracking.steps.enumerated().flatMap { place, step -> [Cell] in
          let short = places.map { step.shortfall[$0].hours }.reduce(0, +)
          let all = Cell.number(places.map { step.weeks[$0].hours }.reduce(0, +))
          guard place > 0 else { return [all] }
          let share = places.count == 1 ? step.lineAdherence[places.lowerBound] : step.adherence
          return [
            all, .number(short, tone: short >= 0.5 ? .alert : .plain), .percent(share?.value),
          ]
        }
    }
    let weeks = tracking.weeks.indices.filter { week in
      tracking.steps.contains { $0.weeks[week] > .zero }
    }
    return Table(
      name: "vendor-hours", title: strings.exchange(.weeksTable),
      note: strings.exchange(.note), columns: columns,
      rows: weeks.map { week in
        let start = tracking.weeks[week].start
        return row(.named(strings.date(start), key: "\(start)"), week..<(week + 1))
      }, totals: row(.text(strings.exchange(.all)), tracking.weeks.indices))
  }

  /// The report as one JSON document.
  public var document: JSONValue {
    [
      "schema": "peakplan/vendor-hours/1", "scenario": .string(words.scenario.id),
      "vendor": .string(tracking.vendor.rawValue),
      "tolerance": .number(tracking.tolerance.value),
      "weeks": .array(tracking.weeks.map { .string("\($0.start)") }),
      "steps": .array(
        tracking.steps.enumerated().map { place, step in
          var members: [JSONValue.Member] = [
            .init("step", .string(step.step.rawValue)),
            .init("hours", .array(step.weeks.map { .number($0.hours) })),
          ]
          if place > 0 {
            members += [
              .init("short", .array(step.shortfall.map { .number($0.hours) })),
              .init("over", .array(step.surplus.map { .number($0.hours) })),
              .init(
                "lineAdherence",
                .array(step.lineAdherence.map { $0.map { .number($0.value) } ?? .null })),
              .init(
                "intervalsKept", .array(step.intervalsKept.map { .number(Double($0)) })),
              .init("intervals", .array(step.intervals.map { .number(Double($0)) })),
              .init("adherence", step.adherence.map { .number($0.value) } ?? .null),
            ]
          }
          return .object(members)
        }),
    ]
  }
}
