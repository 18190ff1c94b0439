internal import BusinessCalendar
public import CapacityPlanning
internal import Contracts
internal import Costing
internal import Forecasting
public import LinearProgramming
public import Planning
public import Scenarios
internal import Staffing
internal import Units

/// Costs every bid of a round, and making it in house, at *plan* cost: the capacity program is solved
/// again with each bid's terms, under the low, the base and the high volume.
///
/// The program sees VAT that is not got back, oversight, days until payment and returned work with every
/// billed hour; what is paid once or by the month, and the bonus and malus to expect, are added to a
/// plan whose vendor is used. The award to several
/// vendors is the cheapest of all combinations that the limits allow, at the base volume; it is then
/// held, and planned under the other volumes.
public struct BidStudy: Sendable {
  /// The most combinations of vendors that are tried.
  public static let mostAwards = 63

  let round: BidRound
  let planner: Planner

  /// A study of `round`; `options` say how each plan is solved.
  public init(
    _ round: BidRound, solver: any Solver, options: CapacityOptions = CapacityOptions()
  ) {
    self.round = round
    planner = Planner(solver: solver, capacityOptions: options)
  }

  /// The comparison.
  ///
  /// - Parameters:
  ///   - inFull: whether each clause is also priced by a plan made anew without it.
  ///   - onPlan: is told of each plan before it is made; what it throws ends the study.
  /// - Throws: what keeps every choice from being planned. A bid whose own rules contradict each other
  ///   has no figures instead.
  public func comparison(
    inFull: Bool = false,
    onPlan: (BidOption, BidVolume) throws(PlanningError) -> Void = { _, _ throws(PlanningError) in }
  ) throws(PlanningError) -> BidComparison {
    try comparison(for: try needs(), inFull: inFull, onPlan: onPlan)
  }

  /// The comparison for what is needed under each volume.
  func comparison(
    for needs: Needs, inFull: Bool = false,
    onPlan: (BidOption, BidVolume) throws(PlanningError) -> Void = { _, _ throws(PlanningError) in }
  ) throws(PlanningError) -> BidComparison {
    var rows: [BidRow] = []
    var basePlans: [BidOption: BidPlan] = [:]
    var options: [BidOption] = [.inHouse]
    options += round.bids.map { .bid($0.vendor.id) }
    for option in options {
      try onPlan(option, .base)
      let base = try plan(option, for: needs[.base])
      basePlans[option] = base
      rows.append(try row(of: option, base: base, needs, onPlan))
    }
    let awards = try award(rows, needs, onPlan)
    if let row = awards.row { rows.append(row) }
    var clauses: [BidClause] = []
    for bid in round.bids {
      guard let plan = basePlans[.bid(bid.vendor.id)] else { continue }
      clauses += try self.clauses(of: bid, plan, needs[.base], inFull: inFull)
    }
    return BidComparison(
      round: round, rows: ranked(rows), clauses: clauses, traps: traps(basePlans),
      contracts: contracts(needs, basePlans[.inHouse]), awardsTried: awards.tried,
      areAwardsCut: awards.isCut)
  }

  /// A choice under every volume, of which it is planned under the base volume already. A forecast that
  /// is to be locked is what that plan gives the vendor.
  func row(
    of option: BidOption, base: BidPlan?, _ needs: Needs,
    _ onPlan: (BidOption, BidVolume) throws(PlanningError) -> Void
  ) throws(PlanningError) -> BidRow {
    var outcomes: [BidOutcome] = []
    for volume in BidVolume.allCases {
      var figures = base?.figures
      if volume != .base {
        try onPlan(option, volume)
        figures = try plan(option, for: needs[volume], locked: base?.capacity)?.figures
      }
      outcomes.append(BidOutcome(volume: volume, figures: figures))
    }
    return BidRow(option: option, outcomes: outcomes)
  }

  // MARK: - Volumes

  /// What is needed under each volume.
  struct Needs {
    var low: StaffingRequirement
    var base: StaffingRequirement
    var high: StaffingRequirement

