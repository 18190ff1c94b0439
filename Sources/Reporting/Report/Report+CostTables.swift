internal import BusinessCalendar
internal import Costing
internal import Planning
internal import Scenarios
internal import Units

extension Report {
  var total: Money { plan.cost.total }

  /// The share of the cash total; `nil` where nothing is paid.
  private func share(of amount: Money) -> Double? {
    total == .zero ? nil : amount.approximateMinorUnits / total.approximateMinorUnits
  }

  private var amountColumn: Table.Column {
    .number("\(strings[.amount]) (\(currency.code))", key: "amount")
  }

  /// What is paid by category; prices of what is missing stand below and are no part of the total.
  var costTable: Table {
    var rows: [[Cell]] = []
    for category in CostCategory.allCases {
      let amount = plan.cost.total(of: category)
      guard amount != .zero else { continue }
      rows.append([
        .named(strings.name(of: category), key: category.rawValue),
        .money(amount, currency, tone: category.isCash ? .plain : .muted),
        category.isCash
          ? .percent(share(of: amount)) : .text(strings[.pricedNotPaid], tone: .muted),
      ])
    }
    return Table(
      name: "cost", title: strings[.costTable],
      columns: [
        .init(strings[.category], key: "category"), amountColumn,
        .number(strings[.shareOfCost], key: "share_of_total"),
      ], rows: rows,
      totals: [.text(strings[.total]), .money(total, currency), .percent(share(of: total))])
  }

  /// What is paid for each group and vendor.
  var costBySupplierTable: Table {
    let cash = plan.cost.lines.filter(\.category.isCash)
    let order =
      plan.scenario.staffGroups.map(\.id.rawValue) + plan.scenario.vendors.map(\.id.rawValue)
    let others = Set(cash.map(\.supplier)).subtracting(order).sorted()
    var rows: [[Cell]] = []
    for supplier in order + others {
      let lines = cash.filter { $0.supplier == supplier }
      guard !lines.isEmpty else { continue }
      let amount = lines.map(\.amount).total()
      rows.append([
        .named(name(ofSupplier: supplier), key: supplier), .money(amount, currency),
        .percent(share(of: amount)),
      ])
    }
    return Table(
      name: "cost-by-supplier", title: strings[.costBySupplierTable],
      columns: [
        .init(strings[.supplier], key: "supplier"), amountColumn,
        .number(strings[.shareOfCost], key: "share_of_total"),
      ], rows: rows,
      totals: [.text(strings[.total]), .money(total, currency), .percent(share(of: total))])
  }

  /// The ledger of the plan, line by line.
  var ledgerTable: Table {
    ledger(plan.cost.lines, name: "ledger", title: strings[.ledgerTable])
  }

  /// The ledger of the scheduled weeks, line by line.
  var scheduleLedgerTable: Table {
    ledger(
      plan.cost.scheduleLines, name: "schedule-ledger", title: strings[.scheduleLedgerTable])
  }

  private func ledger(_ lines: [LedgerLine], name: String, title: String) -> Table {
    let rows = lines.map { line -> [Cell] in
      [
        .count(line.number), dateCell(line.date),
        .named(strings.name(of: line.category), key: line.category.rawValue),
        .named(self.name(ofSupplier: line.supplier), key: line.supplier),
        line.queue.map(queueCell) ?? .empty,
        .exact(line.quantity.rational, decimals: 2), staged(line.unit),
        .exact(inMajorUnits(line.unitRate), decimals: 4),
        .exact(line.multiplier.factor, decimals: 2), .money(line.amount, currency),
        staged(line.rule), staged(line.source), .text(line.path),
      ]
    }
    return Table(
      name: name, title: title,
      columns: [
        .number(strings[.number], key: "line"), .date(strings[.date], key: "date"),
        .init(strings[.category], key: "category"), .init(strings[.supplier], key: "supplier"),
        .init(strings[.queue], key: "queue"), .number(strings[.quantity], key: "quantity"),
        .init(strings[.unit], key: "unit"), .number(strings[.rate], key: "unit_rate"),
        .number(strings[.multiplier], key: "multiplier"), amountColumn,
        .init(strings[.rule], key: "rule"), .init(strings[.source], key: "source"),
        .init(strings[.path], key: "path"),
      ], rows: rows)
  }

  /// A price in major units, exactly.
  private func inMajorUnits(_ price: UnitPrice) -> Rational {
    let perMajor = Rational(currency.minorUnitsPerMajor)
    return price.minorUnitsPerUnit.divided(by: perMajor) ?? price.minorUnitsPerUnit
  }

  /// A price in major units, near enough to be shown; amounts are computed from the exact one.
  func price(_ price: UnitPrice) -> Double {
    price.approximateMinorUnits / Double(currency.minorUnitsPerMajor)
  }
}
