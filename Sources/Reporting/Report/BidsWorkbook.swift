internal import BusinessCalendar
internal import Costing
public import Quoting
internal import Scenarios
public import Spreadsheets
internal import Units

/// A comparison of bids as a workbook: regrets, totals and sums of invoices are live formulas.
public struct BidsWorkbook: Sendable {
  private let report: BidsReport

  /// A workbook of `comparison`.
  public init(_ comparison: BidComparison, language: Language = .english) {
    report = BidsReport(comparison, language: language)
  }

  private var comparison: BidComparison { report.comparison }
  private var strings: Strings { report.strings }
  private var currency: Currency { report.currency }

  /// The workbook.
  public var workbook: Workbook {
    Workbook(
      title: strings.bids(.title, DisplayWidth.singleLine(comparison.round.scenario.name)),
      date: comparison.round.scenario.horizon.start,
      sheets: [
        choices, sheet(.costs, [report.detailsTable]), sheet(.offers, [report.termsTable]),
        invoices,
        sheet(
          .decisive, [report.awardTable, report.clausesTable],
          under: report.decisive + report.serviceSentences + report.contractSentences
            + report.trapSentences),
      ])
  }

  private func sheet(
    _ name: BidsPhrase, _ tables: [Table], under sentences: [String] = []
  ) -> Sheet {
    let filled = tables.filter { !$0.rows.isEmpty }.map(\.withoutEmptyColumns)
    let lines = sentences.flatMap { DisplayWidth.wrapped($0, to: Table.sheetLineWidth) }
    return Sheet(
      name: strings.bids(name),
      rows: lines.map { [.text($0)] } + (lines.isEmpty ? [] : [[]])
        + filled.flatMap(\.titledSheetBlock),
      widths: Table.sheetWidths(of: filled))
  }

  /// Every choice under every volume; the regret is the most that it costs more than the column's least.
  private var choices: Sheet {
    let table = report.totalsTable
    var rows: [[SheetCell]] = report.verdict
      .flatMap { DisplayWidth.wrapped($0, to: Table.sheetLineWidth) }.map { [.text($0)] }
    rows.append([])
    let first = rows.count + Table.sheetHeadRows + 1
    var body = table.sheetRows
    let totals = BidVolume.allCases.compactMap { volume in
      table.columns.firstIndex { $0.key == "total_\(volume.rawValue)" }
    }
    let last = first + comparison.rows.count - 1
    for (place, row) in comparison.rows.enumerated() {
      guard let regret = row.largestRegret,
        let column = table.columns.firstIndex(where: { $0.key == "regret" })
      else { continue }
      let parts = totals.map { total in
        let name = Sheet.column(total)
        return "\(name)\(first + place)-MIN(\(name)$\(first):\(name)$\(last))"
      }
      body[Table.sheetHeadRows + place][column] = .sum(
        "ROUND(MAX(\(parts.joined(separator: ","))),\(currency.minorDigits))", regret, currency,
        isTotal: false)
    }
    body[0] = [.title(table.title)]
    rows += body + table.sheetNote
    return Sheet(
      name: strings.bids(.choices), rows: rows, widths: Table.sheetWidths(of: [table]))
  }

  /// Each bid's invoice line by line, with its sum.
  private var invoices: Sheet {
    let table = report.invoiceTable
    var rows = [[.title(table.title)], table.sheetRows[1]]
    let lines = table.sheetRows.dropFirst(Table.sheetHeadRows)
    var start = rows.count
    var owner: SheetCell?
    func close(_ vendor: BidVendorFigures?) {
      guard rows.count > start, let vendor else { return }
      rows.append([
        .empty, .heading(strings.bids(.sum)),
        .sum(
          "ROUND(SUM(C\(start + 1):C\(rows.count)),\(currency.minorDigits))",
          vendor.cost, currency, isTotal: true),
      ])
      rows.append([])
      start = rows.count
    }
    let vendors = comparison.rows.compactMap { row -> BidVendorFigures? in
      guard case .bid = row.option else { return nil }
      return row[.base]?.vendors.first
    }
    var place = 0
    for line in lines {
      if let known = owner, known != line[0] {
        close(vendors.indices.contains(place) ? vendors[place] : nil)
        place += 1
      }
      owner = line[0]
      rows.append(line)
    }
    close(vendors.indices.contains(place) ? vendors[place] : nil)
    return Sheet(
      name: strings.bids(.invoices), rows: rows, widths: Table.sheetWidths(of: [table]))
  }
}
