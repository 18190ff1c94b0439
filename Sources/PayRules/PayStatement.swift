public import BusinessCalendar
public import Units

/// How a person is paid.
public enum PayBasis: String, Sendable, Hashable, Codable, CaseIterable {
  /// A salary for the month; ordinary hours are within it, and pay lines are on top of it.
  case monthly
  /// By the hour; pay lines are the whole pay.
  case hourly
}

/// One line of pay: `quantity × multiplier × rate`, rounded once, half away from zero.
public struct PayLine: Sendable, Hashable, Codable {
  /// The pay class, such as `CN_OT150`, or the allowance.
  public let code: String
  /// How much was worked, to a millionth; the amount is computed from the exact time.
  public let quantity: Quantity
  /// The unit of the quantity: `h` or `shift`.
  public let unit: String
  /// The factor on the rate.
  public let multiplier: Multiplier
  /// The pay of one unit before the factor.
  public let rate: UnitPrice
  /// What is paid; zero for hours within a monthly salary.
  public let amount: Money
  /// The rule as a sentence.
  public let sentence: String
  /// Where the rule comes from.
  public let source: RuleSource
  /// The first day of the workweek the line is for; `nil` where lines are not by week.
  public let week: LocalDate?
  /// The day the line is for; `nil` where lines are not by shift or day.
  public let date: LocalDate?

  init(
    code: String, quantity: Quantity, unit: String, multiplier: Multiplier, rate: UnitPrice,
    amount: Money, sentence: String, source: RuleSource, week: LocalDate? = nil,
    date: LocalDate? = nil
  ) {
    self.code = code
    self.quantity = quantity
    self.unit = unit
    self.multiplier = multiplier
    self.rate = rate
    self.amount = amount
    self.sentence = sentence
    self.source = source
    self.week = week
    self.date = date
  }
}

/// A cap that a timesheet goes beyond.
public struct PayFlag: Sendable, Hashable, Codable {
  /// The cap.
  public let cap: HourCap
  /// The day it was first broken, or the last day of the run of days; `nil` for a month.
  public let date: LocalDate?
  /// What was found: hours, or days in a row.
  public let found: Quantity
}

/// What a timesheet is paid, and which caps it breaks.
public struct PayStatement: Sendable, Hashable, Codable {
  /// The pay by class, in the order of the pack's classes, base pay last, then allowances.
  public let lines: [PayLine]
  /// The caps broken, in the order of the pack.
  public let flags: [PayFlag]
  /// The time worked, without breaks.
  public let worked: WorkTime
  /// Time off that is owed for work on rest days.
  public let timeOffOwed: WorkTime

  /// The sum of the lines: on top of a monthly salary, the whole pay by the hour.
  public var total: Money { lines.map(\.amount).total() }
}
