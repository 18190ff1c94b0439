public import Units

/// What plain Erlang promises for one interval, what comes true, and the difference in people.
public struct IntervalComparison: Sendable, Hashable, Codable {
  /// What the stationary formula says of the interval's mean rate and its positions, as if there
  /// were no interval before.
  public var promised: ServicePerformance
  /// What the contacts meet, with the state carried over.
  public var actual: IntervalService
  /// The positions that the mean rate asks for (``StaffingMethod/intervalMean``).
  public var promisedRequirement: RequiredPositions
  /// The positions that the offered load asks for (``StaffingMethod/offeredLoadMaximum``).
  public var requirement: RequiredPositions

  /// The people that plain Erlang leaves out: ``requirement`` less ``promisedRequirement``, in whole
  /// positions. Below 0 where it asks for too many, as behind a peak.
  public var difference: Positions {
    requirement.wholePositions - promisedRequirement.wholePositions
  }

  /// How far the service level (of all offered) falls short of the promise; below 0 where it is
  /// better. `nil` where there is no promise.
  public var brokenPromise: Share? {
    promised.serviceLevels.offered.map { $0 - actual.serviceLevel }
  }
}

extension VaryingQueue {
  /// Plain Erlang beside the truth, interval by interval, for given `positions`.
  ///
  /// Where nobody leaves and the load of an interval reaches its positions, the promise is marked
  /// as unstable and its service level is 0. Throws ``VaryingQueueError`` as
  /// ``service(with:within:by:)`` does, and ``UnreachableTarget`` when a contact comes and one of
  /// `conditions` cannot be met by any number.
  public func comparison(
    with positions: [Positions], meeting conditions: ServiceConditions,
    by method: EvaluationMethod = .automatic
  ) throws -> [IntervalComparison] {
    let actual = try service(with: positions, within: conditions.answerTime, by: method)
    let promised = try self.positions(by: .intervalMean, meeting: conditions)
    let required = try self.positions(by: .offeredLoadMaximum, meeting: conditions)
    let loads = loads(by: .intervalMean)
    return actual.intervals.enumerated().map { index, interval in
      IntervalComparison(
        promised: model(of: loads[index]).performance(
          with: interval.positions, within: conditions.answerTime),
        actual: interval, promisedRequirement: promised[index], requirement: required[index])
    }
  }
}
