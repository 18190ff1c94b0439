public import BusinessCalendar
public import Scenarios
public import Units

/// How many contacts come in each interval of the horizon, and how long they take.
public struct DemandForecast: Sendable, Equatable, Codable {
  /// The days and intervals of the horizon; every array below has one entry a slot of it.
  public let grid: PlanningGrid
  /// One forecast a queue, in the scenario's order.
  public let queues: [QueueForecast]

  /// A forecast of `queues` on `grid`.
  public init(grid: PlanningGrid, queues: [QueueForecast]) {
    self.grid = grid
    self.queues = queues
  }

  /// The forecast of one queue.
  public subscript(queue: Queue.ID) -> QueueForecast? { queues.first { $0.queue == queue } }
}

/// The forecast of one queue.
public struct QueueForecast: Sendable, Equatable, Codable {
  /// What one event adds to a queue.
  public struct EventEffect: Sendable, Equatable, Codable {
    /// The event.
    public let event: PeakEvent.ID
    /// The first slot it touches.
    public let firstSlot: Int
    /// Contacts it adds (or takes away), slot by slot from `firstSlot`.
    public let addedVolume: [ContactVolume]

    /// An effect from `firstSlot` on.
    public init(event: PeakEvent.ID, firstSlot: Int, addedVolume: [ContactVolume]) {
      self.event = event
      self.firstSlot = firstSlot
      self.addedVolume = addedVolume
    }
  }

  /// The queue.
  public let queue: Queue.ID
  /// How it was made, in words: "weekly level and intraday profile of 52 weeks in history.csv".
  public let method: String
  /// Contacts that would come without any event, a slot.
  public let baseVolume: [ContactVolume]
  /// What each event adds.
  public let eventEffects: [EventEffect]
  /// Contacts offered to people, a slot: base plus effects in their order, never below 0; 0 when
  /// closed, but for work that can wait, which is offered at any time.
  public let volume: [ContactVolume]
  /// Mean handle time, a slot.
  public let handleTime: [Duration]
  /// The spread of a whole day around its forecast, beyond pure chance, as a coefficient of
  /// variation; 0 where it cannot be estimated.
  public let dayFactorSpread: Share

  /// A forecast of one queue.
  public init(
    queue: Queue.ID, method: String, baseVolume: [ContactVolume], eventEffects: [EventEffect],
    volume: [ContactVolume], handleTime: [Duration], dayFactorSpread: Share
  ) {
    self.queue = queue
    self.method = method
    self.baseVolume = baseVolume
    self.eventEffects = eventEffects
    self.volume = volume
    self.handleTime = handleTime
    self.dayFactorSpread = dayFactorSpread
  }
}
