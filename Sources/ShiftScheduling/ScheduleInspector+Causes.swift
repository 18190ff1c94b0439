internal import BusinessCalendar
public import Scenarios
internal import Staffing
internal import Units

extension ScheduleInspector {
  /// Why a queue is short in the slot with this number, supplier by supplier; empty where nothing is
  /// short or the slot is not scheduled.
  ///
  /// Every shift that reaches the slot is tried with one seat more. Where each of a supplier's
  /// shifts breaks a limit of the scenario, the fewest limits that forbid them all are the causes
  /// (greedily chosen, the one that forbids most shifts first). Where one breaks none, the cause is
  /// its price against what it would cover, or, where even that pays, that seats are whole and days
  /// are decided one after the other.
  public func causes(of queue: Queue.ID, at slot: Int) -> [ShortageCause] {
    guard let index = scenario.queues.firstIndex(where: { $0.id == queue }),
      shortage(ofQueue: index, at: slot) > 1e-6, let place = place(ofSlot: slot)
    else { return [] }
    let week = weeks[place.week]
    var causes: [ShortageCause] = []
    for pool in week.task.pools.indices where week.task.pools[pool].skills.contains(index) {
      causes += self.causes(ofPool: pool, queue: index, slot: slot, day: place.day, week: week)
    }
    for vendor in scenario.vendors where vendor.skills.contains(queue) {
      let limit = scenario.policy.outsourcingLimit(of: queue).value
      guard limit <= 0 else { continue }
      causes.append(
        ShortageCause(
          .outsourcedShare, of: .vendor(vendor.id), path: outsourcingPath(of: queue)))
    }
    return causes.isEmpty
      ? [ShortageCause(.skills, of: nil, path: "queues.\(queue)")] : causes
  }

  /// Where the policy says what vendors may take of a queue.
  private func outsourcingPath(of queue: Queue.ID) -> String {
    scenario.policy.missionCritical.contains(queue)
      ? "policy.mission-critical" : "policy.outsourced-share.\(queue)"
  }

  private func causes(
    ofPool pool: Int, queue: Int, slot: Int, day: Int, week: InspectedWeek
  ) -> [ShortageCause] {
    guard let minutes = minutes(ofSlot: slot) else { return [] }
    let supplier = week.task.pools[pool].supplier
    if let used = outsourcedShareUsed(ofPool: pool, queue: queue, slot: slot, week: week) {
      return [used]
    }
    var candidates: [(family: ShiftFamily, day: Int)] = []
    for start in [day - 1, day] {
      let families = week.task.families(ofDay: start)
      candidates += families.lazy.filter {
        $0.pool == pool && $0.start < minutes.upperBound && $0.end > minutes.lowerBound
      }.map { ($0, start) }
    }
    guard !candidates.isEmpty else {
      let isThere = week.task.people(ofPool: pool, on: day) > 0
      return [
        isThere
          ? ShortageCause(.shiftTypes, of: supplier, path: "shifts.types")
          : cause(.people, ofPool: pool, day: day, week: week, used: 0)
      ]
    }
    var open: [(family: ShiftFamily, day: Int)] = []
    var blocked: [[ShortageCause]] = []
    for candidate in candidates {
      let limits = self.limits(on: candidate.family, day: candidate.day, week: week)
      if limits.isEmpty { open.append(candidate) } else { blocked.append(limits) }
    }
    guard open.isEmpty else {
      return [economics(of: open, ofPool: pool, week: week)]
    }
    let found = fewest(of: blocked)
    guard !found.contains(where: { $0.limit == .overtime }) else { return found }
    return found + overtimeUsed(ofPool: pool, day: day, during: minutes, week: week)
  }

