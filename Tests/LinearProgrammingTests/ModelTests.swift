import LinearProgramming
import Testing

/// Where agents may work in these tests.
enum Pool: CaseIterable { case inHouse, outsourced }

@Suite("A program is a value")
struct ModelTests {
  @Test("Variables, requirements and objective read as on paper")
  func paper() {
    var program = LinearProgram("peak day")
    let seats = program.variables("seats", over: Pool.allCases)
    let wage: [Pool: Double] = [.inHouse: 20, .outsourced: 15]
    let required = 100.0
    let cover = program.require(
      "cover the peak", seats[.inHouse] + 0.8 * seats[.outsourced] >= required)
    let share = program.require("share", seats[.outsourced] <= 0.5 * seats.total)
    program.minimize(Pool.allCases.total { (wage[$0] ?? 0) * seats[$0] })

    #expect(program.variableCount == 2)
    #expect(program.constraintCount == 2)
    #expect(program.name(of: seats[.outsourced]) == "seats(outsourced)")
    #expect(program.name(of: cover) == "cover the peak")
    #expect(program.limits(of: cover) == .atLeast(100))
    let left = program.expression(of: cover)
    #expect(left.terms.map(\.coefficient) == [1, 0.8])
    // outsourced − ½ inHouse − ½ outsourced ≤ 0, with the two coefficients added up.
    #expect(program.expression(of: share).terms.map(\.coefficient) == [0.5, -0.5])
    #expect(program.cost(of: seats[.inHouse]) == 20)
    #expect(program.objective.terms.map(\.coefficient) == [20, 15])
  }

  @Test("Constants move to the right-hand side, on either side of the relation")
  func constants() {
    var program = LinearProgram("constants")
    let x = program.variable("x")
    let y = program.variable("y", in: -5...5)
    let a = program.require("a", 2 * x + 3 <= y + 10)
    let b = program.require("b", 4 >= x - 1)
    let c = program.require("c", .within(x + y + 1, 2...5))
    let d = program.require("d", x == y)
    #expect(program.limits(of: a) == .atMost(7))
    #expect(program.limits(of: b) == .atMost(5))
    #expect(program.limits(of: c) == .between(1, 4))
    #expect(program.limits(of: d) == .fixed(0))
    #expect(program.bounds(of: y) == .between(-5, 5))
    let same = x == x
    #expect(same)
  }
}
