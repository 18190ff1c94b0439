import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Decisions that the planner has taken.
@Suite("Pins")
struct PinTests {
  /// One group of one that can hire two to ten people at a time, 120 hours from the third week on.
  private var hiring: ScenarioFixture {
    var fixture = ScenarioFixture(weeks: 5)
    fixture.queues = [QueueFixture("calls", weeklyHours: [40, 40, 120, 120, 120])]
    var group = GroupFixture("team", skills: ["calls"], heads: 1)
    group.hiring = .fixture(lead: 1, sizes: 1...10)
    fixture.groups = [group]
    return fixture
  }

  private func pins(_ texts: String..., of fixture: ScenarioFixture) throws -> [PlanPin] {
    try texts.map { try PlanPin($0, in: fixture.scenario) }
  }

  private func pinned(
    _ fixture: ScenarioFixture, _ pins: [PlanPin], inFull: Bool = false
  ) throws -> PinnedPlan {
    try CapacityStudy(
      fixture.scenario, requirement: fixture.requirement, plan: bestPlan(fixture),
      solver: GLPKSolver(), options: CapacityOptions(gap: .zero)
    ).pinned(pins, inFull: inFull)
  }

  @Test(
    "One more person in the class costs what the person costs, and helps nobody",
    arguments: [false, true])
  func oneMoreHire(inFull: Bool) throws {
    let pins = try pins("hires.team.2026-06-08 = 3", of: hiring)
    let pinned = try pinned(hiring, pins, inFull: inFull)
    // The best plan hires two for 80 hours. The third: 100 to find, a week of training and three of
    // work at 1,600.
    #expect(pinned.price == Money(minorUnits: 100 * (100 + 4 * 1600)))
    #expect(pinned.plan.classes.map(\.heads) == [Headcount(3)])
    #expect(pinned.prices.map(\.cost) == [pinned.price])
    #expect(pinned.isAnew == inFull)
    #expect(agree(pinned.plan.solve.objective / 100, pinned.cost.approximateMinorUnits / 100))
  }

  @Test("A pin of what the plan does anyway costs nothing", arguments: [false, true])
  func noChange(inFull: Bool) throws {
    let pins = try pins("hires.team.2026-06-08 = 2", "hires.team <= 5", of: hiring)
    let pinned = try pinned(hiring, pins, inFull: inFull)
    #expect(pinned.price == .zero)
    #expect(pinned.prices.map(\.cost) == [.zero, .zero])
  }

