internal import BusinessCalendar
internal import Forecasting
internal import Planning
internal import Scenarios
internal import Staffing
internal import Units

// A plan is kept as a JSON document without its long lists of numbers, and these as packed series.
// What is taken out here is put back below it; a test holds that nothing is lost.

extension Plan {
  /// The plan with `scenario`, `forecast` and `requirement` in place of its own.
  private func with(
    _ scenario: Scenario, _ forecast: DemandForecast, _ requirement: StaffingRequirement
  ) -> Plan {
    Plan(
      scenario: scenario, forecast: forecast, requirement: requirement, capacity: capacity,
      schedule: schedule, cost: cost)
  }

  /// The plan without its series, which go into `series`.
  func takenApart(into series: inout SeriesStore) -> Plan {
    let queues = scenario.queues.map { $0.takenApart(into: &series) }
    let forecasts = forecast.queues.map { $0.takenApart(into: &series) }
    let requirements = requirement.queues.map { $0.takenApart(into: &series) }
    return with(
      scenario.with(queues: queues), DemandForecast(grid: forecast.grid, queues: forecasts),
      StaffingRequirement(
        grid: requirement.grid, queues: requirements, pools: requirement.pools))
  }

  /// The plan with the series it was kept without.
  func putTogether(from series: SeriesStore) throws -> Plan {
    let queues = try scenario.queues.map { try $0.putTogether(from: series) }
    let forecasts = try forecast.queues.map { try $0.putTogether(from: series) }
    let requirements = try requirement.queues.map { try $0.putTogether(from: series) }
    return with(
      scenario.with(queues: queues), DemandForecast(grid: forecast.grid, queues: forecasts),
      StaffingRequirement(
        grid: requirement.grid, queues: requirements, pools: requirement.pools))
  }
}

extension Queue {
  fileprivate func takenApart(into series: inout SeriesStore) -> Queue {
    switch demand {
    case .history(let history):
      with(demand: .history(history.takenApart(into: &series, queue: id.rawValue)))
    case .forecast(let forecast):
      with(demand: .forecast(forecast.takenApart(into: &series, queue: id.rawValue)))
    case .drivers, .campaign: self
    }
  }

  fileprivate func putTogether(from series: SeriesStore) throws -> Queue {
    switch demand {
    case .history(let history):
      with(demand: .history(try history.putTogether(from: series, queue: id.rawValue)))
    case .forecast(let forecast):
      with(demand: .forecast(try forecast.putTogether(from: series, queue: id.rawValue)))
    case .drivers, .campaign: self
    }
  }
}

extension IntervalHistory {
  fileprivate func takenApart(into series: inout SeriesStore, queue: String) -> IntervalHistory {
    series.put(
      intervals.map { Int64(LocalDate.epoch.at(.midnight).minutes(until: $0.start)) },
      .history, queue, "start_min")
    series.put(intervals.map { Int64($0.start.fold) }, .history, queue, "fold")
    series.put(intervals.map(\.offered), .history, queue, "offered")
    series.put(intervals.map(\.handleTime), .history, queue, "handle_time")
    return IntervalHistory(intervalMinutes: intervalMinutes, intervals: [], file: file)
  }

  fileprivate func putTogether(
    from series: SeriesStore, queue: String
  ) throws -> IntervalHistory {
    let starts = try series.integers(.history, queue, "start_min")
    let folds = try series.integers(.history, queue, "fold")
    let offered: [ContactVolume] = try series.amounts(.history, queue, "offered")
    let handleTimes = try series.durations(.history, queue, "handle_time")
    guard [folds.count, offered.count, handleTimes.count].allSatisfy({ $0 == starts.count }) else {
      throw DamagedRun("the history of \(queue) has columns of different lengths")
    }
    let epoch = LocalDate.epoch.at(.midnight)
    let intervals = starts.indices.map { index in
      let moment = epoch.adding(minutes: Int(starts[index]))
      return Interval(
        start: moment.date.at(moment.time, fold: Int(folds[index])), offered: offered[index],
        handleTime: handleTimes[index])
    }
    return IntervalHistory(intervalMinutes: intervalMinutes, intervals: intervals, file: file)
  }
}

