internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import PayRules
internal import Scenarios
internal import Units

// What is paid or saved beside pay and extra hours.
extension CategoryCheck {
  /// Ends of contracts, redundancies, leave that is paid, time off, training for other queues and
  /// groups; what is pay has the employer's contributions.
  func addMeasures(
    _ entry: Evidence.GroupEvidence, _ evidence: Evidence, to sums: inout [CostCategory: Double]
  ) {
    let group = entry.group
    let rules = group.rules
    let perEnd = Double(rules?.employment?.endingCost.minorUnits ?? 0)
    let perRelease = Double(rules?.redundancy?.cost.minorUnits ?? 0)
    for week in evidence.weekNumbers {
      let measures = entry.measures(week)
      sums[.contractEnds, default: 0] += entry.heads[week].ended * perEnd
      sums[.redundancy, default: 0] += entry.moves[week].released * perRelease
      for learner in measures.learners ?? [] {
        let cost = rules?.crossTraining?.first { $0.queue == learner.queue }?.cost
        sums[.crossTraining, default: 0] += learner.started.value * Double(cost?.minorUnits ?? 0)
      }
      for mover in measures.movers ?? [] {
        let cost = rules?.transfers?.first { $0.group == mover.group }?.cost
        sums[.transfers, default: 0] += mover.started.value * Double(cost?.minorUnits ?? 0)
      }
      let packs = evidence.days.weeks[week].days.map { evidence.scenario.payRules(on: $0) }
      let atEnd = hourlyPay(group, packs.last ?? nil)
      let mean = packs.reduce(0) { $0 + hourlyPay(group, $1) } / Double(max(1, packs.count))
      let restDay = (packs.last ?? nil)?.payClass(on: .restDay, beyondDailyHours: false).multiplier
        .doubleValue
      let times: [(CostCategory, WorkTime?, Double)] = [
        (.unusedLeave, measures.unusedLeave, max(0, rules?.leave?.unusedPay.value ?? 0)),
        (.undertime, measures.undertime, min(1, max(0, rules?.undertime?.paid.value ?? 1)) - 1),
        (.restDayWork, measures.timeOwed, restDay ?? 1),
      ]
      for (category, time, factor) in times {
        guard let time else { continue }
        let amount = time.hours * factor * (category == .undertime ? mean : atEnd)
        sums[category, default: 0] += amount
        sums[.contributions, default: 0] += amount * group.employerOnCost.value
      }
    }
  }

  /// The plain pay of an hour, in minor units.
  func hourlyPay(_ group: StaffGroup, _ pack: RulePack?) -> Double {
    switch group.wage {
    case .hourly(let rate): return rate.approximateMinorUnits
    case .monthly(let salary):
      let hours =
        pack.map { $0.paidDaysPerMonth.doubleValue * $0.dailyHours.hours }
        ?? group.contractHours.hours * 52 / 12
      return hours > 0 ? Double(salary.minorUnits) / hours : 0
    }
  }
}
