internal import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
internal import Scenarios
internal import Staffing
internal import Units

/// `Σ_g seats of a head × (heads past training − those without a seat) ≤ seats of the site`, at the
/// busiest time of a week and in each part of the day that the site counts by itself. Only people who
/// were there when the plan started may be without one.
struct SeatsCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for site in evidence.scenario.sites {
      let here = evidence.groups.filter { $0.group.site == site.id }
      for week in evidence.weekNumbers {
        var taken = 0.0
        for entry in here {
          let heads = entry.heads[week]
          let without = missing(entry, week, evidence)
          log.atMost(
            without, heads.there.onContacts, .heads,
            slack: 1e-3,
            Subject(
              .seats, "people without a seat", of: entry.id, week: evidence.days.weeks[week],
              rule: "only people already there can be without a seat"))
          let perHead = SeatsCheck.seatsPerHead(entry.group, site.id, week, evidence)
          taken += perHead * (heads.onContacts - without)
        }
        log.atMost(
          taken, Double(max(0, site.seats)) + extra(site.id, week, evidence), .seats,
          slack: 0.01 + Double(site.seats) * 1e-6,
          Subject(
            .seats, "seats taken at the busiest time", of: site.id.rawValue,
            week: evidence.days.weeks[week],
            rule: "people past training take at most the seats of their site"))
        for part in site.dayParts ?? [] { inPart(part, site, here, week, evidence, &log) }
      }
    }
  }

  /// Seats taken in a part of the day, in a week that has one of its days.
  private func inPart(
    _ part: DayPart, _ site: Site, _ here: [Evidence.GroupEvidence], _ week: Int,
    _ evidence: Evidence, _ log: inout CheckLog
  ) {
    let days = evidence.days.days[week].map(\.date).filter { part.counts(on: $0) }
    guard !days.isEmpty else { return }
    let taken = here.reduce(0) { sum, entry in
      let people = entry.heads[week].onContacts - missing(entry, week, evidence)
      return sum + SeatsCheck.seatsPerHead(entry.group, part, days, site.id, week, evidence)
        * people
    }
    let seats = Double(max(0, part.seats ?? site.seats))
    log.atMost(
      taken, seats + extra(site.id, week, evidence), .seats, slack: 0.01 + seats * 1e-6,
      Subject(
        .seats, "seats taken from \(part.from) to \(part.until)", of: site.id.rawValue,
        week: evidence.days.weeks[week],
        rule:
          "people past training who are called in take at most the seats of that part of the day"
      ))
  }

  private func extra(_ site: Site.ID, _ week: Int, _ evidence: Evidence) -> Double {
    evidence.plan.relief?.extraSeats.first { $0.site == site && $0.week == week }?.seats.value ?? 0
  }

  /// Those without a seat; anybody may be in a week without regular hours, which cannot tell.
  private func missing(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ evidence: Evidence
  ) -> Double {
    let there = entry.heads[week].there
    guard evidence.regularHours(entry.group, week, .ordinary) > 0, there.effective > 0 else {
      return there.onContacts
    }
    return max(0, evidence.unseated(entry, week))
  }

  /// The weeks in which the people already there need more seats than their site has.
  static func crowdedSites(_ evidence: Evidence) -> [Site.ID: [Bool]] {
    Dictionary(
      evidence.scenario.sites.map { site in
        let here = evidence.groups.filter { $0.group.site == site.id }
        let crowded = evidence.weekNumbers.map { week in
          func need(_ perHead: (StaffGroup) -> Double) -> Double {
            here.reduce(0) { $0 + perHead($1.group) * $1.heads[week].there.onContacts }
          }
          let ofWeek = need { seatsPerHead($0, site.id, week, evidence) }
          if ofWeek > Double(max(0, site.seats)) - 1e-6 { return true }
          return (site.dayParts ?? []).contains { part in
            let days = evidence.days.days[week].map(\.date).filter { part.counts(on: $0) }
            guard !days.isEmpty else { return false }
            let inPart = need { seatsPerHead($0, part, days, site.id, week, evidence) }
            return inPart > Double(max(0, part.seats ?? site.seats)) - 1e-6
          }
        }
        return (site.id, crowded)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The hours of a normal day, each of the week's days under its own law.
  private static func dailyHours(_ week: Int, _ evidence: Evidence) -> Double {
    let days = evidence.days.weeks[week].days.map {
      evidence.scenario.payRules(on: $0)?.dailyHours.hours ?? 8
    }
    return days.reduce(0, +) / Double(max(1, days.count))
  }

  /// Part of the week's days at work × part of them in the office × part of a day's people who are
  /// there in its busiest interval.
  private static func seatsPerHead(
    _ group: StaffGroup, _ site: Site.ID, _ week: Int, _ evidence: Evidence
  ) -> Double {
    let daily = dailyHours(week, evidence)
    guard daily > 0 else { return 1 }
    let atWork = min(1, max(0, group.contractHours.hours) / daily / 7)
    let outOfOffice = evidence.shrinkage(group, week).outOfOffice.value
    let inOffice = min(1, max(0, 1 - outOfOffice))
    return atWork * inOffice * overlap(site, week, daily: daily, evidence)
  }

  /// The same in a part of the day: those who are called in × the part of them in the office. Called
  /// in are, where the scenario does not say it, the part of the week's days at work × daily hours ×
  /// busiest positions of the part ÷ the day's hours, at most 1, of the day with the most of it.
  private static func seatsPerHead(
    _ group: StaffGroup, _ part: DayPart, _ days: [LocalDate], _ site: Site.ID, _ week: Int,
    _ evidence: Evidence
  ) -> Double {
    let daily = dailyHours(week, evidence)
    guard daily > 0 else { return 1 }
    let outOfOffice = evidence.shrinkage(group, week).outOfOffice.value
    let inOffice = min(1, max(0, 1 - outOfOffice))
    if let present = part.present { return min(1, max(0, present.value)) * inOffice }
    let positions = positions(at: site, evidence)
    let grid = evidence.requirement.grid
    let starts = evidence.starts
    let slotHours = Double(grid.slotLength.minutes) / 60
    let most = days.map { day -> Double in
      var (work, peak) = (0.0, 0.0)
      for slot in grid.slotIndices(of: day) {
        let sum = positions(slot)
        work += sum * slotHours
        let isIn = starts[slot] >= part.from && starts[slot] < part.until
        if isIn { peak = max(peak, sum) }
      }
      return work > 0 ? min(1, daily * peak / work) : 0
    }.max()
    return min(1, max(0, group.contractHours.hours) / daily / 7) * inOffice * (most ?? 0)
  }

  /// Positions of an interval of all queues that people at a site can work.
  private static func positions(at site: Site.ID, _ evidence: Evidence) -> (Int) -> Double {
    let skills = evidence.groups.filter { $0.group.site == site }.flatMap(\.group.skills)
    let queues = evidence.scenario.queues.map(\.id).filter(skills.contains)
    let positions = queues.compactMap { evidence.requirement[$0]?.positions }
    return { slot in
      positions.reduce(0) { sum, queue in
        sum + (queue.indices.contains(slot) ? min(1e9, max(0, queue[slot].value)) : 0)
      }
    }
  }

  /// The part of a day's people who are there in its busiest interval, on the week's day with the
  /// most work: daily hours × busiest positions ÷ the day's hours, at most 1. Of days with the same
  /// work the one with the lowest peak.
  private static func overlap(
    _ site: Site.ID, _ week: Int, daily: Double, _ evidence: Evidence
  ) -> Double {
    let positions = positions(at: site, evidence)
    let grid = evidence.requirement.grid
    let slotHours = Double(grid.slotLength.minutes) / 60
    let byDay = evidence.days.days[week].map { day -> (work: Double, peak: Double) in
      var (work, peak) = (0.0, 0.0)
      for slot in grid.slotIndices(of: day.date) {
        let sum = positions(slot)
        work += sum * slotHours
        peak = max(peak, sum)
      }
      return (work, peak)
    }
    let most = byDay.map(\.work).max() ?? 0
    guard most > 0 else { return 1 }
    let peak = byDay.filter { $0.work >= most * (1 - 1e-9) }.map(\.peak).min() ?? 0
    return min(1, daily * peak / most)
  }
}
