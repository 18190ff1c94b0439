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
        // Each day of the month in the horizon brings its part of the cap in force on it.
        var limited: [LocalDate] = []
        var hours = 0.0
        for day in evidence.days.days.joined() where YearMonth(of: day.date) == month {
          guard let pack = evidence.scenario.payRules(on: day.date),
            let cap = evidence.monthlyCap(pack)
          else { continue }
          limited.append(day.date)
          hours += cap.hours / Double(month.dayCount)
        }
        guard let first = limited.first, let pack = evidence.scenario.payRules(on: first),
          let cap = evidence.monthlyCap(pack)
        else { continue }
        let allowance = takeUp * hours
        var worked = 0.0
        for week in evidence.weekNumbers {
          let inside = evidence.days.count(week, in: month)
          guard inside > 0 else { continue }
          worked += countedHours(entry, week, in: month, evidence)
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

  /// Paid extra hours of a week that count to the month's cap, by the days they may be worked on.
  private func countedHours(
    _ entry: Evidence.GroupEvidence, _ week: Int, in month: YearMonth, _ evidence: Evidence
  ) -> Double {
    let kinds = evidence.extraWork(entry.group, week)
    let all = evidence.days.days[week].map(\.date)
    return entry.weeks[week].overtime.reduce(0) { sum, extra in
      let ofCode = kinds.filter { $0.has(extra) }
      guard ofCode.isEmpty || ofCode.contains(where: \.countsToMonth) else { return sum }
      let span = ofCode.first?.days ?? all
      let days = all.filter { span.contains($0) }
      let inside = days.count { YearMonth(of: $0) == month }
      return sum + extra.paidTime.hours * Double(inside) / Double(max(1, days.count))
    }
  }
}

extension Double {
  /// A number without a trailing `.0`.
  var plain: String {
    self == rounded() && magnitude < 1e15 ? "\(Int64(self))" : "\(self)"
  }
}
