/// Work that waits, piece by piece: every piece is of one unit, and each unit of capacity does one
/// of those that wait.
public struct DeferredRun: Sendable {
  /// A piece of work.
  public struct Piece: Sendable, Equatable {
    /// Its class.
    public var kind: Int
    /// The interval in which it came.
    public var arrival: Int
    /// The last interval in which it is on time.
    public var deadline: Int

    /// A piece.
    public init(kind: Int, arrival: Int, deadline: Int) {
      self.kind = kind
      self.arrival = arrival
      self.deadline = deadline
    }
  }

  /// Which piece is done next.
  public enum Order: Sendable, CaseIterable {
    /// The one that is due first, then the one that came first, then the lowest class.
    case earliestDeadline
    /// The one that came first.
    case arrival
    /// Any.
    case random
  }

  /// The pieces that wait at the start.
  public var carried: [Piece]
  /// The pieces that come in each interval.
  public var coming: [[Piece]]
  /// The pieces that can be done in each interval.
  public var capacity: [Int]

  /// Pieces and a capacity.
  public init(carried: [Piece], coming: [[Piece]], capacity: [Int]) {
    self.carried = carried
    self.coming = coming
    self.capacity = capacity
  }

  /// What happened in an interval.
  public struct Interval: Sendable, Equatable {
    /// Pieces done.
    public var done: [Piece] = []
    /// Pieces that wait at its end.
    public var waiting: [Piece] = []
  }

  /// The intervals, worked in `order`.
  public func run(_ order: Order, seed: UInt64 = 0) -> [Interval] {
    var generator = SeededGenerator(seed: seed)
    var waiting = carried
    return coming.indices.map { index in
      waiting += coming[index]
      var interval = Interval()
      for _ in 0..<(index < capacity.count ? capacity[index] : 0) where !waiting.isEmpty {
        interval.done.append(waiting.remove(at: next(of: waiting, order, &generator)))
      }
      interval.waiting = waiting
      return interval
    }
  }

  private func next(
    of waiting: [Piece], _ order: Order, _ generator: inout SeededGenerator
  ) -> Int {
    var best = order == .random ? generator.index(below: waiting.count) : 0
    guard order != .random else { return best }
    for place in waiting.indices {
      let (piece, other) = (waiting[place], waiting[best])
      let isBefore =
        switch order {
        case .earliestDeadline:
          (piece.deadline, piece.arrival, piece.kind)
            < (other.deadline, other.arrival, other.kind)
        default: piece.arrival < other.arrival
        }
      if isBefore { best = place }
    }
    return best
  }
}
