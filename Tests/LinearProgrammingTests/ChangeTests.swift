import LinearProgramming
import Testing

@Suite("Changing a program")
struct ChangeTests {
  @Test("Bounds, costs, right-hand sides and coefficients change in place")
  func changes() {
    var program = LinearProgram("changes")
    let x = program.variable("x")
    let y = program.variable("y")
    let row = program.require("row", x + 2 * y <= 8)
    let range = program.require("range", .within(x, 2...5))
    program.minimize(x)
    let before = program
    program.setBounds(of: x, to: 1...3)
    program.fix(y, at: 2)
    program.setCost(of: y, to: 7)
    program.setRightHandSide(of: row, to: 9)
    program.setRightHandSide(of: range, to: 3)
    program.setCoefficient(of: y, in: row, to: 4)
    program.setCoefficient(of: y, in: range, to: 1)
    #expect(program.bounds(of: x) == .between(1, 3))
    #expect(program.bounds(of: y) == .fixed(2))
    #expect(program.cost(of: y) == 7)
    #expect(program.limits(of: row) == .atMost(9))
    #expect(program.limits(of: range) == .between(3, 6))
    #expect(program.expression(of: row).terms.map(\.coefficient) == [1, 4])
    #expect(program.expression(of: range).terms.map(\.coefficient) == [1, 1])
    #expect(before.limits(of: row) == .atMost(8))
    #expect(before != program)
  }

  @Test("A new variable enters rows that exist")
  func newColumn() {
    var program = LinearProgram("columns")
    let row = program.require("cover", program.variable("a") >= 3)
    let b = program.variable("b", cost: 2, coefficients: [(row, 5)])
    #expect(program.cost(of: b) == 2)
    #expect(program.expression(of: row).terms.map(\.coefficient) == [1, 5])
  }

  @Test("Names of families are found by position, with empty families between")
  func names() {
    var program = LinearProgram("names")
    _ = program.variables("none", over: [Int]())
    let days = program.variables("day", over: 1...2)
    _ = program.variables("nobody", over: [Int]())
    let grid = program.variables("grid", over: ["a", "b"], and: 0..<2)
    #expect(
      program.variables.map { program.name(of: $0) } == [
        "day(1)", "day(2)", "grid(a,0)", "grid(a,1)", "grid(b,0)", "grid(b,1)",
      ])
    #expect(program.variable(named: "grid(b,0)") == grid["b", 0])
    #expect(program.variable(named: "day(2)") == days[2])
    #expect(grid.variables(in: "b") == [grid["b", 0], grid["b", 1]])
    #expect(grid.variables(at: 1) == [grid["a", 1], grid["b", 1]])
  }
}
