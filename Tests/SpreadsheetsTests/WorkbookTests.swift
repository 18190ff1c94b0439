import BusinessCalendar
import Foundation
import Spreadsheets
import Testing
import Units

@Suite("A workbook")
struct WorkbookTests {
  private func workbook(rows: Int = 3) throws -> Workbook {
    let currency = try #require(Currency(code: "CNY"))
    let date = try #require(LocalDate(iso: "2026-11-11"))
    let lines = (0..<rows).map { row -> [SheetCell] in
      [
        .text("=HYPERLINK(\"x\")"), .number(Double(row), decimals: 2), .date(date),
        .money(Money(minorUnits: 12_345), currency), .percent(0.25), .empty, .text("中文"),
        .number(.nan, decimals: 0),
      ]
    }
    let total = Money(minorUnits: 12_345 * Int64(rows))
    let sheet = Sheet(
      name: "Ledger", rows: lines, widths: [20, 10], frozenRows: 1, hasFilter: true)
    let cells = sheet.range(rows: 0...(rows - 1), column: 3)
    return Workbook(
      title: "标题", date: date,
      sheets: [
        Sheet(
          name: "汇总", rows: [[.title("T"), .sum("SUM(\(cells))", total, currency, isTotal: true)]],
          widths: [],
          charts: [
            SheetChart(
              kind: .bars, title: "Chart", categories: sheet.range(rows: 0...1, column: 0),
              values: cells, row: 2, column: 0)
          ]), sheet,
      ])
  }

  private func file(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)")
  }

  @Test("The same workbook has the same bytes, and is a packed file")
  func bytes() throws {
    let (first, second) = (file("a.xlsx"), file("b.xlsx"))
    defer { for url in [first, second] { try? FileManager.default.removeItem(at: url) } }
    try workbook().write(to: first.path)
    try workbook().write(to: second.path)
    let data = try Data(contentsOf: first)
    #expect(data.prefix(2) == Data("PK".utf8))
    #expect(try data == Data(contentsOf: second))
  }

  @Test("A path that cannot be written and too many rows are said")
  func faults() throws {
    let book = try workbook()
    let error = #expect(throws: Workbook.Unwritten.self) {
      try book.write(to: "/nowhere/at/all.xlsx")
    }
    #expect(error?.description.contains("/nowhere/at/all.xlsx cannot be written") == true)
    var large = book
    large.sheets[1].rows = SheetRows(count: Workbook.mostRows + 1) { _ in [] }
    let many = #expect(throws: Workbook.Unwritten.self) {
      try large.write(to: file("c.xlsx").path)
    }
    #expect(many?.description.contains("Excel takes 1048576") == true)
  }

  @Test("Columns have letters, sheets names that Excel takes")
  func names() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map(Sheet.column) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    #expect(Sheet(name: "a/b:[c]?*'\\", rows: [], widths: []).name == "abc")
    #expect(Sheet(name: String(repeating: "汇", count: 40), rows: [], widths: []).name.count == 31)
    #expect(Sheet(name: "", rows: [], widths: []).name == "Sheet")
    #expect(
      Sheet(name: "L", rows: [], widths: []).range(rows: 1...8, column: 11) == "'L'!$L$2:$L$9")
  }
}
