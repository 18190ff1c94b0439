internal import Foundation

/// The line behind a full house: the states in which every place of work is taken and k = 0, 1, …
/// contacts wait, with weights relative to that of k = 0.
///
/// Contacts come at rate λ, leave the line for work at rate C whatever its length, and give up at
/// rate θ each: r₀ = 1, r_{k+1} = r_k λ/(C + (k+1) θ). With c = C/θ and x = e^(−θT) one who finds k
/// waiting is served with probability c/(c+k+1), waits longer than T for a place with probability
/// I_x(c, k+1) and is served within T with probability c/(c+k+1) (1 − I_x(c+1, k+1)), where I is the
/// regularised incomplete beta function (Baccelli and Hébuterne, "On queues with impatient
/// customers", 1981, for the M/M/n+M queue). C need not be a whole number of servers.
struct WaitingLine {
  /// Σ r_k; as all sums below divided by e^`logScale`.
  private(set) var total = 0.0
  /// Σ k r_k.
  private(set) var waiting = 0.0
  /// Σ r_k P(served within T | k).
  private(set) var servedInTime = 0.0
  /// Σ r_k P(the place comes free later than T | k).
  private(set) var virtuallyLate = 0.0
  /// Σ r_k E[wait; served | k] in seconds.
  private(set) var answeredWait = 0.0
  /// The logarithm of the scale of the sums; 0 unless the line is far longer than full.
  private(set) var logScale = 0.0
  /// Whether the line comes to rest.
  private(set) var isStable = true

  private static let large = 1e200
  /// The mean number that wait beyond which the sums are replaced by their limits.
  private static let mostTerms = 2e6

  /// The line of arrivals at `rate` > 0 a second before work at `capacity` > 0 a second, of whom
  /// each gives up at rate `leaving` ≥ 0, and the service within `time` ≥ 0 seconds.
  init(rate: Double, capacity: Double, leaving: Double, within time: Double) {
    if leaving > 0, rate - capacity > WaitingLine.mostTerms * leaving {
      approximateOverload(rate, capacity, leaving, time)
    } else if leaving > 0 {
      sumImpatient(rate, capacity, leaving, time)
    } else if rate < capacity {
      let ratio = rate / capacity
      total = capacity / (capacity - rate)
      waiting = ratio * total * total
      virtuallyLate = total * exp(-(capacity - rate) * time)
      servedInTime = total - virtuallyLate
      answeredWait = total / (capacity - rate)
    } else {
      isStable = false
    }
  }

  private mutating func sumImpatient(
    _ rate: Double, _ capacity: Double, _ leaving: Double, _ time: Double
  ) {
    let c = capacity / leaving
    let left = -expm1(-leaving * time)
    var late = BetaSum(log: -capacity * time)
    var lateServed = BetaSum(log: -capacity * time - leaving * time)
    var weight = 1.0
    var meanWait = 0.0
    var k = 0.0
    while true {
      let serves = c / (c + k + 1)
      meanWait += 1 / (capacity + (k + 1) * leaving)
      total += weight
      waiting += weight * k
      virtuallyLate += weight * min(1, late.sum)
      servedInTime += weight * serves * max(0, 1 - lateServed.sum)
      answeredWait += weight * serves * meanWait
      k += 1
      let ratio = rate / (capacity + k * leaving)
      weight *= ratio
      if ratio < 1, weight * (k + 1) < 1e-18 * (1 - ratio) * (1 - ratio) * total { break }
      if weight == 0 { break }
      late.advance(by: left * ((c + k - 1) / k))
      lateServed.advance(by: left * ((c + k) / k))
      if total > WaitingLine.large { rescale(&weight) }
    }
  }

  /// Σ r_k P(served within T | k), over the line's scale, for each T of `times`; as a line for each
  /// has it, in one pass over the states.
  static func servedInTime(
    rate: Double, capacity: Double, leaving: Double, within times: [Double]
  ) -> [Double] {
    func each() -> [Double] {
      times.map {
        WaitingLine(rate: rate, capacity: capacity, leaving: leaving, within: $0).servedInTime
      }
    }
    guard leaving > 0, rate - capacity <= mostTerms * leaving else { return each() }
    let c = capacity / leaving
    let left = times.map { -expm1(-leaving * $0) }
    var late = times.map { BetaSum(log: -capacity * $0 - leaving * $0) }
    var served = times.map { _ in 0.0 }
    var weight = 1.0
    var total = 0.0
    var k = 0.0
    var isLast = false
    while !isLast {
      let serves = weight * (c / (c + k + 1))
      total += weight
      // A line far longer than full has a scale of its own.
      if total > large { return each() }
      k += 1
      let ratio = rate / (capacity + k * leaving)
      weight *= ratio
      isLast = weight * (k + 1) < 1e-18 * (1 - ratio) * (1 - ratio) * total && ratio < 1
      isLast = isLast || weight == 0
      let growth = (c + k) / k
      late.withUnsafeMutableBufferPointer { late in
        served.withUnsafeMutableBufferPointer { served in
          // A place that surely comes free too late stays so however many more wait.
          for index in late.indices where late[index].sum < 1 {
            served[index] += serves * (1 - late[index].sum)
            late[index].advance(by: left[index] * growth)
          }
        }
      }
    }
    return served
  }

