/// A queue in which some of those who leave dial again after a pause, call by call.
public struct RedialRun: Sendable {
  /// Servers.
  public var servers: Int
  /// First attempts a second.
  public var rate: Double
  /// The time a call takes.
  public var handleTime: RandomTime
  /// How long a caller waits.
  public var patience: RandomTime
  /// The chance that one who left dials again.
  public var redialing: Double
  /// The time until then.
  public var pause: RandomTime
  /// The time of the service level, in seconds.
  public var answerTime: Double

  /// A queue.
  public init(
    servers: Int, rate: Double, handleTime: RandomTime, patience: RandomTime, redialing: Double,
    pause: RandomTime, answerTime: Double = 20
  ) {
    self.servers = servers
    self.rate = rate
    self.handleTime = handleTime
    self.patience = patience
    self.redialing = redialing
    self.pause = pause
    self.answerTime = answerTime
  }

  /// What happened.
  public struct Record: Sendable {
    /// Attempts answered in time, of all attempts.
    public var inTime = BatchMeans()
    /// Attempts that left, of all attempts.
    public var left = BatchMeans()
    /// Attempts, for each first one.
    public var attempts = BatchMeans()
    /// Callers who gave up in the end, for each first attempt.
    public var lost = BatchMeans()
  }

  /// 30 batches of `length` seconds each, after one to warm up.
  public func run(seed: UInt64, batch length: Double) -> Record {
    var generator = SeededGenerator(seed: seed)
    var record = Record()
    var events = EventQueue()
    var free = FreeTimes(count: servers, at: 0)
    events.add(at: generator.exponential(mean: 1 / rate), kind: 0)
    while let event = events.next(), event.time < 31 * length {
      let now = event.time
      let batch = Int(now / length) - 1
      if event.kind == 0 {
        events.add(at: now + generator.exponential(mean: 1 / rate), kind: 0)
        if batch >= 0 {
          record.attempts.add(0, to: batch)
          record.lost.add(0, to: batch)
        }
      }
      let start = max(now, free.earliest)
      let stays = patience.draw(&generator)
      let isAnswered = now + stays >= start
      if isAnswered {
        free.replaceEarliest(with: start + handleTime.draw(&generator))
      }
      if batch >= 0 {
        record.attempts.add(1, weight: 0, to: batch)
        record.left.add(isAnswered ? 0 : 1, to: batch)
        record.inTime.add(isAnswered && start - now <= answerTime ? 1 : 0, to: batch)
      }
      guard !isAnswered else { continue }
      if generator.happens(redialing) {
        events.add(at: now + stays + pause.draw(&generator), kind: 1)
      } else if batch >= 0 {
        record.lost.add(1, weight: 0, to: batch)
      }
    }
    return record
  }
}
