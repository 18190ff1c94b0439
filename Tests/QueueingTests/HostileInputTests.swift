import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("Any input at all has an answer that can be, or an error with a name")
struct HostileInputTests {
  static let rounds = 400

  /// Asks a queue everything that every queue is asked.
  private func ask(_ model: some ServiceModel, _ input: inout HostileInput, _ words: String) {
    let positions = input.positions()
    let time = input.time()
    let service = model.performance(with: positions, within: time)
    #expect(isSane(service), "\(words): \(positions) within \(time): \(service)")
    let waiting = model.shareWaiting(atMost: time, with: positions)
    #expect(isSane(waiting), "\(words): \(positions), \(time): \(waiting)")
    let share = input.share()
    if let wait = model.wait(notExceededBy: share, with: positions) {
      #expect(wait >= .zero, "\(words): \(share) of \(positions): \(wait)")
    }
    let conditions = input.conditions()
    if let required = try? model.positions(meeting: conditions) {
      let isEndless = model.offeredLoad.value > 1e12 || model.handleTime > .seconds(1e9)
      let value = required.positions.value
      #expect(value >= 0 && (value < .infinity || isEndless), "\(words): \(conditions): \(value)")
      #expect(!required.wholePositions.value.isNaN)
    }
    if let volume = try? model.largestVolume(
      with: positions, meeting: conditions, during: input.time())
    {
      #expect(volume.volume.value >= 0 && volume.load.value >= 0, "\(words): \(volume)")
    }
    if let longest = try? model.largestHandleTime(with: positions, meeting: conditions) {
      #expect(longest.factor >= 0 && longest.handleTime ?? .zero >= .zero, "\(words): \(longest)")
    }
    #expect(!model.offered(input.load()).offeredLoad.value.isNaN)
    let scaled = model.scalingHandleTime(by: input.number())
    #expect(isSane(scaled.performance(with: positions, within: time)), "\(words), scaled")
    let fuller = model.scalingVolume(by: input.number())
    #expect(isSane(fuller.performance(with: positions, within: time)), "\(words), more")
  }

  @Test("Erlang B, C and A")
  func erlang() {
    var input = HostileInput(seed: 71)
    for _ in 0..<Self.rounds {
      let load = input.load()
      let servers = input.positions()
      let loss = ErlangB(load: load)
      #expect(isSane(loss.blocking(with: servers)), "\(load), \(servers)")
      #expect(!loss.logBlocking(with: servers).isNaN, "\(load), \(servers)")
      #expect(loss.carriedLoad(with: servers).value >= 0, "\(load), \(servers)")
      let handle = input.time()
      let queue = ErlangC(load: load, handleTime: handle)
      ask(queue, &input, "Erlang C, \(load), \(handle)")
      #expect(isSane(queue.waitProbability(with: servers)))
      #expect(isSane(queue.occupancy(with: servers)))
      #expect(isSane(queue.serviceLevel(with: servers, within: input.time())))
      #expect(queue.meanQueue(with: servers).map { isSane($0.value) } ?? true)
      let conditions = input.conditions()
      if let whole = try? queue.wholePositions(meeting: conditions),
        let exact = try? queue.positions(meeting: conditions)
      {
        #expect(whole == exact.wholePositions, "\(load), \(handle), \(conditions)")
      }
      let patience = input.maybe { $0.time() }
      ask(
        ErlangA(load: load, handleTime: handle, patience: patience), &input,
        "Erlang A, \(load), \(handle), \(String(describing: patience))")
      let volume = ErlangA(
        volume: input.volume(), handleTime: handle, patience: patience, during: input.time())
      #expect(isSane(volume.performance(with: servers, within: .seconds(20))))
    }
  }

  @Test("Few places, redials, chats and uncertain rates")
  func related() throws {
    var input = HostileInput(seed: 72)
    for _ in 0..<Self.rounds / 10 {
      let waiting = ErlangA(
        load: input.load(), handleTime: input.time(), patience: input.maybe { $0.time() })
      let places = min(100_000, input.whole())
      ask(FiniteQueue(waiting, places: places), &input, "\(places) places, \(waiting)")
      let redials = RedialQueue(waiting, redialing: input.share())
      ask(redials, &input, "\(redials)")
      let comes = redials.redials(with: input.positions(), within: input.time())
      #expect(isSane(comes.perAttempt) && (comes.lostCustomers.map(isSane) ?? true), "\(redials)")
      let times = (0...input.index(below: 4)).map { _ in input.time() }
      guard let chats = try? ChatHandleTimes.longestUsable(times) else { continue }
      let desk = ChatQueue(
        volume: input.volume(), during: input.time(), handleTimes: chats,
        patience: input.maybe { $0.time() })
      ask(desk, &input, "\(desk)")
      let chat = desk.chatPerformance(with: input.positions(), within: input.time())
      #expect(isSane(chat.slotUtilisation) && chat.meanConcurrency >= 0, "\(desk)")
      _ = desk.largestConcurrency(
        meeting: input.conditions(), with: input.positions(), chatsTakingAtMost: input.time())
    }
  }

  @Test("An uncertain rate")
  func uncertain() {
    var input = HostileInput(seed: 73)
    for _ in 0..<40 {
      let load = Erlangs(min(50, input.number()))
      let queue = UncertainLoad(
        ErlangA(load: load, handleTime: input.time(), patience: input.time()),
        variation: input.number())
      let service = queue.performance(with: input.positions(), within: input.time())
      #expect(isSane(service), "\(queue): \(service)")
    }
  }

