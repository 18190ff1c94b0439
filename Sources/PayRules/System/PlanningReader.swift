internal import BusinessCalendar
internal import Units

/// The classes that a plan needs of a pay system.
struct PlanningClasses {
  /// Ordinary hours.
  let base: PayClassRule
  /// All others, those for time off before those that are paid.
  let special: [PayClassRule]
  /// Overtime on a working day, where it is paid extra.
  let overtime: PayClassRule?
  /// Hours of overtime a day after which an hour costs something else.
  let nextStep: Rational?
}

/// Asks a pay system what an hour would be paid: on a day of each kind, within and beyond the daily
/// hours, as the first hour of its kind in the month.
struct PlanningReader {
  /// An hour that is asked about.
  private struct Hour {
    var day: DayType
    var timeOff: Bool
    /// The hours of the day, the week, the month and the shift before it.
    var before: [String: Rational]
  }

  private let system: PaySystem
  /// What is stated, by term.
  private let stated: [String: String]
  /// The ordinary hours of a day: the least that a rule counts from, 8 where none does.
  let dailyHours: Rational
  /// The ordinary hours of a week: the least that a rule counts from, five days where none does.
  let weeklyHours: Rational

  init(_ system: PaySystem, _ stated: [String: String] = [:]) {
    self.system = system
    self.stated = stated
    func value(_ number: PayNumber) -> Rational? { Self.value(number, system, stated) }
    let better = system.week?.betterOf
    func least(_ counter: String) -> Rational? {
      let conditions =
        (system.classes + (system.supplements ?? [])).map(\.when)
        + (system.factors ?? []).map(\.when)
      let found = conditions.flatMap { when in
        [when?.beyond?[counter], when?.within?[counter]].compactMap { $0.flatMap(value) }
      }
      let ofWeek = [counter == "day" ? better?.day : counter == "week" ? better?.week : nil]
        .compactMap { $0.flatMap(value) }
      return (found + ofWeek).filter { $0 > .zero }.min()
    }
    let weekly = least("week")
    let ofWeek = weekly.flatMap { $0.divided(by: Rational(5)) }
    dailyHours = least("day") ?? ofWeek ?? Rational(8)
    weeklyHours = weekly ?? dailyHours * Rational(5)
  }

  /// A number, a term's as stated or by what holds where it is not.
  func value(_ number: PayNumber) -> Rational? { Self.value(number, system, stated) }

  private static func value(
    _ number: PayNumber, _ system: PaySystem, _ stated: [String: String]
  ) -> Rational? {
    guard let key = number.term else { return number.factor }
    let written = stated[key] ?? system.terms?.first { $0.key == key }?.fallback
    return written.flatMap { Rational(decimal: $0) }.map { $0 * number.factor }
  }

  func classes() throws(RulePackError) -> PlanningClasses {
    let monthly = system.monthlyCap(self)?.classes
    let ordinary = rule(of: hour(.workday, beyond: false))
    guard let found = ordinary.rule else {
      throw RulePackError(
        pack: system.id, field: "classes", value: "", expected: "a last class without a condition")
    }
    let base = made(ordinary, found, code: found.code, condition: nil, monthly: nil)
    var special: [PayClassRule] = []
    var codes: [String] = [found.code]
    /// The code, with a word for the day where another kind of day has it too.
    func unused(_ code: String, _ day: DayType) -> String {
      var own = code
      if codes.contains(own) { own += day == .statutoryHoliday ? "_HOLIDAY" : "_REST" }
      while codes.contains(own) { own += "_2" }
      codes.append(own)
      return own
    }
    // Working days first, so that they keep the codes.
    for day in [DayType.workday, .restDay, .statutoryHoliday] {
      for timeOff in [true, false] {
        let outcomes = [true, false].map { beyond in
          (beyond: beyond, paid: rule(of: hour(day, beyond: beyond, timeOff: timeOff)))
        }.filter { outcome in
          let owes = outcome.paid.rule?.owesTimeOff == true
          return timeOff ? owes : owes || outcome.paid.multiplier != ordinary.multiplier
        }
        let isOne =
          outcomes.count == 2 && outcomes[0].paid.code == outcomes[1].paid.code
          && outcomes[0].paid.multiplier == outcomes[1].paid.multiplier
        // A day off whose first hours are paid as others is a day like others.
        guard day == .workday || outcomes.contains(where: { !$0.beyond }) else { continue }
        for outcome in isOne ? Array(outcomes.prefix(1)) : outcomes {
          guard let rule = outcome.paid.rule else { continue }
          let condition = PayCondition(
            dayTypes: [day], beyondDailyHours: isOne ? nil : outcome.beyond,
            timeOffInLieu: timeOff ? true : nil)
          special.append(
            made(
              outcome.paid, rule, code: unused(outcome.paid.code, day), condition: condition,
              monthly: monthly))
        }
      }
    }
    let overtime = special.first {
      $0.condition.holds(on: .workday, beyondDailyHours: true, timeOffInLieu: false)
    }
    return PlanningClasses(
      base: base, special: special, overtime: overtime,
      nextStep: overtime.flatMap { nextStep(after: $0.multiplier.factor) })
  }

