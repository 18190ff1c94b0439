internal import Planning
internal import Synchronization

/// Ends the schedule stage soon after Ctrl-C, and at the time limit.
///
/// A class, because the stage's solver and the command share its clock.
final class ScheduleWatch: Sendable {
  /// When the stage began, and when Ctrl-C was seen in it.
  private struct State {
    var start: ContinuousClock.Instant?
    var interrupted: ContinuousClock.Instant?
  }

  /// How long the stage may take when Ctrl-C came before it: the search for the weekly plan was
  /// ended, and a schedule of it that takes no time is worth having.
  private static let whole = Duration.milliseconds(900)
  /// How long the stage may go on after Ctrl-C.
  private static let rest = Duration.milliseconds(300)

  private let limit: Duration?
  private let state = Mutex(State())

  init(limit: Duration?) { self.limit = limit }

  /// A stage starts.
  func starting(_ stage: PlanningStage) {
    guard stage == .schedule else { return }
    state.withLock { $0 = State(start: .now) }
  }

  /// Whether the stage is to end now.
  var isOver: Bool {
    let now = ContinuousClock.now
    return state.withLock { state in
      guard let start = state.start else { return false }
      if let limit, now - start > limit { return true }
      guard Interruption.isRequested else { return false }
      let seen = state.interrupted ?? now
      state.interrupted = seen
      return now - start > Self.whole || (isLate(seen, start) && now - seen > Self.rest)
    }
  }

  /// Whether Ctrl-C came when the stage had begun to work.
  private func isLate(
    _ seen: ContinuousClock.Instant, _ start: ContinuousClock.Instant
  ) -> Bool { seen - start > .milliseconds(100) }
}
