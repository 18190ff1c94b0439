internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Scenarios
internal import Units

extension Ledger {
  /// What a vendor's work of a week costs: its hours, its seats by the days of their months, or the
  /// contacts that its hours handle.
  mutating func addWork(
    of vendor: Vendor, plan: VendorPlan.WeekPlan, week: Int, capacity: CapacityPlan,
    scenario: Scenario
  ) {
    let days = capacity.weeks[week]
    if let training = vendor.terms.training, plan.added > .zero {
      add(
        LedgerLine(
          number: 0, category: .vendorSetUp, supplier: vendor.id.rawValue, queue: nil,
          date: days.start, quantity: Quantity(plan.added.value), unit: "seat",
          unitRate: training.perSeat, rule: "the training of each seat that is added is billed",
          source: "contract", path: "vendors.\(vendor.id).training"))
    }
    switch vendor.terms.price.unit.basis {
    case .hours:
      addHours(
        of: vendor, ordinary: plan.billedOrdinary, statutoryHoliday: plan.billedStatutoryHoliday,
        date: days.start)
    case .seats: addSeats(of: vendor, plan.seats, on: Array(days.days))
    case .contacts:
      for allocation in plan.allocations {
        let isHoliday = allocation.bucket == .statutoryHoliday
        let first = days.days.first {
          (scenario.calendar.day($0).kind == .statutoryHoliday) == isHoliday
        }
        addContacts(
          of: vendor, capacity.contacts(billedBy: vendor, for: allocation, week: week),
          queue: allocation.queue, isHoliday: isHoliday, date: first ?? days.start)
      }
    }
  }

  /// Seats that run on `days`: each day its part of its month, a line for each month.
  mutating func addSeats(of vendor: Vendor, _ seats: Headcount, on days: [LocalDate]) {
    let unit = vendor.terms.price.unit.name
    for month in Set(days.map(\.yearMonth)).sorted() {
      let own = days.filter { $0.yearMonth == month }
      let part = Double(own.count) / Double(month.dayCount)
      add(
        LedgerLine(
          number: 0, category: .vendorHours, supplier: vendor.id.rawValue, queue: nil,
          date: own[0], quantity: Quantity(seats.value * part), unit: unit,
          unitRate: vendor.terms.price.rate,
          rule: "the vendor bills each \(unit) at its price, a day its part of the month",
          source: "contract", path: "vendors.\(vendor.id).price"))
    }
  }

  /// Contacts of one queue on one kind of day at the vendor's price, with the holiday surcharge.
  mutating func addContacts(
    of vendor: Vendor, _ contacts: Double, queue: Queue.ID?, isHoliday: Bool, date: LocalDate
  ) {
    let unit = vendor.terms.price.unit.name
    let path = "vendors.\(vendor.id)"
    add(
      LedgerLine(
        number: 0, category: .vendorHours, supplier: vendor.id.rawValue, queue: queue, date: date,
        quantity: Quantity(contacts), unit: unit, unitRate: vendor.terms.price.rate,
        rule: "the vendor bills each \(unit) at its price", source: "contract",
        path: "\(path).price"))
    let factor = vendor.terms.factor(for: .holiday) ?? .single
    guard isHoliday, factor.factor != .one else { return }
    add(
      LedgerLine(
        number: 0, category: .vendorSurcharge, supplier: vendor.id.rawValue, queue: queue,
        date: date, quantity: Quantity(contacts), unit: unit, unitRate: vendor.terms.price.rate,
        multiplier: Multiplier(factor.factor - .one),
        rule: "on statutory holidays the vendor adds its surcharge to the price",
        source: "contract", path: "\(path).holiday-surcharge"))
  }

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
    for (tier, contacts) in zip(vendor.terms.tiers, month.contactsInTiers ?? [])
    where contacts > 0 {
      add(
        LedgerLine(
          number: 0, category: .vendorTier, supplier: vendor.id.rawValue, queue: nil, date: date,
          quantity: Quantity(contacts), unit: vendor.terms.price.unit.name,
          unitRate: vendor.terms.difference(of: tier),
          rule: "contacts of a month above a tier's limit have the tier's price: the difference",
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

  /// The fee of a month that runs, for its days in the horizon.
  private mutating func addBaseFee(
    of vendor: Vendor, _ month: VendorPlan.MonthPlan, weeks: [Week], date: LocalDate
  ) {
    guard let fee = vendor.terms.baseFee, month.isActive else { return }
    let days = weeks.reduce(0) { sum, week in
      sum + week.days.count { $0.yearMonth == month.month }
    }
    add(
      LedgerLine(
        number: 0, category: .vendorHours, supplier: vendor.id.rawValue, queue: nil, date: date,
        quantity: Quantity(Double(days) / Double(month.month.dayCount)), unit: "month",
        unitRate: UnitPrice(fee), rule: "the base fee is billed each month, whatever is used",
        source: "contract", path: "vendors.\(vendor.id).base-fee"))
  }

  /// What is missing to the least that has to be spent.
  private mutating func addSpendMissing(
    of vendor: Vendor, _ month: VendorPlan.MonthPlan, date: LocalDate
  ) {
    guard let spend = month.spend, spend.missing > .zero else { return }
    add(
      LedgerLine(
        number: 0, category: .vendorCommitment, supplier: vendor.id.rawValue, queue: nil,
        date: date, quantity: Quantity(1), unit: "month", unitRate: UnitPrice(spend.missing),
        rule: "what a month's usage costs less than the least that has to be spent is due too",
        source: "contract", path: "vendors.\(vendor.id).commitment"))
  }

  /// Contacts that are committed and do not come.
  private mutating func addContactsMissing(
    of vendor: Vendor, _ month: VendorPlan.MonthPlan, date: LocalDate
  ) {
    guard let contacts = month.contacts, contacts.committed > contacts.billed else { return }
    add(
      LedgerLine(
        number: 0, category: .vendorCommitment, supplier: vendor.id.rawValue, queue: nil,
        date: date, quantity: Quantity(contacts.committed - contacts.billed),
        unit: vendor.terms.price.unit.name, unitRate: vendor.terms.shortfallRate.perHour,
        rule: "contacts committed but not handled are billed at the shortfall share of the price",
        source: "contract", path: "vendors.\(vendor.id).commitment"))
  }

  /// Commitment not used, and the set-up fee, by calendar month. Hours count to a commitment in the
  /// unit of the price; one in another unit is not used at all.
  mutating func addContract(
    of vendor: Vendor, months: [VendorPlan.MonthPlan], weeks: [Week], horizonStart: LocalDate
  ) {
    let terms = vendor.terms
    let hoursCount = terms.commitment.map { $0.unit == terms.price.unit } ?? true
    for month in months {
      let date = max(month.month.first, horizonStart)
      addBaseFee(of: vendor, month, weeks: weeks, date: date)
      addContactsMissing(of: vendor, month, date: date)
      addSpendMissing(of: vendor, month, date: date)
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
