public import BusinessCalendar
public import Costing
public import Planning
internal import Scenarios
internal import Units

/// A plan's ledger by week, month, queue, site, group, event or kind, as people read it.
public struct CostReport: Sendable {
  private let plan: Plan
  private let ledger: CostLedger
  private let dimension: CostDimension
  private let days: DateRange?
  private let strings: Strings

  private var currency: Currency { ledger.currency }

  /// A report of a plan's ledger by `dimension`, on some days or on all.
  public init(
    _ plan: Plan, part: CostLedger.Part = .plan, by dimension: CostDimension,
    on days: DateRange? = nil, language: Language = .english
  ) {
    self.plan = plan
    ledger = plan.ledger(part)
    self.dimension = dimension
    self.days = days
    strings = Strings(language)
  }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    let width = max(40, width)
    let whole = ledger.whole(on: days)
    var title = strings(
      ledger.part == .plan ? CostPhrase.planCosts : .scheduleCosts,
      DisplayWidth.singleLine(plan.scenario.name), currency.grouped(whole.amount), currency.code)
    if let days, let last = days.last {
      title += strings(CostPhrase.onDays, strings.date(days.start), strings.date(last))
    }
    var lines = [style.bold(title)]
    if let contacts = whole.contacts, let each = whole.perContact, let time = whole.productiveTime,
      let hour = whole.perProductiveHour
    {
      lines.append(
        strings(
          CostPhrase.whatItGets, DecimalText.fixed(contacts.value), currency.grouped(each),
          DecimalText.fixed(time.hours), currency.grouped(hour), currency.code))
    }
    let priced = plan.cost.lines.filter { !$0.category.isCash }.map(\.amount).total()
    if ledger.part == .plan, days == nil, priced != .zero {
      lines.append(
        style.faint(strings(CostPhrase.priced, currency.grouped(priced), currency.code)))
    }
    let body = TextTable(table.withoutEmptyColumns, width: width, style: style).text
    return lines.flatMap { DisplayWidth.wrapped($0, to: width) }.map { $0 + "\n" }.joined()
      + "\n" + body
  }

  /// The groups with what they cost and what that gets.
  public var table: Table {
    let whole = ledger.whole(on: days)
    let rows = ledger.rows(by: dimension, on: days).map { row in
      [Cell.named(name(row.key), key: row.key)] + cells(of: row, in: whole)
    }
    return Table(
      name: "cost-by-\(dimension.rawValue)", title: "",
      columns: [
        .init(strings(heading), key: dimension.rawValue),
        .number(strings(CostPhrase.amount), key: "amount"),
        .number(strings(CostPhrase.share), key: "share"),
        .number(strings(CostPhrase.contacts), key: "contacts"),
        .number(strings(CostPhrase.eachContact), key: "per_contact"),
        .number(strings(CostPhrase.hours), key: "productive_hours"),
        .number(strings(CostPhrase.eachHour), key: "per_productive_hour"),
        .number(strings(CostPhrase.heads), key: "heads"),
        .number(strings(CostPhrase.eachHead), key: "per_head"),
      ], rows: rows,
      totals: [.text(strings(CostPhrase.total))] + cells(of: whole, in: whole))
  }

  private func cells(of row: CostRow, in whole: CostRow) -> [Cell] {
    func number(_ value: Double?, decimals: Int = 0) -> Cell {
      value.map { .number($0, decimals: decimals) } ?? .empty
    }
    func money(_ amount: Money?) -> Cell { amount.map { .money($0, currency) } ?? .empty }
    let share =
      whole.amount == .zero
      ? nil : row.amount.approximateMinorUnits / whole.amount.approximateMinorUnits
    return [
      .money(row.amount, currency), .percent(share),
      number(row.contacts?.value), money(row.perContact),
      number(row.productiveTime?.hours), money(row.perProductiveHour),
      number(row.heads?.value, decimals: 1), money(row.perHead),
    ]
  }

  /// The lines of the ledger, cut by the keys of the grouping: as CSV, every part with its quantity,
  /// rate, multiplier, amount, rule, source and path.
  public var linesTable: Table {
    let rows = ledger.parts(by: dimension, on: days).map { part -> [Cell] in
      let line = part.entry.line
      return [
        .count(line.number), .text(part.key), .text(line.date.description),
        .text(part.entry.kind.key), .text(part.entry.group),
        .text(part.entry.site?.rawValue ?? ""), .text(line.queue?.rawValue ?? ""),
        .exact(part.quantity.rational, decimals: 2), .text(line.unit),
        .text(line.unitRate.major(currency).description),
        .text(line.multiplier.factor.description), .money(part.amount, currency),
        .text(line.rule), .text(line.source), .text(line.path),
      ]
    }
    let keys = [
      "line", "key", "date", "kind", "supplier", "site", "queue", "quantity", "unit", "unit_rate",
      "multiplier", "amount", "rule", "source", "path",
    ]
    return Table(
      name: "cost-lines", title: "", columns: keys.map { .init($0) }, rows: rows)
  }

  private var heading: CostPhrase {
    switch dimension {
    case .kind: .byKind
    case .week: .byWeek
    case .month: .byMonth
    case .queue: .byQueue
    case .site: .bySite
    case .group: .byGroup
    case .event: .byEvent
    }
  }

  private func name(_ key: String) -> String {
    let scenario = plan.scenario
    guard !key.isEmpty else {
      return switch dimension {
      case .site: strings(CostPhrase.noSite)
      case .group: strings(CostPhrase.noGroup)
      case .event: strings(CostPhrase.noEvent)
      case .queue, .kind, .week, .month: strings(CostPhrase.noQueue)
      }
    }
    let name: String? =
      switch dimension {
      case .kind: CostKind(key: key).map { strings.name(of: $0) }
      case .week: LocalDate(iso: key).map { strings.date($0) }
      case .month: nil
      case .queue: scenario.queue(Queue.ID(key))?.name
      case .site: scenario.sites.first { $0.id.rawValue == key }?.name
      case .group:
        scenario.staffGroup(StaffGroup.ID(key))?.name ?? scenario.vendor(Vendor.ID(key))?.name
      case .event: scenario.events.first { $0.id.rawValue == key }?.name
      }
    return DisplayWidth.singleLine(name ?? key)
  }

  /// The ledger as JSON, to stand beside the plan's cost.
  var document: JSONValue {
    let whole = ledger.whole(on: days)
    return [
      "part": .string(ledger.part.rawValue), "by": .string(dimension.rawValue),
      "start": .string((days ?? ledger.days).start.description),
      "end": .string((days ?? ledger.days).end.description),
      "whole": .object(members(of: whole)),
      "rows": .array(
        ledger.rows(by: dimension, on: days).map { row in
          .object([.init("key", .string(row.key))] + members(of: row))
        }),
      "parts": .array(
        ledger.parts(by: dimension, on: days).map { part in
          let line = part.entry.line
          return [
            "line": .integer(Int64(line.number)), "key": .string(part.key),
            "kind": .string(part.entry.kind.key), "supplier": .string(part.entry.group),
            "site": JSONValue(part.entry.site?.rawValue),
            "quantity": .number(part.quantity.doubleValue), "unit": .string(line.unit),
            "rate": .string(line.unitRate.major(currency).description),
            "multiplier": .string(line.multiplier.factor.description),
            "amount": .string(currency.decimal(part.amount)), "rule": .string(line.rule),
            "source": .string(line.source), "path": .string(line.path),
          ]
        }),
    ]
  }

  private func members(of row: CostRow) -> [JSONValue.Member] {
    func money(_ amount: Money?) -> JSONValue { JSONValue(amount.map { currency.decimal($0) }) }
    return [
      .init("amount", money(row.amount)), .init("contacts", JSONValue(row.contacts?.value)),
      .init("perContact", money(row.perContact)),
      .init("productiveHours", JSONValue(row.productiveTime?.hours)),
      .init("perProductiveHour", money(row.perProductiveHour)),
      .init("heads", JSONValue(row.heads?.value)), .init("perHead", money(row.perHead)),
    ]
  }
}

extension Plan {
  /// The plan's ledger, or its schedule's, by whatever it is grouped.
  public func ledger(_ part: CostLedger.Part = .plan) -> CostLedger {
    CostLedger(
      cost, part: part, scenario: scenario, forecast: forecast, capacity: capacity,
      schedule: schedule)
  }
}

extension UnitPrice {
  /// The price in major units, exactly.
  func major(_ currency: Currency) -> Rational {
    minorUnitsPerUnit.divided(by: Rational(currency.minorUnitsPerMajor)) ?? minorUnitsPerUnit
  }
}

extension PlanDocument {
  /// The document of the cost, with its ledger by a grouping.
  public func document(of report: CostReport) -> JSONValue {
    guard case .object(let members) = document(of: .cost) else { return .null }
    return .object(members + [.init("ledger", report.document)])
  }
}
