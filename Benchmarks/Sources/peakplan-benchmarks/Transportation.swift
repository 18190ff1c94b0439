import GLPK
import LinearProgramming

/// What the typed layer costs on a transportation program of 200 plants and 250 markets: stating
/// the program and handing it over, against GLPK's own time to solve it.
func benchmarkTransportation() throws {
  let plants = 200
  let markets = 250
  print("transportation, \(plants) × \(markets), median of 5 runs")
  let (stating, program) = try Measurement.measure("state the program", runs: 5) {
    try transportation(plants: plants, markets: markets)
  }
  let solver = GLPKSolver()
  let (solving, solution) = try Measurement.measure("solve it, hand-over included", runs: 5) {
    try solver.solve(program)
  }
  // A solve that may not iterate does everything but the simplex: check, load, extract.
  var nothing = SolverOptions()
  nothing.iterationLimit = 0
  let (handing, _) = try Measurement.measure("check, load and extract alone", runs: 5) {
    try solver.solve(program, options: nothing)
  }
  for line in [stating, solving, handing] { print(line.line) }
  let simplex = solving.median - handing.median
  let layer = (stating.median + handing.median) / simplex * 100
  print("objective \(solution.objective)")
  print("the layer costs \((layer * 10).rounded() / 10) % of GLPK's own time\n")
}

/// A balanced program with costs and supplies from a small generator, always the same.
private func transportation(plants: Int, markets: Int) throws -> LinearProgram {
  var state: UInt64 = 20_261_111
  func next(_ limit: UInt64) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double((state >> 33) % limit)
  }
  var program = LinearProgram("transportation")
  var costs = LinearExpression()
  var supplied = [LinearExpression](repeating: LinearExpression(), count: plants)
  var delivered = [LinearExpression](repeating: LinearExpression(), count: markets)
  for plant in 0..<plants {
    for market in 0..<markets {
      let flow = program.variable("from \(plant) to \(market)")
      costs += (1 + next(100)) * flow
      supplied[plant] += flow
      delivered[market] += flow
    }
  }
  let demand = (0..<markets).map { _ in 10 + next(90) }
  let supply = demand.reduce(0, +) / Double(plants) * 1.2
  for plant in 0..<plants { program.require("plant \(plant)", supplied[plant] <= supply) }
  for market in 0..<markets {
    program.require("market \(market)", delivered[market] >= demand[market])
  }
  program.minimize(costs)
  return program
}
