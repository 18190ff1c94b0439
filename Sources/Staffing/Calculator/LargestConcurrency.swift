internal import Queueing
public import Units

/// The most chats that an agent can hold at once while the promises are kept and a chat takes no longer
/// than it may on average.
public struct LargestConcurrency: Sendable, Hashable, Codable {
  /// Chats at once; 0 where even one at a time takes too long or breaks a promise.
  public let chats: Int
  /// The positions with which that is so; `nil` where `chats` is 0.
  public let positions: Positions?
  /// How long a chat takes then on average, with as many beside it as there are; `nil` likewise.
  public let meanChat: Duration?
}

extension StaffingQuestion {
  /// The most chats at once with which a chat takes at most ``longestChat`` on average; `nil` where that
  /// or the chat times are not given.
  ///
  /// - Parameter positions: the positions that are there; `nil` where each number of chats is given
  ///   the fewest that keep the promises.
  func largestConcurrency(
    with positions: Positions?
  ) throws(StaffingQuestionError) -> LargestConcurrency? {
    guard let longestChat else { return nil }
    if chatHandleTimes.isEmpty { throw .longestChatWithoutChats }
    if uncertainty.map({ $0.value > 0 }) ?? false {
      throw .notTogether("a longest chat", "an uncertain rate")
    }
    for chats in stride(from: chatHandleTimes.count, through: 1, by: -1) {
      var limited = self
      limited.chatHandleTimes = Array(chatHandleTimes.prefix(chats))
      guard let queue = try limited.queue() as? ChatQueue else { continue }
      let staffed: Positions
      if let positions {
        guard queue.meets(conditions, with: positions) else { continue }
        staffed = positions
      } else {
        do throws(UnreachableTarget) {
          staffed = try queue.positions(meeting: conditions).wholePositions
        } catch { continue }
      }
      let performance = queue.chatPerformance(with: staffed, within: conditions.answerTime)
      let time = performance.meanHandleTime ?? .zero
      guard time <= longestChat else { continue }
      return LargestConcurrency(chats: chats, positions: staffed, meanChat: time)
    }
    return LargestConcurrency(chats: 0, positions: nil, meanChat: nil)
  }
}
