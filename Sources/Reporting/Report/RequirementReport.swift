internal import BusinessCalendar
public import Scenarios
public import Staffing
internal import Units

/// The staffing requirement by week, day or interval, net of shrinkage, as a table.
public struct RequirementReport: Sendable {
  /// How finely the requirement is shown.
  public enum Period: String, Sendable, Hashable, CaseIterable {
    /// Net hours of each interval's positions: the positions themselves.
    case interval
    /// Net hours and the highest positions of each day.
    case day
    /// Net hours of each week.
    case week
  }

  let scenario: Scenario
  let requirement: StaffingRequirement
  let strings: Strings

  /// A report of `requirement`.
  public init(
    _ requirement: StaffingRequirement, of scenario: Scenario, language: Language = .english
  ) {
    self.requirement = requirement
    self.scenario = scenario
    strings = Strings(language)
  }

  /// The table by `period` for a terminal, and what pools save.
  public func text(by period: Period, width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    return [table(by: period), poolsTable, campaignsTable].filter { !$0.rows.isEmpty }
      .map { TextTable($0, width: max(40, width), style: style).text }.joined(separator: "\n")
  }

  /// The table by `period`.
  public func table(by period: Period) -> Table {
    let grid = requirement.grid
    switch period {
    case .week:
      return hoursTable(
        strings[.week], decimals: 0,
        grid.weeks.indices.map {
          (strings.date(grid.weeks[$0].start), grid.slotIndices(ofWeek: $0))
        })
    case .day:
      return hoursTable(
        strings[.date], decimals: 1,
        grid.days.indices.map {
          (strings.weekdayDate(grid.days[$0].date), grid.slotIndices(ofDay: $0))
        })
    case .interval:
      let rows = grid.slots.enumerated().map { index, slot in
        [Cell.text("\(slot.date) \(slot.start)")]
          + requirement.queues.map { Cell.number($0.positions[index].value, decimals: 2) }
      }
      return Table(
        name: "requirement", title: strings[PoolPhrase.netPositions],
        columns: columns(strings[.start]),
        rows: rows)
    }
  }

  private func columns(_ first: String) -> [Table.Column] {
    [.date(first, key: "start")]
      + requirement.queues.map {
        .number(scenario.queue($0.queue)?.name ?? $0.queue.rawValue, key: $0.queue.rawValue)
      }
  }

  private func hoursTable(
    _ first: String, decimals: Int, _ periods: [(String, Range<Int>)]
  ) -> Table {
    let rows = periods.map { name, slots in
      [Cell.text(name)]
        + requirement.queues.map {
          Cell.number(requirement.requiredTime(of: $0.queue, in: slots).hours, decimals: decimals)
        }
    }
    let peaks = requirement.queues.map { queue in
      Cell.number(queue.positions.max()?.value, decimals: 1)
    }
    return Table(
      name: "requirement", title: strings[.netHours], columns: columns(first), rows: rows,
      totals: [.text(strings[.peakPositions])] + peaks)
  }
}

/// A day of queues by plain Erlang and in truth, as tables and JSON.
public struct ComparisonReport: Sendable {
  private let scenario: Scenario
  private let requirement: StaffingRequirement
  private let comparisons: [StaffingComparison]
  private let strings: Strings

  /// A report of `comparisons`, which belong to the slots of `requirement`.
  public init(
    _ comparisons: [StaffingComparison], with requirement: StaffingRequirement,
    of scenario: Scenario, language: Language = .english
  ) {
    self.comparisons = comparisons
    self.requirement = requirement
    self.scenario = scenario
    strings = Strings(language)
  }

