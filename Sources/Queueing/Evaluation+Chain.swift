internal import Units

extension Evaluation {
  /// The chain as it stands when the day begins with `staff`.
  func startChain(with staff: Positions) -> StateChain {
    StateChain(from: start(with: staff), serviceRate: serviceRate, leavingRate: leavingRate)
  }

  /// By the exact chain.
  func byChain() -> VaryingService {
    let chain = startChain(with: positions.first ?? .zero)
    let results = positions.enumerated().map { interval($0, with: $1, chain) }
    return VaryingService(
      method: .exactChain, answerTime: answerTime, intervals: results, truncated: chain.truncated)
  }

  /// Moves `chain` through the interval `index` with `staff`.
  func interval(
    _ index: Int, with staff: Positions, _ chain: StateChain
  ) -> IntervalService {
    var kernels = kernels(staff.value)
    var sums = IntervalSums()
    for step in queue.steps(of: index) {
      chain.advance(by: self.step, rate: rates[step], positions: staff.value)
      let most = chain.touched.upperBound - kernels.lower.positions
      kernels.lower.extend(to: most)
      kernels.upper.extend(to: most)
      add(chain, rate: rates[step], positions: staff.value, kernels, to: &sums)
    }
    var backlog = 0.0
    for state in chain.low...chain.high {
      backlog += chain.chance(of: state) * max(0, Double(state) - staff.value)
    }
    return sums.service(
      positions: staff, during: step * Double(queue.stepsPerInterval), backlog: backlog)
  }

  private func add(
    _ chain: StateChain, rate: Double, positions: Double,
    _ kernels: (lower: WaitKernel, upper: WaitKernel, fraction: Double),
    to sums: inout IntervalSums
  ) {
    let lower = kernels.lower.positions
    let upper = kernels.upper.positions
    let fraction = kernels.fraction
    var (inTime, waits, waited, queue, busy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var state = chain.touched.lowerBound
    let last = chain.touched.upperBound
    while state <= last {
      let time = chain.time(in: state)
      let number = Double(state)
      if state < lower {
        inTime += time
        busy += time * number
      } else {
        // With a fraction of an agent the upper number is there for that fraction of the time.
        let above = state < upper ? 1 : kernels.upper.chance(state - upper)
        let below = kernels.lower.chance(state - lower)
        inTime += time * (below + fraction * (above - below))
        let waiting = state < upper ? 1 - fraction : 1
        waits += time * waiting
        let found = max(0, number - positions)
        waited +=
          time * waiting
          * WaitKernel.meanWait(
            finding: found, positions: positions, serviceRate: serviceRate,
            leavingRate: leavingRate)
        queue += time * found
        busy += time * (number - found)
      }
      state += 1
    }
    sums.arrivals += rate * step
    sums.inTime += rate * inTime
    sums.waits += rate * waits
    if rate > 0 { sums.waited += rate * waited }
    sums.abandoned += leavingRate * queue
    sums.queue += queue
    sums.busy += busy
  }
}
