internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

/// Reads a capacity plan from the solution of its program.
struct PlanReader: Sendable {
  let model: CapacityProgram
  let outcome: CapacityOutcome
  /// What one more unit of a limit saves, by the names of the rows that were tried.
  private let savings: [String: Double]

  var input: CapacityInput { model.input }

  init(
    _ model: CapacityProgram, _ outcome: CapacityOutcome, savings: [String: Double] = [:]
  ) {
    self.model = model
    self.outcome = outcome
    self.savings = savings
  }

  func plan(solver: String) -> CapacityPlan {
    let bindings = BindingReader(model, outcome.prices, savings: savings)
    let all = bindings.all()
    var plan = CapacityPlan(
      weeks: input.calendar.weeks,
      requirement: requirement,
      groups: input.staff.indices.map(groupPlan),
      classes: input.staff.indices.flatMap(classes(of:))
        .sorted { ($0.start, $0.group) < ($1.start, $1.group) },
      vendors: input.vendors.indices.map(vendorPlan),
      shortages: shortages(bindings, all),
      missingAtEnd: Headcount(model.missing.keys.reduce(0) { $0 + value(model.missing[$1]) }),
      bindingConstraints: all.prefix(BindingReader.most).map(\.constraint),
      objectiveParts: objectiveParts,
      solve: report(solver: solver), relief: relief)
    plan.families = model.activeFamilies
    plan.clockPay = input.clockPay.isEmpty ? nil : input.clockPay
    plan.contactRates = input.contactRates.isEmpty ? nil : input.contactRates
    plan.nightHours = input.nightHours.isEmpty ? nil : input.nightHours
    return plan
  }

  /// The value of a variable without the solver's dust.
  func value(_ variable: Variable) -> Double { outcome.solution[variable].withoutDust }

  func value(_ variable: Variable?) -> Double { variable.map { value($0) } ?? 0 }

  private var requirement: [QueueWeeks] {
    input.queues.indices.map { queue in
      QueueWeeks(
        queue: input.queues[queue].id,
        ordinary: input.required[queue].map { WorkTime(hours: $0[0]) },
        statutoryHoliday: input.required[queue].map { WorkTime(hours: $0[1]) })
    }
  }

  private func shortages(_ bindings: BindingReader, _ all: [BoundLimit]) -> [Shortage] {
    (0..<input.weekCount).flatMap { week in
      input.queues.indices.flatMap { queue in
        DayBucket.allCases.compactMap { bucket in
          shortage(queue, week, bucket, bindings, all)
        }
      }
    }
  }

  private func shortage(
    _ queue: Int, _ week: Int, _ bucket: DayBucket, _ bindings: BindingReader,
    _ all: [BoundLimit]
  ) -> Shortage? {
    let hours = ShortagePrice.tiers(of: input.queues[queue]).indices.reduce(0) { sum, tier in
      let key = ShortageKey(queue: queue, week: week, bucket: bucket, tier: tier)
      return sum + value(model.short.variable(for: key))
    }
    let time = WorkTime(hours: hours)
    guard time > .zero else { return nil }
    let required = WorkTime(hours: input.required(queue, week, bucket))
    let tiers = ShortagePrice.contacts(
      with: time, of: required, in: input.queues[queue],
      taking: input.handleTime(queue, week, bucket))
    return Shortage(
      queue: input.queues[queue].id, week: week, bucket: bucket, netTime: time, tiers: tiers,
      cost: ShortagePrice.cost(of: tiers, in: input.queues[queue]),
      causes: bindings.causes(of: queue, in: week, on: bucket, among: all))
  }

  private var objectiveParts: [ObjectivePart] {
    model.parts.map { part, sum in
      ObjectivePart(
        key: part.rawValue, value: outcome.solution.value(of: sum) * input.scale,
        isCash: part.isCash)
    }
  }

  private func report(solver: String) -> SolveReport {
    let program = model.program
    let objective = outcome.solution.objective
    let bound = outcome.bound
    let gap = bound.map { Share(max(0, objective - $0) / max(1e-9, objective.magnitude)) }
    return SolveReport(
      program: program.name, solver: solver, status: outcome.status,
      objective: objective * input.scale, bound: bound.map { $0 * input.scale }, gap: gap,
      rows: program.constraintCount, columns: program.variableCount,
      integers: program.variables.count { program.kind(of: $0) != .continuous },
      isLimitReached: outcome.isLimitReached)
  }
}
