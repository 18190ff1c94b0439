internal import CGLPKGuard
internal import LinearProgramming

/// Room for what C finds, and its reading.
struct GuardResult {
  private let buffers = Buffers()
  var result = guard_result()

  init(rows: Int, columns: Int) {
    result.row_value = buffers.room(rows, filledWith: 0.0)
    result.row_dual = buffers.room(rows, filledWith: 0.0)
    result.row_place = buffers.room(rows, filledWith: UInt8(0))
    result.column_value = buffers.room(columns, filledWith: 0.0)
    result.column_dual = buffers.room(columns, filledWith: 0.0)
    result.column_place = buffers.room(columns, filledWith: UInt8(0))
  }

  /// GLPK's last words, on one line.
  var message: String {
    let text = withUnsafeBytes(of: result.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let lines = text.split { $0 == "\n" || $0 == "\r\n" }
    return lines.isEmpty ? "no message" : lines.joined(separator: "; ")
  }

  /// The solution in the terms of `program`, or the error that `outcome` stands for.
  func solution(
    of program: LinearProgram, isMixed: Bool, outcome: Int32
  ) throws(SolverError) -> Solution {
    switch outcome {
    case Int32(GUARD_FINE): break
    case Int32(GUARD_NO_THREAD): throw .noThread(code: Int(result.code))
    case Int32(GUARD_ENDED): throw .sessionEnded(reason: "nothing is loaded")
    default:
      guard result.cancelled != 0 else { throw .aborted(message: message) }
      return Solution(
        of: program, status: GLPKCode.status(GLPKCode.stopped), meaning: .nothingFound(.cancelled),
        objective: .nan, bestBound: nil, basis: nil, iterations: 0, nodes: 0, columnValues: [],
        columnDuals: [], rowValues: [], rowDuals: [])
    }
    let meaning = try meaning(isMixed: isMixed)
    let rows = program.constraintCount
    let columns = program.variableCount
    let hasValues = meaning.hasSolution
    let hasDuals = meaning == .optimal && !isMixed && result.has_duals != 0
    return Solution(
      of: program, status: GLPKCode.status(result.code), meaning: meaning,
      objective: hasValues ? result.objective : .nan,
      bestBound: result.has_bound != 0 ? result.bound : nil,
      basis: basis(
        rows: rows, columns: columns, isWhole: !program.columnKind.contains(.semicontinuous)),
      iterations: Int(result.iterations), nodes: Int(result.nodes),
      columnValues: hasValues ? array(result.column_value, columns) : [],
      columnDuals: hasDuals ? array(result.column_dual, columns) : [],
      rowValues: hasValues ? array(result.row_value, rows) : [],
      rowDuals: hasDuals ? array(result.row_dual, rows) : [])
  }

  private func array<Element>(_ base: UnsafeMutablePointer<Element>?, _ count: Int) -> [Element] {
    withExtendedLifetime(buffers) {
      Array(UnsafeBufferPointer(start: base, count: count))
    }
  }

  private func basis(rows: Int, columns: Int, isWhole: Bool) -> Basis? {
    guard result.has_basis != 0, isWhole else { return nil }
    let place: (UInt8) -> Basis.Place = { Basis.Place(rawValue: $0) ?? .atLower }
    return Basis(
      rows: array(result.row_place, rows).map(place),
      columns: array(result.column_place, columns).map(place))
  }

  private func meaning(isMixed: Bool) throws(SolverError) -> SolutionMeaning {
    let hasValues = result.has_values != 0
    let stopped: (SolverLimit) -> SolutionMeaning = {
      hasValues ? .feasible($0) : .nothingFound($0)
    }
    switch result.code {
    case 0: return isMixed && result.searched != 0 ? searchMeaning : continuousMeaning(isMixed)
    case GLPKCode.limitIterations: return stopped(.iterations)
    case GLPKCode.limitTime: return stopped(.time)
    case GLPKCode.stopped: return stopped(.cancelled)
    case GLPKCode.gapReached: return hasValues ? .withinGap : .nothingFound(.numericalTrouble)
    case GLPKCode.noPrimal: return .infeasible
    case GLPKCode.noDual: return .infeasibleOrUnbounded
    default:
      guard hasValues else { throw .failed(GLPKCode.status(result.code)) }
      return .feasible(.numericalTrouble)
    }
  }

  private var searchMeaning: SolutionMeaning {
    switch result.search_status {
    case GLPKCode.optimal: .optimal
    case GLPKCode.feasible: .feasible(.numericalTrouble)
    case GLPKCode.noFeasible: .infeasible
    default: .nothingFound(.numericalTrouble)
    }
  }

  private func continuousMeaning(_ isMixed: Bool) -> SolutionMeaning {
    switch (result.primal_status, result.dual_status) {
    case (GLPKCode.feasible, GLPKCode.feasible): .optimal
    case (GLPKCode.noFeasible, _): .infeasible
    case (GLPKCode.feasible, GLPKCode.noFeasible): isMixed ? .infeasibleOrUnbounded : .unbounded
    case (_, GLPKCode.noFeasible): .infeasibleOrUnbounded
    default: .nothingFound(.numericalTrouble)
    }
  }
}
