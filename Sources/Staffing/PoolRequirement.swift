internal import BusinessCalendar
public import Scenarios
public import Units

/// Queues that one set of agents works: what they need together, against what they need apart.
///
/// In every slot the pool needs no more than its queues apart: where working them together would not
/// save, or cannot be reckoned, the separate requirement stays. The queues' own positions are scaled
/// so that they sum to the pool's.
public struct PoolRequirement: Sendable, Equatable, Codable {
  /// The service that a queue has in its pool.
  public struct QueueService: Sendable, Equatable, Codable {
    /// The queue.
    public let queue: Queue.ID
    /// The share answered in time, by the queue's own definition and time, a slot; `nil` where it
    /// is closed, or nobody waits.
    public let serviceLevel: [Share?]

    /// A queue's service, a slot.
    public init(queue: Queue.ID, serviceLevel: [Share?]) {
      self.queue = queue
      self.serviceLevel = serviceLevel
    }
  }

  /// The pool.
  public let pool: QueuePool.ID
  /// Its queues, in the order of the scenario's pool.
  public let queues: [Queue.ID]
  /// How the pool is worked and reckoned, in words.
  public let method: String
  /// The sum of the queues' positions, each with agents of its own, a slot.
  public let separate: [Positions]
  /// The positions of the pool, a slot, net of shrinkage.
  public let positions: [Positions]
  /// The positions that outbound calls leave free, a slot; 0 where none are made.
  public let reserve: [Positions]
  /// The occupancy of the pool's positions, all work of the pool included, a slot.
  public let occupancy: [Share]
  /// The service of each of its queues in which customers wait.
  public let services: [QueueService]

  /// A requirement of one pool.
  public init(
    pool: QueuePool.ID, queues: [Queue.ID], method: String, separate: [Positions],
    positions: [Positions], reserve: [Positions], occupancy: [Share], services: [QueueService]
  ) {
    self.pool = pool
    self.queues = queues
    self.method = method
    self.separate = separate
    self.positions = positions
    self.reserve = reserve
    self.occupancy = occupancy
    self.services = services
  }

  /// The positions that the pool saves, a slot; never negative.
  public var saving: [Positions] {
    zip(separate, positions).map { Positions(max(0, $0.value - $1.value)) }
  }
}

extension StaffingRequirement {
  /// The net hours of `positions`, one a slot of the grid, on `slots`.
  public func netTime(of positions: [Positions], in slots: Range<Int>) -> WorkTime {
    let slots = slots.clamped(to: positions.indices)
    let sum = positions[slots].lazy.map(\.value).reduce(0, +)
    return WorkTime(hours: sum * grid.slotLength.duration.inHours)
  }
}
