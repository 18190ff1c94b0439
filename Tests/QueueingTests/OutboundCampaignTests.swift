import Foundation
import QueueSimulation
import Testing
import Units

@testable import Queueing

@Suite("Outbound campaigns")
struct OutboundCampaignTests {
  private static let hour = Duration.seconds(3600)

  private static func slot(_ start: Double, _ reach: [Double], _ success: Double) -> DialSlot {
    DialSlot(
      start: .seconds(start * 3600), length: hour, reach: reach.map { Share($0) },
      success: [Share(success)])
  }

  private static func campaign(
    _ slots: [DialSlot], attempts: Int = 1, retryAfter: Duration = .zero, wanted: Double,
    list: Double = 1000, followUps: [FollowUp] = []
  ) throws -> OutboundCampaign {
    try OutboundCampaign(
      list: ContactVolume(list), slots: slots, maximumAttempts: attempts, retryAfter: retryAfter,
      reachedTime: .seconds(300), unreachedTime: .seconds(60), wanted: ContactVolume(wanted),
      followUps: followUps)
  }

  @Test("One hour, 40 % reached, half of them succeed: 100 successes by hand")
  func oneHour() throws {
    // 500 dials of 0.4 × 300 + 0.6 × 60 = 156 s: 78,000 s in an hour.
    let plan = try Self.campaign([Self.slot(9, [0.4], 0.5)], wanted: 100).plan()
    #expect(plan.isReached)
    #expect(abs(plan.dials.value - 500) < 1e-6)
    #expect(abs(plan.slots[0].reached.value - 200) < 1e-6)
    #expect(plan.talkTime == WorkTime(seconds: 78_000))
    #expect(abs(plan.positions.value - 78_000.0 / 3600) < 1e-6)
    #expect(abs(plan.most.value - 200) < 1e-10)
  }

  @Test("A second attempt on those who were not reached")
  func attempts() throws {
    // 0.4 + 0.6 × 0.3 = 0.58 reached, half of them succeed.
    let slots = [Self.slot(9, [0.4, 0.3], 0.5), Self.slot(33, [0.4, 0.3], 0.5)]
    let campaign = try Self.campaign(slots, attempts: 2, wanted: 290)
    #expect(abs(campaign.most.value - 290) < 1e-10)
    let plan = campaign.plan()
    #expect(plan.isReached)
    #expect(abs(plan.dials.value - 1600) < 1e-4)
    // The first hour needs most: 1,000 dials of 156 s.
    #expect(abs(plan.positions.value - 156_000.0 / 3600) < 1e-3)
    // With a day and a half between attempts there is no second.
    let apart = try Self.campaign(
      slots, attempts: 2, retryAfter: .seconds(36 * 3600), wanted: 290)
    #expect(abs(apart.most.value - 200) < 1e-10)
    #expect(!apart.plan().isReached)
    #expect(abs(apart.plan().successes.value - 200) < 1e-9)
  }

  @Test("One attempt and two hours: it is saved for the better one")
  func saved() throws {
    let slots = [Self.slot(9, [0.2], 0.5), Self.slot(19, [0.5], 0.5)]
    let campaign = try Self.campaign(slots, wanted: 250)
    #expect(campaign.most == ContactVolume(250))
    let plan = campaign.plan()
    #expect(plan.isReached)
    #expect(plan.slots[0].dials == .zero)
    #expect(abs(plan.slots[1].dials.value - 1000) < 1e-6)
    // Wanting less than both give, the fewest positions call in both hours.
    let less = try Self.campaign(slots, wanted: 100).plan()
    #expect(less.isReached)
    // n positions: n 3600/108 dials at 0.1 and n 3600/180 at 0.25.
    let positions = 100 / (3600.0 / 108 * 0.1 + 3600.0 / 180 * 0.25)
    #expect(abs(less.positions.value - positions) < 1e-6)
  }

