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
    addRamp(of: vendor, week: week, capacity: capacity, scenario: scenario)
    switch vendor.terms.price.unit.basis {
    case .hours:
      addHours(
        of: vendor, ordinary: plan.billedOrdinary, statutoryHoliday: plan.billedStatutoryHoliday,
        date: days.start)
      for bucket in DayBucket.allCases {
        let first = days.days.first {
          (scenario.calendar.day($0).kind == .statutoryHoliday) == (bucket == .statutoryHoliday)
        }
        addNight(
          of: vendor, capacity.nightHours(of: vendor, week: week, bucket: bucket),
          isHoliday: bucket == .statutoryHoliday, date: first ?? days.start)
      }
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
        rule: vendor.terms.baseline == nil
          ? "the vendor bills each \(unit) at its price"
          : "a \(unit) of the baseline that comes is not credited", source: "contract",
        path: "\(path).\(vendor.terms.baseline == nil ? "price" : "baseline")"))
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
  private mutating func addClauses(
    _ month: ClauseMonth, of vendor: Vendor, _ terms: ContractTerms, date: LocalDate
  ) {
    let amounts =
      month.contactsInTiers.map { $0.map { Quantity($0) } } ?? month.inTiers.map { Quantity($0) }
    let unit = month.contactsInTiers == nil ? "hour" : vendor.terms.price.unit.name
    for (tier, amount) in zip(terms.tiers, amounts) {
      add(
        LedgerLine(
          number: 0, category: .vendorTier, supplier: vendor.id.rawValue, queue: nil, date: date,
          quantity: amount, unit: unit, unitRate: terms.difference(of: tier),
          rule: tierRule(of: vendor, inHours: month.contactsInTiers == nil), source: "contract",
          path: "vendors.\(vendor.id).\(vendor.volumeClause ?? "tiers")"))
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

  private func tierRule(of vendor: Vendor, inHours: Bool) -> String {
    switch vendor.volumeClause {
    case "forecast-lock":
      return "what is above the cap of the locked forecast costs more: the difference"
    case "baseline":
      return
        "contacts within the baseline's band change nothing, those above it cost their charge: "
        + "the difference"
    default:
      return "\(inHours ? "hours" : "contacts") of a month above a tier's limit have the tier's "
        + "price: the difference"
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
        unitRate: UnitPrice(fee),
        rule: vendor.terms.baseline == nil
          ? "the base fee is billed each month, whatever is used"
          : "the baseline is billed each month, less what would be credited for all its contacts",
        source: "contract",
        path: "vendors.\(vendor.id).\(vendor.terms.baseline == nil ? "base-fee" : "baseline")"))
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
    of vendor: Vendor, _ month: VendorPlan.MonthPlan, _ terms: ContractTerms, date: LocalDate
  ) {
    guard let contacts = month.contacts, contacts.committed > contacts.billed else { return }
    let isLocked = vendor.volumeClause == "forecast-lock"
    add(
      LedgerLine(
        number: 0, category: .vendorCommitment, supplier: vendor.id.rawValue, queue: nil,
        date: date, quantity: Quantity(contacts.committed - contacts.billed),
        unit: terms.price.unit.name, unitRate: terms.shortfallRate.perHour,
        rule: isLocked
          ? "contacts missing to the floor of the locked forecast are billed at the shortfall share"
          : "contacts committed but not handled are billed at the shortfall share of the price",
        source: "contract",
        path: "vendors.\(vendor.id).\(isLocked ? "forecast-lock" : "commitment")"))
  }

  /// Commitment not used, and the set-up fee, by calendar month. Hours count to a commitment in the
  /// unit of the price; one in another unit is not used at all.
  mutating func addContract(
    of vendor: Vendor, months: [VendorPlan.MonthPlan], weeks: [Week], horizonStart: LocalDate
  ) {
    let isLocked = vendor.volumeClause == "forecast-lock"
    for month in months {
      let terms = vendor.terms(in: month.month)
      let hoursCount = terms.commitment.map { $0.unit == terms.price.unit } ?? true
      let date = max(month.month.first, horizonStart)
      addBaseFee(of: vendor, month, weeks: weeks, date: date)
      addContactsMissing(of: vendor, month, terms, date: date)
      addSpendMissing(of: vendor, month, date: date)
      let used = hoursCount ? month.ordinary + month.statutoryHoliday : .zero
      let unused = month.committed - used
      if unused > .zero {
        add(
          LedgerLine(
            number: 0, category: .vendorCommitment, supplier: vendor.id.rawValue, queue: nil,
            date: date, quantity: Quantity(unused), unit: "hour",
            unitRate: terms.shortfallRate.perHour,
            rule: isLocked
              ? "hours missing to the floor of the locked forecast are billed at the shortfall share"
              : "hours committed but not used are billed at the shortfall share of the price",
            source: "contract",
            path: "vendors.\(vendor.id).\(isLocked ? "forecast-lock" : "commitment")"))
      }
      if let clauses = month.clauses { addClauses(clauses, of: vendor, terms, date: date) }
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

extension Ledger {
  /// Hours under a vendor's night premium.
  mutating func addNight(of vendor: Vendor, _ hours: Double, isHoliday: Bool, date: LocalDate) {
    guard let premium = vendor.clauses?.nightPremium, hours > 0 else { return }
    let surcharge = isHoliday ? vendor.terms.factor(for: .holiday) ?? .single : .single
    add(
      LedgerLine(
        number: 0, category: .vendorSurcharge, supplier: vendor.id.rawValue, queue: nil,
        date: date, quantity: Quantity(hours), unit: "hour", unitRate: vendor.terms.price.rate,
        multiplier: premium.factor(under: surcharge),
        rule: "hours of the night, as it was agreed, cost the vendor's premium on top",
        source: "contract", path: "vendors.\(vendor.id).night-premium"))
  }

  /// What is not billed of the hours of seats in their first weeks, a line for each age and kind of day.
  private mutating func addRamp(
    of vendor: Vendor, week: Int, capacity: CapacityPlan, scenario: Scenario
  ) {
    guard let billing = vendor.clauses?.rampBilling,
      let plan = capacity.vendors.first(where: { $0.vendor == vendor.id })
    else { return }
    let days = capacity.weeks[week]
    let showRate = vendor.clauses?.slots?.showRate.value ?? 1
    for (age, share) in billing.enumerated() where age <= week {
      let added = plan.weeks[week - age].added.value
      for bucket in DayBucket.allCases {
        let own = days.days.filter {
          (scenario.calendar.day($0).kind == .statutoryHoliday) == (bucket == .statutoryHoliday)
        }
        guard added > 0, let first = own.first else { continue }
        let part = Double(own.count) / Double(days.days.count)
        let hours = added * vendor.hoursPerSeat.hours * showRate * part
        let free = Multiplier(Rational(nearest: 1 - share.value))
        let path = "vendors.\(vendor.id).ramp-billing"
        add(
          LedgerLine(
            number: 0, category: .vendorHours, supplier: vendor.id.rawValue, queue: nil,
            date: first, quantity: Quantity(-hours), unit: "hour",
            unitRate: vendor.terms.price.rate, multiplier: free,
            rule: "hours of a seat in its first weeks are not billed in full", source: "contract",
            path: path))
        let factor = vendor.terms.factor(for: .holiday) ?? .single
        guard bucket == .statutoryHoliday, factor.factor != .one else { continue }
        add(
          LedgerLine(
            number: 0, category: .vendorSurcharge, supplier: vendor.id.rawValue, queue: nil,
            date: first, quantity: Quantity(-hours), unit: "hour",
            unitRate: vendor.terms.price.rate,
            multiplier: Multiplier(free.factor * (factor.factor - .one)),
            rule: "hours of a seat in its first weeks are not billed in full", source: "contract",
            path: path))
      }
    }
  }
}

extension Vendor {
  /// The clause that says what volumes cost, where it is not `tiers` or `commitment`.
  fileprivate var volumeClause: String? {
    if clauses?.forecastLock != nil { return "forecast-lock" }
    return terms.baseline == nil ? nil : "baseline"
  }
}
