/// A chat desk, chat by chat: agents with places, chats that take the longer the more an agent holds,
/// and a line before them that customers leave.
///
/// One event after the other with exponential gaps (Gillespie, 1977); every chat keeps the times of
/// its coming and its start. Who waits longest is next.
public struct ChatRun: Sendable {
  /// Where chats are.
  public enum Rule: Sendable {
    /// Spread evenly over the agents at any time, as if chats were moved.
    case spread
    /// With the agent they were given to, the one with the fewest, to their end.
    case kept
  }

  /// Where chats are.
  public var rule: Rule
  /// Agents.
  public var agents: Int
  /// Chats a second.
  public var rate: Double
  /// The mean time of a chat while its agent holds 1, 2, … of them, in seconds.
  public var times: [Double]
  /// The mean time a customer stays in the line; infinite for ever.
  public var patience: Double
  /// The time of the service levels.
  public var answerTime: Double

  /// A desk.
  public init(
    rule: Rule, agents: Int, rate: Double, times: [Double], patience: Double, answerTime: Double
  ) {
    self.rule = rule
    self.agents = agents
    self.rate = rate
    self.times = times
    self.patience = patience
    self.answerTime = answerTime
  }

  /// What happened.
  public struct Record: Sendable {
    /// Chats that had an agent in time, of all.
    public var inTime = BatchMeans()
    /// Chats that found every place taken, of all.
    public var waited = BatchMeans()
    /// Chats that left, of all.
    public var left = BatchMeans()
    /// The wait of those that had an agent.
    public var wait = BatchMeans()
    /// The time from an agent's taking a chat to its end.
    public var chatTime = BatchMeans()
    /// Agents with a chat, of all agents, over time.
    public var busy = BatchMeans()
    /// Places taken, of all, over time.
    public var taken = BatchMeans()
    /// Chats in the line, over time.
    public var line = BatchMeans()
  }

  /// 30 batches of `length` seconds each, after one to warm up.
  public func run(seed: UInt64, batch length: Double) -> Record {
    var floor = ChatFloor(run: self, length: length, generator: SeededGenerator(seed: seed))
    floor.proceed()
    return floor.record
  }
}

private struct ChatFloor {
  let run: ChatRun
  let length: Double
  var generator: SeededGenerator
  var record = ChatRun.Record()
  var now = 0.0
  /// When the chats in the line came.
  var line: [Double] = []
  /// When the chats of each agent began.
  var held: [[Double]]

  init(run: ChatRun, length: Double, generator: SeededGenerator) {
    self.run = run
    self.length = length
    self.generator = generator
    held = Array(repeating: [], count: run.agents)
  }

  var batch: Int { Int(now / length) - 1 }

  mutating func proceed() {
    let places = Double(run.agents * run.times.count)
    while now < 31 * length {
      let speeds = held.map { $0.isEmpty ? 0 : Double($0.count) / run.times[$0.count - 1] }
      let ends = speeds.reduce(0, +)
      let leaving = Double(line.count) / run.patience
      let all = run.rate + ends + leaving
      let gap = generator.exponential(mean: 1 / all)
      if batch >= 0 {
        let busy = held.count { !$0.isEmpty }
        let taken = held.reduce(0) { $0 + $1.count }
        record.busy.add(Double(busy) / Double(run.agents) * gap, weight: gap, to: batch)
        record.taken.add(Double(taken) / places * gap, weight: gap, to: batch)
        record.line.add(Double(line.count) * gap, weight: gap, to: batch)
      }
      now += gap
      let event = generator.uniform() * all
      if event < run.rate {
        come()
      } else if event < run.rate + ends {
        end(with: generator.index(weighted: speeds))
      } else if !line.isEmpty {
        line.remove(at: generator.index(below: line.count))
        count(\.inTime, 0)
        count(\.left, 1)
      }
    }
  }

  mutating func count(_ path: WritableKeyPath<ChatRun.Record, BatchMeans>, _ value: Double) {
    if batch >= 0 { record[keyPath: path].add(value, to: batch) }
  }

  mutating func come() {
    let least = held.indices.min { held[$0].count < held[$1].count } ?? 0
    guard held[least].count < run.times.count else {
      count(\.waited, 1)
      line.append(now)
      return
    }
    count(\.waited, 0)
    begin(since: now, with: least)
  }

  mutating func begin(since came: Double, with agent: Int) {
    held[agent].append(now)
    count(\.inTime, now - came <= run.answerTime ? 1 : 0)
    count(\.left, 0)
    count(\.wait, now - came)
  }

  mutating func end(with agent: Int) {
    let began = held[agent].remove(at: generator.index(below: held[agent].count))
    count(\.chatTime, now - began)
    if !line.isEmpty {
      begin(since: line.removeFirst(), with: agent)
    } else if run.rule == .spread {
      // The agent with the most hands one over to the one with the fewest.
      let most = held.indices.max { held[$0].count < held[$1].count } ?? 0
      if held[most].count > held[agent].count + 1 {
        held[agent].append(held[most].remove(at: generator.index(below: held[most].count)))
      }
    }
  }
}
