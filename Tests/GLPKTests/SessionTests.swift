import GLPK
import LinearProgramming
import TestSupport
import Testing

@Suite("Sessions and warm starts")
struct SessionTests {
  let solver = GLPKSolver()

  @Test("A changed right-hand side takes fewer iterations from the last basis")
  func warmBasis() throws {
    var (program, sinks) = transport(sources: 12, sinks: 20, seed: 1)
    let cold = try solver.solve(program)
    #expect(cold.iterations >= 20)
    let basis = try #require(cold.basis)
    let again = try solver.solve(program, from: basis)
    #expect(again.iterations == 0)
    #expect(close(again.objective, cold.objective))
    program.setRightHandSide(of: sinks[3], to: program.limits(of: sinks[3]).lower + 2)
    let fresh = try solver.solve(program)
    let warm = try solver.solve(program, from: basis)
    #expect(close(warm.objective, fresh.objective))
    #expect(warm.iterations < fresh.iterations / 2)
  }

  @Test("A session keeps its basis over changed bounds, costs, rows, columns and coefficients")
  func session() throws {
    let (program, sinks) = transport(sources: 10, sinks: 15, seed: 2)
    let session = try SolverSession(program)
    let first = try session.solve()
    #expect(close(first.objective, try solver.solve(program).objective))
    #expect(try session.solve().iterations == 0)

    /// Solves in the session and from nothing; both must agree.
    func check(_ what: String, _ change: (inout LinearProgram) -> Void) throws {
      change(&session.program)
      let warm = try session.solve()
      let cold = try solver.solve(session.program)
      #expect(warm.meaning == cold.meaning, "\(what)")
      #expect(close(warm.objective, cold.objective), "\(what)")
      #expect(warm.iterations <= cold.iterations, "\(what)")
    }
    let variables = program.variables
    try check("right-hand side") { $0.setRightHandSide(of: sinks[0], to: 9) }
    try check("bounds") { $0.setBounds(of: variables[4], to: 0...1) }
    try check("cost") { $0.setCost(of: variables[7], to: 1) }
    try check("column") { program in
      program.variable("new", cost: 3, coefficients: [(sinks[0], 1), (sinks[1], 1)])
    }
    try check("row") { program in
      program.require("share", variables[0] + variables[1] + variables[2] <= 2)
    }
    try check("column and row at once") { program in
      let more = program.variable("more", cost: 2, coefficients: [(sinks[2], 1)])
      program.require("limit", more + variables[3] <= 4)
      program.setCoefficient(of: more, in: sinks[3], to: 0.5)
    }
    try check("coefficient") { $0.setCoefficient(of: variables[0], in: sinks[0], to: 1.5) }
    try check("switched off") { $0.setLimits(of: sinks[4], to: .free) }
    try check("sense") { program in
      program.setBounds(of: variables[0], to: 0...5)
      program.minimize(program.variables.total { 2 * $0 })
    }
    try check("integers") { program in
      for variable in variables.prefix(20) { program.setKind(of: variable, to: .integer) }
    }
  }

  @Test("Another program, or one that took another way, is loaded as a whole")
  func otherProgram() throws {
    let (program, sinks) = transport(sources: 5, sinks: 5, seed: 3)
    let session = try SolverSession(program)
    _ = try session.solve()
    var other = program
    other.require("other way", other.variables[0] >= 1)
    session.program.require("this way", session.program.variables[0] <= 0)
    _ = try session.solve()
    session.program = other
    #expect(close(try session.solve().objective, try solver.solve(other).objective))
    session.program = program
    #expect(close(try session.solve().objective, try solver.solve(program).objective))
    session.program.setRightHandSide(of: sinks[0], to: 3)
    #expect(close(try session.solve().objective, try solver.solve(session.program).objective))
    session.program = assignment(of: 4, seed: 1)
    #expect(close(try session.solve().objective, try solver.solve(session.program).objective))
  }

