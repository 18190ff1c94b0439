public import CapacityPlanning
public import Costing
public import Forecasting
public import Scenarios
public import ShiftScheduling
public import Staffing

/// What the chain has given so far: the stages that ran, in order; later ones are `nil`.
public struct StageResults: Sendable, Equatable, Codable {
  /// What was asked.
  public let scenario: Scenario
  /// How many contacts come.
  public var forecast: DemandForecast?
  /// How many positions they need.
  public var requirement: StaffingRequirement?
  /// Who carries them.
  public var capacity: CapacityPlan?
  /// Seats by shift in the peak weeks; also `nil` when the scenario has no shift rules.
  public var schedule: ShiftSchedule?
  /// What it costs.
  public var cost: CostStatement?

  /// No stage has run yet.
  public init(scenario: Scenario) { self.scenario = scenario }

  /// The stages of a whole plan.
  public init(_ plan: Plan) {
    scenario = plan.scenario
    forecast = plan.forecast
    requirement = plan.requirement
    capacity = plan.capacity
    schedule = plan.schedule
    cost = plan.cost
  }

  /// The whole plan, or `nil` while stages are missing.
  public var plan: Plan? {
    guard let forecast, let requirement, let capacity, let cost else { return nil }
    return Plan(
      scenario: scenario, forecast: forecast, requirement: requirement, capacity: capacity,
      schedule: schedule, cost: cost)
  }
}
