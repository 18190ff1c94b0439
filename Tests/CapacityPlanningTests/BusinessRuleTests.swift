import BusinessCalendar
import Contracts
import PayRules
import PlanningFixtures
import Scenarios
import Testing
import Units

@testable import CapacityPlanning

private func weeks(from start: String, _ count: Int) throws -> [Week] {
  let first = Week(start: try #require(LocalDate(iso: start)))
  return (0..<count).map { first.adding(weeks: $0) }
}

@Suite("Survival and speed of our own people")
struct StaffModelTests {
  private func model(
    bands: [(Int, Double)], waves: [Attrition.Wave] = [], hiring: HiringRules? = nil,
    weeks count: Int = 6
  ) throws -> StaffModel {
    var group = GroupFixture("team", skills: ["calls"], heads: 10)
    group.attrition = Attrition(
      bands: bands.map {
        Attrition.Band(fromTenureWeeks: $0.0, perWeek: Share($0.1), stated: "stated")
      }, waves: waves)
    group.hiring = hiring
    return StaffModel(group.group, weeks: try weeks(from: "2026-06-01", count))
  }

  @Test("A tenth leaves each week: after two weeks 81 % are there")
  func hazard() throws {
    let staff = try model(bands: [(0, 0.1)])
    #expect(staff.survival(ofTenure: 52, to: 0) == 1)
    #expect((staff.survival(ofTenure: 52, to: 2) - 0.81).magnitude < 1e-12)
  }

  @Test("The hazard of a week is that of the tenure in it")
  func bands() throws {
    let staff = try model(bands: [(0, 0.5), (2, 0)])
    // Weeks with tenure 0 and 1 lose half each, later weeks nothing.
    #expect(staff.survival(ofTenure: 0, to: 1) == 0.5)
    #expect(staff.survival(ofTenure: 0, to: 5) == 0.25)
    #expect(staff.poolTenure == 2)
  }

  @Test("A wave of departures takes its share at the start of its week, of everybody")
  func wave() throws {
    let date = try #require(LocalDate(iso: "2026-06-10"))
    let staff = try model(
      bands: [], waves: [Attrition.Wave(date: date, share: .percent(20), reason: "bonus")])
    #expect(staff.survival(ofTenure: 52, to: 0) == 1)
    #expect((staff.survival(ofTenure: 52, to: 1) - 0.8).magnitude < 1e-12)
    #expect((staff.initialHeads(in: 3).all - 8).magnitude < 1e-12)
  }

  @Test("Wash-out is lost evenly over the training: of ten, 8.1 finish when 19 % wash out")
  func washOut() throws {
    let hiring = HiringRules.fixture(training: 2, washOut: 0.19)
    let staff = try model(bands: [], hiring: hiring)
    #expect((staff.survival(ofClassIn: 0, to: 1) - 0.9).magnitude < 1e-12)
    #expect((staff.survival(ofClassIn: 0, to: 2) - 0.81).magnitude < 1e-12)
    #expect((staff.survival(ofClassIn: 0, to: 5) - 0.81).magnitude < 1e-12)
  }

  @Test("The first band's hazard also holds in training, on top of the wash-out")
  func hazardInTraining() throws {
    let hiring = HiringRules.fixture(training: 1, washOut: 0.2)
    let staff = try model(bands: [(0, 0.5)], hiring: hiring)
    #expect((staff.survival(ofClassIn: 0, to: 1) - 0.4).magnitude < 1e-12)
  }

  @Test("Hires are in training, then nesting, then on the ramp, then in the pool")
  func stages() throws {
    let hiring = HiringRules.fixture(training: 1, nesting: 1, ramp: [0.5, 0.75])
    let staff = try model(bands: [], hiring: hiring)
    let hired = [(start: 0, heads: 4.0)]
    #expect(staff.hiredHeads(hired, in: 0).training == 4)
    #expect(staff.hiredHeads(hired, in: 1).nesting == 4)
    #expect(staff.hiredHeads(hired, in: 1).effective == 2)
    #expect(staff.hiredHeads(hired, in: 1).ready == 0)
    #expect(staff.hiredHeads(hired, in: 2).ramping == 4)
    #expect(staff.hiredHeads(hired, in: 2).ready == 3)
    #expect(staff.hiredHeads(hired, in: 3).pool == 4)
    #expect(staff.hiredHeads(hired, in: 3).effective == 4)
  }

  @Test("Classes start on their calendar, after the lead, and in time for a first contact")
  func classCalendar() throws {
    let everyOther = HiringRules.fixture(lead: 1, calendar: .every(weeks: 2), training: 1)
    #expect(try model(bands: [], hiring: everyOther, weeks: 6).classStarts == [2, 4])
    let date = try #require(LocalDate(iso: "2026-06-17"))
    let dated = HiringRules.fixture(lead: 1, calendar: .dates([date]))
    #expect(try model(bands: [], hiring: dated).classStarts == [2])
    #expect(try model(bands: [], hiring: .fixture(lead: 9)).classStarts.isEmpty)
  }
}

@Suite("Prices of work")
struct LabourPriceTests {
  @Test("A salary of 3,100.00 costs 100.00 a day in May and 103.33 in June")
  func monthly() throws {
    let wage = Wage.monthly(Money(minorUnits: 310_000))
    // 25 to 31 May are seven days of May; 29 May to 4 June are three of May and four of June.
    let may = Week(start: try #require(LocalDate(iso: "2026-05-25")))
    let both = Week(start: try #require(LocalDate(iso: "2026-05-29")))
    let hours = WorkTime(hours: 40)
    let first = LabourPrice.headWeek(wage: wage, contractHours: hours, in: may)
    #expect(first.minorUnitsPerUnit == Rational(70_000))
    let second = LabourPrice.headWeek(wage: wage, contractHours: hours, in: both)
    #expect(second.minorUnitsPerUnit == Rational(30_000 * 3 + 124_000, over: 3))
  }

  @Test("By the hour a week costs the contract's hours, holidays or not")
  func hourly() throws {
    let wage = Wage.hourly(HourlyRate(perHour: UnitPrice(Money(minorUnits: 2850))))
    let week = Week(start: try #require(LocalDate(iso: "2026-06-01")))
    let price = LabourPrice.headWeek(wage: wage, contractHours: WorkTime(hours: 37.5), in: week)
    #expect(price.minorUnitsPerUnit == Rational(106_875))
  }

  @Test("An hour of a salary of 6,000.00 is 6000/174 in China")
  func hourOfSalary() throws {
    let date = try #require(LocalDate(iso: "2026-06-01"))
    let rules = try #require(RulePack.bundled(id: "china-standard", on: date))
    let rate = LabourPrice.hour(wage: .monthly(Money(minorUnits: 600_000)), under: rules)
    #expect(rate.perHour.minorUnitsPerUnit == Rational(600_000, over: 174))
  }
}

@Suite("Limits of overtime")
struct OvertimeModelTests {
  private let china = RulePack.bundled.last { $0.id == "china-standard" }

  private func tiers(
    statutoryDays: Int, openDays: Int = 7, contractHours: Double = 40
  ) throws -> [OvertimeTierOfWeek] {
    var group = GroupFixture("team", skills: ["calls"], heads: 10)
    group.contractHours = WorkTime(hours: contractHours)
    group.overtime = OvertimeRules(
      takeUp: .whole, maximumPerWeek: nil, productivity: .percent(90))
    let week = Week(start: try #require(LocalDate(iso: "2026-06-01")))
    return OvertimeModel.tiers(
      of: group.group, in: week, statutoryDays: statutoryDays, openDays: openDays, under: china)
  }

  @Test("On rest days there is work for the days that queues are open beyond the contract's")
  func restDays() throws {
    func hours(openDays: Int, contractHours: Double = 40) throws -> Double {
      try tiers(statutoryDays: 0, openDays: openDays, contractHours: contractHours)
        .filter { $0.kind == .restDay }.map(\.hoursPerPerson).reduce(0, +)
    }
    #expect(try [0, 4, 5, 6, 7].map { try hours(openDays: $0) } == [0, 0, 0, 8, 8])
    // 36 hours are four and a half days: half a day of the fifth is left.
    #expect(try hours(openDays: 5, contractHours: 36) == 4)
    #expect(try hours(openDays: 5, contractHours: 24) == 8)
  }

  @Test("A week without holidays: 15 hours of overtime and one rest day of 8 hours")
  func ordinaryWeek() throws {
    let tiers = try tiers(statutoryDays: 0)
    #expect(tiers.map(\.code) == ["CN_OT150", "CN_REST200"])
    #expect(tiers.map(\.hoursPerPerson) == [15, 8])
    #expect(tiers.map(\.netPerPaidHour) == [0.9, 0.9])
    #expect(tiers.map(\.price) == [6000, 8000])
  }

  @Test(
    "With two holidays overtime shrinks, and holidays can be worked at normal speed, thrice paid")
  func holidayWeek() throws {
    let tiers = try tiers(statutoryDays: 2)
    #expect(tiers.map(\.code) == ["CN_OT150", "CN_REST200", "CN_HOL300"])
    #expect((tiers[0].hoursPerPerson - 15 * 5 / 7).magnitude < 1e-12)
    #expect(tiers[2].hoursPerPerson == 16)
    #expect(tiers[2].netPerPaidHour == 1)
    #expect(tiers[2].price == 12_000)
    #expect(tiers.map(\.countsToMonth) == [true, true, false])
  }

  @Test("Without overtime rules, without pay rules or without take-up there is none")
  func none() throws {
    let week = Week(start: try #require(LocalDate(iso: "2026-06-01")))
    var group = GroupFixture("team", skills: ["calls"], heads: 10)
    #expect(
      OvertimeModel.tiers(
        of: group.group, in: week, statutoryDays: 0, openDays: 7, under: china
      ).isEmpty)
    group.overtime = .everybody
    #expect(
      OvertimeModel.tiers(
        of: group.group, in: week, statutoryDays: 0, openDays: 7, under: nil
      ).isEmpty)
    group.overtime = OvertimeRules(takeUp: .zero, maximumPerWeek: nil, productivity: .whole)
    #expect(
      OvertimeModel.tiers(
        of: group.group, in: week, statutoryDays: 0, openDays: 7, under: china
      ).isEmpty)
  }

  @Test("The weeks of November share its 36 hours by their days")
  func monthlyAllowance() {
    let limit = WorkTime(hours: 36)
    let parts = [1, 7, 7, 7, 7, 1].map {
      OvertimeModel.monthlyAllowance(limit, days: $0, ofMonthWith: 30)
    }
    #expect(parts[0] == 1.2)
    #expect((parts.reduce(0, +) - 36).magnitude < 1e-12)
  }
}

@Suite("The price of an hour that nobody covers")
struct ShortagePriceTests {
  @Test("Ten contacts of six minutes at 10.00 make 100.00 an hour; three chats at once triple it")
  func perHour() {
    var queue = QueueFixture("calls", weeklyHours: [])
    #expect(ShortagePrice.perHour(of: queue.queue) == UnitPrice(Money(minorUnits: 10_000)))
    queue.channel = .chat(concurrency: 3)
    #expect(ShortagePrice.perHour(of: queue.queue) == UnitPrice(Money(minorUnits: 30_000)))
    // Contacts that take half as long as the queue says.
    let half = ShortagePrice.perHour(of: queue.queue, taking: .seconds(180))
    #expect(half == UnitPrice(Money(minorUnits: 60_000)))
    queue.handleTime = .zero
    #expect(ShortagePrice.perHour(of: queue.queue) == .zero)
  }

  @Test("Of 100 hours the first 5 cost the price, the next 15 half more, the rest two and a half")
  func tiers() {
    let queue = QueueFixture("calls", weeklyHours: []).queue
    let required = WorkTime(hours: 100)
    let split = ShortagePrice.split(WorkTime(hours: 30), of: required)
    #expect(split.map(\.hours) == [5, 15, 10])
    // Ten contacts an hour, each counted once.
    let lost = ShortagePrice.contacts(with: WorkTime(hours: 30), of: required, in: queue)
    #expect(lost.map(\.contacts.value) == [50, 150, 100])
    #expect(lost.map(\.multiplier.doubleValue) == [1, 1.5, 2.5])
    // 5 × 100 + 15 × 150 + 10 × 250
    #expect(ShortagePrice.cost(of: lost, in: queue) == Money(minorUnits: 525_000))
    #expect(ShortagePrice.contacts(with: .zero, of: required, in: queue).isEmpty)
    let few = ShortagePrice.contacts(with: WorkTime(hours: 3), of: required, in: queue)
    #expect(few == [ShortageTier(multiplier: .single, contacts: ContactVolume(30))])
  }

  /// Four fifths of the contacts at 5.00, a fifth at 30.00: 10.00 in the mean.
  private func segments(priorities: [Int]) -> QueueFixture {
    var queue = QueueFixture("calls", weeklyHours: [])
    queue.staffing = QueueStaffing(
      segments: zip(["others", "large"], priorities).map { id, priority in
        QueueSegment(
          id: QueueSegment.ID(id), name: id, share: Share(id == "large" ? 0.2 : 0.8),
          contactRate: .whole, patience: nil,
          lostContactPrice: Money(minorUnits: id == "large" ? 3000 : 500), priority: priority,
          notice: nil)
      })
    return queue
  }

  @Test("Segments answered in the order of arrival fail together, at their mean price")
  func meanPrice() {
    let queue = segments(priorities: [1, 1]).queue
    #expect(ShortagePrice.perHour(of: queue) == UnitPrice(Money(minorUnits: 10_000)))
    #expect(ShortagePrice.tiers(of: queue) == ShortagePrice.tiers)
  }

  @Test("Where the dear are answered first, the cheap fail first, at their own price")
  func priorities() {
    let queue = segments(priorities: [2, 1]).queue
    let tiers = ShortagePrice.tiers(of: queue)
    let widths = tiers.map(\.width.value)
    #expect(zip(widths, [0.05, 0.15, 0.6, 0.2]).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(tiers.map(\.factor.doubleValue) == [0.5, 0.75, 1.25, 7.5])
    // 90 hours: 5 × 50 + 15 × 75 + 60 × 125 + 10 × 750.
    let lost = ShortagePrice.contacts(
      with: WorkTime(hours: 90), of: WorkTime(hours: 100), in: queue)
    #expect(ShortagePrice.cost(of: lost, in: queue) == Money(minorUnits: 1_637_500))
    // A priority for those who are worth less would not be convex: all at the mean.
    #expect(ShortagePrice.tiers(of: segments(priorities: [1, 2]).queue) == ShortagePrice.tiers)
  }

  @Test("The slices make up the whole, and never get cheaper")
  func convex() {
    #expect((ShortagePrice.tiers.map(\.width).total().value - 1).magnitude < 1e-12)
    let factors = ShortagePrice.tiers.map(\.factor)
    #expect(factors == factors.sorted())
  }
}

@Suite("Seats that a head takes")
struct SeatNeedTests {
  @Test("40 hours in 8-hour days, 10 % out of office and an overlap of 75 % take 0.48 of a seat")
  func perHead() {
    var group = GroupFixture("team", skills: ["calls"], heads: 1)
    group.shrinkage = Shrinkage(
      inOffice: .percent(20), outOfOffice: .percent(10), combination: .sequential)
    let seats = SeatNeed.seatsPerHead(
      group.group, dailyHours: WorkTime(hours: 8), overlap: 0.75)
    #expect((seats - 5.0 / 7 * 0.9 * 0.75).magnitude < 1e-12)
  }

  @Test("Sixteen open hours of the same work are shared by two shifts; a peak brings more together")
  func overlap() {
    let day = WorkTime(hours: 8)
    let flat = Array(repeating: 10.0, count: 16)
    #expect(SeatNeed.overlap([flat], slotHours: 1, dailyHours: day) == 0.5)
    // Twelve hours of 10 and four of 20 are 200 hours; 8 × 20 / 200.
    let peak = Array(repeating: 10.0, count: 12) + Array(repeating: 20.0, count: 4)
    #expect(SeatNeed.overlap([flat, peak], slotHours: 1, dailyHours: day) == 0.8)
    #expect(SeatNeed.overlap([], slotHours: 1, dailyHours: day) == 1)
  }
}

@Suite("What a vendor can do by when")
struct VendorModelTests {
  @Test("After two weeks' notice ten seats a week, up to the most")
  func reach() {
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.notice = 2
    vendor.maximumSeats = 25
    let model = VendorModel(vendor.vendor)
    #expect((0..<6).map(model.reach) == [0, 0, 10, 20, 25, 25])
  }

  @Test("A contract starts with its minimum, even above a week's ramp")
  func start() {
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.ramp = 2
    vendor.minimumSeats = 5
    let model = VendorModel(vendor.vendor)
    #expect((0..<3).map(model.reach) == [5, 7, 9])
    #expect(model.growthAtStart == 3)
    #expect(model.hasContractTerms)
  }

  @Test("Seats that already run go on through the notice and grow after it")
  func running() {
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.initialSeats = 8
    vendor.notice = 1
    vendor.setUpFee = Money(minorUnits: 100)
    let model = VendorModel(vendor.vendor)
    #expect((0..<3).map(model.reach) == [8, 18, 28])
    #expect(model.setUpFee == .zero)
  }

  @Test("Seats are ordered no earlier than the ramp makes necessary")
  func leastSeats() {
    let model = VendorModel(VendorFixture("desk", skills: ["calls"]).vendor)
    let seats = model.leastSeats(carrying: [0, 0, 5, 25, 3], growth: [10, 10, 10, 10, 10])
    #expect(seats == [0, 5, 15, 25, 3])
  }
}

@Suite("Weeks, months and holidays of a plan")
struct PlanCalendarTests {
  @Test("A week belongs to the months of its days, its contract to the month of most of them")
  func months() throws {
    var fixture = ScenarioFixture(start: "2026-06-01", weeks: 5)
    fixture.holidays = [try #require(LocalDate(iso: "2026-06-19"))]
    let calendar = PlanCalendar(
      grid: fixture.scenario.grid, holidays: fixture.scenario.calendar)
    #expect(calendar.months.map(\.description) == ["2026-06", "2026-07"])
    // 29 and 30 June are in June, 1 to 5 July in July.
    #expect(calendar.days(of: 4, in: 0) == 2)
    #expect(calendar.days(of: 4, in: 1) == 5)
    #expect(calendar.contractMonth == [0, 0, 0, 0, 1])
    #expect(calendar.coverage(ofMonth: 0) == 1)
    #expect(calendar.coverage(ofMonth: 1) == 5.0 / 31)
    #expect(calendar.statutoryDays(2) == 1)
    #expect(calendar.share(2, .ordinary) == 6.0 / 7)
    #expect(calendar.share(of: 4, .ordinary, in: 1) == 5.0 / 7)
    #expect(calendar.share(of: 4, .statutoryHoliday, in: 1) == 0)
  }
}
