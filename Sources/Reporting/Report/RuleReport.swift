internal import BusinessCalendar
public import CapacityPlanning
public import Scenarios
internal import Units

/// What the rules and limits of a plan cost, as people and programs read it.
public struct RuleReport: Sendable {
  private let words: StudyWords
  private let prices: [RulePrice]
  private let limits: [LimitValue]

  /// A report of `prices`, and of `limits` that were tried one unit wider.
  public init(
    _ prices: [RulePrice], limits: [LimitValue], of scenario: Scenario,
    language: Language = .english
  ) {
    words = StudyWords(scenario, language: language)
    self.prices = prices
    self.limits = limits
  }

  private var strings: Strings { words.strings }
  private var isInFull: Bool { prices.contains { $0.savedInFull != nil } }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    words.text(
      prices.isEmpty ? [strings[.noRules]] : [], tables, width: width, color: color)
  }

  /// The rules, then the limits.
  public var tables: [Table] { [rulesTable, limitsTable] }

  private var rulesTable: Table {
    let code = words.scenario.currency.code
    return Table(
      name: "rules", title: strings[.rulesTable], note: strings[.rulesNote],
      columns: [
        .init(strings[.studyRule], key: "rule"),
        .number("\(strings[.saves]) (\(code))", key: "saves"),
      ] + (isInFull ? [.number(strings[.savesInFull], key: "saves_in_full")] : []) + [
        .init(strings[.binds], key: "weeks"), .init(strings[.whereSaid], key: "path"),
      ],
      rows: prices.map { price in
        [.text(words.rule(price.rule)), words.cell(price.saved)]
          + (isInFull ? [words.cell(price.savedInFull)] : [])
          + [.text(words.weeks(price.weeks)), .text(price.rule.path)]
      })
  }

  private var limitsTable: Table {
    Table(
      name: "limits-tried", title: strings[.limitsByTrying], note: strings[.limitsNote],
      columns: [
        .init(strings[.studyLimit], key: "limit"),
        .number("\(strings[.saves]) (\(words.scenario.currency.code))", key: "saves"),
      ],
      rows: limits.map { value in
        [
          .named(words.sentence(value.limit.name), key: value.limit.name),
          words.cell(value.saved),
        ]
      })
  }

  /// The report as one JSON document.
  public var document: JSONValue {
    let currency = words.scenario.currency
    let weeks = words.scenario.grid.weeks
    return [
      "schema": "peakplan/rules/1", "scenario": .string(words.scenario.id),
      "currency": .string(currency.code),
      "rules": .array(
        prices.map { price in
          [
            "rule": .string(price.rule.kind.rawValue), "owner": .string(price.rule.owner),
            "path": .string(price.rule.path), "saved": .string(currency.decimal(price.saved)),
            "savedInFull": JSONValue(price.savedInFull.map(currency.decimal)),
            "weeks": .array(price.weeks.map { .string("\(weeks[$0].start)") }),
          ]
        }),
      "limits": .array(
        limits.map { value in
          [
            "name": .string(value.limit.name), "family": .string(value.limit.family),
            "unit": .string(value.limit.unit), "path": .string(value.limit.path),
            "shadowPrice": .number(
              value.limit.shadowPrice.approximateMinorUnits
                / Double(currency.minorUnitsPerMajor)),
            "saved": .string(currency.decimal(value.saved)),
          ]
        }),
    ]
  }
}
