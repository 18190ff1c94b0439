internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `Σ hires of the classes that start in a calendar month ≤ recruits`; a class is of the month of its
/// week's first day.
struct RecruitingCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      guard let most = entry.group.hiring?.recruitsPerMonth else { continue }
      for month in evidence.days.months {
        let hired = evidence.plan.classes.filter { $0.group == entry.group.id }
          .filter { item in
            evidence.days.weeks.first { $0.contains(item.start) }?.start.yearMonth == month
          }
        log.atMost(
          hired.reduce(0) { $0 + $1.heads.value }, Double(max(0, most)), .heads,
          Subject(
            .recruiting, "recruits of the month", of: entry.id, month: month,
            rule: "at most so many people are recruited for the classes of a calendar month"))
      }
    }
  }
}
