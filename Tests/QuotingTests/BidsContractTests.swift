import Contracts
import Quoting
import Scenarios
import Testing
import Units

@Suite("What a bid is paid for")
struct BidsContractTests {
  /// 40 an hour from the first hour, 30 for all hours from 400 a month: 300 hours cost 12,000, and so
  /// do 400.
  @Test("Fewer hours cost more above the limit's hours times the prices' quotient")
  func trap() throws {
    let terms = ContractTerms(
      price: PriceItem(unit: .productiveHour, rate: UnitPrice(Money(minorUnits: 4000))),
      volumeTiers: VolumeTiers(
        [VolumeTier(above: WorkTime(hours: 400), rate: UnitPrice(Money(minorUnits: 3000)))],
        mode: .allUnits))
    let trap = try #require(terms.volumeTraps.first)
    #expect(trap.above == Rational(300))
    #expect(trap.limit == Rational(400))
    #expect(trap.costBelow == UnitPrice(minorUnitsPerUnit: Rational(1_600_000)))
    #expect(trap.costAtLimit == UnitPrice(minorUnitsPerUnit: Rational(1_200_000)))
  }

  @Test("Marginal tiers, and tiers that get dearer, have no trap")
  func noTrap() {
    let step = VolumeTier(above: WorkTime(hours: 400), rate: UnitPrice(Money(minorUnits: 3000)))
    let dear = VolumeTier(above: WorkTime(hours: 400), rate: UnitPrice(Money(minorUnits: 5000)))
    let price = PriceItem(unit: .productiveHour, rate: UnitPrice(Money(minorUnits: 4000)))
    #expect(ContractTerms(price: price, volumeTiers: VolumeTiers([step])).volumeTraps.isEmpty)
    let dearer = VolumeTiers([dear], mode: .allUnits)
    #expect(ContractTerms(price: price, volumeTiers: dearer).volumeTraps.isEmpty)
  }

  /// 60 × (1 + 6 % VAT + 2 % oversight) over 80 % × (1 − 10 % that comes back) = 64.80 ÷ 0.72 = 90.
  @Test("An effective hour costs the price with all that goes with it over what it is worth")
  func effectiveHour() throws {
    let bid = VendorBid(
      Self.vendor("dear", price: 6000, vat: Rational(6, over: 100), proficiency: 0.8),
      clientCosts: ClientCosts(
        oversight: Rational(2, over: 100) ?? .zero, returnedWork: Share(0.1), deductsVAT: false))
    #expect(bid.effectiveHourPrice() == UnitPrice(Money(minorUnits: 9000)))
    #expect(bid.form == .volume)
  }

  /// 8.00 a contact of which nine in ten are billed and a tenth come back: ten an hour are 10 ÷ 0.9 × 0.9
  /// billed. 4,345.24 a seat and month of 40 hours a week is 25.00 an hour.
  @Test("An effective hour of other units costs what it bills of them")
  func otherUnits() throws {
    func bid(_ unit: PricingUnit, _ price: Int64, _ share: Rational? = nil) -> VendorBid {
      let plain = Self.vendor("other", price: price)
      let terms = ContractTerms(
        price: PriceItem(unit: unit, rate: UnitPrice(Money(minorUnits: price))),
        billedShare: share)
      return VendorBid(
        Vendor(
          id: plain.id, name: plain.name, skills: plain.skills, terms: terms, noticeWeeks: 0,
          rampPerWeek: plain.rampPerWeek, minimumSeats: .zero, maximumSeats: plain.maximumSeats,
          hoursPerSeat: plain.hoursPerSeat, initialSeats: .zero, proficiency: plain.proficiency,
          language: nil), clientCosts: ClientCosts(returnedWork: Share(share == nil ? 0 : 0.1)))
    }
    let work = HandledWork(contactsPerHour: Rational(10), minutesEach: Rational(5))
    let contact = bid(.contact, 800, Rational(9, over: 10))
    #expect(contact.effectiveHourPrice(work) == UnitPrice(Money(minorUnits: 8000)))
    #expect(contact.effectiveHourPrice() == nil)
    #expect(contact.form == .volume)
    #expect(bid(.talkMinute, 100).effectiveHourPrice(work) == UnitPrice(Money(minorUnits: 5000)))
    let seat = bid(.seatMonth, 434_524)
    let price = try #require(seat.effectiveHourPrice()).approximateMinorUnits
    #expect((price - 2500).magnitude < 0.01)
    #expect(seat.form == .capacity)
  }

