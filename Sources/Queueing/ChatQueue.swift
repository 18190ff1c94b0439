internal import Foundation
public import Units

/// Chats that wait until an agent has a place free: n agents with K places each, where a chat takes
/// longer the more its agent holds.
///
/// A birth and death chain over the number of chats x: with m = ⌊x/n⌋ chats are completed at rate
/// (x − mn)(m+1)/h_{m+1} + (n(m+1) − x) m/h_m up to x = nK, and behind nK/h_K with every place taken
/// there is a line of first come, first served, which contacts give up after an exponential time.
/// Chats are spread evenly, as routing to the least busy agent does; Luo and Zhang, "Staffing and
/// control of instant messaging contact centers" (2013), and Tezcan and Zhang, "Routing and
/// staffing in customer service chat systems with impatient customers" (2014), study such desks.
/// With K = 1 it is Erlang A.
///
/// Fractions of a position are time: 10.4 positions are ten for 60 % and eleven for 40 % of it, so
/// that every share of the offered contacts lies between those of whole teams. More than 10⁹
/// positions count as 10⁹.
///
/// Limits: exponential durations; chats are also spread evenly after one ends, which nobody does
/// by moving chats, so that small teams hold a little less evenly than this says.
public struct ChatQueue: Sendable, Hashable {
  /// How long a chat takes by the number of chats held.
  public let handleTimes: ChatHandleTimes
  /// The mean time after which a customer leaves the line; `nil` when nobody does.
  public let patience: Duration?
  /// Chats a second.
  let rate: Double
  let leaving: Double

  /// A desk to which `volume` chats come during `interval`.
  ///
  /// A volume that is negative or not a number counts as none, a patience of 0 or less as 10⁻⁹ s.
  public init(
    volume: ContactVolume, during interval: Duration, handleTimes: ChatHandleTimes,
    patience: Duration?
  ) {
    let seconds = interval.inSeconds
    let rate = seconds > 0 ? volume.value / seconds : 0
    self.init(rate: rate, handleTimes: handleTimes, patience: patience)
  }

  init(rate: Double, handleTimes: ChatHandleTimes, patience: Duration?) {
    self.handleTimes = handleTimes
    self.patience = patience
    self.rate = rate >= 1e-290 ? min(rate, 1e12) : 0
    leaving = patience.map { 1 / min(1e12, max(1e-9, $0.inSeconds)) } ?? 0
  }

  /// What `positions` achieve; the service levels are of `answerTime`.
  public func chatPerformance(
    with positions: Positions, within answerTime: Duration
  ) -> ChatPerformance {
    let shares = shares(positions.value, within: answerTime.inSeconds)
    let count = ChatQueue.counted(positions.value)
    let service = ServicePerformance(
      shares.line.figures(occupancy: shares.occupancy(of: count, idle: rate == 0)),
      positions: Positions(count), answerTime: max(.zero, answerTime))
    let places = count * Double(handleTimes.concurrency)
    return ChatPerformance(
      service: service,
      meanConcurrency: shares.busy > 0 ? shares.held / shares.busy : 0,
      slotUtilisation: Share(places > 0 ? min(1, shares.held / places) : 0),
      meanHandleTime: shares.completed > 0
        ? Duration(finiteSeconds: shares.held / shares.completed) : nil)
  }
}

/// What a number of positions does at a chat desk.
public struct ChatPerformance: Sendable, Hashable, Codable {
  /// The figures that every queue has; the occupancy is the share of positions with a chat at all.
  public var service: ServicePerformance
  /// The mean number of chats of an agent who has any; 0 where nobody has.
  public var meanConcurrency: Double
  /// The share of all places that is taken.
  public var slotUtilisation: Share
  /// The mean time a chat takes with as many beside it as there are; `nil` where none is handled.
  public var meanHandleTime: Duration?

  /// Figures as they are given.
  public init(
    service: ServicePerformance, meanConcurrency: Double, slotUtilisation: Share,
    meanHandleTime: Duration?
  ) {
    self.service = service
    self.meanConcurrency = meanConcurrency
    self.slotUtilisation = slotUtilisation
    self.meanHandleTime = meanHandleTime
  }
}

extension ChatQueue: ServiceModel {
  /// Chats a second times the time of a chat alone with its agent.
  public var offeredLoad: Erlangs { Erlangs(rate / handleTimes.rates[1]) }
  /// The time of a chat alone with its agent.
  public var handleTime: Duration { handleTimes.times[0] }

  /// Whether there is a patience.
  public var contactsCanLeave: Bool { leaving > 0 }

  /// What `positions` achieve; see ``chatPerformance(with:within:)`` for what only chats have.
  public func performance(
    with positions: Positions, within answerTime: Duration
  ) -> ServicePerformance {
    chatPerformance(with: positions, within: answerTime).service
  }

  /// The same desk with as many chats as make `load`, reckoned by the time of a chat alone.
  public func offered(_ load: Erlangs) -> ChatQueue {
    ChatQueue(
      rate: load.value * handleTimes.rates[1], handleTimes: handleTimes, patience: patience)
  }

  /// The same desk with chats `factor` times as long, whatever the number held.
  public func scalingHandleTime(by factor: Double) -> ChatQueue {
    ChatQueue(rate: rate, handleTimes: handleTimes.scaled(by: factor), patience: patience)
  }
}
