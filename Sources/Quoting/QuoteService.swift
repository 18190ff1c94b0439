internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
public import Planning
internal import Queueing
public import Scenarios
internal import Staffing
public import Units

/// Bonus and malus to expect of a bid, from how its monthly service level is distributed.
///
/// A month's volume is a factor on its forecast, normally distributed around 1 with the forecast
/// error as its standard deviation; nine equally likely values with that mean and variance stand for
/// it. For each of them Erlang A with the planned positions (those required, less the share that the
/// plan leaves short) gives the share answered in time of each interval, and the month's is the mean
/// of these by contacts. Chance within the month is left out: over thousands of contacts it is small
/// beside the forecast's error.
public struct QuoteService: Sendable, Hashable, Codable {
  /// One of the nine values of the volume.
  public struct Outcome: Sendable, Hashable, Codable {
    /// The factor on the forecast.
    public let volume: Double
    /// The share answered in time over the term.
    public let level: Share
  }

  /// The share answered in time over the term, by volume, lowest volume first.
  public let outcomes: [Outcome]
  /// The mean of it.
  public let expected: Share
  /// The share of months and outcomes below the target.
  public let malusProbability: Share
  /// The share of them that earn a bonus.
  public let bonusProbability: Share
  /// What is added to the bill on average, of it; taken where negative.
  public let change: Rational
  /// The same in money over the term.
  public let amount: Money

  /// The service of a plan; `nil` without bonus and malus, or where no queue promises a share answered
  /// in time.
  ///
  /// - Parameter price: what the client pays over the term, without VAT.
  public init?(_ plan: Plan, terms: BidTerms, price: Money) {
    guard let promise = terms.serviceLevel,
      let expectation = ServiceExpectation(
        promise, plan.scenario, plan.requirement, plan.capacity, error: terms.forecastError,
        from: terms.goLive)
    else { return nil }
    outcomes = expectation.outcomes
    expected = expectation.expected
    malusProbability = expectation.malusProbability
    bonusProbability = expectation.bonusProbability
    change = expectation.change
    amount = Money(rounding: Rational(price.minorUnits), times: change)
  }
}

/// What bonus and malus come to on average, of the bill, over months whose volume is uncertain.
struct ServiceExpectation {
  let outcomes: [QuoteService.Outcome]
  let expected: Share
  let malusProbability: Share
  let bonusProbability: Share
  let change: Rational

  /// The middle of each ninth of the standard normal distribution, scaled to variance 1.
  static let deviations: [Double] = {
    let middles = [-1.59322, -0.96742, -0.58946, -0.28222, 0, 0.28222, 0.58946, 0.96742, 1.59322]
    let variance = middles.map { $0 * $0 }.reduce(0, +) / Double(middles.count)
    return middles.map { $0 / variance.squareRoot() }
  }()

  /// What to expect of a promise; `nil` where no queue promises a share answered in time, or the vendor
  /// serves none that does.
  ///
  /// - Parameters:
  ///   - error: the standard deviation of a month's volume, of its forecast.
  ///   - vendor: whose share of the contacts counts; `nil` for everybody's.
  init?(
    _ promise: Contracts.ServiceLevels, _ scenario: Scenario, _ requirement: StaffingRequirement,
    _ capacity: CapacityPlan, error: Rational, from first: LocalDate, vendor: Vendor.ID? = nil
  ) {
    let factors = ServiceExpectation.deviations.map { max(0, 1 + error.doubleValue * $0) }
    var desk = ServiceDesk(scenario, requirement, capacity, vendor: vendor)
    let months = desk.months(from: first)
    guard !months.isEmpty else { return nil }
    var (change, weights, below, above) = (Rational.zero, 0.0, 0, 0)
    var levels = Array(repeating: (answered: 0.0, contacts: 0.0), count: factors.count)
    for month in months {
      let weight = month.map(\.contacts).reduce(0, +)
      var changes = Rational.zero
      for (place, factor) in factors.enumerated() {
        let result = desk.answered(of: month, volume: factor)
        levels[place].answered += result.answered
        levels[place].contacts += result.contacts
        let level = result.contacts > 0 ? result.answered / result.contacts : 1
        let one = promise.change(at: Rational(nearest: level))
        if one < .zero { below += 1 }
        if one > .zero { above += 1 }
        changes = changes + one
      }
      let mean = changes.divided(by: Rational(Int64(factors.count))) ?? .zero
      change = change + mean * Rational(nearest: weight)
      weights += weight
    }
    let count = Double(months.count * factors.count)
    outcomes = zip(factors, levels).map { factor, sums in
      QuoteService.Outcome(
        volume: factor, level: Share(sums.contacts > 0 ? sums.answered / sums.contacts : 1))
    }
    expected = Share(outcomes.map(\.level.value).reduce(0, +) / Double(outcomes.count))
    malusProbability = Share(Double(below) / count)
    bonusProbability = Share(Double(above) / count)
    let mean = change.divided(by: Rational(nearest: weights)) ?? .zero
    self.change = Rational(nearest: mean.doubleValue)
  }
}