  @Test("What is out of reach is said, with the most that can be done")
  func outOfReach() throws {
    let slots = [Self.slot(9, [0.4], 0.5), Self.slot(10, [0.4], 0.5)]
    let plan = try Self.campaign(slots, wanted: 500).plan()
    #expect(!plan.isReached)
    #expect(abs(plan.successes.value - 200) < 1e-9)
    // With 5 positions: 10 hours of 156 s a dial, a fifth of the dials succeed.
    let limited = try Self.campaign(slots, wanted: 190).plan(atMost: Positions(5))
    #expect(!limited.isReached)
    #expect(abs(limited.successes.value - 36_000.0 / 156 * 0.2) < 1e-6)
    #expect(limited.most == ContactVolume(200))
    #expect(limited.slots.allSatisfy { $0.positions.value < 5 + 1e-9 })
  }

  @Test("Blended into quiet hours: only what is free, and first where calls are worth most")
  func blended() throws {
    let slots = [
      Self.slot(9, [0.2], 0.5), Self.slot(10, [0.4], 0.5), Self.slot(11, [0.3], 0.5),
    ]
    let campaign = try Self.campaign(slots, wanted: 40)
    // 10 free positions at ten: 36,000/156 dials, 46 successes: enough.
    let plan = campaign.plan(blendedInto: [Positions(10), Positions(10), Positions(10)])
    #expect(plan.isReached)
    #expect(plan.slots[0].dials == .zero)
    #expect(abs(plan.slots[1].dials.value - 200) < 1e-6)
    #expect(plan.slots[2].dials == .zero)
    let nothing = campaign.plan(blendedInto: [Positions(.nan), Positions(-3)])
    #expect(!nothing.isReached)
    #expect(nothing.successes == .zero)
    let scarce = campaign.plan(blendedInto: [Positions(2), Positions(2), Positions(2)])
    // 7,200/108 × 0.1 + 7,200/156 × 0.2 + 7,200/132 × 0.15.
    let most = 7200 * (0.1 / 108 + 0.2 / 156 + 0.15 / 132)
    #expect(abs(scarce.successes.value - most) < 1e-6)
    #expect(!scarce.isReached)
  }

  @Test("A delivery after a week brings its contacts a week later")
  func later() throws {
    let week = Duration.seconds(7 * 86_400)
    let followUps = [
      FollowUp(queue: "delivery", share: Share(0.3), lag: week),
      FollowUp(queue: "returns", share: Share(0.1), lag: .seconds(30 * 86_400)),
    ]
    let plan = try Self.campaign(
      [Self.slot(9, [0.4], 0.5)], wanted: 100, followUps: followUps
    ).plan()
    #expect(plan.laterContacts.map(\.queue) == ["delivery", "returns"])
    #expect(plan.laterContacts[0].start == week + .seconds(9 * 3600))
    #expect(abs(plan.laterContacts[0].contacts.value - 30) < 1e-6)
    #expect(abs(plan.laterContacts[1].contacts.value - 10) < 1e-6)
  }

  /// Five days of six hours, the evening better than the morning.
  private static func survey(wanted: Double, list: Double = 3000) throws -> OutboundCampaign {
    let slots = (0..<30).map { index in
      let evening = index % 6 >= 3
      return slot(
        Double(index / 6 * 24 + 9 + index % 6 * 2),
        evening ? [0.35, 0.25, 0.2] : [0.15, 0.1, 0.1], evening ? 0.4 : 0.3)
    }
    return try campaign(
      slots, attempts: 3, retryAfter: .seconds(20 * 3600), wanted: wanted, list: list)
  }

