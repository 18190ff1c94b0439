internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `hours[q,w,b] = Σ positions of the intervals on days of kind b in w × length of an interval`.
struct RequirementCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.plan.requirement {
      for week in evidence.weekNumbers {
        for bucket in DayBucket.allCases {
          let stated =
            bucket == .ordinary ? entry.ordinary[week] : entry.statutoryHoliday[week]
          log.same(
            stated.hours, as: evidence.required(entry.queue, week, bucket), .hours,
            Subject(
              .requirement, "net hours required \(bucket.inWords)", of: entry.queue.rawValue,
              week: evidence.days.weeks[week],
              rule: "the week's positions times the length of an interval"))
        }
      }
    }
  }
}

extension DayBucket {
  /// The kind of day behind a quantity.
  var inWords: String {
    switch self {
    case .ordinary: "on ordinary days"
    case .statutoryHoliday: "on statutory holidays"
    }
  }
}
