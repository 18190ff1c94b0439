internal import BusinessCalendar
internal import Forecasting
internal import Queueing
internal import Scenarios
internal import Units

/// One line of contacts on a day that is compared: a queue's, or those of several that share agents
/// and wait in the order in which they came.
struct ComparedLine {
  /// The contacts that people get, those that come again included.
  let demand: SlotDemand
  /// The queue asked for, or the first of the line.
  let staffed: StaffedQueue
  /// Contacts that a position holds at once.
  let places: Double
  let patience: Duration?
  /// The share of those who left that dial again.
  let redial: Double

  /// The line of `members`, told by the first of them.
  init?(_ members: [ComparedMember]) {
    guard let first = members.first else { return nil }
    staffed = StaffedQueue(
      first.demand.queue, maximumOccupancy: first.demand.maximumOccupancy)
    guard members.count > 1 else {
      demand = first.demand
      places = staffed.concurrency
      patience = staffed.patience
      redial = staffed.redial
      return
    }
    let all = members.map {
      StaffedQueue($0.demand.queue, maximumOccupancy: $0.demand.maximumOccupancy)
    }
    let places = all.map(\.concurrency).min() ?? 1
    let counts = members.map { $0.demand.volume.reduce(0, +) }
    let total = counts.reduce(0, +)
    func mean(_ value: (StaffedQueue) -> Double) -> Double {
      total > 0 ? zip(all, counts).reduce(0) { $0 + $1.1 * value($1.0) } / total : 0
    }
    let leaving = mean { line in line.patience.map { 1 / max(1e-3, $0.inSeconds) } ?? 0 }
    self.places = places
    patience = leaving > 0 ? .seconds(1 / leaving) : nil
    redial = mean(\.redial)
    // A place of the line is one of the smallest concurrency: others are quicker through it.
    demand = SlotDemand(
      merging: zip(members, all).map { ($0.demand, places / $1.concurrency) })
  }
}

/// A queue whose customers wait, with its contacts and its place in the requirement.
struct ComparedMember {
  let demand: SlotDemand
  let requirement: QueueRequirement
}

/// Who answers a queue on a day that is compared, and what else they do.
struct ComparedTeam {
  enum Work {
    /// State is carried over in the line.
    case line
    /// Chats fill what calls leave: each slot by itself, with these members of the pool.
    case behindCalls([ComparedMember])
    /// Every chat is given to an agent at once: each slot by itself.
    case atOnce
  }

  let queue: Queue.ID
  let pool: PoolRequirement?
  let line: ComparedLine
  let work: Work
  /// The other lines that the same people answer, each by itself.
  let others: [ComparedLine]
  /// The positions of the requirement that answer the line, a slot.
  let required: [Double]
  /// Whether the pool's people work together, a slot.
  let isTogether: [Bool]
  /// Positions that outbound calls keep busy, a slot.
  let outbound: [Double]
  /// Contacts of the line that come again, a slot.
  let recontacts: [Double]

  init?(
    of queue: Queue, in scenario: Scenario, forecast: DemandForecast,
    _ requirement: StaffingRequirement
  ) {
    let slots = forecast.grid.slots
    func member(_ id: Queue.ID) -> (ComparedMember, first: [Double])? {
      guard let queue = scenario.queue(id), let sized = requirement[id],
        sized.volume.count == slots.count
      else { return nil }
      var demand = SlotDemand(queue: queue, slots: slots, forecast: forecast[id])
      demand.takeOffSaved(in: scenario.timeZone)
      let first = demand.volume
      if queue.channel.isImmediate { demand.volume = sized.volume.map(\.value) }
      return (ComparedMember(demand: demand, requirement: sized), first)
    }
    guard let own = member(queue.id) else { return nil }
    let pool = requirement.pools.first { $0.queues.contains(queue.id) }
    let order = scenario.pools.first { $0.id == pool?.pool }?.order
    let mates = (pool?.queues ?? []).filter { $0 != queue.id }.compactMap(member)
    let waiting = mates.filter { $0.0.demand.queue.channel.isImmediate }
    var same = [own]
    var apart: [(ComparedMember, first: [Double])] = []
    for mate in waiting {
      let isSame = order == .shared || mate.0.demand.queue.isChat == queue.isChat
      if isSame { same.append(mate) } else { apart.append(mate) }
    }
    guard let line = ComparedLine(same.map(\.0)) else { return nil }
    self.queue = queue.id
    self.pool = pool
    self.line = line
    others = ComparedLine(apart.map(\.0)).map { [$0] } ?? []
    if line.staffed.isAssignedAtOnce {
      work = .atOnce
    } else if order == .voiceFirst, queue.isChat, !apart.isEmpty {
      work = .behindCalls((same + apart).map(\.0))
    } else {
      work = .line
    }
    let together = slots.indices.map { slot in
      guard let pool, slot < pool.positions.count else { return false }
      return order == .shared || pool.positions[slot].value < pool.separate[slot].value * (1 - 1e-9)
    }
    isTogether = together
    required = slots.indices.map { slot in
      guard let pool, together[slot] else {
        return same.map { $0.0.requirement.positions[slot].value }.reduce(0, +)
      }
      return pool.positions[slot].value
    }
    let background = mates.filter { !$0.0.demand.queue.channel.isImmediate }
    outbound = slots.indices.map { slot in
      together[slot] ? background.map { $0.0.requirement.load[slot].value }.reduce(0, +) : 0
    }
    recontacts = slots.indices.map { slot in
      same.map { max(0, $0.0.demand.volume[slot] - $0.first[slot]) }.reduce(0, +)
    }
  }
}

extension SlotDemand {
  /// One queue of the contacts of several, each of whose times counts by its factor; the first of
  /// them gives all that is not a volume or a time.
  init(merging members: [(demand: SlotDemand, factor: Double)]) {
    let first = members[0].demand
    queue = first.queue
    slots = first.slots
    replyTargetIsInForce = first.replyTargetIsInForce
    minimumPositions = members.map(\.demand.minimumPositions).max() ?? 0
    let slots = first.slots.indices
    openShares = slots.map { slot in members.map { $0.demand.openShares[slot] }.max() ?? 0 }
    let contacts = slots.map { slot in members.map { $0.demand.volume[slot] }.reduce(0, +) }
    volume = contacts
    handleSeconds = slots.map { slot in
      guard contacts[slot] > 0 else { return first.handleSeconds[slot] * members[0].factor }
      let seconds = members.map {
        $0.demand.volume[slot] * $0.demand.handleSeconds[slot] * $0.factor
      }
      return seconds.reduce(0, +) / contacts[slot]
    }
  }
}
