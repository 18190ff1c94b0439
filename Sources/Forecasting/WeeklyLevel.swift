internal import Foundation

/// Where a series of weekly levels stands at its end and where it goes.
///
/// The trend is the median of the slopes between all pairs of weeks of the last half year (Theil
/// 1950, Sen 1968), in logarithms, shrunk by how far it stands out of the noise, at most 2 % a week,
/// and damped: each week ahead adds 0.9 of the step before (Gardner and McKenzie, "Forecasting
/// trends in time series", Management Science 31, 1985). The level is the weighted mean of the
/// last twelve weeks (half-life 3 weeks) along that trend; weeks far off their median count as at
/// most 2.5 robust standard deviations off.
struct WeeklyLevel {
  /// The level at the middle of the last week.
  let level: Double
  /// The relative growth of the first week ahead, as a logarithm.
  let slope: Double

  private static let damping = 0.9
  private static let weeksOfTrend = 26
  private static let weeksOfLevel = 12
  private static let steepest = 0.02

  /// From levels by weeks back from the end; weeks without a level, or with none above 0, are
  /// left out.
  init(levelsByWeeksBack levels: [(weeksBack: Int, level: Double)]) {
    let points = levels.filter { $0.level > 0 && $0.level.isFinite }
      .map { (back: Double($0.weeksBack), log: log($0.level)) }
    guard !points.isEmpty else {
      level = 0
      slope = 0
      return
    }
    let recent = points.filter { $0.back < Double(WeeklyLevel.weeksOfTrend) }
    let slope = recent.count >= 8 ? WeeklyLevel.slope(of: recent) : 0
    let nearest = points.map(\.back).min() ?? 0
    let last = points.filter { $0.back < nearest + Double(WeeklyLevel.weeksOfLevel) }
    let values = last.map { $0.log + slope * $0.back }
    let centre = median(values)
    let reach = 2.5 * 1.4826 * median(values.map { abs($0 - centre) })
    var (sum, weight) = (0.0, 0.0)
    for (point, value) in zip(last, values) {
      let pointWeight = exp2(-(point.back - nearest) / 3)
      sum += pointWeight * min(centre + reach, max(centre - reach, value))
      weight += pointWeight
    }
    level = exp(sum / weight)
    self.slope = slope
  }

  /// The level `weeks` after the middle of the last week.
  func level(weeksAhead weeks: Double) -> Double {
    let damping = WeeklyLevel.damping
    let steps = damping * (1 - pow(damping, max(0, weeks))) / (1 - damping)
    return level * exp(slope * steps)
  }

  private static func slope(of points: [(back: Double, log: Double)]) -> Double {
    var slopes: [Double] = []
    for (index, later) in points.enumerated() {
      for earlier in points[..<index] where earlier.back != later.back {
        slopes.append((later.log - earlier.log) / (earlier.back - later.back))
      }
    }
    let slope = median(slopes)
    let values = points.map { $0.log + slope * $0.back }
    let centre = median(values)
    let noise = 1.4826 * median(values.map { abs($0 - centre) })
    // The standard error of a slope over n equidistant points is about √12 σ / n^1.5.
    let count = Double(points.count)
    let error = noise * 12.0.squareRoot() / (count * count.squareRoot())
    let square = slope * slope
    let kept = square > 0 ? square / (square + 4 * error * error) : 0
    return min(steepest, max(-steepest, slope * kept))
  }
}

/// The median; 0 of nothing.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard let last = sorted.indices.last else { return 0 }
  return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
}