  /// The cause that nobody who is on a shift can stay longer for the interval: the plan's overtime is
  /// used up. Nothing where nobody's shift ends shortly before it.
  private func overtimeUsed(
    ofPool pool: Int, day: Int, during minutes: Range<Int>, week: InspectedWeek
  ) -> [ShortageCause] {
    let longest = week.task.pools[pool].overtimeMinutes
    let isNear = week.shifts.contains { shift in
      shift.pool == pool && shift.overtimeHours == 0 && shift.seats > 0
        && shift.end <= minutes.lowerBound && shift.end + longest > minutes.lowerBound
    }
    let used = week.usedOvertime[pool]
    guard longest > 0, isNear,
      used + Double(longest) / 60 > week.task.pools[pool].overtimeHours + 1e-4
    else { return [] }
    return [cause(.overtime, ofPool: pool, day: day, week: week, used: used)]
  }

  /// The fewest causes such that each of the lists has one of them, greedily; of equally frequent
  /// ones the first.
  private func fewest(of lists: [[ShortageCause]]) -> [ShortageCause] {
    var left = lists
    var chosen: [ShortageCause] = []
    while !left.isEmpty {
      var best: (limit: ShortageCause.Limit, count: Int)?
      for limit in ShortageCause.Limit.allCases {
        let count = left.count { $0.contains { $0.limit == limit } }
        if count > best?.count ?? 0 { best = (limit, count) }
      }
      guard let best, let cause = left.lazy.flatMap({ $0 }).first(where: { $0.limit == best.limit })
      else { break }
      chosen.append(cause)
      left.removeAll { $0.contains { $0.limit == best.limit } }
    }
    return chosen
  }

  // MARK: Limits

  /// The limits that one more seat on a shift would break.
  private func limits(
    on family: ShiftFamily, day: Int, week: InspectedWeek
  ) -> [ShortageCause] {
    let task = week.task
    let pool = family.pool
    var found: [ShortageCause] = []
    let starting = week.starting(pool, on: day)
    let people = task.people(ofPool: pool, on: day)
    if starting + 1 > Double(people) + 1e-6 {
      found.append(cause(.people, ofPool: pool, day: day, week: week, used: starting))
    }
    if day >= 0, task.counts(pool: pool, on: day) {
      let limits = task.pools[pool]
      if week.usedDays[pool] + 1 > limits.workDays + 1e-4 {
        found.append(
          cause(.workDays, ofPool: pool, day: day, week: week, used: week.usedDays[pool]))
      }
      if week.usedHours[pool] + family.paidHours > limits.hours + 1e-4 {
        found.append(
          cause(.hours, ofPool: pool, day: day, week: week, used: week.usedHours[pool]))
      }
    }
    if family.overtime > 0,
      week.usedOvertime[pool] + family.overtimeHours > task.pools[pool].overtimeHours + 1e-4
    {
      found.append(
        cause(.overtime, ofPool: pool, day: day, week: week, used: week.usedOvertime[pool]))
    }
    if let busy = restBroken(by: family, day: day, week: week) {
      found.append(cause(.rest, ofPool: pool, day: day, week: week, used: busy))
    }
    if let full = seatsTaken(during: family, week: week) {
      found.append(
        ShortageCause(
          .seats, of: task.pools[pool].supplier, used: full.taken, most: Double(full.seats),
          path: full.path))
    }
    return found
  }

  /// The condition on rest of `DayProgram.keepRest` between two days, with one more seat: people
  /// whose shift ends at *e* or later and people who start before *e* + rest on the next day are
  /// different people. The number of them that there would be, where that is too many.
  private func restBroken(by family: ShiftFamily, day: Int, week: InspectedWeek) -> Double? {
    let pool = family.pool
    let rest = Int(min(max(0, scenario.shifts?.restBetweenShifts.seconds ?? 0), 172_800) / 60)
    let heads = Double(week.task.pools[pool].people)
    let own = week.shifts.filter { $0.pool == pool }
    func busy(endingFrom end: Int, on day: Int) -> Double {
      own.lazy.filter { shift in
        (shift.day == day && shift.end >= end)
          || (shift.day == day + 1 && shift.start < end + rest)
      }.map(\.seats).reduce(0, +)
    }
    for end in Set(own.lazy.filter { $0.day == day - 1 }.map(\.end)).sorted()
    where family.start < end + rest {
      let people = busy(endingFrom: end, on: day - 1)
      if people + 1 > heads + 1e-6 { return people }
    }
    let ends = Set(own.lazy.filter { $0.day == day && $0.end <= family.end }.map(\.end))
    for end in ends.union([family.end]).sorted() {
      let people = busy(endingFrom: end, on: day)
      if people + 1 > heads + 1e-6 { return people }
    }
    return nil
  }

