internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `released[g,w] = 0` before the notice is over, `Σ_w released[g,w] ≤ most[g] × heads at the start`,
/// and only experienced people are let go: never more than there are.
struct RedundancyCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      let rules = entry.group.rules?.redundancy
      let released = entry.moves.map(\.released)
      guard rules != nil || released.contains(where: { $0 != 0 }) else { continue }
      for week in evidence.weekNumbers {
        let start = evidence.days.weeks[week]
        let notice = rules.map { max(0, $0.noticeWeeks) } ?? .max
        log.atLeast(
          released[week], 0, .heads,
          Subject(
            .redundancy, "people made redundant", of: entry.id, week: start,
            rule: "nobody is made less than redundant"))
        if week < notice {
          log.atMost(
            released[week], 0, .heads,
            Subject(
              .redundancy, "people made redundant", of: entry.id, week: start,
              rule: rules == nil
                ? "nobody of the group can be made redundant"
                : "nobody is made redundant before \(notice) weeks of notice are over"))
        }
        log.atLeast(
          entry.heads[week].experienced, 0, .heads, slack: 1e-5,
          Subject(
            .redundancy, "experienced people who are left", of: entry.id, week: start,
            rule: "no more people are let go, or move, than there are experienced ones"))
      }
      guard let most = rules?.most else { continue }
      let there = entry.group.headcount.reduce(0) { $0 + max(0, $1.heads.value) }
      log.atMost(
        released.reduce(0, +), min(1, max(0, most.value)) * there, .heads, slack: 1e-5,
        Subject(
          .redundancy, "people made redundant", of: entry.id,
          rule: "at most a share of those who are there when the plan starts"))
    }
  }
}
