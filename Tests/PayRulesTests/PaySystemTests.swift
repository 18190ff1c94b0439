import BusinessCalendar
import Foundation
import Testing
import Units

@testable import PayRules

@Suite("Pay systems beyond the cases")
struct PaySystemTests {
  /// The slip of shifts at a rate of the currency's minor units an hour.
  private func slip(
    _ id: String, _ shifts: [WorkedShift], rate: Int64 = 2000, basis: PayBasis = .monthly,
    currency: String = "USD", zone: String = "America/New_York", terms: [String: String] = [:],
    holidays: [String: String] = [:], week: PayWeekStart = PayWeekStart(.sunday),
    workday: String = "00:00", splitsMonths: Bool = false
  ) throws -> PaySlip {
    let dates = shifts.map(\.start.date)
    let day = try #require(LocalDate(iso: "2026-01-01"))
    var days: [LocalDate: String] = [:]
    for (date, kind) in holidays { days[try #require(LocalDate(iso: date))] = kind }
    let run = PayRun(
      systems: PaySystem.versions(id: id), zone: try #require(TimeZoneRules(identifier: zone)),
      currency: try #require(Currency(code: currency)), holidays: PayHolidays(days),
      span: (dates.min() ?? day)...(dates.max() ?? day), splitsMonths: splitsMonths)
    return try run.slip(
      for: PaySheet(
        basis: basis, rate: HourlyRate(perHour: UnitPrice(Money(minorUnits: rate))),
        shifts: shifts, weekStart: week, workdayStart: try #require(LocalTime(workday)),
        terms: terms))
  }

  private func china(
    _ id: String, _ shifts: [WorkedShift], basis: PayBasis = .monthly, terms: [String: String] = [:]
  ) throws -> PaySlip {
    try slip(
      id, shifts, rate: 3000, basis: basis, currency: "CNY", zone: "Asia/Shanghai", terms: terms,
      holidays: ["2025-10-01": "statutory"])
  }

  private func facts(_ slip: PaySlip) -> [String] {
    slip.lines.map { line in
      "\(line.code) \(line.quantity.doubleValue) \(line.amount.minorUnits)"
    }.sorted()
  }

  @Test("Every bundled text is sound, and all systems are there")
  func bundled() throws {
    for text in PaySystem.bundledTexts { _ = try PaySystem.read(json: text) }
    #expect(
      PaySystem.bundledIDs == [
        "california-hourly", "china-comprehensive", "china-flexible", "china-parttime",
        "china-standard", "india-standard", "japan-standard", "malaysia-ea1955",
        "philippines-daily", "poland-standard", "us-fluctuating-workweek", "us-hourly", "us-piece",
        "us-salary-fixed-hours",
      ])
    for system in PaySystem.bundled { try system.check() }
  }

  @Test("A line names its rule and where it stands")
  func source() throws {
    let slip = try slip("us-hourly", [shift("2025-11-10T09:00", "2025-11-10T17:00")])
    let line = try #require(slip.lines.first)
    #expect(line.source.article == "29 USC 207")
    #expect(line.week == LocalDate(iso: "2025-11-09"))
    #expect(line.sentence == "all hours are paid once, at the rate of their shift")
  }

  @Test("A key that no pack has is refused with its path, and so is a source that is not there")
  func faults() throws {
    let text = PaySystem.polandText
    func fault(_ sound: String, _ faulty: String) -> RulePackError? {
      #expect(text.contains(sound))
      return #expect(throws: RulePackError.self) {
        try PaySystem.read(json: text.replacing(sound, with: faulty, maxReplacements: 1))
      }
    }
    #expect(
      fault("\"multiplier\": \"2\"", "\"multiplyer\": \"2\"")?.field == "classes.[1].multiplyer")
    #expect(fault("\"source\": \"151-8\"", "\"source\": \"hearsay\"")?.value == "hearsay")
    #expect(
      fault("\"multiplier\": \"0.2\"", "\"multiplier\": \"much\"")?.field
        == "supplements.[0].multiplier")
    #expect(fault("\"$min_hourly\"", "\"$least\"")?.value == "least")
    #expect(fault("22:00-06:00", "22-06")?.field == "terms.[1].default")
    #expect(fault("\"window\": \"night\"", "\"window\": \"day\"")?.value == "day")
    #expect(fault("\"public\", \"sunday\"", "\"church\"")?.value == "church")
    #expect(fault("{\"day\": \"8\"}", "{\"dayz\": \"8\"}")?.value == "dayz")
  }

  @Test("Terms that are missing, unknown or unreadable say so")
  func terms() throws {
    let work = [shift("2025-11-10T09:00", "2025-11-10T17:00")]
    #expect(
      throws: PayError.term(.missing(term: "weekly_salary", system: "us-fluctuating-workweek"))
    ) {
      try slip("us-fluctuating-workweek", work)
    }
    #expect(throws: PayError.self) { try slip("us-hourly", work, terms: ["bonos": "1"]) }
    #expect(throws: PayError.self) { try slip("us-hourly", work, terms: ["bonus": "46"]) }
    #expect(throws: PayError.self) {
      try slip("us-hourly", [shift("1960-01-01T09:00", "1960-01-01T17:00")])
    }
  }

  @Test("Part-time people in a city that pays it get three times on a statutory holiday")
  func partTimeHoliday() throws {
    let work = [shift("2025-10-01T18:00", "2025-10-01T23:00")]
    let paid = try china("china-parttime", work, basis: .hourly, terms: ["pt_holiday": "pay300"])
    #expect(facts(paid) == ["CN_HOL300 5.0 45000"])
    #expect(paid.breaches.map(\.code) == ["CN_PARTTIME_GT_4H_DAY"])
    let plain = try china("china-parttime", work, basis: .hourly)
    #expect(facts(plain) == ["CN_BASE 5.0 15000"])
  }

  @Test("A comprehensive quarter is flagged beyond 36 hours a month on average")
  func comprehensiveAverage() throws {
    // 10 shifts of 11 h are 110 h; over 1 h that is 109 h of overtime, over 2 h 108 = 3 × 36.
    let work = (10..<20).map { shift("2025-11-\($0)T08:00", "2025-11-\($0)T19:00") }
    let over = try china(
      "china-comprehensive", work, terms: ["period_hours": "1", "months": "3"])
    #expect(over.breaches.map(\.code) == ["CN_OT_GT_36H_MONTH_AVG"])
    let at = try china(
      "china-comprehensive", work, terms: ["period_hours": "2", "months": "3"])
    #expect(at.breaches.isEmpty)
    #expect(facts(at) == ["CN_BASE 2.0 0", "CN_OT150 108.0 486000"])
  }

  @Test("A salary for more than 40 hours: overtime beyond 40, within the salary's hours too")
  func longSalary() throws {
    // 46 h: the salary of 900 pays 45 h at 20; beyond 40 there are 6 h at 30.
    var work = (10..<15).map { shift("2025-11-\($0)T09:00", "2025-11-\($0)T17:00") }
    work.append(shift("2025-11-15T09:00", "2025-11-15T15:00"))
    let paid = try slip(
      "us-salary-fixed-hours", work, terms: ["weekly_salary": "900", "salary_hours": "45"])
    #expect(facts(paid) == ["US_OT15 6.0 18000", "US_SALARY 45.0 90000"])
  }

  @Test("Piece work with a bonus and a differential: all of it is in the regular rate")
  func pieceWithBonus() throws {
    // 50 h, 10 of them in 08:00-10:00: (500 + 50 + 10 × 5) / 50 = 12, half of it for 10 h is 60.
    let work = (10..<15).map { shift("2025-11-\($0)T08:00", "2025-11-\($0)T18:00") }
    let paid = try slip(
      "us-piece", work,
      terms: ["piece_earnings": "500", "bonus": "2025-11-09:50", "diff": "5|08:00-10:00"])
    #expect(
      facts(paid) == [
        "US_BONUS 0.0 5000", "US_OT_HALF 10.0 6000", "US_PIECE 50.0 50000",
        "US_SHIFT_DIFF 10.0 5000",
      ])
  }

  @Test("A bonus counts in its own workweek, and not where nobody works")
  func bonusWeeks() throws {
    let work = [shift("2025-11-10T09:00", "2025-11-10T17:00")]
    let paid = try slip(
      "us-hourly", work, terms: ["bonus": "2025-11-02:7,2025-11-09:46,2025-11-09:4"])
    #expect(facts(paid) == ["US_BONUS 0.0 5000", "US_STRAIGHT 8.0 16000"])
  }

  @Test("A workweek that starts on Wednesday at 14:00 cuts a shift there")
  func workweekHour() throws {
    let work = [shift("2025-11-12T10:00", "2025-11-12T18:00")]
    let paid = try slip(
      "us-hourly", work, week: PayWeekStart(.wednesday, try #require(LocalTime("14:00"))))
    #expect(paid.lines.map(\.quantity) == [Quantity(4), Quantity(4)])
    #expect(paid.lines.map(\.week) == [LocalDate(iso: "2025-11-05"), LocalDate(iso: "2025-11-12")])
  }

  @Test("California: a production bonus is spread over all hours, at half and whole")
  func productionBonus() throws {
    // 13 h: 8, 4 and 1; 26 over 13 h is 2 an hour: half of it for 4 h, all of it for 1 h.
    let work = [shift("2025-11-11T08:00", "2025-11-11T21:00")]
    let paid = try slip("california-hourly", work, terms: ["prod_bonus": "26", "flat_bonus": "8"])
    #expect(
      facts(paid) == [
        "CA_BONUS_DT20 1.0 200", "CA_BONUS_FLAT 0.0 800", "CA_BONUS_OT15 4.0 600",
        "CA_BONUS_PROD 0.0 2600", "CA_DT20 1.0 4000", "CA_OT15 4.0 12000",
        "CA_PROD_DT_PREM 1.0 200", "CA_PROD_OT_HALF 4.0 400", "CA_REG 8.0 16000",
      ])
  }

  @Test("California: two rates in a week with double time are paid at their weighted rate")
  func weightedDouble() throws {
    // 13 h at 10 and 3 h at 18.10 are 184.30 for 16 h: 11.51875, to the cent 11.52.
    let ten = HourlyRate(perHour: UnitPrice(Money(minorUnits: 1000)))
    let long = shift("2025-11-11T08:00", "2025-11-11T21:00")
    let work = [
      WorkedShift(start: long.start, end: long.end, rate: ten),
      shift("2025-11-12T08:00", "2025-11-12T11:00"),
    ]
    let paid = try slip("california-hourly", work, rate: 1810, terms: ["rr_round": "cent"])
    #expect(
      facts(paid) == [
        "CA_DT_PREM 1.0 1152", "CA_OT_HALF 4.0 2304", "CA_STRAIGHT 13.0 13000",
        "CA_STRAIGHT 3.0 5430",
      ])
  }

  @Test("The Philippines: a double holiday on a rest day, past eight hours and at night")
  func doubleHoliday() throws {
    // 100 an hour; 14:00-24:00 less nothing: 8 h at 3.9, 2 h past them at night × 1.3 × 1.1.
    let paid = try slip(
      "philippines-daily", [shift("2026-04-09T14:00", "2026-04-10T00:00", role: .rest)],
      rate: 10_000, currency: "PHP", zone: "Asia/Manila", holidays: ["2026-04-09": "double"])
    #expect(facts(paid) == ["PH_DRH_REST 8.0 312000", "PH_DRH_REST_OT_ND 2.0 111540"])
    let rest = try slip(
      "philippines-daily", [shift("2026-04-08T08:00", "2026-04-08T17:00", role: .rest)],
      rate: 10_000, currency: "PHP", zone: "Asia/Manila")
    #expect(facts(rest) == ["PH_ORD_REST 8.0 104000", "PH_ORD_REST_OT 1.0 16900"])
  }

  @Test("Japan: 100 hours of overtime and holiday work are reached, not only passed")
  func hundredHours() throws {
    // 92 h before, 8 h on the legal holiday: 100.
    let paid = try slip(
      "japan-standard", [shift("2026-04-12T09:00", "2026-04-12T17:00")], rate: 1500,
      currency: "JPY", zone: "Asia/Tokyo",
      terms: ["prior_ot_hours": "92", "legal_holidays": "2026-04-12"])
    #expect(paid.breaches.map(\.code) == ["JP_MONTH_OT_GT_45H", "JP_MONTH_OT_HOL_GE_100H"])
    #expect(facts(paid) == ["JP_HOL135 8.0 16200"])
    let none = try slip(
      "japan-standard", [], rate: 1500, currency: "JPY", zone: "Asia/Tokyo",
      terms: ["prior_ot_hours": "46"])
    #expect(none.breaches.map(\.code) == ["JP_MONTH_OT_GT_45H"])
  }

  @Test("Japan: week overtime turns to half again beyond 60 hours of the month")
  func weekOvertimeBeyondSixty() throws {
    // Five days of 8 h, then Saturday 3 h over 40, with 59 h before: 1 h and 2 h.
    var work = (6..<11).map { day in
      let text = day < 10 ? "0\(day)" : "\(day)"
      return shift("2026-04-\(text)T09:00", "2026-04-\(text)T17:00")
    }
    work.append(shift("2026-04-11T09:00", "2026-04-11T12:00"))
    let paid = try slip(
      "japan-standard", work, rate: 1000, currency: "JPY", zone: "Asia/Tokyo",
      terms: ["prior_ot_hours": "59"])
    #expect(facts(paid) == ["JP_BASE 40.0 0", "JP_OT125 1.0 1250", "JP_OT150 2.0 3000"])
  }

  @Test("India by the hour: the base is paid, and exact minutes count")
  func indiaHourly() throws {
    // 8 h 20: 20 min × 2 × 125 = 83.33; base 8 h × 125.
    let paid = try slip(
      "india-standard", [shift("2026-01-05T09:00", "2026-01-05T17:20")], rate: 12_500,
      basis: .hourly, currency: "INR", zone: "Asia/Kolkata",
      terms: ["daily_limit": "8", "weekly_limit": "48"])
    #expect(paid.lines.map(\.amount.minorUnits) == [100_000, 8333])
  }

  @Test("Malaysia: a seven-hour normal day, a holiday past it, and a day beyond twelve hours")
  func malaysia() throws {
    // ORP 100, HRP 100/7: 13 h on a holiday are 200 and 6 h × 3 × 100/7 = 257.14.
    let paid = try slip(
      "malaysia-ea1955", [shift("2025-12-25T08:00", "2025-12-25T21:00", role: .holiday)],
      currency: "MYR", zone: "Asia/Kuala_Lumpur",
      terms: ["monthly": "2600", "normal_hours": "7"])
    #expect(facts(paid) == ["MY_PH_2DAYS 7.0 20000", "MY_PH_OT3 6.0 25714"])
    #expect(paid.breaches.map(\.code) == ["MY_DAY_GT_12H"])
  }

  @Test("Poland: a holiday ends at six in the morning, and Sunday is one for a day off")
  func poland() throws {
    // Sunday 8 Nov 2026 off, 04:00-09:00: before 06:00 it is still Saturday, but night; then Sunday.
    let sunday = try slip(
      "poland-standard", [shift("2026-11-08T04:00", "2026-11-08T09:00", role: .off)],
      rate: 4000, currency: "PLN", zone: "Europe/Warsaw", terms: ["min_hourly": "30"])
    #expect(facts(sunday) == ["PL_NIGHT20 2.0 1200", "PL_OT200 5.0 40000"])
    // With a night from 23:00 to 03:00, 04:00-06:00 on Sunday is Saturday by day: half again.
    let early = try slip(
      "poland-standard", [shift("2026-11-08T04:00", "2026-11-08T07:00", role: .off)],
      rate: 4000, currency: "PLN", zone: "Europe/Warsaw", terms: ["night": "23:00-03:00"])
    #expect(facts(early) == ["PL_OT150 2.0 12000", "PL_OT200 1.0 8000"])
    #expect(throws: PayError.term(.missing(term: "min_hourly", system: "poland-standard"))) {
      try slip(
        "poland-standard", [shift("2026-11-08T22:00", "2026-11-08T23:00")], rate: 4000,
        currency: "PLN", zone: "Europe/Warsaw")
    }
  }

  @Test("A shift over a month's end says which month each hour enters, and months have own caps")
  func monthEnd() throws {
    let paid = try china("china-standard", [shift("2025-10-31T20:00", "2025-11-01T08:00")])
    #expect(paid.monthShares.map(\.invoiceMonth.description) == ["2025-10", "2025-11"])
    #expect(paid.monthShares.map(\.capMonth.description) == ["2025-10", "2025-10"])
    #expect(paid.monthShares.map(\.time.hours) == [4, 8])
    // Thirteen days of 11 h in October and in November: 39 h each, flagged once per month's cap.
    let days = (9..<22).map { $0 < 10 ? "0\($0)" : "\($0)" }
    let october = days.map { shift("2025-10-\($0)T08:00", "2025-10-\($0)T17:00") }
    let november = days.map { shift("2025-11-\($0)T08:00", "2025-11-\($0)T19:00") }
    let both = try slip(
      "china-standard", october + november, rate: 3000, currency: "CNY", zone: "Asia/Shanghai",
      splitsMonths: true)
    let cap = try #require(both.breaches.first { $0.code == "CN_MONTH_OT_GT_36H" })
    #expect(cap.month?.description == "2025-11")
    #expect(cap.found == Quantity(39))
  }

  @Test("Two versions of a law in one timesheet: each shift under the one of its day")
  func twoVersions() throws {
    let slip = try slip(
      "india-standard",
      [
        shift("2025-11-20T09:00", "2025-11-20T19:00"),
        shift("2025-11-21T09:00", "2025-11-21T19:00"),
      ], rate: 12_500, currency: "INR", zone: "Asia/Kolkata",
      terms: ["daily_limit": "8", "weekly_limit": "48"])
    let overtime = slip.lines.filter { $0.code == "IN_OT200" }
    #expect(overtime.map(\.amount.minorUnits) == [50_000, 50_000])
    #expect(overtime.map(\.source.article) == ["s. 59", "s. 27"])
  }

  @Test("Rest rules: eleven hours as they pass, a free day in seven, a break in six hours")
  func rest() throws {
    let limits = try #require(WorkingTimeLimits.bundled(id: "uk-working-time"))
    let london = try #require(TimeZoneRules(identifier: "Europe/London"))
    // 22:00 to 09:00 is ten hours when clocks go forward on 29 March 2026.
    let spring = [
      shift("2026-03-28T14:00", "2026-03-28T22:00", pause: "18:00"),
      shift("2026-03-29T09:00", "2026-03-29T14:00"),
    ]
    #expect(limits.breaches(of: spring, in: london).map(\.code) == ["UK_REST_LT_11H"])
    let week = (10..<17).map { shift("2026-11-\($0)T09:00", "2026-11-\($0)T18:00", pause: "12:00") }
    #expect(limits.breaches(of: week, in: london).map(\.code) == ["UK_WEEKLY_REST_LT_24H"])
    #expect(limits.breaches(of: Array(week.prefix(6)), in: london).isEmpty)
    let long = [shift("2026-11-10T09:00", "2026-11-10T15:01")]
    #expect(limits.breaches(of: long, in: london).map(\.code) == ["UK_BREAK_LT_20MIN"])
  }
}
