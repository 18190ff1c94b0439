internal import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
internal import Scenarios
internal import Staffing
internal import Units

/// `Σ_g seats of a head × (heads past training − those without a seat) ≤ seats of the site`. Only
/// people who were there when the plan started may be without one.
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
      }
    }
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
          let need = here.reduce(0) {
            $0 + seatsPerHead($1.group, site.id, week, evidence) * $1.heads[week].there.onContacts
          }
          return need > Double(max(0, site.seats)) - 1e-6
        }
        return (site.id, crowded)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Part of the week's days at work × part of them in the office × part of a day's people who are
  /// there in its busiest interval.
  private static func seatsPerHead(
    _ group: StaffGroup, _ site: Site.ID, _ week: Int, _ evidence: Evidence
  ) -> Double {
    let pack = evidence.scenario.payRules(on: evidence.days.weeks[week].start)
    let daily = pack?.dailyHours.hours ?? 8
    guard daily > 0 else { return 1 }
    let atWork = min(1, max(0, group.contractHours.hours) / daily / 7)
    let inOffice = min(1, max(0, 1 - group.shrinkage.outOfOffice.value))
    return atWork * inOffice * overlap(site, week, daily: daily, evidence)
  }

  /// The part of a day's people who are there in its busiest interval, on the week's day with the
  /// most work: daily hours × busiest positions ÷ the day's hours, at most 1. Of days with the same
  /// work the one with the lowest peak.
  private static func overlap(
    _ site: Site.ID, _ week: Int, daily: Double, _ evidence: Evidence
  ) -> Double {
    let skills = evidence.groups.filter { $0.group.site == site }.flatMap(\.group.skills)
    let queues = evidence.scenario.queues.map(\.id).filter(skills.contains)
    let positions = queues.compactMap { evidence.requirement[$0]?.positions }
    let grid = evidence.requirement.grid
    let slotHours = Double(grid.slotLength.minutes) / 60
    let byDay = evidence.days.days[week].map { day -> (work: Double, peak: Double) in
      var (work, peak) = (0.0, 0.0)
      for slot in grid.slotIndices(of: day.date) {
        let sum = positions.reduce(0) { sum, queue in
          sum + (queue.indices.contains(slot) ? min(1e9, max(0, queue[slot].value)) : 0)
        }
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
