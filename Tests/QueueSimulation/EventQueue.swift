/// Something that will happen.
public struct Event: Sendable, Equatable {
  /// When.
  public let time: Double
  /// What, in the simulation's own numbering.
  public let kind: Int
  /// To what: a contact, a server, a queue.
  public let subject: Int
  fileprivate let sequence: Int
}

/// Events in the order of their time; those of one time in the order in which they were added.
///
/// A binary heap of a plain type, so that it is quick in a debug build too.
public struct EventQueue: Sendable {
  private var heap: [Event] = []
  private var added = 0

  /// No events.
  public init() {}

  /// Whether nothing will happen.
  public var isEmpty: Bool { heap.isEmpty }
  /// How many events are to come.
  public var count: Int { heap.count }
  /// When the next event happens.
  public var nextTime: Double? { heap.first?.time }

  /// Adds an event.
  public mutating func add(at time: Double, kind: Int, subject: Int = 0) {
    let event = Event(time: time, kind: kind, subject: subject, sequence: added)
    added += 1
    heap.append(event)
    heap.withUnsafeMutableBufferPointer { heap in
      var place = heap.count - 1
      while place > 0 {
        let above = (place - 1) / 2
        guard EventQueue.isBefore(event, heap[above]) else { break }
        heap[place] = heap[above]
        place = above
      }
      heap[place] = event
    }
  }

  /// Takes the next event out.
  public mutating func next() -> Event? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    heap.withUnsafeMutableBufferPointer { heap in
      let count = heap.count
      guard count > 0 else { return }
      var place = 0
      while true {
        var below = 2 * place + 1
        guard below < count else { break }
        if below + 1 < count, EventQueue.isBefore(heap[below + 1], heap[below]) { below += 1 }
        guard EventQueue.isBefore(heap[below], last) else { break }
        heap[place] = heap[below]
        place = below
      }
      heap[place] = last
    }
    return first
  }

  private static func isBefore(_ left: Event, _ right: Event) -> Bool {
    left.time < right.time || (left.time == right.time && left.sequence < right.sequence)
  }
}

/// The times at which servers are free, the earliest first.
struct FreeTimes {
  private(set) var times: [Double]

  init(count: Int, at time: Double) { times = Array(repeating: time, count: max(0, count)) }

  var earliest: Double { times.isEmpty ? .infinity : times[0] }

  mutating func insert(_ time: Double) {
    times.append(time)
    times.withUnsafeMutableBufferPointer { times in
      var place = times.count - 1
      while place > 0 {
        let above = (place - 1) / 2
        guard time < times[above] else { break }
        times[place] = times[above]
        place = above
      }
      times[place] = time
    }
  }

  mutating func removeEarliest() {
    guard let last = times.popLast(), !times.isEmpty else { return }
    replaceEarliest(with: last)
  }

  mutating func replaceEarliest(with time: Double) {
    times.withUnsafeMutableBufferPointer { times in
      let count = times.count
      var place = 0
      while true {
        var below = 2 * place + 1
        guard below < count else { break }
        if below + 1 < count, times[below + 1] < times[below] { below += 1 }
        guard times[below] < time else { break }
        times[place] = times[below]
        place = below
      }
      times[place] = time
    }
  }
}
