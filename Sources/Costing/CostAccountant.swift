internal import BusinessCalendar
public import CapacityPlanning
public import Scenarios
public import ShiftScheduling
internal import Units

/// Prices a plan line by line: every quantity times its rate, rounded once.
///
/// The linear programs only steer; what a plan costs is what this ledger says, and a test holds the
/// two together.
public struct CostAccountant: Sendable {
  /// An accountant.
  public init() {}

  /// The ledger of `capacity` over the horizon, and of `schedule` for its weeks.
  public func statement(
    scenario: Scenario, capacity: CapacityPlan, schedule: ShiftSchedule?
  ) -> CostStatement {
    var ledger = Ledger()
    for (index, week) in capacity.weeks.enumerated() {
      for plan in capacity.groups {
        guard let group = scenario.staffGroup(plan.group), index < plan.weeks.count else {
          continue
        }
        ledger.addPay(of: group, plan: plan.weeks[index], week: week, scenario: scenario)
        ledger.addShiftDifferentials(
          of: group, plan: plan.weeks[index], week: index, capacity: capacity, scenario: scenario)
        ledger.addMeasures(of: group, plan: plan.weeks[index], week: week, scenario: scenario)
        ledger.addSupport(
          scenario.supportRoles, of: group, agents: plan.weeks[index].heads, week: week)
      }
      ledger.addHiring(scenario: scenario, capacity: capacity, week: week)
      for plan in capacity.vendors {
        guard let vendor = scenario.vendor(plan.vendor), index < plan.weeks.count else { continue }
        ledger.addWork(
          of: vendor, plan: plan.weeks[index], week: index, capacity: capacity,
          scenario: scenario)
      }
      ledger.addShortages(scenario: scenario, capacity: capacity, week: index, date: week.start)
    }
    for plan in capacity.vendors {
      guard let vendor = scenario.vendor(plan.vendor) else { continue }
      ledger.addContract(
        of: vendor, months: plan.months, weeks: capacity.weeks,
        horizonStart: scenario.horizon.start)
    }
    ledger.addNotices(scenario: scenario)
    ledger.addEndStrength(scenario: scenario, capacity: capacity)
    ledger.addRelief(scenario: scenario, capacity: capacity)
    ledger.addOverBudget(scenario: scenario)

    var scheduleLedger = Ledger()
    if let schedule {
      scheduleLedger.addSchedule(schedule, capacity: capacity, scenario: scenario)
    }
    return CostStatement(
      currency: scenario.currency, lines: ledger.numbered,
      scheduleLines: scheduleLedger.numbered)
  }
}

/// Lines as they are collected; numbered at the end, in the order of date, category and supplier.
struct Ledger {
  private var lines: [LedgerLine] = []

  /// Adds a line unless its quantity is nothing.
  mutating func add(_ line: LedgerLine) {
    if line.quantity.millionths != 0 { lines.append(line) }
  }

  /// The money that is paid.
  var cash: Money { lines.filter { $0.category.isCash }.map(\.amount).total() }

  /// The lines in the ledger's order, numbered from 1.
  var numbered: [LedgerLine] {
    let ranks = Dictionary(
      uniqueKeysWithValues: CostCategory.allCases.enumerated().map { ($1, $0) })
    let sorted = lines.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.date != second.date { return first.date < second.date }
      let (firstRank, secondRank) = (ranks[first.category] ?? 0, ranks[second.category] ?? 0)
      if firstRank != secondRank { return firstRank < secondRank }
      if first.supplier != second.supplier { return first.supplier < second.supplier }
      return left.offset < right.offset
    }
    return sorted.enumerated().map { index, entry in entry.element.numbered(index + 1) }
  }
}

extension LedgerLine {
  fileprivate func numbered(_ number: Int) -> LedgerLine {
    LedgerLine(
      number: number, category: category, supplier: supplier, queue: queue, date: date,
      quantity: quantity, unit: unit, unitRate: unitRate, multiplier: multiplier, rule: rule,
      source: source, path: path)
  }
}
