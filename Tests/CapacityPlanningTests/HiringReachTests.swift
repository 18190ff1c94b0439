import BusinessCalendar
import CapacityPlanning
import PlanningFixtures
import Scenarios
import Testing
import Units

@Suite("Can six be sixteen tomorrow?")
struct HiringReachTests {
  /// Six people; two weeks to recruit, classes of up to 8 every week, one trainer, three weeks of
  /// training, then 50, 70 and 85 %.
  private func reach(
    _ change: (inout GroupFixture) -> Void = { _ in }
  ) throws -> HiringReach {
    var group = GroupFixture("team", skills: ["calls"], heads: 6)
    group.hiring = .fixture(lead: 2, sizes: 1...8, training: 3, ramp: [0.5, 0.7, 0.85])
    change(&group)
    return HiringReach(
      of: group.group, from: try #require(LocalDate(iso: "2026-06-01")), target: 16,
      priceOfMissingHour: UnitPrice(Money(minorUnits: 10_000)))
  }

  @Test("No: the first class takes contacts in week 5, and sixteen are there in week 8")
  func levels() throws {
    let reach = try reach()
    #expect(reach.levels.map(\.heads) == Array(7...16))
    // Class of week 2: 4.0 heads of output in week 5, 5.6 in week 6, 6.8 in week 7, 8 from week 8.
    // A second class starts when the trainer is free again, in week 5: 4.0 more in week 8.
    #expect(reach.levels.map(\.week) == [5, 5, 5, 5, 6, 7, 8, 8, 8, 8])
    #expect(reach.levels.last?.date?.description == "2026-07-27")
  }

  @Test(
    "Each rule is tried: without the recruiting lead the first level is there two weeks earlier")
  func effects() throws {
    let first = try #require(try reach().levels.first)
    // Without training it would be there three weeks earlier, the most of all.
    #expect(first.rule == .training)
    #expect(first.effects.map(\.rule) == [.recruitingLead, .training])
    #expect(first.effects.map(\.weeksSaved) == [2, 3])
    let last = try #require(try reach().levels.last)
    #expect(last.effects.contains { $0.rule == .trainers })
    #expect(last.effects.contains { $0.rule == .classSize })
  }

  @Test("A day of earlier notice is worth a seventh of its week, until nothing is missing")
  func notice() throws {
    let reach = try reach()
    // Weeks 0 to 4 lack 10 heads each, week 5 lacks 6, week 6 4.4 and week 7 3.2.
    #expect((reach.missingHeadWeeks - 63.6).magnitude < 1e-9)
    // A head-week has 40 net hours of 100.00.
    #expect(reach.priceOfMissingHeadWeek == UnitPrice(Money(minorUnits: 400_000)))
    // A week earlier, the first week's 10 heads are what is saved.
    let first = try #require(reach.notices.first)
    #expect(first.daysEarlier == 7)
    #expect(first.saved == Money(minorUnits: 4_000_000))
    #expect(first.savedPerDay == Money(minorUnits: 571_429))
    let last = try #require(reach.notices.last)
    #expect(last.daysEarlier == 7 * 8)
    #expect(last.missingHeadWeeks < 1e-9)
    #expect(last.saved == Money(minorUnits: 25_440_000))
  }

  @Test("Where nobody can be hired, that is the rule in the way")
  func noHiring() throws {
    let reach = try reach { $0.hiring = nil }
    #expect(reach.levels.allSatisfy { $0.week == nil && $0.rule == .noHiring })
    #expect(reach.notices.isEmpty)
  }

  @Test("Where classes start on one date only, the calendar is the rule in the way")
  func classCalendar() throws {
    let date = try #require(LocalDate(iso: "2026-08-12"))
    let reach = try reach {
      $0.hiring = .fixture(
        lead: 2, sizes: 1...8, calendar: .dates([date]), training: 1)
    }
    let first = try #require(reach.levels.first)
    #expect(first.week == 11)
    #expect(first.rule == .classCalendar)
    // One class of eight is all there ever is: fifteen heads are never reached.
    let last = try #require(reach.levels.last)
    #expect(last.week == nil)
    #expect(last.rule == .classCalendar)
  }

  @Test("A group that is there already has no level to reach")
  func reached() throws {
    let reach = try reach { $0.headcount = [TenureHeads(tenureWeeks: 9, heads: Headcount(16))] }
    #expect(reach.levels.isEmpty)
    #expect(reach.missingHeadWeeks == 0)
    #expect(reach.notices.isEmpty)
  }

  @Test("The price of a missing hour is the lowest among the group's queues")
  func priceOfScenario() throws {
    var fixture = ScenarioFixture()
    var dear = QueueFixture("dear", weeklyHours: [10])
    dear.lostContactPrice = Money(minorUnits: 5000)
    fixture.queues = [dear, QueueFixture("calls", weeklyHours: [10])]
    fixture.groups = [GroupFixture("team", skills: ["dear", "calls"], heads: 6)]
    let reach = try #require(
      HiringReach(fixture.scenario, group: StaffGroup.ID("team"), target: 16))
    #expect(reach.priceOfMissingHeadWeek == UnitPrice(Money(minorUnits: 400_000)))
    #expect(HiringReach(fixture.scenario, group: StaffGroup.ID("nobody"), target: 16) == nil)
  }
}
