import BusinessCalendar
import CapacityPlanning
import Contracts
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// An hour handles ten contacts of six minutes; a lost one costs 10.00, so that the first 5 % short cost
/// 100 an hour, the next 15 % 150, more 250. A seat has 40 hours a week; a week is 7 of June's 30 days.
@Suite("Vendors that are not paid by the hour")
struct PricingUnitTests {
  static func desk(
    _ needs: [Double], _ unit: PricingUnit, _ price: Int64,
    _ change: (inout VendorFixture) -> Void = { _ in }
  ) -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: needs.count)
    fixture.queues = [QueueFixture("calls", weeklyHours: needs)]
    var vendor = VendorFixture("desk", skills: ["calls"])
    (vendor.unit, vendor.price) = (unit, price)
    change(&vendor)
    fixture.vendors = [vendor]
    return fixture
  }

  /// 45 hours are 450 contacts, however many hours they take the vendor.
  @Test("Contacts are billed as they are handled, not the hours", arguments: [100, 50, 120])
  func contacts(proficiency: Double) throws {
    let plan = try bestPlan(
      Self.desk([45], .contact, 400) { $0.proficiency = .percent(proficiency) })
    #expect(agree(plan.solve.objective / 100, 1800))
    #expect(agree(plan.vendors[0].weeks[0].billedOrdinary.hours, 4500 / proficiency))
    #expect(agree(plan.vendors[0].months[0].contacts?.billed ?? 0, 450))
    #expect(agree(plan.contactRates?.first?.perHour ?? 0, 10))
  }

  /// Of 450 contacts 80 % are resolved: 360; each takes six minutes: 2,700.
  @Test("Resolutions are the share that is billed; minutes those of handling")
  func others() throws {
    let resolved = try bestPlan(
      Self.desk([45], .resolution, 500) { $0.billedShare = Rational(4, over: 5) })
    #expect(agree(resolved.part("vendor-hours"), 1800))
    #expect(agree(try bestPlan(Self.desk([45], .consultation, 400)).part("vendor-hours"), 1800))
    #expect(agree(try bestPlan(Self.desk([45], .talkMinute, 50)).part("vendor-hours"), 1350))
  }

  /// At 12.00 a contact an hour costs 120: the first 5 % are cheaper short, 2.25 hours at 100.
  @Test("A contact dearer than one that is lost is not handed over")
  func dear() throws {
    let plan = try bestPlan(Self.desk([45], .contact, 1200))
    #expect(agree(plan.part("shortage"), 225))
    #expect(agree(plan.part("vendor-hours"), 42.75 * 120))
  }

  /// 1.125 seats for a week of June at 3,000.00 a month; two and then one for 80 and 40 hours.
  @Test(
    "Seats are paid by the days on which they run, used or not",
    arguments: [PricingUnit.seatMonth, .fteMonth])
  func seats(unit: PricingUnit) throws {
    let one = try bestPlan(Self.desk([45], unit, 300_000))
    #expect(agree(one.vendors[0].weeks[0].seats.value, 1.125))
    #expect(agree(one.part("vendor-hours"), 787.5))
    let two = try bestPlan(Self.desk([80, 40], unit, 300_000))
    #expect(agree(two.part("vendor-hours"), 2100))
  }

  /// Seats that learn are paid too: half of the first week of two seats of the vendor is lost.
  @Test("Seats are paid while they learn; contacts are what is handled")
  func learning() throws {
    let half = VendorClauses(learning: [.percent(50)])
    let seats = try bestPlan(Self.desk([40, 40], .seatMonth, 300_000) { $0.clauses = half })
    #expect(agree(seats.part("vendor-hours"), 2 * 700 + 700))
    let contacts = try bestPlan(Self.desk([40, 40], .contact, 400) { $0.clauses = half })
    #expect(agree(contacts.part("vendor-hours"), 3200))
  }

  /// 45 hours at 50.00 and 7/30 of 900.00; of 60,000.00 it is cheaper to lose every contact.
  @Test("A base fee is due while the contract runs")
  func baseFee() throws {
    func plan(_ fee: Int64) throws -> CapacityPlan {
      try bestPlan(
        Self.desk([45], .productiveHour, 5000) { $0.baseFee = Money(minorUnits: fee) })
    }
    #expect(agree(try plan(90_000).part("vendor-hours"), 2460))
    #expect(agree(try plan(6_000_000).part("shortage"), 10_237.5))
  }

  /// 6,000 contacts a month are 1,400 a week; 450 come.
  @Test("Committed contacts that do not come are billed at the shortfall's share")
  func commitment() throws {
    let plan = try bestPlan(
      Self.desk([45], .contact, 400) {
        $0.committedContacts = 6000
        $0.shortfallShare = Rational(1, over: 2) ?? .one
      })
    #expect(agree(plan.part("vendor-hours"), 1800))
    #expect(agree(plan.part("vendor-commitment"), 1900))
    let month = plan.vendors[0].months[0]
    #expect(agree(month.contacts?.committed ?? 0, 1400))
    #expect(month.committed == .zero)
  }

  /// 12,000.00 a month are 2,800 a week: by the hour 45 hours cost 2,250 and 550 are missing; per contact at
  /// 4.00 1,800 and 1,000, with 210 of a base fee 790; of seats by the month any
  /// number up to four costs as much.
  @Test("What is missing to a minimum spend is due, whatever the price counts")
  func spend() throws {
    let cases: [(PricingUnit, Int64, Int64, Double?)] = [
      (.productiveHour, 5000, 0, 550), (.contact, 400, 0, 1000), (.contact, 400, 90_000, 790),
      (.seatMonth, 300_000, 0, nil),
    ]
    for (unit, price, fee, missing) in cases {
      let plan = try bestPlan(
        Self.desk([45], unit, price) {
          $0.committedSpend = Money(minorUnits: 1_200_000)
          $0.baseFee = Money(minorUnits: fee)
        })
      #expect(agree(plan.solve.objective / 100, 2800))
      let month = plan.vendors[0].months[0]
      #expect(month.spend?.committed == Money(minorUnits: 280_000))
      guard let missing else { continue }
      #expect(agree(plan.part("vendor-commitment"), missing), "\(unit)")
      #expect(agree(month.spend?.missing.approximateMinorUnits ?? 0, missing * 100))
    }
  }

  /// Two seats are added at 40 hours of 30.00, and not given back in the week that needs one: 2,400, and
  /// 200 hours at 50.00. By the month a seat costs 700 a week: less than 1,200 for another one.
  @Test(
    "Training is paid for each seat that is added",
    arguments: [PricingUnit.productiveHour, .seatMonth])
  func training(unit: PricingUnit) throws {
    let plan = try bestPlan(
      Self.desk([80, 40, 80], unit, unit == .seatMonth ? 300_000 : 5000) {
        $0.training = SeatTraining(
          rate: UnitPrice(Money(minorUnits: 3000)), time: WorkTime(hours: 40))
      })
    #expect(agree(plan.part("vendor-set-up"), 2400))
    #expect(agree(plan.part("vendor-hours"), unit == .seatMonth ? 4200 : 10_000))
    #expect(agree(plan.vendors[0].weeks.map(\.added.value).reduce(0, +), 2))
  }

  @Test(
    "Seats that the planner has pinned run, whatever the price counts",
    arguments: [PricingUnit.contact, .seatMonth])
  func pinned(unit: PricingUnit) throws {
    let fixture = Self.desk([45], unit, unit == .contact ? 400 : 300_000)
    let pin = PlanPin(.seats(Vendor.ID("desk"), nil), .atLeast, 3)
    let plan = try CapacityPlanner(solver: GLPKSolver(), options: CapacityOptions(gap: .zero))
      .plan(fixture.scenario.with(pins: [pin]), requirement: fixture.requirement)
    #expect(agree(plan.vendors[0].weeks[0].seats.value, 3))
    #expect(agree(plan.part("vendor-hours"), unit == .contact ? 1800 : 2100))
  }

  /// 7/30 of 1,000 contacts are 233 1/3 of 450, the others at 3.00; all of them from 350 on; and none
  /// below 466 2/3, where 450 cost more than 467 would.
  @Test("Tiers count contacts: those above the limit, or all of a month that reaches it")
  func tiers() throws {
    func work(_ above: Double, all: Bool) throws -> CapacityPlan {
      try bestPlan(
        Self.desk([45], .contact, 400) {
          $0.tiers = [(above: above, price: 300)]
          $0.tiersAreForAllUnits = all
        })
    }
    let marginal = try work(1000, all: false)
    #expect(agree(marginal.solve.objective / 100, 1583.3333))
    #expect(agree(marginal.vendors[0].months[0].clauses?.contactsInTiers?.first ?? 0, 216.6667))
    #expect(agree(try work(1500, all: true).solve.objective / 100, 1350))
    #expect(agree(try work(2000, all: true).solve.objective / 100, 1800))
  }

  /// By the hour at 50.00 an hour costs 50; per contact at 4.00 it costs 40, at 6.00 it costs 60.
  @Test("Of two vendors the one whose unit makes the hour cheaper has the work")
  func competition() throws {
    for (price, share) in [(Int64(400), 1.0), (600, 0.0)] {
      var fixture = Self.desk([45], .contact, price)
      fixture.vendors.append(VendorFixture("hours", skills: ["calls"]))
      let plan = try bestPlan(fixture)
      let billed = plan.vendors.map { $0.weeks[0].billedOrdinary.hours }
      #expect(agree(billed[0], 45 * share) && agree(billed[1], 45 * (1 - share)))
    }
  }

  /// Eight of a hundred hours of the week on a holiday is what the fixture's day is: contacts double.
  @Test("Contacts on statutory holidays have their surcharge")
  func holiday() throws {
    var fixture = Self.desk([70], .contact, 400) { $0.holidaySurcharge = 200 }
    fixture.holidays = [fixture.start.adding(days: 2)]
    let plan = try bestPlan(fixture)
    let onHoliday = plan.vendors[0].weeks[0].billedStatutoryHoliday.hours
    #expect(onHoliday > 0)
    #expect(agree(plan.part("vendor-surcharge"), onHoliday * 40))
    #expect(agree(plan.part("vendor-hours"), 2800))
  }

  @Test("Overtime decisions say what an hour of each costs")
  func hours() throws {
    for (unit, price, hour) in [
      (PricingUnit.contact, Int64(400), 40.0), (.talkMinute, 50, 30),
      (.seatMonth, 300_000, 3000 * 7 / 30.0 / 40),
    ] {
      let fixture = Self.desk([45], unit, price)
      let plan = try bestPlan(fixture)
      let study = try CapacityStudy(
        fixture.scenario, requirement: fixture.requirement, plan: plan, solver: GLPKSolver())
      let priced = try #require(try study.overtimeDecisions().weeks[0].ordinary.first)
      #expect(agree(priced.netRate.approximateMinorUnits / 100, hour))
    }
  }
}
