public import BusinessCalendar
public import Units

/// A workbook as a value: its sheets, in order; ``write(to:)`` makes the Excel file of it.
public struct Workbook: Sendable, Equatable {
  /// The sheets.
  public var sheets: [Sheet]
  /// The day that the file says it was made on, so that the same workbook has the same bytes.
  public let date: LocalDate
  /// The title in the file's properties.
  public let title: String

  /// A workbook.
  public init(title: String, date: LocalDate, sheets: [Sheet]) {
    self.title = title
    self.date = date
    self.sheets = sheets
  }

  /// Why a workbook cannot be written.
  public struct Unwritten: Error, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let description: String
  }
}

/// A sheet: rows of cells, and charts beside them.
public struct Sheet: Sendable, Equatable {
  /// The name on its tab; Excel takes at most 31 characters, and none of `[]:*?/\`.
  public let name: String
  /// The rows from the top.
  public var rows: SheetRows
  /// The widths of the columns in characters.
  public let widths: [Double]
  /// How many rows stay in sight at the top.
  public let frozenRows: Int
  /// Whether the row above the first that is not frozen can be filtered by.
  public let hasFilter: Bool
  /// Charts.
  public let charts: [SheetChart]

  /// A sheet whose rows are at hand.
  public init(
    name: String, rows: [[SheetCell]], widths: [Double], frozenRows: Int = 0,
    hasFilter: Bool = false, charts: [SheetChart] = []
  ) {
    self.init(
      name: name, rows: SheetRows(rows), widths: widths, frozenRows: frozenRows,
      hasFilter: hasFilter, charts: charts)
  }

  /// A sheet.
  public init(
    name: String, rows: SheetRows, widths: [Double], frozenRows: Int = 0,
    hasFilter: Bool = false, charts: [SheetChart] = []
  ) {
    self.name = Sheet.fitted(name)
    self.rows = rows
    self.widths = widths
    self.frozenRows = frozenRows
    self.hasFilter = hasFilter
    self.charts = charts
  }

  /// The name as Excel takes it.
  private static func fitted(_ name: String) -> String {
    let plain = name.filter { !"[]:*?/\\'".contains($0) }
    var short = ""
    for character in plain {
      // Excel counts UTF-16 units.
      guard (short + String(character)).utf16.count <= 31 else { break }
      short.append(character)
    }
    return short.isEmpty ? "Sheet" : short
  }

  /// A reference to cells of the sheet, rows and columns from 0: `'Ledger'!$A$2:$A$9`.
  public func range(rows: ClosedRange<Int>, column: Int) -> String {
    let name = Sheet.column(column)
    return "'\(self.name)'!$\(name)$\(rows.lowerBound + 1):$\(name)$\(rows.upperBound + 1)"
  }

  /// The letters of a column, from 0: A, …, Z, AA, ….
  public static func column(_ number: Int) -> String {
    var rest = max(0, number)
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}

/// The rows of a sheet: at hand, or each made when it is asked for, so that a sheet of 200,000 rows need
/// not be in memory.
public struct SheetRows: Sendable, Equatable, RandomAccessCollection {
  private let make: @Sendable (Int) -> [SheetCell]
  /// How many there are.
  public let count: Int

  /// Rows that are at hand.
  public init(_ rows: [[SheetCell]]) {
    self.init(count: rows.count) { rows[$0] }
  }

  /// `count` rows, each made by `make` from its number, from 0.
  public init(count: Int, make: @escaping @Sendable (Int) -> [SheetCell]) {
    self.count = count
    self.make = make
  }

  /// The number of the first row.
  public var startIndex: Int { 0 }
  /// One more than that of the last.
  public var endIndex: Int { count }
  /// A row by its number.
  public subscript(number: Int) -> [SheetCell] { make(number) }

  /// Whether all rows are the same.
  public static func == (first: SheetRows, second: SheetRows) -> Bool {
    first.elementsEqual(second)
  }
}

/// A cell of a sheet.
public enum SheetCell: Sendable, Equatable {
  /// Nothing.
  case empty
  /// Words; they never become a formula.
  case text(String)
  /// Words of a heading, at the right where numbers stand under it.
  case heading(String, isOverNumbers: Bool = false)
  /// Words of a title.
  case title(String)
  /// A number with so many decimals.
  case number(Double, decimals: Int)
  /// Money of a currency.
  case money(Money, Currency)
  /// A share.
  case percent(Double)
  /// A date.
  case date(LocalDate)
  /// Money that a formula computes, and what it computes to.
  case sum(String, Money, Currency, isTotal: Bool)
}

/// A chart of two columns of a sheet.
public struct SheetChart: Sendable, Equatable {
  /// What it looks like.
  public enum Kind: Sendable, Equatable {
    /// Columns side by side.
    case columns
    /// Bars one under the other.
    case bars
  }

  /// What it looks like.
  public let kind: Kind
  /// The words above it.
  public let title: String
  /// The names, as a reference.
  public let categories: String
  /// The values, as a reference.
  public let values: String
  /// How names that are dates or numbers are shown, such as `yyyy-mm`; `nil` for words.
  public let nameFormat: String?
  /// The row of its corner, from 0.
  public let row: Int
  /// The column of its corner, from 0.
  public let column: Int

  /// A chart.
  public init(
    kind: Kind, title: String, categories: String, values: String, nameFormat: String? = nil,
    row: Int, column: Int
  ) {
    self.nameFormat = nameFormat
    self.kind = kind
    self.title = title
    self.categories = categories
    self.values = values
    self.row = row
    self.column = column
  }
}
