internal import BusinessCalendar
internal import Scenarios
internal import Units

/// The requirement of work that can wait: what comes in a slot is spread evenly over the open time
/// of the slots from its own up to its due time.
///
/// Every contact's work is then done, in full, in slots that end by its due time, so the plan is
/// feasible by construction; longer due times make it smoother. Work comes at the start of its slot
/// and may be worked in it. Where the queue is closed until the due time, the work is done, just as
/// evenly, in the same length of time from the next opening on. Positions are the work's erlangs
/// divided by the cap on occupancy, and no fewer than the minimum while open.
///
/// The work on hand when the horizon begins is what weeks like its first leave, and its last week's
/// late work falls behind the end; so every week carries about its own work. Real backlogs, and
/// moving work between weeks, are not modelled here.
struct DeferredRequirement {
  /// One slot of the line of time, which is longer than the horizon at both ends.
  private struct Piece {
    var work: Double
    let openSeconds: Double
    let seconds: Double
  }

  private let demand: SlotDemand
  private let week: (first: Range<Int>, last: Range<Int>)
  private let dueSeconds: Double

  init(_ demand: SlotDemand, firstWeekSlots week: (first: Range<Int>, last: Range<Int>)) {
    self.demand = demand
    self.week = week
    switch demand.queue.target {
    case .answered(_, let time), .done(let time): dueSeconds = max(0, time.inSeconds)
    }
  }

  var requirement: QueueRequirement {
    let seconds = workSeconds()
    var load: [Erlangs] = []
    var positions: [Positions] = []
    var driver: [QueueRequirement.Driver] = []
    var occupancy: [Share] = []
    for (index, slot) in demand.slots.enumerated() {
      let erlangs = slot.minutes > 0 ? seconds[index] / (Double(slot.minutes) * 60) : 0
      let worked = erlangs / demand.maximumOccupancy
      let minimum = demand.minimumPositions * demand.openShares[index]
      let needed = max(worked, minimum)
      load.append(Erlangs(erlangs))
      positions.append(Positions(needed))
      driver.append(needed == 0 ? .none : (worked >= minimum ? .workload : .minimumPositions))
      occupancy.append(Share(needed > 0 ? erlangs / needed : 0))
    }
    let due = Text.time(.seconds(dueSeconds))
    return QueueRequirement(
      queue: demand.queue.id,
      method: "work spread evenly over the open time until it is due, \(due) after it came; "
        + "occupancy at most \(Text.percent(demand.maximumOccupancy))",
      volume: demand.volume.map { ContactVolume($0) }, load: load, positions: positions,
      driver: driver, serviceLevel: Array(repeating: nil, count: load.count),
      occupancy: occupancy)
  }

  /// Seconds of work to be done in each slot of the horizon.
  private func workSeconds() -> [Double] {
    let (line, lead) = timeline()
    let spread = DeferredRequirement.spread(line, within: dueSeconds)
    return Array(spread[lead..<(lead + demand.slots.count)])
  }

  /// The horizon with enough weeks like its first before it and like its last behind it.
  private func timeline() -> (line: [Piece], lead: Int) {
    func pieces(_ slots: Range<Int>) -> [Piece] {
      slots.map { slot in
        let seconds = Double(demand.slots[slot].minutes) * 60
        return Piece(
          work: demand.volume[slot] * demand.handleSeconds[slot],
          openSeconds: demand.openShares[slot] * seconds, seconds: seconds)
      }
    }
    let weeks = 1 + Int(min(52, dueSeconds / (7 * 86_400)))
    let before = Array(repeating: pieces(week.first), count: weeks).flatMap { $0 }
    let after = Array(repeating: pieces(week.last), count: weeks).flatMap { $0 }
    return (before + pieces(0..<demand.slots.count) + after, before.count)
  }

  /// The work of each piece, spread.
  private static func spread(_ line: [Piece], within due: Double) -> [Double] {
    let count = line.count
    var clock = [0.0]
    var open = [0.0]
    for piece in line {
      clock.append((clock.last ?? 0) + piece.seconds)
      open.append((open.last ?? 0) + piece.openSeconds)
    }
    var nextOpen = Array(repeating: count, count: count + 1)
    for index in line.indices.reversed() {
      nextOpen[index] = line[index].openSeconds > 0 ? index : nextOpen[index + 1]
    }
    // Slots from `start` on that end by the due time of work that comes at its beginning.
    func end(from start: Int) -> Int {
      let limit = clock[start] + due + 1e-6
      var (low, high) = (start + 1, count)
      while low < high {
        let middle = (low + high + 1) / 2
        if clock[middle] <= limit { low = middle } else { high = middle - 1 }
      }
      return min(count, low)
    }
    // Work per open second starts at a piece and stops at a later one.
    var starts = Array(repeating: 0.0, count: count + 1)
    var stops = starts
    for index in 0..<count where line[index].work > 0 {
      var first = index
      var last = end(from: index)
      if open[last] - open[first] <= 0 {
        first = nextOpen[index]
        guard first < count else { continue }
        last = end(from: first)
      }
      let rate = line[index].work / (open[last] - open[first])
      starts[first] += rate
      stops[last] += rate
    }
    var rate = 0.0
    var peak = 0.0
    return line.indices.map { index in
      rate += starts[index] - stops[index]
      peak = max(peak, rate)
      // What is left of a sum and difference of many rates is no work.
      if rate < 1e-10 * peak { rate = 0 }
      return rate * line[index].openSeconds
    }
  }
}
