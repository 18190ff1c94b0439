public import BusinessCalendar
public import PayRules
public import Scenarios
public import Units

/// What an hour and a week of one of our own people cost in pay, exact; contributions of the
/// employer come on top.
public enum LabourPrice {
  /// The pay of one head for the seven days of `week`: of a monthly salary, for each day the salary
  /// over the days of its month; by the hour, the contract's hours.
  public static func headWeek(
    wage: Wage, contractHours: WorkTime, in week: Week
  ) -> UnitPrice {
    switch wage {
    case .monthly(let salary):
      let perWeek = week.days.reduce(Rational.zero) { sum, date in
        let days = Rational(Int64(date.yearMonth.dayCount))
        return sum + (Rational(salary.minorUnits).divided(by: days) ?? .zero)
      }
      return UnitPrice(minorUnitsPerUnit: perWeek)
    case .hourly(let rate):
      let hours = Rational(contractHours.seconds).divided(by: Rational(3600)) ?? .zero
      return UnitPrice(minorUnitsPerUnit: rate.perHour.minorUnitsPerUnit * hours)
    }
  }

  /// The pay of one hour at the plain rate: of a monthly salary, the salary over the paid hours that
  /// the law counts for a month.
  public static func hour(wage: Wage, under rules: RulePack) -> HourlyRate {
    switch wage {
    case .monthly(let salary): rules.hourlyRate(monthlySalary: salary)
    case .hourly(let rate): rate
    }
  }

  /// What the employer pays for one unit of pay, contributions included: 1.32 at 32 %.
  static func onCostFactor(of group: StaffGroup) -> Double {
    1 + max(0, group.employerOnCost.value)
  }
}
