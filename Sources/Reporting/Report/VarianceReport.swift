internal import BusinessCalendar
public import Costing
internal import Units

/// A budget against what happened, as people read it.
public struct VarianceReport: Sendable {
  private let variance: BudgetVariance
  private let budget: BudgetDocument
  private let strings: Strings

  private var currency: Currency { budget.budget.currency }

  /// A report of `variance` against a kept budget.
  public init(_ variance: BudgetVariance, of budget: BudgetDocument, language: Language = .english)
  {
    self.variance = variance
    self.budget = budget
    strings = Strings(language)
  }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    let width = max(40, width)
    func paragraph(_ text: String) -> String {
      DisplayWidth.wrapped(DisplayWidth.singleLine(text), to: width).map { $0 + "\n" }.joined()
    }
    var blocks = [paragraph(headline)]
    if !variance.months.isEmpty {
      blocks.append(TextTable(causeTable, width: width, style: style).text)
    }
    blocks.append(TextTable(outlookTable, width: width, style: style).text)
    if !variance.asBudgeted.isEmpty {
      let lines = variance.asBudgeted.map { entry in
        paragraph(
          "  "
            + strings(
              .asBudgetedMonth, entry.month.description, entry.figures.joined(separator: ", ")))
      }
      blocks.append(paragraph(strings(.asBudgeted)) + lines.joined())
    }
    if !variance.outside.isEmpty {
      let months = variance.outside.map(\.description).joined(separator: ", ")
      blocks.append(paragraph(strings(.outside, months)))
    }
    return blocks.joined(separator: "\n")
  }

  private var headline: String {
    guard let first = variance.months.first, let last = variance.months.last else {
      return strings(.nothingKnown)
    }
    let name = budget.name.isEmpty ? budget.scenario : budget.name
    let months =
      first.month == last.month ? "\(first.month)" : "\(first.month)…\(last.month)"
    let more = variance.actual - variance.budget
    let phrase: VariancePhrase =
      more == .zero ? .same : more > .zero ? .more : .less
    return strings(
      phrase, "\(name), \(months)", currency.grouped(more < .zero ? -more : more), currency.code,
      currency.grouped(variance.budget),
      currency.grouped(variance.outlook.map(\.outlook).total()))
  }

  /// The causes by month, from the budget to what is paid.
  public var causeTable: Table {
    func row(
      _ name: String, _ key: String, _ amounts: [Money], _ all: Money, tone: Tone = .plain
    ) -> [Cell] {
      [.named(name, key: key, tone: tone)]
        + amounts.map { .money($0, currency, tone: tone) } + [.money(all, currency, tone: tone)]
    }
    var rows = [
      row(
        strings(VariancePhrase.budget), "budget", variance.months.map(\.budget), variance.budget,
        tone: .strong)
    ]
    for (cause, all) in variance.causes where all != .zero || isAny(cause) {
      rows.append(
        row(
          strings.name(of: cause), cause.key, variance.months.map { $0.amount(of: cause) }, all))
    }
    return Table(
      name: "variance", title: "",
      columns: [.init(strings(VariancePhrase.cause), key: "cause")]
        + variance.months.map { .number($0.month.description, key: $0.month.description) }
        + [.number(strings(VariancePhrase.amount), key: "all")], rows: rows,
      totals: row(
        strings(VariancePhrase.actual), "actual", variance.months.map(\.actual), variance.actual))
  }

  private func isAny(_ cause: VarianceCause) -> Bool {
    variance.months.contains { $0.amount(of: cause) != .zero }
  }

  /// All months of the budget with what they will cost.
  public var outlookTable: Table {
    let rows = variance.outlook.map { month -> [Cell] in
      [
        .text(month.month.description), .money(month.budget, currency),
        month.actual.map { .money($0, currency) } ?? .empty, .money(month.outlook, currency),
        .money(month.outlook - month.budget, currency),
      ]
    }
    let planned = variance.outlook.map(\.budget).total()
    let expected = variance.outlook.map(\.outlook).total()
    return Table(
      name: "outlook", title: strings(.outlookTable),
      columns: [
        .date(strings(VariancePhrase.month), key: "month"),
        .number(strings(VariancePhrase.budget), key: "budget"),
        .number(strings(VariancePhrase.actual), key: "actual"),
        .number(strings(VariancePhrase.outlook), key: "outlook"),
        .number(strings(VariancePhrase.extra), key: "more"),
      ], rows: rows,
      totals: [
        .text(strings(VariancePhrase.total)), .money(planned, currency), .empty,
        .money(expected, currency), .money(expected - planned, currency),
      ])
  }

  /// The document of `--json`.
  public var document: JSONValue {
    func money(_ amount: Money) -> JSONValue { .string(currency.decimal(amount)) }
    func causes(_ entries: [(cause: VarianceCause, amount: Money)]) -> JSONValue {
      .array(entries.map { ["cause": .string($0.cause.key), "amount": money($0.amount)] })
    }
    return [
      "schema": "peakplan/variance/1", "name": .string(budget.name),
      "scenario": .string(budget.scenario), "currency": .string(currency.code),
      "budget": money(variance.budget), "actual": money(variance.actual),
      "difference": money(variance.actual - variance.budget), "causes": causes(variance.causes),
      "months": .array(
        variance.months.map { month in
          [
            "month": .string(month.month.description), "budget": money(month.budget),
            "actual": money(month.actual), "difference": money(month.difference),
            "causes": causes(month.causes),
          ]
        }),
      "outlook": .array(
        variance.outlook.map { month in
          [
            "month": .string(month.month.description), "budget": money(month.budget),
            "actual": month.actual.map(money) ?? .null, "outlook": money(month.outlook),
          ]
        }),
      "asBudgeted": .array(
        variance.asBudgeted.map { entry in
          [
            "month": .string(entry.month.description),
            "figures": .array(entry.figures.map { .string($0) }),
          ]
        }),
      "outside": .array(variance.outside.map { .string($0.description) }),
    ]
  }
}
