internal import LinearProgramming
internal import Scenarios
internal import Units

/// A queue in a week.
struct QueueWeek: Hashable, Sendable {
  let queue: Int
  let week: Int
}

/// A site in a week.
struct SiteWeek: Hashable, Sendable {
  let site: Int
  let week: Int
}

/// The decisions of the rarer rules.
struct ReliefVariables: Sendable {
  /// Net hours of a deferred queue that wait over the end of a week.
  let backlog: VariableFamily<QueueWeek>
  /// Seats of a site beyond its own.
  let overflow: VariableFamily<SiteWeek>
  /// Positions that a group fills in the busiest hours of a week.
  let ownPeak: VariableFamily<WorkKey>
  /// Positions that a vendor fills in the busiest hours of a week.
  let vendorPeak: VariableFamily<WorkKey>
  /// Net hours missing in the busiest hours beyond those missing in the week anyway.
  let absent: VariableFamily<QueueWeek>
  /// Money above the budget.
  let overspent: VariableFamily<Int>

  /// The families that these decisions belong to: rules of rows that are there without them too.
  var families: Set<CapacityFamily> {
    var found: Set<CapacityFamily> = []
    if !backlog.keys.isEmpty { found.insert(.carriedWork) }
    if !overflow.keys.isEmpty { found.insert(.seatOverflow) }
    if !overspent.keys.isEmpty { found.insert(.budgetPrice) }
    return found
  }

  init(_ program: inout LinearProgram, _ index: CapacityIndex, _ names: CapacityNames) {
    backlog = program.variables(
      "backlog", over: index.carriedWeeks, label: names.label, bounds: index.backlogBounds)
    overflow = program.variables(
      "overflow", over: index.overflowWeeks, label: names.label, bounds: index.overflowBounds)
    ownPeak = program.variables(
      "in peak", over: index.peakWork(index.input.groupSkills), label: names.groupLabel)
    vendorPeak = program.variables(
      "vendor in peak", over: index.peakWork(index.input.vendorSkills),
      label: names.vendorWorkLabel)
    absent = program.variables("absent", over: index.peakQueues, label: names.label)
    overspent = program.variables(
      "overspent", over: index.input.budgetWeight == nil ? [] : [0], label: { _ in "budget" })
  }
}

extension CapacityNames {
  /// `cases,2026-11-09`.
  func label(_ key: QueueWeek) -> String { "\(queueLabel(key.queue)),\(weekLabel(key.week))" }
  /// `wuhan,2026-11-09`.
  func label(_ key: SiteWeek) -> String { "\(siteLabel(key.site)),\(weekLabel(key.week))" }
}

extension CapacityIndex {
  /// Weeks whose work of a deferred queue may wait: there is ordinary work in them and after them.
  var carriedWeeks: [QueueWeek] {
    input.queues.indices.filter(input.isCarried).flatMap { queue in
      (0..<max(0, input.weekCount - 1)).compactMap { week in
        let hasWork =
          input.required(queue, week, .ordinary) > 0
          && input.required(queue, week + 1, .ordinary) > 0
        return hasWork ? QueueWeek(queue: queue, week: week) : nil
      }
    }
  }

  func backlogBounds(_ key: QueueWeek) -> Bounds {
    .between(0, input.backlogLimit(key.queue, key.week))
  }

  /// Weeks in which seats beyond a site's own can be had.
  var overflowWeeks: [SiteWeek] {
    input.scenario.sites.indices.filter { input.scenario.sites[$0].overflow != nil }
      .flatMap { site in (0..<input.weekCount).map { SiteWeek(site: site, week: $0) } }
  }

  func overflowBounds(_ key: SiteWeek) -> Bounds {
    .between(0, Double(max(0, input.scenario.sites[key.site].overflow?.seats ?? 0)))
  }

  /// The queues of the busiest hours.
  var peakQueues: [QueueWeek] {
    input.peaks.flatMap { peak in
      peak.positions.map { QueueWeek(queue: $0.queue, week: peak.week) }
    }
  }

  /// Who can work what in the busiest hours.
  func peakWork(_ skills: [[Int]]) -> [WorkKey] {
    let queues = peakQueues
    return skills.indices.flatMap { supplier in
      queues.filter { skills[supplier].contains($0.queue) }.map {
        WorkKey(supplier: supplier, queue: $0.queue, week: $0.week, bucket: .ordinary)
      }
    }
  }
}

extension CapacityInput {
  /// Whether work of a queue may wait over the end of a week.
  func isCarried(_ queue: Int) -> Bool {
    scenario.policy.carriedQueues?.contains(queues[queue].id) ?? false
  }

  /// The most net hours of a queue that may wait at the end of a week and still keep the promise: what
  /// came within it. Work is taken to come evenly over a week: with a promise of two days two
  /// sevenths of the week's, with one of ten days the week's and three sevenths of that before.
  func backlogLimit(_ queue: Int, _ week: Int) -> Double {
    guard case .done(let promise) = queues[queue].target else { return 0 }
    var left = max(0, promise.inHours) / 168
    var most = 0.0
    for past in stride(from: week, through: 0, by: -1) where left > 0 {
      most += min(1, left) * required(queue, past)
      left -= 1
    }
    return most
  }

  /// What a unit of money above the budget weighs, beside itself; `nil` where the budget is a limit.
  var budgetWeight: Double? {
    guard scenario.policy.budget != nil else { return nil }
    return scenario.policy.overBudget.map { max(0, $0.value) }
  }

  /// The hours of a week in which everybody who comes for the busiest hours works at least: a day of a
  /// seat, or the hours that cloud agents are promised.
  func leastHoursAtPeak(_ vendor: Int) -> Double {
    let member = scenario.vendors[vendor]
    if let slots = member.clauses?.slots { return max(0, slots.minimumHours.hours) }
    return max(0, member.hoursPerSeat.hours) / 6
  }

  /// The share of booked hours in which a vendor's people come.
  func showRate(_ vendor: Int) -> Double {
    scenario.vendors[vendor].clauses?.slots?.showRate.value.bounded(to: 0...1) ?? 1
  }
}
