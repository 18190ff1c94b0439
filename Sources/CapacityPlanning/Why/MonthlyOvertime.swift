public import BusinessCalendar
internal import PayRules
public import Scenarios
public import Units

/// What the pay rules let a group work beyond its hours in a calendar month, and what a plan has it
/// work.
public struct MonthlyOvertime: Sendable, Equatable, Codable {
  /// The month.
  public let month: YearMonth
  /// The most paid hours of one person in the whole month.
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
    guard let pack = scenario.payRules(on: month.first), let limit = pack.overtimeLimitPerMonth,
      let rules = group.overtime, let own = plan.groups.first(where: { $0.group == group.id })
    else { return nil }
    let counted = [DayType.workday, .restDay, .statutoryHoliday]
      .flatMap { pack.overtimeTiers(on: $0) }.filter(\.countsToMonthlyLimit)
      .map(\.payClass.code)
    var days = 0
    var seconds = 0.0
    var ready = 0.0
    for (week, hours) in zip(plan.weeks, own.weeks) {
      let inMonth = week.days.count { YearMonth(of: $0) == month }
      guard inMonth > 0 else { continue }
      days += inMonth
      let paid = hours.overtime.filter { counted.contains($0.payClass) }.map(\.paidTime).total()
      seconds += paid.hours * 3600 * Double(inMonth) / Double(max(1, Array(week.days).count))
      ready = hours.heads.value - hours.inTraining.value - hours.inNesting.value
    }
    guard days > 0 else { return nil }
    self.month = month
    self.limit = limit
    allowance = WorkTime(
      hours: OvertimeModel.monthlyAllowance(limit, days: days, ofMonthWith: month.dayCount))
    worked = WorkTime(hours: seconds / 3600)
    people = Headcount(max(0, ready) * min(1, max(0, rules.takeUp.value)))
  }
}
