import BusinessCalendar
import Forecasting
import Foundation
import Queueing
import Scenarios
import Testing
import Units

@testable import Staffing

@Suite("Positions of chats as they are worked")
struct ChatWorkTests {
  @Test("Chats that take longer beside others: the chain itself says that so many positions do")
  func handleTimes() throws {
    let times = [200.0, 240, 300]
    var fixture = Fixture()
    fixture.channel = .chat(concurrency: 3)
    fixture.handleTime = .seconds(300)
    fixture.staffing = QueueStaffing(
      conditions: WaitConditions(level: .init(Share(0.8), within: .seconds(30))),
      chat: ChatWork(handleTimes: times.map { .seconds($0) }))
    for volume in [20.0, 45, 90] {
      let requirement = try fixture.requirement { _ in volume }
      let positions = requirement.positions[20].value
      let whole = Int(positions.rounded(.down))
      func level(_ agents: Int) -> Double {
        TextbookChat.serviceLevel(
          agents: agents, perSecond: volume / 1800, times: times, within: 30)
      }
      let fewer = whole > 0 ? level(whole) : 0
      let mixed = fewer + (positions - Double(whole)) * (level(whole + 1) - fewer)
      print("\(volume) chats: \(positions) positions, service level \(mixed) by the chain")
      if positions == Double(whole) {
        // One agent fewer: at least as many chats come as three at once of 300 s ever end.
        #expect(mixed >= 0.8 && volume / 1800 >= Double(whole - 1) * 3 / 300)
      } else {
        #expect(abs(mixed - 0.8) < 1e-6)
      }
      #expect(requirement.driver[20] == .serviceLevel)
      #expect(abs(requirement.load[20].value - volume * 300 / 1800 / 3) < 1e-9)
      #expect(requirement.method.hasPrefix("chat of up to 3 at once, slower the more are held"))
    }
  }

  // One agent, one chat at once, one round: a single server whose times in the system are
  // exponential at the rate μ − λ. 80 % of replies within 180 s of 60 s each need
  // μ − λ = ln 5 / 180: λ = 1/60 − 0.0089413… = 0.0077253… a second, 13.9056 a half-hour.
  private static let volume = 1800 * (1.0 / 60 - log(5) / 180)

  private func singleRound(
    immediate: Bool = false, hours: OpeningHours? = nil, promised: Double = 0.8
  ) -> Fixture {
    var fixture = Fixture()
    fixture.channel = .chat(concurrency: 1)
    fixture.handleTime = .seconds(60)
    fixture.staffing = QueueStaffing(
      conditions: WaitConditions(level: .init(Share(0.1), within: .seconds(600))),
      chat: ChatWork(
        messages: ChatMessages(
          rounds: 1, messagesPerRound: 1, thinkTime: .seconds(45), replyTime: .seconds(60)),
        replyTarget: ReplyPromise(
          share: Share(promised), within: .seconds(180), unit: .round, hours: hours),
        immediateAssignment: immediate))
    return fixture
  }

  @Test(
    "A reply rate of 80 % in 3 min, one agent and one round: 13.9 chats need one",
    arguments: [
      false, true,
    ])
  func replyRate(immediate: Bool) throws {
    let requirement = try singleRound(immediate: immediate).requirement { _ in ChatWorkTests.volume
    }
    // Behind a line the wait and the reply are added up in 64 steps.
    #expect(abs(requirement.positions[20].value - 1) < 1e-3)
    #expect(requirement.driver[20] == .replyRate)
    #expect(abs((requirement.replyRate[20]?.value ?? 0) - 0.8) < 1e-6)
    #expect(requirement.method.contains("80 % of rounds replied to within 3 min"))
    #expect(requirement.method.hasPrefix("every chat is given to an agent at once") == immediate)
  }

  @Test("Chats so long that not even one alone is replied to in time ask for what comes near it")
  func unreachableInAnInterval() throws {
    let fixture = singleRound()
    let scenario = try fixture.scenario()
    var forecast = fixture.forecast(scenario) { _ in 5 }
    let own = try parsed(forecast[Fixture.queueID])
    forecast = DemandForecast(
      grid: forecast.grid,
      queues: [
        QueueForecast(
          queue: own.queue, method: own.method, baseVolume: own.baseVolume, eventEffects: [],
          volume: own.volume, handleTime: own.volume.map { _ in .seconds(200) },
          dayFactorSpread: .zero)
      ])
    let requirement = try parsed(
      StaffingCalculator().requirement(of: scenario, for: forecast)[Fixture.queueID])
    // One chat alone, replied to in 200 s on average, is in time with 1 − e^(−180/200).
    let best = 1 - exp(-0.9)
    #expect(requirement.driver[20] == .replyRate)
    #expect(abs((requirement.replyRate[20]?.value ?? 0) - 0.99 * best) < 1e-4)
  }

