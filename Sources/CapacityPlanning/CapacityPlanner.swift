public import LinearProgramming
public import Scenarios
public import Staffing
internal import Units

/// Decides who carries the requirement, week by week: hiring classes, overtime, vendors.
///
/// The program is a mixed-integer one. Its relaxation gives a bound; a dive rounds contracts and
/// classes along the weeks; a search looks for a better plan where the dive is not within the gap.
/// The better of the two is the plan. The same scenario gives the same plan, unless a limit of time
/// is set and reached.
public struct CapacityPlanner: Sendable {
  /// Told how far the search for whole classes and contracts has come; may end it, and the best plan
  /// found so far is the plan.
  public typealias Listener = @Sendable (SolverProgress) -> SolverDirective

  private let solver: any Solver
  private let options: CapacityOptions
  private let onProgress: Listener?

  /// A planner that solves with `solver`; `onProgress` is called on the solver's thread.
  public init(
    solver: any Solver, options: CapacityOptions = CapacityOptions(),
    onProgress: Listener? = nil
  ) {
    self.solver = solver
    self.options = options
    self.onProgress = onProgress
  }

  /// The program that is solved, for files and for study.
  public func program(
    _ scenario: Scenario, requirement: StaffingRequirement
  ) -> LinearProgram {
    CapacityProgram(scenario, requirement: requirement).program
  }

  /// What the program is that is solved: its families, rows and columns.
  public func outline(
    _ scenario: Scenario, requirement: StaffingRequirement
  ) -> ProgramOutline {
    ProgramOutline(CapacityProgram(scenario, requirement: requirement))
  }

  /// The plan of a scenario whose queues need `requirement`.
  ///
  /// - Throws: ``CapacityError``: rules that contradict each other, by name; or what the solver says.
  public func plan(
    _ scenario: Scenario, requirement: StaffingRequirement
  ) throws(CapacityError) -> CapacityPlan {
    let program = CapacityProgram(scenario, requirement: requirement)
    let impossible = program.impossiblePins
    guard impossible.isEmpty else { throw .contradiction(impossible) }
    let search = CapacitySearch(
      program, solver: solver, options: options, onProgress: onProgress)
    let found = try search.run()
    return PlanReader(program, found, savings: savings(program, found))
      .plan(solver: solverName)
  }

  /// What one more unit of each of the dearest limits saves, tried.
  private func savings(_ model: CapacityProgram, _ found: CapacityOutcome) -> [String: Double] {
    guard let prices = found.prices else { return [:] }
    var options = SolverOptions()
    options.acceptsEmptyRows = true
    options.isReportedByCaller = true
    var trial = LimitTrial(
      model: model, held: model.program.fixingIntegers(at: found.solution),
      cost: found.solution.objective
    ) { [solver, options] program in
      let solution = try? solver.solve(program, options: options, from: prices.basis)
      return solution.flatMap { $0.hasSolution ? $0 : nil }
    }
    if model.isSmall {
      trial.decideAnew(around: HeldDecisions(found.solution, in: model), solver: solver)
    }
    return trial.savings(
      of: BindingReader(model, prices).all(), most: model.isLarge ? 3 : LimitTrial.most)
  }

  /// What the solver calls itself, else its type.
  private var solverName: String {
    (solver as? any CustomStringConvertible)?.description ?? "\(type(of: solver))"
  }
}
