import LinearProgramming
import Testing

@Suite("What a solver could not take is refused with an error that names the row")
struct ValidationTests {
  /// A sound program with a variable and a requirement, to spoil in one place.
  static func sound() -> (LinearProgram, Variable, Constraint) {
    var program = LinearProgram("sound")
    let x = program.variable("x", in: 0...10)
    let row = program.require("staff the peak", 2 * x >= 4)
    program.minimize(3 * x)
    return (program, x, row)
  }

  private func defect(of spoil: (inout LinearProgram, Variable, Constraint) -> Void) -> SolverError?
  {
    var (program, x, row) = Self.sound()
    spoil(&program, x, row)
    do {
      try program.validate()
      return nil
    } catch {
      return error
    }
  }

  @Test("A sound program passes")
  func soundPasses() {
    #expect(defect { _, _, _ in } == nil)
  }

  @Test("A coefficient that is no number", arguments: [Double.infinity, -.infinity])
  func coefficients(value: Double) {
    let error = defect { program, x, _ in program.require("spoilt", value * x >= 1) }
    #expect(error == .coefficientNotFinite(row: "spoilt", variable: "x", value: value))
  }

  @Test("NaN as a coefficient, a cost, a bound, a limit and a constant")
  func notNumbers() {
    let nan = Double.nan
    let coefficient = defect { program, x, _ in program.require("spoilt", nan * x >= 1) }
    #expect(coefficient?.description.contains("“spoilt” has the coefficient nan for “x”") == true)
    let late = defect { program, x, row in program.setCoefficient(of: x, in: row, to: nan) }
    #expect(late?.description.contains("“staff the peak”") == true)
    let cost = defect { program, x, _ in program.minimize(nan * x) }
    #expect(cost?.description.contains("the objective has the coefficient nan for “x”") == true)
    let bound = defect { program, x, _ in
      program.setBounds(of: x, to: Bounds(lower: nan, upper: 1))
    }
    #expect(bound?.description.contains("“x” has the bounds nan and 1.0") == true)
    let upper = defect { program, x, _ in
      program.setBounds(of: x, to: Bounds(lower: 0, upper: nan))
    }
    #expect(upper?.description.contains("“x” has the bounds 0.0 and nan") == true)
    let limit = defect { program, x, _ in program.require("spoilt", x >= nan) }
    #expect(limit?.description.contains("“spoilt” has the limits nan and inf") == true)
    let constant = defect { program, x, _ in program.minimize(x + nan) }
    #expect(constant?.description.contains("constant of the objective is nan") == true)
    let changed = defect { program, _, row in program.setRightHandSide(of: row, to: nan) }
    #expect(changed?.description.contains("“staff the peak”") == true)
  }

  @Test("Infinite limits where the limit should hold")
  func infiniteLimits() {
    let atLeast = defect { program, x, _ in program.require("spoilt", x >= Double.infinity) }
    #expect(atLeast == .limitNotFinite(row: "spoilt", bounds: .atLeast(.infinity)))
    let atMost = defect { program, x, _ in program.require("spoilt", x <= Double.infinity) }
    #expect(atMost == .limitNotFinite(row: "spoilt", bounds: .free))
    let equal = defect { program, x, _ in program.require("spoilt", x == -Double.infinity) }
    #expect(equal == .limitNotFinite(row: "spoilt", bounds: .fixed(-.infinity)))
    let bound = defect { program, x, _ in program.setBounds(of: x, to: .atLeast(.infinity)) }
    #expect(bound == .boundNotUsable(variable: "x", bounds: .atLeast(.infinity)))
  }

  @Test("Limits and bounds that cross")
  func crossing() {
    let row = defect { program, x, _ in program.require("spoilt", .within(x, .between(5, 2))) }
    #expect(row == .limitsCross(row: "spoilt", bounds: .between(5, 2)))
    let variable = defect { program, x, _ in program.setBounds(of: x, to: .between(3, 1)) }
    #expect(variable == .boundsCross(variable: "x", bounds: .between(3, 1)))
  }

  @Test("Integers with fractional bounds, binaries beyond 0 and 1")
  func wholeBounds() {
    let integer = defect { program, _, _ in
      program.variable("classes", lower: 0.5, upper: 3, kind: .integer)
    }
    #expect(integer == .boundNotWhole(variable: "classes", bounds: .between(0.5, 3)))
    let binary = defect { program, _, _ in
      let open = program.variable("open", kind: .binary)
      program.setBounds(of: open, to: 0...2)
    }
    #expect(binary == .boundNotWhole(variable: "open", bounds: .between(0, 2)))
    let unlimited = defect { program, _, _ in program.variable("many", kind: .integer) }
    #expect(unlimited == nil)
  }

