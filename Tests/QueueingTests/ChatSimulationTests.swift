import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("Chat desks against a simulation")
struct ChatSimulationTests {
  /// A desk of the size of a shop's evening, and one that is short of people.
  struct Case: Sendable, CustomTestStringConvertible {
    let agents: Int
    let rate: Double
    let times: [Double]
    let patience: Double
    var testDescription: String { "\(agents) agents, \(times.count) chats at once" }
  }

  static let cases = [
    // An agent with three chats ends 3/540 a second: 8 agents at most 0.0444.
    Case(agents: 8, rate: 0.040, times: [300, 400, 540], patience: 240),
    Case(agents: 4, rate: 0.026, times: [300, 400, 540], patience: 120),
    Case(agents: 3, rate: 0.032, times: [240, 250, 280, 330, 410], patience: .infinity),
  ]

  static func performance(_ desk: Case, agents: Double? = nil) throws -> ChatPerformance {
    try ChatQueue(
      volume: ContactVolume(desk.rate), during: .seconds(1),
      handleTimes: ChatHandleTimes(desk.times.map { .seconds($0) }),
      patience: desk.patience < .infinity ? .seconds(desk.patience) : nil
    ).chatPerformance(
      with: Positions(agents ?? Double(desk.agents)), within: .seconds(30))
  }

  @Test("Evenly spread chats have the figures of the formula, each of them", arguments: cases)
  func spread(desk: Case) throws {
    let record = ChatRun(
      rule: .spread, agents: desk.agents, rate: desk.rate, times: desk.times,
      patience: desk.patience, answerTime: 30
    ).run(seed: 21, batch: 120_000)
    let chat = try ChatSimulationTests.performance(desk)
    let service = chat.service
    #expect(record.inTime.estimate().agrees(with: service.serviceLevels.offered?.value ?? -1))
    #expect(record.waited.estimate().agrees(with: service.waitProbability.value))
    #expect(record.left.estimate().agrees(with: service.abandonment.value))
    #expect(record.wait.estimate().agrees(with: service.averageSpeedOfAnswer?.inSeconds ?? -1))
    #expect(record.line.estimate().agrees(with: service.meanQueue?.value ?? -1))
    #expect(record.busy.estimate().agrees(with: service.occupancy?.value ?? -1))
    #expect(record.taken.estimate().agrees(with: chat.slotUtilisation.value))
    #expect(record.chatTime.estimate().agrees(with: chat.meanHandleTime?.inSeconds ?? -1))
    // The check can fail: an agent more is told apart.
    let other = try ChatSimulationTests.performance(desk, agents: Double(desk.agents + 1)).service
    #expect(!record.inTime.estimate().agrees(with: other.serviceLevels.offered?.value ?? -1))
    #expect(!record.waited.estimate().agrees(with: other.waitProbability.value))
  }

  @Test("Chats that stay with their agent are near it: 1 point of service, 3 % of a chat's time")
  func kept() throws {
    for desk in ChatSimulationTests.cases {
      let record = ChatRun(
        rule: .kept, agents: desk.agents, rate: desk.rate, times: desk.times,
        patience: desk.patience, answerTime: 30
      ).run(seed: 22, batch: 120_000)
      let chat = try ChatSimulationTests.performance(desk)
      let level = chat.service.serviceLevels.offered?.value ?? -1
      let time = chat.meanHandleTime?.inSeconds ?? -1
      #expect(record.inTime.estimate().agrees(with: level, slack: 0.01))
      #expect(record.left.estimate().agrees(with: chat.service.abandonment.value, slack: 0.01))
      #expect(record.chatTime.estimate().agrees(with: time, slack: 0.03 * time))
    }
  }

  @Test("Erlang over positions × chats at once is told apart from the desk")
  func slots() throws {
    let desk = ChatSimulationTests.cases[1]
    let record = ChatRun(
      rule: .spread, agents: desk.agents, rate: desk.rate, times: desk.times,
      patience: desk.patience, answerTime: 30
    ).run(seed: 23, batch: 60_000)
    let slots = ErlangA(
      load: Erlangs(desk.rate * 300), handleTime: .seconds(300), patience: .seconds(120)
    ).performance(with: Positions(12), within: .seconds(30))
    #expect(record.inTime.estimate().mean < (slots.serviceLevels.offered?.value ?? 0) - 0.1)
  }
}

