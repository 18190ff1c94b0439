/// Why a program could not be given to the solver, or why the solver could not go on.
///
/// That a program has no solution is not an error but a `Solution` that says so.
public enum SolverError: Error, Sendable, Hashable {
  /// A coefficient of a requirement is infinite or not a number.
  case coefficientNotFinite(row: String, variable: String, value: Double)
  /// A coefficient of the objective is infinite or not a number.
  case costNotFinite(variable: String, value: Double)
  /// The constant of the objective is infinite or not a number.
  case constantNotFinite(value: Double)
  /// A limit of a requirement is not a number, or infinite on the side where it should hold.
  case limitNotFinite(row: String, bounds: Bounds)
  /// The lower limit of a requirement is above the upper one.
  case limitsCross(row: String, bounds: Bounds)
  /// A bound of a variable is not a number, or leaves no value.
  case boundNotUsable(variable: String, bounds: Bounds)
  /// The lower bound of a variable is above the upper one.
  case boundsCross(variable: String, bounds: Bounds)
  /// An integer or binary variable has a bound that is not whole (or not 0 or 1).
  case boundNotWhole(variable: String, bounds: Bounds)
  /// A semicontinuous variable without a finite upper bound, or with a negative one.
  case semicontinuousBounds(variable: String, bounds: Bounds)
  /// A requirement without any variable (or with zero coefficients only).
  case emptyRow(row: String, bounds: Bounds)
  /// A new variable has two coefficients in the same requirement.
  case duplicateCoefficient(row: String, variable: String)
  /// A key came twice when a family was made.
  case repeatedKey(family: String)
  /// A family was asked for a key that it does not have.
  case unknownKey(family: String, place: String)
  /// A variable of another program was used.
  case foreignVariable(place: String)
  /// A requirement of another program was used.
  case unknownConstraint(place: String)
  /// A name is empty, too long or has control characters.
  case badName(of: NamedThing, name: String, position: Int, reason: String)
  /// The program has more rows, columns or coefficients than the solver can count.
  case tooLarge(what: String, count: Int, limit: Int)
  /// An option is outside its range.
  case badOption(name: String, value: String, range: String)
  /// A basis was made for a program with more variables or requirements than this one.
  case basisDoesNotFit(rows: Int, columns: Int)
  /// The solver gave up: its code, and what that means.
  case failed(SolverStatus)
  /// The solver stopped with an internal error; the message is its own.
  case aborted(message: String)
  /// The session ended with an earlier error and cannot be used any more.
  case sessionEnded(reason: String)
  /// No thread could be started for the solver.
  case noThread(code: Int)

  /// What a bad name belongs to.
  public enum NamedThing: String, Sendable, Hashable {
    /// A variable or a family of variables.
    case variable
    /// A requirement.
    case requirement
    /// The whole program.
    case program
  }
}
