internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `learnt[x,w] = those of the week before who stayed + those whose training is over`; learners and
/// learnt are experienced people; `Σ_w learning[x,w] ≤ most[x]`; and hours lent to a learnt queue are
/// regular hours of those who have learnt it.
struct CrossTrainingCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      let rules = entry.group.rules?.crossTraining ?? []
      known(entry, rules, evidence, &log)
      guard !rules.isEmpty else { continue }
      var learnt = Array(repeating: 0.0, count: evidence.weekNumbers.count)
      for rule in rules {
        let there = evidence.learnt(entry, rule)
        for week in learnt.indices { learnt[week] += there[week] }
        people(entry, rule, there, evidence, &log)
      }
      for week in evidence.weekNumbers {
        log.atMost(
          learnt[week] + evidence.inCrossTraining(entry, week), entry.heads[week].experienced,
          .heads, slack: 1e-4,
          Subject(
            .crossTraining, "people who learn or have learnt", of: entry.id,
            week: evidence.days.weeks[week], rule: "only experienced people learn another queue"))
      }
    }
  }

  private func known(
    _ entry: Evidence.GroupEvidence, _ rules: [CrossTraining], _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    for week in evidence.weekNumbers {
      for learner in entry.measures(week).learners ?? [] {
        let isKnown = rules.contains { $0.queue == learner.queue }
        log.check(
          isKnown && learner.started.value >= 0,
          Subject(
            .crossTraining, "people who begin to learn", of: entry.id,
            week: evidence.days.weeks[week], rule: "people learn queues that the scenario names")
        ) { (.text("\(learner.started.value) for \(learner.queue)"), .text("none")) }
      }
    }
  }

  private func people(
    _ entry: Evidence.GroupEvidence, _ rule: CrossTraining, _ learnt: [Double],
    _ evidence: Evidence, _ log: inout CheckLog
  ) {
    var started = 0.0
    for week in evidence.weekNumbers {
      let start = evidence.days.weeks[week]
      started += evidence.learnersStarted(entry, rule.queue, week)
      let stated = entry.measures(week).learners?.first { $0.queue == rule.queue }
      log.same(
        stated?.learnt.value ?? 0, as: learnt[week], .heads, slack: 1e-4,
        Subject(
          .crossTraining, "people who have learnt \(rule.queue)", of: entry.id, week: start,
          rule: "\(max(0, rule.weeks)) weeks after they began, less departures since"))
      guard let speed = evidence.speedOfLearnt(rule.queue, entry.group) else { continue }
      for bucket in DayBucket.allCases {
        let lent = entry.weeks[week].allocations
          .filter { $0.queue == rule.queue && $0.bucket == bucket }
          .reduce(0) { $0 + $1.netTime.hours }
        guard lent > 0 else { continue }
        let hours = evidence.regularHours(entry.group, week, bucket)
        log.atMost(
          lent, speed * hours * learnt[week], .hours,
          Subject(
            .crossTraining, "net hours lent to \(rule.queue) \(bucket.inWords)", of: entry.id,
            week: start, rule: "regular hours of those who have learnt it, at their speed there"))
      }
    }
    log.atMost(
      started, max(0, rule.most.value), .heads, slack: 1e-5,
      Subject(
        .crossTraining, "people who learn \(rule.queue)", of: entry.id,
        rule: "no more than the scenario lets learn over the horizon"))
  }
}
