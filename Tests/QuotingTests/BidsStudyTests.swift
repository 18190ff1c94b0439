import CapacityPlanning
import Contracts
import GLPK
import PlanningFixtures
import Scenarios
import Staffing
import Testing
import Units

@testable import Quoting

/// Four weeks from Monday 1 June 2026, 28 of the 30 days of June. Own people: one, 40 hours a week at
/// 40.00, 6,400.00 in all. Needed are 80, 100 and 120 hours a week; an hour that nobody serves is ten
/// contacts at 10.00, three times that in the deepest slice, and never the cheaper choice.
@Suite("Bids at plan cost")
struct BidsStudyTests {
  @Test("A bid by the hour costs own people and the hours that overflow, whatever the volume")
  func byTheHour() throws {
    let comparison = try compare([VendorBid(vendor("by-hour"))])
    let row = try #require(comparison.row(Self.bid("by-hour")))
    // 40, 60, 80 hours a week at 50.00, four weeks.
    for (volume, invoice) in zip(BidVolume.allCases, [800_000, 1_200_000, 1_600_000]) {
      let figures = try #require(row[volume])
      #expect(figures.invoice == Money(minorUnits: Int64(invoice)))
      #expect(figures.inHouse == Money(minorUnits: 640_000))
      #expect(figures.total == Money(minorUnits: Int64(640_000 + invoice)))
      #expect(figures.covered.value > 0.9999)
      #expect(figures.costPerEffectiveHour == UnitPrice(Money(minorUnits: 5000)))
    }
  }

  @Test("In house alone is priced by what nobody serves")
  func inHouse() throws {
    let comparison = try compare([VendorBid(vendor("by-hour"))])
    let figures = try #require(comparison.row(.inHouse)?[.base])
    #expect(figures.paid == Money(minorUnits: 640_000))
    #expect(figures.shortTime == WorkTime(hours: 240))
    #expect(abs(figures.contactsLost.value - 2400) < 0.01)
    #expect(figures.missing >= Money(minorUnits: 2_400_000))
    #expect(figures.vendors.isEmpty)
  }

