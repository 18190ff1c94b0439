internal import BusinessCalendar
internal import Foundation
internal import Scenarios
internal import Units

/// The heads of one group, walked through the weeks cohort by cohort.
///
/// A week begins with the departures that are known by date, from everybody who was there the week
/// before; then experienced people are let go or change their group, and the week's classes join; at
/// its end people leave by their tenure, in training by the first band and by the wash-out, and all
/// whose contract ends.
struct HeadFlow {
  /// People by how far they are.
  struct Stage {
    var all = 0.0
    var training = 0.0
    var nesting = 0.0
    /// Past nesting, below full speed.
    var ramping = 0.0
    /// The sum of speeds.
    var effective = 0.0
    /// The sum of speeds of those past nesting.
    var ready = 0.0
    /// Those whose speed and departures no longer change with their tenure.
    var experienced = 0.0

    var onContacts: Double { all - training }
  }

  struct WeekHeads {
    /// People who were there when the plan started.
    var there = Stage()
    /// People of the plan's classes.
    var hired = Stage()
    /// Who came from other groups, less who went to them or was let go.
    var moved = Stage()
    var joined = 0.0
    /// Since the week before.
    var left = 0.0
    /// Of them those whose contract ended.
    var ended = 0.0

    private func sum(_ part: (Stage) -> Double) -> Double {
      part(there) + part(hired) + part(moved)
    }

    var all: Double { sum(\.all) }
    var training: Double { sum(\.training) }
    var nesting: Double { sum(\.nesting) }
    var ramping: Double { sum(\.ramping) }
    var effective: Double { sum(\.effective) }
    var ready: Double { sum(\.ready) }
    var experienced: Double { sum(\.experienced) }
    var onContacts: Double { all - training }
  }

  /// Experienced people who come and go at the start of a week by a decision of the plan.
  struct Moves {
    var released = 0.0
    /// From other groups.
    var came = 0.0
    /// To other groups.
    var went = 0.0
  }

  private struct Cohort {
    enum Origin { case there, hired, moved }

    /// Completed weeks since the first contact; negative in training.
    var tenure: Int
    var heads: Double
    let origin: Origin
  }

  let weeks: [WeekHeads]

  /// The heads of `group` in `weeks`, when `classes` (heads by the number of the week) join
  /// `headcount`, by default those who are there when the plan starts, and `moves` by week change
  /// their number.
  init(
    _ group: StaffGroup, weeks: [Week], classes: [(week: Int, heads: Double)],
    moves: [Moves] = [], headcount: [TenureHeads]? = nil
  ) {
    let training = max(0, group.hiring?.trainingWeeks ?? 0)
    var cohorts = (headcount ?? group.headcount).map {
      Cohort(tenure: $0.tenureWeeks, heads: max(0, $0.heads.value), origin: .there)
    }
    var result: [WeekHeads] = []
    var leaving = 0.0
    var ending = (bySelf: 0.0, withLastDay: 0.0)
    for (number, week) in weeks.enumerated() {
      var entry = WeekHeads()
      entry.left = leaving
      let stay = HeadFlow.staying(group, at: week)
      let isOver = HeadFlow.isOver(group, week)
      entry.ended = isOver ? ending.withLastDay : ending.bySelf * stay
      for place in cohorts.indices {
        let gone = cohorts[place].heads * (1 - stay)
        cohorts[place].heads -= gone
        entry.left += gone
      }
      if moves.indices.contains(number) {
        let move = moves[number]
        entry.joined += move.came
        entry.left += move.released + move.went
        let gained = move.came - move.went - move.released
        cohorts.append(
          Cohort(tenure: HeadFlow.experience(of: group), heads: gained, origin: .moved))
      }
      for item in classes where item.week == number {
        cohorts.append(Cohort(tenure: -training, heads: item.heads, origin: .hired))
        entry.joined += item.heads
      }
      for cohort in cohorts { HeadFlow.add(cohort, of: group, to: &entry) }
      leaving = 0
      ending = (0, 0)
      for place in cohorts.indices {
        let (heads, tenure) = (cohorts[place].heads, cohorts[place].tenure)
        let staying = heads * (1 - HeadFlow.hazard(group, tenure: tenure))
        ending.withLastDay += isOver ? 0 : staying
        if HeadFlow.isLastWeek(group, tenure: tenure) { ending.bySelf += staying }
        let gone = heads * HeadFlow.leaving(group, tenure: tenure)
        cohorts[place].heads -= gone
        cohorts[place].tenure += 1
        leaving += gone
      }
      result.append(entry)
    }
    self.weeks = result
  }

