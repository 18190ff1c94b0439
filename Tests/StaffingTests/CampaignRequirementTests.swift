import BusinessCalendar
import Foundation
import Scenarios
import Staffing
import Testing
import Units

@Suite("Campaigns")
struct CampaignRequirementTests {
  /// 1,000 customers, half of whom are reached on an attempt, two fifths of these complete.
  private struct Calls {
    var wanted = 100
    var from = "2026-08-03"
    var by = "2026-08-03"
    var attempts = 1
    var retry = Duration.seconds(3600)
    var delivery: Campaign.Delivery?

    func requirement() throws -> QueueRequirement {
      var network = QueueNetwork()
      network.base.handleTime = .seconds(360)
      let campaign = Campaign(
        listSize: 1000, wanted: wanted, from: try .parsed(from), by: try .parsed(by),
        mostAttempts: attempts, retryAfter: retry,
        reach: .init(byHour: Array(repeating: Share(0.5), count: 24)),
        success: .init(byHour: Array(repeating: Share(0.4), count: 24)),
        unreachedTime: .seconds(60), worth: Money(minorUnits: 2500), delivery: delivery)
      network.queues = [
        network.queue(
          "survey", channel: .outbound,
          openingHours: try .on(Weekday.allCases, "09:00", "17:00"), demand: .campaign(campaign))
      ]
      return try parsed(try network.requirement { _, _ in 0 }.queues.first)
    }
  }

  @Test(
    "100 completes are 500 attempts and 250 calls: 29.17 hours, the same at any time of the day")
  func plain() throws {
    let requirement = try Calls().requirement()
    let outcome = try parsed(requirement.detail.campaign)
    #expect(outcome.isReached)
    #expect(abs(outcome.attempts.value - 500) < 1e-6)
    #expect(abs(outcome.reached.value - 250) < 1e-6)
    #expect(abs(outcome.completes.value - 100) < 1e-6)
    #expect(abs(outcome.talkTime.hours - 105_000.0 / 3600) < 0.01)
    #expect(outcome.most == ContactVolume(200))
    #expect(outcome.hours.map(\.hour) == Array(9..<17))
    #expect(outcome.worth == Money(minorUnits: 250_000))
    #expect(outcome.worthOfLead?.approximateMinorUnits == 250)
    for slot in 18..<34 {
      #expect(abs(requirement.positions[slot].value - 105_000.0 / 28_800) < 1e-6)
      #expect(abs(requirement.volume[slot].value - 31.25) < 1e-6)
    }
    #expect(requirement.positions[17] == .zero)
    #expect(requirement.positions[48 + 20] == .zero)
    #expect(requirement.driver[20] == .workload)
    #expect(requirement.method.contains("500 attempts reach 250 customers and bring 100 completes"))
  }

  @Test("350 completes of 1,000 customers: 200 can be had, a list of 1,750 or 3 attempts would do")
  func unreachable() throws {
    var calls = Calls()
    calls.wanted = 350
    let requirement = try calls.requirement()
    let outcome = try parsed(requirement.detail.campaign)
    #expect(!outcome.isReached)
    #expect(abs(outcome.most.value - 200) < 1e-9)
    #expect(abs(outcome.completes.value - 190) < 1e-6)
    #expect(outcome.remedies == [.listSize(1750), .attempts(3)])
    #expect(requirement.method.contains("no number of people has more than 200"))
    #expect(requirement.method.contains("enough would be a list of 1750 or 3 attempts a customer"))
  }

