import GLPK
import LinearProgramming
import TestSupport
import Testing

@Suite("How a solve ends")
struct StatusTests {
  let solver = GLPKSolver()

  private func variants() -> [SolverOptions] {
    SolverOptions.Presolve.allCases.flatMap { presolve in
      SolverOptions.Simplex.allCases.map { simplex in
        var options = SolverOptions()
        options.presolve = presolve
        options.simplex = simplex
        return options
      }
    }
  }

  @Test("Requirements that contradict each other", arguments: [VariableKind.continuous, .integer])
  func infeasible(kind: VariableKind) throws {
    var program = LinearProgram("contradiction")
    let x = program.variable("x", kind: kind)
    let y = program.variable("y", kind: kind)
    let row = program.require("at most", x + y <= 4)
    program.require("at least", x + y >= 6)
    program.minimize(x + 2 * y)
    for options in variants() {
      let solution = try solver.solve(program, options: options)
      #expect(solution.meaning == .infeasible)
      #expect(solution.objective.isNaN && solution[x].isNaN)
      #expect(solution.gap == nil && solution.shadowPrice(of: row) == nil)
      #expect(solution.slack(of: row).isNaN)
    }
  }

  @Test("Infeasible only because of whole numbers")
  func integerInfeasible() throws {
    var program = LinearProgram("half")
    let x = program.variable("x", in: 0...10, kind: .integer)
    let y = program.variable("y", in: 0...10, kind: .integer)
    program.require("odd", 2 * x + 2 * y == 5)
    program.minimize(x + y)
    for options in variants() {
      #expect(try solver.solve(program, options: options).meaning == .infeasible)
    }
  }

  @Test("An objective without limit")
  func unbounded() throws {
    var program = LinearProgram("no limit")
    let x = program.variable("x")
    let y = program.variable("y")
    program.require("difference", x - y <= 1)
    program.maximize(x + y)
    for options in variants() {
      #expect(try solver.solve(program, options: options).meaning == .unbounded)
    }
    program.setKind(of: x, to: .integer)
    for options in variants() {
      let meaning = try solver.solve(program, options: options).meaning
      #expect(meaning == .infeasibleOrUnbounded || meaning == .unbounded)
    }
  }

  @Test("Programs without requirements, without variables, without anything")
  func degenerate() throws {
    #expect(try solver.solve(LinearProgram("nothing")).objective == 0)
    var program = LinearProgram("variables only")
    let x = program.variable("x", in: 1...4)
    program.minimize(2 * x + 1)
    #expect(try solver.solve(program).objective == 3)
    program.setKind(of: x, to: .integer)
    #expect(try solver.solve(program).objective == 3)
    program.maximize(program.variable("y"))
    #expect(try solver.solve(program).meaning != .optimal)
    var rows = LinearProgram("rows only")
    rows.require("holds", LinearExpression() <= 4)
    var options = SolverOptions()
    options.acceptsEmptyRows = true
    #expect(try solver.solve(rows, options: options).meaning == .optimal)
    rows.require("does not hold", LinearExpression() >= 4)
    #expect(try solver.solve(rows, options: options).meaning == .infeasible)
  }

  @Test("Limits and options leave the optimum as it is, whatever the method")
  func methods() throws {
    let program = assignment(of: 8, seed: 4)
    let best = try solver.solve(program).objective
    for scaling in SolverOptions.Scaling.allCases {
      for start in SolverOptions.Start.allCases {
        for ratio in SolverOptions.RatioTest.allCases {
          var options = SolverOptions()
          options.scaling = scaling
          options.start = start
          options.ratioTest = ratio
          options.steepestEdge = ratio != .harris
          options.presolve = .off
          #expect(close(try solver.solve(program, options: options).objective, best))
        }
      }
    }
    let hard = multiKnapsack(items: 14, rows: 3, seed: 5)
    let optimum = try solver.solve(hard).objective
    for branching in SolverOptions.Branching.allCases {
      for backtracking in SolverOptions.Backtracking.allCases {
        var options = SolverOptions()
        options.branching = branching
        options.backtracking = backtracking
        options.cuts = [.gomory, .mixedIntegerRounding, .cover, .clique]
        options.heuristics = [.feasibilityPump, .rounding]
        options.binarize = true
        #expect(close(try solver.solve(hard, options: options).objective, optimum))
      }
    }
  }

