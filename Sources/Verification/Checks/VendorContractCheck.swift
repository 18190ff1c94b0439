internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Scenarios
internal import Units

/// Contracts by calendar month: seats and hours only under months that run, hours by their days,
/// commitment for the days in the horizon, set-up once.
struct VendorContractCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.vendors {
      for week in evidence.weekNumbers where entry.hasTerms { runs(entry, week, evidence, &log) }
      var isSetUp = entry.setUpFee == .zero
      for stated in entry.plan.months {
        let active = stated.isActive
        hours(entry, stated, evidence, &log)
        isActive(entry, stated, evidence, &log)
        let starts = active && !isSetUp
        isSetUp = isSetUp || active
        log.check(
          stated.isSetUp == starts,
          Subject(
            .vendorContract, "set-up", of: entry.id, month: stated.month,
            rule: "the set-up falls due once, in the first month that runs")
        ) { (.text(stated.isSetUp ? "due" : "not due"), .text(starts ? "due" : "not due")) }
      }
    }
  }

  /// A week with seats or hours runs under the month of its fourth day.
  private func runs(
    _ entry: Evidence.VendorEvidence, _ week: Int, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    guard let month = evidence.days.contractMonth(week) else { return }
    let isActive = entry.plan.months.first { $0.month == month }?.isActive ?? false
    let stated = entry.plan.weeks[week]
    guard !isActive else { return }
    let subject = Subject(
      .vendorContract, "seats of a week without a contract", of: entry.id,
      week: evidence.days.weeks[week], month: month,
      rule: "seats and hours run under the contract of the month of the week's fourth day")
    log.atMost(stated.seats.value, 0, .seats, subject)
    log.atMost((stated.billedOrdinary + stated.billedStatutoryHoliday).hours, 0, .hours, subject)
  }

  private func hours(
    _ entry: Evidence.VendorEvidence, _ stated: VendorPlan.MonthPlan, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    for bucket in DayBucket.allCases {
      let sum = evidence.weekNumbers.reduce(0) {
        $0 + entry.billed($1, bucket) * evidence.days.part($1, bucket, in: stated.month)
      }
      let figure = bucket == .ordinary ? stated.ordinary : stated.statutoryHoliday
      log.same(
        figure.hours, as: sum, .hours,
        Subject(
          .vendorCommitment, "hours of the month \(bucket.inWords)", of: entry.id,
          month: stated.month, rule: "a week's hours belong to a month by its days"))
    }
    let committed =
      entry.basis == .contacts
      ? 0
      : entry.committed(stated.month, isActive: stated.isActive)
        * evidence.days.part(of: stated.month)
    log.same(
      stated.committed.hours, as: committed, .hours,
      Subject(
        .vendorCommitment, "committed hours", of: entry.id, month: stated.month,
        rule: "the commitment of a month that runs, for its days in the horizon"))
  }

  /// Without minimum, commitment and set-up a month runs where it has hours; else it must have a
  /// week with seats possible.
  private func isActive(
    _ entry: Evidence.VendorEvidence, _ stated: VendorPlan.MonthPlan, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let hasHours = max(stated.ordinary, stated.statutoryHoliday) > .zero
    let isPossible = evidence.weekNumbers.contains { week in
      evidence.days.contractMonth(week) == stated.month
        && (entry.initialSeats > 0 || week >= entry.vendor.noticeWeeks)
        && entry.vendor.maximumSeats.value > 0
    }
    let holds =
      entry.hasTerms ? !stated.isActive || isPossible : stated.isActive == hasHours
    log.check(
      holds,
      Subject(
        .vendorContract, "whether the contract runs", of: entry.id, month: stated.month,
        rule: "a contract runs in months in which its notice is over")
    ) { (.text(stated.isActive ? "it runs" : "it does not run"), .text("the opposite")) }
  }
}
