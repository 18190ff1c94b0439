import BusinessCalendar
import Forecasting
import Foundation
import Queueing
import Scenarios
import Testing
import Units

@testable import Staffing

@Suite("Queues that one set of agents works")
struct PoolTests {
  /// A queue of the pool and its contacts in each half-hour.
  private struct Work {
    var id: String
    var channel = Channel.voice
    var contacts = 50.0
    var seconds = 180.0
    var target = ServiceTarget.answered(share: .percent(80), within: .seconds(20))
    var patience: Double?
    var minimum = 0.0
    var staffing: ((QueueStaffing) -> QueueStaffing)?

    var queue: Scenarios.Queue {
      guard let staffing else { return queue(nil) }
      return queue(staffing(queue(nil).staffing))
    }

    private func queue(_ staffing: QueueStaffing?) -> Scenarios.Queue {
      Scenarios.Queue(
        id: Scenarios.Queue.ID(id), name: id, channel: channel, openingHours: .always,
        target: target,
        maximumOccupancy: .whole, patience: patience.map { .seconds($0) },
        handleTime: .seconds(seconds), minimumPositions: Positions(minimum),
        demand: Fixture().demand, lostContactPrice: .zero, staffing: staffing)
    }
  }

  private func requirement(
    of works: [Work], _ order: QueuePool.Order = .shared, reserve: Double = 0,
    isPooled: Bool = true
  ) throws -> StaffingRequirement {
    let base = try Fixture().scenario()
    let queues = works.map(\.queue)
    let pool = QueuePool(
      id: QueuePool.ID("desk"), name: "Desk", queues: queues.map(\.id), order: order,
      reserve: Positions(reserve))
    let scenario = Scenario(
      id: base.id, name: base.name, question: base.question, currency: base.currency,
      timeZone: base.timeZone, calendar: base.calendar, slotLength: base.slotLength,
      horizon: base.horizon, queues: queues, sites: [], staffGroups: [], vendors: [], events: [],
      policy: base.policy, shifts: nil, payRules: [], seed: 1, pools: isPooled ? [pool] : [])
    let forecasts = works.map { work in
      let contacts = scenario.grid.slots.map { _ in ContactVolume(work.contacts) }
      return QueueForecast(
        queue: Scenarios.Queue.ID(work.id), method: "by hand", baseVolume: contacts,
        eventEffects: [], volume: contacts,
        handleTime: contacts.map { _ in .seconds(work.seconds) }, dayFactorSpread: .zero)
    }
    return try StaffingCalculator().requirement(
      of: scenario, for: DemandForecast(grid: scenario.grid, queues: forecasts))
  }

  private let noon = 24

  @Test("Two queues of 5 erlangs, 80/20, need what one of 10 erlangs needs: 13.04 positions")
  func shared() throws {
    let works = [Work(id: "north"), Work(id: "south")]
    let apart = try requirement(of: works, isPooled: false)
    let together = try requirement(of: works)
    let pool = try parsed(together.pools.first)
    // The reference tables have 13.037206466407791552 for 10 erlangs in calls of 180 s.
    #expect(abs(pool.positions[noon].value - 13.037206466407791) < 1e-6)
    let sum = apart.queues.map { $0.positions[noon].value }.reduce(0, +)
    #expect(abs(pool.separate[noon].value - sum) < 1e-12)
    #expect(abs(pool.saving[noon].value - (sum - 13.037206466407791)) < 1e-6)
    #expect(pool.saving[noon].value > 1)
    for (queue, service) in zip(together.queues, pool.services) {
      #expect(abs(queue.positions[noon].value - 13.037206466407791 / 2) < 1e-6)
      #expect(abs((service.serviceLevel[noon]?.value ?? 0) - 0.8) < 1e-9)
      #expect(abs(queue.occupancy[noon].value - 10 / 13.037206466407791) < 1e-7)
      #expect(queue.method.hasSuffix("; pooled in Desk"))
      #expect(queue.load == apart[queue.queue]?.load)
    }
    let hours = together.netTime(of: pool.saving, in: 0..<336).hours
    // Work times are whole seconds.
    #expect(abs(hours - pool.saving[noon].value * 168) < 1.0 / 3600)
  }

  @Test("100 calls of 120 s and 25 of 480 s wait like 125 of 192 s")
  func weighted() throws {
    let works = [
      Work(id: "short", contacts: 100, seconds: 120), Work(id: "long", contacts: 25, seconds: 480),
    ]
    let pool = try parsed(requirement(of: works).pools.first)
    let positions = pool.positions[noon].value
    let load = 125.0 * 192 / 1800
    let agents = Int(positions.rounded(.up))
    for (agents, isEnough) in [(agents - 1, false), (agents, true)] {
      let level = TextbookErlangC.serviceLevel(
        agents: agents, load: load, within: 20, handleTime: 192)
      #expect((level >= 0.8) == isEnough)
    }
    #expect(positions > load)
  }

