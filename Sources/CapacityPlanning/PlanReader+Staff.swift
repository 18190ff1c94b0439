internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// What our own people do.
extension PlanReader {
  /// Hired people by class start, whole.
  private func hired(_ group: Int) -> [(start: Int, heads: Double)] {
    input.staff[group].classStarts.map { start in
      (start, value(model.hires[GroupWeek(group: group, week: start)]).rounded())
    }
  }

  func groupPlan(_ group: Int) -> GroupPlan {
    let staff = input.staff[group]
    let hired = hired(group)
    var before = staff.group.headcount.map { max(0, $0.heads.value) }.reduce(0, +)
    var weeks: [GroupPlan.WeekPlan] = []
    for week in 0..<input.weekCount {
      let heads =
        staff.initialHeads(in: week) + staff.hiredHeads(hired, in: week)
        + releasedHeads(group, in: week)
      let started = hired.filter { $0.start == week }.map(\.heads).reduce(0, +)
      let joined = started + transferred(group, in: week).came
      let left = (before + joined - heads.all).withoutDust
      before = heads.all
      var plan =
        GroupPlan.WeekPlan(
          heads: Headcount(heads.all), inTraining: Headcount(heads.training),
          inNesting: Headcount(heads.nesting), ramping: Headcount(heads.ramping),
          joined: Headcount(joined), left: Headcount(max(0, left)),
          effectiveHeads: Headcount(heads.effective),
          regularNetTime: WorkTime(
            hours: regularHours(group, week, effective: heads.effective)),
          overtime: overtime(group, week), allocations: allocations(group, week))
      plan.measures = measures(group, week, hired: hired)
      weeks.append(plan)
    }
    return GroupPlan(group: staff.group.id, weeks: weeks)
  }

  /// Regular net hours on ordinary days, of those who have a seat.
  private func regularHours(_ group: Int, _ week: Int, effective: Double) -> Double {
    let there = input.staff[group].initialHeads(in: week)
    let speed = there.onContacts > 0 ? there.effective / there.onContacts : 0
    let without = value(model.unseated.variable(for: GroupWeek(group: group, week: week)))
    let seated = input.regularHours(group, week, .ordinary) * max(0, effective - speed * without)
    return max(0, seated - netHoursAway(group, week))
  }

  private func overtime(_ group: Int, _ week: Int) -> [PaidOvertime] {
    let all = input.overtime[group][week].filter { $0.kind != .holiday }.reduce(0) {
      $0 + value(model.extra.variable(for: $1.key(group, week)))
    }
    // What tired people do not do, spread over the hours in which they may be tired.
    let lost = all > 0 ? input.lossOfTired(group, week) * tired(group, week, of: all) / all : 0
    return input.overtime[group][week].compactMap { tier in
      let key = tier.key(group, week)
      let paid = WorkTime(hours: value(model.extra.variable(for: key)))
      guard paid > .zero else { return nil }
      return PaidOvertime(
        payClass: tier.code, paidTime: paid,
        netTime: WorkTime(
          hours: paid.hours * (tier.netPerPaidHour - (tier.kind == .holiday ? 0 : lost))),
        from: tier.from)
    }
  }

  /// The hours of `all` extra hours in which people are tired. The program has at least these; where
  /// hours are idle it may have any more.
  private func tired(_ group: Int, _ week: Int, of all: Double) -> Double {
    guard let rules = input.scenario.staffGroups[group].overtime, let fatigue = rules.fatigue else {
      return 0
    }
    let ready = outcome.solution.value(of: model.readyHeads(group, week))
    let fresh = max(0, fatigue.above.hours) * rules.takeUp.value.bounded(to: 0...1) * max(0, ready)
    return max(0, all - fresh)
  }

  private func allocations(_ group: Int, _ week: Int) -> [Allocation] {
    let own = input.groupSkills[group].flatMap { queue in
      DayBucket.allCases.compactMap { bucket -> Allocation? in
        let key = WorkKey(supplier: group, queue: queue, week: week, bucket: bucket)
        let time = WorkTime(hours: value(model.work.variable(for: key)))
        guard time > .zero else { return nil }
        return Allocation(queue: input.queues[queue].id, bucket: bucket, netTime: time)
      }
    }
    return own + lentAllocations(group, week)
  }

  func classes(of group: Int) -> [HiringClass] {
    let staff = input.staff[group]
    guard let hiring = staff.group.hiring else { return [] }
    var classes: [HiringClass] = []
    for entry in hired(group) where entry.heads > 0 {
      let start = input.calendar.weeks[entry.start].start
      let contacts = start.adding(days: 7 * staff.trainingWeeks)
      let nested = contacts.adding(days: 7 * staff.nestingWeeks)
      let full = contacts.adding(days: 7 * hiring.ramp.weekly.count)
      let parallel = value(model.classes[GroupWeek(group: group, week: entry.start)]).rounded()
      let stays = staff.survival(
        ofClassIn: entry.start, to: entry.start + staff.trainingWeeks)
      classes.append(
        HiringClass(
          group: staff.group.id, number: classes.count + 1, parallelClasses: Int(parallel),
          decideBy: start.adding(days: -7 * max(0, hiring.recruitingLeadWeeks)), start: start,
          firstContacts: contacts, nestingEnds: nested, fullSpeed: max(nested, full),
          heads: Headcount(entry.heads), graduates: Headcount(entry.heads * stays)))
    }
    return classes
  }
}
