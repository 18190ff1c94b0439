import BusinessCalendar
import Testing

@Suite("The calendar without holidays")
struct WeekendsCalendarTests {
  @Test("knows weekends and nothing else")
  func weekends() throws {
    let calendar = HolidayCalendar.weekends()
    let christmas = try #require(LocalDate(iso: "2026-12-25"))
    #expect(calendar.day(christmas).kind == .workday)
    #expect(calendar.day(christmas.adding(days: 1)).kind == .restDay)
    #expect(calendar.namedDays.isEmpty)
    #expect(calendar.arrangementPublished(2026))
    let last = try #require(LocalDate(iso: "2100-12-31"))
    #expect(calendar.coverage.contains(last))
    #expect(!calendar.coverage.contains(last.adding(days: 1)))
  }

  @Test("has other days off where they are named, and takes a scenario's own days")
  func ownDays() throws {
    let friday = try #require(LocalDate(iso: "2026-12-25"))
    let calendar = HolidayCalendar.weekends([.friday, .saturday])
    #expect(calendar.day(friday).kind == .restDay)
    #expect(calendar.day(friday.adding(days: 2)).kind == .workday)
    let sunday = CalendarDay(
      date: friday.adding(days: 2), kind: .statutoryHoliday, name: "A day of joy")
    #expect(calendar.adding([sunday]).day(sunday.date).kind == .statutoryHoliday)
  }
}
