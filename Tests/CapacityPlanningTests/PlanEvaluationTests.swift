import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Plans that somebody made in a spreadsheet.
@Suite("Hand-made plans")
struct PlanEvaluationTests {
  /// One person, 120 hours from the third week on; two people a week ahead are the best plan.
  private var hiring: ScenarioFixture {
    var fixture = ScenarioFixture(weeks: 5)
    fixture.queues = [QueueFixture("calls", weeklyHours: [40, 40, 120, 120, 120])]
    var group = GroupFixture("team", skills: ["calls"], heads: 1)
    group.hiring = .fixture(lead: 1, sizes: 1...10)
    fixture.groups = [group]
    return fixture
  }

  private func evaluation(
    _ fixture: ScenarioFixture, _ csv: String
  ) throws -> PlanEvaluation {
    let plan = try HandMadePlan(csv: csv, for: fixture.scenario)
    return try PlanEvaluator(solver: GLPKSolver())
      .evaluation(of: plan, in: fixture.scenario, requirement: fixture.requirement)
  }

  @Test("The best plan typed in costs what the best plan costs, and breaks nothing")
  func theBestPlan() throws {
    let best = try bestPlan(hiring)
    let typed = try evaluation(hiring, "week,hires:team\n2026-06-08,2\n")
    #expect(agree(typed.plan.solve.objective, best.solve.objective))
    #expect(typed.breaches.isEmpty)
    #expect(typed.services.map(\.covered) == [.whole])
    #expect(typed.plan.classes.map(\.heads) == [Headcount(2)])
    #expect(typed.cash == typed.cost)
  }

  @Test("A plan that does nothing leaves hours short, at their price")
  func nothing() throws {
    let typed = try evaluation(hiring, "week,hires:team\n")
    // One person for five weeks; 80 of 120 hours short in three weeks: 17,300 each.
    #expect(typed.cost == Money(minorUnits: 100 * (5 * 1600 + 3 * 17_300)))
    #expect(typed.cash == Money(minorUnits: 100 * 5 * 1600))
    let service = try #require(typed.services.first)
    #expect(agree(service.short.hours, 240))
    #expect(agree(service.covered.value, 1 - 240.0 / 440))
    #expect(agree(service.contactsLost.value, 2400))
  }

