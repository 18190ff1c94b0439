import BusinessCalendar
import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// What rules cost and what decisions are good for, in plans that can be solved by hand.
@Suite("What a plan's rules and decisions are worth")
struct CapacityStudyTests {
  /// One queue and one group of `heads` people of 40 hours each, 40.00 an hour.
  private func team(_ heads: Double, needs hours: [Double]) -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: hours.count)
    fixture.queues = [QueueFixture("calls", weeklyHours: hours)]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: heads)]
    return fixture
  }

  private func study(_ fixture: ScenarioFixture) throws -> CapacityStudy {
    try CapacityStudy(
      fixture.scenario, requirement: fixture.requirement, plan: bestPlan(fixture),
      solver: GLPKSolver(), options: CapacityOptions(gap: .zero))
  }

  private func units(_ major: Int64) -> Money { Money(minorUnits: major * 100) }

  @Test("The 30 % cap on outsourcing costs what its hours lost cost above the vendor's price")
  func capOnOutsourcing() throws {
    var fixture = team(0, needs: [40, 40])
    fixture.vendors = [VendorFixture("desk", skills: ["calls"])]
    fixture.maximumOutsourcedShare = .percent(30)
    let prices = try study(fixture).rulePrices(inFull: true)
    // 56 of 80 hours are short: 4 at 100.00, 12 at 150.00, 40 at 250.00, against 56 at 50.00.
    let cap = try #require(prices.first)
    #expect(cap.rule == CapacityRule(.outsourcingOverall))
    #expect(cap.rule.path == "policy.outsourced-share-overall")
    #expect(cap.saved == units(12_200 - 2_800))
    #expect(cap.savedInFull == cap.saved)
    #expect(cap.weeks == [0, 1])
    #expect(prices.count == 1)
  }

  @Test("Each rule has its own price, the dearest first, with the weeks in which it binds")
  func severalRules() throws {
    var fixture = team(0, needs: [40])
    fixture.queues.append(QueueFixture("refunds", weeklyHours: [40]))
    fixture.vendors = [VendorFixture("desk", skills: ["calls", "refunds"])]
    fixture.outsourcingLimits = [
      Policy.OutsourcingLimit(queue: Queue.ID("calls"), share: .percent(25))
    ]
    fixture.missionCritical = [Queue.ID("refunds")]
    let prices = try study(fixture).rulePrices()
    // 40 hours short cost 2 × 100 + 6 × 150 + 32 × 250 = 9,100; 30 of them 6,600.
    #expect(
      prices.map(\.rule) == [
        CapacityRule(.missionCritical, of: "refunds"), CapacityRule(.outsourcing, of: "calls"),
      ])
    #expect(prices.map(\.saved) == [units(9_100 - 2_000), units(6_600 + 500 - 2_000)])
    #expect(prices.map(\.weeks) == [[0], [0]])
    #expect(prices.allSatisfy { $0.savedInFull == nil })
  }

  @Test("A plan without rules that bind has no price of any")
  func noRules() throws {
    #expect(try study(team(2, needs: [80, 60])).rulePrices().isEmpty)
  }

  @Test("One more seat, tried, saves less than the price of its dearest hour promises")
  func limitByTrying() throws {
    var fixture = team(0, needs: [80, 80])
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.maximumSeats = 1
    fixture.vendors = [vendor]
    let values = try study(fixture).limitValues()
    let seat = try #require(values.first { $0.limit.path == "vendors.desk.maximum-seats" })
    // A seat is 40 hours at 50.00. The 40 hours short are 4 at 100.00, 12 at 150.00 and 24 at
    // 250.00: the price is of the dearest hour, and what a whole seat saves is less.
    #expect(agree(seat.limit.shadowPrice.approximateMinorUnits, 40 * 20_000))
    #expect(seat.saved == units(400 + 1_800 + 6_000 - 2_000))
  }

  @Test("One more trainer is tried with a class of its own")
  func trainer() throws {
    var fixture = team(1, needs: [40, 160, 160, 160])
    fixture.groups[0].hiring = .fixture(sizes: 2...2, trainers: 1, training: 1)
    let study = try study(fixture)
    let values = try study.limitValues()
    let trainer = try #require(values.first { $0.limit.family == "trainers" })
    #expect(trainer.saved > .zero)
    // Without the rule a second class of two starts in the first week: what it saves is the least
    // that the rule costs.
    let rule = try #require(
      try study.rulePrices(of: [CapacityRule(.trainers, of: "team")]).first)
    #expect(rule.saved >= trainer.saved)
  }

  @Test(
    "A class is worth the hours lost without it, less what it costs; a week later it saves less")
  func hiringClass() throws {
    var fixture = team(1, needs: [40, 40, 120, 120, 120])
    fixture.groups[0].hiring = .fixture(sizes: 1...10)
    let decisions = try study(fixture).decisions()
    let hired = try #require(decisions.first)
    #expect(decisions.count == 1)
    #expect(hired.kind == .hiringClass)
    #expect(hired.owner == "team")
    #expect(hired.amount == 2)
    #expect(hired.effective.description == "2026-06-08")
    #expect(hired.lastSafeDay == hired.decideBy)
    // 80 of 120 hours short: 6 × 100 + 18 × 150 + 56 × 250 = 17,300 a week. Two people cost 200 and
    // a class 500, a week of training 3,200, three weeks of work 9,600.
    #expect(hired.worth == units(3 * 17_300 - 13_500))
    // A week later: the first week short, two people paid for two weeks of work instead of three.
    #expect(hired.priceOfWaiting == units(17_300 - 3_200))
    #expect(hired.reasons.map(\.week) == [2, 3, 4])
    #expect(hired.reasons.allSatisfy { agree($0.netTime.hours, 80) })
    #expect(hired.reasons.allSatisfy { $0.queue == Queue.ID("calls") })
    #expect(agree(try #require(hired.substitutes).short.hours, 240))
  }

  @Test("Overtime is traced to its week, and is worth the shortage above its pay")
  func overtime() throws {
    var fixture = team(1, needs: [40, 50])
    fixture.groups[0].overtime = OvertimeRules(
      takeUp: .whole, maximumPerWeek: nil, productivity: .whole)
    let decision = try #require(try study(fixture).decisions().first)
    #expect(decision.kind == .overtime)
    #expect(agree(decision.amount, 10))
    #expect(decision.effective.description == "2026-06-08")
    // 2.5 × 100 + 7.5 × 150 lost, or 10 hours at one and a half times 40.00.
    #expect(decision.worth == units(1_375 - 600))
    #expect(decision.reasons.map(\.week) == [1])
    #expect(agree(try #require(decision.substitutes).overtime.hours, -10))
  }

  @Test("A vendor's order has its notice, a price of waiting, and is undone when the peak is over")
  func vendorOrder() throws {
    var fixture = team(1, needs: [40, 40, 80, 80, 40])
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.notice = 1
    vendor.maximumSeats = 1
    fixture.vendors = [vendor]
    let decisions = try study(fixture).decisions()
    #expect(decisions.map(\.kind) == [.vendorOrder, .seatsBack])
    let order = decisions[0]
    #expect(order.amount == 1)
    #expect(order.effective.description == "2026-06-15")
    #expect(order.decideBy.description == "2026-06-08")
    // 40 of 80 hours short: 4 × 100 + 12 × 150 + 24 × 250 = 8,200, or 40 hours at 50.00.
    #expect(order.worth == units(2 * (8_200 - 2_000)))
    #expect(order.priceOfWaiting == units(8_200 - 2_000))
    #expect(order.reasons.map(\.week) == [2, 3])
    #expect(decisions[1].effective.description == "2026-06-29")
    #expect(decisions[1].amount == 1)
  }

  @Test("A plan of another scenario is refused")
  func anotherScenario() throws {
    var fixture = team(1, needs: [40, 40, 120, 120, 120])
    fixture.groups[0].hiring = .fixture(sizes: 1...10)
    let plan = try bestPlan(fixture)
    fixture.budget = units(100)
    #expect(throws: CapacityError.self) {
      _ = try CapacityStudy(
        fixture.scenario, requirement: fixture.requirement, plan: plan, solver: GLPKSolver())
    }
  }
}
