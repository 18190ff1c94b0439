import CapacityPlanning
import CapacityScenarios
import Forecasting
import Foundation
import GLPK
import LinearProgramming
import Measuring
import ScenarioFiles
import Scenarios
import Staffing
import Synchronization
import Units

/// Plans made-up scenarios, and asks other solvers for the same program.
struct CapacityBenchmark {
  private let request: CapacityRequest
  private let folder: URL

  init(_ request: CapacityRequest) {
    self.request = request
    folder =
      request.folder
      ?? FileManager.default.temporaryDirectory
      .appending(path: "peakplan-capacity-\(ProcessInfo.processInfo.processIdentifier)")
  }

  func run() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { if request.folder == nil { try? FileManager.default.removeItem(at: folder) } }
    for size in request.sizes {
      for seed in request.seeds { try measure(ScenarioGenerator(size, seed: seed)) }
    }
  }

  private func measure(_ generator: ScenarioGenerator) throws {
    let place = folder.appending(path: generator.id)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for file in generator.files {
      try Data(file.text.utf8).write(to: place.appending(path: file.name))
    }
    let (reading, scenario) = try Measurement.once {
      try ScenarioReader().read(folder: place.path).scenario
    }
    let (sizing, requirement) = try Measurement.once {
      try StaffingCalculator().requirement(of: scenario, for: try Forecaster().forecast(scenario))
    }
    let log = SearchLog(isVerbose: request.isVerbose)
    var options = CapacityOptions()
    if let gap = request.gap { options.gap = Share(gap) }
    options.timeLimit = request.timeLimit.map { .seconds($0) }
    let planner = CapacityPlanner(
      solver: GLPKSolver(), options: options, onProgress: { log.note($0) })
    let (building, program) = Measurement.once {
      planner.program(scenario, requirement: requirement)
    }
    let whole = program.variables.count { program.kind(of: $0) != .continuous }
    print(
      "\(generator.id): \(program.constraintCount) rows, \(program.variableCount) columns, "
        + "\(program.coefficientCount) coefficients, \(whole) whole; "
        + String(format: "read %.2f s, requirement %.2f s, built %.2f s", reading, sizing, building)
    )
    log.start()
    let began = processorSeconds()
    let (elapsed, plan) = try Measurement.once {
      try planner.plan(scenario, requirement: requirement)
    }
    let outcome = Outcome(
      solver: "PeakPlan", objective: plan.solve.objective / Double(100),
      bound: (plan.solve.bound ?? -.infinity) / 100, seconds: processorSeconds() - began)
    print(
      outcome.line
        + String(
          format: "  (%.2f s by the clock, %@, peak memory %.0f MB)",
          elapsed, plan.solve.status, peakMemory()))
    let way = log.way(to: outcome.objective)
    try measurePins(scenario, requirement, plan, options)
    guard let seconds = request.peerSeconds else { return }
    let file = place.appending(path: "program.mps")
    try Data(program.mpsText.utf8).write(to: file)
    try Peers.compare(file: file, seconds: seconds, ours: way)
  }
}

extension CapacityBenchmark {
  /// Times a plan that is solved again with a pin, its other whole decisions held.
  private func measurePins(
    _ scenario: Scenario, _ requirement: StaffingRequirement, _ plan: CapacityPlan,
    _ options: CapacityOptions
  ) throws {
    guard let group = scenario.staffGroups.first, let vendor = scenario.vendors.first else {
      return
    }
    var texts = ["overtime.\(group.id) <= 4 h", "seats.\(vendor.id) = 0"]
    if let classOfPlan = plan.classes.first {
      texts.append("hires.\(classOfPlan.group).\(classOfPlan.start) = 0")
    }
    let study = try CapacityStudy(
      scenario, requirement: requirement, plan: plan, solver: GLPKSolver(), options: options)
    for text in texts {
      let pin = try PlanPin(text, in: scenario)
      let began = processorSeconds()
      let (elapsed, pinned) = try Measurement.once { try study.pinned([pin]) }
      print(
        String(
          format: "    with %@: %.2f s (%.2f s by the clock), costs %.2f%@", text,
          processorSeconds() - began, elapsed,
          Double(pinned.price.minorUnits) / 100, pinned.isAnew ? ", decided anew" : ""))
    }
  }
}

/// The way to a plan, in processor seconds; prints every step where that is wished.
final class SearchLog: Sendable {
  private struct State {
    var began = 0.0
    var way: [(seconds: Double, objective: Double)] = []
  }

  private let isVerbose: Bool
  private let state = Mutex(State())

  init(isVerbose: Bool) { self.isVerbose = isVerbose }

  func start() { state.withLock { $0 = State(began: processorSeconds()) } }

  /// The better and better plans, the last of them with `objective`.
  func way(to objective: Double) -> [(seconds: Double, objective: Double)] {
    state.withLock { $0.way + [(processorSeconds() - $0.began, objective)] }
  }

  func note(_ progress: SolverProgress) -> SolverDirective {
    guard progress.phase == .search else { return .proceed }
    let seconds = state.withLock { state in
      let seconds = processorSeconds() - state.began
      if let incumbent = progress.incumbent, incumbent < state.way.last?.objective ?? .infinity {
        state.way.append((seconds, incumbent))
      }
      return seconds
    }
    guard isVerbose else { return .proceed }
    let incumbent = progress.incumbent.map { String(format: "%.2f", $0) } ?? "-"
    let bound = progress.bestBound.map { String(format: "%.2f", $0) } ?? "-"
    print(String(format: "  %8.2f s", seconds), incumbent, bound, progress.nodes)
    return .proceed
  }
}

/// What a solver found.
struct Outcome {
  let solver: String
  let objective: Double
  let bound: Double
  /// Processor seconds.
  let seconds: Double

  var line: String {
    let gap = (objective - bound) / max(1e-9, abs(objective)) * 100
    return "  " + solver.padding(toLength: 16, withPad: " ", startingAt: 0)
      + String(
        format: "%14.2f  bound %14.2f  gap %7.3f %%  %8.2f s", objective, bound, gap, seconds)
  }
}

/// Processor seconds of this process so far.
func processorSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}
