internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `Σ_w moving[x,w] ≤ most[x]`; those who are trained for another group are experienced people of
/// their own; and who leaves the one group at the end of the training comes to the other.
struct TransfersCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      for week in evidence.weekNumbers { moved(entry, week, evidence, &log) }
      started(entry, evidence, &log)
      for rule in entry.group.rules?.transfers ?? [] { most(rule, entry, evidence, &log) }
    }
  }

  /// What the plan says of who came and went.
  private func moved(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    let measures = entry.measures(week)
    let move = entry.moves[week]
    for (what, stated, recomputed) in [
      ("people from other groups", measures.transferredIn, move.came),
      ("people who went to other groups", measures.transferredOut, move.went),
    ] where stated != nil || recomputed > 0 {
      log.same(
        stated?.value ?? 0, as: recomputed, .heads, slack: 1e-5,
        Subject(
          .transfers, what, of: entry.id, week: evidence.days.weeks[week],
          rule: "those who began the training so many weeks before, less departures since"))
    }
  }

  /// Whoever begins to move may: into a group that takes people for good, early enough to work there.
  private func started(
    _ entry: Evidence.GroupEvidence, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    for week in evidence.weekNumbers {
      let start = evidence.days.weeks[week]
      for mover in entry.measures(week).movers ?? [] {
        let rule = entry.group.rules?.transfers?.first { $0.group == mover.group }
        let other = evidence.scenario.staffGroup(mover.group)
        let isOpen =
          rule != nil && other != nil && other?.id != entry.group.id
          && other?.rules?.employment?.contractWeeks == nil
        log.check(
          isOpen && mover.started.value >= 0,
          Subject(
            .transfers, "people who begin to move", of: entry.id, week: start,
            rule: "people move to groups that the scenario names and that have no contracts with "
              + "an end")
        ) { (.text("\(mover.started.value) to \(mover.group)"), .text("none")) }
        let until = week + max(0, rule?.weeks ?? 0)
        log.whole(
          until, .atMost, evidence.weekNumbers.count - 1, unit: "week",
          Subject(
            .transfers, "week in which they have moved", of: entry.id, week: start,
            rule: "whoever is trained works in the other group before the plan ends"))
      }
      guard entry.group.rules?.transfers != nil else { continue }
      log.atMost(
        evidence.inTransfer(entry, week), entry.heads[week].experienced, .heads, slack: 1e-5,
        Subject(
          .transfers, "people who are about to move", of: entry.id, week: start,
          rule: "only experienced people are trained for another group"))
    }
  }

  private func most(
    _ rule: Transfer, _ entry: Evidence.GroupEvidence, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    let started = evidence.weekNumbers.reduce(0) { sum, week in
      sum + (entry.measures(week).movers?.first { $0.group == rule.group }?.started.value ?? 0)
    }
    log.atMost(
      started, max(0, rule.most.value), .heads, slack: 1e-5,
      Subject(
        .transfers, "people who move to \(rule.group)", of: entry.id,
        rule: "no more than the scenario lets move over the horizon"))
  }
}
