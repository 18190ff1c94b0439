internal import BusinessCalendar
internal import Units

extension PayCount {
  /// Settles the week: lines by rate, bonuses, the regular rate, the better of day and week.
  mutating func endWeek() throws(PayTermError) {
    defer {
      for place in week.indices { week[place] = 0 }
      rates.removeAll(keepingCapacity: true)
      weekTotal = 0
      weekDays.removeAll(keepingCapacity: true)
    }
    guard currentShift >= 0, weekTotal > 0, let system = systems[currentSystem],
      let ofWeek = system.linesByGrouping[.week]
    else { return }
    let first = LocalDate(dayNumber: currentWeek)
    let rule = system.system.week
    if let better = rule?.betterOf {
      try settle(better, in: system, week: first)
      return
    }
    let regular = try regularRate(in: system, week: first)
    if let several = rule?.severalRates, ratesInUse.count > 1 {
      try settle(several, in: system, week: first)
    } else {
      for offset in ofWeek {
        try settle(
          system.lines[offset], at: system.firstLine + offset, in: system, regular: regular,
          week: first)
      }
    }
    for bonus in rule?.bonuses ?? [] { try settle(bonus, in: system, week: first) }
  }

  /// The rates with hours in the week, and where their rows begin.
  private var ratesInUse: [(rate: Rational, row: Int)] {
    rates.indices.filter { index in
      week[(index * lineCount)..<((index + 1) * lineCount)].contains { $0 > 0 }
    }.map { (rates[$0], $0 * lineCount) }
  }

  /// The hours of a line in the week, at all rates.
  private func weekTicks(_ place: Int) -> PayTicks {
    rates.indices.reduce(0) { $0 + week[$1 * lineCount + place] }
  }

  /// The hours of classes (not of supplements) at one rate.
  private func ticks(ofRate row: Int, in system: CompiledSystem) -> PayTicks {
    system.classes.map(\.line).uniqued().reduce(0) { $0 + week[row + $1] }
  }

  private func amount(_ key: String, _ system: CompiledSystem, week: LocalDate) -> Rational? {
    switch system.values[key] {
    case .number(let value): value * scale
    case .weekAmounts(let amounts): amounts[week].map { $0 * scale }
    default: nil
    }
  }

  /// The week's regular rate, rounded where the terms want it.
  private func regularRate(
    in system: CompiledSystem, week first: LocalDate
  ) throws(PayTermError) -> Rational {
    let rule = system.system.week?.regularRate
    var rate = Rational.zero
    if let salary = rule?.salary, let hours = rule?.hours {
      rate = (try system.number(salary) * scale).divided(by: try system.number(hours)) ?? .zero
    } else {
      var pay = Rational.zero
      for (offset, line) in system.lines.enumerated() {
        let place = system.firstLine + offset
        if line.rule.pays == .weekAmount {
          for key in line.rule.amounts ?? [] {
            pay = pay + (amount(key, system, week: first) ?? .zero)
          }
        } else if !line.isSupplement {
          for (rate, row) in ratesInUse {
            pay = pay + PayTick.hours(week[row + place]) * line.multiplier * rate
          }
        } else if line.rule.inRegularRate == true, weekTicks(place) > 0 {
          let hours = PayTick.hours(weekTicks(place)) * line.multiplier
          pay = pay + hours * (try self.rate(of: line, in: system))
        }
      }
      for bonus in system.system.week?.bonuses ?? [] where bonus.inRegularRate == true {
        pay = pay + (amount(bonus.term, system, week: first) ?? .zero)
      }
      rate = pay.divided(by: PayTick.hours(weekTotal)) ?? .zero
    }
    return isRounded(system) ? rounded(rate) : rate
  }

  private func isRounded(_ system: CompiledSystem) -> Bool {
    guard let term = system.system.week?.regularRate?.rounding else { return false }
    return system.values[term] == .word("cent")
  }

  private func rounded(_ rate: Rational) -> Rational {
    Rational(Money(rounding: rate).minorUnits)
  }

  private mutating func settle(
    _ line: CompiledLine, at place: Int, in system: CompiledSystem, regular: Rational,
    week first: LocalDate
  ) throws(PayTermError) {
    let ticks = weekTicks(place)
    guard ticks > 0 else { return }
    if line.rule.pays == .weekAmount {
      var total = Rational.zero
      for key in line.rule.amounts ?? [] {
        total = total + (amount(key, system, week: first) ?? .zero)
      }
      let spread = total.divided(by: PayTick.hours(ticks)) ?? .zero
      append(
        line.code, ticks: ticks, multiplier: line.multiplier,
        rate: system.system.week?.regularRate?.salary == nil ? spread : regular,
        amount: Money(rounding: total), (line.sentence, line.source), week: first)
    } else if line.rule.rate == "shift" {
      for (rate, row) in ratesInUse where week[row + place] > 0 {
        try emit(line, ticks: week[row + place], rate: rate, system: system, week: first)
      }
    } else if line.rule.rate == "regular" {
      var price = line.multiplier * regular
      let rule = system.system.week?.regularRate
      if isRounded(system), rule?.roundsMultiples == true { price = rounded(price) }
      append(
        line.code, ticks: ticks, multiplier: line.multiplier, rate: regular,
        amount: Money(rounding: PayTick.hours(ticks), times: price),
        (line.sentence, line.source), week: first)
    } else {
      try emit(
        line, ticks: ticks, rate: try rate(of: line, in: system), system: system, week: first)
    }
  }

