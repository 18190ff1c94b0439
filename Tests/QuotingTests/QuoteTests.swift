import BusinessCalendar
import Contracts
import Costing
import PlanFixtures
import Planning
import Scenarios
import Testing
import Units

@testable import Quoting

@Suite("A bid from a plan")
struct QuoteTests {
  private func yuan(_ text: String) -> Money { PlanFixture.yuan(text) }
  private func share(_ percent: Int64) -> Rational { Rational(percent, over: 100) ?? .zero }

  private var terms: BidTerms {
    var terms = BidTerms(
      client: "Client", vendor: "Vendor", goLive: PlanFixture.firstDay,
      validUntil: PlanFixture.firstDay)
    terms.overhead = share(10)
    terms.margin = share(10)
    terms.risk = share(3)
    terms.paymentDays = 73
    terms.financeRate = share(5)
    terms.vat = share(6)
    terms.seatMonth = yuan("930.00")
    terms.seatSharing = SeatSharing(10, per: 5)
    terms.toolsMonth = yuan("93.00")
    return terms
  }

  private var plan: Plan { PlanFixture.plan }
  private var costs: QuoteCosts { QuoteCosts(plan, terms: terms) }
  private var quantities: QuoteQuantities { QuoteQuantities(plan, terms: terms) }

  private func prices(_ terms: BidTerms) -> QuotePrices {
    QuotePrices(cost: costs.total, quantities: quantities, terms: terms)
  }

