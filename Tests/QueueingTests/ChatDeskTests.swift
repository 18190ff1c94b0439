import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("A chat desk as it is worked")
struct ChatDeskTests {
  static func desk(
    _ sessionsPerHour: Double, concurrency: Int? = nil, patience: Double? = nil,
    messages: Double = 1
  ) throws -> ChatDesk {
    ChatDesk(
      volume: ContactVolume(sessionsPerHour), during: .seconds(3600),
      dialogue: try ChatDialogue(
        thinkTime: .seconds(60), replyTime: .seconds(20), rounds: 6, messagesPerRound: messages),
      concurrency: concurrency, patience: patience.map { .seconds($0) })
  }

  @Test("One agent who takes every session at once is an open network: M/M/1 for every reply")
  func oneAgent() throws {
    // 24 sessions an hour of 6 replies of 20 s: the agent writes for 80 % of the time.
    let performance = try ChatDeskTests.desk(24).performance(
      with: Positions(1), within: .seconds(180), per: .message)
    #expect(abs(performance.replyOccupancy.value - 0.8) < 1e-9)
    // Mean 20/(1 − 0.8) = 100 s; P(later than 180 s) = e^(−180/100).
    #expect(abs((performance.firstResponse?.inSeconds ?? 0) - 100) < 1e-6)
    #expect(abs((performance.meanResponse?.inSeconds ?? 0) - 100) < 1e-6)
    #expect(abs(performance.repliesInTime.value - 0.834_701_111_778_413) < 1e-9)
    #expect(abs(performance.firstInTime.value - 0.834_701_111_778_413) < 1e-9)
    // 4 with the agent, 24/3600 · 5 · 60 = 2 thinking.
    #expect(abs(performance.meanSessions - 6) < 1e-6)
  }

  @Test("No agents, too few, no sessions: an answer each")
  func odd() throws {
    let none = try ChatDeskTests.desk(24).performance(
      with: .zero, within: .seconds(180), per: .round)
    #expect(none.repliesInTime == .zero)
    #expect(none.firstResponse == nil)
    let few = try ChatDeskTests.desk(300).performance(
      with: Positions(9), within: .seconds(180), per: .round)
    #expect(!few.line.isStable)
    #expect(few.repliesInTime == .zero)
    let idle = try ChatDeskTests.desk(.nan).performance(
      with: Positions(-1), within: .seconds(180), per: .round)
    #expect(idle.repliesInTime == .whole)
    #expect(idle.replies.asked == .zero)
  }

  @Test("The fewest positions for a reply rate just meet it; more people never reply later")
  func requirement() throws {
    for concurrency in [nil, 5] {
      let desk = try ChatDeskTests.desk(240, concurrency: concurrency, patience: 300)
      let target = ReplyTarget(Share(0.9), within: .seconds(90), per: .message)
      let positions = try desk.positions(meeting: target)
      func level(_ positions: Double) -> Double {
        desk.performance(with: Positions(positions), within: .seconds(90), per: .message)
          .repliesInTime.value
      }
      #expect(abs(level(positions.value) - 0.9) < 1e-9)
      #expect(level(positions.value - 1e-4) < 0.9)
      var last = 0.0
      for agents in stride(from: 6.0, through: 20, by: 0.5) {
        let next = level(agents)
        #expect(next >= last)
        last = next
      }
      let both = try desk.positions(
        meeting: ServiceConditions(serviceLevel: Share(0.2), within: .seconds(30)), and: [target])
      #expect(both.binding == .replies)
      #expect(both.positions == positions)
    }
    let desk = try ChatDeskTests.desk(240)
    #expect(throws: UnreachableReplies.self) {
      try desk.positions(meeting: ReplyTarget(Share(0.99), within: .seconds(30), per: .round))
    }
    #expect(
      try ChatDeskTests.desk(0).positions(
        meeting: ReplyTarget(.whole, within: .zero, per: .round)) == .zero)
  }

  @Test("Few sessions at once make the line long, many make the replies late")
  func concurrency() throws {
    let desk = try ChatDeskTests.desk(240, concurrency: 1, patience: 600)
    let target = ReplyTarget(Share(0.85), within: .seconds(90), per: .message)
    let line = ServiceConditions(serviceLevel: Share(0.8), within: .seconds(20))
    let positions = Positions(12)
    let most = try #require(
      desk.largestConcurrency(meeting: line, and: [target], with: positions))
    func isMet(_ sessions: Int) throws -> Bool {
      let desk = try ChatDeskTests.desk(240, concurrency: sessions, patience: 600)
      let replies = desk.performance(with: positions, within: .seconds(90), per: .message)
      return replies.repliesInTime >= target.share && desk.queue.meets(line, with: positions)
    }
    #expect(try isMet(most))
    #expect(try !isMet(1))
    #expect(
      desk.largestConcurrency(meeting: line, and: [target], with: Positions(5)) == nil)
  }

  /// Agents, sessions an hour, the limit, patience, and how far from the formula a desk may be whose
  /// sessions stay with their agents.
  @Test(
    "A simulation of desks that keep their sessions agrees: at once, and behind a line",
    arguments: [
      (1, 22.0, 400, nil, 0.0), (1, 22, 6, 400.0, 0.006), (4, 96, 400, nil, 0.02),
      (20, 520, 400, nil, 0.012), (8, 210, 5, 300, 0.012), (20, 540, 10, 300, 0.012),
    ] as [(Int, Double, Int, Double?, Double)])
  func open(agents: Int, volume: Double, limit: Int, patience: Double?, slack: Double) throws {
    let record = DialogueRun(
      agents: agents, rate: volume / 3600, concurrency: limit,
      patience: patience.map { .exponential(mean: $0) }, thinkTime: .gamma(shape: 2, mean: 60),
      replyTime: 20, rounds: 6, window: 120
    ).run(seed: 71, batch: 4_000_000 / volume)
    let desk = try ChatDeskTests.desk(
      volume, concurrency: limit == 400 ? nil : limit, patience: patience)
    let rounds = desk.performance(
      with: Positions(Double(agents)), within: .seconds(120), per: .round)
    #expect(
      record.roundsInTime.estimate().agrees(with: rounds.repliesInTime.value, slack: slack))
    #expect(record.firstInTime.estimate().agrees(with: rounds.firstInTime.value, slack: slack))
    #expect(record.left.estimate().agrees(with: rounds.line.abandonment.value, slack: slack))
  }
}

