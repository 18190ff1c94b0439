import BusinessCalendar
import Foundation
import ScenarioFiles
import Scenarios
import Testing
import Units

@Suite("What a queue's requirement needs")
struct RequirementKeyTests {
  /// The starter's hotline with further keys under it.
  static func hotline(_ keys: String, _ others: [(String, String)] = []) throws -> Queue {
    let files = starter([("    patience: 120 s\n", "    patience: 120 s\n" + keys)] + others)
    return try #require(try read(files).scenario.queues.first)
  }

  /// The starter with the hotline as a chat of three at once.
  static func chat(_ keys: String, service: String = "answered: 80 %, within: 20 s") throws
    -> Queue
  {
    try hotline(
      keys,
      [
        ("channel: voice ", "concurrency: 3\n    channel: chat "),
        ("service: { answered: 80 %, within: 20 s }", "service: { \(service) }"),
      ])
  }

  @Test("A queue of which nothing is said is plain: Erlang A with a patience, Erlang C without")
  func plain() throws {
    let plain = try #require(try read(starter()).scenario.queues.first)
    let level = WaitConditions.Level(.percent(80), within: .seconds(20))
    #expect(
      plain.staffing == QueueStaffing(model: .erlangA, conditions: WaitConditions(level: level)))
    let patient = try #require(
      try read(starter([("    patience: 120 s\n", "")])).scenario.queues.first)
    #expect(patient.staffing.model == .erlangC)
    #expect(patient.staffing.intervalMethod == .offeredLoadMaximum)
  }

  @Test("Model, interval method, uncertainty, redials")
  func model() throws {
    let staffing = try RequirementKeyTests.hotline(
      """
          requirement: { method: finite-buffer, waiting-places: 40, interval: sipp }
          arrival-uncertainty: 12 %

      """
    ).staffing
    #expect(staffing.model == .finiteBuffer(waitingPlaces: 40))
    #expect(staffing.intervalMethod == .stationary)
    #expect(staffing.arrivalUncertainty == .percent(12))
    let redials = try RequirementKeyTests.hotline("    redial: 40 %\n").staffing
    #expect(redials.redial == .percent(40))
    #expect(redials.model == .erlangA)
  }

  @Test("Every condition of the service; a level is not needed where others are promised")
  func conditions() throws {
    let all = try RequirementKeyTests.hotline(
      "",
      [
        (
          "service: { answered: 80 %, within: 20 s }",
          """
          service:
                answered: 80 %
                within: 20 s
                definition: excluding-short-abandons
                average-speed-of-answer: 30 s
                abandonment: 5 %
                wait-percentile: { share: 95 %, within: 2 min }
          """
        )
      ])
    #expect(all.target == .answered(share: .percent(80), within: .seconds(20)))
    #expect(
      all.staffing.conditions
        == WaitConditions(
          level: .init(.percent(80), within: .seconds(20)), definition: .excludingShortAbandons,
          averageSpeedOfAnswer: .seconds(30), abandonment: .percent(5),
          waitPercentile: .init(.percent(95), within: .seconds(120))))
    let mean = try RequirementKeyTests.hotline(
      "",
      [("service: { answered: 80 %, within: 20 s }", "service: { average-speed-of-answer: 20 s }")])
    #expect(mean.target == .answered(share: .zero, within: .zero))
    #expect(mean.staffing.conditions == WaitConditions(averageSpeedOfAnswer: .seconds(20)))
  }

  @Test("Chats: messages, a reply target in its hours, assignment; handle times by chats held")
  func chats() throws {
    let queue = try RequirementKeyTests.chat(
      """
          messages: { rounds: 6, think-time: 30 s, reply-time: 12 s }
          immediate-assignment: yes

      """,
      service:
        "reply-rate: { share: 90 %, within: 3 min, per: message, hours: \"09:00-21:00\" }")
    let chat = try #require(queue.staffing.chat)
    #expect(chat.handleTimes.isEmpty)
    #expect(
      chat.messages
        == ChatMessages(
          rounds: 6, messagesPerRound: 1, thinkTime: .seconds(30), replyTime: .seconds(12)))
    #expect(chat.immediateAssignment)
    let times = try RequirementKeyTests.chat(
      "    handle-time-by-chats: [200 s, 230 s, 285 s]\n")
    #expect(times.staffing.chat?.handleTimes == [.seconds(200), .seconds(230), .seconds(285)])
    let target = try #require(chat.replyTarget)
    #expect(target.unit == .message)
    #expect(target.within == .seconds(180))
    let monday = try #require(LocalDate(iso: "2026-10-12"))
    let nine = try #require(LocalTime("09:00"))
    let eight = try #require(LocalTime("08:00"))
    #expect(target.hours?.isOpen(on: monday, at: nine) == true)
    #expect(target.hours?.isOpen(on: monday, at: eight) == false)
  }

  @Test("A robot hands over what it neither settles nor loses")
  func robot() throws {
    let staffing = try RequirementKeyTests.hotline(
      """
          robot:
            intents:
              delivery: { share: 60 %, containment: 70 %, hand-over: 20 % }
              refund: { share: 40 %, containment: 10 %, hand-over: 90 % }
            replies-per-contact: 4
            replies-count: no

      """
    ).staffing
    let robot = try #require(staffing.robot)
    #expect(robot.intents.map(\.id.rawValue) == ["delivery", "refund"])
    // 0.6 × 0.2 + 0.4 × 0.9
    #expect(abs(robot.handOver.value - 0.48) < 1e-12)
    #expect(!robot.repliesCount)
    #expect(robot.repliesPerContact == 4)
  }

  @Test("Segments share the contacts by customers × contacts of each")
  func segments() throws {
    let queue = try RequirementKeyTests.hotline(
      """
          notices:
            delayed:
              deflects: 20 %
              price: 0.045 per notice
              recipients: 120000
              from: 2026-11-12T08:00
              to: 2026-11-19T00:00
          segments:
            gold:
              share: 10 %
              contact-rate: 300 %
              patience: 60 s
              lost-contact-price: 400.00
              notice: delayed
            plain: { share: 90 %, priority: 2 }
          languages: { zh: 70 %, en: 30 % }

      """)
    let staffing = queue.staffing
    let gold = try #require(staffing.segments.first)
    #expect(gold.lostContactPrice == Money(minorUnits: 40_000))
    #expect(gold.patience == .seconds(60))
    #expect(gold.notice == staffing.notices.first?.id)
    #expect(staffing.segments.map(\.priority) == [1, 2])
    #expect(staffing.segments.last?.lostContactPrice == queue.lostContactPrice)
    // 0.1 × 3 against 0.9 × 1
    #expect(staffing.segmentVolumes.map { ($0.value * 100).rounded() } == [25, 75])
    #expect(
      staffing.languages == [
        LanguageShare("zh", share: .percent(70)), LanguageShare("en", share: .percent(30)),
      ])
    let notice = try #require(staffing.notices.first)
    #expect(notice.price.minorUnitsPerUnit == Rational(9, over: 2))
    let start = try #require(LocalDateTime("2026-11-12T08:00"))
    #expect(notice.isEffective(at: start))
    #expect(!notice.isEffective(at: start.adding(minutes: -1)))
  }

  /// The starter's queue with a second one of calls that are placed.
  static let campaign = """
      interviews:
        channel: outbound
        opening-hours: { monday-friday: "09:30-20:00" }
        service: { done-within: 30 days }
        handle-time: 7 min
        lost-contact-price: 0.00
        volume:
          campaign:
            list-size: 2500
            wanted: 400
            from: 2026-10-12
            by: 2026-10-30
            attempts: 5
            reach-rate: { by-hour: 35 %, by-attempt: [100 %, 80 %, 60 %] }
            success-rate: { by-hour: 28 % }
            worth: 25.00
            delivery: { lag: 7 days, kept: 40 %, known-after: 30 days }

    """

  static let complaints = """
      complaints:
        channel: deferred
        opening-hours: "09:00-18:00"
        service: { done-within: 2 days }
        handle-time: 15 min
        lost-contact-price: 30.00
        volume:
          history: { file: history.csv, queue: hotline, interval: 30 min }

    """

  @Test("A campaign, and contacts that come back elsewhere")
  func campaigns() throws {
    let scenario = try read(
      starter([
        (
          "# What makes it more",
          RequirementKeyTests.campaign + RequirementKeyTests.complaints + "\n# What makes it more"
        ),
        (
          "    patience: 120 s\n",
          "    patience: 120 s\n    escalates-to: { complaints: { of-failed: 30 %, of-handled: 2 %, "
            + "after: 10 min } }\n"
        ),
        ("skills: [hotline]", "skills: [hotline, interviews, complaints]"),
      ])
    ).scenario
    let outbound = try #require(scenario.queue(Queue.ID("interviews")))
    guard case .campaign(let campaign) = outbound.demand else {
      Issue.record("it is no campaign")
      return
    }
    #expect(campaign.listSize == 2500)
    #expect(campaign.mostAttempts == 5)
    #expect(campaign.retryAfter == .seconds(86_400))
    // 35 % × 80 %, and 35 % × 60 % from the third attempt on.
    #expect(abs(campaign.reach.rate(hour: 10, attempt: 2).value - 0.28) < 1e-12)
    #expect(abs(campaign.reach.rate(hour: 23, attempt: 5).value - 0.21) < 1e-12)
    #expect(campaign.reach.rate(hour: 24, attempt: 1) == .zero)
    #expect(campaign.delivery?.knownAfter == .seconds(30 * 86_400))
    let back = try #require(scenario.queues.first?.staffing.escalations.first)
    #expect(back.queue == Queue.ID("complaints"))
    #expect(back.ofFailed == .percent(30))
    #expect(back.delay == .seconds(600))
  }

  @Test("A pool of calls and chats, and roles by span of control")
  func pools() throws {
    let scenario = try read(
      starter([
        ("# What makes it more", RequirementKeyTests.campaign + "\n# What makes it more"),
        ("skills: [hotline]", "skills: [hotline, interviews]"),
        (
          "# Who else could do it.",
          """
          pools:
            desk: { name: Desk, queues: [hotline, interviews], reserve: 2 }
          support-roles:
            leader: { name: Team leader, span: 1 per 12, wage: 8200 per month, employer-on-cost: 32 % }
            quality: { span: 6 per 10, groups: [wuhan-hotline], wage: 40.00 per hour, employer-on-cost: 32 % }
          """
        ),
      ])
    ).scenario
    let pool = try #require(scenario.pools.first)
    #expect(pool.queues == [Queue.ID("hotline"), Queue.ID("interviews")])
    #expect(pool.reserve == Positions(2))
    #expect(scenario.pool(of: Queue.ID("hotline")) == pool)
    #expect(scenario.supportRoles.map(\.span.people) == [1, 6])
    #expect(scenario.supportRoles.first?.groups == [StaffGroup.ID("wuhan-hotline")])
    #expect(scenario.supportRoles.last?.span.heads(for: Headcount(25)) == Headcount(15))
  }

  @Test("A scenario reads back what it wrote, and one that was kept before has plain queues")
  func coding() throws {
    let queue = try RequirementKeyTests.hotline("    redial: 40 %\n")
    let data = try JSONEncoder().encode(queue)
    #expect(try JSONDecoder().decode(Queue.self, from: data) == queue)
    var object = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    object["staffing"] = nil
    let old = try JSONDecoder().decode(
      Queue.self, from: JSONSerialization.data(withJSONObject: object))
    #expect(old.staffing.redial == .zero)
    #expect(old.staffing.model == .erlangA)
    #expect(old.staffing.conditions == queue.staffing.conditions)
    let scenario = try read(starter()).scenario
    let kept = try JSONEncoder().encode(scenario)
    #expect(try JSONDecoder().decode(Scenario.self, from: kept) == scenario)
  }
}
