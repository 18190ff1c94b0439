internal import CGLPKGuard
public import LinearProgramming

/// A program that stays loaded between solves, so that each starts where the last one ended.
///
/// Change `program` with its own functions (new variables with coefficients in existing rows, new
/// requirements, other bounds, right-hand sides and costs) and solve again: only what changed is
/// handed over, and the basis is kept. A session belongs to one thread at a time; it has a
/// thread of its own for GLPK, so several sessions and solvers do not disturb one another.
///
/// After an abort inside GLPK the session has ended and throws `SolverError.sessionEnded`.
public final class SolverSession {
  /// What is solved. Changes take effect with the next `solve`.
  public var program: LinearProgram
  private let handle: OpaquePointer
  private var loaded: Loaded?
  private var endedBy: String?

  /// Opens a session; nothing is loaded before the first solve.
  ///
  /// - Throws: `SolverError.noThread` when the system gives no thread.
  public init(_ program: LinearProgram) throws(SolverError) {
    guard let handle = guard_session_open() else { throw .noThread(code: 0) }
    self.handle = handle
    self.program = program
  }

  deinit { guard_session_close(handle) }

  /// Whether an error has ended the session.
  public var hasEnded: Bool { endedBy != nil }

  /// Solves the program as it is now, from where the last solve ended or from `basis`.
  ///
  /// - Throws: as `GLPKSolver.solve`; a program that is refused leaves the session as it was.
  public func solve(
    options: SolverOptions = SolverOptions(), from basis: Basis? = nil
  ) throws(SolverError) -> Solution {
    if let endedBy { throw .sessionEnded(reason: endedBy) }
    try options.validate()
    try program.validate(acceptingEmptyRows: options.acceptsEmptyRows)
    let start = try StartingBasis(basis, for: program)
    let continues = try load(memoryLimit: options.memoryLimit)
    let isMixed = program.isMixedInteger
    let chosen = GuardOptions(
      options, isMixed: isMixed, rows: program.constraintCount, keepsBasis: basis != nil,
      continues: continues)
    let extra = program.columnKind.reduce(0) { $0 + ($1 == .semicontinuous ? 1 : 0) }
    var room = GuardResult(
      rows: program.constraintCount + 2 * extra, columns: program.variableCount + extra)
    let outcome = chosen.whileAlive { chosen in
      start.whileAlive { start in
        withUnsafePointer(to: chosen) { guard_session_solve(handle, $0, start, &room.result) }
      }
    }
    if outcome == Int32(GUARD_ABORTED) {
      // Stopped by the progress function: GLPK's memory is gone, the program is loaded again.
      loaded = nil
      if room.result.cancelled == 0 { endedBy = room.message }
    }
    return try room.solution(of: program, isMixed: isMixed, outcome: outcome)
  }

  /// Brings the C side up to date; says whether there is a basis to go on from.
  private func load(memoryLimit: Int?) throws(SolverError) -> Bool {
    var room = GuardResult(rows: 0, columns: 0)
    if let loaded, loaded.isBeginning(of: program) {
      let changes = ProgramChanges(from: loaded, to: program)
      let outcome = withExtendedLifetime(changes) {
        withUnsafePointer(to: changes.changes) {
          guard_session_change(handle, $0, &room.result)
        }
      }
      try check(outcome, room)
      self.loaded = Loaded(program)
      return true
    }
    loaded = nil
    let arrays = LoadedProgram(program, memoryLimit: memoryLimit)
    let outcome = withExtendedLifetime(arrays) {
      withUnsafePointer(to: arrays.program) {
        guard_session_load(handle, $0, &room.result)
      }
    }
    try check(outcome, room)
    loaded = Loaded(program)
    return false
  }

  private func check(_ outcome: Int32, _ room: GuardResult) throws(SolverError) {
    guard outcome != Int32(GUARD_FINE) else { return }
    endedBy = room.message
    loaded = nil
    throw .aborted(message: room.message)
  }

  /// Hands the C side a program without any check, for the tests of the guard.
  func loadUnchecked(_ program: UnsafePointer<guard_program>) throws(SolverError) {
    var room = GuardResult(rows: 0, columns: 0)
    try check(guard_session_load(handle, program, &room.result), room)
  }
}
