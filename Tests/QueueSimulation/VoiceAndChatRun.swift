/// A team for calls and chats, contact by contact.
///
/// Exponential times, one event after the other (Gillespie, 1977); every contact keeps its own
/// clock of waiting.
public struct VoiceAndChatRun: Sendable {
  /// What becomes of chats during calls.
  public enum Rule: Sendable {
    /// All chats are spread evenly over the agents without a call, up to their places.
    case handedOver
    /// All chats are spread evenly over all agents; those of agents on a call stand still.
    case paused
    /// Every chat stays with its agent and stands still during his calls; calls go to the agent
    /// with the fewest chats, chats to the one with the fewest who is not on a call.
    case kept
  }

  /// What becomes of chats during calls.
  public var rule: Rule
  /// Agents.
  public var agents: Int
  /// Calls a second, their mean time and patience.
  public var calls: Double
  /// The mean time of a call.
  public var callTime: Double
  /// The mean patience of callers.
  public var callPatience: Double
  /// Chats a second.
  public var chats: Double
  /// The mean time of a chat while its agent holds 1, 2, … of them.
  public var chatTimes: [Double]
  /// The mean patience of chat customers.
  public var chatPatience: Double
  /// The time of the service levels.
  public var answerTime: Double

  /// A team.
  public init(
    rule: Rule, agents: Int, calls: Double, callTime: Double, callPatience: Double, chats: Double,
    chatTimes: [Double], chatPatience: Double, answerTime: Double
  ) {
    self.rule = rule
    self.agents = agents
    self.calls = calls
    self.callTime = callTime
    self.callPatience = callPatience
    self.chats = chats
    self.chatTimes = chatTimes
    self.chatPatience = chatPatience
    self.answerTime = answerTime
  }

  /// What happened.
  public struct Record: Sendable {
    /// Calls answered in time, of all.
    public var callsInTime = BatchMeans()
    /// Calls that left, of all.
    public var callsLeft = BatchMeans()
    /// Chats that had an agent in time, of all.
    public var chatsInTime = BatchMeans()
    /// Chats that left, of all.
    public var chatsLeft = BatchMeans()
    /// Chats that found no place, of all.
    public var chatsWaited = BatchMeans()
    /// The wait until a chat first had an agent, of those that had one.
    public var chatWait = BatchMeans()
    /// Chats without an agent, over time.
    public var chatQueue = BatchMeans()
    /// Chats with an agent, over time.
    public var chatsHeld = BatchMeans()
  }

  /// 30 batches of `length` seconds each, after one to warm up.
  public func run(seed: UInt64, batch length: Double) -> Record {
    var floor = TeamFloor(self, seed: seed, length: length)
    floor.proceed()
    return floor.record
  }
}

private struct TeamFloor {
  struct Chat {
    var came: Double
    var hasStarted = false
  }

  let run: VoiceAndChatRun
  let length: Double
  var generator: SeededGenerator
  var record = VoiceAndChatRun.Record()
  var now = 0.0
  var callLine: [Double] = []
  var onCall: [Bool]
  /// With the rule `kept`: each agent's chats. With the others the first is all there are, in the
  /// order of arrival, those in places first.
  var held: [[Chat]]
  var line: [Chat] = []

  init(_ run: VoiceAndChatRun, seed: UInt64, length: Double) {
    self.run = run
    self.length = length
    generator = SeededGenerator(seed: seed)
    onCall = Array(repeating: false, count: run.agents)
    held = Array(repeating: [], count: run.agents)
  }

  var batch: Int { Int(now / length) - 1 }
  var busy: Int { onCall.count { $0 } }
  var places: Int {
    (run.rule == .handedOver ? run.agents - busy : run.agents) * run.chatTimes.count
  }
  var placed: Int {
    run.rule == .kept ? held.reduce(0) { $0 + $1.count } : min(held[0].count, places)
  }
  var waiting: Int { run.rule == .kept ? line.count : max(0, held[0].count - places) }

  /// Chats a second that end with an agent who holds so many.
  func speed(_ count: Int) -> Double { count > 0 ? Double(count) / run.chatTimes[count - 1] : 0 }

