import BusinessCalendar
import CapacityPlanning
import Costing
import Planning
import Scenarios
import Staffing
import Units

extension SamplePlan {
  /// The sample plan with its two queues in a pool that saves a tenth, and team leaders 1 per 12.
  static func planWithPool() -> Plan {
    let plan = plan()
    let base = plan.scenario
    let desk = QueuePool.ID("desk")
    let scenario = Scenario(
      id: base.id, name: base.name, question: base.question, currency: base.currency,
      timeZone: base.timeZone, calendar: base.calendar, slotLength: base.slotLength,
      horizon: base.horizon, queues: base.queues, sites: base.sites,
      staffGroups: base.staffGroups, vendors: base.vendors, events: base.events,
      policy: base.policy, shifts: base.shifts, payRules: base.payRules, seed: base.seed,
      pools: [
        QueuePool(
          id: desk, name: "Desk 综合台", queues: [chat, voice], order: .shared, reserve: .zero)
      ],
      supportRoles: [
        SupportRole(
          id: SupportRole.ID("team-leader"), name: "Team leader 组长",
          span: SupportRole.Span(1, per: 12), groups: [wuhan],
          wage: .monthly(Money(minorUnits: 820_000)), employerOnCost: .percent(32))
      ])
    let count = plan.requirement.grid.slotCount
    let separate = (0..<count).map { slot in
      plan.requirement.queues.map { $0.positions[slot] }.total()
    }
    let pool = PoolRequirement(
      pool: desk, queues: [chat, voice], method: "one queue of the summed load",
      separate: separate, positions: separate.map { $0 * 0.9 },
      reserve: separate.map { _ in .zero }, occupancy: separate.map { _ in .percent(80) },
      services: [])
    return Plan(
      scenario: scenario, forecast: plan.forecast,
      requirement: StaffingRequirement(
        grid: plan.requirement.grid, queues: plan.requirement.queues, pools: [pool]),
      capacity: plan.capacity, schedule: plan.schedule,
      cost: CostAccountant().statement(
        scenario: scenario, capacity: plan.capacity, schedule: nil))
  }
}
