internal import BusinessCalendar
internal import CapacityPlanning
internal import Units

/// Everybody who is there, by how far they are, walked through the weeks from the plan's classes.
struct HeadsCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      for week in evidence.weekNumbers {
        let stated = entry.weeks[week]
        let heads = entry.heads[week]
        let figures: [(what: String, stated: Headcount, recomputed: Double, rule: String)] = [
          (
            "heads", stated.heads, heads.all,
            "heads of the week before, less departures by tenure and by date, plus classes"
          ),
          (
            "heads in training", stated.inTraining, heads.training,
            "people are in training for the weeks of training from the start of their class"
          ),
          (
            "heads in nesting", stated.inNesting, heads.nesting,
            "people are in nesting for the weeks of nesting after training"
          ),
          (
            "heads on the ramp", stated.ramping, heads.ramping,
            "past nesting, and below full speed by the ramp curve"
          ),
          ("people who joined", stated.joined, heads.joined, "the people of the week's classes"),
          (
            "people who left", stated.left, heads.left,
            "attrition by tenure and wash-out at the end of the week before, waves at the start"
          ),
          (
            "effective heads", stated.effectiveHeads, heads.effective,
            "heads past training times their speed by the ramp curve"
          ),
        ]
        for figure in figures {
          log.same(
            figure.stated.value, as: figure.recomputed, .heads,
            slack: 2e-6 + figure.recomputed.magnitude * 1e-9,
            Subject(
              .heads, figure.what, of: entry.id, week: evidence.days.weeks[week],
              rule: figure.rule))
        }
      }
    }
  }
}
