/// Calls that come in and calls that go out, by one team: an outbound call from an endless list begins
/// whenever more than the reserved agents are free.
///
/// Call by call, with an event for each coming, end and leaving, so that times need not be
/// exponential.
public struct BlendRun: Sendable {
  /// Agents.
  public var agents: Int
  /// Agents that outbound calls leave free.
  public var reserve: Int
  /// Calls that come in, a second.
  public var rate: Double
  /// The time an inbound call takes.
  public var inboundTime: RandomTime
  /// The time an outbound call takes.
  public var outboundTime: RandomTime
  /// How long a caller waits; `nil` without end.
  public var patience: RandomTime?
  /// The time of the service levels, in seconds.
  public var answerTime: Double

  /// A team.
  public init(
    agents: Int, reserve: Int, rate: Double, inboundTime: RandomTime, outboundTime: RandomTime,
    patience: RandomTime?, answerTime: Double
  ) {
    self.agents = agents
    self.reserve = reserve
    self.rate = rate
    self.inboundTime = inboundTime
    self.outboundTime = outboundTime
    self.patience = patience
    self.answerTime = answerTime
  }

  /// What happened.
  public struct Record: Sendable {
    /// Inbound calls answered in time, of all.
    public var inTime = BatchMeans()
    /// Inbound calls that were not answered at once, of all.
    public var waited = BatchMeans()
    /// Inbound calls that left, of all.
    public var left = BatchMeans()
    /// The wait of the answered ones.
    public var wait = BatchMeans()
    /// Outbound calls, a second.
    public var outbound = BatchMeans()
    /// Busy agents, of all, over time.
    public var busy = BatchMeans()
  }

  /// 30 batches of `length` seconds each, after one to warm up.
  public func run(seed: UInt64, batch length: Double) -> Record {
    var floor = BlendFloor(run: self, length: length, generator: SeededGenerator(seed: seed))
    floor.proceed()
    return floor.record
  }
}

private struct BlendFloor {
  enum Kind {
    static let arrival = 0
    static let end = 1
    static let leave = 2
  }

  let run: BlendRun
  let length: Double
  var generator: SeededGenerator
  var record = BlendRun.Record()
  var events = EventQueue()
  var free: Int
  /// When each inbound call came, by its number; those that wait, in their order.
  var came: [Double] = []
  var line: [Int] = []

  init(run: BlendRun, length: Double, generator: SeededGenerator) {
    self.run = run
    self.length = length
    self.generator = generator
    free = run.agents
  }

  mutating func proceed() {
    events.add(at: generator.exponential(mean: 1 / run.rate), kind: Kind.arrival)
    startOutbound(at: 0)
    var last = 0.0
    while let event = events.next(), event.time < 31 * length {
      let now = event.time
      let batch = Int(now / length) - 1
      if batch >= 0 {
        let busy = Double(run.agents - free) / Double(run.agents)
        record.busy.add(busy * (now - last), weight: now - last, to: batch)
      }
      last = now
      switch event.kind {
      case Kind.arrival:
        events.add(at: now + generator.exponential(mean: 1 / run.rate), kind: Kind.arrival)
        come(at: now)
      case Kind.end:
        free += 1
        if !line.isEmpty { answer(line.removeFirst(), at: now) }
      default:
        if let place = line.firstIndex(of: event.subject) {
          line.remove(at: place)
          count(\.inTime, 0, event.subject)
          count(\.left, 1, event.subject)
        }
      }
      startOutbound(at: now)
    }
    for batch in 0..<record.outbound.batches { record.outbound.add(0, weight: length, to: batch) }
  }

  mutating func count(
    _ path: WritableKeyPath<BlendRun.Record, BatchMeans>, _ value: Double, _ call: Int
  ) {
    let batch = Int(came[call] / length) - 1
    if batch >= 0 { record[keyPath: path].add(value, to: batch) }
  }

  mutating func come(at now: Double) {
    let call = came.count
    came.append(now)
    if free > 0 {
      count(\.waited, 0, call)
      answer(call, at: now)
    } else {
      count(\.waited, 1, call)
      line.append(call)
      if let patience = run.patience {
        events.add(at: now + patience.draw(&generator), kind: Kind.leave, subject: call)
      }
    }
  }

  mutating func answer(_ call: Int, at now: Double) {
    free -= 1
    let wait = now - came[call]
    count(\.inTime, wait <= run.answerTime ? 1 : 0, call)
    count(\.left, 0, call)
    count(\.wait, wait, call)
    events.add(at: now + run.inboundTime.draw(&generator), kind: Kind.end)
  }

  mutating func startOutbound(at now: Double) {
    while free > run.reserve {
      free -= 1
      events.add(at: now + run.outboundTime.draw(&generator), kind: Kind.end)
      let batch = Int(now / length) - 1
      if batch >= 0 { record.outbound.add(1, weight: 0, to: batch) }
    }
  }
}