  /// The tables for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    comparisons.map {
      TextTable(table(of: $0), width: max(40, width), style: TerminalStyle(color: color)).text
    }.joined(separator: "\n")
  }

  private func table(of comparison: StaffingComparison) -> Table {
    let name = scenario.queue(comparison.queue)?.name ?? comparison.queue.rawValue
    let slots = requirement.grid.slots
    let rows = comparison.intervals.map { interval -> [Cell] in
      let start = slots.indices.contains(interval.slot) ? "\(slots[interval.slot].start)" : ""
      let falls = interval.delivered.value < interval.promised.value - 0.05
      return [
        .text(start), .number(interval.volume.value, decimals: 1), .number(interval.plain.value),
        .percent(interval.promised.value),
        .percent(interval.delivered.value, tone: falls ? .alert : .plain),
        .number(interval.byMeanRate.value, decimals: 1),
        .number(interval.required.value, decimals: 1),
        .percent(interval.deliveredWithRequired.value),
        .number(interval.difference.value, decimals: 1),
      ]
    }
    return Table(
      name: "comparison-\(comparison.queue.rawValue)",
      title: strings(.dayOfQueue, name, strings.weekdayDate(comparison.date)),
      note: note(of: comparison),
      columns: [
        .date(strings[.start], key: "start"), .number(strings[.contacts], key: "contacts"),
        .number(strings(.plainErlang), key: "plain"),
        .number(strings(.promises), key: "promised"),
        .number(strings(.delivers), key: "delivered"),
        .number(strings(.byMeanRate), key: "by-mean-rate"),
        .number(strings(.requirementNet), key: "required"),
        .number(strings(.delivers), key: "delivered-with-required"),
        .number(strings(.peopleMore), key: "difference"),
      ], rows: rows)
  }

  /// What the figures are, with whose positions, and of which contacts.
  private func note(of comparison: StaffingComparison) -> String {
    var evaluation = strings.words(for: comparison.evaluation)
    if let pool = comparison.pool {
      let name = scenario.pools.first { $0.id == pool }?.name ?? pool.rawValue
      evaluation += strings(.ofThePool, name)
    }
    let again = comparison.recontacts.value
    if again >= 0.5 { evaluation += strings(.comeAgain, DecimalText.fixed(again, decimals: 0)) }
    return strings(.comparisonNote, strings.time(comparison.answerTime), evaluation)
  }

  /// The service level of the first queue through the day, promised and delivered, as a picture.
  public var svg: String {
    guard let comparison = comparisons.first else { return "" }
    let slots = requirement.grid.slots
    func line(_ name: String, _ value: (StaffingComparison.Interval) -> Share) -> LineChart.Line {
      let points = comparison.intervals.map { interval in
        let minutes = slots.indices.contains(interval.slot) ? slots[interval.slot].start.minutes : 0
        return LineChart.Point(Double(minutes) / 60, value(interval).value * 100)
      }
      return LineChart.Line(name, points, isStepped: true)
    }
    let name = scenario.queue(comparison.queue)?.name ?? comparison.queue.rawValue
    let title = strings(.dayOfQueue, name, strings.weekdayDate(comparison.date))
    return LineChart(
      head: ChartHead(
        id: "day", title: title,
        description: note(of: comparison)),
      lines: [
        line(strings(.plainPromises)) { $0.promised },
        line(strings(.plainDelivers)) { $0.delivered },
        line(strings(.requirementDelivers)) { $0.deliveredWithRequired },
      ], xTitle: strings(.hourOfDay), unit: "%",
      mark: scenario.queue(comparison.queue)?.staffing.conditions.level.map {
        $0.share.value * 100
      }, markName: strings(.askedFor)
    ).svg(strings)
  }

  /// The comparisons as one JSON document.
  public var document: JSONValue {
    let slots = requirement.grid.slots
    let queues = comparisons.map { comparison -> JSONValue in
      let intervals = comparison.intervals.map { interval -> JSONValue in
        [
          "start": slots.indices.contains(interval.slot)
            ? .string(slots[interval.slot].rfc3339) : .null,
          "contacts": .number(interval.volume.value),
          "plainPositions": .number(interval.plain.value),
          "promised": .number(interval.promised.value),
          "delivered": .number(interval.delivered.value),
          "byMeanRatePositions": .number(interval.byMeanRate.value),
          "requiredPositions": .number(interval.required.value),
          "deliveredWithRequired": .number(interval.deliveredWithRequired.value),
          "difference": .number(interval.difference.value),
        ]
      }
      return [
        "queue": .string(comparison.queue.rawValue),
        "pool": comparison.pool.map { JSONValue.string($0.rawValue) } ?? .null,
        "date": .string("\(comparison.date)"),
        "recontacts": .number(comparison.recontacts.value),
        "answerTimeSeconds": .number(comparison.answerTime.inSeconds),
        "definition": "offered", "evaluation": .string(comparison.evaluation.rawValue),
        "intervals": .array(intervals),
      ]
    }
    return ["schema": "peakplan/requirement-day/1", "queues": .array(queues)]
  }
}
