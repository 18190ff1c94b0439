internal import BusinessCalendar
internal import Scenarios
internal import Staffing
internal import Units

/// The busiest hours of a week for queues that share suppliers.
struct PeakWindow: Sendable {
  /// The week.
  let week: Int
  /// The day.
  let date: LocalDate
  /// When it begins.
  let start: LocalTime
  /// Hours.
  let hours: Double
  /// The queues with work in it, and the positions each needs on average.
  let positions: [(queue: Int, needed: Double)]

  /// The windows of all weeks: in each, for queues that share suppliers directly or through others, the
  /// stretch of one ordinary day with the most positions, the first of equals.
  static func all(
    in scenario: Scenario, _ requirement: StaffingRequirement, _ calendar: PlanCalendar,
    skills: [[Int]]
  ) -> [PeakWindow] {
    guard let rule = scenario.policy.peakHours else { return [] }
    let slotHours = requirement.grid.slotLength.duration.inHours
    let length = max(1, Int((rule.window.inHours / max(slotHours, 1e-9)).rounded()))
    let positions = scenario.queues.map { queue in
      requirement[queue.id]?.positions.map { $0.value.bounded(to: 0...1e9) } ?? []
    }
    return components(of: scenario.queues.count, joinedBy: skills).flatMap { queues in
      calendar.weeks.indices.compactMap { week -> PeakWindow? in
        var best: (sum: Double, slots: Range<Int>, date: LocalDate)?
        for day in calendar.days[week] where day.bucket == .ordinary {
          let slots = requirement.grid.slotIndices(of: day.date)
          guard slots.count >= length else { continue }
          for first in slots.lowerBound...(slots.upperBound - length) {
            let window = first..<(first + length)
            let sum = queues.reduce(0) { $0 + total(of: positions[$1], in: window) }
            if sum > best?.sum ?? 1e-9 { best = (sum, window, day.date) }
          }
        }
        guard let best, requirement.grid.slots.indices.contains(best.slots.lowerBound) else {
          return nil
        }
        let needed = queues.map {
          (queue: $0, needed: total(of: positions[$0], in: best.slots) / Double(length))
        }
        return PeakWindow(
          week: week, date: best.date, start: requirement.grid.slots[best.slots.lowerBound].start,
          hours: Double(length) * slotHours, positions: needed.filter { $0.needed > 0 })
      }
    }
  }

  /// The fewest seats that a site has at any time of the window, and where they come from in the
  /// scenario: those of the parts of the day that it touches, and the site's own unless one of them
  /// is all of it.
  func seats(of site: Site) -> (seats: Int, path: String) {
    let end = start.minutes + Int((hours * 60).rounded())
    let parts = (site.dayParts ?? []).filter {
      $0.counts(on: date) && $0.from.minutes < end && start < $0.until
    }
    let isCovered = parts.contains { $0.from <= start && end <= $0.until.minutes }
    let own = (seats: max(0, site.seats), path: "sites.\(site.id).seats")
    let ofParts = parts.map {
      (seats: max(0, $0.seats ?? site.seats), path: "sites.\(site.id).day-parts.\($0.id)")
    }
    return (ofParts + (isCovered ? [] : [own])).min { $0.seats < $1.seats } ?? own
  }

  private static func total(of positions: [Double], in slots: Range<Int>) -> Double {
    slots.clamped(to: positions.indices).reduce(0) { $0 + positions[$1] }
  }

  /// Queues that share suppliers, directly or through others, in the order of their first queue.
  static func components(of count: Int, joinedBy skills: [[Int]]) -> [[Int]] {
    var component = Array(0..<count)
    for queues in skills {
      guard let first = queues.first else { continue }
      for queue in queues where component[queue] != component[first] {
        let (from, into) = (component[queue], component[first])
        let least = min(from, into)
        component = component.map { $0 == from || $0 == into ? least : $0 }
      }
    }
    return Set(component).sorted().map { mark in
      (0..<count).filter { component[$0] == mark }
    }
  }
}