  @Test("A few contacts that nearly all are answered at once stay apart: together cost more")
  func apart() throws {
    let works = [
      Work(id: "many", contacts: 100),
      Work(
        id: "few", contacts: 0.2, target: .answered(share: .percent(99), within: .seconds(1))),
    ]
    let separate = try requirement(of: works, isPooled: false)
    let together = try requirement(of: works)
    let pool = try parsed(together.pools.first)
    #expect(pool.saving.allSatisfy { $0 == .zero })
    for queue in together.queues {
      #expect(queue == separate[queue.queue])
    }
  }

  @Test("The larger minimum mans all queues of a pool")
  func minimum() throws {
    let works = [
      Work(id: "north", contacts: 0, minimum: 2), Work(id: "south", contacts: 0, minimum: 3),
    ]
    let together = try requirement(of: works)
    let pool = try parsed(together.pools.first)
    #expect(pool.separate[noon] == Positions(5))
    #expect(pool.positions[noon] == Positions(3))
    #expect(abs(together.queues[0].positions[noon].value - 1.2) < 1e-12)
    #expect(together.queues.allSatisfy { $0.driver[noon] == .minimumPositions })
  }

  @Test("Calls first, chats fill: the team of calls and chats, for loads up to 4 % larger")
  func voiceFirst() throws {
    let works = [
      Work(id: "calls", contacts: 30, seconds: 240, patience: 120),
      Work(
        id: "chats", channel: .chat(concurrency: 3), contacts: 30, seconds: 540,
        target: .answered(share: .percent(80), within: .seconds(30)), patience: 240),
    ]
    let apart = try requirement(of: works, isPooled: false)
    let together = try requirement(of: works, .voiceFirst)
    let pool = try parsed(together.pools.first)
    func positions(_ factor: Double) throws -> Double {
      let team = VoiceAndChatTeam(
        calls: ContactVolume(30 * factor), callTime: .seconds(240), callPatience: .seconds(120),
        chats: ContactVolume(30 * factor),
        chatTimes: try ChatHandleTimes([.seconds(540), .seconds(540), .seconds(540)]),
        chatPatience: .seconds(240), heldChats: .paused, during: .seconds(1800))
      return try team.positions(
        meeting: ServiceConditions(serviceLevel: .percent(80), within: .seconds(20)),
        chats: ServiceConditions(serviceLevel: .percent(80), within: .seconds(30))
      ).positions.value
    }
    let exact = try positions(1)
    let found = pool.positions[noon].value
    #expect(found >= exact - 1e-6)
    #expect(found <= (try positions(1.0401)) + 1e-6)
    #expect(found < pool.separate[noon].value)
    #expect(found >= (apart.queues[0].positions[noon].value) - 1e-6)
    #expect(pool.services.allSatisfy { ($0.serviceLevel[noon]?.value ?? 0) >= 0.8 - 1e-6 })
  }

  @Test("A large team of calls and chats never needs more than its queues apart")
  func largeVoiceFirst() throws {
    func works(_ contacts: Double) -> [Work] {
      [
        Work(id: "calls", contacts: contacts, seconds: 240, patience: 120),
        Work(
          id: "chats", channel: .chat(concurrency: 3), contacts: contacts, seconds: 540,
          target: .answered(share: .percent(80), within: .seconds(30)), patience: 240),
      ]
    }
    let pool = try parsed(requirement(of: works(250), .voiceFirst).pools.first)
    #expect(pool.separate[noon].value > 40)
    #expect(pool.positions[noon] <= pool.separate[noon])
    // More than the work: 33.3 erlangs of calls, and a third of 75 of chats.
    #expect(pool.positions[noon].value > 50)
    let huge = try parsed(requirement(of: works(1200), .voiceFirst).pools.first)
    #expect(huge.separate[noon].value > 200)
    #expect(huge.saving[noon] == .zero)
    #expect(huge.method.contains("teams of more than 200 stay apart"))
  }

