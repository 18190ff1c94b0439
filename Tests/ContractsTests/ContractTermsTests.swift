import BusinessCalendar
import Contracts
import Foundation
import Testing
import Units

@Suite("Contract terms")
struct ContractTermsTests {
  @Test("Marginal hours cost the price, and the price times its surcharge")
  func marginalRates() {
    let terms = ContractTerms(
      price: hourly(4800), surcharges: [Surcharge(.holiday, .triple), Surcharge(.restDay, .double)])
    #expect(terms.marginalRate(on: .normal) == yuan(4800))
    #expect(terms.marginalRate(on: .restDay) == yuan(9600))
    #expect(terms.marginalRate(on: .holiday) == yuan(14_400))
  }

  @Test("A condition without a surcharge is billed as normal hours")
  func classWithoutSurcharge() {
    let terms = ContractTerms(price: hourly(4800), surcharges: [Surcharge(.holiday, .triple)])
    #expect(terms.factor(for: .restDay) == nil)
    #expect(terms.billedClass(of: .restDay) == .normal)
    #expect(terms.billedClass(of: .holiday) == .holiday)
    #expect(terms.marginalRate(on: .restDay) == yuan(4800))
  }

  @Test("A threefold wage at a wage share of 60 % makes the price 2.2 times")
  func wageShare() {
    let surcharge = Surcharge(
      .holiday, onWageShare: Multiplier(percent: 60).factor, wageFactor: .triple)
    #expect(surcharge.factor == Multiplier(percent: 220))
  }

  @Test("An hour of the commitment that is not used costs its share of the price")
  func shortfallRate() {
    let committed = Commitment(
      unit: .productiveHour, timePerMonth: WorkTime(hours: 100),
      shortfallShare: Multiplier(percent: 80).factor)
    #expect(ContractTerms(price: hourly(5000)).shortfallRate == yuan(0))
    #expect(ContractTerms(price: hourly(5000), commitment: committed).shortfallRate == yuan(4000))
  }

