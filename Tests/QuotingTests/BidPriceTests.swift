import Quoting
import Testing
import Units

@Suite("What a team costs, and what it is sold for")
struct BidPriceTests {
  /// Ten agents at 3,000; 100 hours each, a fifth of them lost.
  private var basis: CostBasis {
    var basis = CostBasis()
    basis.agents = Rational(10)
    basis.wage = cents(300_000)
    basis.rosteredHours = Rational(100)
    basis.shrinkage = share(20)
    return basis
  }

  @Test("Thirteen wages a year, contributions on their own base, support on its wage")
  func people() throws {
    var basis = basis
    basis.monthsPaid = Rational(13)
    basis.contributionBase = cents(250_000)
    basis.socialInsurance = share(20)
    basis.housingFund = share(10)
    basis.support = [
      .init(name: "supervisor", agentsPerHead: Rational(15), wage: cents(600_000)),
      .init(name: "trainer", agentsPerHead: .zero, wage: cents(600_000)),
    ]
    let prices = try basis.prices()
    // 10 × (3,000 × 13 ÷ 12 + 2,500 × 0.3) = 40,000; 10 ÷ 15 × 6,000 × 1.3 = 5,200.
    #expect(prices.agentCost.units(ofDigits: 0) == 4_000_000)
    #expect(prices.supportCost.units(ofDigits: 0) == 520_000)
  }

  @Test("Seats are shared, tools are not; overhead is on everything")
  func siteAndOverhead() throws {
    var basis = basis
    basis.agentsPerSeat = Rational(2)
    basis.seatCost = cents(80_000)
    basis.tools = cents(10_000)
    basis.overhead = share(10)
    let prices = try basis.prices()
    // 5 × 800 + 10 × 100 = 5,000; (30,000 + 5,000) × 0.1 = 3,500.
    #expect(prices.siteCost.units(ofDigits: 0) == 500_000)
    #expect(prices.overhead.units(ofDigits: 0) == 350_000)
    #expect(prices.totalCost.units(ofDigits: 0) == 3_850_000)
  }

  @Test("Who leaves is replaced, with those who are lost in training; nesting costs lost output")
  func attrition() throws {
    var basis = basis
    // 1 − 0.729^(1/3) = 0.1 a month; 10 × 0.1 ÷ 0.8 = 1.25 hires.
    basis.quarterlyAttrition = Rational(271, over: 1000) ?? .zero
    basis.trainingWashOut = share(20)
    basis.recruitingFee = cents(100_000)
    basis.trainingWeeks = Rational(2)
    basis.trainingWeekCost = cents(150_000)
    basis.nestingWeeks = Rational(4)
    basis.nestingProductivity = share(75)
    basis.agentWeekCost = cents(160_000)
    let prices = try basis.prices()
    #expect(prices.monthlyAttrition == share(10))
    #expect(prices.hires.rounded(to: 2) == Rational(5, over: 4))
    // 1.25 × (1,000 + 3,000 + 1 × 1,600) = 7,000.
    #expect(prices.attritionCost.units(ofDigits: 0) == 700_000)
  }

  @Test(
    "A month's attrition is the cube root, to a millionth, from nobody to everybody",
    arguments: [
      (0, 0), (74, 25_301), (200, 71_682), (500, 206_299), (875, 500_000), (1000, 1_000_000),
    ] as [(Int64, Int64)])
  func monthlyAttrition(quarterly: Int64, millionths: Int64) {
    var basis = CostBasis()
    basis.quarterlyAttrition = Rational(quarterly, over: 1000) ?? .zero
    #expect(basis.monthlyAttrition == Rational(millionths, over: 1_000_000))
  }

