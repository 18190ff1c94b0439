import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("One team for calls and chats")
struct VoiceAndChatTests {
  static func team(
    calls: Double = 60, chats: Double = 60, times: [Double] = [300, 400, 540],
    callPatience: Double? = 120, chatPatience: Double? = 240, _ rule: HeldChats = .handedOver
  ) throws -> VoiceAndChatTeam {
    VoiceAndChatTeam(
      calls: ContactVolume(calls), callTime: .seconds(240),
      callPatience: callPatience.map { .seconds($0) }, chats: ContactVolume(chats),
      chatTimes: try ChatHandleTimes(times.map { .seconds($0) }),
      chatPatience: chatPatience.map { .seconds($0) }, heldChats: rule, during: .seconds(3600))
  }

  @Test("Without calls the chats are a chat queue, without chats the calls are Erlang A")
  func apart() throws {
    for rule in HeldChats.allCases {
      let chats = try VoiceAndChatTests.team(calls: 0, chats: 90, rule)
      let performance = try chats.performance(
        with: Positions(5.5), callsWithin: .seconds(20), chatsWithin: .seconds(30))
      let queue = try ChatQueueTests.desk(90, [300, 400, 540], patience: 240)
      let expected = queue.chatPerformance(with: Positions(5.5), within: .seconds(30))
      let (given, wanted) = (performance.chats, expected.service)
      #expect(abs(given.waitProbability.value - wanted.waitProbability.value) < 1e-8)
      #expect(abs(given.abandonment.value - wanted.abandonment.value) < 1e-8)
      for definition in ServiceLevelDefinition.allCases {
        let level = given.serviceLevels[definition]?.value ?? -1
        #expect(abs(level - (wanted.serviceLevels[definition]?.value ?? -2)) < 1e-7)
      }
      let wait = given.averageSpeedOfAnswer?.inSeconds ?? -1
      #expect(abs(wait - (wanted.averageSpeedOfAnswer?.inSeconds ?? -2)) < 1e-6)
      #expect(abs((performance.occupancy?.value ?? 0) - (wanted.occupancy?.value ?? 1)) < 1e-8)
      #expect(performance.calls.serviceLevels.offered == .whole)
    }
    let calls = try VoiceAndChatTests.team(calls: 100, chats: 0)
    let performance = try calls.performance(
      with: Positions(7), callsWithin: .seconds(20), chatsWithin: .zero)
    let queue = try ChatQueueTests.desk(100, [240], patience: 120)
    let expected = queue.performance(with: Positions(7), within: .seconds(20))
    #expect(abs(performance.calls.abandonment.value - expected.abandonment.value) < 1e-12)
    #expect(performance.chats.serviceLevels.offered == .whole)
  }

  @Test("Calls do not see the chats; chats see every call")
  func priority() throws {
    let few = try VoiceAndChatTests.team(chats: 10).performance(
      with: Positions(8), callsWithin: .seconds(20), chatsWithin: .seconds(30))
    let many = try VoiceAndChatTests.team(chats: 90).performance(
      with: Positions(8), callsWithin: .seconds(20), chatsWithin: .seconds(30))
    #expect(few.calls == many.calls)
    #expect(few.chats.abandonment < many.chats.abandonment)
    let more = try VoiceAndChatTests.team(calls: 80).performance(
      with: Positions(8), callsWithin: .seconds(20), chatsWithin: .seconds(30))
    let less = try VoiceAndChatTests.team(calls: 60).performance(
      with: Positions(8), callsWithin: .seconds(20), chatsWithin: .seconds(30))
    #expect(less.chats.abandonment < more.chats.abandonment)
  }

