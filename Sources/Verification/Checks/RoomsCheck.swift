internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `Σ classes in training at a site ≤ rooms`, in every week; a class in nesting sits among the others.
struct RoomsCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for site in evidence.scenario.sites {
      guard let rooms = site.trainingRooms else { continue }
      let here = evidence.groups.filter { $0.group.site == site.id }
      for (number, week) in evidence.days.weeks.enumerated() {
        var running = 0
        for entry in here {
          let training = max(1, entry.group.hiring?.trainingWeeks ?? 0)
          for item in evidence.plan.classes where item.group == entry.group.id {
            guard let start = evidence.days.weeks.firstIndex(where: { $0.contains(item.start) }),
              start <= number, number < start + training
            else { continue }
            running += min(1_000_000, max(0, item.parallelClasses))
          }
        }
        log.whole(
          running, .atMost, max(0, rooms), unit: "room",
          Subject(
            .rooms, "classes in training", of: site.id.rawValue, week: week,
            rule: "each class in training has a room of the site"))
      }
    }
  }
}