  /// The line of millions who wait: nobody is ever answered at once, and the wait is normal with mean
  /// w = ln(λ/C)/θ and variance 1/(θ C) (the limit of the sums; Whitt, "Fluid models for multiserver
  /// queues with abandonments", 2006, for the mean). Its relative deviation is below 10⁻³.
  private mutating func approximateOverload(
    _ rate: Double, _ capacity: Double, _ leaving: Double, _ time: Double
  ) {
    let served = capacity / rate
    let wait = -log(served) / leaving
    let deviation = 1 / (leaving * capacity).squareRoot()
    func below(_ value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }
    total = 1
    waiting = (rate - capacity) / leaving
    virtuallyLate = below((wait - time) / deviation)
    servedInTime = served * below((time - wait) / deviation + leaving * deviation)
    answeredWait = served * wait
    logScale = 1e6
  }

  private mutating func rescale(_ weight: inout Double) {
    let shrink = 1 / WaitingLine.large
    weight *= shrink
    total *= shrink
    waiting *= shrink
    virtuallyLate *= shrink
    servedInTime *= shrink
    answeredWait *= shrink
    logScale += log(WaitingLine.large)
  }
}

/// I_x(c, k+1) = Σ_{i≤k} t_i, term by term, from a first term x^c that may be too small for a
/// number.
private struct BetaSum {
  private(set) var sum: Double
  private var term: Double
  /// The logarithm of the unit of `term`; 0 once the terms are ordinary numbers.
  private var scale: Double

  init(log first: Double) {
    scale = first < -600 ? first : 0
    term = scale < 0 ? 1 : exp(first)
    sum = scale < 0 ? 0 : term
  }

  mutating func advance(by factor: Double) {
    term *= factor
    if scale < 0, term > 1e100 {
      let lift = log(term)
      scale += lift
      term = 1
      if scale > -600 {
        term = exp(scale)
        scale = 0
      }
    }
    if scale == 0 { sum += term }
  }
}

/// What the states of a chain with a ``WaitingLine`` behind it add up to, each a mean over the
/// offered contacts or over time, so that they can be mixed; see ``Figures`` for those that are
/// ratios.
struct LineShares {
  var isStable = true
  var waits = 0.0
  var leaves = 0.0
  var inTime = 1.0
  var virtuallyInTime = 1.0
  var withinAny = 1.0
  /// E[wait; answered] in seconds.
  var answeredWait = 0.0
  var meanWait = 0.0
  var queue = 0.0

  /// Nothing comes.
  static let idle = LineShares()
  /// More comes than is answered, and nobody leaves.
  static let growing = LineShares(
    isStable: false, waits: 1, inTime: 0, virtuallyInTime: 0, withinAny: 0,
    answeredWait: .infinity, meanWait: .infinity, queue: .infinity)

  /// Nobody ever answers `rate` contacts a second, which give up at rate `leaving`.
  static func unanswered(rate: Double, leaving: Double, within time: Double) -> LineShares {
    guard leaving > 0 else { return growing }
    return LineShares(
      waits: 1, leaves: 1, inTime: 0, virtuallyInTime: 0, withinAny: -expm1(-leaving * time),
      answeredWait: 0, meanWait: 1 / leaving, queue: rate / leaving)
  }

  /// The line's shares where the states before it weigh `before` and the full state `full`.
  init(
    _ line: WaitingLine, before: Double, full: Double, rate: Double, leaving: Double, time: Double
  ) {
    guard line.isStable else {
      self = .growing
      return
    }
    let before = line.logScale > 0 ? before * exp(-line.logScale) : before
    let whole = before + full * line.total
    let part = full / whole
    waits = full * line.total / whole
    queue = part * line.waiting
    leaves = min(1, leaving * queue / rate)
    meanWait = queue / rate
    answeredWait = part * line.answeredWait
    inTime = min(1, (before + full * line.servedInTime) / whole)
    virtuallyInTime = max(0, 1 - part * line.virtuallyLate)
    withinAny = max(0, 1 - part * line.virtuallyLate * exp(-leaving * time))
  }

  init(
    isStable: Bool = true, waits: Double = 0, leaves: Double = 0, inTime: Double = 1,
    virtuallyInTime: Double = 1, withinAny: Double = 1, answeredWait: Double = 0,
    meanWait: Double = 0, queue: Double = 0
  ) {
    self.isStable = isStable
    self.waits = waits
    self.leaves = leaves
    self.inTime = inTime
    self.virtuallyInTime = virtuallyInTime
    self.withinAny = withinAny
    self.answeredWait = answeredWait
    self.meanWait = meanWait
    self.queue = queue
  }

  /// The shares of a time of which the part `fraction` is as `other` says.
  func mixed(with other: LineShares, fraction: Double) -> LineShares {
    guard fraction > 0 else { return self }
    guard fraction < 1 else { return other }
    guard isStable, other.isStable else { return .growing }
    func mix(_ path: KeyPath<LineShares, Double>) -> Double {
      self[keyPath: path] + fraction * (other[keyPath: path] - self[keyPath: path])
    }
    return LineShares(
      waits: mix(\.waits), leaves: mix(\.leaves), inTime: mix(\.inTime),
      virtuallyInTime: mix(\.virtuallyInTime), withinAny: mix(\.withinAny),
      answeredWait: mix(\.answeredWait), meanWait: mix(\.meanWait), queue: mix(\.queue))
  }

  /// The figures that planners know, with an occupancy of `occupancy`.
  func figures(occupancy: Double) -> Figures {
    let answered = 1 - leaves
    let leftInTime = withinAny - inTime
    return Figures(
      isStable: isStable, waitProbability: waits, abandonment: leaves,
      answeredWait: answered > 0 ? answeredWait / answered : .nan, meanWait: meanWait,
      offered: inTime, answered: answered > 0 ? min(1, inTime / answered) : .nan,
      virtual: virtuallyInTime,
      excludingShortAbandons: inTime > 0 ? min(1, inTime / (1 - leftInTime)) : 0,
      withinAny: withinAny, occupancy: occupancy, meanQueue: queue)
  }
}
