/// Chat sessions worked message by message, by agents who keep the sessions they were given.
///
/// A session goes to the agent with the fewest, waits in a line where all hold the most they may, and
/// stays with its agent to the end. Each agent answers round by round in the order in which they
/// came, one message at a time. Nothing is taken from the formulas: no spreading, no averages.
public struct DialogueRun: Sendable {
  /// Agents.
  public var agents: Int
  /// Sessions a second; `nil` where each agent holds as many as it may, and a session that ends is
  /// replaced at once.
  public var rate: Double?
  /// The most sessions of an agent.
  public var concurrency: Int
  /// How long a customer in the line stays; `nil` without end.
  public var patience: RandomTime?
  /// How long customers think between rounds.
  public var thinkTime: RandomTime
  /// The mean of the exponential time for a message, in seconds.
  public var replyTime: Double
  /// The mean number of rounds.
  public var rounds: Double
  /// Whether every session has that many rounds, or a geometric number of that mean.
  public var hasFixedRounds: Bool
  /// The mean of the geometric number of messages in a round.
  public var messagesPerRound: Double
  /// The time of the shares, in seconds.
  public var window: Double

  /// A desk.
  public init(
    agents: Int, rate: Double?, concurrency: Int, patience: RandomTime? = nil,
    thinkTime: RandomTime, replyTime: Double, rounds: Double, hasFixedRounds: Bool = false,
    messagesPerRound: Double = 1, window: Double
  ) {
    self.agents = agents
    self.rate = rate
    self.concurrency = concurrency
    self.patience = patience
    self.thinkTime = thinkTime
    self.replyTime = replyTime
    self.rounds = rounds
    self.hasFixedRounds = hasFixedRounds
    self.messagesPerRound = messagesPerRound
    self.window = window
  }

  /// What happened.
  public struct Record: Sendable {
    /// Rounds replied to in time, of all.
    public var roundsInTime = BatchMeans()
    /// Messages replied to in time, of all.
    public var messagesInTime = BatchMeans()
    /// First rounds replied to in time, of all sessions.
    public var firstInTime = BatchMeans()
    /// Sessions that left the line, of all.
    public var left = BatchMeans()
    /// The time to the first reply of a session.
    public var firstResponse = BatchMeans()
    /// The time to the first reply of a round.
    public var roundResponse = BatchMeans()
    /// The time to the reply to a message.
    public var messageResponse = BatchMeans()
    /// The length of a session from its agent's taking it to its end.
    public var sessionTime = BatchMeans()
    /// The time that agents write, of their time.
    public var occupancy = BatchMeans()
  }

  /// 30 batches of `length` seconds each, after one to warm up.
  public func run(seed: UInt64, batch length: Double) -> Record {
    var desk = Desk(self, seed: seed, length: length)
    desk.proceed()
    return desk.record
  }
}

private struct Session {
  var came: Double
  var began = 0.0
  var roundsLeft: Int
  var agent = -1
  /// When the messages of the round came, and how many are not answered.
  var wrote = 0.0
  var messages = 0
  var isFirstOfRound = true
  var isFirstRound = true
}

private struct Desk {
  let run: DialogueRun
  let length: Double
  var generator: SeededGenerator
  var record = DialogueRun.Record()
  var events = EventQueue()
  var sessions: [Session] = []
  var freeSessions: [Int] = []
  var held: [Int]
  var rounds: [[Int]]
  var isWriting: [Bool]
  var line: [Int] = []
  var now = 0.0

  static let arrival = 0
  static let reply = 1
  static let write = 2
  static let leave = 3

  init(_ run: DialogueRun, seed: UInt64, length: Double) {
    self.run = run
    self.length = length
    generator = SeededGenerator(seed: seed)
    held = Array(repeating: 0, count: run.agents)
    rounds = Array(repeating: [], count: run.agents)
    isWriting = Array(repeating: false, count: run.agents)
  }

  var batch: Int { Int(now / length) - 1 }

