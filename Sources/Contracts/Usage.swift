public import BusinessCalendar
public import Units

/// Hours used in one calendar month, by billing unit and class.
public struct Usage: Sendable, Hashable, Codable {
  /// The hours of one unit and class.
  public struct Entry: Sendable, Hashable, Codable {
    /// The unit they are billed in.
    public let unit: PricingUnit
    /// The class they are billed in.
    public let dayClass: DayClass
    /// The time used; not negative.
    public let time: WorkTime

    /// `time` of `unit` in `dayClass`.
    public init(unit: PricingUnit, dayClass: DayClass, time: WorkTime) {
      self.unit = unit
      self.dayClass = dayClass
      self.time = time
    }
  }

  /// The month.
  public let month: YearMonth
  /// What was used; entries of the same unit and class add up.
  public let entries: [Entry]

  /// The usage of `month`.
  public init(month: YearMonth, entries: [Entry]) {
    self.month = month
    self.entries = entries
  }

  /// The usage of `month` where all hours are of one unit.
  public init(month: YearMonth, unit: PricingUnit, hours: [DayClass: WorkTime]) {
    self.init(
      month: month,
      entries: DayClass.allCases.compactMap { dayClass in
        hours[dayClass].map { Entry(unit: unit, dayClass: dayClass, time: $0) }
      })
  }

  /// The time used of one unit in one class.
  public func time(_ unit: PricingUnit, _ dayClass: DayClass) -> WorkTime {
    entries.filter { $0.unit == unit && $0.dayClass == dayClass }.map(\.time).total()
  }

  /// The time used of one unit in all classes.
  public func time(_ unit: PricingUnit) -> WorkTime {
    entries.filter { $0.unit == unit }.map(\.time).total()
  }
}
