import BusinessCalendar
import LinearProgramming
import PlanningFixtures
import Scenarios
import TestSupport
import Testing
import Units

@testable import CapacityPlanning

/// Each family of constraints by itself, as a file that people can read.
@Suite("Families of constraints")
struct ConstraintFamilyTests {
  /// Two weeks over the end of June with a holiday, one queue of 80 h, one group, one vendor.
  static func tiny() throws -> ScenarioFixture {
    var fixture = ScenarioFixture(start: "2026-06-22", weeks: 2)
    fixture.id = "tiny"
    fixture.holidays = [try #require(LocalDate(iso: "2026-06-29"))]
    fixture.queues = [QueueFixture("calls", weeklyHours: [80, 120])]
    fixture.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 1)]
    var group = GroupFixture("team", skills: ["calls"], heads: 2)
    group.site = Site.ID("hall")
    group.headcount.append(TenureHeads(tenureWeeks: 0, heads: Headcount(1)))
    group.attrition = Attrition(
      bands: [
        Attrition.Band(fromTenureWeeks: 0, perWeek: .percent(10), stated: "10 % per week"),
        Attrition.Band(fromTenureWeeks: 1, perWeek: .percent(5), stated: "5 % per week"),
      ], waves: [])
    group.hiring = .fixture(sizes: 2...4, trainers: 2, training: 1, ramp: [0.5])
    group.overtime = OvertimeRules(
      takeUp: .percent(50), maximumPerWeek: WorkTime(hours: 6), productivity: .percent(90))
    fixture.groups = [group]
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.ramp = 1
    vendor.minimumSeats = 2
    vendor.maximumSeats = 4
    vendor.committedHours = 62
    vendor.setUpFee = Money(minorUnits: 100_000)
    vendor.holidaySurcharge = 200
    vendor.proficiency = .percent(80)
    fixture.vendors = [vendor]
    fixture.outsourcingLimits = [
      Policy.OutsourcingLimit(queue: Queue.ID("calls"), share: .percent(50))
    ]
    fixture.maximumOutsourcedShare = .percent(30)
    fixture.budget = Money(minorUnits: 5_000_000)
    fixture.endStrength = .percent(90)
    fixture.priceOfMissingHeadAtEnd = Money(minorUnits: 600_000)
    return fixture
  }

  @Test(
    "Each family writes the rows it always wrote",
    arguments: CapacityFamily.allCases.filter { $0 != .lead && $0 != .pin })
  func golden(family: CapacityFamily) throws {
    let fixture = try ConstraintFamilyTests.tiny()
    let input = CapacityInput(fixture.scenario, requirement: fixture.requirement)
    let program = CapacityProgram(input, families: [family]).program
    try Golden.expect(program.lpText, is: "\(family.rawValue).lp")
  }

  @Test("Pins are rows of their own, both sides of an equation apart")
  func pins() throws {
    let fixture = try ConstraintFamilyTests.tiny()
    let texts = [
      "hires.team.2026-06-22 = 2", "seats.desk.2026-06-29 >= 3", "overtime.team <= 4 h",
      "contract.desk.2026-06 = no",
    ]
    let pins = try texts.map { try PlanPin($0, in: fixture.scenario) }
    #expect(pins.map(\.description) == texts)
    let input = CapacityInput(
      fixture.scenario.with(pins: pins), requirement: fixture.requirement)
    let program = CapacityProgram(input, families: [.pin]).program
    try Golden.expect(program.lpText, is: "pin.lp")
  }

  @Test("The whole program has every family and nothing else")
  func whole() throws {
    let fixture = try ConstraintFamilyTests.tiny()
    let whole = CapacityProgram(fixture.scenario, requirement: fixture.requirement)
    let input = CapacityInput(fixture.scenario, requirement: fixture.requirement)
    let rows = CapacityFamily.allCases.map {
      CapacityProgram(input, families: [$0]).program.constraintCount
    }
    #expect(whole.program.constraintCount == rows.reduce(0, +))
    #expect(whole.rows.count == whole.program.constraintCount)
    try Golden.expect(whole.program.lpText, is: "whole.lp")
  }

  @Test("Every row's note names a path and a unit")
  func notes() throws {
    let fixture = try ConstraintFamilyTests.tiny()
    let whole = CapacityProgram(fixture.scenario, requirement: fixture.requirement)
    for row in whole.rows {
      #expect(!row.draft.path.isEmpty)
      #expect(!row.draft.unit.isEmpty)
      #expect(row.name == whole.program.name(of: row.constraint))
    }
  }
}
