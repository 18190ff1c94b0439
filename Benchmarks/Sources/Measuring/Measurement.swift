import Foundation

/// Times of the same work done several times.
public struct Measurement {
  /// What was measured.
  public let name: String
  /// The seconds of each run.
  public let seconds: [Double]

  /// Times that were taken already.
  public init(name: String, seconds: [Double]) {
    self.name = name
    self.seconds = seconds
  }

  /// Runs `work` once to warm up, then `runs` times; the result of the last run is handed back.
  public static func measure<Result>(
    _ name: String, runs: Int, _ work: () throws -> Result
  ) rethrows -> (Measurement, Result) {
    var result = try work()
    var seconds: [Double] = []
    for _ in 0..<runs {
      let (elapsed, value) = try once(work)
      seconds.append(elapsed)
      result = value
    }
    return (Measurement(name: name, seconds: seconds), result)
  }

  /// Runs `work` once; the seconds it took, and its result.
  public static func once<Result>(_ work: () throws -> Result) rethrows -> (Double, Result) {
    let start = ContinuousClock.now
    let result = try work()
    let elapsed = (ContinuousClock.now - start).components
    return (Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18, result)
  }

  /// The middle of the times.
  public var median: Double {
    let sorted = seconds.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
  }

  /// A line of the report: median, least and most, in milliseconds.
  public var line: String {
    let least = seconds.min() ?? .nan
    let most = seconds.max() ?? .nan
    let figures = String(
      format: "%10.2f ms   (%.2f to %.2f)", median * 1e3, least * 1e3, most * 1e3)
    return name.padding(toLength: 44, withPad: " ", startingAt: 0) + figures
  }
}

/// The most memory this process has held, in megabytes.
public func peakMemory() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss) / 1024
}
