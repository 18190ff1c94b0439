internal import BusinessCalendar
internal import Units

extension PayCount {
  /// Checks the caps of a day.
  mutating func endDay() {
    guard currentShift >= 0, let system = systems[currentSystem], !system.caps.isEmpty else {
      return
    }
    defer { for place in day.indices { day[place] = 0 } }
    for cap in system.caps where cap.rule.measure == .day {
      let found = cap.lines.reduce(0) { $0 + day[$1] }
      guard cap.isBroken(by: found) else { continue }
      note(
        cap, found: PayTick.quantity(found), date: shifts[currentShift].shift.start.date,
        month: nil)
    }
  }

  /// Checks the caps of a month.
  mutating func endMonth() {
    defer {
      for place in month.indices { month[place] = 0 }
      monthSystems = []
    }
    let inMonth = monthSystems.compactMap { systems[$0] }
    for system in PayCount.laws(of: inMonth.isEmpty ? systems.compactMap(\.self) : inMonth) {
      checkMonth(of: system)
    }
  }

  private mutating func checkMonth(of system: CompiledSystem) {
    // Two versions of a law have lines of their own; hours of both count.
    let used = systems.compactMap(\.self).filter { $0.system.id == system.system.id }
    for cap in system.caps where cap.rule.measure == .month {
      let codes = cap.rule.classes ?? []
      let places = used.count > 1 ? used.flatMap { $0.places(of: codes) } : cap.lines
      let found = places.reduce(isFirstMonth ? cap.prior : 0) { $0 + month[$1] }
      guard cap.isBroken(by: found) else { continue }
      note(
        cap, found: PayTick.quantity(found), date: nil, month: splitsMonths ? currentMonth : nil)
    }
  }

  /// The last version of each law.
  private static func laws(of systems: [CompiledSystem]) -> [CompiledSystem] {
    systems.indices.filter { place in
      !systems[(place + 1)...].contains { $0.system.id == systems[place].system.id }
    }.map { systems[$0] }
  }

  /// Checks the caps of single shifts, of the whole timesheet, and of days in a row.
  mutating func checkSheet() {
    for system in PayCount.laws(of: systems.compactMap(\.self)) { checkSheet(of: system) }
  }

  private mutating func checkSheet(of system: CompiledSystem) {
    let shifts = shifts.filter { systems[$0.system]?.system.id == system.system.id }
    for cap in system.caps {
      switch cap.rule.measure {
      case .day, .month: continue
      case .period:
        let found = cap.lines.reduce(0) { $0 + all[$1] }
        if cap.isBroken(by: found) {
          note(cap, found: PayTick.quantity(found), date: nil, month: nil)
        }
      case .shift:
        for shift in shifts where cap.isBroken(by: shift.total) {
          note(
            cap, found: PayTick.quantity(shift.total), date: shift.shift.start.date, month: nil)
        }
      case .consecutiveDays:
        for run in runs(of: shifts) where Rational(Int64(run.days)) > cap.limit {
          note(cap, found: Quantity(Double(run.days)), date: run.last, month: nil)
        }
      }
    }
  }

  /// The days in a row on which shifts start, and the last of each row.
  private func runs(of shifts: [PayShift]) -> [(days: Int, last: LocalDate)] {
    var runs: [(days: Int, last: LocalDate)] = []
    for shift in shifts {
      let date = shift.shift.start.date
      switch runs.last.map({ $0.last.days(until: date) }) {
      case 0: continue
      case 1: runs[runs.count - 1] = (runs[runs.count - 1].days + 1, date)
      default: runs.append((1, date))
      }
    }
    return runs
  }

  /// Notes a breach; of several of one cap the first day and the worst figure are kept.
  private mutating func note(
    _ cap: CompiledCap, found: Quantity, date: LocalDate?, month: YearMonth?
  ) {
    let earlier = breaches.firstIndex { $0.code == cap.rule.code }
    let known = earlier.map { breaches[$0] }
    let breach = PayBreach(
      code: cap.rule.code, found: max(found, known?.found ?? found),
      limit: Quantity(cap.limit.doubleValue), date: known?.date ?? date,
      month: known?.month ?? month, sentence: cap.rule.sentence, source: cap.source)
    if let earlier { breaches[earlier] = breach } else { breaches.append(breach) }
  }

  /// The breaches in the order of the rules.
  func ordered(_ breaches: [PayBreach]) -> [PayBreach] {
    let codes = systems.compactMap(\.self).flatMap { $0.caps.map(\.rule.code) }
    return breaches.sorted {
      (codes.firstIndex(of: $0.code) ?? 0) < (codes.firstIndex(of: $1.code) ?? 0)
    }
  }
}
