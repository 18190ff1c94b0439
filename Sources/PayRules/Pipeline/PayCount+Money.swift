internal import BusinessCalendar
internal import Units

extension PayCount {
  /// Ends a shift: its own lines, and its allowances.
  mutating func endShift(_ nights: [PayTicks]) throws(PayTermError) {
    guard currentShift >= 0, let system = systems[currentSystem],
      system.hasShiftLines || system.system.allowances != nil
    else { return }
    defer { for place in shift.indices { shift[place] = 0 } }
    for allowance in system.system.allowances ?? [] {
      guard case .shiftAllowance(_, _, let minutes) = system.values[allowance.term],
        let bit = system.windowNames.firstIndex(of: allowance.term), bit < nights.count
      else { continue }
      if nights[bit] >= minutes * PayTick.perMinute { allowances[allowance.code, default: 0] += 1 }
    }
    let date = shifts[currentShift].shift.start.date
    for offset in system.linesByGrouping[.shift] ?? [] {
      let ticks = shift[system.firstLine + offset]
      guard ticks > 0 else { continue }
      let line = system.lines[offset]
      try emit(
        line, ticks: ticks, rate: try rate(of: line, in: system), system: system, date: date)
    }
  }

  /// Settles what has one line for the whole timesheet.
  mutating func settleSheet(_ system: CompiledSystem) throws(PayTermError) {
    for offset in system.linesByGrouping[.sheet] ?? [] {
      let ticks = all[system.firstLine + offset]
      guard ticks > 0 else { continue }
      let line = system.lines[offset]
      try emit(line, ticks: ticks, rate: try rate(of: line, in: system), system: system)
    }
    for rule in system.system.allowances ?? [] {
      switch system.values[rule.term] {
      case .shiftAllowance(let amount, _, _):
        guard let shifts = allowances[rule.code], shifts > 0 else { continue }
        let rate = amount * scale
        lines.append(
          PayLine(
            code: rule.code, quantity: Quantity(Double(shifts)), unit: "shift",
            multiplier: .single, rate: UnitPrice(minorUnitsPerUnit: rate),
            amount: Money(rounding: Rational(shifts), times: rate), sentence: rule.sentence,
            source: system.system.source(rule.source)))
        allowances[rule.code] = nil
      case .dates(let dates):
        let hours =
          try rule.hours.map { number throws(PayTermError) in
            try system.number(number)
          } ?? .zero
        let rate = try hourly(in: system)
        for date in Set(dates).sorted() where system.system.isEffective(on: date) {
          lines.append(
            PayLine(
              code: rule.code, quantity: PayTick.quantity(PayTick.ticks(hours: hours)), unit: "h",
              multiplier: .single, rate: UnitPrice(minorUnitsPerUnit: rate),
              amount: Money(rounding: hours, times: rate), sentence: rule.sentence,
              source: system.system.source(rule.source), date: date))
        }
      default: continue
      }
    }
  }

  /// Minor units of one major unit.
  var scale: Rational { Rational(currency.minorUnitsPerMajor) }

  /// The pay of an hour: the timesheet's, or by the salary where the law says how.
  func hourly(in system: CompiledSystem) throws(PayTermError) -> Rational {
    guard let rule = system.system.dayWage else { return sheet.rate.perHour.minorUnitsPerUnit }
    let hours = try system.number(rule.hours)
    return try dayWage(in: system).divided(by: hours) ?? .zero
  }

  private func dayWage(in system: CompiledSystem) throws(PayTermError) -> Rational {
    guard let rule = system.system.dayWage else { return .zero }
    let salary = try system.number(rule.salary) * scale
    return salary.divided(by: try system.number(rule.days)) ?? .zero
  }

  /// The pay of an hour of a line that is not settled by the week.
  func rate(of line: CompiledLine, in system: CompiledSystem) throws(PayTermError) -> Rational {
    if line.rule.pays == .dayWage { return try dayWage(in: system) }
    guard let rate = line.rule.rate, rate.hasPrefix("$"), let number = PayNumber(rate) else {
      return try hourly(in: system)
    }
    return try system.number(number) * scale
  }

  /// Adds a line: hours × multiplier × rate, or a day's wage, or nothing.
  mutating func emit(
    _ line: CompiledLine, ticks: PayTicks, rate: Rational, system: CompiledSystem,
    week: LocalDate? = nil, date: LocalDate? = nil
  ) throws(PayTermError) {
    let hours = PayTick.hours(ticks)
    let amount: Money =
      switch line.rule.pays ?? .hours {
      case .hours, .weekAmount: Money(rounding: hours * line.multiplier, times: rate)
      case .inSalary: .zero
      case .base: sheet.basis == .monthly ? .zero : Money(rounding: hours, times: rate)
      case .dayWage: Money(rounding: line.multiplier, times: rate)
      }
    append(
      line.code, ticks: ticks, multiplier: line.multiplier, rate: rate, amount: amount,
      (line.sentence, line.source), week: week, date: date)
  }

  /// Adds a line with its amount.
  mutating func append(
    _ code: String, ticks: PayTicks, multiplier: Rational, rate: Rational, amount: Money,
    _ rule: (sentence: String, source: RuleSource), week: LocalDate?, date: LocalDate? = nil
  ) {
    lines.append(
      PayLine(
        code: code, quantity: PayTick.quantity(ticks), unit: "h",
        multiplier: Multiplier(multiplier), rate: UnitPrice(minorUnitsPerUnit: rate),
        amount: amount, sentence: rule.sentence, source: rule.source, week: week, date: date))
  }
}
