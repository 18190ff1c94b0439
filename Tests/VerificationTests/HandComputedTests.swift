import BusinessCalendar
import CapacityPlanning
import Foundation
import PlanningFixtures
import Scenarios
import Staffing
import Testing
import Units

@testable import Verification

private func near(_ first: Double, _ second: Double, within slack: Double = 1e-9) -> Bool {
  (first - second).magnitude <= slack
}

@Suite("Heads that can be computed by hand")
struct HeadFlowTests {
  private func flow(
    _ fixture: ScenarioFixture, classes: [(week: Int, heads: Double)] = []
  ) -> [HeadFlow.WeekHeads] {
    let scenario = fixture.scenario
    return HeadFlow(
      scenario.staffGroups[0], weeks: PlanDays(scenario).weeks, classes: classes
    ).weeks
  }

  @Test("6 % a month leave 94 after a month, and 100 × 0.94¹² after a year")
  func monthlyAttrition() {
    // A month is 365.25 ÷ 7 ÷ 12 = 4.348 weeks: 1 − 0.94^(1 ÷ 4.348) = 1.413 % a week.
    let weeksOfMonth = 365.25 / 7 / 12
    let perWeek = 1 - pow(0.94, 1 / weeksOfMonth)
    #expect(near(perWeek, 0.014130, within: 1e-6))
    let weeks = flow(.hundred(weeks: 53, perWeek: perWeek))
    #expect(near(weeks[0].all, 100))
    #expect(near(weeks[1].all, 100 * (1 - perWeek)))
    // After 52 weeks, of a year of 52.179: 100 × 0.94^(12 × 52 ÷ 52.179) = 47.71.
    #expect(near(weeks[52].all, 47.71, within: 0.01))
    #expect(near(weeks[52].all, 100 * pow(0.94, 52 / weeksOfMonth), within: 1e-6))
  }

  @Test("with 3 % a week and refills, leavers ÷ average heads are above 100 % a year")
  func turnover() {
    // Three of a hundred leave each week, three join: a hundred on average, 156 leavers a year.
    var fixture = ScenarioFixture.hundred(weeks: 53, perWeek: 0.03)
    fixture.groups[0].hiring = .fixture(training: 0)
    let weeks = flow(fixture, classes: (1...52).map { ($0, 3) })
    let leavers = weeks.map(\.left).reduce(0, +)
    let average = weeks[1...].map(\.all).reduce(0, +) / 52
    #expect(near(average, 100, within: 1e-6))
    #expect(near(leavers, 156, within: 1e-6))
    #expect(near(leavers / average, 1.56, within: 1e-6))
  }

  @Test("bands change at their tenure: 10 % until the second week, 1 % from it on")
  func bands() {
    var fixture = ScenarioFixture.hundred(weeks: 4)
    fixture.groups[0].headcount = [TenureHeads(tenureWeeks: 0, heads: Headcount(100))]
    fixture.groups[0].attrition = Attrition(
      bands: [
        .init(fromTenureWeeks: 0, perWeek: .percent(10), stated: "10 % per week"),
        .init(fromTenureWeeks: 2, perWeek: .percent(1), stated: "1 % per week"),
      ], waves: [])
    #expect(flow(fixture).map(\.all).elementsEqual([100, 90, 81, 80.19]) { near($0, $1) })
  }

  @Test("a wave takes its share at the start of its week from those who were there before")
  func wave() {
    // 100 → 99 by the hazard; the wave of the third week takes a tenth of 98.01, but nobody of the
    // class of ten that starts in that week.
    var fixture = ScenarioFixture.hundred(weeks: 4, perWeek: 0.01)
    fixture.groups[0].hiring = .fixture(sizes: 1...20, training: 0)
    fixture.groups[0].attrition = Attrition(
      bands: fixture.groups[0].attrition.bands,
      waves: [
        Attrition.Wave(
          date: fixture.start.adding(days: 16), share: .percent(10), reason: "bonus")
      ])
    let weeks = flow(fixture, classes: [(2, 10)])
    #expect(near(weeks[2].there.all, 88.209))
    #expect(near(weeks[2].all, 98.209))
    // 0.99 by the hazard, 9.801 by the wave.
    #expect(near(weeks[2].left, 10.791))
  }

