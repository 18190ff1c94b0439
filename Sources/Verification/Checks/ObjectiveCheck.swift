internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import Units

/// What the program says that it minimised is what the ledger costs, part by part, but for the
/// rounding of time and money; the parts sum to the objective, and the bound is below it.
struct ObjectiveCheck: PlanCheck {
  let cost: CostStatement

  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    let parts = evidence.plan.objectiveParts
    let solve = evidence.plan.solve
    guard !parts.isEmpty else { return }
    let scale = parts.reduce(0) { $0 + $1.value.magnitude }
    for category in CostCategory.allCases {
      let value = parts.filter { $0.key == category.rawValue }.reduce(0) { $0 + $1.value }
      let lines = cost.lines.filter { $0.category == category }
      let slack = 1 + scale * 1e-6 + lines.reduce(0) { $0 + $1.rounding }
      money(
        value, lines.map(\.amount).total().approximateMinorUnits, slack: slack,
        "part of the objective: \(category.rawValue)", "the ledger's lines of the category", &log)
    }
    let known = Set(CostCategory.allCases.map(\.rawValue))
    for part in parts where !known.contains(part.key) {
      money(
        part.value, 0, slack: 0, "part of the objective: \(part.key)",
        "a part of the objective is a category of the ledger", &log)
    }
    money(
      solve.objective, parts.reduce(0) { $0 + $1.value }, slack: 1 + scale * 1e-6, "objective",
      "the sum of its parts", &log)
    guard let bound = solve.bound else { return }
    let slack = 1 + scale * 1e-6
    log.check(
      bound <= solve.objective + slack,
      Subject(.objective, "bound", rule: "no plan costs less than the proven bound"), .atMost
    ) { (figure(bound), figure(solve.objective)) }
  }

  private func money(
    _ stated: Double, _ recomputed: Double, slack: Double, _ what: String, _ rule: String,
    _ log: inout CheckLog
  ) {
    log.check(
      (stated - recomputed).magnitude <= slack, Subject(.objective, what, rule: rule)
    ) { (figure(stated), figure(recomputed)) }
  }

  private func figure(_ minorUnits: Double) -> CheckedFigure {
    Int64(exactly: minorUnits.rounded()).map { .money(Money(minorUnits: $0)) }
      ?? .text("\(minorUnits)")
  }
}
