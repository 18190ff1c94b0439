internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// People who learn another queue.
extension CapacityProgram {
  /// `learnt[x,w] = keep[g,w] learnt[x,w−1] + survival of the training · learning[x,w−weeks]`;
  /// `Σ_x (learnt[x,w] + those in training) ≤ pool[g,w]`, for only experienced people learn;
  /// `Σ_w learning[x,w] ≤ most[x]`; and `lent[x,w,b] ≤ regularHours[g,w,b] · learnt[x,w]`.
  mutating func addCrossTraining() {
    for key in staff.learnt.keys { addLearnt(key) }
    for group in Set(staff.learning.keys.map(\.group)).sorted() {
      for week in 0..<input.weekCount { addLearners(group, week) }
      for option in input.crossTraining(group).indices { addMostLearners(group, option) }
    }
    for key in staff.lent.keys { addLent(key) }
  }

  private mutating func addLearnt(_ key: CrossKey) {
    let training = input.crossTraining(key.group)[key.option]
    let model = input.staff[key.group]
    var flow = staff.learnt[key] + LinearExpression()
    let before = CrossKey(group: key.group, option: key.option, week: key.week - 1)
    if let there = staff.learnt.variable(for: before) {
      flow -= model.poolKeep(to: key.week) * there
    }
    let start = key.week - max(0, training.weeks)
    let started = CrossKey(group: key.group, option: key.option, week: start)
    if let people = staff.learning.variable(for: started) {
      flow -= model.poolSurvival(from: start, to: key.week) * people
    }
    let id = input.groupID(key.group)
    require(
      "people of \(id) trained for \(training.queue) in \(input.weekName(key.week))", flow == 0,
      .init(
        family: .crossTraining, owner: .group(key.group), weeks: [key.week], unit: "head",
        path: "staff-groups.\(id).cross-training.\(training.queue).training"))
  }

  private mutating func addLearners(_ group: Int, _ week: Int) {
    var sum = inCrossTraining(group, week)
    for option in input.crossTraining(group).indices {
      let key = CrossKey(group: group, option: option, week: week)
      if let people = staff.learnt.variable(for: key) { sum += people }
    }
    guard !sum.terms.isEmpty else { return }
    let id = input.groupID(group)
    require(
      "experienced people of \(id) who learn in \(input.weekName(week))",
      sum - pool[GroupWeek(group: group, week: week)] <= 0,
      .init(
        family: .crossTraining, owner: .group(group), weeks: [week], unit: "head",
        relief: "One more experienced head of \(input.groupName(group)) in "
          + input.calendar.weeks[week].inWords,
        path: "staff-groups.\(id).headcount"))
  }

  private mutating func addMostLearners(_ group: Int, _ option: Int) {
    let training = input.crossTraining(group)[option]
    let id = input.groupID(group)
    let all = staff.learning.keys.filter { $0.group == group && $0.option == option }
    require(
      "people of \(id) who learn \(training.queue)",
      all.total { staff.learning[$0] } <= max(0, training.most.value),
      .init(
        family: .crossTraining, owner: .group(group), unit: "head",
        relief: "One more head of \(input.groupName(group)) trained for \(training.queue)",
        path: "staff-groups.\(id).cross-training.\(training.queue).at-most"))
  }

  private mutating func addLent(_ key: LentKey) {
    let training = input.crossTraining(key.group)[key.option]
    let hours = input.regularHours(key.group, key.week, key.bucket)
    let people = CrossKey(group: key.group, option: key.option, week: key.week)
    let id = input.groupID(key.group)
    require(
      "hours of \(id) lent to \(training.queue) \(input.preposition(key.bucket)) "
        + input.weekName(key.week),
      staff.lent[key] - hours * staff.learnt[people] <= 0,
      .init(
        family: .crossTraining, owner: .group(key.group), weeks: [key.week], bucket: key.bucket,
        unit: "net hour",
        relief: "One more hour of \(input.groupName(key.group)) for \(training.queue) in "
          + input.calendar.weeks[key.week].inWords,
        path: "staff-groups.\(id).cross-training.\(training.queue)"))
  }

  /// People of a group who are being trained for another queue in a week.
  func inCrossTraining(_ group: Int, _ week: Int) -> LinearExpression {
    inTraining(group, week, for: input.crossTraining(group).map(\.weeks), staff.learning)
  }

  /// The people of `people` who are being trained in a week, where each option takes so many weeks.
  func inTraining(
    _ group: Int, _ week: Int, for weeks: [Int], _ people: VariableFamily<CrossKey>
  ) -> LinearExpression {
    var sum = LinearExpression()
    for (option, weeks) in weeks.enumerated() where weeks > 0 {
      for start in max(0, week - weeks + 1)...week {
        let key = CrossKey(group: group, option: option, week: start)
        guard let started = people.variable(for: key) else { continue }
        sum += input.staff[group].poolSurvival(from: start, to: week) * started
      }
    }
    return sum
  }

  /// Net hours that a group lends in a week on one kind of day, at its own speed.
  func hoursLent(_ group: Int, _ week: Int, _ bucket: DayBucket) -> [Variable] {
    input.crossTraining(group).indices.compactMap { option in
      staff.lent.variable(
        for: LentKey(group: group, option: option, week: week, bucket: bucket))
    }
  }

  /// What people trained by others give to a queue: their speed there times the hours lent.
  func borrowed(_ queue: Int, _ week: Int, _ bucket: DayBucket) -> LinearExpression {
    input.staff.indices.total { borrowed(queue, week, bucket, from: $0) }
  }

  /// What people of a group, trained by it, give to a queue.
  func borrowed(
    _ queue: Int, _ week: Int, _ bucket: DayBucket, from group: Int
  ) -> LinearExpression {
    var sum = LinearExpression()
    for (option, training) in input.crossTraining(group).enumerated()
    where input.learntQueue(group, option) == queue {
      let key = LentKey(group: group, option: option, week: week, bucket: bucket)
      guard let hours = staff.lent.variable(for: key) else { continue }
      sum += max(0, training.proficiency.value) * hours
    }
    return sum
  }

  /// `cost[x] · learning[x,w]`.
  func addCrossTraining(to sums: inout [CostPart: LinearExpression]) {
    for key in staff.learning.keys {
      let cost = input.crossTraining(key.group)[key.option].cost.approximateMinorUnits
      if cost > 0 { sums[.crossTraining, default: 0] += cost / input.scale * staff.learning[key] }
    }
  }
}
