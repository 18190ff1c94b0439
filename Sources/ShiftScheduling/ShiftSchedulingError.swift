public import LinearProgramming

/// Why a schedule could not be made. Shortage is no error: it is part of the schedule.
public enum ShiftSchedulingError: Error, Sendable, Equatable {
  /// The solver refused a program or failed.
  case solver(program: String, SolverError)
  /// The solver ended without a solution to a program that always has one.
  case unsolved(program: String, meaning: SolutionMeaning)
  /// The capacity plan has fewer weeks than the requirement.
  case weekMissing(week: Int, weeksInPlan: Int)
}

extension ShiftSchedulingError: CustomStringConvertible {
  /// What failed, where, and what to do.
  public var description: String {
    switch self {
    case .solver(let program, let error):
      "the program “\(program)” could not be solved: \(error)"
    case .unsolved(let program, let meaning):
      "the program “\(program)” ended without a solution (\(meaning)); "
        + "please report it with the scenario: it should always have one"
    case .weekMissing(let week, let weeks):
      "week \(week + 1) is to be scheduled, and the capacity plan has \(weeks); "
        + "make the plan and the requirement from the same scenario"
    }
  }
}
