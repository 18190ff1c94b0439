public import BusinessCalendar
public import Units

/// A list of customers to be called, and what is wanted of it. The queue's opening hours are those
/// in which they may be called.
public struct Campaign: Sendable, Equatable, Codable {
  /// A rate by the hour of the day and the number of the attempt.
  public struct Rate: Sendable, Hashable, Codable {
    /// The rate of the first attempt in each of the 24 hours.
    public let byHour: [Share]
    /// The factor of the first, second, … attempt; the last holds for all further ones.
    public let byAttempt: [Share]

    /// A rate by hour and attempt.
    public init(byHour: [Share], byAttempt: [Share] = [.whole]) {
      self.byHour = byHour
      self.byAttempt = byAttempt
    }

    /// The rate of attempt number `attempt`, from 1, in `hour`, from 0 to 23; 0 beyond.
    public func rate(hour: Int, attempt: Int) -> Share {
      guard byHour.indices.contains(hour), attempt >= 1, let last = byAttempt.last else {
        return .zero
      }
      let factor = attempt <= byAttempt.count ? byAttempt[attempt - 1] : last
      return Share(byHour[hour].value * factor.value)
    }
  }

  /// What was sold and must arrive.
  public struct Delivery: Sendable, Hashable, Codable {
    /// From the sale to the delivery.
    public let lag: Duration
    /// The share of the sales that are taken in.
    public let kept: Share
    /// From the sale until it is known what was kept.
    public let knownAfter: Duration

    /// A delivery.
    public init(lag: Duration, kept: Share, knownAfter: Duration) {
      self.lag = lag
      self.kept = kept
      self.knownAfter = knownAfter
    }
  }

  /// Customers on the list.
  public let listSize: Int
  /// Completes that are wanted; before delivery.
  public let wanted: Int
  /// The first day of calling.
  public let from: LocalDate
  /// The last day of calling.
  public let by: LocalDate
  /// The most attempts on one customer.
  public let mostAttempts: Int
  /// The least time between two attempts on one customer.
  public let retryAfter: Duration
  /// The share of attempts on which somebody is reached.
  public let reach: Rate
  /// The share of reached customers with whom the call is a complete.
  public let success: Rate
  /// The time of an attempt on which nobody is reached; one that reaches somebody takes the queue's
  /// handle time.
  public let unreachedTime: Duration
  /// What a complete is worth; `nil` where it has no price.
  public let worth: Money?
  /// What is sold has to be delivered; `nil` where a complete is one at once.
  public let delivery: Delivery?

  /// A campaign; the scenario reader has checked every value.
  public init(
    listSize: Int, wanted: Int, from: LocalDate, by: LocalDate, mostAttempts: Int,
    retryAfter: Duration, reach: Rate, success: Rate, unreachedTime: Duration, worth: Money?,
    delivery: Delivery?
  ) {
    self.listSize = listSize
    self.wanted = wanted
    self.from = from
    self.by = by
    self.mostAttempts = mostAttempts
    self.retryAfter = retryAfter
    self.reach = reach
    self.success = success
    self.unreachedTime = unreachedTime
    self.worth = worth
    self.delivery = delivery
  }
}
