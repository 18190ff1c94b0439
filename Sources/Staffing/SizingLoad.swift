internal import BusinessCalendar
public import Forecasting
public import Scenarios
public import Units

/// The loads of one slot of a queue whose customers wait, in erlangs of agent work (chats divided by
/// how many are held at once), each as the mean over the slot where the queue is open in part of it.
public struct SizingLoad: Sendable, Hashable, Codable {
  /// The mean rate times the handle time, the slot by itself.
  public let mean: Erlangs
  /// Of contacts that came before the slot and are still being handled at its beginning.
  public let carriedIn: Erlangs
  /// The largest offered load within the slot.
  public let largest: Erlangs
  /// Whether the positions are for ``largest``; else they are for ``mean``.
  public let isSizedByLargest: Bool

  /// The load that the positions are for.
  public var sized: Erlangs { isSizedByLargest ? largest : mean }
}

extension StaffingRequirement {
  /// The loads behind the positions of `queue` in slot number `slot`; `nil` for a queue whose work
  /// can wait, that calls out, or that is not in the requirement or the forecast.
  public func sizingLoad(
    of queue: Queue, for forecast: DemandForecast, inSlot slot: Int
  ) -> SizingLoad? {
    guard queue.channel.isImmediate, let own = self[queue.id], let demand = forecast[queue.id],
      own.volume.indices.contains(slot)
    else { return nil }
    if case .campaign = queue.demand { return nil }
    var slots = SlotDemand(queue: queue, slots: grid.slots, forecast: demand)
    // What people get: less what notices save, with those who come again.
    slots.volume = own.volume.map { max(0, $0.value) }
    let loads = SlotLoads(slots)
    let perPosition = slots.openShares[slot] / Double(max(1, queue.channel.concurrency))
    return SizingLoad(
      mean: Erlangs(loads.stationary[slot] * perPosition),
      carriedIn: Erlangs(loads.atStart[slot] * perPosition),
      largest: Erlangs(loads.maximum[slot] * perPosition),
      isSizedByLargest: queue.staffing.intervalMethod != .stationary)
  }
}
