public import Units

/// What customers want from a chat, and how far a robot gets with it.
public struct ChatIntent: Sendable, Hashable, Codable {
  /// What they want: payment, delivery, refund.
  public let name: String
  /// The sessions that come with it.
  public let volume: ContactVolume
  /// The share that never meets the robot, because the customer asks for a person or the desk does.
  public let bypass: Share
  /// The share of those that meet the robot and are answered by it alone.
  public let containment: Share
  /// The share of those that meet the robot and are handed over to a person; the rest give up.
  public let handOver: Share
  /// The mean number of replies that the robot gives in a session it meets.
  public let robotReplies: Double

  /// An intent; whoever the robot does not contain is handed over, unless told otherwise.
  ///
  /// Throws when a number is negative or not a number, a share above 1, or robot and hand-over take
  /// more than all.
  public init(
    _ name: String, volume: ContactVolume, containment: Share, handOver: Share? = nil,
    bypass: Share = .zero, robotReplies: Double = 1
  ) throws(InvalidIntent) {
    guard volume.value >= 0, volume.value.isFinite else { throw .volume(name, volume.value) }
    let handOver = handOver ?? Share(max(0, 1 - containment.value))
    for share in [containment, handOver, bypass] {
      guard share.value >= 0, share.value <= 1 else { throw .share(name, share.value) }
    }
    guard containment.value + handOver.value <= 1 + 1e-9 else {
      throw .share(name, containment.value + handOver.value)
    }
    guard robotReplies >= 0, robotReplies.isFinite else { throw .replies(name, robotReplies) }
    self.name = name
    self.volume = volume
    self.bypass = bypass
    self.containment = containment
    self.handOver = handOver
    self.robotReplies = robotReplies
  }

  /// The sessions that meet the robot.
  public var robotVolume: ContactVolume { volume * bypass.complement.value }
  /// The sessions that the robot answers alone.
  public var containedVolume: ContactVolume { robotVolume * containment.value }
  /// The sessions that people get.
  public var humanVolume: ContactVolume {
    volume * bypass.value + robotVolume * handOver.value
  }
  /// The sessions that give up with the robot.
  public var lostVolume: ContactVolume {
    robotVolume * max(0, 1 - containment.value - handOver.value)
  }
}

/// An intent that cannot be.
public enum InvalidIntent: Error, Sendable, Hashable, CustomStringConvertible {
  /// The volume is negative or no number.
  case volume(String, Double)
  /// A share, or containment and hand-over together, is not from 0 to 1.
  case share(String, Double)
  /// The robot's replies are negative or no number.
  case replies(String, Double)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .volume(let name, let volume):
      "\(name) has a volume of \(volume); give a number of sessions from 0 on"
    case .share(let name, let share):
      "\(name) has a share of \(share * 100) %; give shares from 0 to 100 %, in all at most 100 %"
    case .replies(let name, let replies):
      "the robot gives \(replies) replies to \(name); give a number from 0 on"
    }
  }
}

/// Robots in front of a chat desk: what they contain never reaches a person.
///
/// By intent, v b + v (1 − b) h sessions of v reach people, b those that pass the robot by and h those
/// of the others that it hands over: a Poisson stream that is thinned stays one (Kingman, Poisson
/// Processes, 1993, 5.1), and so does one that is delayed by the time with the robot (5.5), so
/// that people may be sized as if their sessions came straight to them.
///
/// Limits: means; a robot's reply is always in time; the time with the robot is short against the
/// change of demand.
public struct RobotFront: Sendable, Hashable, Codable {
  /// What customers want.
  public let intents: [ChatIntent]
  /// Whether the robot's replies, each in time, count in the reply rate.
  public let countsRobotReplies: Bool

  /// Robots for these intents.
  public init(intents: [ChatIntent], countsRobotReplies: Bool) {
    self.intents = intents
    self.countsRobotReplies = countsRobotReplies
  }

  /// The sessions that come.
  public var volume: ContactVolume { intents.map(\.volume).total() }
  /// The sessions that people get: the volume of a ``ChatDesk``.
  public var humanVolume: ContactVolume { intents.map(\.humanVolume).total() }
  /// The sessions that the robots answer alone.
  public var containedVolume: ContactVolume { intents.map(\.containedVolume).total() }
  /// The sessions that give up with a robot.
  public var lostVolume: ContactVolume { intents.map(\.lostVolume).total() }
  /// The replies that the robots give.
  public var robotReplies: ContactVolume {
    intents.map { $0.robotVolume * $0.robotReplies }.total()
  }

  /// The reply rate where people reply to `human` of the same interval: with the robots' replies,
  /// if they count.
  public func replies(with human: ReplyCount) -> ReplyCount {
    guard countsRobotReplies else { return human }
    return human + ReplyCount(asked: robotReplies, inTime: robotReplies)
  }

  /// The reply rate that people must reach so that all replies that count reach `share`, where people
  /// are asked `human` times; 0 where the robots alone do. A share that is negative or no number
  /// counts as 0, one above 1 asks the same of people.
  public func humanShare(for share: Share, asked human: ContactVolume) -> Share {
    let share = share.value > 0 ? share : .zero
    guard countsRobotReplies, human.value > 0, share.value < 1 else { return share }
    let robots = robotReplies.value
    return Share(max(0, share.value - share.complement.value * robots / human.value))
  }
}
