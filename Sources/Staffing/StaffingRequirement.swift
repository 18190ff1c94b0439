public import BusinessCalendar
public import Scenarios
public import Units

/// How many positions each interval needs, net of shrinkage, fractions kept.
public struct StaffingRequirement: Sendable, Equatable, Codable {
  /// The days and intervals of the horizon; every array below has one entry a slot of it.
  public let grid: PlanningGrid
  /// One requirement a queue, in the scenario's order.
  public let queues: [QueueRequirement]

  /// A requirement of `queues` on `grid`.
  public init(grid: PlanningGrid, queues: [QueueRequirement]) {
    self.grid = grid
    self.queues = queues
  }

  /// The requirement of one queue.
  public subscript(queue: Queue.ID) -> QueueRequirement? { queues.first { $0.queue == queue } }
}

/// The requirement of one queue.
public struct QueueRequirement: Sendable, Equatable, Codable {
  /// What decided the positions of an interval.
  public enum Driver: String, Sendable, Codable, CaseIterable {
    /// Nobody is needed: the queue is closed or nothing comes.
    case none
    /// The share answered in time.
    case serviceLevel = "service-level"
    /// The cap on occupancy.
    case occupancy
    /// The minimum of manned positions.
    case minimumPositions = "minimum-positions"
    /// Work that can wait: hours of work, spread to meet the due time.
    case workload
  }

  /// The queue.
  public let queue: Queue.ID
  /// The model and the definition of its service level, in words.
  public let method: String
  /// Contacts offered, a slot (as in the forecast).
  public let volume: [ContactVolume]
  /// Offered load in erlangs of agent work (chat already divided by its concurrency), a slot.
  public let load: [Erlangs]
  /// Positions needed, a slot, net of shrinkage; where the queue opens or closes within a slot, the
  /// mean over the slot.
  public let positions: [Positions]
  /// What decided them, a slot.
  public let driver: [Driver]
  /// The service level promised with these positions, a slot (share of offered contacts answered
  /// within the target's time); `nil` where the model promises none.
  public let serviceLevel: [Share?]
  /// The occupancy with these positions, a slot.
  public let occupancy: [Share]

  /// A requirement of one queue.
  public init(
    queue: Queue.ID, method: String, volume: [ContactVolume], load: [Erlangs],
    positions: [Positions], driver: [Driver], serviceLevel: [Share?], occupancy: [Share]
  ) {
    self.queue = queue
    self.method = method
    self.volume = volume
    self.load = load
    self.positions = positions
    self.driver = driver
    self.serviceLevel = serviceLevel
    self.occupancy = occupancy
  }
}

extension StaffingRequirement {
  /// Net hours on contacts that `queue` needs on the slots `slots`.
  public func requiredTime(of queue: Queue.ID, in slots: Range<Int>) -> WorkTime {
    guard let requirement = self[queue] else { return .zero }
    let positions = requirement.positions[slots].lazy.map(\.value).reduce(0, +)
    return WorkTime(hours: positions * grid.slotLength.duration.inHours)
  }
}
