import Testing

@testable import BusinessCalendar

@Suite("A calendar's table is read line by line")
struct HolidayRuleTests {
  private static let calendars: [BundledCalendar] = [
    .china, .england, .scotland, .india, .japan, .philippines, .unitedStates,
  ]

  @Test("Every line of every bundled table is understood")
  func bundledLines() {
    var count = 0
    for calendar in HolidayRuleTests.calendars {
      for line in calendar.rules.split(separator: "\n") {
        #expect(HolidayRule(line: line) != nil, "\(calendar.id): \(line)")
        count += 1
      }
      for line in calendar.arrangements.split(separator: "\n") {
        #expect(Arrangement(line: line) != nil, "\(calendar.id): \(line)")
        count += 1
      }
    }
    print("read \(count) lines of \(HolidayRuleTests.calendars.count) calendars")
  }

  @Test("The lunar table has 51 years that follow each other without gap")
  func lunarTable() {
    let years = LunarYear.all
    #expect(years.map(\.year) == Array(2000...2050))
    for (year, next) in zip(years, years.dropFirst()) {
      #expect(year.start.adding(days: year.dayCount) == next.start)
      #expect(year.months.filter { !$0.isLeap }.map(\.number) == Array(1...12))
    }
  }

  @Test(
    "Rules name their days",
    arguments: [
      ("0704", 2026, "2026-07-04"), ("mon#3/01", 2026, "2026-01-19"),
      ("mon#-1/05", 2026, "2026-05-25"), ("thu#4/11+1", 2026, "2026-11-27"),
      ("thu#4/11+4", 2026, "2026-11-30"), ("E+0", 2026, "2026-04-05"), ("E-2", 2024, "2024-03-29"),
      ("E+0", 2038, "2038-04-25"), ("E+0", 2008, "2008-03-23"), ("L0101", 2026, "2026-02-17"),
      ("L0101-1", 2026, "2026-02-16"), ("L1208", 2026, "2026-01-26"),
      ("qingming", 2025, "2025-04-04"),
      ("qingming", 2027, "2027-04-05"), ("vernal-equinox", 2026, "2026-03-20"),
      ("autumnal-equinox", 2012, "2012-09-22"), ("220919", 2022, "2022-09-19"),
      ("270310e", 2027, "2027-03-10"),
    ])
  func days(text: String, year: Int, iso: String) throws {
    let rule = try #require(DayRule(text: text))
    #expect(rule.dates(in: year).map(\.description) == [iso])
  }

  @Test("29 February comes in leap years only; a span holds both its ends")
  func leapDayAndSpan() throws {
    let leapDay = try #require(DayRule(text: "0229"))
    #expect(leapDay.dates(in: 2026).isEmpty)
    #expect(leapDay.dates(in: 2028).count == 1)
    #expect(try #require(DayRule(text: "1208~1214")).dates(in: 2026).count == 7)
  }

  @Test("Years bound a rule, but not its single days")
  func years() throws {
    let rule = try #require(HolidayRule(line: "public|Mountain Day|0811 200810|2016.. !2020"))
    let found = (2015...2021).flatMap { rule.dates(in: $0).map(\.date.description) }
    #expect(
      found == ["2016-08-11", "2017-08-11", "2018-08-11", "2019-08-11", "2020-08-10", "2021-08-11"])
  }

  @Test(
    "A line that is not understood is refused",
    arguments: [
      "", "public", "public|A", "public||0101", "secret|A|0101", "public|A|", "public|A|13",
      "public|A|0101 nonsense", "public|A|mon#0/01", "public|A|mon#1", "public|A|xyz#1/01",
      "public|A|E+x", "public|A|L01", "public|A|0101|2020", "public|A|0101|2020..2019",
      "public|A|0101|..", "public|A|200230", "public|A|0101~", "public|A|0101|2020..|x",
    ])
  func malformed(line: String) { #expect(HolidayRule(line: line) == nil) }

  @Test(
    "An arrangement that is not understood is refused",
    arguments: [
      "", "2025", "2025 S", "S 0128", "2025 Z 0128", "2025 S 0230", "2025 S w", "2025 S x",
    ])
  func malformedArrangement(line: String) { #expect(Arrangement(line: line) == nil) }
}
