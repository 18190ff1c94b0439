import BusinessCalendar
import Testing

@Suite("A day is cut into slots by the clock on the wall")
struct DayGridTests {
  @Test(
    "An ordinary day has 24 hours of slots", arguments: SlotLength.allCases)
  func ordinaryDay(length: SlotLength) throws {
    let grid = DayGrid(
      date: try date("2026-11-11"), zone: try zone("Asia/Shanghai"), slotLength: length)
    #expect(grid.slotCount == length.slotsPerDay)
    #expect(grid.length == .seconds(86_400))
    #expect(!grid.hasClockChange)
    #expect(grid.slots.map(\.start.minutes) == Array(stride(from: 0, to: 1440, by: length.minutes)))
    #expect(grid.slots.last?.end == .endOfDay)
  }

  @Test(
    "Days on which the clock jumps are shorter or longer",
    arguments: [
      ("Europe/London", "2026-03-29", 46, 1380), ("Europe/London", "2026-10-25", 50, 1500),
      ("America/New_York", "2026-03-08", 46, 1380), ("America/New_York", "2026-11-01", 50, 1500),
      ("Australia/Lord_Howe", "2026-10-04", 47, 1410),
      ("Australia/Lord_Howe", "2026-04-05", 49, 1470), ("Africa/Cairo", "2026-04-24", 46, 1380),
      ("Africa/Cairo", "2026-10-29", 50, 1500), ("Pacific/Apia", "2011-12-30", 0, 0),
    ])
  func jumps(name: String, iso: String, halfHours: Int, minutes: Int) throws {
    let grid = DayGrid(date: try date(iso), zone: try zone(name), slotLength: .halfHour)
    #expect(grid.slotCount == halfHours)
    #expect(grid.minutes == minutes)
    #expect(grid.hasClockChange)
  }

  @Test("London's spring day jumps from 01:00 to 02:00")
  func springDay() throws {
    let grid = DayGrid(
      date: try date("2026-03-29"), zone: try zone("Europe/London"), slotLength: .halfHour)
    let starts = grid.slots.map(\.start.description)
    #expect(starts[0...3] == ["00:00", "00:30", "02:00", "02:30"])
    #expect(grid.slots.allSatisfy { $0.fold == 0 })
    #expect(grid.index(of: try moment("2026-03-29T01:30")) == nil)
    #expect(grid.index(of: try moment("2026-03-29T02:00")) == 2)
    #expect(grid.index(of: try moment("2026-03-29T23:59")) == 45)
    #expect(grid.index(of: try moment("2026-03-30T00:00")) == nil)
  }

  @Test("London's autumn day shows 01:00 to 02:00 twice, the second time with fold 1")
  func autumnDay() throws {
    let grid = DayGrid(
      date: try date("2026-10-25"), zone: try zone("Europe/London"), slotLength: .halfHour)
    let texts = grid.slots.map(\.dateTime.description)
    #expect(
      texts[1...6] == [
        "2026-10-25T00:30", "2026-10-25T01:00", "2026-10-25T01:30", "2026-10-25T01:00 fold 1",
        "2026-10-25T01:30 fold 1", "2026-10-25T02:00",
      ])
    #expect(grid.index(of: try moment("2026-10-25T01:45")) == 3)
    #expect(grid.index(of: try moment("2026-10-25T01:45 fold 1")) == 5)
    #expect(grid.index(of: try moment("2026-10-25T03:00 fold 1")) == 8)
    let one = try #require(LocalTime(hour: 1))
    let two = try #require(LocalTime(hour: 2))
    #expect(grid.indices(from: one, to: two) == [2, 3, 4, 5])
    #expect(grid.indices(from: .midnight, to: .endOfDay) == Array(0..<50))
  }

  @Test("Lord Howe's half-hour jump cuts one hourly slot short, and no other")
  func lordHowe() throws {
    let lordHowe = try zone("Australia/Lord_Howe")
    let spring = DayGrid(date: try date("2026-10-04"), zone: lordHowe, slotLength: .hour)
    #expect(spring.slotCount == 24)
    #expect(spring.slots.filter { $0.minutes != 60 }.map(\.start.description) == ["02:30"])
    #expect(spring.index(of: try moment("2026-10-04T02:00")) == nil)
    #expect(spring.index(of: try moment("2026-10-04T02:45")) == 2)
    let autumn = DayGrid(date: try date("2026-04-05"), zone: lordHowe, slotLength: .hour)
    #expect(autumn.slotCount == 25)
    #expect(
      autumn.slots.filter { $0.minutes != 60 }.map(\.dateTime.description) == [
        "2026-04-05T01:30 fold 1"
      ])
    #expect(autumn.index(of: try moment("2026-04-05T01:45")) == 1)
    #expect(autumn.index(of: try moment("2026-04-05T01:45 fold 1")) == 2)
  }

  @Test(
    "Through three years slots follow each other without gap, and each is found by its start",
    arguments: [
      "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "Asia/Manila",
      "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tokyo", "Africa/Cairo", "Africa/Casablanca",
      "America/Havana", "America/St_Johns", "Asia/Gaza", "Europe/Warsaw", "Pacific/Chatham",
    ], [SlotLength.quarterHour, .hour])
  func noGaps(name: String, length: SlotLength) throws {
    let zone = try zone(name)
    let start = try date("2025-01-01")
    var end: Int64?
    for day in DateRange(start: start, days: 3 * 365).days {
      let grid = DayGrid(date: day, zone: zone, slotLength: length)
      for slot in grid.slots {
        if let end { #expect(slot.startInstant == end) }
        end = slot.endInstant
      }
      guard grid.hasClockChange || day.day == 1 else { continue }
      for slot in grid.slots {
        #expect(zone.local(at: slot.startInstant) == slot.dateTime)
        #expect(zone.instant(of: slot.dateTime) == slot.startInstant)
        #expect(grid.index(of: slot.dateTime) == slot.index)
      }
    }
  }

  @Test("There is no slot before the first or after the last")
  func outOfBounds() throws {
    let grid = DayGrid(date: .last, zone: .utc, slotLength: .hour)
    #expect(grid.slot(at: -1) == nil)
    #expect(grid.slot(at: 24) == nil)
    #expect(grid.index(of: .endOfDay) == nil)
    #expect(DayGrid(date: .first, zone: .utc, slotLength: .hour).slotCount == 24)
  }
}
