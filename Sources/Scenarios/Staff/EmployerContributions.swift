public import BusinessCalendar
public import PayRules
public import Units

/// Contributions on a base of their own: the same each month whatever overtime is worked.
///
/// The base is last year's average pay, not less than the city's floor and not more than its cap. Of
/// people who join it is their first month's pay by law; a group has one average for all.
public struct EmployerContributions: Sendable, Hashable, Codable {
  /// The employer's share of the base.
  public var rate: Share
  /// Last year's average pay a month.
  public var averagePay: Money
  /// The city's bounds, by the day they take effect; the first hold before it too.
  public var bases: [ContributionBase]

  /// Contributions at `rate` on the base of `averagePay`.
  public init(rate: Share, averagePay: Money, bases: [ContributionBase]) {
    self.rate = rate
    self.averagePay = averagePay
    self.bases = bases
  }

  /// The bounds in force on a day; `nil` where there are none at all.
  public func base(on date: LocalDate) -> ContributionBase? {
    bases.last { $0.effectiveFrom <= date } ?? bases.first
  }

  /// What is due for one head in the month of `date`, rounded once.
  public func perMonth(on date: LocalDate) -> Money {
    let factor = Multiplier(Rational(nearest: rate.value))
    return base(on: date)?.contribution(lastYearsAverage: averagePay, at: factor)
      ?? Money(rounding: Rational(averagePay.minorUnits), times: factor.factor)
  }

  /// What is due for one head in `week`: each day its part of its own month.
  public func perHead(in week: Week) -> UnitPrice {
    let sum = week.days.reduce(Rational.zero) { sum, day in
      let days = Rational(Int64(day.yearMonth.dayCount))
      return sum + (Rational(perMonth(on: day).minorUnits).divided(by: days) ?? .zero)
    }
    return UnitPrice(minorUnitsPerUnit: sum)
  }
}
