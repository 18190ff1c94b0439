internal import Queueing
internal import Scenarios
internal import Units

/// The queues of a pool in one slot, by the slot's loads, and the positions that they need together.
///
/// Shared: one queue of the summed load, with the handle time, patience and redials weighted by
/// contacts; an uncertain rate as of independent rates; waiting places only where every queue has
/// them. It must keep the promise of every queue. Limit: who is served by whom does not matter, so
/// contacts must be alike; with very different handle times the wait of all is longer than this.
///
/// Voice first: ``VoiceAndChatTeam`` with chats that stay with their agent during a call. Without
/// redials, waiting places and uncertain rates. Loads are rounded up by at most 4 %. Teams that need
/// more than ``largestExactTeam`` positions apart are reckoned with the numbers of calls taken together
/// in ``callCells`` cells, and beyond ``largestTeam`` stay apart: their chain is too large.
///
/// Chats of several queues count at the smallest concurrency of the pool, in the time of an agent that
/// a chat takes (its length over its concurrency); beside calls in a shared pool therefore as short
/// calls.
struct PooledTeam {
  /// One queue in which customers wait.
  struct Member {
    let queue: Queue
    let staffed: StaffedQueue
    /// Erlangs of contacts.
    let load: Double
    let seconds: Double

    /// Contacts a second.
    var rate: Double { seconds > 0 ? load / seconds : 0 }

    func with(load: Double) -> Member {
      Member(queue: queue, staffed: staffed, load: load, seconds: seconds)
    }
  }

  /// What the pool needs, and what it then does.
  struct Need {
    var positions: Double
    var driver: QueueRequirement.Driver
    var reserve = 0.0
    var occupancy = 0.0
    /// Of each member.
    var serviceLevels: [Double?] = []
  }

  /// Separate positions up to which every number of calls of a voice-first team is told apart.
  static let largestExactTeam = 20.0
  /// How many numbers of calls are told apart beyond; service levels stay within a point.
  static let callCells = 12
  /// Separate positions beyond which calls and chats of one team are not reckoned.
  static let largestTeam = 200.0

  let pool: QueuePool
  /// Those to which something comes.
  let members: [Member]
  /// Erlangs of outbound work, and its cap on occupancy.
  let outbound: (load: Double, cap: Double)
  /// Whether every number of calls is told apart.
  var isExact = true

  /// What the team needs, at least `minimum`; `nil` where it cannot be reckoned. Blended teams are
  /// not looked for beyond `separate`.
  func need(atLeast minimum: Double, notAbove separate: Double) -> Need? {
    switch pool.order {
    case .shared:
      let team = SharedTeam(members, perPosition: outbound.load > 0 ? 1 : nil)
      guard let need = team.need(atLeast: minimum) else { return nil }
      guard outbound.load > 0 else { return need }
      return team.blended(need, outbound, reserve: pool.reserve.value, notAbove: separate)
    case .voiceFirst:
      let team = VoiceFirstTeam(members, isExact: isExact)
      guard let need = team.need(atLeast: minimum) else { return nil }
      guard outbound.load > 0 else { return need }
      // Outbound calls beside both, as if nobody came first; the larger of the two requirements.
      let shared = SharedTeam(members, perPosition: 1)
      guard let alone = shared.need(atLeast: minimum),
        let blend = shared.blended(alone, outbound, reserve: pool.reserve.value, notAbove: separate)
      else { return nil }
      var both = need.positions >= blend.positions ? need : blend
      both.reserve = blend.reserve
      both.occupancy = blend.occupancy * blend.positions / both.positions
      both.serviceLevels = team.serviceLevels(with: both.positions)
      return both
    }
  }
}

/// A pool in which whoever came first is served first.
struct SharedTeam {
  private let members: [PooledTeam.Member]
  private let places: Double
  private let load: Double
  private let seconds: Double
  private let patience: Duration?
  private let model: any ServiceModel

  /// - Parameter perPosition: the places of a position; the smallest concurrency where it is `nil`.
  init(_ members: [PooledTeam.Member], perPosition: Double?) {
    self.members = members
    let places = perPosition ?? members.map(\.staffed.concurrency).min() ?? 1
    self.places = places
    let rate = members.map(\.rate).reduce(0, +)
    func mean(_ value: (PooledTeam.Member) -> Double) -> Double {
      rate > 0 ? members.map { $0.rate * value($0) }.reduce(0, +) / rate : 0
    }
    func load(_ member: PooledTeam.Member) -> Double {
      member.load * places / member.staffed.concurrency
    }
    let sum = members.map(load).reduce(0, +)
    self.load = sum
    seconds = rate > 0 ? sum / rate : 0
    let leaving = mean { member in
      member.staffed.patience.map { 1 / max(1e-3, $0.inSeconds) } ?? 0
    }
    patience = leaving > 0 ? .seconds(1 / leaving) : nil
    let variation = members.map { member in
      load(member) * (member.queue.staffing.arrivalUncertainty?.value ?? 0)
    }
    let spread = variation.map { $0 * $0 }.reduce(0, +).squareRoot()
    model = SharedTeam.model(
      ErlangA(load: Erlangs(sum), handleTime: .seconds(seconds), patience: patience),
      redial: mean { $0.queue.staffing.redial.value },
      waitingPlaces: SharedTeam.waitingPlaces(members), variation: sum > 0 ? spread / sum : 0,
      places: places)
  }

