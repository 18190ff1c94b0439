import GLPK
import LinearProgramming
import TestSupport
import Testing

/// A small MPS text and the value of its optimum, found by hand; not a number where there is none.
struct SmallModel: Sendable, CustomTestStringConvertible {
  let name: String
  let meaning: SolutionMeaning
  let optimum: Double
  let text: String
  var testDescription: String { name }

  init(_ name: String, _ meaning: SolutionMeaning, _ optimum: Double, _ text: String) {
    self.name = name
    self.meaning = meaning
    self.optimum = optimum
    self.text = text
  }

  static let all: [SmallModel] = [
    // Corner (2, 6) of Hillier & Lieberman's factory.
    SmallModel(
      "product mix", .optimal, 36,
      """
      NAME MIX
      OBJSENSE MAX
      ROWS
       N P
       L A
       L B
       L C
      COLUMNS
       X P 3 A 1
       X C 3
       Y P 5 B 2
       Y C 2
      RHS
       R A 4 B 12
       R C 18
      ENDATA
      """),
    // Weights 10 20 30, values 60 100 120, capacity 50.
    SmallModel(
      "knapsack", .optimal, -220,
      """
      NAME KNAP
      ROWS
       N V
       L W
      COLUMNS
       A V -60 W 10
       B V -100 W 20
       C V -120 W 30
      RHS
       RHS W 50
      BOUNDS
       BV BND A
       BV BND B
       BV BND C
      ENDATA
      """),
    // Costs 4 1 3 / 2 0 5 / 3 2 2: 1 + 2 + 2 = 5.
    SmallModel(
      "assignment", .optimal, 5,
      """
      NAME ASSIGN
      ROWS
       N COST
       E R1
       E R2
       E R3
       E C1
       E C2
       E C3
      COLUMNS
       X11 COST 4 R1 1
       X11 C1 1
       X12 COST 1 R1 1
       X12 C2 1
       X13 COST 3 R1 1
       X13 C3 1
       X21 COST 2 R2 1
       X21 C1 1
       X22 R2 1 C2 1
       X23 COST 5 R2 1
       X23 C3 1
       X31 COST 3 R3 1
       X31 C1 1
       X32 COST 2 R3 1
       X32 C2 1
       X33 COST 2 R3 1
       X33 C3 1
      RHS
       RHS R1 1 R2 1
       RHS R3 1 C1 1
       RHS C2 1 C3 1
      ENDATA
      """),
    // 2 ≤ x + y ≤ 6 as a G row with a range, x − y between −1 and 1 as an E row: min −x − 2y + 1
    // at x + y = 6, y = x + 1: x = 2.5, y = 3.5: −9.5 + 1.
    SmallModel(
      "ranges and a constant", .optimal, -8.5,
      """
      NAME RANGES
      ROWS
       N F
       G SUM
       E DIFF
      COLUMNS
       X F -1 SUM 1
       X DIFF 1
       Y F -2 SUM 1
       Y DIFF -1
      RHS
       RHS F -1 SUM 2
       RHS DIFF -1
      RANGES
       RNG SUM 4 DIFF 2
      ENDATA
      """),
    // Three rows meet in (1, 1): degenerate.
    SmallModel(
      "degenerate", .optimal, -2,
      """
      NAME DEGEN
      ROWS
       N F
       L A
       L B
       L C
      COLUMNS
       X F -1 A 1
       X C 1
       Y F -1 B 1
       Y C 1
      RHS
       RHS A 1 B 1
       RHS C 2
      ENDATA
      """),
    // Beale's program, on which the textbook rule cycles: −1/20.
    SmallModel(
      "cycling", .optimal, -0.05,
      """
      NAME BEALE
      ROWS
       N F
       L A
       L B
       L C
      COLUMNS
       X1 F -0.75 A 0.25
       X1 B 0.5
       X2 F 150 A -60
       X2 B -90
       X3 F -0.02 A -0.04
       X3 B -0.02 C 1
       X4 F 6 A 9
       X4 B 3
      RHS
       RHS C 1
      ENDATA
      """),
    SmallModel(
      "unbounded", .unbounded, .nan,
      """
      NAME UNB
      ROWS
       N F
       L A
      COLUMNS
       X F -1 A 1
       Y F -1 A -1
      RHS
       RHS A 1
      ENDATA
      """),
    SmallModel(
      "infeasible", .infeasible, .nan,
      """
      NAME INF
      ROWS
       N F
       L A
       G B
      COLUMNS
       X F 1 A 1
       X B 1
      RHS
       RHS A 1 B 2
      ENDATA
      """),
    // Integers from −3 and a free variable: x = −3, z = x + 0.5 from below: −3 − 2.5.
    SmallModel(
      "negative integers, a free variable", .optimal, -5.5,
      """
      NAME NEG
      ROWS
       N F
       G A
      COLUMNS
       M1 'MARKER' 'INTORG'
       X F 1 A -1
       M2 'MARKER' 'INTEND'
       Z F 1 A 1
      RHS
       RHS A 0.5
      BOUNDS
       LO BND X -3
       UP BND X 4.0
       FR BND Z
      ENDATA
      """),
    // 41 from pieces of 3, 5 and 7: five reach 35 at most, six make an even number; 5·7 + 2·3 is 41.
    SmallModel(
      "whole pieces", .optimal, 7,
      """
      NAME PIECES
      ROWS
       N F
       E A
      COLUMNS
       M1 'MARKER' 'INTORG'
       X F 1 A 3
       Y F 1 A 5
       Z F 1 A 7
       M2 'MARKER' 'INTEND'
      RHS
       RHS A 41
      ENDATA
      """),
  ]
}

@Suite("Small MPS models with known optima")
struct SmallModelTests {
  @Test(
    "Each is solved to its optimum, and the same after a way through LP", arguments: SmallModel.all)
  func known(model: SmallModel) throws {
    let program = try LinearProgram(mps: model.text)
    let again = try LinearProgram(lp: program.lpText)
    for program in [program, again] {
      let solution = try GLPKSolver().solve(program)
      #expect(solution.meaning == model.meaning)
      if model.meaning == .optimal { #expect(close(solution.objective, model.optimum)) }
    }
  }

  @Test("Spoilt texts that can be read can be solved or are refused")
  func mutations() throws {
    var random = SplitMix(state: 77)
    var solved = 0
    for model in SmallModel.all {
      for _ in 0..<40 {
        var lines = model.text.split(separator: "\n").map(String.init)
        let place = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: lines.remove(at: place)
        case 1: lines.insert(lines[place], at: place)
        case 2: lines[place] = lines[place].replacing("1", with: "-1e9")
        default: lines.swapAt(place, Int.random(in: 0..<lines.count, using: &random))
        }
        let text = lines.joined(separator: "\n")
        do {
          let program = try LinearProgram(mps: text)
          _ = try GLPKSolver().solve(program, options: SolverOptions(timeLimit: .seconds(1)))
          solved += 1
        } catch {
          #expect(!"\(error)".isEmpty)
        }
      }
    }
    #expect(solved > 50)
  }
}
