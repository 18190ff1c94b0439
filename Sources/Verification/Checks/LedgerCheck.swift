internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import ShiftScheduling
internal import Units

/// Every line of the ledger, priced again from the plan's decisions, and the total to the minor
/// unit.
struct LedgerCheck: PlanCheck {
  let cost: CostStatement
  let schedule: ShiftSchedule?

  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    let again = CostAccountant().statement(
      scenario: evidence.scenario, capacity: evidence.plan, schedule: schedule)
    log.exactly(
      .text(cost.currency.code), .text(again.currency.code),
      Subject(.ledger, "currency", rule: "money is in the scenario's currency"))
    compare(cost.lines, again.lines, "", &log)
    log.exactly(
      .money(cost.total), .money(again.total),
      Subject(.ledger, "total", rule: "the sum of the lines that are paid"))
    if schedule != nil {
      compare(cost.scheduleLines, again.scheduleLines, "scheduled ", &log)
    }
    let numbered = [cost.lines, schedule == nil ? [] : cost.scheduleLines]
    for (place, line) in numbered.flatMap({ Array($0.enumerated()) }) {
      log.whole(
        line.number, .same, place + 1, unit: "line",
        Subject(.ledger, "number of the line", rule: "lines are numbered from 1"))
    }
  }

  /// What a line is of; lines of the same key are compared in their order.
  private struct Key: Hashable, Comparable {
    let date: LocalDate
    let category: String
    let supplier: String
    let queue: String
    let path: String
    let rule: String
    let multiplier: Multiplier

    init(_ line: LedgerLine) {
      date = line.date
      category = line.category.rawValue
      supplier = line.supplier
      queue = line.queue?.rawValue ?? ""
      path = line.path
      rule = line.rule
      multiplier = line.multiplier
    }

    private var order: [String] { [category, supplier, queue, path, rule] }

    static func < (left: Key, right: Key) -> Bool {
      if left.date != right.date { return left.date < right.date }
      if left.multiplier != right.multiplier { return left.multiplier < right.multiplier }
      return left.order.lexicographicallyPrecedes(right.order)
    }
  }

  private func compare(
    _ stated: [LedgerLine], _ again: [LedgerLine], _ prefix: String, _ log: inout CheckLog
  ) {
    let statedByKey = Dictionary(grouping: stated, by: Key.init)
    let againByKey = Dictionary(grouping: again, by: Key.init)
    for key in Set(statedByKey.keys).union(againByKey.keys).sorted() {
      let left = statedByKey[key] ?? []
      let right = againByKey[key] ?? []
      for place in 0..<max(left.count, right.count) {
        let first = left.indices.contains(place) ? left[place] : nil
        let second = right.indices.contains(place) ? right[place] : nil
        compare(first, second, key, prefix, &log)
      }
    }
  }

  private func compare(
    _ stated: LedgerLine?, _ again: LedgerLine?, _ key: Key, _ prefix: String,
    _ log: inout CheckLog
  ) {
    let owner = key.supplier.isEmpty ? key.queue : key.supplier
    func subject(_ what: String) -> Subject {
      Subject(
        .ledger, "\(prefix)\(key.category): \(what)", of: owner, week: Week(start: key.date),
        rule: key.rule)
    }
    guard let stated, let again else {
      let none = CheckedFigure.text("no such line")
      log.check(false, subject("amount")) {
        (stated.map { .money($0.amount) } ?? none, again.map { .money($0.amount) } ?? none)
      }
      return
    }
    log.exactly(.money(stated.amount), .money(again.amount), subject("amount"))
    log.exactly(
      .text("\(stated.quantity.doubleValue) \(stated.unit)"),
      .text("\(again.quantity.doubleValue) \(again.unit)"), subject("quantity"))
    log.exactly(
      .text(stated.unitRate.minorUnitsPerUnit.description),
      .text(again.unitRate.minorUnitsPerUnit.description), subject("rate in minor units"))
    log.exactly(.text(stated.source), .text(again.source), subject("source"))
  }
}
