internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `Σ_{w' ≤ w} part of w' in m × extra[g,w'] ≤ take-up × cap × part of m in the horizon ×
/// ready[g,w]`: each day's share in its own calendar month, also over a year's end, and the people
/// of every week can have worked all that was worked so far.
struct OvertimePerMonthCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      guard let rules = entry.group.overtime else { continue }
      let takeUp = min(1, max(0, rules.takeUp.value))
      for month in evidence.days.months {
        guard let pack = evidence.scenario.payRules(on: month.first),
          let cap = evidence.monthlyCap(pack)
        else { continue }
        let allowance = takeUp * cap.hours * evidence.days.part(of: month)
        var worked = 0.0
        for week in evidence.weekNumbers {
          let inside = evidence.days.count(week, in: month)
          guard inside > 0 else { continue }
          let part = Double(inside) / Double(evidence.days.days[week].count)
          worked += part * countedHours(entry, week, evidence)
          log.atMost(
            worked, allowance * entry.heads[week].ready, .hours,
            Subject(
              .overtimePerMonth, "overtime of the month so far", of: entry.id,
              week: evidence.days.weeks[week], month: month,
              rule: "\(WorkTime(hours: cap.hours).hours.plain) h a calendar month for each of the "
                + "people past nesting who agree, for the month's days in the horizon"))
        }
      }
    }
  }

  /// Paid extra hours of a week that count to the month's cap.
  private func countedHours(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ evidence: Evidence
  ) -> Double {
    let kinds = evidence.extraWork(entry.group, week)
    return entry.weeks[week].overtime.reduce(0) { sum, extra in
      let ofCode = kinds.filter { $0.code == extra.payClass }
      let counts = ofCode.isEmpty || ofCode.contains(where: \.countsToMonth)
      return counts ? sum + extra.paidTime.hours : sum
    }
  }
}

extension Double {
  /// A number without a trailing `.0`.
  var plain: String {
    self == rounded() && magnitude < 1e15 ? "\(Int64(self))" : "\(self)"
  }
}
