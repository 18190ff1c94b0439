import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("One agent more never waits longer, one erlang more never needs fewer")
struct MonotonicityTests {
  /// An ordinary queue of each kind, by seeded chance.
  private func queues(_ input: inout HostileInput) throws -> [any ServiceModel] {
    let load = Erlangs(0.2 + min(300, input.ordinary()))
    let handle = Duration.seconds(30 + 500 * input.unit())
    let patience = Duration.seconds(20 + 400 * input.unit())
    let waiting = ErlangA(load: load, handleTime: handle, patience: patience)
    let chats = try ChatHandleTimes([handle, handle * 1.3, handle * 1.7])
    let small = ErlangA(
      load: Erlangs(min(40, load.value)), handleTime: handle, patience: patience)
    return [
      ErlangC(load: load, handleTime: handle), waiting,
      FiniteQueue(load: load, handleTime: handle, places: input.index(below: 12)),
      FiniteQueue(waiting, places: input.index(below: 12)),
      RedialQueue(waiting, redialing: Share(0.9 * input.unit())),
      ChatQueue(
        volume: ContactVolume(load.value), during: handle, handleTimes: chats, patience: patience),
      UncertainLoad(small, variation: 0.05 + 0.2 * input.unit()),
    ]
  }

  @Test("Positions: service, waits, abandonment and blocking")
  func positions() throws {
    var input = HostileInput(seed: 91)
    for _ in 0..<60 {
      for queue in try queues(&input) {
        let start = queue.offeredLoad.value * (0.5 + 0.8 * input.unit())
        let time = Duration.seconds(60 * input.unit())
        var last = queue.performance(with: Positions(start), within: time)
        for step in [0.3, 1, 2] {
          let more = queue.performance(with: Positions(start + step), within: time)
          let (better, worse) = (more.serviceLevels.offered, last.serviceLevels.offered)
          #expect(
            (better?.value ?? 0) >= (worse?.value ?? 0) - 1e-9, "\(queue), \(start) + \(step)")
          #expect(more.abandonment.value <= last.abandonment.value + 1e-9, "\(queue), \(start)")
          #expect(more.blocking.value <= last.blocking.value + 1e-9, "\(queue), \(start)")
          if let wait = more.averageSpeedOfAnswer, let before = last.averageSpeedOfAnswer {
            #expect(wait.inSeconds <= before.inSeconds + 1e-6, "\(queue), \(start) + \(step)")
          }
          #expect(more.isStable || !last.isStable)
          last = more
        }
      }
    }
  }

  @Test("Load: never fewer positions; and a tighter promise never fewer")
  func load() throws {
    var input = HostileInput(seed: 92)
    for _ in 0..<20 {
      let time = Duration.seconds(5 + 60 * input.unit())
      let share = 0.5 + 0.4 * input.unit()
      for queue in try queues(&input) {
        func required(_ queue: some ServiceModel, _ share: Double) throws -> Double {
          try queue.positions(
            meeting: ServiceConditions(
              serviceLevel: Share(share), within: time, maximumOccupancy: Share(0.9))
          ).positions.value
        }
        let here = try required(queue, share)
        let fuller = try required(
          queue.offered(Erlangs(queue.offeredLoad.value + 1)), share)
        #expect(fuller >= here * (1 - 1e-9), "\(queue): \(here), \(fuller)")
        let tighter = try required(queue, share + 0.05)
        #expect(tighter >= here * (1 - 1e-9), "\(queue): \(here), \(tighter)")
      }
    }
  }

  @Test("From sums to their limit at 10¹⁰ erlangs nothing jumps")
  func limit() {
    // √a per position of excess: near the load 1/B is of the size of 10⁵.
    for excess in [-40.0, -29, -3, 0, 0.5, 2, 5, 7] {
      let (below, above) = (LossLimit.leastLoad * (1 - 1e-12), LossLimit.leastLoad)
      let servers = above + excess * above.squareRoot()
      let sum = ErlangB(load: Erlangs(below)).logBlocking(with: Positions(servers))
      let limit = ErlangB(load: Erlangs(above)).logBlocking(with: Positions(servers))
      // A load higher by 0.01 erlangs moves ln B by excess / √a times that.
      #expect(abs(sum - limit) < 1e-6, "\(excess): \(sum), \(limit)")
    }
    #expect(ErlangB(load: Erlangs(1)).blocking(with: Positions(1e308)) == .zero)
    #expect(ErlangB(load: Erlangs(1e300)).blocking(with: Positions(1e308)) == .zero)
    #expect(ErlangB(load: Erlangs(1e300)).blocking(with: Positions(1)).value > 0.999)
  }
}