  /// 3,201 contacts at 1.48 are 4,737.48; at 1.57 that is the price of 3,017.5.
  @Test("More contacts can cost less where a tier has the price of all")
  func contactTraps() throws {
    let rates = [(Int64(2101), Int64(157)), (3201, 148)].map { above, rate in
      VolumeTier(aboveCount: Rational(above), rate: UnitPrice(Money(minorUnits: rate)))
    }
    let terms = ContractTerms(
      price: PriceItem(unit: .contact, rate: UnitPrice(Money(minorUnits: 171))),
      volumeTiers: VolumeTiers(rates, mode: .allUnits))
    #expect(terms.volumeTraps.map(\.above) == [Rational(1928), Rational(3017)])
    #expect(terms.volumeTraps.map(\.limit) == [Rational(2101), Rational(3201)])
    #expect(
      terms.volumeTraps.last?.costAtLimit
        == UnitPrice(minorUnitsPerUnit: Rational(473_748)))
  }

  /// Demand 100, 150 or 250 hours a week (½, ¼, ¼), own 100 at 20: E[overflow] is 50 × ¼ + 150 × ¼ =
  /// 50 hours. By volume at 60: 2,000 + 3,000. By capacity at 25 with 100 lost: P(D > 100 + Y) ≤ ¼ first
  /// holds at Y = 50: 2,000 + 1,250 + 100 × 25 = 5,750; at Y = 150 it is 2,000 + 3,750 = 5,750, at 0
  /// it is 7,000. The smaller, 50, is taken. It flips at 3,750 ÷ 50 = 75.
  @Test("By volume or by capacity follows from the demand, and flips at a price")
  func choice() throws {
    let quarter = Rational(1, over: 4) ?? .zero
    let demand = try UncertainDemand([
      .init(value: Rational(100), probability: Rational(1, over: 2) ?? .zero),
      .init(value: Rational(150), probability: quarter),
      .init(value: Rational(250), probability: quarter),
    ])
    let bids = [
      VendorBid(Self.vendor("by-use", price: 6000)),
      VendorBid(Self.vendor("by-use-dearer", price: 6100)),
      VendorBid(Self.vendor("kept-ready", price: 2500, minimumSeats: 5)),
    ]
    let choice = try #require(
      BidContractChoice(
        of: bids, demand: demand, own: Rational(100),
        ownPrice: UnitPrice(Money(minorUnits: 2000)),
        lostPrice: UnitPrice(Money(minorUnits: 10_000))))
    #expect(choice.volumeBid.rawValue == "by-use")
    #expect(choice.capacityBid.rawValue == "kept-ready")
    #expect(choice.expectedTime == WorkTime(hours: 150))
    #expect(choice.volumeCost == Money(minorUnits: 500_000))
    #expect(choice.capacityCost == Money(minorUnits: 575_000))
    #expect(choice.reservedTime == WorkTime(hours: 50))
    #expect(choice.winner == .volume)
    #expect(choice.flippingPrice == UnitPrice(Money(minorUnits: 7500)))
    #expect(choice.flippingRate == UnitPrice(Money(minorUnits: 7500)))
  }

  @Test("There is no choice where our own people carry every week, or one form was not bid")
  func noChoice() throws {
    let demand = try UncertainDemand([.init(value: Rational(80), probability: .one)])
    let price = UnitPrice(Money(minorUnits: 2000))
    let both = [
      VendorBid(Self.vendor("by-use", price: 6000)),
      VendorBid(Self.vendor("kept-ready", price: 2500, minimumSeats: 5)),
    ]
    func choice(_ bids: [VendorBid], own: Int64) -> BidContractChoice? {
      BidContractChoice(
        of: bids, demand: demand, own: Rational(own), ownPrice: price, lostPrice: price)
    }
    #expect(choice(both, own: 80) == nil)
    #expect(choice([both[0]], own: 10) == nil)
    #expect(choice(both, own: 10) != nil)
  }

  static func vendor(
    _ id: String, price: Int64, vat: Rational? = .zero, proficiency: Double = 1,
    minimumSeats: Double = 0
  ) -> Vendor {
    Vendor(
      id: Vendor.ID(id), name: id, skills: [Queue.ID("calls")],
      terms: ContractTerms(
        price: PriceItem(unit: .productiveHour, rate: UnitPrice(Money(minorUnits: price))),
        vatRate: vat ?? .zero),
      noticeWeeks: 0, rampPerWeek: Headcount(100), minimumSeats: Headcount(minimumSeats),
      maximumSeats: Headcount(100), hoursPerSeat: WorkTime(hours: 40),
      initialSeats: .zero, proficiency: Share(proficiency), language: nil)
  }
}
