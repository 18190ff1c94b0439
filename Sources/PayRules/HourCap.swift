public import Units

/// A limit on hours. Pay is due even for hours beyond it: a cap binds the planner, not the payroll.
public struct HourCap: Sendable, Hashable, Codable {
  /// What is limited, and to how much.
  public enum Limit: Sendable, Hashable, Codable {
    /// Overtime of one day, by the day on which shifts start.
    case overtimePerDay(WorkTime)
    /// Overtime of one calendar month.
    case overtimePerMonth(WorkTime)
    /// Overtime of any so many weeks in a row, as where the law caps the average of a period.
    case overtimePerWeeks(WorkTime, weeks: Int)
    /// Days in a row on which shifts start.
    case consecutiveDays(Int)
  }

  /// What a planner does about the cap.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    /// Never plans beyond it, unless told so.
    case block
    /// Plans beyond it, and says so.
    case flag
  }

  /// The name of the flag that is raised beyond the limit, such as `CN_MONTH_OT_GT_36H`.
  public let code: String
  /// What is limited, and to how much.
  public let limit: Limit
  /// What a planner does about it.
  public let severity: Severity
  /// The rule as a sentence.
  public let sentence: String
  /// Where the rule comes from.
  public let source: RuleSource

  /// A cap; packs that are read have theirs from the data.
  public init(
    code: String, limit: Limit, severity: Severity, sentence: String, source: RuleSource
  ) {
    self.code = code
    self.limit = limit
    self.severity = severity
    self.sentence = sentence
    self.source = source
  }
}

/// The least time between two shifts of a person.
public struct ShiftRest: Sendable, Hashable, Codable {
  /// From the end of one shift to the start of the next.
  public let time: WorkTime
  /// The rule as a sentence.
  public let sentence: String
  /// Where the rule comes from.
  public let source: RuleSource
}
