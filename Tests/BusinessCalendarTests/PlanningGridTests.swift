import BusinessCalendar
import Foundation
import Testing

@Suite("The horizon numbers its slots through all its days and weeks")
struct PlanningGridTests {
  private func autumn(firstWeekday: Weekday? = nil) throws -> PlanningGrid {
    // Four weeks from Monday 12 October 2026; London's clock goes back on Sunday 25 October.
    PlanningGrid(
      range: DateRange(start: try date("2026-10-12"), days: 28), zone: try zone("Europe/London"),
      slotLength: .halfHour, firstWeekday: firstWeekday)
  }

  @Test("Four weeks with a doubled hour have 28 × 48 + 2 half-hours")
  func count() throws {
    let grid = try autumn()
    #expect(grid.slotCount == 28 * 48 + 2)
    #expect(grid.days.count == 28)
    #expect(grid.weeks.count == 4)
    #expect(grid.slots.count == grid.slotCount)
    #expect(grid.slotIndices(of: try date("2026-10-25")) == (13 * 48)..<(13 * 48 + 50))
    #expect(grid.slotIndices(of: try date("2026-10-26")).lowerBound == 14 * 48 + 2)
    #expect(grid.slotIndices(of: try date("2026-11-09")).isEmpty)
  }

  @Test("Every slot is found by its number, its clock time and its instant")
  func lookUps() throws {
    let grid = try autumn()
    for index in grid.slotIndices {
      let slot = try #require(grid.slot(at: index))
      #expect(grid.index(of: slot.dateTime) == index)
      #expect(grid.index(ofInstant: slot.startInstant) == index)
      #expect(grid.index(ofInstant: slot.endInstant - 1) == index)
      #expect(grid.dayIndex(ofSlot: index) == grid.dayIndex(of: slot.date))
      #expect(grid.weekIndex(ofSlot: index) == grid.range.start.days(until: slot.date) / 7)
    }
    #expect(grid.slot(at: -1) == nil)
    #expect(grid.slot(at: grid.slotCount) == nil)
    #expect(grid.index(of: try moment("2026-10-11T23:30")) == nil)
    #expect(grid.index(of: try moment("2026-11-09T00:00")) == nil)
    #expect(grid.weekIndex(ofSlot: -1) == nil)
  }

  @Test("A day's grid within the horizon is the day's grid alone")
  func sameDays() throws {
    let grid = try autumn()
    for day in grid.days {
      let alone = DayGrid(date: day.date, zone: grid.zone, slotLength: .halfHour)
      #expect(day.slots == alone.slots)
    }
  }

  @Test("Weeks from Wednesday cut the horizon into five, the first and last in part")
  func weeksFromWednesday() throws {
    let grid = try autumn(firstWeekday: .wednesday)
    #expect(grid.weeks.map(\.description).first == "2026-10-07")
    #expect(grid.weeks.count == 5)
    #expect(grid.weeks.indices.map { grid.dayIndices(ofWeek: $0).count } == [2, 7, 7, 7, 5])
    let slots = grid.weeks.indices.map { grid.slotIndices(ofWeek: $0).count }
    #expect(slots == [96, 336, 338, 336, 240])
    #expect(grid.weekIndex(of: try date("2026-10-13")) == 0)
    #expect(grid.weekIndex(of: try date("2026-10-14")) == 1)
    #expect(grid.weekIndex(of: try date("2026-10-11")) == nil)
    #expect(grid.dayIndices(ofWeek: 5).isEmpty)
    #expect(grid.slotIndices(ofWeek: -1).isEmpty)
  }

  @Test("A horizon of whole weeks begins on its first day")
  func wholeWeeks() throws {
    let grid = PlanningGrid(
      firstDay: try date("2026-08-05"), weeks: 16, zone: try zone("Asia/Shanghai"),
      slotLength: .quarterHour)
    #expect(grid.slotCount == 16 * 7 * 96)
    #expect(grid.firstWeekday == .wednesday)
    #expect(grid.range.end == (try date("2026-11-25")))
  }

  @Test("An empty horizon has nothing")
  func empty() throws {
    let grid = PlanningGrid(
      firstDay: try date("2026-08-05"), weeks: -1, zone: .utc, slotLength: .hour)
    #expect(grid.slotCount == 0)
    #expect(grid.weeks.isEmpty)
    #expect(grid.index(of: try moment("2026-08-05T00:00")) == nil)
  }

  @Test("A grid is read back from what it was made of")
  func codable() throws {
    let grid = try autumn(firstWeekday: .sunday)
    let json = try JSONEncoder().encode(grid)
    #expect(try JSONDecoder().decode(PlanningGrid.self, from: json) == grid)
    #expect(json.count < 200)
  }
}
