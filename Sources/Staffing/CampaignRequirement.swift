internal import BusinessCalendar
internal import Forecasting
internal import Queueing
internal import Scenarios
internal import Units

/// The work of an outbound campaign: attempts, customers reached and completes, slot by slot, with
/// the fewest positions, the same whenever it calls, that bring the completes that are wanted.
///
/// The model is `Queueing.OutboundCampaign`: means, no chance. All days of the campaign are planned,
/// up to a year of them; those outside of the horizon need nobody in it. Where the completes are
/// out of reach, 95 % of the most that could be had is planned (chosen: the last ones would take
/// everybody in the best hours), and the outcome says so.
///
/// Beside queues of its pool it calls when these need the fewest: with *i* the positions that they
/// need, the lowest level *L* is looked for at which L − i in every slot bring what is wanted.
struct CampaignRequirement {
  private static let mostDays = 366
  private static let planned = 0.95

  let outcome: CampaignOutcome
  /// Attempts, a slot of the horizon.
  let attempts: [Double]
  /// Customers reached, a slot of the horizon.
  let reached: [Double]
  /// Positions at work, a slot of the horizon (the mean of the slot).
  let positions: [Double]
  /// Erlangs on the phone, a slot of the horizon.
  let load: [Double]

  /// `nil` where the campaign's numbers are none that can be reckoned with.
  init?(
    _ campaign: Campaign, demand: SlotDemand, grid: PlanningGrid,
    beside others: [[Positions]] = []
  ) {
    let calls = CampaignCalls(campaign, queue: demand.queue, grid: grid, days: Self.mostDays)
    guard let model = calls.model(until: campaign.by) else { return nil }
    let most = model.campaign.most
    var planned = model.campaign
    let wanted = Double(campaign.wanted)
    if most.value < wanted {
      guard let fewer = calls.model(until: campaign.by, wanted: most.value * Self.planned)
      else { return nil }
      planned = fewer.campaign
    }
    let count = demand.slots.count
    var attempts = Array(repeating: 0.0, count: count)
    var reached = attempts
    var positions = attempts
    var load = attempts
    let places = Dictionary(
      demand.slots.enumerated().map { ($1.startInstant, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let busy = model.slots.map { slot in
      places[slot.startInstant].map { place in
        others.reduce(0) { $0 + ($1.indices.contains(place) ? $1[place].value : 0) }
      }
    }
    let plan = CampaignRequirement.plan(of: planned, beside: busy)
    for (slot, call) in zip(model.slots, plan.slots) {
      guard let place = places[slot.startInstant], slot.minutes > 0 else { continue }
      let open = demand.openShares[place]
      attempts[place] = call.dials.value
      reached[place] = call.reached.value
      positions[place] = call.positions.value * open
      load[place] = call.talkTime.hours / (Double(slot.minutes) / 60)
    }
    self.attempts = attempts
    self.reached = reached
    self.positions = positions
    self.load = load
    outcome = CampaignRequirement.outcome(
      of: plan, most: most, slots: model.slots, campaign: campaign,
      remedies: most.value < wanted ? calls.remedies(most: most.value) : [])
  }

  /// The plan of the fewest positions, or of the lowest level of all beside `busy` positions; slots
  /// of which these are not known have their mean.
  private static func plan(
    of campaign: Queueing.OutboundCampaign, beside busy: [Double?]
  ) -> CampaignPlan {
    let alone = campaign.plan()
    let known = busy.compactMap(\.self)
    guard let most = known.max(), let least = known.min(), most > 0 else { return alone }
    let mean = known.reduce(0, +) / Double(known.count)
    func plan(at level: Double) -> CampaignPlan {
      campaign.plan(blendedInto: busy.map { Positions(max(0, level - ($0 ?? mean))) })
    }
    var (low, high) = (least, most + alone.positions.value * (1 + 1e-9))
    var best = plan(at: high)
    guard best.isReached else { return alone }
    for _ in 0..<40 where high - low > 1e-6 * high {
      let middle = (low + high) / 2
      let tried = plan(at: middle)
      if tried.isReached { (high, best) = (middle, tried) } else { low = middle }
    }
    return best
  }

  private static func outcome(
    of plan: CampaignPlan, most: ContactVolume, slots: [Slot],
    campaign: Campaign, remedies: [CampaignOutcome.Remedy]
  ) -> CampaignOutcome {
    let completes = plan.successes
    let delivery = campaign.delivery.map { delivery in
      CampaignOutcome.Delivery(delivery, of: plan)
    }
    let kept = delivery?.kept ?? completes
    let worth = campaign.worth.map {
      Money(quantity: Quantity(kept.value), at: UnitPrice($0))
    }
    let hours = (0..<24).compactMap { hour -> CampaignOutcome.Hour? in
      let calls = zip(slots, plan.slots).filter { $0.0.start.hour == hour }.map(\.1)
      guard calls.contains(where: { $0.dials > .zero }) else { return nil }
      return CampaignOutcome.Hour(
        hour: hour, attempts: calls.map(\.dials).total(), reached: calls.map(\.reached).total(),
        completes: calls.map(\.successes).total())
    }
    let attempts = plan.attempts.enumerated().map { index, attempt in
      CampaignOutcome.Attempt(
        number: index + 1, attempts: attempt.dials, reached: attempt.reached,
        completes: attempt.successes)
    }
    return CampaignOutcome(
      wanted: ContactVolume(Double(campaign.wanted)), most: most, completes: completes,
      attempts: plan.dials, reached: plan.slots.map(\.reached).total(), talkTime: plan.talkTime,
      positions: plan.positions, hours: hours, byAttempt: attempts, remedies: remedies,
      delivery: delivery, worth: worth,
      worthOfLead: worth.flatMap { worth in
        let size = Rational(Int64(max(1, campaign.listSize)))
        return Rational(worth.minorUnits).divided(by: size).map(UnitPrice.init(minorUnitsPerUnit:))
      })
  }
}

extension CampaignRequirement {
  /// The campaign's calls on top of `other`, what comes to its queue from elsewhere.
  func added(to other: SizedQueue, of demand: SlotDemand) -> SizedQueue {
    var sum = other
    sum.reached = reached
    for slot in demand.slots.indices {
      let work = sum.requirement.load[slot].value + load[slot]
      let others = sum.requirement.load[slot].value / demand.maximumOccupancy
      let minimum = demand.minimumPositions * demand.openShares[slot]
      let needed = others + positions[slot]
      let all = max(needed, minimum)
      sum.requirement.volume[slot] += ContactVolume(attempts[slot])
      sum.requirement.load[slot] = Erlangs(work)
      sum.requirement.positions[slot] = Positions(all)
      sum.requirement.driver[slot] =
        all <= 0 ? .none : (needed >= minimum ? .workload : .minimumPositions)
      sum.requirement.occupancy[slot] = Share(all > 0 ? work / all : 0)
    }
    sum.requirement.detail.campaign = outcome
    sum.requirement.method = "a campaign's calls in opening hours, the fewest positions at a time; "
    sum.requirement.method += outcome.words
    return sum
  }
}

extension CampaignOutcome.Delivery {
  /// What becomes of the sales of `plan`.
  fileprivate init(_ delivery: OutboundDelivery, of plan: CampaignPlan) {
    let sold = plan.successes.value
    let kept = min(1, max(0, delivery.kept.value))
    let sales = plan.slots.filter { $0.successes > .zero }
    let known = (sales.first?.start ?? .zero) + delivery.knownAfter
    let before = sales.filter { $0.start < known }.map(\.successes).total().value
    let end = plan.slots.last.map { $0.start + $0.length } ?? .zero
    let delivered = sales.filter { $0.start + $0.length + delivery.lag <= end }
    self.init(
      kept: ContactVolume(sold * kept),
      keptByLastDay: delivered.map(\.successes).total() * kept,
      refused: ContactVolume(sold * (1 - kept)), soldBeforeKnown: ContactVolume(before),
      refusedBeforeKnown: ContactVolume(before * (1 - kept)))
  }
}

private typealias OutboundDelivery = Campaign.Delivery

/// The hours in which a campaign may call, and its mathematics.
private struct CampaignCalls {
  let campaign: Campaign
  let queue: Queue
  let grid: PlanningGrid
  let days: Int

  init(_ campaign: Campaign, queue: Queue, grid: PlanningGrid, days: Int) {
    self.campaign = campaign
    self.queue = queue
    self.grid = grid
    self.days = days
  }

  /// The campaign up to a last day, and the slots in which it may call.
  func model(
    until last: LocalDate, wanted: Double? = nil, attempts: Int? = nil
  ) -> (campaign: Queueing.OutboundCampaign, slots: [Slot])? {
    let limit = campaign.from.adding(days: days - 1)
    let range = DateRange(first: campaign.from, last: min(last, limit))
    let dates = PlanningGrid(range: range, zone: grid.zone, slotLength: grid.slotLength)
    let slots = dates.slots.filter { queue.openingHours.openShare(of: $0) > .zero }
    let begin = slots.first?.startInstant ?? 0
    let most = attempts ?? campaign.mostAttempts
    let cap = queue.maximumOccupancy.value
    let dials = slots.map { slot -> DialSlot in
      let open = queue.openingHours.openShare(of: slot).value * Double(slot.minutes) * 60
      func rates(_ rate: Campaign.Rate) -> [Share] {
        (1...max(1, min(most, 50))).map { attempt in
          let value = rate.rate(hour: slot.start.hour, attempt: attempt).value
          return Share(value > 0 ? min(1, value) : 0)
        }
      }
      return DialSlot(
        start: .seconds(slot.startInstant - begin), length: .seconds(open),
        reach: rates(campaign.reach), success: rates(campaign.success))
    }
    let model = try? Queueing.OutboundCampaign(
      list: ContactVolume(Double(campaign.listSize)), slots: dials, maximumAttempts: most,
      retryAfter: campaign.retryAfter, reachedTime: queue.handleTime,
      unreachedTime: campaign.unreachedTime, occupancy: Share(cap > 0 && cap <= 1 ? cap : 1),
      wanted: ContactVolume(wanted ?? Double(campaign.wanted)))
    return model.map { ($0, slots) }
  }

  /// What would be enough where no more than `most` completes can be had.
  func remedies(most: Double) -> [CampaignOutcome.Remedy] {
    let wanted = Double(campaign.wanted)
    var remedies: [CampaignOutcome.Remedy] = []
    if most > 0 {
      let size = (Double(campaign.listSize) * wanted / most * (1 - 1e-12)).rounded(.up)
      if size < 1e12 { remedies.append(.listSize(Int(size))) }
    }
    let attempts = least(from: campaign.mostAttempts, to: 50) {
      model(until: campaign.by, attempts: $0)?.campaign.most
    }
    if let attempts { remedies.append(.attempts(attempts)) }
    let length = campaign.from.days(until: campaign.by)
    let day = least(from: length, to: days - 1) {
      model(until: campaign.from.adding(days: $0))?.campaign.most
    }
    if let day { remedies.append(.lastDay(campaign.from.adding(days: day))) }
    return remedies
  }

  /// The least number above `low`, up to `high`, at which the most completes are enough; more is
  /// never less.
  private func least(from low: Int, to high: Int, _ most: (Int) -> ContactVolume?) -> Int? {
    let wanted = Double(campaign.wanted)
    func isEnough(_ number: Int) -> Bool { (most(number)?.value ?? 0) >= wanted }
    guard low < high, isEnough(high) else { return nil }
    var (low, high) = (low, high)
    while high - low > 1 {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
