import BusinessCalendar
import Scenarios
import Testing
import Units

@testable import ShiftScheduling

/// Seats of a site by time. Two queues need somebody each from nine to five, and each has four people
/// of the same room on shifts of four hours; without limits two people come in the morning and two in
/// the afternoon.
@Suite("Seats of a site over the day")
struct SeatTests {
  static func sample(seats: Int) -> Sample {
    var sample = Sample()
    sample.work = [
      .init(id: "calls") { _, hour in hour >= 9 && hour < 17 ? 1 : 0 },
      .init(id: "chat") { _, hour in hour >= 9 && hour < 17 ? 1 : 0 },
    ]
    sample.people = [
      .init(id: "first", skills: ["calls"], heads: 4, site: "room"),
      .init(id: "second", skills: ["chat"], heads: 4, site: "room"),
    ]
    sample.types = [
      .sample("morning", from: "09:00", hours: 4), .sample("afternoon", from: "13:00", hours: 4),
    ]
    sample.sites = [("room", seats)]
    return sample
  }

  static func part(
    from: String, until: String, seats: Int, on days: [String] = []
  ) throws -> DayPart {
    DayPart(
      id: .init("late"), from: try #require(LocalTime(from)), until: try #require(LocalTime(until)),
      seats: seats, days: try days.map { try #require(LocalDate(iso: $0)) })
  }

  /// People of each shift type, a day.
  static func people(_ schedule: ShiftSchedule) -> [[String: Int]] {
    schedule.days.map { day in
      Dictionary(day.seats.map { ($0.type.rawValue, $0.seats) }, uniquingKeysWith: +)
    }
  }

  @Test("A room for two has one seat in the afternoon")
  func fewer() throws {
    var sample = Self.sample(seats: 2)
    sample.dayParts = [try Self.part(from: "13:00", until: "17:00", seats: 1)]
    let schedule = try sample.schedule()
    #expect(Self.people(schedule) == Array(repeating: ["morning": 2, "afternoon": 1], count: 7))
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("A room for one has a second seat in the afternoon")
  func more() throws {
    var sample = Self.sample(seats: 1)
    sample.dayParts = [try Self.part(from: "13:00", until: "24:00", seats: 2)]
    let schedule = try sample.schedule()
    #expect(Self.people(schedule) == Array(repeating: ["morning": 1, "afternoon": 2], count: 7))
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("A part of the day counts on its days only, and a minute of it is enough")
  func days() throws {
    var sample = Self.sample(seats: 2)
    sample.dayParts = [
      try Self.part(from: "16:59", until: "17:00", seats: 1, on: ["2026-11-11"])
    ]
    let schedule = try sample.schedule()
    var wanted = Array(repeating: ["morning": 2, "afternoon": 2], count: 7)
    wanted[2] = ["morning": 2, "afternoon": 1]
    #expect(Self.people(schedule) == wanted)
  }

  @Test("Seats that the plan takes beyond the site's own are there, 1.6 as two and 1.4 as one")
  func beyond() throws {
    var sample = Self.sample(seats: 0)
    sample.extraSeats = 1.6
    let schedule = try sample.schedule()
    #expect(Self.people(schedule) == Array(repeating: ["morning": 2, "afternoon": 2], count: 7))
    sample.extraSeats = 1.4
    let fewer = try sample.schedule()
    #expect(Self.people(fewer) == Array(repeating: ["morning": 1, "afternoon": 1], count: 7))
    #expect(ScheduleCheck(sample, fewer).findings == [])
  }

  @Test("Of two parts at the same time the fewer seats hold; a stretch has seats on average")
  func seats() throws {
    var sample = Self.sample(seats: 8)
    sample.dayParts = [
      try Self.part(from: "20:00", until: "24:00", seats: 4),
      try Self.part(from: "22:00", until: "23:00", seats: 6),
    ]
    let week = WeekTask(
      0, scenario: sample.scenario, requirement: sample.requirement, capacity: sample.capacity)
    let room = try #require(week.sites.first)
    let midnight = try #require(week.blocks.blocks.first).start
    func minutes(_ from: Int, _ until: Int) -> Range<Int> {
      (midnight + from * 60)..<(midnight + until * 60)
    }
    #expect(room.fewest(in: minutes(22, 23)) == 4)
    #expect(room.fewest(in: minutes(18, 21)) == 4)
    #expect(room.fewest(in: minutes(18, 20)) == 8)
    #expect(room.fewest(in: minutes(24, 30)) == 8)
    #expect(room.mean(in: minutes(18, 22)) == 6)
    #expect(room.limit(in: minutes(20, 21)).path == "sites.room.day-parts.late")
  }

  @Test("The cause of a shortage names the part of the day")
  func cause() throws {
    let causes = try ShortageCauseTests.causes(required: 1) {
      $0 = Self.sample(seats: 2)
      $0.dayParts = [
        DayPart(
          id: .init("late"), from: LocalTime(hour: 13, minute: 0) ?? .midnight, until: .endOfDay,
          seats: 1)
      ]
    }
    #expect(causes.map(\.limit) == [.seats])
    #expect(causes.first?.most == 1 && causes.first?.used == 1)
    #expect(causes.first?.path == "sites.room.day-parts.late")
  }
}
