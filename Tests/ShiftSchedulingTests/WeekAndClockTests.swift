import BusinessCalendar
import CapacityPlanning
import Scenarios
import Testing
import Units

@testable import ShiftScheduling

@Suite("Weeks, slots and clocks")
struct WeekAndClockTests {
  static func office(_ slot: SlotLength = .halfHour) -> Sample {
    var sample = Sample()
    sample.slot = slot
    sample.work = [
      .init(id: "calls") { day, hour in hour >= 9 && hour < 17 ? (day > 6 ? 2 : 1) : 0 }
    ]
    sample.people = [.init(id: "day", skills: ["calls"], heads: 8)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    return sample
  }

  @Test("The week with the largest requirement is scheduled")
  func peakWeek() throws {
    var sample = Self.office()
    sample.weeks = 3
    let schedule = try sample.schedule()
    // Weeks two and three are alike: the first of them is the peak.
    #expect(schedule.weeks.map(\.description) == ["2026-11-16"])
    #expect(schedule.days.map(\.date.description).first == "2026-11-16")
  }

  @Test("Of weeks that differ by noise only, the first is scheduled")
  func noise() throws {
    var sample = Self.office()
    sample.weeks = 3
    sample.work = [
      .init(id: "calls") { day, hour in hour >= 9 && hour < 17 ? (day > 13 ? 2 + 1e-13 : 2) : 0 }
    ]
    #expect(try sample.schedule().weeks.map(\.description) == ["2026-11-09"])
  }

  @Test("The weeks of named dates are scheduled, each once and in order")
  func namedWeeks() throws {
    var sample = Self.office()
    sample.weeks = 3
    sample.scheduled = ["2026-11-25", "2026-11-10", "2026-11-11"]
    let schedule = try sample.schedule()
    #expect(schedule.weeks.map(\.description) == ["2026-11-09", "2026-11-23"])
    #expect(schedule.days.count == 14)
  }

  @Test("No shifts, no schedule")
  func noShifts() throws {
    let sample = Self.office()
    let scenario = sample.scenario
    let without = Scenario(
      id: scenario.id, name: scenario.name, question: scenario.question,
      currency: scenario.currency, timeZone: scenario.timeZone, calendar: scenario.calendar,
      slotLength: scenario.slotLength, horizon: scenario.horizon, queues: scenario.queues,
      sites: scenario.sites, staffGroups: scenario.staffGroups, vendors: scenario.vendors,
      events: scenario.events, policy: scenario.policy, shifts: nil, payRules: scenario.payRules,
      seed: scenario.seed)
    let schedule = try ShiftScheduler(solver: GLPKSolverForTests.solver)
      .schedule(without, requirement: sample.requirement, capacity: sample.capacity)
    #expect(schedule == nil)
  }

  @Test("Without shift types, people or work the schedule is empty and says what is short")
  func nothing() throws {
    var sample = Self.office()
    sample.types = []
    #expect(try sample.schedule().days[0].coverage[0].short[20] == Positions(1))
    sample = Self.office()
    sample.people = []
    #expect(try sample.schedule().days[0].coverage[0].short[20] == Positions(1))
    sample = Self.office()
    sample.work = []
    sample.people[0].skills = []
    #expect(try sample.schedule().days.allSatisfy { $0.seats.isEmpty && $0.coverage.isEmpty })
    sample = Self.office()
    sample.work[0].positions = { _, _ in 0 }
    #expect(try sample.schedule().days.allSatisfy(\.seats.isEmpty))
  }

  @Test("A capacity plan that is too short is refused with the number of weeks")
  func weekMissing() throws {
    var sample = Self.office()
    sample.weeks = 2
    var short = sample
    short.weeks = 1
    #expect(throws: ShiftSchedulingError.weekMissing(week: 1, weeksInPlan: 1)) {
      try ShiftScheduler(solver: GLPKSolverForTests.solver).schedule(
        sample.scenario, requirement: sample.requirement, capacity: short.capacity)
    }
    let error = ShiftSchedulingError.weekMissing(week: 1, weeksInPlan: 1)
    #expect(error.description.contains("week 2 is to be scheduled, and the capacity plan has 1"))
  }

