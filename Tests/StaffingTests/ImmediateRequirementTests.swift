import BusinessCalendar
import Forecasting
import Foundation
import Scenarios
import TestSupport
import Testing
import Units

@testable import Staffing

@Suite("Positions of queues whose customers wait")
struct ImmediateRequirementTests {
  @Test("100 calls of 180 s in half an hour, 80/20: 10 erlangs, 13.04 positions, 14 people")
  func handChecked() throws {
    let requirement = try Fixture().requirement { _ in 100 }
    #expect(requirement.load[0] == Erlangs(10))
    // The reference tables have 13.037206466407791552 for 200 calls an hour of 180 s.
    #expect(abs(requirement.positions[0].value - 13.037206466407791) < 1e-6)
    #expect(requirement.driver.allSatisfy { $0 == .serviceLevel })
    #expect(abs((requirement.serviceLevel[0]?.value ?? 0) - 0.8) < 1e-9)
    #expect(abs(requirement.occupancy[0].value - 10 / 13.037206466407791) < 1e-7)
    for (agents, isEnough) in [(13, false), (14, true)] {
      let level = TextbookErlangC.serviceLevel(
        agents: agents, load: 10, within: 20, handleTime: 180)
      #expect((level >= 0.8) == isEnough)
    }
  }

  @Test("The cap on occupancy binds where it asks for more: 10 erlangs at 70 % need 14.29")
  func occupancyBinds() throws {
    var fixture = Fixture()
    fixture.maximumOccupancy = Share(0.7)
    let requirement = try fixture.requirement { _ in 100 }
    #expect(abs(requirement.positions[0].value - 10 / 0.7) < 1e-12)
    #expect(requirement.driver[0] == .occupancy)
    #expect(abs(requirement.occupancy[0].value - 0.7) < 1e-12)
    #expect((requirement.serviceLevel[0]?.value ?? 0) > 0.8)
  }

  @Test("The minimum is manned when the queue is open, even when nothing comes; never when closed")
  func minimum() throws {
    var fixture = Fixture()
    fixture.minimumPositions = Positions(2)
    fixture.openingHours = try .on(Weekday.allCases, "08:15", "20:00")
    let requirement = try fixture.requirement { $0.start.hour == 9 ? 100 : 0 }
    #expect(requirement.positions[15] == .zero)
    #expect(requirement.driver[15] == .none)
    #expect(requirement.serviceLevel[15] == nil)
    // Open for half of 08:00 to 08:30.
    #expect(requirement.positions[16] == Positions(1))
    #expect(requirement.positions[17] == Positions(2))
    #expect(requirement.driver[17] == .minimumPositions)
    #expect(requirement.serviceLevel[17] == .whole)
    #expect(requirement.positions[18].value > 13)
    #expect(requirement.driver[18] == .serviceLevel)
  }

  @Test("Without contacts and without a minimum nobody is needed")
  func nothing() throws {
    let requirement = try Fixture().requirement { _ in 0 }
    #expect(requirement.positions.allSatisfy { $0 == .zero })
    #expect(requirement.driver.allSatisfy { $0 == .none })
  }

  @Test("Three chats at once: 10 erlangs of chats fill 10 places, a third of the positions")
  func chat() throws {
    var fixture = Fixture()
    let voice = try fixture.requirement { _ in 100 }
    fixture.channel = .chat(concurrency: 3)
    fixture.minimumPositions = Positions(2)
    let chat = try fixture.requirement { $0.start.hour < 23 ? 100 : 1 }
    #expect(abs(chat.positions[20].value - voice.positions[20].value / 3) < 1e-12)
    #expect(abs(chat.load[20].value - 10.0 / 3) < 1e-12)
    #expect(chat.serviceLevel[20] == voice.serviceLevel[20])
    #expect(abs(chat.occupancy[20].value - voice.occupancy[20].value) < 1e-12)
    #expect(chat.positions[47] == Positions(2))
    #expect(chat.driver[47] == .minimumPositions)
  }

  @Test("A target of 100 % is sized for 99.99 %, and the method says so")
  func unreachable() throws {
    var fixture = Fixture()
    fixture.target = .answered(share: .whole, within: .seconds(20))
    let requirement = try fixture.requirement { _ in 100 }
    #expect(abs((requirement.serviceLevel[0]?.value ?? 0) - 0.9999) < 1e-9)
    #expect(requirement.method.contains("nobody can promise 100 %"))
  }

