internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// What must be covered, what vendors may take, what must be there at the end, what it may cost.
extension CapacityProgram {
  /// `Σ_g work[g,q,w,b] + Σ_v proficiency[v] · billed[v,q,w,b] + Σ_slices short[q,w,b,·] =
  /// required[q,w,b]`: every required hour is somebody's, or short.
  ///
  /// On ordinary days of queues whose work may wait over a week's end `+ backlog[q,w] −
  /// backlog[q,w−1]` on the left, with `0 ≤ backlog[q,w] ≤` what came within the promise.
  mutating func addCover() {
    for queue in input.queues.indices {
      for week in 0..<input.weekCount {
        for bucket in DayBucket.allCases where input.required(queue, week, bucket) > 0 {
          addCover(queue, week, bucket)
        }
      }
    }
  }

  private mutating func addCover(_ queue: Int, _ week: Int, _ bucket: DayBucket) {
    var given = LinearExpression()
    for group in input.staff.indices {
      let key = WorkKey(supplier: group, queue: queue, week: week, bucket: bucket)
      if let hours = work.variable(for: key) { given += hours }
    }
    for vendor in input.vendors.indices {
      let key = WorkKey(supplier: vendor, queue: queue, week: week, bucket: bucket)
      if let hours = billed.variable(for: key) { given += proficiency(vendor) * hours }
    }
    given += borrowed(queue, week, bucket)
    for tier in ShortagePrice.tiers(of: input.queues[queue]).indices {
      given += short[ShortageKey(queue: queue, week: week, bucket: bucket, tier: tier)]
    }
    if bucket == .ordinary {
      let before = QueueWeek(queue: queue, week: week - 1)
      if let waited = relief.backlog.variable(for: before) { given -= waited }
      let now = QueueWeek(queue: queue, week: week)
      if let waiting = relief.backlog.variable(for: now) { given += waiting }
    }
    let id = input.queueID(queue)
    require(
      "cover \(id) \(input.preposition(bucket)) \(input.weekName(week))",
      given == input.required(queue, week, bucket),
      .init(
        family: .cover, owner: .queue(queue), weeks: [week], unit: "net hour",
        path: "queues.\(id)"))
  }

  /// `Σ_v proficiency[v] · billed[v,q,w,·] ≤ limit[q] · required[q,w]` for queues with a limit, 0 for
  /// mission-critical ones; and over all queues and weeks `≤ overall · Σ required`.
  mutating func addOutsourcingLimits() {
    for queue in input.queues.indices where input.outsourcingLimit(queue) < 1 {
      let id = input.queueID(queue)
      let isCritical = input.scenario.policy.missionCritical.contains(input.queues[queue].id)
      for week in 0..<input.weekCount {
        require(
          "outsourced hours of \(id) in \(input.weekName(week))",
          outsourced(queue, week) <= input.outsourcingLimit(queue) * input.required(queue, week),
          .init(
            family: .outsourcing, owner: .queue(queue), weeks: [week], unit: "net hour",
            relief: "One more outsourced hour of \(input.queueName(queue)) in "
              + input.calendar.weeks[week].inWords,
            path: isCritical ? "policy.mission-critical" : "policy.outsourced-share.\(id)"))
      }
    }
    guard let overall = input.scenario.policy.maximumOutsourcedShare else { return }
    var given = LinearExpression()
    var required = 0.0
    for queue in input.queues.indices {
      for week in 0..<input.weekCount {
        given += outsourced(queue, week)
        required += input.required(queue, week)
      }
    }
    require(
      "outsourced hours of the horizon", given <= overall.value.bounded(to: 0...1) * required,
      .init(
        family: .outsourcing, owner: .everybody, unit: "net hour",
        relief: "One more outsourced hour over the horizon",
        path: "policy.outsourced-share-overall"))
  }

  private func outsourced(_ queue: Int, _ week: Int) -> LinearExpression {
    var sum = LinearExpression()
    for vendor in input.vendors.indices {
      for bucket in DayBucket.allCases {
        let key = WorkKey(supplier: vendor, queue: queue, week: week, bucket: bucket)
        if let hours = billed.variable(for: key) { sum += proficiency(vendor) * hours }
      }
    }
    return sum
  }

  func proficiency(_ vendor: Int) -> Double {
    max(0, input.scenario.vendors[vendor].proficiency.value)
  }

  /// `Σ_{g in team} weekHours[g] · effective[g,last] + hoursPerHead · missing[team] ≥ endStrength ·
  /// mean of the team's required hours in the last four weeks`.
  ///
  /// A team is all groups connected by common queues. Without this row the plan would let the staff
  /// run out, for hires near the end carry wages and little work.
  mutating func addEndStrength() {
    guard let last = (0..<input.weekCount).last else { return }
    for (index, team) in input.teams.enumerated() {
      let hoursPerHead = input.hoursPerHead(team)
      let needed = input.endStrengthHours(team)
      guard hoursPerHead > 0, needed > 0 else { continue }
      var given = hoursPerHead * missing[index] + LinearExpression()
      for group in team.groups {
        given += input.fullWeekHours(group) * effectiveHeads(group, last)
      }
      let names = team.groups.map(input.groupID).joined(separator: ", ")
      require(
        "strength of \(names) at the end", given >= needed,
        .init(
          family: .endStrength, owner: .team(index), weeks: [last], unit: "head",
          perUnit: hoursPerHead, relief: "One head less required at the end",
          path: "policy.end-strength"))
    }
  }

  /// `Σ cash parts of the objective − overspent ≤ budget`, without `overspent` where the budget is a
  /// limit and not a price. Priced shortage and missing heads are not cash.
  mutating func addBudget() {
    guard let budget = input.scenario.policy.budget else { return }
    var cash = parts.filter { $0.part.isCash }.map(\.sum).total()
    if let above = relief.overspent.variable(for: 0) { cash -= above }
    require(
      "the budget", cash <= budget.approximateMinorUnits / input.scale,
      .init(
        family: .budget, owner: .everybody, unit: "1 \(input.scenario.currency.code)",
        relief: "One more \(input.scenario.currency.code) of budget", path: "policy.budget"))
  }
}

extension CapacityInput {
  /// The mean week's net hours of an experienced head in a team, without holidays.
  func hoursPerHead(_ team: Team) -> Double {
    guard !team.groups.isEmpty else { return 0 }
    return team.groups.reduce(0) { $0 + fullWeekHours($1) } / Double(team.groups.count)
  }

  /// The hours that a team must be able to give at the end: the policy's share of the mean
  /// requirement of its queues in the last four weeks.
  func endStrengthHours(_ team: Team) -> Double {
    let weeks = (0..<weekCount).suffix(4)
    guard !weeks.isEmpty else { return 0 }
    let hours = team.queues.reduce(0) { sum, queue in
      sum + weeks.reduce(0) { $0 + required(queue, $1) }
    }
    return max(0, scenario.policy.endStrength.value) * hours / Double(weeks.count)
  }
}
