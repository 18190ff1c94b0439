internal import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
internal import Scenarios
internal import Staffing
internal import Units

/// What the law says of kinds of employment: dispatched people among those contracted and dispatched
/// of an employer; interns among everybody of an employer and of a post; interns work no nights and no
/// extra hours. And whose contract ended, which follows from the heads.
struct EmploymentCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups { ends(entry, evidence, &log) }
    for week in evidence.weekNumbers {
      guard
        let limits = evidence.scenario.employmentLimits(on: evidence.days.weeks[week].start)
      else { continue }
      for employer in evidence.employers {
        if let limit = limits.dispatchedShare {
          share(
            of: .dispatched, limit.share.value, employer.groups.filter { $0.kind != .intern },
            others: employer.otherStaff, week,
            Subject(
              .employment, "dispatched people", of: employer.name, week: evidence.days.weeks[week],
              rule: limit.sentence), &log)
        }
        if let limit = limits.internShareOfStaff {
          share(
            of: .intern, limit.share.value, employer.groups, others: employer.otherStaff, week,
            Subject(
              .employment, "interns", of: employer.name, week: evidence.days.weeks[week],
              rule: limit.sentence), &log)
        }
      }
      guard let limit = limits.internShareOfPost else { continue }
      for team in EndStrengthCheck.teams(evidence) {
        share(
          of: .intern, limit.share.value, team, others: 0, week,
          Subject(
            .employment, "interns in a post", of: team.map(\.id).joined(separator: ", "),
            week: evidence.days.weeks[week], rule: limit.sentence), &log)
      }
    }
    interns(evidence, &log)
  }

  /// `kind ≤ share × (everybody in the groups + others)`; where those already there are more than
  /// that, nobody is added.
  private func share(
    of kind: Employment.Kind, _ share: Double, _ groups: [Evidence.GroupEvidence], others: Double,
    _ week: Int, _ subject: Subject, _ log: inout CheckLog
  ) {
    guard groups.contains(where: { $0.kind == kind }) else { return }
    func excess(_ heads: (HeadFlow.WeekHeads) -> Double) -> Double {
      groups.reduce(-share * others) { sum, entry in
        sum + (entry.kind == kind ? 1 - share : -share) * heads(entry.heads[week])
      }
    }
    let counted = groups.filter { $0.kind == kind }.reduce(0) { $0 + $1.heads[week].all }
    let allowed = max(0, excess { $0.there.all })
    log.atMost(counted, counted - excess { $0.all } + allowed, .heads, slack: 1e-5, subject)
  }

  private func ends(
    _ entry: Evidence.GroupEvidence, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    for week in evidence.weekNumbers {
      let stated = entry.measures(week).contractsEnded
      let ended = entry.heads[week].ended
      guard stated != nil || ended > 0 else { continue }
      log.same(
        stated?.value ?? 0, as: ended, .heads, slack: 2e-6 + ended.magnitude * 1e-9,
        Subject(
          .employment, "contracts that ended", of: entry.id, week: evidence.days.weeks[week],
          rule: "people whose contract ran out with the week before, but for those who left by "
            + "themselves"))
    }
  }

  private func interns(_ evidence: Evidence, _ log: inout CheckLog) {
    let interns = evidence.groups.filter { $0.kind == .intern }
    guard !interns.isEmpty else { return }
    let law = evidence.scenario.employmentLimits(on: evidence.scenario.horizon.start)
    for entry in interns {
      for week in evidence.weekNumbers {
        log.whole(
          entry.weeks[week].overtime.count, .same, 0, unit: "pay class",
          Subject(
            .employment, "extra work of interns", of: entry.id, week: evidence.days.weeks[week],
            rule: "interns work no overtime, rest days or holidays"))
      }
    }
    guard let night = law?.internNight else { return }
    for queue in evidence.scenario.queues {
      for week in evidence.weekNumbers {
        for bucket in DayBucket.allCases {
          let given = interns.flatMap { $0.weeks[week].allocations }
            .filter { $0.queue == queue.id && $0.bucket == bucket }
            .reduce(0) { $0 + $1.netTime.hours }
          guard given > 0 else { continue }
          let byDay = byDay(queue.id, week, bucket, night, evidence)
          // Without work at night, work that waits over a week's end may be theirs too.
          guard byDay < evidence.required(queue.id, week, bucket) - 1e-9 else { continue }
          log.atMost(
            given, byDay, .hours,
            Subject(
              .employment, "net hours of interns \(bucket.inWords)", of: queue.id.rawValue,
              week: evidence.days.weeks[week], rule: night.sentence))
        }
      }
    }
  }

  /// Net hours that a queue needs outside the night.
  private func byDay(
    _ queue: Queue.ID, _ week: Int, _ bucket: DayBucket, _ night: EmploymentLimits.Night,
    _ evidence: Evidence
  ) -> Double {
    let grid = evidence.requirement.grid
    let starts = evidence.starts
    let positions = evidence.requirement[queue]?.positions ?? []
    let slotHours = Double(grid.slotLength.minutes) / 60
    var hours = 0.0
    for day in evidence.days.days[week] where day.isHoliday == (bucket == .statutoryHoliday) {
      for slot in grid.slotIndices(of: day.date) where positions.indices.contains(slot) {
        let start = starts[slot]
        guard start >= night.until, start < night.from else { continue }
        hours += min(1e9, max(0, positions[slot].value)) * slotHours
      }
    }
    return hours
  }
}

extension Evidence.GroupEvidence {
  /// The kind of employment.
  var kind: Employment.Kind { group.employmentKind }
}