@Suite("Robots in front, and hours that count")
struct RobotFrontTests {
  @Test("Containment and hand-over by intent leave the sessions that people get")
  func handOver() throws {
    let front = RobotFront(
      intents: [
        try ChatIntent(
          "delivery", volume: ContactVolume(1000), containment: Share(0.7), handOver: Share(0.25),
          robotReplies: 2),
        try ChatIntent(
          "refund", volume: ContactVolume(400), containment: Share(0.2), bypass: Share(0.5)),
      ], countsRobotReplies: true)
    // 250 and 200 + 160; 50 give up.
    #expect(abs(front.humanVolume.value - 610) < 1e-9)
    #expect(abs(front.containedVolume.value - 740) < 1e-9)
    #expect(abs(front.lostVolume.value - 50) < 1e-9)
    #expect(
      abs(
        front.humanVolume.value + front.containedVolume.value + front.lostVolume.value
          - front.volume.value) < 1e-9)
    #expect(abs(front.robotReplies.value - 2200) < 1e-9)
  }

  @Test("Whether robot replies count is a switch")
  func counting() throws {
    let intent = try ChatIntent("all", volume: ContactVolume(1000), containment: Share(0.5))
    let human = ReplyCount(asked: ContactVolume(3000), inTime: ContactVolume(2400))
    let with = RobotFront(intents: [intent], countsRobotReplies: true)
    let without = RobotFront(intents: [intent], countsRobotReplies: false)
    #expect(without.replies(with: human).rate == Share(0.8))
    // (2400 + 1000)/(3000 + 1000).
    #expect(with.replies(with: human).rate == Share(0.85))
    #expect(abs(with.humanShare(for: Share(0.85), asked: human.asked).value - 0.8) < 1e-12)
    #expect(without.humanShare(for: Share(0.85), asked: human.asked) == Share(0.85))
    #expect(with.humanShare(for: Share(0.1), asked: human.asked) == .zero)
  }

  @Test("An intent that cannot be is refused")
  func refused() {
    #expect(throws: InvalidIntent.volume("x", -1)) {
      try ChatIntent("x", volume: ContactVolume(-1), containment: .zero)
    }
    #expect(throws: InvalidIntent.self) {
      try ChatIntent(
        "x", volume: .zero, containment: Share(0.6), handOver: Share(0.5))
    }
    #expect(throws: InvalidIntent.self) {
      try ChatIntent("x", volume: .zero, containment: Share(.nan))
    }
  }

  @Test("Only what comes within the stated hours counts")
  func hours() {
    let day = ReplyHours(from: .seconds(8 * 3600), to: .seconds(23 * 3600))
    #expect(day.share(of: .seconds(1800), from: .seconds(7 * 3600)) == .zero)
    #expect(day.share(of: .seconds(3600), from: .seconds(7.5 * 3600)) == Share(0.5))
    #expect(day.share(of: .seconds(1800), from: .seconds(12 * 3600)) == .whole)
    let night = ReplyHours(from: .seconds(20 * 3600), to: .seconds(2 * 3600))
    #expect(night.share(of: .seconds(3600), from: .seconds(1.5 * 3600)) == Share(0.5))
    #expect(night.share(of: .seconds(7200), from: .seconds(23 * 3600)) == .whole)
    let always = ReplyHours(from: .zero, to: .seconds(24 * 3600))
    #expect(always.share(of: .seconds(1800), from: .seconds(23.75 * 3600)) == .whole)
    #expect(abs(night.share(of: .seconds(86_400), from: .seconds(3600)).value - 0.25) < 1e-12)
    let count = ReplyCount(asked: ContactVolume(100), inTime: ContactVolume(60))
    let total = ReplyCount.total(
      of: [
        (.seconds(7.5 * 3600), .seconds(3600), count),
        (
          .seconds(12 * 3600), .seconds(3600),
          ReplyCount(asked: ContactVolume(100), inTime: ContactVolume(90))
        ),
      ], within: day)
    #expect(abs((total.rate?.value ?? 0) - 0.8) < 1e-12)
    #expect(ReplyCount(asked: .zero, inTime: .zero).rate == nil)
  }
}
