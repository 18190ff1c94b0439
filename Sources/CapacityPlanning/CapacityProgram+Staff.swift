internal import LinearProgramming
internal import Scenarios
internal import Units

// Our own people: pool, classes, trainers, seats, hours.
extension CapacityProgram {
  /// `pool[g,w] = keep[g,w] pool[g,w−1] + Σ_t survival[g,t,w] hires[g,t] (of the classes whose ramp
  /// and hazard bands end in w) + those already there who reach it in w − released[g,w] ±
  /// transfers`.
  ///
  /// Tenure is tracked only while it matters: exact, for the hazard of the pool depends on the
  /// calendar alone.
  mutating func addStaffFlow() {
    for key in pool.keys {
      let model = input.staff[key.group]
      let before =
        key.week > 0
        ? model.poolKeep(to: key.week) * model.initialHeads(in: key.week - 1).pool : 0
      var flow = LinearExpression(model.initialHeads(in: key.week).pool - before)
      if key.week > 0 {
        flow +=
          model.poolKeep(to: key.week) * pool[GroupWeek(group: key.group, week: key.week - 1)]
      }
      let start = key.week - model.poolAge
      if let arrivals = hires.variable(for: GroupWeek(group: key.group, week: start)) {
        flow += model.survival(ofClassIn: start, to: key.week) * arrivals
      }
      if let gone = staff.released.variable(for: key) { flow -= gone }
      if !staff.moving.keys.isEmpty { flow += transferred(key.group, key.week) }
      let id = input.groupID(key.group)
      require(
        "experienced people of \(id) in \(input.weekName(key.week))", pool[key] - flow == 0,
        .init(
          family: .staffFlow, owner: .group(key.group), weeks: [key.week], unit: "head",
          path: "staff-groups.\(id).attrition"))
    }
  }

  /// `minimum · classes[g,t] ≤ hires[g,t] ≤ maximum · classes[g,t]`.
  mutating func addClassSizes() {
    for key in classes.keys {
      guard let hiring = input.scenario.staffGroups[key.group].hiring else { continue }
      let id = input.groupID(key.group)
      let name = input.groupName(key.group)
      let week = input.calendar.weeks[key.week]
      let path = "staff-groups.\(id).hiring.class-size"
      let least = Double(max(0, hiring.minimumClassSize))
      let most = Double(max(0, hiring.maximumClassSize))
      require(
        "places in the classes of \(id) in \(input.weekName(key.week))",
        hires[key] - most * classes[key] <= 0,
        .init(
          family: .classSize, owner: .group(key.group), weeks: [key.week], unit: "place",
          relief: "One more place in the class of \(name) in \(week.inWords)", path: path))
      require(
        "least size of the classes of \(id) in \(input.weekName(key.week))",
        hires[key] - least * classes[key] >= 0,
        .init(
          family: .classSize, owner: .group(key.group), weeks: [key.week], unit: "person",
          relief: "A smallest class of one person less at \(name) in \(week.inWords)", path: path))
    }
  }

  /// `Σ_{t ≤ w < t + training + nesting} classes[g,t] ≤ trainers[g]`, for weeks w in which a class
  /// may start (the sum is largest there).
  mutating func addTrainers() {
    for key in classes.keys {
      let staff = input.staff[key.group]
      let busy = max(1, staff.trainingWeeks + staff.nestingWeeks)
      let running = staff.classStarts.filter { $0 <= key.week && key.week < $0 + busy }
      let id = input.groupID(key.group)
      let trainers = Double(input.scenario.staffGroups[key.group].hiring?.trainers ?? 0)
      require(
        "trainers of \(id) in \(input.weekName(key.week))",
        running.total { classes[GroupWeek(group: key.group, week: $0)] } <= trainers,
        .init(
          family: .trainers, owner: .group(key.group), weeks: [key.week], unit: "trainer",
          relief:
            "One more trainer of \(input.groupName(key.group)) in "
            + input.calendar.weeks[key.week].inWords,
          path: "staff-groups.\(id).hiring.trainers"))
    }
  }

  /// `Σ_g seatsPerHead[g,w] (onContacts[g,w] − unseated[g,w]) − overflow[s,w] ≤ seats[s]`, without
  /// `overflow` where a site has no further seats at a price.
  ///
  /// Everybody past training takes a part of a seat at the busiest time. Where the people already
  /// there need more than there are, the rest have none and give no regular hours.
  mutating func addSeats() {
    for (site, place) in input.scenario.sites.enumerated() {
      let here = input.staff.indices.filter { input.siteOfGroup[$0] == site }
      for week in 0..<input.weekCount {
        var taken = LinearExpression()
        for group in here {
          let perHead = input.seatsPerHead[group][week]
          taken += perHead * headsOnContacts(group, week)
          if let without = unseated.variable(for: GroupWeek(group: group, week: week)) {
            taken -= perHead * without
          }
        }
        let extra = relief.overflow.variable(for: SiteWeek(site: site, week: week))
        if let extra, !taken.terms.isEmpty { taken -= extra }
        require(
          "seats of \(place.id) in \(input.weekName(week))",
          taken <= Double(max(0, place.seats)),
          .init(
            family: .seats, owner: .site(site), weeks: [week], unit: "seat",
            relief:
              "One more seat in \(place.name.isEmpty ? place.id.rawValue : place.name) in "
              + input.calendar.weeks[week].inWords,
            path: "sites.\(place.id).seats"))
      }
    }
  }

