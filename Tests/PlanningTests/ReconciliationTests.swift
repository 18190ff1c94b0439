import BusinessCalendar
import CapacityPlanning
import Contracts
import Costing
import GLPK
import PayRules
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

  @Test("With contributions on a base of their own, whose bounds change on the way")
  func contributions() throws {
    var fixture = ScenarioFixture(start: "2026-06-08", weeks: 8)
    fixture.queues = [QueueFixture("calls", weeklyHours: [300, 340, 420, 500, 500, 420, 380, 300])]
    var group = GroupFixture("core", skills: ["calls"], heads: 12)
    group.wage = .monthly(Money(minorUnits: 600_000))
    group.employerOnCost = .percent(5)
    group.overtime = .everybody
    group.hiring = .fixture(sizes: 1...4, trainers: 1, training: 1)
    group.rules = StaffRules()
    group.rules?.contributions = EmployerContributions.fixture
    fixture.groups = [group]
    let kinds = try expectSameMoney(fixture)
    #expect(kinds.contains(.contributions))
  }

  @Test("With tiers both ways, a contract that ends, learning and shares of the work")
  func clauses() throws {
    var fixture = ScenarioFixture(start: "2026-06-01", weeks: 13)
    fixture.queues = [QueueFixture("calls", weeklyHours: [800, 900, 900, 800, 0])]
    var vendor = VendorFixture("far", skills: ["calls"])
    vendor.minimumSeats = 3
    vendor.tiers = [(above: 1000, price: 4433), (above: 1200, price: 5217)]
    vendor.clauses = VendorClauses(
      exitCost: Money(minorUnits: 123_456), learning: [.percent(60), .percent(90)],
      maximumShare: .percent(80), shareOfOutsourced: .percent(90))
    var other = VendorFixture("near", skills: ["calls"])
    other.price = 6000
    fixture.vendors = [vendor, other]
    let kinds = try expectSameMoney(fixture)
    #expect(kinds.contains(.vendorTier) && kinds.contains(.vendorExit))
  }

  @Test(
    "With prices for contacts, minutes, resolutions, seats and people, and fees by the month",
    arguments: [
      PricingUnit.contact, .talkMinute, .resolution, .consultation, .seatMonth, .fteMonth,
    ])
  func units(unit: PricingUnit) throws {
    var fixture = ScenarioFixture(start: "2026-09-21", weeks: 6)
    fixture.holidays = [LocalDate(iso: "2026-09-25"), LocalDate(iso: "2026-10-01")]
      .compactMap(\.self)
    fixture.queues = [
      QueueFixture("calls", weeklyHours: [900, 1500, 300, 200, 433, 777]),
      QueueFixture("mails", weeklyHours: [100, 0, 300, 200, 100, 50]),
    ]
    var group = GroupFixture("core", skills: ["calls"], heads: 12)
    group.overtime = .everybody
    fixture.groups = [group]
    var vendor = VendorFixture("far", skills: ["calls", "mails"])
    vendor.unit = unit
    vendor.price = unit.basis == .seats ? 654_321 : unit == .talkMinute ? 67 : 333
    vendor.proficiency = .percent(87)
    vendor.baseFee = Money(minorUnits: 123_457)
    vendor.setUpFee = Money(minorUnits: 77_777)
    vendor.clauses = VendorClauses(learning: [.percent(60)])
    vendor.training = SeatTraining(
      rate: UnitPrice(Money(minorUnits: 3333)), time: WorkTime(hours: 13))
    if unit.basis == .contacts {
      vendor.billedShare = Rational(82, over: 100)
      vendor.holidaySurcharge = 220
    }
    if unit == .talkMinute || unit == .fteMonth {
      vendor.committedSpend = Money(minorUnits: 9_123_457)
    }
    if unit.isContact {
      vendor.committedContacts = 9000
      vendor.shortfallShare = Rational(1, over: 2) ?? .one
      vendor.tiers = [(above: 3000, price: 301), (above: 6000, price: 287)]
    }
    fixture.vendors = [vendor]
    let kinds = try expectSameMoney(fixture)
    #expect(kinds.contains(.vendorTier) == unit.isContact)
    #expect(kinds.contains(.vendorHours) && kinds.contains(.vendorSetUp))
    #expect(kinds.contains(.vendorSurcharge) == (unit.basis == .contacts))
  }

  @Test(
    "With locked forecasts, baselines, seats billed in part and a premium of the night",
    arguments: VolumeClauseCase.allCases)
  func volumes(clause: VolumeClauseCase) throws {
    let kinds = try expectSameMoney(clause.fixture)
    #expect(clause.categories.isSubset(of: kinds), "\(kinds)")
  }

  @Test("With further seats, busiest hours, cloud agents and money above a budget that is a price")
  func relief() throws {
    var fixture = ScenarioFixture(start: "2026-06-01", weeks: 3)
    var queue = QueueFixture("calls", weeklyHours: [300, 520, 450])
    queue.spikes = [15: 4, 16: 3]
    fixture.queues = [queue]
    fixture.sites = [
      Site(id: Site.ID("hall"), name: "Hall", seats: 7).with(overflow: 2, at: 33_333)
    ]
    var group = GroupFixture("core", skills: ["calls"], heads: 10)
    group.site = Site.ID("hall")
    fixture.groups = [group]
    var cloud = VendorFixture("cloud", skills: ["calls"])
    cloud.maximumSeats = 20
    cloud.hoursPerSeat = WorkTime(hours: 20)
    cloud.clauses = VendorClauses(
      slots: BookedSlots(showRate: .percent(85), minimumHours: WorkTime(hours: 6)))
    fixture.vendors = [cloud]
    fixture.peakHours = PeakHours(window: .seconds(7200), attendance: .percent(80))
    fixture.budget = Money(minorUnits: 5_100_000)
    fixture.overBudget = .percent(40)
    let kinds = try expectSameMoney(fixture)
    #expect(kinds.contains(.seatOverflow))
    #expect(kinds.contains(.overBudget))
  }

  @Test("With allowances for night shifts, absences, learners of another queue and holidays")
  func shiftDifferentials() throws {
    var fixture = ScenarioFixture(start: "2026-09-21", weeks: 4)
    fixture.holidays = [LocalDate(iso: "2026-09-25")].compactMap(\.self)
    fixture.payRules = try fixture.payRules.map {
      try $0.stating(["night_allow": "33.33|21:30-06:00|60"])
    }
    fixture.queues = [
      QueueFixture("calls", weeklyHours: [300, 350, 280, 240]),
      QueueFixture("chats", weeklyHours: [60, 90, 120, 100]),
    ]
    for place in fixture.queues.indices {
      fixture.queues[place].opens = 14
      fixture.queues[place].closes = 24
    }
    var group = GroupFixture("core", skills: ["calls"], heads: 14)
    group.wage = .monthly(Money(minorUnits: 600_000))
    group.employerOnCost = .percent(32)
    group.shrinkage = Shrinkage(
      inOffice: .percent(11), outOfOffice: .percent(9), combination: .sequential)
    group.overtime = .everybody
    group.rules = StaffRules()
    group.rules?.crossTraining = [
      CrossTraining(
        queue: Queue.ID("chats"), weeks: 1, proficiency: .percent(90), most: Headcount(6),
        cost: Money(minorUnits: 10_000))
    ]
    fixture.groups = [group]
    let kinds = try expectSameMoney(fixture)
    #expect(kinds.contains(.shiftDifferential) && kinds.contains(.paidHoliday))
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

  @Test("Ends of contracts, redundancy, leave, time off and cross-training are the same money")
  func staffRules() throws {
    var fixture = ScenarioFixture(weeks: 8)
    fixture.queues = [
      QueueFixture("calls", weeklyHours: [200, 300, 300, 80, 80, 80, 80, 80]),
      QueueFixture("mails", weeklyHours: [0, 40, 40, 40]),
    ]
    var team = GroupFixture("team", skills: ["calls"], heads: 6)
    team.employerOnCost = .percent(32)
    team.attrition = Attrition(
      bands: [Attrition.Band(fromTenureWeeks: 0, perWeek: .percent(2), stated: "2 % per week")],
      waves: [])
    var overtime = OvertimeRules(
      takeUp: .percent(80), maximumPerWeek: nil, productivity: .percent(95))
    overtime.fatigue = Fatigue(above: WorkTime(hours: 4), productivity: .percent(60))
    overtime.timeOffWithinWeeks = 3
    team.overtime = overtime
    var rules = StaffRules()
    rules.redundancy = Redundancy(
      noticeWeeks: 2, cost: Money(minorUnits: 300_000), most: .percent(40))
    rules.leave = LeaveRules(
      earnedPerWeek: WorkTime(hours: 2), balance: WorkTime(hours: 40), carryOver: .zero,
      mostAway: .percent(10), unusedPay: .percent(200))
    rules.undertime = Undertime(
      takeUp: .percent(50), mostPerWeek: WorkTime(hours: 8), paid: .percent(25))
    rules.crossTraining = [
      CrossTraining(
        queue: Queue.ID("mails"), weeks: 1, proficiency: .percent(80), most: Headcount(2),
        cost: Money(minorUnits: 90_000))
    ]
    rules.transfers = [
      Transfer(
        to: StaffGroup.ID("desk"), weeks: 1, most: Headcount(1), cost: Money(minorUnits: 20_000))
    ]
    team.rules = rules
    var desk = GroupFixture("desk", skills: ["letters"], heads: 0)
    desk.headcount = []
    fixture.queues.append(QueueFixture("letters", weeklyHours: [0, 0, 40]))
    var season = GroupFixture("season", skills: ["calls"], heads: 0)
    season.headcount = []
    season.hiring = .fixture(sizes: 1...3, training: 1)
    season.rules = StaffRules()
    season.rules?.employment = Employment(
      kind: .seasonal, contractWeeks: 4, endingCost: Money(minorUnits: 40_000))
    fixture.groups = [team, season, desk]
    let kinds = try expectSameMoney(fixture)
    for kind: CostCategory in [
      .contractEnds, .redundancy, .unusedLeave, .undertime, .crossTraining,
      .transfers,
    ] {
      #expect(kinds.contains(kind), "\(kind.rawValue)")
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

extension VolumeClauseCase {
  /// The categories that the clause brings.
  fileprivate var categories: Set<CostCategory> {
    switch self {
    case .lockedHours, .lockedContacts: [.vendorCommitment, .vendorTier]
    case .baseline: [.vendorHours, .vendorTier]
    case .ramp: [.vendorHours]
    case .nightAdded, .nightMultiplied: [.vendorSurcharge]
    }
  }
}
