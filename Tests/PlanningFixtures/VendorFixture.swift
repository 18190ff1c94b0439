public import Contracts
public import Scenarios
public import Units

/// A vendor of a fixture: 50.00 a productive hour, no notice, ten seats a week up to a hundred, 40
/// hours a seat, as fast as we are; no minimum, commitment, surcharge or set-up fee.
public struct VendorFixture: Sendable {
  /// The vendor's id.
  public var id: Vendor.ID
  /// The queues it takes.
  public var skills: [Queue.ID]
  /// Minor units an hour.
  public var price: Int64 = 5000
  /// The unit that is billed.
  public var unit = PricingUnit.productiveHour
  /// Surcharge factor on statutory holidays in percent.
  public var holidaySurcharge: Int64?
  /// Committed hours a calendar month.
  public var committedHours: Double?
  /// Committed contacts a calendar month.
  public var committedContacts: Int64?
  /// What has to be spent in a calendar month.
  public var committedSpend: Money?
  /// The training that is billed for a seat that is added.
  public var training: SeatTraining?
  /// Of the contacts handled the share that is billed.
  public var billedShare: Rational?
  /// The fee of a calendar month.
  public var baseFee: Money?
  /// A baseline of contacts at the price.
  public var baseline: VolumeBaseline?
  /// The share of the price that is due for an hour or contact committed and not used.
  public var shortfallShare = Rational.one
  /// The set-up fee.
  public var setUpFee: Money?
  /// Weeks of notice.
  public var notice = 0
  /// Seats a week.
  public var ramp = 10.0
  /// The fewest seats.
  public var minimumSeats = 0.0
  /// The most seats.
  public var maximumSeats = 100.0
  /// Hours a seat and week.
  public var hoursPerSeat = WorkTime(hours: 40)
  /// Seats at the start.
  public var initialSeats = 0.0
  /// Prices by the volume of a month: hours or contacts above, minor units for one.
  public var tiers: [(above: Double, price: Int64)] = []
  /// Whether all hours of a month that reaches a tier have its price.
  public var tiersAreForAllUnits = false
  /// The language of its people.
  public var language: String?
  /// Further clauses.
  public var clauses: VendorClauses?
  /// Speed.
  public var proficiency = Share.whole

  /// A vendor for `skills`.
  public init(_ id: String, skills: [String]) {
    self.id = Vendor.ID(id)
    self.skills = skills.map { Queue.ID($0) }
  }

  private var volumeTiers: VolumeTiers? {
    let steps = tiers.map { tier in
      let rate = UnitPrice(Money(minorUnits: tier.price))
      return unit.basis == .contacts
        ? VolumeTier(aboveCount: Rational(Int64(tier.above)), rate: rate)
        : VolumeTier(above: WorkTime(hours: tier.above), rate: rate)
    }
    return steps.isEmpty
      ? nil : VolumeTiers(steps, mode: tiersAreForAllUnits ? .allUnits : .marginal)
  }

  private var commitment: Commitment? {
    if let committedSpend { return Commitment(unit: unit, spendPerMonth: committedSpend) }
    if let committedContacts {
      return Commitment(
        unit: unit, countPerMonth: Rational(committedContacts), shortfallShare: shortfallShare)
    }
    return committedHours.map {
      Commitment(unit: unit, timePerMonth: WorkTime(hours: $0), shortfallShare: shortfallShare)
    }
  }

  /// The vendor.
  public var vendor: Vendor {
    let terms = ContractTerms(
      price: PriceItem(unit: unit, rate: UnitPrice(Money(minorUnits: price))),
      surcharges: holidaySurcharge.map {
        [Surcharge(.holiday, Multiplier(percent: $0))]
      } ?? [],
      commitment: commitment, setup: setUpFee.map { SetupFee($0) }, volumeTiers: volumeTiers,
      billedShare: billedShare, baseFee: baseFee, training: training)
    return Vendor(
      id: id, name: id.rawValue, skills: skills, terms: baseline.map(terms.around) ?? terms,
      noticeWeeks: notice, rampPerWeek: Headcount(ramp),
      minimumSeats: Headcount(minimumSeats), maximumSeats: Headcount(maximumSeats),
      hoursPerSeat: hoursPerSeat, initialSeats: Headcount(initialSeats),
      proficiency: proficiency, language: language, clauses: clauses)
  }
}
