internal import CGLPKGuard
internal import LinearProgramming

/// The progress function on its way through C.
final class ProgressBox {
  let report: @Sendable (SolverProgress) -> SolverDirective

  init(_ report: @escaping @Sendable (SolverProgress) -> SolverDirective) {
    self.report = report
  }

  /// What C calls, on the solving thread; returns normally whatever happens.
  static let callback: guard_progress = { context, report in
    guard let context, let report = report?.pointee else { return 0 }
    let box = Unmanaged<ProgressBox>.fromOpaque(context).takeUnretainedValue()
    let progress = SolverProgress(
      phase: report.searching != 0 ? .search : .simplex,
      elapsed: .seconds(report.seconds), iterations: Int(report.iterations),
      nodes: Int(report.nodes), incumbent: report.has_incumbent != 0 ? report.incumbent : nil,
      bestBound: report.has_bound != 0 ? report.bound : nil)
    return box.report(progress) == .stop ? 1 : 0
  }
}

/// Options as C reads them.
struct GuardOptions {
  private(set) var options = guard_options()
  private let progress: ProgressBox?
  /// GLPK reports only every five seconds from the relaxation of a presolved integer program, so
  /// that a large one could not be stopped in time.
  private static let mostPresolvedRows = 5000

  /// - Parameters:
  ///   - isMixed: whether there are integers, for what is chosen automatically.
  ///   - rows: how many requirements there are, for the same.
  ///   - keepsBasis: whether a basis is to be used: then nothing is presolved by itself.
  ///   - continues: whether a session goes on from the basis it has.
  init(_ source: SolverOptions, isMixed: Bool, rows: Int, keepsBasis: Bool, continues: Bool) {
    options.simplex =
      switch source.simplex {
      case .primal: 1
      case .dualThenPrimal: 2
      case .dual: 3
      }
    options.ratio_test =
      switch source.ratioTest {
      case .standard: 0
      case .harris: 1
      case .longStep: 2
      }
    options.steepest_edge = source.steepestEdge ? 1 : 0
    options.scaling =
      switch source.scaling {
      case .none: 0
      case .automatic: 1
      case .geometric: 2
      case .equilibration: 3
      }
    options.start =
      switch source.start {
      case _ where continues: 3
      case .standard: 0
      case .advanced: 1
      case .bixby: 2
      }
    options.presolve =
      switch source.presolve {
      case .on: 1
      case .off: 0
      case .automatic: isMixed && !keepsBasis && rows <= GuardOptions.mostPresolvedRows ? 1 : 0
      }
    progress = source.onProgress.map(ProgressBox.init)
    setSearch(source)
    options.milliseconds = GuardOptions.milliseconds(source.timeLimit)
    options.iterations = source.iterationLimit.map { Int32(clamping: $0) } ?? .max
    options.primal_tolerance = source.primalTolerance
    options.dual_tolerance = source.dualTolerance
    options.pivot_tolerance = source.pivotTolerance
    options.integer_tolerance = source.integerTolerance
    if let progress {
      options.progress = ProgressBox.callback
      options.context = Unmanaged.passUnretained(progress).toOpaque()
    }
  }

  private mutating func setSearch(_ source: SolverOptions) {
    options.cuts = Int32(truncatingIfNeeded: source.cuts.rawValue & 15)
    options.heuristics = Int32(truncatingIfNeeded: source.heuristics.rawValue & 7)
    options.branching =
      switch source.branching {
      case .first: 1
      case .last: 2
      case .mostFractional: 3
      case .driebeckTomlin: 4
      case .pseudocost: 5
      }
    options.backtracking =
      switch source.backtracking {
      case .depthFirst: 1
      case .breadthFirst: 2
      case .bestBound: 3
      case .bestProjection: 4
      }
    options.binarize = source.binarize ? 1 : 0
    options.gap = source.gap
  }

  /// Keeps the progress function alive while `body` runs.
  func whileAlive<Result>(_ body: (guard_options) -> Result) -> Result {
    withExtendedLifetime(progress) { body(options) }
  }

  /// Milliseconds, rounded up; no limit as the greatest number.
  static func milliseconds(_ limit: Duration?) -> Int32 {
    guard let limit else { return .max }
    let parts = limit.components
    let most = Int64(Int32.max - 1)
    guard parts.seconds < most / 1000 else { return Int32(most) }
    let fraction = (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: parts.seconds * 1000 + fraction)
  }
}
