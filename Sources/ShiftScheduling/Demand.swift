internal import CapacityPlanning
internal import Scenarios
internal import Units

/// What is required in the periods of one program: half-hours of a day, or longer blocks of a week.
struct Demand: Sendable {
  /// One stretch of time.
  struct Period: Sendable, Equatable {
    /// The first minute since 1970-01-01T00:00Z.
    let start: Int
    /// The minute after the last.
    let end: Int
    /// The day and time on the wall, for names.
    let label: String

    /// How long it is.
    var hours: Double { Double(end - start) / 60 }
  }

  /// The periods in order.
  let periods: [Period]
  /// The queues' ids, for names.
  let queues: [String]
  /// The price of a missing position-hour, a queue, in minor units.
  let prices: [Double]
  /// Each queue's contacts in the order in which they fail.
  let kinds: [[ShortagePrice.Kind]]
  /// Positions required, a queue and period.
  let required: [[Double]]
  /// Offered load, a queue and period.
  let load: [[Double]]
  /// Whether the share of vendors in a queue is limited.
  let isLimited: [Bool]
  /// Whether the share of vendors in all queues together is limited.
  let isLimitedOverall: Bool

  /// The demand of `blocks`, `joined` blocks to a period; a period's requirement is the mean.
  init(
    _ source: RequirementBlocks, blocks: Range<Int>, joined: Int = 1, queues: [Queue],
    policy: Policy
  ) {
    let starts = Array(stride(from: blocks.lowerBound, to: blocks.upperBound, by: max(1, joined)))
    let ranges = starts.map { $0..<min($0 + max(1, joined), blocks.upperBound) }
    periods = ranges.map { range in
      let first = source.blocks[range.lowerBound]
      return Period(
        start: first.start, end: source.blocks[range.upperBound - 1].end, label: first.label)
    }
    self.queues = queues.map(\.id.rawValue)
    prices = source.prices
    kinds = queues.map(ShortagePrice.kinds)
    isLimited = queues.map { policy.outsourcingLimit(of: $0.id) < .whole }
    isLimitedOverall = policy.maximumOutsourcedShare.map { $0 < .whole } ?? false
    func mean(_ values: [Double]) -> [Double] {
      ranges.map { range in
        var sum = 0.0
        var hours = 0.0
        for block in range {
          sum += max(0, values[block]) * source.blocks[block].hours
          hours += source.blocks[block].hours
        }
        return hours > 0 ? sum / hours : 0
      }
    }
    required = source.required.map(mean)
    load = source.load.map(mean)
  }

  /// Calls `body` with every period that overlaps the minutes, and by how much of itself.
  func forEachPeriod(in minutes: Range<Int>, _ body: (_ period: Int, _ share: Double) -> Void) {
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].end > minutes.lowerBound { high = middle } else { low = middle + 1 }
    }
    while low < periods.count, periods[low].start < minutes.upperBound {
      let period = periods[low]
      let overlap = min(period.end, minutes.upperBound) - max(period.start, minutes.lowerBound)
      if overlap > 0 { body(low, Double(overlap) / Double(period.end - period.start)) }
      low += 1
    }
  }
}

/// Where the people of each pool go in each period: to their only queue, or to a team that shares
/// its time among several.
struct Routes: Sendable {
  /// What a pool's people do in a period.
  enum Route: Sendable, Equatable {
    /// Nothing is required of any of their queues.
    case none
    /// The only queue of theirs that requires anybody.
    case queue(Int)
    /// The team that they are part of.
    case team(Int)
  }

  /// People of one or more pools who can take the same queues in a period.
  struct Team: Sendable, Equatable {
    /// The period.
    let period: Int
    /// The queues, of those that require somebody.
    let queues: [Int]
    /// Whether they are a vendor's people, where these are told apart.
    let isVendor: Bool
  }

  /// The route of each pool in each period.
  let routes: [[Route]]
  /// The teams, by period.
  let teams: [Team]

  /// The routes of `pools`.
  ///
  /// A vendor's people go through a team of their own where the vendors' share of one of the queues
  /// or of all is limited (or `separatesVendors`), so that their hours can be counted.
  init(_ pools: [Pool], demand: Demand, separatesVendors: Bool = false) {
    var routes = [[Route]](
      repeating: Array(repeating: .none, count: demand.periods.count), count: pools.count)
    var teams: [Team] = []
    for period in demand.periods.indices {
      let first = teams.count
      for (index, pool) in pools.enumerated() {
        let queues = pool.skills.filter { demand.required[$0][period] > 0 }
        guard let only = queues.first else { continue }
        let isCounted =
          pool.isVendor
          && (separatesVendors || demand.isLimitedOverall
            || queues.contains { demand.isLimited[$0] })
        if queues.count == 1, !isCounted {
          routes[index][period] = .queue(only)
          continue
        }
        let team = Team(period: period, queues: queues, isVendor: isCounted)
        if let known = teams[first...].firstIndex(of: team) {
          routes[index][period] = .team(known)
        } else {
          routes[index][period] = .team(teams.count)
          teams.append(team)
        }
      }
    }
    self.routes = routes
    self.teams = teams
  }
}