  @Test("With chats assigned at once “answered within” is the first reply")
  func firstReply() throws {
    var fixture = singleRound(immediate: true)
    fixture.staffing?.conditions.level = .init(Share(0.8), within: .seconds(180))
    let messages = fixture.staffing?.chat?.messages
    fixture.staffing?.chat = ChatWork(messages: messages, immediateAssignment: true)
    let requirement = try fixture.requirement { _ in ChatWorkTests.volume }
    #expect(abs(requirement.positions[20].value - 1) < 1e-6)
    #expect(requirement.driver[20] == .serviceLevel)
    #expect(abs((requirement.serviceLevel[20]?.value ?? 0) - 0.8) < 1e-6)
    #expect(requirement.replyRate[20] == nil)
    #expect(requirement.method.contains("its answer is the first reply"))
  }

  @Test("Chats at once without messages: the work over concurrency and occupancy")
  func atOnce() throws {
    var fixture = Fixture()
    fixture.channel = .chat(concurrency: 4)
    fixture.maximumOccupancy = Share(0.8)
    fixture.staffing = QueueStaffing(chat: ChatWork(immediateAssignment: true))
    // 100 chats of 180 s in half an hour are 10 at any time.
    let requirement = try fixture.requirement { _ in 100 }
    #expect(abs(requirement.positions[20].value - 10 / 4 / 0.8) < 1e-9)
    #expect(requirement.driver[20] == .occupancy)
    #expect(abs(requirement.occupancy[20].value - 0.8) < 1e-9)
  }

