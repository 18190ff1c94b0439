internal import BusinessCalendar
internal import Scenarios
internal import Staffing
internal import Units

/// The intervals in which a schedule counts people: half-hours, or the requirement's own slots where
/// these are longer. Times are minutes since 1970-01-01T00:00Z.
struct Block: Sendable, Equatable {
  /// The first minute.
  let start: Int
  /// The minute after the last.
  let end: Int
  /// The slots of the requirement in it.
  let slots: Range<Int>
  /// The day and time on the wall, for names.
  let label: String

  /// How long it is.
  var hours: Double { Double(end - start) / 60 }
}

/// The requirement of some days in blocks.
///
/// Slots shorter than half an hour are taken together in half-hours of their maximum: a shift's
/// start and breaks lie on half-hours, and the peak within one must be carried.
struct RequirementBlocks: Sendable {
  /// The shortest block in minutes.
  static let shortest = 30

  /// The blocks in the order of time.
  let blocks: [Block]
  /// Positions required, a queue and block.
  let required: [[Double]]
  /// Offered load, a queue and block.
  let load: [[Double]]
  /// What a missing position-hour costs in minor units, a queue.
  let prices: [Double]
  /// The number of the first day in the grid.
  let firstDay: Int
  /// The blocks of each day.
  let blocksOfDay: [Range<Int>]

  /// The blocks of the days `days` of the requirement's grid, for `queues`; a queue without a
  /// requirement needs nobody.
  init(_ requirement: StaffingRequirement, days: Range<Int>, queues: [Queue]) {
    let grid = requirement.grid
    var blocks: [Block] = []
    var blocksOfDay: [Range<Int>] = []
    for day in days {
      let first = blocks.count
      let firstSlot = grid.slotIndices(ofDay: day).lowerBound
      for slot in grid.days[day].slots {
        let start = Int(slot.startInstant) / 60
        let index = firstSlot + slot.index
        let isShort = grid.slotLength.minutes < Self.shortest
        if isShort, blocks.count > first, let last = blocks.last,
          last.end == start, last.start / Self.shortest == start / Self.shortest
        {
          blocks[blocks.count - 1] = Block(
            start: last.start, end: start + slot.minutes,
            slots: last.slots.lowerBound..<(index + 1), label: last.label)
        } else {
          blocks.append(
            Block(
              start: start, end: start + slot.minutes, slots: index..<(index + 1),
              label: slot.dateTime.description))
        }
      }
      blocksOfDay.append(first..<blocks.count)
    }
    self.blocks = blocks
    self.blocksOfDay = blocksOfDay
    firstDay = days.lowerBound
    func largest<Amount: RealAmount>(_ values: [Amount]?) -> [Double] {
      blocks.map { block in
        guard let values else { return 0 }
        return values[block.slots.clamped(to: values.indices)].map(\.value).max() ?? 0
      }
    }
    required = queues.map { largest(requirement[$0.id]?.positions) }
    load = queues.map { largest(requirement[$0.id]?.load) }
    let slots = (blocks.first?.slots.lowerBound ?? 0)..<(blocks.last?.slots.upperBound ?? 0)
    prices = queues.map {
      ShortagePricing.pricePerHour(
        of: $0, taking: requirement.meanHandleTime(of: $0, in: slots))
    }
  }

  /// The blocks of the day with this number in the grid; empty when it is not among the days.
  func blocks(ofDay day: Int) -> Range<Int> {
    let index = day - firstDay
    return blocksOfDay.indices.contains(index) ? blocksOfDay[index] : 0..<0
  }

  /// The first block that ends after `minute`; the number of blocks when there is none.
  func firstBlock(endingAfter minute: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].end > minute { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Calls `body` with every block that overlaps the minutes, and by how much of itself.
  func forEachBlock(in minutes: Range<Int>, _ body: (_ block: Int, _ share: Double) -> Void) {
    var index = firstBlock(endingAfter: minutes.lowerBound)
    while index < blocks.count, blocks[index].start < minutes.upperBound {
      let block = blocks[index]
      let overlap = min(block.end, minutes.upperBound) - max(block.start, minutes.lowerBound)
      if overlap > 0 { body(index, Double(overlap) / Double(block.end - block.start)) }
      index += 1
    }
  }
}
