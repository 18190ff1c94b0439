import BusinessCalendar
import CapacityPlanning
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Plans with kinds of employment, ends and limits, found with pencil and paper.
@Suite("Employment, solved by hand")
struct EmploymentTests {
  /// One queue and one group of `heads` people of 40 hours each, 40.00 an hour: 1,600.00 a week.
  private func team(_ heads: Double, needs hours: [Double]) -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: hours.count)
    fixture.queues = [QueueFixture("calls", weeklyHours: hours)]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: heads)]
    return fixture
  }

  private func heads(_ plan: CapacityPlan, _ group: Int = 0) -> [Double] {
    plan.groups[group].weeks.map { ($0.heads.value * 1e6).rounded() / 1e6 }
  }

  @Test("A season's people leave with its last day, and the ends are paid")
  func lastDay() throws {
    var fixture = team(2, needs: [80, 80, 0])
    fixture.groups[0].rules = StaffRules()
    // Sunday of the second week.
    fixture.groups[0].rules?.employment = Employment(
      kind: .seasonal, lastDay: LocalDate(iso: "2026-06-14"),
      endingCost: Money(minorUnits: 50_000))
    let plan = try bestPlan(fixture)
    #expect(heads(plan) == [2, 2, 0])
    #expect(agree(plan.groups[0].weeks[2].measures?.contractsEnded?.value ?? 0, 2))
    // Two heads, two weeks, 1,600.00; two ends of 500.00.
    #expect(agree(plan.part("regular-pay"), 6400))
    #expect(agree(plan.part("contract-ends"), 1000))
    #expect(plan.families?.contains(.contractEnds) == true)
    let reasons = Departures(of: fixture.scenario.staffGroups[0], in: plan)?.weeks[2].map(\.reason)
    #expect(reasons == [.contractEnd])
  }

  @Test("Each person's contract runs from the class: training and two weeks of work, then the end")
  func contract() throws {
    var fixture = team(0, needs: [0, 40, 40, 0])
    fixture.groups[0].headcount = []
    fixture.groups[0].hiring = .fixture(sizes: 1...1, training: 1, costPerHire: 0, costPerClass: 0)
    fixture.groups[0].rules = StaffRules()
    fixture.groups[0].rules?.employment = Employment(
      kind: .seasonal, contractWeeks: 3, endingCost: Money(minorUnits: 30_000))
    let plan = try bestPlan(fixture)
    // One week of training and two of work; gone in the fourth, which needs nobody.
    #expect(heads(plan) == [1, 1, 1, 0])
    #expect(agree(plan.part("training-pay"), 1600))
    #expect(agree(plan.part("regular-pay"), 3200))
    #expect(agree(plan.part("contract-ends"), 300))
    #expect(plan.shortages.isEmpty)
  }

  @Test("Dispatched people are at most a tenth of those contracted and dispatched, by legal entity")
  func dispatched() throws {
    var fixture = team(9, needs: [360, 480, 480])
    let id = LegalEntity.ID("ltd")
    fixture.legalEntities = [LegalEntity(id: id, name: "Ltd", otherStaff: Headcount(9))]
    fixture.groups[0].rules = StaffRules()
    fixture.groups[0].rules?.employment = Employment(legalEntity: id)
    var agency = GroupFixture("agency", skills: ["calls"], heads: 0)
    agency.headcount = []
    agency.hiring = .fixture(sizes: 1...9, training: 0, costPerHire: 0, costPerClass: 0)
    agency.rules = StaffRules()
    agency.rules?.employment = Employment(kind: .dispatched, legalEntity: id)
    fixture.groups.append(agency)
    let plan = try bestPlan(fixture)
    // 9 of the group and 9 others: 2 of 20 are a tenth. Three would be needed.
    #expect(heads(plan, 1) == [0, 2, 2])
    #expect(agree(plan.shortHours, 80))
    #expect(
      plan.shortages[0].causes.contains("dispatched people of ltd in the week of 2026-06-08"))
  }

  @Test("Interns: a fifth of a post, a tenth of the staff, no nights")
  func interns() throws {
    var fixture = team(16, needs: [640, 800])
    fixture.groups.append(GroupFixture("office", skills: [], heads: 2))
    var interns = GroupFixture("interns", skills: ["calls"], heads: 0)
    interns.headcount = []
    interns.hiring = .fixture(sizes: 1...9, training: 0, costPerHire: 0, costPerClass: 0)
    interns.rules = StaffRules()
    interns.rules?.employment = Employment(kind: .intern)
    fixture.groups.append(interns)
    // 18 others: 2 interns are a tenth of 20; four would be a fifth of 20 in the post.
    #expect(heads(try bestPlan(fixture), 2) == [0, 2])
    fixture.groups[1] = GroupFixture("office", skills: [], heads: 200)
    // The post allows four of 20, and four are wanted.
    #expect(heads(try bestPlan(fixture), 2) == [0, 4])
    // Open from 18 to 24: a third of the hours are from 22:00 on, and interns have the rest.
    fixture.queues[0].opens = 18
    fixture.queues[0].closes = 24
    fixture.groups[0] = GroupFixture("team", skills: ["calls"], heads: 1)
    fixture.groups[1] = GroupFixture("office", skills: [], heads: 200)
    fixture.queues[0].weeklyHours = [40, 60]
    let late = try bestPlan(fixture)
    #expect(late.families?.contains(.internHours) == true)
    for week in late.groups[2].weeks {
      let given = week.allocations.map(\.netTime.hours).reduce(0, +)
      #expect(given <= 40 + 1e-6)
    }
  }

  @Test("Part-time people work overtime only up to the law's hours of a week")
  func partTime() throws {
    var fixture = team(2, needs: [100])
    fixture.groups[0].contractHours = WorkTime(hours: 20)
    fixture.groups[0].overtime = .everybody
    fixture.groups[0].rules = StaffRules()
    fixture.groups[0].rules?.employment = Employment(kind: .partTime)
    // 24 h − 20 h, two people.
    #expect(agree(try bestPlan(fixture).overtimeHours, 8))
  }

  @Test("People are made redundant where what they would be paid is more than what is due")
  func redundancy() throws {
    var fixture = team(3, needs: [120, 120, 40, 40, 40])
    fixture.groups[0].rules = StaffRules()
    // Three weeks' pay are 4,800.00.
    fixture.groups[0].rules?.redundancy = Redundancy(
      noticeWeeks: 1, cost: Money(minorUnits: 470_000))
    let plan = try bestPlan(fixture)
    #expect(heads(plan) == [3, 3, 1, 1, 1])
    #expect(agree(plan.groups[0].weeks[2].measures?.released?.value ?? 0, 2))
    #expect(agree(plan.part("redundancy"), 9400))
    #expect(agree(plan.groups[0].weeks[2].left.value, 2))
    fixture.groups[0].rules?.redundancy = Redundancy(
      noticeWeeks: 1, cost: Money(minorUnits: 490_000))
    #expect(heads(try bestPlan(fixture)) == [3, 3, 3, 3, 3])
    // With three weeks of notice nobody leaves before the fourth week, and two weeks are not enough.
    fixture.groups[0].rules?.redundancy = Redundancy(
      noticeWeeks: 3, cost: Money(minorUnits: 310_000), most: Share(1.0 / 3))
    #expect(heads(try bestPlan(fixture)) == [3, 3, 3, 2, 2])
  }

  @Test("At most so many recruits a calendar month; at most so many classes as there are rooms")
  func recruitsAndRooms() throws {
    var fixture = team(0, needs: [0, 200, 200])
    fixture.groups[0].headcount = []
    fixture.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 20)]
    fixture.groups[0].site = Site.ID("hall")
    fixture.groups[0].hiring = .fixture(
      sizes: 1...2, trainers: 3, training: 1, costPerHire: 0, costPerClass: 0)
    #expect(heads(try bestPlan(fixture)) == [5, 5, 5])
    fixture.groups[0].hiring?.recruitsPerMonth = 3
    let few = try bestPlan(fixture)
    #expect(heads(few) == [3, 3, 3])
    #expect(few.families?.contains(.recruiting) == true)
    fixture.groups[0].hiring?.recruitsPerMonth = nil
    fixture.sites[0].trainingRooms = 1
    // A room, a class of two a week: two in the first week, two in the second.
    #expect(heads(try bestPlan(fixture)) == [2, 4, 4])
  }

  @Test("Shrinkage of a single week takes the place of the group's in that week only")
  func shrinkageOfWeek() throws {
    var fixture = team(2, needs: [80, 80])
    let wholeWeek = Shrinkage(
      inOffice: .percent(50), outOfOffice: .zero, combination: .sequential)
    fixture.groups[0].rules = StaffRules()
    fixture.groups[0].rules?.shrinkageOfWeeks = [
      ShrinkageOfWeek(date: try #require(LocalDate(iso: "2026-06-10")), shrinkage: wholeWeek)
    ]
    let plan = try bestPlan(fixture)
    #expect(plan.groups[0].weeks.map(\.regularNetTime.hours) == [80, 40])
    #expect(agree(plan.shortHours, 40))
  }
}