/// The intervals whose customers wait, and what they get when more or fewer of them come.
private struct ServiceDesk {
  struct Interval {
    let queue: Int
    let contacts: Double
    let load: Double
    let positions: Double
  }

  private struct Key: Hashable {
    let queue: Int
    let load: Double
    let positions: Double
  }

  private let requirement: StaffingRequirement
  private let capacity: CapacityPlan
  private let vendor: Vendor.ID?
  private let queues: [Scenarios.Queue]
  private var known: [Key: Double] = [:]

  init(
    _ scenario: Scenario, _ requirement: StaffingRequirement, _ capacity: CapacityPlan,
    vendor: Vendor.ID?
  ) {
    (self.requirement, self.capacity, self.vendor) = (requirement, capacity, vendor)
    queues = scenario.queues.filter { queue in
      if case .answered(let share, _) = queue.target { share > .zero } else { false }
    }
  }

  /// The part of a queue's contacts of a week whose service counts: the vendor's share of the hours that
  /// are covered, or all.
  private func share(of queue: Scenarios.Queue.ID, inWeek week: Int, of covered: Double) -> Double {
    guard let vendor else { return 1 }
    let weeks = capacity.vendors.first { $0.vendor == vendor }?.weeks ?? []
    guard weeks.indices.contains(week), covered > 0 else { return 0 }
    let own = weeks[week].allocations.filter { $0.queue == queue }.map(\.netTime).total().hours
    return min(1, max(0, own / covered))
  }

  /// The intervals with contacts, by calendar month.
  func months(from goLive: LocalDate) -> [[Interval]] {
    var months: [YearMonth: [Interval]] = [:]
    for (place, queue) in queues.enumerated() {
      guard let need = requirement[queue.id],
        let needed = capacity.requirement.first(where: { $0.queue == queue.id })
      else { continue }
      for (index, week) in capacity.weeks.enumerated() {
        let all = needed.total(inWeek: index).hours
        let short = capacity.shortages.filter { $0.week == index && $0.queue == queue.id }
          .map(\.netTime).total().hours
        let covered = all > 0 ? max(0, 1 - short / all) : 1
        let share = share(of: queue.id, inWeek: index, of: all - short)
        guard share > 0 else { continue }
        for day in week.days where day >= goLive {
          for slot in requirement.grid.slotIndices(of: day)
          where need.volume.indices.contains(slot) && need.volume[slot].value > 0 {
            months[YearMonth(of: day), default: []].append(
              Interval(
                queue: place, contacts: need.volume[slot].value * share,
                load: need.load[slot].value,
                positions: need.positions[slot].value * covered))
          }
        }
      }
    }
    return months.keys.sorted().map { months[$0] ?? [] }
  }

  /// Contacts of the intervals, and those of them answered in time, at a factor on the volume.
  mutating func answered(
    of intervals: [Interval], volume factor: Double
  ) -> (answered: Double, contacts: Double) {
    var (answered, contacts) = (0.0, 0.0)
    for interval in intervals {
      let offered = interval.contacts * factor
      contacts += offered
      answered += offered * level(of: interval, factor)
    }
    return (answered, contacts)
  }

  private mutating func level(of interval: Interval, _ factor: Double) -> Double {
    let key = Key(
      queue: interval.queue, load: interval.load * factor, positions: interval.positions)
    if let level = known[key] { return level }
    let queue = queues[interval.queue]
    guard case .answered(_, let within) = queue.target else { return 1 }
    let time = Duration.seconds(
      queue.handleTime.inSeconds / Double(max(1, queue.channel.concurrency)))
    let model = ErlangA(
      load: Erlangs(key.load), handleTime: time, patience: queue.patience)
    let performance = model.performance(with: Positions(key.positions), within: within)
    let level = min(1, max(0, performance.serviceLevels[.offered]?.value ?? 0))
    known[key] = level
    return level
  }
}
