public import Units

/// Queues that one set of agents works together.
public struct QueuePool: Sendable, Equatable, Codable {
  /// The pool's key in the scenario.
  public typealias ID = Identifier<QueuePool>

  /// Who is served first.
  public enum Order: String, Sendable, Hashable, Codable, CaseIterable {
    /// Whoever came first.
    case shared
    /// Calls first; chats fill the time that is left.
    case voiceFirst = "voice-first"
  }

  /// The key in the scenario.
  public let id: ID
  /// The name people know it by.
  public let name: String
  /// The queues, at least two, in the order of the file; no queue is in two pools.
  public let queues: [Queue.ID]
  /// Who is served first.
  public let order: Order
  /// Positions that outbound calls leave free for customers who call; 0 without an outbound queue.
  public let reserve: Positions

  /// A pool; the scenario reader has checked every value.
  public init(id: ID, name: String, queues: [Queue.ID], order: Order, reserve: Positions) {
    self.id = id
    self.name = name
    self.queues = queues
    self.order = order
    self.reserve = reserve
  }
}
