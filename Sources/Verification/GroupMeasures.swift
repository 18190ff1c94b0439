internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// What follows from a plan's decisions about people beside hiring and overtime: who is let go, moves
/// or learns, leave and time off.
extension Evidence {
  /// Who is let go, comes and goes at the start of each week, by group: people who begin to move stay
  /// in their own group for the weeks of the training, and leave it as experienced people do.
  static func moves(
    _ scenario: Scenario, _ plan: CapacityPlan, _ weeks: [Week]
  ) -> [StaffGroup.ID: [HeadFlow.Moves]] {
    var moves: [StaffGroup.ID: [HeadFlow.Moves]] = [:]
    for group in scenario.staffGroups {
      moves[group.id] = Array(repeating: HeadFlow.Moves(), count: weeks.count)
    }
    for entry in plan.groups {
      guard let group = scenario.staffGroup(entry.group) else { continue }
      for (week, plan) in entry.weeks.enumerated() where weeks.indices.contains(week) {
        moves[group.id]?[week].released += plan.measures?.released?.value ?? 0
        for mover in plan.measures?.movers ?? [] {
          guard let rule = group.rules?.transfers?.first(where: { $0.group == mover.group }) else {
            continue
          }
          let until = week + max(0, rule.weeks)
          guard weeks.indices.contains(until) else { continue }
          let people =
            mover.started.value * HeadFlow.staying(group, in: weeks, from: week, until: until)
          moves[group.id]?[until].went += people
          moves[mover.group]?[until].came += people
        }
      }
    }
    return moves
  }

  /// People who learn a queue or are trained for another group in a week: paid, without contacts.
  func inTraining(_ entry: GroupEvidence, _ week: Int) -> Double {
    inCrossTraining(entry, week) + inTransfer(entry, week)
  }

  /// People who learn another queue in a week.
  func inCrossTraining(_ entry: GroupEvidence, _ week: Int) -> Double {
    (entry.group.rules?.crossTraining ?? []).reduce(0) { sum, rule in
      sum + inTraining(entry, week, weeks: rule.weeks) { learnersStarted(entry, rule.queue, $0) }
    }
  }

  /// People who are trained for another group in a week.
  func inTransfer(_ entry: GroupEvidence, _ week: Int) -> Double {
    (entry.group.rules?.transfers ?? []).reduce(0) { sum, rule in
      sum
        + inTraining(entry, week, weeks: rule.weeks) { start in
          entry.measures(start).movers?.first { $0.group == rule.group }?.started.value ?? 0
        }
    }
  }

  private func inTraining(
    _ entry: GroupEvidence, _ week: Int, weeks: Int, started: (Int) -> Double
  ) -> Double {
    guard weeks > 0 else { return 0 }
    return (max(0, week - weeks + 1)...week).reduce(0) { sum, start in
      sum + started(start)
        * HeadFlow.staying(entry.group, in: days.weeks, from: start, until: week)
    }
  }

  /// People who begin to learn a queue in a week.
  func learnersStarted(_ entry: GroupEvidence, _ queue: Queue.ID, _ week: Int) -> Double {
    entry.measures(week).learners?.first { $0.queue == queue }?.started.value ?? 0
  }

  /// People who have learnt a queue, by week: those of the week before who stayed, and those whose
  /// training is over.
  func learnt(_ entry: GroupEvidence, _ rule: CrossTraining) -> [Double] {
    var there = 0.0
    return weekNumbers.map { week in
      if week > 0 {
        there *= HeadFlow.staying(entry.group, in: days.weeks, from: week - 1, until: week)
      }
      let start = week - max(0, rule.weeks)
      if start >= 0 {
        there +=
          learnersStarted(entry, rule.queue, start)
          * HeadFlow.staying(entry.group, in: days.weeks, from: start, until: week)
      }
      return there
    }
  }

  /// The speed of a group's people in a queue that they can learn and is none of their skills; `nil`
  /// where there is no such.
  func speedOfLearnt(_ queue: Queue.ID, _ group: StaffGroup) -> Double? {
    guard !group.skills.contains(queue),
      let rule = group.rules?.crossTraining?.first(where: { $0.queue == queue }),
      rule.proficiency > .zero
    else { return nil }
    return rule.proficiency.value
  }

  /// Net hours that a group does not give on the ordinary days of a week: leave, time off, training.
  func hoursAway(_ entry: GroupEvidence, _ week: Int) -> Double {
    let measures = entry.measures(week)
    let paid = [measures.leave, measures.undertime, measures.timeOff].reduce(0) {
      $0 + ($1?.hours ?? 0)
    }
    return netShare(entry.group, week) * paid
      + regularHours(entry.group, week, .ordinary) * inTraining(entry, week)
  }

  /// The law's employers with their groups; groups that name none are of one company.
  var employers: [(name: String, groups: [GroupEvidence], otherStaff: Double)] {
    let named = (scenario.legalEntities ?? []).map { entity in
      (
        entity.id.rawValue,
        groups.filter { $0.group.rules?.employment?.legalEntity == entity.id },
        max(0, entity.otherStaff.value)
      )
    }
    let others = groups.filter { $0.group.rules?.employment?.legalEntity == nil }
    return (named + [("the company", others, 0)]).filter { !$0.1.isEmpty }
  }
}
