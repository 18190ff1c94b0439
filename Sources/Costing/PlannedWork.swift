internal import BusinessCalendar
internal import CapacityPlanning
internal import Forecasting
internal import Scenarios
internal import Units

/// Whose hours go into which queue in which week, and which of a queue's work events bring.
struct PlannedWork {
  /// Net hours of a supplier for a queue on one kind of day of a week.
  struct Cell {
    let supplier: String
    let week: Int
    /// The queue's place in the scenario.
    let queue: Int
    let bucket: DayBucket
    let hours: Double
  }

  /// Work of one queue in some slots, with a weight.
  struct Piece {
    let queue: Int
    let slots: Range<Int>
    let weight: Double
  }

  let scenario: Scenario
  let weeks: [Week]
  let cells: [Cell]
  private let forecast: DemandForecast
  private let slotsOfWeeks: [Range<Int>]
  /// The days of each week by kind.
  private let days: [[DayBucket: [LocalDate]]]
  private let placesOfEvents: [PeakEvent.ID: Int]

  init(scenario: Scenario, forecast: DemandForecast, capacity: CapacityPlan) {
    self.scenario = scenario
    self.forecast = forecast
    weeks = capacity.weeks
    slotsOfWeeks = weeks.map { week in
      let slots = week.days.map { forecast.grid.slotIndices(of: $0) }.filter { !$0.isEmpty }
      return (slots.first?.lowerBound ?? 0)..<(slots.last?.upperBound ?? 0)
    }
    days = weeks.map { week in
      Dictionary(grouping: week.days) { date in
        scenario.calendar.day(date).kind == .statutoryHoliday ? .statutoryHoliday : .ordinary
      }
    }
    placesOfEvents = Dictionary(
      scenario.events.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var cells: [Cell] = []
    func add(_ supplier: String, _ week: Int, _ allocations: [Allocation]) {
      for allocation in allocations where allocation.netTime > .zero {
        guard let queue = scenario.queues.firstIndex(where: { $0.id == allocation.queue }) else {
          continue
        }
        cells.append(
          Cell(
            supplier: supplier, week: week, queue: queue, bucket: allocation.bucket,
            hours: allocation.netTime.hours))
      }
    }
    for group in capacity.groups {
      for (week, plan) in group.weeks.enumerated() where week < capacity.weeks.count {
        add(group.group.rawValue, week, plan.allocations)
      }
    }
    for vendor in capacity.vendors {
      for (week, plan) in vendor.weeks.enumerated() where week < capacity.weeks.count {
        add(vendor.vendor.rawValue, week, plan.allocations)
      }
    }
    self.cells = cells
  }

  /// The place of the week with `date`, if the plan has it.
  func week(of date: LocalDate) -> Int? { weeks.firstIndex { $0.contains(date) } }

  /// The days of one kind of a week; all of its days where it has none of that kind.
  func days(of week: Int, _ bucket: DayBucket) -> [LocalDate] {
    days[week][bucket] ?? Array(weeks[week].days)
  }

  /// The slots of a week.
  func slots(ofWeek week: Int) -> Range<Int> { slotsOfWeeks[week] }

  /// The slots of a day; none for a day that is not in the horizon.
  func slots(of date: LocalDate) -> Range<Int> { forecast.grid.slotIndices(of: date) }

  /// The work of cells as pieces.
  func pieces(of cells: [Cell]) -> [Piece] {
    cells.map { Piece(queue: $0.queue, slots: slotsOfWeeks[$0.week], weight: $0.hours) }
  }

  /// The weights of queues in some work, in the scenario's order; the empty key for no work at all.
  func queues(of pieces: [Piece]) -> [CostShare] {
    var sums = Array(repeating: 0.0, count: scenario.queues.count)
    for piece in pieces { sums[piece.queue] += piece.weight }
    let shares = zip(scenario.queues, sums).filter { $1 > 0 }.map { queue, weight in
      CostShare(key: queue.id.rawValue, weight: weight)
    }
    return shares.isEmpty ? [CostShare(key: "", weight: 1)] : shares
  }

  /// The weights of events in some work, in the scenario's order, then what comes without any.
  func events(of pieces: [Piece]) -> [CostShare] {
    var sums = Array(repeating: 0.0, count: scenario.events.count + 1)
    var known: [PieceKey: [Double]] = [:]
    for piece in pieces {
      let key = PieceKey(queue: piece.queue, slots: piece.slots)
      let shares = known[key] ?? eventShares(queue: piece.queue, slots: piece.slots)
      known[key] = shares
      for (place, share) in shares.enumerated() { sums[place] += piece.weight * share }
    }
    let keys = scenario.events.map(\.id.rawValue) + [""]
    let shares = zip(keys, sums).filter { $1 > 0 }.map { CostShare(key: $0, weight: $1) }
    return shares.isEmpty ? [CostShare(key: "", weight: 1)] : shares
  }

  private struct PieceKey: Hashable {
    let queue: Int
    let slots: Range<Int>
  }

  /// Of the handling of a queue's contacts in some slots, the share of each event's contacts, in the
  /// scenario's order, then that of the rest. Events that take contacts away have none.
  func eventShares(queue: Int, slots: Range<Int>) -> [Double] {
    var added = Array(repeating: 0.0, count: scenario.events.count)
    var all = 0.0
    guard let queue = forecast[scenario.queues[queue].id] else { return added + [1] }
    for slot in slots where queue.volume.indices.contains(slot) {
      all += queue.volume[slot].value * queue.handleTime[slot].inSeconds
    }
    for effect in queue.eventEffects {
      guard let place = placesOfEvents[effect.event] else { continue }
      for (offset, volume) in effect.addedVolume.enumerated() {
        let slot = effect.firstSlot + offset
        guard slots.contains(slot), queue.handleTime.indices.contains(slot) else { continue }
        added[place] += max(0, volume.value) * queue.handleTime[slot].inSeconds
      }
    }
    guard all > 0, all.isFinite else { return added.map { _ in 0 } + [1] }
    // Where another event takes away what these bring, they bring no more than comes.
    let sum = max(all, added.reduce(0, +))
    let shares = added.map { $0 / sum }
    return shares + [max(0, 1 - shares.reduce(0, +))]
  }
}
