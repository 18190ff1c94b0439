internal import Contracts
internal import LinearProgramming
internal import Scenarios
internal import Units

// The objective, in the parts that the ledger shows too.
extension CapacityProgram {
  /// All parts, in the order of the ledger's categories.
  func objectiveParts() -> [(part: CostPart, sum: LinearExpression)] {
    var sums: [CostPart: LinearExpression] = [:]
    addPay(to: &sums)
    addShiftDifferentials(to: &sums)
    addHiring(to: &sums)
    addEndings(to: &sums)
    addTime(to: &sums)
    addCrossTraining(to: &sums)
    addTransfers(to: &sums)
    addVendors(to: &sums)
    addSeatOverflow(to: &sums)
    addNotices(to: &sums)
    addPenalties(to: &sums)
    return CostPart.allCases.compactMap { part in sums[part].map { (part, $0) } }
  }

  /// Pay of everybody: `headWeek[g,w] · heads[g,w]`, people in training apart, and of the others what
  /// pays for statutory holidays off; extra hours at the rule pack's factor; the employer's
  /// contributions on all of it.
  private func addPay(to sums: inout [CostPart: LinearExpression]) {
    for (group, member) in input.scenario.staffGroups.enumerated() {
      let contributions = LabourPrice.onCostFactor(of: member) - 1
      for week in 0..<input.weekCount {
        let price = input.headWeek[group][week]
        let onHolidays = input.holidayPay[group][week]
        let regular = (price - onHolidays) * headsOnContacts(group, week)
        let training =
          price
          * heads(group, week, poolWeight: 0, constant: { $0.training }) { staff, age in
            age < staff.trainingWeeks ? 1 : 0
          }
        sums[.regularPay, default: 0] += regular
        sums[.trainingPay, default: 0] += training
        sums[.contributions, default: 0] += contributions * regular
        if onHolidays != 0 {
          let holidays = onHolidays * headsOnContacts(group, week)
          sums[.paidHoliday, default: 0] += holidays
          sums[.contributions, default: 0] += contributions * holidays
        }
        sums[.contributions, default: 0] += contributions * training
        addContributions(group, week, to: &sums)
        addSupport(group, week, to: &sums)
        for tier in input.overtime[group][week] {
          let key = tier.key(group, week)
          guard let paid = extra.variable(for: key) else { continue }
          let cost = tier.price / input.scale * paid
          sums[tier.kind.part, default: 0] += cost
          sums[.contributions, default: 0] += contributions * cost
        }
      }
    }
  }

  /// `clockCost[g,q,w,b] · work[g,q,w,b]`, of hours lent to a learnt queue too, less the allowances for
  /// shifts that overtime only lengthens; and the employer's contributions on it.
  private func addShiftDifferentials(to sums: inout [CostPart: LinearExpression]) {
    guard !input.clockPay.isEmpty else { return }
    func add(_ price: Double, _ variable: Variable, of group: Int) {
      guard price != 0 else { return }
      let contributions = LabourPrice.onCostFactor(of: input.scenario.staffGroups[group]) - 1
      sums[.shiftDifferential, default: 0] += price * variable
      sums[.contributions, default: 0] += contributions * price * variable
    }
    for key in work.keys {
      let price = input.clockCost(key.supplier, key.queue, key.week, key.bucket)
      add(price, work[key], of: key.supplier)
    }
    for key in extra.keys where key.kind == .workday {
      add(-input.allowancesSaved(key.group, key.week), extra[key], of: key.group)
    }
    for key in staff.lent.keys {
      let training = input.crossTraining(key.group)[key.option]
      guard let queue = input.queues.firstIndex(where: { $0.id == training.queue }) else {
        continue
      }
      let price = input.clockCost(key.group, queue, key.week, key.bucket)
      add(price * max(0, training.proficiency.value), staff.lent[key], of: key.group)
    }
  }