  @Test("a class of 20 with 19 % wash-out in two weeks has 18, then 16.2, at half speed, then full")
  func training() {
    // √0.81 = 0.9 stay in each of the two weeks of training.
    var fixture = ScenarioFixture.hundred(weeks: 6)
    fixture.groups[0].hiring = .fixture(
      sizes: 1...20, training: 2, nesting: 1, ramp: [0.5, 0.75], washOut: 0.19)
    let weeks = flow(fixture, classes: [(1, 20)])
    #expect(weeks.map(\.training).elementsEqual([0, 20, 18, 0, 0, 0]) { near($0, $1) })
    #expect(weeks.map(\.nesting).elementsEqual([0, 0, 0, 16.2, 0, 0]) { near($0, $1) })
    #expect(weeks.map(\.ramping).elementsEqual([0, 0, 0, 0, 16.2, 0]) { near($0, $1) })
    #expect(
      weeks.map(\.effective).elementsEqual([100, 100, 100, 108.1, 112.15, 116.2]) { near($0, $1) })
    // In nesting nobody is asked for overtime.
    #expect(weeks.map(\.ready).elementsEqual([100, 100, 100, 100, 112.15, 116.2]) { near($0, $1) })
  }

  @Test("a class of the last week is in training when the plan ends, and is no finding")
  func lastWeek() throws {
    var fixture = ScenarioFixture.hundred(weeks: 4)
    fixture.groups[0].hiring = .fixture(lead: 1, training: 3, nesting: 1, ramp: [0.5])
    let made = try PlannedCase(fixture)
    var draft = try Draft(made)
    let start = made.plan.weeks[3].start
    let late = HiringClass(
      group: fixture.groups[0].id, number: 1, parallelClasses: 1,
      decideBy: start.adding(days: -7), start: start, firstContacts: start.adding(days: 21),
      nestingEnds: start.adding(days: 28), fullSpeed: start.adding(days: 28),
      heads: Headcount(8), graduates: Headcount(8))
    draft.capacity["classes"] = try Tree([late])
    for (key, change) in [("heads", 8.0), ("inTraining", 8), ("joined", 8)] {
      draft.capacity["groups"][0]["weeks"][3][key].number += change
    }
    // The program of a horizon that is too short for a class has no rows of classes.
    draft.capacity["families"] = .none
    let plan = try draft.capacity.value(CapacityPlan.self)
    let findings = PlanVerifier(made.scenario, requirement: made.requirement).findings(in: plan)
    #expect(findings.isEmpty, "\(findings.map(\.line))")
  }
}

@Suite("Weeks and months that can be counted by hand")
struct PlanDaysTests {
  @Test("a horizon from the 21st has 10 of September's 30 days, and 4 of October's 31")
  func partialMonths() {
    let days = PlanDays(ScenarioFixture(start: "2026-09-21", weeks: 2).scenario)
    #expect(days.months.map(\.description) == ["2026-09", "2026-10"])
    #expect(near(days.part(of: days.months[0]), 10.0 / 30))
    #expect(near(days.part(of: days.months[1]), 4.0 / 31))
  }

  @Test("of the week of 28 September, three days belong to September, the holidays to October")
  func monthsEnd() throws {
    var fixture = ScenarioFixture(start: "2026-09-21", weeks: 2)
    fixture.holidays = (1...4).compactMap { LocalDate(year: 2026, month: 10, day: $0) }
    let days = PlanDays(fixture.scenario)
    let (september, october) = (days.months[0], days.months[1])
    #expect(days.count(1, in: september) == 3)
    #expect(near(days.part(1, .ordinary), 3.0 / 7))
    #expect(near(days.part(1, .ordinary, in: september), 1))
    #expect(near(days.part(1, .statutoryHoliday, in: october), 1))
    #expect(near(days.part(1, .statutoryHoliday, in: september), 0))
    // The fourth day is 1 October.
    #expect(days.contractMonth(1) == october)
  }

