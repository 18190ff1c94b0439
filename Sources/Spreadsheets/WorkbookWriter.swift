internal import BusinessCalendar
internal import CXlsxWriter
internal import Units

extension Workbook {
  /// The most rows of one sheet.
  public static let mostRows = 1_048_576
  /// The most characters of one cell.
  private static let mostCharacters = 32_767
  /// From so many rows on, rows go to a temporary file as they are written.
  private static let largeRows = 20_000

  /// Writes the workbook as an Excel file (Office Open XML), with libxlsxwriter.
  ///
  /// - Throws: when the file cannot be written, or a sheet has more rows than Excel takes.
  public func write(to path: String) throws(Unwritten) {
    for sheet in sheets where sheet.rows.count > Workbook.mostRows {
      throw Unwritten(
        description: "the sheet \(sheet.name) has \(sheet.rows.count) rows; Excel takes "
          + "\(Workbook.mostRows): write CSV, or fewer days")
    }
    var options = lxw_workbook_options()
    options.constant_memory = sheets.contains { $0.rows.count > Workbook.largeRows } ? 1 : 0
    guard let book = workbook_new_opt(path, &options) else {
      throw Unwritten(description: "\(path) cannot be written")
    }
    var properties = lxw_doc_properties()
    properties.created = time_t(date.dayNumber) * 86_400
    let code = title.withCString { words in
      properties.title = UnsafeMutablePointer(mutating: words)
      _ = workbook_set_properties(book, &properties)
      var formats = SheetFormats(book: book)
      for sheet in sheets { add(sheet, to: book, &formats) }
      return workbook_close(book)
    }
    guard code == LXW_NO_ERROR else {
      let words = lxw_strerror(code).map { String(cString: $0) } ?? "the library failed"
      throw Unwritten(description: "\(path) cannot be written: \(words)")
    }
  }

  private func add(
    _ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: inout SheetFormats
  ) {
    guard let page = workbook_add_worksheet(book, sheet.name) else { return }
    for (column, width) in sheet.widths.enumerated() {
      let place = lxw_col_t(column)
      worksheet_set_column(page, place, place, width, nil)
    }
    if sheet.frozenRows > 0 {
      worksheet_freeze_panes(page, lxw_row_t(sheet.frozenRows), 0)
    }
    worksheet_set_landscape(page)
    worksheet_fit_to_pages(page, 1, 0)
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        write(cell, lxw_row_t(row), lxw_col_t(column), page, &formats)
      }
    }
    if sheet.hasFilter, sheet.frozenRows > 0, sheet.rows.count > sheet.frozenRows {
      let width = sheet.rows[sheet.frozenRows - 1].count
      worksheet_autofilter(
        page, lxw_row_t(sheet.frozenRows - 1), 0, lxw_row_t(sheet.rows.count - 1),
        lxw_col_t(max(0, width - 1)))
    }
    for chart in sheet.charts { add(chart, to: page, of: book) }
  }

  private func add(
    _ chart: SheetChart, to page: UnsafeMutablePointer<lxw_worksheet>,
    of book: UnsafeMutablePointer<lxw_workbook>
  ) {
    let kind = chart.kind == .columns ? LXW_CHART_COLUMN : LXW_CHART_BAR
    guard let drawn = workbook_add_chart(book, UInt8(kind.rawValue)) else { return }
    _ = chart_add_series(drawn, "=" + chart.categories, "=" + chart.values)
    chart_title_set_name(drawn, chart.title)
    chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    // The library calls the axis of a bar chart's names, which stands upright, y.
    let isUpright = chart.kind == .bars
    let names = isUpright ? drawn.pointee.y_axis : drawn.pointee.x_axis
    let numbers = isUpright ? drawn.pointee.x_axis : drawn.pointee.y_axis
    if let format = chart.nameFormat { chart_axis_set_num_format(names, format) }
    chart_axis_set_num_format(numbers, "#,##0")
    chart_axis_set_interval_unit(names, 1)
    // The first bar stands at the top, as in the table.
    if isUpright { chart_axis_set_reverse(names) }
    var place = lxw_chart_options()
    place.x_scale = 1.3
    place.y_scale = 1.3
    worksheet_insert_chart_opt(
      page, lxw_row_t(chart.row), lxw_col_t(chart.column), drawn, &place)
  }

  private func write(
    _ cell: SheetCell, _ row: lxw_row_t, _ column: lxw_col_t,
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ formats: inout SheetFormats
  ) {
    func words(_ text: String, _ format: UnsafeMutablePointer<lxw_format>?) {
      let short = text.utf16.count > Workbook.mostCharacters
      let fitted = short ? String(text.prefix(Workbook.mostCharacters / 2)) : text
      if !fitted.isEmpty { worksheet_write_string(page, row, column, fitted, format) }
    }
    func number(_ value: Double, _ format: UnsafeMutablePointer<lxw_format>?) {
      if value.isFinite { worksheet_write_number(page, row, column, value, format) }
    }
    switch cell {
    case .empty: break
    case .text(let text): words(text, nil)
    case .heading(let text, let isOverNumbers):
      words(text, isOverNumbers ? formats.numberHeading : formats.heading)
    case .title(let text): words(text, formats.title)
    case .number(let value, let decimals): number(value, formats.number(decimals))
    case .money(let amount, let currency):
      number(Workbook.major(amount, currency), formats.number(currency.minorDigits))
    case .percent(let share): number(share, formats.percent)
    case .date(let date):
      // Excel counts days so that 1970-01-01 is 25,569.
      number(Double(date.dayNumber) + 25_569, formats.date)
    case .sum(let formula, let amount, let currency, let isTotal):
      let format =
        isTotal ? formats.total(currency.minorDigits) : formats.number(currency.minorDigits)
      worksheet_write_formula_num(
        page, row, column, "=" + formula, format, Workbook.major(amount, currency))
    }
  }

  /// An amount in major units, the double nearest to it.
  private static func major(_ amount: Money, _ currency: Currency) -> Double {
    amount.approximateMinorUnits / Double(currency.minorUnitsPerMajor)
  }
}

