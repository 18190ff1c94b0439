internal import Units

/// Deferred work that a capacity cannot do in time: what comes from one interval on and is due by
/// another exceeds the capacity between them.
public struct DeferredShortage: Sendable, Hashable, Codable {
  /// The first interval of the span that is short.
  public let from: Int
  /// The last interval of the span, included.
  public let through: Int
  /// The work that comes and is due within the span.
  public let work: Duration
  /// The capacity of the span.
  public let capacity: Duration

  /// A span and what it lacks.
  public init(from: Int, through: Int, work: Duration, capacity: Duration) {
    self.from = from
    self.through = through
    self.work = work
    self.capacity = capacity
  }

  /// What is missing.
  public var missing: Duration { work - capacity }
}

extension DeferredQueue {
  /// The span of intervals that lacks the most capacity for everything to be on time; `nil` where
  /// nothing is late.
  ///
  /// Work is on time if and only if, for every span, what comes and is due within it is no more
  /// than the capacity of the span (the condition of earliest-deadline-first schedules). Work
  /// carried in counts as coming in interval 0 and, where overdue, as due in it; work due after the
  /// last interval does not count.
  ///
  /// Throws when a capacity is below 0 or above 10¹⁴ s.
  public func worstShortage(
    with capacity: [Duration]
  ) throws(InvalidDeferredWork) -> DeferredShortage? {
    for (interval, amount) in capacity.enumerated() {
      try DeferredQueue.check(amount, interval: interval)
    }
    var worst: DeferredShortage?
    var due = Array(repeating: Duration.zero, count: work.count)
    let batches = dueBatches()
    for from in work.indices.reversed() {
      for batch in batches[from] { due[batch.deadline] += batch.work }
      var demanded = Duration.zero
      var free = Duration.zero
      for through in from..<work.count {
        demanded += due[through]
        free += through < capacity.count ? capacity[through] : .zero
        guard demanded - free > (worst?.missing ?? .zero) else { continue }
        worst = DeferredShortage(from: from, through: through, work: demanded, capacity: free)
      }
    }
    return worst
  }

  /// The capacity of each interval with which everything is on time and the peak is as low as it
  /// can be, and the rest is again as level as it can be, and so on.
  ///
  /// `opening` is how long each interval is open; capacity is spread over the open time, and closed
  /// intervals get none; `nil` for intervals that are all alike. The span with the most work a
  /// second of open time is filled to exactly that level, taken out, and so on: Yao, Demers and
  /// Shenker, "A scheduling model for reduced CPU energy" (1995), whose speeds are our capacities;
  /// no other profile that is on time has a smaller peak. Carried work and work due later as in
  /// ``worstShortage(with:)``. The cost grows with the cube of the number of intervals at worst.
  ///
  /// Rounded up to whole attoseconds, so that nothing is late by rounding.
  ///
  /// Throws when work comes and is due within closed intervals.
  public func levelCapacity(opening: [Duration]? = nil) throws(InvalidDeferredWork) -> [Duration] {
    let open = work.indices.map { interval -> Double in
      guard let opening else { return 1 }
      return interval < opening.count ? max(0, opening[interval].inSeconds) : 0
    }
    var level = LevelProfile(open: open, batches: dueBatches())
    return try level.fill()
  }

  /// Batches that are due within the intervals, by the interval from which they can be done; the
  /// deadline is the last interval in which they must be.
  private func dueBatches() -> [[DeferredBatch]] {
    var batches = Array(repeating: [DeferredBatch](), count: work.count)
    for batch in carried where batch.work > .zero && batch.deadline < work.count {
      guard !batches.isEmpty else { break }
      batches[0].append(
        DeferredBatch(
          workClass: batch.workClass, arrival: 0, deadline: max(0, batch.deadline),
          work: batch.work))
    }
    for (interval, amounts) in work.enumerated() {
      for (workClass, amount) in amounts.enumerated() where amount > .zero {
        let (deadline, overflow) = interval.addingReportingOverflow(
          classes[workClass].dueWithin - 1)
        guard !overflow, deadline < work.count else { continue }
        batches[interval].append(
          DeferredBatch(
            workClass: workClass, arrival: interval, deadline: deadline, work: amount))
      }
    }
    return batches
  }
}

/// The most level profile, span by span.
private struct LevelProfile {
  private var open: [Double]
  private var isFilled: [Bool]
  /// The work by the interval from which it can be done and that by which it must be.
  private var pieces: [(from: Int, through: Int, seconds: Double)]
  private var capacity: [Duration]

  init(open: [Double], batches: [[DeferredBatch]]) {
    self.open = open
    isFilled = Array(repeating: false, count: open.count)
    capacity = Array(repeating: .zero, count: open.count)
    pieces = []
    for (from, batches) in batches.enumerated() {
      for batch in batches {
        pieces.append((from, batch.deadline, batch.work.inSeconds))
      }
    }
  }

  mutating func fill() throws(InvalidDeferredWork) -> [Duration] {
    while !pieces.isEmpty {
      let span = densest()
      guard span.open > 0 else {
        throw .closed(from: span.from, through: span.through, work: .seconds(span.seconds))
      }
      let level = span.seconds / span.open * (1 + 1e-12)
      for interval in span.from...span.through where !isFilled[interval] {
        isFilled[interval] = true
        let attoseconds = (level * open[interval] * 1e18).rounded(.up)
        capacity[interval] = Duration(
          attoseconds: Int128(exactly: min(attoseconds, 1e38)) ?? 0)
      }
      // What is left may not use the span: its ends move out of it.
      pieces = pieces.compactMap { piece in
        guard piece.from < span.from || piece.through > span.through else { return nil }
        var piece = piece
        while piece.from < piece.through, isFilled[piece.from] { piece.from += 1 }
        while piece.through > piece.from, isFilled[piece.through] { piece.through -= 1 }
        return piece
      }
    }
    return capacity
  }

  private func densest() -> (from: Int, through: Int, seconds: Double, open: Double) {
    var best = (from: 0, through: 0, seconds: 0.0, open: 1.0)
    var bestLevel = -1.0
    var starts = Array(repeating: [Int](), count: open.count)
    for (index, piece) in pieces.enumerated() { starts[piece.from].append(index) }
    var due = Array(repeating: 0.0, count: open.count)
    for from in open.indices.reversed() where !starts[from].isEmpty {
      for index in starts[from] { due[pieces[index].through] += pieces[index].seconds }
      var seconds = 0.0
      var free = 0.0
      for through in from..<open.count {
        seconds += due[through]
        if !isFilled[through] { free += open[through] }
        guard due[through] > 0 else { continue }
        let level = free > 0 ? seconds / free : .infinity
        if level > bestLevel {
          bestLevel = level
          best = (from, through, seconds, free)
        }
      }
    }
    return best
  }
}
