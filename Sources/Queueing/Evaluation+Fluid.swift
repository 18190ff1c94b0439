internal import Units

extension Evaluation {
  /// As a fluid, for a queue that nobody leaves: the backlog grows by λ − nμ a second and is worked
  /// off at that pace, B′ = λ − nμ while B > 0 (Newell, Applications of Queueing Theory, 1982); who
  /// comes waits B/(nμ). Exact for piecewise constant rates.
  ///
  /// A calm interval after a calm one has the stationary figures of Erlang C at its mean offered
  /// load. In an interval with a backlog or a load of at least the positions, and in the one right
  /// after, no stationary figure is used: chance is then left out, and waits are too short by what
  /// it adds, most where the load is near the positions.
  func byFluid() -> VaryingService {
    let load = OfferedLoad(
      of: queue.arrivals, handleTime: queue.handleTime, from: .settled)
    var backlog = 0.0
    var wasCalm = true
    var results: [IntervalService] = []
    results.reserveCapacity(positions.count)
    for (index, staff) in positions.enumerated() {
      let steps = queue.steps(of: index)
      let capacity = staff.value * serviceRate
      let seconds = step * Double(steps.count)
      let isCalm = backlog <= 0 && steps.allSatisfy { rates[$0] < capacity || rates[$0] <= 0 }
      defer { wasCalm = isCalm }
      var sums = IntervalSums()
      for step in steps { flow(&backlog, rate: rates[step], capacity: capacity, &sums) }
      let mean = load.mean(during: steps)
      sums.busy = min(sums.busy, staff.value * seconds)
      let model = ErlangC(load: mean, handleTime: queue.handleTime)
      if isCalm, wasCalm, model.isStable(with: staff), mean.value > 0 {
        let number = staff.value
        sums.inTime = sums.arrivals * model.serviceLevel(number, within: time)
        sums.waits = sums.arrivals * model.waitProbability(number)
        sums.waited = sums.arrivals * model.averageWait(number)
        sums.queue = model.meanQueue(number) * seconds
      }
      results.append(sums.service(positions: staff, during: seconds, backlog: backlog))
    }
    return VaryingService(
      method: .fluidBacklog, answerTime: answerTime, intervals: results, truncated: 0)
  }

  /// One step at a constant rate: first, while there is a backlog or it grows, then without one.
  private func flow(
    _ backlog: inout Double, rate: Double, capacity: Double, _ sums: inout IntervalSums
  ) {
    let slope = rate - capacity
    let first = backlog
    let long = slope < 0 ? min(step, first / -slope) : (first > 0 || slope > 0 ? step : 0)
    backlog = long < step ? 0 : max(0, first + slope * step)
    // Worked off, but for rounding.
    if backlog < 1e-9 * (rate + capacity) * step { backlog = 0 }
    let middle = 0.5 * (first + backlog)
    sums.arrivals += rate * step
    sums.queue += middle * long
    sums.busy += (capacity * long + rate * (step - long)) / serviceRate
    sums.waits += rate * long
    if rate > 0, long > 0 { sums.waited += rate * long * middle / capacity }
    // Of a straight line from `first` to `backlog`, the part within what is worked off in time.
    let limit = capacity * time
    let low = min(first, backlog)
    let high = max(first, backlog)
    let below = high > low ? min(1, max(0, (limit - low) / (high - low))) : (low <= limit ? 1 : 0)
    let answered = capacity > 0 ? below : 0
    sums.inTime += rate * (step - long + long * answered)
  }
}
