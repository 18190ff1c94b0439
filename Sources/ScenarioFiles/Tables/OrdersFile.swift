internal import BusinessCalendar
internal import Scenarios
internal import Units

/// Reads orders by day from a CSV file.
struct OrdersFile {
  let reader: MapReader
  let context: DecodingContext

  /// The orders in the order of time, or `nil` with the reasons in the log.
  func read() -> [DemandDrivers.DailyOrders]? {
    guard let written = reader.text("file"), let dateName = reader.text("date"),
      let ordersName = reader.text("orders")
    else { return nil }
    let table: CSVTable
    do throws(Complaint) {
      let path = try RelativePath(written, in: reader.span("file").folder)
      let bytes = try context.files.bytes(at: path, atMost: CSVTable.mostBytes)
      guard let read = CSVTable(bytes, name: path.text, for: reader.pathText, log: context.log)
      else { return nil }
      table = read
    } catch {
      context.log.error(at: reader.span("file"), reader.pathText("file"), error)
      return nil
    }
    let columns = CSVColumns(table: table, log: context.log)
    guard let dateColumn = place(of: dateName, "date", columns),
      let ordersColumn = place(of: ordersName, "orders", columns)
    else { return nil }
    var lines: [LocalDate: Int] = [:]
    var orders: [DemandDrivers.DailyOrders] = []
    var complaints = 0
    for row in table.rows {
      do throws(IntervalFile.RowComplaint) {
        let day = try self.day(row, dateColumn, ordersColumn, columns)
        if let first = lines[day.date] {
          throw IntervalFile.RowComplaint(
            complaint: Complaint(
              "\(day.date) appears twice, first on line \(first)", hint: "keep one of the rows"),
            column: dateColumn)
        }
        lines[day.date] = row.line
        orders.append(day)
      } catch {
        complaints += 1
        guard complaints <= 20 else { continue }
        context.log.error(
          at: table.span(row, column: error.column), reader.pathText, error.complaint)
      }
    }
    return complaints == 0 ? orders.sorted { $0.date < $1.date } : nil
  }

  private func place(of name: String, _ key: String, _ columns: CSVColumns) -> Int? {
    if let place = columns.find([name]) { return place }
    let header = columns.table.header
    let meant = DidYouMean.nearest(to: name, among: header)
    reader.error(
      key, "\(columns.table.name) has no column “\(name)”",
      hint: meant.map { "did you mean “\($0)”?" }
        ?? "its columns are \(Array(header.prefix(12)).enumeratedInWords)")
    return nil
  }

  private func day(
    _ row: CSVTable.Row, _ dateColumn: Int, _ ordersColumn: Int, _ columns: CSVColumns
  ) throws(IntervalFile.RowComplaint) -> DemandDrivers.DailyOrders {
    let text = columns.table.text(row, dateColumn)
    guard let date = LocalDate(iso: text), date.year >= 1990, date.year <= 2100 else {
      throw IntervalFile.RowComplaint(
        complaint: Complaint("“\(text)” is no date", hint: "write it as 2026-11-11"),
        column: dateColumn)
    }
    let number: Double?
    do throws(Complaint) {
      number = try columns.number(row, ordersColumn, "the number of orders")
    } catch {
      throw IntervalFile.RowComplaint(complaint: error, column: ordersColumn)
    }
    guard let number else {
      throw IntervalFile.RowComplaint(
        complaint: Complaint(
          "there is no number of orders", hint: "write 0 where there are none"),
        column: ordersColumn)
    }
    return DemandDrivers.DailyOrders(date: date, orders: ContactVolume(number))
  }
}
