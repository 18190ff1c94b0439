import BusinessCalendar
import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Targets that cannot be met by their date.
@Suite("Targets out of reach")
struct TargetReachTests {
  /// Six people who serve one queue; two weeks to recruit, three to train, classes of eight.
  private var six: ScenarioFixture {
    var fixture = ScenarioFixture(weeks: 12)
    fixture.queues = [QueueFixture("calls", weeklyHours: [240])]
    var group = GroupFixture("team", skills: ["calls"], heads: 6)
    group.hiring = .fixture(
      lead: 2, sizes: 1...8, trainers: 1, training: 3, nesting: 0, ramp: [0.5, 0.7, 0.85])
    fixture.groups = [group]
    return fixture
  }

  private func reach(
    _ fixture: ScenarioFixture, _ heads: Double, by date: String
  ) throws -> TargetReach {
    let day = try #require(LocalDate(iso: date))
    return try #require(
      try ReachFinder(solver: GLPKSolver()).reach(
        heads, on: Queue.ID("calls"), by: day, in: fixture.scenario,
        requirement: fixture.requirement))
  }

  @Test("Six cannot be ten tomorrow: a class of eight is there after lead, training and ramp")
  func hiringAlone() throws {
    let reach = try reach(six, 10, by: "2026-06-01")
    #expect(!reach.isMet)
    // First contacts in week 5 at 50 %: 6 + 4.
    #expect(reach.earliest?.description == "2026-07-06")
    #expect(reach.most.map(\.value).map { ($0 * 10).rounded() / 10 } == [6, 6, 6, 6, 6, 10])
    #expect(agree(reach.hoursPerHead.hours, 40))
    // It is in the way that people take weeks to be found and trained: without the lead alone the
    // class is in training, without the training alone it is not yet found.
    let inTheWay = reach.reliefs.filter(\.isInTheWay).map(\.rule.kind)
    #expect(Set(inTheWay).isSubset(of: [.recruitingLead, .training]))
    #expect(!inTheWay.isEmpty)
    let lead = try #require(reach.reliefs.first { $0.rule.kind == .recruitingLead })
    #expect(agree(lead.heads.value, 6))
    #expect(lead.date?.description == "2026-06-22")
    #expect(Set(try #require(reach.enough).map(\.kind)) == [.recruitingLead, .training])
  }

  @Test("The week is the one that hiring's own arithmetic finds", arguments: 7...13)
  func sameAsHiringReach(heads: Int) throws {
    let scenario = six.scenario
    let hiring = try #require(
      HiringReach(scenario, group: StaffGroup.ID("team"), target: heads))
    let reach = try reach(six, Double(heads), by: "2026-06-01")
    #expect(reach.earliest == hiring.levels.last?.date)
  }

  @Test("A target that is there already is met, and nothing is in the way")
  func met() throws {
    let reach = try reach(six, 6, by: "2026-06-15")
    #expect(reach.isMet)
    #expect(reach.reliefs.isEmpty)
    #expect(reach.enough == [])
  }

  @Test("With a vendor its notice is in the way, and setting it aside is enough")
  func vendor() throws {
    var fixture = six
    fixture.groups[0].hiring = nil
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.notice = 2
    vendor.ramp = 10
    fixture.vendors = [vendor]
    let reach = try reach(fixture, 16, by: "2026-06-01")
    #expect(reach.earliest?.description == "2026-06-15")
    #expect(reach.reliefs.map(\.rule) == [CapacityRule(.vendorNotice, of: "desk")])
    #expect(reach.reliefs.map(\.isInTheWay) == [true])
    #expect(reach.reliefs[0].date?.description == "2026-06-01")
    #expect(reach.enough == [CapacityRule(.vendorNotice, of: "desk")])
  }

  @Test("Where nobody could do it, no rule is to blame")
  func impossible() throws {
    var fixture = six
    fixture.groups[0].hiring = nil
    let reach = try reach(fixture, 16, by: "2026-06-01")
    #expect(reach.earliest == nil)
    #expect(reach.enough == nil)
    #expect(reach.reliefs.isEmpty)
  }

  @Test("A queue that is not there, no heads, a day outside the horizon: no answer")
  func noAnswer() throws {
    let finder = ReachFinder(solver: GLPKSolver())
    let day = try #require(LocalDate(iso: "2026-06-01"))
    let late = try #require(LocalDate(iso: "2027-06-01"))
    for (queue, heads, date) in [("mail", 5.0, day), ("calls", .nan, day), ("calls", 5, late)] {
      let reach = try finder.reach(
        heads, on: Queue.ID(queue), by: date, in: six.scenario, requirement: six.requirement)
      #expect(reach == nil)
    }
  }
}
