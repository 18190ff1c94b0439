internal import BusinessCalendar
public import CapacityPlanning
public import Scenarios
public import Units

/// What a hand-made plan gives and where it breaks rules, as people and programs read it.
public struct EvaluationReport: Sendable {
  private let words: StudyWords
  private let evaluation: PlanEvaluation
  private let best: Money?

  /// A report of `evaluation`; `best` is what the plan found for the scenario costs.
  public init(
    _ evaluation: PlanEvaluation, best: Money?, of scenario: Scenario,
    language: Language = .english
  ) {
    words = StudyWords(scenario, language: language)
    self.evaluation = evaluation
    self.best = best
  }

  private var strings: Strings { words.strings }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    var lead = strings(.givenCosts, words.money(evaluation.cost))
    lead += strings(.ofThatPaid, words.money(evaluation.cash))
    var lines = [lead]
    if let best {
      let more = evaluation.cost - best
      let comparison =
        more >= .zero
        ? strings(.dearer, words.money(more)) : strings(.cheaper, words.money(.zero - more))
      lines.append(strings(.bestCosts, words.money(best)) + comparison)
    }
    if evaluation.breaches.isEmpty { lines.append(strings[.noBreaches]) }
    return words.text(lines, [breachesTable, servicesTable], width: width, color: color)
  }

  private var breachesTable: Table {
    Table(
      name: "breaches", title: strings[.breachesTable],
      columns: [
        .init(strings[.breach], key: "rule"), .number(strings[.by], key: "by"),
        .init(strings[.whereSaid], key: "path"),
      ],
      rows: evaluation.breaches.map { breach in
        let unit = strings.words(breach.unit)
        return [
          .named(words.sentence(breach.rule), key: breach.rule),
          .named("\(words.number(breach.amount)) × \(unit)", key: "\(breach.amount)"),
          .text(breach.path),
        ]
      })
  }

  private var servicesTable: Table {
    Table(
      name: "services", title: strings[.servicesTable],
      columns: [
        .init(strings[.forQueue], key: "queue"),
        .number(strings[.neededHours], key: "required_hours"),
        .number(strings[.covered], key: "covered"),
        .number(strings[.lost], key: "contacts_lost"),
      ],
      rows: evaluation.services.map { service in
        [
          .named(words.name(of: service.queue), key: service.queue),
          .number(service.required.hours), .percent(service.covered.value),
          .number(service.contactsLost.value),
        ]
      })
  }

  /// The report as one JSON document.
  public var document: JSONValue {
    let currency = words.scenario.currency
    let weeks = words.scenario.grid.weeks
    return [
      "schema": "peakplan/evaluation/1", "scenario": .string(words.scenario.id),
      "currency": .string(currency.code), "cost": .string(currency.decimal(evaluation.cost)),
      "cash": .string(currency.decimal(evaluation.cash)),
      "bestCost": JSONValue(best.map(currency.decimal)),
      "breaches": .array(
        evaluation.breaches.map { breach in
          [
            "week": JSONValue(breach.week.map { "\(weeks[$0].start)" }),
            "rule": .string(breach.rule), "amount": .number(breach.amount),
            "unit": .string(breach.unit), "path": .string(breach.path),
          ]
        }),
      "queues": .array(
        evaluation.services.map { service in
          [
            "queue": .string(service.queue), "requiredHours": .number(service.required.hours),
            "shortHours": .number(service.short.hours),
            "covered": .number(service.covered.value),
            "contactsLost": .number(service.contactsLost.value),
          ]
        }),
    ]
  }
}
