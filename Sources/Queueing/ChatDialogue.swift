internal import Foundation
internal import Units

/// How a chat is worked: customer and agent take turns, and an agent with several sessions writes
/// while the other customers think.
///
/// A session has rounds. In each the customer writes one or more messages and the agent answers
/// them one by one; then the customer thinks, until the last round is answered. An agent who always
/// holds k sessions is the machine repair model with one repairer (Palm, 1947; Gross and Harris,
/// Fundamentals of Queueing Theory, the finite-source queue): k machines, which break down after a
/// time z and are repaired in a time S, in the order of their failures. Sessions that end are
/// replaced at once, so that the mean time away is z (1 − 1/R) with R rounds a session.
///
/// The number of thinking customers is Poisson with mean b = z (1 − 1/R)/S, cut off at k, so that
/// the agent is busy for 1 − B(k, b) of the time, with B of ``ErlangB``; and who writes finds what an
/// agent with one session less has in front of him (arrival theorem; Lavenberg and Reiser, 1980,
/// Sevcik and Mitrani, 1981). All of it holds for any distribution of the thinking times and of
/// the number of rounds (Baskett, Chandy, Muntz and Palacios, 1975).
///
/// Limits: the time for a message is exponential and the number of messages in a round geometric,
/// so that the time for a round is exponential too; the messages of a round come together, in a
/// time that is short against the reply; an agent answers round by round in the order in which they
/// came.
public struct ChatDialogue: Sendable, Hashable, Codable {
  /// The mean time from an agent's last reply in a round to the customer's next round.
  public let thinkTime: Duration
  /// The mean time an agent takes to read a message and write the reply to it.
  public let replyTime: Duration
  /// The mean number of rounds in a session.
  public let rounds: Double
  /// The mean number of customer messages in a round.
  public let messagesPerRound: Double

  /// A dialogue of these means.
  ///
  /// Throws when the time to reply is not above 0, the time to think below 0, either is above
  /// 10⁹ s, or a session has less than one round or a round less than one message, or more than 10⁶.
  public init(
    thinkTime: Duration, replyTime: Duration, rounds: Double, messagesPerRound: Double = 1
  ) throws(InvalidDialogue) {
    guard replyTime > .zero, replyTime <= .seconds(1_000_000_000) else {
      throw .replyTime(replyTime)
    }
    guard thinkTime >= .zero, thinkTime <= .seconds(1_000_000_000) else {
      throw .thinkTime(thinkTime)
    }
    guard rounds >= 1, rounds <= 1e6 else { throw .rounds(rounds) }
    guard messagesPerRound >= 1, messagesPerRound <= 1e6 else {
      throw .messages(messagesPerRound)
    }
    self.thinkTime = thinkTime
    self.replyTime = replyTime
    self.rounds = rounds
    self.messagesPerRound = messagesPerRound
  }

  /// Seconds for a message.
  var messageSeconds: Double { replyTime.inSeconds }
  /// Seconds for a round.
  var roundSeconds: Double { replyTime.inSeconds * messagesPerRound }
  /// The mean number of rounds that customers would think in the time of one.
  var thinkingLoad: Double { thinkTime.inSeconds * (1 - 1 / rounds) / roundSeconds }

  /// Rounds a second that an agent answers who always holds `sessions`.
  func roundRate(holding sessions: Int) -> Double {
    guard sessions > 0 else { return 0 }
    let load = thinkingLoad
    guard load > 0 else { return 1 / roundSeconds }
    // 1 − B by the load that gets through: no difference that vanishes where customers think long.
    return ErlangB.carried(Double(sessions), load) / load / roundSeconds
  }

  /// The sessions at which agents stop getting quicker and customers begin to wait for each other:
  /// with fewer there is idle time, with more there is waiting (Kleinrock's saturation number of
  /// time-sharing systems, 1 + z/S).
  public var saturation: Double { 1 + thinkingLoad }

  /// How long a session takes by the number its agent holds, up to `concurrency` (from 1 to
  /// 10 000): k R over the rounds a second. An agent with one session more never ends fewer.
  public func handleTimes(upTo concurrency: Int) -> ChatHandleTimes {
    ChatHandleTimes(rates: sessionRates(upTo: min(10_000, max(1, concurrency))))
  }

  /// Sessions a second that end with an agent who holds 0, 1, …, `concurrency`.
  func sessionRates(upTo concurrency: Int) -> [Double] {
    // 1/B(k) − 1 = (k/b)/B(k−1), upwards from 1/B(0) = 1.
    let load = thinkingLoad
    var rest = 0.0
    var rates = [0.0]
    rates.reserveCapacity(concurrency + 1)
    for sessions in 1...max(1, concurrency) {
      rest = load > 0 ? min(1e300, Double(sessions) / load * (1 + rest)) : 1e300
      rates.append(max(rates[sessions - 1], rest / (1 + rest) / (roundSeconds * rounds)))
    }
    return rates
  }
}

/// A dialogue that cannot be.
public enum InvalidDialogue: Error, Sendable, Hashable, CustomStringConvertible {
  /// The time to reply is not above 0 or above 10⁹ s.
  case replyTime(Duration)
  /// The time to think is below 0 or above 10⁹ s.
  case thinkTime(Duration)
  /// The rounds of a session are not from 1 to 10⁶.
  case rounds(Double)
  /// The messages of a round are not from 1 to 10⁶.
  case messages(Double)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .replyTime(let time): "the time to reply is \(time); give one above 0 and up to 10⁹ s"
    case .thinkTime(let time): "the time to think is \(time); give one from 0 to 10⁹ s"
    case .rounds(let rounds): "a session has \(rounds) rounds; give a number from 1 to 10⁶"
    case .messages(let messages): "a round has \(messages) messages; give a number from 1 to 10⁶"
    }
  }
}
