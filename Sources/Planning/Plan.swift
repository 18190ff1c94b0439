public import CapacityPlanning
public import Costing
public import Forecasting
public import Scenarios
public import ShiftScheduling
public import Staffing

/// The whole chain's result: every stage's value, from the scenario to its cost.
public struct Plan: Sendable, Equatable, Codable {
  /// What was asked.
  public let scenario: Scenario
  /// How many contacts come.
  public let forecast: DemandForecast
  /// How many positions they need.
  public let requirement: StaffingRequirement
  /// Who carries them.
  public let capacity: CapacityPlan
  /// Seats by shift in the peak weeks; `nil` when the scenario has no shift rules.
  public let schedule: ShiftSchedule?
  /// What it costs.
  public let cost: CostStatement

  /// A plan of all stages.
  public init(
    scenario: Scenario, forecast: DemandForecast, requirement: StaffingRequirement,
    capacity: CapacityPlan, schedule: ShiftSchedule?, cost: CostStatement
  ) {
    self.scenario = scenario
    self.forecast = forecast
    self.requirement = requirement
    self.capacity = capacity
    self.schedule = schedule
    self.cost = cost
  }
}
