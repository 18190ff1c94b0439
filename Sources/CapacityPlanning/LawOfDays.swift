internal import BusinessCalendar
internal import PayRules
internal import Scenarios
internal import Units

/// Days of a week that follow each other under one law, as far as extra work goes.
struct LawOfDays: Sendable {
  /// The rules in force; `nil` where the scenario has none.
  let pack: RulePack?
  /// The days.
  var days: [LocalDate]
}

extension Scenario {
  /// The laws of `week`, in the order of its days: one, unless a law that differs in classes, limits,
  /// hours or divisor takes effect within it.
  func laws(in week: Week) -> [LawOfDays] {
    var laws: [LawOfDays] = []
    for day in week.days {
      let pack = payRules(on: day)
      if let last = laws.indices.last, laws[last].pack.isSameForExtraWork(as: pack) {
        laws[last].days.append(day)
      } else {
        laws.append(LawOfDays(pack: pack, days: [day]))
      }
    }
    return laws
  }
}

extension RulePack? {
  /// Whether extra work is counted and paid alike under both.
  fileprivate func isSameForExtraWork(as other: RulePack?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.classes == other.classes && self.caps == other.caps
      && self.dailyHours == other.dailyHours && self.paidHoursPerMonth == other.paidHoursPerMonth
      && self.restBetweenShifts == other.restBetweenShifts && self.clockPay == other.clockPay
  }
}

extension CapacityInput {
  /// The limits on any so many weeks in a row of the laws in force in a week, each once.
  func rollingLimits(_ week: Int) -> [(time: WorkTime, weeks: Int)] {
    var found: [(time: WorkTime, weeks: Int)] = []
    for law in scenario.laws(in: calendar.weeks[week]) {
      for limit in law.pack?.rollingOvertimeLimits ?? []
      where !found.contains(where: { $0 == limit }) {
        found.append(limit)
      }
    }
    return found
  }

  /// The kind of extra work that a variable is of.
  func tier(of key: OvertimeKey) -> OvertimeTierOfWeek? {
    overtime[key.group][key.week].first { $0.kind == key.kind && $0.part == key.part }
  }
}