  /// The seats of the pool's site that are taken in a block of the shift, and how many there are,
  /// where none is left.
  private func seatsTaken(
    during family: ShiftFamily, week: InspectedWeek
  ) -> (taken: Double, seats: Int, path: String)? {
    guard let site = week.task.pools[family.pool].site else { return nil }
    let there = week.shifts.filter { week.task.pools[$0.pool].site == site }
    var full: (taken: Double, seats: Int, path: String)?
    week.task.blocks.forEachBlock(in: family.start..<family.end) { block, _ in
      guard full == nil else { return }
      let period = week.task.blocks.blocks[block]
      let taken = there.lazy.filter { $0.start < period.end && $0.end > period.start }
        .map(\.seats).reduce(0, +)
      let limit = week.task.sites[site].limit(in: period.start..<period.end)
      if taken + 1 > Double(limit.seats) + 1e-6 { full = (taken, limit.seats, limit.path) }
    }
    return full
  }

  /// The cause that vendors have taken all that the policy lets them of a queue in the week; `nil`
  /// where the share leaves room for a position in the slot.
  private func outsourcedShareUsed(
    ofPool pool: Int, queue: Int, slot: Int, week: InspectedWeek
  ) -> ShortageCause? {
    guard week.task.pools[pool].isVendor else { return nil }
    let id = scenario.queues[queue].id
    let supplier = week.task.pools[pool].supplier
    let slotHours = requirement.grid.slotLength.duration.inHours
    let more = week.task.pools[pool].presence * slotHours
    let all = schedule.days.lazy.filter { week.task.week.contains($0.date) }.flatMap(\.coverage)
    func given(_ coverage: [QueueCoverage]) -> Double {
      coverage.flatMap(\.outsourced).map(\.value).reduce(0, +) * slotHours
    }
    let ofQueue = given(all.filter { $0.queue == id })
    let most = week.task.outsourcedHours.byQueue[queue]
    if scenario.policy.outsourcingLimit(of: id) < .whole, ofQueue + more > most {
      return ShortageCause(
        .outsourcedShare, of: supplier, used: ofQueue, most: most, path: outsourcingPath(of: id))
    }
    let ofAll = given(Array(all))
    if let overall = week.task.outsourcedHours.overall, ofAll + more > overall {
      return ShortageCause(
        .outsourcedOverall, of: supplier, used: ofAll, most: overall,
        path: "policy.outsourced-share-overall")
    }
    return nil
  }

  /// A cause with what there is of its limit.
  private func cause(
    _ limit: ShortageCause.Limit, ofPool pool: Int, day: Int, week: InspectedWeek, used: Double
  ) -> ShortageCause {
    let people = week.task.pools[pool]
    let isVendor = people.isVendor
    let owner = isVendor ? "vendors.\(people.supplier.id)" : "staff-groups.\(people.supplier.id)"
    let most: Double
    let path: String
    switch limit {
    case .people:
      most = Double(week.task.people(ofPool: pool, on: day))
      path = isVendor ? "\(owner).maximum-seats" : "\(owner).headcount"
    case .workDays:
      most = people.workDays
      path = isVendor ? "\(owner).maximum-seats" : "shifts.work-days-per-week"
    case .hours:
      most = people.hours
      path = isVendor ? "\(owner).hours-per-seat" : "\(owner).contract-hours"
    case .overtime:
      most = people.overtimeHours
      path = "\(owner).overtime"
    case .rest:
      most = Double(people.people)
      path = "shifts.rest"
    default:
      most = 0
      path = owner
    }
    return ShortageCause(limit, of: people.supplier, used: used, most: most, path: path)
  }

