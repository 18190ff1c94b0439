import BusinessCalendar
import CapacityPlanning
import Costing
import GLPK
import PlanningFixtures
import Scenarios
import ShiftScheduling
import Testing
import Units
import Verification

/// A desk of ten people and a vendor, one week of which is scheduled in shifts of nine hours.
@Suite("The shift schedule of a plan")
struct ScheduleCheckTests {
  private struct Scheduled {
    let made: PlannedCase
    let schedule: ShiftSchedule
    let cost: CostStatement

    init() throws {
      var fixture = ScenarioFixture(start: "2026-06-01", weeks: 3)
      fixture.queues = [QueueFixture("calls", weeklyHours: [200, 320, 250])]
      fixture.groups = [GroupFixture("desk", skills: ["calls"], heads: 10)]
      fixture.vendors = [VendorFixture("partner", skills: ["calls"])]
      let type = ShiftType(
        id: .init("day"), name: "Day", groups: [.init("desk")], vendors: [.init("partner")],
        earliestStart: LocalTime(hour: 7) ?? .midnight,
        latestStart: LocalTime(hour: 14) ?? .midnight,
        startEvery: WorkTime(hours: 1), length: WorkTime(hours: 9),
        breaks: [
          .init(
            length: WorkTime(hours: 1), earliest: WorkTime(hours: 3), latest: WorkTime(hours: 5),
            isPaid: false)
        ])
      fixture.shifts = ShiftRules(
        types: [type], restBetweenShifts: WorkTime(hours: 11), workDaysPerWeek: 5,
        scheduledDates: [])
      made = try PlannedCase(fixture)
      let found = try ShiftScheduler(solver: GLPKSolver())
        .schedule(made.scenario, requirement: made.requirement, capacity: made.plan)
      schedule = try #require(found)
      cost = CostAccountant().statement(
        scenario: made.scenario, capacity: made.plan, schedule: schedule)
    }

    func findings(_ schedule: ShiftSchedule) -> [Finding] {
      PlanVerifier(made.scenario, requirement: made.requirement)
        .findings(in: made.plan, cost: cost, schedule: schedule)
    }
  }

  private static let result = Result { try Scheduled() }

  @Test("has nothing that the check finds")
  func clean() throws {
    let scheduled = try Self.result.get()
    #expect(scheduled.schedule.days.contains { !$0.seats.isEmpty })
    let found = scheduled.findings(scheduled.schedule)
    #expect(found.isEmpty, "\(found.prefix(5).map(\.line))")
  }

  @Test("is found out where it is spoilt")
  func spoilt() throws {
    let scheduled = try Self.result.get()
    let schedule = try Tree(scheduled.schedule)
    let day = try #require(scheduled.schedule.days.firstIndex { !$0.seats.isEmpty })
    let short = try #require(
      scheduled.schedule.days[day].coverage[0].required.firstIndex { $0.value > 0.5 })
    let cases: [(String, (inout Tree) -> Void)] = [
      ("a day left out", { $0["days"].list.removeLast() }),
      ("no days", { $0["days"].list = [] }),
      ("a day twice", { $0["days"].list.append($0["days"][0]) }),
      (
        "another week",
        { tree in
          tree["weeks"].list = [.text("2026-06-01"), .text("2026-06-15")]
        }
      ),
      ("five hundred seats on a shift", { $0["days"][day]["seats"][0]["seats"].number = 500 }),
      ("no shifts", { $0["days"][day]["seats"].list = [] }),
      (
        "a shift of another day",
        { tree in
          let start = scheduled.schedule.days[day].seats[0].start
          tree["days"][day]["seats"][0]["start"] = .text("\(start.adding(minutes: 2880))")
        }
      ),
      ("a shift of an unknown type", { $0["days"][day]["seats"][0]["type"] = .text("night") }),
      (
        "a break before it may be",
        { $0["days"][day]["seats"][0]["breaks"][0]["offset"].number = 1 }
      ),
      ("no break", { $0["days"][day]["seats"][0]["breaks"].list = [] }),
      ("an hour longer", { $0["days"][day]["seats"][0]["length"].number += 1 }),
      ("a hundred people more there", { $0["days"][day]["available"][0]["heads"].number += 100 }),
      (
        "a position less required",
        { tree in
          tree["days"][day]["coverage"][0]["required"][short].number -= 0.5
        }
      ),
      (
        "a position more short",
        { tree in
          tree["days"][day]["coverage"][0]["short"][short].number += 1
        }
      ),
      (
        "more given than there are people",
        { tree in
          tree["days"][day]["coverage"][0]["inHouse"][short].number += 60
          tree["days"][day]["coverage"][0]["short"][short].number = 0
        }
      ),
      ("an interval left out", { $0["days"][day]["coverage"][0]["short"].list.removeLast() }),
      ("no queue", { $0["days"][day]["coverage"].list = [] }),
      (
        "a bound above the day's cost",
        { tree in
          tree["days"][day]["solve"]["bound"] = .real(1e12)
        }
      ),
    ]
    for (name, spoil) in cases {
      var tree = schedule
      spoil(&tree)
      #expect(tree != schedule, "\(name)")
      let found = scheduled.findings(try tree.value(ShiftSchedule.self))
      #expect(found.contains { $0.family == .schedule }, "\(name): \(found.prefix(4).map(\.line))")
    }
  }

  @Test("has its ledger lines priced again")
  func ledger() throws {
    let scheduled = try Self.result.get()
    var tree = try Tree(scheduled.cost)
    #expect(!scheduled.cost.scheduleLines.isEmpty)
    tree["scheduleLines"][0]["amount"].number += 1
    let found = PlanVerifier(scheduled.made.scenario, requirement: scheduled.made.requirement)
      .findings(
        in: scheduled.made.plan, cost: try tree.value(CostStatement.self),
        schedule: scheduled.schedule)
    #expect(found.contains { $0.family == .ledger && $0.what.hasPrefix("scheduled ") })
  }
}
