public import BusinessCalendar
internal import CapacityPlanning
public import Scenarios
internal import ShiftScheduling
internal import Staffing
public import Units

/// What a vendor is asked for, interval by interval, in its own people on contacts at once.
///
/// - In weeks that have shifts: its people on shift less those on a break, whole shifts, divided over
///   its queues as the schedule's coverage is.
/// - In the others: the net hours that the weekly plan gives it, spread as the queue's requirement is.
///   `people[v,q,s] = net[v,q,w,b] ÷ proficiency[v] · positions[q,s] ÷ Σ_s' positions[q,s'] · hours of
///   a slot` over the slots s' of the week w and kind of day b. Hours of a minimum that no queue
///   needs, and hours lost to learning, are not asked for.
public struct VendorRequirement: Sendable, Equatable, Codable {
  /// One queue.
  public struct QueuePeople: Sendable, Equatable, Codable {
    /// The queue.
    public let queue: Queue.ID
    /// People on contacts at once, in the vendor's own output, a slot.
    public let people: [Positions]
  }

  /// The vendor.
  public let vendor: Vendor.ID
  /// The slots; every `people` has one entry for each.
  public let grid: PlanningGrid
  /// The queues that it has work for, in the scenario's order.
  public let queues: [QueuePeople]
  /// The first days of the weeks in which it is asked for whole shifts.
  public let weeksOfShifts: [LocalDate]

  /// Files have hundredths of a person; what is asked for has no more, so that whoever promises just that
  /// is short of nothing.
  private static let hundredths = 100.0

  /// What `plan` asks of each of its vendors, in the scenario's order.
  public static func all(of plan: Plan) -> [VendorRequirement] {
    let spread = plan.scenario.vendors.map { Self.spread($0, plan) }
    let shifts = plan.schedule.map { VendorShifts($0, plan) }
    let grid = plan.requirement.grid
    return plan.scenario.vendors.indices.map { vendor in
      var people = spread[vendor]
      shifts?.replace(&people, ofVendor: vendor)
      people = people.map { $0.map { ($0 * hundredths).rounded() / hundredths } }
      return VendorRequirement(
        vendor: plan.scenario.vendors[vendor].id, grid: grid,
        queues: plan.scenario.queues.indices.compactMap { queue in
          guard people[queue].contains(where: { $0 > 0 }) else { return nil }
          return QueuePeople(
            queue: plan.scenario.queues[queue].id, people: people[queue].map { Positions($0) })
        }, weeksOfShifts: plan.schedule?.weeks.map(\.start) ?? [])
    }
  }

  /// The hours of the weekly plan over the slots, by queue of the scenario.
  private static func spread(_ vendor: Vendor, _ plan: Plan) -> [[Double]] {
    let grid = plan.requirement.grid
    let slots = grid.slots
    let weeks = plan.capacity.vendors.first { $0.vendor == vendor.id }?.weeks ?? []
    let proficiency = vendor.proficiency.value
    let slotHours = grid.slotLength.duration.inHours
    return plan.scenario.queues.map { queue in
      var people = [Double](repeating: 0, count: grid.slotCount)
      guard let positions = plan.requirement[queue.id]?.positions else { return people }
      for (week, entry) in weeks.enumerated() {
        for allocation in entry.allocations where allocation.queue == queue.id {
          let inWeek = grid.slotIndices(ofWeek: week).filter {
            let kind = plan.scenario.calendar.day(slots[$0].date).kind
            return (kind == .statutoryHoliday) == (allocation.bucket == .statutoryHoliday)
          }
          let all = inWeek.reduce(0) { $0 + positions[$1].value } * slotHours
          guard all > 0, proficiency > 0 else { continue }
          let factor = allocation.netTime.hours / proficiency / all
          for slot in inWeek { people[slot] += positions[slot].value * factor }
        }
      }
      return people
    }
  }
}

/// The people of vendors on the shifts of a schedule, slot by slot, and the queues that they serve.
private struct VendorShifts {
  /// The slots of scheduled days.
  private let slots: [Int]
  /// People by vendor, queue and place in `slots`.
  private var people: [[[Double]]]

