internal import BusinessCalendar
public import CapacityPlanning
public import Scenarios
internal import Units

/// The decisions of a plan by the day on which they fall due, as people and programs read it.
public struct DecisionReport: Sendable {
  private let words: StudyWords
  private let decisions: [PlannedDecision]

  /// A report of `decisions`.
  public init(
    _ decisions: [PlannedDecision], of scenario: Scenario, language: Language = .english
  ) {
    words = StudyWords(scenario, language: language)
    self.decisions = decisions
  }

  private var strings: Strings { words.strings }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    words.text(
      decisions.isEmpty ? [strings[.noDecisions]] : [], [table], width: width, color: color)
  }

  /// The decisions.
  public var table: Table {
    Table(
      name: "decisions", title: strings[.decisionsTable], note: strings[.decisionsNote],
      columns: [
        .init(strings[.decision], key: "decision"), .number(strings[.studyAmount], key: "amount"),
        .date(strings[.takesEffect], key: "from"), .date(strings[.dueBy], key: "decide_by"),
        .date(strings[.lastSafe], key: "last_safe_day"),
        .number(strings[.waiting], key: "a_week_later"), .number(strings[.valueOfIt], key: "worth"),
        .init(strings[.reasons], key: "weeks"), .init(strings[.insteadOf], key: "without"),
      ],
      rows: decisions.flatMap { decision in [row(of: decision)] + steps(of: decision) })
  }

  private func row(of decision: PlannedDecision) -> [Cell] {
    [
      .text(strings.name(of: decision.kind, owner: words.name(of: decision.owner))),
      amount(of: decision), words.cell(decision.effective), words.cell(decision.decideBy),
      words.cell(decision.lastSafeDay), words.cell(decision.priceOfWaiting),
      words.cell(decision.worth), .text(words.weeks(decision.reasons.map(\.week))),
      .text(instead(of: decision)),
    ]
  }

  /// The weeks of an order that takes several, a row each.
  private func steps(of decision: PlannedDecision) -> [[Cell]] {
    guard decision.steps.count > 1 else { return [] }
    return decision.steps.filter { $0.amount > 0 }.map { step in
      let seats = strings(.studySeats, words.number(step.amount))
      return [
        .text("  " + strings[.ofThese]), .named(seats, key: "\(step.amount)"),
        words.cell(step.effective), words.cell(step.decideBy), .empty, .empty, .empty, .empty,
        .empty,
      ]
    }
  }

  private func amount(of decision: PlannedDecision) -> Cell {
    let number = words.number(decision.amount)
    switch decision.kind {
    case .hiringClass: return .named(strings(.studyPeople, number), key: "\(decision.amount)")
    case .vendorOrder, .seatsBack:
      return .named(strings(.studySeats, number), key: "\(decision.amount)")
    case .overtime: return .named(strings(.paidOvertimeHours, number), key: "\(decision.amount)")
    case .contractEnd: return .empty
    }
  }

  private func instead(of decision: PlannedDecision) -> String {
    guard let others = decision.substitutes else {
      return decision.isUndoing ? "" : strings[.noPlanWithout]
    }
    if decision.worth == .zero { return strings[.asGoodWithout] }
    let parts: [(StudyPhrase, WorkTime)] = [
      (.hoursShort, others.short), (.hoursOfVendors, others.outsourced),
      (.hoursOfOvertime, others.overtime),
    ]
    return parts.filter { $0.1.hours > 0.05 }.map { strings($0.0, words.number($0.1.hours)) }
      .joined(separator: strings.language == .chinese ? "、" : ", ")
  }

  /// The report as one JSON document.
  public var document: JSONValue {
    let currency = words.scenario.currency
    let weeks = words.scenario.grid.weeks
    func hours(_ time: WorkTime?) -> JSONValue { JSONValue(time?.hours) }
    return [
      "schema": "peakplan/decisions/1", "scenario": .string(words.scenario.id),
      "currency": .string(currency.code),
      "decisions": .array(
        decisions.map { decision in
          [
            "kind": .string(decision.kind.rawValue), "owner": .string(decision.owner),
            "amount": .number(decision.amount),
            "firstWeek": .string("\(weeks[decision.firstWeek].start)"),
            "lastWeek": .string("\(weeks[decision.lastWeek].start)"),
            "effective": .string("\(decision.effective)"),
            "decideBy": .string("\(decision.decideBy)"),
            "lastSafeDay": .string("\(decision.lastSafeDay)"),
            "priceOfWaiting": JSONValue(decision.priceOfWaiting.map(currency.decimal)),
            "worth": JSONValue(decision.worth.map(currency.decimal)),
            "reasons": .array(
              decision.reasons.map { reason in
                [
                  "week": .string("\(weeks[reason.week].start)"),
                  "netHours": .number(reason.netTime.hours),
                  "queue": JSONValue(reason.queue?.rawValue),
                ]
              }),
            "hoursShortWithout": hours(decision.substitutes?.short),
            "vendorHoursWithout": hours(decision.substitutes?.outsourced),
            "overtimeHoursWithout": hours(decision.substitutes?.overtime),
            "steps": .array(
              decision.steps.map { step in
                [
                  "week": .string("\(weeks[step.week].start)"), "amount": .number(step.amount),
                  "decideBy": .string("\(step.decideBy)"),
                ]
              }),
          ]
        }),
    ]
  }
}
