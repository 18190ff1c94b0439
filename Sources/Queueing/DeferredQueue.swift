/// A kind of work that can wait until it is due.
public struct DeferredClass: Sendable, Hashable, Codable {
  /// Within how many intervals, that of its arrival included, the work is on time; at least 1.
  public let dueWithin: Int

  /// Work that is on time in the interval it comes and the `dueWithin` − 1 after it.
  public init(dueWithin: Int) { self.dueWithin = dueWithin }
}

/// Work that waits: so much of one class that came in one interval.
public struct DeferredBatch: Sendable, Hashable, Codable {
  /// The index of its class.
  public let workClass: Int
  /// The interval in which it came; below 0 before the first one.
  public let arrival: Int
  /// The last interval in which it is on time.
  public let deadline: Int
  /// How much of it is left.
  public internal(set) var work: Duration

  /// Work that came in the interval `arrival` and is on time up to the interval `deadline`.
  public init(workClass: Int, arrival: Int, deadline: Int, work: Duration) {
    self.workClass = workClass
    self.arrival = arrival
    self.deadline = deadline
    self.work = work
  }

  /// The order in which work is done: by deadline, then arrival, then class.
  func isBefore(_ other: DeferredBatch) -> Bool {
    (deadline, arrival, workClass) < (other.deadline, other.arrival, other.workClass)
  }
}

/// Work that is done by its deadline, the earliest first: cases, mails, anything that waits without
/// leaving. There is no Erlang formula for it.
///
/// A fluid: work comes at the start of an interval and may be done in it; the capacity of the
/// interval goes to the earliest deadline (ties: the older arrival, then the lower class). Late work
/// keeps its deadline and so comes first. If any order keeps every deadline, this one does (Jackson,
/// "Scheduling a production line to minimize maximum tardiness", 1955). All sums are exact: a
/// `Duration` counts attoseconds.
///
/// Limits: work is divisible and anybody can take it up; nothing is said about chance within an
/// interval.
public struct DeferredQueue: Sendable, Hashable {
  /// The kinds of work.
  public let classes: [DeferredClass]
  /// The work that comes at the start of each interval, by class.
  public let work: [[Duration]]
  /// What waits from before the first interval.
  public let carried: [DeferredBatch]

  /// Work in intervals from 0 on: `work[i][k]` of class k at the start of interval i.
  ///
  /// Throws when a class is due before it comes, an interval has not one amount for each class, a
  /// batch has no class, or an amount is below 0 or above 10¹⁴ s.
  public init(
    classes: [DeferredClass], work: [[Duration]], carried: [DeferredBatch] = []
  ) throws(InvalidDeferredWork) {
    for (index, kind) in classes.enumerated() where kind.dueWithin < 1 {
      throw .due(workClass: index, intervals: kind.dueWithin)
    }
    for (interval, amounts) in work.enumerated() {
      guard amounts.count == classes.count else {
        throw .amounts(interval: interval, given: amounts.count, classes: classes.count)
      }
      for amount in amounts { try DeferredQueue.check(amount, interval: interval) }
    }
    for batch in carried {
      guard classes.indices.contains(batch.workClass) else {
        throw .noClass(batch.workClass, classes: classes.count)
      }
      try DeferredQueue.check(batch.work, interval: batch.arrival)
    }
    self.classes = classes
    self.work = work
    self.carried = carried
  }

  static func check(_ amount: Duration, interval: Int) throws(InvalidDeferredWork) {
    guard amount >= .zero, amount <= .seconds(100_000_000_000_000) else {
      throw .outOfRange(interval: interval, amount)
    }
  }

  /// What is done with `capacity` in each interval; intervals beyond the last have none.
  ///
  /// Throws when a capacity is below 0 or above 10¹⁴ s.
  public func worked(with capacity: [Duration]) throws(InvalidDeferredWork) -> DeferredCourse {
    for (interval, amount) in capacity.enumerated() {
      try DeferredQueue.check(amount, interval: interval)
    }
    var waiting = carried.filter { $0.work > .zero }.sorted { $0.isBefore($1) }
    var intervals: [DeferredInterval] = []
    intervals.reserveCapacity(work.count)
    for interval in work.indices {
      admit(interval, to: &waiting)
      let free = interval < capacity.count ? capacity[interval] : .zero
      intervals.append(work(off: &waiting, in: interval, with: free))
    }
    return DeferredCourse(intervals: intervals, left: waiting)
  }

