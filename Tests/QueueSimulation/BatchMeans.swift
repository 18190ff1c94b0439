/// A simulated value and how far the truth may be from it.
public struct Estimate: Sendable, Equatable {
  /// The value.
  public let mean: Double
  /// Half the width of the confidence interval.
  public let halfWidth: Double

  /// A value and half the width of its interval.
  public init(mean: Double, halfWidth: Double) {
    self.mean = mean
    self.halfWidth = halfWidth
  }

  /// Whether `value` lies in the interval, or no further than `slack` outside of it.
  public func agrees(with value: Double, slack: Double = 0) -> Bool {
    abs(value - mean) <= halfWidth + slack
  }
}

/// A ratio of two sums, such as contacts answered in time over contacts offered, by batches of one
/// long run or by replications.
///
/// Law, Simulation Modeling and Analysis, 9.5.3: with the batches' sums Y and W, r = ΣY/ΣW and the
/// variance of r is Σ(Y − r W)²/(B (B − 1)) over the square of the mean W; Student's t with B − 1
/// degrees of freedom. Batches must be long against the memory of what is simulated.
public struct BatchMeans: Sendable {
  private var values: [Double]
  private var weights: [Double]

  /// Sums of `batches` batches.
  public init(batches: Int = 30) {
    values = Array(repeating: 0, count: max(1, batches))
    weights = values
  }

  /// The number of batches.
  public var batches: Int { values.count }
  /// The sum of all values.
  public var total: Double { values.reduce(0, +) }
  /// The sum of all weights.
  public var weight: Double { weights.reduce(0, +) }
  /// The ratio of the sums; 0 where nothing was added.
  public var mean: Double { weight > 0 ? total / weight : 0 }

  /// Adds to a batch; one that does not exist counts as the last.
  public mutating func add(_ value: Double, weight: Double = 1, to batch: Int) {
    let batch = min(max(0, batch), values.count - 1)
    values[batch] += value
    weights[batch] += weight
  }

  /// The ratio with its interval of this confidence (0.999 unless told: a check of twenty figures
  /// shall not fail by chance).
  public func estimate(confidence: Double = 0.999) -> Estimate {
    let count = Double(values.count)
    guard values.count > 1, weight > 0 else { return Estimate(mean: mean, halfWidth: .infinity) }
    let mean = mean
    var squares = 0.0
    for (value, weight) in zip(values, weights) {
      squares += (value - mean * weight) * (value - mean * weight)
    }
    let error = (squares / (count * (count - 1))).squareRoot() / (weight / count)
    return Estimate(
      mean: mean, halfWidth: StudentT.quantile(confidence: confidence, freedom: count - 1) * error)
  }
}

/// Student's distribution.
enum StudentT {
  /// The value that |t| exceeds with probability 1 − `confidence`: Fisher and Cornish's expansion
  /// (1960) about the normal quantile; good to a per cent or better from 9 degrees of freedom up.
  static func quantile(confidence: Double, freedom: Double) -> Double {
    let z = normalQuantile((1 + confidence) / 2)
    let square = z * z
    let first = z * (square + 1) / 4
    let second = z * ((5 * square + 16) * square + 3) / 96
    let third = z * (((3 * square + 19) * square + 17) * square - 15) / 384
    return z + first / freedom + second / (freedom * freedom)
      + third / (freedom * freedom * freedom)
  }

  /// The normal quantile above one half: Hastings' approximation (Abramowitz and Stegun 26.2.23),
  /// |error| < 4.5 × 10⁻⁴.
  static func normalQuantile(_ probability: Double) -> Double {
    guard probability > 0.5 else { return 0 }
    guard probability < 1 else { return .infinity }
    let root = (-2 * Arithmetic.logarithm(1 - probability)).squareRoot()
    let top = 2.515_517 + root * (0.802_853 + root * 0.010_328)
    let bottom = 1 + root * (1.432_788 + root * (0.189_269 + root * 0.001_308))
    return root - top / bottom
  }
}
