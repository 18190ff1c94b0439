internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// Billed hours of a vendor: what it gives to queues is billed, to queues that it may take alone,
/// and while a contract runs the minimum of seats is billed on ordinary days, used or not.
struct VendorHoursCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.vendors {
      for week in evidence.weekNumbers {
        for bucket in DayBucket.allCases { given(entry, week, bucket, evidence, &log) }
        minimum(entry, week, evidence, &log)
      }
    }
  }

  private func given(
    _ entry: Evidence.VendorEvidence, _ week: Int, _ bucket: DayBucket, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let start = evidence.days.weeks[week]
    let allocations = entry.plan.weeks[week].allocations.filter { $0.bucket == bucket }
    for allocation in allocations {
      log.check(
        entry.vendor.skills.contains(allocation.queue),
        Subject(
          .vendorHours, "hours for a queue \(bucket.inWords)", of: entry.id, week: start,
          rule: "a vendor takes the queues that it may take")
      ) { (.text(allocation.queue.rawValue), .text("none of the vendor's queues")) }
      log.atLeast(
        allocation.netTime.hours, 0, .hours,
        Subject(
          .vendorHours, "hours for \(allocation.queue)", of: entry.id, week: start,
          rule: "nobody gives less than nothing"))
    }
    let lost = entry.learning(week, part: evidence.days.part(week, bucket))
    let billed =
      max(0, entry.billed(week, bucket) - lost) * max(0, entry.vendor.proficiency.value)
    let net = allocations.reduce(0) { $0 + $1.netTime.hours }
    let subject = Subject(
      .vendorHours, "net hours given to queues \(bucket.inWords)", of: entry.id, week: start,
      rule: "a billed hour gives the vendor's proficiency in net hours")
    let slack = 0.01 + billed * 1e-6 + Double(allocations.count) / 3600
    log.atMost(net, billed, .hours, slack: slack, subject)
    // Hours beyond those of queues are billed for a minimum or an award, or for seats that are pinned.
    let isPinned = evidence.scenario.pins.contains { pin in
      if case .seats(entry.vendor.id, _) = pin.subject { pin.limitsBelow } else { false }
    }
    let isFree = entry.vendor.clauses?.awardedTime != nil || isPinned || entry.batch > 0
    if bucket == .statutoryHoliday || least(entry, week, evidence) <= 0 && !isFree {
      log.atLeast(net, billed, .hours, slack: slack, subject)
    }
  }

  private func minimum(
    _ entry: Evidence.VendorEvidence, _ week: Int, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    if entry.batch > 0 {
      log.atLeast(
        entry.billed(week, .ordinary),
        entry.plan.weeks[week].seats.value * entry.hoursPerSeat
          * evidence.days.part(week, .ordinary),
        .hours,
        Subject(
          .vendorHours, "billed hours of batches on ordinary days", of: entry.id,
          week: evidence.days.weeks[week],
          rule: "seats that come in batches are paid while they run"))
    }
    guard let month = evidence.days.contractMonth(week),
      entry.plan.months.first(where: { $0.month == month })?.isActive == true
    else { return }
    let hours = entry.hoursPerSeat * evidence.days.part(week, .ordinary)
    log.atLeast(
      entry.billed(week, .ordinary), least(entry, week, evidence) * hours, .hours,
      Subject(
        .vendorHours, "billed hours on ordinary days", of: entry.id,
        week: evidence.days.weeks[week],
        rule: "while a contract runs its minimum of seats is billed, used or not"))
  }

  /// The fewest seats that are paid: the minimum, or what notice and ramp allow by then.
  private func least(
    _ entry: Evidence.VendorEvidence, _ week: Int, _ evidence: Evidence
  ) -> Double {
    min(max(0, entry.vendor.minimumSeats.value), entry.reach(week))
  }
}
