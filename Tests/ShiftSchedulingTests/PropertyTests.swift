import BusinessCalendar
import CapacityPlanning
import Scenarios
import Staffing
import Testing
import Units

@testable import ShiftScheduling

/// Seeded weeks: several queues, groups, vendors and types, checked by ``ScheduleCheck``.
@Suite("Seeded weeks")
struct PropertyTests {
  static func sample(_ seed: UInt64) -> Sample {
    var random = Seeded(state: seed &* 77)
    func pick(_ count: UInt64) -> Int { Int(random.next() % count) }
    var sample = Sample()
    sample.slot = [.quarterHour, .halfHour, .halfHour, .hour][pick(4)]
    let queues = 1 + pick(3)
    sample.work = (0..<queues).map { queue in
      let base = 1 + Double(pick(4))
      let peak = 8 + Double(pick(14))
      let isAlways = pick(2) == 0
      return .init(
        id: "q\(queue)",
        positions: { day, hour in
          if !isAlways, hour < 8 || hour >= 22 { return 0 }
          let distance = abs(hour - peak)
          return base + max(0, 4 - distance) * (1 + Double((day + queue) % 3) / 3)
        },
        lostContact: Int64(300 + 100 * pick(8)), outsourced: pick(3) == 0 ? Share(0.3) : nil)
    }
    sample.people = (0..<(1 + pick(3))).map { group in
      let skills = (0..<queues).filter { $0 == group % queues || pick(2) == 0 }
      return .init(
        id: "g\(group)", skills: skills.map { "q\($0)" }, heads: 4 + Double(pick(12)) + 0.5,
        inOffice: 0.1, outOfOffice: 0.1, site: pick(3) == 0 ? "site" : nil)
    }
    sample.outsourcers = (0..<pick(3)).map { vendor in
      .init(
        id: "v\(vendor)", skills: ["q\(pick(UInt64(queues)))", "q0"], seats: Double(2 + pick(8)),
        proficiency: 0.9)
    }
    sample.sites = [("site", 6)]
    sample.outsourced = seed % 3 == 0 ? Share(0.15) : nil
    sample.types = [
      .sample("day", from: "07:00", to: "10:00", hours: 9, breaks: [(1, 3, 5)]),
      .sample(
        "late", from: "13:30", to: "15:00", every: 30, hours: 9,
        breaks: [(0.5, 2, 3), (0.5, 5, 6.5)], paidBreaks: true),
      .sample("night", from: "22:00", hours: 8.5, breaks: [(0.5, 3, 5)]),
      .sample("short", from: "17:00", to: "19:00", hours: 4),
    ]
    return sample
  }

  @Test("Every rule holds, and no bound is above what was found", arguments: 1...12)
  func rules(seed: UInt64) throws {
    let sample = Self.sample(seed)
    let schedule = try sample.schedule()
    #expect(ScheduleCheck(sample, schedule).findings == [])
    for day in schedule.days {
      #expect((day.solve.bound ?? 0) <= day.solve.objective + 1e-6)
      #expect(!day.solve.isLimitReached)
    }
  }

  @Test("The same week gives the same schedule", arguments: [3])
  func deterministic(seed: UInt64) throws {
    #expect(try Self.sample(seed).schedule() == Self.sample(seed).schedule())
  }

  /// Wages are for seats that are worth it; what is compared is everything together.
  private func cost(_ sample: Sample) throws -> Double {
    try sample.schedule().days.map(\.solve.objective).reduce(0, +)
  }

  @Test("More people never cost more, within what rounding leaves open", arguments: [1, 4, 7])
  func morePeople(seed: UInt64) throws {
    let sample = Self.sample(seed)
    var larger = sample
    for index in larger.people.indices { larger.people[index].heads *= 1.5 }
    larger.sites = [("site", 100)]
    #expect(try cost(larger) <= cost(sample) * 1.02)
  }

  @Test(
    "More people never leave more short, within what rounding leaves open", arguments: [1, 4, 7])
  func lessShort(seed: UInt64) throws {
    let sample = Self.sample(seed)
    var larger = sample
    for index in larger.people.indices { larger.people[index].heads *= 1.5 }
    larger.sites = [("site", 100)]
    func short(_ sample: Sample) throws -> Double {
      try sample.schedule().days.flatMap(\.coverage).flatMap(\.short).total().value
    }
    let required = sample.requirement.queues.flatMap(\.positions).total().value
    #expect(try short(larger) <= short(sample) + 0.01 * required)
  }

  @Test("A larger peak never costs less, within what rounding leaves open", arguments: [1, 4, 7])
  func largerPeak(seed: UInt64) throws {
    let sample = Self.sample(seed)
    var larger = sample
    for index in larger.work.indices {
      let positions = sample.work[index].positions
      larger.work[index].positions = { day, hour in positions(day, hour) * (day == 2 ? 1.5 : 1) }
    }
    #expect(try cost(larger) >= cost(sample) * 0.98)
  }

  @Test("The check sees a schedule that breaks a rule")
  func checkSees() throws {
    let sample = Self.sample(2)
    let schedule = try sample.schedule()
    func findings(_ change: (ShiftSeats) -> ShiftSeats) -> Int {
      let days = schedule.days.map { day in
        DaySchedule(
          date: day.date, slots: day.slots, seats: day.seats.map(change),
          available: day.available, coverage: day.coverage, solve: day.solve,
          carriedIn: day.carriedIn)
      }
      let changed = ShiftSchedule(weeks: schedule.weeks, days: days)
      return ScheduleCheck(sample, changed).findings.count
    }
    func copy(
      _ seat: ShiftSeats, start: LocalDateTime? = nil, breaks: [ShiftSeats.PlacedBreak]? = nil,
      seats: Int? = nil
    ) -> ShiftSeats {
      ShiftSeats(
        supplier: seat.supplier, type: seat.type, start: start ?? seat.start, length: seat.length,
        breaks: breaks ?? seat.breaks, seats: seats ?? seat.seats, overtime: seat.overtime)
    }
    #expect(findings { $0 } == 0)
    #expect(findings { copy($0, start: $0.start.adding(minutes: 30)) } > 0)
    #expect(findings { copy($0, seats: $0.seats + 1) } > 0)
    #expect(
      findings { seat in
        copy(
          seat,
          breaks: seat.breaks.map {
            .init(offset: WorkTime(minutes: 5), length: $0.length, isPaid: $0.isPaid)
          })
      } > 0)
  }
}
