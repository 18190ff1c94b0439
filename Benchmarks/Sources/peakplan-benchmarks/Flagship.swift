import Foundation
import GLPK
import Measuring
import Planning
import ScenarioFiles

/// Plans the flagship scenario, stage by stage.
func benchmarkFlagship() throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let folder = root.appendingPathComponent("scenarios/double-11").path
  print("scenarios/double-11, median of 5 runs")
  let (reading, scenario) = try Measurement.measure("read the scenario", runs: 5) {
    try ScenarioReader().read(folder: folder).scenario
  }
  let planner = Planner(solver: GLPKSolver())
  let (forecasting, forecast) = try Measurement.measure("forecast", runs: 5) {
    try planner.forecast(scenario)
  }
  let (sizing, requirement) = try Measurement.measure("staffing requirement", runs: 5) {
    try planner.requirement(scenario, forecast: forecast)
  }
  let (planning, capacity) = try Measurement.measure("capacity program", runs: 5) {
    try planner.capacity(scenario, requirement: requirement)
  }
  let (scheduling, _) = try Measurement.measure("shift schedule of the peak week", runs: 5) {
    try planner.schedule(scenario, requirement: requirement, capacity: capacity)
  }
  let (whole, _) = try Measurement.measure("the whole chain", runs: 5) {
    try planner.plan(scenario)
  }
  for stage in [reading, forecasting, sizing, planning, scheduling, whole] { print(stage.line) }
  print(String(format: "peak memory of this process %30.0f MB\n", peakMemory()))
}
