import GLPK
import LinearProgramming
import Testing

@Suite("An integer program that GLPK's presolver empties")
struct AbortRetryTests {
  /// 2 a + 3 b ≤ 5 with a from 2 to 4 leaves a = 2, b = 0 and nothing to cut: GLPK 5.0 calls its own
  /// abort there when it presolves and looks for cover cuts.
  @Test("is solved all the same, with cover cuts asked for")
  func emptied() throws {
    var program = LinearProgram("emptied")
    let first = program.variable("a", in: 2...4, kind: .integer)
    let second = program.variable("b", in: 0...4, kind: .integer)
    program.require("room", 2 * first + 3 * second <= 5)
    program.minimize(4 * first + 5 * second)
    var options = SolverOptions()
    options.presolve = .on
    options.cuts = [.gomory, .mixedIntegerRounding, .cover]
    let solution = try GLPKSolver().solve(program, options: options)
    #expect(solution.meaning == .optimal)
    #expect(solution.objective == 8)
    #expect(solution[first] == 2)
    #expect(solution[second] == 0)
  }
}
