import QueueSimulation
import Testing
import Units

@testable import Queueing

/// Input that no planner would give and a file may hold: none, tiny, huge, endless, negative,
/// fractional, and no number at all, among ordinary ones; the same for the same seed.
struct HostileInput {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let numbers: [Double] = [
    0, -0.0, .leastNonzeroMagnitude, 1e-300, 1e-12, 1e-3, 0.25, 1, 1.5, 7.3, 40, 1e4, 1e9, 1e15,
    1e300,
    .greatestFiniteMagnitude, .infinity, -.infinity, .nan, -1, -1e-9, -1e300,
  ]

  static let times: [Duration] = [
    .zero, Duration(secondsComponent: 0, attosecondsComponent: 1), .seconds(1e-9),
    .milliseconds(1), .milliseconds(250), .seconds(20), .seconds(180), .seconds(3600),
    .seconds(86_400), .seconds(1_000_000_000), .seconds(1_000_000_000_000_000),
    .seconds(Int64.max), .seconds(-1), .seconds(Int64.min),
  ]

  /// A number, an ordinary one half of the time.
  mutating func number() -> Double {
    guard random.happens(0.5) else { return ordinary() }
    return HostileInput.numbers[random.index(below: HostileInput.numbers.count)]
  }

  /// A number from 10⁻³ to a thousand.
  mutating func ordinary() -> Double {
    var number = 1e-3 * (1 + 9 * random.uniform())
    for _ in 0..<random.index(below: 6) { number *= 10 }
    return number
  }

  mutating func time() -> Duration {
    guard random.happens(0.5) else { return .seconds(ordinary() * 10) }
    return HostileInput.times[random.index(below: HostileInput.times.count)]
  }

  mutating func share() -> Share {
    Share(random.happens(0.6) ? random.uniform() : number())
  }

  mutating func whole() -> Int {
    let wholes = [0, 1, 2, 3, 5, 40, 1000, -1, .min, .max]
    return wholes[random.index(below: wholes.count)]
  }

  mutating func maybe<Value>(_ value: (inout HostileInput) -> Value) -> Value? {
    random.happens(0.5) ? value(&self) : nil
  }

  /// A number above 0 and below 1.
  mutating func unit() -> Double { random.uniform() }

  /// A whole number from 0 to `count` − 1.
  mutating func index(below count: Int) -> Int { random.index(below: count) }

  mutating func load() -> Erlangs { Erlangs(number()) }
  mutating func positions() -> Positions { Positions(number()) }
  mutating func volume() -> ContactVolume { ContactVolume(number()) }

  /// Conditions, each of them there or not.
  mutating func conditions() -> ServiceConditions {
    let definitions = ServiceLevelDefinition.allCases
    return ServiceConditions(
      serviceLevel: maybe { $0.share() },
      definition: definitions[random.index(below: definitions.count)], within: time(),
      averageSpeedOfAnswer: maybe { $0.time() }, abandonment: maybe { $0.share() },
      maximumOccupancy: maybe { $0.share() },
      waitPercentile: maybe { WaitPercentile($0.share(), waitingAtMost: $0.time()) },
      blocking: maybe { $0.share() })
  }
}

/// Whether figures can be: shares from 0 to 1, times and queues from 0 up, and no number that is
/// none.
func isSane(_ service: ServicePerformance) -> Bool {
  let levels = service.serviceLevels
  let shares = [
    service.waitProbability, service.abandonment, service.blocking, service.occupancy,
    levels.offered, levels.answered, levels.virtual, levels.excludingShortAbandons,
    levels.withinAny,
  ]
  let times = [service.averageSpeedOfAnswer, service.meanWait]
  return shares.allSatisfy { $0.map(isSane) ?? true }
    && times.allSatisfy { $0.map { $0 >= .zero } ?? true }
    && (service.meanQueue.map { $0.value >= 0 && $0.value < .infinity } ?? true)
}

/// Whether a share is one.
func isSane(_ share: Share) -> Bool { share.value >= 0 && share.value <= 1 }

/// Whether an amount is a number from 0 up.
func isSane(_ value: Double) -> Bool { value >= 0 && value < .infinity }
