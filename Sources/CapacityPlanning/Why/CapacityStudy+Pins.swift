internal import BusinessCalendar
internal import LinearProgramming
public import Scenarios
internal import Units

// The planner's own decisions.
extension CapacityStudy {
  /// The plan with `pins`, and what they cost against this study's plan.
  ///
  /// The other classes and contracts are held. Where the pins leave no plan with them, those of the
  /// groups and vendors that are pinned are decided anew, and where that is not enough, all.
  ///
  /// - Parameter inFull: decides everything anew from the start.
  /// - Throws: ``CapacityError/contradiction(_:)`` with the pins that cannot be kept.
  public func pinned(
    _ pins: [PlanPin], inFull: Bool = false
  ) throws(CapacityError) -> PinnedPlan {
    let other = scenario.with(pins: scenario.pins + pins)
    let program = CapacityProgram(other, requirement: requirement)
    let impossible = program.impossiblePins
    guard impossible.isEmpty else { throw .contradiction(impossible) }
    let name = solverName
    if !inFull, let solution = try solveHolding(program, pins) {
      let outcome = try outcome(of: solution, program)
      return PinnedPlan(
        plan: PlanReader(program, outcome).plan(solver: name),
        prices: try prices(of: pins, objective: solution.objective),
        cost: money(solution.objective), freeCost: cost, isAnew: false)
    }
    let plan = try CapacityPlanner(solver: solver, options: options)
      .plan(other, requirement: requirement)
    let objective = plan.solve.objective / input.scale
    return PinnedPlan(
      plan: plan, prices: try prices(of: pins, objective: objective), cost: money(objective),
      freeCost: cost, isAnew: true)
  }

  var solverName: String {
    (solver as? any CustomStringConvertible)?.description ?? "\(type(of: solver))"
  }

  /// What each pin costs by itself: with one only what all cost, else the plan without it.
  private func prices(
    of pins: [PlanPin], objective: Double
  ) throws(CapacityError) -> [PinnedPlan.Price] {
    var prices: [PinnedPlan.Price] = []
    for (place, pin) in pins.enumerated() {
      var rest = pins
      rest.remove(at: place)
      var without: Double? = base.objective
      if !rest.isEmpty {
        let other = scenario.with(pins: scenario.pins + rest)
        let program = CapacityProgram(other, requirement: requirement)
        without = try solveHolding(program, rest)?.objective
      }
      guard let without else { continue }
      prices.append(
        PinnedPlan.Price(pin: pin, cost: max(.zero, money(objective) - money(without))))
    }
    return prices
  }

  /// The program of pins solved with the plan's other decisions; `nil` where there is no plan.
  private func solveHolding(
    _ program: CapacityProgram, _ pins: [PlanPin]
  ) throws(CapacityError) -> Solution? {
    var kept = held
    var freedom = Freedom.none
    for pin in pins { kept.follow(pin, in: program.input, freeing: &freedom) }
    let resolver = Resolver(solver: solver)
    if let found = try resolver.solve(program.holding(kept), from: nil) { return found }
    guard !freedom.groups.isEmpty || !freedom.vendors.isEmpty else { return nil }
    return try resolver.solve(program.holding(kept, freeing: freedom), from: nil)
  }

  private func outcome(
    of solution: Solution, _ program: CapacityProgram
  ) throws(CapacityError) -> CapacityOutcome {
    var held = program.relaxation
    for key in program.classes.keys {
      held.setBounds(of: program.hires[key], to: .nonNegative)
      held.fix(program.classes[key], at: solution[program.classes[key]].rounded())
    }
    for key in program.active.keys {
      held.fix(program.active[key], at: solution[program.active[key]].rounded())
    }
    let resolver = Resolver(solver: solver)
    return CapacityOutcome(
      solution: solution, prices: try resolver.solve(held, from: solution.basis),
      bound: plan.solve.bound.map { $0 / input.scale }, isLimitReached: false,
      status: "other decisions held")
  }
}

extension HeldDecisions {
  /// Changes what a pin says of classes and contracts; what it leaves open becomes free.
  mutating func follow(
    _ pin: PlanPin, in input: CapacityInput, freeing freedom: inout Freedom
  ) {
    switch pin.subject {
    case .hires(let id, let date):
      guard let group = input.scenario.staffGroups.firstIndex(where: { $0.id == id }) else {
        return
      }
      freedom.groups[group] = 0
      let starts = input.staff[group].classStarts
      for week in starts {
        if let date, !input.calendar.weeks[week].contains(date) { continue }
        let key = GroupWeek(group: group, week: week)
        let heads = hires[key] ?? 0
        if date != nil {
          let below = pin.limitsAbove ? min(heads, pin.amount) : heads
          set(key, to: pin.limitsBelow ? max(below, pin.amount) : below, in: input)
        } else if pin.limitsAbove, pin.amount == 0 {
          set(key, to: 0, in: input)
        }
      }
    case .seats(let id, let date):
      guard let vendor = input.scenario.vendors.firstIndex(where: { $0.id == id }) else { return }
      freedom.vendors.insert(vendor)
      if date == nil, pin.limitsAbove, pin.amount == 0 {
        months = months.filter { $0.vendor != vendor }
      }
    case .contract(let id, let month):
      guard let vendor = input.scenario.vendors.firstIndex(where: { $0.id == id }),
        let place = input.calendar.months.firstIndex(of: month)
      else { return }
      freedom.vendors.insert(vendor)
      let key = VendorMonth(vendor: vendor, month: place)
      if pin.amount > 0 { months.insert(key) } else { months.remove(key) }
    case .overtime: break
    }
  }

  /// So many people in as few classes as hold them.
  private mutating func set(_ key: GroupWeek, to heads: Double, in input: CapacityInput) {
    let hiring = input.scenario.staffGroups[key.group].hiring
    let most = Double(max(1, hiring?.maximumClassSize ?? 1))
    let least = Double(max(1, hiring?.minimumClassSize ?? 1))
    let kept = heads < least - 1e-9 && heads != 0 ? 0 : heads
    hires[key] = kept
    classes[key] = Int((kept / most - 1e-9).rounded(.up).bounded(to: 0...1e6))
  }
}
