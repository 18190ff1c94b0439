internal import LinearProgramming
internal import Scenarios
internal import Units

// What rules and limits cost.
extension CapacityStudy {
  /// The rules of the scenario that cost anything in this plan, dearest first; of equal price in the
  /// order of the scenario.
  ///
  /// - Parameters:
  ///   - inFull: whether each of them is also priced by a plan made anew without it.
  ///   - wanted: only these rules, those that cost nothing too; `nil` for all.
  public func rulePrices(
    inFull: Bool = false, of wanted: [CapacityRule]? = nil
  ) throws(CapacityError) -> [RulePrice] {
    let rules = wanted ?? CapacityRule.all(of: scenario)
    let bound = try boundWeeks()
    var prices: [RulePrice] = []
    for rule in rules {
      guard let price = try price(of: rule, bound: bound, inFull: inFull) else { continue }
      if wanted != nil || price.saved > .zero || price.savedInFull ?? .zero > .zero {
        prices.append(price)
      }
    }
    return prices.enumerated().sorted {
      $0.element.saved == $1.element.saved
        ? $0.offset < $1.offset : $0.element.saved > $1.element.saved
    }.map(\.element)
  }

  private func price(
    of rule: CapacityRule, bound: [String: [Int]], inFull: Bool
  ) throws(CapacityError) -> RulePrice? {
    guard let other = scenario.without(rule) else { return nil }
    let relaxed = CapacityProgram(other, requirement: requirement)
    let solution = try solve(freeing: freedom(of: rule), of: relaxed)
    let saved = solution.map { max(.zero, money(base.objective - $0.objective)) } ?? .zero
    var full: Money?
    if inFull {
      let anew = try CapacityPlanner(solver: solver, options: options)
        .plan(other, requirement: requirement)
      full = max(.zero, money(base.objective - anew.solve.objective / input.scale))
    }
    guard saved > .zero || full ?? .zero > .zero else {
      return RulePrice(rule: rule, saved: .zero, savedInFull: full, weeks: [])
    }
    var weeks = bound[rule.path] ?? []
    if weeks.isEmpty, let solution {
      let changes = WeekProfile(model, base).changes(to: WeekProfile(relaxed, solution))
      weeks = changes.map(\.week)
    }
    return RulePrice(rule: rule, saved: saved, savedInFull: full, weeks: weeks)
  }

  /// The whole decisions that make use of a rule that is set aside.
  private func freedom(of rule: CapacityRule) -> Freedom {
    let groups = scenario.staffGroups
    switch rule.kind {
    case .recruitingLead, .classCalendar, .training, .ramp, .largestClass, .smallestClass,
      .trainers:
      return groups.firstIndex { $0.id.rawValue == rule.owner }.map { .group($0) } ?? .none
    case .vendorNotice, .vendorRamp, .vendorMost, .vendorLeast, .vendorCommitment,
      .contractLength, .vendorLearning, .vendorBatch, .vendorShare:
      return scenario.vendors.firstIndex { $0.id.rawValue == rule.owner }.map { .vendor($0) }
        ?? .none
    case .outsourcing, .missionCritical, .outsourcingOverall:
      return Freedom(vendors: Set(scenario.vendors.indices))
    case .attrition, .overtimePerWeek, .overtimeTakeUp, .overtimePerMonth, .seats, .budget,
      .endStrength:
      return .none
    }
  }

  /// The program of the shadow prices, solved: classes and contracts held, the people in a class
  /// free.
  func priced() throws(CapacityError) -> Solution? {
    let resolver = Resolver(solver: solver)
    return try resolver.solve(model.holding(held, isFilled: false), from: base.basis)
  }

  /// The weeks in which the rows of each path have a price.
  private func boundWeeks() throws(CapacityError) -> [String: [Int]] {
    guard let prices = try priced() else { return [:] }
    var weeks: [String: Set<Int>] = [:]
    for row in model.rows where row.draft.relief != nil {
      let dual = prices.shadowPrice(of: row.constraint) ?? 0
      guard dual.magnitude * row.draft.perUnit * input.scale >= 1 else { continue }
      weeks[row.draft.path, default: []].formUnion(row.draft.weeks)
    }
    return weeks.mapValues { $0.sorted() }
  }

  /// The dearest limits with what one more unit of each saves when the program is solved again;
  /// those that save most first.
  ///
  /// - Parameter most: how many limits are tried.
  public func limitValues(most: Int = 20) throws(CapacityError) -> [LimitValue] {
    guard let prices = try priced() else { return [] }
    let resolver = Resolver(solver: solver)
    var trial = LimitTrial(model: model, held: model.holding(held), cost: base.objective) {
      (try? resolver.solve($0, from: base.basis)).flatMap(\.self)
    }
    trial.decideAnew(around: held, solver: solver)
    let limits = BindingReader(model, prices).all()
    let savings = trial.savings(of: limits, most: most)
    return limits.compactMap { limit in
      savings[limit.constraint.name].map { LimitValue(limit: limit.constraint, saved: money($0)) }
    }.enumerated().sorted {
      $0.element.saved == $1.element.saved
        ? $0.offset < $1.offset : $0.element.saved > $1.element.saved
    }.map(\.element)
  }
}
