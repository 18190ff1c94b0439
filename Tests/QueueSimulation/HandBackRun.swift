/// M(t)/M/n(t)+M as the Markov chain that the Kolmogorov equations describe: when servers become
/// fewer, those beyond the new number hand their contacts back to the head of the queue.
///
/// One event at a time with exponential gaps (Gillespie, 1977); the gap is drawn anew at each
/// change of a rate, which memoryless times allow. A contact that is handed back counts as answered
/// at its first answer, and in `abandoned` if it then leaves.
public struct HandBackRun: Sendable {
  /// The length of one step, in seconds.
  public var step: Double
  /// Arrivals a second in each step.
  public var arrivalRates: [Double]
  /// Servers in each step; steps beyond the last have its number.
  public var servers: [Int]
  /// The mean time a contact takes, in seconds.
  public var handleTime: Double
  /// The mean time a contact waits, in seconds; infinite for ever.
  public var patience: Double
  /// The time of the service level, in seconds.
  public var answerTime: Double

  /// A queue over time.
  public init(
    step: Double, arrivalRates: [Double], servers: [Int], handleTime: Double,
    patience: Double = .infinity, answerTime: Double = 20
  ) {
    self.step = step
    self.arrivalRates = arrivalRates
    self.servers = servers
    self.handleTime = handleTime
    self.patience = patience
    self.answerTime = answerTime
  }

  private struct Waiting {
    var since: Double
    var arrivedIn: Int
    var wasAnswered: Bool
  }

  /// What happened by the step of arrival; abandonments by the step of their arrival too.
  public func run(seed: UInt64, replications: Int = 1) -> QueueRecord {
    var record = QueueRecord(steps: arrivalRates.count, replications: replications)
    for replication in 0..<max(1, replications) {
      runOnce(seed: seed &+ UInt64(replication), replication, &record)
    }
    return record
  }

  private func runOnce(seed: UInt64, _ replication: Int, _ record: inout QueueRecord) {
    var generator = SeededGenerator(seed: seed)
    var busy = 0
    var queue: [Waiting] = []
    var now = 0.0
    for (current, rate) in arrivalRates.enumerated() {
      let count = servers.isEmpty ? 0 : servers[min(current, servers.count - 1)]
      while busy > count {
        busy -= 1
        queue.insert(Waiting(since: now, arrivedIn: current, wasAnswered: true), at: 0)
      }
      let end = Double(current + 1) * step
      while true {
        while busy < count, !queue.isEmpty {
          answer(queue.removeFirst(), at: now, replication, &record)
          busy += 1
        }
        let leaving = Double(queue.count) / patience
        let finishing = Double(busy) / handleTime
        let gap = generator.exponential(mean: 1) / (rate + leaving + finishing)
        guard now + gap < end else { break }
        now += gap
        let event = generator.uniform() * (rate + leaving + finishing)
        if event < rate {
          record.add(StepCounts(offered: 1), replication, current)
          queue.append(Waiting(since: now, arrivedIn: current, wasAnswered: false))
          if busy >= count {
            var counts = StepCounts()
            counts.waited = 1
            record.add(counts, replication, current)
          }
        } else if event < rate + finishing {
          busy -= 1
        } else if !queue.isEmpty {
          leave(queue.remove(at: generator.index(below: queue.count)), now, replication, &record)
        }
      }
      now = end
    }
  }

  private func answer(
    _ contact: Waiting, at now: Double, _ replication: Int, _ record: inout QueueRecord
  ) {
    guard !contact.wasAnswered else { return }
    let wait = now - contact.since
    var counts = StepCounts()
    counts.answered = 1
    counts.answeredInTime = wait <= answerTime ? 1 : 0
    counts.wait = wait
    counts.waitOfAnswered = wait
    record.add(counts, replication, contact.arrivedIn)
  }

  private func leave(
    _ contact: Waiting, _ now: Double, _ replication: Int, _ record: inout QueueRecord
  ) {
    var counts = StepCounts()
    counts.abandoned = 1
    counts.wait = now - contact.since
    counts.abandonedInTime = !contact.wasAnswered && counts.wait <= answerTime ? 1 : 0
    record.add(counts, replication, contact.arrivedIn)
  }
}
