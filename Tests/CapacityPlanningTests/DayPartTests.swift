import BusinessCalendar
import PlanningFixtures
import Scenarios
import Testing
import Units

@testable import CapacityPlanning

/// Seats of a site in parts of the day, found with pencil and paper.
@Suite("Seats in parts of the day, solved by hand")
struct DayPartTests {
  /// A hall of ten seats, open from 9 to 17 on all days. At the busiest time 5 of 7 people are there,
  /// so 14 can sit. In the second week's evening of the sale, all of them are called in.
  private func hall(_ heads: Double, needs hours: [Double]) -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: hours.count)
    fixture.queues = [QueueFixture("calls", weeklyHours: hours)]
    fixture.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 10)]
    fixture.sites[0].dayParts = [
      DayPart(
        id: DayPart.ID("sale"), from: LocalTime(hour: 13) ?? .midnight,
        until: LocalTime(hour: 17) ?? .endOfDay, present: .whole,
        days: [fixture.start.adding(days: 9)])
    ]
    var team = GroupFixture("team", skills: ["calls"], heads: heads)
    team.site = Site.ID("hall")
    team.hiring = .fixture(
      sizes: 1...10, trainers: 2, training: 0, costPerHire: 0, costPerClass: 0)
    fixture.groups = [team]
    return fixture
  }

  private func heads(_ plan: CapacityPlan) -> [Double] {
    plan.groups[0].weeks.map { $0.heads.value.rounded() }
  }

  @Test("Where all shifts overlap, a head takes a whole seat, in the weeks of those days alone")
  func overlapping() throws {
    var fixture = hall(8, needs: [320, 560, 560])
    let plan = try bestPlan(fixture)
    // Ten in the week of the sale, four more after it; 560 − 400 hours are short.
    #expect(heads(plan) == [8, 10, 14])
    #expect(agree(plan.shortHours, 160))
    #expect(plan.families?.contains(.dayParts) == true)
    #expect(
      plan.shortages[0].causes.contains("seats of hall in sale in the week of 2026-06-08"))
    fixture.sites[0].dayParts = nil
    #expect(heads(try bestPlan(fixture)) == [8, 14, 14])
    #expect(try bestPlan(fixture).families?.contains(.dayParts) == false)
  }

  @Test("Seats that are bought for the week are there in its parts, and are paid")
  func overflow() throws {
    var fixture = hall(8, needs: [320, 560, 560])
    fixture.sites[0] = fixture.sites[0].with(overflow: 2, at: 30_000)
    let plan = try bestPlan(fixture)
    // A seat for 300.00 holds 40 hours, which would be short at 100.00 and more each.
    #expect(heads(plan) == [8, 12, 14])
    #expect(agree(plan.part("seat-overflow"), 600))
    #expect(agree(plan.shortHours, 80))
  }

  @Test("A part may have fewer seats than the site, and those out of office take none")
  func ownSeats() throws {
    var fixture = hall(8, needs: [320, 560, 560])
    let sale = try #require(fixture.sites[0].dayParts?.first)
    fixture.sites[0].dayParts = [
      DayPart(
        id: sale.id, from: sale.from, until: sale.until, seats: 9, present: .percent(90),
        days: sale.days)
    ]
    // 0.9 of a seat each: nine seats hold ten.
    #expect(heads(try bestPlan(fixture)) == [8, 10, 14])
    fixture.groups[0].shrinkage = Shrinkage(
      inOffice: .zero, outOfOffice: .percent(10), combination: .sequential)
    let input = CapacityInput(fixture.scenario, requirement: fixture.requirement)
    #expect(input.dayParts.map(\.week) == [1])
    #expect(agree(input.dayParts[0].perHead[0] ?? 0, 0.81))
  }

  @Test("People already there who have no seat in the part give no regular hours that week")
  func crowded() throws {
    let plan = try bestPlan(hall(12, needs: [480, 480, 480]))
    #expect(plan.groups[0].weeks.map(\.regularNetTime.hours) == [480, 400, 480])
  }

  @Test("Where no share is stated, shifts follow the requirement")
  func derived() throws {
    var fixture = ScenarioFixture(weeks: 1)
    // Open day and night: 23 hours of one part and one of two: 1/25 of a day's work each, and 2/25.
    var queue = QueueFixture("calls", weeklyHours: [175])
    queue.opens = 0
    queue.closes = 24
    queue.spikes = [20: 2]
    fixture.queues = [queue]
    fixture.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 10)]
    fixture.sites[0].dayParts = try [("morning", 6, 12), ("evening", 20, 24)].map {
      DayPart(
        id: DayPart.ID($0.0), from: try #require(LocalTime(hour: $0.1)),
        until: try #require(LocalTime(hour: $0.2)))
    }
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: 4)]
    fixture.groups[0].site = Site.ID("hall")
    let input = CapacityInput(fixture.scenario, requirement: fixture.requirement)
    let perHead = input.dayParts.map { $0.perHead[0] ?? 0 }
    // 5 of 7 days × 8 hours × the busiest hour's part of the day.
    #expect(perHead.elementsEqual([5.0 / 7 * 8 / 25, 5.0 / 7 * 16 / 25]) { agree($0, $1) })
    #expect(input.dayParts.map(\.seats) == [10, 10])
  }
}
