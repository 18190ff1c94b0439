internal import BusinessCalendar
internal import LinearProgramming
internal import PayRules
internal import Scenarios
internal import Units

// Recruiting, rooms, kinds of employment, ends of contracts, redundancy: families that are in the
// program only where the scenario asks for them.
extension CapacityProgram {
  mutating func addStaffFamilies(_ families: Set<CapacityFamily>) {
    if families.contains(.overtimeRolling) { addRollingOvertime() }
    if families.contains(.recruiting) { addRecruiting() }
    if families.contains(.rooms) { addRooms() }
    if families.contains(.dispatchedShare) { addDispatchedShare() }
    if families.contains(.internShare) { addInternShare() }
    if families.contains(.internHours) { addInternHours() }
    if families.contains(.redundancy) { addRedundancy() }
    if families.contains(.leave) { addLeave() }
    if families.contains(.undertime) { addUndertime() }
    if families.contains(.fatigue) { addFatigue() }
    if families.contains(.timeOff) { addTimeOff() }
    if families.contains(.crossTraining) { addCrossTraining() }
    if families.contains(.transfers) { addTransfers() }
  }

  /// The families that the program has, in their order: those with rows or decisions, and those that
  /// are only money.
  var activeFamilies: [CapacityFamily] {
    var found = Set(rows.map(\.draft.family)).union(staff.families)
      .union(relief.families)
    if parts.contains(where: { $0.part == .contractEnds }) { found.insert(.contractEnds) }
    return CapacityFamily.allCases.filter { $0 != .lead && found.contains($0) }
  }

  /// `Σ_{t starts in m} hires[g,t] ≤ recruits[g]` for each calendar month m in which two classes or
  /// more, or one that could be larger, may start.
  mutating func addRecruiting() {
    for (group, member) in input.scenario.staffGroups.enumerated() {
      guard let most = member.hiring?.recruitsPerMonth else { continue }
      for (month, calendarMonth) in input.calendar.months.enumerated() {
        let starts = input.staff[group].classStarts.filter {
          input.calendar.days[$0].first?.month == month
        }
        let hired = starts.total { hires[GroupWeek(group: group, week: $0)] }
        require(
          "recruits of \(member.id) in \(calendarMonth)", hired <= Double(max(0, most)),
          .init(
            family: .recruiting, owner: .group(group), weeks: starts, unit: "recruit",
            relief: "One more recruit of \(input.groupName(group)) in \(calendarMonth.inWords)",
            path: "staff-groups.\(member.id).hiring.recruits-per-month"))
      }
    }
  }

  /// `Σ_{g at s} Σ_{t ≤ w < t + training} classes[g,t] ≤ rooms[s]`: a class in training needs a room,
  /// one in nesting sits among the others.
  mutating func addRooms() {
    for (site, place) in input.scenario.sites.enumerated() {
      guard let rooms = place.trainingRooms else { continue }
      for week in 0..<input.weekCount {
        var running = LinearExpression()
        for group in input.staff.indices where input.siteOfGroup[group] == site {
          let training = max(1, input.staff[group].trainingWeeks)
          for start in input.staff[group].classStarts
          where start <= week && week < start + training {
            running += classes[GroupWeek(group: group, week: start)]
          }
        }
        require(
          "training rooms of \(place.id) in \(input.weekName(week))",
          running <= Double(max(0, rooms)),
          .init(
            family: .rooms, owner: .site(site), weeks: [week], unit: "room",
            relief:
              "One more training room in \(place.name.isEmpty ? place.id.rawValue : place.name) in "
              + input.calendar.weeks[week].inWords,
            path: "sites.\(place.id).training-rooms"))
      }
    }
  }

  /// `Σ_{g dispatched, of e} heads[g,w] ≤ share · (other[e] + Σ_{g of e, contracted or dispatched}
  /// heads[g,w])` for each legal entity e, in the form `(1 − share) dispatched − share · contracted ≤
  /// share · other`.
  ///
  /// Where those already there are more than that, nobody is added: the right-hand side is then what
  /// they exceed the limit by if nobody is hired or let go.
  mutating func addDispatchedShare() {
    for entity in input.entities {
      for week in 0..<input.weekCount {
        guard let limit = input.limits(week)?.dispatchedShare else { continue }
        addShare(
          of: { $0 == .dispatched }, among: { $0 != .intern }, limit.share.value, entity.groups,
          week, others: entity.otherStaff,
          .init(
            family: .dispatchedShare, owner: .everybody, weeks: [week], unit: "head",
            relief: "One more dispatched head of \(entity.inWords) in "
              + input.calendar.weeks[week].inWords,
            path: "pay-rules"),
          name: "dispatched people of \(entity.name) in \(input.weekName(week))")
      }
    }
  }

  /// `Σ_{g interns, of e} heads[g,w] ≤ share of staff · everybody of e`, and for each team of groups
  /// with common queues, their post, `≤ share of post · everybody in it`; those already there as for
  /// dispatched people.
  mutating func addInternShare() {
    for week in 0..<input.weekCount {
      guard let limits = input.limits(week) else { continue }
      let when = input.calendar.weeks[week].inWords
      if let limit = limits.internShareOfStaff {
        for entity in input.entities {
          addShare(
            of: { $0 == .intern }, among: { _ in true }, limit.share.value, entity.groups, week,
            others: entity.otherStaff,
            .init(
              family: .internShare, owner: .everybody, weeks: [week], unit: "head",
              relief: "One more intern of \(entity.inWords) in \(when)", path: "pay-rules"),
            name: "interns of \(entity.name) in \(input.weekName(week))")
        }
      }
      guard let limit = limits.internShareOfPost else { continue }
      for team in input.teams {
        let names = team.groups.map(input.groupID).joined(separator: ", ")
        addShare(
          of: { $0 == .intern }, among: { _ in true }, limit.share.value, team.groups, week,
          others: 0,
          .init(
            family: .internShare, owner: .everybody, weeks: [week], unit: "head",
            relief: "One more intern among \(names) in \(when)", path: "pay-rules"),
          name: "interns in the post of \(names) in \(input.weekName(week))")
      }
    }
  }

