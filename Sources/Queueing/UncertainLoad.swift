internal import Foundation
public import Units

/// A queue whose load is not known: each interval has a rate of its own, drawn from a gamma
/// distribution around the forecast, and constant within the interval.
///
/// What a contact meets is the mean over the contacts, not over the intervals: E[Λ f(Λ)] / E[Λ], which
/// is f averaged over the gamma distribution of shape 1/cv² + 1 and scale mean · cv² (Jongbloed and
/// Koole, "Managing uncertainty in call centres using Poisson mixtures", 2001). As most contacts come
/// in the busy intervals, service is worse than at the forecast.
///
/// The average is taken with the trapezoidal rule over the logarithm of the rate, which for such
/// integrands converges geometrically (Trefethen and Weideman, "The exponentially convergent
/// trapezoidal rule", SIAM Review 2014), in steps that also resolve the rise of waiting around full
/// occupancy: errors stay below 10⁻⁸ for queues that people leave. For ``ErlangC``, whose figures
/// break off where the load passes the positions, they are of the size 10⁻³, and mean waits have no
/// value, since such intervals always happen.
///
/// Limits: the rate is constant within its interval and the interval long against the handle time;
/// the limits of the model that is averaged.
public struct UncertainLoad<Model: ServiceModel>: ServiceModel {
  /// The queue at the forecast.
  public let forecast: Model
  /// The coefficient of variation of the rate: its standard deviation over its mean.
  public let variation: Double

  /// `forecast` with a rate whose standard deviation is `variation` times the mean; below 10⁻⁴, or
  /// not a number, counts as a rate that is known, above 100 as 100.
  public init(_ forecast: Model, variation: Double) {
    self.forecast = forecast
    self.variation = variation >= 1e-4 ? min(100, variation) : 0
  }

  /// The load at the forecast.
  public var offeredLoad: Erlangs { forecast.offeredLoad }
  /// The mean time that one contact takes.
  public var handleTime: Duration { forecast.handleTime }
  /// As in the queue itself.
  public var contactsCanLeave: Bool { forecast.contactsCanLeave }
  /// As in the queue itself.
  public var contactsCanBeTurnedAway: Bool { forecast.contactsCanBeTurnedAway }

  /// The same uncertainty around as many contacts of the same length as make `load`.
  public func offered(_ load: Erlangs) -> UncertainLoad {
    UncertainLoad(forecast.offered(load), variation: variation)
  }

  /// The same queue with as many contacts, each `factor` times as long.
  public func scalingHandleTime(by factor: Double) -> UncertainLoad {
    UncertainLoad(forecast.scalingHandleTime(by: factor), variation: variation)
  }

  /// What `positions` achieve, for the average contact; occupancy and queue are means over time.
  public func performance(
    with positions: Positions, within answerTime: Duration
  ) -> ServicePerformance {
    guard variation > 0, forecast.offeredLoad.value > 0 else {
      return forecast.performance(with: positions, within: answerTime)
    }
    var mean = MixedFigures()
    let rates = GammaRates(variation: variation, detail: forecast.offeredLoad.value)
    for index in 0..<rates.count {
      let (factor, weight) = rates[index]
      let queue = forecast.scalingVolume(by: factor)
      mean.add(Figures(queue.performance(with: positions, within: answerTime)), weight: weight)
    }
    return ServicePerformance(
      mean.figures(
        load: forecast.offeredLoad.value, handleTime: handleTime.inSeconds,
        positions: positions.value),
      positions: positions, answerTime: answerTime)
  }
}

extension UncertainLoad: Equatable where Model: Equatable {}
extension UncertainLoad: Hashable where Model: Hashable {}

/// The rates of a gamma mixture as multiples of the mean, weighted by the contacts that they bring.
struct GammaRates {
  let count: Int
  private let first: Double
  private let step: Double
  private let shape: Double
  private let scale: Double
  private let top: Double

  /// Rates of a coefficient of variation above 0, fine enough for a queue of `detail` erlangs.
  init(variation: Double, detail: Double) {
    let square = variation * variation
    shape = 1 / square + 1
    scale = square
    // The density of ln Λ: t shape − e^t/scale, highest at e^t = shape · scale.
    top = log(shape * scale)
    let deviation = 1 / shape.squareRoot()
    let fine = min(0.35 * deviation, 0.12 / max(1, detail).squareRoot(), 0.1)
    step = max(fine, 4e-4 * deviation)
    let depth = 40.0
    first = top - GammaRates.reach(shape: shape, depth: depth, direction: -1)
    let last = top + GammaRates.reach(shape: shape, depth: depth, direction: 1)
    count = Int(((last - first) / step).rounded(.up)) + 1
  }

  /// A rate and its weight, which need not add up to 1.
  subscript(index: Int) -> (factor: Double, weight: Double) {
    let point = first + Double(index) * step
    let delta = point - top
    return (exp(point), exp(-shape * (expm1(delta) - delta)))
  }

  /// How far from its top the density has fallen by a factor e^depth.
  private static func reach(shape: Double, depth: Double, direction: Double) -> Double {
    var (near, far) = (0.0, 1e-6)
    while shape * (expm1(direction * far) - direction * far) < depth, far < 1e3 {
      near = far
      far *= 2
    }
    for _ in 0..<20 {
      let middle = (near + far) / 2
      if shape * (expm1(direction * middle) - direction * middle) < depth {
        near = middle
      } else {
        far = middle
      }
    }
    return far
  }
}

/// The mean of figures over contacts.
private struct MixedFigures {
  private var weight = 0.0
  private var isStable = true
  private var waitProbability = 0.0
  private var abandonment = 0.0
  private var blocking = 0.0
  private var answered = 0.0
  private var answeredWait = 0.0
  private var wait = 0.0
  private var offeredInTime = 0.0
  private var virtualInTime = 0.0
  private var withinAny = 0.0

  mutating func add(_ figures: Figures, weight: Double) {
    guard weight > 0 else { return }
    let isAnswered = max(0, 1 - figures.abandonment - figures.blocking)
    self.weight += weight
    if !figures.isStable { isStable = false }
    waitProbability += weight * figures.waitProbability
    abandonment += weight * figures.abandonment
    blocking += weight * figures.blocking
    answered += weight * isAnswered
    if isAnswered > 0 { answeredWait += weight * isAnswered * figures.answeredWait }
    if figures.blocking < 1 { wait += weight * (1 - figures.blocking) * figures.meanWait }
    offeredInTime += weight * figures.offered
    virtualInTime += weight * figures.virtual
    withinAny += weight * figures.withinAny
  }

  func figures(load: Double, handleTime: Double, positions: Double) -> Figures {
    let (answered, letIn) = (answered / weight, 1 - blocking / weight)
    let offered = offeredInTime / weight
    let left = max(0, withinAny / weight - offered)
    return Figures(
      isStable: isStable, waitProbability: waitProbability / weight,
      abandonment: abandonment / weight, blocking: blocking / weight,
      answeredWait: answered > 0 ? answeredWait / weight / answered : .nan,
      meanWait: letIn > 0 ? wait / weight / letIn : .infinity, offered: offered,
      answered: answered > 0 ? min(1, offered / answered) : .nan,
      virtual: virtualInTime / weight,
      excludingShortAbandons: left < 1 ? min(1, offered / (1 - left)) : 0,
      withinAny: withinAny / weight,
      occupancy: positions > 0 ? min(1, load * answered / positions) : .nan,
      meanQueue: handleTime > 0 ? load / handleTime * wait / weight : 0)
  }
}