  @Test("Wanting more never takes fewer positions, and free positions never hurt")
  func monotone() throws {
    var last = 0.0
    for wanted in stride(from: 50.0, through: 650, by: 100) {
      let plan = try Self.survey(wanted: wanted).plan()
      #expect(plan.isReached == (wanted <= plan.most.value))
      guard plan.isReached else { continue }
      #expect(abs(plan.successes.value - wanted) < 1e-6)
      #expect(plan.positions.value >= last - 1e-9)
      last = plan.positions.value
    }
    var successes = 0.0
    for free in [0, 0.5, 1, 2, 4, 8, 16.0] {
      let positions = [Positions](repeating: Positions(free), count: 30)
      let plan = try Self.survey(wanted: 1e6).plan(blendedInto: positions)
      #expect(plan.successes.value >= successes - 1e-9)
      #expect(plan.successes <= plan.most + ContactVolume(1e-9))
      successes = plan.successes.value
    }
  }

  @Test("Customers called one by one succeed as often as the plan says")
  func simulation() throws {
    let campaign = try Self.survey(wanted: 500)
    let plan = campaign.plan()
    #expect(plan.isReached)
    // The plan's dials of each slot, best attempts first, on single customers.
    var generator = SeededGenerator(seed: 8)
    var successes = BatchMeans(batches: 40)
    var hours = BatchMeans(batches: 40)
    for run in 0..<40 {
      var attempts = [Int](repeating: 0, count: 3000)
      var notBefore = [Int](repeating: 0, count: 3000)
      var succeeded = 0.0
      var seconds = 0.0
      for slot in campaign.slots.indices {
        let evening = slot % 6 >= 3
        var left = Int(plan.slots[slot].dials.value.rounded())
        // In every slot of this campaign an earlier attempt succeeds more for its time.
        for attempt in 0..<3 where left > 0 {
          for customer in 0..<3000 where left > 0 {
            guard attempts[customer] == attempt, notBefore[customer] <= slot else { continue }
            left -= 1
            let rate = (evening ? [0.35, 0.25, 0.2] : [0.15, 0.1, 0.1])[attempt]
            if generator.happens(rate) {
              seconds += 300
              attempts[customer] = 99
              if generator.happens(evening ? 0.4 : 0.3) { succeeded += 1 }
            } else {
              seconds += 60
              attempts[customer] = attempt + 1
              // Slots are two hours apart from 9 to 19: 20 hours on is the next day's slot
              // two places earlier at the earliest.
              let start = slot / 6 * 24 + 9 + slot % 6 * 2
              notBefore[customer] =
                (slot + 1..<31).first { next in
                  next == 30 || next / 6 * 24 + 9 + next % 6 * 2 >= start + 20
                } ?? 30
            }
          }
        }
      }
      successes.add(succeeded, to: run)
      hours.add(seconds / 3600, to: run)
    }
    #expect(successes.estimate().agrees(with: 500, slack: 3))
    #expect(hours.estimate().agrees(with: plan.talkTime.hours, slack: 0.01 * plan.talkTime.hours))
  }

  @Test("Wrong numbers are refused by name")
  func wrong() {
    let good = Self.slot(9, [0.4], 0.5)
    #expect(throws: CampaignError.volume("list", ContactVolume(-1))) {
      try Self.campaign([good], wanted: 1, list: -1)
    }
    #expect(throws: CampaignError.attempts(0)) {
      try Self.campaign([good], attempts: 0, wanted: 1)
    }
    #expect(throws: CampaignError.slot(1)) { try Self.campaign([good, good], wanted: 1) }
    #expect(throws: CampaignError.share(Share(1.5))) {
      try Self.campaign([Self.slot(9, [1.5], 0.5)], wanted: 1)
    }
    #expect(throws: CampaignError.self) { try Self.campaign([good], wanted: .nan) }
  }

  @Test("Nothing to call, or nothing wanted")
  func nothing() throws {
    let empty = try Self.campaign([], wanted: 10).plan()
    #expect(!empty.isReached)
    #expect(empty.positions == .zero)
    let noWish = try Self.campaign([Self.slot(9, [0.4], 0.5)], wanted: 0).plan()
    #expect(noWish.isReached)
    #expect(noWish.dials == .zero)
    let never = try Self.campaign([Self.slot(9, [0], 0)], wanted: 1).plan()
    #expect(!never.isReached)
    #expect(never.dials == .zero)
  }
}
