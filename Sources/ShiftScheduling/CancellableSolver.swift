internal import LinearProgramming

/// Ends another solver's work as soon as the schedule is no longer waited for: the solve that runs
/// is stopped at its next report of progress, and none is begun.
struct CancellableSolver: Solver {
  let base: any Solver
  let isCancelled: @Sendable () -> Bool

  func solve(
    _ program: LinearProgram, options: SolverOptions, from basis: Basis?
  ) throws(SolverError) -> Solution {
    let isCancelled = isCancelled
    if isCancelled() {
      throw .failed(SolverStatus(code: 0, name: "CANCELLED", explanation: "it was not begun"))
    }
    var watched = options
    watched.onProgress = { state in
      isCancelled() ? .stop : options.onProgress?(state) ?? .proceed
    }
    return try base.solve(program, options: watched, from: basis)
  }
}

extension CancellableSolver: CustomStringConvertible {
  /// What the other solver calls itself, else its type.
  var description: String {
    (base as? any CustomStringConvertible)?.description ?? "\(type(of: base))"
  }
}
