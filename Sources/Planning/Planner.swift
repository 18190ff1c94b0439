public import CapacityPlanning
internal import Costing
public import Forecasting
public import LinearProgramming
public import Scenarios
public import ShiftScheduling
public import Staffing

/// Why a plan could not be made; every case says where in the chain.
public enum PlanningError: Error, Sendable, CustomStringConvertible {
  /// The forecast could not be made.
  case forecast(ForecastError)
  /// A queue promises what nobody can keep.
  case requirement(UnreachablePromise)
  /// The weekly program could not be solved.
  case capacity(CapacityError)
  /// The schedule could not be made.
  case schedule(ShiftSchedulingError)
  /// Nobody waits for the plan any longer; there is none before this stage.
  case cancelled(before: PlanningStage)

  /// What went wrong, in the stage's own words.
  public var description: String {
    switch self {
    case .forecast(let error): "forecast: \(error)"
    case .requirement(let error): "requirement: \(error)"
    case .capacity(let error): "capacity: \(error)"
    case .schedule(let error): "schedule: \(error)"
    case .cancelled(let stage): "interrupted before there was a plan (next: \(stage.rawValue))"
    }
  }
}

/// The pipeline: a scenario in, a costed plan of seats out.
///
/// Each stage takes the value before it; a caller that needs only the first stages calls their
/// methods alone.
public struct Planner: Sendable {
  /// Who solves the linear programs.
  public let solver: any Solver
  /// How the weekly program is solved.
  public let capacityOptions: CapacityOptions
  /// How the daily programs are solved.
  public let scheduleOptions: ScheduleOptions
  /// Whether the schedule is no longer waited for; see ``ShiftScheduler``.
  public let isScheduleCancelled: (@Sendable () -> Bool)?
  /// Told how far the search for the weekly plan has come; may end it, see ``CapacityPlanner``.
  public let onCapacityProgress: CapacityPlanner.Listener?

  /// A planner that solves with `solver`.
  ///
  /// - Parameter isScheduleCancelled: once it says yes the schedule stage ends at once, with the
  ///   weeks that are done; the other stages go on.
  public init(
    solver: any Solver, capacityOptions: CapacityOptions = CapacityOptions(),
    scheduleOptions: ScheduleOptions = ScheduleOptions(),
    isScheduleCancelled: (@Sendable () -> Bool)? = nil,
    onCapacityProgress: CapacityPlanner.Listener? = nil
  ) {
    self.solver = solver
    self.capacityOptions = capacityOptions
    self.scheduleOptions = scheduleOptions
    self.isScheduleCancelled = isScheduleCancelled
    self.onCapacityProgress = onCapacityProgress
  }

  /// Runs the chain up to and including `last`.
  ///
  /// - Parameter onStage: is called before each stage starts; what it throws ends the chain.
  public func run(
    _ scenario: Scenario, until last: PlanningStage = .cost,
    onStage: (PlanningStage) throws(PlanningError) -> Void = { _ throws(PlanningError) in }
  ) throws(PlanningError) -> StageResults {
    var results = StageResults(scenario: scenario)
    try onStage(.forecast)
    let forecast = try forecast(scenario)
    results.forecast = forecast
    guard last != .forecast else { return results }

    try onStage(.requirement)
    let requirement = try requirement(scenario, forecast: forecast)
    results.requirement = requirement
    guard last != .requirement else { return results }

    try onStage(.capacity)
    let capacity = try capacity(scenario, requirement: requirement)
    results.capacity = capacity
    guard last != .capacity else { return results }

    try onStage(.schedule)
    let schedule = try schedule(scenario, requirement: requirement, capacity: capacity)
    results.schedule = schedule
    guard last != .schedule else { return results }

    try onStage(.cost)
    results.cost = CostAccountant().statement(
      scenario: scenario, capacity: capacity, schedule: schedule)
    return results
  }

  /// Runs the whole chain.
  public func plan(_ scenario: Scenario) throws(PlanningError) -> Plan {
    let forecast = try forecast(scenario)
    let requirement = try requirement(scenario, forecast: forecast)
    let capacity = try capacity(scenario, requirement: requirement)
    let schedule = try schedule(scenario, requirement: requirement, capacity: capacity)
    let cost = CostAccountant().statement(
      scenario: scenario, capacity: capacity, schedule: schedule)
    return Plan(
      scenario: scenario, forecast: forecast, requirement: requirement, capacity: capacity,
      schedule: schedule, cost: cost)
  }

  /// How many contacts come.
  public func forecast(_ scenario: Scenario) throws(PlanningError) -> DemandForecast {
    do {
      return try Forecaster().forecast(scenario)
    } catch {
      throw .forecast(error)
    }
  }

  /// How many positions they need.
  public func requirement(
    _ scenario: Scenario, forecast: DemandForecast
  ) throws(PlanningError) -> StaffingRequirement {
    do {
      return try StaffingCalculator().requirement(of: scenario, for: forecast)
    } catch {
      throw .requirement(error)
    }
  }

  /// Who carries them, week by week.
  public func capacity(
    _ scenario: Scenario, requirement: StaffingRequirement
  ) throws(PlanningError) -> CapacityPlan {
    do {
      return try CapacityPlanner(
        solver: solver, options: capacityOptions, onProgress: onCapacityProgress
      ).plan(scenario, requirement: requirement)
    } catch {
      throw .capacity(error)
    }
  }

  /// The weekly program itself, for LP and MPS files.
  public func capacityProgram(
    _ scenario: Scenario, requirement: StaffingRequirement
  ) -> LinearProgram {
    CapacityPlanner(solver: solver, options: capacityOptions)
      .program(scenario, requirement: requirement)
  }

  /// Seats by shift in the peak weeks; `nil` when the scenario has no shift rules.
  public func schedule(
    _ scenario: Scenario, requirement: StaffingRequirement, capacity: CapacityPlan
  ) throws(PlanningError) -> ShiftSchedule? {
    do {
      return try ShiftScheduler(
        solver: solver, options: scheduleOptions, isCancelled: isScheduleCancelled
      ).schedule(scenario, requirement: requirement, capacity: capacity)
    } catch {
      throw .schedule(error)
    }
  }
}
