import BusinessCalendar
import Testing

@Suite("Zones know when their clocks jump")
struct TimeZoneTests {
  @Test(
    "Clocks skip or repeat these times",
    arguments: [
      ("Europe/London", "2026-03-29T01:30", LocalTimeOccurrence.skipped),
      ("Europe/London", "2026-03-29T02:00", .once), ("Europe/London", "2026-10-25T01:00", .twice),
      ("Europe/London", "2026-10-25T02:00", .once),
      ("America/New_York", "2026-03-08T02:00", .skipped),
      ("America/New_York", "2026-11-01T01:59", .twice),
      ("Australia/Lord_Howe", "2026-10-04T02:15", .skipped),
      ("Australia/Lord_Howe", "2026-04-05T01:45", .twice),
      ("Australia/Lord_Howe", "2026-04-05T01:29", .once),
      ("Asia/Shanghai", "2026-03-29T01:30", .once),
      ("Pacific/Apia", "2011-12-30T12:00", .skipped),
    ])
  func occurrence(name: String, text: String, expected: LocalTimeOccurrence) throws {
    #expect(try zone(name).occurrence(of: try moment(text)) == expected)
  }

  @Test("London's doubled hour happens first in summer time, then in winter time")
  func folds() throws {
    let london = try zone("Europe/London")
    // 2026-10-25T00:30Z is 1,792,888,200 s after 1970: day 20,751 × 86,400 + 1,800.
    let first: Int64 = 20_751 * 86_400 + 1_800
    #expect(london.instant(of: try moment("2026-10-25T01:30")) == first)
    #expect(london.instant(of: try moment("2026-10-25T01:30 fold 1")) == first + 3600)
    #expect(london.local(at: first).fold == 0)
    #expect(london.local(at: first + 3600).description == "2026-10-25T01:30 fold 1")
    #expect(london.offsetMinutes(at: first) == 60)
    #expect(london.offsetMinutes(at: first + 3600) == 0)
  }

  @Test("A skipped time has no instant, and the jump stands in for it")
  func skipped() throws {
    let london = try zone("Europe/London")
    let skipped = try moment("2026-03-29T01:30")
    #expect(london.instant(of: skipped) == nil)
    #expect(
      london.instant(ofOrAfter: skipped) == london.instant(of: try moment("2026-03-29T02:00")))
    let plain = try moment("2026-03-29T12:00")
    #expect(london.instant(ofOrAfter: plain) == london.instant(of: plain))
  }

  @Test("Shanghai is eight hours ahead, always")
  func shanghai() throws {
    let shanghai = try zone("Asia/Shanghai")
    let instant = try #require(shanghai.instant(of: try moment("2026-11-11T00:00")))
    #expect(instant == Int64(20_768 * 86_400 - 8 * 3600))
    #expect(shanghai.local(at: instant).description == "2026-11-11T00:00")
  }

  @Test(
    "What is no zone is refused",
    arguments: ["", "London", "Europe/Londn", "EST", "+08:00", "../etc/passwd", "Europe/"])
  func unknown(name: String) { #expect(TimeZoneRules(identifier: name) == nil) }

  @Test("Instants far away do not trap", arguments: [Int64.min, .max, 0])
  func farInstants(instant: Int64) throws {
    let local = try zone("America/New_York").local(at: instant)
    #expect(local.date >= .first)
  }

  @Test("UTC is a zone, and equal to itself by name")
  func utc() throws {
    #expect(try zone("UTC") == .utc)
    #expect(TimeZoneRules.utc.offsetMinutes(at: 1_792_888_200) == 0)
  }
}
