/// How to solve: methods, limits, tolerances. The defaults suit planning programs of up to some
/// thousand rows and give the same solution for the same program on every run.
public struct SolverOptions: Sendable {
  /// Variants of the simplex method.
  public enum Simplex: String, Sendable, Hashable, Codable, CaseIterable {
    /// Two-phase primal.
    case primal
    /// Two-phase dual.
    case dual
    /// Dual, and primal where the dual fails.
    case dualThenPrimal
  }

  /// How the simplex method chooses how far to go.
  public enum RatioTest: String, Sendable, Hashable, Codable, CaseIterable {
    /// Textbook.
    case standard
    /// Harris' two passes.
    case harris
    /// Long steps over several bounds (dual only; the primal method uses Harris' then).
    case longStep
  }

  /// How rows and columns are scaled.
  public enum Scaling: String, Sendable, Hashable, Codable, CaseIterable {
    /// As the solver thinks best.
    case automatic
    /// Not at all.
    case none
    /// By geometric means.
    case geometric
    /// By geometric means, then to equal largest elements.
    case equilibration
  }

  /// Where the simplex method starts without a basis.
  public enum Start: String, Sendable, Hashable, Codable, CaseIterable {
    /// All requirements basic.
    case standard
    /// A triangular basis.
    case advanced
    /// Bixby's basis.
    case bixby
  }

  /// Whether a program is simplified before it is solved.
  public enum Presolve: String, Sendable, Hashable, Codable, CaseIterable {
    /// For integer programs of up to 5,000 requirements yes, unless a basis is given; otherwise no
    /// (it would lose the basis, and the first relaxation of a large program could not be stopped).
    case automatic
    /// Always.
    case on
    /// Never.
    case off
  }

  /// Kinds of cutting planes.
  public struct Cuts: OptionSet, Sendable, Hashable, Codable {
    /// The set as bits.
    public let rawValue: Int
    /// A set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Gomory's mixed-integer cuts.
    public static let gomory = Cuts(rawValue: 1)
    /// Mixed-integer rounding.
    public static let mixedIntegerRounding = Cuts(rawValue: 2)
    /// Mixed covers.
    public static let cover = Cuts(rawValue: 4)
    /// Cliques.
    public static let clique = Cuts(rawValue: 8)
  }

  /// Kinds of heuristics that look for solutions early.
  public struct Heuristics: OptionSet, Sendable, Hashable, Codable {
    /// The set as bits.
    public let rawValue: Int
    /// A set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The feasibility pump.
    public static let feasibilityPump = Heuristics(rawValue: 1)
    /// Search near the best solution, by a time limit of its own: not the same on every machine.
    public static let proximity = Heuristics(rawValue: 2)
    /// Rounding at each node.
    public static let rounding = Heuristics(rawValue: 4)
  }

  /// How the search chooses the variable to branch on.
  public enum Branching: String, Sendable, Hashable, Codable, CaseIterable {
    /// The first that is not whole.
    case first
    /// The last that is not whole.
    case last
    /// The one farthest from a whole number.
    case mostFractional
    /// Driebeck and Tomlin's rule.
    case driebeckTomlin
    /// Pseudocosts.
    case pseudocost
  }

  /// How the search chooses the next node.
  public enum Backtracking: String, Sendable, Hashable, Codable, CaseIterable {
    /// The newest first.
    case depthFirst
    /// The oldest first.
    case breadthFirst
    /// The one with the best bound.
    case bestBound
    /// Best projection.
    case bestProjection
  }

  /// Variant of the simplex method.
  public var simplex = Simplex.dualThenPrimal
  /// Ratio test of the simplex method.
  public var ratioTest = RatioTest.longStep
  /// Whether the entering variable is priced by projected steepest edge; else by Dantzig's rule.
  public var steepestEdge = true
  /// Scaling before the first simplex iteration.
  public var scaling = Scaling.automatic
  /// Starting basis where none is given.
  public var start = Start.standard
  /// Simplification before solving.
  public var presolve = Presolve.automatic
  /// Cutting planes of the integer search.
  public var cuts: Cuts = [.gomory, .mixedIntegerRounding, .cover]
  /// Heuristics of the integer search.
  public var heuristics: Heuristics = [.rounding]
  /// Branching of the integer search.
  public var branching = Branching.driebeckTomlin
  /// Node choice of the integer search.
  public var backtracking = Backtracking.bestBound
  /// Whether binary programs are simplified by binarization of integers (with presolve only).
  public var binarize = false
  /// Relative gap at which an integer solution is good enough; 0 asks for the optimum.
  public var gap = 0.0
  /// Longest time for the whole solve; `nil` for no limit. A limit that is reached makes results
  /// depend on the machine.
  public var timeLimit: Duration?
  /// Most simplex iterations of a continuous program (or of the first relaxation of an integer
  /// program that is not presolved); `nil` for no limit.
  public var iterationLimit: Int?
  /// Most memory in mebibytes the solver may use on its thread; `nil` for no limit.
  public var memoryLimit: Int?
  /// By how much a limit may be missed, relative to its size.
  public var primalTolerance = 1e-7
  /// By how much a reduced cost may have the wrong sign.
  public var dualTolerance = 1e-7
  /// Smallest pivot, relative to the largest of its column.
  public var pivotTolerance = 1e-9
  /// How far from whole a whole number may be.
  public var integerTolerance = 1e-5
  /// Lets requirements without variables pass: they hold or the program is infeasible.
  public var acceptsEmptyRows = false
  /// Called again and again on the solver's thread with how far the solve has come; gives `.stop`
  /// to end it and keep the best solution found. It does not change the way to the solution.
  public var onProgress: (@Sendable (SolverProgress) -> SolverDirective)?
  /// Whether the solve is a step of a longer one that tells its own progress, so that whoever watches
  /// all solves need not show this one's.
  public var isReportedByCaller = false

  /// The defaults.
  public init() {}

  /// The defaults with a time limit, a gap and a progress function.
  public init(
    gap: Double = 0, timeLimit: Duration? = nil,
    onProgress: (@Sendable (SolverProgress) -> SolverDirective)? = nil
  ) {
    self.gap = gap
    self.timeLimit = timeLimit
    self.onProgress = onProgress
  }

  /// Checks that every option is in its range.
  ///
  /// - Throws: `SolverError.badOption` with the range.
  public func validate() throws(SolverError) {
    let shares: [(String, Double)] = [
      ("primalTolerance", primalTolerance), ("dualTolerance", dualTolerance),
      ("pivotTolerance", pivotTolerance), ("integerTolerance", integerTolerance),
    ]
    for (name, value) in shares where !(value > 0 && value < 1) {
      throw .badOption(name: name, value: "\(value)", range: "above 0 and below 1")
    }
    if !(gap >= 0 && gap < .infinity) {
      throw .badOption(name: "gap", value: "\(gap)", range: "0 or more")
    }
    if let timeLimit, timeLimit < .zero {
      throw .badOption(name: "timeLimit", value: "\(timeLimit)", range: "0 s or more")
    }
    if let iterationLimit, iterationLimit < 0 {
      throw .badOption(name: "iterationLimit", value: "\(iterationLimit)", range: "0 or more")
    }
    if let memoryLimit, memoryLimit < 1 {
      throw .badOption(name: "memoryLimit", value: "\(memoryLimit)", range: "1 or more")
    }
  }
}
