public import BusinessCalendar
public import Scenarios
public import Units

/// How soon a group can grow by hiring alone: the answer to "can six be sixteen tomorrow?".
///
/// For each level of output the first week in which it can be reached, the rule that stands in the
/// way most, and what earlier notice would have saved. Pure arithmetic; each level is taken by
/// itself, with every class full that helps it.
public struct HiringReach: Sendable, Equatable, Codable {
  /// A rule that takes time.
  public enum Rule: String, Sendable, Hashable, Codable, CaseIterable {
    /// Weeks from the decision to the first day of a class.
    case recruitingLead = "recruiting-lead"
    /// The weeks in which classes may start.
    case classCalendar = "class-calendar"
    /// Weeks of training.
    case training
    /// Slow first weeks after it.
    case ramp
    /// The most people in a class.
    case classSize = "class-size"
    /// The classes that can run at once.
    case trainers
    /// People who leave, wash-out included.
    case attrition
    /// The group has no hiring rules: nobody can be hired.
    case noHiring = "no-hiring"

    /// Where a scenario sets the rule for `group`, as a path of the scenario.
    public func path(of group: StaffGroup) -> String {
      "staff-groups.\(group.id)." + pathInGroup(isByDates: group.startsClassesByDates)
    }

    private func pathInGroup(isByDates: Bool) -> String {
      switch self {
      case .recruitingLead: "hiring.recruiting-lead"
      case .classCalendar: isByDates ? "hiring.class-dates" : "hiring.class-every"
      case .training: "hiring.training"
      case .ramp: "hiring.ramp"
      case .classSize: "hiring.class-size"
      case .trainers: "hiring.trainers"
      case .attrition: "attrition"
      case .noHiring: "hiring"
      }
    }

    /// The rule for people.
    public var inWords: String {
      switch self {
      case .recruitingLead: "the recruiting lead"
      case .classCalendar: "the calendar of the classes"
      case .training: "the weeks of training"
      case .ramp: "the ramp after training"
      case .classSize: "the size of the classes"
      case .trainers: "the number of trainers"
      case .attrition: "attrition and wash-out"
      case .noHiring: "that nobody can be hired"
      }
    }
  }

  /// What it would change if one rule did not hold.
  public struct RuleEffect: Sendable, Equatable, Codable {
    /// The rule.
    public let rule: Rule
    /// The first day of the week in which the level would be reached without it; `nil` for never.
    public let dateWithout: LocalDate?
    /// Weeks saved without it; `nil` where one of the two dates is never.
    public let weeksSaved: Int?
  }

  /// One level of output.
  public struct Level: Sendable, Equatable, Codable {
    /// The level in experienced heads.
    public let heads: Int
    /// Weeks from the start until it is reached; `nil` for never.
    public let week: Int?
    /// The first day of that week.
    public let date: LocalDate?
    /// The rule that stands in the way most; `nil` where the level is there from the start.
    public let rule: Rule?
    /// What each rule is good for, in the order of ``Rule``; only those that change something.
    public let effects: [RuleEffect]
  }

  /// What notice of some weeks would have saved.
  public struct Notice: Sendable, Equatable, Codable {
    /// Days of notice before the start.
    public let daysEarlier: Int
    /// Experienced head-weeks that are missing with this notice until the target is reached.
    public let missingHeadWeeks: Double
    /// What is saved against no notice.
    public let saved: Money
    /// What each of the last seven of these days saves.
    public let savedPerDay: Money
  }

  /// The group.
  public let group: StaffGroup.ID
  /// The day of the decision: the first day of week 0.
  public let start: LocalDate
  /// Output at the start, in experienced heads.
  public let current: Headcount
  /// The level asked for.
  public let target: Int
  /// The levels from the first above ``current`` to the target.
  public let levels: [Level]
  /// Experienced head-weeks that are missing without earlier notice.
  public let missingHeadWeeks: Double
  /// What a missing head-week costs: its net hours at the first tier's price of contacts, for a gap
  /// of a few per cent. A deeper one costs more.
  public let priceOfMissingHeadWeek: UnitPrice
  /// What notice by week saves, from one week to the notice that leaves nothing missing.
  public let notices: [Notice]