extension QueueForecast {
  fileprivate func takenApart(into series: inout SeriesStore) -> QueueForecast {
    let id = queue.rawValue
    series.put(baseVolume, .forecast, id, "base")
    series.put(volume, .forecast, id, "volume")
    series.put(handleTime.map(Optional.some), .forecast, id, "handle_time")
    for (number, effect) in eventEffects.enumerated() {
      series.put(effect.addedVolume, .forecast, id, "event_\(number + 1)")
    }
    return QueueForecast(
      queue: queue, method: method, baseVolume: [],
      eventEffects: eventEffects.map {
        EventEffect(event: $0.event, firstSlot: $0.firstSlot, addedVolume: [])
      }, volume: [], handleTime: [], dayFactorSpread: dayFactorSpread)
  }

  fileprivate func putTogether(from series: SeriesStore) throws -> QueueForecast {
    let id = queue.rawValue
    let effects = try eventEffects.enumerated().map { number, effect in
      EventEffect(
        event: effect.event, firstSlot: effect.firstSlot,
        addedVolume: try series.amounts(.forecast, id, "event_\(number + 1)"))
    }
    return QueueForecast(
      queue: queue, method: method, baseVolume: try series.amounts(.forecast, id, "base"),
      eventEffects: effects, volume: try series.amounts(.forecast, id, "volume"),
      handleTime: try series.durations(.forecast, id, "handle_time").map { $0 ?? .zero },
      dayFactorSpread: dayFactorSpread)
  }
}

extension QueueRequirement {
  fileprivate func takenApart(into series: inout SeriesStore) -> QueueRequirement {
    let id = queue.rawValue
    series.put(volume, .requirement, id, "volume")
    series.put(load, .requirement, id, "load")
    series.put(positions, .requirement, id, "positions")
    series.put(driver.map { Int64($0.storedCode) }, .requirement, id, "driver")
    series.put(serviceLevel.map { $0?.value ?? .nan }, .requirement, id, "service_level")
    series.put(occupancy, .requirement, id, "occupancy")
    if replyRate.contains(where: { $0 != nil }) {
      series.put(replyRate.map { $0?.value ?? .nan }, .requirement, id, "reply_rate")
    }
    return QueueRequirement(
      queue: queue, method: method, volume: [], load: [], positions: [], driver: [],
      serviceLevel: [], occupancy: [], detail: detail)
  }

  fileprivate func putTogether(from series: SeriesStore) throws -> QueueRequirement {
    let id = queue.rawValue
    let drivers = try series.integers(.requirement, id, "driver").map { code in
      guard let driver = Driver.allCases.first(where: { $0.storedCode == code }) else {
        throw DamagedRun("\(code) is no driver of the requirement of \(id)")
      }
      return driver
    }
    return QueueRequirement(
      queue: queue, method: method, volume: try series.amounts(.requirement, id, "volume"),
      // They are the forecast's.
      handleTime: (try? series.durations(.forecast, id, "handle_time").map { $0 ?? .zero }) ?? [],
      load: try series.amounts(.requirement, id, "load"),
      positions: try series.amounts(.requirement, id, "positions"), driver: drivers,
      serviceLevel: try series.doubles(.requirement, id, "service_level").map {
        $0.isNaN ? nil : Share($0)
      }, occupancy: try series.amounts(.requirement, id, "occupancy"),
      // None is kept where none was promised.
      replyRate: try? series.doubles(.requirement, id, "reply_rate").map {
        $0.isNaN ? nil : Share($0)
      }, detail: detail)
  }
}

extension QueueRequirement.Driver {
  /// The number that stands for the driver in a series; never changes.
  var storedCode: Int {
    switch self {
    case .none: 0
    case .serviceLevel: 1
    case .occupancy: 2
    case .minimumPositions: 3
    case .workload: 4
    case .averageSpeedOfAnswer: 5
    case .abandonment: 6
    case .waitPercentile: 7
    case .blocking: 8
    case .replyRate: 9
    }
  }
}