  @Test("Every rule that is broken is named, with its week and by how much")
  func breaches() throws {
    var fixture = hiring
    fixture.groups[0].hiring = .fixture(lead: 1, sizes: 3...5)
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.notice = 1
    vendor.ramp = 1
    vendor.maximumSeats = 2
    fixture.vendors = [vendor]
    fixture.budget = Money(minorUnits: 100_000)
    let typed = try evaluation(
      fixture,
      """
      week,hires:team,seats:desk,overtime:team
      2026-06-01,2,1,0
      2026-06-08,12,3,20
      """)
    func amount(_ path: String, _ week: Int?) -> Double? {
      typed.breaches.first { $0.path == path && $0.week == week }?.amount
    }
    #expect(amount("staff-groups.team.hiring.recruiting-lead", 0) == 1)
    #expect(agree(try #require(amount("staff-groups.team.hiring.class-size", 0)), 1))
    #expect(amount("vendors.desk.notice", 0) == 1)
    // Twelve people are three classes for one trainer.
    #expect(agree(try #require(amount("staff-groups.team.hiring.trainers", 1)), 2))
    #expect(amount("vendors.desk.maximum-seats", 1) == 1)
    #expect(amount("staff-groups.team.overtime", 1) == 20)
    #expect(try #require(amount("policy.budget", nil)) > 0)
    #expect(typed.breaches.count == 7)
    #expect(
      typed.breaches.map { $0.week ?? .max } == typed.breaches.map { $0.week ?? .max }.sorted())
    #expect(typed.plan.vendors[0].weeks.map(\.seats.value) == [1, 3, 0, 0, 0])
  }

  @Test("Overtime beyond the law's month is a breach of its limit")
  func overtime() throws {
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [QueueFixture("calls", weeklyHours: [60])]
    var group = GroupFixture("team", skills: ["calls"], heads: 1)
    group.overtime = .everybody
    fixture.groups = [group]
    let typed = try evaluation(fixture, "week;overtime team\n2026-06-01;10\n")
    // The week's part of June's 36 hours is 8.4.
    #expect(typed.breaches.map(\.path) == ["pay-rules"])
    #expect(agree(try #require(typed.breaches.first).amount, 1.6))
    #expect(agree(typed.plan.overtimeHours, 10))
  }

  @Test("A plan written as CSV and read back is the same plan", arguments: [1, 2])
  func roundTrip(seed: UInt64) throws {
    let fixture = ScenarioFixture.halfYear(seed: seed, weeks: 16, queues: 4)
    let best = try plan(fixture)
    let written = HandMadePlan(best, of: fixture.scenario).csv
    let read = try HandMadePlan(csv: written, for: fixture.scenario)
    let typed = try PlanEvaluator(solver: GLPKSolver())
      .evaluation(of: read, in: fixture.scenario, requirement: fixture.requirement)
    #expect(typed.breaches.isEmpty, "\(typed.breaches)")
    #expect(agree(typed.plan.solve.objective, best.solve.objective, within: 2e-3))
  }

  @Test(
    "Spreadsheets differ, the plan does not",
    arguments: [
      "week,hires:team\n2026-06-08,2", "\u{FEFF}Week;Team hires\r\n2026-06-10;2\r\n",
      "date\thires team\n2026-06-08\t1\n2026-06-09\t1\n\n", "周,team 入职\n2026-06-08,\"2\"",
      "\n\nweek,new hires - team\n2026-06-01,\n2026-06-08, 2 \n",
    ])
  func layouts(csv: String) throws {
    let plan = try HandMadePlan(csv: csv, for: hiring.scenario)
    #expect(plan.columns.map(\.amounts) == [[0, 2, 0, 0, 0]])
    #expect(plan.columns.map(\.kind) == [.hires])
  }

  @Test(
    "A file that is no plan says where and what instead",
    arguments: [
      ("", "line 1: the file is empty"), ("week\n2026-06-08\n", "no column of decisions"),
      ("week,hires:tim\n", "“hires:tim” is none of this scenario’s; columns are hires:team"),
      ("week,hires:team,hires team\n", "is there twice"),
      ("week,hires:team\n8 June,2\n", "line 2: “8 June” is no date"),
      ("week,hires:team\n2027-06-08,2\n", "not in the horizon"),
      ("week,hires:team\n2026-06-08,two\n", "“two” under hires:team is no amount"),
      ("week,hires:team\n2026-06-08,-2\n", "“-2” under hires:team is no amount"),
      ("week,hires:team\n2026-06-08,1,200\n", "there are 3 cells under 2 headings"),
      ("week,hires:team\n2026-06-08,1e300\n", "is no amount"),
      ("week,hires:team\n2026-06-08,\"2\n", "line 2: a quotation mark in “2026-06-08,\"2” is not"),
      ("\"week,hires:team\n", "line 1: a quotation mark"),
      ("week;hires:team\n2026-06-08;1,5\n", "“1,5” under hires:team is no amount; write a point"),
      ("week,hires:team\n2026-06-08,\"1,200\"\n", "no separators of thousands, such as 1234.5"),
      ("week,hires:team\n2026-06-08,1,5\n", "headings in “2026-06-08,1,5”; write a point"),
      ("week,hires:team\n2026-06-08,2.5\n", "“2.5” under hires:team is no amount; people, classes"),
    ])
  func refused(csv: String, reason: String) throws {
    do {
      _ = try HandMadePlan(csv: csv, for: hiring.scenario)
      Issue.record("it was read")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
    }
  }

  @Test("A plan in which nothing can be decided is written and read as well")
  func withoutDecisions() throws {
    var people = ScenarioFixture(weeks: 2)
    people.queues = [QueueFixture("calls", weeklyHours: [40])]
    people.groups = [GroupFixture("team", skills: ["calls"], heads: 1)]
    for fixture in [people, ScenarioFixture(weeks: 2)] {
      let best = try plan(fixture)
      let typed = try evaluation(fixture, HandMadePlan(best, of: fixture.scenario).csv)
      #expect(typed.breaches.isEmpty)
      #expect(agree(typed.plan.solve.objective, best.solve.objective))
    }
  }

  @Test("A budget that the plan keeps is kept when it is carried out again")
  func tightBudget() throws {
    var fixture = hiring
    fixture.vendors = [VendorFixture("desk", skills: ["calls"])]
    let free = try plan(fixture)
    let cash = free.objectiveParts.filter(\.isCash).reduce(0) { $0 + $1.value }
    fixture.budget = Money(minorUnits: Int64(cash * 0.9))
    let best = try plan(fixture)
    let typed = try evaluation(fixture, HandMadePlan(best, of: fixture.scenario).csv)
    #expect(typed.breaches.isEmpty, "\(typed.breaches)")
    #expect(agree(typed.plan.solve.objective, best.solve.objective, within: 1e-6))
  }
}
