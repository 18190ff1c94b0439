public import LinearProgramming

/// Why there is no capacity plan.
public enum CapacityError: Error, Sendable, Hashable {
  /// Rules of the scenario contradict each other: no plan keeps them all.
  case contradiction([ContradictedRule])
  /// The program could not be given to the solver, or the solver failed.
  case solver(SolverError)
  /// A limit ended the solve before any plan was found.
  case nothingFound(String)
}

/// A rule that cannot be kept together with the others, and by how much it would have to give way.
public struct ContradictedRule: Sendable, Hashable, Codable {
  /// The rule's sentence in the program, such as "the budget".
  public let rule: String
  /// What would have to change, in a sentence.
  public let remedy: String
  /// The scenario path of the rule, such as `policy.budget`.
  public let path: String

  /// A rule that must give way.
  public init(rule: String, remedy: String, path: String) {
    self.rule = rule
    self.remedy = remedy
    self.path = path
  }
}

extension CapacityError: CustomStringConvertible {
  /// The most rules that a sentence names.
  private static let most = 4

  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .contradiction(let rules):
      let named = rules.prefix(CapacityError.most).map { "\($0.rule): \($0.remedy) (\($0.path))" }
      let more = rules.count > named.count ? ["and \(rules.count - named.count) more"] : []
      return "the scenario's rules contradict each other: "
        + (named + more).joined(separator: "; ")
    case .solver(let error): return "the capacity program could not be solved: \(error)"
    case .nothingFound(let reason): return "no capacity plan was found: \(reason)"
    }
  }
}
