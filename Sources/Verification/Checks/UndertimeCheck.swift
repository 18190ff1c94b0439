internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `undertime[g,w] ≤ take-up × most hours a week × heads past training`.
struct UndertimeCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      let rules = entry.group.rules?.undertime
      let perHead =
        rules.map { min(1, max(0, $0.takeUp.value)) * max(0, $0.mostPerWeek.hours) } ?? 0
      for week in evidence.weekNumbers {
        let stated = entry.measures(week).undertime?.hours ?? 0
        guard rules != nil || stated != 0 else { continue }
        let subject = Subject(
          .undertime, "hours of voluntary time off", of: entry.id,
          week: evidence.days.weeks[week],
          rule: rules == nil
            ? "nobody of the group takes time off by the plan"
            : "people past training who agree × the most hours of one in a week")
        log.atLeast(stated, 0, .hours, subject)
        log.atMost(stated, perHead * max(0, entry.heads[week].onContacts), .hours, subject)
      }
    }
  }
}