  @Test("Outbound calls fill what calls leave above the reserve", arguments: [0.0, 3.5])
  func outbound(reserve: Double) throws {
    let works = [
      Work(id: "calls", contacts: 100),
      Work(
        id: "campaign", channel: .outbound, contacts: 20,
        target: .done(within: .seconds(1800))),
    ]
    let together = try requirement(of: works, reserve: reserve)
    let pool = try parsed(together.pools.first)
    // 2 erlangs of outbound work beside the 13.04 positions of 10 erlangs of calls.
    #expect(abs(pool.separate[noon].value - 15.037206466407791) < 1e-6)
    let found = pool.positions[noon]
    #expect(found.value > 12 && found.value < 15)
    #expect(pool.reserve[noon].value >= reserve)
    let queue = BlendedQueue(
      volume: ContactVolume(100), during: .seconds(1800), handleTime: .seconds(180), patience: nil)
    let done = queue.performance(
      with: found, reserve: pool.reserve[noon], within: .seconds(20), during: .seconds(1800))
    #expect(abs(done.outbound.value - 20) < 0.01)
    #expect((done.inbound.serviceLevels.offered?.value ?? 0) >= 0.8 - 1e-9)
    let sum = together.queues.map { $0.positions[noon].value }.reduce(0, +)
    #expect(abs(sum - found.value) < 1e-9)
  }

  @Test("No pool ever needs more than its queues apart, whatever they are")
  func neverMore() throws {
    let works = [
      Work(id: "a", contacts: 0), Work(id: "b", contacts: 3, seconds: 600, patience: 30),
      Work(id: "c", channel: .chat(concurrency: 4), contacts: 400, seconds: 600),
    ]
    for order in QueuePool.Order.allCases {
      let together = try requirement(of: works, order)
      let pool = try parsed(together.pools.first)
      #expect(zip(pool.positions, pool.separate).allSatisfy { $0 <= $1 })
      #expect(pool.positions.allSatisfy { $0.value.isFinite && $0 > .zero })
    }
  }

  @Test(
    "What no model of the pool knows keeps it apart, and is said", arguments: 0..<6)
  func obstacles(number: Int) throws {
    let tiers = [1, 2].map { priority in
      QueueSegment(
        id: QueueSegment.ID("tier-\(priority)"), name: "Tier", share: Share(0.5),
        contactRate: .whole, patience: nil, lostContactPrice: .zero, priority: priority,
        notice: nil)
    }
    let (order, change, words): (QueuePool.Order, (inout QueueStaffing) -> Void, String) =
      switch number {
      case 0: (.shared, { $0.segments = tiers }, "north answers some customers before others")
      case 1:
        (
          .shared,
          {
            $0.languages = [
              LanguageShare("zh", share: .percent(50)), LanguageShare("en", share: .percent(50)),
            ]
          },
          "north is of several languages"
        )
      case 2:
        (.shared, { $0.model = .finiteBuffer(waitingPlaces: 5) }, "north has few waiting places")
      case 3: (.voiceFirst, { $0.redial = .percent(40) }, "those who left north dial again")
      case 4:
        (.voiceFirst, { $0.arrivalUncertainty = .percent(10) }, "the rate of north is uncertain")
      default:
        (
          .shared, { $0.chat = ChatWork(handleTimes: [.seconds(180)]) },
          "a chat of north takes longer"
        )
      }
    let changed: (QueueStaffing) -> QueueStaffing = { staffing in
      var other = staffing
      change(&other)
      return other
    }
    let works = [
      Work(id: "north", contacts: 20, patience: 120, staffing: changed),
      Work(
        id: "south", channel: order == .shared ? .voice : .chat(concurrency: 2), contacts: 20,
        patience: 120),
    ]
    let apart = try requirement(of: works, order, isPooled: false)
    let together = try requirement(of: works, order)
    let pool = try parsed(together.pools.first)
    #expect(pool.method.hasPrefix("each queue by itself: \(words)"))
    #expect(together.queues == apart.queues)
    #expect(pool.saving.allSatisfy { $0 == .zero })
    let plain = works.map { work in
      var plain = work
      plain.staffing = nil
      return plain
    }
    #expect(try parsed(requirement(of: plain, order).pools.first).saving[noon] > .zero)
  }

  @Test("A requirement that was kept before there were pools is read, with none")
  func oldRequirement() throws {
    let together = try requirement(of: [Work(id: "north"), Work(id: "south")])
    let data = try JSONEncoder().encode(together)
    #expect(try JSONDecoder().decode(StaffingRequirement.self, from: data) == together)
    var object = try parsed(JSONSerialization.jsonObject(with: data) as? [String: Any])
    object["pools"] = nil
    let old = try JSONDecoder().decode(
      StaffingRequirement.self, from: JSONSerialization.data(withJSONObject: object))
    #expect(old.queues == together.queues)
    #expect(old.pools.isEmpty)
  }
}
