import BusinessCalendar
import CapacityPlanning
import LinearProgramming
import Scenarios
import Testing
import Units

@testable import ShiftScheduling

/// Programs of single days, against other ways to the same number.
@Suite("Programs of a day")
struct ProgramTests {
  /// The task of the sample's first day, with everybody there.
  static func task(_ sample: Sample) -> DayTask {
    let scenario = sample.scenario
    let week = WeekTask(
      0, scenario: scenario, requirement: sample.requirement, capacity: sample.capacity)
    let demand = Demand(
      week.blocks, blocks: week.firstBlocks[0]..<week.firstBlocks[1], queues: scenario.queues,
      policy: scenario.policy)
    let none = week.pools.map { _ in demand.periods.map { _ in 0.0 } }
    return DayTask(
      name: "day", pools: week.pools, families: week.families[0], demand: demand, present: none,
      people: week.pools.map { Double($0.people) }, hours: week.pools.map { _ in 1e6 },
      overtimeHours: week.pools.map(\.overtimeHours),
      outsourcedHours: OutsourcedHours(byQueue: scenario.queues.map { _ in 4 }),
      ended: week.pools.map { _ in [] },
      startingNext: week.pools.map { _ in [] }, heads: week.pools.map(\.people), rest: 660,
      sites: week.sites,
      taken: sample.sites.map { _ in demand.periods.map { _ in 0 } })
  }

  /// One queue, two types with a break each, random work.
  static func small(_ seed: UInt64, heads: Double) -> Sample {
    var random = Seeded(state: seed)
    let shape = (0..<24).map { _ in Double(random.next() % 8) / 2 }
    var sample = Sample()
    sample.slot = .hour
    sample.work = [.init(id: "calls") { _, hour in hour >= 8 && hour < 18 ? shape[Int(hour)] : 0 }]
    sample.people = [.init(id: "team", skills: ["calls"], heads: heads)]
    sample.types = [
      .sample("long", from: "08:00", to: "09:00", hours: 9, breaks: [(1, 3, 4)]),
      .sample("short", from: "13:00", hours: 5, breaks: [(0.5, 2, 2.5)]),
    ]
    return sample
  }

  /// Every shift with every placement of its breaks.
  static func allColumns(_ task: DayTask) -> [DayProgram.Column] {
    task.families.indices.flatMap { index in
      var placements: [[Int]] = [[]]
      for window in task.families[index].breaks {
        placements = placements.flatMap { before in window.offsets.map { before + [$0] } }
      }
      return placements.map { DayProgram.Column(family: index, offsets: $0) }
    }
  }

  @Test("Column generation reaches the program with every shift in it", arguments: 1...8)
  func relaxation(seed: UInt64) throws {
    var options = ScheduleOptions()
    options.relaxationGap = 0
    let task = Self.task(Self.small(seed, heads: 6))
    var generated = DayProgram.complete(task)
    let relaxation = try generated.relax(with: GLPKSolverForTests.solver, options: options)
    var complete = DayProgram.complete(task)
    for column in Self.allColumns(task) { complete.add(column) }
    let exact = try GLPKSolverForTests.solver.solve(complete.cover.program)
    #expect(abs(relaxation.solution.objective - exact.objective) < 1e-4 * abs(exact.objective))
    #expect(relaxation.bound <= exact.objective + 1e-4)
    #expect(relaxation.bound >= exact.objective * (1 - 1e-4))
    #expect(!relaxation.isLimitReached)
  }

  @Test("Three people on every combination of shifts: none is better", arguments: 1...8)
  func bruteForce(seed: UInt64) throws {
    var options = ScheduleOptions()
    options.relaxationGap = 0
    options.searchGap = 0
    let task = Self.task(Self.small(seed, heads: 3))
    var program = DayProgram.complete(task)
    for column in Self.allColumns(task) { program.add(column) }
    let relaxation = try program.relax(with: GLPKSolverForTests.solver, options: options)
    let decision = try program.decide(
      from: relaxation, with: GLPKSolverForTests.solver, options: options)
    var best = Double.infinity
    let columns = Self.allColumns(task)
    func extend(_ chosen: [Int], from first: Int) {
      best = min(best, Self.cost(of: chosen.map { columns[$0] }, task))
      guard chosen.count < 3 else { return }
      for next in first..<columns.count { extend(chosen + [next], from: next) }
    }
    extend([], from: 0)
    #expect(abs(decision.objective - best) < 1e-4 * max(1, best))
  }

  /// Wages and priced shortage, hour by hour.
  static func cost(of columns: [DayProgram.Column], _ task: DayTask) -> Double {
    var cost = 0.0
    var present = task.demand.periods.map { _ in 0.0 }
    for column in columns {
      let family = task.families[column.family]
      cost += family.cost
      for (index, period) in task.demand.periods.enumerated() {
        for minute in period.start..<period.end where minute >= family.start && minute < family.end
        {
          let isOff = zip(family.breaks, column.offsets).contains { pause, offset in
            minute >= family.start + offset && minute < family.start + offset + pause.minutes
          }
          if !isOff { present[index] += 1.0 / 60 }
        }
      }
    }
    for index in present.indices {
      let required = task.demand.required[0][index]
      var short = max(0, required - present[index])
      for (width, price) in [(0.05, 6000.0), (0.15, 9000), (0.55, 15_000), (0.25, 30_000)] {
        let slice = min(short, width * required)
        cost += slice * price
        short -= slice
      }
    }
    return cost
  }

