import Foundation
import ScenarioFiles
import Scenarios
import Testing
import Units

/// Keys that mean something only together, or not at all beside each other; what is refused stands
/// among the broken scenarios.
@Suite("Keys beside each other")
struct CombinationTests {
  private static let patience = "    patience: 120 s\n"

  private func warnings(_ replacements: [(String, String)]) throws -> [String] {
    try read(starter(replacements)).warnings.map(\.message)
  }

  private func chat(_ keys: String) -> [(String, String)] {
    [
      (CombinationTests.patience, CombinationTests.patience + keys),
      ("channel: voice ", "concurrency: 3\n    channel: chat "),
      (
        "service: { answered: 80 %, within: 20 s }",
        "service: { answered: 80 %, within: 20 s, reply-rate: { share: 90 %, within: 3 min } }"
      ),
    ]
  }

  @Test("A patience of one segment is enough for Erlang A, and for a promise of abandonment")
  func patienceOfASegment() throws {
    let reading = try read(
      starter([
        (
          CombinationTests.patience,
          "    segments: { gold: { share: 10 %, patience: 60 s }, plain: { share: 90 % } }\n"
        ),
        ("within: 20 s }", "within: 20 s, abandonment: 5 % }"),
      ]))
    #expect(reading.scenario.queues.first?.staffing.model == .erlangA)
    #expect(reading.scenario.queues.first?.patience == nil)
    #expect(reading.warnings.isEmpty)
  }

  @Test("A vendor that is barred from all of its skills is told")
  func vendorThatMayTakeNothing() throws {
    func said(_ path: String, _ value: String) throws -> [String] {
      let override = ScenarioOverride(path: path, value: value)
      return try read(starter(), overrides: [override]).warnings.map(\.message)
    }
    #expect(
      try said("vendors.changsha.not-queues", "[hotline]") == [
        "the vendor may take nothing: all of its skills are barred"
      ])
    #expect(
      try said("policy.outsourced-share.hotline", "0 %") == [
        "the vendor may take nothing: the policy keeps all of its queues in house"
      ])
  }

  // By hand, one server, think time 30 s, 12 s a reply: cycles of 42, 30 + 12 (1 + 12/42) = 45.43 and
  // 30 + 12 (1 + 2 · 15.43/45.43) = 50.15 s. Six rounds: 252, 272.6 and 300.9 s.
  @Test("A chat of six rounds beside two others takes 301 s by its messages")
  func lengthOfAChat() {
    let messages = ChatMessages(
      rounds: 6, messagesPerRound: 1, thinkTime: .seconds(30), replyTime: .seconds(12))
    #expect(abs(messages.length(beside: 1).inSeconds - 252) < 1e-9)
    #expect(abs(messages.length(beside: 2).inSeconds - 6 * (30 + 12 * (1 + 12.0 / 42))) < 1e-9)
    #expect(abs(messages.length(beside: 3).inSeconds - 300.9) < 0.1)
    #expect(messages.writingTime == .seconds(72))
  }

  @Test("Messages that agree with the handle time are fine, others are warned of")
  func messagesAndHandleTime() throws {
    // The starter's handle time is 285 s; by these messages it is 251 s.
    let agreeing = "    messages: { rounds: 5, think-time: 30 s, reply-time: 12 s }\n"
    #expect(try warnings(chat(agreeing)).isEmpty)
    let long = "    messages: { rounds: 6, think-time: 75 s, reply-time: 12 s }\n"
    let said = try warnings(chat(long))
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix("by its messages a chat takes ") == true)
  }

  @Test("A promise to answer everybody in time is warned of, for what is planned is 99.99 %")
  func everybodyInTime() throws {
    #expect(
      try warnings([("answered: 80 %, within: 20 s", "answered: 100 %, within: 20 s")]) == [
        "no number of positions answers every contact in time, so 99.99 % is planned"
      ])
  }

  @Test("A pool that could save nothing is warned of")
  func poolThatSavesNothing() throws {
    let second = RequirementKeyTests.campaign + "\n# What makes it more"
    func warned(_ keys: String) throws -> [String] {
      try warnings([
        ("# What makes it more", second), ("skills: [hotline]", "skills: [hotline, interviews]"),
        (
          "# Who else could do it.",
          "pools: { desk: { queues: [hotline, interviews] } }\n# Who else could do it."
        ), (CombinationTests.patience, CombinationTests.patience + keys),
      ])
    }
    #expect(try warned("").isEmpty)
    #expect(
      try warned("    redial: 40 %\n") == [
        "the pool saves nothing: those who left hotline dial again, which is not reckoned in a pool"
      ])
    let keys = [
      "    languages: { zh: 50 %, en: 50 % }\n", "    arrival-uncertainty: 10 %\n",
      "    requirement: { method: finite-buffer, waiting-places: 9 }\n",
      "    segments: { a: { share: 50 % }, b: { share: 50 %, priority: 2 } }\n",
    ]
    for key in keys { #expect(try warned(key).count == 1, "\(key)") }
  }
}
