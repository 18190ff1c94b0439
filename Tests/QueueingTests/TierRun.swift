import QueueSimulation

/// A pool that answers the highest waiting tier first, event by event.
struct TierRun {
  var rates: [Double]
  var servers: Int
  var handleTime: Double
  var patience: Double
  var answerTime: Double

  struct Record {
    var inTime: [BatchMeans]
    var virtualInTime: [BatchMeans]
    var abandoned: [BatchMeans]
    var wait: [BatchMeans]
    var answeredWait: [BatchMeans]
  }

  /// A contact that waits; `leaves` when its patience ends. Those whose patience has ended stay in
  /// the list, so that the wait they would have had is known too, but take no server.
  private struct Waiting {
    var since: Double
    var leaves: Double
    var batch: Int
  }

  func run(seed: UInt64, contacts: Int) -> Record {
    var generator = SeededGenerator(seed: seed)
    let means = [BatchMeans](repeating: BatchMeans(), count: rates.count)
    var record = Record(
      inTime: means, virtualInTime: means, abandoned: means, wait: means, answeredWait: means)
    var queues = [[Waiting]](repeating: [], count: rates.count)
    var heads = [Int](repeating: 0, count: rates.count)
    var events = EventQueue()
    var idle = servers
    let total = rates.reduce(0, +)
    let warmUp = contacts / 30
    var arrived = 0
    events.add(at: generator.exponential(mean: 1 / total), kind: 0)
    while let event = events.next() {
      let now = event.time
      if event.kind == 0 {
        guard arrived < contacts + warmUp else { continue }
        let batch = arrived < warmUp ? -1 : (arrived - warmUp) * 30 / contacts
        arrived += 1
        let tier = generator.index(weighted: rates)
        let leaves =
          now + (patience < .infinity ? generator.exponential(mean: patience) : .infinity)
        queues[tier].append(Waiting(since: now, leaves: leaves, batch: batch))
        events.add(at: now + generator.exponential(mean: 1 / total), kind: 0)
      } else {
        idle += 1
      }
      while idle > 0 {
        guard let tier = queues.indices.first(where: { heads[$0] < queues[$0].count }) else {
          break
        }
        let contact = queues[tier][heads[tier]]
        heads[tier] += 1
        let offered = now - contact.since
        let stays = contact.leaves >= now
        if stays {
          idle -= 1
          events.add(at: now + generator.exponential(mean: handleTime), kind: 1)
        }
        guard contact.batch >= 0 else { continue }
        let inTime = offered <= answerTime
        record.virtualInTime[tier].add(inTime ? 1 : 0, to: contact.batch)
        record.inTime[tier].add(inTime && stays ? 1 : 0, to: contact.batch)
        record.abandoned[tier].add(stays ? 0 : 1, to: contact.batch)
        record.wait[tier].add(stays ? offered : contact.leaves - contact.since, to: contact.batch)
        if stays { record.answeredWait[tier].add(offered, to: contact.batch) }
      }
    }
    return record
  }
}
