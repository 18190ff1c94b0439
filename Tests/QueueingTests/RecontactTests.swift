import Foundation
import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("Failed contacts come again, on any channel")
struct RecontactTests {
  private let hour = Duration.seconds(3600)

  @Test("A chat that fails one in five, half of which call: by hand")
  func byHand() throws {
    // 100 chats, 20 fail, 10 call. Calls: 40 + 10; 10 % fail, of which half call again:
    // L = 50 + 0.05 L → 52.631…
    let network = try RecontactNetwork(
      channels: [
        RecontactChannel(
          firstContacts: ContactVolume(100), recontactUnanswered: [.zero, Share(0.5)]),
        RecontactChannel(
          firstContacts: ContactVolume(40), recontactUnanswered: [.zero, Share(0.5)]),
      ], during: hour)
    let flow = try network.flow(
      through: [
        SteadyChannel(unanswered: Share(0.2)), SteadyChannel(unanswered: Share(0.1)),
      ])
    #expect(flow.isFeasible)
    #expect(flow.channels[0].contacts == ContactVolume(100))
    #expect(abs(flow.channels[1].contacts.value - 50 / 0.95) < 1e-11)
    // Lost: 10 of the chats, and half of the failed calls.
    #expect(abs(flow.lost.value - (10 + 0.05 * 50 / 0.95)) < 1e-11)
    let resolved = flow.channels.map(\.resolved).total()
    #expect(abs((resolved + flow.lost).value - 140) < 1e-10)
  }

  @Test("Answers that settle nothing come again too: a circle of two channels by hand")
  func unresolved() throws {
    // a = 90 + b/4, b = a/2: of chats half are not settled and call; of calls a quarter chats
    // again: a = 90/(1 − 1/8), b = a/2.
    let network = try RecontactNetwork(
      channels: [
        RecontactChannel(
          firstContacts: ContactVolume(90), resolution: Share(0.5),
          recontactUnresolved: [.zero, .whole]),
        RecontactChannel(
          firstContacts: .zero, resolution: Share(0.75), recontactUnresolved: [.whole, .zero]),
      ], during: hour)
    let flow = try network.flow(
      through: [SteadyChannel(unanswered: .zero), SteadyChannel(unanswered: .zero)])
    #expect(abs(flow.channels[0].contacts.value - 90 * 8 / 7) < 1e-10)
    #expect(abs(flow.channels[1].contacts.value - 45 * 8 / 7.0) < 1e-10)
    #expect(abs(flow.lost.value) < 1e-10)
    #expect(abs(flow.contactsPerCustomer - 12 / 7.0) < 1e-12)
  }

  /// Loss systems, so that the test does not depend on another model's positions.
  private struct Lines: ChannelModel {
    var servers: Double
    var handleTime: Double
    func unanswered(of volume: ContactVolume, during interval: Duration) -> Share {
      let load = Erlangs(
        volume: volume, handleTime: .seconds(handleTime), during: interval)
      return ErlangB(load: load).blocking(with: Positions(servers))
    }
  }

  @Test("One channel is the redial fixed point L (1 − r B(L)) = λ")
  func redial() throws {
    let network = try RecontactNetwork(
      channels: [
        RecontactChannel(firstContacts: ContactVolume(60), recontactUnanswered: [Share(0.7)])
      ], during: hour)
    let lines = Lines(servers: 3, handleTime: 180)
    let contacts = try network.flow(through: [lines]).channels[0].contacts
    let failing = lines.unanswered(of: contacts, during: hour).value
    #expect(abs(contacts.value * (1 - 0.7 * failing) - 60) < 1e-10)
  }

  @Test("Customers who never give up and are too many are found out; those who fit are not")
  func feasible() throws {
    let stubborn = try RecontactNetwork(
      channels: [
        RecontactChannel(firstContacts: ContactVolume(60), recontactUnanswered: [.whole])
      ], during: hour)
    // 3 lines carry up to 3 erlangs: 60 contacts an hour of 180 s. 2.9 of 3 can do, 3 cannot.
    let enough = try stubborn.flow(through: [Lines(servers: 3.3, handleTime: 180)])
    #expect(enough.isFeasible)
    #expect(abs(enough.channels[0].resolved.value - 60) < 1e-6)
    #expect(abs(enough.lost.value) < 1e-6)
    let tooFew = try stubborn.flow(through: [Lines(servers: 2.9, handleTime: 180)])
    #expect(!tooFew.isFeasible)
  }

