import CGLPKGuard
import LinearProgramming
import TestSupport
import Testing

@testable import GLPK

/// A program of one row and one column for the C side, with one thing spoilt.
enum Spoilt: CaseIterable {
  case rowOutOfRange
  case columnOutOfRange
  case duplicate
  case negativeCount
  case memory

  /// Hands the program to `body`; nothing of Swift stands between it and GLPK.
  func hand<Result>(to body: (UnsafePointer<guard_program>) -> Result) -> Result {
    let isDuplicate = self == .duplicate
    let rows: [Int32] = [self == .rowOutOfRange ? 7 : 0, 0]
    let columns: [Int32] = [self == .columnOutOfRange ? -5 : 0, 0]
    let values = [1.0, 1.0]
    let many = self == .memory ? 200_000 : 1
    let zeros = [Double](repeating: 0, count: many)
    let ones = [Double](repeating: 1, count: many)
    return rows.withUnsafeBufferPointer { rows in
      columns.withUnsafeBufferPointer { columns in
        values.withUnsafeBufferPointer { values in
          zeros.withUnsafeBufferPointer { zeros in
            ones.withUnsafeBufferPointer { ones in
              var program = guard_program()
              program.rows = self == .negativeCount ? -1 : 1
              program.columns = Int32(many)
              program.entries = isDuplicate ? 2 : 1
              program.entry_row = rows.baseAddress
              program.entry_column = columns.baseAddress
              program.entry_value = values.baseAddress
              program.row_lower = zeros.baseAddress
              program.row_upper = ones.baseAddress
              program.column_lower = zeros.baseAddress
              program.column_upper = ones.baseAddress
              program.cost = ones.baseAddress
              program.memory_limit = self == .memory ? 1 : 0
              return withUnsafePointer(to: program) { body($0) }
            }
          }
        }
      }
    }
  }

  /// Part of GLPK's own message.
  var message: String {
    switch self {
    case .rowOutOfRange: "row index out of range"
    case .columnOutOfRange: "column index out of range"
    case .duplicate: "duplicate indices"
    case .negativeCount: "invalid number of rows"
    case .memory: "memory"
    }
  }

  /// What the guard makes of it in a one-off solve.
  func solveOnce() -> (outcome: Int32, message: String) {
    let chosen = GuardOptions(
      SolverOptions(), isMixed: false, rows: 1, keepsBasis: false, continues: false)
    var room = GuardResult(rows: 1, columns: 200_000)
    let outcome = chosen.whileAlive { options in
      hand { program in
        withUnsafePointer(to: options) { guard_solve_once(program, $0, nil, &room.result) }
      }
    }
    return (outcome, room.message)
  }
}

@Suite("GLPK's abort does not end the process")
struct GuardTests {
  @Test("An abort in a one-off solve is caught, with GLPK's own words", arguments: Spoilt.allCases)
  func once(spoilt: Spoilt) throws {
    let (outcome, message) = spoilt.solveOnce()
    #expect(outcome == Int32(GUARD_ABORTED))
    #expect(message.contains(spoilt.message), "\(message)")
    #expect(close(try GLPKSolver().solve(assignment(of: 4, seed: 1)).gap, 0))
  }

  @Test("An abort ends its session, and no other", arguments: Spoilt.allCases)
  func session(spoilt: Spoilt) throws {
    let program = assignment(of: 5, seed: 2)
    let broken = try SolverSession(program)
    let sound = try SolverSession(program)
    let best = try sound.solve().objective
    #expect(close(try broken.solve().objective, best))
    let error = try #require(throws: SolverError.self) {
      try spoilt.hand { program in Result { try broken.loadUnchecked(program) } }.get()
    }
    #expect(error.description.contains(spoilt.message), "\(error)")
    #expect(broken.hasEnded)
    #expect(throws: SolverError.self) { try broken.solve() }
    #expect(close(try sound.solve().objective, best))
    #expect(close(try SolverSession(program).solve().objective, best))
  }

  @Test("A memory limit that is exceeded is an error")
  func memoryLimit() throws {
    var options = SolverOptions()
    options.memoryLimit = 1
    let error = try #require(throws: SolverError.self) {
      try GLPKSolver().solve(assignment(of: 150, seed: 1), options: options)
    }
    #expect(error.description.contains("memory"), "\(error)")
    options.onProgress = { _ in .proceed }
    let watched = try #require(throws: SolverError.self) {
      try GLPKSolver().solve(assignment(of: 150, seed: 1), options: options)
    }
    #expect(watched.description.contains("memory"), "\(watched)")
  }

  @Test("Aborts and solves side by side in many threads")
  func threads() async throws {
    let programs = (0..<8).map { assignment(of: 12, seed: UInt64($0)) }
    let solver = GLPKSolver()
    let expected = try programs.map { try solver.solve($0).objective }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for index in 0..<400 {
        group.addTask {
          if index.isMultiple(of: 2) {
            let spoilt = Spoilt.allCases[(index / 2) % Spoilt.allCases.count]
            return spoilt.solveOnce().outcome == Int32(GUARD_ABORTED) ? 0 : 1
          }
          let solution = try? solver.solve(programs[index % 8])
          return solution?.objective == expected[index % 8] ? 0 : 1
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test("Numbers near the end of the range give a solution or an error, never an abort")
  func extremeNumbers() throws {
    var random = SplitMix(state: 11)
    let sizes = [1e-300, 1e-30, 1e-9, 1, 1e9, 1e30, 1e150, 1e300, 1.7e308]
    for _ in 0..<60 {
      var program = LinearProgram("extreme")
      let x = program.variables("x", over: 0..<4, upper: sizes.randomElement(using: &random) ?? 1)
      for row in 0..<3 {
        let sum = (0..<4).total { key in
          (sizes.randomElement(using: &random) ?? 1) * (Bool.random(using: &random) ? 1 : -1)
            * x[key]
        }
        program.require("row \(row)", sum <= (sizes.randomElement(using: &random) ?? 1))
      }
      program.maximize((0..<4).total { (sizes.randomElement(using: &random) ?? 1) * x[$0] })
      for kind in [VariableKind.continuous, .integer] {
        var copy = program
        if kind == .integer {
          for key in 0..<2 {
            copy.setBounds(of: x[key], to: 0...9)
            copy.setKind(of: x[key], to: .integer)
          }
        }
        var options = SolverOptions(timeLimit: .milliseconds(200))
        options.presolve = Bool.random(using: &random) ? .on : .off
        do { _ = try GLPKSolver().solve(copy, options: options) } catch {
          #expect(!error.description.isEmpty)
        }
      }
    }
  }
}