  private func admit(_ interval: Int, to waiting: inout [DeferredBatch]) {
    for (workClass, amount) in work[interval].enumerated() where amount > .zero {
      let (deadline, overflow) = interval.addingReportingOverflow(
        classes[workClass].dueWithin - 1)
      let batch = DeferredBatch(
        workClass: workClass, arrival: interval, deadline: overflow ? .max : deadline,
        work: amount)
      var (low, high) = (0, waiting.count)
      while low < high {
        let middle = (low + high) / 2
        if waiting[middle].isBefore(batch) { low = middle + 1 } else { high = middle }
      }
      waiting.insert(batch, at: low)
    }
  }

  private func work(
    off waiting: inout [DeferredBatch], in interval: Int, with capacity: Duration
  ) -> DeferredInterval {
    let none = Array(repeating: Duration.zero, count: classes.count)
    var result = DeferredInterval(
      done: none, doneLate: none, backlog: none, overdue: .zero, idle: capacity)
    var finished = 0
    while waiting.count > finished, result.idle > .zero {
      let batch = waiting[finished]
      let part = min(batch.work, result.idle)
      result.idle -= part
      result.done[batch.workClass] += part
      if batch.deadline < interval { result.doneLate[batch.workClass] += part }
      guard part == batch.work else {
        waiting[finished].work -= part
        break
      }
      finished += 1
    }
    waiting.removeFirst(finished)
    for batch in waiting {
      result.backlog[batch.workClass] += batch.work
      if batch.deadline <= interval { result.overdue += batch.work }
    }
    return result
  }
}

/// What happens to deferred work over the intervals.
public struct DeferredCourse: Sendable, Hashable, Codable {
  /// Interval by interval.
  public let intervals: [DeferredInterval]
  /// What is left at the end, the most urgent first; it can be carried into what follows, with its
  /// intervals counted on.
  public let left: [DeferredBatch]

  /// Whether nothing was done late and nothing overdue is left.
  public var isOnTime: Bool {
    intervals.allSatisfy { $0.overdue == .zero && $0.doneLate.allSatisfy { $0 == .zero } }
  }

  /// What is left, as it is carried into intervals that are counted from the end of these.
  public var carriedOn: [DeferredBatch] {
    let count = intervals.count
    return left.map { batch in
      DeferredBatch(
        workClass: batch.workClass, arrival: batch.arrival.saturatingMinus(count),
        deadline: batch.deadline.saturatingMinus(count), work: batch.work)
    }
  }
}

extension Int {
  fileprivate func saturatingMinus(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (self < 0 ? .min : .max) : difference
  }
}

/// What happens to deferred work in one interval.
public struct DeferredInterval: Sendable, Hashable, Codable {
  /// The work done, by class.
  public var done: [Duration]
  /// The part of it whose deadline was past.
  public var doneLate: [Duration]
  /// What waits at the end, by class.
  public var backlog: [Duration]
  /// The part of it, of all classes, that can no longer be on time.
  public var overdue: Duration
  /// The capacity that nothing was left for.
  public var idle: Duration

  /// Amounts as they are given.
  public init(
    done: [Duration], doneLate: [Duration], backlog: [Duration], overdue: Duration, idle: Duration
  ) {
    self.done = done
    self.doneLate = doneLate
    self.backlog = backlog
    self.overdue = overdue
    self.idle = idle
  }
}

/// Deferred work that describes nothing.
public enum InvalidDeferredWork: Error, Sendable, Hashable, CustomStringConvertible {
  /// A class would be due before it comes.
  case due(workClass: Int, intervals: Int)
  /// An interval has not one amount for each class.
  case amounts(interval: Int, given: Int, classes: Int)
  /// A batch is of a class that does not exist.
  case noClass(Int, classes: Int)
  /// An amount is below 0 or above 10¹⁴ s.
  case outOfRange(interval: Int, Duration)
  /// Work is due in intervals that are all closed.
  case closed(from: Int, through: Int, work: Duration)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .due(let workClass, let intervals):
      "class \(workClass) is due within \(intervals) intervals; give 1 or more"
    case .amounts(let interval, let given, let classes):
      "interval \(interval) has \(given) amounts for \(classes) classes; give one for each"
    case .noClass(let workClass, let classes):
      "a batch is of class \(workClass), but there are \(classes); count them from 0"
    case .outOfRange(let interval, let amount):
      "interval \(interval) has \(amount); give an amount from 0 to 10¹⁴ s"
    case .closed(let from, let through, let work):
      """
      \(work) of work come and are due within the intervals \(from) to \(through), which are all \
      closed; open one of them or give the work more time
      """
    }
  }
}
