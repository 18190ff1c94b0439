public import BusinessCalendar
public import Units

/// What a city counts of a month's pay for social insurance: last year's average pay, not less than
/// its floor and not more than its cap. Data of a city and a year; nothing here is legal advice.
public struct ContributionBase: Sendable, Hashable, Codable {
  /// The city.
  public let city: String
  /// The first day the bounds hold.
  public let effectiveFrom: LocalDate
  /// The first day they no longer hold; `nil` while no end is known.
  public let effectiveTo: LocalDate?
  /// The least base of a month.
  public let floor: Money
  /// The most of a month; never below the floor.
  public let cap: Money
  /// Where the bounds stand.
  public let source: RuleSource

  /// The bounds of a city; `nil` where the cap is below the floor or the end not after the start.
  public init?(
    city: String, effectiveFrom: LocalDate, effectiveTo: LocalDate? = nil, floor: Money,
    cap: Money, source: RuleSource
  ) {
    guard floor <= cap, effectiveTo.map({ $0 > effectiveFrom }) ?? true else { return nil }
    self.city = city
    self.effectiveFrom = effectiveFrom
    self.effectiveTo = effectiveTo
    self.floor = floor
    self.cap = cap
    self.source = source
  }

  /// The base of somebody with this average pay a month last year.
  public func base(lastYearsAverage: Money) -> Money { min(max(lastYearsAverage, floor), cap) }

  /// What an employer pays on it a month at a rate, rounded once.
  public func contribution(lastYearsAverage: Money, at rate: Multiplier) -> Money {
    let base = base(lastYearsAverage: lastYearsAverage)
    return Money(rounding: Rational(base.minorUnits), times: rate.factor)
  }
}
