internal import LinearProgramming
internal import Planning
internal import Synchronization

/// Writes progress to standard error: stages as they start, solves about once a second.
///
/// A class, because the solver's callbacks and the command share its clock.
final class ProgressLog: Sendable {
  private let isShown: Bool
  private let isJSON: Bool
  private let lastSecond = Mutex<Int64>(0)

  init(_ output: OutputOptions) {
    isJSON = output.progress == .json
    let isWanted = output.progress != .auto || Console.logIsTerminal
    isShown = isWanted && !output.quiet
  }

  /// A stage starts.
  func starting(_ stage: PlanningStage) {
    guard isShown else { return }
    lastSecond.withLock { $0 = 0 }
    Console.note(isJSON ? "{\"stage\": \"\(stage.rawValue)\"}" : "\(stage.rawValue) …")
  }

  /// A solve goes on.
  func solving(_ state: SolverProgress) {
    guard isShown else { return }
    let second = state.elapsed.components.seconds
    let isNew = lastSecond.withLock { last in
      guard second > 0, second != last else { return false }
      last = second
      return true
    }
    guard isNew else { return }
    let best = state.incumbent.map { "\($0.rounded())" }
    let bound = state.bestBound.map { "\($0.rounded())" }
    if isJSON {
      Console.note(
        "{\"seconds\": \(second), \"best\": \(best ?? "null"), \"bound\": \(bound ?? "null")}")
    } else {
      Console.note("  \(second) s: best \(best ?? "none yet"), bound \(bound ?? "none yet")")
    }
  }
}
