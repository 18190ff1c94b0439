import BusinessCalendar
import Forecasting
import Scenarios
import TestSupport
import Testing
import Units

@testable import Staffing

@Suite("Positions for work that can wait")
struct DeferredRequirementTests {
  private func fixture(within hours: Double) -> Fixture {
    var fixture = Fixture()
    fixture.channel = .deferred
    fixture.target = .done(within: .seconds(hours * 3600))
    fixture.handleTime = .seconds(360)
    return fixture
  }

  @Test("10 cases of 6 minutes each half-hour are 2 erlangs: 2.5 positions at an occupancy of 80 %")
  func even() throws {
    var fixture = fixture(within: 24)
    fixture.maximumOccupancy = Share(0.8)
    let requirement = try fixture.requirement { _ in 10 }
    for slot in requirement.positions.indices {
      #expect(abs(requirement.load[slot].value - 2) < 1e-9)
      #expect(abs(requirement.positions[slot].value - 2.5) < 1e-9)
      #expect(requirement.driver[slot] == .workload)
      #expect(requirement.serviceLevel[slot] == nil)
    }
  }

  @Test("Work that comes at noon and is due in 4 hours takes 8 half-hours, evenly")
  func dueWindow() throws {
    // 80 cases of 6 minutes are 8 hours of work: 2 people for 4 hours.
    let requirement = try fixture(within: 4).requirement {
      $0.start.minutes == 720 && $0.date.weekday == .wednesday ? 80 : 0
    }
    let noon = 2 * 48 + 24
    for slot in requirement.positions.indices {
      let expected = (noon..<noon + 8).contains(slot) ? 2.0 : 0
      #expect(abs(requirement.positions[slot].value - expected) < 1e-9)
    }
    #expect(requirement.driver[noon - 1] == .none)
  }

  @Test("Closed hours are left out: work of the evening is done in the morning before it is due")
  func closedHours() throws {
    var fixture = fixture(within: 18)
    fixture.openingHours = try .on(Weekday.allCases, "08:00", "18:00")
    // 60 cases at 20:00, due at 14:00: 6 hours of work in the 6 hours from 08:00.
    let requirement = try fixture.requirement {
      $0.start.minutes == 1200 && $0.date.weekday == .tuesday ? 60 : 0
    }
    let morning = 2 * 48 + 16
    for slot in requirement.positions.indices {
      let expected = (morning..<morning + 12).contains(slot) ? 1.0 : 0
      #expect(abs(requirement.positions[slot].value - expected) < 1e-9)
    }
  }

  @Test("Closed until after the due time: done from the next opening on")
  func closedOverDue() throws {
    var fixture = fixture(within: 4)
    fixture.weeks = 2
    fixture.openingHours = try .on([.monday, .tuesday], "08:00", "18:00")
    // 40 cases on Wednesday noon: 4 hours of work, from Monday 08:00 to 12:00.
    let requirement = try fixture.requirement {
      $0.start.minutes == 720 && $0.date.day == 5 ? 40 : 0
    }
    let monday = 7 * 48 + 16
    let expected = Set(monday..<monday + 8)
    for slot in requirement.positions.indices where slot > 2 * 48 {
      let positions = requirement.positions[slot].value
      #expect(abs(positions - (expected.contains(slot) ? 1 : 0)) < 1e-9)
    }
  }

  @Test("All work is done by its due time, whatever comes and whenever the queue is open")
  func feasible() throws {
    var random = SplitMix(state: 41)
    for _ in 0..<15 {
      let slots = Int.random(in: 1...60, using: &random)
      var fixture = fixture(within: Double(slots) / 2)
      fixture.weeks = 2
      let open = Int.random(in: 0...10, using: &random)
      let close = Int.random(in: 14...24, using: &random)
      fixture.openingHours = try .on(
        Weekday.allCases, "\(open < 10 ? "0" : "")\(open):00", "\(close):00")
      var volume = (0..<672).map { _ in Double.random(in: 0...40, using: &random) }
      // Everything comes in the middle of the weeks, so that no work crosses the horizon's ends.
      for slot in 0..<672 where !(144..<240).contains(slot % 336) { volume[slot] = 0 }
      var index = -1
      let requirement = try fixture.requirement { _ in
        index += 1
        return volume[index]
      }
      // First come, first served with the positions required (fluid): nothing may be late that
      // could be done at all before its due time.
      var waiting: [(due: Int, work: Double)] = []
      let isOpen = try fixture.scenario().grid.slots.map {
        fixture.openingHours.isOpen(on: $0.date, at: $0.start)
      }
      for slot in 0..<672 {
        var due = slot + slots
        var first = slot
        if !isOpen[slot..<min(672, due)].contains(true) {
          while first < 671, !isOpen[first] { first += 1 }
          due = first + slots
        }
        waiting.append((due, volume[slot] * 0.1))
        waiting.sort { $0.due < $1.due }
        var capacity = requirement.positions[slot].value / 2
        while capacity > 1e-12, let work = waiting.first?.work {
          let done = min(capacity, work)
          capacity -= done
          waiting[0].work -= done
          if waiting[0].work <= 1e-12 { waiting.removeFirst() } else { break }
        }
        let late = waiting.filter { $0.due <= slot + 1 }.map(\.work).reduce(0, +)
        #expect(late < 1e-6, "due in \(slots) slots, open \(open) to \(close), slot \(slot)")
      }
      let hours = requirement.positions.map { $0.value / 2 }.reduce(0, +)
      #expect(abs(hours - volume.reduce(0, +) * 0.1) < 1e-6)
    }
  }

  @Test("Weeks alike need alike, the first and the last included")
  func steady() throws {
    var fixture = fixture(within: 48)
    fixture.weeks = 3
    fixture.openingHours = try .on(
      [.monday, .tuesday, .wednesday, .thursday, .friday], "09:00", "18:00")
    let requirement = try fixture.requirement { $0.date.weekday.isWeekend ? 5 : 20 }
    let weeks = (0..<3).map { week in
      requirement.positions[week * 336..<week * 336 + 336].map { ($0.value * 1e9).rounded() }
    }
    #expect(weeks[0] == weeks[1])
    #expect(weeks[1] == weeks[2])
    // 5 × 48 × 20 + 2 × 48 × 5 cases of 6 minutes.
    let hours = weeks[0].reduce(0, +) / 1e9 / 2
    #expect(abs(hours - 528) < 1e-5)
  }

  @Test("More work never needs fewer positions; a minimum holds while open")
  func monotone() throws {
    var random = SplitMix(state: 43)
    var fixture = fixture(within: 10)
    fixture.minimumPositions = Positions(1)
    fixture.openingHours = try .on(Weekday.allCases, "08:00", "18:00")
    let base = (0..<336).map { _ in Double.random(in: 0...30, using: &random) }
    func positions(_ factor: Double) throws -> [Double] {
      var index = -1
      return try fixture.requirement { _ in
        index += 1
        return base[index] * factor
      }.positions.map(\.value)
    }
    let (some, more) = (try positions(1), try positions(1.3))
    #expect(zip(some, more).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(
      zip(some.indices, some).allSatisfy { slot, positions in
        (16..<36).contains(slot % 48) ? positions >= 1 : positions == 0
      })
  }
}