  init(_ schedule: ShiftSchedule, _ plan: Plan) {
    let scenario = plan.scenario
    let vendors = scenario.vendors
    slots = schedule.days.flatMap { Array($0.slots) }
    let place = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0) })
    var present = vendors.map { _ in [Double](repeating: 0, count: place.count) }
    let grid = plan.requirement.grid
    for seats in schedule.days.flatMap({ $0.carriedIn + $0.seats }) {
      guard case .vendor(let id) = seats.supplier,
        let vendor = vendors.firstIndex(where: { $0.id == id })
      else { continue }
      for part in seats.work(in: grid.zone) {
        for (slot, share) in Self.shares(of: part, in: grid) {
          guard let slot = place[slot] else { continue }
          present[vendor][slot] += share * Double(seats.seats)
        }
      }
    }
    people = vendors.map { _ in
      scenario.queues.map { _ in [Double](repeating: 0, count: place.count) }
    }
    for day in schedule.days {
      let coverage = scenario.queues.map { queue in day.coverage.first { $0.queue == queue.id } }
      for (number, slot) in day.slots.enumerated() {
        guard let place = place[slot] else { continue }
        func at(_ positions: KeyPath<QueueCoverage, [Positions]>) -> [Double] {
          coverage.map { entry in
            guard let list = entry?[keyPath: positions], list.indices.contains(number) else {
              return 0
            }
            return max(0, list[number].value)
          }
        }
        let division = Division(
          vendors, present: present.map { $0[place] }, served: at(\.outsourced),
          required: at(\.required), queues: scenario.queues.map(\.id))
        for vendor in vendors.indices {
          for queue in scenario.queues.indices {
            people[vendor][queue][place] = division.people[vendor][queue]
          }
        }
      }
    }
  }

  /// Puts the people of the shifts in the place of hours that were spread.
  func replace(_ spread: inout [[Double]], ofVendor vendor: Int) {
    for (place, slot) in slots.enumerated() {
      for queue in spread.indices where spread[queue].indices.contains(slot) {
        spread[queue][slot] = people[vendor][queue][place]
      }
    }
  }

  /// The slots that minutes of work lie in, each with the part of it that they cover.
  private static func shares(
    of work: Range<Int>, in grid: PlanningGrid
  ) -> [(slot: Int, share: Double)] {
    var shares: [(Int, Double)] = []
    var minute = work.lowerBound
    while minute < work.upperBound {
      guard let slot = grid.index(ofInstant: Int64(minute) * 60), let times = grid.slot(at: slot)
      else {
        minute += grid.slotLength.minutes
        continue
      }
      let end = min(work.upperBound, Int(times.endInstant / 60))
      guard end > minute else { break }
      shares.append((slot, Double(end - minute) / Double(max(1, times.minutes))))
      minute = end
    }
    return shares
  }
}

/// The people of vendors in one slot over the queues: every vendor gives all its people, and together
/// they are as near as can be to what the schedule has vendors serve of each queue.
///
/// Iterative proportional fitting (Deming and Stephan 1940, *Annals of Mathematical Statistics* 11).
private struct Division {
  /// People by vendor and queue.
  private(set) var people: [[Double]]
  private static let rounds = 60

  init(
    _ vendors: [Vendor], present: [Double], served: [Double], required: [Double],
    queues: [Queue.ID]
  ) {
    people = vendors.enumerated().map { number, vendor in
      let isOf = queues.map { present[number] > 0 && vendor.skills.contains($0) }
      let isServed = zip(isOf, served).contains { $0 && $1 > 0 }
      return zip(isOf, isServed ? served : required).map { $0 ? $1 : 0 }
    }
    // In positions, so that queues are comparable between vendors.
    let positions = vendors.indices.map { present[$0] * vendors[$0].proficiency.value }
    fit(rowsTo: positions)
    if people.count(where: { $0.contains { $0 > 0 } }) > 1 {
      for _ in 0..<Self.rounds {
        fit(columnsTo: served)
        fit(rowsTo: positions)
      }
    }
    for (vendor, terms) in vendors.enumerated() where terms.proficiency.value > 0 {
      people[vendor] = people[vendor].map { $0 / terms.proficiency.value }
    }
  }

  private mutating func fit(rowsTo sums: [Double]) {
    for vendor in people.indices {
      let sum = people[vendor].reduce(0, +)
      if sum > 0 { people[vendor] = people[vendor].map { $0 * sums[vendor] / sum } }
    }
  }

  private mutating func fit(columnsTo sums: [Double]) {
    for queue in sums.indices where sums[queue] > 0 {
      let sum = people.reduce(0) { $0 + $1[queue] }
      guard sum > 0 else { continue }
      for vendor in people.indices { people[vendor][queue] *= sums[queue] / sum }
    }
  }
}
