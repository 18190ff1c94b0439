internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `missing = Σ_teams max(0, (end strength × mean hours of the last four weeks − hours of the heads
/// in the last week) ÷ hours of a head)`; a team is all groups connected by common queues.
struct EndStrengthCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    guard let last = evidence.weekNumbers.last else { return }
    var missing = 0.0
    for team in EndStrengthCheck.teams(evidence) {
      let hours = team.map { evidence.fullWeekHours($0.group) }
      let perHead = hours.reduce(0, +) / Double(team.count)
      guard perHead > 0 else { continue }
      let queues = Set(team.flatMap(\.group.skills))
      let weeks = evidence.weekNumbers.suffix(4)
      var needed = 0.0
      for queue in evidence.scenario.queues where queues.contains(queue.id) {
        for week in weeks { needed += evidence.required(queue.id, week) }
      }
      needed *= max(0, evidence.scenario.policy.endStrength.value) / Double(weeks.count)
      let there = zip(team, hours).reduce(0) { $0 + $1.0.heads[last].effective * $1.1 }
      missing += max(0, needed - there) / perHead
    }
    let subject = Subject(
      .endStrength, "heads missing at the end", week: evidence.days.weeks[last],
      rule: "the policy's share of the mean requirement of the last four weeks, a team")
    let stated = evidence.plan.missingAtEnd.value
    let slack = 1e-4 + missing * 1e-6
    log.atLeast(stated, missing, .heads, slack: slack, subject)
    // Without a price more may be stated as missing than is.
    if evidence.scenario.policy.priceOfMissingHeadAtEnd > .zero {
      log.atMost(stated, missing, .heads, slack: slack, subject)
    }
  }

  /// Groups connected by common queues.
  static func teams(_ evidence: Evidence) -> [[Evidence.GroupEvidence]] {
    var teams: [(members: [Evidence.GroupEvidence], queues: Set<Queue.ID>)] = []
    for entry in evidence.groups {
      let known = entry.group.skills.filter { evidence.scenario.queue($0) != nil }
      guard !known.isEmpty else { continue }
      var team = (members: [entry], queues: Set(known))
      while let place = teams.firstIndex(where: { !$0.queues.isDisjoint(with: team.queues) }) {
        let other = teams.remove(at: place)
        team.members += other.members
        team.queues.formUnion(other.queues)
      }
      teams.append(team)
    }
    return teams.map(\.members)
  }
}
