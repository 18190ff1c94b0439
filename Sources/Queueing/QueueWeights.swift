internal import Foundation

/// The number of contacts that wait while all positions are busy and each waiting one leaves at
/// its own rate: r_{j+1} = r_j λ/(n µ + (j + 1) θ), from the largest weight outwards as far as
/// weights count.
///
/// A queue of far more than 20,000 contacts is scaled down, its rates but not its patience divided
/// by ``scale``: waits keep their mean and vary by up to 1/√20000 = 0.7 % more than they would.
struct QueueWeights {
  /// The first number that counts.
  private(set) var first: Int
  /// The weights from there, 1 in all.
  private(set) var shares: [Double]
  /// The share of 0 waiting; 0 where it does not count.
  var none: Double { first == 0 ? shares[0] : 0 }

  /// The mean number.
  var mean: Double {
    var sum = 0.0
    for (index, share) in shares.enumerated() { sum += Double(first + index) * share }
    return sum * scale
  }

  /// A weight below this part of the largest does not count.
  private static let least = 1e-18
  private static let largestQueue = 20_000.0

  /// By how much the rates were divided.
  let scale: Double

  /// For λ > 0 and θ > 0.
  init(arrivals: Double, service: Double, leaving: Double) {
    let overload = (arrivals - service) / leaving / QueueWeights.largestQueue
    scale = max(1, overload, arrivals / leaving / 1e8)
    let arrivals = arrivals / scale
    let service = service / scale
    let mode = Int(max(0, ((arrivals - service) / leaving).rounded(.down)))
    var below: [Double] = []
    var weight = 1.0
    var number = mode
    while number > 0, weight > QueueWeights.least {
      weight *= (service + Double(number) * leaving) / arrivals
      number -= 1
      below.append(weight)
    }
    first = number
    shares = below.reversed()
    shares.append(1)
    weight = 1
    number = mode
    while weight > QueueWeights.least {
      number += 1
      weight *= arrivals / (service + Double(number) * leaving)
      shares.append(weight)
    }
    let total = shares.reduce(0, +)
    for index in shares.indices { shares[index] /= total }
  }

  /// The probability that all positions are busy, with these weights for the total load:
  /// 1/(1 + r₀ (1/B − 1)), r₀ the share of none waiting.
  func busyProbability(positions: Double, load: Double) -> Double {
    guard positions > 0 else { return 1 }
    let series = LossSeries(servers: positions, load: load)
    let idle = none * series.rest
    guard series.logScale > 0 else { return 1 / (1 + idle) }
    return idle > 0 ? exp(-series.logScale) / (exp(-series.logScale) + idle) : 1
  }
}
