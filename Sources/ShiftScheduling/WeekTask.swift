internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Staffing
internal import Units

/// One week that is scheduled: its people, its possible shifts, and where its days begin.
struct WeekTask: Sendable {
  /// The week.
  let week: Week
  /// Numbers of the week's days in the requirement's grid.
  let days: Range<Int>
  /// The pools: groups, then vendors, in the scenario's order.
  let pools: [Pool]
  /// The requirement of the week, and of the day after it where the horizon has one.
  let blocks: RequirementBlocks
  /// The shifts that may start on each day.
  let families: [[ShiftFamily]]
  /// The shifts of the evening before that reach into the week; they cost what of them lies in it,
  /// and have no overtime.
  let eveFamilies: [ShiftFamily]
  /// The most people of each pool on these shifts: a seventh of the week's days of work (as on any
  /// day), and no more than there are in the week before, where the plan has it.
  let evePeople: [Int]
  /// The first block of each day's program, and the one after the last day's last.
  ///
  /// A day's program reaches from the first block that a shift of the day can cover to the first
  /// that a shift of the next day can: the small hours belong to the evening before. Where the
  /// evening's shifts reach further, its program looks that far (``reach(ofDay:)``).
  let firstBlocks: [Int]
  /// Whether each day is a statutory holiday.
  let isHoliday: [Bool]
  /// What the calendar says of each day.
  private let kinds: [DayKind]
  /// The most hours that vendors may give.
  let outsourcedHours: OutsourcedHours
  /// Seats of each site.
  let sites: [SiteSeats]

  /// Week number `number` of the plan.
  init(
    _ number: Int, scenario: Scenario, requirement: StaffingRequirement, capacity: CapacityPlan
  ) {
    let grid = requirement.grid
    let week = grid.weeks[number]
    let days = grid.dayIndices(ofWeek: number)
    let blocks = RequirementBlocks(
      requirement, days: days.lowerBound..<min(days.upperBound + 1, grid.days.count),
      queues: scenario.queues)
    let pools = Pool.pools(ofWeek: number, week: week, scenario: scenario, capacity: capacity)
      .map { $0.paidAnyway(whereHoursCost: blocks.prices) }
    let dates = days.map { grid.days[$0].date }
    let families = dates.map {
      ShiftFamily.families(on: $0, pools: pools, scenario: scenario)
    }
    let after = ShiftFamily.families(on: week.end, pools: pools, scenario: scenario)
    var firstBlocks: [Int] = []
    for (index, starting) in (families + [after]).enumerated() {
      let own = blocks.blocks(ofDay: days.lowerBound + index)
      let end = own.isEmpty ? blocks.blocks.count : own.upperBound
      let first = starting.map(\.start).min().map { min(blocks.firstBlock(endingAfter: $0), end) }
      firstBlocks.append(max(first ?? end, firstBlocks.last ?? 0))
    }
    let eve = week.start.adding(days: -1)
    let kindOfEve = scenario.calendar.day(eve).kind
    let before =
      number > 0
      ? Pool.pools(
        ofWeek: number - 1, week: grid.weeks[number - 1], scenario: scenario, capacity: capacity)
      : pools
    evePeople = pools.indices.map { index in
      let days = (pools[index].workDays / 7).rounded(.up)
      let share = days < Double(pools[index].people) ? Int(max(0, days)) : pools[index].people
      let there = before.indices.contains(index) ? before[index] : pools[index]
      return min(share, there.people(on: kindOfEve))
    }
    let firstMinute = blocks.blocks.first?.start ?? .max
    eveFamilies = ShiftFamily.families(on: eve, pools: pools, scenario: scenario)
      .filter { $0.end > firstMinute && $0.overtime == 0 }
      .map { family in
        var family = family
        family.cost *= Double(family.end - firstMinute) / Double(family.end - family.start)
        return family
      }
    self.week = week
    self.days = days
    self.pools = pools
    self.blocks = blocks
    self.families = families
    self.firstBlocks = firstBlocks
    outsourcedHours = OutsourcedHours(
      ofWeek: number, blocks: blocks, scenario: scenario, requirement: requirement,
      capacity: capacity)
    sites = scenario.sites.map {
      SiteSeats($0, ofWeek: number, week: week, scenario: scenario, capacity: capacity)
    }
    kinds = dates.map { scenario.calendar.day($0).kind }
    isHoliday = kinds.map { $0 == .statutoryHoliday }
  }

  /// The block after the last that the program of the day with this place in the week looks at: its
  /// own last, or the last that one of its shifts reaches.
  func reach(ofDay day: Int) -> Int {
    let own = firstBlocks[day + 1]
    let end = families(ofDay: day).lazy.map(\.end).max() ?? .min
    let after = blocks.firstBlock(endingAfter: end)
    let isReached = after < blocks.blocks.count && blocks.blocks[after].start < end
    return max(own, isReached ? after + 1 : after)
  }

  /// The shifts that may start on the day with this place in the week; on −1, the evening before it,
  /// those that reach into it.
  func families(ofDay day: Int) -> [ShiftFamily] { day < 0 ? eveFamilies : families[day] }

  /// The most people of a pool on the day with this place in the week, or the evening before it.
  func people(ofPool pool: Int, on day: Int) -> Int {
    day < 0 ? evePeople[pool] : pools[pool].people(on: kinds[day])
  }

  /// Whether work of the pool on the day uses up the week's days and hours; never that of the
  /// evening before it.
  func counts(pool: Int, on day: Int) -> Bool {
    day >= 0 && (pools[pool].countsHolidays || !isHoliday[day])
  }
}