  @Test("Terms that contradict themselves say how")
  func problems() {
    let terms = ContractTerms(
      price: hourly(-1), furtherPrices: [hourly(5000)],
      surcharges: [
        Surcharge(.holiday, .triple), Surcharge(.holiday, Multiplier(percent: -50)),
      ],
      commitment: Commitment(unit: .loggedHour, timePerMonth: WorkTime(hours: -1)),
      setup: SetupFee(Money(minorUnits: 100), instalments: 0), vatRate: Rational(-1))
    #expect(
      terms.problems == [
        .negativePrice(.productiveHour), .unitPricedTwice(.productiveHour),
        .surchargedTwice(.holiday), .negativeSurcharge(.holiday),
        .commitmentWithoutPrice(.loggedHour), .negativeCommitment, .unpayableSetup, .negativeVAT,
      ])
    #expect(terms.problems.allSatisfy { !$0.description.isEmpty })
  }

  @Test("Units and clauses that are not built are known by name, and no built one is among them")
  func notBuilt() {
    #expect(ContractTerms.clausesNotBuilt.count == ContractTerms.unbuiltClauses.count)
    #expect(PricingUnit.notBuilt.allSatisfy { PricingUnit(rawValue: $0.key) == nil })
    #expect(
      PricingUnit.notBuilt.first { $0.key == "training-hour" }?.wording
        == "training hours are the key training, not the price")
    #expect(
      ContractTerms.clausesNotBuilt["minimum-fte"] == "a minimum of FTE is the key minimum-seats")
  }

  @Test("A contract of other units bills what the terms say")
  func units() throws {
    func contract(_ unit: PricingUnit, _ commitment: Commitment? = nil) -> Contract {
      Contract(
        ContractTerms(
          price: PriceItem(unit: unit, rate: UnitPrice(Money(minorUnits: 400))),
          commitment: commitment, baseFee: Money(minorUnits: 10_000)))
    }
    var actuals = MonthActuals()
    actuals.contacts = Rational(450)
    actuals.seatMonths = Rational(3)
    actuals.fullTimeMonths = Rational(2)
    actuals.calls = [MonthActuals.Calls(seconds: Rational(120), count: 30)]
    let cases: [(PricingUnit, Int64)] = [
      (.contact, 180_000), (.resolution, 180_000), (.seatMonth, 1200), (.fteMonth, 800),
      (.talkMinute, 24_000),
    ]
    for (unit, due) in cases {
      var own = MonthActuals()
      switch unit.basis {
      case .contacts: (own.contacts, own.calls) = (actuals.contacts, [])
      case .hours, .seats:
        (own.seatMonths, own.fullTimeMonths) =
          unit == .seatMonth ? (actuals.seatMonths, .zero) : (.zero, actuals.fullTimeMonths)
      }
      if unit == .talkMinute { (own.contacts, own.calls) = (.zero, actuals.calls) }
      let invoice = try contract(unit).invoice(for: own)
      #expect(invoice.net == Money(minorUnits: due + 10_000), "\(unit)")
    }
    let short = try contract(
      .contact,
      Commitment(
        unit: .contact, countPerMonth: Rational(600),
        shortfallShare: Rational(1, over: 2) ?? .one)
    ).invoice(
      for: {
        var own = MonthActuals()
        own.contacts = Rational(450)
        return own
      }())
    #expect(short.net == Money(minorUnits: 180_000 + 30_000 + 10_000))
  }

  /// 1,000 contacts at 4.00 and 200 at 3.00, or all 1,200 at 3.00.
  @Test("Tiers of contacts are bands of the contract", arguments: VolumeTiers.Mode.allCases)
  func bands(mode: VolumeTiers.Mode) throws {
    let terms = ContractTerms(
      price: PriceItem(unit: .contact, rate: UnitPrice(Money(minorUnits: 400))),
      volumeTiers: VolumeTiers(
        [VolumeTier(aboveCount: Rational(1000), rate: UnitPrice(Money(minorUnits: 300)))],
        mode: mode))
    #expect(terms.problems.isEmpty)
    var actuals = MonthActuals()
    actuals.contacts = Rational(1200)
    let net = try Contract(terms).invoice(for: actuals).net
    #expect(net == Money(minorUnits: mode == .marginal ? 460_000 : 360_000))
    #expect(terms.contactsByTier(of: 1200) == [mode == .marginal ? 200 : 1200])
    actuals.contacts = Rational(1000)
    let limit = try Contract(terms).invoice(for: actuals).net
    #expect(limit == Money(minorUnits: mode == .marginal ? 400_000 : 300_000))
  }

  /// 50.00 and 20 %: an hour 60.00; on a holiday at 300 % 160.00 added, 180.00 compounding; above the tier of
  /// 45.00 it is 55.00. An hour committed and not used has no premium.
  @Test("A premium is a share of the plain price", arguments: [PremiumStacking.add, .multiply])
  func premium(stacking: PremiumStacking) throws {
    let terms = ContractTerms(
      price: hourly(5000), surcharges: [Surcharge(.holiday, .triple)],
      commitment: Commitment(unit: .productiveHour, timePerMonth: WorkTime(hours: 100)),
      volumeTiers: VolumeTiers([
        VolumeTier(above: WorkTime(hours: 400), rate: UnitPrice(Money(minorUnits: 4500)))
      ])
    ).withPremium(Rational(1, over: 5) ?? .zero, stacking)
    #expect(terms.price.rate == UnitPrice(Money(minorUnits: 6000)))
    #expect(
      terms.marginalRate(on: .holiday).perHour
        == UnitPrice(Money(minorUnits: stacking == .add ? 16_000 : 18_000)))
    #expect(terms.tiers.map(\.rate) == [UnitPrice(Money(minorUnits: 5500))])
    #expect(terms.shortfallRate.perHour == UnitPrice(Money(minorUnits: 5000)))
  }

  @Test("Terms come back from JSON as they were")
  func roundTrip() throws {
    let terms = ContractTerms(
      price: hourly(4800), surcharges: [Surcharge(.holiday, .triple)],
      commitment: Commitment(unit: .productiveHour, timePerMonth: WorkTime(hours: 100)),
      setup: SetupFee(Money(minorUnits: 100), instalments: 3))
    let data = try JSONEncoder().encode(terms)
    #expect(try JSONDecoder().decode(ContractTerms.self, from: data) == terms)
  }
}

/// A price of `cents` for each unit.
func hourly(_ cents: Int64, per unit: PricingUnit = .productiveHour) -> PriceItem {
  PriceItem(unit: unit, rate: UnitPrice(Money(minorUnits: cents)))
}

/// A rate of `cents` an hour.
func yuan(_ cents: Int64) -> HourlyRate {
  HourlyRate(perHour: UnitPrice(Money(minorUnits: cents)))
}
