internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `leave[g,w] ≤ most away × contract hours × ordinary days × heads past training`, none in blackouts;
/// `balance after a month = balance before + earned − leave ≥ 0`, a week being of its fourth day's
/// month; what is left at the end and may not be kept is paid.
struct LeaveCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      guard let rules = entry.group.rules?.leave else {
        none(entry, evidence, &log)
        continue
      }
      for week in evidence.weekNumbers { granted(entry, rules, week, evidence, &log) }
      balance(entry, rules, evidence, &log)
    }
  }

  private func none(
    _ entry: Evidence.GroupEvidence, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    for week in evidence.weekNumbers {
      let measures = entry.measures(week)
      guard let time = measures.leave ?? measures.unusedLeave else { continue }
      log.atMost(
        time.hours, 0, .hours,
        Subject(
          .leave, "hours of leave", of: entry.id, week: evidence.days.weeks[week],
          rule: "the plan grants no leave to the group"))
    }
  }

  private func granted(
    _ entry: Evidence.GroupEvidence, _ rules: LeaveRules, _ week: Int, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let start = evidence.days.weeks[week]
    let isBlackout = evidence.days.days[week].contains { day in
      rules.blackouts.contains { $0.contains(day.date) }
    }
    let most =
      min(1, max(0, rules.mostAway.value)) * max(0, entry.group.contractHours.hours)
      * evidence.days.part(week, .ordinary) * entry.heads[week].onContacts
    let stated = entry.measures(week).leave?.hours ?? 0
    log.atLeast(
      stated, 0, .hours,
      Subject(
        .leave, "hours of leave", of: entry.id, week: start, rule: "leave is never negative"))
    log.atMost(
      stated, isBlackout ? 0 : most, .hours,
      Subject(
        .leave, "hours of leave", of: entry.id, week: start,
        rule: isBlackout
          ? "no leave in the weeks of a blackout"
          : "at most a share of the contract hours of the people past training"))
  }

  private func balance(
    _ entry: Evidence.GroupEvidence, _ rules: LeaveRules, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    guard let last = evidence.weekNumbers.last else { return }
    let there = entry.group.headcount.reduce(0) { $0 + max(0, $1.heads.value) }
    var balance = max(0, rules.balance.hours) * there
    for week in evidence.weekNumbers {
      balance += max(0, rules.earnedPerWeek.hours) * entry.heads[week].onContacts
      balance -= entry.measures(week).leave?.hours ?? 0
      let month = evidence.days.contractMonth(week)
      guard week == last || evidence.days.contractMonth(week + 1) != month else { continue }
      log.atLeast(
        balance, 0, .hours, slack: 0.05 + balance.magnitude * 1e-6,
        Subject(
          .leave, "hours of leave that are left", of: entry.id, month: month,
          rule: "nobody takes leave that is not earned by the end of the month"))
    }
    let kept = max(0, rules.carryOver.hours) * entry.heads[last].onContacts
    let unused = max(0, balance - kept)
    let stated = entry.measures(last).unusedLeave?.hours ?? 0
    let slack = 0.05 + unused * 1e-6
    let subject = Subject(
      .leave, "hours of leave that are paid", of: entry.id, week: evidence.days.weeks[last],
      rule: "what is left at the end beyond what people may keep")
    log.atLeast(stated, unused, .hours, slack: slack, subject)
    // Without a price more may be stated as unused than is.
    if rules.unusedPay > .zero { log.atMost(stated, unused, .hours, slack: slack, subject) }
  }
}
