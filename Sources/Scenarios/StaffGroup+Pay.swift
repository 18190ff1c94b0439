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

  /// What one head costs on `day`, worked or not, contributions not included: of a monthly salary its
  /// part of the month, by the hour a seventh of the contract's week. Seven of them are the week's.
  public func pay(forHeadOn day: LocalDate) -> UnitPrice {
    switch wage {
    case .monthly(let salary):
      let part = Rational(1, over: Int64(day.yearMonth.dayCount)) ?? .zero
      return UnitPrice(minorUnitsPerUnit: Rational(salary.minorUnits) * part)
    case .hourly(let rate):
      let hours = Rational(contractHours.seconds).divided(by: Rational(7 * 3600)) ?? .zero
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

extension Scenario {
  /// The plain pay of an hour of `group` in `week`: the mean of its days, each under the law in force
  /// on it.
  public func hourlyPay(of group: StaffGroup, in week: Week) -> UnitPrice {
    let all = week.days.reduce(Rational.zero) {
      $0 + group.overtimeBase(under: payRules(on: $1)).perHour.minorUnitsPerUnit
    }
    return UnitPrice(
      minorUnitsPerUnit: all.divided(by: Rational(Int64(week.days.count))) ?? .zero)
  }

  /// The plain pay of an hour of `group` on the last day of `week`.
  public func hourlyPay(of group: StaffGroup, atEndOf week: Week) -> UnitPrice {
    group.overtimeBase(under: payRules(on: week.days.last ?? week.start)).perHour
  }

  /// The hours of a normal day in `week`: the mean of its days, each under the pay rules in force on
  /// it; eight where there are none.
  public func dailyHours(in week: Week) -> WorkTime {
    let days = week.days.map { payRules(on: $0)?.dailyHours ?? WorkTime(hours: 8) }
    return WorkTime(seconds: days.total().seconds / Int64(max(1, days.count)))
  }

  /// The statutory holidays of `week` on which people are off with pay: those of the calendar, under
  /// pay rules that pay extra for work on them.
  public func paidHolidays(in week: Week) -> [LocalDate] {
    week.days.filter { day in
      calendar.day(day).kind == .statutoryHoliday && payRules(on: day)?.paysHolidaysOff ?? false
    }
  }
}