  @Test("A refused change leaves the session usable")
  func refused() throws {
    let (program, sinks) = transport(sources: 3, sinks: 3, seed: 4)
    let session = try SolverSession(program)
    let best = try session.solve().objective
    session.program.setLimits(of: sinks[0], to: .between(5, 1))
    #expect(throws: SolverError.self) { try session.solve() }
    session.program = program
    #expect(close(try session.solve().objective, best))
    #expect(!session.hasEnded)
  }

  /// Cutting rolls of 100 into 12 × 45, 20 × 36 and 16 × 31 by column generation with all patterns:
  /// patterns 2×45, 1×45 1×36, 1×45 1×31, 2×36, 1×36 2×31, 3×31 (and lesser ones).
  @Test("Column generation: new columns enter rows that exist until none improves")
  func columnGeneration() throws {
    let patterns: [[Double]] = [
      [2, 0, 0], [1, 1, 0], [1, 0, 1], [0, 2, 0], [0, 1, 2], [0, 0, 3],
    ]
    let demand = [12.0, 20, 16]
    var program = LinearProgram("cutting")
    let rows = (0..<3).map { width in
      program.require("width \(width)", LinearExpression() >= demand[width])
    }
    for width in 0..<3 {
      program.variable("only \(width)", cost: 1, coefficients: [(rows[width], 1)])
    }
    let session = try SolverSession(program)
    var solution = try session.solve()
    #expect(close(solution.objective, 48))
    var rounds = 0
    while rounds < 20 {
      let prices = rows.map { solution.shadowPrice(of: $0) ?? 0 }
      let values = patterns.map { zip($0, prices).reduce(0) { $0 + $1.0 * $1.1 } }
      guard let best = values.indices.max(by: { values[$0] < values[$1] }),
        values[best] > 1 + 1e-9
      else { break }
      session.program.variable(
        "pattern \(patterns[best])", cost: 1,
        coefficients: (0..<3).filter { patterns[best][$0] > 0 }.map {
          (rows[$0], patterns[best][$0])
        })
      solution = try session.solve()
      rounds += 1
    }
    // All patterns at once.
    var full = LinearProgram("all patterns")
    let use = full.variables("use", over: patterns.indices)
    for width in 0..<3 {
      full.require(
        "width \(width)", patterns.indices.total { patterns[$0][width] * use[$0] } >= demand[width])
    }
    full.minimize(use.total)
    #expect(close(solution.objective, try solver.solve(full).objective))
    #expect(rounds >= 3)
  }

  @Test("A basis that fits nothing is refused or repaired")
  func badBasis() throws {
    let program = assignment(of: 4, seed: 5)
    let best = try solver.solve(program).objective
    let wrong = Basis(
      rows: Array(repeating: .basic, count: 8), columns: Array(repeating: .basic, count: 16))
    #expect(close(try solver.solve(program, from: wrong).objective, best))
    let none = Basis(
      rows: Array(repeating: .free, count: 8), columns: Array(repeating: .atUpper, count: 16))
    #expect(close(try solver.solve(program, from: none).objective, best))
    let large = Basis(rows: Array(repeating: .basic, count: 9), columns: [])
    #expect(throws: SolverError.basisDoesNotFit(rows: 9, columns: 0)) {
      try solver.solve(program, from: large)
    }
  }
}

/// A random transportation program and its demands, with capacity to spare.
func transport(
  sources: Int, sinks: Int, seed: UInt64
) -> (program: LinearProgram, sinks: [Constraint]) {
  var random = SplitMix(state: seed)
  var program = LinearProgram("transport")
  let ship = program.variables("ship", over: 0..<sources, and: 0..<sinks)
  for i in 0..<sources {
    let supply = Double(Int.random(in: 30...60, using: &random) * sinks / sources)
    program.require("source \(i)", ship.variables(in: i).total() <= supply)
  }
  let rows = (0..<sinks).map { j in
    program.require(
      "sink \(j)",
      ship.variables(at: j).total() >= Double(Int.random(in: 5...25, using: &random)))
  }
  program.minimize(
    ship.variables.total { Double(Int.random(in: 10...99, using: &random)) * $0 })
  return (program, rows)
}
