internal import Units

extension Evaluation {
  /// The closure as it stands when the day begins with `staff`.
  func startClosure(with staff: Positions) -> GaussianClosure {
    GaussianClosure(
      from: start(with: staff), serviceRate: serviceRate, leavingRate: leavingRate)
  }

  /// By the Gaussian closure.
  func byClosure() -> VaryingService {
    var closure = startClosure(with: positions.first ?? .zero)
    var results: [IntervalService] = []
    results.reserveCapacity(positions.count)
    for (index, staff) in positions.enumerated() {
      results.append(interval(index, with: staff, &closure))
    }
    return VaryingService(
      method: .gaussianClosure, answerTime: answerTime, intervals: results, truncated: 0)
  }

  /// Moves `closure` through the interval `index` with `staff`. The service level is sampled about
  /// every 10 s, first after one step.
  func interval(
    _ index: Int, with staff: Positions, _ closure: inout GaussianClosure
  ) -> IntervalService {
    let count = max(1, Int(min(1e9, (step / closureStep - 1e-9).rounded(.up))))
    let length = step / Double(count)
    let stride = max(1, Int(min(1e9, (10 / length).rounded())))
    var kernels = kernels(staff.value)
    var sums = IntervalSums()
    for step in queue.steps(of: index) {
      let rate = rates[step]
      var (inTime, waits, waited, samples) = (0.0, 0.0, 0.0, 0.0)
      var part = 0
      while part < count {
        closure.advance(by: length, rate: rate, positions: staff.value)
        sums.queue += closure.flow.queue * length
        sums.busy += closure.flow.busy * length
        if part % stride == 0, rate > 0 {
          let sample = sample(closure, &kernels, rate: rate, positions: staff.value)
          inTime += sample.inTime
          waits += sample.waits
          waited += sample.waited
          samples += 1
        }
        part += 1
      }
      guard samples > 0 else { continue }
      let arrivals = rate * self.step
      sums.arrivals += arrivals
      sums.inTime += arrivals * inTime / samples
      sums.waits += arrivals * waits / samples
      sums.waited += arrivals * waited / samples
    }
    sums.abandoned = leavingRate * sums.queue
    let backlog = closure.flow(rate: 0, positions: staff.value).queue
    return sums.service(
      positions: staff, during: step * Double(queue.stepsPerInterval), backlog: backlog)
  }

  /// What an arrival meets now. The mean wait is that of the mean number it finds waiting.
  private func sample(
    _ closure: GaussianClosure,
    _ kernels: inout (lower: WaitKernel, upper: WaitKernel, fraction: Double),
    rate: Double, positions: Double
  ) -> (inTime: Double, waits: Double, waited: Double) {
    var (inTime, waits) = closure.chances(&kernels.lower)
    if kernels.fraction > 0 {
      let upper = closure.chances(&kernels.upper)
      inTime += kernels.fraction * (upper.inTime - inTime)
      waits += kernels.fraction * (upper.waits - waits)
    }
    guard waits > 1e-12 else { return (inTime, waits, 0) }
    let queue = max(0, closure.flow(rate: rate, positions: positions).queue)
    let wait = WaitKernel.meanWait(
      finding: queue / waits, positions: positions, serviceRate: serviceRate,
      leavingRate: leavingRate)
    return (inTime, waits, waits * wait)
  }
}