    subscript(volume: BidVolume) -> StaffingRequirement {
      switch volume {
      case .low: low
      case .base: base
      case .high: high
      }
    }
  }

  private func needs() throws(PlanningError) -> Needs {
    let forecast = try planner.forecast(round.scenario)
    func need(_ factor: Rational) throws(PlanningError) -> StaffingRequirement {
      try planner.requirement(
        round.scenario, forecast: forecast.scaled(by: Share(factor.doubleValue)))
    }
    return Needs(low: try need(round.low), base: try need(.one), high: try need(round.high))
  }

  // MARK: - Plans

  /// The plan of a choice; `nil` where its rules contradict each other.
  ///
  /// - Parameter locked: the plan whose volumes are the locked forecast of vendors that have none yet.
  func plan(
    _ option: BidOption, for requirement: StaffingRequirement, locked: CapacityPlan? = nil
  ) throws(PlanningError) -> BidPlan? {
    let bids = round.bids.filter { option.vendors.contains($0.vendor.id) }
    let isAward = if case .award = option { true } else { false }
    let limits = isAward ? round.limits : nil
    let priced = round.scenario.with(
      vendors: bids.map {
        $0.vendor.asBid(
          within: limits, among: bids.count, returned: $0.clientCosts.returnedWork
        ).locking(locked, horizon: round.scenario.horizon)
      })
    let planned = priced.with(
      vendors: zip(priced.vendors, bids).map { vendor, bid in
        vendor.atPlanCost(
          bid.costFactor(financeRate: round.financeRate), returned: bid.clientCosts.returnedWork)
      })
    do {
      let capacity = try planner.capacity(planned, requirement: requirement)
      return BidPlan(
        capacity, planned: planned, priced: priced, bids: bids, requirement, in: round)
    } catch {
      if case .capacity(.contradiction) = error, option != .inHouse { return nil }
      throw error
    }
  }

  /// What the clauses of a bid cost in its plan.
  private func clauses(
    of bid: VendorBid, _ plan: BidPlan, _ requirement: StaffingRequirement, inFull: Bool
  ) throws(PlanningError) -> [BidClause] {
    let rules = CapacityRule.all(of: plan.planned).filter {
      $0.kind.isOfVendor && $0.owner == bid.vendor.id.rawValue
    }
    do throws(CapacityError) {
      let study = try CapacityStudy(
        plan.planned, requirement: requirement, plan: plan.capacity, solver: planner.solver,
        options: planner.capacityOptions)
      return try study.rulePrices(inFull: inFull, of: rules)
        .filter { $0.saved > .zero || $0.savedInFull ?? .zero > .zero }
        .map { BidClause(vendor: bid.vendor.id, price: $0) }
    } catch {
      throw .capacity(error)
    }
  }

  private func ranked(_ rows: [BidRow]) -> [BidRow] {
    var rows = rows
    for place in BidVolume.allCases.indices {
      let totals = rows.compactMap { $0.outcomes[place].figures?.total }
      guard let least = totals.min() else { continue }
      for row in rows.indices {
        guard let total = rows[row].outcomes[place].figures?.total else { continue }
        rows[row].outcomes[place].rank = 1 + Set(totals.filter { $0 < total }).count
        rows[row].outcomes[place].regret = total - least
      }
    }
    return rows
  }

  private func traps(_ plans: [BidOption: BidPlan]) -> [BidTierTrap] {
    round.bids.flatMap { bid in
      let months = plans[.bid(bid.vendor.id)]?.capacity.vendors.first?.months ?? []
      return bid.vendor.terms.volumeTraps.map { trap in
        let inside = months.filter { month in
          // Of a month that is partly in the horizon the limits count for that part.
          let part = round.scenario.horizon.part(of: month.month).doubleValue
          let used = month.contacts?.billed ?? (month.ordinary + month.statutoryHoliday).hours
          return used > trap.above.doubleValue * part + 0.1
            && used < trap.limit.doubleValue * part - 0.1
        }
        return BidTierTrap(vendor: bid.vendor.id, trap: trap, months: inside.map(\.month))
      }
    }
  }
}

