import BusinessCalendar
import PayRules
import TestSupport
import Testing
import Units

@Suite(
  "The pay cases of the acceptance folder",
  .acceptance("pay/pay_cases.csv"))
struct PayAcceptanceTests {
  @Test("Every hand-checked case of the standard system has its lines, total and flags")
  func handCases() throws {
    let table = try AcceptanceTable("pay/pay_cases.csv")
    let book = try PayCaseBook(shiftFile: "pay/pay_shifts.csv")
    let expected = try AcceptanceTable("pay/pay_expected.csv").rows(by: "case_id")
    var compared = 0
    var lineCount = 0
    for row in table.rows where PayCaseBook.isCovered(row) {
      let id = row["case_id"] ?? ""
      let (statement, pack) = try book.statement(of: row)
      let paid = statement.lines.filter { $0.amount != .zero }.map(LineFacts.init)
      let due = try (expected[id] ?? []).map(LineFacts.init).filter { $0.amount != 0 }
      #expect(paid.sorted() == due.sorted(), "\(id)")
      #expect(
        Currency(code: row["currency"] ?? "")?.decimal(statement.total) == row["expected_pay"],
        "\(id)")
      #expect(statement.worked.hours == Double(row["hours_worked"] ?? ""), "\(id)")
      let flags = (row["expected_flags"] ?? "").split(separator: " ").map(String.init)
      #expect(statement.flags.map(\.cap.code).sorted() == flags, "\(id)")
      #expect(pack.id == "china-standard")
      compared += 1
      lineCount += due.count
    }
    table.printCompared(compared, "\(lineCount) paid lines; the others wait for other packs")
  }

  @Test("Every random roster of the standard system has its hours by class and its total")
  func randomRosters() throws {
    let table = try AcceptanceTable("pay/fuzz_cases.csv")
    let book = try PayCaseBook(shiftFile: "pay/fuzz_shifts.csv")
    let expected = try AcceptanceTable("pay/fuzz_expected.csv").rows(by: "case_id")
    var compared = 0
    var classCount = 0
    for row in table.rows where PayCaseBook.isCovered(row) {
      let id = row["case_id"] ?? ""
      let (statement, _) = try book.statement(of: row)
      let hours = Dictionary(
        uniqueKeysWithValues: statement.lines.map { ($0.code, rounded($0.quantity.rational, 4)) })
      var due: [String: Int64] = [:]
      for line in expected[id] ?? [] {
        due[line["pay_class"] ?? ""] = rounded(try decimal(line["hours"]), 4)
      }
      #expect(hours == due, "\(id)")
      #expect(
        Currency(code: row["currency"] ?? "")?.decimal(statement.total) == row["expected_pay"],
        "\(id)")
      compared += 1
      classCount += due.count
    }
    table.printCompared(compared, "\(classCount) classes; the others wait for other packs")
  }

  @Test("The statutory days of the bundled calendar are those of the acceptance folder")
  func statutoryDays() throws {
    guard let bundled = HolidayCalendar.bundled("CN") else {
      print("skipped: no bundled CN calendar")
      return
    }
    let calendar = try PayCaseBook.calendar()
    let range = calendar.coverage
    let mine = bundled.days(in: range).filter { $0.kind == .statutoryHoliday }.map(\.date)
    let theirs = calendar.days(in: range).filter { $0.kind == .statutoryHoliday }.map(\.date)
    #expect(mine == theirs)
    print("holidays: compared \(theirs.count) statutory days")
  }
}

/// Reads cases into timesheets and pays them.
struct PayCaseBook {
  let shifts: [String: [[String: String]]]
  let calendar: HolidayCalendar

  init(shiftFile: String) throws {
    shifts = try AcceptanceTable(shiftFile).rows(by: "case_id")
    calendar = try PayCaseBook.calendar()
  }

  /// Whether the Chinese standard pack is for the case.
  static func isCovered(_ row: [String: String]) -> Bool {
    row["jurisdiction"] == "CN" && row["contract_type"] == "standard"
  }

