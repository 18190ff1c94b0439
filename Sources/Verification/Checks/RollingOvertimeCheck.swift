internal import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
internal import Scenarios
internal import Units

/// `Σ_{w − n < w' ≤ w} extra[g,w'] ≤ take-up × limit × ready[g,w]` for each limit of the pay rules on
/// *n* weeks in a row, over the classes that count to the month's cap.
struct RollingOvertimeCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      guard let rules = entry.group.overtime else { continue }
      let takeUp = min(1, max(0, rules.takeUp.value))
      for week in evidence.weekNumbers {
        let start = evidence.days.weeks[week]
        var limits: [(time: WorkTime, weeks: Int)] = []
        for day in start.days {
          for limit in evidence.scenario.payRules(on: day)?.rollingOvertimeLimits ?? []
          where !limits.contains(where: { $0 == limit }) {
            limits.append(limit)
          }
        }
        for limit in limits {
          let first = max(0, week - max(1, limit.weeks) + 1)
          let worked = (first...week).reduce(0) {
            $0 + evidence.paidHours(entry, $1, where: \.countsToMonth)
          }
          log.atMost(
            worked, takeUp * max(0, limit.time.hours) * entry.heads[week].ready, .hours,
            Subject(
              .rollingOvertime, "overtime of \(limit.weeks) weeks", of: entry.id, week: start,
              rule: "\(limit.time.hours.plain) h in any \(limit.weeks) weeks in a row for each of "
                + "the people past nesting who agree"))
        }
      }
    }
  }
}
