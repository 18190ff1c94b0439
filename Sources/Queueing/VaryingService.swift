public import Units

/// How a given staffing is evaluated.
public enum EvaluationMethod: String, Sendable, Hashable, Codable, CaseIterable {
  /// The exact chain where neither positions nor load exceed 60, else the Gaussian closure; where
  /// nobody leaves, the chain into the hundreds of positions. One method for the whole curve.
  case automatic
  /// The law of the contacts in the system itself (Kolmogorov's forward equations).
  case exactChain = "exact-chain"
  /// Its mean and variance, closed as if it were normal.
  case gaussianClosure = "gaussian-closure"
  /// Work that flows like water: for queues that nobody leaves, through an overload.
  case fluidBacklog = "fluid-backlog"
}

/// What the contacts of one interval meet, with what was left by the intervals before.
public struct IntervalService: Sendable, Hashable, Codable {
  /// The positions of the interval.
  public var positions: Positions
  /// The contacts that arrive.
  public var arrivals: ContactVolume
  /// The share of them answered within the answer time (of all offered), with the positions as they
  /// are when a contact arrives; 1 without arrivals.
  public var serviceLevel: Share
  /// The share of them that is not answered at once; 0 without arrivals.
  public var waitProbability: Share
  /// The contacts that leave during the interval, whenever they came.
  public var abandoned: ContactVolume
  /// The mean time until answered or gone of the contacts that arrive, with the positions as they
  /// are when a contact arrives; 0 without arrivals, `nil` where nobody answers and nobody leaves.
  public var meanWait: Duration?
  /// The mean number of contacts that wait.
  public var meanQueue: ContactVolume
  /// The mean number of contacts that are being served.
  public var carriedLoad: Erlangs
  /// The mean number of contacts that wait when the interval ends, before the staff changes.
  public var backlog: ContactVolume

  /// ``abandoned`` as a share of ``arrivals``: more than 1 where a backlog of earlier intervals
  /// leaves; 0 without arrivals.
  public var abandonment: Share {
    arrivals.value > 0 ? Share(abandoned.value / arrivals.value) : .zero
  }

  /// The share of the positions' time that goes into contacts; `nil` without positions.
  public var occupancy: Share? {
    positions.value > 0 ? Share(carriedLoad.value / positions.value) : nil
  }
}

/// What the contacts of a curve meet with a given staffing.
public struct VaryingService: Sendable, Hashable, Codable {
  /// The method that was used; never ``EvaluationMethod/automatic``.
  public var method: EvaluationMethod
  /// The time within which a contact counts as answered in time.
  public var answerTime: Duration
  /// The intervals in their order.
  public var intervals: [IntervalService]
  /// The probability that the exact chain dropped at its edges over the whole curve, and spread
  /// over the rest; 0 for other methods.
  public var truncated: Double

  /// The contacts that arrive.
  public var arrivals: ContactVolume { intervals.map(\.arrivals).total() }

  /// The share of all contacts answered within ``answerTime``; 1 without arrivals.
  public var serviceLevel: Share {
    arrivals.value > 0 ? weighted { $0.serviceLevel.value } : .whole
  }

  /// The share of all contacts that leave; 0 without arrivals.
  public var abandonment: Share { weighted { $0.abandonment.value } }

  /// The lowest service level among the intervals in which more than `least` contacts arrive;
  /// `nil` where there is none.
  public func worstServiceLevel(amongMoreThan least: ContactVolume = .zero) -> Share? {
    intervals.filter { $0.arrivals > least }.map(\.serviceLevel).min()
  }

  private func weighted(_ value: (IntervalService) -> Double) -> Share {
    let all = arrivals.value
    guard all > 0 else { return .zero }
    return Share(intervals.reduce(0) { $0 + $1.arrivals.value * value($1) } / all)
  }
}
