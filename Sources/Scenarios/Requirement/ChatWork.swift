public import Units

/// How chats are worked, beside how many an agent holds at once.
public struct ChatWork: Sendable, Equatable, Codable {
  /// The length of a chat while the agent holds 1, 2, … of them, up to the concurrency; empty where
  /// it does not depend on it. Chats completed an hour never fall with one more.
  public let handleTimes: [Duration]
  /// The messages of a chat; `nil` where only whole chats are known.
  public let messages: ChatMessages?
  /// What is promised for replies; `nil` for nothing.
  public let replyTarget: ReplyPromise?
  /// Whether a chat is given to an agent at once, without a queue.
  public let immediateAssignment: Bool

  /// The work of chats; the scenario reader has checked every value.
  public init(
    handleTimes: [Duration] = [], messages: ChatMessages? = nil, replyTarget: ReplyPromise? = nil,
    immediateAssignment: Bool = false
  ) {
    self.handleTimes = handleTimes
    self.messages = messages
    self.replyTarget = replyTarget
    self.immediateAssignment = immediateAssignment
  }
}

/// The messages of a chat: customer and agent write in turn.
public struct ChatMessages: Sendable, Hashable, Codable {
  /// Rounds a chat: a customer's turn and the agent's reply.
  public let rounds: Int
  /// Messages that a customer writes in a round.
  public let messagesPerRound: Int
  /// The mean time from a reply to the customer's next turn.
  public let thinkTime: Duration
  /// The mean time an agent works on one reply.
  public let replyTime: Duration

  /// Messages of a chat.
  public init(rounds: Int, messagesPerRound: Int, thinkTime: Duration, replyTime: Duration) {
    self.rounds = rounds
    self.messagesPerRound = messagesPerRound
    self.thinkTime = thinkTime
    self.replyTime = replyTime
  }
}

extension ChatMessages {
  /// The time an agent works on the replies of one chat.
  public var writingTime: Duration { replyTime * Double(rounds) * Double(messagesPerRound) }

  /// The mean length of a chat where its agent always holds `chats`, at least 1: the rounds of
  /// Palm's closed queue of one server (mean values after Reiser and Lavenberg, "Mean-value analysis
  /// of closed multichain queuing networks", Journal of the ACM 27, 1980).
  public func length(beside chats: Int) -> Duration {
    let work = replyTime.inSeconds * Double(messagesPerRound)
    let think = thinkTime.inSeconds
    var waiting = 0.0
    var response = work
    for held in 1...min(10_000, max(1, chats)) {
      response = work * (1 + waiting)
      waiting = think + response > 0 ? Double(held) * response / (think + response) : 0
    }
    return .seconds(Double(rounds) * (think + response))
  }
}

/// A share of replies within a time: the reply rate ("90 % within three minutes").
public struct ReplyPromise: Sendable, Equatable, Codable {
  /// What is counted.
  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    /// A round with the customer: the time from its first message to the reply.
    case round
    /// Each message of the customer.
    case message
  }

  /// The share of the replies.
  public let share: Share
  /// The time.
  public let within: Duration
  /// What is counted.
  public let unit: Unit
  /// The hours that count; `nil` for all in which the queue is open.
  public let hours: OpeningHours?

  /// A target for replies.
  public init(share: Share, within: Duration, unit: Unit, hours: OpeningHours?) {
    self.share = share
    self.within = within
    self.unit = unit
    self.hours = hours
  }
}

/// A robot that customers meet first.
public struct QueueRobot: Sendable, Equatable, Codable {
  /// One cause of contacts.
  public struct Intent: Sendable, Equatable, Codable {
    /// The key in the scenario; the same as a driver's intent where the volume has drivers.
    public let id: Identifier<Intent>
    /// Its share of the contacts that reach the robot.
    public let share: Share
    /// The part that the robot settles alone.
    public let containment: Share
    /// The part that it hands to people; the rest gives up with the robot.
    public let handOver: Share

    /// An intent.
    public init(id: Identifier<Intent>, share: Share, containment: Share, handOver: Share) {
      self.id = id
      self.share = share
      self.containment = containment
      self.handOver = handOver
    }
  }

  /// The causes of contacts, in the order of the file; empty where the volume is what people get
  /// already.
  public let intents: [Intent]
  /// Replies of the robot in a contact.
  public let repliesPerContact: Int
  /// Whether its replies count in the reply target, all of them in time.
  public let repliesCount: Bool

  /// A robot.
  public init(intents: [Intent], repliesPerContact: Int, repliesCount: Bool) {
    self.intents = intents
    self.repliesPerContact = repliesPerContact
    self.repliesCount = repliesCount
  }

  /// The share of the contacts that reach the robot which people get; all of them without intents.
  public var handOver: Share {
    guard !intents.isEmpty else { return .whole }
    return Share(intents.map { $0.share.value * $0.handOver.value }.reduce(0, +))
  }
}