  /// The hours of overtime of a working day after which it is paid another multiple.
  private func nextStep(after multiplier: Rational) -> Rational? {
    let rules = system.classes + (system.supplements ?? [])
    let steps = rules.compactMap { $0.when?.beyond?["day"].flatMap(value) }
      .filter { $0 > dailyHours }
    return steps.filter { step in
      var hour = hour(.workday, beyond: true)
      hour.before["day"] = step
      return rule(of: hour).multiplier != multiplier
    }.min().map { $0 - dailyHours }
  }

  private func hour(_ day: DayType, beyond: Bool, timeOff: Bool = false) -> Hour {
    // Hours on top come after the contract's week; a holiday's are those of the week itself.
    let isOnTop = day == .restDay || (day == .workday && beyond)
    return Hour(
      day: day, timeOff: timeOff,
      before: [
        "day": beyond ? dailyHours : .zero, "week": isOnTop ? weeklyHours : .zero,
        "month": .zero, "shift": beyond ? dailyHours : .zero,
      ])
  }

  /// What an hour is paid.
  private struct Paid {
    /// Its class.
    let rule: PaySystemClass?
    /// The class's code, with those of its supplements.
    let code: String
    /// The multiplier, supplements included.
    let multiplier: Rational
  }

  /// The first class that holds, and its multiplier with that of supplements that follow no clock.
  private func rule(of hour: Hour) -> Paid {
    guard let first = system.classes.first(where: { holds($0.when, for: hour) }) else {
      return Paid(rule: nil, code: "", multiplier: .one)
    }
    let found = overtimeOfWeek(hour) ?? first
    let factors = (system.factors ?? []).filter {
      $0.when?.window == nil && holds($0.when, for: hour)
    }
    let own = factors.reduce(found.multiplier.flatMap(value) ?? .one) { product, factor in
      product * (value(factor.except?[found.code] ?? factor.multiplier) ?? .one)
    }
    let extra = (system.supplements ?? []).filter {
      $0.rate.map { $0 == "regular" || $0 == "hourly" } ?? true
        && $0.when?.window == nil && holds($0.when, for: hour)
    }
    return Paid(
      rule: found,
      code: ([found.code + factors.map(\.suffix).joined()] + extra.map(\.code))
        .joined(separator: "+"),
      multiplier: extra.reduce(own) { $0 + ($1.multiplier.flatMap(value) ?? .one) })
  }

  /// The overtime of the day or of the week, whichever is more: any hour past either limit.
  private func overtimeOfWeek(_ hour: Hour) -> PaySystemClass? {
    guard let better = system.week?.betterOf else { return nil }
    let isPast = [("day", better.day), ("week", better.week)].contains { counter, limit in
      value(limit).map { (hour.before[counter] ?? .zero) >= $0 } ?? false
    }
    guard isPast else { return nil }
    return PaySystemClass(
      code: better.code, when: nil, multiplier: better.multiplier, pays: .hours, rate: nil,
      amounts: nil, per: nil, counts: [.day, .week], inRegularRate: nil, owesTimeOff: nil,
      sentence: better.sentence, source: better.source)
  }

  /// Whether a holiday is paid though nobody works on it.
  private var paysUnworkedHolidays: Bool {
    (system.allowances ?? []).contains { allowance in
      allowance.hours != nil
        && system.terms?.first(where: { $0.key == allowance.term })?.kind == .dates
    }
  }

  private func holds(_ when: PayWhen?, for hour: Hour) -> Bool {
    guard let when else { return true }
    if when.window != nil || when.seventhDay == true || when.shiftUpTo != nil { return false }
    if let roles = when.role, !roles.contains(hour.day == .restDay ? .rest : .work) { return false }
    if let kinds = when.holiday {
      let first = system.holidays?.types?.first
      guard hour.day == .statutoryHoliday, let first, kinds.contains(first) else { return false }
    }
    if let timeOff = when.timeOff, timeOff != hour.timeOff { return false }
    for (key, word) in when.terms ?? [:] {
      let written = stated[key] ?? system.terms?.first { $0.key == key }?.fallback
      guard written == word else { return false }
    }
    let reached = { (counter: String, limit: PayNumber) -> Bool in
      value(limit).map { (hour.before[counter] ?? .zero) >= $0 } ?? false
    }
    return (when.beyond ?? [:]).allSatisfy { reached($0.key, $0.value) }
      && (when.within ?? [:]).allSatisfy { !reached($0.key, $0.value) }
  }

  /// A class of a plan; without a condition the one of ordinary hours.
  private func made(
    _ paid: Paid, _ rule: PaySystemClass, code: String, condition: PayCondition?,
    monthly: [String]?
  ) -> PayClassRule {
    let isPaidAnyway =
      condition?.dayTypes == [.statutoryHoliday] && condition?.beyondDailyHours != true
      && paysUnworkedHolidays
    return PayClassRule(
      code: code, condition: condition ?? PayCondition(),
      multiplier: Multiplier(isPaidAnyway ? paid.multiplier - .one : paid.multiplier),
      kind: condition == nil ? .base : .onTop,
      countsToDailyHours: rule.counts?.contains(.day) ?? false,
      countsToDailyOvertime: condition?.dayTypes == [.workday],
      countsToMonthlyOvertime: condition != nil && monthly?.contains(rule.code) == true,
      owesTimeOff: rule.owesTimeOff ?? false, sentence: rule.sentence,
      source: system.source(rule.source))
  }
}
