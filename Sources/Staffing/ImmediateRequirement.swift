internal import BusinessCalendar
internal import Foundation
internal import Queueing
internal import Scenarios
internal import Units

/// The requirement of a queue whose customers wait, slot by slot, by the queue's model and for all
/// that it promises.
///
/// A slot in which the queue opens or closes has its contacts in the open part: positions are
/// sized for that part, and the slot's mean positions are that number times the open share.
///
/// Where chats that are worked message by message have many different loads, these are rounded up by
/// at most 2 %, so that few are reckoned.
///
/// A service level of 100 % cannot be promised by any number of positions; it counts as 99.99 %,
/// and the method says so.
struct ImmediateRequirement {
  /// What a load needs, in positions.
  private struct Need {
    let positions: Double
    let driver: QueueRequirement.Driver
    let serviceLevel: Double
    let occupancy: Double
    /// Of one contact, how often it leaves or is turned away for good.
    let failed: Double
    /// Of one contact, how often it is handled.
    let handled: Double
    let tiers: [ServicePerformance]
    let replyRate: Share?
  }

  /// Different loads up to which chats worked message by message are reckoned for each.
  private static let mostExactLoads = 300
  private static let rounding = "loads rounded up by at most 2 %"

  private struct Key: Hashable {
    let load: Double
    let handleSeconds: Double
    let isReplyTargetInForce: Bool
  }

  private let demand: SlotDemand
  private let model: StaffedQueue
  private let tiers: QueueTiers?

  init(_ demand: SlotDemand) {
    self.demand = demand
    model = StaffedQueue(demand.queue, maximumOccupancy: demand.maximumOccupancy)
    // Without a line nobody is answered before another.
    tiers =
      model.isAssignedAtOnce ? nil : QueueTiers(demand.queue, isLeft: model.patience != nil)
  }

  /// The requirement, and what becomes of the contacts; the tiers' service by the slots of `weeks`.
  ///
  /// Throws when the queue promises what no number of positions can keep.
  func sized(weeks: [Range<Int>]) throws(UnreachableTarget) -> SizedQueue {
    let loads = SlotLoads(demand)
    let sized =
      demand.queue.staffing.intervalMethod == .stationary ? loads.stationary : loads.maximum
    let isStepped = model.replies != nil && Set(sized).count > Self.mostExactLoads
    var cache: [Key: Need] = [:]
    var load: [Erlangs] = []
    var positions: [Positions] = []
    var driver: [QueueRequirement.Driver] = []
    var serviceLevel: [Share?] = []
    var occupancy: [Share] = []
    var failed: [Double] = []
    var handled: [Double] = []
    var sums = TierSums(tiers: tiers?.tiers.count ?? 0, weeks: weeks.count)
    var replyRate: [Share?] = []
    for index in demand.slots.indices {
      let open = demand.openShares[index]
      guard open > 0 else {
        load.append(.zero)
        positions.append(.zero)
        driver.append(.none)
        serviceLevel.append(nil)
        occupancy.append(.zero)
        failed.append(0)
        handled.append(0)
        replyRate.append(nil)
        continue
      }
      let key = Key(
        load: isStepped ? stepped(sized[index]) : sized[index],
        handleSeconds: demand.handleSeconds[index],
        isReplyTargetInForce: demand.replyTargetIsInForce[index])
      let need: Need
      if let known = cache[key] { need = known } else { need = try self.need(key) }
      cache[key] = need
      load.append(Erlangs(loads.stationary[index] * open / model.concurrency))
      positions.append(Positions(need.positions * open))
      driver.append(need.driver)
      serviceLevel.append(Share(need.serviceLevel))
      occupancy.append(Share(need.occupancy))
      failed.append(need.failed)
      handled.append(need.handled)
      if let tiers, let week = weeks.firstIndex(where: { $0.contains(index) }) {
        for (tier, service) in need.tiers.enumerated() {
          sums.add(
            demand.volume[index] * tiers.tiers[tier].share, service, level: level(service),
            tier: tier, week: week)
        }
      }
      replyRate.append(need.replyRate)
    }
    let rounding = isStepped ? Self.rounding : nil
    let both = tiers != nil && model.replies?.target != nil ? "replies promised for all alike" : nil
    let requirement = QueueRequirement(
      queue: demand.queue.id, method: [model.method, tiers?.words, both, rounding].joined(),
      volume: demand.volume.map { ContactVolume($0) }, load: load, positions: positions,
      driver: driver, serviceLevel: serviceLevel, occupancy: occupancy, replyRate: replyRate,
      detail: RequirementDetail(tiers: tiers.map { sums.services($0.tiers) } ?? []))
    return SizedQueue(requirement, failed: failed, handled: handled)
  }

