internal import BusinessCalendar
public import LinearProgramming
public import Scenarios
public import Staffing
internal import Units

/// Carries out a hand-made plan: the decisions are fixed, every rule may give way, and what gives way
/// is a breach with its name.
public struct PlanEvaluator: Sendable {
  private let solver: any Solver

  /// An evaluator that solves with `solver`.
  public init(solver: any Solver) { self.solver = solver }

  /// What `plan` gives in `scenario`.
  ///
  /// The hours of each week go to the queues as well as the plan allows. People, seats and overtime
  /// count as the plan has them, also where that breaks a rule; the breach says by how much. The
  /// outsourcing limits are kept, for which queue a vendor serves is no decision of such a plan; so
  /// is the law of who may work what. Support roles follow the agents.
  ///
  /// - Throws: ``CapacityError`` when the solver fails.
  public func evaluation(
    of plan: HandMadePlan, in scenario: Scenario, requirement: StaffingRequirement
  ) throws(CapacityError) -> PlanEvaluation {
    let rules = CapacityInput(scenario, requirement: requirement)
    let given = GivenPlan(plan, in: rules)
    var families = Set(CapacityFamily.allCases).subtracting([.vendorRamp, .pin])
    // A budget that is a price is one cost of several; as a limit it is looked at below.
    let isPriced = scenario.policy.overBudget != nil
    if !isPriced { families.remove(.budget) }
    let model = CapacityProgram(given.input(from: rules), families: families)
    let elastic = ElasticProgram(model, given: given)
    let budget = isPriced ? nil : scenario.policy.budget
    let solution = try elastic.solve(with: solver, keeping: budget)
    let outcome = CapacityOutcome(
      solution: solution.values, prices: nil, bound: nil, isLimitReached: false,
      status: "evaluated")
    let reader = PlanReader(model, outcome)
    let done = given.asGiven(reader.plan(solver: "\(type(of: solver))"))
    let cash = model.parts.filter { $0.part.isCash }.map { solution.values.value(of: $0.sum) }
      .reduce(0, +)
    var breaches = given.breaches(against: rules)
    breaches += solution.breaches
    if let budget {
      let most = budget.approximateMinorUnits / rules.scale
      if cash > most + 0.005 {
        breaches.append(
          PlanEvaluation.Breach(
            week: nil, rule: "the budget", amount: cash - most,
            unit: scenario.currency.code, path: "policy.budget"))
      }
    }
    let ordered = breaches.enumerated().sorted {
      ($0.element.week ?? .max, $0.offset) < ($1.element.week ?? .max, $1.offset)
    }
    return PlanEvaluation(
      plan: done, cost: rules.money(solution.values.objective), cash: rules.money(cash),
      services: services(of: done, in: rules), breaches: ordered.map(\.element))
  }

  private func services(
    of plan: CapacityPlan, in input: CapacityInput
  ) -> [PlanEvaluation.Service] {
    input.queues.indices.map { queue in
      let id = input.queues[queue].id
      let short = plan.shortages.filter { $0.queue == id }
      let required = (0..<input.weekCount).reduce(0) { $0 + input.required(queue, $1) }
      return PlanEvaluation.Service(
        queue: id.rawValue, required: WorkTime(hours: required),
        short: short.map(\.netTime).total(), contactsLost: short.map(\.contactsLost).total())
    }
  }
}

/// A hand-made plan by the places of a scenario.
struct GivenPlan: Sendable {
  let hires: [[Double]]
  let overtime: [[Double]]
  let seats: [[Double]]
  /// Classes by group, where they are given.
  let classes: [[Double]?]
  /// Whether a vendor's contract runs, by vendor, where that is given.
  let contracts: [[Double]?]
  /// Redundancies by group; nobody where nothing is given.
  let released: [[Double]]
  /// Hours by group, where they are given.
  let leave: [[Double]?]
  let undertime: [[Double]?]
  let timeOff: [[Double]?]
  /// People who begin to learn, by group and option; nobody where nothing is given.
  let learning: [[[Double]]]
  /// People who begin to move, by group and option; nobody where nothing is given.
  let moving: [[[Double]]]

  init(_ plan: HandMadePlan, in input: CapacityInput) {
    func amounts(_ kind: HandMadePlan.Kind, _ owner: String) -> [Double] {
      var given = Array(plan.amounts(kind, of: owner).prefix(input.weekCount))
      while given.count < input.weekCount { given.append(0) }
      return given
    }
    let groups = input.scenario.staffGroups.map(\.id.rawValue)
    hires = groups.map { amounts(.hires, $0).map { $0.rounded() } }
    overtime = groups.map { amounts(.overtime, $0) }
    let vendors = input.scenario.vendors.map(\.id.rawValue)
    seats = vendors.map { amounts(.seats, $0) }
    func given(_ kind: HandMadePlan.Kind, _ owner: String) -> [Double]? {
      plan.given(kind, of: owner).map { _ in amounts(kind, owner) }
    }
    classes = groups.map { given(.classes, $0) }
    contracts = vendors.map { given(.contract, $0) }
    released = groups.map { amounts(.redundancies, $0) }
    leave = groups.map { given(.leave, $0) }
    undertime = groups.map { given(.undertime, $0) }
    timeOff = groups.map { given(.timeOff, $0) }
    learning = groups.indices.map { group in
      input.crossTraining(group).map { amounts(.learning, "\(groups[group])>\($0.queue)") }
    }
    moving = groups.indices.map { group in
      input.transfers(group).map { amounts(.moving, "\(groups[group])>\($0.group)") }
    }
  }

