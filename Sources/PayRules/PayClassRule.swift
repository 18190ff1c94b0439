public import Units

/// When a pay class applies: every part that is stated must hold.
public struct PayCondition: Sendable, Hashable, Codable {
  /// The types of day it is for; `nil` for any.
  public let dayTypes: [DayType]?
  /// Whether the hour must be beyond (or within) the daily hours; `nil` for either.
  public let beyondDailyHours: Bool?
  /// Whether equal time off must (or must not) be given for the hour; `nil` for either.
  public let timeOffInLieu: Bool?

  /// A condition of the stated parts.
  public init(
    dayTypes: [DayType]? = nil, beyondDailyHours: Bool? = nil, timeOffInLieu: Bool? = nil
  ) {
    self.dayTypes = dayTypes
    self.beyondDailyHours = beyondDailyHours
    self.timeOffInLieu = timeOffInLieu
  }

  /// Whether the condition holds for an hour.
  public func holds(on dayType: DayType, beyondDailyHours: Bool, timeOffInLieu: Bool) -> Bool {
    (dayTypes?.contains(dayType) ?? true)
      && (self.beyondDailyHours ?? beyondDailyHours) == beyondDailyHours
      && (self.timeOffInLieu ?? timeOffInLieu) == timeOffInLieu
  }
}

/// One class of pay: when it applies and what an hour of it is worth.
public struct PayClassRule: Sendable, Hashable, Codable {
  /// How the pay of the class relates to a monthly salary.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Ordinary pay: within a monthly salary, paid by the hour otherwise.
    case base
    /// Paid on top of a monthly salary.
    case onTop = "on-top"
  }

  /// The class's name in ledgers, such as `CN_OT150`.
  public let code: String
  /// When it applies, unless a class before it does.
  public let condition: PayCondition
  /// The factor on the hourly rate.
  public let multiplier: Multiplier
  /// How it relates to a monthly salary.
  public let kind: Kind
  /// Whether its hours use up the daily hours of the day on which the shift starts.
  public let countsToDailyHours: Bool
  /// Whether its hours are overtime of the day.
  public let countsToDailyOvertime: Bool
  /// Whether its hours are overtime of the month.
  public let countsToMonthlyOvertime: Bool
  /// Whether equal time off is owed for its hours.
  public let owesTimeOff: Bool
  /// The rule as a sentence.
  public let sentence: String
  /// Where the rule comes from.
  public let source: RuleSource
}
