public import BusinessCalendar
internal import PayRules
public import Scenarios
public import Units

/// What the pay rules let a group work beyond its hours in a calendar month, and what a plan has it
/// work.
public struct MonthlyOvertime: Sendable, Equatable, Codable {
  /// The month.
  public let month: YearMonth
  /// The most paid hours of one person in the whole month; the lower one where the law changes in it.
  public let limit: WorkTime
  /// The part of it that falls on the days of the month within the plan.
  public let allowance: WorkTime
  /// The paid hours of the group that count to it, of each week by its days in the month.
  public let worked: WorkTime
  /// People past nesting who agree to overtime, in the plan's last week that touches the month.
  public let people: Headcount

  /// The overtime of `group` in `month`; `nil` where no rule limits a month, the group works none, or
  /// the plan does not touch the month.
  public init?(
    of group: StaffGroup, in month: YearMonth, of plan: CapacityPlan, _ scenario: Scenario
  ) {
    guard let rules = group.overtime, let own = plan.groups.first(where: { $0.group == group.id })
    else { return nil }
    var days: [LocalDate] = []
    var seconds = 0.0
    var ready = 0.0
    for (week, hours) in zip(plan.weeks, own.weeks) {
      let inMonth = week.days.filter { YearMonth(of: $0) == month }
      guard !inMonth.isEmpty else { continue }
      days += inMonth
      for (part, law) in scenario.laws(in: week).enumerated() {
        let share = Double(law.days.count { YearMonth(of: $0) == month }) / Double(law.days.count)
        let from = part > 0 ? law.days.first : nil
        let counted = Self.countedCodes(law.pack)
        let paid = hours.overtime.filter { $0.from == from && counted.contains($0.payClass) }
        seconds += paid.map(\.paidTime).total().hours * 3600 * share
      }
      ready = hours.heads.value - hours.inTraining.value - hours.inNesting.value
    }
    guard let allowance = OvertimeModel.monthlyAllowance(in: month, on: days, of: scenario),
      let limit = days.compactMap({ scenario.payRules(on: $0)?.overtimeLimitPerMonth }).min()
    else { return nil }
    self.month = month
    self.limit = limit
    self.allowance = WorkTime(hours: allowance)
    worked = WorkTime(hours: seconds / 3600)
    people = Headcount(max(0, ready) * min(1, max(0, rules.takeUp.value)))
  }

  /// The pay classes whose hours count to the month's limit.
  private static func countedCodes(_ pack: RulePack?) -> [String] {
    guard let pack else { return [] }
    return DayType.allCases.flatMap { pack.overtimeTiers(on: $0) }.filter(\.countsToMonthlyLimit)
      .map(\.payClass.code)
  }
}
