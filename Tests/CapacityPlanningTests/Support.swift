import CapacityPlanning
import Foundation
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Files beside the tests that hold what a function wrote before; `RECORD_GOLDEN=1` writes them
/// anew, and the difference is then read in the commit.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  /// Expects `text` to be what is kept under `name`.
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let kept = try #require(
      try? String(contentsOf: file, encoding: .utf8),
      "no golden file \(name); run with RECORD_GOLDEN=1", sourceLocation: sourceLocation)
    guard kept != text else { return }
    let pairs = zip(kept.split(separator: "\n"), text.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    Issue.record(
      "\(name) differs: kept \(first?.0.prefix(200) ?? "") now \(first?.1.prefix(200) ?? "")",
      sourceLocation: sourceLocation)
  }
}

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