  /// The Chinese statutory days of the acceptance folder, with the years they are listed for.
  static func calendar() throws -> HolidayCalendar {
    let rows = try AcceptanceTable("pay/holidays.csv").rows
      .filter { $0["jurisdiction"] == "CN" && $0["type"] == "statutory" }
    let dates = try rows.map { try #require(LocalDate(iso: $0["date"] ?? "")) }
    let first = try #require(dates.min()).year
    let last = try #require(dates.max()).year
    let start = try #require(LocalDate(year: first, month: 1, day: 1))
    let end = try #require(LocalDate(year: last, month: 12, day: 31))
    return HolidayCalendar(
      id: "CN", name: "acceptance", coverage: DateRange(first: start, last: end),
      days: dates.map { CalendarDay(date: $0, kind: .statutoryHoliday) })
  }

  /// What the case's timesheet is paid, and by which pack.
  func statement(of row: [String: String]) throws -> (PayStatement, RulePack) {
    let written = (shifts[row["case_id"] ?? ""] ?? [])
      .sorted { (Int($0["shift_no"] ?? "") ?? 0) < (Int($1["shift_no"] ?? "") ?? 0) }
    let zone = try #require(TimeZoneRules(identifier: row["timezone"] ?? ""))
    var prior = WorkTime.zero
    var allowance: NightAllowance?
    for (key, value) in parameters(row["params"] ?? "") {
      switch key {
      case "prior_ot_hours": prior = try workTime(value)
      case "night_allow": allowance = try nightAllowance(value)
      default: Issue.record("a parameter the pack cannot represent: \(key)")
      }
    }
    let sheet = Timesheet(
      basis: try #require(PayBasis(rawValue: row["pay_basis"] ?? "")),
      rate: try rate(row["hourly_base_exact"] ?? ""), zone: zone, shifts: try written.map(shift),
      nightAllowance: allowance)
    let first = try #require(sheet.shifts.first).start.date
    let pack = try #require(RulePack.bundled(id: "china-standard", on: first))
    return (try pack.payStatement(for: sheet, calendar: calendar, priorOvertime: prior), pack)
  }

  private func parameters(_ text: String) -> [(String, String)] {
    text.split(separator: ";").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  private func nightAllowance(_ text: String) throws -> NightAllowance {
    let parts = text.split(separator: "|")
    let window = try #require(parts.count == 3 ? parts[1] : nil).split(separator: "-")
    let minutes = try #require(Int64(parts[2]))
    return NightAllowance(
      amount: Money(rounding: try decimal(String(parts[0])), times: Rational(100)),
      from: try #require(LocalTime(String(window[0]))),
      to: try #require(LocalTime(String(window[1]))), minimum: WorkTime(minutes: minutes))
  }

  private func rate(_ text: String) throws -> HourlyRate {
    let parts = text.split(separator: "/")
    var value = try decimal(String(parts[0])) * Rational(100)
    for divisor in parts.dropFirst() {
      value = try #require(value.divided(by: try decimal(String(divisor))))
    }
    return HourlyRate(perHour: UnitPrice(minorUnitsPerUnit: value))
  }

  private func shift(_ row: [String: String]) throws -> WorkedShift {
    let date = try #require(LocalDate(iso: row["date"] ?? ""))
    let start = try #require(LocalTime(row["start"] ?? ""))
    let end = try #require(LocalTime(row["end"] ?? ""))
    let isNextDay = row["ends_next_day"] == "Y"
    let minutes = try #require(Int64(row["unpaid_break_min"] ?? ""))
    var pause: UnpaidBreak?
    if minutes > 0 {
      let clock = try #require(LocalTime(row["break_start"] ?? ""))
      pause = UnpaidBreak(
        start: date.adding(days: clock < start ? 1 : 0).at(clock),
        length: WorkTime(minutes: minutes))
    }
    return WorkedShift(
      start: date.at(start), end: date.adding(days: isNextDay ? 1 : 0).at(end),
      unpaidBreak: pause,
      role: try #require(WorkedShift.Role(rawValue: row["day_role"] ?? "")),
      timeOffInLieu: row["comp_off"] == "Y")
  }

  private func workTime(_ hours: String) throws -> WorkTime {
    WorkTime(seconds: (try decimal(hours) * Rational(3600)).numerator)
  }
}

/// A pay line in whole numbers of its printed precision.
struct LineFacts: Comparable, CustomStringConvertible {
  let code: String
  let hours: Int64
  let multiplier: Int64
  let rate: Int64
  let amount: Int64

  init(_ line: PayLine) {
    code = line.code
    hours = rounded(line.quantity.rational, 4)
    multiplier = rounded(line.multiplier.factor, 4)
    rate = Money(rounding: line.rate.minorUnitsPerUnit, times: Rational(10_000)).minorUnits
    amount = line.amount.minorUnits
  }

  init(_ row: [String: String]) throws {
    code = row["pay_class"] ?? ""
    hours = rounded(try decimal(row["hours"]), 4)
    multiplier = rounded(try decimal(row["multiplier"]), 4)
    rate = rounded(try decimal(row["unit_rate"]), 6)
    amount = rounded(try decimal(row["amount"]), 2)
  }

  var description: String { "\(code) \(hours) × \(multiplier) × \(rate) = \(amount)" }

  static func < (left: LineFacts, right: LineFacts) -> Bool {
    (left.code, left.amount) < (right.code, right.amount)
  }
}
