/// Robots before a desk of people who reply to one session at a time, session by session.
///
/// A session draws what its customer wants, meets the robot or passes it by, and is settled by the
/// robot, given up or handed over; people reply once, in the order in which sessions reach them.
public struct RobotRun: Sendable {
  /// What customers want.
  public struct Intent: Sendable {
    /// Sessions a second.
    public var rate: Double
    /// The chance that the robot is passed by.
    public var bypass: Double
    /// The chance that the robot settles what it meets.
    public var containment: Double
    /// The chance that it hands over what it meets.
    public var handOver: Double
    /// The mean of the Poisson number of its replies.
    public var robotReplies: Double

    /// An intent.
    public init(
      rate: Double, bypass: Double, containment: Double, handOver: Double, robotReplies: Double
    ) {
      self.rate = rate
      self.bypass = bypass
      self.containment = containment
      self.handOver = handOver
      self.robotReplies = robotReplies
    }
  }

  /// What customers want.
  public var intents: [Intent]
  /// The time with the robot.
  public var robotTime: RandomTime
  /// People.
  public var agents: Int
  /// The time a person takes to reply.
  public var replyTime: RandomTime
  /// The time of the reply rate, in seconds.
  public var window: Double

  /// Robots and people.
  public init(
    intents: [Intent], robotTime: RandomTime, agents: Int, replyTime: RandomTime, window: Double
  ) {
    self.intents = intents
    self.robotTime = robotTime
    self.agents = agents
    self.replyTime = replyTime
    self.window = window
  }

  /// What happened.
  public struct Record: Sendable {
    /// Sessions that reached people, of all.
    public var human = BatchMeans()
    /// Sessions that the robot settled, of all.
    public var contained = BatchMeans()
    /// Sessions that gave up with the robot, of all.
    public var lost = BatchMeans()
    /// People's replies in time, of theirs.
    public var humanInTime = BatchMeans()
    /// Replies in time of robots and people, of all.
    public var allInTime = BatchMeans()
  }

  /// 30 batches of `length` seconds each, after one to warm up.
  public func run(seed: UInt64, batch length: Double) -> Record {
    var generator = SeededGenerator(seed: seed)
    var record = Record()
    var events = EventQueue()
    var free = FreeTimes(count: agents, at: 0)
    let rate = intents.reduce(0) { $0 + $1.rate }
    events.add(at: generator.exponential(mean: 1 / rate), kind: 0)
    while let event = events.next(), event.time < 31 * length {
      let batch = Int(event.time / length) - 1
      if event.kind == 1 {
        // Somebody reaches the people: the one who is free first replies.
        let start = max(event.time, free.earliest)
        let end = start + replyTime.draw(&generator)
        free.replaceEarliest(with: end)
        let inTime = end - event.time <= window ? 1.0 : 0
        if batch >= 0 {
          record.humanInTime.add(inTime, to: batch)
          record.allInTime.add(inTime, to: batch)
        }
        continue
      }
      events.add(at: event.time + generator.exponential(mean: 1 / rate), kind: 0)
      let intent = intents[generator.index(weighted: intents.map(\.rate))]
      var (human, contained, lost) = (0.0, 0.0, 0.0)
      if generator.happens(intent.bypass) {
        human = 1
        events.add(at: event.time, kind: 1)
      } else {
        let replies = Double(generator.poisson(mean: intent.robotReplies))
        if batch >= 0 { record.allInTime.add(replies, weight: replies, to: batch) }
        let fate = generator.uniform()
        if fate < intent.containment {
          contained = 1
        } else if fate < intent.containment + intent.handOver {
          human = 1
          events.add(at: event.time + robotTime.draw(&generator), kind: 1)
        } else {
          lost = 1
        }
      }
      guard batch >= 0 else { continue }
      record.human.add(human, to: batch)
      record.contained.add(contained, to: batch)
      record.lost.add(lost, to: batch)
    }
    return record
  }
}
