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
    let worth = TrainerWorth(program, found, solver: solver)
    return PlanReader(program, found, trainerWorth: worth).plan(solver: solverName)
  }

  /// What the solver calls itself, else its type.
  private var solverName: String {
    (solver as? any CustomStringConvertible)?.description ?? "\(type(of: solver))"
  }
}
