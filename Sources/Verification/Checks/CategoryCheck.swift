internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Costing
internal import PayRules
internal import Scenarios
internal import Units

/// The sums of the ledger by category, added up once more from recomputed heads and the plan's
/// hours, in real numbers; they may differ by the rounding of each line.
struct CategoryCheck: PlanCheck {
  let cost: CostStatement

  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    var sums: [CostCategory: Double] = [:]
    for entry in evidence.groups {
      addPeople(entry, evidence, to: &sums)
      addMeasures(entry, evidence, to: &sums)
    }
    for item in evidence.plan.classes {
      guard let hiring = evidence.scenario.staffGroup(item.group)?.hiring else { continue }
      sums[.recruiting, default: 0] += item.heads.value * Double(hiring.costPerHire.minorUnits)
      sums[.classes, default: 0] +=
        Double(item.parallelClasses) * Double(hiring.costPerClass.minorUnits)
    }
    for entry in evidence.vendors { addVendor(entry, evidence, to: &sums) }
    for shortage in evidence.plan.shortages {
      guard let queue = evidence.scenario.queue(shortage.queue) else { continue }
      let price = Double(PriceSlice.meanPrice(of: queue).minorUnits)
      sums[.shortage, default: 0] += shortage.tiers.reduce(0) {
        $0 + $1.contacts.value * price * $1.multiplier.doubleValue
      }
    }
    for notice in evidence.scenario.queues.flatMap(\.staffing.notices)
    where notice.firstDay(in: evidence.scenario.horizon) != nil {
      sums[.notices, default: 0] +=
        Double(notice.recipients) * notice.price.approximateMinorUnits
    }
    sums[.endStrength] =
      evidence.plan.missingAtEnd.value
      * Double(evidence.scenario.policy.priceOfMissingHeadAtEnd.minorUnits)
    addRelief(evidence, to: &sums)
    for category in CostCategory.allCases {
      if CategoryCheck.known.contains(category) {
        compare(category, sums[category] ?? 0, &log)
      } else if cost.lines.contains(where: { $0.category == category }) {
        log.check(
          false,
          Subject(
            .notChecked, "not checked: sum of \(category.rawValue)",
            rule: "each part of a plan and of a scenario's rules has its check")
        ) { (.text("it is used"), .text("no check knows it")) }
      }
    }
  }

  private static let known: Set<CostCategory> = [
    .regularPay, .paidHoliday, .trainingPay, .overtime, .restDayWork, .holidayWork,
    .shiftDifferential, .support,
    .contributions,
    .recruiting, .classes, .contractEnds, .redundancy, .unusedLeave, .undertime, .crossTraining,
    .transfers, .vendorHours, .vendorSurcharge, .vendorCommitment, .vendorSetUp,
    .vendorTier, .vendorExit,
    .seatOverflow, .peakShortage, .overBudget,
    .notices, .shortage, .endStrength,
  ]

  private func compare(_ category: CostCategory, _ sum: Double, _ log: inout CheckLog) {
    let lines = cost.lines.filter { $0.category == category }
    let stated = lines.map(\.amount).total()
    let slack = 1 + sum.magnitude * 1e-8 + lines.reduce(0) { $0 + $1.centsOfRounding }
    log.check(
      (stated.approximateMinorUnits - sum).magnitude <= slack,
      Subject(
        .ledger, "sum of \(category.rawValue)",
        rule: "quantities × prices of the scenario, but for the rounding of each line")
    ) {
      let whole = Int64(exactly: sum.rounded())
      return (.money(stated), whole.map { .money(Money(minorUnits: $0)) } ?? .text("\(sum)"))
    }
  }

  /// Pay by week: of a salary each day its part of its own month; by the hour the contract hours.
  func weekPay(_ wage: Wage, hours: WorkTime, _ week: Week) -> Double {
    switch wage {
    case .monthly(let salary):
      week.days.reduce(0) {
        $0 + Double(salary.minorUnits) / Double($1.yearMonth.dayCount)
      }
    case .hourly(let rate): rate.approximateMinorUnits * hours.hours
    }
  }

  /// Contributions of a head on a base of their own by week: last year's average pay, held between
  /// the bounds of the day, times the rate, in whole minor units a month.
  private func ownContributions(_ group: StaffGroup, _ week: Week) -> Double {
    guard let due = group.rules?.contributions else { return 0 }
    return week.days.reduce(0) { sum, day in
      var base = Double(due.averagePay.minorUnits)
      let known = due.bases.filter { $0.effectiveFrom <= day }.last ?? due.bases.first
      if let known {
        base = min(Double(known.cap.minorUnits), max(Double(known.floor.minorUnits), base))
      }
      let month = (base * due.rate.value * 1e6).rounded() / 1e6
      return sum + month.rounded() / Double(day.yearMonth.dayCount)
    }
  }

  private func addPeople(
    _ entry: Evidence.GroupEvidence, _ evidence: Evidence, to sums: inout [CostCategory: Double]
  ) {
    let group = entry.group
    let roles = evidence.scenario.supportRoles.filter { $0.groups.contains(group.id) }
    for (number, week) in evidence.days.weeks.enumerated() {
      let heads = entry.heads[number]
      let pay = weekPay(group.wage, hours: group.contractHours, week)
      var paid = pay * heads.all
      let holidays = holidayPay(group, pay, week, evidence.scenario)
      sums[.regularPay, default: 0] += (pay - holidays) * heads.onContacts
      sums[.paidHoliday, default: 0] += holidays * heads.onContacts
      sums[.trainingPay, default: 0] += pay * heads.training
      for extra in entry.weeks[number].overtime {
        let (category, amount) = extraPay(extra, group, week, evidence)
        sums[category, default: 0] += amount
        paid += amount
      }
      let differentials = shiftDifferentials(entry, number, evidence)
      sums[.shiftDifferential, default: 0] += differentials
      paid += differentials
      sums[.contributions, default: 0] += paid * group.employerOnCost.value
      sums[.contributions, default: 0] += heads.all * ownContributions(group, week)
      for role in roles {
        let people = heads.all * Double(role.span.people) / Double(role.span.agents)
        let amount = people * weekPay(role.wage, hours: group.contractHours, week)
        sums[.support, default: 0] += amount
        sums[.contributions, default: 0] += amount * max(0, role.employerOnCost.value)
      }
    }
  }

  /// What of a head's week pays for statutory holidays off: of a salary each such day's part of its
  /// month; by the hour a seventh of the week.
  private func holidayPay(
    _ group: StaffGroup, _ pay: Double, _ week: Week, _ scenario: Scenario
  ) -> Double {
    week.days.reduce(0) { sum, day in
      let rules = scenario.payRules(on: day)?.overtimeTiers(on: .statutoryHoliday) ?? []
      guard scenario.calendar.day(day).kind == .statutoryHoliday, !rules.isEmpty else { return sum }
      switch group.wage {
      case .monthly(let salary):
        return sum + Double(salary.minorUnits) / Double(day.yearMonth.dayCount)
      case .hourly: return sum + pay / 7
      }
    }
  }

  private func extraPay(
    _ extra: PaidOvertime, _ group: StaffGroup, _ week: Week, _ evidence: Evidence
  ) -> (CostCategory, Double) {
    let pack = evidence.scenario.payRules(on: extra.from ?? week.start)
    let rule = pack?.classes.first { $0.code == extra.payClass }
    let category: CostCategory =
      switch rule?.condition.dayTypes {
      case [.statutoryHoliday]: .holidayWork
      case [.restDay]: .restDayWork
      default: .overtime
      }
    let hourly = hourlyPay(group, pack)
    return (
      category, extra.paidTime.hours * hourly * (rule?.multiplier.doubleValue ?? 1)
    )
  }

  /// Seats beyond sites' own, contacts missing in the busiest hours, and the weight of money above the
  /// budget.
  private func addRelief(_ evidence: Evidence, to sums: inout [CostCategory: Double]) {
    for extra in evidence.plan.relief?.extraSeats ?? [] {
      let overflow = evidence.scenario.sites.first { $0.id == extra.site }?.overflow
      sums[.seatOverflow, default: 0] +=
        extra.seats.value * (overflow?.pricePerWeek.approximateMinorUnits ?? 0)
    }
    for peak in evidence.plan.relief?.peaks ?? [] {
      guard let queue = evidence.scenario.queue(peak.queue) else { continue }
      let seconds = Double(queue.handleTime.components.seconds)
      guard seconds > 0 else { continue }
      let contacts = peak.missing.hours * 3600 / seconds * Double(queue.channel.concurrency)
      sums[.peakShortage, default: 0] +=
        contacts * Double(PriceSlice.meanPrice(of: queue).minorUnits)
    }
    if let weight = evidence.scenario.policy.overBudget,
      let budget = evidence.scenario.policy.budget
    {
      let above = max(0, (cost.total - budget).approximateMinorUnits)
      sums[.overBudget, default: 0] += weight.value * above
    }
  }

  private func addVendor(
    _ entry: Evidence.VendorEvidence, _ evidence: Evidence, to sums: inout [CostCategory: Double]
  ) {
    let terms = entry.vendor.terms
    let price = terms.price.rate.approximateMinorUnits
    let surcharge =
      terms.surcharges.first { $0.condition == .holiday }.map { $0.factor.doubleValue - 1 } ?? 0
    for week in evidence.weekNumbers {
      let ordinary = entry.units(week, .ordinary, evidence)
      let onHolidays = entry.units(week, .statutoryHoliday, evidence)
      let free = DayBucket.allCases.map {
        entry.freeHours(week, part: evidence.days.part(week, $0))
      }
      sums[.vendorHours, default: 0] += price * (ordinary + onHolidays - free[0] - free[1])
      sums[.vendorSurcharge, default: 0] +=
        price * surcharge * (onHolidays - free[1]) + evidence.nightPremium(entry, week)
      if let training = terms.training {
        sums[.vendorSetUp, default: 0] +=
          entry.plan.weeks[week].added.value * training.rate.approximateMinorUnits
          * training.time.hours
      }
    }
    for month in entry.plan.months {
      if month.isActive, let fee = terms.baseFee {
        sums[.vendorHours, default: 0] +=
          fee.approximateMinorUnits * evidence.days.part(of: month.month)
      }
      let inTiers =
        month.clauses?.contactsInTiers ?? month.clauses?.inTiers.map(\.hours) ?? []
      for (step, amount) in zip(entry.steps(month.month), inTiers) {
        sums[.vendorTier, default: 0] += amount * step.difference
      }
      if month.clauses?.isEnded == true {
        sums[.vendorExit, default: 0] +=
          Double(entry.vendor.clauses?.exitCost.minorUnits ?? 0)
      }
      if month.isSetUp, let setup = terms.setup {
        sums[.vendorSetUp, default: 0] += Double(setup.fee.minorUnits)
      }
      if let spend = month.spend {
        sums[.vendorCommitment, default: 0] += spend.missing.approximateMinorUnits
        continue
      }
      let unit = terms.commitment?.unit ?? terms.price.unit
      let used = unit == terms.price.unit ? (month.ordinary + month.statutoryHoliday).hours : 0
      let rate = terms.priceItems.first { $0.unit == unit }?.rate
      let unused =
        month.contacts.map { max(0, $0.committed - $0.billed) }
        ?? max(0, month.committed.hours - used)
      sums[.vendorCommitment, default: 0] +=
        unused * (rate?.approximateMinorUnits ?? 0) * entry.shortfallShare(month.month)
    }
  }
}

extension LedgerLine {
  /// What rounding an amount to minor units, and its quantity to a millionth, can make of the line.
  fileprivate var centsOfRounding: Double {
    let price = unitRate.approximateMinorUnits.magnitude * multiplier.doubleValue.magnitude
    return 0.5 + (category == .contributions ? 0.5 : price * 3e-6)
  }
}
