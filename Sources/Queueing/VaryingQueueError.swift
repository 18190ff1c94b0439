public import Units

/// An input of the time-varying queue that has no meaning, or one that would take too long.
public enum VaryingQueueError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The step of a curve is not above 0.
  case stepNotPositive(Duration)
  /// The step of a curve is above 10⁹ s.
  case stepTooLong(Duration)
  /// The volume of a step is negative, above 10¹⁵ or no number.
  case volumeOutOfRange(ContactVolume, step: Int)
  /// The handle time is not above 0.
  case handleTimeNotPositive(Duration)
  /// The patience is not above 0.
  case patienceNotPositive(Duration)
  /// The interval of the staffing is not a whole number of steps, or the curve not of intervals.
  case intervalNotWhole(Duration, step: Duration, steps: Int)
  /// There are more or fewer positions than intervals.
  case positionsCount(Int, intervals: Int)
  /// The positions of an interval are negative or no number.
  case positionsOutOfRange(Positions, interval: Int)
  /// The fluid backlog was asked for in a queue that people leave.
  case fluidWithPatience
  /// The fewest positions were asked for by the fluid backlog.
  case fluidSearch
  /// The method would take more than about 10¹¹ operations.
  case tooLarge(EvaluationMethod, operations: Double)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .stepNotPositive(let step):
      "a step of \(step.inSeconds) s has no rate; give a step above 0 s"
    case .stepTooLong(let step):
      "a step of \(step.inSeconds) s is longer than any day; give one of 10⁹ s at most"
    case .volumeOutOfRange(let volume, let step):
      "the volume of step \(step) is \(volume.value); give a number of contacts from 0 to 10¹⁵"
    case .handleTimeNotPositive(let time):
      "a handle time of \(time.inSeconds) s makes no load; give a time above 0 s"
    case .patienceNotPositive(let time):
      "with a patience of \(time.inSeconds) s nobody waits; give a time above 0 s, "
        + "or none where nobody leaves"
    case .intervalNotWhole(let interval, let step, let steps):
      "an interval of \(interval.inSeconds) s does not divide \(steps) steps of "
        + "\(step.inSeconds) s; let it be a whole number of steps, and the curve of intervals"
    case .positionsCount(let count, let intervals):
      "\(count) numbers of positions for \(intervals) intervals; give one for each"
    case .positionsOutOfRange(let positions, let interval):
      "the positions of interval \(interval) are \(positions.value); give a number from 0 up"
    case .fluidWithPatience:
      "a fluid backlog knows nobody who leaves; take the Gaussian closure or the exact chain, "
        + "or leave the patience out"
    case .fluidSearch:
      "a fluid backlog knows no chance and finds too few positions; take the Gaussian closure "
        + "or the exact chain"
    case .tooLarge(let method, let operations):
      "\(method.rawValue) would take about \(operations) operations; evaluate a shorter time, "
        + "or take the Gaussian closure for a large queue"
    }
  }
}
