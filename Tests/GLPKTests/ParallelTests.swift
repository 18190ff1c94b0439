import GLPK
import LinearProgramming
import Synchronization
import Testing

@Suite("Many solves at once")
struct ParallelTests {
  @Test("200 solves from many threads agree with one after the other")
  func twoHundred() async throws {
    let solver = GLPKSolver()
    let programs = (0..<20).map { seed in
      seed.isMultiple(of: 2)
        ? assignment(of: 15, seed: UInt64(seed))
        : multiKnapsack(items: 15, rows: 3, seed: UInt64(seed))
    }
    let expected = try programs.map { try solver.solve($0).objective }
    let found = try await withThrowingTaskGroup(of: (Int, Double).self) { group in
      for index in 0..<200 {
        group.addTask { (index, try solver.solve(programs[index % 20]).objective) }
      }
      return try await group.reduce(into: [Int: Double]()) { $0[$1.0] = $1.1 }
    }
    #expect(found.count == 200)
    #expect(found.allSatisfy { $0.value == expected[$0.key % 20] })
  }

  @Test("A solve inside the progress function of another does not disturb it")
  func nested() throws {
    let solver = GLPKSolver()
    let inner = assignment(of: 6, seed: 3)
    let expected = try solver.solve(inner).objective
    let wrong = Mutex(0)
    let program = multiKnapsack(items: 20, rows: 3, seed: 6)
    let best = try solver.solve(program).objective
    let options = SolverOptions { _ in
      if (try? solver.solve(inner).objective) != expected { wrong.withLock { $0 += 1 } }
      return .proceed
    }
    #expect(try solver.solve(program, options: options).objective == best)
    #expect(wrong.withLock { $0 } == 0)
  }
}

@Suite("Progress and stopping")
struct ProgressTests {
  let solver = GLPKSolver()

  @Test("Stopping a search keeps the best solution found")
  func stopSearch() throws {
    let program = multiKnapsack(items: 50, rows: 8, seed: 1)
    let seen = Mutex([SolverProgress]())
    var options = SolverOptions { progress in
      seen.withLock { $0.append(progress) }
      return progress.incumbent == nil ? .proceed : .stop
    }
    options.cuts = []
    for presolve in [SolverOptions.Presolve.on, .off] {
      options.presolve = presolve
      let solution = try solver.solve(program, options: options)
      #expect(solution.meaning == .feasible(.cancelled))
      #expect(solution.status.name == "GLP_ESTOP")
      #expect(try #require(solution.bestBound) >= solution.objective)
      let last = try #require(seen.withLock { $0.last })
      #expect(last.phase == .search)
      #expect(last.incumbent == solution.objective)
      for row in program.constraints { #expect(solution.slack(of: row) > -1e-6) }
    }
  }

  @Test("Stopping the simplex method ends it without a solution, and the session goes on")
  func stopSimplex() throws {
    let program = assignment(of: 30, seed: 8)
    let stop = SolverOptions { _ in .stop }
    let stopped = try solver.solve(program, options: stop)
    #expect(stopped.meaning == .nothingFound(.cancelled))
    let best = try solver.solve(program).objective
    let session = try SolverSession(program)
    #expect(try session.solve(options: stop).meaning == .nothingFound(.cancelled))
    #expect(!session.hasEnded)
    #expect(close(try session.solve().objective, best))
  }
}
