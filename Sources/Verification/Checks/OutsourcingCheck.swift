internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `Σ_v net hours of vendors for q in w ≤ limit × required[q,w]`, none of mission-critical queues;
/// over the whole plan at most the overall share.
struct OutsourcingCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    let policy = evidence.scenario.policy
    var given = 0.0
    var required = 0.0
    for queue in evidence.scenario.queues {
      let limit = policy.outsourcingLimits.first { $0.queue == queue.id }?.share.value ?? 1
      let isCritical = policy.missionCritical.contains(queue.id)
      let share = isCritical ? 0 : min(1, max(0, limit))
      for week in evidence.weekNumbers {
        let hours = evidence.vendors.flatMap { $0.plan.weeks[week].allocations }
          .filter { $0.queue == queue.id }.reduce(0) { $0 + $1.netTime.hours }
        given += hours
        required += evidence.required(queue.id, week)
        log.atMost(
          hours, share * evidence.required(queue.id, week), .hours,
          slack: 0.02 + hours * 1e-6,
          Subject(
            .outsourcing, "outsourced net hours", of: queue.id.rawValue,
            week: evidence.days.weeks[week],
            rule: isCritical
              ? "a mission-critical queue stays in house"
              : "vendors take at most the policy's share of a queue's hours in a week"))
      }
    }
    guard let overall = policy.maximumOutsourcedShare else { return }
    log.atMost(
      given, min(1, max(0, overall.value)) * required, .hours,
      slack: 0.1 + required * 1e-6,
      Subject(
        .outsourcing, "outsourced net hours of the horizon",
        rule: "vendors take at most the policy's share of all hours"))
  }
}
