import BusinessCalendar
import CapacityPlanning
import PayRules
import Scenarios
import ShiftScheduling
import Staffing
import Testing
import Units

@Suite("Limits of a whole week")
struct WeekLimitTests {
  /// Ten positions for eight hours of seven days, 560 hours; own people give 200 of them, and a
  /// vendor, who is cheaper, has people for all.
  static var office: Sample {
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 9 && hour < 17 ? 10 : 0 }]
    sample.people = [.init(id: "team", skills: ["calls"], heads: 5)]
    sample.outsourcers = [
      .init(id: "vendor", skills: ["calls"], seats: 12, price: 1000, hoursPerSeat: 48)
    ]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    return sample
  }

  static func outsourcedHours(_ schedule: ShiftSchedule) -> Double {
    schedule.days.flatMap(\.coverage).flatMap(\.outsourced).total().value / 2
  }

  @Test("Vendors take no more of a week than their share of everything, and as much as that")
  func outsourcedShare() throws {
    var sample = Self.office
    sample.outsourced = Share(0.3)
    let schedule = try sample.schedule()
    // 30 % of 560 hours are 168: 21 shifts of eight hours.
    #expect(abs(Self.outsourcedHours(schedule) - 168) < 0.01)
    #expect(ScheduleCheck(sample, schedule).findings == [])
    sample.outsourced = nil
    #expect(Self.outsourcedHours(try sample.schedule()) > 400)
    sample.outsourced = .zero
    #expect(Self.outsourcedHours(try sample.schedule()) == 0)
  }

  @Test("Where the capacity plan itself has vendors take more of the week, its hours are the limit")
  func plannedShare() throws {
    var sample = Self.office
    sample.outsourced = Share(0.3)
    sample.outsourcers[0].plannedHours = 240
    let schedule = try sample.schedule()
    #expect(abs(Self.outsourcedHours(schedule) - 240) < 0.01)
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("The outline keeps no people for a day on which the site has no seat for them")
  func seats() throws {
    // Four people with 20 days of work between them; Tuesday to Saturday need four people, and the
    // room has two seats: ten days. Monday's and Sunday's two people are left.
    var sample = Sample()
    sample.work = [
      .init(id: "calls") { day, hour in
        guard hour >= 9, hour < 17 else { return 0 }
        return day == 0 || day == 6 ? 2 : 8
      }
    ]
    sample.people = [.init(id: "team", skills: ["calls"], heads: 4, site: "room")]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    sample.sites = [("room", 2)]
    let schedule = try sample.schedule()
    #expect(schedule.days.map { $0.seats.map(\.seats).reduce(0, +) } == [2, 2, 2, 2, 2, 2, 2])
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Eighty queues that the same people take", arguments: ["q", "a-queue-with-a-longer-name-"])
  func manyQueues(prefix: String) throws {
    var sample = Sample()
    sample.work = (0..<80).map { queue in
      .init(id: "\(prefix)\(queue)") { _, hour in hour >= 9 && hour < 17 ? 0.1 : 0 }
    }
    sample.people = [.init(id: "team", skills: sample.work.map(\.id), heads: 12)]
    sample.outsourcers = [.init(id: "vendor", skills: sample.work.map(\.id), seats: 1)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    sample.outsourced = Share(0.1)
    let schedule = try sample.schedule()
    #expect(ScheduleCheck(sample, schedule).findings == [])
    // Eight positions, seven days, and the twelve people work 60 days.
    let short = schedule.days.flatMap(\.coverage).flatMap(\.short).total().value
    #expect(short < 1e-3)
  }

  @Test("Names of any length")
  func longNames() throws {
    var sample = Self.office
    let long = String(repeating: "a-very-long-name-", count: 40)
    sample.work[0].id = long + "queue"
    sample.people[0].id = long + "team"
    sample.people[0].skills = [sample.work[0].id]
    sample.people[0].site = long + "room"
    sample.people[0].takeUp = 1
    sample.people[0].overtime = [("CN_OT150", 8)]
    sample.sites = [(long + "room", 3)]
    sample.outsourcers[0].id = long + "vendor"
    sample.outsourcers[0].skills = [sample.work[0].id]
    sample.outsourced = Share(0.3)
    sample.work[0].outsourced = Share(0.25)
    sample.types = [
      .sample(
        long + "type", from: "09:00", hours: 8,
        breaks: (1...7).map { (0.25, Double($0), Double($0) + 0.5) })
    ]
    let schedule = try sample.schedule()
    #expect(ScheduleCheck(sample, schedule).findings == [])
    #expect(!schedule.days[0].seats.isEmpty)
  }

  @Test("Hours that the plan takes off in lieu of pay are not worked")
  func timeOff() throws {
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 9 && hour < 17 ? 1 : 0 }]
    sample.people = [.init(id: "team", skills: ["calls"], heads: 1)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    func shifts(_ sample: Sample) throws -> Int {
      try sample.schedule().days.flatMap(\.seats).map(\.seats).reduce(0, +)
    }
    #expect(try shifts(sample) == 5)
    sample.people[0].timeOff = 8
    #expect(try shifts(sample) == 4)
  }

  @Test("Overtime after a shift is as long as the law of its day lets it be")
  func lawOfDays() throws {
    func pack(from: String, until: String?, hours: String) throws -> RulePack {
      let end = until.map { "\"effective-to\": \"\($0)\"," } ?? ""
      return try PaySystem.read(
        json: """
          {"id": "own", "name": "Own", "jurisdiction": "CN", "contract": "standard",
           "effective-from": "\(from)", \(end)
           "sources": [{"key": "s", "title": "Handbook", "evidence": "read"}],
           "classes": [
             {"code": "LONG", "when": {"beyond": {"day": "8"}}, "multiplier": "1.5",
              "sentence": "long days", "source": "s"},
             {"code": "BASE", "pays": "base", "counts": ["day"], "sentence": "base", "source": "s"}],
           "caps": [{"code": "DAY", "measure": "day", "limit": "\(hours)", "classes": ["LONG"],
              "sentence": "a day", "source": "s"}]}
          """
      ).planningPack()
    }
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 9 && hour < 19 ? 1 : 0 }]
    sample.people = [
      .init(
        id: "team", skills: ["calls"], heads: 2, monthly: 522_000, takeUp: 1,
        overtime: [("LONG", 20)])
    ]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    // From Thursday on an hour a day in the place of two.
    sample.ownPayRules = [
      try pack(from: "2020-01-01", until: "2026-11-12", hours: "2"),
      try pack(from: "2026-11-12", until: nil, hours: "1"),
    ]
    let seats = try sample.schedule().days.flatMap(\.seats)
    let before = seats.filter { $0.start.date.description < "2026-11-12" }
    let after = seats.filter { $0.start.date.description >= "2026-11-12" }
    #expect(before.map(\.overtime).max() == WorkTime(hours: 2))
    #expect(after.map(\.overtime).max() == WorkTime(hours: 1))
  }
}
