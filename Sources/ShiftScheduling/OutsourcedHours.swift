internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Staffing
internal import Units

/// The most net hours that vendors may give in a week (or in what is left of it): to each queue, and
/// to all together.
///
/// Counted as in the capacity plan: hours in which a vendor's people serve a queue, in hours of an
/// experienced agent. A queue without a limit has all its hours.
struct OutsourcedHours: Sendable, Equatable {
  /// By queue.
  var byQueue: [Double]
  /// Over all queues; `nil` without a limit.
  var overall: Double?
}

extension OutsourcedHours {
  /// The hours of week number `number`.
  ///
  /// - Of a queue its share of the week's required hours.
  /// - Of all queues the policy's share of the week's required hours. The capacity plan keeps that
  ///   share over the horizon, not in each week: where it has vendors give more of this week, its
  ///   own hours are the limit. Rounding seats up to whole ones needs no allowance, because the
  ///   seats' hours of the week are not rounded.
  init(
    ofWeek number: Int, blocks: RequirementBlocks, scenario: Scenario,
    requirement: StaffingRequirement, capacity: CapacityPlan
  ) {
    let grid = requirement.grid
    byQueue = scenario.queues.indices.map { index in
      let share = scenario.policy.outsourcingLimit(of: scenario.queues[index].id).value
      var hours = 0.0
      for day in grid.dayIndices(ofWeek: number) {
        for block in blocks.blocks(ofDay: day) {
          hours += blocks.required[index][block] * blocks.blocks[block].hours
        }
      }
      return hours * share
    }
    guard let share = scenario.policy.maximumOutsourcedShare, share < .whole else { return }
    var required = 0.0
    for queue in scenario.queues {
      guard let positions = requirement[queue.id]?.positions else { continue }
      for slot in grid.slotIndices(ofWeek: number).clamped(to: positions.indices) {
        required += max(0, positions[slot].value)
      }
    }
    required *= Double(grid.slotLength.minutes) / 60
    var planned = 0.0
    for vendor in scenario.vendors {
      guard let plan = capacity.vendors.first(where: { $0.vendor == vendor.id }),
        plan.weeks.indices.contains(number)
      else { continue }
      planned += plan.weeks[number].allocations.map(\.netTime).total().hours
    }
    overall = max(share.value * required, planned)
  }
}
