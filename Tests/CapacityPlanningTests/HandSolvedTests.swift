import BusinessCalendar
import CapacityPlanning
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Plans that can be found with pencil and paper: each shows one family of constraints at work.
@Suite("Plans solved by hand")
struct HandSolvedTests {
  /// One queue and one group of `heads` people of 40 hours each, 40.00 an hour.
  private func team(
    _ heads: Double, needs hours: [Double], weeks: Int? = nil, start: String = "2026-06-01"
  ) -> ScenarioFixture {
    var fixture = ScenarioFixture(start: start, weeks: weeks ?? hours.count)
    fixture.queues = [QueueFixture("calls", weeklyHours: hours)]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: heads)]
    return fixture
  }

  @Test("Enough people: their pay is all it costs")
  func enough() throws {
    let plan = try bestPlan(team(2, needs: [80, 60]))
    // Two heads, two weeks, 40 h at 40.00.
    #expect(agree(plan.solve.objective, 640_000))
    #expect(plan.solve.status == "optimal")
    #expect(plan.shortages.isEmpty)
    let week = plan.groups[0].weeks[1]
    #expect(week.allocations.map(\.netTime) == [WorkTime(hours: 60)])
    #expect(week.regularNetTime == WorkTime(hours: 80))
  }

  @Test("The contacts lost are those that the hours short would have handled, at their own time")
  func countedTime() throws {
    // Nobody is there. Contacts take three minutes, not the six that the queue says: 40 hours short
    // are 800 contacts.
    var calls = QueueFixture("calls", weeklyHours: [40])
    calls.countedHandleTime = .seconds(180)
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [calls]
    let plan = try bestPlan(fixture)
    #expect(plan.shortages.map { $0.contactsLost.value.rounded() } == [800])
  }

  @Test("Too few people and no help: the missing hours are priced in slices")
  func shortage() throws {
    let plan = try bestPlan(team(1, needs: [50]))
    // 10 of 50 hours: 2.5 h at 100.00, 7.5 h at 150.00.
    #expect(agree(plan.part("shortage"), 1375))
    let shortage = try #require(plan.shortages.first)
    #expect(shortage.netTime == WorkTime(hours: 10))
    // An hour handles ten contacts of 10.00: 25 at the plain price and 75 at one and a half.
    #expect(shortage.contactsLost == ContactVolume(100))
    #expect(
      shortage.tiers == [
        ShortageTier(multiplier: .single, contacts: ContactVolume(25)),
        ShortageTier(multiplier: Multiplier(percent: 150), contacts: ContactVolume(75)),
      ])
    #expect(shortage.cost == Money(minorUnits: 137_500))
    #expect(shortage.causes == ["hours of team in the week of 2026-06-01"])
    let binding = try #require(plan.bindingConstraints.first)
    // One more head has 40 h: at the margin 150.00 each. But only ten hours are short: the whole head
    // saves what they cost.
    #expect(binding.shadowPrice.approximateMinorUnits == 600_000)
    #expect(binding.saving == Money(minorUnits: 137_500))
    #expect(
      binding.meaning
        == "One more trained head of team in the week of 1 June would save 1,375.00 CNY "
        + "before its own pay")
    #expect(binding.path == "staff-groups.team.headcount")
  }

  @Test("Overtime before shortage, up to 15 hours a head; then the rest day at twice the pay")
  func overtime() throws {
    var fixture = team(1, needs: [40, 53, 60, 40])
    fixture.groups[0].overtime = .everybody
    let plan = try bestPlan(fixture)
    // Week 2: 13 h. Week 3: 15 h and 5 h on the rest day. 33 of the 33.6 h of 28 days in June.
    #expect(agree(plan.overtime("CN_OT150"), 28))
    #expect(agree(plan.overtime("CN_REST200"), 5))
    #expect(agree(plan.part("overtime"), 28 * 60))
    #expect(agree(plan.part("rest-day-work"), 5 * 80))
    #expect(plan.shortages.isEmpty)
  }

  @Test("The month's 36 hours are shared by its weeks: weeks that reach into July use July's")
  func overtimeMonth() throws {
    var fixture = team(1, needs: [60, 60, 60, 60], start: "2026-06-15")
    fixture.groups[0].overtime = .everybody
    let plan = try bestPlan(fixture)
    // 15 to 30 June are 16 of 30 days, 1 to 12 July 12 of 31: what is allowed in all.
    let allowed = 36 * (16.0 / 30 + 12.0 / 31)
    #expect(agree(plan.overtimeHours, allowed))
    #expect(plan.bindingConstraints.contains { $0.name == "overtime per month of team in 2026-06" })
  }

  @Test("People who come late in the month lend none of their overtime to those before them")
  func overtimeMonthWithHires() throws {
    var fixture = team(1, needs: [55, 55, 55, 400])
    fixture.groups[0].overtime = .everybody
    fixture.groups[0].hiring = .fixture(lead: 2, sizes: 9...9, costPerHire: 0, costPerClass: 0)
    let plan = try bestPlan(fixture)
    #expect(plan.classes.map(\.start.description) == ["2026-06-15"])
    func overtime(_ weeks: Range<Int>) -> Double {
      plan.groups[0].weeks[weeks].flatMap(\.overtime).map(\.paidTime.hours).reduce(0, +)
    }
    // 28 of June's 30 days are planned: 33.6 h a head. One head has 45 h to do in three weeks.
    #expect(agree(overtime(0..<3), 33.6))
    // Ten heads have 23 h each in the last week, but one of them none of the month's hours left:
    // nothing of it matters, for no more than ten times 33.6 h are worked in all.
    #expect(overtime(0..<4) <= 336 + 1e-3)
    #expect(
      plan.bindingConstraints.contains {
        $0.name == "overtime per month of team in 2026-06 up to the week of 2026-06-15"
      })
  }

  @Test("Work on rest days needs days off on which a queue is open")
  func restDays() throws {
    var fixture = team(1, needs: [70, 40, 40, 40])
    fixture.groups[0].overtime = .everybody
    for (days, hours) in [(7, 8.0), (6, 8), (5, 0), (4, 0)] {
      fixture.queues[0].openDays = days
      #expect(agree(try bestPlan(fixture).overtime("CN_REST200"), hours), "\(days) days")
    }
  }

  @Test(
    "A limit of several weeks is named once as a cause, and none of who may not serve the queue")
  func causes() throws {
    var fixture = team(0, needs: [80, 80, 80, 80])
    fixture.queues.append(QueueFixture("refunds", weeklyHours: [80]))
    var vendor = VendorFixture("desk", skills: ["calls", "refunds"])
    vendor.ramp = 0.1
    fixture.vendors = [vendor]
    fixture.groups[0].skills = [Queue.ID("calls"), Queue.ID("refunds")]
    fixture.missionCritical = [Queue.ID("refunds")]
    let plan = try bestPlan(fixture)
    let last = plan.shortages.filter { $0.week == 3 }
    for shortage in last {
      let seats = shortage.causes.filter { $0.hasPrefix("seats of desk") }
      #expect(seats.count == (shortage.queue == Queue.ID("calls") ? 1 : 0), "\(shortage.causes)")
      let refunds = shortage.queue == Queue.ID("refunds")
      #expect(!refunds || !shortage.causes.contains { $0.contains("desk") })
    }
    #expect(last.count == 2)
  }

  @Test("The scenario's limit a week binds below the law's")
  func overtimeWeek() throws {
    var fixture = team(2, needs: [100])
    fixture.groups[0].overtime = OvertimeRules(
      takeUp: .percent(50), maximumPerWeek: WorkTime(hours: 6), productivity: .whole)
    let plan = try bestPlan(fixture)
    // One of two agrees, to six hours.
    #expect(agree(plan.overtimeHours, 6))
    let binding = try #require(
      plan.bindingConstraints.first { $0.family == "overtime-per-week" })
    #expect(binding.path == "staff-groups.team.overtime.per-week")
  }

  @Test("On a statutory holiday people are off with pay; whoever works is paid three times on top")
  func holiday() throws {
    var fixture = team(2, needs: [70])
    fixture.queues[0].lostContactPrice = Money(minorUnits: 2000)
    fixture.holidays = [try #require(LocalDate(iso: "2026-06-03"))]
    fixture.groups[0].overtime = .everybody
    let plan = try bestPlan(fixture)
    // 10 h a day. The six ordinary days need 60 h of 80 × 6/7; the holiday's 10 h are worked.
    #expect(agree(plan.overtime("CN_HOL300"), 10))
    #expect(agree(plan.part("holiday-work"), 10 * 120))
    // 2 × 40 h × 40.00, a seventh of it for the holiday.
    #expect(agree(plan.part("regular-pay"), 3200 * 6.0 / 7))
    #expect(agree(plan.part("paid-holiday"), 3200 / 7.0))
    #expect(plan.requirement[0].statutoryHoliday == [WorkTime(hours: 10)])
  }

  @Test("A class is started where it pays, and in time: two people, a week before they are needed")
  func hiring() throws {
    var fixture = team(1, needs: [40, 40, 120, 120, 120])
    fixture.groups[0].hiring = .fixture(sizes: 1...10)
    let plan = try bestPlan(fixture)
    let first = try #require(plan.classes.first)
    #expect(plan.classes.count == 1)
    #expect(first.heads == Headcount(2))
    #expect(first.start.description == "2026-06-08")
    #expect(first.firstContacts.description == "2026-06-15")
    #expect(plan.shortages.isEmpty)
    // 2 hires and a class; a week of training; 1 + 2 heads from week 3.
    #expect(agree(plan.part("recruiting"), 200))
    #expect(agree(plan.part("classes"), 500))
    #expect(agree(plan.part("training-pay"), 3200))
    #expect(agree(plan.part("regular-pay"), 1600 * (5 + 2 * 3)))
  }

  @Test("The smallest class is kept: three start where two would do")
  func smallestClass() throws {
    var fixture = team(1, needs: [40, 120, 120, 120])
    fixture.groups[0].hiring = .fixture(sizes: 3...10)
    let plan = try bestPlan(fixture)
    #expect(plan.classes.map(\.heads) == [Headcount(3)])
  }

  @Test("The largest class and the trainers limit what can be hired; the trainer has a price")
  func trainers() throws {
    var fixture = team(1, needs: [40, 400, 400, 400])
    fixture.groups[0].hiring = .fixture(sizes: 1...2, trainers: 2, training: 1)
    let plan = try bestPlan(fixture)
    // Two classes of two in each of the weeks 1 and 2; a class in week 3 would work one week only.
    #expect(plan.classes.first?.parallelClasses == 2)
    #expect(plan.classes.first?.heads == Headcount(4))
    let trainer = try #require(plan.bindingConstraints.first { $0.family == "trainers" })
    #expect(trainer.path == "staff-groups.team.hiring.trainers")
    #expect(trainer.meaning.hasPrefix("One more trainer of team in the week of 1 June would save"))
  }

  @Test("What one more trainer saves is a whole class, not the first of its people")
  func wholeClass() throws {
    var fixture = team(1, needs: [40, 240, 240])
    fixture.queues[0].lostContactPrice = Money(minorUnits: 2000)
    fixture.groups[0].hiring = .fixture(sizes: 4...4, trainers: 1, training: 1)
    let plan = try bestPlan(fixture)
    #expect(plan.classes.map(\.heads) == [Headcount(4)])
    // Five heads leave 40 of 240 hours short for two weeks: (12 × 200 + 28 × 300) × 2 = 21,600. Four
    // more cost three weeks of 160 hours at 40.00 and 900 to hire: 20,100. A first hour would save 300.
    let trainer = try #require(plan.bindingConstraints.first { $0.family == "trainers" })
    #expect(trainer.saving == Money(minorUnits: 150_000))
    fixture.groups[0].hiring = .fixture(sizes: 4...4, trainers: 2, training: 1)
    #expect(agree(plan.solve.objective - (try bestPlan(fixture)).solve.objective, 150_000))
  }

  @Test("Before hired people can help, the lead is named as the cause")
  func lead() throws {
    var fixture = team(1, needs: [80, 80, 80, 80])
    fixture.groups[0].hiring = .fixture(lead: 2, sizes: 1...2)
    let plan = try bestPlan(fixture)
    let binding = try #require(plan.bindingConstraints.first { $0.week == 0 })
    #expect(binding.family == "lead")
    #expect(binding.path == "staff-groups.team.hiring.recruiting-lead")
    #expect(binding.meaning.hasSuffix("take their first contacts in the week of 22 June"))
  }

  @Test("People leave: what is left after the hazard is what works")
  func attrition() throws {
    var fixture = team(10, needs: [400, 400])
    fixture.groups[0].attrition = Attrition(
      bands: [Attrition.Band(fromTenureWeeks: 0, perWeek: .percent(10), stated: "10 % per week")],
      waves: [])
    let plan = try bestPlan(fixture)
    #expect(plan.groups[0].weeks.map(\.heads.value) == [10, 9])
    #expect(plan.groups[0].weeks.map(\.left.value) == [0, 1])
    #expect(agree(plan.shortHours, 40))
  }

  @Test("Five seats at a busy hall: of ten people five have none, and a seat has its price")
  func seats() throws {
    var fixture = team(10, needs: [400])
    // Eight open hours: all of a day's people are there at once, 5/7 of a seat a head.
    fixture.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 5)]
    fixture.groups[0].site = Site.ID("hall")
    let plan = try bestPlan(fixture)
    // 5 seats carry 7 heads: 280 of 400 h.
    #expect(agree(plan.shortHours, 120))
    #expect(agree(plan.groups[0].weeks[0].regularNetTime.hours, 280))
    let binding = try #require(plan.bindingConstraints.first { $0.family == "seats" })
    // A seat is 1.4 heads, 56 h, at 250.00 in the deepest slice.
    #expect(agree(binding.shadowPrice.approximateMinorUnits, 1_400_000))
    // Of the 56 h, 40 are in that slice and 16 at 150.00 in the one before.
    #expect(
      binding.meaning == "One more seat in Hall in the week of 1 June would save 12,400.00 CNY")
  }

  @Test("Whoever has no seat works no extra hours either", arguments: [0, 5])
  func seatsAndOvertime(seats: Int) throws {
    var fixture = team(10, needs: [900])
    fixture.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: seats)]
    fixture.groups[0].site = Site.ID("hall")
    fixture.groups[0].overtime = OvertimeRules(
      takeUp: .whole, maximumPerWeek: WorkTime(hours: 8), productivity: .whole)
    let plan = try bestPlan(fixture)
    let extra = plan.groups[0].weeks[0].overtime.map(\.paidTime.hours).reduce(0, +)
    // A seat carries 1.4 heads of 8 hours more.
    #expect(extra <= Double(seats) * 1.4 * 8 + 1e-6)
    #expect(seats == 0 ? extra == 0 : extra > 0)
  }

  @Test("A vendor covers what is dearer to lose; its seats grow as its ramp allows")
  func vendorRamp() throws {
    var fixture = team(0, needs: [80, 80, 80])
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.notice = 1
    vendor.ramp = 1
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    for (week, seats) in zip(plan.vendors[0].weeks, [0.0, 1, 2]) {
      #expect(agree(week.seats.value, seats))
      #expect(agree(week.added.value, min(1, seats)))
    }
    #expect(agree(plan.part("vendor-hours"), 120 * 50))
    #expect(agree(plan.shortHours, 120))
    let ramp = try #require(
      plan.bindingConstraints.first { $0.path == "vendors.desk.ramp-per-week" })
    #expect(ramp.unit == "seat")
  }

  @Test("Holidays cost the vendor's surcharge, and a slow vendor bills more hours")
  func vendorSurcharge() throws {
    var fixture = team(0, needs: [70])
    fixture.queues[0].lostContactPrice = Money(minorUnits: 2000)
    fixture.holidays = [try #require(LocalDate(iso: "2026-06-03"))]
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.holidaySurcharge = 200
    vendor.proficiency = .percent(80)
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    // 70 h are 87.5 billed, of them 12.5 on the holiday at twice the price.
    #expect(agree(plan.part("vendor-hours"), 87.5 * 50))
    #expect(agree(plan.part("vendor-surcharge"), 12.5 * 50))
    #expect(agree(plan.vendors[0].weeks[0].billedStatutoryHoliday.hours, 12.5))
  }

  @Test("Hours committed and not used are paid; the month in the horizon counts for its days")
  func commitment() throws {
    var fixture = team(0, needs: [28], weeks: 1)
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.committedHours = 300
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    // 7 of June's 30 days: 70 h committed, 28 used.
    #expect(agree(plan.part("vendor-hours"), 28 * 50))
    #expect(agree(plan.part("vendor-commitment"), 42 * 50))
    #expect(plan.vendors[0].months.map(\.committed.hours) == [70])
  }

  @Test("A commitment dearer than the shortage is not entered")
  func tooDear() throws {
    var fixture = team(0, needs: [1], weeks: 1)
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.committedHours = 300
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    #expect(plan.vendors[0].months.map(\.isActive) == [false])
    #expect(agree(plan.shortHours, 1))
    #expect(!plan.shortages[0].causes.isEmpty)
  }

  @Test("While a contract runs its minimum of seats is paid, used or not; set-up is due once")
  func minimum() throws {
    var fixture = team(0, needs: [40, 20], weeks: 2)
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.minimumSeats = 1
    vendor.setUpFee = Money(minorUnits: 30_000)
    fixture.vendors = [vendor]
    let plan = try bestPlan(fixture)
    #expect(agree(plan.part("vendor-hours"), 80 * 50))
    #expect(agree(plan.part("vendor-set-up"), 300))
    #expect(plan.vendors[0].weeks.map(\.billedOrdinary.hours) == [40, 40])
    #expect(plan.vendors[0].months.map(\.isSetUp) == [true])
  }

  @Test("Vendors take no more of a queue than its limit, and nothing of a mission-critical one")
  func outsourcing() throws {
    var fixture = team(0, needs: [40])
    fixture.queues.append(QueueFixture("refunds", weeklyHours: [40]))
    fixture.vendors = [VendorFixture("desk", skills: ["calls", "refunds"])]
    fixture.outsourcingLimits = [
      Policy.OutsourcingLimit(queue: Queue.ID("calls"), share: .percent(25))
    ]
    fixture.missionCritical = [Queue.ID("refunds")]
    let plan = try bestPlan(fixture)
    #expect(plan.vendors[0].weeks[0].allocations.map(\.netTime.hours) == [10])
    #expect(agree(plan.shortHours, 70))
    let paths = plan.bindingConstraints.map(\.path)
    #expect(paths.contains("policy.mission-critical"))
    #expect(paths.contains("policy.outsourced-share.calls"))
    // The price of the rule: an hour of refunds lost costs 250.00, the vendor 50.00.
    let critical = try #require(
      plan.bindingConstraints.first { $0.path == "policy.mission-critical" })
    #expect(agree(critical.shadowPrice.approximateMinorUnits, 20_000))
  }

  @Test("Over all queues and weeks vendors take no more than the overall share")
  func overall() throws {
    var fixture = team(0, needs: [40, 40])
    fixture.vendors = [VendorFixture("desk", skills: ["calls"])]
    fixture.maximumOutsourcedShare = .percent(30)
    let plan = try bestPlan(fixture)
    let hours = plan.vendors[0].weeks.flatMap(\.allocations).map(\.netTime.hours).reduce(0, +)
    #expect(agree(hours, 24))
  }

  @Test("A budget buys the dearest hours first")
  func budget() throws {
    var fixture = team(0, needs: [40])
    fixture.vendors = [VendorFixture("desk", skills: ["calls"])]
    fixture.budget = Money(minorUnits: 50_000)
    let plan = try bestPlan(fixture)
    #expect(agree(plan.part("vendor-hours"), 500))
    let binding = try #require(plan.bindingConstraints.first { $0.family == "budget" })
    // One more yuan buys 1/50 h that would cost 250.00 to lose, and costs itself.
    #expect(agree(binding.shadowPrice.approximateMinorUnits, 400))
    #expect(binding.path == "policy.budget")
  }

  @Test("Strength at the end: heads missing against the last weeks' need are priced")
  func endStrength() throws {
    var fixture = team(1, needs: [40, 80, 80, 80, 80])
    fixture.endStrength = .percent(90)
    fixture.priceOfMissingHeadAtEnd = Money(minorUnits: 100_000)
    let plan = try bestPlan(fixture)
    // 90 % of 80 h are 72 h; one head gives 40.
    #expect(agree(plan.missingAtEnd.value, 0.8))
    #expect(agree(plan.part("end-strength"), 800))
  }

  @Test("A queue that nobody can work is short, and says so")
  func nobody() throws {
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [QueueFixture("calls", weeklyHours: [10])]
    let plan = try bestPlan(fixture)
    #expect(plan.shortages.map(\.causes) == [["nobody can work calls"]])
  }

  @Test("The objective's parts add up to it")
  func parts() throws {
    let plan = try bestPlan(try ConstraintFamilyTests.tiny())
    let sum = plan.objectiveParts.map(\.value).reduce(0, +)
    #expect(agree(sum, plan.solve.objective))
    #expect(plan.solve.rows > 0 && plan.solve.columns > 0 && plan.solve.integers > 0)
  }
}
