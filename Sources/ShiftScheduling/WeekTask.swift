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
  /// The shifts of the evening before that reach the first day's first blocks.
  let eveFamilies: [ShiftFamily]
  /// The first block of each day's program, and the one after the last day's last.
  ///
  /// A day's program reaches from the first block that a shift of the day can cover to the first
  /// that a shift of the next day can: the small hours belong to the evening before. Where the
  /// evening's shifts reach further, its program looks that far (``reach(ofDay:)``).
  let firstBlocks: [Int]
  /// Whether each day is a statutory holiday.
  let isHoliday: [Bool]

  /// Week number `number` of the plan.
  init(
    _ number: Int, scenario: Scenario, requirement: StaffingRequirement, capacity: CapacityPlan
  ) {
    let grid = requirement.grid
    let week = grid.weeks[number]
    let days = grid.dayIndices(ofWeek: number)
    var pools: [Pool] = []
    for group in scenario.staffGroups {
      guard let plan = capacity.groups.first(where: { $0.group == group.id }),
        plan.weeks.indices.contains(number)
      else { continue }
      pools.append(Pool(group, plan: plan.weeks[number], week: week, scenario: scenario))
    }
    for vendor in scenario.vendors {
      guard let plan = capacity.vendors.first(where: { $0.vendor == vendor.id }),
        plan.weeks.indices.contains(number)
      else { continue }
      pools.append(Pool(vendor, plan: plan.weeks[number], scenario: scenario))
    }
    let blocks = RequirementBlocks(
      requirement, days: days.lowerBound..<min(days.upperBound + 1, grid.days.count),
      queues: scenario.queues)
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
    let firstMinute = blocks.blocks.first?.start ?? .max
    eveFamilies =
      firstBlocks[0] > 0
      ? ShiftFamily.families(
        on: week.start.adding(days: -1), pools: pools, scenario: scenario
      ).filter { $0.end > firstMinute } : []
    self.week = week
    self.days = days
    self.pools = pools
    self.blocks = blocks
    self.families = families
    self.firstBlocks = firstBlocks
    isHoliday = dates.map { scenario.calendar.day($0).kind == .statutoryHoliday }
  }

  /// The block after the last that the program of the day with this place in the week looks at: its
  /// own last, or the last that one of its shifts reaches.
  func reach(ofDay day: Int) -> Int {
    let own = firstBlocks[day + 1]
    let end = families[day].lazy.map(\.end).max() ?? .min
    let after = blocks.firstBlock(endingAfter: end)
    let isReached = after < blocks.blocks.count && blocks.blocks[after].start < end
    return max(own, isReached ? after + 1 : after)
  }

  /// The most people of a pool on the day with this place in the week.
  func people(ofPool pool: Int, on day: Int) -> Int {
    pools[pool].people(isHoliday: isHoliday[day])
  }

  /// Whether work of the pool on the day uses up the week's days and hours.
  func counts(pool: Int, on day: Int) -> Bool {
    pools[pool].countsHolidays || !isHoliday[day]
  }
}
