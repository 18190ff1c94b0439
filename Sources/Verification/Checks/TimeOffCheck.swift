internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `owed[g,w] = owed[g,w−1] + rest-day work in lieu[g,w] − taken[g,w]`, never negative, and never more
/// than what was worked within the weeks in which it is to be given; what is owed at the end is paid.
/// Paid or not, a rest day has its hours once.
struct TimeOffCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      let within = entry.group.overtime?.timeOffWithinWeeks.map { max(1, $0) }
      var worked: [Double] = []
      var owed = 0.0
      for week in evidence.weekNumbers {
        let start = evidence.days.weeks[week]
        let measures = entry.measures(week)
        let inLieu = evidence.paidHours(entry, week, where: \.isInLieu)
        let taken = measures.timeOff?.hours ?? 0
        worked.append(inLieu)
        owed += inLieu - taken
        guard within != nil || taken != 0 || measures.timeOwed != nil else { continue }
        restDays(entry, week, evidence, &log)
        log.atLeast(
          owed, 0, .hours, slack: 0.05,
          Subject(
            .timeOff, "hours off that are owed", of: entry.id, week: start,
            rule: "nobody takes off what was not worked on a rest day"))
        let recent = worked.suffix(within ?? 0).reduce(0, +)
        log.atMost(
          owed, recent, .hours, slack: 0.05 + recent * 1e-6,
          Subject(
            .timeOff, "hours off that are owed", of: entry.id, week: start,
            rule: "what was worked more than \(within ?? 0) weeks ago has been taken"))
        let isLast = week == evidence.weekNumbers.count - 1
        log.same(
          measures.timeOwed?.hours ?? 0, as: isLast ? max(0, owed) : 0, .hours, slack: 0.05,
          Subject(
            .timeOff, "hours off that are paid", of: entry.id, week: start,
            rule: "what is owed at the end of the plan is paid"))
      }
    }
  }

  private func restDays(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    guard
      let day = evidence.extraWork(entry.group, week).first(where: { $0.isRestDay })
    else { return }
    let agree = min(1, max(0, entry.group.overtime?.takeUp.value ?? 0))
    log.atMost(
      evidence.paidHours(entry, week, where: \.isRestDay),
      agree * day.hoursPerPerson * entry.heads[week].ready, .hours,
      Subject(
        .timeOff, "rest-day work, paid or for time off", of: entry.id,
        week: evidence.days.weeks[week], rule: "a rest day has its hours once"))
  }
}
