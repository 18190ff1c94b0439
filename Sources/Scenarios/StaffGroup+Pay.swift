public import BusinessCalendar
public import PayRules
public import Units

extension StaffGroup {
  /// What one head costs in `week`, contributions not included.
  ///
  /// A monthly salary is spread evenly over the days of its calendar month, so that the weeks of a
  /// month add up to exactly one salary; an hourly wage pays the contract hours.
  public func pay(forHeadIn week: Week) -> UnitPrice {
    switch wage {
    case .monthly(let salary):
      let daysOfMonths = week.days.reduce(Rational.zero) { sum, day in
        sum + (Rational(1, over: Int64(YearMonth(of: day).dayCount)) ?? .zero)
      }
      return UnitPrice(minorUnitsPerUnit: Rational(salary.minorUnits) * daysOfMonths)
    case .hourly(let rate):
      let hours = Rational(contractHours.seconds).divided(by: Rational(3600)) ?? .zero
      return UnitPrice(minorUnitsPerUnit: rate.perHour.minorUnitsPerUnit * hours)
    }
  }

  /// The rate on which overtime is paid: the hourly wage, or the monthly salary over the hours that
  /// the pay rules count for a month. Without pay rules a salary is spread over 52 weeks of contract
  /// hours.
  public func overtimeBase(under rules: RulePack?) -> HourlyRate {
    switch wage {
    case .hourly(let rate): return rate
    case .monthly(let salary):
      if let rules { return rules.hourlyRate(monthlySalary: salary) }
      let yearly = Rational(salary.minorUnits) * Rational(12)
      let hours = Rational(contractHours.seconds * 52).divided(by: Rational(3600)) ?? .one
      return HourlyRate(
        perHour: UnitPrice(minorUnitsPerUnit: yearly.divided(by: hours) ?? .zero))
    }
  }

  /// The employer's contributions as an exact factor on pay.
  public var contributionFactor: Multiplier { Multiplier(Rational(nearest: employerOnCost.value)) }
}
