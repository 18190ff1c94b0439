/// The solver's own word on how it ended.
public struct SolverStatus: Sendable, Hashable, Codable {
  /// The solver's code.
  public let code: Int
  /// The solver's name for the code, such as `GLP_ETMLIM`.
  public let name: String
  /// The solver's meaning of the code, in a few words.
  public let explanation: String

  /// A status by its parts.
  public init(code: Int, name: String, explanation: String) {
    self.code = code
    self.name = name
    self.explanation = explanation
  }
}

/// What ended a solve before it was done.
public enum SolverLimit: String, Sendable, Hashable, Codable {
  /// The time was up.
  case time
  /// The iterations were used up.
  case iterations
  /// The progress function asked to stop.
  case cancelled
  /// Rounding errors kept the solver from going on.
  case numericalTrouble
}

/// What the end of a solve means for the program.
public enum SolutionMeaning: Sendable, Hashable, Codable {
  /// There is no better solution (within the tolerances).
  case optimal
  /// A solution within the relative gap that was asked for.
  case withinGap
  /// A solution, the best found before the limit; a better one may exist.
  case feasible(SolverLimit)
  /// No values satisfy all requirements.
  case infeasible
  /// The objective can be bettered without end.
  case unbounded
  /// One of the two; which one, the solver did not find out.
  case infeasibleOrUnbounded
  /// Nothing was found before the limit; a solution may exist.
  case nothingFound(SolverLimit)

  /// Whether there are values to use.
  public var hasSolution: Bool {
    switch self {
    case .optimal, .withinGap, .feasible: true
    case .infeasible, .unbounded, .infeasibleOrUnbounded, .nothingFound: false
    }
  }
}

extension SolutionMeaning: CustomStringConvertible {
  /// A few words for people.
  public var description: String {
    switch self {
    case .optimal: "optimal"
    case .withinGap: "optimal within the gap asked for"
    case .feasible(let limit): "feasible, stopped by \(limit.words)"
    case .infeasible: "infeasible: the requirements contradict each other"
    case .unbounded: "unbounded: the objective can be bettered without end"
    case .infeasibleOrUnbounded: "infeasible or unbounded"
    case .nothingFound(let limit): "no solution found, stopped by \(limit.words)"
    }
  }
}

extension SolverLimit {
  fileprivate var words: String {
    switch self {
    case .time: "the time limit"
    case .iterations: "the iteration limit"
    case .cancelled: "request"
    case .numericalTrouble: "rounding errors"
    }
  }
}
