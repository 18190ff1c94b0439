internal import CapacityPlanning
internal import Costing
internal import Forecasting
internal import Planning
internal import Scenarios
internal import Staffing
public import Units

/// An assumption of a bid that turns out otherwise.
public enum QuoteChange: Sendable, Hashable, Codable {
  /// More of the paid time is not available, by so many points.
  case shrinkage(Rational)
  /// Agents are on contacts for less of their available time, by so many points.
  case occupancy(Rational)
  /// More people leave, by this part of those planned.
  case attrition(Rational)
  /// More contacts come, or with a negative share fewer.
  case volume(Rational)
  /// Contacts take longer, by this part.
  case handleTime(Rational)
  /// Every class comes so many weeks later.
  case rampDelay(weeks: Int)

  /// A short key: `shrinkage`, `volume-up`, ….
  public var key: String {
    switch self {
    case .shrinkage: "shrinkage"
    case .occupancy: "occupancy"
    case .attrition: "attrition"
    case .volume(let share): share < .zero ? "volume-down" : "volume-up"
    case .handleTime: "handle-time"
    case .rampDelay: "ramp-delay"
    }
  }

  /// The changes that the terms of a bid ask about; those of nothing are left out.
  static func all(_ stress: BidStress) -> [QuoteChange] {
    var changes: [QuoteChange] = []
    if stress.shrinkage > .zero { changes.append(.shrinkage(stress.shrinkage)) }
    if stress.occupancy > .zero { changes.append(.occupancy(stress.occupancy)) }
    if stress.attrition > .zero { changes.append(.attrition(stress.attrition)) }
    if stress.volume > .zero {
      changes += [.volume(.zero - stress.volume), .volume(stress.volume)]
    }
    if stress.handleTime > .zero { changes.append(.handleTime(stress.handleTime)) }
    if stress.rampDelayWeeks > 0 { changes.append(.rampDelay(weeks: stress.rampDelayWeeks)) }
    return changes
  }
}

/// What a changed assumption leaves of a bid: the plan is made again, the prices stay.
public struct QuoteCase: Sendable, Hashable {
  /// What one unit's price makes of it.
  public struct UnitResult: Sendable, Hashable {
    /// The unit.
    public let unit: BidUnit
    /// What the client pays over the term.
    public let bill: Money
    /// The share of it, before what late payment costs, that is left after all costs; `nil` where
    /// nothing is paid.
    public let margin: Rational?
  }

  /// What is different; `nil` for the plan as it is.
  public let change: QuoteChange?
  /// What the plan costs then.
  public let cost: Money
  /// What there is to bill.
  public let quantities: QuoteQuantities
  /// What each unit's price makes of it.
  public let units: [UnitResult]

  init(_ change: QuoteChange?, _ plan: Plan, prices: QuotePrices, terms: BidTerms) {
    self.change = change
    let cost = QuoteCosts(plan, terms: terms).total
    let quantities = QuoteQuantities(plan, terms: terms)
    self.cost = cost
    self.quantities = quantities
    units = prices.units.compactMap { offer in
      guard let bill = prices.bill(for: quantities[offer.unit], of: offer.unit) else { return nil }
      return UnitResult(
        unit: offer.unit, bill: bill, margin: prices.remaining(of: bill, after: cost))
    }
  }
}

extension Planner {
  /// The plan when an assumption turns out otherwise; without a schedule, and with no budget, which
  /// the prices do not have.
  func plan(_ plan: Plan, changed change: QuoteChange) throws(PlanningError) -> Plan {
    let scenario = plan.scenario.changed(by: change)
    var forecast = plan.forecast
    var requirement = plan.requirement
    switch change {
    case .volume(let share):
      forecast = forecast.scaled(volume: 1 + share.doubleValue)
      requirement = try self.requirement(scenario, forecast: forecast)
    case .handleTime(let share):
      forecast = forecast.scaled(handleTime: 1 + share.doubleValue)
      requirement = try self.requirement(scenario, forecast: forecast)
    case .occupancy(let points): requirement = requirement.lessOccupied(by: points.doubleValue)
    case .shrinkage, .attrition, .rampDelay: break
    }
    let capacity = try self.capacity(scenario, requirement: requirement)
    let cost = CostAccountant().statement(
      scenario: scenario, capacity: capacity, schedule: nil)
    return Plan(
      scenario: scenario, forecast: forecast, requirement: requirement, capacity: capacity,
      schedule: nil, cost: cost)
  }
}

extension Scenario {
  fileprivate func changed(by change: QuoteChange) -> Scenario {
    var copy = self
    copy.policy.budget = nil
    for place in copy.staffGroups.indices {
      copy.staffGroups[place].change(by: change)
    }
    return copy
  }
}

extension StaffGroup {
  fileprivate mutating func change(by change: QuoteChange) {
    switch change {
    case .shrinkage(let points):
      // All points in the office: they take away of the time that is there.
      let present =
        shrinkage.combination == .sequential ? shrinkage.outOfOffice.complement.value : 1
      let more = present > 0 ? points.doubleValue / present : 0
      shrinkage = Shrinkage(
        inOffice: Share(min(0.99, shrinkage.inOffice.value + more)),
        outOfOffice: shrinkage.outOfOffice, combination: shrinkage.combination)
    case .attrition(let share):
      attrition = Attrition(
        bands: attrition.bands.map { band in
          Attrition.Band(
            fromTenureWeeks: band.fromTenureWeeks,
            perWeek: Share(min(0.99, band.perWeek.value * (1 + share.doubleValue))),
            stated: band.stated)
        }, waves: attrition.waves)
    case .rampDelay(let weeks): hiring?.recruitingLeadWeeks += weeks
    case .occupancy, .volume, .handleTime: break
    }
  }
}

extension DemandForecast {
  fileprivate func scaled(volume: Double = 1, handleTime: Double = 1) -> DemandForecast {
    DemandForecast(
      grid: grid,
      queues: queues.map { queue in
        QueueForecast(
          queue: queue.queue, method: queue.method,
          baseVolume: queue.baseVolume.map { $0 * volume },
          eventEffects: queue.eventEffects.map { effect in
            QueueForecast.EventEffect(
              event: effect.event, firstSlot: effect.firstSlot,
              addedVolume: effect.addedVolume.map { $0 * volume })
          },
          volume: queue.volume.map { $0 * volume },
          handleTime: queue.handleTime.map { .seconds($0.inSeconds * handleTime) },
          dayFactorSpread: queue.dayFactorSpread)
      })
  }
}

extension StaffingRequirement {
  /// As many more positions in every interval as make the occupancy of all work so many points less.
  fileprivate func lessOccupied(by points: Double) -> StaffingRequirement {
    let work = queues.flatMap(\.load).map(\.value).reduce(0, +)
    let hours = queues.flatMap(\.positions).map(\.value).reduce(0, +)
    guard hours > 0, work > 0 else { return self }
    let occupancy = work / hours
    let factor = occupancy / max(0.01, occupancy - points)
    return StaffingRequirement(
      grid: grid,
      queues: queues.map { queue in
        QueueRequirement(
          queue: queue.queue, method: queue.method, volume: queue.volume,
          handleTime: queue.handleTime, load: queue.load,
          positions: queue.positions.map { $0 * factor }, driver: queue.driver,
          serviceLevel: queue.serviceLevel, occupancy: queue.occupancy,
          replyRate: queue.replyRate, detail: queue.detail)
      }, pools: pools)
  }
}