  private static func waitingPlaces(_ members: [PooledTeam.Member]) -> Int? {
    var sum = 0
    for member in members {
      guard case .finiteBuffer(let places) = member.queue.staffing.model else { return nil }
      sum += min(10_000_000, places)
    }
    return sum
  }

  private static func model(
    _ line: ErlangA, redial: Double, waitingPlaces: Int?, variation: Double, places: Double
  ) -> any ServiceModel {
    var model: any ServiceModel = line
    if let waitingPlaces {
      model = FiniteQueue(line, places: waitingPlaces)
    } else if line.patience == nil {
      model = ErlangC(load: line.load, handleTime: line.handleTime)
    } else if redial > 0 {
      model = RedialQueue(line, redialing: Share(redial))
    }
    func held(_ model: some ServiceModel) -> any ServiceModel {
      SharedPlaces(model, perPosition: places)
    }
    func uncertain(_ model: some ServiceModel) -> any ServiceModel {
      UncertainLoad(model, variation: variation)
    }
    if places > 1 { model = held(model) }
    return variation > 0 ? uncertain(model) : model
  }

  /// The fewest positions that keep every queue's promise, at least `minimum`; `nil` where one cannot be kept.
  func need(atLeast minimum: Double) -> PooledTeam.Need? {
    var need = PooledTeam.Need(
      positions: minimum, driver: minimum > 0 ? .minimumPositions : .none)
    for member in members {
      guard let required = try? model.positions(meeting: member.staffed.conditions) else {
        return nil
      }
      guard required.positions.value > need.positions else { continue }
      need.positions = required.positions.value
      need.driver = QueueRequirement.Driver(required.binding)
    }
    need.serviceLevels = serviceLevels(with: need.positions)
    need.occupancy = occupancy(with: need.positions)
    return need
  }

  /// The service level of each queue, by its own definition.
  func serviceLevels(with positions: Double) -> [Double?] {
    members.map { member in
      let conditions = member.staffed.conditions
      return model.performance(with: Positions(positions), within: conditions.answerTime)
        .serviceLevels[conditions.definition]?.value
    }
  }

  func occupancy(with positions: Double) -> Double {
    model.performance(with: Positions(positions), within: .zero).occupancy?.value ?? 0
  }

  /// The fewest positions with which outbound calls are made too, above a reserve that is at least
  /// `reserve` and as large as the promises need; `nil` where more than `separate` would be needed.
  /// Positions are of one place. Redials, waiting places and uncertain rates do not count here.
  func blended(
    _ alone: PooledTeam.Need, _ outbound: (load: Double, cap: Double), reserve: Double,
    notAbove separate: Double
  ) -> PooledTeam.Need? {
    guard load > 0, seconds > 0 else { return nil }
    let second = Duration.seconds(1)
    let queue = BlendedQueue(
      volume: ContactVolume(load / seconds), during: second, handleTime: .seconds(seconds),
      patience: patience)
    // Jobs of the length of a contact that make the outbound work.
    let jobs = outbound.load / seconds
    let conditions = members.map { member in
      var conditions = member.staffed.conditions
      conditions.maximumOccupancy = Share(
        min(conditions.maximumOccupancy?.value ?? 1, outbound.cap))
      return conditions
    }
    /// The reserve with `positions`; `nil` where they do not do.
    func kept(_ positions: Double) -> Double? {
      var kept = min(reserve, positions)
      for condition in conditions {
        guard
          let plan = queue.smallestReserve(
            meeting: condition, with: Positions(positions), during: second)
        else { return nil }
        kept = max(kept, plan.reserve.value)
      }
      let done = queue.performance(
        with: Positions(positions), reserve: Positions(kept), within: .zero, during: second)
      return done.outbound.value >= jobs * (1 - 1e-9) ? kept : nil
    }
    guard kept(separate) != nil else { return nil }
    var (unmet, met) = (alone.positions, separate)
    for _ in 0..<40 where met - unmet > 1e-7 * met {
      let middle = unmet + (met - unmet) / 2
      if kept(middle) != nil { met = middle } else { unmet = middle }
    }
    guard let reserve = kept(met) else { return nil }
    func performance(_ time: Duration) -> BlendedPerformance {
      queue.performance(
        with: Positions(met), reserve: Positions(reserve), within: time, during: second)
    }
    let levels = members.map { member -> Double? in
      let conditions = member.staffed.conditions
      return performance(conditions.answerTime).inbound.serviceLevels[conditions.definition]?.value
    }
    return PooledTeam.Need(
      positions: met, driver: .workload, reserve: reserve,
      // Outbound calls are as many as there are, not as many as there is room for.
      occupancy: min(1, occupancy(with: met) + outbound.load / met), serviceLevels: levels)
  }
}
