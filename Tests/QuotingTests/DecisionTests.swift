import Contracts
import Quoting
import Testing
import Units

@Suite("Make or buy")
struct DecisionTests {
  @Test("Below the break-even volume the lower fixed cost wins, above it the lower price")
  func breakEven() throws {
    let own = VolumeCost(fixed: cents(100_000), perContact: cents(100))
    let vendor = VolumeCost(fixed: .zero, perContact: cents(300))
    #expect(try own.breakEven(with: vendor) == ExactFigure(500))
    #expect(own.cost(of: Rational(499)) > vendor.cost(of: Rational(499)))
    #expect(own.cost(of: Rational(501)) < vendor.cost(of: Rational(501)))
    #expect(throws: QuotingError.neverCross) { try own.breakEven(with: own) }
  }

  @Test("A peak costs hours, people and what is due once")
  func peak() {
    let peak = PeakDemand(agents: Rational(4), weeks: Rational(5), hoursPerWeek: Rational(40))
    // 800 h × 30 + 4 × 1,000 + 500.
    let cost = peak.cost(
      perHour: cents(3_000), perAgent: ExactFigure(100_000), once: cents(50_000))
    #expect(cost == ExactFigure(2_850_000))
  }

  @Test("Contributions make overtime dearer, and a vendor's lower output its hour")
  func effectiveHours() throws {
    let overtime = EffectiveHour.overtime(
      base: cents(3_000), factor: Rational(2), contributions: share(25))
    #expect(overtime == ExactFigure(7_500))
    #expect(
      try EffectiveHour.vendor(price: cents(4_000), efficiency: share(80)) == ExactFigure(5_000))
    #expect(throws: QuotingError.self) {
      try EffectiveHour.vendor(price: cents(4_000), efficiency: .zero)
    }
  }

  private func contracts(_ capacityCost: Int64) throws -> OverflowContracts {
    let outcomes = [(10, 50), (20, 50)].map { value, percent in
      UncertainDemand.Outcome(value: Rational(value), probability: share(Int64(percent)))
    }
    return OverflowContracts(
      demand: try UncertainDemand(outcomes), capacityCost: cents(capacityCost))
  }

  @Test(
    "Own capacity covers what is likely, the vendor's price decides how much",
    arguments: [
      (150, 10, 1_750), (200, 10, 2_000), (201, 20, 2_000),
    ] as [(Int64, Int64, Int64)])
  func byVolume(price: Int64, capacity: Int64, cost: Int64) throws {
    // K = 10: 1,000 + p × 5; K = 20: 2,000. At 200 both cost the same: the smaller one.
    let best = try contracts(100).byVolume(price: cents(price))
    #expect(best.inHouse == Rational(capacity))
    #expect(best.cost == ExactFigure(cost))
  }

  @Test("Reserved capacity is paid whether used or not, and lost demand beside it")
  func byCapacity() throws {
    // K = 10 costs 1,000; Y = 0 loses 5 × 300, Y = 10 costs 10 × 60.
    let best = try contracts(100).byCapacity(
      price: cents(60), lostRevenue: cents(300), inHouse: Rational(10))
    #expect(best.reserved == Rational(10))
    #expect(best.cost == ExactFigure(1_600))
    let enough = try contracts(100).byCapacity(
      price: cents(60), lostRevenue: cents(300), inHouse: Rational(30))
    #expect(enough.reserved == .zero)
    #expect(enough.cost == ExactFigure(3_000))
  }

  @Test("The price by volume at which a reserved capacity is as cheap")
  func flip() throws {
    let contracts = try contracts(100)
    let reserved = contracts.byCapacity(
      price: cents(60), lostRevenue: cents(300), inHouse: Rational(10))
    // 1,000 + 5 p = 1,600 at 120.
    #expect(contracts.flippingPrice(against: reserved) == ExactFigure(120))
    let dear = contracts.byCapacity(
      price: cents(500), lostRevenue: cents(300), inHouse: Rational(10))
    #expect(dear.cost == ExactFigure(2_500))
    #expect(contracts.flippingPrice(against: dear) == nil)
  }

  @Test("A demand is a distribution, or says what it lacks")
  func demand() {
    #expect(throws: QuotingError.noDemand) { try UncertainDemand([]) }
    #expect(throws: QuotingError.probabilities(share(90))) {
      try UncertainDemand([.init(value: .one, probability: share(90))])
    }
    #expect(throws: QuotingError.self) {
      try UncertainDemand([.init(value: Rational(-1), probability: .one)])
    }
  }

  @Test("Where a band's price is for all contacts, one more can cost less; by bands it never does")
  func traps() {
    let bands = [
      ContactBand(from: 1, to: 2_100, rate: cents(171)),
      ContactBand(from: 2_101, to: 3_200, rate: cents(157)),
      ContactBand(from: 3_201, to: nil, rate: cents(148)),
    ]
    let traps = ContactTiers(bands, mode: .allUnits).traps
    // 2,101 × 157 = 329,857 = 1,928.99… × 171; 3,201 × 148 = 473,748 = 3,017.5 × 157.
    #expect(traps.map(\.from) == [1_929, 3_018])
    #expect(traps.map(\.through) == [2_100, 3_200])
    #expect(traps.map(\.cheaper) == [2_101, 3_201])
    #expect(traps.last?.cost == cents(502_400))
    #expect(traps.last?.costOfMore == cents(473_748))
    #expect(ContactTiers(bands, mode: .marginal).traps.isEmpty)
  }
}
