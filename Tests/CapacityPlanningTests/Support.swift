import CapacityPlanning
import Foundation
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// The best plan of a fixture, to the last minor unit.
func bestPlan(_ fixture: ScenarioFixture) throws -> CapacityPlan {
  try CapacityPlanner(solver: GLPKSolver(), options: CapacityOptions(gap: .zero))
    .plan(fixture.scenario, requirement: fixture.requirement)
}

/// A plan of a fixture within the usual gap.
func plan(_ fixture: ScenarioFixture) throws -> CapacityPlan {
  try CapacityPlanner(solver: GLPKSolver())
    .plan(fixture.scenario, requirement: fixture.requirement)
}

extension CapacityPlan {
  /// A part of the objective in major units, 0 where there is none.
  func part(_ key: String) -> Double {
    (objectiveParts.first { $0.key == key }?.value ?? 0) / 100
  }

  /// Paid overtime hours of one pay class over the horizon.
  func overtime(_ payClass: String) -> Double {
    groups.flatMap(\.weeks).flatMap(\.overtime).filter { $0.payClass == payClass }
      .map(\.paidTime.hours).reduce(0, +)
  }

  /// Paid overtime hours of all pay classes over the horizon.
  var overtimeHours: Double {
    groups.flatMap(\.weeks).flatMap(\.overtime).map(\.paidTime.hours).reduce(0, +)
  }

  /// Hours short over the horizon.
  var shortHours: Double { shortages.map(\.netTime.hours).reduce(0, +) }
}

/// Whether two numbers agree to a ten-thousandth, absolute below one.
func agree(_ first: Double, _ second: Double, within tolerance: Double = 1e-4) -> Bool {
  (first - second).magnitude <= tolerance * max(1, first.magnitude)
}