  /// The scenario in which what the plan does is possible.
  func input(from rules: CapacityInput) -> CapacityInput {
    var input = rules
    for group in input.staff.indices {
      input.staff[group].admit(classesIn: hires[group].indices.filter { hires[group][$0] > 0 })
    }
    for vendor in input.vendors.indices { input.vendors[vendor].given = seats[vendor] }
    return input
  }

  /// The plan with the seats as they were given: paid or not, they are there.
  func asGiven(_ plan: CapacityPlan) -> CapacityPlan {
    let vendors = zip(plan.vendors, seats).map { vendor, seats in
      var before = vendor.weeks.first.map { $0.seats.value - $0.added.value } ?? 0
      let weeks = zip(vendor.weeks, seats).map { week, given in
        let added = max(0, given - before)
        before = given
        return VendorPlan.WeekPlan(
          seats: Headcount(given), added: Headcount(added), billedOrdinary: week.billedOrdinary,
          billedStatutoryHoliday: week.billedStatutoryHoliday, allocations: week.allocations)
      }
      return VendorPlan(vendor: vendor.vendor, weeks: weeks, months: vendor.months)
    }
    let shortages = plan.shortages.map { shortage in
      Shortage(
        queue: shortage.queue, week: shortage.week, bucket: shortage.bucket,
        netTime: shortage.netTime, tiers: shortage.tiers, cost: shortage.cost,
        causes: ["the plan is given"])
    }
    return CapacityPlan(
      weeks: plan.weeks, requirement: plan.requirement, groups: plan.groups,
      classes: plan.classes, vendors: vendors, shortages: shortages,
      missingAtEnd: plan.missingAtEnd, bindingConstraints: plan.bindingConstraints,
      objectiveParts: plan.objectiveParts, solve: plan.solve, relief: plan.relief)
  }

  // MARK: - Rules that are bounds and not rows

  /// Breaches of leads, calendars, notices, ramps and sizes.
  func breaches(against rules: CapacityInput) -> [PlanEvaluation.Breach] {
    hires.indices.flatMap { hiringBreaches($0, rules) }
      + seats.indices.flatMap { vendorBreaches($0, rules) }
  }

  private func hiringBreaches(_ group: Int, _ rules: CapacityInput) -> [PlanEvaluation.Breach] {
    let id = rules.groupID(group)
    let path = "staff-groups.\(id).hiring"
    return hires[group].indices.compactMap { week in
      let heads = hires[group][week]
      guard heads > 0, !rules.staff[group].classStarts.contains(week) else { return nil }
      let when = rules.weekName(week)
      guard let hiring = rules.scenario.staffGroups[group].hiring else {
        return PlanEvaluation.Breach(
          week: week, rule: "no hiring for \(id) in \(when)", amount: heads,
          unit: "person", path: path)
      }
      if week < hiring.recruitingLeadWeeks {
        return PlanEvaluation.Breach(
          week: week, rule: "recruiting lead of \(id) in \(when)",
          amount: Double(hiring.recruitingLeadWeeks - week), unit: "week",
          path: "\(path).recruiting-lead")
      }
      let isLate = week + rules.staff[group].trainingWeeks >= rules.weekCount
      let next = rules.staff[group].classStarts.first { $0 > week }
      return PlanEvaluation.Breach(
        week: week,
        rule: isLate
          ? "no contacts within the horizon for classes of \(id) in \(when)"
          : "class calendar of \(id) in \(when)",
        amount: Double(next.map { $0 - week } ?? 1), unit: "week",
        path: isLate ? "\(path).training" : "\(path).class-every")
    }
  }

  private func vendorBreaches(_ vendor: Int, _ rules: CapacityInput) -> [PlanEvaluation.Breach] {
    let terms = rules.vendors[vendor]
    let id = rules.vendorID(vendor)
    var found: [PlanEvaluation.Breach] = []
    var before = terms.initialSeats
    for (week, given) in seats[vendor].enumerated() {
      let when = rules.weekName(week)
      func add(_ rule: String, _ amount: Double, _ key: String) {
        guard amount > 0.02 else { return }
        found.append(
          PlanEvaluation.Breach(
            week: week, rule: "\(rule) of \(id) in \(when)", amount: amount, unit: "seat",
            path: "vendors.\(id).\(key)"))
      }
      let most = max(0, terms.vendor.maximumSeats.value)
      add("most seats", given - most, "maximum-seats")
      if let batch = terms.seatBatch {
        let whole = (given / batch).rounded(.up) * batch
        add(
          "whole batches", given.truncatingRemainder(dividingBy: batch) > 0.02 ? whole - given : 0,
          "seat-batch")
      }
      let added = min(given, most) - before
      if week < terms.vendor.noticeWeeks {
        add("notice", added, "notice")
      } else {
        let ramp = terms.growth(in: week)
        let atStart = before <= 0 ? max(ramp, min(most, terms.vendor.minimumSeats.value)) : ramp
        add("ramp", added - atStart, "ramp-per-week")
      }
      before = given
    }
    return found
  }
}
