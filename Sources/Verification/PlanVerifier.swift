public import CapacityPlanning
public import Costing
public import Scenarios
public import ShiftScheduling
public import Staffing

/// Recomputes a capacity plan from its decisions and the scenario alone, week by week, by other
/// means than the program that made it, and says where it disagrees.
///
/// Decisions are the classes and their people, the extra hours, the hours each gives to each queue,
/// who is let go, moves or learns, leave and time off, the billed hours and the months of contracts.
/// All else is recomputed: heads, hours, caps, seats,
/// notices, commitments, coverage, shortage. Of a schedule the shifts are given, and who is there in
/// each interval follows. Money is priced again through `Costing` and added up
/// once more by category. What it cannot know without a solver (shadow prices, the proven bound,
/// causes) is not checked; rules and decisions that no check knows are findings of
/// ``CheckFamily/notChecked``.
public struct PlanVerifier: Sendable {
  private let scenario: Scenario
  private let requirement: StaffingRequirement

  /// A verifier of plans of `scenario`, whose queues need `requirement`.
  public init(_ scenario: Scenario, requirement: StaffingRequirement) {
    self.scenario = scenario
    self.requirement = requirement
  }

  /// What is wrong with `plan`, and with its `cost` where it is given; `schedule` belongs to the
  /// cost's schedule lines, and `outline` is of the program that the scenario gives, built again but
  /// not solved.
  public func report(
    on plan: CapacityPlan, cost: CostStatement? = nil, schedule: ShiftSchedule? = nil,
    outline: ProgramOutline? = nil
  ) -> VerificationReport {
    var log = CheckLog()
    ShapeCheck(scenario: scenario, requirement: requirement, plan: plan).run(&log)
    KnownPartsCheck(scenario: scenario, plan: plan).run(&log)
    // A plan of another shape has no weeks to compare.
    guard !log.findings.contains(where: { $0.family == .plan }) else { return log.report }
    let evidence = Evidence(scenario: scenario, requirement: requirement, plan: plan)
    let checks: [any PlanCheck] = [
      RequirementCheck(), HeadsCheck(), ClassCheck(), HoursCheck(), OvertimePerWeekCheck(),
      OvertimePerMonthCheck(), RollingOvertimeCheck(), EmploymentCheck(), RedundancyCheck(),
      TransfersCheck(), RecruitingCheck(), RoomsCheck(), LeaveCheck(), UndertimeCheck(),
      FatigueCheck(), ShiftDifferentialCheck(), ContactRatesCheck(), NightHoursCheck(),
      TimeOffCheck(),
      CrossTrainingCheck(), SeatsCheck(),
      VendorSeatsCheck(),
      VendorHoursCheck(),
      VendorContractCheck(), OutsourcingCheck(), ContractClauseCheck(), ReliefCheck(), CoverCheck(),
      ShortageCheck(), EndStrengthCheck(),
      PinCheck(), ProgramCheck(outline: outline),
    ]
    for check in checks { check.run(evidence, &log) }
    if let schedule { ScheduleCheck(schedule: schedule).run(evidence, &log) }
    if let cost {
      BudgetCheck(cost: cost).run(evidence, &log)
      LedgerCheck(cost: cost, schedule: schedule).run(evidence, &log)
      CategoryCheck(cost: cost).run(evidence, &log)
      ObjectiveCheck(cost: cost).run(evidence, &log)
    }
    return log.report
  }

  /// The findings of ``report(on:cost:schedule:outline:)``.
  public func findings(
    in plan: CapacityPlan, cost: CostStatement? = nil, schedule: ShiftSchedule? = nil
  ) -> [Finding] {
    report(on: plan, cost: cost, schedule: schedule).findings
  }
}

/// One family of rules, checked by itself.
protocol PlanCheck {
  /// Compares what the plan says with what follows from `evidence`.
  func run(_ evidence: Evidence, _ log: inout CheckLog)
}
