internal import Foundation
internal import Units

/// How late the replies of an agent are by the number of sessions held, which does not depend on how
/// many come: made once, it answers for every load and every number of positions of a ``ChatDesk``.
public struct ReplyTable: Sendable, Hashable {
  /// Cells of the window over which a wait in the line and a reply are added up.
  static let cells = 64

  /// P(late) with 0, 1, 2, … sessions.
  let late: [Double]
  /// The mean seconds to a reply.
  let seconds: [Double]
  /// Rounds a second.
  let roundRates: [Double]
  /// P(an agent with all places taken replies within the rest of the window), after each cell; empty
  /// where there is no line.
  let lastReplies: [Double]
  let window: Double
  private let dialogue: ChatDialogue
  private let unit: ReplyUnit

  init(
    _ dialogue: ChatDialogue, concurrency: Int, window: Double, _ unit: ReplyUnit,
    isAssignedAtOnce: Bool = false
  ) {
    self.dialogue = dialogue
    self.window = window
    self.unit = unit
    let delays = ReplyDelays(dialogue, beyond: window, upTo: concurrency - 1).late(unit)
    let own = unit == .round ? dialogue.messageSeconds : dialogue.roundSeconds
    var late = [0.0]
    var seconds = [0.0]
    var rates = [0.0]
    for sessions in 1...concurrency {
      let ahead = RoundsAhead(dialogue, others: sessions - 1)
      late.append(min(1, ahead.mean(of: delays)))
      seconds.append(ahead.mean * dialogue.roundSeconds + own)
      rates.append(dialogue.roundRate(holding: sessions))
    }
    self.late = late
    self.seconds = seconds
    roundRates = rates
    guard !isAssignedAtOnce else {
      lastReplies = []
      return
    }
    let ahead = RoundsAhead(dialogue, others: concurrency - 1)
    lastReplies = (0...ReplyTable.cells).map { cell in
      let time = window - window * Double(cell) / Double(ReplyTable.cells)
      let late = ReplyDelays(dialogue, beyond: time, upTo: concurrency - 1).late(unit)
      return 1 - ahead.mean(of: late)
    }
  }

  /// Whether it is the table of this desk and this target.
  func isFor(
    _ dialogue: ChatDialogue, _ concurrency: Int, window: Double, _ unit: ReplyUnit
  ) -> Bool {
    late.count == concurrency + 1 && !lastReplies.isEmpty && self.window == window
      && self.unit == unit && self.dialogue == dialogue
  }
}

extension ChatDesk {
  /// The table of replies within `window`, for any load; `nil` where every session is assigned at
  /// once, so that there is no most of sessions.
  public func replyTable(within window: Duration, per unit: ReplyUnit) -> ReplyTable? {
    table(nil, window: window.inSeconds, unit)
  }
}