extension CapacityRule.Kind {
  /// Whether it is a clause of a vendor's contract.
  var isOfVendor: Bool {
    switch self {
    case .vendorNotice, .vendorRamp, .vendorMost, .vendorLeast, .vendorCommitment,
      .contractLength, .vendorLearning, .vendorBatch, .vendorShare:
      true
    default: false
    }
  }
}

extension Vendor {
  /// The vendor as it is planned: alone without a limit on its share of the outsourced hours, which
  /// are all its own; with others within the limits of awards. Contacts that come back are billed too.
  func asBid(within limits: AwardLimits?, among count: Int, returned: Share) -> Vendor {
    var clauses = clauses ?? VendorClauses()
    if count == 1 { clauses.shareOfOutsourced = nil }
    if let limits {
      if let share = limits.largestShare, count > 1 {
        clauses.shareOfOutsourced = min(clauses.shareOfOutsourced ?? .whole, share)
      }
      if let most = limits.largestShareOfQueue {
        clauses.queueShares = skills.map { queue in
          let own = clauses.queueShares?.first { $0.queue == queue }?.share ?? .whole
          return VendorClauses.QueueShare(queue: queue, share: min(own, most))
        }
      }
      if let smallest = limits.smallest {
        clauses.awardedTime = max(clauses.awardedTime ?? .zero, smallest)
      }
    }
    return with(
      terms: terms.billing(returned: returned), clauses: clauses, proficiency: proficiency)
  }

  /// The vendor with the months that a plan gives it as its locked forecast, where one is agreed and
  /// nothing is locked yet: of a month that is partly in the horizon, as much as the whole would have.
  func locking(_ plan: CapacityPlan?, horizon: DateRange) -> Vendor {
    guard var clauses, let lock = clauses.forecastLock, lock.months.isEmpty,
      let own = plan?.vendors.first(where: { $0.vendor == id })
    else { return self }
    clauses.forecastLock = LockedForecast(
      lock.terms,
      months: own.months.map { month in
        let part = horizon.part(of: month.month).doubleValue
        let used = month.contacts?.billed ?? (month.ordinary + month.statutoryHoliday).hours
        return LockedForecast.Month(
          month.month, volume: Rational(nearest: part > 0 ? (used / part).rounded() : 0))
      })
    return with(terms: terms, clauses: clauses, proficiency: proficiency)
  }

  /// The vendor with all its prices times `factor`, and without the work that comes back.
  func atPlanCost(_ factor: Rational, returned: Share) -> Vendor {
    var clauses = clauses
    if let exit = clauses?.exitCost {
      clauses?.exitCost = Money(rounding: Rational(exit.minorUnits), times: factor)
    }
    return with(
      terms: terms.scaled(by: factor), clauses: clauses,
      proficiency: proficiency * (1 - returned.value))
  }

  private func with(
    terms: ContractTerms, clauses: VendorClauses?, proficiency: Share
  ) -> Vendor {
    Vendor(
      id: id, name: name, skills: skills, terms: terms, noticeWeeks: noticeWeeks,
      rampPerWeek: rampPerWeek, minimumSeats: minimumSeats, maximumSeats: maximumSeats,
      hoursPerSeat: hoursPerSeat, initialSeats: initialSeats, proficiency: proficiency,
      language: language, clauses: clauses == VendorClauses() ? nil : clauses)
  }
}

extension ContractTerms {
  /// The terms with the contacts that come back billed beside those that a price by contacts counts.
  func billing(returned: Share) -> ContractTerms {
    guard price.unit.basis == .contacts, returned > .zero,
      let share = (billedShare ?? .one).divided(by: .one - Rational(nearest: returned.value))
    else { return self }
    var terms = self
    terms.billedShare = share
    return terms
  }
}