  /// `Σ_q work[g,q,w,b] ≤ regularHours[g,w,b] (effective[g,w] − lost[g,w]) + Σ net · extra[g,w,·]`.
  ///
  /// Where the scenario has them, hours lent to a learnt queue count as work, and leave, time off,
  /// cross-training and tired overtime take hours away.
  ///
  /// Ordinary days have regular hours, overtime and rest-day work; statutory holidays have holiday
  /// work. People without a seat are lost at the mean speed of those already there.
  mutating func addStaffHours() {
    for group in input.staff.indices {
      for week in 0..<input.weekCount {
        for bucket in DayBucket.allCases { addStaffHours(group, week, bucket) }
      }
    }
  }

  private mutating func addStaffHours(_ group: Int, _ week: Int, _ bucket: DayBucket) {
    let given = input.groupSkills[group].compactMap {
      work.variable(for: WorkKey(supplier: group, queue: $0, week: week, bucket: bucket))
    }
    let lent = hoursLent(group, week, bucket)
    guard !given.isEmpty || !lent.isEmpty else { return }
    let hours = input.regularHours(group, week, bucket)
    var supply = hours * effectiveHeads(group, week)
    supply -= hours * inCrossTraining(group, week) + hours * inTransfer(group, week)
    if bucket == .ordinary { supply -= hoursAway(group, week) }
    if let without = unseated.variable(for: GroupWeek(group: group, week: week)) {
      let there = input.staff[group].initialHeads(in: week)
      let speed = there.onContacts > 0 ? there.effective / there.onContacts : 0
      supply -= hours * speed * without
    }
    for tier in input.overtime[group][week] where (tier.kind == .holiday) == (bucket != .ordinary) {
      let key = tier.key(group, week)
      if let paid = extra.variable(for: key) { supply += tier.netPerPaidHour * paid }
    }
    let id = input.groupID(group)
    let name = input.groupName(group)
    let when = input.calendar.weeks[week].inWords
    let isLead = input.isBeforeFirstHires(group, week)
    let relief = hours > 0 ? "One more trained head of \(name) in \(when)" : nil
    require(
      "hours of \(id) \(input.preposition(bucket)) \(input.weekName(week))",
      given.total() + lent.total() - supply <= 0,
      .init(
        family: isLead ? .lead : .staffHours, owner: .group(group), weeks: [week],
        bucket: bucket, unit: "head",
        perUnit: max(hours, 1e-9), relief: relief, leavesOut: "before its own pay",
        path: "staff-groups.\(id)." + (isLead ? "hiring.recruiting-lead" : "headcount")))
  }

  /// Heads past training: pool, ramping hires and ramping people already there.
  func headsOnContacts(_ group: Int, _ week: Int) -> LinearExpression {
    heads(group, week, poolWeight: 1, constant: { $0.onContacts - $0.pool }) { staff, age in
      age >= staff.trainingWeeks ? 1 : 0
    }
  }

  /// The sum of proficiencies.
  func effectiveHeads(_ group: Int, _ week: Int) -> LinearExpression {
    heads(group, week, poolWeight: 1, constant: { $0.effective - $0.pool }) { staff, age in
      staff.proficiency(atAge: age)
    }
  }

  /// The sum of proficiencies of those past nesting, who may be asked for overtime: an overtime
  /// hour is counted as an experienced agent's.
  func readyHeads(_ group: Int, _ week: Int) -> LinearExpression {
    heads(group, week, poolWeight: 1, constant: { $0.ready - $0.pool }) { staff, age in
      age >= staff.trainingWeeks + staff.nestingWeeks ? staff.proficiency(atAge: age) : 0
    }
  }

  /// Everybody on the payroll whom `weight` counts.
  func heads(
    _ group: Int, _ week: Int, poolWeight: Double, constant: (HeadsByStage) -> Double,
    weight: (StaffModel, Int) -> Double
  ) -> LinearExpression {
    let staff = input.staff[group]
    var sum = LinearExpression(constant(staff.initialHeads(in: week)))
    if poolWeight != 0 { sum += poolWeight * pool[GroupWeek(group: group, week: week)] }
    for start in staff.classStarts where start <= week && week - start < staff.poolAge {
      let factor = weight(staff, week - start) * staff.survival(ofClassIn: start, to: week)
      if factor != 0 { sum += factor * hires[GroupWeek(group: group, week: start)] }
    }
    return sum
  }
}

extension CapacityInput {
  /// Whether a group could hire, but nobody hired could take contacts by week `week`.
  func isBeforeFirstHires(_ group: Int, _ week: Int) -> Bool {
    guard scenario.staffGroups[group].hiring != nil else { return false }
    return firstContactWeek(group).map { week < $0 } ?? true
  }

  /// The first week in which hired people of a group can take contacts; `nil` when nobody can be
  /// hired in time.
  func firstContactWeek(_ group: Int) -> Int? {
    staff[group].classStarts.first.map { $0 + staff[group].trainingWeeks }
  }
}
