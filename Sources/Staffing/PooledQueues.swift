internal import Foundation
internal import Queueing
internal import Scenarios
internal import Units

/// The queues of one pool over the horizon: what they need together, slot by slot.
///
/// Work is not moved between slots: outbound work fills the quiet of its own slot. A slot in which
/// the pool's open queues are open for different parts of it stays apart, and so does a pool with an
/// obstacle (``QueuePool/obstacle(among:)``), in every slot.
struct PooledQueues {
  private struct Key: Hashable {
    let numbers: [Double]
  }

  private let pool: QueuePool
  private let demands: [SlotDemand]
  private let requirements: [QueueRequirement]
  private let staffed: [StaffedQueue]
  private let loads: [[Double]]
  private let obstacle: QueuePool.Obstacle?

  /// A pool; `demands` and `requirements` are those of its queues, in its order.
  init(_ pool: QueuePool, _ demands: [SlotDemand], _ requirements: [QueueRequirement]) {
    // With the contacts that come again.
    let demands = zip(demands, requirements).map { demand, requirement in
      var demand = demand
      if demand.queue.channel.isImmediate { demand.volume = requirement.volume.map(\.value) }
      return demand
    }
    self.pool = pool
    self.demands = demands
    self.requirements = requirements
    obstacle = pool.obstacle(among: demands.map(\.queue))
    staffed = demands.map { StaffedQueue($0.queue, maximumOccupancy: $0.maximumOccupancy) }
    loads = demands.map { demand in
      guard demand.queue.channel.isImmediate else { return [] }
      let loads = SlotLoads(demand)
      return demand.queue.staffing.intervalMethod == .stationary ? loads.stationary : loads.maximum
    }
  }

  /// The pool's requirement, and its queues' with the positions that they have in it.
  func pooled() -> (pool: PoolRequirement, queues: [QueueRequirement]) {
    let count = requirements.map(\.positions.count).min() ?? 0
    var cache: [Key: PooledTeam.Need?] = [:]
    var separate: [Positions] = []
    var positions: [Positions] = []
    var reserve: [Positions] = []
    var occupancy: [Share] = []
    var changed = requirements.map(PooledQueue.init)
    for slot in 0..<count {
      let apart = requirements.map { $0.positions[slot].value }
      let sum = apart.reduce(0, +)
      separate.append(Positions(sum))
      let need = need(in: slot, notAbove: sum, &cache)
      let open = need?.open ?? 1
      let together = need.map { $0.need.positions * open } ?? sum
      guard let need, together < sum * (1 - 1e-9) else {
        positions.append(Positions(sum))
        reserve.append(.zero)
        let busy = requirements.map { $0.positions[slot].value * $0.occupancy[slot].value }
        occupancy.append(Share(sum > 0 ? busy.reduce(0, +) / sum : 0))
        continue
      }
      positions.append(Positions(together))
      reserve.append(Positions(need.need.reserve))
      occupancy.append(Share(need.need.occupancy))
      for index in changed.indices where apart[index] > 0 {
        changed[index].set(
          slot, positions: together * apart[index] / sum, need.need,
          serviceLevel: need.members.firstIndex(of: index).flatMap {
            $0 < need.need.serviceLevels.count ? need.need.serviceLevels[$0] : nil
          })
      }
    }
    let queues = changed.map { $0.requirement(inPool: pool.name) }
    let services = zip(demands, queues).filter { $0.0.queue.channel.isImmediate }.map {
      PoolRequirement.QueueService(queue: $1.queue, serviceLevel: $1.serviceLevel)
    }
    return (
      PoolRequirement(
        pool: pool.id, queues: pool.queues, method: method, separate: separate,
        positions: positions, reserve: reserve, occupancy: occupancy, services: services),
      queues
    )
  }

  private var method: String {
    if let obstacle {
      return "each queue by itself: \(obstacle.words), which is not reckoned in a pool"
    }
    let words =
      switch pool.order {
      case .shared: "one queue of the summed load"
      case .voiceFirst:
        "calls first, chats fill (teams of more than \(Int(PooledTeam.largestTeam)) stay apart)"
      }
    let outbound = demands.contains { !$0.queue.channel.isImmediate }
    let reserve = outbound ? "; outbound calls above a reserve of \(pool.reserve.value.short)" : ""
    return words + "; every queue’s promise is kept" + reserve
      + "; apart where that needs no more"
  }

