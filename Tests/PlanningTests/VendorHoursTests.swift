import BusinessCalendar
import CapacityPlanning
import Costing
import Forecasting
import GLPK
import Planning
import PlanningFixtures
import Scenarios
import ShiftScheduling
import Staffing
import Testing
import Units

/// One week from Monday 1 June 2026, eight hours open on each of seven days, 56 hours: every slot needs
/// the same. Nobody of ours; a vendor whose hour is worth half of one of ours.
@Suite("A vendor's hours on their way")
struct VendorHoursTests {
  private func fixture() -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [QueueFixture("calls", weeklyHours: [56])]
    var vendor = VendorFixture("north", skills: ["calls"])
    vendor.proficiency = .percent(50)
    vendor.price = 1000
    fixture.vendors = [vendor]
    return fixture
  }

  @Test(
    "What is required is what the plan gives it, spread like the requirement, in its own people")
  func required() throws {
    let fixture = fixture()
    let capacity = try CapacityPlanner(solver: GLPKSolver())
      .plan(fixture.scenario, requirement: fixture.requirement)
    let required = VendorRequirement.all(of: plan(fixture, capacity))[0]
    let people = required.queues[0].people.map(\.value)
    // One position all week is two of its people.
    let open = people.filter { $0 > 0 }
    #expect(open.count == 56)
    #expect(open.allSatisfy { abs($0 - 2) < 1e-6 })
    let billed = capacity.vendors[0].weeks[0].billedOrdinary.hours
    #expect(abs(people.reduce(0, +) - billed) < 0.01)
  }

  /// Monday has shifts. North has two people from nine to five, with an hour's break at twelve, and takes
  /// both queues; south one on the same shift, and takes chats alone. Each is worth half of one of ours.
  /// At nine vendors serve 0.75 positions of each queue: south gives chats its half, so north gives them
  /// 0.25 and calls 0.75. At ten nobody is served and chats need twice what calls do. From one on they
  /// serve calls alone; south has nothing to serve then, and is asked for chats, which need it.
  @Test(
    "On scheduled days required are the people on shifts, divided as the schedule's coverage is")
  func shifts() throws {
    var fixture = fixture()
    fixture.queues = [
      QueueFixture("calls", weeklyHours: [56]), QueueFixture("chats", weeklyHours: [56]),
    ]
    fixture.vendors = ["north", "south"].map { name in
      var vendor = VendorFixture(name, skills: name == "north" ? ["calls", "chats"] : ["chats"])
      vendor.proficiency = .percent(50)
      return vendor
    }
    let capacity = try CapacityPlanner(solver: GLPKSolver())
      .plan(fixture.scenario, requirement: fixture.requirement)
    let grid = fixture.requirement.grid
    let monday = grid.days[0].date
    let slots = grid.slotIndices(ofDay: 0)
    let nine = try #require(
      grid.index(of: LocalDateTime(date: monday, time: LocalTime(hour: 9) ?? .midnight)))
    func seats(_ vendor: String, _ count: Int) -> ShiftSeats {
      ShiftSeats(
        supplier: .vendor(Vendor.ID(vendor)), type: Identifier("day"),
        start: LocalDateTime(date: monday, time: LocalTime(hour: 9) ?? .midnight),
        length: WorkTime(hours: 8),
        breaks: [.init(offset: WorkTime(hours: 3), length: WorkTime(hours: 1), isPaid: true)],
        seats: count)
    }
    func coverage(_ queue: String, required: [Double], served: [Double]) -> QueueCoverage {
      func day(_ values: [Double]) -> [Positions] {
        slots.map { slot in
          let place = slot - nine
          return Positions(values.indices.contains(place) ? values[place] : 0)
        }
      }
      return QueueCoverage(
        queue: Queue.ID(queue), required: day(required), inHouse: day([]),
        outsourced: day(served), short: day([]))
    }
    let schedule = ShiftSchedule(
      weeks: [grid.weeks[0]],
      days: [
        DaySchedule(
          date: monday, slots: slots, seats: [seats("north", 2), seats("south", 1)],
          available: [],
          coverage: [
            coverage("calls", required: [1, 1, 1, 1, 1], served: [0.75, 0, 0, 0, 1]),
            coverage("chats", required: [2, 2, 2, 2, 2], served: [0.75, 0, 0, 0, 0]),
          ], solve: capacity.solve)
      ])
    let asked = VendorRequirement.all(of: plan(fixture, capacity, schedule))
    func people(_ vendor: Int, _ queue: String, _ place: Int) -> Double {
      asked[vendor].queues.first { $0.queue == Queue.ID(queue) }?.people[nine + place].value ?? 0
    }
    func expect(_ place: Int, north: (Double, Double), south: Double) {
      #expect(abs(people(0, "calls", place) - north.0) < 0.006, "\(place)")
      #expect(abs(people(0, "chats", place) - north.1) < 0.006, "\(place)")
      #expect(abs(people(1, "chats", place) - south) < 0.006, "\(place)")
    }
    expect(0, north: (1.5, 0.5), south: 1)
    expect(1, north: (2.0 / 3, 4.0 / 3), south: 1)
    expect(3, north: (0, 0), south: 0)
    expect(4, north: (2, 0), south: 1)
    #expect(asked[0].weeksOfShifts == [monday])
    // Tuesday has no shifts in this schedule: its hours are spread as before.
    let before = VendorRequirement.all(of: plan(fixture, capacity))
    let tuesday = grid.slotIndices(ofDay: 1)
    for vendor in asked.indices {
      for queue in before[vendor].queues {
        let now = asked[vendor].queues.first { $0.queue == queue.queue }
        #expect(now.map { Array($0.people[tuesday]) } == Array(queue.people[tuesday]))
      }
    }
  }

  private func plan(
    _ fixture: ScenarioFixture, _ capacity: CapacityPlan, _ schedule: ShiftSchedule? = nil
  ) -> Plan {
    Plan(
      scenario: fixture.scenario,
      forecast: DemandForecast(grid: fixture.requirement.grid, queues: []),
      requirement: fixture.requirement, capacity: capacity, schedule: schedule,
      cost: CostStatement(currency: fixture.scenario.currency, lines: [], scheduleLines: []))
  }

  /// Required are 2 in four slots; committed 2, 1, 3, 2; delivered 2, 1, 2, 0.
  @Test("Hours too many in one interval make up for none in another")
  func tracking() throws {
    let grid = fixture().requirement.grid
    let (north, calls) = (Vendor.ID("north"), Queue.ID("calls"))
    func people(_ first: [Double]) -> VendorPeople {
      var people = VendorPeople()
      people.people[north] = [
        calls: first + [Double](repeating: 0, count: grid.slotCount - first.count)
      ]
      return people
    }
    func track(_ steps: [(VendorTracking.Step, VendorPeople)]) -> VendorTracking {
      VendorTracking(of: [north], queues: [calls], on: grid, steps)
    }
    let tracking = track([
      (.required, people([2, 2, 2, 2])), (.committed, people([2, 1, 3, 2])),
      (.delivered, people([2, 1, 2, 0])),
    ])
    #expect(tracking.lines.map(\.steps) == [tracking.total.steps])
    #expect(tracking.lines[0].from == grid.weeks[0].start)
    let committed = tracking.total.steps[1]
    #expect(committed.hours == WorkTime(hours: 8))
    #expect(committed.shortfall == WorkTime(hours: 1))
    #expect(committed.surplus == WorkTime(hours: 1))
    #expect(committed.lineAdherence == Share(7.0 / 8))
    #expect(committed.intervalsKept == 2 && committed.intervals == 4)
    let delivered = tracking.total.steps[2]
    #expect(delivered.shortfall == WorkTime(hours: 3))
    #expect(delivered.lineAdherence == Share(5.0 / 8))
    #expect(delivered.intervalsKept == 2)
  }

  /// In one slot north is asked for 3 on calls and 1 on chats, and gives 2 who stand by for both and 2 on
  /// calls; south is asked for 2 on calls and gives 1, and 1 in the slot after, for which nobody asked.
  @Test("By vendor, by queue and by day: people of one vendor make up for none of another")
  func groupings() {
    let grid = fixture().requirement.grid
    let (calls, chats) = (Queue.ID("calls"), Queue.ID("chats"))
    let (north, south) = (Vendor.ID("north"), Vendor.ID("south"))
    var required = VendorPeople()
    func add(
      _ people: inout VendorPeople, _ count: Double, _ vendor: Vendor.ID, _ queues: [Queue.ID],
      _ slot: Int,
      like asked: VendorPeople = VendorPeople()
    ) {
      people.add(count, of: vendor, for: queues, in: slot, of: grid.slotCount, like: asked)
    }
    add(&required, 3, north, [calls], 9)
    add(&required, 1, north, [chats], 9)
    add(&required, 2, south, [calls], 9)
    var given = VendorPeople()
    add(&given, 2, north, [calls, chats], 9, like: required)
    add(&given, 2, north, [calls], 9)
    add(&given, 1, south, [calls], 9)
    add(&given, 1, south, [calls], 10)
    func track(_ grouping: VendorTracking.Grouping) -> VendorTracking {
      VendorTracking(
        of: [north, south], queues: [calls, chats], on: grid,
        [(.required, required), (.committed, given)], by: grouping)
    }
    func figures(_ line: VendorTracking.Line) -> [Double] {
      [line.steps[1].hours, line.steps[1].shortfall, line.steps[1].surplus].map(\.hours)
    }
    #expect(track(.vendor).lines.map(\.vendor) == [north, south])
    #expect(track(.vendor).lines.map(figures) == [[4, 0, 0], [2, 1, 1]])
    #expect(track(.queue).lines.map(\.queue) == [calls, chats, calls])
    // The two who stand by count as three quarters and one quarter, as north is asked for.
    #expect(track(.queue).lines.map(figures) == [[3.5, 0, 0.5], [0.5, 0.5, 0], [2, 1, 1]])
    #expect(track(.day).lines.map(\.from) == [grid.days[0].date])
    for grouping in VendorTracking.Grouping.allCases {
      #expect(figures(track(grouping).total) == [6, 1, 1])
    }
  }
}
