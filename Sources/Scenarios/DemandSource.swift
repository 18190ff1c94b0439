public import BusinessCalendar
public import Units

/// Where the volume of a queue comes from.
public enum DemandSource: Sendable, Equatable, Codable {
  /// What was counted; the forecast projects it.
  case history(IntervalHistory)
  /// A forecast made elsewhere, taken as it is; events on it only where the scenario says so.
  case forecast(IntervalHistory)
  /// Business drivers: orders × contact rate by intent and lag × (1 − robot containment) × hand-over.
  case drivers(DemandDrivers)
  /// A list of customers to be called: outbound only.
  case campaign(Campaign)
}

/// Contacts counted (or forecast) by interval: totals, never averages.
public struct IntervalHistory: Sendable, Equatable, Codable {
  /// One interval of one queue.
  public struct Interval: Sendable, Equatable, Codable {
    /// The local start.
    public let start: LocalDateTime
    /// Contacts offered.
    public let offered: ContactVolume
    /// Mean handle time of the interval's contacts, where it was counted.
    public let handleTime: Duration?

    /// An interval that starts at `start`.
    public init(start: LocalDateTime, offered: ContactVolume, handleTime: Duration?) {
      self.start = start
      self.offered = offered
      self.handleTime = handleTime
    }
  }

  /// The length of every interval: 5 to 60 minutes, or a whole day (1440).
  public let intervalMinutes: Int
  /// The intervals in order of time, each at most once. An interval that is missing was not
  /// counted; a zero was.
  public let intervals: [Interval]
  /// The file they come from, as the scenario names it.
  public let file: String

  /// A history of `intervals` in order of time.
  public init(intervalMinutes: Int, intervals: [Interval], file: String) {
    self.intervalMinutes = intervalMinutes
    self.intervals = intervals
    self.file = file
  }
}

/// A number of orders (or other business events) by day, and the contacts that follow from them.
public struct DemandDrivers: Sendable, Equatable, Codable {
  /// One cause of contacts, with its own rate and delay.
  public struct Intent: Sendable, Equatable, Codable {
    /// The key in the scenario, such as `delivery`.
    public let id: Identifier<Intent>
    /// Contacts per order.
    public let contactRate: Share
    /// The share of those contacts that comes so many days after the order; sums to 1. Negative
    /// days come before it (presale questions).
    public let lag: [DayLag]
    /// The share that the robot settles alone; the rest is handed to people.
    public let robotContainment: Share
    /// The part of the others that reaches people; the rest gives up with the robot.
    public let handOver: Share

    /// An intent.
    public init(
      id: Identifier<Intent>, contactRate: Share, lag: [DayLag], robotContainment: Share,
      handOver: Share = .whole
    ) {
      self.id = id
      self.contactRate = contactRate
      self.lag = lag
      self.robotContainment = robotContainment
      self.handOver = handOver
    }
  }

  /// A share of contacts that comes `days` after the order.
  public struct DayLag: Sendable, Equatable, Codable {
    /// Days after the order; negative before it.
    public let days: Int
    /// The share of the intent's contacts.
    public let share: Share

    /// `share` of the contacts, `days` after the order.
    public init(days: Int, share: Share) {
      self.days = days
      self.share = share
    }
  }

  /// Orders of one day.
  public struct DailyOrders: Sendable, Equatable, Codable {
    /// The day.
    public let date: LocalDate
    /// The orders of that day.
    public let orders: ContactVolume

    /// `orders` on `date`.
    public init(date: LocalDate, orders: ContactVolume) {
      self.date = date
      self.orders = orders
    }
  }

  /// Orders by day, in order of time. Days around the horizon reach into it through the lags.
  public let orders: [DailyOrders]
  /// The file they come from, as the scenario names it.
  public let file: String
  /// The causes of contacts.
  public let intents: [Intent]
  /// How a day's contacts spread over its 24 hours; sums to 1.
  public let hourlyProfile: [Share]

  /// Drivers of a queue's volume.
  public init(
    orders: [DailyOrders], file: String, intents: [Intent], hourlyProfile: [Share]
  ) {
    self.orders = orders
    self.file = file
    self.intents = intents
    self.hourlyProfile = hourlyProfile
  }
}

extension DemandDrivers.Intent {
  /// Reads an intent; of one that was kept before there was a `handOver`, everything is handed over.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try values.decode(Identifier<DemandDrivers.Intent>.self, forKey: .id),
      contactRate: try values.decode(Share.self, forKey: .contactRate),
      lag: try values.decode([DemandDrivers.DayLag].self, forKey: .lag),
      robotContainment: try values.decode(Share.self, forKey: .robotContainment),
      handOver: try values.decodeIfPresent(Share.self, forKey: .handOver) ?? .whole)
  }
}
