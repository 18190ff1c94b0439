internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// When to decide, what for, and what to undo after the peak.
extension CapacityStudy {
  /// The most weeks that waiting is tried for.
  static let mostWeeksOfWaiting = 4
  /// The most weeks that a decision names as its reasons.
  static let mostReasons = 6
  /// Fewer seats than this are no order.
  static let leastSeats = 0.05

  /// Every decision of the plan, by the day on which it must be taken.
  ///
  /// Each class, order and stretch of overtime is taken away, and the program solved again: what
  /// stands in for it, in which weeks, and what that costs more. And each is put off by a week, as
  /// long as that costs nothing.
  public func decisions() throws(CapacityError) -> [PlannedDecision] {
    var found: [PlannedDecision] = []
    for key in held.classes.keys.sorted(by: isBefore) {
      if let decision = try hiringClass(key) { found.append(decision) }
    }
    for vendor in input.vendors.indices {
      for order in orders(of: vendor) {
        if let decision = try vendorOrder(vendor, order) { found.append(decision) }
      }
      found += try contractEnds(of: vendor)
      found += seatsBack(of: vendor)
    }
    for group in input.staff.indices {
      for weeks in stretchesOfOvertime(group) { found.append(try overtime(group, weeks)) }
    }
    return found.sorted(by: PlannedDecision.isEarlier)
  }

  private func isBefore(_ left: GroupWeek, _ right: GroupWeek) -> Bool {
    (left.week, left.group) < (right.week, right.group)
  }

  // MARK: - Classes

  private func hiringClass(_ key: GroupWeek) throws(CapacityError) -> PlannedDecision? {
    let heads = held.hires[key] ?? 0
    guard heads > 0, let hiring = scenario.staffGroups[key.group].hiring else { return nil }
    let without = try solve { program in drop(key, in: &program) }
    let wait = try waiting { weeks throws(CapacityError) in
      let next = key.week + weeks
      return try solve(freeing: .group(key.group, from: next)) { program in
        drop(key, in: &program)
      }
    }
    let lead = 7 * max(0, hiring.recruitingLeadWeeks)
    return decision(
      .hiringClass, scenario.staffGroups[key.group].id.rawValue, amount: heads,
      weeks: key.week...key.week, notice: lead, without: without, wait: wait)
  }

  private func drop(_ key: GroupWeek, in program: inout LinearProgram) {
    program.fix(model.classes[key], at: 0)
    program.fix(model.hires[key], at: 0)
  }

  // MARK: - Vendors

  private func seats(of vendor: Int) -> [Double] {
    guard plan.vendors.indices.contains(vendor) else { return [] }
    return plan.vendors[vendor].weeks.map(\.seats.value)
  }

  /// The stretches of weeks in which a vendor's seats grow.
  private func orders(of vendor: Int) -> [ClosedRange<Int>] {
    let seats = seats(of: vendor)
    return stretches(seats.indices) { week in
      seats[week] > (week > 0 ? seats[week - 1] : input.vendors[vendor].initialSeats) + 1e-6
    }
  }

  private func vendorOrder(
    _ vendor: Int, _ weeks: ClosedRange<Int>
  ) throws(CapacityError) -> PlannedDecision? {
    let seats = seats(of: vendor)
    let before =
      weeks.lowerBound > 0 ? seats[weeks.lowerBound - 1] : input.vendors[vendor].initialSeats
    guard seats[weeks.upperBound] - before >= CapacityStudy.leastSeats else { return nil }
    // As long as there are more seats than before the order.
    let last = seats.indices.last { $0 >= weeks.lowerBound && seats[$0] > before + 1e-6 }
    let runs = weeks.lowerBound...max(weeks.upperBound, last ?? 0)
    let without = try solve(freeing: .vendor(vendor)) { program in
      for week in runs { limit(vendor, week, to: before, in: &program) }
    }
    let wait = try waiting { delay throws(CapacityError) in
      try solve(freeing: .vendor(vendor)) { program in
        for week in weeks.lowerBound...min(weeks.upperBound + delay, seats.count - 1) {
          let earlier = week - delay
          let most = earlier < weeks.lowerBound ? before : seats[earlier]
          limit(vendor, week, to: most, in: &program)
        }
      }
    }
    let notice = 7 * max(0, scenario.vendors[vendor].noticeWeeks)
    return decision(
      .vendorOrder, scenario.vendors[vendor].id.rawValue,
      amount: seats[weeks.upperBound] - before, weeks: weeks, notice: notice, without: without,
      wait: wait, steps: steps(in: weeks, of: vendor, notice: notice))
  }

