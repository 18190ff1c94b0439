import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("A chat as it is worked, message by message")
struct ChatDialogueTests {
  static func dialogue(
    think: Double = 60, reply: Double = 20, rounds: Double = 8, messages: Double = 1
  ) throws -> ChatDialogue {
    try ChatDialogue(
      thinkTime: .seconds(think), replyTime: .seconds(reply), rounds: rounds,
      messagesPerRound: messages)
  }

  @Test("An agent with one session replies as fast as he writes")
  func alone() throws {
    let replies = try ChatDialogueTests.dialogue().replies(holding: 1, within: .seconds(60))
    #expect(replies.firstResponse == .seconds(20))
    // 1 − e^(−60/20).
    #expect(abs(replies.roundsInTime.value - 0.950_212_931_632_136) < 1e-12)
    #expect(replies.messagesInTime == replies.roundsInTime)
    // 8 replies of 20 s, 7 thoughts of 60 s.
    #expect(abs(replies.sessionTime.inSeconds - 580) < 1e-9)
    #expect(abs(replies.occupancy.value - 160.0 / 580) < 1e-12)
  }

  @Test("Two machines and one repairer, by hand")
  func twoMachines() throws {
    // b = 60 (1 − 1/4)/15 = 3. Two sessions: P(nobody writes) = B(2, 3) = 9/17.
    let dialogue = try ChatDialogueTests.dialogue(think: 60, reply: 15, rounds: 4)
    let replies = dialogue.replies(holding: 2, within: .seconds(30))
    #expect(abs(replies.occupancy.value - 8.0 / 17) < 1e-12)
    // Who writes finds the other one with the agent for 1/4 of the time: 15 s more.
    #expect(abs(replies.messageResponse.inSeconds - (15 + 15.0 / 4)) < 1e-12)
    // 3/4 (1 − e⁻²) + 1/4 (1 − 3 e⁻²) = 1 − 3/2 e⁻².
    #expect(abs(replies.messagesInTime.value - 0.796_997_075_145_081) < 1e-12)
    #expect(abs(dialogue.saturation - 4) < 1e-12)
  }

  @Test("Several messages in a round: the first reply comes before that to each message")
  func messages() throws {
    // One session, rounds of 3 messages of 10 s: each message's own reply is exponential, mean 30.
    let dialogue = try ChatDialogueTests.dialogue(reply: 10, messages: 3)
    let replies = dialogue.replies(holding: 1, within: .seconds(30))
    #expect(abs(replies.roundsInTime.value - 0.950_212_931_632_136) < 1e-12)
    #expect(abs(replies.messagesInTime.value - 0.632_120_558_828_558) < 1e-12)
    // The sums that go upwards (2 or more messages) and downwards (fewer) meet.
    let (above, below) = (
      try ChatDialogueTests.dialogue(messages: 2 + 1e-9),
      try ChatDialogueTests.dialogue(messages: 2 - 1e-9)
    )
    for sessions in [1, 4, 12, 40] {
      let first = above.replies(holding: sessions, within: .seconds(180)).roundsInTime.value
      let second = below.replies(holding: sessions, within: .seconds(180)).roundsInTime.value
      #expect(abs(first - second) < 1e-8)
    }
  }

  @Test("Every session more makes each reply later and the agent no slower")
  func monotone() throws {
    for messages in [1, 1.4, 2, 3.5] {
      let dialogue = try ChatDialogueTests.dialogue(messages: messages)
      var last = dialogue.replies(holding: 1, within: .seconds(180))
      for sessions in 2...40 {
        let next = dialogue.replies(holding: sessions, within: .seconds(180))
        #expect(next.roundsInTime <= last.roundsInTime)
        #expect(next.messagesInTime <= last.messagesInTime)
        // Beyond that all are as late as numbers can tell.
        if last.messagesInTime.value > 1e-12 {
          #expect(next.roundsInTime < last.roundsInTime)
          #expect(next.messagesInTime < last.messagesInTime)
        }
        #expect(next.messageResponse > last.messageResponse)
        #expect(next.sessionsPerHour >= last.sessionsPerHour)
        #expect(next.roundsInTime >= next.messagesInTime)
        last = next
      }
    }
    let times = try ChatDialogueTests.dialogue().handleTimes(upTo: 40)
    #expect(times.concurrency == 40)
    #expect(abs(times.times[0].inSeconds - 580) < 1e-9)
  }