  /// `due[g,w] · heads[g,w]`: contributions on a base of their own, the same whatever is worked.
  private func addContributions(
    _ group: Int, _ week: Int, to sums: inout [CostPart: LinearExpression]
  ) {
    guard let rules = input.scenario.staffGroups[group].rules?.contributions else { return }
    let due = rules.perHead(in: input.calendar.weeks[week]).approximateMinorUnits / input.scale
    let inTraining =
      heads(group, week, poolWeight: 0, constant: { $0.training }) { staff, age in
        age < staff.trainingWeeks ? 1 : 0
      }
    sums[.contributions, default: 0] += due * headsOnContacts(group, week) + due * inTraining
  }

  /// `span · headWeek[role,w] · heads[g,w]` of every role that follows the group, and the employer's
  /// contributions on it: so a hire carries the part of a team leader that comes with it.
  private func addSupport(
    _ group: Int, _ week: Int, to sums: inout [CostPart: LinearExpression]
  ) {
    let member = input.scenario.staffGroups[group]
    for role in input.scenario.supportRoles where role.groups.contains(member.id) {
      let headWeek = role.headWeek(with: member, in: input.calendar.weeks[week])
      let price = headWeek.approximateMinorUnits / input.scale * role.headsPerAgent
      let inTraining =
        heads(group, week, poolWeight: 0, constant: { $0.training }) { staff, age in
          age < staff.trainingWeeks ? 1 : 0
        }
      let pay = price * headsOnContacts(group, week) + price * inTraining
      sums[.support, default: 0] += pay
      sums[.contributions, default: 0] += max(0, role.employerOnCost.value) * pay
    }
  }

  /// `costPerHire · hires + costPerClass · classes`.
  private func addHiring(to sums: inout [CostPart: LinearExpression]) {
    for key in hires.keys {
      guard let hiring = input.scenario.staffGroups[key.group].hiring else { continue }
      let perHire = max(0, hiring.costPerHire.approximateMinorUnits) / input.scale
      let perClass = max(0, hiring.costPerClass.approximateMinorUnits) / input.scale
      sums[.recruiting, default: 0] += perHire * hires[key]
      sums[.classes, default: 0] += perClass * classes[key]
    }
  }

  /// `price · all hours + surcharge · holiday hours`, or `price · part of a month · seats`, or `price ·
  /// contacts an hour · hours`; `+ shortfall price · unused + Σ_tiers difference · hours in it + base
  /// fee · months + training · seats added + set-up fee + cost of ending`.
  private func addVendors(to sums: inout [CostPart: LinearExpression]) {
    for key in seats.keys { addWork(key, to: &sums) }
    for key in clauses.added.keys where input.vendors[key.vendor].trainingPerSeat > 0 {
      let price = input.vendors[key.vendor].trainingPerSeat / input.scale
      sums[.vendorSetUp, default: 0] += price * clauses.added[key]
    }
    for key in active.keys where input.vendors[key.vendor].baseFee > 0 {
      let fee = input.vendors[key.vendor].baseFee * input.calendar.coverage(ofMonth: key.month)
      sums[.vendorHours, default: 0] += fee / input.scale * active[key]
    }
    for key in unused.keys {
      let model = input.vendors[key.vendor]
      let month = input.calendar.months[key.month]
      let price = model.commitsMoney ? 1 : model.shortfallPrice(in: month) / input.scale
      sums[.vendorCommitment, default: 0] += price * unused[key]
    }
    for key in clauses.inTier.keys {
      sums[.vendorTier, default: 0] += input.tierDifference(key) * clauses.inTier[key]
    }
    for key in clauses.ending.keys {
      let cost = input.vendors[key.vendor].exitCost / input.scale
      if cost > 0 { sums[.vendorExit, default: 0] += cost * clauses.ending[key] }
    }
    for vendor in setUp.keys {
      let fee = input.vendors[vendor].setUpFee.approximateMinorUnits / input.scale
      sums[.vendorSetUp, default: 0] += fee * setUp[vendor]
    }
  }