  /// The weeks of a stretch with what changes in each.
  private func steps(
    in weeks: ClosedRange<Int>, of vendor: Int, notice: Int
  ) -> [PlannedDecision.Step] {
    let seats = seats(of: vendor)
    return weeks.map { week in
      let before = week > 0 ? seats[week - 1] : input.vendors[vendor].initialSeats
      let start = input.calendar.weeks[week].start
      return PlannedDecision.Step(
        week: week, amount: (seats[week] - before).magnitude, effective: start,
        decideBy: start.adding(days: -notice))
    }
  }

  private func limit(
    _ vendor: Int, _ week: Int, to most: Double, in program: inout LinearProgram
  ) {
    guard let seats = model.seats.variable(for: VendorWeek(vendor: vendor, week: week)) else {
      return
    }
    program.setBounds(of: seats, to: 0...max(0, most + 1e-9))
  }

  /// Ends of a vendor's contract within the horizon: a month later costs what its minimum, its
  /// commitment and its price make of it.
  private func contractEnds(of vendor: Int) throws(CapacityError) -> [PlannedDecision] {
    var found: [PlannedDecision] = []
    for key in model.active.keys where key.vendor == vendor && held.months.contains(key) {
      let next = VendorMonth(vendor: vendor, month: key.month + 1)
      guard let stays = model.active.variable(for: next), !held.months.contains(next),
        let last = CapacityIndex(input).contractWeeks(vendor, key.month).last
      else { continue }
      let later = try solve { program in program.fix(stays, at: 1) }
      let end = input.calendar.weeks[last].start.adding(days: 7)
      let price = later.map { money($0.objective - base.objective) }
      let by = end.adding(days: -1)
      found.append(
        PlannedDecision(
          kind: .contractEnd, owner: scenario.vendors[vendor].id.rawValue, amount: 0,
          firstWeek: last, lastWeek: last, effective: end, decideBy: by, lastSafeDay: by,
          priceOfWaiting: price.flatMap { $0 > .zero ? $0 : nil }, worth: nil, reasons: [],
          substitutes: nil))
    }
    return found
  }

  /// Stretches of weeks in which seats are given back.
  private func seatsBack(of vendor: Int) -> [PlannedDecision] {
    let seats = seats(of: vendor)
    let falls = stretches(seats.indices.dropFirst()) { seats[$0] < seats[$0 - 1] - 1e-6 }
    return falls.compactMap { weeks in
      let fall = seats[weeks.lowerBound - 1] - seats[weeks.upperBound]
      guard fall >= CapacityStudy.leastSeats else { return nil }
      let first = input.calendar.weeks[weeks.lowerBound].start
      return PlannedDecision(
        kind: .seatsBack, owner: scenario.vendors[vendor].id.rawValue,
        amount: fall,
        firstWeek: weeks.lowerBound, lastWeek: weeks.upperBound, effective: first,
        decideBy: first.adding(days: -1), lastSafeDay: first.adding(days: -1),
        priceOfWaiting: nil, worth: nil, reasons: [], substitutes: nil,
        steps: steps(in: weeks, of: vendor, notice: 1))
    }
  }

  // MARK: - Overtime

  private func paidOvertime(_ group: Int, _ week: Int) -> Double {
    input.overtime[group][week].reduce(0) { sum, tier in
      let key = tier.key(group, week)
      return sum + (model.extra.variable(for: key).map { base[$0].withoutDust } ?? 0)
    }
  }

  private func stretchesOfOvertime(_ group: Int) -> [ClosedRange<Int>] {
    stretches(0..<input.weekCount) { paidOvertime(group, $0) > 0.05 }
  }

