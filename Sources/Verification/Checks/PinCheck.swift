internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// Decisions that the planner has taken are in the plan as they were taken.
struct PinCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for pin in evidence.scenario.pins {
      switch pin.subject {
      case .hires(let id, let date): hires(pin, id, date, evidence, &log)
      case .seats(let id, let date): seats(pin, id, date, evidence, &log)
      case .overtime(let id, let date): overtime(pin, id, date, evidence, &log)
      case .contract(let id, let month): contract(pin, id, month, evidence, &log)
      }
    }
  }

  private func subject(_ pin: PlanPin, _ what: String, week: Week? = nil) -> Subject {
    let owner =
      switch pin.subject {
      case .hires(let id, _), .overtime(let id, _): id.rawValue
      case .seats(let id, _), .contract(let id, _): id.rawValue
      }
    return Subject(.pin, what, of: owner, week: week, rule: "the pin “\(pin)”")
  }

  /// The weeks that a pin speaks of.
  private func weeks(_ date: LocalDate?, _ evidence: Evidence) -> [Int] {
    evidence.weekNumbers.filter { week in
      date.map { evidence.days.weeks[week].contains($0) } ?? true
    }
  }

  private func hires(
    _ pin: PlanPin, _ id: StaffGroup.ID, _ date: LocalDate?, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let weeks = weeks(date, evidence)
    let hired = evidence.plan.classes.filter { item in
      item.group == id && weeks.contains { evidence.days.weeks[$0].contains(item.start) }
    }.reduce(0) { $0 + $1.heads.value }
    let subject = subject(
      pin, "people hired", week: date == nil ? nil : weeks.first.map { evidence.days.weeks[$0] })
    if pin.limitsAbove { log.atMost(hired, pin.amount, .heads, slack: 1e-4, subject) }
    if pin.limitsBelow { log.atLeast(hired, pin.amount, .heads, slack: 1e-4, subject) }
  }

  /// At most so many seats, or at least the hours of so many billed, as far as notice and ramp go.
  private func seats(
    _ pin: PlanPin, _ id: Vendor.ID, _ date: LocalDate?, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    guard let entry = evidence.vendors.first(where: { $0.vendor.id == id }) else { return }
    for week in weeks(date, evidence) {
      let subject = subject(pin, "seats", week: evidence.days.weeks[week])
      if pin.limitsAbove {
        log.atMost(entry.plan.weeks[week].seats.value, pin.amount, .seats, subject)
      }
      let hours =
        max(0, entry.vendor.hoursPerSeat.hours) * evidence.days.part(week, .ordinary)
      guard pin.limitsBelow, hours > 0 else { continue }
      let reach = entry.reach(week)
      let least = date == nil ? min(pin.amount, reach) : pin.amount
      guard reach > 0 || date != nil else { continue }
      log.atLeast(entry.billed(week, .ordinary) / hours, least, .seats, slack: 0.01, subject)
    }
  }

  /// Hours against the amount for each of those past nesting who agree, in weeks that have such
  /// work.
  private func overtime(
    _ pin: PlanPin, _ id: StaffGroup.ID, _ date: LocalDate?, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    guard let entry = evidence.groups.first(where: { $0.group.id == id }) else { return }
    let takeUp = min(1, max(0, entry.group.overtime?.takeUp.value ?? 0))
    for week in weeks(date, evidence) {
      let isPossible = evidence.extraWork(entry.group, week).contains { extra in
        entry.group.skills.contains { evidence.required($0, week, extra.bucket) > 0 }
      }
      guard isPossible else { continue }
      let worked = entry.weeks[week].overtime.reduce(0) { $0 + $1.paidTime.hours }
      let amount = pin.amount * takeUp * entry.heads[week].ready
      let subject = subject(pin, "extra hours", week: evidence.days.weeks[week])
      if pin.limitsAbove { log.atMost(worked, amount, .hours, subject) }
      if pin.limitsBelow { log.atLeast(worked, amount, .hours, subject) }
    }
  }

  private func contract(
    _ pin: PlanPin, _ id: Vendor.ID, _ month: YearMonth, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    guard let entry = evidence.vendors.first(where: { $0.vendor.id == id }),
      let stated = entry.plan.months.first(where: { $0.month == month })
    else { return }
    let subject = subject(pin, "whether the contract runs in \(month)")
    if entry.hasTerms {
      log.check(stated.isActive == (pin.amount > 0), subject) {
        (.text(stated.isActive ? "it runs" : "it does not run"), .text("the opposite"))
      }
    } else if pin.amount == 0 {
      for week in evidence.weekNumbers where evidence.days.contractMonth(week) == month {
        log.atMost(entry.plan.weeks[week].seats.value, 0, .seats, subject)
      }
    }
  }
}
