public import Units

/// A queue whose demand moves within the day, staffed by intervals: M(t)/M/n(t) + M.
///
/// Contacts come at the rate of ``arrivals``, take an exponential ``handleTime``, and leave when an
/// exponential ``patience`` runs out, or never. The positions are constant within an interval.
/// Asked in both directions: ``loads(by:from:)`` and ``positions(by:meeting:from:)`` give what each
/// interval needs, ``service(with:within:by:)`` what given positions achieve. The model is that of
/// Feldman, Mandelbaum, Massey and Whitt, "Staffing of time-varying queues to achieve time-stable
/// performance", Management Science 54, 2008.
///
/// Limits: exponential handle times and patience; the rate is constant within a step of the curve;
/// when positions become fewer, contacts beyond them wait again.
public struct VaryingQueue: Sendable, Hashable {
  /// The contacts that come.
  public let arrivals: ArrivalCurve
  /// The mean time that one contact takes.
  public let handleTime: Duration
  /// The mean time that somebody would wait before leaving; `nil` where nobody leaves.
  public let patience: Duration?
  /// The length of an interval of the staffing.
  public let interval: Duration
  /// How many steps of the curve an interval has.
  let stepsPerInterval: Int

  /// A queue to which `arrivals` come, staffed anew at every `interval`.
  ///
  /// Throws when a time is not above 0, or an interval is not a whole number of the curve's steps,
  /// or the curve not a whole number of intervals.
  public init(
    arrivals: ArrivalCurve, handleTime: Duration, patience: Duration? = nil, interval: Duration
  ) throws(VaryingQueueError) {
    guard handleTime > .zero else { throw .handleTimeNotPositive(handleTime) }
    if let patience, !(patience > .zero) { throw .patienceNotPositive(patience) }
    let steps = arrivals.volumes.count
    let ratio = (interval.inSeconds / arrivals.step.inSeconds).rounded()
    guard ratio >= 1, ratio <= Double(max(1, steps)) else {
      throw .intervalNotWhole(interval, step: arrivals.step, steps: steps)
    }
    let whole = Int(ratio)
    guard arrivals.step * whole == interval, steps % whole == 0 else {
      throw .intervalNotWhole(interval, step: arrivals.step, steps: steps)
    }
    self.arrivals = arrivals
    self.handleTime = handleTime
    self.patience = patience
    self.interval = interval
    stepsPerInterval = whole
  }

  /// How many intervals the curve has.
  public var intervals: Int { arrivals.volumes.count / stepsPerInterval }

  /// The steps of the interval `index`.
  func steps(of index: Int) -> Range<Int> {
    index * stepsPerInterval..<(index + 1) * stepsPerInterval
  }
}

extension VaryingQueue: Codable {
  private enum CodingKeys: String, CodingKey { case arrivals, handleTime, patience, interval }

  /// Reads a queue, and refuses what ``init(arrivals:handleTime:patience:interval:)`` refuses.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      arrivals: values.decode(ArrivalCurve.self, forKey: .arrivals),
      handleTime: values.decode(Duration.self, forKey: .handleTime),
      patience: values.decodeIfPresent(Duration.self, forKey: .patience),
      interval: values.decode(Duration.self, forKey: .interval))
  }

  /// Writes the queue as its four inputs.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(arrivals, forKey: .arrivals)
    try values.encode(handleTime, forKey: .handleTime)
    try values.encodeIfPresent(patience, forKey: .patience)
    try values.encode(interval, forKey: .interval)
  }
}

/// Which constant load stands for an interval within which demand moves.
public enum StaffingMethod: String, Sendable, Hashable, Codable, CaseIterable {
  /// The mean rate of the interval, each interval by itself ("SIPP"). Right only where demand is
  /// smooth and contacts are short.
  case intervalMean = "interval-mean"
  /// The highest rate within the interval (Green, Kolesar & Soares, "Improving the SIPP approach
  /// for staffing service systems that have cyclic demands", 2001).
  case intervalMaximum = "interval-maximum"
  /// The mean rate a handle time earlier, between steps by linear interpolation, and before the
  /// curve begins the rate of its first step (Green, Kolesar & Soares, 2001).
  case laggedMean = "lagged-mean"
  /// The mean of the ``OfferedLoad`` over the interval (Jennings, Mandelbaum, Massey & Whitt, 1996).
  case offeredLoadMean = "offered-load-mean"
  /// The largest ``OfferedLoad`` of the interval, both ends included: the method to staff by. It
  /// holds every interval where the mean lets the worst one fall.
  case offeredLoadMaximum = "offered-load-maximum"
}

extension VaryingQueue {
  /// The constant load that stands for each interval by `method`; only the two methods by offered
  /// load depend on `start`.
  public func loads(
    by method: StaffingMethod, from start: LoadStart = .dayBefore
  ) -> [Erlangs] {
    let handle = handleTime.inSeconds
    switch method {
    case .intervalMean, .intervalMaximum:
      let rates = arrivals.rates
      return (0..<intervals).map { index in
        let steps = rates[steps(of: index)]
        let rate =
          method == .intervalMaximum
          ? steps.reduce(0, max) : steps.reduce(0, +) / Double(stepsPerInterval)
        return Erlangs(rate * handle)
      }
    case .laggedMean:
      return laggedLoads()
    case .offeredLoadMean, .offeredLoadMaximum:
      let load = OfferedLoad(of: arrivals, handleTime: handleTime, from: start)
      return (0..<intervals).map { index in
        method == .offeredLoadMaximum
          ? load.maximum(during: steps(of: index)) : load.mean(during: steps(of: index))
      }
    }
  }

  private func laggedLoads() -> [Erlangs] {
    let rates = arrivals.rates
    let handle = handleTime.inSeconds
    let lag = handle / arrivals.step.inSeconds
    let whole = lag.rounded(.down)
    let fraction = lag - whole
    func rate(_ index: Double) -> Double { index >= 0 ? rates[Int(index)] : (rates.first ?? 0) }
    return (0..<intervals).map { index in
      var sum = 0.0
      for step in steps(of: index) {
        // Between the step `later` and the one before it, `fraction` of the way back.
        let later = Double(step) - whole
        sum += rate(later) * (1 - fraction) + rate(later - 1) * fraction
      }
      return Erlangs(sum / Double(stepsPerInterval) * handle)
    }
  }
}