  private mutating func addShare(
    of isCounted: (Employment.Kind) -> Bool, among isBase: (Employment.Kind) -> Bool,
    _ share: Double, _ groups: [Int], _ week: Int, others: Double, _ note: RowNote.Draft,
    name: String
  ) {
    guard let first = groups.first(where: { isCounted(input.kind($0)) }) else { return }
    // Whose limit it is: the first of those that it holds back.
    var note = note
    note.owner = .group(first)
    var sum = LinearExpression()
    var excess = -share * others
    for group in groups where isBase(input.kind(group)) {
      let weight = isCounted(input.kind(group)) ? 1 - share : -share
      sum += weight * everybody(group, week)
      excess += weight * input.staff[group].initialHeads(in: week).all
    }
    require(name, sum <= max(share * others, share * others + excess), note)
  }

  /// Everybody on the payroll, training included.
  func everybody(_ group: Int, _ week: Int) -> LinearExpression {
    heads(group, week, poolWeight: 1, constant: { $0.all - $0.pool }) { _, _ in 1 }
  }

  /// `Σ_{g interns} work[g,q,w,b] ≤ required by day[q,w,b]`: interns work no nights, so what a queue
  /// needs at night is for others. Only queues that need somebody at night have the row.
  mutating func addInternHours() {
    let interns = input.staff.indices.filter { input.kind($0) == .intern }
    guard !interns.isEmpty else { return }
    for queue in input.queues.indices {
      for week in 0..<input.weekCount {
        for bucket in DayBucket.allCases {
          let byDay = input.requiredByDay[queue][week][bucket.place]
          guard byDay < input.required(queue, week, bucket) - 1e-9 else { continue }
          let given = interns.compactMap {
            work.variable(for: WorkKey(supplier: $0, queue: queue, week: week, bucket: bucket))
          }
          var all = given.total()
          for group in interns { all += borrowed(queue, week, bucket, from: group) }
          let id = input.queueID(queue)
          require(
            "interns by day for \(id) \(input.preposition(bucket)) \(input.weekName(week))",
            all <= byDay,
            .init(
              family: .internHours, owner: .queue(queue), weeks: [week], bucket: bucket,
              unit: "net hour",
              relief: "One more hour of interns for \(input.queueName(queue)) in "
                + input.calendar.weeks[week].inWords,
              path: "staff-groups.\(input.groupID(interns[0])).employment.kind"))
        }
      }
    }
  }

  /// `Σ_w released[g,w] ≤ most[g] · heads of g when the plan starts`. That nobody is let go who is not
  /// there is in the flow of the pool, which is never negative.
  mutating func addRedundancy() {
    for (group, member) in input.scenario.staffGroups.enumerated() {
      guard let most = member.rules?.redundancy?.most else { continue }
      let heads = member.headcount.reduce(0) { $0 + max(0, $1.heads.value) }
      require(
        "redundancies of \(member.id)",
        staff.released.keys.filter { $0.group == group }.total { staff.released[$0] }
          <= most.value.bounded(to: 0...1) * heads,
        .init(
          family: .redundancy, owner: .group(group), unit: "head",
          relief: "One more redundancy of \(input.groupName(group))",
          path: "staff-groups.\(member.id).redundancy.at-most"))
    }
  }

  /// `ending cost · people whose contract ends before w` and `cost · released[g,w]`.
  func addEndings(to sums: inout [CostPart: LinearExpression]) {
    for (group, member) in input.scenario.staffGroups.enumerated() {
      let price = (member.rules?.employment?.endingCost ?? .zero).approximateMinorUnits
      if price > 0 {
        for week in 0..<input.weekCount {
          let ending = endingHeads(group, week)
          guard ending.constant != 0 || !ending.terms.isEmpty else { continue }
          sums[.contractEnds, default: 0] += price / input.scale * ending
        }
      }
      let redundancy = (member.rules?.redundancy?.cost ?? .zero).approximateMinorUnits
      for key in staff.released.keys where key.group == group && redundancy > 0 {
        sums[.redundancy, default: 0] += redundancy / input.scale * staff.released[key]
      }
    }
  }

  /// The people of a group whose contract ends before a week.
  func endingHeads(_ group: Int, _ week: Int) -> LinearExpression {
    let model = input.staff[group]
    guard week > 0, model.endWeek == week || model.contractWeeks != nil else {
      return LinearExpression()
    }
    let ofPool = model.endingOfPool(before: week)
    var sum = LinearExpression(
      model.endingOfThoseThere(before: week)
        - ofPool * model.initialHeads(in: week - 1).pool)
    if ofPool > 0 { sum += ofPool * pool[GroupWeek(group: group, week: week - 1)] }
    for start in model.classStarts where start < week && week - 1 - start < model.poolAge {
      let share = model.ending(ofClassIn: start, before: week)
      if share > 0 { sum += share * hires[GroupWeek(group: group, week: start)] }
    }
    return sum
  }
}
