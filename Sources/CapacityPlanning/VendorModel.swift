internal import BusinessCalendar
internal import Contracts
internal import Scenarios
internal import Units

/// What a vendor can do by when: pure arithmetic over its terms.
struct VendorModel: Sendable {
  let vendor: Vendor

  /// Seats by week that run whatever the terms say of them: those of a given plan.
  var given: [Double] = []

  init(_ vendor: Vendor) { self.vendor = vendor }

  private var most: Double { wholeBatches(max(0, vendor.maximumSeats.value)) }
  private var least: Double { max(0, vendor.minimumSeats.value) }
  private var ramp: Double { wholeBatches(max(0, vendor.rampPerWeek.value)) }
  /// The seats with which a contract starts: its minimum, in whole batches.
  private var first: Double {
    guard let batch = seatBatch else { return min(least, most) }
    return min((least / batch).rounded(.up) * batch, most)
  }

  /// Seats that run when the plan starts.
  var initialSeats: Double { min(most, wholeBatches(max(0, vendor.initialSeats.value))) }

  /// The seats that can be added from the week before to `week`: none before the notice is over.
  func growth(in week: Int) -> Double { week >= vendor.noticeWeeks ? ramp : 0 }

  /// The seats that can be added beyond ``growth(in:)`` when the contract starts: it starts with its
  /// minimum, also where that is more than a week's ramp.
  var growthAtStart: Double { max(0, first - ramp) }

  /// The most seats that can run in `week`.
  func reach(in week: Int) -> Double {
    max(reachByTerms(in: week), given.indices.contains(week) ? given[week] : 0)
  }

  /// The most seats that notice, ramp and the most seats allow in `week`.
  func reachByTerms(in week: Int) -> Double {
    guard week >= vendor.noticeWeeks else { return initialSeats }
    let weeks = Double(week - max(0, vendor.noticeWeeks))
    let steady = initialSeats + ramp * (weeks + 1)
    let fromStart = max(ramp, first) + ramp * weeks
    return min(most, initialSeats > 0 ? steady : fromStart)
  }

  /// The fewest seats that are paid in `week` while the contract runs: the minimum, or what can be
  /// reached by then.
  func floor(in week: Int) -> Double { min(least, reach(in: week)) }

  /// Whether it makes a difference in which months the contract runs: it has a minimum, a
  /// commitment, a set-up fee or a cost of ending. A locked forecast is due whether it runs or not.
  var hasContractTerms: Bool {
    let isCommitted = vendor.terms.commitment?.quantityPerMonth ?? 0 > 0
    return least > 0 || isCommitted || setUpFee > .zero || exitCost > 0 || baseFee > 0
  }

  /// Whether a forecast of the month was locked, so that its floor is due in any case.
  func isLocked(in month: YearMonth) -> Bool {
    vendor.clauses?.forecastLock?.volume(of: month) != nil
  }

  /// What the price counts.
  var basis: PricingUnit.Basis { vendor.terms.price.unit.basis }

  /// What a commitment counts, in words.
  var committedUnit: String {
    commitsMoney ? "unit of money" : basis == .contacts ? "contact" : "hour"
  }

  /// What training of a seat that is added costs, in minor units.
  var trainingPerSeat: Double { max(0, vendor.terms.training?.perSeat.approximateMinorUnits ?? 0) }

  /// Whether it matters which seats are added in a week.
  var countsAddedSeats: Bool { !lostToLearning.isEmpty || trainingPerSeat > 0 }

  /// The fee of a calendar month in which the contract runs, in minor units.
  var baseFee: Double { max(0, vendor.terms.baseFee?.approximateMinorUnits ?? 0) }

  /// Whether money is committed, and not hours or contacts.
  var commitsMoney: Bool { vendor.terms.commitment?.spendPerMonth != nil }

  /// Committed hours, contacts, or minor units, of a whole calendar month.
  func commitment(in month: YearMonth) -> Double {
    max(0, vendor.terms(in: month).commitment?.quantityPerMonth ?? 0)
  }

  /// Whether the hours billed count towards the commitment: both are in the same unit.
  var hoursCountToCommitment: Bool {
    vendor.terms.commitment.map { $0.unit == vendor.terms.price.unit } ?? true
  }

  /// The fee due when the contract starts; none for a vendor that already works for us.
  var setUpFee: Money {
    initialSeats > 0 ? .zero : max(.zero, vendor.terms.setup?.fee ?? .zero)
  }

  /// The price of a billed hour, or of what else the price is for, in minor units, without surcharge.
  var price: Double { vendor.terms.marginalRate(on: .normal).approximateMinorUnits }

  /// What a billed hour, or what else the price is for, costs on top on a statutory holiday, in minor
  /// units; negative where a contract makes it cheaper.
  var holidaySurcharge: Double {
    vendor.terms.marginalRate(on: .holiday).approximateMinorUnits - price
  }

  /// The factor on the price on statutory holidays.
  var holidayFactor: Double { vendor.terms.factor(for: .holiday)?.doubleValue ?? 1 }

  /// What a committed hour or contact of a month costs that is not used, in minor units.
  func shortfallPrice(in month: YearMonth) -> Double {
    vendor.terms(in: month).shortfallRate.approximateMinorUnits
  }

  /// The fewest seats, week by week, that carry `needed` seats (hours billed over hours a seat) when
  /// seats can only grow as the contract says: what is ordered no earlier than it must be.
  ///
  /// The least path exists because every condition is either a floor or a limit on the growth from
  /// one week to the next; it is found backwards.
  func leastSeats(carrying needed: [Double], growth: [Double]) -> [Double] {
    var seats = needed
    for week in needed.indices.dropLast().reversed() {
      seats[week] = max(needed[week], seats[week + 1] - growth[week + 1])
    }
    return seats
  }
}
