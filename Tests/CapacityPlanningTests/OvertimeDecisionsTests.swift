import BusinessCalendar
import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// What an hour of overtime is worth beside other hours, reckoned by hand.
@Suite("Overtime beside vendors and hires")
struct OvertimeDecisionsTests {
  /// One queue and one group of `heads` people of 40 hours each, 40.00 an hour, all of whom agree to
  /// overtime; a vendor at 50.00 that is 80 % as fast.
  private func shop(_ heads: Double, needs hours: [Double]) -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: hours.count)
    fixture.queues = [QueueFixture("calls", weeklyHours: hours)]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: heads)]
    fixture.groups[0].overtime = .everybody
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.proficiency = .percent(80)
    fixture.vendors = [vendor]
    return fixture
  }

  private func decisions(_ fixture: ScenarioFixture) throws -> OvertimeDecisions {
    try CapacityStudy(
      fixture.scenario, requirement: fixture.requirement, plan: bestPlan(fixture),
      solver: GLPKSolver(), options: CapacityOptions(gap: .zero)
    ).overtimeDecisions()
  }

  private func cents(_ rate: HourlyRate) -> Double { rate.approximateMinorUnits.rounded() }

  private func units(_ major: Int64) -> Money { Money(minorUnits: major * 100) }

  @Test("Hours stand in the order of what an hour on contacts costs, with what of each is planned")
  func order() throws {
    var fixture = shop(1, needs: [50, 40])
    fixture.groups[0].hiring = .fixture(sizes: 1...10, training: 1)
    let week = try #require(try decisions(fixture).weeks.first)
    #expect(week.ordinary.map(\.source.kind) == [.hire, .workday, .vendor, .restDay])
    // 40.00 at full speed; 150 % of it; 50.00 at 80 %; 200 %.
    #expect(week.ordinary.map { cents($0.netRate) } == [4_000, 6_000, 6_250, 8_000])
    // Ten hours are missing, and weekday overtime is the cheapest that is there.
    #expect(week.ordinary.map(\.used.hours) == [0, 10, 0, 0])
    // Three hours a day, five days; nobody's seats; eight hours of one rest day.
    #expect(week.ordinary.map { $0.most?.hours } == [nil, 15, 0, 8])
    #expect(week.statutoryHoliday.isEmpty)
  }

  @Test("Contributions and tired hours make an hour on contacts dearer")
  func netPrice() throws {
    var fixture = shop(1, needs: [50])
    fixture.groups[0].employerOnCost = .percent(25)
    fixture.groups[0].overtime = OvertimeRules(
      takeUp: .percent(50), maximumPerWeek: nil, productivity: .percent(75))
    let hours = try #require(try decisions(fixture).weeks.first).ordinary
    let overtime = try #require(hours.first { $0.source.kind == .workday })
    // 60.00 and a quarter of it, of which three quarters are on contacts.
    #expect(cents(overtime.paidRate) == 7_500)
    #expect(cents(overtime.netRate) == 10_000)
    #expect(overtime.most == WorkTime(hours: 7.5))
  }

  @Test("A hire is cheaper once what is paid at the start has come back")
  func breakEven() throws {
    var fixture = shop(1, needs: [50, 40])
    fixture.groups[0].hiring = .fixture(sizes: 1...10, training: 1)
    fixture.vendors[0].setUpFee = units(1_000)
    let all = try decisions(fixture).breakEvens
    let hires = all.filter { $0.source == HourSource(.hire, of: "team") }
    #expect(hires.map(\.against.kind) == [.workday, .restDay, .vendor])
    // 100.00 a hire, a tenth of 500.00 a class, and a week of training.
    #expect(hires.map(\.fixed) == Array(repeating: units(100 + 50 + 1_600), count: 3))
    // A week saves 40 × 20.00, 40 × 40.00, 40 × 22.50 of 1,750.00.
    #expect(hires.map(\.weeks) == [3, 2, 2])
    #expect(hires.map { $0.netTime?.hours } == [120, 80, 80])
    let vendor = all.filter { $0.source == HourSource(.vendor, of: "desk") }
    #expect(vendor.map(\.against.kind) == [.workday, .restDay])
    // Dearer than weekday overtime; 17.50 cheaper an hour than rest-day work.
    #expect(vendor.map { $0.netTime?.hours.rounded() } == [nil, 57])
  }

  @Test("Where an hour at full speed is dearer, a hire never pays")
  func neverCheaper() throws {
    var fixture = shop(1, needs: [50, 40])
    fixture.groups[0].hiring = .fixture(sizes: 1...10)
    fixture.vendors[0].price = 3_000
    let even = try #require(
      try decisions(fixture).breakEvens.first { $0.against.kind == .vendor })
    #expect(cents(even.otherRate) == 3_750)
    #expect(even.weeks == nil)
    #expect(even.netTime == nil)
  }

  @Test("One more hour of the month's limit saves what an hour short costs, less the hour's pay")
  func monthlyLimit() throws {
    var fixture = shop(1, needs: [55, 55, 55, 55])
    fixture.vendors = []
    let found = try decisions(fixture)
    let june = try #require(found.monthlyLimits.first)
    #expect(found.monthlyLimits.count == 1)
    // 36 hours a month, 28 days of 30; 15 hours a week are wanted.
    #expect(agree(june.overtime.allowance.hours, 33.6))
    #expect(agree(june.overtime.worked.hours, 33.6))
    // An hour short is at 150.00, an hour of overtime costs 60.00.
    #expect(cents(june.shadowPrice) == 9_000)
    #expect(june.saved == units(90))
    // 26.4 hours: 11 short at 100.00 and 15.4 at 150.00, or all at 60.00.
    #expect(found.monthlyLimitCosts == units(1_100 + 2_310 - 1_584))
  }

  @Test("Staying away on a holiday costs what the vendor's people cost more")
  func holidays() throws {
    var fixture = shop(2, needs: [70, 70])
    fixture.holidays = [fixture.start.adding(days: 2)]
    fixture.vendors[0].holidaySurcharge = 200
    // An hour short costs 200.00.
    fixture.queues[0].lostContactPrice = Money(minorUnits: 2_000)
    let found = try decisions(fixture)
    // Ten hours on the day: own people at 120.00, or 12.5 of the vendor's at 100.00.
    #expect(found.weeks[0].statutoryHoliday.map { cents($0.netRate) } == [12_000, 12_500])
    #expect(found.weeks[1].statutoryHoliday.isEmpty)
    #expect(found.holidays.map(\.kind) == [.planned, .vendorsOnly, .ownOnly])
    #expect(found.holidays.map { $0.ownTime.hours.rounded() } == [10, 0, 10])
    #expect(found.holidays.map { $0.vendorTime.hours } == [0, 12.5, 0])
    #expect(found.holidays.map(\.ownPay) == [units(1_200), .zero, units(1_200)])
    #expect(found.holidays.map(\.vendorPay) == [.zero, units(1_250), .zero])
    #expect(found.holidays.map(\.more) == [.zero, units(50), .zero])
    // Two people are paid a seventh of 40 hours at 40.00 for the day, worked or not.
    let paid = try #require(found.paidHolidays.first)
    #expect(paid.days == 1)
    #expect(paid.headDays == Headcount(2))
    #expect(paid.pay == Money(minorUnits: 45_714))
    // 120.00 × 80 % ÷ 50.00.
    let surcharge = try #require(found.surcharges.first)
    #expect(agree(surcharge.factor.doubleValue, 2))
    #expect(agree(surcharge.evenFactor.doubleValue, 1.92))
  }

  @Test("Without overtime, vendors and hires there is nothing to decide")
  func nothing() throws {
    var fixture = shop(1, needs: [40])
    fixture.groups[0].overtime = nil
    fixture.vendors = []
    let found = try decisions(fixture)
    #expect(found.weeks.allSatisfy { $0.ordinary.isEmpty })
    #expect(found.breakEvens.isEmpty && found.monthlyLimits.isEmpty && found.holidays.isEmpty)
    #expect(found.monthlyLimitCosts == nil)
  }
}