  @Test("Chats at once: what no line reckons is not in the method")
  func methodAtOnce() throws {
    var fixture = Fixture()
    fixture.channel = .chat(concurrency: 4)
    fixture.patience = .seconds(60)
    fixture.staffing = QueueStaffing(
      model: .erlangA,
      conditions: WaitConditions(
        level: .init(Share(0.8), within: .seconds(30)), averageSpeedOfAnswer: .seconds(20),
        abandonment: .percent(5), waitPercentile: .init(.percent(95), within: .seconds(60))),
      redial: .percent(40), chat: ChatWork(immediateAssignment: true))
    #expect(
      try fixture.requirement { _ in 100 }.method
        == "every chat is given to an agent at once, occupancy at most 100 %")
  }

  // The loads are all different: 336 slots of 10 to 43.5 chats.
  @Test(
    "With more than 300 loads of chats by messages, loads rise by at most 2 %, and that is said")
  func roundedLoads() throws {
    var fixture = singleRound()
    fixture.staffing?.intervalMethod = .stationary
    let words = "; loads rounded up by at most 2 %"
    let start = try parsed(fixture.scenario().grid.slots.first?.startInstant)
    let many = try fixture.requirement { 10 + Double(($0.startInstant - start) / 1800) / 10 }
    #expect(many.method.hasSuffix(words))
    for slot in [3, 47, 200, 335] {
      let volume = 10 + Double(slot) / 10
      let exact = try fixture.requirement { _ in volume }
      let more = try fixture.requirement { _ in volume * 1.02 }
      #expect(!exact.method.contains(words))
      #expect(many.positions[slot].value >= exact.positions[slot].value * (1 - 1e-9))
      #expect(many.positions[slot].value <= more.positions[slot].value * (1 + 1e-9))
    }
    // One slot fewer than there may be loads.
    let few = try fixture.requirement {
      10 + Double(min(299, ($0.startInstant - start) / 1800)) / 10
    }
    #expect(!few.method.contains(words))
  }

  @Test("Outside the hours that count the replies ask for nobody")
  func hours() throws {
    let fixture = singleRound(hours: try .on(Weekday.allCases, "08:00", "23:00"))
    let requirement = try fixture.requirement { _ in ChatWorkTests.volume }
    // 15:00 and 03:00.
    #expect(requirement.driver[30] == .replyRate)
    #expect(requirement.driver[6] == .serviceLevel)
    #expect(requirement.positions[6] < requirement.positions[30])
    #expect(requirement.replyRate[6] == nil)
    #expect(requirement.method.contains("in the hours that count"))
  }

  @Test("Robots’ replies that count: with two of them a chat, people need 40 % for 80 % in all")
  func robotReplies() throws {
    // Half of what reaches the robot is handed over: 2 replies of it for each chat of people, who
    // must reply to 3 × 0.8 − 2 = 0.4 in time: μ − λ = −ln 0.6 / 180.
    let people = 1800 * (1.0 / 60 + log(0.6) / 180)
    var fixture = singleRound()
    fixture.staffing?.robot = QueueRobot(
      intents: [
        .init(
          id: Identifier("all"), share: .whole, containment: Share(0.3), handOver: Share(0.5))
      ], repliesPerContact: 1, repliesCount: true)
    let counted = try fixture.requirement { _ in 2 * people }
    #expect(abs(counted.volume[20].value - people) < 1e-9)
    #expect(abs(counted.positions[20].value - 1) < 1e-3)
    #expect(abs((counted.replyRate[20]?.value ?? 0) - 0.8) < 1e-6)
    #expect(counted.method.contains("the robot’s replies count: people reply to 40 %"))
    #expect(
      counted.method.contains("the robot in front settles 30 % of the contacts and hands over 50 %")
    )
    let intents = fixture.staffing?.robot?.intents ?? []
    fixture.staffing?.robot = QueueRobot(
      intents: intents, repliesPerContact: 1, repliesCount: false)
    let alone = try fixture.requirement { _ in 2 * people }
    #expect(alone.positions[20].value > 1.2)
    #expect(!alone.method.contains("replies count"))
  }

  @Test("A target that nobody reaches is said to be one: 96 % where a single chat has 95.0 %")
  func unreachable() throws {
    let requirement = try singleRound(promised: 0.96).requirement { _ in 10 }
    // 1 − e^−3 = 0.9502; 99 % of it is 0.9407.
    #expect(
      requirement.method.contains(
        "an agent with a single chat replies to 95 % in time: sized for 94.1 %"))
    #expect(abs((requirement.replyRate[20]?.value ?? 0) - 0.99 * (1 - exp(-3))) < 1e-6)
  }

  @Test("More chats at once than the target bears are named, with the most that it bears")
  func concurrency() throws {
    var fixture = Fixture()
    fixture.channel = .chat(concurrency: 12)
    fixture.handleTime = .minutes(12)
    fixture.target = .answered(share: Share(0.8), within: .seconds(60))
    func requirement(_ chats: Int, uncertain: Share? = nil) throws -> QueueRequirement {
      fixture.channel = .chat(concurrency: chats)
      fixture.staffing = QueueStaffing(
        conditions: WaitConditions(level: .init(Share(0.8), within: .seconds(60))),
        arrivalUncertainty: uncertain,
        chat: ChatWork(
          messages: ChatMessages(
            rounds: 6, messagesPerRound: 1, thinkTime: .seconds(75), replyTime: .seconds(20)),
          replyTarget: ReplyPromise(
            share: Share(0.9), within: .seconds(180), unit: .round, hours: nil)))
      return try fixture.requirement { _ in 60 }
    }
    let dialogue = try ChatDialogue(thinkTime: .seconds(75), replyTime: .seconds(20), rounds: 6)
    let most = try dialogue.largestConcurrency(
      meeting: ReplyTarget(Share(0.9), within: .seconds(180), per: .round))
    print("the most at once: \(most)")
    #expect((2..<12).contains(most))
    let many = try requirement(12)
    #expect(many.method.contains("12 chats at once are too many"))
    #expect(many.method.hasSuffix("the most is \(most)"))
    #expect(try !requirement(most).method.contains("too many"))
    // 60 chats of 6 × 20 s of writing in half an hour are 4 erlangs.
    #expect(many.positions[20].value > 4)
    #expect((many.replyRate[20]?.value ?? 0) >= 0.9 - 1e-9)
    let unsure = try requirement(12, uncertain: Share(0.2))
    #expect(unsure.positions[20] > many.positions[20])
    #expect((unsure.replyRate[20]?.value ?? 0) >= 0.9 - 1e-6)
  }

  @Test("Without a patience in the model nobody leaves the line, whatever the queue knows")
  func patience() throws {
    var fixture = Fixture()
    fixture.channel = .chat(concurrency: 2)
    fixture.patience = .seconds(20)
    func positions(_ model: RequirementModel) throws -> Double {
      fixture.staffing = QueueStaffing(
        model: model, conditions: WaitConditions(level: .init(Share(0.8), within: .seconds(60))),
        chat: ChatWork(handleTimes: [.seconds(120), .seconds(180)]))
      return try fixture.requirement { _ in 100 }.positions[20].value
    }
    #expect(try positions(.erlangC) != positions(.erlangA))
  }
}

extension Duration {
  fileprivate static func minutes(_ minutes: Int) -> Duration { .seconds(60 * minutes) }
}
