public import Units

/// What the business allows, wants and pays for.
public struct Policy: Sendable, Equatable, Codable {
  /// The most of one queue's work that vendors may take.
  public struct OutsourcingLimit: Sendable, Equatable, Codable {
    /// The queue.
    public let queue: Queue.ID
    /// The largest share of its required hours in a week.
    public let share: Share

    /// At most `share` of `queue`.
    public init(queue: Queue.ID, share: Share) {
      self.queue = queue
      self.share = share
    }
  }

  /// Limits by queue; a mission-critical queue has 0. A queue that is not listed has none.
  public package(set) var outsourcingLimits: [OutsourcingLimit]
  /// Queues that stay in house whatever it costs.
  public package(set) var missionCritical: [Queue.ID]
  /// The largest share of all required hours of the horizon that vendors may take, if limited.
  public package(set) var maximumOutsourcedShare: Share?
  /// The most the plan may cost over the horizon, if limited. It is a limit on cash, not on priced
  /// shortage.
  public package(set) var budget: Money?
  /// The in-house output at the end of the horizon, as a share of the mean requirement of the last
  /// four weeks, below which the plan pays `priceOfMissingHeadAtEnd` a head.
  public package(set) var endStrength: Share
  /// What a head short of that costs.
  public let priceOfMissingHeadAtEnd: Money
  /// What a unit of money above the budget weighs beside itself; `nil` where the budget is a limit.
  public let overBudget: Share?
  /// Deferred queues whose work may wait over the end of a week, at most for their promise.
  public let carriedQueues: [Queue.ID]?
  /// The busiest hours that the weekly plan must carry too; `nil` where it looks at hours of a week.
  public let peakHours: PeakHours?

  /// A policy; the scenario reader has checked every value.
  public init(
    outsourcingLimits: [OutsourcingLimit], missionCritical: [Queue.ID],
    maximumOutsourcedShare: Share?, budget: Money?, endStrength: Share,
    priceOfMissingHeadAtEnd: Money, overBudget: Share? = nil, carriedQueues: [Queue.ID]? = nil,
    peakHours: PeakHours? = nil
  ) {
    self.outsourcingLimits = outsourcingLimits
    self.missionCritical = missionCritical
    self.maximumOutsourcedShare = maximumOutsourcedShare
    self.budget = budget
    self.endStrength = endStrength
    self.priceOfMissingHeadAtEnd = priceOfMissingHeadAtEnd
    self.overBudget = overBudget
    self.carriedQueues = carriedQueues
    self.peakHours = peakHours
  }

  /// The largest share of `queue` that vendors may take.
  public func outsourcingLimit(of queue: Queue.ID) -> Share {
    if missionCritical.contains(queue) { return .zero }
    return outsourcingLimits.first { $0.queue == queue }?.share ?? .whole
  }
}