  /// A load rounded up by at most 2 %.
  private func stepped(_ load: Double) -> Double {
    guard load > 1e-6, load.isFinite else { return load }
    let step = log(1.02)
    return exp((log(load) / step - 1e-9).rounded(.up) * step)
  }

  private func need(_ key: Key) throws(UnreachableTarget) -> Need {
    var (positions, driver) = model.isAssignedAtOnce ? atOnce(key) : try inLine(key)
    let replies = try model.replies?.positions(
      offered: key.load, handleSeconds: key.handleSeconds,
      isTargetInForce: key.isReplyTargetInForce, maximumOccupancy: demand.maximumOccupancy,
      beyond: positions)
    if let replies, replies.positions > positions * (1 + 1e-9) {
      (positions, driver) = replies
    }
    if demand.minimumPositions > positions {
      positions = demand.minimumPositions
      driver = .minimumPositions
    }
    return performance(of: positions, driver, key)
  }

  /// What the line of waiting customers asks for.
  private func inLine(
    _ key: Key
  ) throws(UnreachableTarget) -> (Double, QueueRequirement.Driver) {
    let queue = model.queue(offered: Erlangs(key.load), handleTime: .seconds(key.handleSeconds))
    let required = try queue.positions(meeting: model.conditions)
    if let tiers {
      let every = try tiers.positions(
        load: key.load, handleTime: .seconds(key.handleSeconds), meeting: model.conditions)
      if tiers.positions(of: every.positions) > required.positions.value {
        return (tiers.positions(of: every.positions), QueueRequirement.Driver(every.binding))
      }
    }
    return (required.positions.value, QueueRequirement.Driver(required.binding))
  }

  /// What the work asks for where nobody waits in a line: on average an agent holds no more chats
  /// than at once, nor is busier, than he may be.
  private func atOnce(_ key: Key) -> (Double, QueueRequirement.Driver) {
    let positions = key.load / model.concurrency / demand.maximumOccupancy
    return (positions, positions > 0 ? .occupancy : .none)
  }

  private func performance(
    of positions: Double, _ driver: QueueRequirement.Driver, _ key: Key
  ) -> Need {
    let replied = model.replies?.performance(
      of: positions, offered: key.load, handleSeconds: key.handleSeconds)
    let replyRate = key.isReplyTargetInForce ? replied?.replies : nil
    if model.isAssignedAtOnce {
      let held = positions > 0 ? min(1, key.load / model.concurrency / positions) : 0
      return Need(
        positions: positions, driver: driver, serviceLevel: replied?.first?.value ?? 1,
        occupancy: max(held, replied?.occupancy.value ?? 0), failed: 0, handled: 1, tiers: [],
        replyRate: replyRate)
    }
    let queue = model.queue(offered: Erlangs(key.load), handleTime: .seconds(key.handleSeconds))
    let performance = queue.performance(
      with: Positions(positions), within: model.conditions.answerTime)
    let tierService =
      tiers?.service(
        load: key.load, handleTime: .seconds(key.handleSeconds), with: positions,
        within: model.conditions.answerTime) ?? []
    let lost = min(1, max(0, performance.abandonment.value + performance.blocking.value))
    // Who dials again fails later, or not at all: attempts are 1 / (1 − r a) of a contact.
    let attempts = 1 / max(1e-9, 1 - model.redial * performance.abandonment.value)
    return Need(
      positions: positions, driver: driver,
      serviceLevel: mixed(tierService) ?? level(performance) ?? 1,
      occupancy: performance.occupancy?.value ?? 0, failed: lost * attempts,
      handled: (1 - lost) * attempts, tiers: tierService, replyRate: replyRate)
  }

  private func level(_ performance: ServicePerformance) -> Double? {
    performance.serviceLevels[model.conditions.definition]?.value
  }

  /// The service level of all tiers together, by their contacts.
  private func mixed(_ service: [ServicePerformance]) -> Double? {
    guard let tiers, !service.isEmpty else { return nil }
    return zip(tiers.tiers, service).reduce(0) { $0 + $1.0.share * (level($1.1) ?? 1) }
  }
}

extension [String?] {
  /// Those that there are, with semicolons.
  fileprivate func joined() -> String { compactMap(\.self).joined(separator: "; ") }
}

extension QueueRequirement.Driver {
  /// The driver that a binding condition is.
  init(_ condition: ServiceCondition?) {
    switch condition {
    case .serviceLevel: self = .serviceLevel
    case .averageSpeedOfAnswer: self = .averageSpeedOfAnswer
    case .abandonment: self = .abandonment
    case .waitPercentile: self = .waitPercentile
    case .blocking: self = .blocking
    case .occupancy: self = .occupancy
    case nil: self = .none
    }
  }
}
