public import BusinessCalendar
public import Forecasting
internal import Queueing
public import Scenarios
public import Units

/// One day of a queue, three ways: what plain Erlang asks for and promises, what it delivers when
/// the rate moves within the interval and state is carried over, and what the requirement asks for.
///
/// All three are of the requirement's own contacts: those that come again from other queues are
/// among them, those that notices save and robots keep are not. In a pool the positions are the
/// pool's.
public struct StaffingComparison: Sendable, Equatable, Codable {
  /// One interval.
  public struct Interval: Sendable, Equatable, Codable {
    /// Its place in the grid's slots.
    public let slot: Int
    /// Contacts that people get, those that come again included; of all queues of a shared pool.
    public let volume: ContactVolume
    /// Positions by plain Erlang: Erlang C of the interval's mean rate, each interval by itself, for
    /// the service level and the cap on occupancy, in whole people; in a pool the sum of what is
    /// asked for each line, and of the work of outbound calls.
    public let plain: Positions
    /// The service level that plain Erlang promises with them.
    public let promised: Share
    /// The service level that they deliver (of all offered contacts).
    public let delivered: Share
    /// Positions by the requirement's own model from the interval's mean rate, each interval by
    /// itself ("SIPP"), fractions included; in a pool those of the pool.
    public let byMeanRate: Positions
    /// The requirement, fractions included; in a pool that of the pool.
    public let required: Positions
    /// The service level that the requirement, rounded up, delivers (of all offered contacts).
    public let deliveredWithRequired: Share

    /// Whole people that plain Erlang leaves out, the requirement rounded up; negative where it asks
    /// for too many.
    public var difference: Positions {
      Positions((required.value - 1e-9).rounded(.up)) - plain
    }
  }

  /// How delivered service levels were reckoned.
  public enum Evaluation: String, Sendable, Codable, CaseIterable {
    /// The exact law of the queue at the minute's rate, state carried over.
    case exactChain = "exact-chain"
    /// Its mean and variance at the minute's rate, state carried over.
    case gaussianClosure = "gaussian-closure"
    /// The mean alone, with the backlog carried over.
    case fluidBacklog = "fluid-backlog"
    /// First replies at each interval's largest offered load; no line to carry over.
    case firstReplies = "first-replies"
    /// Calls first, chats fill, at each interval's largest offered load.
    case callsFirst = "calls-first"
  }

  /// The queue.
  public let queue: Queue.ID
  /// The pool whose positions these are; `nil` where the queue has its own.
  public let pool: QueuePool.ID?
  /// The day's contacts that come again, of all in `intervals`.
  public let recontacts: ContactVolume
  /// The day.
  public let date: LocalDate
  /// How the delivered service levels were reckoned.
  public let evaluation: Evaluation
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
  /// The requirement with every interval by itself, from its mean rate ("SIPP"), whatever the queues
  /// ask for: the same models and promises, without what a moving rate does within the interval.
  public func requirementByMeanRates(
    of scenario: Scenario, for forecast: DemandForecast
  ) throws(UnreachablePromise) -> StaffingRequirement {
    let queues = scenario.queues.map { queue in
      var staffing = queue.staffing
      staffing.intervalMethod = .stationary
      return queue.with(staffing: staffing)
    }
    return try requirement(of: scenario.with(queues: queues), for: forecast)
  }

  /// Plain Erlang against the truth for `queue` on `date`, with the day before as warm-up.
  ///
  /// `requirement` is that of the scenario and the forecast, `meanRates` that of
  /// ``requirementByMeanRates(of:for:)``; each is made where it is not given.
  ///
  /// The truth is the queue M(t)/M/n(t) + M of the minute's rate: the exact chain for small teams,
  /// the Gaussian closure for large ones; chats count in places, at the day's mean handle time. Those
  /// who dial again come as often as the slot's own service makes them. A shared pool is one line of
  /// all its contacts, with the positions that outbound calls leave. Calls that come before chats
  /// have all positions of their pool. Two have no line that state is carried in: chats that fill
  /// what calls leave, and chats that are given to an agent at once; they are reckoned slot by slot,
  /// at its largest offered load. Limits: languages, tiers and places to wait do not count here.
  public func comparison(
    of scenario: Scenario, for forecast: DemandForecast,
    with requirement: StaffingRequirement? = nil, meanRates: StaffingRequirement? = nil,
    queue id: Queue.ID, on date: LocalDate
  ) throws(StaffingComparisonError) -> StaffingComparison {
    guard let queue = scenario.queue(id), forecast[id] != nil else {
      throw .unknownQueue(id.rawValue)
    }
    guard queue.channel.isImmediate else { throw .nobodyWaits(id.rawValue) }
    let grid = forecast.grid
    guard let day = grid.days.firstIndex(where: { $0.date == date }) else {
      throw .outsideHorizon(date)
    }
    func team(_ requirement: StaffingRequirement) throws(StaffingComparisonError) -> ComparedTeam {
      guard let team = ComparedTeam(of: queue, in: scenario, forecast: forecast, requirement)
      else { throw .unknownQueue(id.rawValue) }
      return team
    }
    let own: StaffingRequirement
    let byMeanRates: StaffingRequirement
    do throws(UnreachablePromise) {
      if let requirement {
        own = requirement
      } else {
        own = try self.requirement(of: scenario, for: forecast)
      }
      if let meanRates {
        byMeanRates = meanRates
      } else {
        byMeanRates = try requirementByMeanRates(of: scenario, for: forecast)
      }
    } catch {
      throw .refused(error.description)
    }
    return try DayComparison(
      team: try team(own), byMeanRate: try team(byMeanRates).required,
      warmUp: grid.slotIndices(ofDay: max(0, day - 1)),
      day: grid.slotIndices(ofDay: day), date: date, slotLength: grid.slotLength.duration
    ).comparison()
  }
}
