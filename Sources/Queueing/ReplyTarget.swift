public import Units

/// What one reply is counted for.
public enum ReplyUnit: String, Sendable, Hashable, Codable, CaseIterable {
  /// A round: from the customer's first message in it to the first reply.
  case round
  /// A message: from each message to the reply to it.
  case message
}

/// The share of rounds or messages that are to be replied to within a time: the reply rate within
/// three minutes of online shops.
public struct ReplyTarget: Sendable, Hashable, Codable {
  /// The least share.
  public var share: Share
  /// The time.
  public var window: Duration
  /// What counts once.
  public var unit: ReplyUnit

  /// `share` of the rounds or messages within `window`.
  public init(_ share: Share, within window: Duration, per unit: ReplyUnit) {
    self.share = share
    self.window = window
    self.unit = unit
  }
}

/// Not even an agent with a single session replies to so many in time.
public struct UnreachableReplies: Error, Sendable, Hashable, CustomStringConvertible {
  /// The target.
  public let target: ReplyTarget
  /// The share that an agent with a single session reaches.
  public let best: Share

  /// A target and the best that can be had.
  public init(target: ReplyTarget, best: Share) {
    self.target = target
    self.best = best
  }

  /// What is wrong and what helps.
  public var description: String {
    """
    an agent with a single session replies to \(best.value * 100) % within \(target.window), \
    \(target.share.value * 100) % are asked for; shorten the time to reply or allow more time
    """
  }
}

/// The hours of the day whose messages count for a reply rate, half-open; an end at or before the
/// start is on the next day, so that equal times are the whole day.
public struct ReplyHours: Sendable, Hashable, Codable {
  /// From here, since midnight.
  public let from: Duration
  /// To here, since midnight.
  public let to: Duration

  /// Hours from `from` to `to`, each since midnight; what lies beyond a day counts as within it.
  public init(from: Duration, to: Duration) {
    self.from = ReplyHours.withinDay(from)
    self.to = ReplyHours.withinDay(to)
  }

  private static func withinDay(_ time: Duration) -> Duration {
    .seconds(withinDay(seconds: time.inSeconds))
  }

  private static func withinDay(seconds: Double) -> Double {
    let rest = seconds.truncatingRemainder(dividingBy: 86_400)
    return rest < 0 ? rest + 86_400 : rest
  }

  /// The share of the time from `start`, since midnight, on for `length` that counts.
  public func share(of length: Duration, from start: Duration) -> Share {
    let length = min(length.inSeconds, 86_400)
    guard length > 0 else { return .zero }
    let open = from.inSeconds
    let span = ReplyHours.withinDay(seconds: to.inSeconds - open)
    let hours = span > 0 ? span : 86_400
    // Relative to the opening, the interval begins within [0, 1 day).
    let begin = ReplyHours.withinDay(seconds: start.inSeconds - open)
    let today = max(0, min(hours, begin + length) - begin)
    let tomorrow = max(0, min(86_400 + hours, begin + length) - 86_400)
    return Share(min(1, (today + tomorrow) / length))
  }
}

/// The replies of one interval, or of many.
public struct ReplyCount: Sendable, Hashable, Codable {
  /// Rounds or messages that ask for a reply, answered or not.
  public var asked: ContactVolume
  /// Those that are replied to in time.
  public var inTime: ContactVolume

  /// So many, of which so many in time.
  public init(asked: ContactVolume, inTime: ContactVolume) {
    self.asked = asked
    self.inTime = inTime
  }

  /// The reply rate; `nil` where nothing is asked.
  public var rate: Share? {
    asked.value > 0 ? Share(min(1, max(0, inTime.value / asked.value))) : nil
  }

  /// The sum.
  public static func + (left: ReplyCount, right: ReplyCount) -> ReplyCount {
    ReplyCount(asked: left.asked + right.asked, inTime: left.inTime + right.inTime)
  }

  /// The replies of intervals of `length` that begin at `start`, since midnight, of which only those
  /// in `hours` count; what comes in an interval is spread evenly over it.
  public static func total(
    of intervals: [(start: Duration, length: Duration, count: ReplyCount)],
    within hours: ReplyHours
  ) -> ReplyCount {
    var total = ReplyCount(asked: .zero, inTime: .zero)
    for interval in intervals {
      let share = hours.share(of: interval.length, from: interval.start).value
      total.asked += interval.count.asked * share
      total.inTime += interval.count.inTime * share
    }
    return total
  }
}
