import BusinessCalendar
import Scenarios
import ShiftScheduling
import Testing
import Units

@Suite("What keeps one more seat from a short interval")
struct ShortageCauseTests {
  /// The causes in the first interval that is short, of a week with `work` people required from nine
  /// to five.
  static func causes(
    required: Double = 2, _ change: (inout Sample) -> Void
  ) throws -> [ShortageCause] {
    var sample = Sample()
    sample.work = [
      .init(id: "calls") { _, hour in hour >= 9 && hour < 17 ? required : 0 }
    ]
    sample.people = [.init(id: "day", skills: ["calls"], heads: 1)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    change(&sample)
    let schedule = try sample.schedule()
    let inspector = ScheduleInspector(
      scenario: sample.scenario, requirement: sample.requirement, capacity: sample.capacity,
      schedule: schedule)
    for day in schedule.days {
      for coverage in day.coverage {
        guard let offset = coverage.short.firstIndex(where: { $0.value > 1e-6 }) else { continue }
        return inspector.causes(of: coverage.queue, at: day.slots.lowerBound + offset)
      }
    }
    return []
  }

  @Test("The only person is on a shift: one of one")
  func people() throws {
    let causes = try Self.causes {
      $0.workDaysPerWeek = 7
      $0.people[0].contractHours = 60
    }
    #expect(causes.map(\.limit) == [.people])
    #expect(causes.first?.used == 1 && causes.first?.most == 1)
    #expect(causes.first?.path == "staff-groups.day.headcount")
  }

  @Test("Two people have worked their ten days of fourteen")
  func workDays() throws {
    let causes = try Self.causes { $0.people[0].heads = 2 }
    #expect(causes.map(\.limit) == [.workDays])
    #expect(causes.first?.used == 10 && causes.first?.most == 10)
  }

  @Test("Contract hours of 24 are three shifts of eight")
  func hours() throws {
    let causes = try Self.causes {
      $0.people[0].heads = 2
      $0.people[0].contractHours = 24
    }
    #expect(causes.map(\.limit) == [.hours])
    #expect(causes.first?.used == 48 && causes.first?.most == 48)
  }

  @Test("Who worked until eleven at night rests at seven")
  func rest() throws {
    let causes = try Self.causes {
      $0.work = [
        .init(id: "calls") { day, hour in
          if day == 0 { return hour >= 15 && hour < 23 ? 1 : 0 }
          return day == 1 && hour >= 7 && hour < 15 ? 1 : 0
        }
      ]
      $0.types = [
        .sample("early", from: "07:00", hours: 8), .sample("late", from: "15:00", hours: 8),
      ]
    }
    #expect(causes.map(\.limit) == [.rest])
    #expect(causes.first?.path == "shifts.rest")
  }

  @Test("The only seat of the room is taken by the other group")
  func seats() throws {
    let causes = try Self.causes(required: 1) {
      $0.work.append(.init(id: "chat") { _, hour in hour >= 9 && hour < 17 ? 1 : 0 })
      $0.people = [
        .init(id: "first", skills: ["calls"], heads: 2, site: "room"),
        .init(id: "second", skills: ["chat"], heads: 2, site: "room"),
      ]
      $0.sites = [("room", 1)]
    }
    #expect(causes.map(\.limit) == [.seats])
    #expect(causes.first?.most == 1)
  }

  @Test("Vendors have given the quarter that they may; a queue kept in house has none")
  func outsourcedShare() throws {
    for share in [Share(0.25), .zero] {
      let causes = try Self.causes(required: 4) {
        $0.work[0].outsourced = share
        $0.people = []
        $0.outsourcers = [.init(id: "vendor", skills: ["calls"], seats: 8)]
      }
      #expect(causes.map(\.limit) == [.outsourcedShare])
      #expect(causes.first?.supplier == .vendor(.init("vendor")))
      #expect(abs((causes.first?.most ?? 0) - share.value * 4 * 8 * 7) < 1e-3)
    }
  }

  @Test("Vendors have given their part of all queues")
  func outsourcedOverall() throws {
    let causes = try Self.causes(required: 4) {
      $0.people = []
      $0.outsourcers = [.init(id: "vendor", skills: ["calls"], seats: 8)]
      $0.outsourced = Share(0.25)
    }
    #expect(causes.map(\.limit) == [.outsourcedOverall])
    #expect(causes.first?.path == "policy.outsourced-share-overall")
  }

  @Test("No shift reaches the small hours; nobody knows Japanese; a contact is worth too little")
  func others() throws {
    let night = try Self.causes {
      $0.work = [.init(id: "calls") { _, hour in hour < 5 ? 1 : 0 }]
    }
    #expect(night.map(\.limit) == [.shiftTypes])
    let unknown = try Self.causes {
      $0.work = [.init(id: "japanese") { _, hour in hour >= 9 && hour < 17 ? 1 : 0 }]
    }
    #expect(unknown.map(\.limit) == [.skills])
    #expect(unknown.first?.supplier == nil)
    // Twelve contacts of a cent an hour: nothing against 30.00 an hour.
    let cheap = try Self.causes {
      $0.work[0].lostContact = 1
    }
    #expect(cheap.map(\.limit) == [.worth])
    let shift = try #require(cheap.first?.shift)
    #expect(shift.cost > shift.saving && shift.saving > .zero)
  }

  // Ten hours a day of one position, two people: five shifts have two hours of overtime, the other
  // two days end at five.
  @Test("The plan's ten hours of overtime are used, so that two days end at five")
  func overtime() throws {
    let causes = try Self.causes(required: 1) {
      $0.work = [.init(id: "calls") { _, hour in hour >= 9 && hour < 19 ? 1 : 0 }]
      $0.people = [
        .init(
          id: "team", skills: ["calls"], heads: 2, monthly: 522_000, takeUp: 1,
          overtime: [("CN_OT150", 10)])
      ]
    }
    #expect(causes.map(\.limit) == [.overtime])
    #expect(causes.first?.used == 10 && causes.first?.most == 10)
    #expect(causes.first?.supplier == .group(.init("team")))
  }

  @Test("A seat that pays and that nothing forbids was left out: seats are whole")
  func wholeSeats() throws {
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 9 && hour < 17 ? 2 : 0 }]
    sample.people = [.init(id: "day", skills: ["calls"], heads: 10)]
    sample.types = [.sample("office", from: "09:00", hours: 8)]
    let whole = try sample.schedule()
    // The same schedule without its first day's seats.
    let days = whole.days.enumerated().map { index, day -> DaySchedule in
      guard index == 0 else { return day }
      let coverage = day.coverage.map {
        QueueCoverage(
          queue: $0.queue, required: $0.required, inHouse: $0.required.map { _ in .zero },
          outsourced: $0.outsourced, short: $0.required)
      }
      return DaySchedule(
        date: day.date, slots: day.slots, seats: [], available: day.available, coverage: coverage,
        solve: day.solve)
    }
    let inspector = ScheduleInspector(
      scenario: sample.scenario, requirement: sample.requirement, capacity: sample.capacity,
      schedule: ShiftSchedule(weeks: whole.weeks, days: days))
    let causes = inspector.causes(of: .init("calls"), at: days[0].slots.lowerBound + 20)
    #expect(causes.map(\.limit) == [.wholeSeats])
    let shift = try #require(causes.first?.shift)
    // Eight hours at 30.00 against one of two positions that nobody covers.
    #expect(shift.cost == Money(minorUnits: 24_000))
    #expect(shift.saving > shift.cost)
  }

  @Test("Nothing short has no cause; nor has a slot outside the schedule")
  func covered() throws {
    #expect(try Self.causes { $0.people[0].heads = 10 } == [])
  }

  @Test("The people of an interval: on shift, on a break, and what a seat gives")
  func staff() throws {
    var sample = Sample()
    sample.work = [.init(id: "calls") { _, hour in hour >= 9 && hour < 18 ? 2 : 0 }]
    sample.people = [.init(id: "day", skills: ["calls"], heads: 10, inOffice: 0.1)]
    sample.types = [.sample("office", from: "09:00", hours: 9, breaks: [(1, 4, 4)])]
    let schedule = try sample.schedule()
    let inspector = ScheduleInspector(
      scenario: sample.scenario, requirement: sample.requirement, capacity: sample.capacity,
      schedule: schedule)
    let seats = Double(schedule.days[0].seats.map(\.seats).reduce(0, +))
    let first = schedule.days[0].slots.lowerBound
    let nine = try #require(inspector.staff(at: first + 18).first)
    #expect(nine.onShift == seats && nine.onBreak == 0 && abs(nine.presence - 0.9) < 1e-9)
    #expect(abs(nine.positions.value - seats * 0.9) < 1e-9)
    let one = try #require(inspector.staff(at: first + 26).first)
    #expect(one.onBreak == seats && one.positions == .zero)
    #expect(inspector.staff(at: first).isEmpty && inspector.staff(at: -1).isEmpty)
  }
}
