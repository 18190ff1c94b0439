internal import BusinessCalendar
public import CapacityPlanning
internal import PayRules
public import Scenarios
internal import ShiftScheduling
internal import Units

extension Ledger {
  /// What is paid by the clock for a group's work of one week, a line for each queue, kind of day and
  /// rule: the net hours of the plan × hours at work for a net hour × hours in the window, or shifts,
  /// for an hour of the queue. Overtime of working days lengthens shifts that have their allowance.
  mutating func addShiftDifferentials(
    of group: StaffGroup, plan: GroupPlan.WeekPlan, week: Int, capacity: CapacityPlan,
    scenario: Scenario
  ) {
    let present = group.presentHours(forNetHourIn: capacity.weeks[week])
    for entry in capacity.clockPay ?? [] where entry.week == week {
      let net = plan.allocations.filter { $0.queue == entry.queue && $0.bucket == entry.bucket }
        .map(\.netTime).total()
      guard net > .zero, let rules = scenario.payRules(on: entry.from),
        let pay = rules.clockPay?.first(where: { $0.code == entry.code })
      else { continue }
      addPay(
        line(
          of: pay, group, rules, Quantity(net.hours * present * entry.perHour), on: entry.from,
          queue: entry.queue, scenario),
        of: group)
    }
    let lengthened = plan.overtime.filter { overtime in
      let rules = scenario.payRules(on: overtime.lawDate(inWeekFrom: capacity.weeks[week].start))
      return CostCategory(payClass: rules?.payClass(code: overtime.payClass)) == .overtime
    }.map(\.paidTime).total()
    guard lengthened > .zero else { return }
    for entry in capacity.shiftsPerHour(of: group, week: week, in: scenario) {
      addPay(
        line(
          of: entry.pay, group, entry.rules, Quantity(-lengthened.hours * entry.perHour),
          on: entry.from, queue: nil, scenario,
          rule: "overtime lengthens shifts that have their allowance"),
        of: group)
    }
  }

  /// What is paid by the clock for a shift of a group, by the law in force on the day on which it
  /// starts: for the hours of each day in the window, its unpaid breaks not, or once for the shift.
  mutating func addShiftDifferentials(
    of shift: ShiftSeats, _ group: StaffGroup, scenario: Scenario
  ) {
    guard let rules = scenario.payRules(on: shift.start.date) else { return }
    for pay in rules.clockPay ?? [] {
      let parts = shift.paidParts(in: pay)
      if case .perShift(_, let least) = pay.amount {
        let time = parts.map(\.time).total()
        guard time > .zero, time >= least else { continue }
        addPay(
          line(
            of: pay, group, rules, Quantity(Double(shift.seats)), on: shift.start.date, queue: nil,
            scenario),
          of: group)
        continue
      }
      for part in parts {
        let time = WorkTime(seconds: part.time.seconds * Int64(shift.seats))
        addPay(
          line(
            of: pay, group, rules, Quantity(time), on: part.date, queue: nil, scenario,
            times: multiplier(of: pay, on: part, rules, scenario)),
          of: group)
      }
    }
  }

  /// The multiple at which an hour itself is paid, where the rule is a share of that: on a holiday what
  /// is paid off too, and what work adds to it.
  private func multiplier(
    of pay: ClockPay, on part: PaidPart, _ rules: RulePack, _ scenario: Scenario
  ) -> Multiplier {
    guard case .shareOfHour = pay.amount else { return .single }
    let isHoliday = scenario.calendar.day(part.date).kind == .statutoryHoliday
    let payClass =
      isHoliday
      ? rules.payClass(on: .statutoryHoliday, beyondDailyHours: part.isOvertime)
      : rules.payClass(on: .workday, beyondDailyHours: part.isOvertime)
    guard payClass.kind == .onTop else { return .single }
    let isPaidOff = isHoliday && !part.isOvertime
    return isPaidOff ? Multiplier(payClass.multiplier.factor + .one) : payClass.multiplier
  }

  private func line(
    of pay: ClockPay, _ group: StaffGroup, _ rules: RulePack, _ quantity: Quantity,
    on date: LocalDate, queue: Queue.ID?, _ scenario: Scenario, times own: Multiplier = .single,
    rule: String? = nil
  ) -> LedgerLine {
    let rate = group.rate(of: pay, under: rules, in: scenario.currency)
    return LedgerLine(
      number: 0, category: .shiftDifferential, supplier: group.id.rawValue, queue: queue,
      date: date, quantity: quantity, unit: rate.unit, unitRate: rate.rate,
      multiplier: Multiplier(rate.multiplier.factor * own.factor), rule: rule ?? pay.sentence,
      source: pay.source.description, path: "pay-rules")
  }
}

extension CapacityPlan {
  /// What the quantity of a line of shift differentials of one queue comes from; `nil` for other lines.
  public func clockPay(of line: LedgerLine, in scenario: Scenario) -> ClockPayOfQueue? {
    guard line.category == .shiftDifferential, let queue = line.queue else { return nil }
    return clockPay?.first { entry in
      let rules = scenario.payRules(on: entry.from)?.clockPay ?? []
      return entry.queue == queue && entry.from == line.date
        && rules.contains { $0.code == entry.code && $0.sentence == line.rule }
    }
  }
}
