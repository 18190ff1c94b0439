import BusinessCalendar
import CapacityPlanning
import Costing
import GLPK
import Planning
import PlanningFixtures
import Scenarios
import Testing
import Units

@Suite("The objective of the weekly program and the ledger speak of the same money")
struct ReconciliationTests {
  /// A ledger line is rounded to the fen, its quantity to a millionth and its hours to the second:
  /// at 200.00 an hour half a second is 3 fen. So each line may be 3 fen from the program's.
  @Test(
    "Category by category, over half-years of varying size", arguments: [1, 2, 3, 4] as [UInt64])
  func halfYears(seed: UInt64) throws {
    try expectSameMoney(.halfYear(seed: seed, weeks: 16, queues: 4))
  }

  @Test("With commitments that are not used, and a shortfall share of a half")
  func commitments() throws {
    var fixture = ScenarioFixture(start: "2026-09-21", weeks: 4)
    fixture.holidays = [LocalDate(iso: "2026-09-25")].compactMap(\.self)
    fixture.queues = [QueueFixture("calls", weeklyHours: [900, 1500, 300, 200])]
    var group = GroupFixture("core", skills: ["calls"], heads: 12)
    group.wage = .monthly(Money(minorUnits: 600_000))
    group.employerOnCost = .percent(32)
    group.overtime = .everybody
    fixture.groups = [group]
    var vendor = VendorFixture("far", skills: ["calls"])
    vendor.holidaySurcharge = 220
    vendor.committedHours = 3000
    vendor.shortfallShare = Rational(1, over: 2) ?? .one
    vendor.setUpFee = Money(minorUnits: 123_457)
    vendor.minimumSeats = 3
    fixture.vendors = [vendor]
    let kinds = try expectSameMoney(fixture)
    #expect(kinds.contains(.vendorCommitment) && kinds.contains(.vendorSurcharge))
    #expect(kinds.contains(.vendorSetUp) && kinds.contains(.overtime))
  }

  @Test("With team leaders that follow the agents, by the month and by the hour")
  func supportRoles() throws {
    var fixture = ScenarioFixture(start: "2026-09-21", weeks: 4)
    fixture.queues = [QueueFixture("calls", weeklyHours: [900, 1500, 300, 200])]
    var group = GroupFixture("core", skills: ["calls"], heads: 12)
    group.wage = .monthly(Money(minorUnits: 600_000))
    group.employerOnCost = .percent(32)
    fixture.groups = [group]
    let rate = HourlyRate(perHour: UnitPrice(Money(minorUnits: 4_500)))
    fixture.supportRoles = [
      SupportRole(
        id: SupportRole.ID("team-leader"), name: "Team leader",
        span: SupportRole.Span(1, per: 12), groups: [StaffGroup.ID("core")],
        wage: .monthly(Money(minorUnits: 820_000)), employerOnCost: .percent(32)),
      SupportRole(
        id: SupportRole.ID("monitor"), name: "Monitor", span: SupportRole.Span(1, per: 10),
        groups: [StaffGroup.ID("core")], wage: .hourly(rate), employerOnCost: .zero),
    ]
    let kinds = try expectSameMoney(fixture)
    #expect(kinds.contains(.support))
  }

  /// 1000 notices of 0.045 are 45.00; one that ends before the horizon is no cost of it.
  @Test("Notices are money on both sides, and of the budget")
  func notices() throws {
    var fixture = ScenarioFixture(weeks: 2)
    var queue = QueueFixture("calls", weeklyHours: [80])
    func notice(_ id: String, from: String, to: String) throws -> QueueNotice {
      QueueNotice(
        id: .init(id), deflection: .percent(20),
        price: UnitPrice(minorUnitsPerUnit: try #require(Rational(9, over: 2))), recipients: 1000,
        from: try #require(LocalDateTime(from)), until: try #require(LocalDateTime(to)))
    }
    queue.notices = [
      try notice("late", from: "2026-05-30T08:00", to: "2026-06-03T00:00"),
      try notice("past", from: "2026-05-01T00:00", to: "2026-06-01T00:00"),
    ]
    fixture.queues = [queue]
    fixture.vendors = [VendorFixture("far", skills: ["calls"])]
    fixture.budget = Money(minorUnits: 4500)
    let kinds = try expectSameMoney(fixture)
    #expect(kinds == [.notices, .shortage])
    let scenario = fixture.scenario
    let plan = try CapacityPlanner(solver: GLPKSolver())
      .plan(scenario, requirement: fixture.requirement)
    let cost = CostAccountant().statement(scenario: scenario, capacity: plan, schedule: nil)
    #expect(cost.total == Money(minorUnits: 4500))
    let line = try #require(cost.lines.first { $0.category == .notices })
    #expect(line.date == scenario.horizon.start)
    #expect(line.path == "queues.calls.notices.late.price")
    fixture.budget = Money(minorUnits: 4400)
    let short = fixture
    #expect(throws: (any Error).self) {
      try CapacityPlanner(solver: GLPKSolver())
        .plan(short.scenario, requirement: short.requirement)
    }
  }

  @Test("With nobody to do the work, all of it is shortage")
  func nobody() throws {
    var fixture = ScenarioFixture(weeks: 2)
    fixture.queues = [QueueFixture("calls", weeklyHours: [80])]
    let kinds = try expectSameMoney(fixture)
    #expect(kinds == [.shortage])
  }

  /// Plans the fixture, prices the plan, compares, and gives back the categories that have a line.
  @discardableResult
  private func expectSameMoney(
    _ fixture: ScenarioFixture, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [CostCategory] {
    let scenario = fixture.scenario
    let plan = try CapacityPlanner(solver: GLPKSolver())
      .plan(scenario, requirement: fixture.requirement)
    let cost = CostAccountant().statement(scenario: scenario, capacity: plan, schedule: nil)
    for category in CostCategory.allCases {
      let lines = cost.lines.filter { $0.category == category }
      let part = plan.objectiveParts.first { $0.key == category.rawValue }?.value ?? 0
      let ledger = cost.total(of: category).approximateMinorUnits
      let allowed = 3 * Double(lines.count) + 1e-9 * abs(part) + 1
      #expect(
        abs(ledger - part) <= allowed,
        "\(category.rawValue): ledger \(ledger), program \(part)", sourceLocation: sourceLocation)
    }
    for part in plan.objectiveParts {
      let category = CostCategory(rawValue: part.key)
      #expect(category?.isCash == part.isCash, "\(part.key)", sourceLocation: sourceLocation)
    }
    return CostCategory.allCases.filter { category in
      cost.lines.contains { $0.category == category && $0.amount != .zero }
    }
  }
}
