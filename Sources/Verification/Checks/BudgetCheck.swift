internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import Units

/// `Σ cash lines of the ledger ≤ budget`. The program counts in fractions of seconds and of cents;
/// the ledger may be above it by what it rounds.
struct BudgetCheck: PlanCheck {
  let cost: CostStatement

  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    guard let budget = evidence.scenario.policy.budget, evidence.scenario.policy.overBudget == nil
    else { return }
    let lines = cost.lines.filter { $0.category.isCash }
    let total = lines.map(\.amount).total()
    let slack = lines.reduce(0) { $0 + $1.rounding } + budget.approximateMinorUnits.magnitude * 1e-6
    log.check(
      total.approximateMinorUnits <= budget.approximateMinorUnits + slack,
      Subject(.budget, "money paid", rule: "what is paid over the horizon is within the budget"),
      .atMost
    ) { (.money(total), .money(budget)) }
  }
}

extension LedgerLine {
  /// What rounding a quantity to seconds and an amount to minor units can make of the line.
  var rounding: Double {
    let price = unitRate.approximateMinorUnits.magnitude * multiplier.doubleValue.magnitude
    let isTime = unit == "hour"
    let isContact = unit == "contact"
    let quantity = isTime ? 1.0 / 3600 : isContact ? 1 : category == .contributions ? 0 : 1e-6
    return 0.5 + price * quantity
  }
}