/// The formats of a workbook, made when they are first needed.
private struct SheetFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  let heading: UnsafeMutablePointer<lxw_format>?
  let numberHeading: UnsafeMutablePointer<lxw_format>?
  let title: UnsafeMutablePointer<lxw_format>?
  let percent: UnsafeMutablePointer<lxw_format>?
  let date: UnsafeMutablePointer<lxw_format>?
  private var numbers: [Int: UnsafeMutablePointer<lxw_format>] = [:]
  private var totals: [Int: UnsafeMutablePointer<lxw_format>] = [:]

  init(book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    heading = SheetFormats.heading(book)
    numberHeading = SheetFormats.heading(book)
    format_set_align(numberHeading, UInt8(LXW_ALIGN_RIGHT.rawValue))
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 14)
    percent = workbook_add_format(book)
    format_set_num_format(percent, "0.0%")
    date = workbook_add_format(book)
    format_set_num_format(date, "yyyy-mm-dd")
    format_set_align(date, UInt8(LXW_ALIGN_LEFT.rawValue))
  }

  private static func heading(
    _ book: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    let made = workbook_add_format(book)
    format_set_bold(made)
    format_set_bottom(made, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_text_wrap(made)
    return made
  }

  private static func pattern(_ decimals: Int) -> String {
    decimals > 0 ? "#,##0." + String(repeating: "0", count: min(decimals, 10)) : "#,##0"
  }

  mutating func number(_ decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
    if let known = numbers[decimals] { return known }
    let made = workbook_add_format(book)
    format_set_num_format(made, SheetFormats.pattern(decimals))
    numbers[decimals] = made
    return made
  }

  mutating func total(_ decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
    if let known = totals[decimals] { return known }
    let made = workbook_add_format(book)
    format_set_num_format(made, SheetFormats.pattern(decimals))
    format_set_bold(made)
    format_set_top(made, UInt8(LXW_BORDER_THIN.rawValue))
    totals[decimals] = made
    return made
  }
}
