internal import LinearProgramming

/// GLPK's codes: what `glp_simplex` and `glp_intopt` return (0 … 19).
enum GLPKCode {
  static let limitIterations: Int32 = 8
  static let limitTime: Int32 = 9
  static let noPrimal: Int32 = 10
  static let noDual: Int32 = 11
  static let stopped: Int32 = 13
  static let gapReached: Int32 = 14

  private static let names: [(String, String)] = [
    ("GLP_OK", "the solver came to an end"),
    ("GLP_EBADB", "the starting basis is not valid"),
    ("GLP_ESING", "the basis matrix is singular"),
    ("GLP_ECOND", "the basis matrix is ill-conditioned"),
    ("GLP_EBOUND", "some bounds are not valid"),
    ("GLP_EFAIL", "rounding errors: scale the data, with coefficients nearer to one another"),
    ("GLP_EOBJLL", "the lower limit of the objective was reached"),
    ("GLP_EOBJUL", "the upper limit of the objective was reached"),
    ("GLP_EITLIM", "the iteration limit was reached"),
    ("GLP_ETMLIM", "the time limit was reached"),
    ("GLP_ENOPFS", "no values satisfy all requirements"),
    ("GLP_ENODFS", "the dual program has no solution"),
    ("GLP_EROOT", "the first relaxation has no optimum"),
    ("GLP_ESTOP", "the search was stopped by request"),
    ("GLP_EMIPGAP", "the relative gap was reached"),
    ("GLP_ENOFEAS", "neither the program nor its dual has a solution"),
    ("GLP_ENOCVG", "the method does not converge"),
    ("GLP_EINSTAB", "rounding errors while solving equations"),
    ("GLP_EDATA", "the data are not valid"),
    ("GLP_ERANGE", "a result is out of range"),
  ]

  static func status(_ code: Int32) -> SolverStatus {
    let known = names.indices.contains(Int(code))
    let (name, explanation) = known ? names[Int(code)] : ("code \(code)", "an unknown code")
    return SolverStatus(code: Int(code), name: name, explanation: explanation)
  }

  /// Solution statuses (`GLP_UNDEF` … `GLP_UNBND`).
  static let feasible: Int32 = 2
  static let noFeasible: Int32 = 4
  static let optimal: Int32 = 5
}
