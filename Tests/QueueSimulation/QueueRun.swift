/// A time that chance draws, in seconds.
public enum RandomTime: Sendable, Equatable {
  /// Exponential.
  case exponential(mean: Double)
  /// Gamma with this shape; 1 is the exponential, larger shapes vary less.
  case gamma(shape: Double, mean: Double)
  /// Always the same.
  case fixed(Double)

  /// A draw.
  public func draw(_ generator: inout SeededGenerator) -> Double {
    switch self {
    case .exponential(let mean): generator.exponential(mean: mean)
    case .gamma(let shape, let mean): generator.gamma(shape: shape, mean: mean)
    case .fixed(let time): time
    }
  }
}

/// A queue answered in the order of arrival, with rates and servers that change over time and
/// contacts that lose patience: M(t)/G/n(t)+G, and M(t)/M/n(t)+M with exponential times.
///
/// Contact by contact: the next contact gets the server that is free first (Kiefer and Wolfowitz,
/// 1955), unless it has left by then. Exact, and one heap operation a contact. When servers
/// become fewer, idle ones leave first, then those that finish first: nobody is cut off. For staff
/// that leaves in the middle of a contact see ``HandBackRun``.
public struct QueueRun: Sendable {
  /// The length of one step of the courses, in seconds.
  public var step: Double
  /// Arrivals a second in each step.
  public var arrivalRates: [Double]
  /// Servers in each step; steps beyond the last have its number.
  public var servers: [Int]
  /// The time a contact takes.
  public var handleTime: RandomTime
  /// How long a contact waits; `nil` without end.
  public var patience: RandomTime?
  /// Places to wait in; `nil` without end. A contact that finds them taken is blocked.
  public var waitingPlaces: Int?
  /// The time of the service level, in seconds.
  public var answerTime: Double

  /// A queue over time.
  public init(
    step: Double, arrivalRates: [Double], servers: [Int], handleTime: RandomTime,
    patience: RandomTime? = nil, waitingPlaces: Int? = nil, answerTime: Double = 20
  ) {
    self.step = step
    self.arrivalRates = arrivalRates
    self.servers = servers
    self.handleTime = handleTime
    self.patience = patience
    self.waitingPlaces = waitingPlaces
    self.answerTime = answerTime
  }

  /// A queue whose rate and servers do not change: `batches` batches of about `contacts` contacts,
  /// after one batch to warm up, which ``run(seed:replications:)`` counts as period 0.
  public static func steady(
    rate: Double, servers: Int, handleTime: RandomTime, patience: RandomTime? = nil,
    waitingPlaces: Int? = nil, answerTime: Double = 20, batches: Int = 30, contacts: Int = 10_000
  ) -> QueueRun {
    QueueRun(
      step: rate > 0 ? Double(contacts) / rate : 3600,
      arrivalRates: Array(repeating: rate, count: batches + 1), servers: [servers],
      handleTime: handleTime, patience: patience, waitingPlaces: waitingPlaces,
      answerTime: answerTime)
  }

  /// What happened, by the step of arrival, added up over the replications; replication r uses the
  /// seed `seed` + r.
  public func run(seed: UInt64, replications: Int = 1) -> QueueRecord {
    var record = QueueRecord(steps: arrivalRates.count, replications: replications)
    for replication in 0..<max(1, replications) {
      runOnce(seed: seed &+ UInt64(replication), replication, &record)
    }
    return record
  }

  private func runOnce(seed: UInt64, _ replication: Int, _ record: inout QueueRecord) {
    var generator = SeededGenerator(seed: seed)
    var free = FreeTimes(count: servers.first ?? 0, at: 0)
    var applied = 0
    var waiting: [Double] = []
    var now = 0.0
    var current = 0
    while true {
      // The next arrival of the inhomogeneous Poisson process: a unit of the integrated rate.
      var need = generator.exponential(mean: 1)
      while current < arrivalRates.count {
        let end = Double(current + 1) * step
        let room = arrivalRates[current] * (end - now)
        if need < room { break }
        need -= room
        now = end
        current += 1
      }
      guard current < arrivalRates.count else { return }
      now += need / arrivalRates[current]
      changeServers(&free, &applied, until: now)
      var counts = StepCounts(offered: 1)
      if let places = waitingPlaces, free.earliest > now {
        waiting.removeAll { $0 <= now }
        if waiting.count >= places {
          counts.blocked = 1
          record.add(counts, replication, current)
          continue
        }
      }
      let start = max(now, free.earliest)
      let virtual = start - now
      let patience = patience.map { $0.draw(&generator) } ?? .infinity
      if virtual <= answerTime { counts.virtualInTime = 1 }
      if virtual > 0 { counts.waited = 1 }
      if patience < virtual || virtual == .infinity {
        counts.abandoned = patience < .infinity ? 1 : 0
        if patience <= answerTime { counts.abandonedInTime = 1 }
        counts.wait = min(patience, 1e15)
        if waitingPlaces != nil { waiting.append(now + patience) }
      } else {
        let handle = handleTime.draw(&generator)
        free.replaceEarliest(with: start + handle)
        counts.answered = 1
        if virtual <= answerTime { counts.answeredInTime = 1 }
        counts.wait = virtual
        counts.waitOfAnswered = virtual
        counts.handled = handle
        if waitingPlaces != nil, virtual > 0 { waiting.append(start) }
      }
      record.add(counts, replication, current)
    }
  }

  /// Applies all changes of the number of servers before the next contact can start.
  private func changeServers(_ free: inout FreeTimes, _ applied: inout Int, until now: Double) {
    while applied + 1 < servers.count {
      let time = Double(applied + 1) * step
      guard time <= max(now, free.earliest) else { return }
      let change = servers[applied + 1] - servers[applied]
      applied += 1
      if change > 0 { for _ in 0..<change { free.insert(time) } }
      if change < 0 { for _ in 0..<(-change) { free.removeEarliest() } }
    }
  }
}
