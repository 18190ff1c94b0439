internal import BusinessCalendar
public import Forecasting
public import Queueing
public import Scenarios
internal import Units

/// Sizes every queue of a scenario: how many positions each interval needs, net of shrinkage.
///
/// - First what notices save and robots keep is taken off the volume.
/// - Voice and chat: the queue's own model (Erlang C, Erlang A, finite buffer, redials, chats at
///   once, an uncertain rate) for everything that it promises, at the interval's largest offered
///   load; see `ImmediateRequirement` and `SlotLoads`.
/// - Deferred and outbound: work spread evenly over the open time until it is due; see
///   ``StaffingRequirement`` and `DeferredRequirement`.
public struct StaffingCalculator: Sendable {
  /// A calculator.
  public init() {}

  /// The positions that every queue of `scenario` needs for `forecast`; a queue that the forecast
  /// does not have needs none.
  ///
  /// Throws when a queue to which contacts come promises what no number of positions can keep.
  public func requirement(
    of scenario: Scenario, for forecast: DemandForecast
  ) throws(UnreachablePromise) -> StaffingRequirement {
    let slots = forecast.grid.slots
    let demands = scenario.queues.map { queue in
      var demand = SlotDemand(queue: queue, slots: slots, forecast: forecast[queue.id])
      demand.takeOffSaved(in: scenario.timeZone)
      return demand
    }
    let grid = forecast.grid
    let weeks = weekSlots(forecast)
    let slotsOfWeeks = grid.weeks.indices.map { grid.slotIndices(ofWeek: $0) }
    let campaigns = try demands.map { demand throws(UnreachablePromise) -> CampaignRequirement? in
      guard case .campaign(let campaign) = demand.queue.demand else { return nil }
      let others = demands.filter { other in
        other.queue.channel.isImmediate
          && scenario.pools.contains {
            $0.queues.contains(demand.queue.id) && $0.queues.contains(other.queue.id)
          }
      }
      let waiting = try others.map { other throws(UnreachablePromise) in
        try size(other, weeks: weeks, slotsOfWeeks: slotsOfWeeks).requirement.positions
      }
      return CampaignRequirement(campaign, demand: demand, grid: grid, beside: waiting)
    }
    let loop = RecontactLoop(demands, slotLength: grid.slotLength.duration)
    let sized = try loop.sized { index, demand throws(UnreachablePromise) in
      var own = try size(demand, weeks: weeks, slotsOfWeeks: slotsOfWeeks)
      if let campaign = campaigns[index] { own = campaign.added(to: own, of: demand) }
      if !demand.queue.channel.isImmediate { own.requirement.note(languages: demand) }
      own.requirement.note(demand.notes)
      own.requirement.handleTime = demand.handleSeconds.map { .seconds($0) }
      return own
    }
    return StaffingRequirement(grid: grid, queues: sized.map(\.requirement))
      .pooled(scenario.pools, demands)
  }

  /// The requirement of one queue by itself.
  private func size(
    _ demand: SlotDemand, weeks: (first: Range<Int>, last: Range<Int>), slotsOfWeeks: [Range<Int>]
  ) throws(UnreachablePromise) -> SizedQueue {
    guard demand.queue.channel.isImmediate else {
      return SizedQueue(
        handlingAll: DeferredRequirement(demand, firstWeekSlots: weeks).requirement)
    }
    do throws(UnreachableTarget) {
      guard let languages = LanguageRequirement(demand) else {
        return try ImmediateRequirement(demand).sized(weeks: slotsOfWeeks)
      }
      return try languages.sized { team throws(UnreachableTarget) in
        try ImmediateRequirement(team).sized(weeks: slotsOfWeeks)
      }
    } catch {
      throw UnreachablePromise(queue: demand.queue.id, target: error)
    }
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

/// A queue promises what no number of positions can keep.
public struct UnreachablePromise: Error, Sendable, Hashable, CustomStringConvertible {
  /// The queue.
  public let queue: Queue.ID
  /// What it promises.
  public let target: UnreachableTarget

  /// A promise of `queue` that cannot be kept.
  public init(queue: Queue.ID, target: UnreachableTarget) {
    self.queue = queue
    self.target = target
  }

  /// What is wrong and what helps.
  public var description: String { "queue \(queue): \(target)" }
}

/// What comes to a queue, slot by slot, and when it is open.
struct SlotDemand {
  let queue: Queue
  let slots: [Slot]
  /// Contacts that people get.
  var volume: [Double]
  /// What was done to the forecast's volume, in words.
  var notes: [String] = []
  /// Mean handle time in seconds.
  let handleSeconds: [Double]
  /// The share of the slot in which the queue is open.
  let openShares: [Double]
  /// Positions manned whenever the queue is open.
  var minimumPositions: Double
  /// Whether a slot's messages count in the reply target.
  let replyTargetIsInForce: [Bool]

  init(queue: Queue, slots: [Slot], forecast: QueueForecast?) {
    self.queue = queue
    self.slots = slots
    let none = Array(repeating: 0.0, count: slots.count)
    volume = forecast.map { $0.volume.map { max(0, $0.value) } } ?? none
    handleSeconds = forecast.map { $0.handleTime.map { max(0, $0.inSeconds) } } ?? none
    openShares = slots.map { queue.openingHours.openShare(of: $0).value }
    minimumPositions = max(0, queue.minimumPositions.value)
    let hours = queue.staffing.chat?.replyTarget?.hours
    replyTargetIsInForce = slots.map { slot in
      hours.map { $0.openShare(of: slot) > .zero } ?? true
    }
  }

  /// The cap on occupancy; 1 where the queue has none that makes sense.
  var maximumOccupancy: Double {
    let cap = queue.maximumOccupancy.value
    return cap > 0 && cap <= 1 ? cap : 1
  }
}