  @Test(
    "Slots of any length: short ones are carried by the half-hour's largest",
    arguments: [SlotLength.fiveMinutes, .tenMinutes, .quarterHour, .halfHour, .hour])
  func slots(slot: SlotLength) throws {
    var sample = Self.office(slot)
    // Two positions in the last slot of the half-hour before twelve, one else.
    let last = 12 - Double(min(slot.minutes, 30)) / 60
    sample.work[0].positions = { _, hour in
      guard hour >= 9, hour < 17 else { return 0 }
      return hour >= min(last, 11.5) && hour < 12 ? (hour >= last ? 2 : 1) : 1
    }
    sample.types.append(.sample("half", from: "11:30", hours: 0.5))
    let schedule = try sample.schedule()
    let day = schedule.days[0]
    #expect(day.coverage[0].required.count == 1440 / slot.minutes)
    #expect(day.coverage[0].short.allSatisfy { $0 == .zero } || slot == .hour)
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("On a day of 25 hours a night shift is as long as ever, and every slot is there")
  func longDay() throws {
    var sample = Sample()
    sample.zone = "Europe/London"
    sample.start = "2026-10-19"
    sample.work = [.init(id: "calls") { _, hour in hour >= 22 || hour < 5 ? 1 : 0 }]
    sample.people = [.init(id: "night", skills: ["calls"], heads: 5)]
    sample.types = [.sample("night", from: "22:00", hours: 8)]
    let schedule = try sample.schedule()
    let sunday = schedule.days[6]
    #expect(sunday.date.description == "2026-10-25")
    #expect(sunday.slots.count == 50)
    // Eight hours after ten at night the clock shows five, not six.
    #expect(sunday.coverage[0].inHouse.prefix(12).allSatisfy { $0 == Positions(1) })
    #expect(sunday.coverage[0].short.allSatisfy { $0 == .zero })
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("A start that the clock jumps over in spring is left out")
  func skippedStart() throws {
    var sample = Sample()
    sample.zone = "Europe/London"
    sample.start = "2026-03-23"
    sample.work = [.init(id: "calls") { _, hour in hour < 9 ? 1 : 0 }]
    sample.people = [.init(id: "night", skills: ["calls"], heads: 8)]
    sample.types = [.sample("night", from: "01:00", to: "01:30", every: 30, hours: 8)]
    let schedule = try sample.schedule()
    #expect(schedule.days[5].seats.isEmpty == false)
    #expect(schedule.days[6].date.description == "2026-03-29")
    #expect(schedule.days[6].seats.isEmpty)
    #expect(ScheduleCheck(sample, schedule).findings == [])
  }

  @Test("Two weeks in a row carry the Sunday night into the Monday")
  func consecutiveWeeks() throws {
    var sample = Sample()
    sample.weeks = 2
    sample.scheduled = ["2026-11-09", "2026-11-16"]
    sample.work = [.init(id: "calls") { _, hour in hour >= 22 || hour < 6 ? 1 : 0 }]
    sample.people = [.init(id: "night", skills: ["calls"], heads: 5)]
    sample.types = [.sample("night", from: "22:00", hours: 8)]
    let schedule = try sample.schedule()
    #expect(schedule.days.count == 14)
    #expect(schedule.days[7].carriedIn.isEmpty)
    #expect(schedule.days.flatMap(\.coverage).flatMap(\.short).allSatisfy { $0 == .zero })
  }
}

@Suite("Values that make little sense")
struct OddValueTests {
  @Test("A queue without a requirement needs nobody")
  func missingQueue() throws {
    var sample = WeekAndClockTests.office()
    let requirement = sample.requirement
    sample.work.append(.init(id: "other") { _, _ in 1 })
    let schedule = try #require(
      try ShiftScheduler(solver: GLPKSolverForTests.solver)
        .schedule(sample.scenario, requirement: requirement, capacity: sample.capacity))
    #expect(schedule.days[0].coverage[1].required.allSatisfy { $0 == .zero })
    #expect(schedule.days[0].coverage[0].short.allSatisfy { $0 == .zero })
  }

  @Test("A requirement that is no number is refused by name, not scheduled")
  func notANumber() {
    var sample = WeekAndClockTests.office()
    sample.work[0].positions = { day, hour in day == 2 && hour == 10 ? .infinity : 1 }
    #expect(throws: ShiftSchedulingError.self) { try sample.schedule() }
  }

  @Test(
    "Heads that are no number, negative or huge do not stop it",
    arguments: [Double.nan, -3, 0, 1e300])
  func oddHeads(heads: Double) throws {
    var sample = WeekAndClockTests.office()
    sample.people[0].heads = heads
    sample.outsourcers = [.init(id: "vendor", skills: ["calls"], seats: heads)]
    _ = try? sample.schedule()
  }

  @Test("Starts without a distance, and lengths of nothing")
  func oddTypes() throws {
    var sample = WeekAndClockTests.office()
    sample.types = [
      .sample("still", from: "09:00", to: "12:00", every: 0, hours: 8),
      .sample("nothing", from: "09:00", hours: 0),
      .sample("backwards", from: "12:00", to: "09:00", hours: 8),
    ]
    let schedule = try sample.schedule()
    #expect(schedule.days[0].seats.map(\.start.time.description) == ["09:00"])
  }
}
