internal import BusinessCalendar
public import Scenarios
internal import Units

/// Forecasts every queue of a scenario: a base from its history, forecast file or drivers, and on
/// it the effects of the events.
///
/// - History: a weekly level with a damped trend, the weekdays' and slots' profile, and the effect
///   of holidays where the history shows any; see `HistoryModel`. Only intervals before the horizon
///   count, so a plan never knows what it is to foretell.
/// - Forecast file: as it is, aggregated or split evenly to the scenario's slots.
/// - Drivers: orders × contact rate, by intent and lag, less what the robot settles, spread over
///   the day by a smoothed hourly profile.
///
/// Who calls or chats while the queue is closed is not offered; work that can wait is offered at
/// any time. Lifts of events add: two events of +100 % at once make three times the base.
public struct Forecaster: Sendable {
  /// A forecaster.
  public init() {}

  /// The forecast of every queue of `scenario`, in its order.
  ///
  /// Throws a ``ForecastError`` for the first queue whose input is not enough.
  public func forecast(_ scenario: Scenario) throws(ForecastError) -> DemandForecast {
    let grid = scenario.grid
    let slots = grid.slots
    var queues: [QueueForecast] = []
    for queue in scenario.queues {
      let view = QueueSlots(queue: queue, grid: grid, slots: slots)
      let base = try base(of: view, in: scenario)
      queues.append(EventEffects(scenario.events, on: view).applied(to: base))
    }
    return DemandForecast(grid: grid, queues: queues)
  }

  private func base(
    of view: QueueSlots, in scenario: Scenario
  ) throws(ForecastError) -> BaseForecast {
    switch view.queue.demand {
    case .history(let history):
      try HistoryModel(history, of: view, in: scenario).projection(on: view, scenario.calendar)
    case .forecast(let history):
      try StatedForecast(history, of: view.queue).forecast(on: view)
    case .drivers(let drivers):
      try DriverForecast(drivers, of: view.queue).forecast(on: view)
    case .campaign:
      // Nobody calls in: the requirement spreads the attempts over the hours.
      BaseForecast.none(on: view)
    }
  }
}