  /// The lines of a week with several rates.
  private mutating func settle(
    _ rule: PaySeveralRates, in system: CompiledSystem, week first: LocalDate
  ) throws(PayTermError) {
    let source = (rule.sentence, system.system.source(rule.source))
    var pay = Rational.zero
    for (rate, row) in ratesInUse {
      let ticks = ticks(ofRate: row, in: system)
      pay = pay + PayTick.hours(ticks) * rate
      append(
        rule.straight, ticks: ticks, multiplier: .one, rate: rate,
        amount: Money(rounding: PayTick.hours(ticks), times: rate), source, week: first)
    }
    var regular = pay.divided(by: PayTick.hours(weekTotal)) ?? .zero
    if isRounded(system) { regular = rounded(regular) }
    for premium in rule.premiums {
      try append(premium, at: regular, in: system, source, week: first)
    }
  }

  /// A bonus, and its premiums on overtime.
  private mutating func settle(
    _ bonus: PayBonus, in system: CompiledSystem, week first: LocalDate
  ) throws(PayTermError) {
    guard let amount = amount(bonus.term, system, week: first) else { return }
    let source = (bonus.sentence, system.system.source(bonus.source))
    append(
      bonus.code, ticks: 0, multiplier: .one, rate: .zero, amount: Money(rounding: amount), source,
      week: first)
    guard let premiums = bonus.premiums else { return }
    let places = bonus.over.map { system.places(of: [$0]) }
    let over = places?.reduce(0) { $0 + weekTicks($1) } ?? weekTotal
    guard let rate = amount.divided(by: PayTick.hours(over)) else { return }
    for premium in premiums { try append(premium, at: rate, in: system, source, week: first) }
  }

  private mutating func append(
    _ premium: PayPremium, at rate: Rational, in system: CompiledSystem,
    _ source: (sentence: String, source: RuleSource), week first: LocalDate
  ) throws(PayTermError) {
    let ticks = system.places(of: [premium.of]).reduce(0) { $0 + weekTicks($1) }
    guard ticks > 0 else { return }
    let multiplier = try system.number(premium.multiplier)
    append(
      premium.code, ticks: ticks, multiplier: multiplier, rate: rate,
      amount: Money(rounding: PayTick.hours(ticks) * multiplier, times: rate), source, week: first)
  }

  /// Overtime by the day or by the week, whichever is more; what is left is the last class's.
  private mutating func settle(
    _ rule: PayBetterOf, in system: CompiledSystem, week first: LocalDate
  ) throws(PayTermError) {
    let ofDay = PayTick.ticks(hours: try system.number(rule.day))
    let ofWeek = PayTick.ticks(hours: try system.number(rule.week))
    let isRounded = rule.rounding.map { system.values[$0] == .word("15_30_60") } ?? false
    let excess = weekDays.map { max(0, $0 - ofDay) }
    let weekly = max(0, weekTotal - ofWeek)
    let daily = excess.reduce(0, +)
    let paid =
      isRounded
      ? max(excess.reduce(0) { $0 + Self.stepped($1) }, Self.stepped(weekly)) : max(daily, weekly)
    let rate = try hourly(in: system)
    guard let base = system.lines.last else { return }
    try emit(
      base, ticks: weekTotal - max(daily, weekly), rate: rate, system: system, week: first)
    guard paid > 0 else { return }
    let multiplier = try system.number(rule.multiplier)
    append(
      rule.code, ticks: paid, multiplier: multiplier, rate: rate,
      amount: Money(rounding: PayTick.hours(paid) * multiplier, times: rate),
      (rule.sentence, system.system.source(rule.source)), week: first)
  }

  /// Minutes past the full hour as nothing under 15, half an hour to 30, an hour beyond.
  private static func stepped(_ ticks: PayTicks) -> PayTicks {
    let (hours, rest) = ticks.quotientAndRemainder(dividingBy: PayTick.perHour)
    let quarter = PayTick.perHour / 4
    let part = rest < quarter ? 0 : rest <= 2 * quarter ? 2 * quarter : 4 * quarter
    return hours * PayTick.perHour + part
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of their first places.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
