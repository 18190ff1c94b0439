public import Units

/// What a hand-made plan gives: its service and cost, and where it breaks rules.
public struct PlanEvaluation: Sendable, Equatable, Codable {
  /// A rule that the plan breaks.
  public struct Breach: Sendable, Equatable, Codable {
    /// The place of the week in the plan; the first of a month's; `nil` for the whole horizon.
    public let week: Int?
    /// The rule's sentence, such as "trainers of wuhan in the week of 2026-08-17".
    public let rule: String
    /// By how much it is broken.
    public let amount: Double
    /// The unit of the amount, such as "trainer" or "week".
    public let unit: String
    /// The scenario path of the rule.
    public let path: String

    /// A breach.
    public init(week: Int?, rule: String, amount: Double, unit: String, path: String) {
      self.week = week
      self.rule = rule
      self.amount = amount
      self.unit = unit
      self.path = path
    }
  }

  /// What one queue gets.
  public struct Service: Sendable, Equatable, Codable {
    /// The queue's id.
    public let queue: String
    /// Net hours that it needs.
    public let required: WorkTime
    /// Net hours that nobody gives.
    public let short: WorkTime
    /// Contacts that these would have handled.
    public let contactsLost: ContactVolume

    /// The share of the hours that somebody gives; all of none.
    public var covered: Share {
      required > .zero ? Share(1 - short.hours / required.hours) : .whole
    }

    /// What a queue gets.
    public init(
      queue: String, required: WorkTime, short: WorkTime, contactsLost: ContactVolume
    ) {
      self.queue = queue
      self.required = required
      self.short = short
      self.contactsLost = contactsLost
    }
  }

  /// The plan carried out: hours given to queues as well as it allows, as if its breaches were
  /// allowed.
  public let plan: CapacityPlan
  /// What it costs, shortage and end strength at their prices included.
  public let cost: Money
  /// Of that, what is paid.
  public let cash: Money
  /// What each queue gets, in the scenario's order.
  public let services: [Service]
  /// The rules it breaks, by week.
  public let breaches: [Breach]

  /// An evaluation.
  public init(
    plan: CapacityPlan, cost: Money, cash: Money, services: [Service], breaches: [Breach]
  ) {
    self.plan = plan
    self.cost = cost
    self.cash = cash
    self.services = services
    self.breaches = breaches
  }
}
