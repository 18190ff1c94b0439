internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Scenarios
internal import Units

extension Ledger {
  /// Hours of one vendor in one week (or on one day) at its price, and the holiday surcharge.
  mutating func addHours(
    of vendor: Vendor, ordinary: WorkTime, statutoryHoliday: WorkTime, date: LocalDate
  ) {
    let path = "vendors.\(vendor.id)"
    let unit = vendor.terms.price.unit.name
    add(
      LedgerLine(
        number: 0, category: .vendorHours, supplier: vendor.id.rawValue, queue: nil, date: date,
        quantity: Quantity(ordinary + statutoryHoliday), unit: "hour",
        unitRate: vendor.terms.price.rate, rule: "the vendor bills each \(unit) at its price",
        source: "contract", path: "\(path).price"))
    let factor = vendor.terms.factor(for: .holiday) ?? .single
    let surcharge = Multiplier(factor.factor - .one)
    guard surcharge.factor != .zero else { return }
    add(
      LedgerLine(
        number: 0, category: .vendorSurcharge, supplier: vendor.id.rawValue, queue: nil,
        date: date, quantity: Quantity(statutoryHoliday), unit: "hour",
        unitRate: vendor.terms.price.rate, multiplier: surcharge,
        rule: "on statutory holidays the vendor adds its surcharge to the price",
        source: "contract", path: "\(path).holiday-surcharge"))
  }

  /// What tiers of volume change, and the cost of ending.
  private mutating func addClauses(_ month: ClauseMonth, of vendor: Vendor, date: LocalDate) {
    for (tier, hours) in zip(vendor.terms.tiers, month.inTiers) where hours > .zero {
      add(
        LedgerLine(
          number: 0, category: .vendorTier, supplier: vendor.id.rawValue, queue: nil, date: date,
          quantity: Quantity(hours), unit: "hour", unitRate: vendor.terms.difference(of: tier),
          rule: "hours of a month above a tier's limit have the tier's price: the difference",
          source: "contract", path: "vendors.\(vendor.id).tiers"))
    }
    if month.isEnded, let cost = vendor.clauses?.exitCost, cost > .zero {
      add(
        LedgerLine(
          number: 0, category: .vendorExit, supplier: vendor.id.rawValue, queue: nil, date: date,
          quantity: Quantity(1), unit: "exit", unitRate: UnitPrice(cost),
          rule: "ending the contract within the horizon costs what was agreed",
          source: "contract", path: "vendors.\(vendor.id).exit-cost"))
    }
  }

  /// Commitment not used, and the set-up fee, by calendar month. Hours count to a commitment in the
  /// unit of the price; one in another unit is not used at all.
  mutating func addContract(
    of vendor: Vendor, months: [VendorPlan.MonthPlan], horizonStart: LocalDate
  ) {
    let terms = vendor.terms
    let hoursCount = terms.commitment.map { $0.unit == terms.price.unit } ?? true
    for month in months {
      let date = max(month.month.first, horizonStart)
      let used = hoursCount ? month.ordinary + month.statutoryHoliday : .zero
      let unused = month.committed - used
      if unused > .zero {
        add(
          LedgerLine(
            number: 0, category: .vendorCommitment, supplier: vendor.id.rawValue, queue: nil,
            date: date, quantity: Quantity(unused), unit: "hour",
            unitRate: vendor.terms.shortfallRate.perHour,
            rule: "hours committed but not used are billed at the shortfall share of the price",
            source: "contract", path: "vendors.\(vendor.id).commitment"))
      }
      if let clauses = month.clauses { addClauses(clauses, of: vendor, date: date) }
      if month.isSetUp, let setup = vendor.terms.setup {
        add(
          LedgerLine(
            number: 0, category: .vendorSetUp, supplier: vendor.id.rawValue, queue: nil,
            date: date, quantity: Quantity(1), unit: "set-up", unitRate: UnitPrice(setup.fee),
            rule: "the set-up fee falls due when the contract starts", source: "contract",
            path: "vendors.\(vendor.id).setup-fee"))
      }
    }
  }
}