  /// Committed are 300 hours a month at 44.00, 280 for the days of June: 12,320.00. Used are 160, 240,
  /// 320: below the commitment it is due whole, above it each hour.
  @Test("A commitment is cheap in high volume and dear in low volume, and ranks follow")
  func commitment() throws {
    var committed = VendorFixture("committed", skills: ["calls"])
    committed.price = 4400
    committed.committedHours = 300
    let comparison = try compare([VendorBid(vendor("by-hour")), VendorBid(committed.vendor)])
    let row = try #require(comparison.row(Self.bid("committed")))
    #expect(
      BidVolume.allCases.map { row[$0]?.invoice.minorUnits } == [1_232_000, 1_232_000, 1_408_000])
    let other = try #require(comparison.row(Self.bid("by-hour")))
    #expect(other.outcomes.map(\.rank) == [1, 1, 2])
    #expect(row.outcomes.map(\.rank) == [2, 2, 1])
    #expect(
      row.outcomes.map(\.regret) == [432_000, 32_000, 0].map { Money(minorUnits: $0) })
    #expect(row.largestRegret == Money(minorUnits: 432_000))
    #expect(other.largestRegret == Money(minorUnits: 192_000))
    #expect(comparison.safest?.option == Self.bid("by-hour"))
    // Without it 240 hours at 44.00 are due, 40 hours fewer.
    let clause = try #require(comparison.clauses.first { $0.vendor.rawValue == "committed" })
    #expect(clause.price.rule.kind == .vendorCommitment)
    #expect(clause.price.saved == Money(minorUnits: 176_000))
  }

  /// 240 hours of 28 of 30 days are 257 of June. Of them 90 % are 215.87 of the horizon, 110 % 263.85: used are
  /// 160, 55.87 fewer, and 320, 56.15 more at half the price on top.
  @Test("A forecast that nobody locked yet is what the bid's plan at the base volume gives it")
  func lock() throws {
    var bid = VendorFixture("locked", skills: ["calls"])
    func share(_ percent: Int64) -> Rational { Rational(percent, over: 100) ?? .one }
    bid.clauses = VendorClauses(
      forecastLock: LockedForecast(
        ForecastLock(floor: share(90), cap: share(110), overFactor: share(150))))
    let comparison = try compare([VendorBid(bid.vendor)])
    let row = try #require(comparison.row(Self.bid("locked")))
    let invoices = BidVolume.allCases.map { row[$0]?.invoice.minorUnits ?? 0 }
    for (invoice, due) in zip(invoices, [1_079_400, 1_200_000, 1_740_367]) {
      #expect(abs(invoice - Int64(due)) < 5, "\(invoices)")
    }
  }

  /// 240 hours are needed; 10 % come back, so that each effective hour takes 1 ÷ 0.9 billed hours:
  /// 266.67 × 50.00 = 13,333.33. Oversight 2 %, VAT 6 % that is not got back, management 300.00 × 28 ÷
  /// 30 months, transition 1,000.00.
  @Test("What the buyer pays beside the invoice counts, and returned work is bought again")
  func clientCosts() throws {
    let costs = ClientCosts(
      transition: Money(minorUnits: 100_000), managementPerMonth: Money(minorUnits: 30_000),
      oversight: try #require(Rational(2, over: 100)), returnedWork: Share(0.1),
      deductsVAT: false)
    let taxed = BidsContractTests.vendor("taxed", price: 5000, vat: Rational(6, over: 100))
    let comparison = try compare([VendorBid(taxed, clientCosts: costs)])
    let figures = try #require(comparison.row(Self.bid("taxed"))?[.base]?.vendors.first)
    #expect(abs(figures.billedTime.hours - 266.667) < 0.01)
    #expect(abs(figures.invoice.minorUnits - 1_333_333) < 50)
    #expect(abs(figures.vat.minorUnits - 80_000) < 5)
    #expect(abs(figures.clientSide.minorUnits - (100_000 + 28_000 + 26_667)) < 5)
    #expect(abs(figures.effectiveTime.hours - 240) < 0.01)
  }

  /// Who is paid 73 days later at 10 % a year leaves the buyer a fiftieth of the invoice with its VAT:
  /// 240 hours at 50.00 are 12,000.00, with 6 % VAT 12,720.00, and 254.40 of it are worth waiting.
  @Test("Days until payment are worth the buyer's interest on what is paid")
  func paymentDays() throws {
    let taxed = BidsContractTests.vendor("taxed", price: 5000, vat: Rational(6, over: 100))
    let bid = VendorBid(taxed, clientCosts: ClientCosts(deductsVAT: false), paymentDays: 73)
    let comparison = try compare([bid], financeRate: Rational(10, over: 100) ?? .zero)
    let row = try #require(comparison.row(Self.bid("taxed"))?[.base])
    let figures = try #require(row.vendors.first)
    #expect(abs(figures.invoice.minorUnits - 1_200_000) < 50)
    #expect(abs(figures.vat.minorUnits - 72_000) < 5)
    #expect(abs(figures.financing.minorUnits + 25_440) < 5)
    #expect(figures.cost == figures.invoice + figures.vat + figures.financing)
    #expect(row.total == row.inHouse + figures.cost + row.missing)
    let without = try #require(try compare([bid]).row(Self.bid("taxed"))?[.base]?.vendors.first)
    #expect(without.financing == .zero)
    #expect(without.cost - figures.cost == .zero - figures.financing)
  }

  /// With as many positions as erlangs and nobody who gives up none is answered in time. A target of 0 %
  /// is reached all the same and its bonus of 3 % added to the hours; one of 100 % takes 5 % of them. The
  /// set-up fee is no part of the base.
  @Test("Bonus and malus to expect are counted on the work, and choices are compared with them")
  func serviceLevel() throws {
    func bid(_ target: Int64, _ malus: Int64, _ bonus: Int64) -> VendorBid {
      func share(_ percent: Int64) -> Rational { Rational(percent, over: 100) ?? .zero }
      var vendor = VendorFixture("promising", skills: ["calls"])
      vendor.setUpFee = Money(minorUnits: 50_000)
      return VendorBid(
        vendor.vendor,
        serviceLevel: ServiceLevels([
          Contracts.ServiceTarget(
            metric: "service-level", target: share(target), malus: share(malus),
            bonus: share(bonus), stretch: .zero)
        ]))
    }
    func figures(_ bid: VendorBid) throws -> BidVendorFigures {
      try #require(try compare([bid]).row(Self.bid("promising"))?[.base]?.vendors.first)
    }
    let good = try figures(bid(0, 5, 3))
    let hours = try #require(good.invoiceParts.first { $0.category == "vendor-hours" }).amount
    let bonus = try #require(good.invoiceParts.last)
    #expect(bonus.category == "service-level")
    #expect(abs(bonus.amount.minorUnits - hours.minorUnits * 3 / 100) <= 1)
    #expect(good.service?.amount == bonus.amount)
    #expect(good.service?.bonusProbability == .whole)
    #expect(good.invoice == hours + Money(minorUnits: 50_000) + bonus.amount)
    let bad = try figures(bid(100, 5, 0))
    let malus = try #require(bad.invoiceParts.last)
    #expect(abs(malus.amount.minorUnits + hours.minorUnits * 5 / 100) <= 1)
    #expect(bad.service?.malusProbability == .whole)
  }

  /// A can run one seat, 160 hours of 240; B is dearer and carries the rest. With at most 60 % of the
  /// outsourced hours for one vendor A has 144 hours; with 100 hours at least for each B gets 100.
  @Test("An award to several keeps to the largest share and the smallest award")
  func awards() throws {
    var cheap = VendorFixture("cheap", skills: ["calls"])
    cheap.maximumSeats = 1
    cheap.price = 4500
    let bids = [VendorBid(cheap.vendor), VendorBid(vendor("dear"))]
    func award(_ limits: AwardLimits) throws -> [String: Double] {
      let comparison = try compare(bids, limits)
      let row = try #require(comparison.row(Self.award("cheap", "dear")))
      let figures = try #require(row[.base])
      return Dictionary(
        uniqueKeysWithValues: figures.vendors.map { ($0.vendor.rawValue, $0.billedTime.hours) })
    }
    let free = try award(AwardLimits())
    #expect(abs((free["cheap"] ?? 0) - 160) < 0.01)
    #expect(abs((free["dear"] ?? 0) - 80) < 0.01)
    let shared = try award(AwardLimits(largestShare: Share(0.6)))
    #expect(abs((shared["cheap"] ?? 0) - 144) < 0.01)
    let atLeast = try award(AwardLimits(smallest: WorkTime(hours: 100)))
    #expect(abs((atLeast["dear"] ?? 0) - 100) < 0.01)
    let byQueue = try award(AwardLimits(largestShareOfQueue: Share(0.3)))
    // 30 % of 100 hours a week; the other 30 % are the other's, the rest is short.
    #expect(abs((byQueue["cheap"] ?? 0) - 120) < 0.01)
  }

  @Test("With one award only the cheapest bid gets it; a limit no award can keep leaves none")
  func numberOfAwards() throws {
    let bids = [VendorBid(vendor("dear", price: 6000)), VendorBid(vendor("cheap", price: 4500))]
    let one = try compare(bids, AwardLimits(most: 1))
    #expect(one.awardsTried == 2)
    #expect(one.row(Self.award("cheap")) != nil)
    let none = try compare(bids, AwardLimits(most: 1, largestShare: Share(0.5)))
    #expect(none.awardsTried == 0)
    #expect(none.rows.count == 3)
  }

  @Test("Dear transition keeps a vendor out of the award, though its hours are cheaper")
  func fixedCosts() throws {
    let costs = ClientCosts(transition: Money(minorUnits: 10_000_000))
    let comparison = try compare([
      VendorBid(vendor("hidden-costs", price: 4000), clientCosts: costs),
      VendorBid(vendor("plain")),
    ])
    #expect(comparison.awardsTried == 3)
    #expect(comparison.row(Self.award("plain")) != nil)
  }

  // MARK: - A small round

  private static func bid(_ id: String) -> BidOption { .bid(Vendor.ID(id)) }

  private static func award(_ ids: String...) -> BidOption { .award(ids.map { Vendor.ID($0) }) }

  private func vendor(_ id: String, price: Int64 = 5000) -> Vendor {
    var vendor = VendorFixture(id, skills: ["calls"])
    vendor.price = price
    return vendor.vendor
  }

  private func compare(
    _ bids: [VendorBid], _ limits: AwardLimits = AwardLimits(), financeRate: Rational = .zero
  ) throws -> BidComparison {
    func fixture(_ hours: Double) -> ScenarioFixture {
      var fixture = ScenarioFixture()
      fixture.queues = [QueueFixture("calls", weeklyHours: [hours])]
      fixture.groups = [GroupFixture("own", skills: ["calls"], heads: 1)]
      return fixture
    }
    let scenario = fixture(100).scenario.with(vendors: bids.map(\.vendor))
    let study = BidStudy(
      BidRound(scenario: scenario, bids: bids, limits: limits, financeRate: financeRate),
      solver: GLPKSolver())
    return try study.comparison(
      for: BidStudy.Needs(
        low: fixture(80).requirement, base: fixture(100).requirement,
        high: fixture(120).requirement))
  }
}
