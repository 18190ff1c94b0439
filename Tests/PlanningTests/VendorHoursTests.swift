import BusinessCalendar
import CapacityPlanning
import GLPK
import Planning
import PlanningFixtures
import Scenarios
import Staffing
import Testing
import Units

/// One week from Monday 1 June 2026, eight hours open on each of seven days, 56 hours: every slot needs
/// the same. Nobody of ours; a vendor whose hour is worth half of one of ours.
@Suite("A vendor's hours on their way")
struct VendorHoursTests {
  private func fixture() -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [QueueFixture("calls", weeklyHours: [56])]
    var vendor = VendorFixture("north", skills: ["calls"])
    vendor.proficiency = .percent(50)
    vendor.price = 1000
    fixture.vendors = [vendor]
    return fixture
  }

  @Test(
    "What is required is what the plan gives it, spread like the requirement, in its own people")
  func required() throws {
    let fixture = fixture()
    let plan = try CapacityPlanner(solver: GLPKSolver())
      .plan(fixture.scenario, requirement: fixture.requirement)
    let required = VendorRequirement(
      of: fixture.scenario.vendors[0], plan, fixture.scenario, fixture.requirement)
    // One position all week is two of its people.
    let open = required.people.filter { $0 > 0 }
    #expect(open.count == 56)
    #expect(open.allSatisfy { abs($0 - 2) < 1e-6 })
    let billed = plan.vendors[0].weeks[0].billedOrdinary.hours
    #expect(abs(required.people.reduce(0, +) - billed) < 0.01)
  }

  /// Required are 2 in four slots; committed 2, 1, 3, 2; delivered 2, 1, 2, 0.
  @Test("Hours too many in one interval make up for none in another")
  func tracking() throws {
    let grid = fixture().requirement.grid
    func people(_ first: [Double]) -> [Double] {
      first + [Double](repeating: 0, count: grid.slotCount - first.count)
    }
    let tracking = VendorTracking(
      of: Vendor.ID("north"), on: grid,
      [
        (.required, people([2, 2, 2, 2])), (.committed, people([2, 1, 3, 2])),
        (.delivered, people([2, 1, 2, 0])),
      ])
    let committed = tracking.steps[1]
    #expect(committed.weeks == [WorkTime(hours: 8)])
    #expect(committed.shortfall == [WorkTime(hours: 1)])
    #expect(committed.surplus == [WorkTime(hours: 1)])
    #expect(committed.adherence == Share(7.0 / 8))
    #expect(committed.intervalsKept == [2] && committed.intervals == [4])
    let delivered = tracking.steps[2]
    #expect(delivered.shortfall == [WorkTime(hours: 3)])
    #expect(delivered.adherence == Share(5.0 / 8))
    #expect(delivered.intervalsKept == [2])
  }
}
