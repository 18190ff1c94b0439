import BusinessCalendar
import Foundation
import Testing

@Suite("Lunar dates from 2000 to 2050")
struct LunarDateTests {
  @Test(
    "Known new years",
    arguments: [
      ("2000-02-05", 2000), ("2015-02-19", 2015), ("2025-01-29", 2025), ("2026-02-17", 2026),
      ("2034-02-19", 2034), ("2050-01-23", 2050),
    ])
  func newYears(iso: String, year: Int) throws {
    let day = try date(iso)
    #expect(LunarDate.date(year: year, month: 1, day: 1) == day)
    #expect(LunarDate(of: day)?.description == "1-1")
  }

  @Test("2033 repeats its eleventh month, 2025 its sixth")
  func leapMonths() throws {
    let leap = try #require(LunarDate.date(year: 2033, month: 11, day: 1, isLeapMonth: true))
    #expect(leap == (try date("2033-12-22")))
    #expect(LunarDate(of: leap)?.description == "11-1L")
    #expect(LunarDate(of: try date("2025-08-18"))?.description == "6-25L")
    #expect(LunarDate.date(year: 2026, month: 6, day: 1, isLeapMonth: true) == nil)
  }

  @Test("Every day comes back from its lunar date, and there are none outside the table")
  func roundTrip() throws {
    let range = DateRange(start: try date("2000-02-05"), end: try date("2051-02-11"))
    for day in range.days {
      guard let lunar = LunarDate(of: day) else {
        Issue.record("\(day) has no lunar date")
        continue
      }
      let again = LunarDate.date(
        year: lunar.year, month: lunar.month, day: lunar.day, isLeapMonth: lunar.isLeapMonth)
      if again != day { Issue.record("\(day), \(lunar), came back as another day") }
    }
    #expect(LunarDate(of: range.start - 1) == nil)
    #expect(LunarDate(of: range.end) == nil)
    #expect(LunarDate.date(year: 1999, month: 1, day: 1) == nil)
    #expect(LunarDate.date(year: 2026, month: 13, day: 1) == nil)
    #expect(LunarDate.date(year: 2026, month: 1, day: 31) == nil)
    #expect(LunarDate.date(year: 2026, month: 1, day: 0) == nil)
  }
}
