internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

/// Which decisions about our own people exist: only those that a scenario has rules for.
struct StaffIndex: Sendable {
  let input: CapacityInput

  init(_ input: CapacityInput) { self.input = input }

  private var groupWeeks: [GroupWeek] {
    input.staff.indices.flatMap { group in
      (0..<input.weekCount).map { GroupWeek(group: group, week: $0) }
    }
  }

  private func rules(_ group: Int) -> StaffRules? { input.scenario.staffGroups[group].rules }

  /// Weeks before which people can be let go: after the notice.
  var releases: [GroupWeek] {
    groupWeeks.filter { key in
      guard let redundancy = rules(key.group)?.redundancy else { return false }
      return key.week >= max(0, redundancy.noticeWeeks) && redundancy.most != .zero
    }
  }

  /// Groups with leave that the plan grants.
  var leaveGroups: [Int] { input.staff.indices.filter { rules($0)?.leave != nil } }

  /// Weeks in which leave may be granted.
  var leaveWeeks: [GroupWeek] {
    groupWeeks.filter { key in
      guard let leave = rules(key.group)?.leave, leave.mostAway > .zero else { return false }
      return !leave.isBlackout(input.calendar.weeks[key.week])
    }
  }

  /// Months that weeks run under, for the groups with leave.
  var leaveMonths: [GroupMonth] {
    let months = Set(input.calendar.contractMonth).sorted()
    return leaveGroups.flatMap { group in months.map { GroupMonth(group: group, month: $0) } }
  }

  /// Weeks in which people may take time off without work.
  var undertimeWeeks: [GroupWeek] {
    groupWeeks.filter { key in
      guard let rules = rules(key.group)?.undertime else { return false }
      return rules.takeUp > .zero && rules.mostPerWeek > .zero
    }
  }

  /// Weeks with overtime that may tire.
  var tiredWeeks: [GroupWeek] {
    groupWeeks.filter { key in
      input.scenario.staffGroups[key.group].overtime?.fatigue != nil
        && input.overtime[key.group][key.week].contains { $0.kind != .holiday }
    }
  }

  /// Weeks of groups that get time off for rest-day work.
  var timeOffWeeks: [GroupWeek] { groupWeeks.filter { input.givesTimeOff($0.group) } }

  /// Weeks in which people can begin to learn a queue and still lend it an hour.
  var learning: [CrossKey] {
    options { key, training in key.week + max(0, training.weeks) < input.weekCount }
  }

  /// Weeks in which people can have learnt it.
  var learnt: [CrossKey] { options { key, training in key.week >= max(0, training.weeks) } }

  /// Weeks and days on which a learnt queue needs somebody and people work their regular hours.
  var lent: [LentKey] {
    learnt.flatMap { key in
      DayBucket.allCases.compactMap { bucket in
        guard let queue = input.learntQueue(key.group, key.option),
          input.required(queue, key.week, bucket) > 0,
          input.regularHours(key.group, key.week, bucket) > 0
        else { return nil }
        return LentKey(group: key.group, option: key.option, week: key.week, bucket: bucket)
      }
    }
  }

  /// Weeks in which people can begin to move and still work in the other group.
  var moving: [CrossKey] {
    input.staff.indices.flatMap { group in
      input.transfers(group).enumerated().flatMap { option, transfer -> [CrossKey] in
        guard transfer.most > .zero, input.target(group, option) != nil else { return [] }
        let last = input.weekCount - max(0, transfer.weeks)
        return (0..<max(0, last)).map { CrossKey(group: group, option: option, week: $0) }
      }
    }
  }

  private func options(_ isPossible: (CrossKey, CrossTraining) -> Bool) -> [CrossKey] {
    input.staff.indices.flatMap { group in
      input.crossTraining(group).enumerated().flatMap { option, training -> [CrossKey] in
        guard training.most > .zero, training.proficiency > .zero,
          input.learntQueue(group, option) != nil
        else { return [] }
        return (0..<input.weekCount).map { CrossKey(group: group, option: option, week: $0) }
          .filter { isPossible($0, training) }
      }
    }
  }
}

extension CapacityInput {
  /// The groups that people of a group can move to.
  func transfers(_ group: Int) -> [Transfer] {
    scenario.staffGroups[group].rules?.transfers ?? []
  }

  /// The group of a transfer, as a place in the scenario; `nil` for its own, and for one whose
  /// people have a contract with an end, for there nobody is without one.
  func target(_ group: Int, _ option: Int) -> Int? {
    let id = transfers(group)[option].group
    guard let target = scenario.staffGroups.firstIndex(where: { $0.id == id }), target != group,
      staff[target].contractWeeks == nil
    else { return nil }
    return target
  }

  /// The queues that people of a group can learn.
  func crossTraining(_ group: Int) -> [CrossTraining] {
    scenario.staffGroups[group].rules?.crossTraining ?? []
  }

  /// The queue of an option, as a place in the scenario; `nil` where the group has its skill anyway.
  func learntQueue(_ group: Int, _ option: Int) -> Int? {
    let id = crossTraining(group)[option].queue
    guard let queue = queues.firstIndex(where: { $0.id == id }),
      !groupSkills[group].contains(queue)
    else { return nil }
    return queue
  }

  /// Whether a group gets time off for rest-day work: its rules say so, and the law knows it.
  func givesTimeOff(_ group: Int) -> Bool {
    overtime[group].contains { $0.contains { $0.kind == .restDayInLieu } }
  }

  /// The pay of an hour of a group in minor units, as the ledger counts it, in a week.
  func hourlyPay(_ group: Int, _ week: Int) -> Double {
    scenario.hourlyPay(of: scenario.staffGroups[group], in: calendar.weeks[week])
      .approximateMinorUnits
  }

  /// The plain pay of an hour on the last day of a week, in minor units.
  func hourlyPay(_ group: Int, atEndOf week: Int) -> Double {
    scenario.hourlyPay(of: scenario.staffGroups[group], atEndOf: calendar.weeks[week])
      .approximateMinorUnits
  }

  /// Net hours that an hour of tired overtime gives less than an hour of other overtime.
  func lossOfTired(_ group: Int, _ week: Int) -> Double {
    guard let rules = scenario.staffGroups[group].overtime, let fatigue = rules.fatigue else {
      return 0
    }
    let lost = max(0, rules.productivity.value) - max(0, fatigue.productivity.value)
    return netShare(group, week) * max(0, lost)
  }
}
