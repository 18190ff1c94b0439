internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `net hours of overtime and rest-day work ≤ paid hours × speed − what tired people do not do`, tired
/// hours being those beyond the fresh hours of the people past nesting who agree.
struct FatigueCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      guard let rules = entry.group.overtime, let fatigue = rules.fatigue else { continue }
      let fresh = max(0, fatigue.above.hours) * min(1, max(0, rules.takeUp.value))
      for week in evidence.weekNumbers {
        let kinds = evidence.extraWork(entry.group, week).filter { $0.bucket == .ordinary }
        let extra = entry.weeks[week].overtime.filter { item in
          kinds.contains { $0.has(item) }
        }
        guard !extra.isEmpty else { continue }
        let paid = extra.reduce(0) { $0 + $1.paidTime.hours }
        let atFullSpeed = extra.reduce(0) { sum, item in
          sum + item.paidTime.hours * (kinds.first { $0.has(item) }?.net ?? 0)
        }
        let tired = max(0, paid - fresh * entry.heads[week].ready)
        let most = atFullSpeed - evidence.lostToFatigue(entry.group, week) * tired
        log.atMost(
          extra.reduce(0) { $0 + $1.netTime.hours }, most, .hours,
          slack: 0.01 + most.magnitude * 1e-6 + Double(extra.count) / 3600,
          Subject(
            .fatigue, "net hours of overtime", of: entry.id, week: evidence.days.weeks[week],
            rule: "beyond \(fatigue.above.hours.plain) h a week of those who agree, people are "
              + "tired and give less"))
      }
    }
  }
}