  mutating func proceed() {
    if let rate = run.rate {
      events.add(at: generator.exponential(mean: 1 / rate), kind: Desk.arrival)
    } else {
      for agent in 0..<run.agents {
        for _ in 0..<run.concurrency { begin(newSession(), with: agent) }
      }
    }
    while let event = events.next(), event.time < 31 * length {
      now = event.time
      switch event.kind {
      case Desk.arrival:
        arrive()
        if let rate = run.rate {
          events.add(at: now + generator.exponential(mean: 1 / rate), kind: Desk.arrival)
        }
      case Desk.reply: reply(event.subject)
      case Desk.write: write(event.subject)
      default: leave(event.subject)
      }
    }
    for batch in 0..<record.occupancy.batches {
      record.occupancy.add(0, weight: length * Double(run.agents), to: batch)
    }
  }

  mutating func geometric(_ mean: Double) -> Int {
    var count = 1
    while !generator.happens(1 / mean) { count += 1 }
    return count
  }

  mutating func newSession() -> Int {
    let count = run.hasFixedRounds ? Int(run.rounds) : geometric(run.rounds)
    let session = Session(came: now, roundsLeft: count)
    // A session that may still leave the line is never reused: ids of ended sessions are, those of
    // sessions with a patience running are not.
    if run.patience == nil, let id = freeSessions.popLast() {
      sessions[id] = session
      return id
    }
    sessions.append(session)
    return sessions.count - 1
  }

  mutating func arrive() {
    let id = newSession()
    var least = 0
    for agent in held.indices where held[agent] < held[least] { least = agent }
    if held[least] < run.concurrency {
      begin(id, with: least)
    } else {
      line.append(id)
      if let patience = run.patience {
        events.add(at: now + patience.draw(&generator), kind: Desk.leave, subject: id)
      }
    }
  }

  mutating func begin(_ id: Int, with agent: Int) {
    held[agent] += 1
    sessions[id].agent = agent
    sessions[id].began = now
    write(id, since: sessions[id].came)
  }

  mutating func write(_ id: Int) { write(id, since: now) }

  mutating func write(_ id: Int, since time: Double) {
    sessions[id].wrote = time
    sessions[id].messages = geometric(run.messagesPerRound)
    sessions[id].isFirstOfRound = true
    let agent = sessions[id].agent
    rounds[agent].append(id)
    if !isWriting[agent] { startMessage(agent) }
  }

  mutating func startMessage(_ agent: Int) {
    isWriting[agent] = true
    let time = generator.exponential(mean: run.replyTime)
    events.add(at: now + time, kind: Desk.reply, subject: agent)
    if batch >= 0 { record.occupancy.add(time, weight: 0, to: batch) }
  }

  mutating func reply(_ agent: Int) {
    isWriting[agent] = false
    let id = rounds[agent][0]
    let delay = now - sessions[id].wrote
    let inTime = delay <= run.window ? 1.0 : 0
    if batch >= 0 {
      record.messagesInTime.add(inTime, to: batch)
      record.messageResponse.add(delay, to: batch)
      if sessions[id].isFirstOfRound {
        record.roundsInTime.add(inTime, to: batch)
        record.roundResponse.add(delay, to: batch)
        if sessions[id].isFirstRound {
          record.firstInTime.add(inTime, to: batch)
          record.firstResponse.add(delay, to: batch)
          record.left.add(0, to: batch)
        }
      }
    }
    sessions[id].isFirstOfRound = false
    sessions[id].messages -= 1
    if sessions[id].messages == 0 {
      rounds[agent].removeFirst()
      sessions[id].isFirstRound = false
      sessions[id].roundsLeft -= 1
      if sessions[id].roundsLeft > 0 {
        let think = run.thinkTime.draw(&generator)
        events.add(at: now + think, kind: Desk.write, subject: id)
      } else {
        end(id, agent)
      }
    }
    if !isWriting[agent], !rounds[agent].isEmpty { startMessage(agent) }
  }

  mutating func end(_ id: Int, _ agent: Int) {
    if batch >= 0 { record.sessionTime.add(now - sessions[id].began, to: batch) }
    held[agent] -= 1
    freeSessions.append(id)
    if run.rate == nil {
      begin(newSession(), with: agent)
    } else if !line.isEmpty {
      begin(line.removeFirst(), with: agent)
    }
  }

  mutating func leave(_ id: Int) {
    guard let place = line.firstIndex(of: id) else { return }
    line.remove(at: place)
    guard batch >= 0 else { return }
    record.left.add(1, to: batch)
    record.firstInTime.add(0, to: batch)
    record.roundsInTime.add(0, to: batch)
    for _ in 0..<geometric(run.messagesPerRound) { record.messagesInTime.add(0, to: batch) }
  }
}