  @Test("Without the vendor its hours are lost: each pin has its price")
  func noVendor() throws {
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [QueueFixture("calls", weeklyHours: [80])]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: 1)]
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.setUpFee = Money(minorUnits: 50_000)
    fixture.vendors = [vendor]
    let pins = try pins("seats.desk = none", "hires.team = 0", of: fixture)
    let pinned = try pinned(fixture, pins)
    // 40 of 80 hours lost: 4 × 100 + 12 × 150 + 24 × 250 = 8,200, against 40 × 50 and 500.
    #expect(pinned.price == Money(minorUnits: 820_000 - 250_000))
    #expect(pinned.prices.map(\.cost) == [pinned.price, .zero])
    #expect(pinned.plan.vendors[0].weeks[0].seats == .zero)
    #expect(pinned.plan.vendors[0].months.map(\.isActive) == [false])
  }

  @Test("Overtime at most four hours a week")
  func overtime() throws {
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [QueueFixture("calls", weeklyHours: [50])]
    var group = GroupFixture("team", skills: ["calls"], heads: 1)
    group.overtime = .everybody
    fixture.groups = [group]
    let pinned = try pinned(fixture, try pins("overtime.team <= 4 h", of: fixture))
    #expect(agree(pinned.plan.overtimeHours, 4))
    // 8.4 h of June's 36 are this week's: without the pin 1.6 h are short at 100.00; with it 6, of
    // them 2.5 at 100.00 and 3.5 at 150.00. The 4.4 hours saved are 60.00 each.
    #expect(agree(pinned.price.approximateMinorUnits / 100, 250 + 525 - 160 - 4.4 * 60))
  }

  @Test("Seats that are pinned are paid, used or not")
  func seats() throws {
    var fixture = ScenarioFixture(weeks: 2)
    fixture.queues = [QueueFixture("calls", weeklyHours: [40])]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: 1)]
    fixture.vendors = [VendorFixture("desk", skills: ["calls"])]
    let pinned = try pinned(fixture, try pins("seats.desk.2026-06-10 = 2", of: fixture))
    #expect(pinned.plan.vendors[0].weeks.map(\.seats.value) == [0, 2])
    #expect(pinned.price == Money(minorUnits: 80 * 5000))
  }

  @Test("A scenario's pins hold in its plan")
  func ofScenario() throws {
    let pins = try pins("hires.team.2026-06-08 = 3", of: hiring)
    let plan = try CapacityPlanner(solver: GLPKSolver())
      .plan(hiring.scenario.with(pins: pins), requirement: hiring.requirement)
    #expect(plan.classes.map(\.heads) == [Headcount(3)])
  }

  @Test(
    "A pin that no plan can keep is a contradiction that says why",
    arguments: [
      ("hires.team.2026-06-01 = 2", "in the week of 2026-06-08"),
      ("hires.team.2026-06-08 = 11", "1 class of 1 to 10 people can not be 11 people"),
      ("overtime.team >= 1", "no overtime rules"),
      ("hires.team >= 31", "classes of 1 to 10 people, at most "),
    ])
  func impossible(text: String, reason: String) throws {
    let fixture = hiring
    let pins = try pins(text, of: fixture)
    do {
      _ = try CapacityPlanner(solver: GLPKSolver())
        .plan(fixture.scenario.with(pins: pins), requirement: fixture.requirement)
      Issue.record("a plan was found")
    } catch {
      #expect(error.description.contains(reason), "\(error)")
    }
  }

  @Test(
    "A text that is no pin says what would be one",
    arguments: [
      ("hires.tim.2026-06-08 = 2", "known are team"), ("hires.team", "neither =, <= nor >="),
      ("hires.team.2027-06-08 = 2", "write one from 2026-06-01 to 2026-07-05"),
      ("hires.team = -2", "“-2” is no amount"), ("hires.team = nan", "is no amount"),
      ("heads.team = 2", "“heads” can not be pinned"),
      ("contract.desk.2026-06 = no", "the scenario has none"), ("= 3", "names no decision"),
      (
        "hires.team.2026-06-08 = 4.5",
        "not a whole number, and people are hired whole; write 4 or 5"
      ),
      ("hires.team <= 0.5", "write 0 or 1"), ("hires.team = 4 h", "“4 h” is no amount"),
      ("hires.team = yes", "“yes” is no amount"),
    ])
  func refused(text: String, reason: String) throws {
    do {
      _ = try PlanPin(text, in: hiring.scenario)
      Issue.record("“\(text)” was read")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
    }
  }

  /// Four to eight people a class, one class at a time of three weeks.
  private var classes: ScenarioFixture {
    var fixture = hiring
    fixture.groups[0].hiring = .fixture(lead: 1, sizes: 4...8)
    return fixture
  }

  @Test(
    "People that classes can not hold are a contradiction that names their size",
    arguments: [
      (["hires.team = 3"], "classes of 4 to 8 people, at most "),
      (["hires.team.2026-06-08 = 3"], "1 class of 4 to 8 people can not be 3 people"),
      (["hires.team.2026-06-08 = 8", "hires.team = 10"], "can not be all of this"),
      (["hires.team.2026-06-08 >= 5", "hires.team <= 4"], "can not be all of this"),
    ])
  func classSizes(texts: [String], reason: String) throws {
    let fixture = classes
    let pins = try texts.map { try PlanPin($0, in: fixture.scenario) }
    do {
      _ = try pinned(fixture, pins)
      Issue.record("a plan was found")
    } catch {
      guard case .contradiction(let rules) = error as? CapacityError else { throw error }
      #expect(rules.first?.remedy.contains(reason) == true, "\(rules)")
    }
  }

  @Test("People that classes can hold are hired, whole", arguments: ["4", "8", "9", "12"])
  func wholeClasses(amount: String) throws {
    let fixture = classes
    let plan = try pinned(fixture, [PlanPin("hires.team = \(amount)", in: fixture.scenario)]).plan
    #expect(plan.classes.reduce(0) { $0 + $1.heads.value } == Double(amount))
  }

  @Test(
    "Seats, extra hours and months that nobody can have are a contradiction or no pin",
    arguments: [
      ("seats.partner = 100000", "notice, ramp and the most seats allow "),
      ("seats.partner >= 41", "notice, ramp and the most seats allow "),
      ("overtime.team >= 100 h", "law and scenario allow a person "),
      ("contract.partner.2027-05 = yes", "“2027-05” is no month of the horizon"),
      ("contract.partner.2026-05 = no", "write one from 2026-06 to 2026-07"),
      ("contract.partner.2026-06 = 0.5", "write contract.partner.2026-06 = yes or"),
      ("contract.partner.2026-06 <= yes", "a contract runs in a month or does not"),
    ])
  func beyond(text: String, reason: String) throws {
    var fixture = hiring
    fixture.groups[0].overtime = .everybody
    var partner = VendorFixture("partner", skills: ["calls"])
    partner.maximumSeats = 40
    fixture.vendors = [partner]
    do {
      _ = try pinned(fixture, [PlanPin(text, in: fixture.scenario)])
      Issue.record("a plan was found")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
      #expect("\(error)".count < 400)
    }
  }

  @Test("A contradiction names each limit once, and not a week after another")
  func shortContradiction() throws {
    var fixture = hiring
    fixture.groups[0].overtime = .everybody
    let pins = try pins("overtime.team >= 20 h", of: fixture)
    do {
      _ = try CapacityPlanner(solver: GLPKSolver())
        .plan(fixture.scenario.with(pins: pins), requirement: fixture.requirement)
      Issue.record("a plan was found")
    } catch {
      #expect(error.description.count < 700, "\(error)")
      #expect(error.description.contains(" more: it would have to give way by up to "))
    }
  }
}
