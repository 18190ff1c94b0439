import GLPK
import LinearProgramming

/// The solver of these tests.
enum GLPKSolverForTests {
  static let solver: any Solver = GLPKSolver()
}
