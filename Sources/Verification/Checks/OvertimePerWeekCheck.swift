internal import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
internal import Scenarios
internal import Units

/// `extra[g,w,class] ≤ take-up × hours of one person × people past nesting with a seat`, from the
/// law's limit a day, one day off and the holidays; overtime and rest-day work together at most the
/// scenario's hours a week.
struct OvertimePerWeekCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      for week in evidence.weekNumbers { run(entry, week, evidence, &log) }
    }
  }

  private func run(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    let start = evidence.days.weeks[week]
    let kinds = evidence.extraWork(entry.group, week)
    let rules = entry.group.overtime
    let people = min(1, max(0, rules?.takeUp.value ?? 0)) * seatedReady(entry, week, evidence)
    let extra = entry.weeks[week].overtime
    var inWeek = 0.0
    for (place, first) in extra.enumerated() {
      let code = first.payClass
      func isOfIt(_ other: PaidOvertime) -> Bool {
        other.payClass == code && other.from == first.from
      }
      guard extra.firstIndex(where: isOfIt) == place else { continue }
      let items = extra.filter(isOfIt)
      let paid = items.reduce(0) { $0 + $1.paidTime.hours }
      let ofCode = kinds.filter { $0.has(first) }
      log.atLeast(
        items.map(\.paidTime.hours).min() ?? 0, 0, .hours,
        Subject(
          .overtimePerWeek, "paid hours of \(code)", of: entry.id, week: start,
          rule: "nobody works less than nothing"))
      log.atMost(
        paid, people * ofCode.reduce(0) { $0 + $1.hoursPerPerson }, .hours,
        Subject(
          .overtimePerWeek, "paid hours of \(code)", of: entry.id, week: start,
          rule: ofCode.isEmpty
            ? "the week has no such work for the group under its pay rules"
            : "people past nesting who agree × the most hours of one in the week"))
      if ofCode.contains(where: { $0.bucket == .ordinary }) { inWeek += paid }
    }
    guard let limit = limit(entry.group, start, evidence), !extra.isEmpty else { return }
    log.atMost(
      inWeek, people * limit.hours, .hours,
      Subject(
        .overtimePerWeek, "overtime and rest-day work", of: entry.id, week: start,
        rule: limit.rule))
  }

  /// The most overtime and rest-day work of a person in a week.
  private func limit(
    _ group: StaffGroup, _ week: Week, _ evidence: Evidence
  ) -> (hours: Double, rule: String)? {
    let own = group.overtime?.maximumPerWeek.map { max(0, $0.hours) }
    let law = evidence.scenario.employmentLimits(on: week.start)
    if group.employmentKind == .partTime, let most = law?.partTimeHours {
      let left = max(0, most.hours - group.contractHours.hours)
      if left < own ?? .infinity {
        return (
          left, "people past nesting who agree × what the law leaves part-time people of the week"
        )
      }
    }
    return own.map { ($0, "people past nesting who agree × the scenario's hours a week") }
  }

  /// Speeds of those past nesting, less the part of the people already there who have no seat.
  private func seatedReady(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ evidence: Evidence
  ) -> Double {
    let heads = entry.heads[week]
    guard heads.there.onContacts > 0 else { return heads.ready }
    let without = max(0, evidence.unseated(entry, week))
    return heads.ready - heads.there.ready / heads.there.onContacts * without
  }
}
