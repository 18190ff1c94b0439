public import Units

/// What a queue's staffing requirement needs beside its volume, handle time and promise.
///
/// Everything left out is as in a queue of which nothing of it is known: nobody comes back, nobody
/// is told beforehand, one kind of customer, one language.
public struct QueueStaffing: Sendable, Equatable, Codable {
  /// The model of the queue within an interval.
  public var model: RequirementModel
  /// How the load of an interval follows from a rate that moves within it.
  public var intervalMethod: IntervalMethod
  /// All that is promised.
  public var conditions: WaitConditions
  /// How unsure the rate of an interval is: its coefficient of variation; `nil` or 0 for a rate
  /// that is known.
  public var arrivalUncertainty: Share?
  /// The probability that a customer who left without an answer contacts the same queue again.
  public var redial: Share
  /// The queues to which its contacts come back.
  public var escalations: [Escalation]
  /// What customers are told before they ask.
  public var notices: [QueueNotice]
  /// How chats are worked; `nil` for the other channels and where nothing is said.
  public var chat: ChatWork?
  /// The robot in front; `nil` for none.
  public var robot: QueueRobot?
  /// The kinds of customer, in the order of the file; empty for one kind.
  public var segments: [QueueSegment]
  /// The languages, in the order of the file; empty for one.
  public var languages: [LanguageShare]

  /// A staffing; what is left out is as in a plain queue.
  public init(
    model: RequirementModel = .erlangC, intervalMethod: IntervalMethod = .offeredLoadMaximum,
    conditions: WaitConditions = WaitConditions(), arrivalUncertainty: Share? = nil,
    redial: Share = .zero, escalations: [Escalation] = [], notices: [QueueNotice] = [],
    chat: ChatWork? = nil, robot: QueueRobot? = nil, segments: [QueueSegment] = [],
    languages: [LanguageShare] = []
  ) {
    self.model = model
    self.intervalMethod = intervalMethod
    self.conditions = conditions
    self.arrivalUncertainty = arrivalUncertainty
    self.redial = redial
    self.escalations = escalations
    self.notices = notices
    self.chat = chat
    self.robot = robot
    self.segments = segments
    self.languages = languages
  }
}

/// The model of a queue within an interval.
public enum RequirementModel: Sendable, Hashable, Codable {
  /// Nobody leaves (Erlang C).
  case erlangC
  /// Customers leave after their patience (Erlang A); the queue has one.
  case erlangA
  /// At most so many customers wait, the others are turned away (M/M/n/(n + places)); customers
  /// leave where the queue has a patience.
  case finiteBuffer(waitingPlaces: Int)

  /// The model's key in scenario files.
  public var key: String {
    switch self {
    case .erlangC: "erlang-c"
    case .erlangA: "erlang-a"
    case .finiteBuffer: "finite-buffer"
    }
  }
}

/// How the load of an interval follows from a rate that moves within it.
public enum IntervalMethod: String, Sendable, Hashable, Codable, CaseIterable {
  /// The largest offered load of the interval, which follows the rate with the lag of the handle
  /// time (modified offered load, its maximum).
  case offeredLoadMaximum = "mol-max"
  /// The interval's mean rate times the handle time, each interval by itself (stationary,
  /// independent, period by period).
  case stationary = "sipp"
}

/// What waiting customers are promised; every condition that is given must hold.
public struct WaitConditions: Sendable, Hashable, Codable {
  /// What the share answered in time is a share of.
  public enum Definition: String, Sendable, Hashable, Codable, CaseIterable {
    /// Answered within the time, of all offered contacts.
    case offered
    /// Answered within the time, of the answered contacts.
    case answered
    /// The wait of somebody who never leaves is within the time.
    case virtual
    /// Answered within the time, of the offered contacts without those that left within it.
    case excludingShortAbandons = "excluding-short-abandons"
    /// Answered or left within the time, of all offered contacts.
    case withinAny = "within-any"
  }

  /// A share of contacts and a time.
  public struct Level: Sendable, Hashable, Codable {
    /// The share of the contacts.
    public let share: Share
    /// The time.
    public let within: Duration

    /// `share` of the contacts within `time`.
    public init(_ share: Share, within time: Duration) {
      self.share = share
      within = time
    }
  }

  /// The service level; `nil` for none.
  public var level: Level?
  /// What the service level is a share of.
  public var definition: Definition
  /// The longest mean wait of the answered contacts; `nil` for none.
  public var averageSpeedOfAnswer: Duration?
  /// The largest share of offered contacts that leave before an answer; `nil` for none.
  public var abandonment: Share?
  /// The wait that a share of the contacts does not exceed; `nil` for none.
  public var waitPercentile: Level?

  /// Conditions; those left out do not count. The cap on occupancy is ``Queue/maximumOccupancy``.
  public init(
    level: Level? = nil, definition: Definition = .offered, averageSpeedOfAnswer: Duration? = nil,
    abandonment: Share? = nil, waitPercentile: Level? = nil
  ) {
    self.level = level
    self.definition = definition
    self.averageSpeedOfAnswer = averageSpeedOfAnswer
    self.abandonment = abandonment
    self.waitPercentile = waitPercentile
  }
}
