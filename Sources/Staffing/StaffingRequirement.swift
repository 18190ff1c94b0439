public import BusinessCalendar
public import Scenarios
public import Units

/// How many positions each interval needs, net of shrinkage, fractions kept.
public struct StaffingRequirement: Sendable, Equatable, Codable {
  /// The days and intervals of the horizon; every array below has one entry a slot of it.
  public let grid: PlanningGrid
  /// One requirement a queue, in the scenario's order.
  public let queues: [QueueRequirement]
  /// The pools, in the scenario's order; what their queues need in them is in ``queues``.
  public let pools: [PoolRequirement]

  /// A requirement of `queues` on `grid`.
  public init(
    grid: PlanningGrid, queues: [QueueRequirement], pools: [PoolRequirement] = []
  ) {
    self.grid = grid
    self.queues = queues
    self.pools = pools
  }

  /// Reads a requirement; one that was kept before there were pools has none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      grid: try values.decode(PlanningGrid.self, forKey: .grid),
      queues: try values.decode([QueueRequirement].self, forKey: .queues),
      pools: try values.decodeIfPresent([PoolRequirement].self, forKey: .pools) ?? [])
  }

  /// The requirement of one queue.
  public subscript(queue: Queue.ID) -> QueueRequirement? { queues.first { $0.queue == queue } }
}

/// The requirement of one queue.
public struct QueueRequirement: Sendable, Equatable, Codable {
  /// What decided the positions of an interval.
  public enum Driver: String, Sendable, Codable, CaseIterable {
    /// Nobody is needed: the queue is closed or nothing comes.
    case none
    /// The share answered in time.
    case serviceLevel = "service-level"
    /// The mean wait.
    case averageSpeedOfAnswer = "average-speed-of-answer"
    /// The share that leaves.
    case abandonment
    /// The wait that most contacts do not exceed.
    case waitPercentile = "wait-percentile"
    /// The share that is turned away.
    case blocking
    /// The share of replies in time.
    case replyRate = "reply-rate"
    /// The cap on occupancy.
    case occupancy
    /// The minimum of manned positions.
    case minimumPositions = "minimum-positions"
    /// Work that can wait: hours of work, spread to meet the due time.
    case workload
  }

  /// The queue.
  public let queue: Queue.ID
  /// The model and the definition of its service level, in words.
  public internal(set) var method: String
  /// Contacts that people get, a slot: as in the forecast, less what notices save and robots keep, and
  /// with those that come again from other queues; the attempts of a campaign.
  public internal(set) var volume: [ContactVolume]
  /// How long one of them takes on average, a slot; empty where that is not known.
  public internal(set) var handleTime: [Duration]
  /// Offered load in erlangs of agent work (chat already divided by its concurrency), a slot.
  public internal(set) var load: [Erlangs]
  /// Positions needed, a slot, net of shrinkage; where the queue opens or closes within a slot, the
  /// mean over the slot.
  public internal(set) var positions: [Positions]
  /// What decided them, a slot.
  public internal(set) var driver: [Driver]
  /// The service level reached with these positions, a slot (share of offered contacts answered
  /// within the target's time); `nil` where none is promised.
  public internal(set) var serviceLevel: [Share?]
  /// The occupancy with these positions, a slot.
  public internal(set) var occupancy: [Share]
  /// The share of replies in time with these positions, a slot; `nil` where none is promised.
  public internal(set) var replyRate: [Share?]
  /// What is known beside the slots: contacts that come again, a campaign, tiers, languages.
  public internal(set) var detail: RequirementDetail

  /// A requirement of one queue; without a `replyRate` nothing is promised of replies, and without a
  /// `handleTime` every contact takes what the queue says.
  public init(
    queue: Queue.ID, method: String, volume: [ContactVolume], handleTime: [Duration] = [],
    load: [Erlangs], positions: [Positions], driver: [Driver], serviceLevel: [Share?],
    occupancy: [Share], replyRate: [Share?]? = nil, detail: RequirementDetail = RequirementDetail()
  ) {
    self.queue = queue
    self.method = method
    self.volume = volume
    self.handleTime = handleTime
    self.load = load
    self.positions = positions
    self.driver = driver
    self.serviceLevel = serviceLevel
    self.occupancy = occupancy
    self.detail = detail
    self.replyRate = replyRate ?? Array(repeating: nil, count: positions.count)
  }
}

extension QueueRequirement {
  /// Reads a requirement; one that was kept before there were a `handleTime`, a `replyRate` and a
  /// `detail` has none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      queue: try values.decode(Queue.ID.self, forKey: .queue),
      method: try values.decode(String.self, forKey: .method),
      volume: try values.decode([ContactVolume].self, forKey: .volume),
      handleTime: try values.decodeIfPresent([Duration].self, forKey: .handleTime) ?? [],
      load: try values.decode([Erlangs].self, forKey: .load),
      positions: try values.decode([Positions].self, forKey: .positions),
      driver: try values.decode([Driver].self, forKey: .driver),
      serviceLevel: try values.decode([Share?].self, forKey: .serviceLevel),
      occupancy: try values.decode([Share].self, forKey: .occupancy),
      replyRate: try values.decodeIfPresent([Share?].self, forKey: .replyRate),
      detail: try values.decodeIfPresent(RequirementDetail.self, forKey: .detail)
        ?? RequirementDetail())
  }
}

extension QueueRequirement {
  /// Adds words to the method, clause by clause.
  mutating func note(_ notes: [String]) {
    method = ([method] + notes).joined(separator: "; ")
  }
}

extension StaffingRequirement {
  /// Net hours on contacts that `queue` needs on the slots `slots`.
  public func requiredTime(of queue: Queue.ID, in slots: Range<Int>) -> WorkTime {
    guard let requirement = self[queue] else { return .zero }
    let positions = requirement.positions[slots].lazy.map(\.value).reduce(0, +)
    return WorkTime(hours: positions * grid.slotLength.duration.inHours)
  }
  /// How long a contact of `queue` takes on average in the slots `slots`, to a millisecond, each slot
  /// with the weight of its contacts; what the queue says where no contacts come or that is not known.
  public func meanHandleTime(of queue: Queue, in slots: some Sequence<Int>) -> Duration {
    guard let requirement = self[queue.id], !requirement.handleTime.isEmpty else {
      return queue.handleTime
    }
    var (contacts, seconds) = (0.0, 0.0)
    for slot in slots where requirement.handleTime.indices.contains(slot) {
      let volume = max(0, requirement.volume[slot].value)
      contacts += volume
      seconds += volume * requirement.handleTime[slot].inSeconds
    }
    let mean = seconds / contacts
    guard contacts > 0, mean.isFinite, mean > 0 else { return queue.handleTime }
    return .milliseconds((mean * 1000).rounded())
  }
}
