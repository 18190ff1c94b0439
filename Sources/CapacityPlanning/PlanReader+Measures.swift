internal import LinearProgramming
internal import Scenarios
internal import Units

// What else the plan does with our own people.
extension PlanReader {
  /// The people let go so far who would still be there in a week, as heads to add, negative; and those
  /// who came from other groups, less those who went to them.
  func releasedHeads(_ group: Int, in week: Int) -> HeadsByStage {
    var heads = HeadsByStage()
    for key in model.staff.released.keys where key.group == group && key.week <= week {
      let gone = value(model.staff.released[key])
      let missing = gone * input.staff[group].poolSurvival(from: key.week, to: week)
      heads.all -= missing
      heads.pool -= missing
      heads.effective -= missing
      heads.ready -= missing
    }
    for earlier in 0...week {
      let came = transferred(group, in: earlier)
      guard came.net != 0 else { continue }
      let there = came.net * input.staff[group].poolSurvival(from: earlier, to: week)
      heads.all += there
      heads.pool += there
      heads.effective += there
      heads.ready += there
    }
    return heads
  }

  /// Who came from other groups, and who went to them, at the start of a week.
  func transferred(_ group: Int, in week: Int) -> (came: Double, went: Double, net: Double) {
    var came = 0.0
    var went = 0.0
    for key in model.staff.moving.keys {
      let transfer = input.transfers(key.group)[key.option]
      guard key.week + max(0, transfer.weeks) == week else { continue }
      let people = value(model.staff.moving[key])
      let there = people * input.staff[key.group].poolSurvival(from: key.week, to: week)
      if key.group == group { went += there }
      if input.target(key.group, key.option) == group { came += there }
    }
    return (came, went, came - went)
  }

  private func movers(_ group: Int, _ week: Int) -> [StaffMeasures.Movers]? {
    let found = input.transfers(group).enumerated().compactMap { option, transfer in
      let key = CrossKey(group: group, option: option, week: week)
      let people = value(model.staff.moving.variable(for: key))
      return people > 0
        ? StaffMeasures.Movers(group: transfer.group, started: Headcount(people)) : nil
    }
    return found.isEmpty ? nil : found
  }

  func measures(
    _ group: Int, _ week: Int, hired: [(start: Int, heads: Double)]
  ) -> StaffMeasures? {
    let key = GroupWeek(group: group, week: week)
    var measures = StaffMeasures()
    if let released = model.staff.released.variable(for: key) {
      measures.released = amount(value(released)).map { Headcount($0) }
    }
    func time(_ variable: Variable?) -> WorkTime? {
      amount(value(variable)).map { WorkTime(hours: $0) }
    }
    measures.leave = time(model.staff.leave.variable(for: key))
    measures.undertime = time(model.staff.undertime.variable(for: key))
    measures.timeOff = time(model.staff.taken.variable(for: key))
    if week == input.weekCount - 1 {
      measures.unusedLeave = time(model.staff.unusedLeave.variable(for: group))
      measures.timeOwed = time(model.staff.owed.variable(for: key))
    }
    measures.learners = learners(group, week)
    measures.movers = movers(group, week)
    let transferred = transferred(group, in: week)
    measures.transferredIn = amount(transferred.came).map { Headcount($0) }
    measures.transferredOut = amount(transferred.went).map { Headcount($0) }
    measures.contractsEnded = amount(ended(group, week, hired: hired)).map { Headcount($0) }
    return measures.isEmpty ? nil : measures
  }

  private func learners(_ group: Int, _ week: Int) -> [StaffMeasures.Learners]? {
    let found = input.crossTraining(group).enumerated().compactMap { option, training in
      let key = CrossKey(group: group, option: option, week: week)
      let started = value(model.staff.learning.variable(for: key))
      let learnt = value(model.staff.learnt.variable(for: key))
      return started > 0 || learnt > 0
        ? StaffMeasures.Learners(
          queue: training.queue, started: Headcount(started), learnt: Headcount(learnt)) : nil
    }
    return found.isEmpty ? nil : found
  }

  /// Net hours that a group does not give on the ordinary days of a week: leave, time off, learning.
  /// Tired overtime is in the overtime's own hours.
  func netHoursAway(_ group: Int, _ week: Int) -> Double {
    let key = GroupWeek(group: group, week: week)
    let hours = [model.staff.leave, model.staff.undertime, model.staff.taken]
      .reduce(0) { $0 + value($1.variable(for: key)) }
    let learning = outcome.solution.value(of: model.inCrossTraining(group, week)).withoutDust
    let leaving = outcome.solution.value(of: model.inTransfer(group, week)).withoutDust
    return input.netShare(group, week) * hours
      + input.regularHours(group, week, .ordinary) * (learning + leaving)
  }

  /// Hours that the group lends to queues its people have learnt.
  func lentAllocations(_ group: Int, _ week: Int) -> [Allocation] {
    input.crossTraining(group).enumerated().flatMap { option, training in
      DayBucket.allCases.compactMap { bucket in
        let key = LentKey(group: group, option: option, week: week, bucket: bucket)
        let hours = value(model.staff.lent.variable(for: key))
        let time = WorkTime(hours: hours * max(0, training.proficiency.value))
        return time > .zero ? Allocation(queue: training.queue, bucket: bucket, netTime: time) : nil
      }
    }
  }

  /// The amount, or `nil` for nothing.
  func amount(_ value: Double) -> Double? { value.withoutDust > 0 ? value : nil }

  /// People whose contract ends before a week.
  private func ended(
    _ group: Int, _ week: Int, hired: [(start: Int, heads: Double)]
  ) -> Double {
    let staff = input.staff[group]
    guard week > 0, staff.endWeek == week || staff.contractWeeks != nil else { return 0 }
    let ofHired = hired.reduce(0) {
      $0 + $1.heads * staff.ending(ofClassIn: $1.start, before: week)
    }
    let released = releasedHeads(group, in: week - 1).pool
    return staff.endingOfThoseThere(before: week) + ofHired
      + released * staff.endingOfPool(before: week)
  }
}
