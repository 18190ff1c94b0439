internal import BusinessCalendar
internal import Scenarios
internal import Units

/// The slots of the horizon as one queue sees them.
struct QueueSlots {
  let queue: Queue
  let grid: PlanningGrid
  /// All slots of the grid in order.
  let slots: [Slot]
  /// The share of each slot in which the queue is open.
  let openShares: [Double]

  init(queue: Queue, grid: PlanningGrid, slots: [Slot]) {
    self.queue = queue
    self.grid = grid
    self.slots = slots
    openShares = slots.map { queue.openingHours.openShare(of: $0).value }
  }

  /// Whether contacts are offered only while the queue is open. Who calls or chats while it is
  /// closed finds nobody and is not offered; work that can wait comes in at any time.
  var offersOnlyWhenOpen: Bool { queue.channel.isImmediate }

  /// Whether contacts can be offered in the slot.
  func isOffered(_ slot: Int) -> Bool { !offersOnlyWhenOpen || openShares[slot] > 0 }

  /// `contacts` of one day spread over its slots by `weights`, in the open part of the day only
  /// where the queue offers only then; all of them, unless the queue is closed all day.
  func spread(_ contacts: Double, overDay day: Int, by weights: [Double]) -> [Double] {
    let indices = grid.slotIndices(ofDay: day)
    let usable = zip(indices, weights).map { slot, weight in
      offersOnlyWhenOpen ? weight * openShares[slot] : weight
    }
    let total = usable.reduce(0, +)
    if total > 0 { return usable.map { contacts * ($0 / total) } }
    // The profile has nothing where the queue is open: as even as the opening allows.
    let open = indices.map { offersOnlyWhenOpen ? openShares[$0] : 1 }
    let openTotal = open.reduce(0, +)
    return open.map { openTotal > 0 ? contacts * ($0 / openTotal) : 0 }
  }
}

/// A queue's forecast before events, in bare numbers: contacts and seconds, a slot.
struct BaseForecast {
  var volume: [Double]
  var handleSeconds: [Double]
  var method: String
  var dayFactorSpread: Double
}

extension BaseForecast {
  /// No contacts: a campaign's customers are called, and do not call.
  static func none(on view: QueueSlots) -> BaseForecast {
    let count = view.slots.count
    return BaseForecast(
      volume: Array(repeating: 0, count: count),
      handleSeconds: Array(repeating: view.queue.handleTime.inSeconds, count: count),
      method: "a campaign: nobody calls in", dayFactorSpread: 0)
  }
}
