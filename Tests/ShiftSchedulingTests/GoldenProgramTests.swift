import BusinessCalendar
import LinearProgramming
import Scenarios
import TestSupport
import Testing
import Units

@testable import ShiftScheduling

/// Each constraint family written as a file, on one queue pair, one group, one vendor, four hours.
@Suite("Constraint families as files")
struct GoldenProgramTests {
  static var tiny: Sample {
    var sample = Sample()
    sample.slot = .hour
    sample.work = [
      .init(id: "calls") { _, hour in hour >= 9 && hour < 13 ? 2 : 0 },
      .init(
        id: "chat", positions: { _, hour in hour >= 11 && hour < 13 ? 1 : 0 },
        outsourced: Share(0.5)),
    ]
    sample.people = [
      .init(
        id: "team", skills: ["calls", "chat"], heads: 3, inOffice: 0.1, site: "room", takeUp: 1,
        overtime: [("CN_OT150", 4)])
    ]
    sample.outsourcers = [.init(id: "vendor", skills: ["chat"], seats: 2, proficiency: 0.8)]
    sample.types = [
      .sample("early", from: "07:00", hours: 4),
      .sample("day", from: "09:00", hours: 4, breaks: [(1, 1, 2)]),
    ]
    sample.sites = [("room", 2)]
    return sample
  }

  /// The rows of a program's file.
  static func rows(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.drop { $0 != "Subject To" }.prefix { $0 != "Bounds" }
    return rows.joined(separator: "\n") + "\n"
  }

  /// The day with the limits of one family, everybody's evening before and morning after.
  static func day(_ families: (inout DayProgram) -> Void) -> String {
    let plain = ProgramTests.task(tiny)
    let start = plain.families[0].start
    let task = DayTask(
      name: "tiny day", pools: plain.pools, families: plain.families, demand: plain.demand,
      present: plain.present, people: plain.people, hours: [8, 100], overtimeHours: [4, 0],
      outsourcedHours: OutsourcedHours(byQueue: [0, 1], overall: 2),
      ended: [[(start - 600, 1), (start - 480, 1)], []],
      startingNext: [[(start + 660 + 240, 1.5)], []], heads: [3, 2], rest: 660,
      sites: plain.sites, taken: plain.taken)
    var program = DayProgram(task)
    families(&program)
    program.addMiddleShifts()
    return program.cover.program.lpText
  }

  @Test("Every family of a day")
  func days() throws {
    let families: [(String, (inout DayProgram) -> Void)] = [
      (
        "day-cover",
        {
          let present = $0.task.present
          $0.cover.coverQueues(present: present)
        }
      ),
      (
        "day-teams",
        {
          let present = $0.task.present
          $0.cover.shareTeams(present: present)
        }
      ),
      ("day-outsourcing", { $0.cover.limitOutsourcing($0.task.outsourcedHours) }),
      ("day-people", { $0.limitPeople() }),
      ("day-hours", { $0.limitHours() }),
      ("day-overtime", { $0.limitOvertime() }),
      ("day-rest", { $0.keepRest() }),
      ("day-rest-before-tomorrow", { $0.leaveRest() }),
      ("day-seats", { $0.limitSeats() }),
    ]
    for (name, family) in families {
      try Golden.expect(Self.rows(of: Self.day(family)), is: "\(name).lp")
    }
    let complete = DayProgram.complete(ProgramTests.task(Self.tiny))
    try Golden.expect(complete.cover.program.lpText, is: "day.lp")
  }

  @Test("Every family of a week's outline")
  func weeks() throws {
    var sample = Self.tiny
    // Only three days have work, and two have people.
    sample.work[0].positions = { day, hour in day < 3 && hour >= 9 && hour < 13 ? 2 : 0 }
    sample.work[1].positions = { day, hour in day < 3 && hour >= 11 && hour < 13 ? 1 : 0 }
    sample.types = [
      .sample("day", from: "09:00", hours: 4), .sample("late", from: "20:00", hours: 4),
    ]
    let scenario = sample.scenario
    let task = WeekTask(
      0, scenario: scenario, requirement: sample.requirement, capacity: sample.capacity)
    let demand = Demand(
      task.blocks, blocks: task.firstBlocks[0]..<task.firstBlocks[3], joined: 2,
      queues: scenario.queues, policy: scenario.policy)
    let families: [(String, (inout WeekProgram) -> Void)] = [
      ("week-cover", { $0.coverQueues() }), ("week-people", { $0.limitPeople() }),
      ("week-work-days", { $0.limitWorkDays() }), ("week-hours", { $0.limitHours() }),
      ("week-overtime", { $0.limitOvertime() }), ("week-rest", { $0.keepRest(840) }),
    ]
    for (name, family) in families {
      var program = WeekProgram(task, demand: demand, name: "tiny week")
      family(&program)
      try Golden.expect(Self.rows(of: program.cover.program.lpText), is: "\(name).lp")
    }
  }
}
