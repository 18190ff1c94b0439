internal import BusinessCalendar
public import CapacityPlanning
internal import Contracts
internal import Costing
public import Planning
internal import Scenarios
public import Spreadsheets
internal import Units

/// A plan's cost as a workbook that finance can audit: summary with live sums and charts, the plan's
/// figures, the ledger line by line, the rules it uses, what its overtime is worth beside vendors and
/// hires, the scenario's inputs, and where all of it comes from.
public struct CostWorkbook: Sendable {
  private let plan: Plan
  private let provenance: Provenance
  private let ledger: CostLedger
  /// The rows of the ledger sheet: made when they are written, so that they need not be in memory.
  private let places: [PartPlace]
  private let rules: [Rule]
  private let strings: Strings
  private let overtime: OvertimeReport?

  /// Which part, by month, of which entry of the ledger a row has.
  private struct PartPlace {
    let entry: Int32
    let part: Int32
  }

  private struct Rule: Hashable {
    let sentence: String
    let source: String
  }

  /// A workbook of a plan's cost; with a sheet of its overtime's worth where that was asked.
  public init(
    _ plan: Plan, provenance: Provenance, overtime: OvertimeDecisions? = nil,
    language: Language = .english
  ) {
    self.plan = plan
    self.provenance = provenance
    ledger = plan.ledger()
    strings = Strings(language)
    self.overtime = overtime.map { OvertimeReport($0, of: plan.scenario, language: language) }
    var known: Set<Rule> = []
    var rules: [Rule] = []
    var places: [PartPlace] = []
    places.reserveCapacity(ledger.entries.count)
    for (place, entry) in ledger.entries.enumerated() {
      let parts = ledger.parts(of: entry, by: .month)
      for part in parts.indices {
        places.append(PartPlace(entry: Int32(clamping: place), part: Int32(clamping: part)))
      }
      let rule = Rule(sentence: entry.line.rule, source: entry.line.source)
      if !parts.isEmpty, known.insert(rule).inserted { rules.append(rule) }
    }
    self.places = places
    self.rules = rules
  }

  /// The workbook.
  public var workbook: Workbook {
    Workbook(
      title: strings(.title, DisplayWidth.singleLine(plan.scenario.name)),
      date: plan.scenario.horizon.start,
      sheets: [summary, figures, ledgerSheet, rulesSheet] + [overtime?.sheet].compactMap(\.self)
        + [inputs, origins])
  }

  private var currency: Currency { ledger.currency }

  /// Headings of columns of numbers.
  private static let numbers: Set<WorkbookPhrase> = [
    .amount, .contacts, .eachContact, .hours, .eachHour, .heads, .eachHead, .line, .quantity,
    .unitRate, .multiplier, .ruleNumber, .wage, .contractHours, .onCost, .netShare, .price,
    .committed, .handleTime,
  ]

  private func heading(_ phrases: WorkbookPhrase...) -> [SheetCell] {
    phrases.map { .heading(strings($0), isOverNumbers: CostWorkbook.numbers.contains($0)) }
  }

  private func words(_ text: String) -> SheetCell { .text(DisplayWidth.singleLine(text)) }

  // MARK: The ledger

  private enum Column {
    static let month = 1
    static let kind = 3
    static let group = 4
    static let amount = 11
    static let rule = 12
  }

  /// The cells of one column of the ledger, as a reference; two at least, so that there is one.
  private func cells(_ column: Int) -> String {
    ledgerSheet(rows: SheetRows([])).range(rows: 1...max(1, places.count), column: column)
  }

  private func sum(_ amount: Money, isTotal: Bool = false) -> SheetCell {
    .sum(
      "ROUND(SUM(\(cells(Column.amount))),\(currency.minorDigits))", amount, currency,
      isTotal: isTotal)
  }

  /// The sum of the ledger's amounts where `column` is what stands in the cell `criterion`.
  private func sum(
    _ amount: Money, where column: Int, is criterion: String
  ) -> SheetCell {
    .sum(
      "ROUND(SUMIFS(\(cells(Column.amount)),\(cells(column)),\(criterion)),"
        + "\(currency.minorDigits))", amount, currency, isTotal: false)
  }

  private func ledgerSheet(rows: SheetRows) -> Sheet {
    Sheet(
      name: strings(WorkbookPhrase.ledger), rows: rows,
      widths: [7, 12, 12, 26, 20, 12, 18, 12, 11, 14, 10, 16, 8, 48, 30, 40], frozenRows: 1,
      hasFilter: true)
  }

