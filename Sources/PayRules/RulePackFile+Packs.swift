internal import BusinessCalendar
internal import Units

extension RulePackFile {
  /// The packs of the file, one a version, in the order of the file.
  func packs() throws(RulePackError) -> [RulePack] {
    guard let last = classes.last else { throw problem("classes", "", "at least one class") }
    let base = try payClass(last)
    guard base.condition == PayCondition() else {
      throw problem("classes", last.code, "a last class without a condition")
    }
    var special: [PayClassRule] = []
    for written in classes.dropLast() { special.append(try payClass(written)) }
    var limits: [HourCap] = []
    for written in caps { limits.append(try cap(written)) }
    let rest = try shiftRest()

    guard !versions.isEmpty else { throw problem("versions", "", "at least one version") }
    var packs: [RulePack] = []
    for version in versions {
      packs.append(
        RulePack(
          id: id, name: name, jurisdiction: jurisdiction, variant: variant,
          effectiveFrom: try date(version.effectiveFrom),
          effectiveTo: try end(of: version),
          sources: try sources(of: version),
          paidDaysPerMonth: try positive(version.paidDaysPerMonth, "paidDaysPerMonth"),
          standardDaysPerMonth: try positive(version.standardDaysPerMonth, "standardDaysPerMonth"),
          statutoryHolidaysPerYear: version.statutoryHolidaysPerYear,
          dailyHours: try hours(hoursPerDay, "hoursPerDay"),
          weeklyHours: try hours(hoursPerWeek, "hoursPerWeek"),
          baseClass: base, specialClasses: special, caps: limits, restBetweenShifts: rest))
    }
    return packs
  }

  private func payClass(_ written: PayClass) throws(RulePackError) -> PayClassRule {
    guard let factor = Rational(decimal: written.multiplier), factor >= .zero else {
      throw problem("multiplier", written.multiplier, "a decimal such as 1.5")
    }
    return PayClassRule(
      code: written.code,
      condition: PayCondition(
        dayTypes: written.when?.on, beyondDailyHours: written.when?.beyondDailyHours,
        timeOffInLieu: written.when?.timeOffInLieu),
      multiplier: Multiplier(factor), kind: written.kind,
      countsToDailyHours: written.countsTo.contains(.dailyHours),
      countsToDailyOvertime: written.countsTo.contains(.dailyOvertime),
      countsToMonthlyOvertime: written.countsTo.contains(.monthlyOvertime),
      owesTimeOff: written.countsTo.contains(.timeOffOwed),
      sentence: written.sentence, source: try source(written.source))
  }

  private func cap(_ written: Cap) throws(RulePackError) -> HourCap {
    let limit: HourCap.Limit
    switch written.measure {
    case .overtimePerDay: limit = .overtimePerDay(try hours(written.limit, "limit"))
    case .overtimePerMonth: limit = .overtimePerMonth(try hours(written.limit, "limit"))
    case .overtimePerWeeks:
      guard let weeks = written.weeks, (1...520).contains(weeks) else {
        throw problem("weeks", written.weeks.map(String.init) ?? "", "a number of weeks")
      }
      limit = .overtimePerWeeks(try hours(written.limit, "limit"), weeks: weeks)
    case .consecutiveDays:
      guard let days = Int(written.limit), days >= 1 else {
        throw problem("limit", written.limit, "a number of days")
      }
      limit = .consecutiveDays(days)
    }
    return HourCap(
      code: written.code, limit: limit, severity: written.severity, sentence: written.sentence,
      source: try source(written.source))
  }

  private func shiftRest() throws(RulePackError) -> ShiftRest? {
    guard let written = restBetweenShifts else { return nil }
    return ShiftRest(
      time: try hours(written.hours, "restBetweenShifts"), sentence: written.sentence,
      source: try source(written.source))
  }

  /// The version's own sources and those that all versions share, each once, in the file's order.
  private func sources(of version: Version) throws(RulePackError) -> [RuleSource] {
    for key in version.sources { _ = try source(key) }
    let others = versions.flatMap(\.sources)
    return sources.filter { version.sources.contains($0.key) || !others.contains($0.key) }
      .map { RuleSource(title: $0.title, article: $0.article ?? "", evidence: $0.evidence) }
  }

  private func source(_ key: String) throws(RulePackError) -> RuleSource {
    guard let found = sources.first(where: { $0.key == key }) else {
      throw problem("source", key, "the key of one of the sources")
    }
    return RuleSource(
      title: found.title, article: found.article ?? "", evidence: found.evidence)
  }

  private func end(of version: Version) throws(RulePackError) -> LocalDate? {
    guard let written = version.effectiveTo else { return nil }
    return try date(written)
  }

  private func date(_ written: String) throws(RulePackError) -> LocalDate {
    guard let date = LocalDate(iso: written) else {
      throw problem("effectiveFrom or effectiveTo", written, "a date such as 2025-01-01")
    }
    return date
  }

  private func positive(_ written: String, _ field: String) throws(RulePackError) -> Rational {
    guard let value = Rational(decimal: written), value > .zero else {
      throw problem(field, written, "a decimal above zero")
    }
    return value
  }

  private func hours(_ written: String, _ field: String) throws(RulePackError) -> WorkTime {
    let seconds = try positive(written, field) * Rational(3600)
    guard seconds.denominator == 1 else {
      throw problem(field, written, "hours that are whole seconds")
    }
    return WorkTime(seconds: seconds.numerator)
  }

  private func problem(_ field: String, _ value: String, _ expected: String) -> RulePackError {
    RulePackError(pack: id, field: field, value: value, expected: expected)
  }
}