  @Test("The same program gives the same solution, with and without a progress function")
  func deterministic() throws {
    let program = multiKnapsack(items: 25, rows: 4, seed: 9)
    let first = try solver.solve(program)
    let second = try solver.solve(program)
    let watched = try solver.solve(program, options: SolverOptions { _ in .proceed })
    for other in [second, watched] {
      #expect(other.objective == first.objective)
      #expect(other.nodes == first.nodes)
      #expect(program.variables.allSatisfy { other[$0] == first[$0] })
    }
  }

  @Test("Time and iteration limits say so and keep what was found")
  func limits() throws {
    var options = SolverOptions()
    options.timeLimit = .zero
    let late = try solver.solve(assignment(of: 8, seed: 1), options: options)
    #expect(late.meaning == .nothingFound(.time))
    #expect(late.status.name == "GLP_ETMLIM")
    options = SolverOptions()
    options.iterationLimit = 3
    let short = try solver.solve(assignment(of: 8, seed: 1), options: options)
    #expect(short.meaning == .nothingFound(.iterations))
    #expect(short.basis != nil)
    options.simplex = .primal
    let primal = try solver.solve(
      multiKnapsack(items: 30, rows: 5, seed: 2).relaxed, options: options)
    #expect(primal.meaning == .feasible(.iterations))
    #expect(primal.objective.isFinite)
    var search = SolverOptions(timeLimit: .milliseconds(40))
    search.cuts = []
    let stopped = try solver.solve(multiKnapsack(items: 60, rows: 10, seed: 3), options: search)
    #expect(stopped.meaning == .feasible(.time) || stopped.meaning == .nothingFound(.time))
  }

  @Test("A gap that is good enough is reported with its bound")
  func gap() throws {
    let program = multiKnapsack(items: 40, rows: 5, seed: 7)
    var options = SolverOptions(gap: 0.05)
    options.cuts = []
    let solution = try solver.solve(program, options: options)
    #expect(solution.meaning == .withinGap)
    #expect(solution.status.name == "GLP_EMIPGAP")
    let bound = try #require(solution.bestBound)
    #expect(bound >= solution.objective)
    #expect(try #require(solution.gap) <= 0.05 + 1e-9)
    #expect(try #require(solution.gap) > 0)
  }
}

/// A dense assignment of `size` agents to as many shifts with costs 1 … 99.
func assignment(of size: Int, seed: UInt64) -> LinearProgram {
  var random = SplitMix(state: seed)
  var program = LinearProgram("assignment")
  let works = program.variables("works", over: 0..<size, and: 0..<size)
  for i in 0..<size {
    program.require("agent \(i)", works.variables(in: i).total() == 1)
    program.require("shift \(i)", works.variables(at: i).total() == 1)
  }
  program.minimize(
    works.variables.total { Double(Int.random(in: 1...99, using: &random)) * $0 })
  return program
}

/// A knapsack with several capacities of half the total weight: hard for its size.
func multiKnapsack(items: Int, rows: Int, seed: UInt64) -> LinearProgram {
  var random = SplitMix(state: seed)
  var program = LinearProgram("knapsack")
  let take = program.variables("take", over: 0..<items, kind: .binary)
  for row in 0..<rows {
    let weights = (0..<items).map { _ in Double(Int.random(in: 10...100, using: &random)) }
    let half = (weights.reduce(0, +) / 2).rounded()
    program.require("capacity \(row)", (0..<items).total { weights[$0] * take[$0] } <= half)
  }
  program.maximize(
    take.variables.total { Double(Int.random(in: 50...150, using: &random)) * $0 })
  return program
}

extension LinearProgram {
  /// The same without whole numbers.
  var relaxed: LinearProgram {
    var relaxed = self
    for variable in variables { relaxed.setKind(of: variable, to: .continuous) }
    return relaxed
  }
}
