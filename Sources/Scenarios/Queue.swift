public import BusinessCalendar
public import Units

/// Contacts with one service goal: the unit of forecasting and of the staffing requirement.
public struct Queue: Sendable, Equatable, Codable {
  /// The queue's key in the scenario.
  public typealias ID = Identifier<Queue>

  /// The key in the scenario.
  public let id: ID
  /// The name people know it by.
  public let name: String
  /// How the contacts come, and how an agent works them.
  public let channel: Channel
  /// When contacts can come in (or, for outbound, when customers may be called).
  public let openingHours: OpeningHours
  /// The service that is promised.
  public let target: ServiceTarget
  /// The most of an agent's logged-in time that may go into contacts.
  public let maximumOccupancy: Share
  /// The mean time a customer would wait before leaving, where it is known.
  public let patience: Duration?
  /// The mean time one contact takes an experienced agent (talk, hold, after-contact work); for
  /// chat, the length of one chat while the agent holds `concurrency` of them.
  public let handleTime: Duration
  /// The fewest positions that are manned whenever the queue is open.
  public let minimumPositions: Positions
  /// Where its volume comes from.
  public let demand: DemandSource
  /// What a contact costs that nobody handles; prices a shortage.
  public let lostContactPrice: Money
  /// What its staffing requirement needs beside all that.
  public let staffing: QueueStaffing

  /// A queue; the scenario reader has checked every value. Without a `staffing` it is the plain one
  /// of the target: Erlang A where customers leave, else Erlang C.
  public init(
    id: ID, name: String, channel: Channel, openingHours: OpeningHours, target: ServiceTarget,
    maximumOccupancy: Share, patience: Duration?, handleTime: Duration,
    minimumPositions: Positions, demand: DemandSource, lostContactPrice: Money,
    staffing: QueueStaffing? = nil
  ) {
    self.id = id
    self.name = name
    self.channel = channel
    self.openingHours = openingHours
    self.target = target
    self.maximumOccupancy = maximumOccupancy
    self.patience = patience
    self.handleTime = handleTime
    self.minimumPositions = minimumPositions
    self.demand = demand
    self.lostContactPrice = lostContactPrice
    self.staffing = staffing ?? Queue.plainStaffing(target: target, patience: patience)
  }

  private static func plainStaffing(target: ServiceTarget, patience: Duration?) -> QueueStaffing {
    var conditions = WaitConditions()
    if case .answered(let share, let within) = target, share > .zero {
      conditions.level = WaitConditions.Level(share, within: within)
    }
    return QueueStaffing(model: patience == nil ? .erlangC : .erlangA, conditions: conditions)
  }

  /// The queue with another source of its volume.
  public func with(demand: DemandSource) -> Queue { with(demand: demand, staffing: staffing) }

  /// The queue with another way to its staffing requirement.
  public func with(staffing: QueueStaffing) -> Queue { with(demand: demand, staffing: staffing) }

  private func with(demand: DemandSource, staffing: QueueStaffing) -> Queue {
    Queue(
      id: id, name: name, channel: channel, openingHours: openingHours, target: target,
      maximumOccupancy: maximumOccupancy, patience: patience, handleTime: handleTime,
      minimumPositions: minimumPositions, demand: demand, lostContactPrice: lostContactPrice,
      staffing: staffing)
  }
}

extension Queue {
  /// Reads a queue; of one that was kept before there was a `staffing`, the plain one of its target.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try values.decode(ID.self, forKey: .id),
      name: try values.decode(String.self, forKey: .name),
      channel: try values.decode(Channel.self, forKey: .channel),
      openingHours: try values.decode(OpeningHours.self, forKey: .openingHours),
      target: try values.decode(ServiceTarget.self, forKey: .target),
      maximumOccupancy: try values.decode(Share.self, forKey: .maximumOccupancy),
      patience: try values.decodeIfPresent(Duration.self, forKey: .patience),
      handleTime: try values.decode(Duration.self, forKey: .handleTime),
      minimumPositions: try values.decode(Positions.self, forKey: .minimumPositions),
      demand: try values.decode(DemandSource.self, forKey: .demand),
      lostContactPrice: try values.decode(Money.self, forKey: .lostContactPrice),
      staffing: try values.decodeIfPresent(QueueStaffing.self, forKey: .staffing))
  }
}

/// How contacts come and are worked.
public enum Channel: Sendable, Hashable, Codable {
  /// Calls, one at a time, answered while the customer waits.
  case voice
  /// Chats, up to `concurrency` at once by one agent.
  case chat(concurrency: Int)
  /// Work that can wait until its due time: cases, mail, tickets.
  case deferred
  /// Calls that we place, within the hours in which customers may be called.
  case outbound

  /// Whether a customer waits while the contact is not yet answered.
  public var isImmediate: Bool {
    switch self {
    case .voice, .chat: true
    case .deferred, .outbound: false
    }
  }

  /// Contacts one agent holds at once.
  public var concurrency: Int {
    if case .chat(let concurrency) = self { concurrency } else { 1 }
  }

  /// The channel's key in scenario files: `voice`, `chat`, `deferred` or `outbound`.
  public var key: String {
    switch self {
    case .voice: "voice"
    case .chat: "chat"
    case .deferred: "deferred"
    case .outbound: "outbound"
    }
  }
}

/// The service a queue promises.
public enum ServiceTarget: Sendable, Hashable, Codable {
  /// `share` of the offered contacts answered within `within` ("80/20"); a share of 0 where only
  /// other conditions of ``WaitConditions`` are promised. ``QueueStaffing/conditions`` has them all.
  case answered(share: Share, within: Duration)
  /// Everything done within `within` of its arrival.
  case done(within: Duration)
}

/// The hours of a week in which a queue is open; half-open intervals of local wall-clock time.
public struct OpeningHours: Sendable, Hashable, Codable {
  /// One stretch of opening on a weekday; `until` may be 24:00.
  public struct Stretch: Sendable, Hashable, Codable {
    /// The weekday.
    public let weekday: Weekday
    /// The opening time.
    public let from: LocalTime
    /// The closing time, after `from`.
    public let until: LocalTime

    /// Open on `weekday` from `from` until `until`.
    public init(weekday: Weekday, from: LocalTime, until: LocalTime) {
      self.weekday = weekday
      self.from = from
      self.until = until
    }
  }

  /// The stretches, by weekday and time, without overlap.
  public let stretches: [Stretch]
  /// Dates on which the queue stays closed whatever the weekday.
  public let closedDates: [LocalDate]

  /// The hours of these stretches, except on `closedDates`.
  public init(stretches: [Stretch], closedDates: [LocalDate] = []) {
    self.stretches = stretches
    self.closedDates = closedDates
  }

  /// Open from midnight to midnight on every day.
  public static let always = OpeningHours(
    stretches: Weekday.allCases.map {
      Stretch(weekday: $0, from: .midnight, until: .endOfDay)
    })

  /// Whether the queue is open at wall-clock time `time` on `date`.
  public func isOpen(on date: LocalDate, at time: LocalTime) -> Bool {
    guard !closedDates.contains(date) else { return false }
    let weekday = date.weekday
    return stretches.contains { $0.weekday == weekday && $0.from <= time && time < $0.until }
  }
}
