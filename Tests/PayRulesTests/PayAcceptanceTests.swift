import BusinessCalendar
import PayRules
import TestSupport
import Testing
import Units

@Suite(
  "The pay cases of the acceptance folder",
  .acceptance("pay/pay_cases.csv"))
struct PayAcceptanceTests {
  @Test("Every hand-checked case has its lines, total, hours and flags")
  func handCases() throws {
    let table = try AcceptanceTable("pay/pay_cases.csv")
    let book = try PayCaseBook(shiftFile: "pay/pay_shifts.csv")
    let expected = try AcceptanceTable("pay/pay_expected.csv").rows(by: "case_id")
    var compared = 0
    var lineCount = 0
    for row in table.rows {
      let id = row["case_id"] ?? ""
      let (slip, currency) = try book.slip(of: row)
      let digits = currency.minorDigits
      let paid = slip.lines.filter { $0.amount != .zero }.map { LineFacts($0, digits: digits) }
      let due = try (expected[id] ?? []).map { try LineFacts($0, digits: digits) }
        .filter { $0.amount != 0 }
      #expect(paid.sorted() == due.sorted(), "\(id)")
      #expect(currency.decimal(slip.total) == row["expected_pay"], "\(id)")
      let hours = try decimal(row["hours_worked"])
      #expect(rounded(Quantity(slip.worked).rational, 4) == rounded(hours, 4), "\(id)")
      let flags = (row["expected_flags"] ?? "").split(separator: " ").map(String.init)
      #expect(Set(slip.breaches.map(\.code)) == Set(flags), "\(id)")
      compared += 1
      lineCount += due.count
    }
    #expect(compared == table.rows.count)
    table.printCompared(compared, "\(lineCount) paid lines")
  }

  @Test("Every random roster has its hours by class and its total")
  func randomRosters() throws {
    let table = try AcceptanceTable("pay/fuzz_cases.csv")
    let book = try PayCaseBook(shiftFile: "pay/fuzz_shifts.csv")
    let expected = try AcceptanceTable("pay/fuzz_expected.csv").rows(by: "case_id")
    var compared = 0
    var classCount = 0
    for row in table.rows {
      let id = row["case_id"] ?? ""
      let (slip, currency) = try book.slip(of: row)
      var hours: [String: Rational] = [:]
      for line in slip.lines {
        hours[line.code, default: .zero] = hours[line.code, default: .zero] + line.quantity.rational
      }
      var due: [String: Int64] = [:]
      for line in expected[id] ?? [] {
        due[line["pay_class"] ?? ""] = rounded(try decimal(line["hours"]), 4)
      }
      #expect(hours.mapValues { rounded($0, 4) } == due, "\(id)")
      #expect(currency.decimal(slip.total) == row["expected_pay"], "\(id)")
      let worked = try decimal(row["hours_worked"])
      #expect(rounded(Quantity(slip.worked).rational, 4) == rounded(worked, 4), "\(id)")
      compared += 1
      classCount += due.count
    }
    #expect(compared == table.rows.count)
    table.printCompared(compared, "\(classCount) classes")
  }

  @Test("The statutory days of the bundled calendar are those of the acceptance folder")
  func statutoryDays() throws {
    guard let bundled = HolidayCalendar.bundled("CN") else {
      print("skipped: no bundled CN calendar")
      return
    }
    let theirs = try PayCaseBook.holidays("CN").days.filter { $0.value == "statutory" }.keys
      .sorted()
    let first = try #require(theirs.first).year
    let last = try #require(theirs.last).year
    let start = try #require(LocalDate(year: first, month: 1, day: 1))
    let end = try #require(LocalDate(year: last, month: 12, day: 31))
    let mine = bundled.days(in: DateRange(first: start, last: end))
      .filter { $0.kind == .statutoryHoliday }.map(\.date)
    #expect(mine == theirs)
    print("holidays: compared \(theirs.count) statutory days")
  }
}

/// Reads cases into timesheets and pays them.
struct PayCaseBook {
  let shifts: [String: [[String: String]]]
  let holidays: [String: PayHolidays]

  init(shiftFile: String) throws {
    shifts = try AcceptanceTable(shiftFile).rows(by: "case_id")
    var holidays: [String: PayHolidays] = [:]
    for place in ["CN", "PH", "PL"] { holidays[place] = try PayCaseBook.holidays(place) }
    self.holidays = holidays
  }

