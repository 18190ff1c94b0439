internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// Seats of a vendor: none added before the notice is over, then at most the ramp a week from the
/// week before, with the minimum at once when a contract starts; never more than the most; and
/// enough for the hours that are billed.
struct VendorSeatsCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.vendors {
      var before = entry.initialSeats
      for week in evidence.weekNumbers {
        run(entry, week, before: before, evidence, &log)
        before = entry.plan.weeks[week].seats.value
      }
    }
  }

  private func run(
    _ entry: Evidence.VendorEvidence, _ week: Int, before: Double, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let vendor = entry.vendor
    let stated = entry.plan.weeks[week]
    let seats = stated.seats.value
    func subject(_ what: String, _ rule: String) -> Subject {
      Subject(.vendorSeats, what, of: entry.id, week: evidence.days.weeks[week], rule: rule)
    }
    log.same(
      stated.added.value, as: max(0, seats - before), .seats,
      subject("seats added", "seats less those of the week before"))
    log.atLeast(seats, 0, .seats, subject("seats", "there are no fewer than none"))
    log.atMost(
      seats, max(0, vendor.maximumSeats.value), .seats,
      subject("seats", "a vendor has at most its maximum of seats"))
    if entry.batch > 0 {
      log.same(
        seats, as: (seats / entry.batch).rounded() * entry.batch, .seats,
        subject("seats", "they come in batches of \(Int(entry.batch))"))
    }
    let ramp = max(0, vendor.rampPerWeek.value)
    if week < vendor.noticeWeeks {
      log.atMost(
        seats, before, .seats,
        subject("seats", "no seat is added before \(vendor.noticeWeeks) weeks of notice"))
    } else if starts(entry, week, before: before, evidence) {
      let least = entry.batchesOver(vendor.minimumSeats.value)
      let first = max(ramp, min(least, vendor.maximumSeats.value))
      log.atMost(
        seats, before + first, .seats,
        subject("seats", "a contract starts with its minimum or a week's ramp"))
    } else {
      log.atMost(
        seats, before + ramp, .seats,
        subject("seats", "at most the ramp is added to the seats of the week before"))
    }
    for bucket in DayBucket.allCases {
      let hours = entry.hoursPerSeat * evidence.days.part(week, bucket)
      log.atMost(
        entry.billed(week, bucket), hours * seats, .hours,
        subject("billed hours \(bucket.inWords)", "seats × hours of a seat × part of such days"))
    }
  }

  /// Whether a contract can start in a week: its month runs, the month before did not, and it is
  /// the month's first week after the notice.
  private func starts(
    _ entry: Evidence.VendorEvidence, _ week: Int, before: Double, _ evidence: Evidence
  ) -> Bool {
    guard entry.hasTerms, let month = evidence.days.contractMonth(week) else { return false }
    let isFirst = !evidence.weekNumbers.contains {
      $0 < week && $0 >= entry.vendor.noticeWeeks && evidence.days.contractMonth($0) == month
    }
    let runs = { (month: YearMonth) in
      entry.plan.months.first { $0.month == month }?.isActive ?? false
    }
    guard isFirst, runs(month), !runs(month.previous) else { return false }
    return before == 0 || month != evidence.days.months.first
  }
}
