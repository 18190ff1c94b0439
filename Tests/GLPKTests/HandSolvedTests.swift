import GLPK
import LinearProgramming
import Testing

/// Whether two numbers are the same for a solver's purposes.
func close(_ left: Double?, _ right: Double, within tolerance: Double = 1e-7) -> Bool {
  guard let left else { return false }
  return abs(left - right) <= tolerance * max(1, abs(right))
}

@Suite("Models solved by hand")
struct HandSolvedTests {
  let solver = GLPKSolver()

  /// Sources of 20 and 40, demands of 10, 25 and 15, costs 2 3 1 / 5 4 8. The north–west
  /// improvement by hand ends in x₁₁ = 5, x₁₃ = 15, x₂₁ = 5, x₂₂ = 25 with 10 left in the second
  /// source: 10 + 15 + 25 + 100 = 150. From u₂ = 0: v₁ = 5, v₂ = 4, u₁ = −3, v₃ = 4.
  @Test("Transportation: plan, cost, shadow prices of sources and demands, reduced costs")
  func transportation() throws {
    let supply = [20.0, 40]
    let demand = [10.0, 25, 15]
    let cost = [[2.0, 3, 1], [5, 4, 8]]
    var program = LinearProgram("transportation")
    let ship = program.variables("ship", over: 0..<2, and: 0..<3)
    let sources = (0..<2).map { i in
      program.require("source \(i)", ship.variables(in: i).total() <= supply[i])
    }
    let sinks = (0..<3).map { j in
      program.require("sink \(j)", ship.variables(at: j).total() >= demand[j])
    }
    program.minimize(
      (0..<2).total { i in (0..<3).total { j in cost[i][j] * ship[i, j] } })

    let solution = try solver.solve(program)
    #expect(solution.meaning == .optimal)
    #expect(solution.status.name == "GLP_OK")
    #expect(close(solution.objective, 150))
    #expect(solution.gap == 0)
    let plan = ship.variables.map { solution[$0] }
    #expect(zip(plan, [5, 0, 15, 5, 25, 0]).allSatisfy { close($0, $1) })
    #expect(close(solution.shadowPrice(of: sources[0]), -3))
    #expect(close(solution.shadowPrice(of: sources[1]), 0))
    #expect(zip(sinks, [5.0, 4, 4]).allSatisfy { close(solution.shadowPrice(of: $0), $1) })
    // c₁₂ − u₁ − v₂ = 3 + 3 − 4 = 2 and c₂₃ − u₂ − v₃ = 8 − 0 − 4 = 4.
    #expect(close(solution.reducedCost(of: ship[0, 1]), 2))
    #expect(close(solution.reducedCost(of: ship[1, 2]), 4))
    #expect(close(solution.activity(of: sources[1]), 30))
    #expect(close(solution.slack(of: sources[1]), 10))
    #expect(close(solution.slack(of: sinks[1]), 0))
    #expect(close(solution.value(of: ship.total + 1), 51))
  }

  /// 800 kg of feed from maize (0.30, 9 % protein) and soya (0.90, 60 %), at least 30 % protein:
  /// −0.21 m + 0.30 s = 0 and m + s = 800 give m = 800/1.7. Duals from 0.30 = λ − 0.21 μ and
  /// 0.90 = λ + 0.30 μ: μ = 0.6/0.51, λ = 0.30 + 0.21 μ.
  @Test("Blending: the cheapest feed and what a kilogram and a point of protein cost")
  func blending() throws {
    var program = LinearProgram("feed")
    let maize = program.variable("maize")
    let soya = program.variable("soya")
    let amount = program.require("800 kilograms", maize + soya >= 800)
    let protein = program.require(
      "30 % protein", 0.09 * maize + 0.6 * soya >= 0.3 * (maize + soya))
    let fibre = program.require("5 % fibre", 0.02 * maize + 0.06 * soya <= 0.05 * (maize + soya))
    program.minimize(0.3 * maize + 0.9 * soya)
    let solution = try solver.solve(program)
    #expect(close(solution[maize], 800 / 1.7))
    #expect(close(solution[soya], 800 * 0.7 / 1.7))
    #expect(close(solution.objective, 800 * (0.3 + 0.63) / 1.7))
    #expect(close(solution.shadowPrice(of: protein), 0.6 / 0.51))
    #expect(close(solution.shadowPrice(of: amount), 0.3 + 0.21 * 0.6 / 0.51))
    #expect(close(solution.shadowPrice(of: fibre), 0))
  }

