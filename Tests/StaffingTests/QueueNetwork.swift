import BusinessCalendar
import Forecasting
import Scenarios
import Staffing
import Units

/// A week of several queues, and their forecast made by hand.
struct QueueNetwork {
  var base = Fixture()
  var queues: [Queue] = []
  var pools: [QueuePool] = []

  /// A queue like the base's, under another name and with a staffing.
  func queue(
    _ id: String, channel: Channel = .deferred, staffing: QueueStaffing? = nil,
    patience: Duration? = nil, openingHours: OpeningHours = .always,
    target: ServiceTarget = .done(within: .seconds(1800)), demand: DemandSource? = nil
  ) -> Queue {
    Queue(
      id: Queue.ID(id), name: id, channel: channel, openingHours: openingHours, target: target,
      maximumOccupancy: base.maximumOccupancy, patience: patience, handleTime: base.handleTime,
      minimumPositions: base.minimumPositions, demand: demand ?? base.demand,
      lostContactPrice: .zero, staffing: staffing)
  }

  /// The requirement of all queues for `volume` contacts of a queue in a slot.
  func requirement(_ volume: (String, Slot) -> Double) throws -> StaffingRequirement {
    let (scenario, forecast) = try planned(volume)
    return try StaffingCalculator().requirement(of: scenario, for: forecast)
  }

  /// A day of one queue, the third of the week, by plain Erlang and in truth.
  func comparison(
    of queue: String, with requirement: StaffingRequirement? = nil,
    _ volume: (String, Slot) -> Double
  ) throws -> StaffingComparison {
    let (scenario, forecast) = try planned(volume)
    return try StaffingCalculator().comparison(
      of: scenario, for: forecast, with: requirement, queue: Queue.ID(queue),
      on: scenario.grid.days[2].date)
  }

  /// The scenario of these queues and the forecast of `volume` contacts of a queue in a slot.
  func planned(_ volume: (String, Slot) -> Double) throws -> (Scenario, DemandForecast) {
    let plain = try base.scenario()
    let scenario = Scenario(
      id: plain.id, name: plain.name, question: plain.question, currency: plain.currency,
      timeZone: plain.timeZone, calendar: plain.calendar, slotLength: plain.slotLength,
      horizon: plain.horizon, queues: queues, sites: [], staffGroups: [], vendors: [], events: [],
      policy: plain.policy, shifts: nil, payRules: [], seed: 1, pools: pools)
    let forecasts = queues.map { queue in
      let contacts = scenario.grid.slots.map { ContactVolume(volume(queue.id.rawValue, $0)) }
      return QueueForecast(
        queue: queue.id, method: "by hand", baseVolume: contacts, eventEffects: [],
        volume: contacts, handleTime: contacts.map { _ in queue.handleTime },
        dayFactorSpread: .zero)
    }
    return (scenario, DemandForecast(grid: scenario.grid, queues: forecasts))
  }
}
