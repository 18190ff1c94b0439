/// What happened to the contacts that arrived in a step.
public struct StepCounts: Sendable, Equatable {
  /// Contacts that came.
  public var offered = 0.0
  /// Contacts that found no place to wait.
  public var blocked = 0.0
  /// Contacts that were answered.
  public var answered = 0.0
  /// Contacts that were answered within the answer time.
  public var answeredInTime = 0.0
  /// Contacts that left.
  public var abandoned = 0.0
  /// Contacts that left within the answer time.
  public var abandonedInTime = 0.0
  /// Contacts that would have been answered within the answer time had they stayed.
  public var virtualInTime = 0.0
  /// Contacts that were not answered at once.
  public var waited = 0.0
  /// Seconds waited by all, those that left included.
  public var wait = 0.0
  /// Seconds waited by those that were answered.
  public var waitOfAnswered = 0.0
  /// Seconds of work.
  public var handled = 0.0

  /// Nothing but `offered` contacts.
  public init(offered: Double = 0) { self.offered = offered }

  static func += (left: inout StepCounts, right: StepCounts) {
    left.offered += right.offered
    left.blocked += right.blocked
    left.answered += right.answered
    left.answeredInTime += right.answeredInTime
    left.abandoned += right.abandoned
    left.abandonedInTime += right.abandonedInTime
    left.virtualInTime += right.virtualInTime
    left.waited += right.waited
    left.wait += right.wait
    left.waitOfAnswered += right.waitOfAnswered
    left.handled += right.handled
  }
}

/// The record of a run: counts by replication and step.
public struct QueueRecord: Sendable, Equatable {
  /// The counts, by replication, then step.
  public private(set) var counts: [[StepCounts]]

  init(steps: Int, replications: Int) {
    counts = Array(
      repeating: Array(repeating: StepCounts(), count: max(0, steps)), count: max(1, replications))
  }

  mutating func add(_ added: StepCounts, _ replication: Int, _ step: Int) {
    counts[replication][step] += added
  }

  /// The sum over all replications of the steps `steps`; all of them where `nil`.
  public func total(steps: Range<Int>? = nil) -> StepCounts {
    var total = StepCounts()
    for steps in select(steps) { for step in steps { total += step } }
    return total
  }

  /// The ratio of one sum to another over `steps` (such as `\.answeredInTime` to `\.offered`), with
  /// its interval: by replications where there are several, else by steps, of which the first is
  /// left out to warm up unless `steps` says otherwise.
  public func estimate(
    _ value: KeyPath<StepCounts, Double>, per weight: KeyPath<StepCounts, Double> = \.offered,
    steps: Range<Int>? = nil, confidence: Double = 0.999
  ) -> Estimate {
    let single = counts.count == 1
    let selected = select(steps ?? (single ? 1..<max(1, counts[0].count) : nil))
    var means = BatchMeans(batches: single ? selected[0].count : counts.count)
    for (replication, steps) in selected.enumerated() {
      for (index, step) in steps.enumerated() {
        means.add(
          step[keyPath: value], weight: step[keyPath: weight], to: single ? index : replication)
      }
    }
    return means.estimate(confidence: confidence)
  }

  private func select(_ steps: Range<Int>?) -> [ArraySlice<StepCounts>] {
    counts.map { $0[(steps ?? $0.indices).clamped(to: $0.indices)] }
  }
}
