public import BusinessCalendar
public import Scenarios
public import Units

/// Whether a queue can have so many heads by a date, and if not, when, and which rules stand in the
/// way: "can six be sixteen tomorrow?" asked of the whole program, with overtime and vendors.
///
/// A head is the mean week's net hours of an experienced head of the groups that serve the queue.
/// Everybody who can serve the queue does, and money is no limit but for a budget: what is not
/// possible here is not possible at all.
public struct TargetReach: Sendable, Equatable, Codable {
  /// What setting one rule aside would buy.
  public struct Relief: Sendable, Equatable, Codable {
    /// The rule.
    public let rule: CapacityRule
    /// The most heads by the date without it.
    public let heads: Headcount
    /// The first day of the first week from the date on in which the target is reached without it;
    /// `nil` for never.
    public let date: LocalDate?
    /// Whether the target cannot be met while this rule and the others that are in the way hold: one
    /// of a smallest set of rules that contradict it.
    public let isInTheWay: Bool

    /// A relief.
    public init(rule: CapacityRule, heads: Headcount, date: LocalDate?, isInTheWay: Bool) {
      self.rule = rule
      self.heads = heads
      self.date = date
      self.isInTheWay = isInTheWay
    }
  }

  /// The queue.
  public let queue: Queue.ID
  /// The heads asked for.
  public let target: Double
  /// The first day of the week by which they are asked for.
  public let by: LocalDate
  /// Net hours a week that count as a head.
  public let hoursPerHead: WorkTime
  /// The most heads in each week of the plan from the start up to the week in which the target is
  /// reached.
  public let most: [Headcount]
  /// The place in the plan of the week asked for.
  public let week: Int
  /// The first day of the first week from ``by`` on in which the target is reached; `nil` for never.
  public let earliest: LocalDate?
  /// The rules in the way, and what setting each aside by itself would buy; those of the smallest set
  /// first. Empty where the target is met.
  public let reliefs: [Relief]
  /// Rules that are enough when they are set aside together, none of them to spare; empty where the
  /// target is met, `nil` where all of them together are not enough.
  public let enough: [CapacityRule]?

  /// An answer.
  public init(
    queue: Queue.ID, target: Double, by: LocalDate, hoursPerHead: WorkTime, most: [Headcount],
    week: Int, earliest: LocalDate?, reliefs: [Relief], enough: [CapacityRule]?
  ) {
    self.queue = queue
    self.target = target
    self.by = by
    self.hoursPerHead = hoursPerHead
    self.most = most
    self.week = week
    self.earliest = earliest
    self.reliefs = reliefs
    self.enough = enough
  }

  /// Whether the target is met by the date.
  public var isMet: Bool { earliest == by }
}
