/// Something that solves programs.
public protocol Solver: Sendable {
  /// Solves a program, from a basis where one is given.
  ///
  /// - Throws: `SolverError` for a program that cannot be given to a solver, and when the solver
  ///   fails. That there is no solution, or that a limit was reached, is told by the `Solution`.
  func solve(
    _ program: LinearProgram, options: SolverOptions, from basis: Basis?
  ) throws(SolverError) -> Solution
}

extension Solver {
  /// Solves a program with default options.
  public func solve(_ program: LinearProgram) throws(SolverError) -> Solution {
    try solve(program, options: SolverOptions(), from: nil)
  }

  /// Solves a program with the given options.
  public func solve(
    _ program: LinearProgram, options: SolverOptions
  ) throws(SolverError) -> Solution {
    try solve(program, options: options, from: nil)
  }

  /// Solves a program from the basis of an earlier solution.
  public func solve(
    _ program: LinearProgram, from basis: Basis?
  ) throws(SolverError) -> Solution {
    try solve(program, options: SolverOptions(), from: basis)
  }
}

/// How far a solve has come.
public struct SolverProgress: Sendable, Hashable {
  /// What the solver is doing.
  public enum Phase: String, Sendable, Hashable, Codable {
    /// The simplex method on the continuous program.
    case simplex
    /// The search for whole numbers.
    case search
  }

  /// What the solver is doing.
  public let phase: Phase
  /// Time since the solve began.
  public let elapsed: Duration
  /// Simplex iterations so far.
  public let iterations: Int
  /// Nodes of the search tree so far.
  public let nodes: Int
  /// Objective of the best solution so far.
  public let incumbent: Double?
  /// The value that no solution can better, so far.
  public let bestBound: Double?

  /// A report by its parts.
  public init(
    phase: Phase, elapsed: Duration, iterations: Int, nodes: Int, incumbent: Double?,
    bestBound: Double?
  ) {
    self.phase = phase
    self.elapsed = elapsed
    self.iterations = iterations
    self.nodes = nodes
    self.incumbent = incumbent
    self.bestBound = bestBound
  }

  /// Relative distance of the incumbent from the bound, where both are known.
  public var gap: Double? {
    guard let incumbent, let bestBound else { return nil }
    return abs(incumbent - bestBound) / (abs(incumbent) + Double.ulpOfOne)
  }
}

/// What the solver is to do after a report.
public enum SolverDirective: String, Sendable, Hashable {
  /// Go on.
  case proceed
  /// Stop and keep the best solution found.
  case stop
}