  @Test("Calls in and out, tiers, calls and chats")
  func teams() throws {
    var input = HostileInput(seed: 74)
    for _ in 0..<Self.rounds / 40 {
      let blend = BlendedQueue(
        volume: input.volume(), during: input.time(), handleTime: input.time(),
        patience: input.maybe { $0.time() })
      let done = blend.performance(
        with: input.positions(), reserve: input.positions(), within: input.time(),
        during: input.time())
      #expect(isSane(done.inbound) && isSane(done.outbound.value), "\(blend): \(done)")
      let conditions = input.conditions()
      let positions = input.positions()
      let time = input.time()
      for plan in [
        blend.smallestReserve(meeting: conditions, with: positions, during: time),
        blend.largestReserve(leaving: input.volume(), during: time, with: positions),
        try? blend.positions(meeting: conditions, and: input.volume(), during: time),
      ].compactMap(\.self) {
        #expect(isSane(plan.positions.value) && isSane(plan.reserve.value), "\(blend): \(plan)")
        #expect(isSane(plan.outbound.value), "\(blend): \(plan)")
      }
      let tiers = TieredQueue(
        loads: (0..<3).map { _ in Erlangs(min(100, input.number())) }, handleTime: input.time(),
        patience: input.maybe { $0.time() })
      for service in tiers.performance(with: positions, within: time) {
        #expect(isSane(service), "\(tiers) \(positions) within \(time): \(service)")
      }
      let asked = (0..<3).map { _ in input.conditions() }
      if let required = try? tiers.positions(meeting: asked) {
        #expect(required.positions.value >= 0, "\(tiers): \(required)")
      }
    }
  }

  @Test("One team for calls and chats")
  func voiceAndChat() throws {
    var input = HostileInput(seed: 75)
    var answered = 0
    for _ in 0..<25 {
      let times = (0...input.index(below: 3)).map { _ in input.time() }
      guard let chats = try? ChatHandleTimes.longestUsable(times) else { continue }
      var team = VoiceAndChatTeam(
        calls: input.volume(), callTime: input.time(), callPatience: input.maybe { $0.time() },
        chats: input.volume(), chatTimes: chats, chatPatience: input.maybe { $0.time() },
        heldChats: input.index(below: 2) == 0 ? .paused : .handedOver, during: input.time())
      team.mostCallStates = 6
      let positions = Positions(min(8, input.number()))
      guard
        let done = try? team.performance(
          with: positions, callsWithin: input.time(), chatsWithin: input.time())
      else { continue }
      answered += 1
      #expect(isSane(done.calls) && isSane(done.chats), "\(team) \(positions): \(done)")
      #expect(done.occupancy.map(isSane) ?? true)
      #expect(isSane(done.meanChats))
    }
    #expect(answered > 8)
  }

  @Test("Chats message by message, robots and reply hours")
  func replies() throws {
    var input = HostileInput(seed: 76)
    for _ in 0..<Self.rounds / 10 {
      if let dialogue = try? ChatDialogue(
        thinkTime: input.time(), replyTime: input.time(), rounds: input.number(),
        messagesPerRound: input.number())
      {
        let replies = dialogue.replies(holding: input.whole(), within: input.time())
        #expect(isSane(replies.roundsInTime) && isSane(replies.messagesInTime), "\(dialogue)")
        #expect(isSane(replies.occupancy) && isSane(replies.sessionsPerHour.value), "\(dialogue)")
        #expect(replies.firstResponse >= .zero && replies.sessionTime >= .zero, "\(dialogue)")
        let target = ReplyTarget(input.share(), within: input.time(), per: .message)
        _ = try? dialogue.largestConcurrency(meeting: target, upTo: input.whole())
        let desk = ChatDesk(
          volume: input.volume(), during: input.time(), dialogue: dialogue,
          concurrency: input.maybe { $0.whole() }.map { min(50, $0) },
          patience: input.maybe { $0.time() })
        let done = desk.performance(
          with: input.positions(), within: input.time(), per: .round, answerTime: input.time())
        #expect(isSane(done.line), "\(desk): \(done)")
        for share in [done.firstInTime, done.repliesInTime, done.replyOccupancy] {
          #expect(isSane(share), "\(desk): \(done)")
        }
        #expect(done.meanSessions >= 0, "\(desk)")
        if let positions = try? desk.positions(meeting: target) {
          #expect(isSane(positions.value), "\(desk): \(target)")
        }
      }
      let intents = (0..<2).compactMap { _ in
        try? ChatIntent(
          "any", volume: input.volume(), containment: input.share(),
          handOver: input.maybe { $0.share() }, bypass: input.share(),
          robotReplies: input.number())
      }
      let front = RobotFront(intents: intents, countsRobotReplies: input.index(below: 2) == 0)
      for volume in [front.volume, front.humanVolume, front.containedVolume, front.lostVolume] {
        #expect(volume.value >= 0, "\(front)")
      }
      let share = front.humanShare(for: input.share(), asked: input.volume())
      #expect(!share.value.isNaN && share.value >= 0, "\(front): \(share)")
      let hours = ReplyHours(from: input.time(), to: input.time())
      #expect(isSane(hours.share(of: input.time(), from: input.time())), "\(hours)")
      let count = ReplyCount(asked: input.volume(), inTime: input.volume())
      #expect(front.replies(with: count).rate.map(isSane) ?? true, "\(front): \(count)")
    }
  }
}
