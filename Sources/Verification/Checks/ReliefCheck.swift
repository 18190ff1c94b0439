internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Staffing
internal import Units

/// The rarer rules: work that waits over a week's end, seats beyond a site's own, the busiest hours.
struct ReliefCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    if let rule = evidence.scenario.policy.peakHours {
      BusiestHours(evidence, rule).run(&log)
    } else {
      log.whole(
        evidence.plan.relief?.peaks.count ?? 0, .same, 0, unit: "entry",
        Subject(
          .cover, "busiest hours", rule: "a scenario that does not ask for them has none"))
    }
    guard let relief = evidence.plan.relief else { return }
    for entry in relief.carried { carried(entry, evidence, &log) }
    for entry in relief.extraSeats {
      let most = evidence.scenario.sites.first { $0.id == entry.site }?.overflow?.seats ?? 0
      log.atMost(
        entry.seats.value, Double(most), .seats,
        Subject(
          .seats, "seats beyond the site's own", of: entry.site.rawValue,
          week: evidence.days.weeks[entry.week], rule: "no more than the site can get"))
    }
    if let rule = evidence.scenario.policy.peakHours {
      for week in evidence.weekNumbers { peaks(week, rule, relief, evidence, &log) }
    }
  }

  /// What waits came within the promise, and waits for ordinary days of the week after.
  private func carried(
    _ entry: PlanRelief.CarriedWork, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    let isAllowed = evidence.scenario.policy.carriedQueues?.contains(entry.queue) ?? false
    var most = 0.0
    if isAllowed, case .done(let promise)? = evidence.scenario.queue(entry.queue)?.target {
      var weeks = Double(promise.components.seconds) / 604_800
      var week = entry.week
      while weeks > 0, week >= 0 {
        most += min(1, weeks) * evidence.required(entry.queue, week)
        weeks -= 1
        week -= 1
      }
      let isLast = !evidence.weekNumbers.contains(entry.week + 1)
      if isLast || evidence.required(entry.queue, entry.week + 1, .ordinary) <= 0 { most = 0 }
    }
    log.atMost(
      entry.netTime.hours, most, .hours,
      Subject(
        .cover, "net hours that wait over the week's end", of: entry.queue.rawValue,
        week: evidence.days.weeks[entry.week],
        rule: "no more waits than what came within the promise"))
  }

  /// Who is there in the busiest hours, and that what nobody covers is missing in the week or in them.
  private func peaks(
    _ week: Int, _ rule: PeakHours, _ relief: PlanRelief, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let peaks = relief.peaks.filter { $0.week == week }
    let start = evidence.days.weeks[week]
    for peak in peaks {
      let needed = ReliefCheck.positions(peak, evidence)
      log.same(
        peak.required.value, as: needed, .heads, slack: 1e-6 + needed * 1e-6,
        Subject(
          .cover, "positions of the busiest hours", of: peak.queue.rawValue, week: start,
          rule: "the mean of the queue's positions in them"))
      let short =
        evidence.plan.shortages.first {
          $0.queue == peak.queue && $0.week == week && $0.bucket == .ordinary
        }?.netTime.hours ?? 0
      let given = (peak.ownPositions.value + peak.vendorPositions.value) * peak.length.hours
      log.atLeast(
        peak.missing.hours + short + given, needed * peak.length.hours, .hours,
        Subject(
          .cover, "net hours of the busiest hours", of: peak.queue.rawValue, week: start,
          rule: "filled, missing in them, or missing in the week"))
    }
    // Nobody fills more than all who can be there, in any of the week's stretches.
    let own = evidence.groups.reduce(0) { sum, entry in
      sum + rule.attendance.value
        * evidence.netShare(entry.group, week) * entry.heads[week].effective
    }
    let vendors = evidence.vendors.reduce(0) { sum, entry in
      let show = entry.vendor.clauses?.slots?.showRate.value ?? 1
      return sum + rule.attendance.value * show * max(0, entry.vendor.proficiency.value)
        * entry.plan.weeks[week].seats.value
    }
    for (day, stretch) in Dictionary(grouping: peaks, by: { "\($0.date) \($0.start)" })
      .sorted(by: { $0.key < $1.key })
    {
      for (what, filled, most) in [
        ("of our own people", stretch.reduce(0) { $0 + $1.ownPositions.value }, own),
        ("of vendors", stretch.reduce(0) { $0 + $1.vendorPositions.value }, vendors),
      ] {
        log.atMost(
          filled, most, .heads, slack: 0.001 + most * 1e-6,
          Subject(
            .hours, "positions \(what) in the busiest hours from \(day)", week: start,
            rule: "no more than those who can be at work in them"))
      }
    }
  }

  private static func positions(
    _ peak: PlanRelief.PeakWindow, _ evidence: Evidence
  ) -> Double {
    let grid = evidence.requirement.grid
    let positions = evidence.requirement[peak.queue]?.positions ?? []
    let minutes = Int(peak.length.seconds / 60)
    let count = max(1, minutes / max(1, grid.slotLength.minutes))
    guard
      let first = grid.slotIndices(of: peak.date).first(where: {
        grid.slot(at: $0)?.start == peak.start
      })
    else { return -1 }
    let slots = (first..<(first + count)).clamped(to: positions.indices)
    return slots.reduce(0) { $0 + min(1e9, max(0, positions[$1].value)) } / Double(count)
  }
}