  private static func add(_ cohort: Cohort, of group: StaffGroup, to entry: inout WeekHeads) {
    var stage =
      switch cohort.origin {
      case .there: entry.there
      case .hired: entry.hired
      case .moved: entry.moved
      }
    stage.all += cohort.heads
    if cohort.tenure < 0 {
      stage.training += cohort.heads
    } else {
      let ramp = group.hiring?.ramp.weekly ?? []
      let speed = cohort.tenure < ramp.count ? share(ramp[cohort.tenure]) : 1
      stage.effective += cohort.heads * speed
      if cohort.tenure < group.hiring?.nestingWeeks ?? 0 {
        stage.nesting += cohort.heads
      } else {
        stage.ready += cohort.heads * speed
        if speed < 1 { stage.ramping += cohort.heads }
      }
    }
    if cohort.tenure >= experience(of: group) { stage.experienced += cohort.heads }
    switch cohort.origin {
    case .there: entry.there = stage
    case .hired: entry.hired = stage
    case .moved: entry.moved = stage
    }
  }

  /// The tenure from which on neither speed nor departures change.
  static func experience(of group: StaffGroup) -> Int {
    let training = max(0, group.hiring?.trainingWeeks ?? 0)
    let contract = group.rules?.employment?.contractWeeks.map { max(1, $0) - training } ?? 0
    let lastBand = group.attrition.bands.map(\.fromTenureWeeks).max() ?? 0
    let ramp = group.hiring?.ramp.weekly.count ?? 0
    return max(0, contract, lastBand, ramp, group.hiring?.nestingWeeks ?? 0)
  }

  /// Whether everybody's last day is before a week.
  static func isOver(_ group: StaffGroup, _ week: Week) -> Bool {
    group.rules?.employment?.lastDay.map { week.start > $0 } ?? false
  }

  /// Whether the contract of somebody of a tenure ends with the week, or has ended.
  static func isLastWeek(_ group: StaffGroup, tenure: Int) -> Bool {
    guard let weeks = group.rules?.employment?.contractWeeks else { return false }
    return tenure + max(0, group.hiring?.trainingWeeks ?? 0) + 1 >= max(1, weeks)
  }

  /// The share that the departures at the start of a week leave: waves, and the group's last day.
  static func staying(_ group: StaffGroup, at week: Week) -> Double {
    if isOver(group, week) { return 0 }
    return group.attrition.waves.filter { week.contains($0.date) }
      .reduce(1) { $0 * (1 - share($1.share)) }
  }

  /// The share of experienced people in `from` who are still there in `until`.
  static func staying(_ group: StaffGroup, in weeks: [Week], from: Int, until: Int) -> Double {
    guard from < until else { return from == until ? 1 : 0 }
    let kept = 1 - leaving(group, tenure: experience(of: group))
    return weeks[(from + 1)...until].reduce(1) { $0 * kept * staying(group, at: $1) }
  }

  /// The share of people of a tenure who leave at the end of a week of their own will.
  static func hazard(_ group: StaffGroup, tenure: Int) -> Double {
    let bands = group.attrition.bands
    let band = bands.last { $0.fromTenureWeeks <= max(0, tenure) } ?? bands.first
    return band.map { share($0.perWeek) } ?? 0
  }

  /// The share of people of a tenure who leave at the end of a week: everybody whose contract ends;
  /// in training of *n* weeks with a wash-out *o*, `1 − (1 − o)^(1/n) · (1 − hazard of the first
  /// band)`.
  static func leaving(_ group: StaffGroup, tenure: Int) -> Double {
    if isLastWeek(group, tenure: tenure) { return 1 }
    let hazard = hazard(group, tenure: tenure)
    guard tenure < 0, let hiring = group.hiring, hiring.trainingWeeks > 0 else { return hazard }
    let stays = pow(1 - share(hiring.washOut), 1 / Double(hiring.trainingWeeks))
    return 1 - stays * (1 - hazard)
  }

  private static func share(_ share: Share) -> Double {
    share.value.isNaN ? 0 : min(1, max(0, share.value))
  }
}
