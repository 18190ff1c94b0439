internal import ArgumentParser
internal import CapacityPlanning
internal import GLPK
internal import LinearProgramming
internal import Planning
internal import ScenarioFiles
internal import Scenarios
internal import ShiftScheduling
internal import Units

/// How long and how well the programs are solved.
struct SolveOptions: ParsableArguments {
  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp(
      "Stop the capacity program's search, and the schedule, after so many seconds each.",
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp("Stop at this distance from the proven bound.", valueName: "percent"))
  var gap: Percent?

  @Flag(
    name: .customLong("fail-on-shortage"),
    help: "End with exit code 6 when the plan leaves a queue short.")
  var failOnShortage = false

  func validate() throws {
    if let timeLimit, !(timeLimit > 0 && timeLimit <= 86_400) {
      throw ValidationError("--time-limit: seconds above 0 and at most 86400")
    }
  }
}

/// One scenario that was read, about to be planned with progress and Ctrl-C.
struct PlanningSession {
  let reading: ScenarioReading
  let planner: Planner
  let progress: ProgressLog
  let watch: ScheduleWatch
  let failOnShortage: Bool

  init(_ reading: ScenarioReading, solve: SolveOptions, output: OutputOptions) {
    Interruption.install()
    self.reading = reading
    failOnShortage = solve.failOnShortage
    let log = ProgressLog(output)
    progress = log
    var capacity = CapacityOptions()
    capacity.timeLimit = solve.timeLimit.map { .seconds($0) }
    if let gap = solve.gap { capacity.gap = gap.share }
    let watch = ScheduleWatch(limit: capacity.timeLimit)
    self.watch = watch
    planner = Planner(
      solver: WatchedSolver(base: GLPKSolver(), progress: log), capacityOptions: capacity,
      isScheduleCancelled: { watch.isOver },
      onCapacityProgress: { state in
        log.solving(state)
        return Interruption.isRequested ? .stop : .proceed
      })
  }

  /// Runs the chain up to `stage`.
  func results(until stage: PlanningStage = .cost) throws -> StageResults {
    do {
      return try planner.run(reading.scenario, until: stage) { stage throws(PlanningError) in
        // Before the weekly plan there is nothing to keep.
        if Interruption.isRequested, stage != .schedule, stage != .cost {
          throw .cancelled(before: stage)
        }
        progress.starting(stage)
        watch.starting(stage)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Where the run's numbers come from.
  var provenance: Provenance {
    Provenance(
      program: "peakplan \(PeakPlanVersion.current)", solver: GLPKSolver().description,
      seed: reading.scenario.seed,
      inputs: reading.inputs.map {
        Provenance.Input(path: $0.path, sha256: $0.sha256, bytes: $0.bytes)
      },
      overrides: reading.diff.map {
        Provenance.Override(path: $0.path, base: $0.base, value: $0.override ?? "")
      })
  }

  /// Ends the program with the exit code that the results deserve, if it is not 0.
  func finish(_ results: StageResults) throws {
    if Interruption.isRequested { throw ExitCode.interrupted }
    let solves =
      [results.capacity?.solve].compactMap(\.self) + (results.schedule?.days.map(\.solve) ?? [])
    let isIncomplete = !(results.schedule?.unscheduled.isEmpty ?? true)
    if isIncomplete || solves.contains(where: \.isLimitReached) { throw ExitCode.limitReached }
    if failOnShortage, results.isShort { throw ExitCode.shortage }
  }
}

/// A percentage of the command line, with or without its sign: `0.1` or `0.1%`.
struct Percent: ExpressibleByArgument {
  let share: Share

  init?(argument: String) {
    let digits = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let value = Double(digits), value >= 0, value <= 100 else { return nil }
    share = .percent(value)
  }
}

extension StageResults {
  /// Whether the weekly plan or the scheduled days leave a queue short by more than a few seconds.
  fileprivate var isShort: Bool {
    if !(capacity?.shortages.isEmpty ?? true) { return true }
    return schedule?.days.contains { day in
      day.coverage.contains { $0.short.total().value > 0.01 }
    } ?? false
  }
}

/// Reports the progress of another solver, and ends its searches when the user presses Ctrl-C: the
/// best whole-number solution so far is kept, and the short solves that make it a plan still run.
/// The schedule's solves are ended by ``ScheduleWatch``.
struct WatchedSolver: Solver {
  let base: GLPKSolver
  let progress: ProgressLog

  func solve(
    _ program: LinearProgram, options: SolverOptions, from basis: Basis?
  ) throws(SolverError) -> Solution {
    let progress = progress
    var watched = options
    watched.onProgress = { state in
      if !options.isReportedByCaller { progress.solving(state) }
      if Interruption.isRequested, state.phase == .search { return .stop }
      return options.onProgress?(state) ?? .proceed
    }
    return try base.solve(program, options: watched, from: basis)
  }
}

extension WatchedSolver: CustomStringConvertible {
  var description: String { base.description }
}
