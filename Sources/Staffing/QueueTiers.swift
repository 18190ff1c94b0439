internal import Queueing
internal import Scenarios
internal import Units

/// The tiers of a queue whose customers are answered by priority.
///
/// The queue's promise must hold for every tier: the higher is answered first, so it is the lowest
/// that asks for people. The mathematics is `TieredQueue`: each tier has the patience of its segments,
/// by their mean rate of leaving, and all have one handle time. Redials, a limited number of waiting
/// places and an uncertain rate are not in it; no fewer positions are required than without tiers.
struct QueueTiers {
  /// The customers of one priority.
  struct Tier {
    let priority: Int
    let segments: [QueueSegment.ID]
    let share: Double
    /// `nil` where nobody of it leaves.
    let patience: Duration?
  }

  let tiers: [Tier]
  private let concurrency: Double

  /// `nil` where the customers are of fewer than two priorities; `isLeft` where the queue's model knows
  /// a patience.
  init?(_ queue: Queue, isLeft: Bool) {
    let shares = queue.staffing.segmentVolumes.map(\.value)
    let segments = zip(queue.staffing.segments, shares).filter { $0.1 > 0 }
    let priorities = Set(segments.map(\.0.priority)).sorted()
    guard priorities.count > 1 else { return nil }
    tiers = priorities.map { priority in
      let own = segments.filter { $0.0.priority == priority }
      let share = own.map(\.1).reduce(0, +)
      let leaving = own.reduce(0) { sum, pair in
        guard isLeft, let time = pair.0.patience ?? queue.patience, time > .zero else { return sum }
        return sum + pair.1 / share / time.inSeconds
      }
      return Tier(
        priority: priority, segments: own.map(\.0.id), share: share,
        patience: leaving > 0 ? .seconds(1 / leaving) : nil)
    }
    concurrency = Double(max(1, queue.channel.concurrency))
  }

  /// The fewest positions with which every tier meets `conditions`; throws where none are enough.
  func positions(
    load: Double, handleTime: Duration, meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> RequiredTierPositions {
    try queue(load, handleTime).positions(meeting: tiers.map { _ in conditions })
  }

  /// Positions of agents for places of the model.
  func positions(of places: Positions) -> Double { places.value / concurrency }

  /// What each tier gets with `positions`.
  func service(
    load: Double, handleTime: Duration, with positions: Double, within time: Duration
  ) -> [ServicePerformance] {
    queue(load, handleTime).performance(with: Positions(positions * concurrency), within: time)
  }

  private func queue(_ load: Double, _ handleTime: Duration) -> TieredQueue {
    TieredQueue(
      loads: tiers.map { Erlangs(load * $0.share) }, handleTime: handleTime,
      patiences: tiers.map(\.patience))
  }

  /// The tiers in words.
  var words: String {
    let names = tiers.map { tier in
      let name = tier.segments.map(\.rawValue).joined(separator: " and ")
      let isAlike = tiers.allSatisfy { $0.patience == tiers.first?.patience }
      let patience =
        isAlike ? "" : tier.patience.map { ", patience \(Text.time($0))" } ?? ", never leave"
      return "\(name) (\(Text.percent(tier.share))\(patience))"
    }
    return "answered in the order " + names.joined(separator: ", then ")
      + ", the promise held for each"
  }
}

/// Gathers what a tier gets, week by week.
struct TierSums {
  private var contacts: [[Double]]
  private var level: [[Double]]
  private var leaving: [[Double]]
  private var answered: [[Double]]
  private var waits: [[Double]]

  init(tiers: Int, weeks: Int) {
    let none = Array(repeating: Array(repeating: 0.0, count: weeks), count: tiers)
    contacts = none
    level = none
    leaving = none
    answered = none
    waits = none
  }

  /// Counts the service of `contacts` of a tier in a week.
  mutating func add(
    _ contacts: Double, _ service: ServicePerformance, level: Double?, tier: Int, week: Int
  ) {
    let answered = contacts * (1 - service.abandonment.value)
    self.contacts[tier][week] += contacts
    self.level[tier][week] += contacts * (level ?? .nan)
    leaving[tier][week] += contacts * service.abandonment.value
    self.answered[tier][week] += answered
    waits[tier][week] += answered * (service.averageSpeedOfAnswer?.inSeconds ?? .infinity)
  }

  /// What the tiers get.
  func services(_ tiers: [QueueTiers.Tier]) -> [TierService] {
    tiers.enumerated().map { index, tier in
      TierService(
        priority: tier.priority, segments: tier.segments, share: Share(tier.share),
        weeks: contacts[index].indices.map { week(index, $0) })
    }
  }

  private func week(_ tier: Int, _ week: Int) -> TierService.Week {
    let contacts = contacts[tier][week]
    func share(_ sum: Double) -> Share? {
      contacts > 0 && sum.isFinite ? Share(sum / contacts) : nil
    }
    let wait = waits[tier][week] / answered[tier][week]
    return TierService.Week(
      contacts: ContactVolume(contacts), serviceLevel: share(level[tier][week]),
      abandonment: share(leaving[tier][week]),
      averageSpeedOfAnswer: wait.isFinite && wait < 1e15 ? .seconds(wait) : nil)
  }
}
