internal import BusinessCalendar
public import Scenarios
public import Units

/// Who leaves a staff group before each week of a plan, and why: what ``GroupPlan/WeekPlan/left`` is
/// made of. From the same arithmetic as the plan's heads.
public struct Departures: Sendable, Equatable, Codable {
  /// What takes people away.
  public enum Reason: Sendable, Hashable, Codable {
    /// Lost in training.
    case washOut
    /// Attrition, by the tenure band that starts at so many weeks.
    case attrition(fromTenureWeeks: Int)
    /// Known departures of the week.
    case wave
    /// The end of the contract.
    case contractEnd
    /// Made redundant by the plan.
    case redundancy
    /// Moved to another group.
    case transfer
  }

  /// People who leave for one reason.
  public struct Part: Sendable, Equatable, Codable {
    /// Why.
    public let reason: Reason
    /// How many.
    public let heads: Headcount
    /// Out of how many, before they leave.
    public let of: Headcount
  }

  /// The parts of each week, wash-out first, then attrition from the shortest tenure on, then known
  /// departures.
  public let weeks: [[Part]]

  /// The departures of `group` in `plan`; `nil` when the plan does not have the group.
  public init?(of group: StaffGroup, in plan: CapacityPlan) {
    guard plan.groups.contains(where: { $0.group == group.id }) else { return nil }
    let model = StaffModel(group, weeks: plan.weeks)
    let classes = plan.classes.filter { $0.group == group.id }
    let hired = classes.compactMap { entry in
      plan.weeks.firstIndex { $0.contains(entry.start) }.map {
        (start: $0, heads: entry.heads.value)
      }
    }
    let measures = plan.groups.first { $0.group == group.id }?.weeks.map(\.measures) ?? []
    let moved = measures.enumerated().map { week, measures in
      Moved(
        week: week, released: measures?.released?.value ?? 0,
        came: measures?.transferredIn?.value ?? 0, went: measures?.transferredOut?.value ?? 0)
    }
    weeks = plan.weeks.indices.map {
      Departures.parts(model, hired: hired, moved: moved, week: $0)
    }
  }

  /// Experienced people who are let go, come or go at the start of a week.
  private struct Moved {
    let week: Int
    let released: Double
    let came: Double
    let went: Double

    var gained: Double { came - went - released }
  }

  private static func parts(
    _ model: StaffModel, hired: [(start: Int, heads: Double)],
    moved: [Moved], week: Int
  ) -> [Part] {
    var washOut = (left: 0.0, of: 0.0)
    var bands: [Int: (left: Double, of: Double)] = [:]
    var wave = (left: 0.0, of: 0.0)
    var ended = (left: 0.0, of: 0.0)
    let keep = model.waveKeep[week]
    func leave(_ there: Double, tenure: Int, washedOut: Double) {
      let stays = there * (1 - washedOut)
      let rate = week > 0 ? model.leavingRate(atTenure: max(0, tenure)) : 0
      let from = model.group.attrition.bands.last { $0.fromTenureWeeks <= max(0, tenure) }
      bands[from?.fromTenureWeeks ?? 0, default: (0, 0)].left += stays * rate
      bands[from?.fromTenureWeeks ?? 0, default: (0, 0)].of += stays
      let left = week > 0 ? there * model.ending(atTenure: tenure, before: week) : 0
      ended.left += left
      ended.of += left
      guard week == 0 || week != model.endWeek else { return }
      wave.left += stays * (1 - rate) * (1 - keep)
      wave.of += stays * (1 - rate)
    }
    for cohort in model.group.headcount {
      let heads = max(0, cohort.heads.value)
      let there =
        week > 0 ? heads * model.survival(ofTenure: cohort.tenureWeeks, to: week - 1) : heads
      leave(there, tenure: cohort.tenureWeeks + week - 1, washedOut: 0)
    }
    for entry in hired where entry.start < week {
      let there = entry.heads * model.survival(ofClassIn: entry.start, to: week - 1)
      let age = week - 1 - entry.start
      var lost = 0.0
      if age < model.trainingWeeks {
        let leaving = 1 - model.leavingRate(atTenure: 0)
        lost = leaving > 0 ? 1 - (1 - model.hazard(atAge: age)) / leaving : 0
        washOut.left += there * lost
        washOut.of += there
      }
      leave(there, tenure: age - model.trainingWeeks, washedOut: lost)
    }
    for entry in moved where entry.week < week && entry.gained != 0 {
      let there = entry.gained * model.poolSurvival(from: entry.week, to: week - 1)
      leave(there, tenure: model.poolTenure, washedOut: 0)
    }
    let now = moved.first { $0.week == week }
    var parts: [Part] = []
    func add(_ reason: Reason, _ amount: (left: Double, of: Double)) {
      guard amount.left > 1e-9 else { return }
      parts.append(
        Part(reason: reason, heads: Headcount(amount.left), of: Headcount(amount.of)))
    }
    add(.washOut, washOut)
    for from in bands.keys.sorted() {
      add(.attrition(fromTenureWeeks: from), bands[from] ?? (0, 0))
    }
    add(.wave, wave)
    add(.contractEnd, ended)
    add(.redundancy, (now?.released ?? 0, now?.released ?? 0))
    add(.transfer, (now?.went ?? 0, now?.went ?? 0))
    return parts
  }
}

/// How a hiring class runs through the weeks of its plan, and which starts its rules allow.
public struct ClassOutlook: Sendable, Equatable, Codable {
  /// The class in one week.
  public struct Week: Sendable, Equatable, Codable {
    /// The number of the week in the plan.
    public let week: Int
    /// People still there.
    public let heads: Headcount
    /// Whether they are in training, without contacts.
    public let isTraining: Bool
    /// Whether they are in nesting.
    public let isNesting: Bool
    /// Output of one of them as a share of an experienced head's.
    public let proficiency: Share
    /// People × proficiency.
    public let productive: Headcount
  }

  /// From the class's start to the end of the plan.
  public let weeks: [Week]
  /// The weeks of the plan in which the rules let a class of the group start, by number.
  public let possibleStarts: [Int]

  /// The outlook of `hiringClass` of `group`; `nil` when it does not start within the plan.
  public init?(of hiringClass: HiringClass, in group: StaffGroup, plan: CapacityPlan) {
    let model = StaffModel(group, weeks: plan.weeks)
    guard let start = plan.weeks.firstIndex(where: { $0.contains(hiringClass.start) }) else {
      return nil
    }
    weeks = (start..<plan.weeks.count).map { week in
      let age = week - start
      let there = hiringClass.heads.value * model.survival(ofClassIn: start, to: week)
      let isTraining = age < model.trainingWeeks
      let speed = isTraining ? 0 : model.proficiency(atAge: age)
      return Week(
        week: week, heads: Headcount(there), isTraining: isTraining,
        isNesting: !isTraining && age < model.trainingWeeks + model.nestingWeeks,
        proficiency: Share(speed), productive: Headcount(there * speed))
    }
    possibleStarts = model.classStarts
  }
}
