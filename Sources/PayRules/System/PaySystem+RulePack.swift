internal import BusinessCalendar
internal import Units

extension PaySystem {
  /// A rule pack of the planners as a pay system: the same classes and caps, told once.
  init(_ pack: RulePack) {
    var sources: [PaySource] = []
    func key(_ source: RuleSource) -> String {
      let place = sources.firstIndex {
        $0.title == source.title && ($0.article ?? "") == source.article
      }
      if let place { return sources[place].key }
      sources.append(
        PaySource(
          key: "source-\(sources.count + 1)", title: source.title,
          article: source.article.isEmpty ? nil : source.article, evidence: source.evidence))
      return "source-\(sources.count)"
    }
    for source in pack.sources { _ = key(source) }
    let daily = PayNumber(pack.dailyHours.exactHours)
    func when(_ condition: PayCondition) -> PayWhen? {
      guard condition != PayCondition() else { return nil }
      let types = condition.dayTypes ?? DayType.allCases
      let isHoliday = types == [.statutoryHoliday]
      let isAnyDay = types.count == DayType.allCases.count
      return PayWhen(
        role: isHoliday || isAnyDay
          ? nil : types.contains(.restDay) ? [.rest] : [.work, .off, .holiday],
        holiday: isHoliday ? ["statutory"] : nil, window: nil, timeOff: condition.timeOffInLieu,
        seventhDay: nil, beyond: condition.beyondDailyHours == true ? ["day": daily] : nil,
        within: condition.beyondDailyHours == false ? ["day": daily] : nil, shiftUpTo: nil,
        terms: nil)
    }
    let classes = pack.classes.map { rule in
      PaySystemClass(
        code: rule.code, when: when(rule.condition), multiplier: PayNumber(rule.multiplier.factor),
        pays: rule.kind == .base ? .base : .hours, rate: nil, amounts: nil, per: nil,
        counts: rule.countsToDailyHours ? [.day] : nil, inRegularRate: nil,
        owesTimeOff: rule.owesTimeOff, sentence: rule.sentence, source: key(rule.source))
    }
    let daily150 = pack.classes.filter(\.countsToDailyOvertime).map(\.code)
    let monthly = pack.classes.filter(\.countsToMonthlyOvertime).map(\.code)
    let caps = pack.caps.compactMap { cap -> PayCap? in
      func made(_ measure: PayCap.Measure, _ limit: Rational, _ classes: [String]?) -> PayCap {
        PayCap(
          code: cap.code, measure: measure, limit: PayNumber(limit), reached: nil,
          classes: classes, prior: measure == .month ? "prior_ot_hours" : nil,
          sentence: cap.sentence, source: key(cap.source))
      }
      switch cap.limit {
      case .overtimePerDay(let time): return made(.day, time.exactHours, daily150)
      case .overtimePerMonth(let time): return made(.month, time.exactHours, monthly)
      case .overtimePerWeeks: return nil
      case .consecutiveDays(let days):
        return made(.consecutiveDays, Rational(Int64(days)), nil)
      }
    }
    func allowance(_ kind: String, _ hours: String) -> PayAllowance {
      PayAllowance(
        code: "\(pack.jurisdiction)_\(kind.uppercased())_ALLOW", term: "\(kind)_allow", hours: nil,
        sentence: "a flat amount for each shift with enough hours \(hours)",
        source: key(RuleSource(title: "Company or city policy", evidence: .convention)))
    }
    let allowances = [allowance("night", "at night"), allowance("heat", "in the heat")]
    self.init(
      id: pack.id, name: pack.name, jurisdiction: pack.jurisdiction, contract: "standard",
      currency: "CNY", timeZone: TimeZoneRules(identifier: "Asia/Shanghai"),
      effectiveFrom: pack.effectiveFrom, effectiveTo: pack.effectiveTo,
      sources: sources,
      terms: [
        PayTerm(
          key: "night_allow", kind: .shiftAllowance, fallback: nil, required: nil, choices: nil,
          sentence: "amount a shift, night window, least minutes in it"),
        PayTerm(
          key: "heat_allow", kind: .shiftAllowance, fallback: nil, required: nil, choices: nil,
          sentence: "amount a shift, hot hours, least minutes in them; none where the air is cooled"
        ),
        PayTerm(
          key: "prior_ot_hours", kind: .hours, fallback: "0", required: nil, choices: nil,
          sentence: "overtime hours earlier in the month"),
      ],
      holidays: PayHolidayRule(types: ["statutory"], term: nil, from: nil),
      windows: ["night_allow": "$night_allow", "heat_allow": "$heat_allow"], day: nil, week: nil,
      dayWage: nil, lines: nil,
      classes: classes, supplements: nil, factors: nil, allowances: allowances, caps: caps,
      limits: "china-rest", permit: nil)
  }
}
