internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
public import Planning
public import Scenarios
public import Units

/// A line of a bid's cost build-up.
public enum QuoteCostItem: String, Sendable, Hashable, Codable, CaseIterable {
  /// Pay of agents for the output that they have.
  case wages
  /// Pay of agents past training for output that they do not have yet.
  case idleRamp = "idle-ramp"
  /// Overtime, as the pay rules price it.
  case overtime
  /// Work on rest days.
  case restDayWork = "rest-day-work"
  /// Work on statutory holidays.
  case holidayWork = "holiday-work"
  /// Support roles, by their spans.
  case support
  /// The employer's contributions on all of this.
  case contributions
  /// Recruiting for growth.
  case recruiting
  /// Classes for growth, and the pay of those in them.
  case training
  /// Recruiting, classes and pay in training to replace people who leave.
  case replacement
  /// Leaving, leave, learning another queue, moving to another group.
  case otherPeople = "other-people"
  /// Subcontractors.
  case subcontractors
  /// What else the plan pays.
  case other
  /// Seats.
  case seats
  /// Tools.
  case tools
  /// Overhead on all of this.
  case overhead
}

/// What a plan costs an outsourcer, from its ledger to the sum that prices are made of.
///
/// The lines up to `other` are the plan's ledger, each of its amounts in exactly one of them: their
/// sum is ``Costing/CostLedger/total(on:)`` to the minor unit. Seats, tools and overhead are added.
public struct QuoteCosts: Sendable, Hashable, Codable {
  /// A line.
  public struct Line: Sendable, Hashable, Codable {
    /// What it is for.
    public let item: QuoteCostItem
    /// What it comes to.
    public let amount: Money
    /// The kinds of the plan's ledger that it comes from, with what comes from each; empty for
    /// seats, tools and overhead.
    public let parts: [Part]
  }

  /// What a line has from one kind of the ledger.
  public struct Part: Sendable, Hashable, Codable {
    /// The key of the kind, as in `peakplan cost`.
    public let kind: String
    /// The amount.
    public let amount: Money
  }

  /// The lines that are not zero, in the order of ``QuoteCostItem``.
  public let lines: [Line]

  /// What a line comes to; zero where there is none.
  public func amount(of item: QuoteCostItem) -> Money {
    lines.first { $0.item == item }?.amount ?? .zero
  }

  /// The plan's part: what its ledger says.
  public var plan: Money {
    lines.filter { !$0.parts.isEmpty }.map(\.amount).total()
  }

  /// All costs.
  public var total: Money { lines.map(\.amount).total() }

  /// The costs of a plan under the terms of a bid.
  public init(_ plan: Plan, terms: BidTerms) {
    let ledger = CostLedger(
      plan.cost, scenario: plan.scenario, forecast: plan.forecast, capacity: plan.capacity,
      schedule: plan.schedule)
    var sums: [QuoteCostItem: [(kind: String, amount: Money)]] = [:]
    func add(_ amount: Money, to item: QuoteCostItem, from kind: String) {
      guard amount != .zero else { return }
      let place = sums[item]?.firstIndex { $0.kind == kind }
      if let place {
        sums[item]?[place].amount += amount
      } else {
        sums[item, default: []].append((kind, amount))
      }
    }
    for entry in ledger.entries {
      let key = entry.kind.key
      guard let item = QuoteCostItem(growth: entry.kind) else {
        add(entry.amount, to: QuoteCostItem(entry.kind), from: key)
        continue
      }
      let replaced = QuoteCosts.replacedShare(of: entry.group, plan)
      let cut = entry.amount.allotted(by: [replaced, 1 - replaced])
      add(cut[0], to: .replacement, from: key)
      add(cut[1], to: item, from: key)
    }
    var lines = QuoteCostItem.allCases.compactMap { item -> Line? in
      guard let parts = sums[item] else { return nil }
      return Line(
        item: item, amount: parts.map(\.amount).total(),
        parts: parts.map { Part(kind: $0.kind, amount: $0.amount) })
    }
    for (item, amount) in QuoteCosts.places(plan, terms) where amount != .zero {
      lines.append(Line(item: item, amount: amount, parts: []))
    }
    let direct = lines.map(\.amount).total()
    let overhead = Money(rounding: Rational(direct.minorUnits), times: terms.overhead)
    if overhead != .zero { lines.append(Line(item: .overhead, amount: overhead, parts: [])) }
    self.lines = lines
  }

  /// Of the people a group hires, the share that replaces those who leave over the horizon.
  static func replacedShare(of group: String, _ plan: Plan) -> Double {
    let weeks = plan.capacity.groups.first { $0.group.rawValue == group }?.weeks ?? []
    let joined = weeks.map(\.joined).total().value
    guard joined > 0 else { return 0 }
    return min(1, max(0, weeks.map(\.left).total().value / joined))
  }

  /// Seats of people who have a site, and tools of all, week by week.
  private static func places(
    _ plan: Plan, _ terms: BidTerms
  ) -> [(item: QuoteCostItem, amount: Money)] {
    var (seats, tools) = (Money.zero, Money.zero)
    for group in plan.capacity.groups {
      let hasSite = plan.scenario.staffGroup(group.group)?.site != nil
      for (week, figures) in zip(plan.capacity.weeks, group.weeks) {
        let months = week.months
        let heads = Quantity(figures.heads.value)
        if hasSite {
          let sharing = terms.seatSharing.seatsPerAgent
          let rate = Rational(terms.seatMonth.minorUnits) * months * sharing
          seats += Money(quantity: heads, at: UnitPrice(minorUnitsPerUnit: rate))
        }
        let rate = Rational(terms.toolsMonth.minorUnits) * months
        tools += Money(quantity: heads, at: UnitPrice(minorUnitsPerUnit: rate))
      }
    }
    return [(.seats, seats), (.tools, tools)]
  }
}

extension QuoteCostItem {
  /// The line of a kind of the ledger that growth and replacement share; `nil` for the others.
  fileprivate init?(growth kind: CostKind) {
    switch kind {
    case .category(.recruiting): self = .recruiting
    case .category(.classes), .category(.trainingPay): self = .training
    default: return nil
    }
  }

  /// The line of every other kind.
  fileprivate init(_ kind: CostKind) {
    switch kind {
    case .idleRamp: self = .idleRamp
    case .category(let category):
      self =
        switch category {
        case .regularPay, .paidHoliday, .shiftDifferential: .wages
        case .overtime: .overtime
        case .restDayWork: .restDayWork
        case .holidayWork: .holidayWork
        case .support: .support
        case .contributions: .contributions
        case .recruiting: .recruiting
        case .classes, .trainingPay: .training
        case .contractEnds, .redundancy, .unusedLeave, .undertime, .crossTraining, .transfers:
          .otherPeople
        case .vendorHours, .vendorSurcharge, .vendorCommitment, .vendorTier, .vendorSetUp,
          .vendorExit:
          .subcontractors
        case .seatOverflow, .notices, .shortage, .peakShortage, .endStrength, .overBudget: .other
        }
    }
  }
}

extension Week {
  /// The week in months: each day is its part of its own month, so that the days of a month make one.
  var months: Rational {
    days.reduce(Rational.zero) { sum, day in
      sum + (Rational(1, over: Int64(YearMonth(of: day).dayCount)) ?? .zero)
    }
  }
}