  private var ledgerSheet: Sheet {
    let head = heading(
      .line, .month, .date, .kind, .group, .site, .queue, .quantity, .unit, .unitRate, .multiplier,
      .amount, .ruleNumber, .rule, .source, .path)
    let numbers = Dictionary(
      rules.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let kinds = Dictionary(
      CostKind.all.map { ($0, words(strings.name(of: $0))) },
      uniquingKeysWith: { first, _ in first })
    var texts: Set<String> = []
    for entry in ledger.entries {
      texts.formUnion([entry.line.unit, entry.line.rule, entry.line.source])
    }
    let shown = Dictionary(
      texts.map { ($0, words(strings.words($0))) }, uniquingKeysWith: { first, _ in first })
    let (places, ledger, currency) = (places, ledger, currency)
    return ledgerSheet(
      rows: SheetRows(count: places.count + 1) { row in
        guard row > 0 else { return head }
        let entry = ledger.entries[Int(places[row - 1].entry)]
        let part = ledger.parts(of: entry, by: .month)[Int(places[row - 1].part)]
        let line = entry.line
        let rule = Rule(sentence: line.rule, source: line.source)
        return [
          .number(Double(line.number), decimals: 0),
          YearMonth(part.key).map { .date($0.first) } ?? .text(part.key), .date(line.date),
          kinds[entry.kind] ?? .empty, .text(entry.group), .text(entry.site?.rawValue ?? ""),
          .text(line.queue?.rawValue ?? ""), .number(part.quantity.doubleValue, decimals: 2),
          shown[line.unit] ?? .empty,
          .number(line.unitRate.major(currency).doubleValue, decimals: 4),
          .number(line.multiplier.doubleValue, decimals: 2), .money(part.amount, currency),
          .number(Double(numbers[rule] ?? 0), decimals: 0), shown[line.rule] ?? .empty,
          shown[line.source] ?? .empty, .text(line.path),
        ]
      })
  }

  // MARK: Summary

  private var summary: Sheet {
    let name = DisplayWidth.singleLine(plan.scenario.name)
    let horizon = plan.scenario.horizon
    var rows: [[SheetCell]] = [
      [.title(strings(.title, name))],
      [
        .text(
          strings(
            .inCurrency, currency.code, "\(horizon.start)", "\(horizon.end.adding(days: -1))"))
      ],
      [.heading(strings(WorkbookPhrase.total)), sum(ledger.total())], [],
    ]
    var charts: [SheetChart] = []
    let tables: [(WorkbookPhrase, WorkbookPhrase, CostDimension, Int)] = [
      (.byMonth, .month, .month, Column.month), (.byKind, .kind, .kind, Column.kind),
      (.byGroup, .group, .group, Column.group),
    ]
    let sheet = strings(WorkbookPhrase.summary)
    for (title, key, dimension, column) in tables {
      let entries = ledger.rows(by: dimension).filter { !$0.key.isEmpty }
      guard !entries.isEmpty else { continue }
      rows.append(heading(key, .amount))
      let first = rows.count
      for entry in entries {
        let label: SheetCell =
          switch dimension {
          case .month: YearMonth(entry.key).map { .date($0.first) } ?? .text(entry.key)
          case .kind: words(CostKind(key: entry.key).map { strings.name(of: $0) } ?? entry.key)
          default: .text(entry.key)
          }
        rows.append([
          label, sum(entry.amount, where: column, is: "A\(rows.count + 1)"),
          .empty, dimension == .group ? words(supplierName(entry.key)) : .empty,
        ])
      }
      let place = first...(rows.count - 1)
      let all = entries.map(\.amount).total()
      rows.append([
        .heading(strings(WorkbookPhrase.total)),
        .sum(
          "ROUND(SUM(B\(place.lowerBound + 1):B\(place.upperBound + 1)),\(currency.minorDigits))",
          all, currency, isTotal: true),
      ])
      rows.append([])
      let own = Sheet(name: sheet, rows: [], widths: [])
      charts.append(
        SheetChart(
          kind: dimension == .month ? .columns : .bars, title: strings(title),
          categories: own.range(rows: place, column: 0),
          values: own.range(rows: place, column: 1),
          nameFormat: dimension == .month ? "yyyy-mm" : nil, row: 3 + charts.count * 20, column: 4))
    }
    return Sheet(name: sheet, rows: rows, widths: [30, 18, 2, 26], charts: charts)
  }

  private func supplierName(_ id: String) -> String {
    plan.scenario.staffGroup(StaffGroup.ID(id))?.name ?? plan.scenario.vendor(Vendor.ID(id))?.name
      ?? id
  }

  // MARK: Figures

  private var figures: Sheet {
    var rows: [[SheetCell]] = []
    for (key, dimension) in [
      (WorkbookPhrase.month, CostDimension.month), (.queue, .queue), (.site, .site),
      (.group, .group),
    ] {
      rows.append(
        [.heading(strings(key))]
          + heading(.amount, .contacts, .eachContact, .hours, .eachHour, .heads, .eachHead))
      for row in ledger.rows(by: dimension) where !row.key.isEmpty {
        rows.append([
          dimension == .month
            ? YearMonth(row.key).map { .date($0.first) } ?? .text(row.key) : .text(row.key),
          .money(row.amount, currency), number(row.contacts?.value, 0), money(row.perContact),
          number(row.productiveTime?.hours, 1), money(row.perProductiveHour),
          number(row.heads?.value, 1), money(row.perHead),
        ])
      }
      rows.append([])
    }
    return Sheet(
      name: strings(WorkbookPhrase.plan), rows: rows,
      widths: [26, 18, 14, 14, 16, 14, 12, 14])
  }

  private func number(_ value: Double?, _ decimals: Int) -> SheetCell {
    value.map { .number($0, decimals: decimals) } ?? .empty
  }

  private func money(_ amount: Money?) -> SheetCell {
    amount.map { .money($0, currency) } ?? .empty
  }

  // MARK: Rules, inputs, provenance

  private var rulesSheet: Sheet {
    var amounts: [Rule: Money] = [:]
    for entry in ledger.entries {
      let rule = Rule(sentence: entry.line.rule, source: entry.line.source)
      amounts[rule, default: .zero] += entry.amount
    }
    let rows = rules.enumerated().map { place, rule -> [SheetCell] in
      [
        .number(Double(place + 1), decimals: 0), words(strings.words(rule.sentence)),
        words(strings.words(rule.source)),
        sum(amounts[rule] ?? .zero, where: Column.rule, is: "A\(place + 2)"),
      ]
    }
    return Sheet(
      name: strings(WorkbookPhrase.rules),
      rows: [heading(.ruleNumber, .rule, .source, .amount)] + rows, widths: [10, 80, 40, 18],
      frozenRows: 1)
  }

  private var inputs: Sheet {
    let scenario = plan.scenario
    var rows = [
      heading(.group, .name, .site, .wage, .perWhat, .contractHours, .onCost, .netShare)
    ]
    for group in scenario.staffGroups {
      let wage: (UnitPrice, String) =
        switch group.wage {
        case .monthly(let salary): (UnitPrice(salary), "month")
        case .hourly(let rate): (rate.perHour, "hour")
        }
      rows.append([
        .text(group.id.rawValue), words(group.name), .text(group.site?.rawValue ?? ""),
        .number(wage.0.major(currency).doubleValue, decimals: 2), words(strings.words(wage.1)),
        .number(group.contractHours.hours, decimals: 1), .percent(group.employerOnCost.value),
        .percent(group.netShare.value),
      ])
    }
    rows += [[], heading(.vendor, .name, .price, .perWhat, .committed)]
    for vendor in scenario.vendors {
      rows.append([
        .text(vendor.id.rawValue), words(vendor.name),
        .number(vendor.terms.agreedRate.major(currency).doubleValue, decimals: 2),
        words(strings.words(vendor.terms.price.unit.name)),
        vendor.terms.commitment?.spendPerMonth.map { .money($0, currency) }
          ?? number(vendor.terms.commitment?.quantityPerMonth, 1),
      ])
    }
    rows += [[], heading(.queue, .name, .channel, .handleTime)]
    for queue in scenario.queues {
      rows.append([
        .text(queue.id.rawValue), words(queue.name), .text(queue.channel.key),
        .number(queue.handleTime.inSeconds, decimals: 0),
      ])
    }
    return Sheet(
      name: strings(WorkbookPhrase.inputs), rows: rows,
      widths: [24, 28, 16, 14, 16, 16, 16, 16])
  }

  private var origins: Sheet {
    var rows: [[SheetCell]] = [
      [.heading(strings(WorkbookPhrase.program)), .text(provenance.program)],
      [.heading(strings(WorkbookPhrase.solver)), .text(provenance.solver)],
      [.heading(strings(WorkbookPhrase.seed)), .text("\(provenance.seed)")], [],
      heading(.file, .hash),
    ]
    rows += provenance.inputs.map { [words($0.path), .text($0.sha256)] }
    if !provenance.overrides.isEmpty {
      rows += [[], heading(.setting, .base, .value)]
      rows += provenance.overrides.map { [words($0.path), words($0.base ?? ""), words($0.value)] }
    }
    return Sheet(
      name: strings(WorkbookPhrase.provenance), rows: rows, widths: [44, 70, 30])
  }
}
