import BusinessCalendar
import Forecasting
import Foundation
import Queueing
import Scenarios
import Staffing
import Testing
import Units

@Suite("A day by plain Erlang and in truth, of the contacts that the requirement is for")
struct StaffingComparisonTests {
  private let inTime = ServiceTarget.answered(share: .percent(80), within: .seconds(20))

  private func calls(
    _ network: QueueNetwork, _ id: String = "calls", staffing: QueueStaffing? = nil,
    patience: Double? = nil
  ) -> Scenarios.Queue {
    network.queue(
      id, channel: .voice, staffing: staffing, patience: patience.map { .seconds($0) },
      target: inTime)
  }

  /// One queue to which `volume` calls come in every half-hour.
  private func alone(_ volume: Double) throws -> StaffingComparison {
    var network = QueueNetwork()
    network.queues = [calls(network)]
    return try network.comparison(of: "calls") { _, _ in volume }
  }

  private func isSame(_ one: StaffingComparison, _ other: StaffingComparison) -> Bool {
    one.intervals.count == other.intervals.count
      && zip(one.intervals, other.intervals).allSatisfy { one, other in
        abs(one.volume.value - other.volume.value) < 1e-6 && one.plain == other.plain
          && abs(one.promised.value - other.promised.value) < 1e-9
          && abs(one.delivered.value - other.delivered.value) < 1e-6
          && abs(one.required.value - other.required.value) < 1e-6
          && abs(one.deliveredWithRequired.value - other.deliveredWithRequired.value) < 1e-6
      }
  }

  @Test("50 calls and 50 that come again from cases are a day of 100 calls")
  func recontacts() throws {
    var network = QueueNetwork()
    network.queues = [
      network.queue(
        "cases",
        staffing: QueueStaffing(escalations: [
          Escalation(
            to: Scenarios.Queue.ID("calls"), ofFailed: .zero, ofHandled: Share(0.5), delay: .zero)
        ])), calls(network),
    ]
    let comparison = try network.comparison(of: "calls") { queue, _ in queue == "cases" ? 100 : 50 }
    #expect(isSame(comparison, try alone(100)))
    #expect(!isSame(comparison, try alone(50)))
    #expect(abs(comparison.recontacts.value - 48 * 50) < 1e-6)
    #expect(comparison.pool == nil)
  }

  @Test("Two queues of 50 calls that share their agents are a day of 100 calls")
  func shared() throws {
    var network = QueueNetwork()
    network.queues = [calls(network, "north"), calls(network, "south")]
    network.pools = [
      QueuePool(
        id: QueuePool.ID("desk"), name: "Desk", queues: network.queues.map(\.id), order: .shared,
        reserve: .zero)
    ]
    let comparison = try network.comparison(of: "south") { _, _ in 50 }
    #expect(isSame(comparison, try alone(100)))
    #expect(comparison.pool == QueuePool.ID("desk"))
  }

  @Test("Calls before chats have all positions of the pool; chats have what calls leave")
  func voiceFirst() throws {
    var network = QueueNetwork()
    let chats = QueueStaffing(
      model: .erlangA,
      conditions: WaitConditions(level: .init(Share(0.8), within: .seconds(60))),
      chat: ChatWork(handleTimes: [.seconds(120), .seconds(150), .seconds(180)]))
    network.queues = [
      calls(network, patience: 90),
      network.queue(
        "chats", channel: .chat(concurrency: 3), staffing: chats, patience: .seconds(120),
        target: .answered(share: .percent(80), within: .seconds(60))),
    ]
    network.pools = [
      QueuePool(
        id: QueuePool.ID("desk"), name: "Desk", queues: network.queues.map(\.id),
        order: .voiceFirst, reserve: .zero)
    ]
    func volume(_ queue: String, _ slot: Slot) -> Double { queue == "calls" ? 40 : 50 }
    let requirement = try network.requirement(volume)
    let pool = requirement.pools[0]
    #expect(pool.saving[120] > .zero)
    let people = (pool.positions[120].value - 1e-9).rounded(.up)
    let onCalls = try network.comparison(of: "calls", with: requirement, volume).intervals[20]
    #expect(onCalls.required == pool.positions[120])
    let patient = ErlangA(load: Erlangs(4), handleTime: .seconds(180), patience: .seconds(90))
    let expected = patient.performance(with: Positions(people), within: .seconds(20))
    let level = expected.serviceLevels.offered?.value ?? -1
    #expect(abs(onCalls.deliveredWithRequired.value - level) < 1e-6)
    let onChats = try network.comparison(of: "chats", with: requirement, volume)
    #expect(onChats.evaluation == .callsFirst)
    let team = VoiceAndChatTeam(
      calls: ContactVolume(40), callTime: .seconds(180), callPatience: .seconds(90),
      chats: ContactVolume(50),
      chatTimes: try ChatHandleTimes([.seconds(120), .seconds(150), .seconds(180)]),
      chatPatience: .seconds(120), heldChats: .paused, during: .seconds(1800))
    func chatLevel(_ people: Double) throws -> Double {
      try team.performance(
        with: Positions(people), callsWithin: .seconds(60), chatsWithin: .seconds(60)
      ).chats.serviceLevels.offered?.value ?? -1
    }
    let chat = onChats.intervals[20]
    #expect(abs(chat.deliveredWithRequired.value - (try chatLevel(people))) < 1e-9)
    #expect(abs(chat.delivered.value - (try chatLevel(chat.plain.value))) < 1e-9)
    // By itself: 4 erlangs of calls and 5 of chats three at once.
    #expect(chat.plain == onCalls.plain)
  }

  @Test("One agent who gets every chat at once: the first reply of a single server")
  func atOnce() throws {
    // μ − λ = ln 5 / 180 and ten minutes: 1 − 5^(−10/3) are replied to in time.
    var network = QueueNetwork()
    network.base.handleTime = .seconds(60)
    network.queues = [
      network.queue(
        "chats", channel: .chat(concurrency: 1),
        staffing: QueueStaffing(
          conditions: WaitConditions(level: .init(Share(0.5), within: .seconds(600))),
          chat: ChatWork(
            messages: ChatMessages(
              rounds: 1, messagesPerRound: 1, thinkTime: .seconds(45), replyTime: .seconds(60)),
            immediateAssignment: true)),
        target: .answered(share: .percent(50), within: .seconds(600)))
    ]
    let volume = 1800 * (1.0 / 60 - log(5) / 180)
    let comparison = try network.comparison(of: "chats") { _, _ in volume }
    #expect(comparison.evaluation == .firstReplies)
    let interval = comparison.intervals[20]
    #expect(abs(interval.deliveredWithRequired.value - (1 - pow(5, -10.0 / 3))) < 1e-4)
  }

  @Test("Those who dial again come as often as the slot's own service makes them")
  func redials() throws {
    var network = QueueNetwork()
    network.queues = [
      calls(
        network,
        staffing: QueueStaffing(
          model: .erlangA,
          conditions: WaitConditions(level: .init(Share(0.8), within: .seconds(20))),
          redial: Share(0.5)), patience: 60)
    ]
    let comparison = try network.comparison(of: "calls") { _, _ in 100 }
    let interval = comparison.intervals[20]
    let queue = RedialQueue(
      ErlangA(load: Erlangs(10), handleTime: .seconds(180), patience: .seconds(60)),
      redialing: Share(0.5))
    let people = (interval.required.value - 1e-9).rounded(.up)
    let level = queue.performance(with: Positions(people), within: .seconds(20)).serviceLevels
      .offered?.value
    #expect(abs(interval.deliveredWithRequired.value - (level ?? -1)) < 1e-6)
  }
}