  @Test("More positions on any channel, or more resolution, never mean more contacts anywhere")
  func monotone() throws {
    func flow(_ chat: Double, _ calls: Double, _ resolution: Double) throws -> [Double] {
      let network = try RecontactNetwork(
        channels: [
          RecontactChannel(
            firstContacts: ContactVolume(120), resolution: Share(resolution),
            recontactUnanswered: [Share(0.2), Share(0.6)],
            recontactUnresolved: [Share(0.1), Share(0.75)]),
          RecontactChannel(
            firstContacts: ContactVolume(60), recontactUnanswered: [Share(0.3), Share(0.6)]),
        ], during: hour)
      let flow = try network.flow(
        through: [
          Lines(servers: chat, handleTime: 300), Lines(servers: calls, handleTime: 240),
        ])
      return flow.channels.map(\.contacts.value)
    }
    for chat in [4.0, 8, 12] {
      for calls in [4.0, 8, 12] {
        let here = try flow(chat, calls, 0.7)
        for better in [
          try flow(chat + 1, calls, 0.7), try flow(chat, calls + 1, 0.7),
          try flow(chat, calls, 0.8),
        ] {
          #expect(better[0] <= here[0] + 1e-9)
          #expect(better[1] <= here[1] + 1e-9)
        }
      }
    }
  }

  @Test("A simulation of customers who move between chat and phone agrees")
  func simulation() throws {
    let matrix = [[0.1, 0.7], [0.3, 0.5]]
    let first = [0.050, 0.035]
    let servers = [13, 7]
    let handle = [240.0, 180]
    let channels = (0..<2).map { index in
      RecontactChannel(
        firstContacts: ContactVolume(first[index] * 3600),
        recontactUnanswered: matrix[index].map { Share($0) })
    }
    let network = try RecontactNetwork(channels: channels, during: hour)
    let flow = try network.flow(
      through: (0..<2).map { Lines(servers: Double(servers[$0]), handleTime: handle[$0]) })
    // Customers pause two hours on average, so that they come as new ones do.
    var generator = SeededGenerator(seed: 4)
    var events = EventQueue()
    var busy = [0, 0]
    let batches = 30
    let length = 120_000.0
    var contacts = [BatchMeans(batches: batches), BatchMeans(batches: batches)]
    var lost = BatchMeans(batches: batches)
    for channel in 0..<2 {
      events.add(at: generator.exponential(mean: 1 / first[channel]), kind: 0, subject: channel)
    }
    while let event = events.next(), event.time < length * Double(batches + 1) {
      let channel = event.subject
      let batch = Int(event.time / length) - 1
      if event.kind == 2 {
        busy[channel] -= 1
        continue
      }
      if event.kind == 0 {
        let next = event.time + generator.exponential(mean: 1 / first[channel])
        events.add(at: next, kind: 0, subject: channel)
        if batch >= 0 { lost.add(0, to: batch) }
      }
      if batch >= 0 { contacts[channel].add(1, weight: 0, to: batch) }
      if busy[channel] < servers[channel] {
        busy[channel] += 1
        let end = event.time + generator.exponential(mean: handle[channel])
        events.add(at: end, kind: 2, subject: channel)
        continue
      }
      let stays = 1 - matrix[channel][0] - matrix[channel][1]
      let next = generator.index(weighted: matrix[channel] + [stays])
      if next < 2 {
        let again = event.time + generator.exponential(mean: 7200)
        events.add(at: again, kind: 1, subject: next)
      } else if batch >= 0 {
        lost.add(1, weight: 0, to: batch)
      }
    }
    let hours = length * Double(batches) / 3600
    for channel in 0..<2 {
      let simulated = contacts[channel].total / hours
      let expected = flow.channels[channel].contacts.value
      #expect(abs(simulated - expected) < 0.012 * expected)
    }
    let lostShare = lost.estimate()
    let expected = flow.lost.value / flow.channels.map(\.firstContacts).total().value
    #expect(lostShare.agrees(with: expected, slack: 0.02 * expected))
    // Without the loop the phone would look far better than it is.
    #expect(flow.channels[1].contacts.value > 1.1 * first[1] * 3600)
  }