  @Test("Its build-up is the plan's ledger to the cent, then seats, tools and overhead")
  func build() {
    #expect(costs.plan == plan.cost.total)
    // Wuhan has 10 heads for 7/30 of a month and 9.5 for 3/30 + 4/31; half a seat each.
    #expect(costs.amount(of: .seats) == yuan("2096.75"))
    // 14 and 13.5 heads with tools of 21.70 and 21.30.
    #expect(costs.amount(of: .tools) == yuan("591.35"))
    let direct = costs.plan + yuan("2688.10")
    #expect(
      costs.amount(of: .overhead) == Money(rounding: Rational(direct.minorUnits), times: share(10)))
    #expect(costs.total == direct + costs.amount(of: .overhead))
    for line in costs.lines where !line.parts.isEmpty {
      #expect(line.parts.map(\.amount).total() == line.amount)
    }
  }

  @Test("Hires that follow those who leave are replacement, the others growth")
  func replacement() {
    // Two join and 1.5 leave: three quarters of 3,000 for recruiting, of 6,000 for the class and of
    // the pay in training, two people for 7/30 of 6,000.
    #expect(costs.amount(of: .replacement) == yuan("8850.00"))
    #expect(costs.amount(of: .recruiting) == yuan("750.00"))
    #expect(costs.amount(of: .training) == yuan("2200.00"))
  }

  @Test("Its quantities are those of the plan's weeks")
  func counts() throws {
    let months = try #require(Rational(7, over: 30)) + #require(Rational(3, over: 30))
    #expect(try quantities.months == months + #require(Rational(4, over: 31)))
    // 8 and 9.5 people past training on 40 hours, 4 on 30.
    #expect(abs(quantities.fullTimeMonths.doubleValue - 5.429570) < 1e-5)
    // Half a seat for the first of them.
    #expect(abs(quantities.seatMonths.doubleValue - 2.021237) < 1e-5)
    // 362 and 359.75 hours of chats, 5 of them short; 28 and 28 of cases.
    #expect(abs(quantities.productiveHours.doubleValue - 772.75) < 1e-5)
    // 343 chats a day and 45 1/3 of the presale, 24 cases a day, 75.5 lost.
    #expect(abs(quantities.contacts.doubleValue - (14 * 367 + 45.0 + 1.0 / 3 - 75.5)) < 1e-4)
    #expect(abs(quantities.lostContacts.doubleValue - 75.5) < 1e-9)
  }

  @Test("From a later go-live on, only its weeks are billed, and all of the cost is paid by them")
  func laterGoLive() throws {
    var late = terms
    late.goLive = PlanFixture.firstDay.adding(days: 7)
    let quantities = QuoteQuantities(plan, terms: late)
    #expect(abs(quantities.productiveHours.doubleValue - 382.75) < 1e-5)
    #expect(QuoteCosts(plan, terms: late).total == costs.total)
    #expect(
      abs(
        quantities.earlierContacts.doubleValue + quantities.contacts.doubleValue
          - self.quantities.contacts.doubleValue) < 1e-4)
    #expect(quantities.earlierContacts.doubleValue > 1000)
    #expect(self.quantities.earlierContacts.millionths == 0)
  }

  @Test("Margin, risk and finance sum to the price, and are the shares that were asked for")
  func price() throws {
    let prices = prices(terms)
    let before = prices.cost + prices.risk + prices.margin
    #expect(prices.total == before + prices.finance)
    let margin = Double(prices.margin.minorUnits) / Double(before.minorUnits)
    #expect(abs(margin - 0.10) < 1e-6)
    // 73 days at 5 % a year are 1 %.
    #expect(prices.finance == Money(rounding: Rational(before.minorUnits), times: share(1)))
    // 10 of 87.
    #expect(try prices.markup == #require(Rational(10, over: 87)))
    for unit in BidUnit.allCases {
      let bill = try #require(prices.bill(for: quantities[unit], of: unit))
      let difference = bill - prices.total
      // Half a digit of the offered price for each unit.
      let each = unit.isByMonth ? 0.5 : 0.005
      let limit = quantities[unit].doubleValue * each + 1
      #expect(abs(difference.approximateMinorUnits) <= limit, "\(unit)")
      let left = try #require(prices.remaining(of: bill, after: costs.total))
      #expect(abs(left.doubleValue - 0.13) < 1e-5)
    }
  }

  @Test("At the break-even nothing is left; below it money is lost")
  func breakEven() throws {
    let prices = prices(terms)
    let share = try #require(prices.breakEvenShare)
    // 1 − 10 % − 3 % without a set-up fee.
    #expect(abs(share.doubleValue - 0.87) < 1e-6)
    let contacts = Quantity((quantities.contacts.rational * share).doubleValue)
    let bill = try #require(prices.bill(for: contacts, of: .contact))
    let left = try #require(prices.remaining(of: bill, after: costs.total))
    #expect(abs(left.doubleValue) < 1e-4)
    let fewer = try #require(prices.bill(for: Quantity(contacts.doubleValue * 0.9), of: .contact))
    #expect(try #require(prices.remaining(of: fewer, after: costs.total)) < .zero)
  }

  @Test("The minimum is billed whatever comes, and the set-up fee beside the units")
  func minimum() throws {
    var terms = terms
    terms.minimum = share(90)
    terms.setupFee = yuan("500.00")
    let prices = prices(terms)
    let least = try #require(prices.bill(for: Quantity(0), of: .contact))
    let planned = try #require(prices.bill(for: quantities.contacts, of: .contact))
    let units = (planned - yuan("500.00")).approximateMinorUnits
    #expect(abs((least - yuan("500.00")).approximateMinorUnits - 0.9 * units) < 2)
    #expect(abs((planned - prices.total).approximateMinorUnits) < 60)
  }

  @Test("A tier's price is for what is above its limit, or for all, which is a trap")
  func tiers() {
    var terms = terms
    terms.tiers = [BidTier(above: share(110), discount: share(10))]
    let planned = Rational(1000)
    let expected = Rational(1190)
    #expect(terms.counted(Rational(1200), of: planned, tiers: terms.tiers) == ExactFigure(expected))
    #expect(
      terms.counted(Rational(1100), of: planned, tiers: terms.tiers) == ExactFigure(Rational(1100)))
    #expect(prices(terms).traps(of: .contact).isEmpty)
    terms.tierMode = .allUnits
    #expect(
      terms.counted(Rational(1200), of: planned, tiers: terms.tiers) == ExactFigure(Rational(1080)))
    #expect(
      terms.counted(Rational(1100), of: planned, tiers: terms.tiers) == ExactFigure(Rational(1100)))
    // From 990 on, fewer than 1,100 cost more than the first above.
    #expect(prices(terms).traps(of: .contact).map(\.from) == [share(99)])
    #expect(prices(terms).traps(of: .contact).map(\.through) == [share(110)])
  }

  @Test("Surcharges are the law's factors on the price, or on the part of it that is wages")
  func surcharges() {
    let scenario = PlanFixture.scenario()
    let full = QuoteSurcharge.all(scenario, terms: terms, wageShare: share(60))
    #expect(full.map(\.kind) == [.overtime, .restDay, .holiday])
    #expect(full.map(\.factor) == [share(150), Rational(2), Rational(3)])
    #expect(full.map(\.offered) == full.map(\.factor))
    // 1 + 60 % × (3 − 1)
    #expect(full.map(\.onWageShare) == [share(130), share(160), share(220)])
    var terms = terms
    terms.surchargeBasis = .wageShare
    terms.nightPremium = share(15)
    let part = QuoteSurcharge.all(scenario, terms: terms, wageShare: share(47))
    #expect(part.map(\.kind) == [.overtime, .restDay, .holiday, .night])
    // 1.235, 1.47, 1.94 and 1.0705, each up to a twentieth.
    #expect(part.map(\.offered) == [share(125), share(150), share(195), share(110)])
  }

  @Test("A step takes the whole malus below the target, and nothing beyond the caps")
  func service() throws {
    let measure = Contracts.ServiceTarget(
      metric: "service-level", target: share(80), malus: share(5), bonus: share(2),
      stretch: share(5))
    let levels = ServiceLevels([measure], malusCap: share(3), bonusCap: share(1))
    #expect(levels.change(at: share(79)) == .zero - share(3))
    #expect(levels.change(at: share(82)) == .zero)
    #expect(levels.change(at: share(85)) == share(1))
    let deviations = ServiceExpectation.deviations
    #expect(abs(deviations.reduce(0, +)) < 1e-12)
    #expect(abs(deviations.map { $0 * $0 }.reduce(0, +) / 9 - 1) < 1e-12)
    var terms = terms
    terms.serviceLevel = levels
    terms.forecastError = share(10)
    let service = try #require(QuoteService(plan, terms: terms, price: yuan("1000.00")))
    // More contacts, less service.
    #expect(service.outcomes.map(\.level) == service.outcomes.map(\.level).sorted(by: >))
    #expect(service.change >= .zero - share(3) && service.change <= share(1))
    terms.serviceLevel = nil
    #expect(QuoteService(plan, terms: terms, price: yuan("1000.00")) == nil)
  }

  @Test("Overtime is held against the law's limit for those who agree to it")
  func overtime() {
    let overtime = QuoteOvertime(plan)
    // 12 h beyond the day and 8 h on rest days; holidays do not count.
    #expect(overtime.planned == WorkTime(hours: 20))
    // In September 12 h and 3/7 of 8 h, of 70 % of 8 people for seven days and 9.5 for three.
    let people = (7 * 8 + 3 * 9.5) / 10 * 0.7
    #expect(abs(overtime.mostPerMonth.hours - (12 + 8 * 3 / 7.0) / people) < 1e-3)
    #expect(overtime.limitPerMonth == WorkTime(hours: 36))
    #expect(overtime.isLegal)
  }

  @Test("The ramp says what is there on the first day, and when the rest can be")
  func ramp() {
    let ramp = QuoteRamp(plan, terms: terms)
    #expect(ramp.weeks.count == 2)
    #expect(ramp.present <= ramp.needed)
    #expect(ramp.steps.map(\.heads) == ramp.steps.map(\.heads).sorted())
    if ramp.earliest != nil { #expect(ramp.steps.last.map { $0.heads == ramp.needed } ?? true) }
  }
}
