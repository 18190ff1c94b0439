import BusinessCalendar
import Foundation
import Testing

@Suite("Bundled calendars know their holidays")
struct HolidayCalendarTests {
  private func calendar(_ id: String) throws -> HolidayCalendar {
    try #require(HolidayCalendar.bundled(id))
  }

  @Test("In 2025 the Spring Festival has four statutory days, four rest days and two made up")
  func springFestival2025() throws {
    let china = try calendar("CN")
    let kinds = DateRange(start: try date("2025-01-25"), end: try date("2025-02-10")).days.map {
      china.day($0).kind
    }
    let statutory = Array(repeating: DayKind.statutoryHoliday, count: 4)
    let rest = Array(repeating: DayKind.restDay, count: 4)
    // 25 January is a Saturday; 26 January and 8 February are worked instead.
    #expect(
      kinds == [.restDay, .makeUpWorkday, .workday] + statutory + rest
        + [.workday, .workday, .workday, .makeUpWorkday, .restDay])
  }

  @Test("China has eleven statutory days a year to 2024 and thirteen from 2025; ten in 2020")
  func statutoryCounts() throws {
    let china = try calendar("CN")
    for year in 2015...2027 {
      let start = try #require(LocalDate(year: year, month: 1, day: 1))
      let end = try #require(LocalDate(year: year + 1, month: 1, day: 1))
      let days = china.days(in: DateRange(start: start, end: end))
      // In 2020 Mid-Autumn and National Day fell on one date.
      let expected = year == 2020 ? 10 : (year < 2025 ? 11 : 13)
      #expect(days.filter { $0.kind == .statutoryHoliday }.count == expected)
      #expect(china.arrangementPublished(year) == (year < 2027))
    }
    #expect(china.day(try date("2020-10-01")).name == "Mid-Autumn Festival; National Day")
  }

  @Test("2027 has no swapped days yet")
  func unpublished() throws {
    let china = try calendar("CN")
    let year = DateRange(start: try date("2027-01-01"), end: try date("2028-01-01"))
    let days = china.days(in: year)
    #expect(!days.contains { $0.kind == .makeUpWorkday })
    #expect(!days.contains { $0.kind == .restDay && !$0.date.weekday.isWeekend })
    #expect(days.allSatisfy { $0.isCovered })
  }

  @Test("Sale days and lunar festivals are observances, and change no kind")
  func observances() throws {
    let china = try calendar("CN")
    let double11 = china.day(try date("2026-11-11"))
    #expect(double11.kind == .workday)
    #expect(double11.observances == ["double-11", "double-11-window"])
    #expect(china.day(try date("2026-08-19")).observances == ["qixi-festival"])
    #expect(china.day(try date("2026-02-16")).observances == ["spring-festival-eve"])
    let unitedStates = try calendar("US")
    #expect(unitedStates.day(try date("2026-11-27")).observances == ["black-friday"])
    #expect(unitedStates.day(try date("2026-11-27")).kind == .workday)
  }

  @Test("The Philippines tell regular, double and special days apart")
  func philippineClasses() throws {
    let philippines = try calendar("PH")
    #expect(philippines.day(try date("2026-06-12")).holidayClass == .regular)
    #expect(philippines.day(try date("2026-11-02")).holidayClass == .special)
    let double = philippines.day(try date("2020-04-09"))
    #expect(double.holidayClass == .doubleRegular)
    #expect(double.name == "Maundy Thursday; Day of Valor")
    #expect(philippines.day(try date("2026-06-15")).holidayClass == nil)
    #expect(philippines.day(try date("2027-03-09")).isEstimated)
  }

  @Test("A Philippine date that was proclaimed differs from one that is only computed")
  func proclamations() throws {
    let philippines = try calendar("PH")
    for iso in ["2016-07-06", "2016-09-12", "2017-09-01", "2018-08-21"] {
      #expect(philippines.day(try date(iso)).holidayClass == .regular)
    }
  }

  @Test("Scotland's New Year 2022 fell on a weekend and was made up on 3 and 4 January")
  func scotland() throws {
    let scotland = try calendar("GB-SCT")
    let year = DateRange(start: try date("2022-01-01"), days: 5)
    #expect(
      scotland.days(in: year).map(\.kind) == Array(repeating: .statutoryHoliday, count: 4) + [
        .workday
      ])
    #expect(scotland.days(in: year).map(\.isSubstitute) == [false, false, true, true, false])
  }

  @Test("Japan's Golden Week of 2019 ran ten days with its bridges")
  func goldenWeek() throws {
    let japan = try calendar("JP")
    let off = DateRange(start: try date("2019-04-27"), end: try date("2019-05-07"))
    #expect(japan.days(in: off).allSatisfy { !$0.isWorking })
    #expect(japan.day(try date("2019-04-30")).name == "Citizens' holiday")
    #expect(japan.day(try date("2019-05-06")).name == "Substitute holiday")
    #expect(japan.day(try date("2019-05-07")).kind == .workday)
  }

  @Test("An Indian restricted holiday leaves the day a workday")
  func optional() throws {
    let day = try calendar("IN").day(try date("2026-08-28"))
    #expect(day.kind == .workday)
    #expect(day.holidayClass == .optional)
    #expect(day.isWorking)
  }

  @Test("Beyond its coverage a calendar knows weekends only, and says so")
  func coverage() throws {
    let china = try calendar("CN")
    let day = china.day(try date("2028-10-01"))
    #expect(day.kind == .restDay)
    #expect(!day.isCovered)
    #expect(!china.arrangementPublished(2028))
    #expect(china.day(.first).kind == .workday)
  }

  @Test("A scenario's own days take the place of the calendar's")
  func ownDays() throws {
    let day = try date("2027-02-14")
    let own = CalendarDay(date: day, kind: .makeUpWorkday, name: "Spring Festival")
    let china = try calendar("CN")
    #expect(china.day(day).kind == .restDay)
    let mended = china.adding([own], completing: [2027])
    #expect(mended.day(day).kind == .makeUpWorkday)
    #expect(mended.day(day).name == "Spring Festival")
    #expect(mended.day(day).observances == ["valentines-day"])
    #expect(mended.arrangementPublished(2027))
    #expect(mended.day(try date("2027-02-06")) == china.day(try date("2027-02-06")))
    #expect(mended.sources == china.sources)
  }

  @Test(
    "Every bundled calendar has sources and is read back from JSON",
    arguments: HolidayCalendar.bundledIDs)
  func bundled(id: String) throws {
    let calendar = try calendar(id)
    #expect(calendar.id == id)
    #expect(!calendar.sources.isEmpty)
    #expect(calendar.sources.allSatisfy { !$0.title.isEmpty })
    #expect(calendar.namedDays.allSatisfy { calendar.coverage.contains($0.date) })
    let json = try JSONEncoder().encode(calendar)
    #expect(try JSONDecoder().decode(HolidayCalendar.self, from: json) == calendar)
  }

  @Test("GB is England's; what is not bundled is not there")
  func ids() {
    #expect(HolidayCalendar.bundled("GB")?.id == "GB-ENG")
    #expect(HolidayCalendar.bundled("cn") == nil)
    #expect(HolidayCalendar.bundled("") == nil)
  }
}
