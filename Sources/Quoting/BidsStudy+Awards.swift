internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Costing
internal import Planning
internal import Scenarios
internal import Staffing
internal import Units

// Awards to several vendors, and contracts by volume against contracts by capacity.
extension BidStudy {
  /// The best award of several bids, and how many were tried.
  struct Award {
    var row: BidRow?
    var tried = 0
    var isCut = false
  }

  /// The cheapest award at the base volume, planned under the other volumes too; no row where one
  /// bid was made only, or no combination is possible.
  func award(
    _ rows: [BidRow], _ needs: Needs,
    _ onPlan: (BidOption, BidVolume) throws(PlanningError) -> Void
  ) throws(PlanningError) -> Award {
    guard round.bids.count > 1 else { return Award() }
    let (combinations, isCut) = combinations(rows)
    var best: (option: BidOption, plan: BidPlan)?
    for vendors in combinations {
      let option = BidOption.award(vendors)
      try onPlan(option, .base)
      guard let plan = try plan(option, for: needs[.base]) else { continue }
      if let best, best.plan.figures.total <= plan.figures.total { continue }
      best = (option, plan)
    }
    var award = Award(row: nil, tried: combinations.count, isCut: isCut)
    if let best { award.row = try row(of: best.option, base: best.plan, needs, onPlan) }
    return award
  }

  /// Sets of vendors that the limits allow, the bids that are cheapest alone first and small sets
  /// before large ones; each set in the order of the round.
  func combinations(_ rows: [BidRow]) -> (sets: [[Vendor.ID]], isCut: Bool) {
    let order = round.bids.map(\.vendor.id)
    let totals = order.map { id in
      rows.first { $0.option == .bid(id) }?[.base]?.total.minorUnits ?? .max
    }
    let ranked = order.indices.sorted { (totals[$0], $0) < (totals[$1], $1) }
    let most = min(round.limits.most ?? order.count, order.count)
    let share = round.limits.largestShare?.value ?? 1
    let fewest = share > 0 ? max(1, Int((1 / share - 1e-9).rounded(.up))) : 1
    guard fewest <= most else { return ([], false) }
    var sets: [[Vendor.ID]] = []
    for size in fewest...most {
      for places in Self.choices(size, of: ranked.count) {
        guard sets.count < Self.mostAwards else { return (sets, true) }
        sets.append(places.map { ranked[$0] }.sorted().map { order[$0] })
      }
    }
    return (sets, false)
  }

  /// All choices of `size` of the first `count` whole numbers, in lexicographic order, as far as
  /// they are tried.
  private static func choices(_ size: Int, of count: Int) -> [[Int]] {
    guard size > 0, size <= count else { return [] }
    var choice = Array(0..<size)
    var found = [choice]
    while found.count <= mostAwards {
      guard let place = choice.indices.last(where: { choice[$0] < count - size + $0 }) else {
        return found
      }
      choice[place] += 1
      for next in choice.indices where next > place { choice[next] = choice[next - 1] + 1 }
      found.append(choice)
    }
    return found
  }

  /// A contract by volume against one by capacity: the weeks of the scenario are as likely as each
  /// other, the base volume twice as likely as each of the others.
  func contracts(_ needs: Needs, _ inHouse: BidPlan?) -> BidContractChoice? {
    guard let inHouse, let first = inHouse.capacity.weeks.indices.first else { return nil }
    let plan = inHouse.capacity
    let taken = Set(round.bids.flatMap(\.vendor.skills))
    let own = plan.groups.map { $0.weeks[first].regularNetTime }.total()
    let given = plan.groups.flatMap { $0.weeks.map(\.regularNetTime) }.total()
    let extra: Set<CostCategory> = [.overtime, .restDayWork, .holidayWork]
    let paid = inHouse.cost.lines
      .filter { $0.category.isCash && !$0.isOfVendor && !extra.contains($0.category) }
      .map(\.amount).total()
    let weights: [(BidVolume, Int64)] = [(.low, 1), (.base, 2), (.high, 1)]
    let weekCount = Int64(plan.weeks.count)
    var outcomes: [UncertainDemand.Outcome] = []
    var (lost, all) = (0.0, 0.0)
    for (volume, weight) in weights {
      let hours = needs[volume].hoursByWeek(of: taken)
      for week in hours {
        outcomes.append(
          UncertainDemand.Outcome(
            value: Rational(Int64(week.rounded())),
            probability: Rational(weight, over: 4 * weekCount) ?? .zero))
      }
    }
    for queue in round.scenario.queues where taken.contains(queue.id) {
      let hours = needs[.base].hoursByWeek(of: [queue.id]).reduce(0, +)
      all += hours
      lost += hours * queue.lostContactPrice.approximateMinorUnits * queue.contactsPerHour
    }
    guard all > 0, given > .zero, let demand = try? UncertainDemand(outcomes),
      let ownPrice = BidFigures.price(paid, per: given)
    else { return nil }
    return BidContractChoice(
      of: round.bids, demand: demand, own: Rational(Int64(own.hours.rounded())),
      ownPrice: ownPrice,
      lostPrice: UnitPrice(minorUnitsPerUnit: Rational(Int64((lost / all).rounded()))),
      work: work(needs[.base]), financeRate: round.financeRate)
  }

  /// What an hour of the queues handles that a bid by contacts may take.
  private func work(_ requirement: StaffingRequirement) -> [Vendor.ID: HandledWork] {
    let paid = round.bids.filter { $0.vendor.terms.price.unit.basis == .contacts }
    let found = paid.compactMap { bid -> (Vendor.ID, HandledWork)? in
      var (contacts, minutes) = (0.0, 0.0)
      for queue in round.scenario.queues where bid.vendor.skills.contains(queue.id) {
        guard let volume = requirement[queue.id]?.volume else { continue }
        let own = volume.reduce(0) { $0 + $1.value }
        contacts += own
        minutes +=
          own * requirement.meanHandleTime(of: queue, in: Array(volume.indices)).inSeconds / 60
      }
      let hours = requirement.hoursByWeek(of: Set(bid.vendor.skills)).reduce(0, +)
      guard contacts > 0, hours > 0 else { return nil }
      return (
        bid.vendor.id,
        HandledWork(
          contactsPerHour: Rational(nearest: contacts / hours),
          minutesEach: Rational(nearest: minutes / contacts))
      )
    }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }
}

extension Queue {
  /// Contacts that an hour on them handles.
  fileprivate var contactsPerHour: Double {
    let seconds = Double(handleTime.components.seconds)
    var atOnce = 1.0
    if case .chat(let concurrency) = channel { atOnce = Double(concurrency) }
    return seconds > 0 ? 3600 / seconds * atOnce : 0
  }
}

extension StaffingRequirement {
  /// Net hours of these queues together, week by week.
  fileprivate func hoursByWeek(of queues: Set<Queue.ID>) -> [Double] {
    let slotHours = grid.slotLength.duration.inHours
    return grid.weeks.indices.map { week in
      let slots = grid.slotIndices(ofWeek: week)
      return self.queues.filter { queues.contains($0.queue) }.reduce(0) { sum, queue in
        sum + slots.reduce(0) { $0 + queue.positions[$1].value } * slotHours
      }
    }
  }
}
