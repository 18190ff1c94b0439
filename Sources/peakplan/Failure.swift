internal import ArgumentParser
internal import CapacityPlanning
internal import Foundation
internal import Planning
internal import ScenarioFiles
internal import Storage

extension ExitCode {
  /// The command line is wrong.
  static let usage = ExitCode(2)
  /// The scenario's rules contradict each other.
  static let contradiction = ExitCode(3)
  /// A limit was reached; the best plan so far is given.
  static let limitReached = ExitCode(4)
  /// The input data is bad.
  static let badInput = ExitCode(5)
  /// A service target is missed and `--fail-on-shortage` was given.
  static let shortage = ExitCode(6)
  /// A check found something that does not agree.
  static let findings = ExitCode(7)
  /// The user interrupted; the best plan so far is given.
  static let interrupted = ExitCode(130)
}

/// An error with the exit code it ends the program with.
struct Failure: Error {
  let message: String
  let code: ExitCode
  /// Whether the message stands for itself, without a leading "error:".
  let isPlain: Bool

  init(_ message: String, code: ExitCode, isPlain: Bool = false) {
    self.message = message
    self.code = code
    self.isPlain = isPlain
  }

  init(_ issues: ScenarioIssues, color: Bool, folder: String?) {
    self.init(issues.rendered(color: color, folder: folder), code: .badInput, isPlain: true)
  }

  init(_ error: PlanningError) {
    let code: ExitCode =
      switch error {
      case .forecast, .requirement: .badInput
      case .capacity(.contradiction): .contradiction
      case .capacity(.nothingFound): .limitReached
      case .cancelled: .interrupted
      case .capacity, .schedule: .failure
      }
    self.init(error.description, code: Interruption.isRequested ? .interrupted : code)
  }

  init(_ error: StoreError) {
    switch error {
    case .unknownRun: self.init(error.description, code: .badInput)
    case .cannotOpen, .newer: self.init(error.description, code: .usage)
    case .failed: self.init(error.description, code: .failure)
    }
  }

  init(_ error: ExplanationError) { self.init(error.description, code: .badInput) }

  func report() {
    if !message.isEmpty { Console.note(isPlain ? message : "error: " + message) }
  }

  /// Ends the program.
  static func end(with code: ExitCode) -> Never { exit(code.rawValue) }
}