@Suite("Robots before people against a simulation")
struct RobotSimulationTests {
  /// Two intents: 60 sessions an hour that the robot mostly settles, 30 that it mostly hands over.
  static let run = RobotRun(
    intents: [
      .init(rate: 60.0 / 3600, bypass: 0.1, containment: 0.7, handOver: 0.2, robotReplies: 3),
      .init(rate: 30.0 / 3600, bypass: 0.2, containment: 0.1, handOver: 0.75, robotReplies: 1.5),
    ], robotTime: .gamma(shape: 2, mean: 90), agents: 3, replyTime: .exponential(mean: 200),
    window: 300)

  static func front(counting: Bool) throws -> RobotFront {
    RobotFront(
      intents: [
        try ChatIntent(
          "parcel", volume: ContactVolume(60), containment: Share(0.7), handOver: Share(0.2),
          bypass: Share(0.1), robotReplies: 3),
        try ChatIntent(
          "refund", volume: ContactVolume(30), containment: Share(0.1), handOver: Share(0.75),
          bypass: Share(0.2), robotReplies: 1.5),
      ], countsRobotReplies: counting)
  }

  static func desk(_ front: RobotFront, agents: Double) throws -> ChatDeskPerformance {
    ChatDesk(
      volume: front.humanVolume, during: .seconds(3600),
      dialogue: try ChatDialogue(thinkTime: .zero, replyTime: .seconds(200), rounds: 1),
      concurrency: 1
    ).performance(with: Positions(agents), within: .seconds(300), per: .round)
  }

  @Test("What robots settle, hand over and lose, and the reply rate with and without theirs")
  func robots() throws {
    let record = RobotSimulationTests.run.run(seed: 31, batch: 300_000)
    let front = try RobotSimulationTests.front(counting: true)
    // By hand: 60 (0.1 + 0.9 · 0.2) + 30 (0.2 + 0.8 · 0.75) = 16.8 + 24 people get.
    #expect(abs(front.humanVolume.value - 40.8) < 1e-9)
    let all = front.volume.value
    #expect(record.human.estimate().agrees(with: front.humanVolume.value / all))
    #expect(record.contained.estimate().agrees(with: front.containedVolume.value / all))
    #expect(record.lost.estimate().agrees(with: front.lostVolume.value / all))
    let desk = try RobotSimulationTests.desk(front, agents: 3)
    let counted = front.replies(with: desk.replies).rate?.value ?? -1
    let without =
      try RobotSimulationTests.front(counting: false)
      .replies(with: desk.replies).rate?.value ?? -1
    #expect(record.allInTime.estimate().agrees(with: counted))
    #expect(record.humanInTime.estimate().agrees(with: without))
    // The check can fail: whether robots count is told apart, and so is a person more.
    #expect(!record.allInTime.estimate().agrees(with: without))
    let more = try RobotSimulationTests.desk(front, agents: 4)
    #expect(!record.humanInTime.estimate().agrees(with: more.replies.rate?.value ?? -1))
    #expect(!record.human.estimate().agrees(with: 0.3 * 0.6 + 0.9 / 3))
  }

  @Test("People who reach the share that is left to them bring all replies to the target")
  func share() throws {
    let front = try RobotSimulationTests.front(counting: true)
    let record = RobotSimulationTests.run.run(seed: 32, batch: 300_000)
    let human = record.humanInTime.estimate()
    // Turned round: of the share of all that was simulated, people need what people had.
    let all = record.allInTime.estimate()
    let needed = front.humanShare(for: Share(all.mean), asked: front.humanVolume).value
    let steepness = 1 + front.robotReplies.value / front.humanVolume.value
    #expect(abs(needed - human.mean) < human.halfWidth + steepness * all.halfWidth)
    #expect(needed < all.mean)
  }
}
