public import BusinessCalendar
public import Forecasting
internal import Queueing
public import Scenarios
public import Units

/// One day of a queue, three ways: what plain Erlang asks for and promises, what it delivers when
/// the rate moves within the interval and state is carried over, and what the requirement asks for.
public struct StaffingComparison: Sendable, Equatable, Codable {
  /// One interval.
  public struct Interval: Sendable, Equatable, Codable {
    /// Its place in the grid's slots.
    public let slot: Int
    /// Contacts offered.
    public let volume: ContactVolume
    /// Whole positions by plain Erlang: Erlang C of the interval's mean rate, each interval by
    /// itself, for the service level and the cap on occupancy.
    public let plain: Positions
    /// The service level that plain Erlang promises with them.
    public let promised: Share
    /// The service level that they deliver (of all offered contacts).
    public let delivered: Share
    /// The requirement, fractions included.
    public let required: Positions
    /// The service level that the requirement, rounded up, delivers (of all offered contacts).
    public let deliveredWithRequired: Share

    /// People that plain Erlang leaves out; negative where it asks for too many.
    public var difference: Positions { required - plain }
  }

  /// The queue.
  public let queue: Queue.ID
  /// The day.
  public let date: LocalDate
  /// How the delivered service levels were reckoned.
  public let evaluation: String
  /// The time of the service levels.
  public let answerTime: Duration
  /// The open intervals, in their order.
  public let intervals: [Interval]
}

/// Why a day of a queue has no comparison.
public enum StaffingComparisonError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The scenario or the forecast has no such queue.
  case unknownQueue(String)
  /// The day is not in the horizon.
  case outsideHorizon(LocalDate)
  /// Nobody waits in the queue: its work is deferred or outbound.
  case nobodyWaits(String)
  /// The queueing mathematics refuses the day; its words.
  case refused(String)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .unknownQueue(let id): "there is no queue \(id)"
    case .outsideHorizon(let date): "\(date) is not in the scenario's horizon"
    case .nobodyWaits(let id):
      "in \(id) nobody waits for an answer: compare a voice or chat queue"
    case .refused(let words): words
    }
  }
}

extension StaffingCalculator {
  /// Plain Erlang against the truth for `queue` on `date`, with the day before as warm-up.
  ///
  /// The truth is the queue M(t)/M/n(t) + M of the minute's rate: the exact chain for small teams,
  /// the Gaussian closure for large ones; chats count in places, at the day's mean handle time.
  public func comparison(
    of scenario: Scenario, for forecast: DemandForecast, queue id: Queue.ID, on date: LocalDate
  ) throws(StaffingComparisonError) -> StaffingComparison {
    guard let queue = scenario.queue(id), let demand = forecast[id] else {
      throw .unknownQueue(id.rawValue)
    }
    guard queue.channel.isImmediate else { throw .nobodyWaits(id.rawValue) }
    let grid = forecast.grid
    guard let day = grid.days.firstIndex(where: { $0.date == date }) else {
      throw .outsideHorizon(date)
    }
    var slots = SlotDemand(queue: queue, slots: grid.slots, forecast: demand)
    slots.takeOffSaved(in: scenario.timeZone)
    let range = grid.slotIndices(ofDay: day)
    let before = grid.slotIndices(ofDay: max(0, day - 1))
    return try DayComparison(
      demand: slots, warmUp: before, day: range, date: date, slotLength: grid.slotLength.duration
    ).comparison()
  }
}

/// The working of one ``StaffingComparison``.
private struct DayComparison {
  let demand: SlotDemand
  let warmUp: Range<Int>
  let day: Range<Int>
  let date: LocalDate
  let slotLength: Duration

  func comparison() throws(StaffingComparisonError) -> StaffingComparison {
    let staffed = StaffedQueue(demand.queue, maximumOccupancy: demand.maximumOccupancy)
    let requirement = ImmediateRequirement(demand).requirement
    let loads = SlotLoads(demand).stationary
    let span = Array(warmUp) + Array(day)
    var plain: [Int: (places: Double, promised: Double)] = [:]
    for index in span where demand.openShares[index] > 0 {
      plain[index] = self.plain(loads[index], at: index, staffed)
    }
    func places(_ positions: (Int) -> Double) -> [Positions] {
      span.map { index in
        Positions(demand.openShares[index] > 0 ? positions(index) : 0)
      }
    }
    let required = { (index: Int) -> Double in
      let whole = requirement.positions[index].value / max(1e-9, demand.openShares[index])
      return (whole - 1e-9 * max(1, whole)).rounded(.up) * staffed.concurrency
    }
    let withPlain = try service(of: span, with: places { plain[$0]?.places ?? 0 }, staffed)
    let withRequired = try service(of: span, with: places(required), staffed)
    let intervals = day.filter { demand.openShares[$0] > 0 }.map { index in
      let place = warmUp.count + index - day.lowerBound
      return StaffingComparison.Interval(
        slot: index, volume: ContactVolume(demand.volume[index]),
        plain: Positions((plain[index]?.places ?? 0) / staffed.concurrency),
        promised: Share(plain[index]?.promised ?? 1),
        delivered: withPlain.intervals[place].serviceLevel,
        required: requirement.positions[index],
        deliveredWithRequired: withRequired.intervals[place].serviceLevel)
    }
    return StaffingComparison(
      queue: demand.queue.id, date: date, evaluation: Self.words(for: withPlain.method),
      answerTime: staffed.conditions.answerTime, intervals: intervals)
  }

  /// Places and promise by Erlang C of the mean rate.
  private func plain(
    _ load: Double, at index: Int, _ staffed: StaffedQueue
  ) -> (places: Double, promised: Double) {
    let queue = ErlangC(
      load: Erlangs(load), handleTime: .seconds(demand.handleSeconds[index]))
    let conditions = ServiceConditions(
      serviceLevel: staffed.conditions.serviceLevel, within: staffed.conditions.answerTime,
      maximumOccupancy: staffed.conditions.maximumOccupancy)
    let exact = (try? queue.positions(meeting: conditions))?.positions.value ?? load
    let positions = exact / staffed.concurrency
    let whole = (positions - 1e-9 * max(1, positions)).rounded(.up) * staffed.concurrency
    let level = queue.serviceLevel(
      with: Positions(whole), within: staffed.conditions.answerTime)
    return (whole, level.value)
  }

  private func service(
    of span: [Int], with places: [Positions], _ staffed: StaffedQueue
  ) throws(StaffingComparisonError) -> VaryingService {
    var work = 0.0
    var contacts = 0.0
    for index in day {
      work += demand.volume[index] * demand.handleSeconds[index]
      contacts += demand.volume[index]
    }
    let handle = contacts > 0 ? work / contacts : demand.queue.handleTime.inSeconds
    do throws(VaryingQueueError) {
      let minutes = demand.minutes(of: warmUp) + demand.minutes(of: day)
      let curve = try ArrivalCurve(volumes: minutes, every: .seconds(60))
      let queue = try VaryingQueue(
        arrivals: curve, handleTime: .seconds(handle), patience: staffed.patience,
        interval: slotLength)
      return try queue.service(with: places, within: staffed.conditions.answerTime)
    } catch {
      throw .refused(error.description)
    }
  }

  private static func words(for method: EvaluationMethod) -> String {
    switch method {
    case .exactChain, .automatic: "exact chain of the minute's rate"
    case .gaussianClosure: "Gaussian closure of the minute's rate"
    case .fluidBacklog: "fluid backlog of the minute's rate"
    }
  }
}
