import BusinessCalendar
import CapacityPlanning
import Contracts
import PlanningFixtures
import Scenarios
import Testing
import Units
import Verification

@Suite("A plan as it comes from the planner")
struct CleanPlanTests {
  @Test("has nothing that the check finds, in scenarios by seed", arguments: [1, 4, 5])
  func clean(seed: UInt64) throws {
    let report = try PlannedCase(.everything(seed: seed, weeks: 14)).report
    #expect(report.findings.isEmpty, "\(report.findings.prefix(5).map(\.line))")
  }

  @Test("is clean over the new year, where a week lies in two months", arguments: [7])
  func overNewYear(seed: UInt64) throws {
    var fixture = ScenarioFixture.everything(seed: seed, weeks: 12)
    fixture.start = try #require(.init(iso: "2026-10-26"))
    let report = try PlannedCase(fixture).report
    #expect(report.findings.isEmpty, "\(report.findings.prefix(5).map(\.line))")
  }

  @Test("orders no seat before the notice where a contract starts with more than its ramp")
  func startsWithItsMinimum() throws {
    // 12 seats at once after two weeks of notice, though the ramp is 6 a week.
    var fixture = ScenarioFixture()
    fixture.queues = [QueueFixture("calls", weeklyHours: [0, 0, 480, 480])]
    var vendor = VendorFixture("partner", skills: ["calls"])
    vendor.notice = 2
    vendor.ramp = 6
    vendor.minimumSeats = 12
    fixture.vendors = [vendor]
    let made = try PlannedCase(fixture)
    #expect(made.plan.vendors[0].weeks.map { $0.seats.value.rounded() } == [0, 0, 12, 12])
    #expect(made.report.findings.isEmpty, "\(made.report.findings.map(\.line))")
  }

  @Test("has whole batches of seats, all paid; and is found out under batches of another size")
  func batches() throws {
    var fixture = ScenarioFixture()
    fixture.queues = [QueueFixture("calls", weeklyHours: [300, 300, 450, 450])]
    var vendor = VendorFixture("partner", skills: ["calls"])
    vendor.ramp = 6
    vendor.minimumSeats = 5
    vendor.clauses = VendorClauses(seatBatch: 4)
    fixture.vendors = [vendor]
    let made = try PlannedCase(fixture)
    #expect(made.plan.vendors[0].weeks.map(\.seats.value) == [8, 8, 12, 12])
    #expect(made.report.findings.isEmpty, "\(made.report.findings.map(\.line))")
    fixture.vendors[0].clauses = VendorClauses(seatBatch: 5)
    let other = PlanVerifier(fixture.scenario, requirement: made.requirement)
      .report(on: made.plan, cost: made.cost)
    #expect(other.findings.contains { $0.rule == "they come in batches of 5" })
  }

  @Test(
    "is clean with prices for contacts and seats; and is found out at another share or rate",
    arguments: [PricingUnit.contact, .talkMinute, .seatMonth])
  func units(unit: PricingUnit) throws {
    var fixture = ScenarioFixture()
    fixture.holidays = [LocalDate(iso: "2026-06-10")].compactMap(\.self)
    fixture.queues = [QueueFixture("calls", weeklyHours: [300, 300, 450, 0])]
    var vendor = VendorFixture("partner", skills: ["calls"])
    (vendor.unit, vendor.price) = (unit, unit == .seatMonth ? 400_000 : 250)
    vendor.baseFee = Money(minorUnits: 50_000)
    vendor.holidaySurcharge = unit.basis == .contacts ? 200 : nil
    vendor.committedContacts = unit == .contact ? 30_000 : nil
    vendor.training = SeatTraining(
      rate: UnitPrice(Money(minorUnits: 3000)), time: WorkTime(hours: 24))
    vendor.committedSpend = unit == .contact ? nil : Money(minorUnits: 9_000_000)
    if unit == .contact { vendor.tiers = [(above: 5000, price: 230), (above: 8000, price: 260)] }
    fixture.vendors = [vendor]
    let made = try PlannedCase(fixture)
    #expect(made.report.findings.isEmpty, "\(made.report.findings.map(\.line))")
    fixture.vendors[0].price += 1
    let dearer = PlanVerifier(fixture.scenario, requirement: made.requirement)
      .report(on: made.plan, cost: made.cost)
    #expect(!dearer.findings.isEmpty)
    guard unit.basis == .contacts else { return }
    fixture.vendors[0].price -= 1
    fixture.vendors[0].billedShare = Rational(9, over: 10)
    let fewer = PlanVerifier(fixture.scenario, requirement: made.requirement)
      .report(on: made.plan, cost: made.cost)
    #expect(fewer.findings.contains { $0.rule.contains("the share that is billed") })
  }