  @Test("The largest sensible concurrency meets the target, and one session more does not")
  func concurrency() throws {
    // Short replies and slow customers, as in a shop: ten sessions at once and more.
    let dialogue = try ChatDialogueTests.dialogue(think: 90, reply: 12, rounds: 9)
    for (share, unit) in [(0.8, ReplyUnit.round), (0.9, .message), (0.97, .round)] {
      let target = ReplyTarget(Share(share), within: .seconds(180), per: unit)
      let most = try dialogue.largestConcurrency(meeting: target)
      #expect(most >= 10)
      func level(_ sessions: Int) -> Share {
        dialogue.replies(holding: sessions, within: .seconds(180)).inTime(per: unit)
      }
      #expect(level(most) >= target.share)
      #expect(level(most + 1) < target.share)
    }
    let hopeless = ReplyTarget(Share(0.99), within: .seconds(12), per: .round)
    #expect(throws: UnreachableReplies.self) {
      try dialogue.largestConcurrency(meeting: hopeless)
    }
    let easy = ReplyTarget(.zero, within: .zero, per: .round)
    #expect(try dialogue.largestConcurrency(meeting: easy, upTo: 25) == 25)
  }

  @Test("A dialogue that cannot be is refused; extreme ones have an answer")
  func odd() throws {
    #expect(throws: InvalidDialogue.replyTime(.zero)) {
      try ChatDialogueTests.dialogue(reply: 0)
    }
    #expect(throws: InvalidDialogue.thinkTime(.seconds(-1))) {
      try ChatDialogueTests.dialogue(think: -1)
    }
    #expect(throws: InvalidDialogue.rounds(0.5)) { try ChatDialogueTests.dialogue(rounds: 0.5) }
    #expect(throws: InvalidDialogue.self) { try ChatDialogueTests.dialogue(messages: .nan) }
    for think in [0, 1e-9, 1e9] {
      for rounds in [1, 1e6] {
        let dialogue = try ChatDialogueTests.dialogue(think: think, rounds: rounds)
        for sessions in [-3, 1, 700, Int.max] {
          for window in [-1.0, 0, 180, 1e9] {
            let replies = dialogue.replies(holding: sessions, within: .seconds(window))
            #expect(replies.roundsInTime.value >= 0 && replies.roundsInTime.value <= 1)
            #expect(replies.occupancy.value >= 0 && replies.occupancy.value <= 1)
          }
        }
      }
    }
  }

  @Test(
    "A simulation of an agent who always holds k sessions agrees, whatever the thinking times",
    arguments: [
      (1, 1.0, false), (4, 1, true), (6, 2.5, false), (12, 1.3, true), (12, 1, false),
    ])
  func closed(sessions: Int, messages: Double, fixed: Bool) throws {
    let dialogue = try ChatDialogueTests.dialogue(rounds: 6, messages: messages)
    let record = DialogueRun(
      agents: 8, rate: nil, concurrency: sessions,
      thinkTime: fixed ? .fixed(60) : .gamma(shape: 0.5, mean: 60), replyTime: 20, rounds: 6,
      hasFixedRounds: fixed, messagesPerRound: messages, window: 120
    ).run(seed: 31 &+ UInt64(sessions), batch: 15_000)
    let replies = dialogue.replies(holding: sessions, within: .seconds(120))
    #expect(record.roundsInTime.estimate().agrees(with: replies.roundsInTime.value))
    #expect(record.messagesInTime.estimate().agrees(with: replies.messagesInTime.value))
    #expect(record.roundResponse.estimate().agrees(with: replies.roundResponse.inSeconds))
    #expect(record.messageResponse.estimate().agrees(with: replies.messageResponse.inSeconds))
    #expect(record.firstInTime.estimate().agrees(with: replies.roundsInTime.value))
    #expect(record.firstResponse.estimate().agrees(with: replies.firstResponse.inSeconds))
    #expect(record.sessionTime.estimate().agrees(with: replies.sessionTime.inSeconds))
    #expect(record.occupancy.estimate().agrees(with: replies.occupancy.value, slack: 1e-3))
  }
}