  @Test("More contacts never need fewer positions, tighter targets and caps never fewer")
  func monotone() throws {
    var random = SplitMix(state: 31)
    for _ in 0..<20 {
      let base = (0..<336).map { _ in Double.random(in: 0...400, using: &random) }
      let share = Double.random(in: 0.5...0.95, using: &random)
      let cap = Double.random(in: 0.7...1, using: &random)
      var fixture = Fixture()
      fixture.channel = Bool.random(using: &random) ? .voice : .chat(concurrency: 4)
      fixture.minimumPositions = Positions(Double.random(in: 0...5, using: &random))
      func positions(_ factor: Double, _ share: Double, _ cap: Double) throws -> [Double] {
        fixture.target = .answered(share: Share(share), within: .seconds(30))
        fixture.maximumOccupancy = Share(cap)
        return try fixture.requirement { slot in
          let day = slot.date.weekday.rawValue - 1
          return base[day * 48 + slot.index] * factor
        }.positions.map(\.value)
      }
      let usual = try positions(1, share, cap)
      for others in [
        try positions(1.05, share, cap), try positions(1, share + 0.03, cap),
        try positions(1, share, cap - 0.05),
      ] {
        #expect(zip(usual, others).allSatisfy { $0 <= $1 + 1e-9 })
      }
    }
  }

  @Test("A day of 25 hours has 50 half-hours of positions")
  func clockChange() throws {
    var fixture = Fixture()
    (fixture.timeZone, fixture.start) = ("Europe/London", "2026-10-19")
    let requirement = try fixture.requirement { _ in 100 }
    #expect(requirement.positions.count == 338)
    #expect(Set(requirement.positions).count == 1)
  }

  @Test("A requirement is read back from JSON as it was written")
  func codable() throws {
    var fixture = Fixture()
    fixture.openingHours = try .on(Weekday.allCases, "08:15", "20:00")
    let scenario = try fixture.scenario()
    let requirement = StaffingRequirement(
      grid: scenario.grid, queues: [try fixture.requirement { Double($0.index) * 1.7 }])
    let data = try JSONEncoder().encode(requirement)
    #expect(try JSONDecoder().decode(StaffingRequirement.self, from: data) == requirement)
    let week = requirement.requiredTime(of: Fixture.queueID, in: scenario.grid.slotIndices)
    let hours = requirement.queues[0].positions.map { $0.value / 2 }.reduce(0, +)
    #expect(abs(week.hours - hours) < 1.0 / 3600)
  }

  @Test("Heads are gross: 12 positions at 10 % out of and 20 % in the office are 16.67")
  func gross() throws {
    let shrinkage = Shrinkage(
      inOffice: Share(0.2), outOfOffice: Share(0.1), combination: .sequential)
    let heads = try #require(
      StaffingRequirement.grossHeads(for: Positions(12), shrinkage: shrinkage))
    #expect(abs(heads.value - 12 / 0.72) < 1e-12)
    let nobody = Shrinkage(inOffice: Share(0.6), outOfOffice: Share(0.4), combination: .additive)
    #expect(StaffingRequirement.grossHeads(for: Positions(12), shrinkage: nobody) == nil)
  }
}

@Suite("How long a contact takes")
struct MeanHandleTimeTests {
  @Test("Slots count by their contacts; without any, or where it is not known, it is the queue's")
  func mean() throws {
    let fixture = Fixture()
    let scenario = try fixture.scenario()
    let queue = try #require(scenario.queues.first)
    let count = scenario.grid.slotCount
    func requirement(_ handleTime: [Duration]) -> StaffingRequirement {
      let zeros = Array(repeating: 0.0, count: count)
      var volume = zeros.map(ContactVolume.init)
      volume[0] = ContactVolume(30)
      volume[1] = ContactVolume(10)
      return StaffingRequirement(
        grid: scenario.grid,
        queues: [
          QueueRequirement(
            queue: queue.id, method: "by hand", volume: volume, handleTime: handleTime,
            load: zeros.map(Erlangs.init), positions: zeros.map(Positions.init),
            driver: zeros.map { _ in .none }, serviceLevel: zeros.map { _ in nil },
            occupancy: zeros.map { _ in .zero })
        ])
    }
    var times = Array(repeating: Duration.seconds(600), count: count)
    times[0] = .seconds(100)
    times[1] = .seconds(200)
    // (30 × 100 + 10 × 200) / 40
    #expect(requirement(times).meanHandleTime(of: queue, in: 0..<count) == .seconds(125))
    #expect(requirement(times).meanHandleTime(of: queue, in: 2..<count) == .seconds(180))
    #expect(requirement([]).meanHandleTime(of: queue, in: 0..<count) == .seconds(180))
  }
}
