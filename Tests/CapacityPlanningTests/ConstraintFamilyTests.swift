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

  /// The tiny scenario, with the clauses that a family speaks of.
  static func fixture(of family: CapacityFamily) throws -> ScenarioFixture {
    var fixture = try tiny()
    switch family {
    case .contractLength, .volumeTier, .vendorLearning, .vendorShare:
      fixture.vendors[0].clauses = VendorClauses(
        minimumMonths: 2, exitCost: Money(minorUnits: 50_000), learning: [.percent(60)],
        maximumShare: .percent(40), shareOfOutsourced: .percent(70))
      fixture.vendors[0].tiers = [(above: 100, price: 4500), (above: 150, price: 5500)]
      fixture.vendors.append(VendorFixture("other", skills: ["calls"]))
    case .vendorBatch:
      fixture.vendors[0].clauses = VendorClauses(seatBatch: 2)
    case .vendorLanguage:
      fixture.queues[0].staffing = QueueStaffing(
        languages: [
          LanguageShare("zh", share: .percent(70)), LanguageShare("en", share: .percent(30)),
        ])
      fixture.vendors[0].language = "en"
    case .bookedSlots:
      fixture.vendors[0].clauses = VendorClauses(
        slots: BookedSlots(showRate: .percent(80), minimumHours: WorkTime(hours: 10)))
    case .peakHours:
      fixture.peakHours = PeakHours(window: .seconds(7200), attendance: .percent(90))
      fixture.queues[0].spikes = [15: 2, 16: 2]
      fixture.sites = [
        Site(id: Site.ID("hall"), name: "Hall", seats: 1).with(overflow: 2, at: 30_000)
      ]
    default: break
    }
    return fixture
  }

  @Test("A family that the scenario does not use has no rows and no columns")
  func inactive() throws {
    let fixture = try ConstraintFamilyTests.tiny()
    let input = CapacityInput(fixture.scenario, requirement: fixture.requirement)
    let rare: [CapacityFamily] = [
      .contractLength, .volumeTier, .vendorLearning, .vendorBatch, .vendorShare, .vendorLanguage,
      .bookedSlots, .peakHours,
    ]
    for family in rare {
      let program = CapacityProgram(input, families: [family])
      #expect(program.program.constraintCount == 0, "\(family.rawValue)")
      let clauses = program.clauses
      #expect(clauses.ending.keys.isEmpty && clauses.inTier.keys.isEmpty)
      #expect(clauses.reached.keys.isEmpty && clauses.added.keys.isEmpty)
      #expect(clauses.batches.keys.isEmpty)
      let relief = program.relief
      #expect(relief.backlog.keys.isEmpty && relief.overflow.keys.isEmpty)
      #expect(relief.ownPeak.keys.isEmpty && relief.vendorPeak.keys.isEmpty)
      #expect(relief.absent.keys.isEmpty && relief.overspent.keys.isEmpty)
    }
  }

  @Test(
    "Each family writes the rows it always wrote",
    arguments: CapacityFamily.allCases.filter {
      ![.lead, .pin, .carriedWork, .seatOverflow, .budgetPrice].contains($0)
        && !CapacityFamily.onRequest.contains($0)
    }
  )
  func golden(family: CapacityFamily) throws {
    let fixture = try ConstraintFamilyTests.fixture(of: family)
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

  @Test("Cover, seats and budget with work that waits, further seats and a budget that is a price")
  func relief() throws {
    var fixture = try ConstraintFamilyTests.tiny()
    fixture.queues[0].channel = .deferred
    fixture.queues[0].target = .done(within: .seconds(2 * 86_400))
    fixture.carriedQueues = [Queue.ID("calls")]
    fixture.overBudget = .percent(50)
    fixture.sites = [
      Site(id: Site.ID("hall"), name: "Hall", seats: 1).with(overflow: 2, at: 30_000)
    ]
    let input = CapacityInput(fixture.scenario, requirement: fixture.requirement)
    let program = CapacityProgram(input, families: [.cover, .seats, .budget]).program
    try Golden.expect(program.lpText, is: "relief.lp")
    let active = CapacityProgram(input, families: Set(CapacityFamily.allCases)).activeFamilies
    #expect(active.contains(.carriedWork) && active.contains(.seatOverflow))
    #expect(active.contains(.budgetPrice) && !active.contains(.volumeTier))
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
