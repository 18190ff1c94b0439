public import Units

extension VaryingQueue {
  /// What `positions`, one number for each interval, achieve when the state is carried from one
  /// interval to the next; the service level is of `answerTime`.
  ///
  /// The day starts in the stationary law of the last rate of the day before (the curve's own first
  /// day stands for it) with the positions of the first interval. When positions drop, contacts
  /// beyond them go back to the queue; when they rise, waiting contacts are served at once. A
  /// contact's chance to be answered in time is reckoned with the positions at its arrival.
  ///
  /// Methods: Ingolfsson, Akhmetshina, Budge, Li & Wu, "A survey and experimental comparison of
  /// service-level-approximation methods for nonstationary M(t)/M/s(t) queueing systems", 2007.
  /// Throws when a number of positions is missing, negative or no number, or the method would take
  /// hours.
  public func service(
    with positions: [Positions], within answerTime: Duration,
    by method: EvaluationMethod = .automatic
  ) throws(VaryingQueueError) -> VaryingService {
    guard positions.count == intervals else {
      throw .positionsCount(positions.count, intervals: intervals)
    }
    for (index, number) in positions.enumerated()
    where !(number.value >= 0 && number.value.isFinite) {
      throw .positionsOutOfRange(number, interval: index)
    }
    let evaluation = Evaluation(queue: self, positions: positions, answerTime: answerTime)
    let method = try evaluation.method(asked: method)
    switch method {
    case .exactChain, .automatic: return evaluation.byChain()
    case .gaussianClosure: return evaluation.byClosure()
    case .fluidBacklog: return evaluation.byFluid()
    }
  }
}

/// One evaluation of one staffing.
struct Evaluation {
  let queue: VaryingQueue
  let positions: [Positions]
  let answerTime: Duration
  let rates: [Double]
  let step: Double
  let time: Double
  let serviceRate: Double
  let leavingRate: Double

  init(queue: VaryingQueue, positions: [Positions], answerTime: Duration) {
    self.queue = queue
    self.positions = positions
    self.answerTime = answerTime
    rates = queue.arrivals.rates
    step = queue.arrivals.step.inSeconds
    time = max(0, answerTime.inSeconds)
    serviceRate = 1 / queue.handleTime.inSeconds
    leavingRate = queue.patience.map { 1 / $0.inSeconds } ?? 0
  }

  /// The law that the day starts with.
  func start(with staff: Positions) -> InitialLaw {
    let last = queue.arrivals.dayBefore.upperBound - 1
    return InitialLaw(
      rate: rates.indices.contains(last) ? rates[last] : 0,
      positions: staff.value, serviceRate: serviceRate, leavingRate: leavingRate)
  }

  /// The kernels of the whole numbers around `positions`, and the weight of the upper one.
  func kernels(_ positions: Double) -> (lower: WaitKernel, upper: WaitKernel, fraction: Double) {
    let lower = min(1e8, positions.rounded(.down))
    let fraction = min(1, positions - lower)
    func kernel(_ number: Double) -> WaitKernel {
      WaitKernel(
        positions: Int(number), serviceRate: serviceRate, leavingRate: leavingRate, within: time)
    }
    return (kernel(lower), kernel(lower + (fraction > 0 ? 1 : 0)), fraction)
  }

  /// The step of the closure: at most 2 s, a 60th of a handle time, a 30th of a patience.
  var closureStep: Double {
    min(2, 1 / (60 * serviceRate), leavingRate > 0 ? 1 / (30 * leavingRate) : 2)
  }

  /// The largest number of positions or load of any step.
  var size: Double {
    max((rates.max() ?? 0) / serviceRate, positions.max()?.value ?? 0)
  }

  /// The method that `asked` stands for.
  ///
  /// With patience: the chain up to 60 positions and erlangs, else the closure. Without: the chain
  /// as long as it takes no more than 4 × 10⁹ operations, for there the closure misses the service
  /// level by 0.01 to 0.08 on average, while the chain stays affordable into the hundreds of
  /// positions.
  func method(asked: EvaluationMethod) throws(VaryingQueueError) -> EvaluationMethod {
    var method = asked
    if asked == .automatic {
      let isSmall = leavingRate > 0 ? size <= 60 : operations(of: .exactChain) <= 4e9
      method = isSmall ? .exactChain : .gaussianClosure
    }
    if method == .fluidBacklog, leavingRate > 0 { throw .fluidWithPatience }
    let operations = operations(of: method)
    guard operations <= 1e11 else { throw .tooLarge(method, operations: operations) }
    return method
  }

  /// About how many elementary operations `method` takes; infinite where more contacts may wait
  /// than a law is kept for.
  func operations(of method: EvaluationMethod) -> Double {
    let length = step * Double(rates.count)
    if method == .fluidBacklog { return Double(rates.count) }
    // What an overload adds to the queue at most.
    var excess = 0.0
    for (index, staff) in positions.enumerated() {
      for step in queue.steps(of: index) {
        excess += max(0, rates[step] - staff.value * serviceRate) * self.step
      }
    }
    let rate = rates.max() ?? 0
    if leavingRate > 0 { excess = min(excess, rate / leavingRate) }
    let freed = (positions.max()?.value ?? 0) * serviceRate * time
    let waiting = excess + 20 * (size + excess).squareRoot() + 100
    guard min(waiting, 1.2 * freed + 12 * freed.squareRoot() + 50) < 2e6 else { return .infinity }
    if method == .gaussianClosure { return 10 * length / closureStep }
    // Without abandonment, an overload spreads the law as wide as the root of what came in it.
    let spread = max(1, size) + (leavingRate > 0 ? 0 : 2 * excess + (excess > 0 ? rate * 7200 : 0))
    let width = 18 * spread.squareRoot() + 10
    let events = rate + size * serviceRate + 0.5 * width * leavingRate
    return length * 1.5 * events * width
  }
}

/// What adds up over an interval.
struct IntervalSums {
  var arrivals = 0.0
  var inTime = 0.0
  var waits = 0.0
  var waited = 0.0
  var abandoned = 0.0
  var queue = 0.0
  var busy = 0.0

  /// The figures of an interval of `seconds`; `backlog` contacts wait at its end.
  func service(
    positions: Positions, during seconds: Double, backlog: Double
  ) -> IntervalService {
    func share(_ part: Double) -> Share { Share(min(1, max(0, part / arrivals))) }
    let mean = arrivals > 0 ? waited / arrivals : 0
    return IntervalService(
      positions: positions, arrivals: ContactVolume(arrivals),
      serviceLevel: arrivals > 0 ? share(inTime) : .whole,
      waitProbability: arrivals > 0 ? share(waits) : .zero,
      abandoned: ContactVolume(max(0, abandoned)),
      meanWait: mean < 1e15 ? .seconds(max(0, mean)) : nil,
      meanQueue: ContactVolume(max(0, queue / seconds)),
      carriedLoad: Erlangs(max(0, busy / seconds)),
      backlog: ContactVolume(max(0, backlog)))
  }
}