  @Test("Semicontinuous variables need a finite upper bound and no negative lower one")
  func semicontinuous() {
    let open = defect { program, _, _ in
      program.variable("order", lower: 5, kind: .semicontinuous)
    }
    #expect(open == .semicontinuousBounds(variable: "order", bounds: .atLeast(5)))
    let negative = defect { program, _, _ in
      program.variable("order", lower: -5, upper: 5, kind: .semicontinuous)
    }
    #expect(negative == .semicontinuousBounds(variable: "order", bounds: .between(-5, 5)))
  }

  @Test("A requirement without variables, or with coefficients that cancel out")
  func emptyRows() throws {
    let empty = defect { program, _, _ in
      program.require("spoilt", [Variable]().total() >= 5)
    }
    #expect(empty == .emptyRow(row: "spoilt", bounds: .atLeast(5)))
    let cancelled = defect { program, x, _ in program.require("spoilt", x - x <= 5) }
    #expect(cancelled == .emptyRow(row: "spoilt", bounds: .atMost(5)))
    var (program, _, _) = Self.sound()
    program.require("spoilt", LinearExpression() <= 5)
    #expect(throws: SolverError.self) { try program.validate() }
    try program.validate(acceptingEmptyRows: true)
  }

  @Test("A row that gets its first variable with a later column is not empty")
  func columnForEmptyRow() throws {
    var program = LinearProgram("columns come later")
    let row = program.require("cover", LinearExpression() >= 1)
    program.variable("roster 1", cost: 3, coefficients: [(row, 1)])
    try program.validate()
  }

  @Test("Two coefficients of a new variable in the same requirement")
  func duplicates() {
    let error = defect { program, _, row in
      program.variable("y", cost: 1, coefficients: [(row, 1), (row, 2)])
    }
    #expect(error == .duplicateCoefficient(row: "staff the peak", variable: "y"))
  }

  @Test("A variable twice in an expression is added up")
  func merged() {
    var (program, x, _) = Self.sound()
    let y = program.variable("y")
    let row = program.require("sum", x + y + 2 * x - 0.5 * y >= 1)
    #expect(program.expression(of: row).terms.map(\.coefficient) == [3, 0.5])
    #expect(program.coefficientCount == 3)
  }

  @Test("Keys: twice, unknown, and variables of another program")
  func keys() {
    let twice = defect { program, _, _ in
      _ = program.variables("heads", over: ["a", "b", "a"])
    }
    #expect(twice == .repeatedKey(family: "heads"))
    let unknown = defect { program, _, _ in
      let heads = program.variables("heads", over: ["a", "b"])
      #expect(heads.variable(for: "c") == nil)
      program.require("spoilt", heads["a"] + heads["c"] >= 1)
    }
    #expect(unknown == .unknownKey(family: "heads", place: "the requirement “spoilt”"))
    let table = defect { program, _, _ in
      let heads = program.variables("heads", over: ["a", "b"], and: [1, 2])
      program.minimize(heads["a", 2] + heads["b", 3])
    }
    #expect(table == .unknownKey(family: "heads", place: "the objective"))
    let foreign = defect { program, _, _ in
      var other = LinearProgram("other")
      let y = other.variable("y")
      program.require("spoilt", y >= 1)
    }
    #expect(foreign == .foreignVariable(place: "the requirement “spoilt”"))
    let foreignRow = defect { program, x, _ in
      var (other, _, _) = Self.sound()
      let row = other.require("elsewhere", other.variables[0] >= 0)
      program.setCoefficient(of: x, in: row, to: 1)
    }
    #expect(foreignRow == .unknownConstraint(place: "a change of a coefficient"))
  }

  @Test("Names that are empty, too long or hold control characters")
  func names() {
    let empty = defect { program, x, _ in program.require("", x >= 1) }
    #expect(empty?.description.contains("requirement number 2 is empty") == true)
    let long = defect { program, x, _ in
      program.require(String(repeating: "a", count: 256), x >= 1)
    }
    #expect(long?.description.contains("requirement number 2 is 256 bytes long") == true)
    let fitting = defect { program, x, _ in
      program.require(String(repeating: "a", count: 255), x >= 1)
    }
    #expect(fitting == nil)
    for control in ["a\u{0}b", "a\nb", "a\u{7F}", "a\u{85}b"] {
      let error = defect { program, _, _ in program.variable(control) }
      #expect(error?.description.contains("control character") == true)
    }
    #expect(defect { program, _, _ in program.variable("双十一 座席") } == nil)
  }

  @Test("Options out of range")
  func options() throws {
    var options = SolverOptions()
    try options.validate()
    options.gap = -0.1
    #expect(throws: SolverError.badOption(name: "gap", value: "-0.1", range: "0 or more")) {
      try options.validate()
    }
    options = SolverOptions()
    options.primalTolerance = .nan
    #expect(throws: SolverError.self) { try options.validate() }
    options = SolverOptions(timeLimit: .seconds(-1))
    #expect(throws: SolverError.self) { try options.validate() }
    options = SolverOptions()
    options.iterationLimit = -1
    #expect(throws: SolverError.self) { try options.validate() }
  }
}
