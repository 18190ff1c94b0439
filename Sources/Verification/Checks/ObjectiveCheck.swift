internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import Units

/// What the program says that it minimised is what the ledger costs, part by part, but for the
/// rounding of time and money; the parts sum to the objective, the bound is below it, and the gap is
/// the distance of the two. A plan that does not state the parts has its objective compared with all
/// of the ledger.
struct ObjectiveCheck: PlanCheck {
  let cost: CostStatement

  /// What the end of a search can be called.
  private static let statuses: Set<String> = [
    "optimal", "within gap", "limit reached", "other decisions held", "evaluated",
  ]

  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    let parts = evidence.plan.objectiveParts
    if parts.isEmpty {
      compareWithLedger(evidence.plan.solve.objective, &log)
    } else {
      compare(parts, evidence.plan.solve.objective, &log)
    }
    compareBound(evidence.plan.solve, &log)
  }

  /// The whole ledger, weights that nobody pays included.
  private func compareWithLedger(_ objective: Double, _ log: inout CheckLog) {
    let all = cost.lines.map(\.amount).total().approximateMinorUnits
    let scale = cost.lines.reduce(0) { $0 + $1.amount.approximateMinorUnits.magnitude }
    let slack = 1 + scale * 1e-6 + cost.lines.reduce(0) { $0 + $1.rounding }
    money(objective, all, slack: slack, "objective", "the sum of all lines of the ledger", &log)
  }

  private func compare(_ parts: [ObjectivePart], _ objective: Double, _ log: inout CheckLog) {
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
      objective, parts.reduce(0) { $0 + $1.value }, slack: 1 + scale * 1e-6, "objective",
      "the sum of its parts", &log)
  }

  /// `bound ≤ objective`, `gap = (objective − bound) ÷ |objective|`, and a word on the end that fits.
  private func compareBound(_ solve: SolveReport, _ log: inout CheckLog) {
    guard let bound = solve.bound else {
      log.check(
        solve.gap == nil, Subject(.objective, "gap", rule: "without a bound there is no gap")
      ) { (.text("\(solve.gap?.value ?? 0)"), .text("none")) }
      return
    }
    let slack = 1 + solve.objective.magnitude * 1e-6
    log.check(
      bound <= solve.objective + slack,
      Subject(.objective, "bound", rule: "no plan costs less than the proven bound"), .atMost
    ) { (figure(bound), figure(solve.objective)) }
    let gap = max(0, solve.objective - bound) / max(1, solve.objective.magnitude)
    let isKnown = solve.objective.magnitude > 1
    log.check(
      !isKnown || ((solve.gap?.value ?? .infinity) - gap).magnitude <= 1e-9,
      Subject(.objective, "gap", rule: "(objective − bound) ÷ objective")
    ) { (.text(solve.gap.map { "\($0.value)" } ?? "none"), .text("\(gap)")) }
    log.check(
      ObjectiveCheck.statuses.contains(solve.status),
      Subject(.objective, "status", rule: "the end of a search has a word that is known")
    ) {
      (.text(solve.status), .text(ObjectiveCheck.statuses.sorted().joined(separator: ", ")))
    }
    let isOptimal = solve.status == "optimal"
    log.check(
      !isKnown || !isOptimal || gap <= 2e-7,
      Subject(.objective, "status", rule: "a plan is optimal when its objective is its bound")
    ) { (.text(solve.status), .text("a gap of \(gap)")) }
    let isCutOff = solve.status == "limit reached"
    log.check(
      isCutOff == solve.isLimitReached,
      Subject(.objective, "status", rule: "a plan whose search was cut off says so")
    ) { (.text(solve.status), .text(solve.isLimitReached ? "a limit was reached" : "none was")) }
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
