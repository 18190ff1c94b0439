internal import CapacityPlanning
internal import Scenarios
internal import Spreadsheets
internal import Units

extension OvertimeReport {
  /// The report as a sheet of a workbook: differences and sums are live.
  var sheet: Sheet {
    let tables = tables.filter { !$0.rows.isEmpty }.map(\.withoutEmptyColumns)
    var rows: [[SheetCell]] = [[.title(strings(OvertimePhrase.section))]]
    rows += lead.map { [.text($0)] } + [[]]
    for table in tables {
      let first = rows.count + Table.sheetHeadRows
      rows.append([.title(table.title)])
      rows += table.sheetRows.dropFirst()
      if table.name == courseTable.name { compare(table, in: &rows, from: first) }
      if table.name == paidHolidayTable.name { addUp(table, in: &rows, from: first) }
      rows += table.sheetNote + [[]]
    }
    return Sheet(
      name: strings(OvertimePhrase.sheet), rows: rows, widths: Table.sheetWidths(of: tables))
  }

  /// Each way's cost less that of the plan, as formulas.
  private func compare(_ table: Table, in rows: inout [[SheetCell]], from first: Int) {
    guard let cost = table.columns.firstIndex(where: { $0.key == "plan_cost" }),
      let more = table.columns.firstIndex(where: { $0.key == "more" }),
      let planned = decisions.holidays.firstIndex(where: { $0.kind == .planned })
    else { return }
    let name = Sheet.column(cost)
    for (place, course) in decisions.holidays.enumerated() where place != planned {
      rows[first + place][more] = .sum(
        "ROUND(\(name)\(first + place + 1)-\(name)\(first + planned + 1),\(currency.minorDigits))",
        self.more(of: course), currency, isTotal: false)
    }
  }

  /// A row with the sum of the pay of holidays.
  private func addUp(_ table: Table, in rows: inout [[SheetCell]], from first: Int) {
    guard let pay = table.columns.firstIndex(where: { $0.key == "pay" }) else { return }
    let name = Sheet.column(pay)
    var sums = [SheetCell](repeating: .empty, count: pay)
    sums[0] = .heading(strings(WorkbookPhrase.total))
    sums.append(
      .sum(
        "ROUND(SUM(\(name)\(first + 1):\(name)\(rows.count)),\(currency.minorDigits))",
        decisions.paidHolidays.map(\.pay).total(), currency, isTotal: true))
    rows.append(sums)
  }
}
