internal import BusinessCalendar
internal import Foundation
internal import Scenarios
internal import Units

/// The heads of one group, walked through the weeks cohort by cohort.
///
/// A week begins with the departures that are known by date, from everybody who was there the week
/// before; then the week's classes join; at its end people leave by their tenure, in training by
/// the first band and by the wash-out.
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

    var onContacts: Double { all - training }
  }

  struct WeekHeads {
    /// People who were there when the plan started.
    var there = Stage()
    /// People of the plan's classes.
    var hired = Stage()
    var joined = 0.0
    /// Since the week before.
    var left = 0.0

    var all: Double { there.all + hired.all }
    var training: Double { there.training + hired.training }
    var nesting: Double { there.nesting + hired.nesting }
    var ramping: Double { there.ramping + hired.ramping }
    var effective: Double { there.effective + hired.effective }
    var ready: Double { there.ready + hired.ready }
    var onContacts: Double { all - training }
  }

  private struct Cohort {
    /// Completed weeks since the first contact; negative in training.
    var tenure: Int
    var heads: Double
    let isHired: Bool
  }

  let weeks: [WeekHeads]

  /// The heads of `group` in `weeks`, when `classes` (heads by the number of the week) join
  /// `headcount`, by default those who are there when the plan starts.
  init(
    _ group: StaffGroup, weeks: [Week], classes: [(week: Int, heads: Double)],
    headcount: [TenureHeads]? = nil
  ) {
    let training = max(0, group.hiring?.trainingWeeks ?? 0)
    var cohorts = (headcount ?? group.headcount).map {
      Cohort(tenure: $0.tenureWeeks, heads: max(0, $0.heads.value), isHired: false)
    }
    var result: [WeekHeads] = []
    var leaving = 0.0
    for (number, week) in weeks.enumerated() {
      var entry = WeekHeads()
      entry.left = leaving
      for wave in group.attrition.waves where week.contains(wave.date) {
        for place in cohorts.indices {
          let gone = cohorts[place].heads * HeadFlow.share(wave.share)
          cohorts[place].heads -= gone
          entry.left += gone
        }
      }
      for item in classes where item.week == number {
        cohorts.append(Cohort(tenure: -training, heads: item.heads, isHired: true))
        entry.joined += item.heads
      }
      for cohort in cohorts { HeadFlow.add(cohort, of: group, to: &entry) }
      leaving = 0
      for place in cohorts.indices {
        let gone = cohorts[place].heads * HeadFlow.leaving(group, tenure: cohorts[place].tenure)
        cohorts[place].heads -= gone
        cohorts[place].tenure += 1
        leaving += gone
      }
      result.append(entry)
    }
    self.weeks = result
  }

  private static func add(_ cohort: Cohort, of group: StaffGroup, to entry: inout WeekHeads) {
    var stage = cohort.isHired ? entry.hired : entry.there
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
    if cohort.isHired { entry.hired = stage } else { entry.there = stage }
  }

  /// The share of people of a tenure who leave at the end of a week. In training of *n* weeks with
  /// a wash-out *o*, `1 − (1 − o)^(1/n) · (1 − hazard of the first band)`.
  static func leaving(_ group: StaffGroup, tenure: Int) -> Double {
    let bands = group.attrition.bands
    let band = bands.last { $0.fromTenureWeeks <= max(0, tenure) } ?? bands.first
    let hazard = band.map { share($0.perWeek) } ?? 0
    guard tenure < 0, let hiring = group.hiring, hiring.trainingWeeks > 0 else { return hazard }
    let stays = pow(1 - share(hiring.washOut), 1 / Double(hiring.trainingWeeks))
    return 1 - stays * (1 - hazard)
  }

  private static func share(_ share: Share) -> Double {
    share.value.isNaN ? 0 : min(1, max(0, share.value))
  }
}
