import BusinessCalendar
import CapacityPlanning
import PayRules
import Scenarios
import Testing
import Units

@testable import ShiftScheduling

/// Schedules that can be worked out on paper. A contact takes five minutes and costs 5.00 when it is
/// lost: an hour short costs 60.00 for the first 5 % of the requirement, 90.00 for the next 15 %,
/// 150.00 for the rest, and 300.00 below a quarter of the requirement. An hour of work costs 30.00
/// unless something else is said.
@Suite("Hand-solved weeks")
struct HandSolvedTests {
  /// Two positions from nine to five.
  static let office = Sample.Work(id: "calls") { _, hour in hour >= 9 && hour < 17 ? 2 : 0 }

  @Test("Two positions from nine to five take two people on eight-hour shifts")
  func officeHours() throws {
    var sample = Sample()
    sample.work = [Self.office]
    sample.people = [.init(id: "day", skills: ["calls"], heads: 10)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let schedule = try sample.schedule()
    #expect(schedule.days.count == 7)
    for day in schedule.days {
      #expect(day.seats.map(\.seats) == [2])
      #expect(day.coverage[0].short.allSatisfy { $0 == .zero })
      #expect(abs(day.solve.objective - 2 * 8 * 3000) < 1e-3)
      #expect(day.solve.status == "optimal")
      #expect(day.slots.count == 48)
    }
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Two people cover ten of fourteen days of work when each works five")
  func workDays() throws {
    var sample = Sample()
    sample.work = [Self.office]
    sample.people = [.init(id: "day", skills: ["calls"], heads: 2)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let schedule = try sample.schedule()
    #expect(schedule.days.flatMap(\.seats).map(\.seats).reduce(0, +) == 10)
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Contract hours bind before the days of work do")
  func contractHours() throws {
    var sample = Sample()
    sample.work = [Self.office]
    sample.people = [.init(id: "half", skills: ["calls"], heads: 2, contractHours: 24)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let schedule = try sample.schedule()
    #expect(schedule.days.flatMap(\.seats).map(\.seats).reduce(0, +) == 6)
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Whoever is paid that week works, however little a contact is worth; a vendor does not")
  func paidAnyway() throws {
    // Contacts of 0.50: an hour without both positions costs 0.1 × 6 + 0.3 × 9 + 1.1 × 15 + 0.5 × 30 =
    // 34.80, where the hours cost 60.00 of our own and 80.00 of the vendor's. Our own two are paid for
    // five days each.
    var sample = Sample()
    sample.work = [Self.office]
    sample.work[0].lostContact = 50
    sample.people = [.init(id: "day", skills: ["calls"], heads: 2)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let own = try sample.schedule()
    #expect(own.days.flatMap(\.seats).map(\.seats).reduce(0, +) == 10)
    sample.people = []
    sample.outsourcers = [.init(id: "vendor", skills: ["calls"], seats: 2)]
    let outsourced = try sample.schedule()
    #expect(outsourced.days.allSatisfy { $0.seats.isEmpty })
  }

  @Test("A break goes where fewest are needed")
  func breaks() throws {
    // Between twelve and one only one position is needed: one person breaks then. The other's hour
    // is short by one of two: 0.1 h × 60 + 0.3 h × 90 + 0.6 h × 150 = 123.00, which is less than the
    // 240.00 of a third person.
    var sample = Sample()
    sample.work = [
      .init(id: "calls") { _, hour in
        guard hour >= 9, hour < 18 else { return 0 }
        return hour >= 12 && hour < 13 ? 1 : 2
      }
    ]
    sample.people = [.init(id: "day", skills: ["calls"], heads: 10)]
    sample.types = [.sample("day", from: "09:00", hours: 9, breaks: [(1, 3, 5)])]
    let schedule = try sample.schedule()
    for day in schedule.days {
      #expect(day.seats.map(\.seats).reduce(0, +) == 2)
      #expect(day.seats.contains { $0.breaks[0].offset == WorkTime(hours: 3) })
      #expect(abs(day.solve.objective - (2 * 24_000 + 12_300)) < 1e-3)
    }
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Four people of a short line do not all break at once")
  func staggered() throws {
    // Ten positions are required and four people are there: every interval is deep in shortage. An
    // hour of break costs the same anywhere but where it leaves fewer than two and a half.
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 8 && hour < 17 ? 10 : 0 }]
    sample.people = [.init(id: "team", skills: ["calls"], heads: 4, contractHours: 56)]
    sample.workDaysPerWeek = 7
    sample.types = [.sample("day", from: "08:00", hours: 9, breaks: [(1, 3, 5)])]
    let schedule = try sample.schedule()
    for day in schedule.days {
      #expect(day.seats.map(\.seats).reduce(0, +) == 4)
      let there = day.coverage[0].inHouse[16..<34].map(\.value)
      #expect(there.allSatisfy { $0 >= 2 })
    }
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("An evening's shift is worth the small hours, also where others start at midnight")
  func lateAndSmallHours() throws {
    // Two are needed from ten at night to six, and shifts of eight hours start at ten or at
    // midnight: two at ten carry all of it, and midnight's nobody.
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 22 || hour < 6 ? 2 : 0 }]
    sample.people = [.init(id: "night", skills: ["calls"], heads: 10)]
    sample.types = [
      .sample("evening", from: "22:00", hours: 8), .sample("small", from: "00:00", hours: 8),
    ]
    let schedule = try sample.schedule()
    // The evening before the week is like its evenings, and carries its first small hours.
    #expect(schedule.days[0].carriedIn.map(\.start.description) == ["2026-11-08T22:00"])
    #expect(schedule.days[0].carriedIn.map(\.seats) == [2])
    for day in schedule.days {
      #expect(day.seats.map(\.type.rawValue) == ["evening"])
      #expect(day.seats.map(\.seats) == [2])
      #expect(day.coverage[0].short.allSatisfy { $0 == .zero })
    }
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("A night shift carries the small hours, and the evening before the week is filled in")
  func night() throws {
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 22 || hour < 6 ? 1 : 0 }]
    sample.people = [.init(id: "night", skills: ["calls"], heads: 5)]
    sample.types = [.sample("night", from: "22:00", hours: 8)]
    let schedule = try sample.schedule()
    #expect(schedule.days[0].carriedIn.map(\.seats) == [1])
    #expect(schedule.days[0].carriedIn.map(\.start.description) == ["2026-11-08T22:00"])
    for day in schedule.days {
      #expect(day.seats.map(\.seats) == [1])
      #expect(day.coverage[0].short.allSatisfy { $0 == .zero })
      #expect(day.coverage[0].inHouse[11] == Positions(1))
      #expect(day.coverage[0].inHouse[12] == .zero)
    }
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("An opening at eight in the evening is carried over midnight")
  func opening() throws {
    var sample = Sample()
    sample.work = [
      .init(id: "chat") { day, hour in
        day == 1 && hour >= 20 || day == 2 && hour < 2 ? 3 : hour >= 10 && hour < 12 ? 1 : 0
      }
    ]
    sample.people = [.init(id: "team", skills: ["chat"], heads: 6)]
    sample.types = [
      .sample("day", from: "08:00", to: "10:00", hours: 8),
      .sample("late", from: "16:00", to: "18:00", hours: 8),
    ]
    let schedule = try sample.schedule()
    let opening = schedule.days[1]
    let late = opening.seats.filter { $0.type.rawValue == "late" }
    #expect(late.map(\.start.time.description) == ["18:00"])
    #expect(late.map(\.seats) == [3])
    #expect(schedule.days[2].coverage[0].short.prefix(4).allSatisfy { $0 == .zero })
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Who worked until eleven at night does not start at seven", arguments: [11.0, 7.0])
  func rest(hours: Double) throws {
    var sample = Sample()
    sample.work = [
      .init(id: "calls") { day, hour in
        if day == 0 { return hour >= 15 && hour < 23 ? 2 : 0 }
        return day == 1 && hour >= 7 && hour < 15 ? 2 : 0
      }
    ]
    sample.people = [.init(id: "team", skills: ["calls"], heads: 2)]
    sample.types = [
      .sample("early", from: "07:00", hours: 8), .sample("late", from: "15:00", hours: 8),
    ]
    sample.rest = hours
    let schedule = try sample.schedule()
    let people = schedule.days.flatMap(\.seats).map(\.seats).reduce(0, +)
    #expect(people == (hours == 11 ? 2 : 4))
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("One person with two skills serves the morning's queue and then the afternoon's")
  func skills() throws {
    var sample = Sample()
    sample.work = [
      .init(id: "calls") { _, hour in hour >= 9 && hour < 13 ? 1 : 0 },
      .init(id: "chat") { _, hour in hour >= 12 && hour < 17 ? 1 : 0 },
    ]
    sample.people = [.init(id: "both", skills: ["calls", "chat"], heads: 4)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let schedule = try sample.schedule()
    // From twelve to one both queues need somebody; a second person for that hour is not worth it.
    // The one person is divided so that the dearest is served first: missing are 0.1 h at 60.00,
    // 0.3 h at 90.00 and 0.6 h at 150.00, together 123.00.
    for day in schedule.days {
      #expect(day.seats.map(\.seats) == [1])
      #expect(abs(day.solve.objective - (24_000 + 12_300)) < 1e-3)
      let short = day.coverage.flatMap(\.short).total().value
      #expect(abs(short - 2) < 1e-6)
    }
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Vendor seats at half proficiency count half")
  func proficiency() throws {
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 9 && hour < 17 ? 1 : 0 }]
    sample.outsourcers = [.init(id: "vendor", skills: ["calls"], seats: 5, proficiency: 0.5)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let schedule = try sample.schedule()
    for day in schedule.days {
      #expect(day.seats.map(\.seats) == [2])
      #expect(day.coverage[0].outsourced[20] == Positions(1))
      #expect(day.coverage[0].inHouse[20] == .zero)
    }
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Shrinkage: leave takes people away, meetings take time from those who are there")
  func shrinkage() throws {
    // Ten heads of whom two are in training; of eight, a quarter is away: six. With half the output
    // of experienced people and a fifth of the time in meetings a seat gives 0.5 × 0.8 = 0.4.
    let week = WeekTask(
      0, scenario: Self.shrunk.scenario, requirement: Self.shrunk.requirement,
      capacity: Self.shrunk.capacity)
    #expect(week.pools[0].people == 6)
    #expect(abs(week.pools[0].presence - 0.4) < 1e-12)
    #expect(abs(week.pools[0].workDays - 30) < 1e-12)
    #expect(abs(week.pools[0].hours - 240) < 1e-12)
  }

  static var shrunk: Sample {
    var sample = Sample()
    sample.work = [Self.office]
    sample.people = [
      .init(
        id: "new", skills: ["calls"], heads: 10, inTraining: 2, effectiveHeads: 4, inOffice: 0.2,
        outOfOffice: 0.25)
    ]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    return sample
  }

  @Test("On a statutory holiday only those who agree work, at three times the hour")
  func holiday() throws {
    // 5,220.00 a month over 174 hours are 30.00 an hour. Of four people half agree.
    var sample = Sample()
    sample.work = [Self.office]
    sample.people = [
      .init(id: "salaried", skills: ["calls"], heads: 4, monthly: 522_000, takeUp: 0.5)
    ]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    sample.holidays = ["2026-11-11"]
    let schedule = try sample.schedule()
    #expect(schedule.days[2].available[0].heads == Headcount(2))
    #expect(schedule.days[2].seats.map(\.seats) == [2])
    #expect(abs(schedule.days[2].solve.objective - 2 * 8 * 9000) < 1e-3)
    #expect(abs(schedule.days[1].solve.objective - 2 * 8 * 3000) < 1e-3)

    sample.people[0].takeUp = nil
    let nobody = try sample.schedule()
    #expect(nobody.days[2].seats.isEmpty)
    #expect(nobody.days[2].coverage[0].short[20] == Positions(2))
  }

  @Test("Without pay rules a statutory holiday is a day like others")
  func holidayWithoutPayRules() throws {
    // 5,220.00 a month are 30.00 an hour under the law's 174 hours; without pay rules the hour is
    // what the group says, on the holiday as on the day before.
    var sample = Sample()
    sample.work = [Self.office]
    sample.people = [
      .init(id: "salaried", skills: ["calls"], heads: 4, monthly: 522_000)
    ]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    sample.holidays = ["2026-11-11"]
    sample.hasPayRules = false
    let schedule = try sample.schedule()
    #expect(schedule.days.map { $0.available[0].heads } == Array(repeating: Headcount(4), count: 7))
    #expect(schedule.days[2].seats.map(\.seats) == [2])
    let costs = schedule.days.map(\.solve.objective)
    #expect(abs(costs[2] - costs[1]) < 1e-3)
    #expect(ScheduleCheck(sample, schedule).findings == [])
    let task = WeekTask(
      0, scenario: sample.scenario, requirement: sample.requirement, capacity: sample.capacity)
    #expect(task.pools[0].workDays == 20)
    #expect(task.pools[0].hours == 160)
    #expect(task.counts(pool: 0, on: 2))
  }

  @Test("A vendor's surcharge counts for the hours after midnight into the holiday")
  func surcharge() throws {
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 22 || hour < 6 ? 1 : 0 }]
    sample.outsourcers = [
      .init(id: "vendor", skills: ["calls"], seats: 3, price: 3000, holidayFactor: 200)
    ]
    sample.types = [.sample("night", from: "22:00", hours: 8)]
    sample.holidays = ["2026-11-11"]
    let schedule = try sample.schedule()
    let costs = schedule.days.map(\.solve.objective)
    // The eve: two hours at 30.00 and six at 60.00; the holiday: two at 60.00 and six at 30.00.
    #expect(abs(costs[0] - 24_000) < 1e-3)
    #expect(abs(costs[1] - (6_000 + 36_000)) < 1e-3)
    #expect(abs(costs[2] - (12_000 + 18_000)) < 1e-3)
  }

  @Test("Planned overtime lengthens the shift on as many days as its hours last")
  func overtime() throws {
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 9 && hour < 19 ? 1 : 0 }]
    sample.people = [
      .init(
        id: "team", skills: ["calls"], heads: 2, monthly: 522_000, takeUp: 1,
        overtime: [("CN_OT150", 10)])
    ]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let schedule = try sample.schedule()
    let seats = schedule.days.flatMap(\.seats)
    #expect(seats.map(\.seats).reduce(0, +) == 7)
    #expect(seats.filter { $0.overtime == WorkTime(hours: 2) }.count == 5)
    #expect(seats.filter { $0.length == WorkTime(hours: 10) }.count == 5)
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Vendors give no more than the queue's outsourced share")
  func outsourcedShare() throws {
    var sample = Sample()
    sample.work = [
      .init(
        id: "calls", positions: { _, hour in hour >= 9 && hour < 17 ? 4 : 0 },
        outsourced: Share(0.25))
    ]
    sample.outsourcers = [.init(id: "vendor", skills: ["calls"], seats: 8)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let schedule = try sample.schedule()
    let outsourced = schedule.days.flatMap { $0.coverage[0].outsourced }.total().value
    #expect(abs(outsourced - 7 * 16) < 1e-3)
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("A queue that stays in house gets no vendor at all")
  func missionCritical() throws {
    var sample = Sample()
    sample.work = [
      .init(
        id: "calls", positions: { _, hour in hour >= 9 && hour < 17 ? 4 : 0 }, outsourced: .zero)
    ]
    sample.outsourcers = [.init(id: "vendor", skills: ["calls"], seats: 8)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let schedule = try sample.schedule()
    #expect(schedule.days.allSatisfy { $0.coverage[0].outsourced.total() == .zero })
    #expect(schedule.days.allSatisfy { $0.seats.isEmpty })
  }

  @Test("Two groups share one seat of a site")
  func seats() throws {
    var sample = Sample()
    sample.work = [
      .init(id: "calls") { _, hour in hour >= 9 && hour < 17 ? 1 : 0 },
      .init(id: "chat") { _, hour in hour >= 9 && hour < 17 ? 1 : 0 },
    ]
    sample.people = [
      .init(id: "first", skills: ["calls"], heads: 2, site: "room"),
      .init(id: "second", skills: ["chat"], heads: 2, site: "room"),
    ]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    sample.sites = [("room", 1)]
    let schedule = try sample.schedule()
    #expect(schedule.days.allSatisfy { $0.seats.map(\.seats).reduce(0, +) == 1 })
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }
}
