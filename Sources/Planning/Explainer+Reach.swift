internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

extension Explainer {
  /// When hiring alone brings a group to each level up to `heads`, what stands in the way, and what
  /// deciding earlier would have saved. A missing head-week is priced at the first tier of a shortage.
  func explainReach(_ id: String, heads: Int) throws(ExplanationError) -> Explanation {
    guard let group = plan.scenario.staffGroup(Identifier(id)),
      let reach = HiringReach(plan.scenario, group: group.id, target: heads)
    else {
      throw .unknown(
        kind: "staff group", name: id, known: plan.scenario.staffGroups.map(\.id.rawValue))
    }
    let levels = runs(of: reach.levels).map {
      explanation(from: $0.first, to: $0.last, of: group)
    }
    return Explanation(
      "\(group.name) at \(heads) experienced heads by hiring alone, decided on \(reach.start)",
      value: answer(reach),
      formula: "\(reach.current.value.short) at the start; every class at its largest",
      parts: levels + notices(of: reach))
  }

  /// When the target is reached; of a target beyond the levels that are told apart, when the last of
  /// these is.
  private func answer(_ reach: HiringReach) -> String {
    guard let last = reach.levels.last else { return "from the start" }
    let isTarget = last.heads >= reach.target || last.date == nil
    return isTarget
      ? when(last) : "\(counted("\(last.heads)", "head")) \(when(last)); beyond, not looked at"
  }

  private func when(_ level: HiringReach.Level) -> String {
    guard let date = level.date, let week = level.week else { return "never within 78 weeks" }
    return week == 0 ? "from the start" : "not before \(date) (\(weeks(week)))"
  }

  private func weeks(_ count: Int) -> String { counted("\(count)", "week") }

  /// The first and the last of levels one after the other that have the same date and the same rule
  /// in the way.
  private func runs(
    of levels: [HiringReach.Level]
  ) -> [(first: HiringReach.Level, last: HiringReach.Level)] {
    levels.reduce(into: []) { runs, level in
      if let run = runs.last, run.last.date == level.date, run.last.rule == level.rule {
        runs[runs.count - 1].last = level
      } else {
        runs.append((level, level))
      }
    }
  }

  /// One line for levels with the same answer; what each rule is good for is told of the last.
  private func explanation(
    from first: HiringReach.Level, to level: HiringReach.Level, of group: StaffGroup
  ) -> Explanation {
    let heads = first == level ? "\(level.heads)" : "\(first.heads)–\(level.heads)"
    let because = level.rule.map { "stands in the way: \($0.inWords)" } ?? ""
    let effects = level.effects.map { effect -> Explanation in
      let date = effect.dateWithout.map { "\($0)" } ?? "never"
      let saved = effect.weeksSaved.map { "\(weeks($0)) earlier" } ?? ""
      return Explanation(
        "without \(effect.rule.inWords)", value: date, formula: saved,
        path: effect.rule.path(of: group))
    }
    return Explanation(
      counted(heads, "head"), value: when(level), formula: because, parts: effects)
  }

  private func notices(of reach: HiringReach) -> [Explanation] {
    guard reach.missingHeadWeeks > 0 else { return [] }
    let notices = reach.notices.map { notice in
      Explanation(
        "told \(counted("\(notice.daysEarlier)", "day")) earlier",
        value: "\(money(notice.saved)) saved",
        formula: "\(notice.missingHeadWeeks.short) head-weeks missing; each day of that week "
          + "saves \(money(notice.savedPerDay))")
    }
    let price = Money(rounding: reach.priceOfMissingHeadWeek.minorUnitsPerUnit, times: .one)
    return [
      Explanation(
        "missing until then", value: "\(reach.missingHeadWeeks.short) head-weeks",
        formula:
          "a head-week short costs \(money(price)) in contacts lost, at the first tier's price",
        parts: notices)
    ]
  }
}