  @Test("No agents, too few, nobody comes, a team too large: an answer each")
  func odd() throws {
    let none = try VoiceAndChatTests.team().performance(
      with: .zero, callsWithin: .seconds(20), chatsWithin: .seconds(30))
    #expect(none.calls.abandonment == .whole)
    #expect(none.chats.abandonment == .whole)
    #expect(none.occupancy == nil)
    let growing = try VoiceAndChatTests.team(chats: 300, chatPatience: nil).performance(
      with: Positions(6), callsWithin: .seconds(20), chatsWithin: .seconds(30))
    #expect(!growing.chats.isStable)
    #expect(growing.calls.isStable)
    let idle = try VoiceAndChatTests.team(calls: .nan, chats: -1).performance(
      with: Positions(.nan), callsWithin: .zero, chatsWithin: .zero)
    #expect(idle.occupancy == .zero)
    #expect(throws: TeamTooLarge.self) {
      try VoiceAndChatTests.team(calls: 1e6, chats: 1e6).performance(
        with: Positions(90_000), callsWithin: .zero, chatsWithin: .zero)
    }
  }

  @Test("The fewest positions meet both services, and a pooled team needs fewer than two teams")
  func requirement() throws {
    let voice = ServiceConditions(serviceLevel: Share(0.8), within: .seconds(20))
    let chat = ServiceConditions(
      serviceLevel: Share(0.8), within: .seconds(60), abandonment: Share(0.1))
    for rule in HeldChats.allCases {
      let team = try VoiceAndChatTests.team(calls: 60, chats: 60, rule)
      let required = try team.positions(meeting: voice, chats: chat)
      let there = try team.performance(
        with: required.positions, callsWithin: .seconds(20), chatsWithin: .seconds(60))
      #expect((there.calls.serviceLevels.offered?.value ?? 0) >= 0.8 - 1e-9)
      #expect((there.chats.serviceLevels.offered?.value ?? 0) >= 0.8 - 1e-9)
      #expect(there.chats.abandonment.value <= 0.1 + 1e-9)
      let less = try team.performance(
        with: Positions(required.positions.value - 1e-4), callsWithin: .seconds(20),
        chatsWithin: .seconds(60))
      #expect(
        (less.calls.serviceLevels.offered?.value ?? 0) < 0.8
          || (less.chats.serviceLevels.offered?.value ?? 0) < 0.8
          || less.chats.abandonment.value > 0.1)
      let alone = try ChatQueueTests.desk(60, [300, 400, 540], patience: 240)
      let calls = try ChatQueueTests.desk(60, [240], patience: 120)
      let apart =
        try alone.positions(meeting: chat).positions + calls.positions(meeting: voice).positions
      #expect(required.positions < apart)
    }
    #expect(throws: UnreachableTarget(condition: .serviceLevel)) {
      try VoiceAndChatTests.team().positions(
        meeting: ServiceConditions(serviceLevel: .whole), chats: ServiceConditions())
    }
  }

  @Test("One agent more never harms either service")
  func monotone() throws {
    for rule in HeldChats.allCases {
      let team = try VoiceAndChatTests.team(rule)
      var last: VoiceAndChatPerformance?
      for agents in stride(from: 1.0, through: 11, by: 1) {
        let next = try team.performance(
          with: Positions(agents), callsWithin: .seconds(20), chatsWithin: .seconds(30))
        if let last {
          #expect(next.chats.abandonment <= last.chats.abandonment)
          #expect(
            (next.chats.serviceLevels.offered ?? .zero)
              >= (last.chats.serviceLevels.offered ?? .whole))
          #expect(next.calls.abandonment <= last.calls.abandonment)
        }
        last = next
      }
    }
  }

  @Test(
    "A simulation contact by contact agrees with both rules",
    arguments: [HeldChats.handedOver, .paused])
  func simulated(rule: HeldChats) throws {
    let record = VoiceAndChatRun(
      rule: rule == .handedOver ? .handedOver : .paused, agents: 6, calls: 1.0 / 60, callTime: 240,
      callPatience: 120, chats: 1.0 / 60, chatTimes: [300, 400, 540], chatPatience: 240,
      answerTime: 30
    ).run(seed: 9, batch: 100_000)
    let performance = try VoiceAndChatTests.team(rule).performance(
      with: Positions(6), callsWithin: .seconds(30), chatsWithin: .seconds(30))
    #expect(
      record.callsInTime.estimate().agrees(
        with: performance.calls.serviceLevels.offered?.value ?? -1))
    #expect(record.callsLeft.estimate().agrees(with: performance.calls.abandonment.value))
    #expect(
      record.chatsInTime.estimate().agrees(
        with: performance.chats.serviceLevels.offered?.value ?? -1))
    #expect(record.chatsLeft.estimate().agrees(with: performance.chats.abandonment.value))
    #expect(record.chatsWaited.estimate().agrees(with: performance.chats.waitProbability.value))
    #expect(record.chatQueue.estimate().agrees(with: performance.chats.meanQueue?.value ?? -1))
    #expect(record.chatsHeld.estimate().agrees(with: performance.meanChats * 6))
    #expect(
      record.chatWait.estimate().agrees(
        with: performance.chats.averageSpeedOfAnswer?.inSeconds ?? -1))
  }

  @Test(
    "Where agents keep their chats, even a team that is short is near the rule of paused chats",
    arguments: [6, 20])
  func kept(agents: Int) throws {
    let scale = Double(agents) / 6
    let record = VoiceAndChatRun(
      rule: .kept, agents: agents, calls: scale / 60, callTime: 240, callPatience: 120,
      chats: scale / 60, chatTimes: [300, 400, 540], chatPatience: 240, answerTime: 30
    ).run(seed: 10, batch: 80_000 / scale)
    let team = try VoiceAndChatTests.team(calls: 60 * scale, chats: 60 * scale, .paused)
    let chats = try team.performance(
      with: Positions(Double(agents)), callsWithin: .seconds(30), chatsWithin: .seconds(30)
    ).chats
    #expect(record.chatsLeft.estimate().agrees(with: chats.abandonment.value, slack: 0.02))
    #expect(
      record.chatsInTime.estimate().agrees(
        with: chats.serviceLevels.offered?.value ?? -1, slack: 0.08))
  }
}