  /// The holidays of the acceptance folder.
  static func holidays(_ jurisdiction: String) throws -> PayHolidays {
    var days: [LocalDate: String] = [:]
    for row in try AcceptanceTable("pay/holidays.csv").rows
    where row["jurisdiction"] == jurisdiction {
      days[try #require(LocalDate(iso: row["date"] ?? ""))] = row["type"]
    }
    return PayHolidays(days)
  }

  /// The pay system for a jurisdiction and contract type.
  static let systems = [
    "CN standard": "china-standard", "CN comprehensive": "china-comprehensive",
    "CN flexible": "china-flexible", "CN parttime": "china-parttime", "US hourly": "us-hourly",
    "US salary_fixed_hours": "us-salary-fixed-hours", "US fww": "us-fluctuating-workweek",
    "US piece": "us-piece", "US-CA hourly": "california-hourly",
    "PH daily_paid": "philippines-daily", "IN standard": "india-standard",
    "JP standard": "japan-standard", "MY EA1955_le_RM4000": "malaysia-ea1955",
    "PL standard": "poland-standard",
  ]

  /// What the case's timesheet is paid, and in which currency.
  func slip(of row: [String: String]) throws -> (PaySlip, Currency) {
    let kind = "\(row["jurisdiction"] ?? "") \(row["contract_type"] ?? "")"
    let id = try #require(PayCaseBook.systems[kind], "no pay system for \(kind)")
    let currency = try #require(Currency(code: row["currency"] ?? ""))
    #expect(String(currency.minorDigits) == row["minor_digits"])
    let written = (shifts[row["case_id"] ?? ""] ?? [])
      .sorted { (Int($0["shift_no"] ?? "") ?? 0) < (Int($1["shift_no"] ?? "") ?? 0) }
    let week = (row["workweek_start"] ?? "").split(separator: " ").map(String.init)
    let weekStart = PayWeekStart(
      try #require(week.first.flatMap { Weekday(name: $0) }),
      try #require(week.last.flatMap { LocalTime($0) }))
    let sheet = PaySheet(
      basis: try #require(PayBasis(rawValue: row["pay_basis"] ?? "")),
      rate: try rate(row["hourly_base_exact"] ?? "", currency),
      shifts: try written.map { try shift($0, currency) }, weekStart: weekStart,
      workdayStart: try #require(LocalTime(row["workday_start"] ?? "")),
      terms: parameters(row["params"] ?? ""))
    let dates = sheet.shifts.map(\.start.date)
    let first = try #require(dates.min() ?? LocalDate(iso: "2025-01-01"))
    let run = PayRun(
      systems: PaySystem.versions(id: id),
      zone: try #require(TimeZoneRules(identifier: row["timezone"] ?? "")), currency: currency,
      holidays: holidays[row["jurisdiction"] ?? ""] ?? PayHolidays([:]),
      span: first...(dates.max() ?? first))
    return (try run.slip(for: sheet), currency)
  }

  private func parameters(_ text: String) -> [String: String] {
    var terms: [String: String] = [:]
    for pair in text.split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      terms[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
    }
    return terms
  }

  private func rate(_ text: String, _ currency: Currency) throws -> HourlyRate {
    let parts = text.split(separator: "/")
    var value = try decimal(String(parts[0])) * Rational(currency.minorUnitsPerMajor)
    for divisor in parts.dropFirst() {
      value = try #require(value.divided(by: try decimal(String(divisor))))
    }
    return HourlyRate(perHour: UnitPrice(minorUnitsPerUnit: value))
  }

  private func shift(_ row: [String: String], _ currency: Currency) throws -> WorkedShift {
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
    let own = row["rate_override"] ?? ""
    return WorkedShift(
      start: date.at(start), end: date.adding(days: isNextDay ? 1 : 0).at(end),
      unpaidBreak: pause,
      role: try #require(WorkedShift.Role(rawValue: row["day_role"] ?? "")),
      timeOffInLieu: row["comp_off"] == "Y", rate: own.isEmpty ? nil : try rate(own, currency))
  }
}

/// A pay line in whole numbers of its printed precision.
struct LineFacts: Comparable, CustomStringConvertible {
  let code: String
  let hours: Int64
  let multiplier: Int64
  let rate: Int64
  let amount: Int64

  init(_ line: PayLine, digits: Int) {
    code = line.code
    hours = rounded(line.quantity.rational, 4)
    multiplier = rounded(line.multiplier.factor, 4)
    let scale = (digits..<6).reduce(Rational.one) { value, _ in value * Rational(10) }
    rate = Money(rounding: line.rate.minorUnitsPerUnit, times: scale).minorUnits
    amount = line.amount.minorUnits
  }

  init(_ row: [String: String], digits: Int) throws {
    code = row["pay_class"] ?? ""
    hours = rounded(try decimal(row["hours"]), 4)
    multiplier = rounded(try decimal(row["multiplier"]), 4)
    rate = rounded(try decimal(row["unit_rate"]), 6)
    amount = rounded(try decimal(row["amount"]), digits)
  }

  var description: String { "\(code) \(hours) × \(multiplier) × \(rate) = \(amount)" }

  static func < (left: LineFacts, right: LineFacts) -> Bool {
    (left.code, left.amount, left.hours, left.rate)
      < (right.code, right.amount, right.hours, right.rate)
  }
}
