import CGLPKRaw
import GLPK
import LinearProgramming
import Measuring

/// What the typed layer costs on a transportation program of 200 plants and 250 markets: stating
/// the program by typed keys, checking it, handing it over and reading the solution, against the
/// same program loaded and solved by bare calls of GLPK with the same settings.
func benchmarkTransportation() throws {
  let data = TransportationData(plants: 200, markets: 250)
  print("transportation, \(data.plants) × \(data.markets), median of 15 pairs")
  var stating: [Double] = []
  var typed: [Double] = []
  var bare: [Double] = []
  var simplex: [Double] = []
  var objectives: (Double, Double) = (0, 0)
  for _ in 0..<16 {
    let (stated, program) = try Measurement.once { try data.program() }
    let (solved, solution) = try Measurement.once { try GLPKSolver().solve(program) }
    let raw = data.bareSolve()
    objectives = (solution.objective, raw.objective)
    stating.append(stated)
    typed.append(solved)
    bare.append(raw.total)
    simplex.append(raw.simplex)
  }
  // The first pair warms up.
  let lines = [
    Measurement(name: "state the program", seconds: Array(stating.dropFirst())),
    Measurement(name: "typed solve, hand-over included", seconds: Array(typed.dropFirst())),
    Measurement(name: "bare GLPK, load and solve", seconds: Array(bare.dropFirst())),
    Measurement(name: "bare GLPK, simplex alone", seconds: Array(simplex.dropFirst())),
  ]
  for line in lines { print(line.line) }
  // The fastest of each, since nothing makes a run faster than it is.
  let fastest = lines.map { $0.seconds.min() ?? .nan }
  let share = (fastest[0] + fastest[1] - fastest[2]) / fastest[3] * 100
  print("objectives \(objectives.0) and \(objectives.1)")
  print(
    "the layer costs \((share * 10).rounded() / 10) % of GLPK's solve time, by the fastest runs\n")
}

/// A transportation program with costs, supplies and demands from a small generator, always the same.
struct TransportationData {
  let plants: Int
  let markets: Int
  let cost: [Double]
  let demand: [Double]
  let supply: Double

  init(plants: Int, markets: Int) {
    self.plants = plants
    self.markets = markets
    var state: UInt64 = 20_261_111
    func next(_ limit: UInt64) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % limit)
    }
    cost = (0..<plants * markets).map { _ in 1 + next(100) }
    demand = (0..<markets).map { _ in 10 + next(90) }
    supply = demand.reduce(0, +) / Double(plants) * 1.2
  }

  /// The program through the typed layer.
  func program() throws -> LinearProgram {
    var program = LinearProgram("transportation")
    let flow = program.variables("flow", over: 0..<plants, and: 0..<markets)
    for plant in 0..<plants {
      program.require("plant \(plant)", (0..<markets).total { flow[plant, $0] } <= supply)
    }
    for market in 0..<markets {
      program.require(
        "market \(market)", (0..<plants).total { flow[$0, market] } >= demand[market])
    }
    var total = LinearExpression()
    for plant in 0..<plants {
      for market in 0..<markets { total += cost[plant * markets + market] * flow[plant, market] }
    }
    program.minimize(total)
    return program
  }

  /// The same program by bare calls: seconds in all, seconds of simplex, objective.
  func bareSolve() -> (total: Double, simplex: Double, objective: Double) {
    var simplex = 0.0
    var objective = 0.0
    let (total, _) = Measurement.once {
      let problem = glp_create_prob()
      defer { glp_delete_prob(problem) }
      glp_term_out(GLP_OFF)
      glp_set_obj_dir(problem, GLP_MIN)
      glp_add_rows(problem, Int32(plants + markets))
      glp_add_cols(problem, Int32(plants * markets))
      for plant in 0..<plants { glp_set_row_bnds(problem, Int32(plant + 1), GLP_UP, 0, supply) }
      for market in 0..<markets {
        glp_set_row_bnds(problem, Int32(plants + market + 1), GLP_LO, demand[market], 0)
      }
      var rows: [Int32] = [0]
      var columns: [Int32] = [0]
      var values: [Double] = [0]
      for plant in 0..<plants {
        for market in 0..<markets {
          let column = Int32(plant * markets + market + 1)
          glp_set_col_bnds(problem, column, GLP_LO, 0, 0)
          glp_set_obj_coef(problem, column, cost[Int(column) - 1])
          rows += [Int32(plant + 1), Int32(plants + market + 1)]
          columns += [column, column]
          values += [1, 1]
        }
      }
      glp_load_matrix(problem, Int32(values.count - 1), rows, columns, values)
      var settings = glp_smcp()
      glp_init_smcp(&settings)
      settings.msg_lev = GLP_MSG_OFF
      settings.meth = GLP_DUALP
      settings.r_test = GLP_RT_FLIP
      glp_scale_prob(problem, GLP_SF_AUTO)
      glp_std_basis(problem)
      (simplex, _) = Measurement.once { glp_simplex(problem, &settings) }
      objective = glp_get_obj_val(problem)
    }
    return (total, simplex, objective)
  }
}
