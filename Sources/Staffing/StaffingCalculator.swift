internal import BusinessCalendar
public import Forecasting
public import Scenarios
internal import Units

/// Sizes every queue of a scenario: how many positions each interval needs, net of shrinkage.
///
/// - Voice: Erlang C by interval with the queue's service level and its cap on occupancy.
/// - Chat: the same over positions × concurrency places, with the handle time of a chat while its
///   agent is full; positions = places / concurrency. Limits: it takes that handle time even when
///   agents hold fewer chats, so it asks for a little too much in quiet intervals.
/// - Deferred and outbound: work spread evenly over the open time until it is due; see
///   ``StaffingRequirement`` and `DeferredRequirement`.
///
/// Every interval stands alone and counts as if its rate went on (stationary, independent period by
/// period): a peak within minutes is sized on its interval's mean. Nobody leaves (no abandonment).
public struct StaffingCalculator: Sendable {
  /// A calculator.
  public init() {}

  /// The positions that every queue of `scenario` needs for `forecast`; a queue that the forecast
  /// does not have needs none.
  public func requirement(
    of scenario: Scenario, for forecast: DemandForecast
  ) -> StaffingRequirement {
    let slots = forecast.grid.slots
    let queues = scenario.queues.map { queue in
      let demand = SlotDemand(queue: queue, slots: slots, forecast: forecast[queue.id])
      return queue.channel.isImmediate
        ? ImmediateRequirement(demand).requirement
        : DeferredRequirement(demand, firstWeekSlots: weekSlots(forecast)).requirement
    }
    return StaffingRequirement(grid: forecast.grid, queues: queues)
  }

  /// The slots of the first and of the last seven days of the horizon.
  private func weekSlots(_ forecast: DemandForecast) -> (first: Range<Int>, last: Range<Int>) {
    let grid = forecast.grid
    let days = grid.days.count
    let first = grid.slotIndices(ofDay: min(days, 7) - 1)
    let last = grid.slotIndices(ofDay: max(0, days - 7))
    return (0..<first.upperBound, last.lowerBound..<max(last.lowerBound, grid.slotCount))
  }
}

/// What comes to a queue, slot by slot, and when it is open.
struct SlotDemand {
  let queue: Queue
  let slots: [Slot]
  /// Contacts offered.
  let volume: [Double]
  /// Mean handle time in seconds.
  let handleSeconds: [Double]
  /// The share of the slot in which the queue is open.
  let openShares: [Double]

  init(queue: Queue, slots: [Slot], forecast: QueueForecast?) {
    self.queue = queue
    self.slots = slots
    let none = Array(repeating: 0.0, count: slots.count)
    volume = forecast.map { $0.volume.map { max(0, $0.value) } } ?? none
    handleSeconds = forecast.map { $0.handleTime.map { max(0, $0.inSeconds) } } ?? none
    openShares = slots.map { queue.openingHours.openShare(of: $0).value }
  }

  /// The cap on occupancy; 1 where the queue has none that makes sense.
  var maximumOccupancy: Double {
    let cap = queue.maximumOccupancy.value
    return cap > 0 && cap <= 1 ? cap : 1
  }

  /// Positions manned whenever the queue is open.
  var minimumPositions: Double { max(0, queue.minimumPositions.value) }
}