  /// The most weeks that are looked ahead.
  public static let horizon = 78
  /// The most levels that are told apart.
  static let mostLevels = 200

  /// The reach of `group` from `start` to `target` experienced heads.
  ///
  /// - Parameter priceOfMissingHour: what a net hour costs that is missing below the target.
  public init(
    of group: StaffGroup, from start: LocalDate, target: Int,
    priceOfMissingHour: UnitPrice = .zero
  ) {
    let curve = HiringCurve(group, from: start)
    let current = curve.staff[0]
    let hoursPerWeek = max(0, group.contractHours.hours) * max(0, group.netShare.value)
    let price = UnitPrice(
      minorUnitsPerUnit: priceOfMissingHour.minorUnitsPerUnit * Rational(nearest: hoursPerWeek))
    self.group = group.id
    self.start = start
    self.target = target
    self.current = Headcount(current)
    priceOfMissingHeadWeek = price
    let first = Int(current.bounded(to: 0...1e6).rounded(.down)) + 1
    let last = min(target, first + HiringReach.mostLevels - 1)
    levels = HiringReach.levels(first <= last ? Array(first...last) : [], of: group, curve, start)
    let missing = curve.missing(below: target, notice: 0)
    missingHeadWeeks = missing
    notices = HiringReach.notices(curve, target: target, missing: missing, price: price)
  }

  /// The reach of one group of a scenario from the first day of its horizon; `nil` for an unknown
  /// group. A missing hour has the lowest price of a lost hour among the group's queues, at the first
  /// tier of ``ShortagePrice``: how deep the gap is depends on the rest of the plan, which is not
  /// looked at here, so the saving is the least it can be.
  public init?(_ scenario: Scenario, group id: StaffGroup.ID, target: Int) {
    guard let group = scenario.staffGroup(id) else { return nil }
    let prices = group.skills.compactMap(scenario.queue).map { ShortagePrice.perHour(of: $0) }
    self.init(
      of: group, from: scenario.horizon.start, target: target,
      priceOfMissingHour: prices.min() ?? .zero)
  }

  private static func levels(
    _ heads: [Int], of group: StaffGroup, _ curve: HiringCurve, _ start: LocalDate
  ) -> [Level] {
    let relaxed = Rule.allCases.compactMap { rule in
      group.without(rule).map { (rule: rule, curve: HiringCurve($0, from: start)) }
    }
    func date(_ week: Int?) -> LocalDate? { week.map { start.adding(days: 7 * $0) } }
    return heads.map { level in
      let week = curve.firstWeek(reaching: level)
      var effects: [RuleEffect] = []
      var best: (rule: Rule, week: Int)?
      for (rule, curve) in relaxed {
        guard let without = curve.firstWeek(reaching: level), without < week ?? .max else {
          continue
        }
        effects.append(
          RuleEffect(
            rule: rule, dateWithout: date(without), weeksSaved: week.map { $0 - without }))
        if without < best?.week ?? .max { best = (rule, without) }
      }
      let rule = week == 0 ? nil : group.hiring == nil ? .noHiring : best?.rule
      return Level(heads: level, week: week, date: date(week), rule: rule, effects: effects)
    }
  }

  private static func notices(
    _ curve: HiringCurve, target: Int, missing: Double, price: UnitPrice
  ) -> [Notice] {
    var notices: [Notice] = []
    var savedBefore = Money.zero
    for weeks in 1..<max(2, horizon) {
      let left = curve.missing(below: target, notice: weeks)
      let saved = Money(quantity: Quantity(missing - left), at: price)
      guard left < (notices.last?.missingHeadWeeks ?? missing) - 1e-9 else { break }
      let perDay = Rational(saved.minorUnits - savedBefore.minorUnits).divided(by: Rational(7))
      notices.append(
        Notice(
          daysEarlier: 7 * weeks, missingHeadWeeks: left, saved: saved,
          savedPerDay: Money(rounding: perDay ?? .zero)))
      savedBefore = saved
    }
    return notices
  }
}

extension StaffGroup {
  /// Whether the calendar of the classes is a list of dates.
  fileprivate var startsClassesByDates: Bool {
    if case .dates = hiring?.classCalendar { true } else { false }
  }
}
