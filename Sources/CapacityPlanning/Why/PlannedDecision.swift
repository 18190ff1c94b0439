public import BusinessCalendar
public import Scenarios
public import Units

/// A decision of a plan: what it is good for, until when it must be taken, what waiting costs.
public struct PlannedDecision: Sendable, Equatable, Codable {
  /// What is decided.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// People start in a hiring class.
    case hiringClass = "hiring-class"
    /// A vendor adds seats.
    case vendorOrder = "vendor-order"
    /// A group works overtime in weeks one after the other.
    case overtime
    /// A vendor's seats are given back.
    case seatsBack = "seats-back"
    /// A vendor's contract ends.
    case contractEnd = "contract-end"
  }

  /// A week for which the decision is taken.
  public struct Reason: Sendable, Equatable, Codable {
    /// The place of the week in the plan.
    public let week: Int
    /// Net hours of that week that, without the decision, somebody else would give or nobody.
    public let netTime: WorkTime
    /// The queue with most of them; `nil` where only overtime would stand in.
    public let queue: Queue.ID?

    /// A reason.
    public init(week: Int, netTime: WorkTime, queue: Queue.ID?) {
      self.week = week
      self.netTime = netTime
      self.queue = queue
    }
  }

  /// One of the weeks in which a vendor's seats change, of a decision that takes several.
  public struct Step: Sendable, Equatable, Codable {
    /// The place of the week in the plan.
    public let week: Int
    /// Seats more, or given back.
    public let amount: Double
    /// The day on which it takes effect.
    public let effective: LocalDate
    /// The last day to tell the vendor.
    public let decideBy: LocalDate

    /// A step.
    public init(week: Int, amount: Double, effective: LocalDate, decideBy: LocalDate) {
      self.week = week
      self.amount = amount
      self.effective = effective
      self.decideBy = decideBy
    }
  }

  /// What would stand in for the decision, over all weeks, in net hours; negative where there would
  /// be less of it.
  public struct Substitutes: Sendable, Equatable, Codable {
    /// Hours short.
    public let short: WorkTime
    /// Hours of vendors.
    public let outsourced: WorkTime
    /// Hours of overtime.
    public let overtime: WorkTime

    /// Substitutes.
    public init(short: WorkTime, outsourced: WorkTime, overtime: WorkTime) {
      self.short = short
      self.outsourced = outsourced
      self.overtime = overtime
    }
  }

  /// What is decided.
  public let kind: Kind
  /// The id of the group or vendor.
  public let owner: String
  /// People of a class, seats, or paid hours of overtime; 0 for the end of a contract.
  public let amount: Double
  /// The first week of the plan in which it takes effect.
  public let firstWeek: Int
  /// The last week of it: of an order that grows over weeks, of a stretch of overtime.
  public let lastWeek: Int
  /// The day on which it takes effect.
  public let effective: LocalDate
  /// The last day for the decision as planned: the effect less lead or notice.
  public let decideBy: LocalDate
  /// The last day on which waiting has cost nothing yet; later than ``decideBy`` where a later start
  /// is as good.
  public let lastSafeDay: LocalDate
  /// What one more week of waiting costs after ``lastSafeDay``, the other decisions held; `nil` where
  /// waiting costs nothing within the weeks that were tried.
  public let priceOfWaiting: Money?
  /// What the plan would cost more without it, the other whole decisions held; negative where it
  /// would cost less. `nil` for what is undone.
  public let worth: Money?
  /// The weeks for which it is taken, from the first in which it takes effect, those with most hours
  /// first, at most six; none where the plan is as good without it.
  public let reasons: [Reason]
  /// What would stand in for it; `nil` for what is undone, and where there is no plan without it.
  public let substitutes: Substitutes?
  /// The weeks in which seats change, in order; empty for other decisions.
  public let steps: [Step]

  /// A decision.
  public init(
    kind: Kind, owner: String, amount: Double, firstWeek: Int, lastWeek: Int,
    effective: LocalDate, decideBy: LocalDate, lastSafeDay: LocalDate, priceOfWaiting: Money?,
    worth: Money?, reasons: [Reason], substitutes: Substitutes?, steps: [Step] = []
  ) {
    self.kind = kind
    self.owner = owner
    self.amount = amount
    self.firstWeek = firstWeek
    self.lastWeek = lastWeek
    self.effective = effective
    self.decideBy = decideBy
    self.lastSafeDay = lastSafeDay
    self.priceOfWaiting = priceOfWaiting
    self.worth = worth
    self.reasons = reasons
    self.substitutes = substitutes
    self.steps = steps
  }

  /// Whether something is undone, rather than done.
  public var isUndoing: Bool { kind == .seatsBack || kind == .contractEnd }

  /// The same decision with another kind of answer is compared by its day, then by its kind.
  static func isEarlier(_ left: PlannedDecision, _ right: PlannedDecision) -> Bool {
    let first = (left.decideBy, left.kind.place, left.owner)
    return first < (right.decideBy, right.kind.place, right.owner)
  }
}

extension PlannedDecision.Kind {
  fileprivate var place: Int { PlannedDecision.Kind.allCases.firstIndex(of: self) ?? 0 }
}