  private func overtime(
    _ group: Int, _ weeks: ClosedRange<Int>
  ) throws(CapacityError) -> PlannedDecision {
    let without = try solve { program in
      for week in weeks { forbidOvertime(group, week, in: &program) }
    }
    let wait = try waiting { delay throws(CapacityError) in
      guard delay <= weeks.count else { return nil }
      return try solve { program in
        for week in weeks.prefix(delay) { forbidOvertime(group, week, in: &program) }
      }
    }
    return decision(
      .overtime, scenario.staffGroups[group].id.rawValue,
      amount: weeks.reduce(0) { $0 + paidOvertime(group, $1) }, weeks: weeks, notice: 0,
      without: without, wait: wait)
  }

  private func forbidOvertime(_ group: Int, _ week: Int, in program: inout LinearProgram) {
    for tier in input.overtime[group][week] {
      let key = tier.key(group, week)
      if let hours = model.extra.variable(for: key) { program.fix(hours, at: 0) }
    }
  }

  // MARK: - Common

  /// How many weeks of waiting cost nothing, and what the next one costs.
  private struct Wait {
    var free = 0
    var price: Money?
  }

  /// Puts a decision off by one week after the other, until that costs something.
  private func waiting(
    _ later: (Int) throws(CapacityError) -> Solution?
  ) throws(CapacityError) -> Wait {
    var wait = Wait()
    for weeks in 1...CapacityStudy.mostWeeksOfWaiting {
      guard let solution = try later(weeks) else { return wait }
      let price = money(solution.objective - base.objective)
      if price.minorUnits > Int64(input.scale) {
        wait.price = price
        return wait
      }
      wait.free = weeks
    }
    return wait
  }

  private func stretches(
    _ weeks: some Sequence<Int>, where holds: (Int) -> Bool
  ) -> [ClosedRange<Int>] {
    weeks.filter(holds).reduce(into: []) { found, week in
      if let last = found.last, last.upperBound == week - 1 {
        found[found.count - 1] = last.lowerBound...week
      } else {
        found.append(week...week)
      }
    }
  }

  private func decision(
    _ kind: PlannedDecision.Kind, _ owner: String, amount: Double, weeks: ClosedRange<Int>,
    notice: Int, without: Solution?, wait: Wait, steps: [PlannedDecision.Step] = []
  ) -> PlannedDecision {
    let first = input.calendar.weeks[weeks.lowerBound].start
    let by = first.adding(days: -notice)
    let worth = without.map { money($0.objective - base.objective) }
    var changes: [WeekChange] = []
    // What changes between two plans of the same cost is no reason.
    if let without, let worth, worth.minorUnits.magnitude > 1 {
      changes = WeekProfile(model, base).changes(to: WeekProfile(model, without))
    }
    let reasons = changes.filter { $0.hours > 0.05 && $0.week >= weeks.lowerBound }
      .sorted { $0.hours == $1.hours ? $0.week < $1.week : $0.hours > $1.hours }
      .prefix(CapacityStudy.mostReasons)
      .map { change in
        PlannedDecision.Reason(
          week: change.week, netTime: WorkTime(hours: change.hours),
          queue: change.mostOf(input).map { input.queues[$0].id })
      }
    let short = changes.reduce(0) { $0 + $1.short.reduce(0, +) }
    let outsourced = changes.reduce(0) { $0 + $1.outsourced.flatMap(\.self).reduce(0, +) }
    let overtime = changes.reduce(0) { $0 + $1.overtime.reduce(0, +) }
    return PlannedDecision(
      kind: kind, owner: owner, amount: amount, firstWeek: weeks.lowerBound,
      lastWeek: weeks.upperBound, effective: first, decideBy: by,
      lastSafeDay: by.adding(days: 7 * wait.free), priceOfWaiting: wait.price,
      worth: worth, reasons: Array(reasons),
      substitutes: without.map { _ in
        PlannedDecision.Substitutes(
          short: WorkTime(hours: short), outsourced: WorkTime(hours: outsourced),
          overtime: WorkTime(hours: overtime))
      }, steps: steps)
  }
}
