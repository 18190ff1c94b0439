internal import CGLPKGuard
public import LinearProgramming

/// Solves programs with the GNU Linear Programming Kit, version 5.
///
/// A value without state: any number of threads may solve at once. Each solve runs from start to end
/// on a thread of its own, because GLPK's memory belongs to a thread; the caller waits. Nothing
/// that is solved can end the process: what GLPK would abort on is refused here, and an abort that
/// comes nevertheless is thrown as `SolverError.aborted`.
///
/// The same program with the same options gives the same solution, unless a time limit is reached.
public struct GLPKSolver: Solver {
  /// A solver.
  public init() {}

  /// The version of the library, such as `5.0`.
  public static var libraryVersion: String {
    guard let text = guard_library_version() else { return "unknown" }
    return String(cString: text)
  }

  /// Solves a program, from a basis where one is given.
  ///
  /// - Throws: `SolverError` for a program or options that cannot be used, and when GLPK fails.
  public func solve(
    _ program: LinearProgram, options: SolverOptions, from basis: Basis?
  ) throws(SolverError) -> Solution {
    try options.validate()
    try program.validate(acceptingEmptyRows: options.acceptsEmptyRows)
    do {
      return try solveOnce(program, options: options, from: basis)
    } catch SolverError.aborted where options.presolve != .off || !options.cuts.isEmpty {
      // GLPK 5.0 ends itself where its presolver leaves an integer program without columns and a
      // cut is then looked for; without both it solves such a program.
      var plain = options
      plain.presolve = .off
      plain.cuts = []
      return try solveOnce(program, options: plain, from: basis)
    }
  }

  private func solveOnce(
    _ program: LinearProgram, options: SolverOptions, from basis: Basis?
  ) throws(SolverError) -> Solution {
    let loaded = LoadedProgram(program, memoryLimit: options.memoryLimit)
    let start = try StartingBasis(basis, for: program)
    let chosen = GuardOptions(
      options, isMixed: loaded.isMixed, rows: program.constraintCount, keepsBasis: basis != nil,
      continues: false)
    var room = GuardResult(
      rows: Int(loaded.program.rows), columns: Int(loaded.program.columns))
    let outcome = chosen.whileAlive { chosen in
      start.whileAlive { start in
        withUnsafePointer(to: loaded.program) { program in
          withUnsafePointer(to: chosen) { guard_solve_once(program, $0, start, &room.result) }
        }
      }
    }
    return try withExtendedLifetime(loaded) { () throws(SolverError) in
      try room.solution(of: program, isMixed: loaded.isMixed, outcome: outcome)
    }
  }
}

extension GLPKSolver: CustomStringConvertible {
  /// The solver and its version, such as `GLPK 5.0`.
  public var description: String { "GLPK \(GLPKSolver.libraryVersion)" }
}

/// A basis as C reads it.
struct StartingBasis {
  private let buffers = Buffers()
  private var basis = guard_basis()
  private let isGiven: Bool

  init(_ source: Basis?, for program: LinearProgram) throws(SolverError) {
    isGiven = source != nil
    guard let source else { return }
    let rows = source.rows.count
    let columns = source.columns.count
    guard rows <= program.constraintCount, columns <= program.variableCount else {
      throw .basisDoesNotFit(rows: rows, columns: columns)
    }
    basis.rows = Int32(rows)
    basis.columns = Int32(columns)
    basis.row_place = UnsafePointer(buffers.copy(source.rows.map(\.rawValue)))
    basis.column_place = UnsafePointer(buffers.copy(source.columns.map(\.rawValue)))
  }

  func whileAlive<Result>(_ body: (UnsafePointer<guard_basis>?) -> Result) -> Result {
    withExtendedLifetime(buffers) {
      isGiven ? withUnsafePointer(to: basis) { body($0) } : body(nil)
    }
  }
}
