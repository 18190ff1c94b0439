internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `Σ_q work[g,q,w,b] ≤ regular + extra net hours`, to queues of the group's skills, and to learnt
/// ones at the speed there; regular hours of those who have a seat, less leave, time off and the weeks
/// of training; extra hours net of shrinkage and what is lost by tiredness.
struct HoursCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    let crowded = SeatsCheck.crowdedSites(evidence)
    for entry in evidence.groups {
      for week in evidence.weekNumbers {
        let isCrowded = entry.group.site.map { crowded[$0]?[week] ?? false } ?? false
        regular(entry, week, isCrowded, evidence, &log)
        net(entry, week, evidence, &log)
        for bucket in DayBucket.allCases { given(entry, week, bucket, evidence, &log) }
      }
    }
  }

  private func regular(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ isCrowded: Bool, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let hours = evidence.regularHours(entry.group, week, .ordinary)
    let stated = entry.weeks[week].regularNetTime.hours
    let heads = entry.heads[week]
    let subject = Subject(
      .hours, "regular net hours", of: entry.id, week: evidence.days.weeks[week],
      rule: "effective heads × contract hours × ordinary days × (1 − shrinkage) × efficiency, less "
        + "leave, time off and training")
    let away = evidence.hoursAway(entry, week)
    guard isCrowded else {
      log.same(stated, as: max(0, hours * heads.effective - away), .hours, subject)
      return
    }
    log.atMost(stated, max(0, hours * heads.effective - away), .hours, subject)
    let least = hours * (heads.hired.effective + heads.moved.effective) - away
    log.atLeast(stated, max(0, least), .hours, subject)
  }

  /// Net hours of extra work, by pay class.
  private func net(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    let kinds = evidence.extraWork(entry.group, week)
    for extra in entry.weeks[week].overtime {
      let shares = kinds.filter { $0.has(extra) }.map(\.net)
      let subject = Subject(
        .hours, "net hours of \(extra.payClass)", of: entry.id, week: evidence.days.weeks[week],
        rule: "paid hours × (1 − shrinkage) × efficiency, overtime also × its productivity")
      let lost = evidence.lostToFatigue(entry.group, week)
      let least = max(0, (shares.min() ?? 0) - lost)
      log.atLeast(extra.netTime.hours, extra.paidTime.hours * least, .hours, subject)
      log.atMost(extra.netTime.hours, extra.paidTime.hours * (shares.max() ?? 0), .hours, subject)
    }
  }

  private func given(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ bucket: DayBucket, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let start = evidence.days.weeks[week]
    let allocations = entry.weeks[week].allocations.filter { $0.bucket == bucket }
    for allocation in allocations {
      log.check(
        entry.group.skills.contains(allocation.queue)
          || evidence.speedOfLearnt(allocation.queue, entry.group) != nil,
        Subject(
          .hours, "hours for a queue \(bucket.inWords)", of: entry.id, week: start,
          rule: "people work the queues of their skills, and those they have learnt")
      ) { (.text(allocation.queue.rawValue), .text("none of the group's skills")) }
      log.atLeast(
        allocation.netTime.hours, 0, .hours,
        Subject(
          .hours, "hours for \(allocation.queue)", of: entry.id, week: start,
          rule: "nobody gives less than nothing"))
    }
    let kinds = evidence.extraWork(entry.group, week)
    let extra = entry.weeks[week].overtime.filter { overtime in
      kinds.contains { $0.has(overtime) && $0.bucket == bucket }
    }
    let regular =
      bucket == .ordinary
      ? entry.weeks[week].regularNetTime.hours
      : evidence.regularHours(entry.group, week, bucket)
        * (entry.heads[week].effective - evidence.inTraining(entry, week))
    log.atMost(
      allocations.reduce(0) { sum, given in
        sum + given.netTime.hours / (evidence.speedOfLearnt(given.queue, entry.group) ?? 1)
      },
      regular + extra.reduce(0) { $0 + $1.netTime.hours }, .hours,
      slack: 0.01 + regular * 1e-6 + Double(allocations.count + extra.count) / 3600,
      Subject(
        .hours, "net hours given to queues \(bucket.inWords)", of: entry.id, week: start,
        rule: "nobody gives more than regular hours and extra work"))
  }
}