  @Test("Positions for targets, with the loop closed")
  func positions() throws {
    // Nobody leaves Erlang's queue: only what is not settled comes again.
    let network = try RecontactNetwork(
      channels: [
        RecontactChannel(
          firstContacts: ContactVolume(600), resolution: Share(0.7),
          recontactUnresolved: [.zero, Share(0.75)]),
        RecontactChannel(firstContacts: ContactVolume(200)),
      ], during: hour)
    let queue = ErlangC(load: .zero, handleTime: .seconds(300))
    let target = ServiceConditions(serviceLevel: .percent(80), within: .seconds(20))
    let required = try network.positions(of: [queue, queue], meeting: [target, target])
    // 180 chats are not settled, 135 of them call.
    #expect(abs(required.flow.channels[1].contacts.value - 335) < 1e-9)
    let calls = ErlangC(volume: ContactVolume(335), handleTime: .seconds(300), during: hour)
    let alone = try calls.positions(meeting: target).positions.value
    #expect(abs(required.channels[1].positions.value - alone) < 1e-9)
    #expect(required.channels[1].binding == .serviceLevel)
    #expect(
      throws: RecontactPositionsError.unreachable(
        channel: 1, UnreachableTarget(condition: .serviceLevel))
    ) {
      try network.positions(
        of: [queue, queue], meeting: [target, ServiceConditions(serviceLevel: .whole)])
    }
  }

  @Test("Positions where people leave and come again: the targets hold in the closed loop")
  func positionsWithPatience() throws {
    let network = try RecontactNetwork(
      channels: [
        RecontactChannel(
          firstContacts: ContactVolume(400), recontactUnanswered: [Share(0.2), Share(0.7)]),
        RecontactChannel(
          firstContacts: ContactVolume(300), recontactUnanswered: [.zero, Share(0.8)]),
      ], during: hour)
    let models = [
      ErlangA(load: .zero, handleTime: .seconds(420), patience: .seconds(90)),
      ErlangA(load: .zero, handleTime: .seconds(240), patience: .seconds(60)),
    ]
    let target = ServiceConditions(serviceLevel: .percent(80), within: .seconds(20))
    let required = try network.positions(of: models, meeting: [target, target])
    let flow = try network.flow(
      through: zip(models, required.channels).map {
        StaffedChannel($0, positions: $1.positions)
      })
    for channel in 0..<2 {
      // The same volumes come out when the positions are put in.
      let volume = flow.channels[channel].contacts
      #expect(abs(volume.value - required.flow.channels[channel].contacts.value) < 1e-6)
      let load = Erlangs(
        volume: volume, handleTime: models[channel].handleTime, during: hour)
      let performance = models[channel].offered(load).performance(
        with: required.channels[channel].positions, within: .seconds(20))
      let level = performance.serviceLevels.offered?.value ?? 0
      #expect(abs(level - 0.8) < 1e-6)
    }
    // What fails on the chat is on the phone's account.
    #expect(required.flow.channels[1].contacts.value > 310)
  }

  @Test("Wrong numbers are refused by name")
  func wrong() throws {
    #expect(throws: RecontactError.aboveWhole(channel: 0, Share(1.5))) {
      try RecontactNetwork(
        channels: [
          RecontactChannel(
            firstContacts: ContactVolume(1), recontactUnanswered: [Share(0.75), Share(0.75)]),
          RecontactChannel(firstContacts: ContactVolume(1)),
        ], during: .seconds(60))
    }
    #expect(throws: RecontactError.self) {
      try RecontactNetwork(
        channels: [RecontactChannel(firstContacts: ContactVolume(.nan))], during: .seconds(60))
    }
    #expect(throws: RecontactError.share(channel: 0, Share(-0.1))) {
      try RecontactNetwork(
        channels: [RecontactChannel(firstContacts: .zero, resolution: Share(-0.1))],
        during: .seconds(60))
    }
    let network = try RecontactNetwork(channels: [], during: .zero)
    #expect(try network.flow(through: []).contactsPerCustomer == 1)
    #expect(throws: RecontactError.count(expected: 0, given: 1)) {
      try network.flow(through: [SteadyChannel(unanswered: .zero)])
    }
  }
}