  @Test("of the week of 28 December, four days belong to the old year and three to the new")
  func yearsEnd() throws {
    let days = PlanDays(ScenarioFixture(start: "2026-12-21", weeks: 3).scenario)
    let december = try #require(YearMonth(year: 2026, month: 12))
    let january = try #require(YearMonth(year: 2027, month: 1))
    #expect(days.count(1, in: december) == 4)
    #expect(days.count(1, in: january) == 3)
    #expect(near(days.part(1, .ordinary, in: january), 3.0 / 7))
    // The fourth day is 31 December: the week runs under December's contract.
    #expect(days.contractMonth(1) == december)
    #expect(near(days.part(of: december), 11.0 / 31))
    #expect(near(days.part(of: january), 10.0 / 31))
  }

  @Test("14 hours in the week of the new year: 8 are December's, 6 are January's")
  func overtimeOverTheYear() throws {
    // Ten people agree to overtime. December's 11 days allow 36 × 11/31 × 10 = 127.74 h, January's
    // 10 days 116.13 h. 120 h before, 14 h in the week of the new year: 128 h are too many.
    var fixture = ScenarioFixture(start: "2026-12-21", weeks: 3)
    fixture.queues = [QueueFixture("calls", weeklyHours: [700])]
    fixture.groups = [GroupFixture("desk", skills: ["calls"], heads: 10)]
    fixture.groups[0].overtime = .everybody
    let made = try PlannedCase(fixture)
    func findings(_ hours: [Double]) throws -> [Finding] {
      var draft = try Draft(made)
      for (week, paid) in hours.enumerated() {
        draft.capacity["groups"][0]["weeks"][week]["overtime"] = try Tree([
          PaidOvertime(
            payClass: "CN_OT150", paidTime: WorkTime(hours: paid), netTime: WorkTime(hours: paid))
        ])
      }
      let plan = try draft.capacity.value(CapacityPlan.self)
      return PlanVerifier(made.scenario, requirement: made.requirement).findings(in: plan)
        .filter { $0.family == .overtimePerMonth }
    }
    #expect(try findings([119, 14, 100]).isEmpty)
    let december = try findings([120, 14, 100])
    #expect(december.map(\.month?.description) == ["2026-12"])
    #expect(december.first?.stated == .hours(WorkTime(hours: 128)))
    #expect(december.first?.recomputed == .hours(WorkTime(hours: 360.0 * 11 / 31)))
    // 6 h + 111 h are 117 h in January.
    #expect(try findings([119, 14, 111]).map(\.month?.description) == ["2027-01"])
  }
}

@Suite("Prices of a shortage that can be computed by hand")
struct PriceSliceTests {
  @Test("30 of 100 hours short at ten contacts an hour: 50, 150 and 100 contacts")
  func slices() {
    let queue = QueueFixture("calls", weeklyHours: [100]).queue
    let slices = PriceSlice.slices(of: queue)
    let contacts = PriceSlice.contacts(
      short: 30, of: 100, slices: slices, perHour: PriceSlice.contactsPerHour(of: queue))
    #expect(contacts.map(\.factor.factor.doubleValue) == [1, 1.5, 2.5])
    #expect(contacts.map(\.contacts).elementsEqual([50, 150, 100]) { near($0, $1) })
  }

  @Test("eight chats of 12 minutes at once are 40 contacts an hour")
  func chats() {
    var fixture = QueueFixture("chats", weeklyHours: [100])
    fixture.channel = .chat(concurrency: 8)
    fixture.handleTime = .seconds(720)
    #expect(near(PriceSlice.contactsPerHour(of: fixture.queue), 40))
  }
}
