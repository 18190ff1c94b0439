import Queueing
import Staffing
import Testing
import Units

/// The Erlang calculator: one question, both ways.
@Suite("Erlang calculator")
struct CalculatorTests {
  /// 100 contacts of 3 minutes in half an hour: 10 erlangs.
  private func question(
    patience: Duration? = nil, conditions: ServiceConditions = .eightyTwenty
  ) -> StaffingQuestion {
    StaffingQuestion(
      volume: ContactVolume(100), during: .seconds(1800), handleTime: .seconds(180),
      patience: patience, conditions: conditions, shrinkage: Share(0.3))
  }

  @Test("Ten erlangs at 80/20 take 14 positions, by Erlang C's tables")
  func tables() throws {
    let answer = try question().answer()
    #expect(answer.model == .erlangC)
    #expect(answer.question.load == Erlangs(10))
    #expect(answer.performance.positions == Positions(14))
    let level = try #require(answer.performance.serviceLevels.offered?.value)
    let fewer = try #require(answer.withOneFewer?.serviceLevels.offered?.value)
    #expect(level >= 0.8)
    #expect(fewer < 0.8)
    #expect(answer.meetsConditions)
  }

  @Test("Heads to schedule are positions over the time that shrinkage leaves")
  func gross() throws {
    let heads = try #require(try question().answer().grossHeads?.value)
    #expect(abs(heads - 14 / 0.7) < 1e-9)
  }

  @Test("Each condition says what it alone would ask for, and the largest decides")
  func needs() throws {
    var conditions = ServiceConditions.eightyTwenty
    conditions.maximumOccupancy = Share(0.5)
    let answer = try question(conditions: conditions).answer()
    #expect(answer.needs.map(\.condition) == [.serviceLevel, .occupancy])
    #expect(answer.needs.map(\.positions.value).max() == answer.required?.positions.value)
    #expect(answer.required?.binding == .occupancy)
    #expect(answer.performance.positions == Positions(20))
  }

  @Test("Patience makes it Erlang A, which needs no more positions")
  func patience() throws {
    let answer = try question(patience: .seconds(120)).answer()
    let without = try question().answer()
    #expect(answer.model == .erlangA)
    let positions = try #require(answer.required?.positions)
    let withoutPatience = try #require(without.required?.positions)
    #expect(positions <= withoutPatience)
    #expect(answer.performance.abandonment > .zero)
  }

  @Test("Given positions bear at most the volume that asks for exactly them")
  func turnedRound() throws {
    let answer = try question().answer(with: Positions(20))
    #expect(answer.required == nil)
    #expect(answer.meetsConditions)
    let most = try #require(answer.largestVolume)
    var full = question()
    full.volume = most.volume
    let required = try #require(try full.answer().required?.positions.value)
    #expect(abs(required - 20) < 1e-4)
    let longest = try #require(answer.largestHandleTime?.handleTime)
    var slow = question()
    slow.handleTime = longest
    let slower = try #require(try slow.answer().required?.positions.value)
    #expect(abs(slower - 20) < 1e-4)
  }

  @Test("Too few positions are said not to meet what was asked")
  func tooFew() throws {
    let answer = try question().answer(with: Positions(11))
    #expect(!answer.meetsConditions)
  }

  @Test("The table runs three positions either way, and not below none")
  func around() throws {
    let rows = try question().performances(around: Positions(14))
    #expect(rows.map(\.positions.value) == [11, 12, 13, 14, 15, 16, 17])
    let few = try question().performances(around: Positions(1))
    #expect(few.map(\.positions.value) == [0, 1, 2, 3, 4])
  }

  @Test("Chats at once are sensible as long as one takes no longer than it may")
  func sensibleConcurrency() throws {
    // 0.02 chats an hour: an agent who may hold two or three holds one, which takes 300 s.
    var calm = question()
    calm.volume = ContactVolume(0.01)
    calm.chatHandleTimes = [.seconds(300), .seconds(400), .seconds(600)]
    calm.longestChat = .seconds(301)
    #expect(try calm.answer().largestConcurrency?.chats == 3)
    calm.longestChat = .seconds(299)
    #expect(try calm.answer().largestConcurrency?.chats == 0)
    // A busy desk: agents are full most of the time, so of chats of 300, 400 and 600 s with
    // one, two and three at once, a limit of 420 s allows two.
    var busy = calm
    busy.volume = ContactVolume(600)
    busy.longestChat = .seconds(420)
    let two = try #require(try busy.answer().largestConcurrency)
    #expect(two.chats == 2)
    let positions = try #require(two.positions)
    let time = try #require(two.meanChat)
    #expect(time > .seconds(350) && time <= .seconds(400))
    // With those positions given, two keep all promises; three may, for agents are then less full.
    let given = try #require(try busy.answer(with: positions).largestConcurrency)
    #expect(given.chats >= 2 && given.positions == positions)
    #expect(try #require(given.meanChat) <= .seconds(420))
    busy.longestChat = nil
    #expect(try busy.answer().largestConcurrency == nil)
    var voice = question()
    voice.longestChat = .seconds(300)
    #expect(throws: StaffingQuestionError.longestChatWithoutChats) { try voice.answer() }
  }

  @Test("What no model has together is refused in words")
  func refusals() {
    var redials = question()
    redials.redialing = Share(0.5)
    #expect(throws: StaffingQuestionError.redialsWithoutPatience) { try redials.answer() }
    var nobodyLeaves = question()
    nobodyLeaves.conditions.abandonment = Share(0.05)
    #expect(throws: StaffingQuestionError.abandonmentWithoutPatience) { try nobodyLeaves.answer() }
    nobodyLeaves.patience = .seconds(60)
    #expect(throws: Never.self) { try nobodyLeaves.answer() }
    #expect(throws: Never.self) { try nobodyLeaves.plain.answer() }
    var everybodyWaits = question()
    everybodyWaits.conditions.blocking = Share(0.05)
    #expect(throws: StaffingQuestionError.blockingWithoutPlaces) { try everybodyWaits.answer() }
    everybodyWaits.waitingPlaces = 5
    #expect(throws: Never.self) { try everybodyWaits.answer() }
    var chats = question()
    chats.chatHandleTimes = [.seconds(300), .seconds(360)]
    chats.waitingPlaces = 5
    #expect(throws: StaffingQuestionError.self) { try chats.answer() }
    var huge = question()
    huge.volume = ContactVolume(1e9)
    #expect(throws: StaffingQuestionError.tooLarge(1e8)) { try huge.answer() }
    var everybody = question()
    everybody.conditions.serviceLevel = .whole
    #expect(throws: StaffingQuestionError.self) { try everybody.answer() }
  }
}

extension ServiceConditions {
  fileprivate static var eightyTwenty: ServiceConditions {
    ServiceConditions(serviceLevel: Share(0.8), within: .seconds(20))
  }
}
