public import LinearProgramming
public import Scenarios
public import Staffing
public import Units

/// Asks a plan what-if questions: the whole decisions of the plan are held, one thing is changed, and
/// the program is solved again.
///
/// Its prices are those of the short run: the classes and contracts stand as planned, but for those
/// of the group or vendor that is asked about. What deciding everything anew would give is asked for
/// by itself, and takes as long as a plan.
public struct CapacityStudy: Sendable {
  let scenario: Scenario
  let requirement: StaffingRequirement
  let plan: CapacityPlan
  let model: CapacityProgram
  let held: HeldDecisions
  /// The plan solved again with its whole decisions.
  let base: Solution
  let solver: any Solver
  /// How plans are made anew.
  let options: CapacityOptions

  /// The most nodes of a search in which one group's classes or one vendor's months are free.
  static let mostNodes = 60

  /// A study of `plan`, made for `scenario` and `requirement`.
  ///
  /// - Throws: ``CapacityError`` where the plan's classes and contracts are none of this scenario's.
  public init(
    _ scenario: Scenario, requirement: StaffingRequirement, plan: CapacityPlan,
    solver: any Solver, options: CapacityOptions = CapacityOptions()
  ) throws(CapacityError) {
    self.scenario = scenario
    self.requirement = requirement
    self.plan = plan
    self.solver = solver
    self.options = options
    model = CapacityProgram(scenario, requirement: requirement)
    held = HeldDecisions(plan, for: model.input)
    let resolver = Resolver(solver: solver, nodes: 2_000)
    guard let base = try resolver.solve(model.holding(held), from: nil) else {
      throw .nothingFound("the plan’s classes and contracts do not fit the scenario")
    }
    self.base = base
  }

  var input: CapacityInput { model.input }

  /// What the plan costs, shortage and end strength at their prices included.
  public var cost: Money { money(base.objective) }

  /// An amount of the program in money.
  func money(_ amount: Double) -> Money { input.money(amount) }

  /// Solves the program again with the plan's whole decisions and one change; `nil` where the change
  /// leaves no plan.
  func solve(
    freeing freedom: Freedom = .none, of other: CapacityProgram? = nil,
    _ change: (inout LinearProgram) -> Void = { _ in }
  ) throws(CapacityError) -> Solution? {
    let resolver = Resolver(solver: solver)
    let changed = other ?? model
    var program = changed.holding(held)
    change(&program)
    let start = other == nil ? base.basis : nil
    let fixed = try resolver.solve(program, from: start)
    guard !freedom.groups.isEmpty || !freedom.vendors.isEmpty else { return fixed }
    var free = changed.holding(held, freeing: freedom)
    change(&free)
    let anew = try resolver.solve(free, from: nil)
    guard let anew, let fixed else { return anew ?? fixed }
    return anew.objective <= fixed.objective ? anew : fixed
  }
}

extension CapacityInput {
  /// An amount of the program, in major units, as money.
  func money(_ amount: Double) -> Money {
    Money(minorUnits: Int64((amount * scale).rounded().bounded(to: -9e18...9e18)))
  }
}

/// Solves a program of which few decisions are whole.
struct Resolver: Sendable {
  let solver: any Solver
  var nodes = CapacityStudy.mostNodes

  /// The best solution found; `nil` where there is none. A search is ended by its number of nodes,
  /// never by the clock.
  func solve(_ program: LinearProgram, from basis: Basis?) throws(CapacityError) -> Solution? {
    var options = SolverOptions()
    options.acceptsEmptyRows = true
    guard program.isMixedInteger else { return try solve(program, options, from: basis) }
    let most = nodes
    options.gap = 1e-4
    options.onProgress = { $0.phase == .search && $0.nodes >= most ? .stop : .proceed }
    guard let found = try solve(program, options, from: nil) else { return nil }
    options.onProgress = nil
    return try solve(program.fixingIntegers(at: found), options, from: nil)
  }

  private func solve(
    _ program: LinearProgram, _ options: SolverOptions, from basis: Basis?
  ) throws(CapacityError) -> Solution? {
    do {
      let solution = try solver.solve(program, options: options, from: basis)
      return solution.hasSolution ? solution : nil
    } catch {
      throw .solver(error)
    }
  }
}