  @Test("A second attempt is made on those whom the first did not reach")
  func byAttempt() throws {
    var calls = Calls()
    calls.attempts = 2
    calls.wanted = 300
    let outcome = try parsed(try calls.requirement().detail.campaign)
    // All 1,000 once: 500 are reached, 200 complete. 500 again: 250 are reached, 100 complete.
    #expect(outcome.byAttempt.map(\.number) == [1, 2])
    for (attempt, expected) in zip(outcome.byAttempt, [(1000.0, 500.0, 200.0), (500, 250, 100)]) {
      #expect(abs(attempt.attempts.value - expected.0) < 1e-6)
      #expect(abs(attempt.reached.value - expected.1) < 1e-6)
      #expect(abs(attempt.completes.value - expected.2) < 1e-6)
    }
    let data = try JSONEncoder().encode(outcome)
    #expect(try JSONDecoder().decode(CampaignOutcome.self, from: data) == outcome)
    var object = try parsed(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    object["byAttempt"] = nil
    let old = try JSONDecoder().decode(
      CampaignOutcome.self, from: JSONSerialization.data(withJSONObject: object))
    #expect(old.byAttempt.isEmpty)
    #expect(old.hours == outcome.hours)
  }

  @Test("Three attempts a day apart need two days more")
  func laterDate() throws {
    var calls = Calls()
    calls.wanted = 350
    calls.attempts = 3
    calls.retry = .seconds(86_400)
    let outcome = try parsed(try calls.requirement().detail.campaign)
    #expect(outcome.remedies == [.listSize(1750), .lastDay(try .parsed("2026-08-05"))])
  }

  @Test("What is known two hours after the first sale comes too late for 25 of them, 5 wrong ones")
  func delivery() throws {
    var calls = Calls()
    calls.delivery = .init(lag: .seconds(4 * 3600), kept: Share(0.8), knownAfter: .seconds(7200))
    let outcome = try parsed(try calls.requirement().detail.campaign)
    let delivery = try parsed(outcome.delivery)
    #expect(abs(delivery.kept.value - 80) < 1e-6)
    #expect(abs(delivery.refused.value - 20) < 1e-6)
    #expect(abs(delivery.soldBeforeKnown.value - 25) < 1e-6)
    #expect(abs(delivery.refusedBeforeKnown.value - 5) < 1e-6)
    // Eight of sixteen half hours are sold four hours before the end.
    #expect(abs(delivery.keptByLastDay.value - 40) < 1e-6)
    #expect(outcome.worth == Money(minorUnits: 200_000))
  }

  @Test("The days before the horizon do their part of the work")
  func beforeTheHorizon() throws {
    var calls = Calls()
    calls.from = "2026-08-02"
    let requirement = try calls.requirement()
    #expect(abs(requirement.volume.total().value - 250) < 1e-6)
    #expect(abs(try parsed(requirement.detail.campaign).attempts.value - 500) < 1e-6)
  }

  @Test("In a pool the calls fill the hours in which the others need the fewest")
  func inAPool() throws {
    var network = QueueNetwork()
    network.base.handleTime = .seconds(360)
    let campaign = Campaign(
      listSize: 1000, wanted: 100, from: try .parsed("2026-08-03"), by: try .parsed("2026-08-03"),
      mostAttempts: 1, retryAfter: .seconds(3600),
      reach: .init(byHour: Array(repeating: Share(0.5), count: 24)),
      success: .init(byHour: Array(repeating: Share(0.4), count: 24)),
      unreachedTime: .seconds(60), worth: nil, delivery: nil)
    let hours = try OpeningHours.on(Weekday.allCases, "09:00", "17:00")
    network.queues = [
      network.queue(
        "calls", channel: .voice, openingHours: hours,
        target: .answered(share: .percent(80), within: .seconds(20))),
      network.queue("survey", channel: .outbound, openingHours: hours, demand: .campaign(campaign)),
    ]
    network.pools = [
      QueuePool(
        id: QueuePool.ID("desk"), name: "Desk", queues: network.queues.map(\.id), order: .shared,
        reserve: .zero)
    ]
    // 200 calls a half hour until 13:00, 25 afterwards: 40 and 5 erlangs.
    let requirement = try network.requirement { queue, slot in
      queue == "calls" ? (slot.start.hour < 13 ? 200 : 25) : 0
    }
    let survey = requirement.queues[1]
    let morning = survey.volume[18..<26].map(\.value).reduce(0, +)
    #expect(morning < 1e-6)
    // All 500 attempts, 29.17 hours, in the four hours of the afternoon.
    let afternoon = survey.volume[26..<34].map(\.value).reduce(0, +)
    #expect(abs(afternoon - 500) < 0.01)
    let load = survey.load[26..<34].map(\.value).reduce(0, +)
    #expect(abs(load / 2 - 105_000.0 / 3600) < 0.01)
    #expect(try parsed(survey.detail.campaign).isReached)
  }
}
