internal import Units

/// How long one chat takes while its agent holds 1, 2, … chats; their number is the concurrency.
///
/// An agent with k chats completes k/h_k a second. That must not fall as k grows, or one more chat
/// at once would make the agent slower than without it.
public struct ChatHandleTimes: Sendable, Hashable {
  /// The mean time of one chat while its agent holds 1, 2, … of them.
  public let times: [Duration]
  /// k/h_k a second for k = 0, 1, …, K.
  let rates: [Double]

  /// The most chats an agent holds at once.
  public var concurrency: Int { times.count }

  /// Times by the number of chats held, from 1 on.
  ///
  /// Throws when there is none, when one is not above 0 and below 10⁹ s, and when an agent would
  /// complete fewer chats by holding one more.
  public init(_ times: [Duration]) throws(InvalidChatTimes) {
    guard !times.isEmpty else { throw .none }
    var rates = [0.0]
    for (index, time) in times.enumerated() {
      let seconds = time.inSeconds
      guard seconds > 0, seconds < 1e9 else { throw .outOfRange(chats: index + 1, time: time) }
      let rate = Double(index + 1) / seconds
      // 2 chats of 400 s each are as many an hour as 1 of 200 s; rounding must not tell otherwise.
      guard rate >= rates[index] * (1 - 1e-12) else {
        throw .falls(chats: index + 1, times[index - 1], time)
      }
      rates.append(max(rate, rates[index]))
    }
    self.times = times
    self.rates = rates
  }

  /// The same chats, of which an agent holds at most `concurrency` (at least 1) at once.
  public func limited(to concurrency: Int) -> ChatHandleTimes {
    ChatHandleTimes(
      times: Array(times.prefix(max(1, concurrency))),
      rates: Array(rates.prefix(max(1, concurrency) + 1)))
  }

  /// As many of `times`, from the first on, as make sense: up to the number of chats above which
  /// an agent would complete fewer. Throws when not even the first is above 0.
  public static func longestUsable(_ times: [Duration]) throws(InvalidChatTimes) -> ChatHandleTimes
  {
    var count = times.count
    while count > 1 {
      if let usable = try? ChatHandleTimes(Array(times.prefix(count))) { return usable }
      count -= 1
    }
    return try ChatHandleTimes(Array(times.prefix(1)))
  }

  func scaled(by factor: Double) -> ChatHandleTimes {
    let factor = factor > 0 ? min(max(factor, 1e-12), 1e12) : 1e-12
    return ChatHandleTimes(
      times: times.map { Duration(finiteSeconds: $0.inSeconds * factor) ?? $0 },
      rates: rates.map { $0 / factor })
  }

  init(rates: [Double]) {
    times = rates.indices.dropFirst().map {
      Duration(finiteSeconds: Double($0) / rates[$0]) ?? .zero
    }
    self.rates = rates
  }

  private init(times: [Duration], rates: [Double]) {
    self.times = times
    self.rates = rates
  }
}

/// Chat times that describe no desk.
public enum InvalidChatTimes: Error, Sendable, Hashable, CustomStringConvertible {
  /// No time is given.
  case none
  /// A time is not above 0 s and below 10⁹ s.
  case outOfRange(chats: Int, time: Duration)
  /// With that many chats at once an agent completes fewer than with one less.
  case falls(chats: Int, Duration, Duration)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .none:
      "no handle time is given; give one for each number of chats an agent holds, from 1 on"
    case .outOfRange(let chats, let time):
      "the handle time with \(chats) chats at once is \(time); give a time above 0 and below 10⁹ s"
    case .falls(let chats, let fewer, let more):
      """
      an agent with \(chats) chats of \(more) completes fewer than with \(chats - 1) of \(fewer); \
      limit the concurrency to \(chats - 1) or mend the times
      """
    }
  }
}