  /// What the slot needs, the open part of it, and which queues have contacts; `nil` where the queues
  /// stay apart.
  private func need(
    in slot: Int, notAbove sum: Double, _ cache: inout [Key: PooledTeam.Need?]
  ) -> (need: PooledTeam.Need, open: Double, members: [Int])? {
    let active = demands.indices.filter { requirements[$0].positions[slot] > .zero }
    guard obstacle == nil else { return nil }
    guard active.count > 1, let open = active.first.map({ demands[$0].openShares[slot] }), open > 0,
      active.allSatisfy({ demands[$0].openShares[slot] == open })
    else { return nil }
    let waiting = active.filter { demands[$0].queue.channel.isImmediate }
    let background = active.filter { !demands[$0].queue.channel.isImmediate }
    let minimum = active.map { demands[$0].minimumPositions }.max() ?? 0
    let members = waiting.filter { loads[$0][slot] > 0 }
    guard !waiting.isEmpty else { return nil }
    let outbound = background.map { requirements[$0].load[slot].value / open }.reduce(0, +)
    var need = PooledTeam.Need(positions: minimum, driver: .minimumPositions)
    if !members.isEmpty {
      let chosen = members.map { index in
        PooledTeam.Member(
          queue: demands[index].queue, staffed: staffed[index],
          load: rounded(loads[index][slot]),
          seconds: roundedSeconds(demands[index].handleSeconds[slot]))
      }
      if pool.order == .voiceFirst, sum / open > PooledTeam.largestTeam { return nil }
      let isExact = sum / open <= PooledTeam.largestExactTeam
      // How far is looked makes no difference to what is found.
      let most = outbound > 0 ? rounded(sum / open) : 0
      let numbers =
        chosen.flatMap { [$0.load, $0.seconds] } + members.map(Double.init)
        + [minimum, outbound, most, isExact ? 1 : 0]
      let key = Key(numbers: numbers)
      let found: PooledTeam.Need?
      if let known = cache[key] {
        found = known
      } else {
        let cap = background.map { demands[$0].maximumOccupancy }.min() ?? 1
        found = PooledTeam(
          pool: pool, members: chosen, outbound: (outbound, cap), isExact: isExact
        ).need(atLeast: minimum, notAbove: most)
        cache[key] = .some(found)
      }
      guard let found else { return nil }
      need = found
    } else if outbound > 0 {
      return nil
    }
    return (need, open, members)
  }

  /// Loads of voice-first teams, rounded up to steps of 4 %, so that few teams are reckoned.
  private func rounded(_ load: Double) -> Double {
    guard pool.order == .voiceFirst, load > 1e-6, load.isFinite else { return load }
    let step = log(1.04)
    return exp((log(load) / step - 1e-9).rounded(.up) * step)
  }

  /// Their handle times, to the nearest ten seconds; the load stays.
  private func roundedSeconds(_ seconds: Double) -> Double {
    guard pool.order == .voiceFirst, seconds >= 100, seconds < 1e9 else { return seconds }
    return (seconds / 10).rounded() * 10
  }
}

/// A queue's requirement while its pool is reckoned.
private struct PooledQueue {
  let requirement: QueueRequirement
  private var positions: [Positions]
  private var driver: [QueueRequirement.Driver]
  private var serviceLevel: [Share?]
  private var occupancy: [Share]
  private var isChanged = false

  init(_ requirement: QueueRequirement) {
    self.requirement = requirement
    positions = requirement.positions
    driver = requirement.driver
    serviceLevel = requirement.serviceLevel
    occupancy = requirement.occupancy
  }

  mutating func set(
    _ slot: Int, positions: Double, _ need: PooledTeam.Need, serviceLevel: Double?
  ) {
    isChanged = true
    self.positions[slot] = Positions(positions)
    driver[slot] = need.driver
    occupancy[slot] = Share(need.occupancy)
    if let serviceLevel { self.serviceLevel[slot] = Share(serviceLevel) }
  }

  func requirement(inPool name: String) -> QueueRequirement {
    guard isChanged else { return requirement }
    var pooled = requirement
    pooled.method += "; pooled in \(name)"
    pooled.positions = positions
    pooled.driver = driver
    pooled.serviceLevel = serviceLevel
    pooled.occupancy = occupancy
    return pooled
  }
}

extension Double {
  /// In words of a method, without a zero after the point.
  fileprivate var short: String {
    self == rounded() && magnitude < 1e9 ? "\(Int(self))" : "\(self)"
  }
}

extension StaffingRequirement {
  /// The requirement with the queues of every pool worked together; `demands` are those of the
  /// queues, in their order.
  func pooled(_ pools: [QueuePool], _ demands: [SlotDemand]) -> StaffingRequirement {
    var changed = queues
    var reckoned: [PoolRequirement] = []
    for pool in pools {
      let places = pool.queues.compactMap { id in queues.firstIndex { $0.queue == id } }
      guard places.count == pool.queues.count, places.allSatisfy(demands.indices.contains) else {
        continue
      }
      let (requirement, members) = PooledQueues(
        pool, places.map { demands[$0] }, places.map { changed[$0] }
      ).pooled()
      for (place, member) in zip(places, members) { changed[place] = member }
      reckoned.append(requirement)
    }
    return StaffingRequirement(grid: grid, queues: changed, pools: reckoned)
  }
}