  @Test(
    "is clean with locked forecasts, baselines, seats billed in part and a premium of the night; and found out without them",
    arguments: VolumeClauseCase.allCases)
  func volumes(clause: VolumeClauseCase) throws {
    var fixture = clause.fixture
    let made = try PlannedCase(fixture)
    #expect(made.report.findings.isEmpty, "\(made.report.findings.prefix(5).map(\.line))")
    fixture.vendors[0].clauses = VendorClauses(
      learning: fixture.vendors[0].clauses?.learning ?? [])
    fixture.vendors[0].baseline = nil
    let other = PlanVerifier(fixture.scenario, requirement: made.requirement)
      .report(on: made.plan, cost: made.cost)
    #expect(!other.findings.isEmpty)
  }

  @Test("is clean with contributions on a base of their own, and found out without them")
  func contributions() throws {
    var fixture = ScenarioFixture(start: "2026-06-08", weeks: 8)
    fixture.queues = [QueueFixture("calls", weeklyHours: [300, 340, 420, 500, 500, 420, 380, 300])]
    var group = GroupFixture("core", skills: ["calls"], heads: 12)
    group.overtime = .everybody
    group.hiring = .fixture(sizes: 1...4, trainers: 1, training: 1)
    group.rules = StaffRules()
    group.rules?.contributions = EmployerContributions.fixture
    fixture.groups = [group]
    let made = try PlannedCase(fixture)
    #expect(made.report.findings.isEmpty, "\(made.report.findings.prefix(5).map(\.line))")
    group.rules?.contributions?.averagePay = Money(minorUnits: 2_000_000)
    fixture.groups = [group]
    let other = PlanVerifier(fixture.scenario, requirement: fixture.requirement)
    let report = other.report(on: made.plan, cost: made.cost)
    #expect(report.findings.contains { $0.what.contains("contributions") })
  }

  @Test("is looked at by every check")
  func families() throws {
    let plans = [try Planned.standard(), try PlannedStaff.standard()]
    let checked = Set(plans.flatMap(\.report.checked).map(\.family))
    #expect(checked == Set(CheckFamily.allCases).subtracting([.schedule]))
  }

  @Test("is clean with further clauses of contracts, further seats and busiest hours")
  func clauses() throws {
    var fixture = ScenarioFixture(start: "2026-06-01", weeks: 13)
    var queue = QueueFixture("calls", weeklyHours: [800, 900, 900, 800, 400])
    queue.spikes = [15: 3, 16: 2]
    fixture.queues = [queue]
    fixture.sites = [
      Site(id: Site.ID("hall"), name: "Hall", seats: 6).with(overflow: 2, at: 33_333)
    ]
    var group = GroupFixture("core", skills: ["calls"], heads: 10)
    group.site = Site.ID("hall")
    fixture.groups = [group]
    var far = VendorFixture("far", skills: ["calls"])
    far.tiers = [(above: 1000, price: 4433), (above: 1200, price: 5217)]
    far.clauses = VendorClauses(
      minimumMonths: 2, exitCost: Money(minorUnits: 123_456),
      learning: [.percent(60), .percent(90)], maximumShare: .percent(60),
      shareOfOutsourced: .percent(80))
    var cloud = VendorFixture("cloud", skills: ["calls"])
    cloud.price = 6000
    cloud.hoursPerSeat = WorkTime(hours: 20)
    cloud.clauses = VendorClauses(
      slots: BookedSlots(showRate: .percent(85), minimumHours: WorkTime(hours: 6)))
    fixture.vendors = [far, cloud]
    fixture.peakHours = PeakHours(window: .seconds(7200), attendance: .percent(80))
    let report = try PlannedCase(fixture).report
    #expect(report.findings.isEmpty, "\(report.findings.prefix(5).map(\.line))")
  }

  @Test("is clean without people, without vendors, and without anything")
  func small() throws {
    var vendorOnly = ScenarioFixture()
    vendorOnly.queues = [QueueFixture("calls", weeklyHours: [400])]
    vendorOnly.vendors = [VendorFixture("partner", skills: ["calls"])]
    for fixture in [ScenarioFixture(), .hundred(), vendorOnly] {
      let report = try PlannedCase(fixture).report
      #expect(report.findings.isEmpty, "\(report.findings.map(\.line))")
    }
  }
}
