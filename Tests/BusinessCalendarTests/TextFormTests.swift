import BusinessCalendar
import Foundation
import Testing

@Suite("Calendar values are written as text and read back")
struct TextFormTests {
  private func roundTrip<Value: CalendarText>(_ value: Value, _ text: String) throws {
    #expect(value.description == text)
    #expect(Value(text) == value)
    let json = try JSONEncoder().encode([value])
    #expect(String(decoding: json, as: UTF8.self) == "[\"\(text.replacing("/", with: "\\/"))\"]")
    #expect(try JSONDecoder().decode([Value].self, from: json) == [value])
    let keyed = try JSONEncoder().encode([value: 1])
    #expect(try JSONDecoder().decode([Value: Int].self, from: keyed) == [value: 1])
    #expect(String(decoding: keyed, as: UTF8.self).hasPrefix("{\""))
  }

  @Test("In JSON, as values and as keys")
  func json() throws {
    try roundTrip(try date("2026-11-11"), "2026-11-11")
    try roundTrip(YearMonth(of: try date("2026-11-11")), "2026-11")
    try roundTrip(Week(start: try date("2026-11-09")), "2026-11-09")
    try roundTrip(try moment("2026-11-10T20:00"), "2026-11-10T20:00")
    try roundTrip(try moment("2026-10-25T01:30 fold 1"), "2026-10-25T01:30 fold 1")
    try roundTrip(LocalTime.endOfDay, "24:00")
    try roundTrip(Weekday.wednesday, "wednesday")
    try roundTrip(SlotLength.halfHour, "30 min")
    try roundTrip(try zone("Asia/Shanghai"), "Asia/Shanghai")
  }

  @Test("A text that is no value is refused with the text in the message")
  func refused() {
    #expect {
      try JSONDecoder().decode([LocalDate].self, from: Data("[\"2026-02-30\"]".utf8))
    } throws: { "\($0)".contains("2026-02-30") }
    #expect {
      try JSONDecoder().decode([Weekday].self, from: Data("[\"someday\"]".utf8))
    } throws: { "\($0)".contains("someday") }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([SlotLength].self, from: Data("[30]".utf8))
    }
  }

  @Test("A range that ends before it starts is refused in JSON and empty in code")
  func backwardRange() throws {
    let text = "{\"start\":\"2026-11-11\",\"end\":\"2026-11-10\"}"
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(DateRange.self, from: Data(text.utf8))
    }
    let range = DateRange(start: try date("2026-11-11"), end: try date("2026-11-10"))
    #expect(range.isEmpty)
    #expect(range.last == nil)
    let whole = DateRange(start: try date("2026-11-01"), days: 11)
    let json = try JSONEncoder().encode(whole)
    #expect(try JSONDecoder().decode(DateRange.self, from: json) == whole)
  }

  @Test(
    "Weekdays are read whole, by three letters, in any case",
    arguments: [("monday", Weekday.monday), ("Sun", .sunday), ("THU", .thursday)])
  func weekdays(text: String, weekday: Weekday) { #expect(Weekday(name: text) == weekday) }

  @Test("What is no weekday is refused", arguments: ["", "m", "mo", "mond", "montag", "1"])
  func noWeekdays(text: String) { #expect(Weekday(name: text) == nil) }

  @Test(
    "What is no time of day is refused",
    arguments: ["", "24:01", "25:00", "12:60", "1:00", "12:0", "12", "12:00:00", "-1:00", "ab:cd"])
  func noTimes(text: String) { #expect(LocalTime(text) == nil) }

  @Test("Times are minutes of the day, 24:00 included")
  func times() throws {
    #expect(LocalTime(hour: 20)?.minutes == 1200)
    #expect(LocalTime(minutes: 1440) == .endOfDay)
    #expect(LocalTime(minutes: 1441) == nil)
    #expect(LocalTime(minutes: -1) == nil)
    for minutes in 0...1440 {
      let time = try #require(LocalTime(minutes: minutes))
      #expect(LocalTime(time.description) == time)
    }
  }

  @Test("24:00 is 00:00 of the day after")
  func endOfDay() throws {
    #expect(try moment("2026-11-10T24:00") == (try moment("2026-11-11T00:00")))
    #expect(try moment("2026-11-10T20:00:00") == (try moment("2026-11-10T20:00")))
  }

  @Test(
    "What is no moment is refused",
    arguments: [
      "", "2026-11-10", "2026-11-10 20:00", "2026-11-10T20:00Z", "2026-11-10T20:00:01",
      "2026-11-10T20:00 fold 2", "2026-11-10T25:00", "T20:00", "2026-11-10T",
    ])
  func noMoments(text: String) { #expect(LocalDateTime(text) == nil) }

  @Test("Moments move by minutes over midnight and back")
  func movingMoments() throws {
    let evening = try moment("2026-11-10T20:00")
    #expect(evening.adding(minutes: 300) == (try moment("2026-11-11T01:00")))
    #expect(evening.adding(minutes: -1201) == (try moment("2026-11-09T23:59")))
    #expect(evening.minutes(until: try moment("2026-11-11T01:00")) == 300)
    #expect(evening.adding(minutes: .max).date == .last)
  }

  @Test("Only slots of 5, 10, 15, 30 and 60 minutes exist")
  func slotLengths() {
    #expect((-1...120).filter { SlotLength(minutes: $0) != nil } == [5, 10, 15, 30, 60])
    #expect(SlotLength.allCases.map(\.slotsPerDay) == [288, 144, 96, 48, 24])
    #expect(SlotLength.quarterHour.duration == .seconds(900))
  }
}

@Suite("Weeks begin on any day")
struct WeekTests {
  @Test("The week of 11 November 2026 by its first weekday", arguments: Weekday.allCases)
  func anyFirstWeekday(first: Weekday) throws {
    let day = try date("2026-11-11")
    let week = Week(containing: day, firstWeekday: first)
    #expect(week.start.weekday == first)
    #expect(week.contains(day))
    #expect(week.days.count == 7)
    #expect(!week.contains(week.end))
    #expect(week.next.start == week.end)
    #expect(week.next.previous == week)
    #expect(week.adding(weeks: 3).weeks(until: week) == -3)
  }

  @Test("With Sunday first it is 8 to 14 November, with Wednesday first 11 to 17")
  func known() throws {
    let day = try date("2026-11-11")
    #expect(Week(containing: day, firstWeekday: .sunday).description == "2026-11-08")
    #expect(Week(containing: day, firstWeekday: .wednesday).description == "2026-11-11")
    #expect(Week(containing: day).description == "2026-11-09")
  }

  @Test("Ranges are half-open, meet and overlap")
  func ranges() throws {
    let range = DateRange(start: try date("2026-11-01"), end: try date("2026-11-12"))
    #expect(range.count == 11)
    #expect(range.contains(try date("2026-11-11")))
    #expect(!range.contains(try date("2026-11-12")))
    let next = DateRange(start: try date("2026-11-12"), days: 3)
    #expect(!range.overlaps(next))
    #expect(range.intersection(next) == nil)
    let across = DateRange(first: try date("2026-11-10"), last: try date("2026-11-20"))
    #expect(range.intersection(across)?.count == 2)
    #expect(range.days.map(\.day) == Array(1...11))
  }
}