  /// Chats that end a second, by agent or in all.
  func speeds() -> [Double] {
    let free = run.agents - busy
    switch run.rule {
    case .kept: return held.indices.map { onCall[$0] ? 0 : speed(held[$0].count) }
    case .handedOver:
      guard free > 0 else { return [0] }
      let level = placed / free
      let above = placed - level * free
      return [Double(above) * speed(level + 1, free) + Double(free - above) * speed(level)]
    case .paused:
      let level = placed / run.agents
      let above = placed - level * run.agents
      let all =
        Double(above) * speed(level + 1, run.agents) + Double(run.agents - above) * speed(level)
      return [all * Double(free) / Double(run.agents)]
    }
  }

  func speed(_ count: Int, _ spread: Int) -> Double {
    count <= run.chatTimes.count ? speed(count) : 0
  }

  mutating func proceed() {
    while now < 31 * length {
      let ends = speeds()
      let weights = [
        run.calls, run.chats, Double(busy) / run.callTime,
        Double(callLine.count) / run.callPatience, Double(waiting) / run.chatPatience,
        ends.reduce(0, +),
      ]
      let gap = generator.exponential(mean: 1 / weights.reduce(0, +))
      if batch >= 0 {
        record.chatQueue.add(Double(waiting) * gap, weight: gap, to: batch)
        record.chatsHeld.add(Double(placed) * gap, weight: gap, to: batch)
      }
      now += gap
      switch generator.index(weighted: weights) {
      case 0: callComes()
      case 1: chatComes()
      case 2: callEnds()
      case 3:
        callLine.remove(at: generator.index(below: callLine.count))
        count(\.callsInTime, 0)
        count(\.callsLeft, 1)
      case 4: chatLeaves()
      default: chatEnds(generator.index(weighted: ends))
      }
      startChats()
    }
  }

  func inTime(_ wait: Double) -> Double { wait <= run.answerTime ? 1 : 0 }

  mutating func count(_ path: WritableKeyPath<VoiceAndChatRun.Record, BatchMeans>, _ value: Double)
  {
    if batch >= 0 { record[keyPath: path].add(value, to: batch) }
  }

  mutating func answerCall(since came: Double) {
    count(\.callsInTime, inTime(now - came))
    count(\.callsLeft, 0)
    var best = -1
    for agent in onCall.indices where !onCall[agent] {
      if best < 0 || held[agent].count < held[best].count { best = agent }
    }
    if best >= 0 { onCall[best] = true }
  }

  mutating func callComes() {
    if busy < run.agents { answerCall(since: now) } else { callLine.append(now) }
  }

  mutating func callEnds() {
    var pick = generator.index(below: busy)
    for agent in onCall.indices where onCall[agent] {
      if pick == 0 {
        onCall[agent] = false
        break
      }
      pick -= 1
    }
    if !callLine.isEmpty { answerCall(since: callLine.removeFirst()) }
  }

  mutating func chatComes() {
    if run.rule == .kept {
      let isFull = held.indices.allSatisfy { onCall[$0] || held[$0].count >= run.chatTimes.count }
      count(\.chatsWaited, isFull ? 1 : 0)
      line.append(Chat(came: now))
    } else {
      count(\.chatsWaited, held[0].count >= places ? 1 : 0)
      held[0].append(Chat(came: now))
    }
  }

  mutating func started(_ chat: inout Chat) {
    guard !chat.hasStarted else { return }
    chat.hasStarted = true
    count(\.chatsInTime, inTime(now - chat.came))
    count(\.chatWait, now - chat.came)
  }

  mutating func startChats() {
    if run.rule == .kept {
      while !line.isEmpty {
        var best = -1
        for agent in held.indices
        where !onCall[agent] && held[agent].count < run.chatTimes.count {
          if best < 0 || held[agent].count < held[best].count { best = agent }
        }
        guard best >= 0 else { return }
        var chat = line.removeFirst()
        started(&chat)
        held[best].append(chat)
      }
    } else {
      for index in 0..<placed where !held[0][index].hasStarted {
        var chat = held[0][index]
        started(&chat)
        held[0][index] = chat
      }
    }
  }

  mutating func chatEnds(_ agent: Int) {
    let range = run.rule == .kept ? held[agent].count : placed
    guard range > 0 else { return }
    held[agent].remove(at: generator.index(below: range))
    count(\.chatsLeft, 0)
  }

  mutating func chatLeaves() {
    let chat: Chat
    if run.rule == .kept {
      chat = line.remove(at: generator.index(below: line.count))
    } else {
      let place = placed + generator.index(below: waiting)
      chat = held[0].remove(at: place)
    }
    count(\.chatsLeft, 1)
    if !chat.hasStarted { count(\.chatsInTime, 0) }
  }
}
