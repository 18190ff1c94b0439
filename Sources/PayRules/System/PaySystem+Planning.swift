internal import BusinessCalendar
internal import Units

extension PaySystem {
  /// The pay system as planners see it: what an hour costs by the kind of day, within and beyond the
  /// daily hours, paid or for time off; limits of a day, a month and days in a row; rest.
  ///
  /// Hours on top are beyond the contract's week, so a weekly limit counts as reached; where the day's
  /// or the week's overtime counts, whichever is more, both are the same hours. What is paid by the
  /// clock and for shifts comes as ``ClockPay``; bonuses are the timesheet's alone. Where an hour of a
  /// working day becomes dearer still, a plan works no such hour: the step is a limit of the day. A
  /// month has, if the place has no divisor of its own, 52 weeks ÷ 12 of its weekly hours.
  ///
  /// A holiday that is paid though not worked is within the pay of the week: work on it, within the
  /// daily hours, adds its multiple less one.
  ///
  /// - Parameter stated: what a contract, a company or a city states, by term.
  /// - Throws: what a weekly plan cannot say of the system, by the key it stands in.
  public func planningPack(_ stated: [String: String] = [:]) throws(RulePackError) -> RulePack {
    for term in terms ?? []
    where term.required == true && term.fallback == nil && stated[term.key] == nil {
      throw refused("terms", term.key, "a term that is stated")
    }
    let values: [String: PayTermValue]
    do throws(PayTermError) {
      values = try self.values(of: stated)
    } catch {
      throw RulePackError(pack: id, field: "terms", value: "\(error)", expected: "such a term")
    }
    if holidays?.from != nil {
      throw refused("holidays.from", "from", "a holiday that starts at midnight")
    }
    for rule in classes + (supplements ?? []) {
      guard [.hours, .base, .inSalary].contains(rule.pays ?? .hours), rule.per != .shift,
        (rule.when?.beyond?["period"] ?? rule.when?.within?["period"]) == nil
      else { throw refused("classes", rule.code, "a class that is paid by the hour of a week") }
    }
    let reader = PlanningReader(self, stated)
    let found = try reader.classes()
    let rest = restRule
    let standard = RulePack.bundled.last {
      $0.jurisdiction == jurisdiction && $0.isEffective(on: effectiveFrom)
    }
    // Of a month by weeks: 52 × 40 h ÷ 8 h ÷ 12.
    let ownDays = reader.weeklyHours.divided(by: reader.dailyHours).map { $0 * Rational(52) }
    var paidDays: Rational?
    if let wage = dayWage { paidDays = try constant(wage.days, "day-wage.days", reader) }
    let perMonth = ownDays?.divided(by: Rational(12)) ?? Rational(22)
    let clock = clockPay(values)
    return RulePack(
      id: id, name: name, jurisdiction: jurisdiction, variant: contract,
      effectiveFrom: effectiveFrom, effectiveTo: effectiveTo,
      sources: sources.map { source($0.key) },
      paidDaysPerMonth: paidDays ?? standard?.paidDaysPerMonth ?? perMonth,
      standardDaysPerMonth: standard?.standardDaysPerMonth ?? perMonth,
      statutoryHolidaysPerYear: standard?.statutoryHolidaysPerYear ?? 0,
      dailyHours: try time(reader.dailyHours, "classes"),
      weeklyHours: try time(reader.weeklyHours, "classes"), baseClass: found.base,
      specialClasses: found.special, caps: try hourCaps(found, reader), restBetweenShifts: rest,
      clockPay: clock.isEmpty ? nil : clock)
  }

  private var restRule: ShiftRest? {
    let all = limits.flatMap { WorkingTimeLimits.bundled(id: $0) }?.limits ?? []
    return all.first { $0.measure == .dailyRest }.map { rule in
      ShiftRest(
        time: WorkTime(hours: rule.limit.doubleValue), sentence: rule.sentence,
        source: rule.source)
    }
  }

  private func hourCaps(
    _ found: PlanningClasses, _ reader: PlanningReader
  ) throws(RulePackError) -> [HourCap] {
    var made: [HourCap] = []
    for cap in caps ?? [] {
      let limit = try constant(cap.limit, "caps", reader)
      let measure: HourCap.Limit
      switch cap.measure {
      case .day: measure = .overtimePerDay(try time(limit, "caps"))
      case .month:
        guard cap == monthlyCap(reader) else { continue }
        measure = .overtimePerMonth(try time(limit, "caps"))
      case .shift:
        let beyond = limit - reader.dailyHours
        measure = .overtimePerDay(beyond > .zero ? try time(beyond, "caps") : .zero)
      case .consecutiveDays:
        guard limit.denominator == 1 else { continue }
        measure = .consecutiveDays(Int(limit.numerator))
      case .period: continue
      }
      made.append(
        HourCap(
          code: cap.code, limit: measure, severity: .block, sentence: cap.sentence,
          source: source(cap.source)))
    }
    if let step = found.nextStep, let overtime = found.overtime {
      made.append(
        HourCap(
          code: "\(overtime.code)_STEP", limit: .overtimePerDay(try time(step, "classes")),
          severity: .block, sentence: "beyond this many hours of overtime a day they cost more",
          source: overtime.source))
    }
    return made
  }

  /// The lowest limit of a month: its classes are those that count.
  func monthlyCap(_ reader: PlanningReader) -> PayCap? {
    (caps ?? []).filter { $0.measure == .month && $0.limit.term == nil }
      .min { $0.limit.factor < $1.limit.factor }
  }

  private func constant(
    _ number: PayNumber, _ field: String, _ reader: PlanningReader
  ) throws(RulePackError) -> Rational {
    guard let value = reader.value(number) else {
      throw refused(field, number.term ?? "", "a number that is stated")
    }
    return value
  }

  private func time(_ hours: Rational, _ field: String) throws(RulePackError) -> WorkTime {
    let seconds = hours * Rational(3600)
    guard seconds.denominator == 1, seconds > .zero else {
      throw refused(field, "\(hours)", "hours that are whole seconds")
    }
    return WorkTime(seconds: seconds.numerator)
  }

  private func refused(_ field: String, _ value: String, _ expected: String) -> RulePackError {
    RulePackError(pack: id, field: field, value: value, expected: expected)
  }
}
