import Foundation

/// Erlang C as the textbooks write it, sharing nothing with the product's method: the sum over the
/// states for whole agents, and a numerical integral for the loss between whole numbers.
enum TextbookErlangC {
  /// P(wait) = (aⁿ/n! · n/(n−a)) / (Σ_{k<n} aᵏ/k! + aⁿ/n! · n/(n−a)), in logarithms.
  static func waitProbability(agents: Int, load: Double) -> Double {
    func logTerm(_ k: Int) -> Double {
      var logFactorial = 0.0
      for factor in 1...max(1, k) { logFactorial += log(Double(factor)) }
      return Double(k) * log(load) - logFactorial - load
    }
    let waiting = exp(logTerm(agents)) * Double(agents) / (Double(agents) - load)
    let serving = (0..<agents).map { exp(logTerm($0)) }.reduce(0, +)
    return waiting / (serving + waiting)
  }

  static func serviceLevel(
    agents: Int, load: Double, within seconds: Double, handleTime: Double
  ) -> Double {
    let wait = waitProbability(agents: agents, load: load)
    return 1 - wait * exp(-(Double(agents) - load) * seconds / handleTime)
  }

  /// The same for real agents, with 1/B = a ∫₀^∞ e^(−at) (1+t)ⁿ dt by Simpson's rule.
  static func serviceLevel(
    realAgents agents: Double, load: Double, within seconds: Double, handleTime: Double
  ) -> Double {
    let end = (agents - load) / load + 60 / load.squareRoot() + 60 / load
    let steps = 40_000
    let width = end / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let t = Double(step) * width
      let weight = step == 0 || step == steps ? 1.0 : (step % 2 == 1 ? 4 : 2)
      sum += weight * exp(agents * log1p(t) - load * t)
    }
    let inverseLoss = load * sum * width / 3
    let wait = agents / ((agents - load) * inverseLoss + load)
    return 1 - wait * exp(-(agents - load) * seconds / handleTime)
  }
}
