internal import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
internal import Scenarios
internal import Units

extension Ledger {
  /// What else a plan does with the people of one group in one week.
  mutating func addMeasures(
    of group: StaffGroup, plan: GroupPlan.WeekPlan, week: Week, scenario: Scenario
  ) {
    guard let measures = plan.measures else { return }
    let path = "staff-groups.\(group.id)"
    func line(
      _ category: CostCategory, _ heads: Headcount?, _ price: Money?, _ rule: String, _ key: String
    ) -> LedgerLine? {
      guard let heads, let price else { return nil }
      return LedgerLine(
        number: 0, category: category, supplier: group.id.rawValue, queue: nil, date: week.start,
        quantity: Quantity(heads.value), unit: "head", unitRate: UnitPrice(price), rule: rule,
        source: "scenario", path: "\(path).\(key)")
    }
    let lines = [
      line(
        .contractEnds, measures.contractsEnded, group.rules?.employment?.endingCost,
        "a sum is due for each contract that ends", "employment.ending-cost"),
      line(
        .redundancy, measures.released, group.rules?.redundancy?.cost,
        "a sum is due for each person who is made redundant", "redundancy.cost"),
    ]
    for line in lines.compactMap(\.self) { add(line) }
    addTime(of: group, measures, week: week, scenario: scenario)
    for movers in measures.movers ?? [] {
      guard let transfer = group.rules?.transfers?.first(where: { $0.group == movers.group })
      else { continue }
      add(
        LedgerLine(
          number: 0, category: .transfers, supplier: group.id.rawValue, queue: nil,
          date: week.start, quantity: Quantity(movers.started.value), unit: "head",
          unitRate: UnitPrice(transfer.cost),
          rule: "a sum is due for each person who moves to another group", source: "scenario",
          path: "\(path).transfers.\(movers.group).cost"))
    }
    for learners in measures.learners ?? [] {
      guard let training = group.rules?.crossTraining?.first(where: { $0.queue == learners.queue })
      else { continue }
      add(
        LedgerLine(
          number: 0, category: .crossTraining, supplier: group.id.rawValue, queue: learners.queue,
          date: week.start, quantity: Quantity(learners.started.value), unit: "head",
          unitRate: UnitPrice(training.cost),
          rule: "a sum is due for each person who learns another queue", source: "scenario",
          path: "\(path).cross-training.\(learners.queue).cost"))
    }
  }

  /// Leave that is paid and time off that is still owed, by the law of the last day; pay that is saved by
  /// time off, by that of the week's days.
  private mutating func addTime(
    of group: StaffGroup, _ measures: StaffMeasures, week: Week, scenario: Scenario
  ) {
    let rules = scenario.payRules(on: week.days.last ?? week.start)
    let atEnd = scenario.hourlyPay(of: group, atEndOf: week)
    func line(
      _ category: CostCategory, _ time: WorkTime?, _ factor: Multiplier?, _ rule: String,
      at rate: UnitPrice, source: String = "scenario", _ key: String
    ) -> LedgerLine? {
      guard let time, let factor else { return nil }
      return LedgerLine(
        number: 0, category: category, supplier: group.id.rawValue, queue: nil, date: week.start,
        quantity: Quantity(time), unit: "hour", unitRate: rate, multiplier: factor, rule: rule,
        source: source, path: "staff-groups.\(group.id).\(key)")
    }
    let unpaid = group.rules?.undertime.map { Rational(nearest: $0.paid.value) - Rational.one }
    let restDay = rules?.payClass(on: .restDay, beyondDailyHours: false)
    let lines = [
      line(
        .unusedLeave, measures.unusedLeave,
        group.rules?.leave.map { Multiplier(Rational(nearest: $0.unusedPay.value)) },
        "leave that nobody took and nobody may keep is paid", at: atEnd, "leave.unused-pay"),
      line(
        .undertime, measures.undertime, unpaid.map { Multiplier($0) },
        "hours of voluntary time off are not paid, or in part",
        at: scenario.hourlyPay(of: group, in: week), "undertime.paid"),
      line(
        .restDayWork, measures.timeOwed, restDay?.multiplier ?? .single,
        restDay?.sentence ?? "hours off that are still owed are paid",
        at: atEnd, source: restDay?.source.description ?? "scenario", "overtime.time-off-within"),
    ]
    for line in lines.compactMap(\.self) { addPay(line, of: group) }
  }
}
