internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Costing
internal import Scenarios
internal import Staffing
internal import Units

/// A plan made with bids, and what it costs with everything beside the invoices.
struct BidPlan: Sendable {
  let capacity: CapacityPlan
  /// The scenario that the program saw: prices with all that goes with a billed hour.
  let planned: Scenario
  let figures: BidFigures
  /// The ledger at the bids' own prices.
  let cost: CostStatement

  init(
    _ capacity: CapacityPlan, planned: Scenario, priced: Scenario, bids: [VendorBid],
    _ requirement: StaffingRequirement, in round: BidRound
  ) {
    self.capacity = capacity
    self.planned = planned
    let cost = CostAccountant().statement(scenario: priced, capacity: capacity, schedule: nil)
    self.cost = cost
    let vendors = bids.compactMap { bid -> BidVendorFigures? in
      guard let plan = capacity.vendors.first(where: { $0.vendor == bid.vendor.id }) else {
        return nil
      }
      let expectation = bid.serviceLevel.flatMap {
        ServiceExpectation(
          $0, priced, requirement, capacity, error: round.forecastError,
          from: priced.horizon.start, vendor: bid.vendor.id)
      }
      return BidVendorFigures(
        bid, plan, cost, horizon: priced.horizon, expectation, financeRate: round.financeRate)
    }
    let all = capacity.requirement.flatMap { $0.ordinary + $0.statutoryHoliday }
    let own = capacity.groups.flatMap { $0.weeks.flatMap(\.allocations) }
    figures = BidFigures(
      inHouse: cost.total - cost.lines.filter(\.isOfVendor).map(\.amount).total(),
      vendors: vendors,
      missing: cost.lines.filter { !$0.category.isCash }.map(\.amount).total(),
      requiredTime: all.total(), shortTime: capacity.shortages.map(\.netTime).total(),
      contactsLost: capacity.shortages.map(\.contactsLost).total(),
      ownTime: own.map(\.netTime).total(), isLimitReached: capacity.solve.isLimitReached)
  }
}

extension LedgerLine {
  /// Whether a vendor's invoice has it.
  var isOfVendor: Bool {
    switch category {
    case .vendorHours, .vendorSurcharge, .vendorCommitment, .vendorTier, .vendorSetUp,
      .vendorExit:
      true
    default: false
    }
  }
}

extension LedgerLine {
  /// Whether it is a vendor's work, on which bonus and malus are counted.
  fileprivate var isOfWork: Bool {
    [.vendorHours, .vendorSurcharge, .vendorTier].contains(category)
  }
}

extension BidVendorFigures {
  /// The figures of a bid in a plan; `nil` where the vendor has no work and bills nothing.
  fileprivate init?(
    _ bid: VendorBid, _ plan: VendorPlan, _ cost: CostStatement, horizon: DateRange,
    _ expectation: ServiceExpectation?, financeRate: Rational
  ) {
    let lines = cost.lines.filter { $0.isOfVendor && $0.supplier == bid.vendor.id.rawValue }
    let billed = plan.weeks.map { $0.billedOrdinary + $0.billedStatutoryHoliday }.total()
    guard billed > .zero || !lines.isEmpty else { return nil }
    vendor = bid.vendor.id
    billedTime = billed
    effectiveTime = plan.weeks.flatMap(\.allocations).map(\.netTime).total()
    mostSeats = plan.weeks.map(\.seats).max() ?? .zero
    let parts = CostCategory.allCases.compactMap { category in
      let ofKind = lines.filter { $0.category == category }
      return ofKind.isEmpty
        ? nil : Part(category: category.rawValue, amount: ofKind.map(\.amount).total())
    }
    // Commitments, fees and what is paid once do not count for the service level.
    let work = lines.filter(\.isOfWork).map(\.amount).total()
    service = expectation.map {
      Service(
        expected: $0.expected, malusProbability: $0.malusProbability,
        bonusProbability: $0.bonusProbability,
        amount: Money(rounding: Rational(work.minorUnits), times: $0.change))
    }
    invoiceParts =
      parts
      + [service].compactMap(\.self).map { Part(category: Part.serviceLevel, amount: $0.amount) }
    let invoice = Rational(invoiceParts.map(\.amount).total().minorUnits)
    let costs = bid.clientCosts
    vat = costs.deductsVAT ? .zero : Money(rounding: invoice, times: bid.vendor.terms.vatRate)
    clientSide =
      costs.transition
      + Money(rounding: Rational(costs.managementPerMonth.minorUnits), times: horizon.months)
      + Money(rounding: invoice, times: costs.oversight)
    financing = Money(
      rounding: .zero - invoice - Rational(vat.minorUnits),
      times: bid.financing(at: financeRate))
    months = plan.months.map { $0.ordinary + $0.statutoryHoliday }
  }
}

extension DateRange {
  /// The calendar months of the range, those partly in it by their days.
  var months: Rational {
    guard let last else { return .zero }
    var sum = Rational.zero
    var month = YearMonth(of: start)
    let end = YearMonth(of: last)
    while month <= end {
      sum = sum + part(of: month)
      month = month.next
    }
    return sum
  }

  /// The part of a calendar month that lies in the range.
  func part(of month: YearMonth) -> Rational {
    let days = month.range.intersection(self)?.count ?? 0
    return Rational(Int64(days), over: Int64(month.dayCount)) ?? .zero
  }
}
