extension SolverError: CustomStringConvertible {
  /// What is wrong, with names and values, and how to mend it.
  public var description: String {
    switch self {
    case .coefficientNotFinite, .costNotFinite, .constantNotFinite, .limitNotFinite, .limitsCross,
      .boundNotUsable, .boundsCross, .boundNotWhole, .semicontinuousBounds:
      numberDescription
    case .emptyRow, .duplicateCoefficient, .repeatedKey, .unknownKey, .foreignVariable,
      .unknownConstraint, .badName, .tooLarge:
      structureDescription
    case .badOption, .basisDoesNotFit, .failed, .aborted, .sessionEnded, .noThread:
      solverDescription
    }
  }

  private var numberDescription: String {
    switch self {
    case .coefficientNotFinite(let row, let variable, let value):
      "the requirement “\(row)” has the coefficient \(value) for “\(variable)”; "
        + "coefficients must be finite numbers: look for a division by zero"
    case .costNotFinite(let variable, let value):
      "the objective has the coefficient \(value) for “\(variable)”; "
        + "coefficients must be finite numbers: look for a division by zero"
    case .constantNotFinite(let value):
      "the constant of the objective is \(value); it must be a finite number"
    case .limitNotFinite(let row, let bounds):
      "the requirement “\(row)” has the limits \(bounds.lower) and \(bounds.upper); "
        + "give at least one finite limit, or leave the requirement out"
    case .limitsCross(let row, let bounds):
      "the requirement “\(row)” must be at least \(bounds.lower) and at most \(bounds.upper); "
        + "no value is both: exchange or correct the limits"
    case .boundNotUsable(let variable, let bounds):
      "the variable “\(variable)” has the bounds \(bounds.lower) and \(bounds.upper); "
        + "a lower bound is a number or minus infinity, an upper bound a number or infinity"
    case .boundsCross(let variable, let bounds):
      "the variable “\(variable)” must be at least \(bounds.lower) and at most \(bounds.upper); "
        + "no value is both: exchange or correct the bounds"
    case .boundNotWhole(let variable, let bounds):
      "the variable “\(variable)” takes whole numbers only and has the bounds \(bounds.lower) and "
        + "\(bounds.upper); round them (for a binary variable: 0 and 1)"
    case .semicontinuousBounds(let variable, let bounds):
      "the semicontinuous variable “\(variable)” has the bounds \(bounds.lower) and "
        + "\(bounds.upper); the lower must not be negative and the upper must be finite"
    default: ""
    }
  }

  private var structureDescription: String {
    switch self {
    case .emptyRow(let row, let bounds):
      "the requirement “\(row)” has no variable with a coefficient other than zero (limits "
        + "\(bounds.lower) and \(bounds.upper)); leave it out, or add a variable to it"
    case .duplicateCoefficient(let row, let variable):
      "the variable “\(variable)” was given two coefficients in the requirement “\(row)”; "
        + "add them up and give one"
    case .repeatedKey(let family):
      "a key comes twice in the family “\(family)”; give each key once"
    case .unknownKey(let family, let place):
      "\(place) asks the family “\(family)” for a key that it does not have; "
        + "add the key to the family, or ask with variable(for:)"
    case .foreignVariable(let place):
      "\(place) uses a variable of another program; "
        + "use the variables that this program, or the one it was copied from, has made"
    case .unknownConstraint(let place):
      "\(place) names a requirement that the program does not have; "
        + "use the tokens that require has returned"
    case .badName(let thing, let name, let position, let reason):
      "the name “\(name)” of \(thing.rawValue) number \(position + 1) \(reason)"
    case .tooLarge(let what, let count, let limit):
      "the program has \(count) \(what), and the solver can take \(limit); divide the problem"
    default: ""
    }
  }

  private var solverDescription: String {
    switch self {
    case .badOption(let name, let value, let range):
      "the solver option \(name) is \(value); it must be \(range)"
    case .basisDoesNotFit(let rows, let columns):
      "the basis belongs to a program with \(rows) requirements and \(columns) variables, more "
        + "than this one has; solve without it"
    case .failed(let status):
      "the solver gave up with \(status.name) (\(status.code)): \(status.explanation)"
    case .aborted(let message):
      "the solver stopped with an internal error: \(message)"
    case .sessionEnded(let reason):
      "the session cannot be used after an earlier error (\(reason)); make a new one"
    case .noThread(let code):
      "no thread could be started for the solver (error \(code)); "
        + "run fewer solves at once or allow more threads"
    default: ""
    }
  }
}
