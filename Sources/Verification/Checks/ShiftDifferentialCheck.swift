internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import PayRules
internal import Scenarios
internal import Staffing
internal import Units

/// What a plan says that a queue's work brings of pay by the clock, against the required hours of each
/// interval and the law of its day.
struct ShiftDifferentialCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    let stated = evidence.plan.clockPay ?? []
    for week in evidence.weekNumbers {
      for queue in evidence.scenario.queues {
        for bucket in DayBucket.allCases {
          let recomputed = evidence.clockUnits(queue, week, bucket)
          let own = stated.filter {
            $0.queue == queue.id && $0.week == week && $0.bucket == bucket
          }
          let codes = Set(own.map(\.code) + recomputed.map(\.pay.code))
          for code in codes.sorted() {
            let told = own.filter { $0.code == code }.reduce(0) { $0 + $1.perHour }
            let found = recomputed.filter { $0.pay.code == code }.reduce(0) { $0 + $1.perHour }
            log.check(
              (told - found).magnitude <= 1e-9 * max(1, found),
              Subject(
                .ledger, "\(code) of \(queue.id) on \(bucket.rawValue) days",
                week: evidence.days.weeks[week],
                rule: "required hours in the window, or shifts for them, ÷ required hours")
            ) { (.text("\(told)"), .text("\(found)")) }
          }
        }
      }
    }
  }
}

extension Evidence {
  /// The part of an interval that lies in a window, which is one stretch of the day or two.
  private func part(of start: LocalTime, _ minutes: Int, in pay: ClockPay) -> Double {
    let (from, until) = (pay.from.minutes, pay.until.minutes)
    let stretches = from < until ? [(from, until)] : [(0, until), (from, 1440)]
    let (first, last) = (start.minutes, start.minutes + minutes)
    let inside = stretches.reduce(0) { $0 + max(0, min(last, $1.1) - max(first, $1.0)) }
    return Double(inside) / Double(minutes)
  }

  /// Hours in a window, or shifts, for an hour of a queue, of one day's law.
  struct ClockUnits {
    let pay: ClockPay
    let rules: RulePack
    let perHour: Double
  }

  /// What an hour of a queue brings in a week on one kind of day, a day and rule after the other.
  func clockUnits(_ queue: Queue, _ week: Int, _ bucket: DayBucket) -> [ClockUnits] {
    let all = days.days[week].filter { $0.isHoliday == (bucket == .statutoryHoliday) }
    guard let positions = requirement[queue.id]?.positions,
      all.contains(where: { scenario.payRules(on: $0.date)?.clockPay != nil })
    else { return [] }
    let grid = requirement.grid
    let length = Double(grid.slotLength.minutes) / 60
    func needed(_ date: LocalDate) -> [(time: LocalTime, hours: Double)] {
      grid.slotIndices(of: date).compactMap { slot in
        guard positions.indices.contains(slot), let start = grid.slot(at: slot)?.start else {
          return nil
        }
        return (start, max(0, positions[slot].value) * length)
      }
    }
    let whole = all.flatMap { needed($0.date) }.reduce(0) { $0 + $1.hours }
    guard whole > 0 else { return [] }
    return all.flatMap { day -> [ClockUnits] in
      guard let rules = scenario.payRules(on: day.date) else { return [] }
      let slots = needed(day.date)
      return (rules.clockPay ?? []).map { pay in
        let inside = slots.map { slot in
          (slot.hours, part(of: slot.time, Int(grid.slotLength.minutes), in: pay))
        }
        var units = inside.reduce(0) { $0 + $1.0 * $1.1 }
        if case .perShift(_, let least) = pay.amount {
          let open = inside.reduce(0) { $0 + ($1.0 > 0 ? $1.1 * length : 0) }
          let shift = min(open, rules.dailyHours.hours)
          units = shift >= least.hours && shift > 0 ? units / shift : 0
        }
        return ClockUnits(pay: pay, rules: rules, perHour: units / whole)
      }
    }
  }
}

extension CategoryCheck {
  /// What a group's hours of a week cost by the clock, in minor units.
  func shiftDifferentials(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ evidence: Evidence
  ) -> Double {
    let off = evidence.shrinkage(entry.group, week).outOfOffice.value
    let net = evidence.netShare(entry.group, week)
    guard net > 0 else { return 0 }
    let major = Double(evidence.scenario.currency.minorUnitsPerMajor)
    let saved = allowancesSaved(entry, week, evidence) * major
    return -saved
      + entry.weeks[week].allocations.reduce(0) { sum, allocation in
        guard let queue = evidence.scenario.queue(allocation.queue) else { return sum }
        return evidence.clockUnits(queue, week, allocation.bucket).reduce(sum) { sum, unit in
          let each: Double
          switch unit.pay.amount {
          case .shareOfRate(let share), .shareOfHour(let share):
            each = share.doubleValue * hourlyPay(entry.group, unit.rules)
          case .perHour(let amount), .perShift(let amount, _): each = amount.doubleValue * major
          }
          return sum + allocation.netTime.hours * (1 - off) / net * unit.perHour * each
        }
      }
  }

  /// The allowances that hours of overtime on working days bring none of, since they lengthen shifts:
  /// of the group's queues, each as much as it needs, in major units.
  private func allowancesSaved(
    _ entry: Evidence.GroupEvidence, _ week: Int, _ evidence: Evidence
  ) -> Double {
    let start = evidence.days.weeks[week].start
    let longer = entry.weeks[week].overtime.filter { extra in
      let rules = evidence.scenario.payRules(on: extra.from ?? start)
      let day = rules?.classes.first { $0.code == extra.payClass }?.condition.dayTypes
      return day != [.restDay] && day != [.statutoryHoliday]
    }.reduce(0) { $0 + $1.paidTime.hours }
    guard longer > 0 else { return 0 }
    var (needed, paid) = (0.0, 0.0)
    for queue in evidence.scenario.queues where entry.group.skills.contains(queue.id) {
      let hours =
        evidence.plan.requirement.first { $0.queue == queue.id }?.ordinary[week].hours ?? 0
      needed += hours
      for unit in evidence.clockUnits(queue, week, .ordinary) {
        if case .perShift(let amount, _) = unit.pay.amount {
          paid += hours * unit.perHour * amount.doubleValue
        }
      }
    }
    return needed > 0 ? longer * paid / needed : 0
  }
}
