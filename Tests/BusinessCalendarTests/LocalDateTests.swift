import BusinessCalendar
import Foundation
import TestSupport
import Testing

@Suite("Dates are days of the Gregorian calendar")
struct LocalDateTests {
  @Test(
    "Known days have their number and weekday",
    arguments: [
      ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11_016, .tuesday),
      ("2026-11-11", 20_768, .wednesday), ("1969-12-31", -1, .wednesday),
      ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
    ])
  func known(iso: String, dayNumber: Int, weekday: Weekday) throws {
    let day = try date(iso)
    #expect(day.dayNumber == dayNumber)
    #expect(day.weekday == weekday)
    #expect(day.description == iso)
  }

  @Test("20,000 seeded days agree with Foundation's calendar")
  func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    var generator = SplitMix(state: 20_261_111)
    let first = try date("1583-01-01").dayNumber
    for _ in 0..<20_000 {
      let number = Int.random(in: first...LocalDate.last.dayNumber, using: &generator)
      let day = LocalDate(dayNumber: number)
      let instant = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: instant)
      #expect(parts.year == day.year)
      #expect(parts.month == day.month)
      #expect(parts.day == day.day)
      #expect(parts.weekday == day.weekday.adding(days: 1).rawValue)
      #expect(LocalDate(year: day.year, month: day.month, day: day.day) == day)
    }
  }

  @Test("Every tenth day from year 1 to 9999 comes back from its year, month and day")
  func roundTrip() {
    var previous = LocalDate.first
    for day in stride(from: LocalDate.first, through: .last, by: 10).dropFirst() {
      let again = LocalDate(year: day.year, month: day.month, day: day.day)
      if again != day || previous >= day {
        Issue.record("\(day) came back as \(String(describing: again))")
      }
      previous = day
    }
  }

  @Test(
    "What is no date is refused",
    arguments: [
      "", "2026", "2026-11", "2026-11-31", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01",
      "2026-01-00", "0000-01-01", "26-01-01", "2026-1-1", "2026/01/01", "2026-01-01 ",
      " 2026-01-01",
      "2026-01-01T00:00", "-2026-01-01", "+2026-01-1", "2026-01--1", "２０２６-01-01", "2026-01-01-01",
      "10000-01-01",
    ])
  func malformed(text: String) { #expect(LocalDate(iso: text) == nil) }

  @Test("Leap years: 2000 and 2024, not 1900 and 2023")
  func leapYears() {
    #expect(LocalDate(year: 2000, month: 2, day: 29) != nil)
    #expect(LocalDate(year: 2024, month: 2, day: 29) != nil)
    #expect(LocalDate(year: 1900, month: 2, day: 29) == nil)
    #expect(LocalDate(year: 2023, month: 2, day: 29) == nil)
  }

  @Test("Arithmetic saturates at the first and last day")
  func saturates() {
    #expect(LocalDate.last + 1 == .last)
    #expect(LocalDate.first - 1 == .first)
    #expect(LocalDate.last.adding(days: .max) == .last)
    #expect(LocalDate.first - .max == .first)
    #expect(LocalDate.epoch - .min == .last)
    #expect(LocalDate(dayNumber: .min) == .first)
  }

  @Test("Dates are counted, ordered and stepped through")
  func stepping() throws {
    let start = try date("2026-10-30")
    #expect(start.days(until: try date("2026-11-02")) == 3)
    #expect(start + 3 == (try date("2026-11-02")))
    #expect((try date("2026-11-02")) - 3 == start)
    #expect((start..<(start + 3)).map(\.day) == [30, 31, 1])
  }
}

@Suite("Months")
struct YearMonthTests {
  @Test(
    "Months have their days", arguments: [("2026-02", 28), ("2024-02", 29), ("2026-11", 30)])
  func dayCounts(text: String, count: Int) throws {
    let month = try #require(YearMonth(text))
    #expect(month.dayCount == count)
    #expect(month.range.count == count)
    #expect(month.last.day == count)
    #expect(month.range.days.allSatisfy { $0.yearMonth == month })
  }

  @Test("December is followed by January")
  func next() throws {
    let december = try #require(YearMonth(year: 2026, month: 12))
    #expect(december.next.description == "2027-01")
    #expect(december.next.previous == december)
    #expect(december.adding(months: -12).description == "2025-12")
    #expect(december.adding(months: .max).description == "9999-12")
    #expect(december.adding(months: .min).description == "0001-01")
  }

  @Test(
    "What is no month is refused",
    arguments: ["2026-13", "2026-00", "2026", "2026-1", "2026-01-01"])
  func malformed(text: String) { #expect(YearMonth(text) == nil) }
}