  @Test("Prices of all units pay the same month; margin is of the price, markup of the cost")
  func prices() throws {
    var basis = basis
    basis.margin = share(15)
    basis.riskPremium = share(5)
    basis.occupancy = share(80)
    basis.handleSeconds = Rational(360)
    basis.agentsPerSeat = Rational(2)
    basis.vatRate = share(6)
    let prices = try basis.prices()
    // 30,000 ÷ 800 h = 37.50; ÷ 0.8 = 46.875 an hour; a month of 37,500 in every unit.
    #expect(prices.costPerProductiveHour.rounded(to: 0) == Rational(3750))
    #expect(prices.perProductiveHour.rounded(to: 3) == Rational(9375, over: 2))
    #expect(prices.perLoggedHour.rounded(to: 3) == Rational(3750))
    #expect(prices.perFullTimeMonth.units(ofDigits: 0) == 375_000)
    #expect(prices.perSeatMonth.units(ofDigits: 0) == 750_000)
    // 640 handled hours are 6,400 contacts and 38,400 minutes.
    #expect(prices.contacts == ExactFigure(6_400))
    #expect((prices.perContact * prices.contacts).units(ofDigits: 0) == 3_750_000)
    #expect((prices.perHandleMinute * ExactFigure(38_400)).units(ofDigits: 0) == 3_750_000)
    #expect((prices.perLoggedHour * prices.loggedHours).units(ofDigits: 0) == 3_750_000)
    #expect(prices.perProductiveHourWithVAT.rounded(to: 4) == Rational(99_375, over: 20))
    // 15 ÷ 80 of the cost; 30,000 ÷ 5.859375 a contact.
    #expect(prices.markup.rounded(to: 4) == Rational(3, over: 16))
    #expect(prices.breakEvenContacts == ExactFigure(5_120))
  }

  @Test("A client that pays after 73 days at 10 % a year pays 2 % more")
  func finance() throws {
    var basis = basis
    basis.paymentDays = Rational(73)
    basis.financeRate = share(10)
    #expect(try basis.prices().perProductiveHour.rounded(to: 2) == Rational(3825))
  }

  @Test("Values that cannot be name themselves")
  func errors() {
    var basis = basis
    basis.margin = share(60)
    basis.riskPremium = share(40)
    #expect(
      throws: QuotingError.outOfRange("margin with risk premium", .one, allowed: "below 1")
    ) { try basis.prices() }
    basis = CostBasis()
    basis.agents = .zero
    basis.shrinkage = .one
    basis.quarterlyAttrition = Rational(2)
    #expect(basis.problems.count == 3)
    #expect(basis.problems.allSatisfy { !$0.description.isEmpty })
  }
}

@Suite("Figures without rounding on the way")
struct ExactFigureTests {
  @Test("Fractions that 64 bits do not hold stay exact, and are rounded away from zero once")
  func exact() throws {
    var sum = ExactFigure.zero
    var primes: [Int64] = []
    for candidate in 2..<200 as Range<Int64>
    where primes.allSatisfy({ !candidate.isMultiple(of: $0) }) {
      primes.append(candidate)
    }
    for prime in primes { sum = sum + ExactFigure(try #require(Rational(1, over: prime))) }
    for prime in primes { sum = sum - ExactFigure(try #require(Rational(1, over: prime))) }
    #expect(primes.count == 46)
    #expect(sum == .zero)
    let half = ExactFigure(try #require(Rational(-1, over: 2)))
    #expect(half.units(ofDigits: 0) == -1)
    #expect((half / ExactFigure(3))?.rounded(to: 2) == Rational(-17, over: 100))
    #expect(half / .zero == nil)
    #expect(half < .zero)
    #expect(ExactFigure(.max).units(ofDigits: 6) == .max)
    #expect((ExactFigure(.max) * ExactFigure(.min)).units(ofDigits: 0) == -.max)
    #expect((ExactFigure(.max) * ExactFigure(.max) / ExactFigure(.max)) == ExactFigure(.max))
  }
}

func cents(_ amount: Int64) -> UnitPrice { UnitPrice(Money(minorUnits: amount)) }

func share(_ percent: Int64) -> Rational { Rational(percent, over: 100) ?? .zero }