  /// Hillier & Lieberman's factory: max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: 36 at (2, 6),
  /// duals 0, 3/2, 1.
  @Test("Product mix: a shadow price is positive where more makes a maximum greater")
  func productMix() throws {
    var program = LinearProgram("factory")
    let x = program.variable("doors")
    let y = program.variable("windows")
    let first = program.require("plant 1", x <= 4)
    let second = program.require("plant 2", 2 * y <= 12)
    let third = program.require("plant 3", 3 * x + 2 * y <= 18)
    program.maximize(3 * x + 5 * y)
    for kind in SolverOptions.Simplex.allCases {
      for presolve in SolverOptions.Presolve.allCases {
        var options = SolverOptions()
        options.simplex = kind
        options.presolve = presolve
        let solution = try solver.solve(program, options: options)
        #expect(close(solution.objective, 36))
        #expect(close(solution[x], 2))
        #expect(close(solution.shadowPrice(of: first), 0))
        #expect(close(solution.shadowPrice(of: second), 1.5))
        #expect(close(solution.shadowPrice(of: third), 1))
        #expect((solution.basis == nil) == (presolve == .on))
      }
    }
    // One more unit of plant 2 gives 1.5 more.
    var more = program
    more.setRightHandSide(of: second, to: 13)
    #expect(close(try solver.solve(more).objective, 37.5))
  }

  /// Weights 10, 20, 30, values 60, 100, 120, capacity 50: the last two, 220.
  @Test("Knapsack: bound, gap, no shadow prices, and those of the fixed program")
  func knapsack() throws {
    var program = LinearProgram("knapsack")
    let take = program.variables("take", over: 0..<3, kind: .binary)
    let weight = [10.0, 20, 30]
    let value = [60.0, 100, 120]
    let capacity = program.require("capacity", (0..<3).total { weight[$0] * take[$0] } <= 50)
    program.maximize((0..<3).total { value[$0] * take[$0] })
    for presolve in SolverOptions.Presolve.allCases {
      var options = SolverOptions()
      options.presolve = presolve
      let solution = try solver.solve(program, options: options)
      #expect(solution.meaning == .optimal)
      #expect(close(solution.objective, 220))
      #expect(close(solution.bestBound, 220))
      #expect(solution.gap == 0)
      #expect(solution[take].map { $0.rounded() } == [0, 1, 1])
      #expect(solution.shadowPrice(of: capacity) == nil)
      #expect(solution.reducedCost(of: take[0]) == nil)
      let fixed = try solver.solve(program.fixingIntegers(at: solution))
      #expect(close(fixed.objective, 220))
      #expect(fixed.shadowPrice(of: capacity) != nil)
    }
  }

  /// An order is nothing or 5 … 40 at 2 each, the shop next door sells any amount at 3. For a need
  /// of 3 the order would cost 10 (5 at 2), the shop 9; for 4 the order is cheaper (10 < 12).
  @Test(
    "Semicontinuous: nothing, or at least the smallest order", arguments: [(3.0, 9.0), (4, 10)])
  func semicontinuous(need: Double, cost: Double) throws {
    var program = LinearProgram("order or shop")
    let order = program.variable("order", lower: 5, upper: 40, kind: .semicontinuous)
    let shop = program.variable("shop")
    program.require("need", order + shop >= need)
    program.minimize(2 * order + 3 * shop)
    let solution = try solver.solve(program)
    #expect(solution.meaning == .optimal)
    #expect(close(solution.objective, cost))
    #expect(close(solution[order], need == 3 ? 0 : 5))
    let fixed = try solver.solve(program.fixingIntegers(at: solution))
    #expect(close(fixed.objective, cost))
    let session = try SolverSession(program)
    #expect(close(try session.solve().objective, cost))
    #expect(close(try session.solve().objective, cost))
  }

  @Test("Ranges, free and negative variables, an objective constant")
  func ranges() throws {
    // min x + y + 10, 2 ≤ x − y ≤ 6, −4 ≤ x + y ≤ 8, both free: x + y = −4.
    var program = LinearProgram("ranges")
    let x = program.variable("x", in: .free)
    let y = program.variable("y", in: .free)
    program.require("difference", .within(x - y, 2...6))
    let sum = program.require("sum", .within(x + y, -4...8))
    program.minimize(x + y + 10)
    let low = try solver.solve(program)
    #expect(close(low.objective, 6))
    #expect(close(low.shadowPrice(of: sum), 1))
    program.maximize(x + y + 10)
    #expect(close(try solver.solve(program).objective, 18))
  }
}