  /// `price · overflow` of seats beyond the sites' own.
  private func addSeatOverflow(to sums: inout [CostPart: LinearExpression]) {
    for key in relief.overflow.keys {
      let price = input.scenario.sites[key.site].overflow?.pricePerWeek.approximateMinorUnits
      sums[.seatOverflow, default: 0] += max(0, price ?? 0) / input.scale * relief.overflow[key]
    }
  }

  /// The price of all notices: no decision, but money of the objective and of the budget.
  private func addNotices(to sums: inout [CostPart: LinearExpression]) {
    let scenario = input.scenario
    let sent = scenario.queues.flatMap(\.staffing.notices).filter {
      $0.firstDay(in: scenario.horizon) != nil
    }
    guard !sent.isEmpty else { return }
    let cost = sent.map(\.cost).total().approximateMinorUnits / input.scale
    sums[.notices, default: 0] += LinearExpression(cost)
  }

  /// What a vendor's work of a week costs at its price.
  private func addWork(_ key: VendorWeek, to sums: inout [CostPart: LinearExpression]) {
    let model = input.vendors[key.vendor]
    let price = model.price / input.scale
    let surcharge = model.holidaySurcharge / input.scale
    addRamp(key, to: &sums)
    switch model.basis {
    case .hours:
      let onHolidays = billedHours(key, .statutoryHoliday)
      sums[.vendorHours, default: 0] += price * (billedHours(key, .ordinary) + onHolidays)
      if surcharge != 0 { sums[.vendorSurcharge, default: 0] += surcharge * onHolidays }
      for bucket in DayBucket.allCases {
        let nights = nightPremium(key, bucket)
        if !nights.terms.isEmpty { sums[.vendorSurcharge, default: 0] += nights }
      }
    case .seats:
      sums[.vendorHours, default: 0] += price * input.monthPart(key.week) * seats[key]
    case .contacts:
      let onHolidays = billedContacts(key, .statutoryHoliday)
      sums[.vendorHours, default: 0] += price * (billedContacts(key, .ordinary) + onHolidays)
      if surcharge != 0 { sums[.vendorSurcharge, default: 0] += surcharge * onHolidays }
    }
  }

  /// `−(1 − billed share) · price · hours of seats added` in their first weeks, the surcharge of holidays
  /// included.
  private func addRamp(_ key: VendorWeek, to sums: inout [CostPart: LinearExpression]) {
    let model = input.vendors[key.vendor]
    for (age, free) in model.rampDiscount.enumerated() where free > 0 {
      let week = VendorWeek(vendor: key.vendor, week: key.week - age)
      guard let added = clauses.added.variable(for: week) else { continue }
      for bucket in DayBucket.allCases {
        let hours = seatHours(key, bucket)
        let saved = free * hours / input.scale
        sums[.vendorHours, default: 0] -= saved * model.price * added
        if bucket == .statutoryHoliday, model.holidaySurcharge != 0, hours > 0 {
          sums[.vendorSurcharge, default: 0] -= saved * model.holidaySurcharge * added
        }
      }
    }
  }

  /// Shortage by slices, what is missing in the busiest hours at the plain price, heads missing at
  /// the end, and `weight · money above the budget`.
  private func addPenalties(to sums: inout [CostPart: LinearExpression]) {
    for key in short.keys {
      let price = ShortagePrice.perHour(
        of: input.queues[key.queue], taking: input.handleTime(key.queue, key.week, key.bucket)
      ).approximateMinorUnits
      let factor = ShortagePrice.tiers(of: input.queues[key.queue])[key.tier].factor.doubleValue
      sums[.shortage, default: 0] += price * factor / input.scale * short[key]
    }
    for key in relief.absent.keys {
      let price = ShortagePrice.perHour(of: input.queues[key.queue]).approximateMinorUnits
      sums[.peakShortage, default: 0] += price / input.scale * relief.absent[key]
    }
    if let weight = input.budgetWeight {
      sums[.overBudget, default: 0] += weight * relief.overspent[0]
    }
    let head = input.scenario.policy.priceOfMissingHeadAtEnd.approximateMinorUnits
    for team in missing.keys {
      sums[.endStrength, default: 0] += max(0, head) / input.scale * missing[team]
    }
  }
}