  @Test("Breaks are placed as well as any placement of them", arguments: 1...20)
  func breaks(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let worth = (0..<600).map { _ in Double(random.next() % 100) }
    let type = ShiftType.sample(
      "long", from: "08:00", hours: 10, breaks: [(0.5, 2, 4), (1, 3, 6), (0.25, 5.5, 8)])
    let family = ShiftFamily(
      pool: 0, type: type.id, startTime: LocalDate.epoch.at(.midnight), start: 0, end: 600,
      overtime: 0, breaks: type.breakWindows, paidHours: 8, cost: 0)
    func lost(_ number: Int, _ offset: Int) -> Double {
      worth[offset..<(offset + family.breaks[number].minutes)].reduce(0, +)
    }
    var best = Double.infinity
    for first in family.breaks[0].offsets {
      for second in family.breaks[1].offsets where second >= first + 30 {
        for third in family.breaks[2].offsets where third >= second + 60 {
          best = min(best, lost(0, first) + lost(1, second) + lost(2, third))
        }
      }
    }
    let placed = try #require(family.bestBreaks(lost: lost))
    #expect(placed.lost == best)
    #expect(placed.offsets.enumerated().map { lost($0, $1) }.reduce(0, +) == best)
  }

  @Test("Breaks that cannot follow one another make a type impossible, not the scheduler")
  func impossibleBreaks() throws {
    var sample = Self.small(1, heads: 3)
    sample.types = [.sample("odd", from: "08:00", hours: 9, breaks: [(1, 4, 4), (1, 4, 4)])]
    #expect(try sample.schedule().days.allSatisfy(\.seats.isEmpty))
  }

  @Test(
    "The tiers add up to the requirement: the dearest of the plan from the load, then the last 25 %"
  )
  func tiers() {
    #expect(ShortagePricing.widths(required: 20, load: 10) == [1, 3, 11, 5])
    #expect(ShortagePricing.widths(required: 20, load: 18) == [1, 1, 13, 5])
    #expect(ShortagePricing.widths(required: 20, load: 30) == [1, 0, 14, 5])
    #expect(ShortagePricing.factors == [1, 1.5, 2.5, 5])
  }

  // A tenth of the contacts at 46.00, the others at 6.00: 10.00 on average. The cheap ones fail first:
  // of 20 positions the first 18 at 0.6, the last 2 at 4.6 of the mean.
  @Test(
    "Where some customers are answered first, the cheap contacts fail first, at their own price")
  func tiersOfCustomers() {
    let kinds = [
      ShortagePrice.Kind(share: Share(0.9), price: Multiplier(percent: 60)),
      ShortagePrice.Kind(share: Share(0.1), price: Multiplier(percent: 460)),
    ]
    let tiers = ShortagePricing.tiers(required: 20, load: 10, kinds: kinds)
    let expected: [(Double, Double)] = [
      (1, 0.6), (3, 0.9), (11, 1.5), (3, 3), (2, 23),
    ]
    #expect(tiers.count == expected.count)
    for (tier, (width, factor)) in zip(tiers, expected) {
      #expect(abs(tier.width - width) < 1e-9)
      #expect(abs(tier.factor - factor) < 1e-9)
    }
    #expect(zip(tiers, tiers.dropFirst()).allSatisfy { $0.factor <= $1.factor })
    let plain = ShortagePricing.tiers(
      required: 20, load: 10, kinds: [ShortagePrice.Kind.all])
    #expect(plain.map(\.width) == [1, 3, 11, 5])
    #expect(plain.map(\.factor) == ShortagePricing.factors)
  }

  @Test("The order in which a queue's contacts fail is that of the weekly plan")
  func kindsOfCustomers() {
    func segment(_ id: String, _ share: Double, _ price: Int64, _ priority: Int) -> QueueSegment {
      QueueSegment(
        id: .init(id), name: id, share: Share(share), contactRate: .whole, patience: nil,
        lostContactPrice: Money(minorUnits: price), priority: priority, notice: nil)
    }
    func kinds(_ segments: [QueueSegment]) -> [ShortagePrice.Kind] {
      ShortagePrice.kinds(
        of: Queue(
          id: .init("calls"), name: "Calls", channel: .voice, openingHours: .always,
          target: .answered(share: .percent(80), within: .seconds(20)), maximumOccupancy: .whole,
          patience: nil, handleTime: .seconds(300), minimumPositions: .zero,
          demand: .forecast(IntervalHistory(intervalMinutes: 30, intervals: [], file: "")),
          lostContactPrice: .zero, staffing: QueueStaffing(segments: segments)))
    }
    let two = kinds([segment("gold", 0.1, 4600, 1), segment("plain", 0.9, 600, 2)])
    #expect(two.map(\.share.value) == [0.9, 0.1])
    #expect(two.map(\.price) == [Multiplier(percent: 60), Multiplier(percent: 460)])
    // A lower priority that is worth more, one priority only, or nothing lost: the mean for all.
    let alike = [ShortagePrice.Kind.all]
    #expect(kinds([segment("gold", 0.1, 600, 1), segment("plain", 0.9, 4600, 2)]) == alike)
    #expect(kinds([segment("gold", 0.1, 4600, 1), segment("plain", 0.9, 600, 1)]) == alike)
    #expect(kinds([segment("gold", 0.1, 0, 1), segment("plain", 0.9, 0, 2)]) == alike)
  }
}

/// A generator of the same numbers everywhere (Knuth's MMIX constants).
struct Seeded {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