  // MARK: Worth

  /// Of the shifts that nothing forbids, the one that saves most against its price.
  private func economics(
    of open: [(family: ShiftFamily, day: Int)], ofPool pool: Int, week: InspectedWeek
  ) -> ShortageCause {
    let supplier = week.task.pools[pool].supplier
    let isGroup = !week.task.pools[pool].isVendor
    let path =
      isGroup ? "staff-groups.\(supplier.id).wage" : "vendors.\(supplier.id).price"
    var best: (family: ShiftFamily, saving: Double)?
    let lowest = open.map(\.family.start).min() ?? 0
    let highest = open.map(\.family.end).max() ?? 0
    let worth = worthOfPresence(ofPool: pool, in: lowest..<max(lowest, highest), week: week)
    for (family, _) in open {
      let breaks = family.bestBreaks { number, offset in
        let start = family.start + offset
        return worth.worth(from: start, to: start + family.breaks[number].minutes)
      }
      guard let breaks else { continue }
      let saving = worth.worth(from: family.start, to: family.end) - breaks.lost
      if saving - family.cost > (best.map { $0.saving - $0.family.cost } ?? -.infinity) {
        best = (family, saving)
      }
    }
    guard let best, best.saving.isFinite, best.saving < 9e18, best.family.cost < 9e18 else {
      return ShortageCause(.shiftTypes, of: supplier, path: "shifts.types")
    }
    let shift = ShortageCause.Shift(
      type: best.family.type, start: best.family.startTime,
      cost: Money(minorUnits: Int64(best.family.cost.rounded())),
      saving: Money(minorUnits: Int64(best.saving.rounded())))
    let pays = best.saving > best.family.cost + 0.5
    return ShortageCause(
      pays ? .wholeSeats : .worth, of: supplier, shift: shift,
      path: pays ? "shifts.types.\(best.family.type)" : path)
  }

  /// What one more person of a pool would save minute by minute: in every slot it covers the queue
  /// of its skills whose shortage is dearest, no more than is short.
  private func worthOfPresence(
    ofPool pool: Int, in minutes: Range<Int>, week: InspectedWeek
  ) -> WorthProfile {
    var sums: [Double] = [0]
    var sum = 0.0
    var minute = minutes.lowerBound
    let presence = week.task.pools[pool].presence
    let skills = week.task.pools[pool].skills
    week.task.blocks.forEachBlock(in: minutes) { block, _ in
      for slot in week.task.blocks.blocks[block].slots {
        guard let times = self.minutes(ofSlot: slot) else { continue }
        while minute < min(times.lowerBound, minutes.upperBound) {
          sums.append(sum)
          minute += 1
        }
        let perMinute = saving(of: presence, amongQueues: skills, at: slot) / 60
        while minute < min(times.upperBound, minutes.upperBound) {
          sum += perMinute
          sums.append(sum)
          minute += 1
        }
      }
    }
    return WorthProfile(origin: minutes.lowerBound, sums: sums)
  }

  /// What `presence` more positions save in an hour of the slot.
  private func saving(of presence: Double, amongQueues queues: [Int], at slot: Int) -> Double {
    var covered: [Int: Double] = [:]
    var left = presence
    var saved = 0.0
    // A position at a time in steps of a tenth: tiers end where they will.
    let step = max(presence / 10, 1e-6)
    while left > 1e-9 {
      var best: (queue: Int, price: Double)?
      for queue in queues {
        let price = price(ofQueue: queue, at: slot, covered: covered[queue] ?? 0)
        if price > best?.price ?? 0 { best = (queue, price) }
      }
      guard let best else { break }
      let short = shortage(ofQueue: best.queue, at: slot) - (covered[best.queue] ?? 0)
      let part = min(left, step, short)
      saved += part * best.price
      covered[best.queue, default: 0] += part
      left -= part
    }
    return saved
  }
}
