internal import Spreadsheets

extension Table {
  /// The table as rows of a sheet, title and headings first: numbers as numbers.
  var sheetRows: [[SheetCell]] {
    let head: [[SheetCell]] = [
      [.heading(title)],
      columns.enumerated().map { place, column in
        .heading(column.heading, isOverNumbers: place > 0 && column.alignment == .trailing)
      },
    ]
    return head
      + rows.map { row in
        zip(row, columns).enumerated().map { place, pair in
          let (cell, column) = pair
          guard place > 0, column.alignment == .trailing, let value = Double(cell.plain) else {
            return [DecimalText.none, ""].contains(cell.display) ? .empty : .text(cell.display)
          }
          if cell.display.hasSuffix("%") { return .percent(value) }
          let decimals = cell.display.split(separator: ".").dropFirst().last?.count ?? 0
          return .number(value, decimals: decimals)
        }
      }
  }

  /// The same with the note under it, and an empty row.
  var sheetBlock: [[SheetCell]] { sheetRows + (note.map { [[.text($0)]] } ?? []) + [[]] }

  /// The same with a title that runs over the columns, and the note in lines of its own.
  var titledSheetBlock: [[SheetCell]] {
    [[.title(title)]] + sheetRows.dropFirst() + sheetNote + [[]]
  }

  /// The note as lines of a sheet.
  var sheetNote: [[SheetCell]] {
    note.map { DisplayWidth.wrapped($0, to: Table.sheetLineWidth).map { [.text($0)] } } ?? []
  }

  /// How long lines of text are on a sheet, in characters.
  static let sheetLineWidth = 120

  /// How many rows of ``sheetRows`` stand above the first of the table.
  static let sheetHeadRows = 2

  /// The widths of the columns of tables that stand one under the other, in characters.
  static func sheetWidths(of tables: [Table]) -> [Double] {
    (0..<(tables.map(\.columns.count).max() ?? 0)).map { column in
      let texts = tables.flatMap { table in
        table.columns.indices.contains(column)
          ? [table.columns[column].heading] + table.rows.map { $0[column].display } : []
      }
      let longest = texts.map { DisplayWidth.columns(of: $0) }.max() ?? 0
      return Double(min(36, max(12, longest + 3)))
    }
  }
}
