import Testing
import Units

@testable import Queueing

@Suite("Input beyond any centre has an answer, or an error with a name")
struct ExtremeInputTests {
  @Test("From sums to their limit at 10¹⁰ erlangs nothing jumps")
  func limit() {
    for excess in [-40.0, -29, -3, 0, 0.5, 2, 5, 7] {
      let (below, above) = (LossLimit.leastLoad * (1 - 1e-12), LossLimit.leastLoad)
      let servers = above + excess * above.squareRoot()
      let sum = ErlangB(load: Erlangs(below)).logBlocking(with: Positions(servers))
      let limit = ErlangB(load: Erlangs(above)).logBlocking(with: Positions(servers))
      // A load higher by 0.01 erlangs moves ln B by no more than 7 × 10⁻⁵ of that.
      #expect(abs(sum - limit) < 2e-6, "\(excess): \(sum), \(limit)")
    }
  }

  @Test("More servers, or erlangs, than there are atoms: nobody is blocked, or everybody")
  func beyondNumbers() {
    #expect(ErlangB(load: Erlangs(1)).blocking(with: Positions(1e308)) == .zero)
    #expect(ErlangB(load: Erlangs(1e300)).blocking(with: Positions(1e308)) == .zero)
    #expect(ErlangB(load: Erlangs(1e300)).blocking(with: Positions(1)).value > 0.999)
  }

  @Test("Customers who think for thirty years between replies of a nanosecond")
  func longThought() throws {
    let dialogue = try ChatDialogue(
      thinkTime: .seconds(1_000_000_000), replyTime: .nanoseconds(1), rounds: 2)
    let replies = dialogue.replies(holding: 4, within: .seconds(1))
    // One round in a thinking time each, of which half of them have one.
    #expect(abs(replies.sessionsPerHour.value - 4 * 3600 / 1e9) < 1e-12)
    #expect(replies.roundsInTime == .whole)
    let slow = try ChatDialogue(
      thinkTime: .zero, replyTime: .seconds(1_000_000_000), rounds: 1e6, messagesPerRound: 1e6)
    #expect(slow.replies(holding: 10_000, within: .zero).sessionTime == .seconds(1e15))
  }

  @Test("A curve of steps longer than any day, or of more contacts than customers, is refused")
  func curves() {
    #expect(throws: VaryingQueueError.stepTooLong(.seconds(Int64.max))) {
      try ArrivalCurve(volumes: [ContactVolume(1)], every: .seconds(Int64.max))
    }
    #expect(throws: VaryingQueueError.volumeOutOfRange(ContactVolume(1e300), step: 0)) {
      try ArrivalCurve(volumes: [ContactVolume(1e300)], every: .seconds(60))
    }
  }

  @Test("Endless notices provoke nothing, and first contacts have an end")
  func endless() throws {
    let notice = ProactiveNotice(
      notices: ContactVolume(.infinity), affected: Share(0.5), reach: Share(0.5),
      deflection: Share(0.5), provoked: Share(0.1))
    let effect = notice.effect(on: [ContactVolume(100)], every: .seconds(900))
    #expect(effect.provoked == [.zero])
    #expect(effect.saved == [ContactVolume(12.5)])
    #expect(throws: RecontactError.firstContacts(channel: 0, ContactVolume(1e300))) {
      try RecontactNetwork(
        channels: [RecontactChannel(firstContacts: ContactVolume(1e300))], during: .seconds(60))
    }
  }

  @Test("A segment of endless contacts fails by numbers, one of endless share is refused")
  func segments() throws {
    func segment(_ share: Double) -> CustomerSegment {
      CustomerSegment(
        name: "all", share: Share(share), handleTime: .seconds(180), patience: .seconds(60),
        valueLost: Money(minorUnits: 100))
    }
    let demand = try SegmentedDemand([segment(1)])
    #expect(demand.volumes(of: ContactVolume(.infinity)) == [ContactVolume(1e15)])
    let loss = demand.lossInOrderOfArrival(
      of: ContactVolume(.infinity), shortBy: WorkTime(hours: 10))
    #expect(abs(loss[0].failing.value - 200) < 5)
    #expect(throws: SegmentError.weight(segment: "all", 1e300)) {
      try SegmentedDemand([segment(1e300)])
    }
  }

  @Test("Who waits for a thousand years behind calls has a place, or has left")
  func longWait() throws {
    let team = VoiceAndChatTeam(
      calls: ContactVolume(30), callTime: .seconds(240), callPatience: .seconds(120),
      chats: ContactVolume(30), chatTimes: try ChatHandleTimes([.seconds(300), .seconds(400)]),
      chatPatience: .seconds(240), heldChats: .paused, during: .seconds(3600))
    func chats(_ seconds: Double) throws -> ServicePerformance {
      try team.performance(
        with: Positions(4), callsWithin: .seconds(20), chatsWithin: .seconds(seconds)
      ).chats
    }
    let (long, longer) = (try chats(40_000), try chats(3e10))
    #expect((longer.serviceLevels.virtual?.value ?? 0) > 1 - 1e-9)
    let (first, second) = (long.serviceLevels.offered, longer.serviceLevels.offered)
    #expect(abs((first?.value ?? 0) - (second?.value ?? 1)) < 1e-9)
  }

  @Test("A target that a trace above the load meets asks for one more than a whole load")
  func barelyStable() throws {
    let queue = ErlangC(load: Erlangs(10), handleTime: .seconds(180))
    let lax = ServiceConditions(averageSpeedOfAnswer: .seconds(1_000_000_000_000_000))
    #expect(try queue.positions(meeting: lax).wholePositions == Positions(11))
    #expect(try queue.wholePositions(meeting: lax) == Positions(11))
    let idle = ServiceConditions(maximumOccupancy: Share(.leastNonzeroMagnitude))
    #expect(throws: UnreachableTarget(condition: .occupancy)) {
      try queue.positions(meeting: idle)
    }
  }

  @Test("Desks of millions of places, many states at a time, are Erlang A where an agent has one")
  func strides() throws {
    for excess in [-2000.0, -500, 0, 500, 2000] {
      let agents = 2e6
      let load = Erlangs(agents - excess)
      let one = try ChatHandleTimes([.seconds(300)])
      let desk = ChatQueue(
        volume: ContactVolume(load.value / 300), during: .seconds(1), handleTimes: one,
        patience: .seconds(120))
      let wanted = ErlangA(load: load, handleTime: .seconds(300), patience: .seconds(120))
        .performance(with: Positions(agents), within: .seconds(1))
      let given = desk.performance(with: Positions(agents), within: .seconds(1))
      #expect(abs(given.waitProbability.value - wanted.waitProbability.value) < 1e-4)
      #expect(abs(given.abandonment.value - wanted.abandonment.value) < 1e-6)
      let occupancy = (given.occupancy?.value ?? 0) - (wanted.occupancy?.value ?? 1)
      #expect(abs(occupancy) < 1e-6)
    }
    // Just at the most places that are gone through one by one, and just beyond.
    let times = try ChatHandleTimes([.seconds(300), .seconds(400), .seconds(540)])
    let rate = 333_333.0 * 2 / 400
    let desk = ChatQueue(
      volume: ContactVolume(rate), during: .seconds(1), handleTimes: times, patience: nil)
    let single = desk.chatPerformance(with: Positions(333_333), within: .zero)
    let many = desk.chatPerformance(with: Positions(333_334), within: .zero)
    #expect(abs(single.meanConcurrency - many.meanConcurrency) < 1e-4)
    #expect(abs(single.slotUtilisation.value - many.slotUtilisation.value) < 1e-4)
  }
}
